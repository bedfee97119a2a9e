-- Finding who is due for follow-up: the latest days first.
CREATE INDEX surgery_by_day ON surgery (clinic_id, when_to);

CREATE INDEX treatment_by_day ON treatment (clinic_id, when_to);

CREATE INDEX treatment_without_end ON treatment (clinic_id, category, when_to) WHERE until_to IS NULL;
