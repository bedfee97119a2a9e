-- A symptom as a course: its end, what it has to do with an operation, its pattern, where it is felt by dermatome, how long
-- somebody sits, stands and walks with it, and the strength as a rating with its kind and time.
ALTER TABLE symptom ADD COLUMN levels TEXT DEFAULT '[]' CHECK (levels IS NULL OR json_valid(levels));
ALTER TABLE symptom ADD COLUMN dermatomes TEXT DEFAULT '[]' CHECK (dermatomes IS NULL OR json_valid(dermatomes)); -- nerve roots
ALTER TABLE symptom ADD COLUMN below_knee TEXT CHECK (below_knee IN ('yes', 'no', 'does_not_apply', 'unknown', 'declined'));
ALTER TABLE symptom ADD COLUMN below_elbow TEXT CHECK (below_elbow IN ('yes', 'no', 'does_not_apply', 'unknown', 'declined'));
ALTER TABLE symptom ADD COLUMN resolved_text TEXT; -- null where nobody said that it is over
ALTER TABLE symptom ADD COLUMN resolved_to TEXT
    CHECK (resolved_to IS NULL OR resolved_to GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
ALTER TABLE symptom ADD COLUMN relation TEXT
    CHECK (relation IN ('as_before', 'better_then_back', 'never_improved', 'worse', 'new'));
ALTER TABLE symptom ADD COLUMN operation TEXT; -- "operation" and the id of the surgery
ALTER TABLE symptom ADD COLUMN pattern TEXT
    CHECK (pattern IN ('constant', 'intermittent', 'attacks', 'constant_with_attacks'));
ALTER TABLE symptom ADD COLUMN trend TEXT CHECK (trend IN ('better', 'same', 'worse'));
ALTER TABLE symptom ADD COLUMN time_of_day TEXT
    CHECK (time_of_day IN ('morning', 'daytime', 'evening', 'night', 'any_time'));
ALTER TABLE symptom ADD COLUMN sitting TEXT; -- "20 min" or "unlimited"
ALTER TABLE symptom ADD COLUMN standing TEXT; -- "20 min" or "unlimited"
ALTER TABLE symptom ADD COLUMN walking TEXT; -- "20 min" or "unlimited"
ALTER TABLE symptom ADD COLUMN intensity_kind TEXT CHECK (intensity_kind IN ('now', 'average', 'worst', 'least'));
ALTER TABLE symptom ADD COLUMN intensity_period TEXT;
ALTER TABLE symptom ADD COLUMN intensity_when TEXT; -- when it was rated, as it was told
-- Regions of the body map, each with what is felt there, how strong and how deep.
ALTER TABLE symptom ADD COLUMN areas TEXT CHECK (areas IS NULL OR json_valid(areas));
