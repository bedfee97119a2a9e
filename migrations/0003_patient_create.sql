-- One row per version of a person's identity. The id of a patient is also its patient_id.
-- Rows are only ever added. `content` is the whole fact as recorded; the other columns repeat it for reading.
CREATE TABLE patient (
    clinic_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    patient_id TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('record', 'amend', 'retract', 'reinstate')),
    reason TEXT,
    told_by TEXT CHECK (told_by <> ''),
    recorded_by TEXT NOT NULL CHECK (recorded_by <> ''),
    recorded_at_us INTEGER NOT NULL, -- microseconds since 1970-01-01 UTC
    family TEXT,
    given TEXT,
    -- ISO date, as exact as known (1961, 1961-03, 1961-03-05), or the age it was told by (age 38 in 2003).
    born TEXT CHECK (born IS NULL OR born GLOB '[0-9][0-9][0-9][0-9]*' OR born GLOB 'age [0-9]*'),
    sex TEXT,
    record_number TEXT,
    contact TEXT CHECK (contact IS NULL OR json_valid(contact)),
    occupation TEXT,
    care_team TEXT CHECK (care_team IS NULL OR json_valid(care_team)),
    citation TEXT CHECK (citation IS NULL OR json_valid(citation)),
    content TEXT NOT NULL CHECK (json_valid(content)),
    CHECK ((kind = 'record') = (version = 1)),
    CHECK (kind = 'record' OR (reason IS NOT NULL AND length(trim(reason)) >= 3)),
    CHECK (patient_id = id),
    PRIMARY KEY (clinic_id, id, version),
    FOREIGN KEY (clinic_id, id) REFERENCES entry (clinic_id, id)
) STRICT;

CREATE INDEX patient_by_patient ON patient (clinic_id, patient_id, id, version);

CREATE TRIGGER patient_no_update BEFORE UPDATE ON patient
BEGIN SELECT RAISE(ABORT, 'append-only'); END;

CREATE TRIGGER patient_no_delete BEFORE DELETE ON patient
BEGIN SELECT RAISE(ABORT, 'append-only'); END;

CREATE TRIGGER patient_next_version BEFORE INSERT ON patient
WHEN NEW.version <> (
    SELECT coalesce(max(version), 0) + 1 FROM patient WHERE clinic_id = NEW.clinic_id AND id = NEW.id
)
BEGIN SELECT RAISE(ABORT, 'append-only'); END;
