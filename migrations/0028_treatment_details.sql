-- How a treatment was given: what was injected and how, the sessions of a therapy, changes of dose, who gives it and why, and
-- more of what came of it. And what was considered and not tried.
ALTER TABLE treatment ADD COLUMN injection_type TEXT;
ALTER TABLE treatment ADD COLUMN guidance TEXT CHECK (guidance IN ('fluoroscopy', 'ct', 'ultrasound')); -- null also where there was none
ALTER TABLE treatment ADD COLUMN agents TEXT CHECK (agents IS NULL OR json_valid(agents)); -- what was injected, with amounts
ALTER TABLE treatment ADD COLUMN sessions_planned INTEGER CHECK (sessions_planned BETWEEN 0 AND 500);
ALTER TABLE treatment ADD COLUMN sessions_attended INTEGER CHECK (sessions_attended BETWEEN 0 AND 500);
ALTER TABLE treatment ADD COLUMN therapy_content TEXT CHECK (therapy_content IS NULL OR json_valid(therapy_content));
ALTER TABLE treatment ADD COLUMN provider TEXT; -- prescriber, therapist, operator
ALTER TABLE treatment ADD COLUMN indication TEXT;
ALTER TABLE treatment ADD COLUMN adherence TEXT CHECK (adherence IN ('full', 'mostly', 'partly', 'hardly'));
ALTER TABLE treatment ADD COLUMN steps TEXT CHECK (steps IS NULL OR json_valid(steps)); -- changes of dose, in their order
-- Of the last response, as the columns before them.
ALTER TABLE treatment ADD COLUMN half_relief TEXT; -- for how long half of the pain or more was gone
ALTER TABLE treatment ADD COLUMN function TEXT CHECK (function IN ('much_better', 'better', 'same', 'worse'));
ALTER TABLE treatment ADD COLUMN analgesics TEXT CHECK (analgesics IN ('stopped', 'less', 'same', 'more'));
ALTER TABLE treatment ADD COLUMN impression TEXT CHECK (impression IN ('very_much_better', 'much_better', 'little_better', 'no_change',
    'little_worse', 'much_worse', 'very_much_worse'));

-- A treatment that was considered and not tried. It is no treatment: nothing that counts what was tried counts it.
-- Derived from `version` in the same transaction as the write it follows: what stands now, a row for each fact. It can be
-- made anew at any time.
CREATE TABLE untried (
    clinic_id BLOB NOT NULL,
    patient_id BLOB NOT NULL,
    id BLOB NOT NULL,
    number INTEGER NOT NULL, -- the version that counts
    when_text TEXT, -- when it was considered
    when_from TEXT CHECK (when_from IS NULL OR when_from GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    when_to TEXT CHECK (when_to IS NULL OR when_to GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    category TEXT, -- the kind of treatment
    name TEXT, -- null where the kind as a whole is meant
    because TEXT CHECK (because IN ('patient_choice', 'contraindication', 'not_available', 'cost', 'waiting', 'not_suitable', 'other')),
    because_words TEXT,
    decided_by TEXT,
    note TEXT,
    PRIMARY KEY (clinic_id, patient_id, id)
) STRICT, WITHOUT ROWID;

INSERT INTO noun (name) VALUES ('untried');
