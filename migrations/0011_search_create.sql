-- Derived from the record in the same transaction as the write it follows; it can be rebuilt at any time.
-- `place` numbers the people who stand; a place that became free may be given again.
CREATE TABLE patient_head (
    clinic_id BLOB NOT NULL,
    patient_id BLOB NOT NULL,
    place INTEGER NOT NULL CHECK (place >= 0),
    sort_key TEXT NOT NULL,   -- folded family and given name, made outside the database
    folded_family TEXT NOT NULL,
    folded_given TEXT NOT NULL,
    family TEXT NOT NULL,
    given TEXT NOT NULL,
    born TEXT,
    sex TEXT,
    record_number TEXT,
    PRIMARY KEY (clinic_id, patient_id),
    UNIQUE (clinic_id, place)
) STRICT;

CREATE INDEX patient_head_by_name ON patient_head (clinic_id, sort_key, born, patient_id, place);

CREATE INDEX patient_head_by_folded_name ON patient_head (clinic_id, folded_family, folded_given);

CREATE INDEX patient_head_by_born ON patient_head (clinic_id, born);

-- Goes up with every change of a patient_head, so that what is kept of them in memory is known to be right.
CREATE TABLE patient_names (
    clinic_id BLOB NOT NULL PRIMARY KEY,
    version INTEGER NOT NULL
) STRICT;

-- The words of each fact that stands, with a space before and after each; of the patient itself those of name, birth date
-- and number.
CREATE TABLE search_entry (
    clinic_id BLOB NOT NULL,
    patient_id BLOB NOT NULL,
    entry_id BLOB NOT NULL,
    noun TEXT NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (clinic_id, patient_id, entry_id)
) STRICT, WITHOUT ROWID;

-- Who stands and has a word: the places of 4096 people at a time, from 4096 * block on. `people` holds either those places,
-- counted from the first of the block, as numbers of two bytes with the lower byte first, or, once that would be as long,
-- 512 bytes with one bit for each place. list: 0 words of name, birth date and number; 1 their beginnings of up to three
-- letters; 2 words of the record; 3 their beginnings.
CREATE TABLE search_list (
    clinic_id BLOB NOT NULL,
    list INTEGER NOT NULL CHECK (list BETWEEN 0 AND 3),
    word TEXT NOT NULL,
    block INTEGER NOT NULL CHECK (block >= 0),
    people BLOB NOT NULL,
    PRIMARY KEY (clinic_id, list, word, block)
) STRICT, WITHOUT ROWID;

CREATE TABLE patient_opened (
    clinic_id BLOB NOT NULL,
    actor_id TEXT NOT NULL,
    patient_id BLOB NOT NULL,
    at_us INTEGER NOT NULL, -- microseconds since 1970-01-01 UTC
    PRIMARY KEY (clinic_id, actor_id, patient_id)
) STRICT;

CREATE INDEX patient_opened_by_time ON patient_opened (clinic_id, actor_id, at_us);
