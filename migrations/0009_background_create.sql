-- One row per version of what every screen shows about a person. Each list keeps 'not asked' apart from 'none known'.
-- Rows are only ever added. `content` is the whole fact as recorded; the other columns repeat it for reading.
CREATE TABLE background (
    clinic_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    patient_id TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('record', 'amend', 'retract', 'reinstate')),
    reason TEXT,
    told_by TEXT CHECK (told_by <> ''),
    recorded_by TEXT NOT NULL CHECK (recorded_by <> ''),
    recorded_at_us INTEGER NOT NULL, -- microseconds since 1970-01-01 UTC
    allergies TEXT CHECK (allergies IS NULL OR json_valid(allergies)),
    red_flags TEXT CHECK (red_flags IS NULL OR json_valid(red_flags)),
    implants_mri TEXT CHECK (implants_mri IS NULL OR json_valid(implants_mri)),
    anticoagulants TEXT CHECK (anticoagulants IS NULL OR json_valid(anticoagulants)),
    conditions TEXT CHECK (conditions IS NULL OR json_valid(conditions)),
    medicines TEXT CHECK (medicines IS NULL OR json_valid(medicines)), -- whether any are taken at all
    note TEXT,
    content TEXT NOT NULL CHECK (json_valid(content)),
    CHECK ((kind = 'record') = (version = 1)),
    CHECK (kind = 'record' OR (reason IS NOT NULL AND length(trim(reason)) >= 3)),
    PRIMARY KEY (clinic_id, id, version),
    FOREIGN KEY (clinic_id, id) REFERENCES entry (clinic_id, id)
) STRICT;

CREATE INDEX background_by_patient ON background (clinic_id, patient_id, id, version);

CREATE TRIGGER background_no_update BEFORE UPDATE ON background
BEGIN SELECT RAISE(ABORT, 'append-only'); END;

CREATE TRIGGER background_no_delete BEFORE DELETE ON background
BEGIN SELECT RAISE(ABORT, 'append-only'); END;

CREATE TRIGGER background_next_version BEFORE INSERT ON background
WHEN NEW.version <> (
    SELECT coalesce(max(version), 0) + 1 FROM background WHERE clinic_id = NEW.clinic_id AND id = NEW.id
)
BEGIN SELECT RAISE(ABORT, 'append-only'); END;
