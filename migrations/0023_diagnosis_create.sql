-- Why the pain is there, as a clinician judged it. What is excluded stays as such; nothing here is worked out.
-- Derived from `version` in the same transaction as the write it follows: what stands now, a row for each fact. It can be
-- made anew at any time.
CREATE TABLE diagnosis (
    clinic_id BLOB NOT NULL,
    patient_id BLOB NOT NULL,
    id BLOB NOT NULL,
    number INTEGER NOT NULL, -- the version that counts
    when_text TEXT, -- when it was so judged
    when_from TEXT CHECK (when_from IS NULL OR when_from GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    when_to TEXT CHECK (when_to IS NULL OR when_to GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    kind TEXT NOT NULL CHECK (kind <> ''),
    words TEXT, -- the same more exactly
    certainty TEXT NOT NULL CHECK (certainty IN ('confirmed', 'probable', 'suspected', 'excluded')),
    levels TEXT CHECK (levels IS NULL OR json_valid(levels)),
    side TEXT CHECK (side IS NULL OR side IN ('left', 'right', 'bilateral', 'midline')),
    speaks_for TEXT CHECK (speaks_for IS NULL OR json_valid(speaks_for)),
    speaks_against TEXT CHECK (speaks_against IS NULL OR json_valid(speaks_against)),
    evidence TEXT CHECK (evidence IS NULL OR json_valid(evidence)), -- entries of the record and which way each weighs
    settled_by TEXT, -- the test that would settle it
    icd10cm TEXT,
    icd10cm_release TEXT CHECK (icd10cm_release IS NULL OR icd10cm_release GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    note TEXT,
    CHECK (kind <> 'other' OR words IS NOT NULL),
    PRIMARY KEY (clinic_id, patient_id, id)
) STRICT, WITHOUT ROWID;

INSERT INTO noun (name) VALUES ('diagnosis');
