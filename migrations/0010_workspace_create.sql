-- What is not yet, or not at all, part of the record: drafts, settings, and which requests were already answered.
CREATE TABLE draft (
    clinic_id BLOB NOT NULL,
    id BLOB NOT NULL,
    patient_id BLOB,
    noun TEXT NOT NULL,
    entry_id BLOB,
    base_version INTEGER,
    author_id TEXT NOT NULL,
    content TEXT NOT NULL CHECK (json_valid(content)),
    updated_at_us INTEGER NOT NULL, -- microseconds since 1970-01-01 UTC
    PRIMARY KEY (clinic_id, id)
) STRICT;

CREATE INDEX draft_by_author ON draft (clinic_id, author_id, updated_at_us);

CREATE TABLE setting (
    clinic_id BLOB NOT NULL,
    name TEXT NOT NULL,
    value TEXT NOT NULL CHECK (json_valid(value)),
    updated_at_us INTEGER NOT NULL, -- microseconds since 1970-01-01 UTC
    PRIMARY KEY (clinic_id, name)
) STRICT;

CREATE TABLE request_done (
    clinic_id BLOB NOT NULL,
    request_id BLOB NOT NULL,
    asked BLOB NOT NULL CHECK (length(asked) = 32), -- hash of what was asked for
    entry_id BLOB NOT NULL,
    version INTEGER NOT NULL,
    content_hash BLOB NOT NULL CHECK (length(content_hash) = 32),
    PRIMARY KEY (clinic_id, request_id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER request_done_no_update BEFORE UPDATE ON request_done
BEGIN SELECT RAISE(ABORT, 'append-only'); END;

CREATE TRIGGER request_done_no_delete BEFORE DELETE ON request_done
BEGIN SELECT RAISE(ABORT, 'append-only'); END;
