-- A blood thinner. The time is that of the last dose; stopped only where somebody said so.
-- Derived from `version` in the same transaction as the write it follows: what stands now, a row for each fact. It can be
-- made anew at any time.
CREATE TABLE anticoagulant (
    clinic_id BLOB NOT NULL,
    patient_id BLOB NOT NULL,
    id BLOB NOT NULL,
    number INTEGER NOT NULL, -- the version that counts
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
    PRIMARY KEY (clinic_id, patient_id, id)
) STRICT, WITHOUT ROWID;

INSERT INTO noun (name) VALUES ('anticoagulant');
