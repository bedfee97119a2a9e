-- Derived from the record in the same transaction as the write it follows; it can be rebuilt at any time.
CREATE TABLE patient_head (
    clinic_id BLOB NOT NULL,
    patient_id BLOB NOT NULL,
    sort_key TEXT NOT NULL,   -- folded family and given name, made outside the database
    folded_family TEXT NOT NULL,
    folded_given TEXT NOT NULL,
    family TEXT NOT NULL,
    given TEXT NOT NULL,
    born TEXT,
    sex TEXT,
    record_number TEXT,
    PRIMARY KEY (clinic_id, patient_id)
) STRICT;

CREATE INDEX patient_head_by_name ON patient_head (clinic_id, sort_key);

CREATE INDEX patient_head_by_folded_name ON patient_head (clinic_id, folded_family, folded_given);

CREATE INDEX patient_head_by_born ON patient_head (clinic_id, born);

-- entry_id is the fact the word came from; for a name, a birth date or a number it is the patient itself.
CREATE TABLE patient_token (
    clinic_id BLOB NOT NULL,
    token TEXT NOT NULL,
    patient_id BLOB NOT NULL,
    entry_id BLOB NOT NULL,
    PRIMARY KEY (clinic_id, token, patient_id, entry_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX patient_token_by_entry ON patient_token (clinic_id, entry_id);

CREATE TABLE patient_opened (
    clinic_id BLOB NOT NULL,
    actor_id TEXT NOT NULL,
    patient_id BLOB NOT NULL,
    at_us INTEGER NOT NULL, -- microseconds since 1970-01-01 UTC
    PRIMARY KEY (clinic_id, actor_id, patient_id)
) STRICT;

CREATE INDEX patient_opened_by_time ON patient_opened (clinic_id, actor_id, at_us);
