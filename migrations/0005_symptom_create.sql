-- A complaint as it was at one time. `intensity` is 0 to 10; `when_` is the onset.
-- Derived from `version` in the same transaction as the write it follows: what stands now, a row for each fact. It can be
-- made anew at any time.
CREATE TABLE symptom (
    clinic_id BLOB NOT NULL,
    patient_id BLOB NOT NULL,
    id BLOB NOT NULL,
    number INTEGER NOT NULL, -- the version that counts
    when_text TEXT,
    when_from TEXT CHECK (when_from IS NULL OR when_from GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    when_to TEXT CHECK (when_to IS NULL OR when_to GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    site TEXT,
    side TEXT, -- the patient's side
    radiation TEXT,
    qualities TEXT CHECK (qualities IS NULL OR json_valid(qualities)),
    onset_words TEXT,
    aggravating TEXT CHECK (aggravating IS NULL OR json_valid(aggravating)),
    relieving TEXT CHECK (relieving IS NULL OR json_valid(relieving)),
    intensity INTEGER CHECK (intensity BETWEEN 0 AND 10),
    note TEXT,
    PRIMARY KEY (clinic_id, patient_id, id)
) STRICT, WITHOUT ROWID;

INSERT INTO noun (name) VALUES ('symptom');
