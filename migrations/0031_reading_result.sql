-- What a laboratory reports beside a value: its mark, the decimal places, the unit in UCUM, and results in words, which have no
-- number. The table is derived, so it is made anew with what stood in it.
ALTER TABLE reading RENAME TO reading_before;

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
    comparator TEXT CHECK (comparator IS NULL OR comparator IN ('<', '<=', '>=', '>')),
    value REAL,
    places INTEGER, -- decimal places as reported, where the number alone does not tell them
    unit TEXT,
    ucum TEXT, -- the same unit in UCUM, of what has a code
    words TEXT, -- the result where it is told in words
    reference TEXT, -- the range as the laboratory printed it
    flag TEXT CHECK (flag IS NULL OR flag IN
        ('normal', 'low', 'high', 'critically_low', 'critically_high', 'abnormal')), -- the laboratory's own mark
    side TEXT CHECK (side IS NULL OR side IN ('left', 'right', 'bilateral', 'midline')),
    levels TEXT CHECK (levels IS NULL OR json_valid(levels)),
    note TEXT,
    CHECK ((what IN ('other', 'finding')) = (name IS NOT NULL)),
    CHECK ((value IS NULL) = (words IS NOT NULL)),
    PRIMARY KEY (clinic_id, patient_id, id)
) STRICT, WITHOUT ROWID;

INSERT INTO reading (clinic_id, patient_id, id, number, when_text, when_from, when_to, what, name, comparator, value, unit, ucum,
    reference, side, levels, note)
SELECT clinic_id, patient_id, id, number, when_text, when_from, when_to, what, name, comparator, value, unit,
    CASE
        WHEN what = 'other' THEN NULL
        WHEN what = 'inr' THEN '{INR}'
        WHEN unit = '°C' THEN 'Cel'
        WHEN unit = '°F' THEN '[degF]'
        WHEN unit = '10^9/L' THEN '10*9/L'
        WHEN unit = '10^3/µL' THEN '10*3/uL'
        WHEN unit = '/µL' THEN '/uL'
        WHEN unit = 'µmol/L' THEN 'umol/L'
        WHEN unit = 'µg/L' THEN 'ug/L'
        WHEN unit = 'mL/min/1.73 m²' THEN 'mL/min/{1.73_m2}'
        WHEN unit = 'lb' THEN '[lb_av]'
        WHEN unit = 'in' THEN '[in_i]'
        ELSE unit
    END,
    reference, side, levels, note
FROM reading_before;

DROP TABLE reading_before;

-- The patient's own activities beside an instrument that asks for them.
ALTER TABLE score ADD COLUMN activities TEXT CHECK (activities IS NULL OR json_valid(activities));
