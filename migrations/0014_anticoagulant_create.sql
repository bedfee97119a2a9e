-- One row per version of a blood thinner. The time is that of the last dose; stopped only where somebody said so.
-- Rows are only ever added. `content` is the whole fact as recorded; the other columns repeat it for reading.
CREATE TABLE anticoagulant (
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
    name TEXT NOT NULL CHECK (name <> ''),
    class TEXT NOT NULL CHECK (class <> ''),
    taking TEXT NOT NULL CHECK (taking IN ('yes', 'stopped', 'not_said')),
    agreed_by TEXT,
    restart TEXT,
    indication TEXT,
    note TEXT,
    content TEXT NOT NULL CHECK (json_valid(content)),
    CHECK ((kind = 'record') = (version = 1)),
    CHECK (kind = 'record' OR (reason IS NOT NULL AND length(trim(reason)) >= 3)),
    PRIMARY KEY (clinic_id, id, version),
    FOREIGN KEY (clinic_id, id) REFERENCES entry (clinic_id, id)
) STRICT;

CREATE INDEX anticoagulant_by_patient ON anticoagulant (clinic_id, patient_id, id, version);

CREATE TRIGGER anticoagulant_no_update BEFORE UPDATE ON anticoagulant
BEGIN SELECT RAISE(ABORT, 'append-only'); END;

CREATE TRIGGER anticoagulant_no_delete BEFORE DELETE ON anticoagulant
BEGIN SELECT RAISE(ABORT, 'append-only'); END;

CREATE TRIGGER anticoagulant_next_version BEFORE INSERT ON anticoagulant
WHEN NEW.version <> (
    SELECT coalesce(max(version), 0) + 1 FROM anticoagulant WHERE clinic_id = NEW.clinic_id AND id = NEW.id
)
BEGIN SELECT RAISE(ABORT, 'append-only'); END;
