-- What a patient wants to reach. Whether it was reached is said, never worked out.
-- Derived from `version` in the same transaction as the write it follows: what stands now, a row for each fact. It can be
-- made anew at any time.
CREATE TABLE goal (
    clinic_id BLOB NOT NULL,
    patient_id BLOB NOT NULL,
    id BLOB NOT NULL,
    number INTEGER NOT NULL, -- the version that counts
    when_text TEXT,
    when_from TEXT CHECK (when_from IS NULL OR when_from GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    when_to TEXT CHECK (when_to IS NULL OR when_to GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    text TEXT,
    measure TEXT,
    target_text TEXT,
    target_to TEXT CHECK (target_to IS NULL OR target_to GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    standing TEXT CHECK (standing IN ('open', 'reached', 'partly_reached', 'given_up')),
    settled_text TEXT,
    settled_to TEXT CHECK (settled_to IS NULL OR settled_to GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    note TEXT,
    PRIMARY KEY (clinic_id, patient_id, id)
) STRICT, WITHOUT ROWID;

INSERT INTO noun (name) VALUES ('goal');
