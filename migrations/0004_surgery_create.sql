-- One row per version of an operation. `when_text` is the date as it was given; `when_from` and `when_to` are the span it allows.
-- Rows are only ever added. `content` is the whole fact as recorded; the other columns repeat it for reading.
CREATE TABLE surgery (
    clinic_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    patient_id TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('record', 'amend', 'retract', 'reinstate')),
    reason TEXT,
    told_by TEXT CHECK (told_by <> ''),
    recorded_by TEXT NOT NULL CHECK (recorded_by <> ''),
    recorded_at_us INTEGER NOT NULL, -- microseconds since 1970-01-01 UTC
    when_text TEXT,
    when_from TEXT CHECK (when_from IS NULL OR when_from GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    when_to TEXT CHECK (when_to IS NULL OR when_to GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    procedures TEXT CHECK (procedures IS NULL OR json_valid(procedures)),
    region TEXT,
    levels TEXT CHECK (levels IS NULL OR json_valid(levels)),
    side TEXT, -- the patient's side
    approach TEXT,
    surgeon TEXT,
    facility TEXT,
    indication TEXT,
    implants TEXT CHECK (implants IS NULL OR json_valid(implants)), -- objects with kind and name; null where none is listed
    complications TEXT CHECK (complications IS NULL OR json_valid(complications)),
    result_back TEXT,
    result_limb TEXT,
    pain_free TEXT, -- never, ongoing, for how long, or in words
    note TEXT,
    content TEXT NOT NULL CHECK (json_valid(content)),
    CHECK ((kind = 'record') = (version = 1)),
    CHECK (kind = 'record' OR (reason IS NOT NULL AND length(trim(reason)) >= 3)),
    PRIMARY KEY (clinic_id, id, version),
    FOREIGN KEY (clinic_id, id) REFERENCES entry (clinic_id, id)
) STRICT;

CREATE INDEX surgery_by_patient ON surgery (clinic_id, patient_id, id, version);

CREATE TRIGGER surgery_no_update BEFORE UPDATE ON surgery
BEGIN SELECT RAISE(ABORT, 'append-only'); END;

CREATE TRIGGER surgery_no_delete BEFORE DELETE ON surgery
BEGIN SELECT RAISE(ABORT, 'append-only'); END;

CREATE TRIGGER surgery_next_version BEFORE INSERT ON surgery
WHEN NEW.version <> (
    SELECT coalesce(max(version), 0) + 1 FROM surgery WHERE clinic_id = NEW.clinic_id AND id = NEW.id
)
BEGIN SELECT RAISE(ABORT, 'append-only'); END;
