-- What was done, by whom, in order. Each row carries the hash of the row before it.
-- The primary key is the only UNIQUE on this table: a second one would let a REPLACE remove rows.
CREATE TABLE audit (
    clinic_id TEXT NOT NULL,
    seq INTEGER NOT NULL CHECK (seq > 0),
    at_us INTEGER NOT NULL, -- microseconds since 1970-01-01 UTC
    actor_id TEXT NOT NULL,
    actor_role TEXT NOT NULL,
    session_id TEXT NOT NULL,
    action TEXT NOT NULL CHECK (action <> ''),
    patient_id TEXT,
    object_type TEXT,
    object_id TEXT,
    object_version INTEGER,
    content_hash BLOB CHECK (content_hash IS NULL OR length(content_hash) = 32),
    reason TEXT,
    outcome TEXT NOT NULL CHECK (outcome IN ('done', 'refused', 'failed')),
    prev_hash BLOB NOT NULL CHECK (length(prev_hash) = 32),
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    mac BLOB NOT NULL CHECK (length(mac) = 32),
    PRIMARY KEY (clinic_id, seq)
) STRICT;

CREATE INDEX audit_by_object ON audit (clinic_id, object_id, object_version);

CREATE INDEX audit_by_patient ON audit (clinic_id, patient_id, seq);

CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'append-only'); END;

CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'append-only'); END;

CREATE TRIGGER audit_next_link BEFORE INSERT ON audit
WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM audit WHERE clinic_id = NEW.clinic_id)
    OR NEW.prev_hash <> coalesce(
        (SELECT hash FROM audit WHERE clinic_id = NEW.clinic_id ORDER BY seq DESC LIMIT 1), zeroblob(32))
BEGIN SELECT RAISE(ABORT, 'audit chain'); END;
