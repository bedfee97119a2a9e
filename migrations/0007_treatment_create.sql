-- A treatment that is not a spine operation. `when_` is its start.
-- Derived from `version` in the same transaction as the write it follows: what stands now, a row for each fact. It can be
-- made anew at any time.
CREATE TABLE treatment (
    clinic_id BLOB NOT NULL,
    patient_id BLOB NOT NULL,
    id BLOB NOT NULL,
    number INTEGER NOT NULL, -- the version that counts
    when_text TEXT,
    when_from TEXT CHECK (when_from IS NULL OR when_from GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    when_to TEXT CHECK (when_to IS NULL OR when_to GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    until_text TEXT,
    until_to TEXT CHECK (until_to IS NULL OR until_to GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    category TEXT,
    name TEXT,
    levels TEXT CHECK (levels IS NULL OR json_valid(levels)),
    side TEXT, -- the patient's side
    target TEXT,
    dose TEXT,
    ingredients TEXT CHECK (ingredients IS NULL OR json_valid(ingredients)), -- of a medicine: names and strengths
    route TEXT,
    frequency TEXT, -- as prescribed, spelled out
    status TEXT CHECK (status IN ('running', 'ended', 'one_off', 'unknown')), -- as somebody said; null where nobody did
    responses TEXT CHECK (responses IS NULL OR json_valid(responses)), -- each as it was told once
    responded_text TEXT, -- from here on of the last response; null where it is not known which is the last
    relief INTEGER CHECK (relief BETWEEN 0 AND 100), -- percent, more is better
    worsened INTEGER CHECK (worsened IN (0, 1)),
    response TEXT,
    response_lasted TEXT,
    adverse_effects TEXT CHECK (adverse_effects IS NULL OR json_valid(adverse_effects)),
    stopped TEXT,
    stopped_words TEXT,
    note TEXT,
    PRIMARY KEY (clinic_id, patient_id, id)
) STRICT, WITHOUT ROWID;

INSERT INTO noun (name) VALUES ('treatment');
