-- One row per version of what happened to a walking plan: started, paused, reopened, another quota, ended.
-- Rows are only ever added. `content` is the whole fact as recorded; the other columns repeat it for reading.
CREATE TABLE walking_event (
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
    what TEXT,
    symptoms TEXT CHECK (symptoms IS NULL OR json_valid(symptoms)),
    bout_seconds INTEGER CHECK (bout_seconds IS NULL OR bout_seconds > 0),
    bouts_a_day INTEGER,
    days_a_week INTEGER,
    pace TEXT,
    done_by TEXT,
    role TEXT, -- null where the rule itself paused the plan
    role_words TEXT,
    why TEXT,
    content TEXT NOT NULL CHECK (json_valid(content)),
    CHECK ((kind = 'record') = (version = 1)),
    CHECK (kind = 'record' OR (reason IS NOT NULL AND length(trim(reason)) >= 3)),
    PRIMARY KEY (clinic_id, id, version),
    FOREIGN KEY (clinic_id, id) REFERENCES entry (clinic_id, id)
) STRICT;

CREATE INDEX walking_event_by_patient ON walking_event (clinic_id, patient_id, id, version);

CREATE TRIGGER walking_event_no_update BEFORE UPDATE ON walking_event
BEGIN SELECT RAISE(ABORT, 'append-only'); END;

CREATE TRIGGER walking_event_no_delete BEFORE DELETE ON walking_event
BEGIN SELECT RAISE(ABORT, 'append-only'); END;

CREATE TRIGGER walking_event_next_version BEFORE INSERT ON walking_event
WHEN NEW.version <> (
    SELECT coalesce(max(version), 0) + 1 FROM walking_event WHERE clinic_id = NEW.clinic_id AND id = NEW.id
)
BEGIN SELECT RAISE(ABORT, 'append-only'); END;
