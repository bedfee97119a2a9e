-- The head of every fact: which version counts now, and whether it stands.
-- A patient is an entry whose patient_id is its own id.
CREATE TABLE entry (
    clinic_id TEXT NOT NULL,
    id TEXT NOT NULL,
    noun TEXT NOT NULL CHECK (noun IN
        ('patient', 'surgery', 'symptom', 'imaging', 'treatment', 'score', 'background', 'flag',
        'resolution', 'device', 'anticoagulant', 'check', 'walking_plan', 'walking_event', 'walking_row',
        'goal')),
    patient_id TEXT NOT NULL,
    current_version INTEGER NOT NULL CHECK (current_version >= 1),
    status TEXT NOT NULL CHECK (status IN ('active', 'entered_in_error')),
    CHECK ((noun = 'patient') = (id = patient_id)),
    PRIMARY KEY (clinic_id, id),
    FOREIGN KEY (clinic_id, patient_id) REFERENCES entry (clinic_id, id)
) STRICT;

CREATE INDEX entry_by_patient ON entry (clinic_id, patient_id, noun, status);

CREATE TRIGGER entry_no_delete BEFORE DELETE ON entry
BEGIN SELECT RAISE(ABORT, 'append-only'); END;

CREATE TRIGGER entry_no_replace BEFORE INSERT ON entry
WHEN NEW.current_version <> 1
    OR EXISTS (SELECT 1 FROM entry WHERE clinic_id = NEW.clinic_id AND id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'append-only'); END;

CREATE TRIGGER entry_only_forward BEFORE UPDATE ON entry
WHEN NEW.clinic_id <> OLD.clinic_id OR NEW.id <> OLD.id OR NEW.noun <> OLD.noun
    OR NEW.patient_id <> OLD.patient_id OR NEW.current_version <> OLD.current_version + 1
    OR (OLD.status <> 'active' AND NEW.status <> 'active')
BEGIN SELECT RAISE(ABORT, 'append-only'); END;
