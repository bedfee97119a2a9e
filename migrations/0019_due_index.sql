-- Finding who is due for follow-up: days of everyone without reading the facts themselves. What was never amended or taken
-- back needs no look at its head, so only the others are listed.
CREATE INDEX entry_changed ON entry (clinic_id, noun, id, current_version, status) WHERE current_version > 1;

CREATE INDEX surgery_by_day ON surgery (clinic_id, when_to);

CREATE INDEX treatment_by_day ON treatment (clinic_id, when_to);

CREATE INDEX treatment_without_end ON treatment (clinic_id, category, when_to) WHERE until_to IS NULL;

CREATE INDEX score_by_day ON score (clinic_id, patient_id, when_text, when_to, id, version);

CREATE INDEX flag_by_day ON flag (clinic_id, patient_id, when_text, when_to, id, version);

CREATE INDEX walking_row_by_day ON walking_row (clinic_id, patient_id, when_text, when_to, id, version);
