-- How somebody lives, what was agreed and asked for, and what was decided together; how far a goal was reached; and the
-- conditions that are asked about one by one.
-- Derived from `version` in the same transaction as the write it follows: what stands now, a row for each fact. It can be
-- made anew at any time.
CREATE TABLE circumstance (
    clinic_id BLOB NOT NULL,
    patient_id BLOB NOT NULL,
    id BLOB NOT NULL,
    number INTEGER NOT NULL, -- the version that counts
    when_text TEXT,
    when_from TEXT CHECK (when_from IS NULL OR when_from GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    when_to TEXT CHECK (when_to IS NULL OR when_to GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    smoking TEXT CHECK (smoking IN ('never', 'former', 'current')),
    smoking_since TEXT,
    smoking_amount TEXT,
    work TEXT CHECK (work IN ('working', 'reduced', 'sick_leave', 'unemployed', 'retired', 'student', 'homemaker',
        'disability_pension', 'other')),
    work_since TEXT,
    occupation TEXT,
    claim TEXT CHECK (claim IN ('open', 'settled')),
    claim_words TEXT,
    home TEXT CHECK (home IN ('alone', 'with_others', 'care_home', 'no_fixed_home')),
    home_words TEXT,
    care TEXT CHECK (care IN ('has_carer', 'is_carer', 'both')),
    care_words TEXT,
    driving TEXT CHECK (driving IN ('yes', 'no', 'advised_not')),
    capacity TEXT CHECK (capacity IN ('has', 'partly', 'lacks')),
    capacity_words TEXT,
    language TEXT,
    interpreter TEXT CHECK (interpreter IN ('not_needed', 'needed')),
    hearing TEXT CHECK (hearing IN ('good', 'with_aid', 'difficult')),
    vision TEXT CHECK (vision IN ('good', 'with_aid', 'difficult')),
    mental_health TEXT,
    family_history TEXT, -- no rule reads it
    note TEXT,
    PRIMARY KEY (clinic_id, patient_id, id)
) STRICT, WITHOUT ROWID;

INSERT INTO noun (name) VALUES ('circumstance');

CREATE TABLE plan_item (
    clinic_id BLOB NOT NULL,
    patient_id BLOB NOT NULL,
    id BLOB NOT NULL,
    number INTEGER NOT NULL, -- the version that counts
    when_text TEXT, -- when it was agreed or asked for
    when_from TEXT CHECK (when_from IS NULL OR when_from GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    when_to TEXT CHECK (when_to IS NULL OR when_to GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    kind TEXT NOT NULL CHECK (kind <> ''),
    what TEXT NOT NULL,
    reason TEXT,
    asked_of TEXT, -- a person, a service, a hospital
    owner TEXT,
    due_text TEXT,
    due_from TEXT CHECK (due_from IS NULL OR due_from GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    due_to TEXT CHECK (due_to IS NULL OR due_to GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    urgency TEXT CHECK (urgency IN ('routine', 'soon', 'urgent', 'same_day')),
    state TEXT NOT NULL CHECK (state IN ('open', 'done', 'cancelled', 'declined')),
    outcome TEXT,
    settled_text TEXT,
    settled_to TEXT CHECK (settled_to IS NULL OR settled_to GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    note TEXT,
    PRIMARY KEY (clinic_id, patient_id, id)
) STRICT, WITHOUT ROWID;

-- What is open in the whole clinic, what is due first before the rest.
CREATE INDEX plan_item_open ON plan_item (clinic_id, due_to, patient_id, id) WHERE state = 'open';

INSERT INTO noun (name) VALUES ('plan_item');

CREATE TABLE shared_decision (
    clinic_id BLOB NOT NULL,
    patient_id BLOB NOT NULL,
    id BLOB NOT NULL,
    number INTEGER NOT NULL, -- the version that counts
    when_text TEXT,
    when_from TEXT CHECK (when_from IS NULL OR when_from GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    when_to TEXT CHECK (when_to IS NULL OR when_to GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    about TEXT NOT NULL,
    options TEXT CHECK (options IS NULL OR json_valid(options)), -- ways that were discussed and which was decided on
    risks TEXT CHECK (risks IS NULL OR json_valid(risks)), -- those that were told, or which kind of missing
    decision TEXT,
    consent TEXT CHECK (consent IN ('given', 'declined', 'deferred')),
    by TEXT, -- who talked it through with the patient
    document TEXT CHECK (document IN ('yes', 'no', 'does_not_apply', 'unknown', 'declined')),
    note TEXT,
    PRIMARY KEY (clinic_id, patient_id, id)
) STRICT, WITHOUT ROWID;

INSERT INTO noun (name) VALUES ('shared_decision');

ALTER TABLE goal ADD COLUMN importance INTEGER CHECK (importance BETWEEN 0 AND 10);
ALTER TABLE goal ADD COLUMN why TEXT; -- why it was given up, or how it was reached
ALTER TABLE goal ADD COLUMN attainments TEXT CHECK (attainments IS NULL OR json_valid(attainments)); -- 0 to 10, each with its time

ALTER TABLE background ADD COLUMN comorbidities TEXT CHECK (comorbidities IS NULL OR json_valid(comorbidities)); -- each with its answer
