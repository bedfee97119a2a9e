-- The rest of an examination: walking and balance, how far the spine moves, tests that provoke pain, what was found at a place,
-- the squeeze of the anal sphincter, and which fields say again what an earlier examination found.
ALTER TABLE examination ADD COLUMN aids TEXT CHECK (aids IS NULL OR json_valid(aids)); -- codes
ALTER TABLE examination ADD COLUMN walks TEXT CHECK (walks IS NULL OR json_valid(walks)); -- on heels and toes, by side
ALTER TABLE examination ADD COLUMN tandem TEXT CHECK (tandem IN ('normal', 'impaired', 'unable', 'not_tested'));
ALTER TABLE examination ADD COLUMN romberg TEXT CHECK (romberg IN ('normal', 'impaired', 'unable', 'not_tested'));
ALTER TABLE examination ADD COLUMN stance TEXT CHECK (stance IS NULL OR json_valid(stance)); -- seconds on one leg, by side
ALTER TABLE examination ADD COLUMN falls INTEGER CHECK (falls BETWEEN 0 AND 999); -- in the last twelve months
-- Movements, each with its value in the unit of its method, and whether it hurt.
ALTER TABLE examination ADD COLUMN motion TEXT CHECK (motion IS NULL OR json_valid(motion));
ALTER TABLE examination ADD COLUMN provocation TEXT CHECK (provocation IS NULL OR json_valid(provocation)); -- by test and side
-- Tenderness, trigger points, scars, wounds and pockets of devices, each with its states and place.
ALTER TABLE examination ADD COLUMN local TEXT CHECK (local IS NULL OR json_valid(local));
ALTER TABLE examination ADD COLUMN anal_squeeze TEXT CHECK (anal_squeeze IN ('normal', 'reduced', 'absent'));
-- Fields that were carried forward and not examined again, each with the examination that it comes from.
ALTER TABLE examination ADD COLUMN carried TEXT CHECK (carried IS NULL OR json_valid(carried));
