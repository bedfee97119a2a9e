-- A person's identity. The id of a patient is also its patient_id.
-- Derived from `version` in the same transaction as the write it follows: what stands now, a row for each fact. It can be
-- made anew at any time.
CREATE TABLE patient (
    clinic_id BLOB NOT NULL,
    patient_id BLOB NOT NULL,
    id BLOB NOT NULL,
    number INTEGER NOT NULL, -- the version that counts
    family TEXT,
    given TEXT,
    -- ISO date, as exact as known (1961, 1961-03, 1961-03-05), or the age it was told by (age 38 in 2003).
    born TEXT CHECK (born IS NULL OR born GLOB '[0-9][0-9][0-9][0-9]*' OR born GLOB 'age [0-9]*'),
    sex TEXT,
    record_number TEXT,
    contact TEXT CHECK (contact IS NULL OR json_valid(contact)),
    occupation TEXT,
    care_team TEXT CHECK (care_team IS NULL OR json_valid(care_team)),
    citation TEXT CHECK (citation IS NULL OR json_valid(citation)),
    PRIMARY KEY (clinic_id, patient_id, id)
) STRICT, WITHOUT ROWID;

INSERT INTO noun (name) VALUES ('patient');
