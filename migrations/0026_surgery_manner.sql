-- An operation whole: what it was meant to reach, how it was done, its complications as kinds with what became of them, to
-- which operations it belongs, what its account was read from; and how the levels of an operation or an image were counted.
-- `complications` holds objects with kind, words, when, severity and treatment from here on, `implants` what identifies each.
ALTER TABLE surgery ADD COLUMN codes TEXT CHECK (codes IS NULL OR json_valid(codes)); -- of the procedures in their order, null where not coded
ALTER TABLE surgery ADD COLUMN stage_of TEXT; -- "operation" and the id of the surgery
ALTER TABLE surgery ADD COLUMN revises TEXT CHECK (revises IS NULL OR json_valid(revises)); -- the same, a list
ALTER TABLE surgery ADD COLUMN transition TEXT
    CHECK (transition IN ('none', 'sacralised_l5', 'lumbarised_s1', 'other')); -- none: looked for and not there
ALTER TABLE surgery ADD COLUMN counted_from TEXT
    CHECK (counted_from IN ('c2', 't12_rib', 'iliac_crest', 'lumbosacral_junction'));
ALTER TABLE surgery ADD COLUMN labelled_by TEXT;
ALTER TABLE surgery ADD COLUMN techniques TEXT CHECK (techniques IS NULL OR json_valid(techniques));
ALTER TABLE surgery ADD COLUMN guidance TEXT CHECK (guidance IS NULL OR json_valid(guidance));
ALTER TABLE surgery ADD COLUMN tools TEXT CHECK (tools IS NULL OR json_valid(tools));
ALTER TABLE surgery ADD COLUMN manner_words TEXT;
ALTER TABLE surgery ADD COLUMN monitoring TEXT CHECK (monitoring IN ('used', 'no_change', 'change'));
ALTER TABLE surgery ADD COLUMN disc_extent TEXT CHECK (disc_extent IN ('limited', 'partial', 'large'));
ALTER TABLE surgery ADD COLUMN purposes TEXT CHECK (purposes IS NULL OR json_valid(purposes));
ALTER TABLE surgery ADD COLUMN purpose_words TEXT;
ALTER TABLE surgery ADD COLUMN expected TEXT; -- what the patient expected
ALTER TABLE surgery ADD COLUMN graft TEXT CHECK (graft IS NULL OR json_valid(graft)); -- objects with kind and words
ALTER TABLE surgery ADD COLUMN complication_kinds TEXT CHECK (complication_kinds IS NULL OR json_valid(complication_kinds));
ALTER TABLE surgery ADD COLUMN stay TEXT; -- "4 days"
ALTER TABLE surgery ADD COLUMN work TEXT CHECK (work IN ('full', 'partly', 'no'));
ALTER TABLE surgery ADD COLUMN work_when TEXT; -- how long after the operation, or a time
ALTER TABLE surgery ADD COLUMN source TEXT CHECK (source IN ('operation_note', 'letter', 'recall'));
ALTER TABLE imaging ADD COLUMN transition TEXT
    CHECK (transition IN ('none', 'sacralised_l5', 'lumbarised_s1', 'other'));
ALTER TABLE imaging ADD COLUMN counted_from TEXT
    CHECK (counted_from IN ('c2', 't12_rib', 'iliac_crest', 'lumbosacral_junction'));
ALTER TABLE imaging ADD COLUMN labelled_by TEXT;
