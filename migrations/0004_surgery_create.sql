-- An operation. `when_text` is the date as it was given; `when_from` and `when_to` are the span it allows.
-- Derived from `version` in the same transaction as the write it follows: what stands now, a row for each fact. It can be
-- made anew at any time.
CREATE TABLE surgery (
    clinic_id BLOB NOT NULL,
    patient_id BLOB NOT NULL,
    id BLOB NOT NULL,
    number INTEGER NOT NULL, -- the version that counts
    when_text TEXT,
    when_from TEXT CHECK (when_from IS NULL OR when_from GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    when_to TEXT CHECK (when_to IS NULL OR when_to GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    procedures TEXT CHECK (procedures IS NULL OR json_valid(procedures)),
    region TEXT,
    levels TEXT CHECK (levels IS NULL OR json_valid(levels)),
    side TEXT, -- the patient's side
    approach TEXT,
    surgeon TEXT,
    facility TEXT,
    indication TEXT,
    implants TEXT CHECK (implants IS NULL OR json_valid(implants)), -- objects with kind and name; null where none is listed
    complications TEXT CHECK (complications IS NULL OR json_valid(complications)),
    result_back TEXT,
    result_limb TEXT,
    pain_free TEXT, -- never, ongoing, for how long, or in words
    note TEXT,
    PRIMARY KEY (clinic_id, patient_id, id)
) STRICT, WITHOUT ROWID;

INSERT INTO noun (name) VALUES ('surgery');
