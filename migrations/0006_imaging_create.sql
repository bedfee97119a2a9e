-- One row per version of an imaging or other instrumental study.
-- Rows are only ever added. `content` is the whole fact as recorded; the other columns repeat it for reading.
CREATE TABLE imaging (
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
    modality TEXT,
    position TEXT,
    levels TEXT CHECK (levels IS NULL OR json_valid(levels)),
    findings TEXT CHECK (findings IS NULL OR json_valid(findings)),
    conclusion TEXT,
    note TEXT,
    content TEXT NOT NULL CHECK (json_valid(content)),
    CHECK ((kind = 'record') = (version = 1)),
    CHECK (kind = 'record' OR (reason IS NOT NULL AND length(trim(reason)) >= 3)),
    PRIMARY KEY (clinic_id, id, version),
    FOREIGN KEY (clinic_id, id) REFERENCES entry (clinic_id, id)
) STRICT;

CREATE INDEX imaging_by_patient ON imaging (clinic_id, patient_id, id, version);

CREATE TRIGGER imaging_no_update BEFORE UPDATE ON imaging
BEGIN SELECT RAISE(ABORT, 'append-only'); END;

CREATE TRIGGER imaging_no_delete BEFORE DELETE ON imaging
BEGIN SELECT RAISE(ABORT, 'append-only'); END;

CREATE TRIGGER imaging_next_version BEFORE INSERT ON imaging
WHEN NEW.version <> (
    SELECT coalesce(max(version), 0) + 1 FROM imaging WHERE clinic_id = NEW.clinic_id AND id = NEW.id
)
BEGIN SELECT RAISE(ABORT, 'append-only'); END;
