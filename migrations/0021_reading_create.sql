-- A value that was measured, as it was reported in its unit; with `<` or `>` it is a limit and not the value.
-- Derived from `version` in the same transaction as the write it follows: what stands now, a row for each fact. It can be
-- made anew at any time.
CREATE TABLE reading (
    clinic_id BLOB NOT NULL,
    patient_id BLOB NOT NULL,
    id BLOB NOT NULL,
    number INTEGER NOT NULL, -- the version that counts
    when_text TEXT,
    when_from TEXT CHECK (when_from IS NULL OR when_from GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    when_to TEXT CHECK (when_to IS NULL OR when_to GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    what TEXT NOT NULL CHECK (what <> ''),
    name TEXT, -- of what has no code
    comparator TEXT CHECK (comparator IS NULL OR comparator IN ('<', '>')),
    value REAL NOT NULL,
    unit TEXT,
    reference TEXT, -- the range as the laboratory printed it
    side TEXT CHECK (side IS NULL OR side IN ('left', 'right', 'bilateral', 'midline')),
    levels TEXT CHECK (levels IS NULL OR json_valid(levels)),
    note TEXT,
    CHECK ((what = 'other') = (name IS NOT NULL)),
    PRIMARY KEY (clinic_id, patient_id, id)
) STRICT, WITHOUT ROWID;

INSERT INTO noun (name) VALUES ('reading');
