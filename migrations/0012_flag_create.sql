-- An asking for red flags. `answers` holds what was asked; a question that is not in it was not
-- asked and is never a no. Where no day is known, `when_from` and `when_to` are what the date can mean.
-- Derived from `version` in the same transaction as the write it follows: what stands now, a row for each fact. It can be
-- made anew at any time.
CREATE TABLE flag (
    clinic_id BLOB NOT NULL,
    patient_id BLOB NOT NULL,
    id BLOB NOT NULL,
    number INTEGER NOT NULL, -- the version that counts
    when_text TEXT,
    when_from TEXT CHECK (when_from IS NULL OR when_from GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    when_to TEXT CHECK (when_to IS NULL OR when_to GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    answers TEXT CHECK (answers IS NULL OR json_valid(answers)),
    note TEXT,
    PRIMARY KEY (clinic_id, patient_id, id)
) STRICT, WITHOUT ROWID;

INSERT INTO noun (name) VALUES ('flag');

-- A decision about a red flag that fired: by whom, in which role, and why. It covers what was in
-- the record at that time and nothing that is recorded later.
-- Derived from `version` in the same transaction as the write it follows: what stands now, a row for each fact. It can be
-- made anew at any time.
CREATE TABLE resolution (
    clinic_id BLOB NOT NULL,
    patient_id BLOB NOT NULL,
    id BLOB NOT NULL,
    number INTEGER NOT NULL, -- the version that counts
    rule TEXT NOT NULL CHECK (rule <> ''),
    rule_version INTEGER NOT NULL CHECK (rule_version >= 1),
    decision TEXT NOT NULL CHECK (decision IN ('resolved', 'lowered')),
    lowered_to TEXT CHECK (lowered_to IS NULL OR lowered_to IN ('C', 'U', 'E1')),
    decided_by TEXT NOT NULL CHECK (decided_by <> ''),
    role TEXT NOT NULL CHECK (role IN ('clinician', 'assistant', 'read_only')),
    role_words TEXT,
    why TEXT NOT NULL CHECK (length(trim(why)) >= 3),
    CHECK ((decision = 'lowered') = (lowered_to IS NOT NULL)),
    PRIMARY KEY (clinic_id, patient_id, id)
) STRICT, WITHOUT ROWID;

INSERT INTO noun (name) VALUES ('resolution');
