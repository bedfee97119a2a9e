-- One row per version of a filled-in instrument. A score that cannot be computed is null and says why, never zero.
-- Rows are only ever added. `content` is the whole fact as recorded; the other columns repeat it for reading.
CREATE TABLE score (
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
    instrument TEXT NOT NULL,
    instrument_version TEXT,
    site TEXT,
    side TEXT CHECK (side IN ('left', 'right', 'bilateral', 'midline')), -- null where it was not said
    pain_kind TEXT CHECK (pain_kind IN ('now', 'average', 'worst', 'least')), -- null where it was not said
    period TEXT, -- the time a rating looks back on, as given: 7 days
    items TEXT CHECK (items IS NULL OR json_valid(items)),
    total REAL,
    unit TEXT,
    prorated INTEGER CHECK (prorated IN (0, 1)),
    rule_version INTEGER,
    missing_reason TEXT,
    note TEXT,
    content TEXT NOT NULL CHECK (json_valid(content)),
    CHECK ((kind = 'record') = (version = 1)),
    CHECK (kind = 'record' OR (reason IS NOT NULL AND length(trim(reason)) >= 3)),
    CHECK (total IS NOT NULL OR missing_reason IS NOT NULL),
    PRIMARY KEY (clinic_id, id, version),
    FOREIGN KEY (clinic_id, id) REFERENCES entry (clinic_id, id)
) STRICT;

CREATE INDEX score_by_patient ON score (clinic_id, patient_id, id, version);

CREATE TRIGGER score_no_update BEFORE UPDATE ON score
BEGIN SELECT RAISE(ABORT, 'append-only'); END;

CREATE TRIGGER score_no_delete BEFORE DELETE ON score
BEGIN SELECT RAISE(ABORT, 'append-only'); END;

CREATE TRIGGER score_next_version BEFORE INSERT ON score
WHEN NEW.version <> (
    SELECT coalesce(max(version), 0) + 1 FROM score WHERE clinic_id = NEW.clinic_id AND id = NEW.id
)
BEGIN SELECT RAISE(ABORT, 'append-only'); END;
