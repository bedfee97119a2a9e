-- Neuromodulation as its path, and intrathecal pumps. Nothing here says whether a step should be taken.
-- Derived from `version` in the same transaction as the write it follows: what stands now, a row for each fact. They can be
-- made anew at any time.

-- What was thought of, and for which pain.
CREATE TABLE neuromodulation (
    clinic_id BLOB NOT NULL,
    patient_id BLOB NOT NULL,
    id BLOB NOT NULL,
    number INTEGER NOT NULL, -- the version that counts
    when_text TEXT, -- when it was thought of
    when_from TEXT CHECK (when_from IS NULL OR when_from GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    when_to TEXT CHECK (when_to IS NULL OR when_to GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    therapy TEXT NOT NULL CHECK (therapy IN ('spinal_cord', 'dorsal_root_ganglion', 'peripheral_nerve',
        'peripheral_field', 'intrathecal_drug', 'other')),
    words TEXT, -- the same more exactly
    targets TEXT CHECK (targets IS NULL OR json_valid(targets)), -- back, leg, neck, arm
    side TEXT CHECK (side IS NULL OR side IN ('left', 'right', 'bilateral', 'midline')),
    target_words TEXT,
    by_whom TEXT,
    why TEXT,
    note TEXT,
    CHECK (therapy <> 'other' OR words IS NOT NULL),
    PRIMARY KEY (clinic_id, patient_id, id)
) STRICT, WITHOUT ROWID;

-- A step of a path. The leads of a trial that came out are no explant.
CREATE TABLE neuromodulation_step (
    clinic_id BLOB NOT NULL,
    patient_id BLOB NOT NULL,
    id BLOB NOT NULL,
    number INTEGER NOT NULL, -- the version that counts
    when_text TEXT, -- of a trial when it began
    when_from TEXT CHECK (when_from IS NULL OR when_from GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    when_to TEXT CHECK (when_to IS NULL OR when_to GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    neuromodulation TEXT NOT NULL, -- "neuromodulation" and the id of the path
    step TEXT NOT NULL CHECK (step IN ('assessment', 'trial', 'decision', 'implant', 'programming', 'complication',
        'revision', 'explant')),
    kind TEXT, -- of an assessment, a decision, a complication; how much an explant took out
    outcome TEXT, -- of an assessment; what the patient wishes at a decision
    words TEXT,
    ended_text TEXT, -- of a trial; when a complication was over
    ended_to TEXT CHECK (ended_to IS NULL OR ended_to GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    leads_out_text TEXT, -- of a trial
    leads_out_to TEXT
        CHECK (leads_out_to IS NULL OR leads_out_to GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    waveforms TEXT CHECK (waveforms IS NULL OR json_valid(waveforms)),
    leads TEXT CHECK (leads IS NULL OR json_valid(leads)),
    battery TEXT, -- where the power comes from, or how it was found at a visit
    by_whom TEXT,
    entries TEXT CHECK (entries IS NULL OR json_valid(entries)), -- operations, treatments, devices
    note TEXT,
    PRIMARY KEY (clinic_id, patient_id, id)
) STRICT, WITHOUT ROWID;

-- A day of the diary around a trial. A day without a row is no data and never zero.
CREATE TABLE trial_day (
    clinic_id BLOB NOT NULL,
    patient_id BLOB NOT NULL,
    id BLOB NOT NULL,
    number INTEGER NOT NULL, -- the version that counts
    when_text TEXT,
    when_from TEXT CHECK (when_from IS NULL OR when_from GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    when_to TEXT CHECK (when_to IS NULL OR when_to GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    neuromodulation TEXT NOT NULL, -- "neuromodulation" and the id of the path
    kind TEXT NOT NULL CHECK (kind IN ('now', 'average', 'worst', 'least')),
    back INTEGER CHECK (back IS NULL OR back BETWEEN 0 AND 10),
    leg INTEGER CHECK (leg IS NULL OR leg BETWEEN 0 AND 10),
    neck INTEGER CHECK (neck IS NULL OR neck BETWEEN 0 AND 10),
    arm INTEGER CHECK (arm IS NULL OR arm BETWEEN 0 AND 10),
    function TEXT CHECK (function IS NULL OR function IN ('better', 'same', 'worse')), -- against before the trial
    sleep TEXT CHECK (sleep IS NULL OR sleep IN ('better', 'same', 'worse')),
    medicine_changed TEXT NOT NULL
        CHECK (medicine_changed IN ('yes', 'no', 'does_not_apply', 'unknown', 'declined', 'not_asked')),
    medicine_words TEXT,
    satisfaction INTEGER CHECK (satisfaction IS NULL OR satisfaction BETWEEN 0 AND 10),
    note TEXT,
    PRIMARY KEY (clinic_id, patient_id, id)
) STRICT, WITHOUT ROWID;

-- What an intrathecal pump holds and gives from a day on. Amounts keep their units; none is in a total of medicines by mouth.
CREATE TABLE pump_setting (
    clinic_id BLOB NOT NULL,
    patient_id BLOB NOT NULL,
    id BLOB NOT NULL,
    number INTEGER NOT NULL, -- the version that counts
    when_text TEXT,
    when_from TEXT CHECK (when_from IS NULL OR when_from GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    when_to TEXT CHECK (when_to IS NULL OR when_to GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    pump TEXT, -- "device" and the id of the pump
    what TEXT NOT NULL CHECK (what IN ('filled', 'refilled', 'changed', 'checked', 'stopped')),
    drugs TEXT CHECK (drugs IS NULL OR json_valid(drugs)), -- each with concentration and dose a day, and their units
    bolus TEXT,
    reservoir INTEGER CHECK (reservoir IS NULL OR reservoir BETWEEN 1 AND 100), -- mL
    refill_due_text TEXT,
    refill_due_to TEXT
        CHECK (refill_due_to IS NULL OR refill_due_to GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    catheter_tip TEXT CHECK (catheter_tip IS NULL OR json_valid(catheter_tip)),
    after_scan TEXT,
    by_whom TEXT,
    note TEXT,
    PRIMARY KEY (clinic_id, patient_id, id)
) STRICT, WITHOUT ROWID;

INSERT INTO noun (name) VALUES ('neuromodulation'), ('neuromodulation_step'), ('trial_day'), ('pump_setting');
