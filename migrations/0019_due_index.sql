-- Days of one person without reading the facts themselves.
CREATE INDEX score_by_day ON score (clinic_id, patient_id, when_text, when_to);

CREATE INDEX flag_by_day ON flag (clinic_id, patient_id, when_text, when_to);

CREATE INDEX walking_row_by_day ON walking_row (clinic_id, patient_id, when_text, when_to);

-- What every row of due_state follows from beside the record: the rules of the clinic. `number` goes up whenever they are
-- others, or the day is before the one for which a row was worked out.
CREATE TABLE due_basis (
    clinic_id BLOB NOT NULL PRIMARY KEY,
    number INTEGER NOT NULL,
    basis TEXT NOT NULL,
    day TEXT NOT NULL    -- the latest day for which a row was worked out
) STRICT;

-- Derived from the record: for whom follow-up calls, and up to which day that holds while nobody writes to the record. A
-- write sets `basis` to 0 in its own transaction, so that the row is worked out anew before it is read.
CREATE TABLE due_state (
    clinic_id BLOB NOT NULL,
    patient_id BLOB NOT NULL,
    stamp INTEGER NOT NULL,     -- goes up with every write to the record
    basis INTEGER NOT NULL,     -- the number of due_basis under which it was worked out
    until_day TEXT NOT NULL,    -- the last day on which it holds
    called INTEGER CHECK (called IN (0, 1)), -- 1 a window is open, 0 one was missed
    closes TEXT,                -- the last day of the window that counts
    kinds INTEGER,              -- one bit for each plan by which somebody is called for
    PRIMARY KEY (clinic_id, patient_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX due_state_by_day ON due_state (clinic_id, basis, until_day, stamp);

CREATE INDEX due_state_called ON due_state (clinic_id, basis, called, closes, patient_id, until_day, kinds)
WHERE called IS NOT NULL;
