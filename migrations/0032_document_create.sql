-- Attached files. What each is stands in `version` like every fact; its bytes stand here, once for each content, in pieces,
-- and are never changed or taken out.
CREATE TABLE content (
    clinic_id BLOB NOT NULL CHECK (length(clinic_id) = 16),
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'), -- of all bytes
    bytes INTEGER NOT NULL CHECK (bytes > 0),
    PRIMARY KEY (clinic_id, sha256)
) STRICT, WITHOUT ROWID;

CREATE TABLE content_piece (
    clinic_id BLOB NOT NULL,
    sha256 TEXT NOT NULL,
    place INTEGER NOT NULL CHECK (place >= 0), -- from 0
    data BLOB NOT NULL CHECK (length(data) BETWEEN 1 AND 262144),
    PRIMARY KEY (clinic_id, sha256, place),
    FOREIGN KEY (clinic_id, sha256) REFERENCES content (clinic_id, sha256)
) STRICT;

CREATE TRIGGER content_no_update BEFORE UPDATE ON content
BEGIN SELECT RAISE(ABORT, 'append-only'); END;

CREATE TRIGGER content_no_delete BEFORE DELETE ON content
BEGIN SELECT RAISE(ABORT, 'append-only'); END;

CREATE TRIGGER content_piece_no_update BEFORE UPDATE ON content_piece
BEGIN SELECT RAISE(ABORT, 'append-only'); END;

CREATE TRIGGER content_piece_no_delete BEFORE DELETE ON content_piece
BEGIN SELECT RAISE(ABORT, 'append-only'); END;

-- Derived from `version` in the same transaction as the write it follows: what stands now, a row for each fact. It can be
-- made anew at any time. No document stands whose bytes are not there.
CREATE TABLE document (
    clinic_id BLOB NOT NULL,
    patient_id BLOB NOT NULL,
    id BLOB NOT NULL,
    number INTEGER NOT NULL, -- the version that counts
    when_text TEXT,
    when_from TEXT CHECK (when_from IS NULL OR when_from GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    when_to TEXT CHECK (when_to IS NULL OR when_to GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    kind TEXT NOT NULL CHECK (kind <> ''),
    title TEXT,
    levels TEXT CHECK (levels IS NULL OR json_valid(levels)),
    conclusion TEXT,
    about TEXT, -- the entry that it belongs to
    names_another INTEGER CHECK (names_another IN (0, 1)), -- the file names somebody else, and that was accepted
    file_name TEXT NOT NULL, -- as it came
    media TEXT NOT NULL CHECK (media IN ('pdf', 'png', 'jpeg', 'dicom')), -- by its content
    bytes INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    note TEXT,
    PRIMARY KEY (clinic_id, patient_id, id),
    FOREIGN KEY (clinic_id, sha256) REFERENCES content (clinic_id, sha256)
) STRICT, WITHOUT ROWID;

INSERT INTO noun (name) VALUES ('document');
