-- The kinds of facts. The migration that makes a noun's own table adds its name.
CREATE TABLE noun (
    name TEXT NOT NULL PRIMARY KEY CHECK (name <> '')
) STRICT, WITHOUT ROWID;

-- Every version of every fact: the truth, from which all other tables of the record are derived. Rows are only ever added.
-- The version of an entry with the highest number counts; an entry whose last version is a retraction does not stand.
-- A patient is an entry whose patient_id is its own id. What belongs to one patient lies together, in the order in which it
-- was first recorded.
-- The primary key is the only UNIQUE on this table: a second one would let a REPLACE remove rows.
CREATE TABLE version (
    clinic_id BLOB NOT NULL CHECK (length(clinic_id) = 16),
    patient_id BLOB NOT NULL CHECK (length(patient_id) = 16),
    noun TEXT NOT NULL REFERENCES noun (name),
    id BLOB NOT NULL CHECK (length(id) = 16),
    number INTEGER NOT NULL CHECK (number >= 1),
    kind TEXT NOT NULL CHECK (kind IN ('record', 'amend', 'retract', 'reinstate')),
    reason TEXT,
    told_by TEXT CHECK (told_by <> ''),
    recorded_by TEXT NOT NULL CHECK (recorded_by <> ''),
    recorded_at_us INTEGER NOT NULL, -- microseconds since 1970-01-01 UTC
    content TEXT NOT NULL CHECK (json_valid(content)), -- the whole fact
    hash BLOB NOT NULL CHECK (length(hash) = 32), -- of everything above, as it stands in the audit log
    CHECK ((kind = 'record') = (number = 1)),
    CHECK (kind = 'record' OR (reason IS NOT NULL AND length(trim(reason)) >= 3)),
    CHECK ((noun = 'patient') = (id = patient_id)),
    PRIMARY KEY (clinic_id, patient_id, id, number)
) STRICT, WITHOUT ROWID;

CREATE INDEX version_by_entry ON version (clinic_id, id, number);

-- What was ever changed, which is little.
CREATE INDEX version_changed ON version (clinic_id, noun, id) WHERE number > 1;

CREATE TRIGGER version_no_update BEFORE UPDATE ON version
BEGIN SELECT RAISE(ABORT, 'append-only'); END;

CREATE TRIGGER version_no_delete BEFORE DELETE ON version
BEGIN SELECT RAISE(ABORT, 'append-only'); END;

-- A first version is of an entry that is not there yet, and of a patient who is; a later one follows the one before it, of
-- the same patient and noun. Only what was retracted can be reinstated, and nothing else can be done to it.
CREATE TRIGGER version_next BEFORE INSERT ON version
WHEN NEW.number <> (
        SELECT coalesce(max(number), 0) + 1 FROM version WHERE clinic_id = NEW.clinic_id AND id = NEW.id
    )
    OR NOT EXISTS (
        SELECT 1 FROM version WHERE NEW.number > 1 AND clinic_id = NEW.clinic_id AND patient_id = NEW.patient_id
            AND noun = NEW.noun AND id = NEW.id AND number = NEW.number - 1
            AND (kind = 'retract') = (NEW.kind = 'reinstate')
        UNION ALL
        SELECT 1 FROM version WHERE NEW.number = 1 AND clinic_id = NEW.clinic_id AND patient_id = NEW.patient_id
            AND noun = 'patient' AND id = NEW.patient_id AND number = 1
        UNION ALL
        SELECT 1 WHERE NEW.number = 1 AND NEW.id = NEW.patient_id
    )
BEGIN SELECT RAISE(ABORT, 'append-only'); END;
