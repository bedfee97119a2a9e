-- A walking plan as prescribed: the gate's answers, the baseline, the first quota, the target.
-- Derived from `version` in the same transaction as the write it follows: what stands now, a row for each fact. It can be
-- made anew at any time.
CREATE TABLE walking_plan (
    clinic_id BLOB NOT NULL,
    patient_id BLOB NOT NULL,
    id BLOB NOT NULL,
    number INTEGER NOT NULL, -- the version that counts
    when_text TEXT,
    when_from TEXT CHECK (when_from IS NULL OR when_from GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    when_to TEXT CHECK (when_to IS NULL OR when_to GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    prescribed_by TEXT,
    answers TEXT CHECK (answers IS NULL OR json_valid(answers)),
    baseline TEXT CHECK (baseline IS NULL OR json_valid(baseline)),
    bout_seconds INTEGER CHECK (bout_seconds IS NULL OR bout_seconds > 0),
    bouts_a_day INTEGER,
    days_a_week INTEGER,
    pace TEXT,
    step TEXT,
    target_minutes INTEGER,
    target_days INTEGER,
    cautions TEXT CHECK (cautions IS NULL OR json_valid(cautions)),
    precautions TEXT,
    note TEXT,
    PRIMARY KEY (clinic_id, patient_id, id)
) STRICT, WITHOUT ROWID;

INSERT INTO noun (name) VALUES ('walking_plan');
