-- A line of the walking diary. A day without a row is no data; zero minutes are a missed bout.
-- Derived from `version` in the same transaction as the write it follows: what stands now, a row for each fact. It can be
-- made anew at any time.
CREATE TABLE walking_row (
    clinic_id BLOB NOT NULL,
    patient_id BLOB NOT NULL,
    id BLOB NOT NULL,
    number INTEGER NOT NULL, -- the version that counts
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
    PRIMARY KEY (clinic_id, patient_id, id)
) STRICT, WITHOUT ROWID;

INSERT INTO noun (name) VALUES ('walking_row');
