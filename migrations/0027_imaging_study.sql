-- An imaging note with how the study was made and read, and electrodiagnostic tests of one day.
ALTER TABLE imaging ADD COLUMN also TEXT CHECK (also IS NULL OR json_valid(also)); -- further kinds of a combined study
ALTER TABLE imaging ADD COLUMN regions TEXT CHECK (regions IS NULL OR json_valid(regions));
ALTER TABLE imaging ADD COLUMN contrast TEXT CHECK (contrast IN ('gadolinium', 'iodine'));
ALTER TABLE imaging ADD COLUMN artefact TEXT CHECK (artefact IN ('readable', 'hides'));
-- Another note of the record as "entry", or a study elsewhere as "words".
ALTER TABLE imaging ADD COLUMN compared_with TEXT CHECK (compared_with IS NULL OR json_valid(compared_with));
ALTER TABLE imaging ADD COLUMN review TEXT CHECK (review IN ('report_only', 'pictures_seen'));
ALTER TABLE imaging ADD COLUMN reviewed_by TEXT;
ALTER TABLE imaging ADD COLUMN pictures_at TEXT;

-- Derived from `version` in the same transaction as the write it follows: what stands now, a row for each fact. It can be
-- made anew at any time.
CREATE TABLE electrodiagnosis (
    clinic_id BLOB NOT NULL,
    patient_id BLOB NOT NULL,
    id BLOB NOT NULL,
    number INTEGER NOT NULL, -- the version that counts
    when_text TEXT,
    when_from TEXT CHECK (when_from IS NULL OR when_from GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    when_to TEXT CHECK (when_to IS NULL OR when_to GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    tests TEXT CHECK (tests IS NULL OR json_valid(tests)),
    symptoms_for TEXT, -- how long symptoms had lasted then
    examined TEXT CHECK (examined IS NULL OR json_valid(examined)), -- muscles and nerves with side and result
    conclusions TEXT CHECK (conclusions IS NULL OR json_valid(conclusions)),
    roots TEXT CHECK (roots IS NULL OR json_valid(roots)), -- roots that are named as damaged, surely or possibly
    conclusion TEXT,
    done_by TEXT,
    note TEXT,
    PRIMARY KEY (clinic_id, patient_id, id)
) STRICT, WITHOUT ROWID;

INSERT INTO noun (name) VALUES ('electrodiagnosis');
