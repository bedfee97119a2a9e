-- A filled-in instrument. A score that cannot be computed is null and says why, never zero.
-- Derived from `version` in the same transaction as the write it follows: what stands now, a row for each fact. It can be
-- made anew at any time.
CREATE TABLE score (
    clinic_id BLOB NOT NULL,
    patient_id BLOB NOT NULL,
    id BLOB NOT NULL,
    number INTEGER NOT NULL, -- the version that counts
    when_text TEXT,
    when_from TEXT CHECK (when_from IS NULL OR when_from GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    when_to TEXT CHECK (when_to IS NULL OR when_to GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    instrument TEXT NOT NULL,
    instrument_version TEXT,
    site TEXT,
    side TEXT CHECK (side IN ('left', 'right', 'bilateral', 'midline')), -- null where it was not said
    pain_kind TEXT CHECK (pain_kind IN ('now', 'average', 'worst', 'least')), -- null where it was not said
    period TEXT, -- the time a rating looks back on, as given: 7 days
    items TEXT CHECK (items IS NULL OR json_valid(items)),
    total REAL,
    unit TEXT,
    prorated INTEGER CHECK (prorated IN (0, 1)),
    rule_version INTEGER,
    missing_reason TEXT,
    note TEXT,
    CHECK (total IS NOT NULL OR missing_reason IS NOT NULL),
    PRIMARY KEY (clinic_id, patient_id, id)
) STRICT, WITHOUT ROWID;

INSERT INTO noun (name) VALUES ('score');
