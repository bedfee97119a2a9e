-- Visits: when, of which kind, who saw the patient, whether the patient came, what was found and decided, what is planned next.
-- What else the record holds of the same day is no column: it follows from the days of the other tables.
-- Derived from `version` in the same transaction as the write it follows: what stands now, a row for each fact. It can be
-- made anew at any time.
CREATE TABLE visit (
    clinic_id BLOB NOT NULL,
    patient_id BLOB NOT NULL,
    id BLOB NOT NULL,
    number INTEGER NOT NULL, -- the version that counts
    when_text TEXT,
    when_from TEXT CHECK (when_from IS NULL OR when_from GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    when_to TEXT CHECK (when_to IS NULL OR when_to GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    kind TEXT NOT NULL CHECK (kind IN ('first_visit', 'follow_up', 'telephone', 'video', 'home', 'ward', 'intervention',
        'group')),
    by TEXT, -- who saw the patient
    role TEXT, -- and in which role
    came TEXT CHECK (came IN ('came', 'did_not_come', 'cancelled')), -- empty where nobody said
    reason TEXT,
    found TEXT,
    decided TEXT,
    minutes INTEGER CHECK (minutes BETWEEN 1 AND 1440),
    next_text TEXT, -- when the next one is planned
    next_to TEXT CHECK (next_to IS NULL OR next_to GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    note TEXT,
    PRIMARY KEY (clinic_id, patient_id, id)
) STRICT, WITHOUT ROWID;

-- On which days people came: follow-up reads nothing else of a visit.
CREATE INDEX visit_by_day ON visit (clinic_id, patient_id, came, when_text, when_to);

INSERT INTO noun (name) VALUES ('visit');
