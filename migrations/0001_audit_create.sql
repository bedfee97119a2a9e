-- What was done, by whom, in order. Each row carries the hash of the row before it.
-- The primary key is the only UNIQUE on this table: a second one would let a REPLACE remove rows.
CREATE TABLE audit (
    clinic_id BLOB NOT NULL CHECK (length(clinic_id) = 16),
    seq INTEGER NOT NULL CHECK (seq > 0),
    at_us INTEGER NOT NULL, -- microseconds since 1970-01-01 UTC
    actor_id TEXT NOT NULL,
    actor_role TEXT NOT NULL,
    session_id BLOB NOT NULL CHECK (length(session_id) = 16),
    action TEXT NOT NULL CHECK (action <> ''),
    patient_id BLOB CHECK (patient_id IS NULL OR length(patient_id) = 16),
    object_type TEXT, -- the noun of the entry, or the kind of object
    entry_id BLOB CHECK (entry_id IS NULL OR length(entry_id) = 16),
    object_name TEXT, -- of an object that is no entry
    object_version INTEGER,
    content_hash BLOB CHECK (content_hash IS NULL OR length(content_hash) = 32),
    reason TEXT,
    outcome TEXT NOT NULL CHECK (outcome IN ('done', 'refused', 'failed')),
    prev_hash BLOB NOT NULL CHECK (length(prev_hash) = 32),
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    mac BLOB NOT NULL CHECK (length(mac) = 32),
    PRIMARY KEY (clinic_id, seq)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'append-only'); END;

CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'append-only'); END;

CREATE TRIGGER audit_next_link BEFORE INSERT ON audit
WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM audit WHERE clinic_id = NEW.clinic_id)
    OR NEW.prev_hash <> coalesce(
        (SELECT hash FROM audit WHERE clinic_id = NEW.clinic_id ORDER BY seq DESC LIMIT 1), zeroblob(32))
BEGIN SELECT RAISE(ABORT, 'audit chain'); END;
