// Made by `cargo xtask gen` from the command table in crates/api. Change it there, not here.

export type Noun = "patient" | "background" | "surgery" | "symptom" | "imaging" | "treatment" | "score";
export type Side = "left" | "right" | "bilateral" | "midline";
export type Missing = "not_asked" | "unknown" | "not_applicable" | "declined" | "absent";
export type Answer<T> = { "value": T } | { "missing": Missing };
export type ToldBy = "patient" | "clinician" | "document" | "device";
export type Region = "cervical" | "thoracic" | "lumbar" | "lumbosacral" | "sacroiliac";
export type Approach = "posterior" | "posterolateral" | "anterior" | "lateral" | "oblique" | "prone_transpsoas" | "combined" | "endoscopic";
export type Outcome = "much_better" | "better" | "same" | "worse";
export type Modality = "mri" | "ct" | "x_ray" | "myelogram" | "bone_scan" | "dexa" | "ultrasound" | "not_stated";
export type Position = "supine" | "standing" | "sitting" | "flexion_extension";
export type TreatmentKind = "drug" | "injection" | "block" | "radiofrequency" | "intervention" | "physiotherapy" | "manual_therapy" | "physical_modality" | "psychology" | "pain_management" | "neuromodulation_trial" | "neuromodulation_implant" | "intrathecal_trial" | "other";
export type Stopped = "ineffective" | "adverse_effect" | "patient_choice" | "completed" | "cost" | "contraindication" | "lost_to_follow_up";
export type Site = "back" | "leg" | "neck" | "arm" | "not_split";
export type Sex = "female" | "male" | "other";
export type Problem = { "code": "required" } | { "code": "too_long", 
/**
 * The limit in characters.
 */
limit: number, } | { "code": "control_character" } | { "code": "not_a_date", 
/**
 * What was typed.
 */
text: string, } | { "code": "no_such_day" } | { "code": "two_digit_year" } | { "code": "in_future" } | { "code": "before_birth" } | { "code": "year_out_of_range" } | { "code": "no_such_anchor", 
/**
 * `operation` or `treatment`.
 */
what: string, 
/**
 * The number that was typed.
 */
number: number, } | { "code": "not_an_interval", 
/**
 * What was typed.
 */
text: string, } | { "code": "not_a_level", 
/**
 * The part that was not understood.
 */
text: string, } | { "code": "levels_reversed", 
/**
 * The same levels in the right order.
 */
right: string, } | { "code": "not_neighbours", 
/**
 * What was typed.
 */
text: string, 
/**
 * How many segments it spans.
 */
segments: number, } | { "code": "side_needed" } | { "code": "out_of_range", 
/**
 * The lowest value allowed.
 */
min: number, 
/**
 * The highest value allowed.
 */
max: number, } | { "code": "not_a_number", 
/**
 * What was typed.
 */
text: string, } | { "code": "not_whole" } | { "code": "relief_and_worse" } | { "code": "end_before_start" };
export type Issue = { 
/**
 * The field, as a path from the fact: `levels`, `findings.0.levels`.
 */
path: string, 
/**
 * What is wrong with it.
 */
problem: Problem, };
export type Nothing = Record<symbol, never>;
export type ApiError = { "code": "locked" } | { "code": "forbidden" } | { "code": "not_found" } | { "code": "invalid", 
/**
 * Everything that is wrong, by field.
 */
issues: Array<Issue>, } | { "code": "conflict", 
/**
 * The kind of entry.
 */
noun: Noun, 
/**
 * The entry.
 */
entry: string, 
/**
 * The version that counts now.
 */
version: number, 
/**
 * The draft that holds the text that came second.
 */
draft: string, } | { "code": "retracted" } | { "code": "newer_schema" } | { "code": "unavailable" } | { "code": "disk_full" } | { "code": "vault", 
/**
 * Why.
 */
problem: VaultProblem, } | { "code": "internal", 
/**
 * Finds the entry in the log.
 */
reference: string, };
export type VaultProblem = { "problem": "wrong_passphrase" } | { "problem": "wait", 
/**
 * How many seconds are left.
 */
seconds: number, } | { "problem": "in_use" } | { "problem": "damaged" } | { "problem": "foreign" } | { "problem": "key_file_missing" } | { "problem": "already_exists" } | { "problem": "read_only" } | { "problem": "too_weak", 
/**
 * How many more characters it needs; 0 where it is long enough.
 */
characters: number, 
/**
 * Or how many more different words.
 */
words: number, 
/**
 * It uses too few different characters.
 */
repetitive: boolean, };
export type VaultState = "absent" | "locked" | "open";
export type VaultStatus = { 
/**
 * Whether it is there and open.
 */
state: VaultState, 
/**
 * Where it is or will be.
 */
place: string, };
export type CreateVault = { 
/**
 * The passphrase, at least 15 characters or 6 words.
 */
passphrase: string, };
export type UnlockVault = { 
/**
 * The passphrase.
 */
passphrase: string, };
export type Theme = "system" | "light" | "dark" | "contrast";
export type Preferences = { 
/**
 * The colours.
 */
theme: Theme, };
export type Settings = { 
/**
 * The clinic's name on letters.
 */
clinic_name: string, 
/**
 * Address and contact lines on letters.
 */
clinic_lines: Array<string>, 
/**
 * The author of letters.
 */
author_name: string, 
/**
 * The author's role.
 */
author_role: string, 
/**
 * The author's registration number with its body.
 */
author_registration: string, 
/**
 * How to reach the author.
 */
author_contact: string, 
/**
 * The sheet letters are printed on.
 */
paper: PaperSize, 
/**
 * Minutes without a key or a click after which Lamina locks, 1 to 30.
 */
idle_minutes: number, };
export type PaperSize = "a4" | "us_letter";
export type PatientKey = { 
/**
 * The patient.
 */
patient: string, };
export type SearchPatients = { 
/**
 * Any parts of a name, a birth date, a number, a level, an operation or a medicine, in any order.
 */
text: string, 
/**
 * At most so many.
 */
limit: number, };
export type SimilarPatients = { 
/**
 * Family name as typed so far.
 */
family: string, 
/**
 * Given names as typed so far.
 */
given: string, 
/**
 * Birth date as typed so far.
 */
born: string, };
export type PatientHit = { 
/**
 * The patient.
 */
id: string, 
/**
 * "Family, Given".
 */
name: string, 
/**
 * Birth date, spelled out; empty where it is not known.
 */
born: string, 
/**
 * Age: "49", or "49 or 50"; empty where it can't be told.
 */
age: string, 
/**
 * Record number.
 */
number: string | null, };
export type SimilarPatient = { 
/**
 * The patient.
 */
hit: PatientHit, 
/**
 * The names are the same.
 */
same_name: boolean, 
/**
 * The birth dates are the same.
 */
same_born: boolean, 
/**
 * The birth dates are the same with day and month exchanged.
 */
swapped_born: boolean, };
export type Counts = { 
/**
 * Operations.
 */
surgery: number, 
/**
 * Symptoms.
 */
symptom: number, 
/**
 * Imaging notes.
 */
imaging: number, 
/**
 * Treatments.
 */
treatment: number, 
/**
 * Scores.
 */
score: number, };
export type PatientView = { 
/**
 * The patient.
 */
id: string, 
/**
 * The version of the person that counts.
 */
version: number, 
/**
 * "Family, Given".
 */
name: string, 
/**
 * Birth date, spelled out, or "age 52 at first visit".
 */
born: string, 
/**
 * Age: "49", or "49 or 50"; empty where it can't be told.
 */
age: string, 
/**
 * Record number.
 */
number: string | null, 
/**
 * Allergies, red flags, implants, anticoagulants, conditions.
 */
alerts: Alerts, 
/**
 * The entry that holds the alerts, where something was recorded.
 */
background: string | null, 
/**
 * Where the published case of a sample patient comes from.
 */
citation: string | null, 
/**
 * How many entries of each kind stand.
 */
counts: Counts, 
/**
 * Verdicts between the first and the last score of each measure.
 */
verdicts: Array<string>, };
export type CareMemberInput = { 
/**
 * Role.
 */
role: string, 
/**
 * Name.
 */
name: string, };
export type PatientInput = { 
/**
 * Family name.
 */
family: string, 
/**
 * Given names.
 */
given: string, 
/**
 * Birth date.
 */
born: string, 
/**
 * Sex.
 */
sex: Sex | null, 
/**
 * Record number.
 */
record_number: string, 
/**
 * Ways to reach the person, a line each.
 */
contact: Array<string>, 
/**
 * Occupation.
 */
occupation: string, 
/**
 * Who else cares for the person.
 */
care_team: Array<CareMemberInput>, 
/**
 * Where a published case comes from; carried along unchanged.
 */
citation: unknown, 
/**
 * Anything else.
 */
note: string, };
export type BackgroundInput = { 
/**
 * Allergies with their reactions.
 */
allergies: Answer<Array<string>>, 
/**
 * Red flags as recorded, in words.
 */
red_flags: Answer<Array<string>>, 
/**
 * Implants and what is known of their MRI status.
 */
implants_mri: Answer<Array<string>>, 
/**
 * Anticoagulants and antiplatelets.
 */
anticoagulants: Answer<Array<string>>, 
/**
 * Other conditions.
 */
conditions: Answer<Array<string>>, };
export type ResultInput = { 
/**
 * The judgement.
 */
judged: Answer<Outcome>, 
/**
 * In the words of the source.
 */
words: string, };
export type SurgeryInput = { 
/**
 * When.
 */
when: string, 
/**
 * What was done.
 */
procedures: Array<string>, 
/**
 * Part of the spine.
 */
region: Region | null, 
/**
 * Levels.
 */
levels: string, 
/**
 * Side of the patient.
 */
side: Answer<Side>, 
/**
 * The way in.
 */
approach: Approach | null, 
/**
 * Surgeon.
 */
surgeon: string, 
/**
 * Hospital.
 */
facility: string, 
/**
 * Why.
 */
indication: string, 
/**
 * What was left in the body.
 */
implants: Array<string>, 
/**
 * What went wrong.
 */
complications: Array<string>, 
/**
 * Result for the back (or neck).
 */
result_back: ResultInput, 
/**
 * Result for the leg (or arm).
 */
result_limb: ResultInput, 
/**
 * Pain-free or clearly better: "never", "still", "3 months", or in other words.
 */
pain_free: string, 
/**
 * Who said it.
 */
told_by: ToldBy, 
/**
 * Anything else.
 */
note: string, };
export type SymptomInput = { 
/**
 * Where.
 */
site: string, 
/**
 * Side of the patient.
 */
side: Answer<Side>, 
/**
 * More on the side: "right more than left".
 */
side_words: string, 
/**
 * Where it spreads.
 */
radiation: string, 
/**
 * What it feels like.
 */
qualities: Array<string>, 
/**
 * When it began.
 */
onset: string, 
/**
 * How it began.
 */
onset_words: string, 
/**
 * What makes it worse.
 */
aggravating: Array<string>, 
/**
 * What eases it.
 */
relieving: Array<string>, 
/**
 * How strong, 0 to 10, whole.
 */
intensity: Answer<string>, 
/**
 * Who said it.
 */
told_by: ToldBy, 
/**
 * Anything else.
 */
note: string, };
export type FindingInput = { 
/**
 * What was seen.
 */
what: string, 
/**
 * At which levels.
 */
levels: string, 
/**
 * On which side of the patient.
 */
side: Answer<Side>, };
export type ImagingInput = { 
/**
 * How; has to be chosen.
 */
modality: Modality | null, 
/**
 * When.
 */
when: string, 
/**
 * Position.
 */
position: Answer<Position>, 
/**
 * What was found.
 */
findings: Array<FindingInput>, 
/**
 * The conclusion.
 */
conclusion: string, 
/**
 * Who said it.
 */
told_by: ToldBy, 
/**
 * Anything else.
 */
note: string, };
export type TreatmentInput = { 
/**
 * The kind; has to be chosen.
 */
kind: TreatmentKind | null, 
/**
 * Its name.
 */
name: string, 
/**
 * Levels it aimed at.
 */
levels: string, 
/**
 * Side of the patient.
 */
side: Answer<Side>, 
/**
 * What it aimed at, in words.
 */
target: string, 
/**
 * Dose, or number of sessions.
 */
dose: string, 
/**
 * From when.
 */
started: string, 
/**
 * Until when; empty also where it goes on.
 */
ended: string, 
/**
 * Percent relief, 0 to 100, whole; more is better.
 */
relief: Answer<string>, 
/**
 * It made things worse.
 */
worsened: boolean, 
/**
 * The response in words.
 */
response: string, 
/**
 * How long the response lasted.
 */
response_lasted: string, 
/**
 * Adverse effects.
 */
adverse_effects: Answer<Array<string>>, 
/**
 * Why it ended.
 */
stopped: Answer<Stopped>, 
/**
 * Why it ended, in words.
 */
stopped_words: string, 
/**
 * Who said it.
 */
told_by: ToldBy, 
/**
 * Anything else.
 */
note: string, };
export type MeasureInput = { "measure": "nrs", 
/**
 * Where.
 */
site: Site, 
/**
 * The rating.
 */
value: string, } | { "measure": "odi", 
/**
 * Percent.
 */
value: string, 
/**
 * Version, such as 2.1a.
 */
version: string, } | { "measure": "number", 
/**
 * What was measured.
 */
name: string, 
/**
 * The number.
 */
value: string, 
/**
 * Its unit.
 */
unit: string, };
export type ScoreInput = { 
/**
 * When it was taken.
 */
when: string, 
/**
 * What was measured; has to be chosen.
 */
measure: MeasureInput, 
/**
 * Who said it.
 */
told_by: ToldBy, 
/**
 * Anything else.
 */
note: string, };
export type FactInput = { "noun": "patient" } & PatientInput | { "noun": "background" } & BackgroundInput | { "noun": "surgery" } & SurgeryInput | { "noun": "symptom" } & SymptomInput | { "noun": "imaging" } & ImagingInput | { "noun": "treatment" } & TreatmentInput | { "noun": "score" } & ScoreInput;
export type Alerts = { 
/**
 * Allergies.
 */
allergies: Answer<Array<string>>, 
/**
 * Red flags.
 */
red_flags: Answer<Array<string>>, 
/**
 * Implants and MRI.
 */
implants_mri: Answer<Array<string>>, 
/**
 * Anticoagulants.
 */
anticoagulants: Answer<Array<string>>, };
export type ListEntries = { 
/**
 * The patient.
 */
patient: string, 
/**
 * The kind.
 */
noun: Noun, };
export type EntryKey = { 
/**
 * The entry.
 */
entry: string, };
export type Detail = { 
/**
 * What it is about.
 */
label: string, 
/**
 * The text.
 */
text: string, };
export type Shown = { 
/**
 * When, as given; "unknown" where it is not known.
 */
when: string, 
/**
 * What, in one line.
 */
title: string, 
/**
 * More, a label and its text each, in the order of reading.
 */
details: Array<Detail>, };
export type EntryRow = { 
/**
 * The entry.
 */
id: string, 
/**
 * Its kind.
 */
noun: Noun, 
/**
 * Its number among its kind in the order of time, from 1: "operation 2".
 */
number: number, 
/**
 * The version that counts.
 */
version: number, 
/**
 * The fact in words.
 */
shown: Shown, 
/**
 * How often it was amended.
 */
amendments: number, };
export type EntryView = { 
/**
 * The entry.
 */
id: string, 
/**
 * The patient.
 */
patient: string, 
/**
 * Its kind.
 */
noun: Noun, 
/**
 * The version that counts.
 */
version: number, 
/**
 * False where it was marked as entered in error.
 */
stands: boolean, 
/**
 * Who recorded this version.
 */
recorded_by: string, 
/**
 * When, in local time: "25 Nov 2026, 14:03".
 */
recorded_at: string, 
/**
 * The fact as typed values.
 */
input: FactInput, 
/**
 * The fact in words.
 */
shown: Shown, };
export type VersionKind = "record" | "amend" | "retract";
export type VersionView = { 
/**
 * Its number, from 1.
 */
version: number, 
/**
 * What it did.
 */
kind: VersionKind, 
/**
 * Why.
 */
reason: string | null, 
/**
 * Who recorded it.
 */
recorded_by: string, 
/**
 * When, in local time.
 */
recorded_at: string, 
/**
 * The fact in words, as it was then.
 */
shown: Shown, 
/**
 * Labels of what differs from the version before.
 */
differs: Array<string>, };
export type ChangeRow = { 
/**
 * The entry.
 */
entry: string, 
/**
 * Its kind.
 */
noun: Noun, 
/**
 * The version.
 */
version: number, 
/**
 * What it did.
 */
kind: VersionKind, 
/**
 * What it is about, in one line.
 */
title: string, 
/**
 * Why.
 */
reason: string | null, 
/**
 * Who.
 */
recorded_by: string, 
/**
 * When, in local time.
 */
recorded_at: string, 
/**
 * False where the entry was marked as entered in error since.
 */
stands: boolean, };
export type RecordEntry = { 
/**
 * Made by the form; the same request sent again is done once.
 */
request: string, 
/**
 * The new entry's id, made by the form.
 */
entry: string, 
/**
 * The patient; for a new patient the same as `entry`.
 */
patient: string, 
/**
 * What was typed.
 */
input: FactInput, 
/**
 * The draft that this save takes the place of.
 */
draft: string | null, };
export type AmendEntry = { 
/**
 * Made by the form; the same request sent again is done once.
 */
request: string, 
/**
 * The entry.
 */
entry: string, 
/**
 * The version that was on the screen.
 */
base_version: number, 
/**
 * What was typed.
 */
input: FactInput, 
/**
 * Why, at least three characters.
 */
reason: string, 
/**
 * The draft that this save takes the place of.
 */
draft: string | null, };
export type RetractEntry = { 
/**
 * Made by the form; the same request sent again is done once.
 */
request: string, 
/**
 * The entry.
 */
entry: string, 
/**
 * The version that was on the screen.
 */
base_version: number, 
/**
 * Why, at least three characters.
 */
reason: string, };
export type TextKind = "when" | "born" | "levels" | "pain_free" | "relief";
export type Understand = { 
/**
 * What kind of text it is.
 */
kind: TextKind, 
/**
 * What was typed.
 */
text: string, 
/**
 * The patient in whose record "operation 2" is looked for.
 */
patient: string | null, };
export type Understood = { 
/**
 * The normal form, in which it is kept and printed; levels say how many segments they are.
 */
shown: string | null, 
/**
 * What is wrong.
 */
problem: Problem | null, };
export type DraftKey = { 
/**
 * The draft.
 */
draft: string, };
export type SaveDraft = { 
/**
 * The draft; its id is made by the form.
 */
draft: string, 
/**
 * The patient; none for a patient who is just being entered.
 */
patient: string | null, 
/**
 * The entry that is being changed, where it is one.
 */
entry: string | null, 
/**
 * The version of that entry that was on the screen.
 */
base_version: number | null, 
/**
 * What was typed.
 */
input: FactInput, };
export type DraftView = { 
/**
 * The draft.
 */
draft: string, 
/**
 * The patient; none for a patient who was just being entered.
 */
patient: string | null, 
/**
 * What kind of entry it is.
 */
noun: Noun, 
/**
 * The entry that was being changed, where it is one.
 */
entry: string | null, 
/**
 * The version of that entry that was on the screen.
 */
base_version: number | null, 
/**
 * When it was last kept, in local time: "25 Nov 2026, 14:03".
 */
kept_at: string, 
/**
 * What was typed.
 */
input: FactInput, };
export type ChartPaper = "light" | "dark";
export type ProgressRequest = { 
/**
 * The patient.
 */
patient: string, 
/**
 * Width of the drawing in pixels, 320 to 4000.
 */
width: number, 
/**
 * The colours.
 */
paper: ChartPaper, 
/**
 * The score from which change is counted; the first of each measure where none is chosen.
 */
baseline: string | null, };
export type ScoreRow = { 
/**
 * The score.
 */
id: string, 
/**
 * When, as given.
 */
when: string, 
/**
 * What was measured.
 */
measure: string, 
/**
 * The number with its unit.
 */
value: string, 
/**
 * Change from the baseline in words; empty where there is none to compare with.
 */
change: string, 
/**
 * Anything else.
 */
note: string, 
/**
 * False where the date is not known well enough to be drawn.
 */
placed: boolean, 
/**
 * True where change is counted from this score.
 */
baseline: boolean, };
export type ProgressView = { 
/**
 * The drawing as SVG; none where no score has a date yet.
 */
svg: string | null, 
/**
 * What the drawing shows, in words.
 */
summary: string, 
/**
 * Every score, oldest first.
 */
rows: Array<ScoreRow>, 
/**
 * Verdict of each measure.
 */
verdicts: Array<string>, 
/**
 * How many scores have no date that can be drawn.
 */
not_placed: number, };
export type LetterRequest = { 
/**
 * The patient.
 */
patient: string, 
/**
 * Address of the recipient, a line each.
 */
recipient: Array<string>, 
/**
 * Why the letter is written.
 */
reason: string, 
/**
 * What the recipient is asked.
 */
question: string, 
/**
 * How urgent it is, in words.
 */
urgency: string, };
export type LetterKey = { 
/**
 * The letter.
 */
letter: string, };
export type LetterPreview = { 
/**
 * The letter.
 */
letter: string, 
/**
 * How many pages.
 */
pages: number, 
/**
 * Width of a page in points.
 */
width: number, 
/**
 * Height of a page in points.
 */
height: number, 
/**
 * Size of the file in bytes.
 */
bytes: number, 
/**
 * The same letter as plain text, for pasting.
 */
text: string, 
/**
 * What the record does not hold.
 */
not_recorded: Array<string>, };
export type LetterPageRequest = { 
/**
 * The letter.
 */
letter: string, 
/**
 * The page, from 1.
 */
page: number, 
/**
 * Pixels to a point, 0.5 to 4.
 */
scale: number, };
export type LetterPage = { 
/**
 * The picture as a `data:` address of a PNG.
 */
picture: string, };
export type SavedLetter = { 
/**
 * The folder.
 */
folder: string, 
/**
 * The name of the file; it says nothing about the patient.
 */
name: string, };
export type Changed<T> = { 
/**
 * What came of it.
 */
value: T, 
/**
 * Keys of what changed.
 */
changes: Array<string>, };

