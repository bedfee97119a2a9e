-- One row per version of a treatment that is not a spine operation. `when_` is its start.
-- Rows are only ever added. `content` is the whole fact as recorded; the other columns repeat it for reading.
CREATE TABLE treatment (
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
    until_text TEXT,
    until_to TEXT CHECK (until_to IS NULL OR until_to GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    category TEXT,
    name TEXT,
    levels TEXT CHECK (levels IS NULL OR json_valid(levels)),
    side TEXT, -- the patient's side
    target TEXT,
    dose TEXT,
    ingredients TEXT CHECK (ingredients IS NULL OR json_valid(ingredients)), -- of a medicine: names and strengths
    route TEXT,
    frequency TEXT, -- as prescribed, spelled out
    status TEXT CHECK (status IN ('running', 'ended', 'one_off', 'unknown')), -- as somebody said; null where nobody did
    responses TEXT CHECK (responses IS NULL OR json_valid(responses)), -- each as it was told once
    responded_text TEXT, -- from here on of the last response; null where it is not known which is the last
    relief INTEGER CHECK (relief BETWEEN 0 AND 100), -- percent, more is better
    worsened INTEGER CHECK (worsened IN (0, 1)),
    response TEXT,
    response_lasted TEXT,
    adverse_effects TEXT CHECK (adverse_effects IS NULL OR json_valid(adverse_effects)),
    stopped TEXT,
    stopped_words TEXT,
    note TEXT,
    content TEXT NOT NULL CHECK (json_valid(content)),
    CHECK ((kind = 'record') = (version = 1)),
    CHECK (kind = 'record' OR (reason IS NOT NULL AND length(trim(reason)) >= 3)),
    PRIMARY KEY (clinic_id, id, version),
    FOREIGN KEY (clinic_id, id) REFERENCES entry (clinic_id, id)
) STRICT;

CREATE INDEX treatment_by_patient ON treatment (clinic_id, patient_id, id, version);

CREATE TRIGGER treatment_no_update BEFORE UPDATE ON treatment
BEGIN SELECT RAISE(ABORT, 'append-only'); END;

CREATE TRIGGER treatment_no_delete BEFORE DELETE ON treatment
BEGIN SELECT RAISE(ABORT, 'append-only'); END;

CREATE TRIGGER treatment_next_version BEFORE INSERT ON treatment
WHEN NEW.version <> (
    SELECT coalesce(max(version), 0) + 1 FROM treatment WHERE clinic_id = NEW.clinic_id AND id = NEW.id
)
BEGIN SELECT RAISE(ABORT, 'append-only'); END;
