-- What every screen shows about a person. Each list keeps 'not asked' apart from 'none known'.
-- Derived from `version` in the same transaction as the write it follows: what stands now, a row for each fact. It can be
-- made anew at any time.
CREATE TABLE background (
    clinic_id BLOB NOT NULL,
    patient_id BLOB NOT NULL,
    id BLOB NOT NULL,
    number INTEGER NOT NULL, -- the version that counts
    allergies TEXT CHECK (allergies IS NULL OR json_valid(allergies)),
    red_flags TEXT CHECK (red_flags IS NULL OR json_valid(red_flags)),
    implants_mri TEXT CHECK (implants_mri IS NULL OR json_valid(implants_mri)),
    anticoagulants TEXT CHECK (anticoagulants IS NULL OR json_valid(anticoagulants)),
    conditions TEXT CHECK (conditions IS NULL OR json_valid(conditions)),
    medicines TEXT CHECK (medicines IS NULL OR json_valid(medicines)), -- whether any are taken at all
    note TEXT,
    PRIMARY KEY (clinic_id, patient_id, id)
) STRICT, WITHOUT ROWID;

INSERT INTO noun (name) VALUES ('background');
