-- One row per version of a complaint as it was at one time. `intensity` is 0 to 10; `when_` is the onset.
-- Rows are only ever added. `content` is the whole fact as recorded; the other columns repeat it for reading.
CREATE TABLE symptom (
    clinic_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    patient_id TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('record', 'amend', 'retract', 'reinstate')),
    reason TEXT,
    told_by TEXT CHECK (told_by <> ''),
    recorded_by TEXT NOT NULL CHECK (recorded_by <> ''),
    recorded_at_us INTEGER NOT NULL, -- microseconds since 1970-01-01 UTC
    when_text TEXT,
    when_from TEXT CHECK (when_from IS NULL OR when_from GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    when_to TEXT CHECK (when_to IS NULL OR when_to GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    site TEXT,
    side TEXT, -- the patient's side
    radiation TEXT,
    qualities TEXT CHECK (qualities IS NULL OR json_valid(qualities)),
    onset_words TEXT,
    aggravating TEXT CHECK (aggravating IS NULL OR json_valid(aggravating)),
    relieving TEXT CHECK (relieving IS NULL OR json_valid(relieving)),
    intensity INTEGER CHECK (intensity BETWEEN 0 AND 10),
    note TEXT,
    content TEXT NOT NULL CHECK (json_valid(content)),
    CHECK ((kind = 'record') = (version = 1)),
    CHECK (kind = 'record' OR (reason IS NOT NULL AND length(trim(reason)) >= 3)),
    PRIMARY KEY (clinic_id, id, version),
    FOREIGN KEY (clinic_id, id) REFERENCES entry (clinic_id, id)
) STRICT;

CREATE INDEX symptom_by_patient ON symptom (clinic_id, patient_id, id, version);

CREATE TRIGGER symptom_no_update BEFORE UPDATE ON symptom
BEGIN SELECT RAISE(ABORT, 'append-only'); END;

CREATE TRIGGER symptom_no_delete BEFORE DELETE ON symptom
BEGIN SELECT RAISE(ABORT, 'append-only'); END;

CREATE TRIGGER symptom_next_version BEFORE INSERT ON symptom
WHEN NEW.version <> (
    SELECT coalesce(max(version), 0) + 1 FROM symptom WHERE clinic_id = NEW.clinic_id AND id = NEW.id
)
BEGIN SELECT RAISE(ABORT, 'append-only'); END;
