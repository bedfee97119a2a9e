-- Finding who is due for follow-up: days of everyone without reading the facts themselves.
CREATE INDEX surgery_by_day ON surgery (clinic_id, when_to);

CREATE INDEX treatment_by_day ON treatment (clinic_id, when_to);

CREATE INDEX treatment_without_end ON treatment (clinic_id, category, when_to) WHERE until_to IS NULL;

CREATE INDEX score_by_day ON score (clinic_id, patient_id, when_text, when_to);

CREATE INDEX flag_by_day ON flag (clinic_id, patient_id, when_text, when_to);

CREATE INDEX walking_row_by_day ON walking_row (clinic_id, patient_id, when_text, when_to);
