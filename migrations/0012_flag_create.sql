-- One row per version of an asking for red flags. `answers` holds what was asked; a question that is not in it was not
-- asked and is never a no. Where no day is known, `when_from` and `when_to` are what the date can mean. Measured values
-- belong to the day of the asking.
-- Rows are only ever added. `content` is the whole fact as recorded; the other columns repeat it for reading.
CREATE TABLE flag (
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
    answers TEXT CHECK (answers IS NULL OR json_valid(answers)),
    temperature REAL, -- degrees Celsius
    residual_urine INTEGER, -- mL after voiding
    breaths INTEGER, -- a minute
    crp TEXT CHECK (crp IS NULL OR json_valid(crp)), -- as reported, with its unit
    esr TEXT CHECK (esr IS NULL OR json_valid(esr)), -- as reported, mm/h
    power TEXT CHECK (power IS NULL OR json_valid(power)), -- MRC grades by key muscle and side
    note TEXT,
    content TEXT NOT NULL CHECK (json_valid(content)),
    CHECK ((kind = 'record') = (version = 1)),
    CHECK (kind = 'record' OR (reason IS NOT NULL AND length(trim(reason)) >= 3)),
    PRIMARY KEY (clinic_id, id, version),
    FOREIGN KEY (clinic_id, id) REFERENCES entry (clinic_id, id)
) STRICT;

CREATE INDEX flag_by_patient ON flag (clinic_id, patient_id, id, version);

CREATE TRIGGER flag_no_update BEFORE UPDATE ON flag
BEGIN SELECT RAISE(ABORT, 'append-only'); END;

CREATE TRIGGER flag_no_delete BEFORE DELETE ON flag
BEGIN SELECT RAISE(ABORT, 'append-only'); END;

CREATE TRIGGER flag_next_version BEFORE INSERT ON flag
WHEN NEW.version <> (
    SELECT coalesce(max(version), 0) + 1 FROM flag WHERE clinic_id = NEW.clinic_id AND id = NEW.id
)
BEGIN SELECT RAISE(ABORT, 'append-only'); END;

-- One row per version of a decision about a red flag that fired: by whom, in which role, and why. It covers what was in
-- the record at that time and nothing that is recorded later.
-- Rows are only ever added. `content` is the whole fact as recorded; the other columns repeat it for reading.
CREATE TABLE resolution (
    clinic_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    patient_id TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('record', 'amend', 'retract', 'reinstate')),
    reason TEXT,
    told_by TEXT CHECK (told_by <> ''),
    recorded_by TEXT NOT NULL CHECK (recorded_by <> ''),
    recorded_at_us INTEGER NOT NULL, -- microseconds since 1970-01-01 UTC
    rule TEXT NOT NULL CHECK (rule <> ''),
    rule_version INTEGER NOT NULL CHECK (rule_version >= 1),
    decision TEXT NOT NULL CHECK (decision IN ('resolved', 'lowered')),
    lowered_to TEXT CHECK (lowered_to IS NULL OR lowered_to IN ('C', 'U', 'E1')),
    decided_by TEXT NOT NULL CHECK (decided_by <> ''),
    role TEXT NOT NULL CHECK (role IN ('clinician', 'assistant', 'read_only')),
    role_words TEXT,
    why TEXT NOT NULL CHECK (length(trim(why)) >= 3),
    content TEXT NOT NULL CHECK (json_valid(content)),
    CHECK ((kind = 'record') = (version = 1)),
    CHECK (kind = 'record' OR (reason IS NOT NULL AND length(trim(reason)) >= 3)),
    CHECK ((decision = 'lowered') = (lowered_to IS NOT NULL)),
    PRIMARY KEY (clinic_id, id, version),
    FOREIGN KEY (clinic_id, id) REFERENCES entry (clinic_id, id)
) STRICT;

CREATE INDEX resolution_by_patient ON resolution (clinic_id, patient_id, id, version);

CREATE TRIGGER resolution_no_update BEFORE UPDATE ON resolution
BEGIN SELECT RAISE(ABORT, 'append-only'); END;

CREATE TRIGGER resolution_no_delete BEFORE DELETE ON resolution
BEGIN SELECT RAISE(ABORT, 'append-only'); END;

CREATE TRIGGER resolution_next_version BEFORE INSERT ON resolution
WHEN NEW.version <> (
    SELECT coalesce(max(version), 0) + 1 FROM resolution WHERE clinic_id = NEW.clinic_id AND id = NEW.id
)
BEGIN SELECT RAISE(ABORT, 'append-only'); END;