export interface Commands {
  vault_status: { request: Nothing; response: VaultStatus };
  create_vault: { request: CreateVault; response: VaultStatus };
  unlock_vault: { request: UnlockVault; response: VaultStatus };
  lock_vault: { request: Nothing; response: VaultStatus };
  get_preferences: { request: Nothing; response: Preferences };
  save_preferences: { request: Preferences; response: Nothing };
  stay_awake: { request: Nothing; response: Nothing };
  search_patients: { request: SearchPatients; response: Array<PatientHit> };
  recent_patients: { request: Nothing; response: Array<PatientHit> };
  similar_patients: { request: SimilarPatients; response: Array<SimilarPatient> };
  open_patient: { request: PatientKey; response: PatientView };
  add_sample: { request: Nothing; response: Changed<Nothing> };
  remove_sample: { request: Nothing; response: Changed<Nothing> };
  list_entries: { request: ListEntries; response: Array<EntryRow> };
  get_entry: { request: EntryKey; response: EntryView };
  entry_history: { request: EntryKey; response: Array<VersionView> };
  record_entry: { request: RecordEntry; response: Changed<EntryView> };
  amend_entry: { request: AmendEntry; response: Changed<EntryView> };
  retract_entry: { request: RetractEntry; response: Changed<Nothing> };
  list_changes: { request: PatientKey; response: Array<ChangeRow> };
  understand: { request: Understand; response: Understood };
  save_draft: { request: SaveDraft; response: Nothing };
  list_drafts: { request: Nothing; response: Array<DraftView> };
  discard_draft: { request: DraftKey; response: Nothing };
  progress_chart: { request: ProgressRequest; response: ProgressView };
  preview_letter: { request: LetterRequest; response: LetterPreview };
  letter_page: { request: LetterPageRequest; response: LetterPage };
  save_letter: { request: LetterKey; response: SavedLetter };
  view_letter: { request: LetterKey; response: Nothing };
  get_settings: { request: Nothing; response: Settings };
  save_settings: { request: Settings; response: Changed<Settings> };
}
