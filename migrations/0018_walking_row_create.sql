-- One row per version of a line of the walking diary. A day without a row is no data; zero minutes are a missed bout.
-- Rows are only ever added. `content` is the whole fact as recorded; the other columns repeat it for reading.
CREATE TABLE walking_row (
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
    entry TEXT CHECK (entry IN ('walked', 'missed', 'rest')),
    bout INTEGER CHECK (bout BETWEEN 1 AND 9),
    started_at TEXT,
    seconds INTEGER CHECK (seconds IS NULL OR seconds > 0),
    metres INTEGER,
    steps INTEGER,
    surface TEXT,
    exertion INTEGER CHECK (exertion BETWEEN 6 AND 20),
    back_before INTEGER CHECK (back_before BETWEEN 0 AND 10),
    back_after INTEGER CHECK (back_after BETWEEN 0 AND 10),
    back_next_morning INTEGER CHECK (back_next_morning BETWEEN 0 AND 10),
    leg_before INTEGER CHECK (leg_before BETWEEN 0 AND 10),
    leg_after INTEGER CHECK (leg_after BETWEEN 0 AND 10),
    leg_next_morning INTEGER CHECK (leg_next_morning BETWEEN 0 AND 10),
    settled INTEGER CHECK (settled IN (0, 1)),
    symptoms TEXT CHECK (symptoms IS NULL OR json_valid(symptoms)),
    aid TEXT,
    mood TEXT,
    missed_why TEXT,
    note TEXT,
    content TEXT NOT NULL CHECK (json_valid(content)),
    CHECK ((kind = 'record') = (version = 1)),
    CHECK (kind = 'record' OR (reason IS NOT NULL AND length(trim(reason)) >= 3)),
    PRIMARY KEY (clinic_id, id, version),
    FOREIGN KEY (clinic_id, id) REFERENCES entry (clinic_id, id)
) STRICT;

CREATE INDEX walking_row_by_patient ON walking_row (clinic_id, patient_id, id, version);

CREATE TRIGGER walking_row_no_update BEFORE UPDATE ON walking_row
BEGIN SELECT RAISE(ABORT, 'append-only'); END;

CREATE TRIGGER walking_row_no_delete BEFORE DELETE ON walking_row
BEGIN SELECT RAISE(ABORT, 'append-only'); END;

CREATE TRIGGER walking_row_next_version BEFORE INSERT ON walking_row
WHEN NEW.version <> (
    SELECT coalesce(max(version), 0) + 1 FROM walking_row WHERE clinic_id = NEW.clinic_id AND id = NEW.id
)
BEGIN SELECT RAISE(ABORT, 'append-only'); END;
