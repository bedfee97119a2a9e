-- A neurological and physical examination. What was not examined is not in it and is never normal.
-- Derived from `version` in the same transaction as the write it follows: what stands now, a row for each fact. It can be
-- made anew at any time.
CREATE TABLE examination (
    clinic_id BLOB NOT NULL,
    patient_id BLOB NOT NULL,
    id BLOB NOT NULL,
    number INTEGER NOT NULL, -- the version that counts
    when_text TEXT,
    when_from TEXT CHECK (when_from IS NULL OR when_from GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    when_to TEXT CHECK (when_to IS NULL OR when_to GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    power TEXT CHECK (power IS NULL OR json_valid(power)), -- MRC grades by key muscle and side
    sensation TEXT CHECK (sensation IS NULL OR json_valid(sensation)), -- by dermatome and side
    reflexes TEXT CHECK (reflexes IS NULL OR json_valid(reflexes)), -- 0 to 4+ by side
    signs TEXT CHECK (signs IS NULL OR json_valid(signs)), -- of the long tracts by side
    tension TEXT CHECK (tension IS NULL OR json_valid(tension)), -- angle and what was brought about, by test and side
    gait TEXT CHECK (gait IS NULL OR json_valid(gait)), -- codes
    gait_words TEXT,
    saddle TEXT CHECK (saddle IS NULL OR saddle IN ('absent', 'altered', 'normal', 'not_tested')),
    anal_tone TEXT CHECK (anal_tone IS NULL OR anal_tone IN ('normal', 'reduced', 'absent')),
    note TEXT,
    PRIMARY KEY (clinic_id, patient_id, id)
) STRICT, WITHOUT ROWID;

INSERT INTO noun (name) VALUES ('examination');
