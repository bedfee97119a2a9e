// Made by `cargo xtask gen` from the command table in crates/api. Change it there, not here.

export type Noun = "patient" | "background" | "surgery" | "symptom" | "imaging" | "treatment" | "score" | "flag" | "resolution" | "device" | "anticoagulant" | "check" | "walking_plan" | "walking_event" | "walking_row" | "goal" | "reading" | "examination" | "diagnosis" | "electrodiagnosis" | "untried" | "neuromodulation" | "neuromodulation_step" | "trial_day" | "pump_setting" | "circumstance" | "plan_item" | "shared_decision" | "document" | "visit";
export const nounValues = ["patient", "background", "surgery", "symptom", "imaging", "treatment", "score", "flag", "resolution", "device", "anticoagulant", "check", "walking_plan", "walking_event", "walking_row", "goal", "reading", "examination", "diagnosis", "electrodiagnosis", "untried", "neuromodulation", "neuromodulation_step", "trial_day", "pump_setting", "circumstance", "plan_item", "shared_decision", "document", "visit"] as const satisfies readonly Noun[];
export type Side = "left" | "right" | "bilateral" | "midline";
export const sideValues = ["left", "right", "bilateral", "midline"] as const satisfies readonly Side[];
export type Missing = "not_asked" | "unknown" | "not_applicable" | "declined" | "absent";
export const missingValues = ["not_asked", "unknown", "not_applicable", "declined", "absent"] as const satisfies readonly Missing[];
export type Answer<T> = { "value": T } | { "missing": Missing };
export type ToldBy = "patient" | "clinician" | "document" | "device";
export const toldByValues = ["patient", "clinician", "document", "device"] as const satisfies readonly ToldBy[];
export type Region = "cervical" | "thoracic" | "lumbar" | "lumbosacral" | "sacroiliac";
export const regionValues = ["cervical", "thoracic", "lumbar", "lumbosacral", "sacroiliac"] as const satisfies readonly Region[];
export type Approach = "posterior" | "posterolateral" | "anterior" | "lateral" | "oblique" | "prone_transpsoas" | "combined" | "endoscopic";
export const approachValues = ["posterior", "posterolateral", "anterior", "lateral", "oblique", "prone_transpsoas", "combined", "endoscopic"] as const satisfies readonly Approach[];
export type Outcome = "much_better" | "better" | "same" | "worse";
export const outcomeValues = ["much_better", "better", "same", "worse"] as const satisfies readonly Outcome[];
export type Modality = "mri" | "ct" | "x_ray" | "flexion_extension" | "whole_spine" | "myelogram" | "ct_myelogram" | "discography" | "bone_scan" | "spect_ct" | "dexa" | "ultrasound" | "not_stated";
export const modalityValues = ["mri", "ct", "x_ray", "flexion_extension", "whole_spine", "myelogram", "ct_myelogram", "discography", "bone_scan", "spect_ct", "dexa", "ultrasound", "not_stated"] as const satisfies readonly Modality[];
export type Position = "supine" | "standing" | "sitting" | "flexion_extension";
export const positionValues = ["supine", "standing", "sitting", "flexion_extension"] as const satisfies readonly Position[];
export type TreatmentKind = "drug" | "injection" | "block" | "radiofrequency" | "intervention" | "physiotherapy" | "manual_therapy" | "physical_modality" | "psychology" | "pain_management" | "neuromodulation_trial" | "neuromodulation_implant" | "intrathecal_trial" | "other";
export const treatmentKindValues = ["drug", "injection", "block", "radiofrequency", "intervention", "physiotherapy", "manual_therapy", "physical_modality", "psychology", "pain_management", "neuromodulation_trial", "neuromodulation_implant", "intrathecal_trial", "other"] as const satisfies readonly TreatmentKind[];
export type StopReason = "ineffective" | "adverse_effect" | "patient_choice" | "completed" | "cost" | "contraindication" | "lost_to_follow_up" | "other";
export const stopReasonValues = ["ineffective", "adverse_effect", "patient_choice", "completed", "cost", "contraindication", "lost_to_follow_up", "other"] as const satisfies readonly StopReason[];
export type TreatmentStatus = "running" | "ended" | "one_off" | "unknown";
export const treatmentStatusValues = ["running", "ended", "one_off", "unknown"] as const satisfies readonly TreatmentStatus[];
export type TreatmentStanding = "running" | "not_begun" | "ended" | "may_have_ended" | "one_off" | "unknown";
export const treatmentStandingValues = ["running", "not_begun", "ended", "may_have_ended", "one_off", "unknown"] as const satisfies readonly TreatmentStanding[];
export type Rung = "exercise" | "passive" | "psychology" | "medicine" | "injection" | "radiofrequency" | "intervention" | "stimulation" | "intrathecal" | "unplaced";
export const rungValues = ["exercise", "passive", "psychology", "medicine", "injection", "radiofrequency", "intervention", "stimulation", "intrathecal", "unplaced"] as const satisfies readonly Rung[];
export type Effect = "halved" | "helped" | "little" | "none" | "worse" | "in_words" | "unordered" | "not_recorded";
export const effectValues = ["halved", "helped", "little", "none", "worse", "in_words", "unordered", "not_recorded"] as const satisfies readonly Effect[];
export type MedicinesAsked = "listed";
export const medicinesAskedValues = ["listed"] as const satisfies readonly MedicinesAsked[];
export type Site = "back" | "leg" | "neck" | "arm" | "not_split";
export const siteValues = ["back", "leg", "neck", "arm", "not_split"] as const satisfies readonly Site[];
export type PainKind = "now" | "average" | "worst" | "least";
export const painKindValues = ["now", "average", "worst", "least"] as const satisfies readonly PainKind[];
export type Sex = "female" | "male" | "other";
export const sexValues = ["female", "male", "other"] as const satisfies readonly Sex[];
export type MedicineHint = "once" | "single" | "continuous" | "amount_a_day" | "own_line";
export const medicineHintValues = ["once", "single", "continuous", "amount_a_day", "own_line"] as const satisfies readonly MedicineHint[];
export type MedicineProblem = { "code": "no_name" } | { "code": "too_long", 
/**
 * The limit in characters.
 */
limit: number, } | { "code": "control_character" } | { "code": "refused_name", 
/**
 * The name as it was typed.
 */
text: string, 
/**
 * Which medicines it could be.
 */
because: string, } | { "code": "two_meanings", 
/**
 * The abbreviation as it was typed.
 */
text: string, 
/**
 * One thing that it means.
 */
one: string, 
/**
 * The other thing that it means.
 */
other: string, } | { "code": "not_understood", 
/**
 * From the first word that was not understood.
 */
text: string, } | { "code": "not_a_frequency", 
/**
 * What was typed in place of one.
 */
text: string, } | { "code": "not_a_number", 
/**
 * What was typed in place of one.
 */
text: string, } | { "code": "two_numbers", 
/**
 * The number as it was typed.
 */
text: string, 
/**
 * One way to read it.
 */
one: string, 
/**
 * The other way to read it.
 */
other: string, } | { "code": "range_reversed", 
/**
 * The smaller end, which was typed last.
 */
low: string, 
/**
 * The larger end, which was typed first.
 */
high: string, } | { "code": "zero" } | { "code": "unit_missing", 
/**
 * The amount as it was typed.
 */
text: string, 
/**
 * The units that would do: "micrograms/h" for a patch.
 */
usual: string, } | { "code": "second_amount", 
/**
 * From where the line was read no further.
 */
text: string, } | { "code": "not_clear", 
/**
 * The part that is not clear, as it was typed.
 */
text: string, 
/**
 * What would be clear.
 */
hint: MedicineHint, } | { "code": "changed_too_often", 
/**
 * How often it was said to be changed.
 */
changed: string, } | { "code": "unusual_unit", 
/**
 * The ingredient that it was typed for.
 */
name: string, 
/**
 * The unit that was typed.
 */
unit: string, 
/**
 * The units in which that ingredient is written.
 */
usual: string, } | { "code": "amounts_dont_match", 
/**
 * How many ingredients were named.
 */
names: number, 
/**
 * How many amounts were given.
 */
amounts: number, } | { "code": "amounts_exchanged", 
/**
 * The opioid that has more in it than the paracetamol beside it.
 */
name: string, 
/**
 * Its amount as read.
 */
amount: string, } | { "code": "brand_as_ingredient", 
/**
 * The name of the brand.
 */
brand: string, 
/**
 * Its ingredients, joined by "and".
 */
holds: string, } | { "code": "names_disagree", 
/**
 * The name of the brand.
 */
brand: string, } | { "code": "twice", 
/**
 * `frequency`, `dose`, `strength`, `maximum` or `actual use`.
 */
what: string, 
/**
 * From where the line was read no further.
 */
text: string, } | { "code": "dose_of_mixture" };
export type Problem = { "code": "required" } | { "code": "too_long", 
/**
 * The limit in characters.
 */
limit: number, } | { "code": "control_character" } | { "code": "not_a_date", 
/**
 * What was typed in place of one.
 */
text: string, } | { "code": "no_such_day" } | { "code": "day_needed" } | { "code": "two_digit_year" } | { "code": "two_winters", 
/**
 * The winter that ends in that year.
 */
one: string, 
/**
 * The winter that begins in it.
 */
other: string, } | { "code": "in_future" } | { "code": "before_birth" } | { "code": "year_out_of_range" } | { "code": "no_such_anchor", 
/**
 * `operation`, `treatment`, `imaging`: as the kind is called there.
 */
what: string, 
/**
 * The number that was typed.
 */
number: number, } | { "code": "not_a_link", 
/**
 * What was typed in place of one.
 */
text: string, } | { "code": "entry_gone", 
/**
 * `imaging`, `operation`: as the kind is called there.
 */
what: string, } | { "code": "named_twice" } | { "code": "not_icd10_cm", 
/**
 * What was typed in place of one.
 */
text: string, } | { "code": "code_not_whole", 
/**
 * The heading as a code is written.
 */
typed: string, 
/**
 * More exact codes, the first few.
 */
instead: Array<string>, } | { "code": "seventh_missing", 
/**
 * The code without it, or with a wrong one.
 */
typed: string, 
/**
 * The same for a first treatment.
 */
instead: string, } | { "code": "circular_times", 
/**
 * The circle: "operation 1 from operation 2 from operation 1".
 */
chain: string, } | { "code": "named_by_others", 
/**
 * How many entries do so.
 */
count: number, } | { "code": "same_bout" } | { "code": "same_day" } | { "code": "changed_and_not" } | { "code": "baseline_incomplete" } | { "code": "not_a_time", 
/**
 * What was typed in place of one.
 */
text: string, } | { "code": "not_clear", 
/**
 * What is open, as a sentence.
 */
why: string, } | { "code": "plan_not_ended" } | { "code": "quota_runs" } | { "code": "plan_state" } | { "code": "pause_stays" } | { "code": "day_or_month", 
/**
 * With the day first.
 */
one: string, 
/**
 * With the month first.
 */
other: string, } | { "code": "not_an_interval", 
/**
 * What was typed in place of one.
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
 * The level as it was typed.
 */
text: string, 
/**
 * How many segments it spans.
 */
segments: number, } | { "code": "side_in_levels", 
/**
 * The levels without it, in their normal form.
 */
levels: string, 
/**
 * The word for the side.
 */
side: string, } | { "code": "levels_unclear", 
/**
 * The part as it was typed.
 */
text: string, 
/**
 * One reading in its normal form.
 */
one: string, 
/**
 * The other reading in its normal form.
 */
other: string, } | { "code": "level_count", 
/**
 * The number that was said.
 */
said: number, 
/**
 * How many are named.
 */
named: number, } | { "code": "side_needed" } | { "code": "out_of_range", 
/**
 * The lowest value allowed.
 */
min: number, 
/**
 * The highest value allowed.
 */
max: number, } | { "code": "not_above_zero", 
/**
 * The highest value allowed.
 */
max: number, } | { "code": "window_too_wide", 
/**
 * The most days before.
 */
early: number, 
/**
 * The most days after.
 */
late: number, } | { "code": "first_not_smaller" } | { "code": "not_a_number", 
/**
 * What was typed in place of one.
 */
text: string, } | { "code": "not_a_grade", 
/**
 * What was typed in place of one.
 */
text: string, } | { "code": "no_percent" } | { "code": "not_whole" } | { "code": "relief_and_worse" } | { "code": "period_of_now" } | { "code": "end_before_start" } | { "code": "onset_before_operation", 
/**
 * The number of that operation.
 */
number: number, } | { "code": "onset_after_operation", 
/**
 * The number of that operation.
 */
number: number, } | { "code": "fusion_needs_segment" } | { "code": "before_its_operation", 
/**
 * Which operation it names.
 */
number: number, } | { "code": "of_itself" } | { "code": "one_procedure_a_line" } | { "code": "not_a_root", 
/**
 * The level that was given.
 */
text: string, } | { "code": "not_a_region", 
/**
 * What was given in place of one.
 */
text: string, } | { "code": "not_a_measurement", 
/**
 * What was typed in place of one.
 */
text: string, } | { "code": "changed_and_normal" } | { "code": "not_minutes", 
/**
 * What was typed in place of them.
 */
text: string, } | { "code": "not_a_distance", 
/**
 * What was typed in place of one.
 */
text: string, } | { "code": "response_before_start" } | { "code": "not_a_medicine", 
/**
 * Why it is not understood.
 */
why: MedicineProblem, } | { "code": "not_a_concentration", 
/**
 * What was typed in place of one.
 */
text: string, } | { "code": "not_a_daily_dose", 
/**
 * What was typed in place of one.
 */
text: string, } | { "code": "running_and_ended" } | { "code": "medicine_of_other_kind" } | { "code": "do_not_go_together" } | { "code": "injection_of_other_kind" } | { "code": "therapy_of_other_kind" } | { "code": "other_medicine" } | { "code": "not_a_content_hash" } | { "code": "file_not_at_hand" } | { "code": "file_in_record" } | { "code": "names_another_person" } | { "code": "too_many_files", 
/**
 * The most of one record.
 */
most: number, } | { "code": "no_room_for_files", 
/**
 * The most of a vault, in GiB.
 */
most: number, };
export type Issue = { 
/**
 * The field, as a path from the fact: `levels`, `findings.0.levels`.
 */
path: string, 
/**
 * What is wrong with it.
 */
problem: Problem, };
export type Course = "new" | "changed" | "long_standing_unchanged" | "not_said";
export const courseValues = ["new", "changed", "long_standing_unchanged", "not_said"] as const satisfies readonly Course[];
export type FlagLevel = "C" | "U" | "E1" | "E0";
export const flagLevelValues = ["C", "U", "E1", "E0"] as const satisfies readonly FlagLevel[];
export type FlagGroupName = "bladder_bowel_saddle" | "cord" | "nerves" | "infection" | "pain_pattern" | "tumour" | "fracture" | "wound" | "device" | "inflammatory" | "vessels" | "mind" | "opioid";
export const flagGroupNameValues = ["bladder_bowel_saddle", "cord", "nerves", "infection", "pain_pattern", "tumour", "fracture", "wound", "device", "inflammatory", "vessels", "mind", "opioid"] as const satisfies readonly FlagGroupName[];
export type AgentClass = "vitamin_k_antagonist" | "factor_xa_inhibitor" | "thrombin_inhibitor" | "heparin" | "p2y12_inhibitor" | "aspirin" | "other";
export const agentClassValues = ["vitamin_k_antagonist", "factor_xa_inhibitor", "thrombin_inhibitor", "heparin", "p2y12_inhibitor", "aspirin", "other"] as const satisfies readonly AgentClass[];
export type RiskClass = "low" | "intermediate" | "high";
export const riskClassValues = ["low", "intermediate", "high"] as const satisfies readonly RiskClass[];
export type ImplantKind = "screws_and_rods" | "cage" | "plate_or_hook" | "fusion_metal" | "artificial_disc" | "interspinous" | "generator" | "lead" | "pump" | "catheter" | "cement_or_graft" | "other" | "unknown";
export const implantKindValues = ["screws_and_rods", "cage", "plate_or_hook", "fusion_metal", "artificial_disc", "interspinous", "generator", "lead", "pump", "catheter", "cement_or_graft", "other", "unknown"] as const satisfies readonly ImplantKind[];
export type PartState = "in_use" | "abandoned" | "fractured" | "removed" | "unknown";
export const partStateValues = ["in_use", "abandoned", "fractured", "removed", "unknown"] as const satisfies readonly PartState[];
export type MriVerdict = "not_assessed" | "none_recorded" | "note" | "conditional" | "warning";
export const mriVerdictValues = ["not_assessed", "none_recorded", "note", "conditional", "warning"] as const satisfies readonly MriVerdict[];
export type InjectionCheck = "infection" | "glucose" | "contrast_allergy" | "steroid_allergy" | "pregnancy" | "immunosuppression" | "consent" | "side_and_level";
export const injectionCheckValues = ["infection", "glucose", "contrast_allergy", "steroid_allergy", "pregnancy", "immunosuppression", "consent", "side_and_level"] as const satisfies readonly InjectionCheck[];
export type Reply = "yes" | "no" | "does_not_apply" | "unknown" | "declined" | "not_asked";
export const replyValues = ["yes", "no", "does_not_apply", "unknown", "declined", "not_asked"] as const satisfies readonly Reply[];
export type ClearanceItem = "medical_clearance" | "restrictions" | "fracture_excluded" | "red_flags_explained" | "shoes_and_ground" | "falls_and_aid" | "heart";
export const clearanceItemValues = ["medical_clearance", "restrictions", "fracture_excluded", "red_flags_explained", "shoes_and_ground", "falls_and_aid", "heart"] as const satisfies readonly ClearanceItem[];
export type DiarySymptom = "new_numbness" | "new_weakness" | "bladder_or_bowel" | "chest_pain" | "fall" | "sudden_severe_pain" | "leg_pain_further_down" | "leg_pain_further_up";
export const diarySymptomValues = ["new_numbness", "new_weakness", "bladder_or_bowel", "chest_pain", "fall", "sudden_severe_pain", "leg_pain_further_down", "leg_pain_further_up"] as const satisfies readonly DiarySymptom[];
export type WalkingPace = "easy" | "comfortable" | "brisk";
export const walkingPaceValues = ["easy", "comfortable", "brisk"] as const satisfies readonly WalkingPace[];
export type WalkingStep = "duration" | "frequency" | "pace";
export const walkingStepValues = ["duration", "frequency", "pace"] as const satisfies readonly WalkingStep[];
export type WalkingAdvice = "raise" | "maintain" | "hold" | "cut" | "review" | "pause";
export const walkingAdviceValues = ["raise", "maintain", "hold", "cut", "review", "pause"] as const satisfies readonly WalkingAdvice[];
export type WeekColour = "no_data" | "green" | "amber" | "red";
export const weekColourValues = ["no_data", "green", "amber", "red"] as const satisfies readonly WeekColour[];
export type WalkingCaution = "severe_sciatica" | "claudication" | "herniation" | "degeneration" | "arthritis" | "inflammatory" | "osteoporosis" | "recent_fusion" | "ground";
export const walkingCautionValues = ["severe_sciatica", "claudication", "herniation", "degeneration", "arthritis", "inflammatory", "osteoporosis", "recent_fusion", "ground"] as const satisfies readonly WalkingCaution[];
export type WalkingSurface = "outdoors_level" | "outdoors_uneven" | "treadmill" | "track" | "indoors" | "water" | "stairs";
export const walkingSurfaceValues = ["outdoors_level", "outdoors_uneven", "treadmill", "track", "indoors", "water", "stairs"] as const satisfies readonly WalkingSurface[];
export type DateOrder = "day_first" | "month_first";
export const dateOrderValues = ["day_first", "month_first"] as const satisfies readonly DateOrder[];
export type PreferredTerm = "psps" | "fbss" | "post_laminectomy";
export const preferredTermValues = ["psps", "fbss", "post_laminectomy"] as const satisfies readonly PreferredTerm[];
export type Nothing = Record<symbol, never>;
export type ApiError = { "code": "locked" } | { "code": "forbidden" } | { "code": "not_in_role", 
/**
 * The role that they have in the clinic.
 */
role: Role, } | { "code": "own_passphrase_first" } | { "code": "not_found" } | { "code": "invalid", 
/**
 * Everything that is wrong, by field.
 */
issues: Array<Issue>, } | { "code": "conflict", 
/**
 * The kind of entry.
 */
noun: Noun, 
/**
 * The entry that was changed; nil where the settings were.
 */
entry: string, 
/**
 * The version that counts now.
 */
version: number, 
/**
 * The draft that holds the text that came second.
 */
draft: string, } | { "code": "retracted" } | { "code": "newer_schema" } | { "code": "unavailable" } | { "code": "disk_full" } | { "code": "letter_too_long", 
/**
 * The most pages that a letter has.
 */
most: number, } | { "code": "no_viewer" } | { "code": "vault", 
/**
 * What is wrong, as a code with its data.
 */
problem: VaultProblem, } | { "code": "internal", 
/**
 * Finds the entry in the log.
 */
reference: string, };
export type VaultProblem = { "problem": "wrong_passphrase" } | { "problem": "name_missing" } | { "problem": "name_taken" } | { "problem": "too_many_people" } | { "problem": "code_again" } | { "problem": "not_on_record" } | { "problem": "wrong_recovery_key" } | { "problem": "no_recovery_key" } | { "problem": "mistyped", 
/**
 * Their places, from 1.
 */
groups: Array<number>, } | { "problem": "recovery_length", 
/**
 * How many were typed.
 */
signs: number, } | { "problem": "another_recovery_key" } | { "problem": "wait", 
/**
 * How many seconds are left.
 */
seconds: number, } | { "problem": "in_use" } | { "problem": "second_name" } | { "problem": "damaged" } | { "problem": "foreign" } | { "problem": "key_file_missing" } | { "problem": "not_a_backup" } | { "problem": "backup_damaged" } | { "problem": "already_exists" } | { "problem": "read_only" } | { "problem": "too_weak", 
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
export const vaultStateValues = ["absent", "locked", "open"] as const satisfies readonly VaultState[];
export type VaultStatus = { 
/**
 * Whether it is there and open.
 */
state: VaultState, 
/**
 * Where it is or will be.
 */
place: string, 
/**
 * Several people open it, each under a name.
 */
by_name: boolean, 
/**
 * The name under which somebody signed in here last; empty where nobody did.
 */
last_name: string, 
/**
 * Who has it open; none while it is closed.
 */
me: Me | null, };
export type CreateVault = { 
/**
 * The passphrase, at least 15 characters or 6 words.
 */
passphrase: string, };
export type UnlockVault = { 
/**
 * The name under which somebody signs in; empty in a vault of one person.
 */
name: string, 
/**
 * Their passphrase as it was last set, or the code that they were given.
 */
passphrase: string, };
export type BackupTrouble = "no_folder" | "read_only" | "full" | "damaged" | "other";
export const backupTroubleValues = ["no_folder", "read_only", "full", "damaged", "other"] as const satisfies readonly BackupTrouble[];
export type BackupMade = { 
/**
 * When, in local time: "25 Nov 2026, 14:03".
 */
at: string, 
/**
 * The file with its full path.
 */
place: string, 
/**
 * Its length in bytes.
 */
bytes: number, 
/**
 * How many patients stand in it.
 */
patients: number, 
/**
 * It was made more than 48 hours ago.
 */
is_old: boolean, };
export type BackupFailed = { 
/**
 * When, in local time.
 */
at: string, 
/**
 * The folder, with its full path, in which it was to be made.
 */
place: string, 
/**
 * What kept it from being made.
 */
why: BackupTrouble, };
export type BackupFolder = { 
/**
 * By which the window says it.
 */
folder: string, 
/**
 * Its full path, to be read by people; the window never sends it back.
 */
place: string, 
/**
 * On a drive that can be taken out; the other one lies beside the vault.
 */
removable: boolean, 
/**
 * It is there now.
 */
present: boolean, };
export type BackupView = { 
/**
 * Backups are made without being asked for.
 */
on: boolean, 
/**
 * The folder in which they are made, out of `folders`.
 */
chosen: string, 
/**
 * The folders that can be chosen.
 */
folders: Array<BackupFolder>, 
/**
 * The last one on any drive; none where none was made yet.
 */
last: BackupMade | null, 
/**
 * The last one on another drive than the vault's.
 */
last_elsewhere: BackupMade | null, 
/**
 * The last try in the chosen folder, where it did not work.
 */
failed: BackupFailed | null, 
/**
 * Something was recorded since the last one, or there is none.
 */
is_due: boolean, };
export type SetBackup = { 
/**
 * Whether they are made without being asked for.
 */
on: boolean, 
/**
 * The token of the folder, as [`BackupFolder`] says it.
 */
folder: string, };
export type FoundBackup = { 
/**
 * By which the window says it.
 */
backup: string, 
/**
 * The file with its full path.
 */
place: string, 
/**
 * When it was made, in local time.
 */
at: string, 
/**
 * How many patients stand in it.
 */
patients: number, };
export type LookIntoBackup = { 
/**
 * The token of the backup, as [`FoundBackup`] says it.
 */
backup: string, 
/**
 * The passphrase that opened the vault when it was made, or its recovery key of then.
 */
passphrase: string, };
export type RestoreBackup = { 
/**
 * The token of the backup, as [`FoundBackup`] says it.
 */
backup: string, 
/**
 * The passphrase that opened the vault when it was made, or its recovery key of then.
 */
passphrase: string, 
/**
 * A vault that is there is kept aside; without it one that is there is left in place.
 */
replace: boolean, };
export type Role = "owner" | "clinician" | "physiotherapist" | "assistant" | "auditor";
export const roleValues = ["owner", "clinician", "physiotherapist", "assistant", "auditor"] as const satisfies readonly Role[];
export type Access = "always" | "signed_in" | "anyone" | "read" | "record" | "take_out" | "configure" | "manage" | "audit";
export const accessValues = ["always", "signed_in", "anyone", "read", "record", "take_out", "configure", "manage", "audit"] as const satisfies readonly Access[];
export type Me = { 
/**
 * The name under which what they do is recorded.
 */
name: string, 
/**
 * Their role in the clinic.
 */
role: Role, 
/**
 * They signed in by a code and have to set a passphrase of their own before anything else.
 */
by_code: boolean, 
/**
 * What they may do.
 */
may: Array<Access>, 
/**
 * What they may record.
 */
records: Array<Noun>, 
/**
 * Whether they may let a paused walking plan go on.
 */
reopens_walking: boolean, };
export type Profile = { 
/**
 * Their position, as it stands under a letter.
 */
position: string, 
/**
 * Their registration number with its body.
 */
registration: string, 
/**
 * How to reach them.
 */
contact: string, };
export type StaffMember = { 
/**
 * The id by which the key file knows them.
 */
id: string, 
/**
 * The name under which they sign in and under which what they do is recorded. It never changes, and nobody else gets it.
 */
name: string, 
/**
 * Their role in the clinic.
 */
role: Role, 
/**
 * What their letters say of them.
 */
profile: Profile, 
/**
 * The day on which they were let in.
 */
since: string, 
/**
 * The day on which their passphrase was taken away; none of who works here.
 */
left: string | null, 
/**
 * They have a code and did not sign in with it yet.
 */
invited: boolean, 
/**
 * It is the one who asks.
 */
me: boolean, };
export type StaffView = { 
/**
 * Those who work here first, each group by name.
 */
people: Array<StaffMember>, 
/**
 * The name that is offered for the one person of the vault.
 */
suggested: string, };
export type NameOwner = { 
/**
 * The name under which what they do is recorded from now on.
 */
name: string, 
/**
 * Their passphrase, which stays.
 */
passphrase: string, };
export type AddStaff = { 
/**
 * The name under which they sign in.
 */
name: string, 
/**
 * Their role in the clinic.
 */
role: Role, 
/**
 * The passphrase of who lets them in.
 */
passphrase: string, };
export type StaffRequest = { 
/**
 * Whom it is about.
 */
id: string, 
/**
 * The passphrase of who asks.
 */
passphrase: string, };
export type SetRole = { 
/**
 * Whose role it is.
 */
id: string, 
/**
 * The role from now on.
 */
role: Role, 
/**
 * The passphrase of who asks.
 */
passphrase: string, };
export type StaffCode = { 
/**
 * The code, in its groups.
 */
code: string, 
/**
 * Whom it is for.
 */
name: string, 
/**
 * Everybody as they are now.
 */
staff: StaffView, };
export type OlderFile = "vault" | "key_file";
export const olderFileValues = ["vault", "key_file"] as const satisfies readonly OlderFile[];
export type RecoveryView = { 
/**
 * When the recovery key that opens the vault was made, in local time; none where there is none.
 */
made: string | null, 
/**
 * What was found to be older than it should be when the vault was opened.
 */
older: OlderFile | null, 
/**
 * Nothing can be written where the vault lies, so that it is only read, and its log does not say who read what.
 */
only_reads: boolean, };
export type MakeRecovery = { 
/**
 * The passphrase of the vault.
 */
passphrase: string, };
export type RecoverySheet = { 
/**
 * The sheet for print, by which it is viewed and saved as a letter is.
 */
sheet: string, 
/**
 * When it was made, in local time, as the sheet says it.
 */
made: string, 
/**
 * The key, in its groups.
 */
groups: Array<string>, };
export type KeepRecovery = { 
/**
 * The recovery key as typed.
 */
typed: string, };
export type RemoveRecovery = { 
/**
 * The passphrase of the vault.
 */
passphrase: string, };
export type TryRecovery = { 
/**
 * The recovery key as typed.
 */
typed: string, };
export type RecoverVault = { 
/**
 * The recovery key as typed.
 */
typed: string, 
/**
 * The new passphrase, at least 15 characters or 6 words.
 */
passphrase: string, };
export type ChangePassphrase = { 
/**
 * The one that opens the vault.
 */
current: string, 
/**
 * The new one, at least 15 characters or 6 words.
 */
passphrase: string, };
export type BackupPlace = "nothing" | "same" | "newer" | "another" | "unreadable";
export const backupPlaceValues = ["nothing", "same", "newer", "another", "unreadable"] as const satisfies readonly BackupPlace[];
export type BackupLook = { 
/**
 * When it was made, in local time.
 */
at: string, 
/**
 * How many patients stand in it.
 */
patients: number, 
/**
 * How many entries and changes of them are in it.
 */
versions: number, 
/**
 * When something was last recorded in it, in local time; none in an empty one.
 */
newest: string | null, 
/**
 * What stands in its place.
 */
in_place: BackupPlace, 
/**
 * When something was last recorded there, in local time, where that can be told.
 */
newest_in_place: string | null, };
export type BackupRestored = { 
/**
 * Where the vault that was there is kept.
 */
kept: string | null, };
export type Theme = "system" | "light" | "dark" | "contrast";
export const themeValues = ["system", "light", "dark", "contrast"] as const satisfies readonly Theme[];
export type DatedList = "surgery" | "symptom" | "imaging" | "treatment" | "score" | "progress" | "flag" | "device" | "anticoagulant" | "check" | "walking_row" | "walking_week" | "walking_event" | "reading" | "examination" | "diagnosis" | "electrodiagnosis" | "document" | "visit" | "history";
export const datedListValues = ["surgery", "symptom", "imaging", "treatment", "score", "progress", "flag", "device", "anticoagulant", "check", "walking_row", "walking_week", "walking_event", "reading", "examination", "diagnosis", "electrodiagnosis", "document", "visit", "history"] as const satisfies readonly DatedList[];
export type ListOrder = "newest_first" | "oldest_first";
export const listOrderValues = ["newest_first", "oldest_first"] as const satisfies readonly ListOrder[];
export type PatientColumn = "seen" | "year" | "flags" | "due";
export const patientColumnValues = ["seen", "year", "flags", "due"] as const satisfies readonly PatientColumn[];
export type PatientFilter = "flagged" | "due" | "worse";
export const patientFilterValues = ["flagged", "due", "worse"] as const satisfies readonly PatientFilter[];
export type PatientsList = { 
/**
 * Columns that are not shown.
 */
hidden: Array<PatientColumn>, 
/**
 * Whom alone it shows; everyone where nothing is chosen.
 */
only: PatientFilter | null, };
export type LettersChoice = { 
/**
 * To whom it goes and what for.
 */
kind: LetterKind, 
/**
 * How long a letter of a kind may be, for each kind for which that was chosen.
 */
lengths: { [key in LetterKind]?: LetterLength }, };
export type Preferences = { 
/**
 * The colours of the window.
 */
theme: Theme, 
/**
 * The order of each list for which one was chosen.
 */
orders: { [key in DatedList]?: ListOrder }, 
/**
 * How the list of patients is set.
 */
patients: PatientsList, 
/**
 * Which lines the progress draws and which it does not, by their keys, where that was chosen.
 */
lines: { [key in string]: boolean }, 
/**
 * Which letter was chosen last.
 */
letters: LettersChoice, };
export type OpioidTable = "us-cdc-2022" | "uk";
export const opioidTableValues = ["us-cdc-2022", "uk"] as const satisfies readonly OpioidTable[];
export type OpioidTableView = { 
/**
 * Which of the tables it is.
 */
table: OpioidTable, 
/**
 * As it is printed beside a total: "CDC 2022 table".
 */
name: string, 
/**
 * Where it is in use.
 */
jurisdiction: string, 
/**
 * Raised whenever a result by it can differ.
 */
version: number, 
/**
 * The unit of its totals, a day.
 */
unit: string, 
/**
 * Where it comes from.
 */
source: string, };
export type LoadLine = { 
/**
 * Its number in the list, from 1; prompts name medicines by it.
 */
number: number, 
/**
 * The treatment that it is recorded in.
 */
entry: string, 
/**
 * The medicine in normal form.
 */
medicine: string, 
/**
 * The arithmetic, or why it was not counted.
 */
text: string, };
export type OpioidLoadView = { 
/**
 * An opioid, or a name that resembles one, is among what is taken now. Where there is none, nothing needs showing.
 */
present: boolean, 
/**
 * Both totals in one sentence with table and what is missing.
 */
summary: string, 
/**
 * The total as taken, as a sentence.
 */
as_taken: string, 
/**
 * The total if every as-needed dose is used, as a sentence.
 */
at_most: string, 
/**
 * What was counted, with its arithmetic.
 */
counted: Array<LoadLine>, 
/**
 * What was not counted, and why.
 */
left_out: Array<LoadLine>, 
/**
 * Pumps in the body that were not counted, and why: each holds an opioid or may hold one.
 */
pumps: Array<string>, 
/**
 * Thresholds that were reached, as information with their source.
 */
reached: Array<string>, 
/**
 * What the list should be looked at for.
 */
prompts: Array<string>, 
/**
 * What has to be said beside every total.
 */
caveats: Array<string>, 
/**
 * The table with its place, version and source.
 */
table: string, };
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
 * The author's role on letters, and in decisions that name no other.
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
 * The number that patients call, on papers for them.
 */
patients_call: string, 
/**
 * The number for emergencies, on papers for patients.
 */
emergency_call: string, 
/**
 * The sheet letters are printed on.
 */
paper: PaperSize, 
/**
 * The table of factors for the opioid load.
 */
opioid_table: OpioidTable, 
/**
 * Show beside the count of epidural sessions what payers in the United States usually cover. Information only.
 */
payer_limit: boolean, 
/**
 * Whether day or month comes first in a date that is typed in numbers alone.
 */
date_order: DateOrder, 
/**
 * The name that persistent pain after spine surgery has on the screen and in letters.
 */
preferred_term: PreferredTerm, 
/**
 * Minutes without a key or a click after which Lamina locks, 1 to 30.
 */
idle_minutes: number, };
export type SettingsPart = "clinic" | "rules";
export const settingsPartValues = ["clinic", "rules"] as const satisfies readonly SettingsPart[];
export type SettingsKey = { 
/**
 * The part that is asked about.
 */
part: SettingsPart, };
export type SettingChange = { 
/**
 * The name of the setting in the window.
 */
label: string, 
/**
 * What it says since the change, in words.
 */
now: string, 
/**
 * What it said before.
 */
before: string, };
export type LastSettings = { 
/**
 * The moment by which it is told from other changes, in microseconds since 1970.
 */
at: number, 
/**
 * The same in local time: "25 Nov 2026, 14:03".
 */
recorded_at: string, 
/**
 * Who saved it, by the name that the vault knows.
 */
by: string, 
/**
 * Whether the one who asks saved it, and so may take it back.
 */
own: boolean, 
/**
 * Each setting that it changed, as it says now and said before.
 */
changes: Array<SettingChange>, };
export type UndoSettings = { 
/**
 * The part in which it was saved.
 */
part: SettingsPart, 
/**
 * The moment of the change, as [`LastSettings`] says it.
 */
at: number, };
export type PaperSize = "a4" | "us_letter";
export const paperSizeValues = ["a4", "us_letter"] as const satisfies readonly PaperSize[];
export type LetterKind = "summary" | "surgeon" | "pain-clinic" | "physiotherapist" | "family-doctor" | "discharge" | "insurer" | "trial" | "patient" | "walking" | "implant-card";
export const letterKindValues = ["summary", "surgeon", "pain-clinic", "physiotherapist", "family-doctor", "discharge", "insurer", "trial", "patient", "walking", "implant-card"] as const satisfies readonly LetterKind[];
export type LetterLength = "one-page" | "two-pages" | "everything";
export const letterLengthValues = ["one-page", "two-pages", "everything"] as const satisfies readonly LetterLength[];
export type PatientKey = { 
/**
 * Id of the patient, which is that of the entry that holds the person.
 */
patient: string, };
export type SearchPatients = { 
/**
 * Any parts of a name, a birth date, a number, a level, an operation, a medicine or what was found at a visit, in any
 * order; nothing finds everyone.
 */
text: string, 
/**
 * At most so many.
 */
limit: number, };
export type FoundBy = { "by": "name" } | { "by": "born" } | { "by": "number" } | { "by": "fact", 
/**
 * What kind of fact.
 */
noun: Noun, 
/**
 * The fact in a line.
 */
title: string, };
export type FoundPatient = { 
/**
 * The patient, as a list shows them.
 */
hit: PatientHit, 
/**
 * By what; empty where everyone is listed.
 */
by: Array<FoundBy>, };
export type PatientsFound = { 
/**
 * The first of them, at most as many as were asked for.
 */
found: Array<FoundPatient>, 
/**
 * How many there are.
 */
total: number, };
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
 * Id of the patient, by which the record is opened.
 */
id: string, 
/**
 * The family name before the given names: "Family, Given".
 */
name: string, 
/**
 * Birth date, spelled out; empty where it is not known.
 */
born: string, 
/**
 * Age: "49", "49 or 50", "60 to 62"; empty where it can't be told.
 */
age: string, 
/**
 * The clinic's own number for the record.
 */
number: string | null, };
export type SimilarPatient = { 
/**
 * The patient, as a list shows them.
 */
hit: PatientHit, 
/**
 * The names are the same.
 */
same_name: boolean, 
/**
 * The names can be one person's: one family name of two, in either order, an initial for a given name.
 */
like_name: boolean, 
/**
 * The birth dates are the same.
 */
same_born: boolean, 
/**
 * The birth dates are the same with day and month exchanged.
 */
swapped_born: boolean, 
/**
 * One birth date is less exact and holds the other.
 */
within_born: boolean, };
export type GlancePatients = { 
/**
 * The patients, at most 50.
 */
patients: Array<string>, };
export type GlanceTrend = { 
/**
 * What was measured, as short as a column.
 */
measure: string, 
/**
 * What became of it.
 */
verdict: Verdict, };
export type PatientGlance = { 
/**
 * The patient of whom it is told.
 */
id: string, 
/**
 * The last day on which something was asked, measured or examined; empty where no day is known.
 */
seen: string, 
/**
 * What became of pain and disability within the last twelve months.
 */
year: Array<GlanceTrend>, 
/**
 * A red flag stands open that stays on every screen until it is resolved.
 */
pinned: boolean, 
/**
 * How the red flags stand in one line.
 */
flags: FlagsLine, 
/**
 * What follow-up calls for today.
 */
due: Array<string>, };
export type Counts = { 
/**
 * Operations on the spine; several stages are one, and a stimulator is none.
 */
surgery: number, 
/**
 * Symptoms, also those that are over.
 */
symptom: number, imaging: number, treatment: number, score: number, 
/**
 * Askings for red flags.
 */
flag: number, };
export type PatientView = { 
/**
 * Id of the patient, which is that of the entry that holds the person.
 */
id: string, 
/**
 * The version of the person that counts.
 */
version: number, 
/**
 * The family name before the given names: "Family, Given".
 */
name: string, 
/**
 * Birth date, spelled out, or "age 52 at first visit".
 */
born: string, 
/**
 * Age: "49", "49 or 50", "60 to 62"; empty where it can't be told.
 */
age: string, 
/**
 * The clinic's own number for the record.
 */
number: string | null, 
/**
 * Allergies, red flags, implants, anticoagulants, conditions.
 */
alerts: Alerts, 
/**
 * Red flags that fired and stand open, the most urgent first.
 */
flags: Array<FiredView>, 
/**
 * How the red flags stand in one line: what is open, what was noted, when they were asked.
 */
flags_line: FlagsLine, 
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
 * The last scores in the order of time, the newest first.
 */
last_scores: Array<EntryRow>, 
/**
 * Verdicts between the first and the last score of each measure.
 */
verdicts: Array<Verdict>, };

/** How many pages a letter of each kind has at most, and whether it is a paper for the patient. */
export const letterKindFacts = {
  "summary": { pages: 2, for_the_patient: false },
  "surgeon": { pages: 2, for_the_patient: false },
  "pain-clinic": { pages: 2, for_the_patient: false },
  "physiotherapist": { pages: 2, for_the_patient: false },
  "family-doctor": { pages: 2, for_the_patient: false },
  "discharge": { pages: 2, for_the_patient: false },
  "insurer": { pages: 2, for_the_patient: false },
  "trial": { pages: 1, for_the_patient: false },
  "patient": { pages: 2, for_the_patient: true },
  "walking": { pages: 1, for_the_patient: true },
  "implant-card": { pages: 1, for_the_patient: true },
} as const satisfies Record<LetterKind, { pages: number, for_the_patient: boolean }>;

export type CareMemberInput = { 
/**
 * What they are to the patient: family doctor, surgeon, physiotherapist.
 */
role: string, 
/**
 * Their name, as letters print it under their copies.
 */
name: string, };
export const blankCareMember = (): CareMemberInput => ({"name":"","role":""});
export type PatientInput = { 
/**
 * Family name, with its particles.
 */
family: string, 
/**
 * Given names; empty where they are not known.
 */
given: string, 
/**
 * What is known of the birth: a date, or an age.
 */
born: string, 
/**
 * Sex as recorded; none where it was not.
 */
sex: Sex | null, 
/**
 * The clinic's own number for the record.
 */
record_number: string, 
/**
 * Ways to reach the person, a line each.
 */
contact: Array<string>, 
/**
 * Work, and what the pain did to it.
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
 * Whatever has no field of its own.
 */
note: string, };
export const blankPatient = (): PatientInput => ({"born":"","care_team":[],"citation":null,"contact":[],"family":"","given":"","note":"","occupation":"","record_number":"","sex":null});
export type AllergyGroup = "drug" | "latex" | "contrast" | "antiseptic" | "adhesive" | "metal" | "food" | "other";
export const allergyGroupValues = ["drug", "latex", "contrast", "antiseptic", "adhesive", "metal", "food", "other"] as const satisfies readonly AllergyGroup[];
export type AllergySeverity = "mild" | "moderate" | "severe";
export const allergySeverityValues = ["mild", "moderate", "severe"] as const satisfies readonly AllergySeverity[];
export type AllergyCertainty = "confirmed" | "likely" | "unconfirmed";
export const allergyCertaintyValues = ["confirmed", "likely", "unconfirmed"] as const satisfies readonly AllergyCertainty[];
export type AllergyInput = { 
/**
 * To what the body reacts, in words.
 */
substance: string, 
/**
 * To what kind of thing; none where nobody said.
 */
group: AllergyGroup | null, 
/**
 * What happened when it was met.
 */
reaction: string, 
/**
 * How bad it was.
 */
severity: AllergySeverity | null, 
/**
 * How sure it is.
 */
certainty: AllergyCertainty | null, 
/**
 * Since when it is known.
 */
since: string, };
export const blankAllergy = (): AllergyInput => ({"certainty":null,"group":null,"reaction":"","severity":null,"since":"","substance":""});
export type Comorbidity = "diabetes" | "osteoporosis" | "kidney_disease" | "liver_disease" | "heart_disease" | "venous_thromboembolism" | "bleeding_disorder" | "immunosuppression" | "cancer_history" | "injected_drug_use" | "sleep_apnoea" | "substance_use" | "pregnancy" | "breastfeeding" | "spondyloarthritis" | "bladder_disease" | "depression_or_anxiety" | "neuropathy" | "hip_or_knee_disease" | "peptic_ulcer";
export const comorbidityValues = ["diabetes", "osteoporosis", "kidney_disease", "liver_disease", "heart_disease", "venous_thromboembolism", "bleeding_disorder", "immunosuppression", "cancer_history", "injected_drug_use", "sleep_apnoea", "substance_use", "pregnancy", "breastfeeding", "spondyloarthritis", "bladder_disease", "depression_or_anxiety", "neuropathy", "hip_or_knee_disease", "peptic_ulcer"] as const satisfies readonly Comorbidity[];
export type ConditionInput = { 
/**
 * What was answered, or why nothing was.
 */
is: Reply, 
/**
 * Since when it is there, as it was told.
 */
since: string, 
/**
 * When it was asked; empty where nobody said.
 */
asked_on: string, 
/**
 * The type, the treatment, how it was before.
 */
words: string, };
export const blankCondition = (): ConditionInput => ({"asked_on":"","is":"not_asked","since":"","words":""});
export type BackgroundInput = { 
/**
 * Allergies with their reactions; `absent` means asked and none known.
 */
allergies: Answer<Array<AllergyInput>>, 
/**
 * Red flags as recorded, in words.
 */
red_flags: Answer<Array<string>>, 
/**
 * Implants and what is known of their MRI status.
 */
implants_mri: Answer<Array<string>>, 
/**
 * Anticoagulants and antiplatelets, as they were told in words.
 */
anticoagulants: Answer<Array<string>>, 
/**
 * Conditions that are asked about one by one; one that was not touched is not in it.
 */
comorbidities: Record<string, ConditionInput>, 
/**
 * Conditions in words, beside those that are asked about one by one.
 */
conditions: Answer<Array<string>>, 
/**
 * Whether medicines are taken at all; `absent` means asked, and none.
 */
medicines: Answer<MedicinesAsked>, };
export const blankBackground = (): BackgroundInput => ({"allergies":{"missing":"not_asked"},"anticoagulants":{"missing":"not_asked"},"comorbidities":{},"conditions":{"missing":"not_asked"},"implants_mri":{"missing":"not_asked"},"medicines":{"missing":"not_asked"},"red_flags":{"missing":"not_asked"}});
export type ProcedureCode = "microdiscectomy" | "open_discectomy" | "endoscopic_discectomy" | "discectomy" | "laminotomy" | "laminectomy" | "foraminotomy" | "decompression" | "interspinous_device" | "plf" | "plif" | "tlif" | "alif" | "llif" | "olif" | "ptp" | "axia_lif" | "acdf" | "posterior_cervical_fusion" | "sacroiliac_fusion" | "fusion" | "fixation" | "laminoplasty" | "corpectomy" | "cervical_disc_arthroplasty" | "lumbar_disc_arthroplasty" | "augmentation" | "deformity_correction" | "osteotomy" | "scar_release" | "hardware_removal" | "revision" | "debridement" | "dural_repair" | "stimulator_trial" | "stimulator_implant" | "stimulator_revision" | "stimulator_removal" | "pump_implant" | "pump_revision" | "pump_removal" | "other";
export const procedureCodeValues = ["microdiscectomy", "open_discectomy", "endoscopic_discectomy", "discectomy", "laminotomy", "laminectomy", "foraminotomy", "decompression", "interspinous_device", "plf", "plif", "tlif", "alif", "llif", "olif", "ptp", "axia_lif", "acdf", "posterior_cervical_fusion", "sacroiliac_fusion", "fusion", "fixation", "laminoplasty", "corpectomy", "cervical_disc_arthroplasty", "lumbar_disc_arthroplasty", "augmentation", "deformity_correction", "osteotomy", "scar_release", "hardware_removal", "revision", "debridement", "dural_repair", "stimulator_trial", "stimulator_implant", "stimulator_revision", "stimulator_removal", "pump_implant", "pump_revision", "pump_removal", "other"] as const satisfies readonly ProcedureCode[];
export type TransitionalVertebra = "sacralised_l5" | "lumbarised_s1" | "other";
export const transitionalVertebraValues = ["sacralised_l5", "lumbarised_s1", "other"] as const satisfies readonly TransitionalVertebra[];
export type CountedFrom = "c2" | "t12_rib" | "iliac_crest" | "lumbosacral_junction";
export const countedFromValues = ["c2", "t12_rib", "iliac_crest", "lumbosacral_junction"] as const satisfies readonly CountedFrom[];
export type SurgeryTechnique = "open" | "mini_open" | "minimally_invasive" | "endoscopic" | "microscope" | "percutaneous";
export const surgeryTechniqueValues = ["open", "mini_open", "minimally_invasive", "endoscopic", "microscope", "percutaneous"] as const satisfies readonly SurgeryTechnique[];
export type SurgeryGuidance = "fluoroscopy" | "navigation" | "robot";
export const surgeryGuidanceValues = ["fluoroscopy", "navigation", "robot"] as const satisfies readonly SurgeryGuidance[];
export type SurgeryTool = "ultrasonic_bone_device" | "drill" | "laser";
export const surgeryToolValues = ["ultrasonic_bone_device", "drill", "laser"] as const satisfies readonly SurgeryTool[];
export type NerveMonitoring = "used" | "no_change" | "change";
export const nerveMonitoringValues = ["used", "no_change", "change"] as const satisfies readonly NerveMonitoring[];
export type DiscExtent = "limited" | "partial" | "large";
export const discExtentValues = ["limited", "partial", "large"] as const satisfies readonly DiscExtent[];
export type SurgeryPurpose = "relieve_limb_pain" | "relieve_back_pain" | "decompress" | "stabilise" | "correct_deformity" | "hardware" | "treat_infection" | "other";
export const surgeryPurposeValues = ["relieve_limb_pain", "relieve_back_pain", "decompress", "stabilise", "correct_deformity", "hardware", "treat_infection", "other"] as const satisfies readonly SurgeryPurpose[];
export type SurgeryReason = "herniation" | "stenosis" | "instability" | "degeneration" | "deformity" | "trauma" | "tumour" | "infection" | "nonunion" | "hardware";
export const surgeryReasonValues = ["herniation", "stenosis", "instability", "degeneration", "deformity", "trauma", "tumour", "infection", "nonunion", "hardware"] as const satisfies readonly SurgeryReason[];
export type GraftKind = "autograft" | "allograft" | "bmp" | "synthetic" | "other";
export const graftKindValues = ["autograft", "allograft", "bmp", "synthetic", "other"] as const satisfies readonly GraftKind[];
export type ComplicationKind = "dural_tear" | "csf_leak" | "other_level_or_side" | "nerve_injury" | "cord_injury" | "vascular_injury" | "superficial_infection" | "deep_infection" | "infection" | "haematoma" | "wound_healing" | "deep_vein_thrombosis" | "pulmonary_embolism" | "nonunion" | "hardware_failure" | "malposition" | "ileus" | "urinary_retention" | "swallowing" | "readmission" | "death" | "other";
export const complicationKindValues = ["dural_tear", "csf_leak", "other_level_or_side", "nerve_injury", "cord_injury", "vascular_injury", "superficial_infection", "deep_infection", "infection", "haematoma", "wound_healing", "deep_vein_thrombosis", "pulmonary_embolism", "nonunion", "hardware_failure", "malposition", "ileus", "urinary_retention", "swallowing", "readmission", "death", "other"] as const satisfies readonly ComplicationKind[];
export type ComplicationSeverity = "mild" | "moderate" | "severe";
export const complicationSeverityValues = ["mild", "moderate", "severe"] as const satisfies readonly ComplicationSeverity[];
export type WorkReturn = "full" | "partly" | "no";
export const workReturnValues = ["full", "partly", "no"] as const satisfies readonly WorkReturn[];
export type SurgerySource = "operation_note" | "letter" | "recall";
export const surgerySourceValues = ["operation_note", "letter", "recall"] as const satisfies readonly SurgerySource[];
export type ResultInput = { 
/**
 * How back or limb was judged to be after it.
 */
judged: Answer<Outcome>, 
/**
 * In the words of the source.
 */
words: string, };
export const blankResult = (): ResultInput => ({"judged":{"missing":"not_asked"},"words":""});
export type NumberingInput = { 
/**
 * Transitional vertebra; `absent` means looked for and none.
 */
transition: Answer<TransitionalVertebra>, 
/**
 * From where it was counted.
 */
counted_from: Answer<CountedFrom>, 
/**
 * Who labelled the levels.
 */
labelled_by: string, };
export const blankNumbering = (): NumberingInput => ({"counted_from":{"missing":"not_asked"},"labelled_by":"","transition":{"missing":"not_asked"}});
export type ProcedureInput = { 
/**
 * What was done, with levels of its own at the end where they differ: "Laminectomy L3-L4". It may hold several between
 * semicolons, unless a code is chosen.
 */
text: string, 
/**
 * Which procedure it was, as chosen; none where the text is taken to say it.
 */
code: ProcedureCode | null, };
export const blankProcedure = (): ProcedureInput => ({"code":null,"text":""});
export type GraftInput = { 
/**
 * What it was; has to be chosen.
 */
kind: GraftKind | null, 
/**
 * From which site it was taken, or its name.
 */
words: string, };
export const blankGraft = (): GraftInput => ({"kind":null,"words":""});
export type ComplicationInput = { 
/**
 * What it was; has to be chosen.
 */
kind: ComplicationKind | null, 
/**
 * The same more exactly.
 */
words: string, 
/**
 * When it was, where told.
 */
when: string, 
/**
 * How bad it was.
 */
severity: Answer<ComplicationSeverity>, 
/**
 * What was done about it.
 */
treatment: string, };
export const blankComplication = (): ComplicationInput => ({"kind":null,"severity":{"missing":"not_asked"},"treatment":"","when":"","words":""});
export type ImplantInput = { 
/**
 * What it is, as chosen.
 */
kind: ImplantKind, 
/**
 * Its name in words.
 */
name: string, 
/**
 * Who made it, as printed.
 */
maker: string, 
/**
 * The model as printed on it.
 */
model: string, 
/**
 * The serial or lot number.
 */
serial: string, 
/**
 * The unique device identifier.
 */
udi: string, 
/**
 * Its MRI labelling as chosen.
 */
mri: MriInput, 
/**
 * Field strength of the label.
 */
field: string, 
/**
 * Part of the body of the label.
 */
body: string, 
/**
 * Mode of the label.
 */
mode: string, 
/**
 * The device of the list that it is, by its id; empty where it is none of them.
 */
device: string, };
export const blankImplant = (): ImplantInput => ({"body":"","device":"","field":"","kind":"unknown","maker":"","mode":"","model":"","mri":"unknown","name":"","serial":"","udi":""});
export type SurgeryInput = { 
/**
 * When it was done; "unknown" where that is not known.
 */
when: string, 
/**
 * The operation of which this is a further stage, by its id; empty where it is none.
 */
stage_of: string, 
/**
 * The earlier operations that it did again or put right, by their ids.
 */
revises: Array<string>, 
/**
 * What was done, a line each.
 */
procedures: Array<ProcedureInput>, 
/**
 * Part of the spine.
 */
region: Region | null, 
/**
 * Levels of the operation as a whole, as the source counts them.
 */
levels: string, 
/**
 * How they were counted.
 */
numbering: NumberingInput, 
/**
 * Side of the patient.
 */
side: Answer<Side>, 
/**
 * The way in to the spine, such as posterior or lateral.
 */
approach: Approach | null, 
/**
 * How the way in was made and what was looked through.
 */
techniques: Array<SurgeryTechnique>, 
/**
 * By what instruments and implants were led.
 */
guidance: Array<SurgeryGuidance>, 
/**
 * With what bone or disc was taken away.
 */
tools: Array<SurgeryTool>, 
/**
 * The manner in words.
 */
manner_words: string, 
/**
 * Monitoring of nerves; `absent` means that there was none.
 */
monitoring: Answer<NerveMonitoring>, 
/**
 * How much of a disc was taken out.
 */
disc_extent: Answer<DiscExtent>, 
/**
 * The name of the surgeon.
 */
surgeon: string, 
/**
 * The hospital or clinic where it was done.
 */
facility: string, 
/**
 * Why it was done, in words.
 */
indication: string, 
/**
 * The same by its code.
 */
reasons: Array<SurgeryReason>, 
/**
 * What it was meant to reach.
 */
purposes: Array<SurgeryPurpose>, 
/**
 * The same in words.
 */
purpose_words: string, 
/**
 * What the patient expected of it.
 */
expected: string, 
/**
 * What was laid in for bone to grow; `absent` means asked and none.
 */
graft: Answer<Array<GraftInput>>, 
/**
 * What was left in the body; `absent` means asked and none.
 */
implants: Answer<Array<ImplantInput>>, 
/**
 * What went wrong; `absent` means asked and nothing.
 */
complications: Answer<Array<ComplicationInput>>, 
/**
 * How long the patient stayed in hospital: "4 days".
 */
stay: string, 
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
 * Whether the patient came back to work.
 */
work: Answer<WorkReturn>, 
/**
 * When: "3 months" after the operation, or a date.
 */
work_when: string, 
/**
 * What the account was read from.
 */
source: Answer<SurgerySource>, 
/**
 * From whom it is known: patient, clinician, document or device.
 */
told_by: ToldBy, 
/**
 * Whatever has no field of its own.
 */
note: string, };
export const blankSurgery = (): SurgeryInput => ({"approach":null,"complications":{"missing":"not_asked"},"disc_extent":{"missing":"not_asked"},"expected":"","facility":"","graft":{"missing":"not_asked"},"guidance":[],"implants":{"missing":"not_asked"},"indication":"","levels":"","manner_words":"","monitoring":{"missing":"not_asked"},"note":"","numbering":{"counted_from":{"missing":"not_asked"},"labelled_by":"","transition":{"missing":"not_asked"}},"pain_free":"","procedures":[],"purpose_words":"","purposes":[],"reasons":[],"region":null,"result_back":{"judged":{"missing":"not_asked"},"words":""},"result_limb":{"judged":{"missing":"not_asked"},"words":""},"revises":[],"side":{"missing":"not_asked"},"source":{"missing":"not_asked"},"stage_of":"","stay":"","surgeon":"","techniques":[],"told_by":"clinician","tools":[],"when":"","work":{"missing":"not_asked"},"work_when":""});
export type MuscularQuality = "dull ache" | "cramping" | "soreness" | "muscle spasm" | "stiffness" | "tightness";
export const muscularQualityValues = ["dull ache", "cramping", "soreness", "muscle spasm", "stiffness", "tightness"] as const satisfies readonly MuscularQuality[];
export type NeuropathicQuality = "shooting" | "electric shocks" | "burning" | "tingling" | "pins and needles" | "numbness" | "cold sensation" | "touch hurts" | "itching" | "weakness";
export const neuropathicQualityValues = ["shooting", "electric shocks", "burning", "tingling", "pins and needles", "numbness", "cold sensation", "touch hurts", "itching", "weakness"] as const satisfies readonly NeuropathicQuality[];
export type OtherQuality = "sharp" | "aching" | "stabbing" | "throbbing" | "heaviness" | "morning stiffness" | "pressing" | "swelling";
export const otherQualityValues = ["sharp", "aching", "stabbing", "throbbing", "heaviness", "morning stiffness", "pressing", "swelling"] as const satisfies readonly OtherQuality[];
export type SymptomRelation = "as_before" | "better_then_back" | "never_improved" | "worse" | "new";
export const symptomRelationValues = ["as_before", "better_then_back", "never_improved", "worse", "new"] as const satisfies readonly SymptomRelation[];
export type SymptomPattern = "constant" | "intermittent" | "attacks" | "constant_with_attacks";
export const symptomPatternValues = ["constant", "intermittent", "attacks", "constant_with_attacks"] as const satisfies readonly SymptomPattern[];
export type SymptomTrend = "better" | "same" | "worse";
export const symptomTrendValues = ["better", "same", "worse"] as const satisfies readonly SymptomTrend[];
export type TimeOfDay = "morning" | "daytime" | "evening" | "night" | "any_time";
export const timeOfDayValues = ["morning", "daytime", "evening", "night", "any_time"] as const satisfies readonly TimeOfDay[];
export type Feeling = "pain" | "burning" | "numbness" | "tingling" | "weakness" | "cold" | "touch_hurts";
export const feelingValues = ["pain", "burning", "numbness", "tingling", "weakness", "cold", "touch_hurts"] as const satisfies readonly Feeling[];
export type AreaDepth = "skin" | "deep";
export const areaDepthValues = ["skin", "deep"] as const satisfies readonly AreaDepth[];
export type AreaInput = { 
/**
 * The code of the region.
 */
region: string, 
/**
 * What is felt in that region.
 */
feeling: Feeling, 
/**
 * How strong, 0 to 10; empty where it was not said.
 */
intensity: string, 
/**
 * How deep; none where it was not said.
 */
depth: AreaDepth | null, };
export type SymptomInput = { 
/**
 * Where it is felt: low back, leg, neck, arm, or in other words.
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
 * Levels it is linked to.
 */
levels: string, 
/**
 * Where it spreads to, in words.
 */
radiation: string, 
/**
 * The dermatomes in which it is felt: "L5, S1".
 */
dermatomes: string, 
/**
 * Whether it reaches below the knee.
 */
below_knee: Reply, 
/**
 * Whether it reaches below the elbow.
 */
below_elbow: Reply, 
/**
 * Where on the body map it is felt.
 */
areas: Array<AreaInput>, 
/**
 * What it feels like.
 */
qualities: Array<string>, 
/**
 * When it began, as it was told.
 */
onset: string, 
/**
 * How it began, such as after a fall.
 */
onset_words: string, 
/**
 * Whether it is over.
 */
over: boolean, 
/**
 * Since when it is over; what is typed here says that it is.
 */
resolved: string, 
/**
 * What it has to do with an operation.
 */
relation: Answer<SymptomRelation>, 
/**
 * With which operation of the record: "2" or "operation 2".
 */
operation: string, 
/**
 * How it comes and goes over time.
 */
pattern: Answer<SymptomPattern>, 
/**
 * Whether it is getting better or worse.
 */
trend: Answer<SymptomTrend>, 
/**
 * When in the day it is worst.
 */
time_of_day: Answer<TimeOfDay>, 
/**
 * What makes it worse.
 */
aggravating: Array<string>, 
/**
 * What eases it or takes it away.
 */
relieving: Array<string>, 
/**
 * How long sitting is possible: "20 min", "unlimited".
 */
sitting: Answer<string>, 
/**
 * How long standing is possible.
 */
standing: Answer<string>, 
/**
 * How long walking is possible.
 */
walking: Answer<string>, 
/**
 * How far walking goes until it comes: "200 m", "600 ft".
 */
walking_distance: Answer<string>, 
/**
 * How strong, 0 to 10, whole.
 */
intensity: Answer<string>, 
/**
 * Which pain that rates; none where it was not said.
 */
intensity_kind: PainKind | null, 
/**
 * The time it looks back on.
 */
intensity_period: string, 
/**
 * When the rating was given.
 */
intensity_when: string, 
/**
 * As the pain of which site the rating is also recorded as a score; none where it is not. It is asked for anew with each
 * rating and kept nowhere.
 */
rated_as: Site | null, 
/**
 * From whom it is known: patient, clinician, document or device.
 */
told_by: ToldBy, 
/**
 * Whatever has no field of its own.
 */
note: string, };
export const blankSymptom = (): SymptomInput => ({"aggravating":[],"areas":[],"below_elbow":"not_asked","below_knee":"not_asked","dermatomes":"","intensity":{"missing":"not_asked"},"intensity_kind":null,"intensity_period":"","intensity_when":"","levels":"","note":"","onset":"","onset_words":"","operation":"","over":false,"pattern":{"missing":"not_asked"},"qualities":[],"radiation":"","rated_as":null,"relation":{"missing":"not_asked"},"relieving":[],"resolved":"","side":{"missing":"not_asked"},"side_words":"","site":"","sitting":{"missing":"not_asked"},"standing":{"missing":"not_asked"},"time_of_day":{"missing":"not_asked"},"told_by":"clinician","trend":{"missing":"not_asked"},"walking":{"missing":"not_asked"},"walking_distance":{"missing":"not_asked"}});
export type StudyRegion = "cervical" | "thoracic" | "lumbar" | "whole_spine" | "sacroiliac" | "pelvis_and_hips" | "elsewhere";
export const studyRegionValues = ["cervical", "thoracic", "lumbar", "whole_spine", "sacroiliac", "pelvis_and_hips", "elsewhere"] as const satisfies readonly StudyRegion[];
export type Contrast = "gadolinium" | "iodine";
export const contrastValues = ["gadolinium", "iodine"] as const satisfies readonly Contrast[];
export type Artefact = "readable" | "hides";
export const artefactValues = ["readable", "hides"] as const satisfies readonly Artefact[];
export type ReportReview = "report_only" | "pictures_seen";
export const reportReviewValues = ["report_only", "pictures_seen"] as const satisfies readonly ReportReview[];
export type FindingKind = "disc_herniation" | "recurrent_herniation" | "disc_fragment" | "disc_bulge" | "disc_degeneration" | "disc_space_narrowing" | "endplate_changes" | "annular_fissure" | "root_compression" | "stenosis" | "central_stenosis" | "lateral_recess_stenosis" | "foraminal_stenosis" | "cord_compression" | "cord_signal_change" | "epidural_fibrosis" | "enhancing_scar" | "arachnoiditis" | "osteophytes" | "facet_arthropathy" | "sacroiliac_arthropathy" | "arthritis" | "spondylolisthesis" | "instability" | "scoliosis" | "loss_of_lordosis" | "sagittal_imbalance" | "fracture" | "pars_defect" | "low_bone_density" | "transitional_vertebra" | "solid_fusion" | "incomplete_fusion" | "pseudarthrosis" | "adjacent_segment" | "hardware_in_place" | "hardware_loosening" | "lucency" | "hardware_failure" | "hardware_malposition" | "cage_migration" | "discitis" | "abscess" | "fluid_collection" | "csf_collection" | "pseudomeningocele" | "haematoma" | "tumour" | "increased_uptake" | "concordant_pain" | "discordant_pain" | "no_pain_provoked" | "control_level" | "no_finding";
export const findingKindValues = ["disc_herniation", "recurrent_herniation", "disc_fragment", "disc_bulge", "disc_degeneration", "disc_space_narrowing", "endplate_changes", "annular_fissure", "root_compression", "stenosis", "central_stenosis", "lateral_recess_stenosis", "foraminal_stenosis", "cord_compression", "cord_signal_change", "epidural_fibrosis", "enhancing_scar", "arachnoiditis", "osteophytes", "facet_arthropathy", "sacroiliac_arthropathy", "arthritis", "spondylolisthesis", "instability", "scoliosis", "loss_of_lordosis", "sagittal_imbalance", "fracture", "pars_defect", "low_bone_density", "transitional_vertebra", "solid_fusion", "incomplete_fusion", "pseudarthrosis", "adjacent_segment", "hardware_in_place", "hardware_loosening", "lucency", "hardware_failure", "hardware_malposition", "cage_migration", "discitis", "abscess", "fluid_collection", "csf_collection", "pseudomeningocele", "haematoma", "tumour", "increased_uptake", "concordant_pain", "discordant_pain", "no_pain_provoked", "control_level", "no_finding"] as const satisfies readonly FindingKind[];
export type StatedAs = "present" | "possible" | "absent" | "not_assessable";
export const statedAsValues = ["present", "possible", "absent", "not_assessable"] as const satisfies readonly StatedAs[];
export type FindingSeverity = "mild" | "mild_to_moderate" | "moderate" | "moderate_to_severe" | "severe";
export const findingSeverityValues = ["mild", "mild_to_moderate", "moderate", "moderate_to_severe", "severe"] as const satisfies readonly FindingSeverity[];
export type FindingInput = { 
/**
 * What was seen, by its code.
 */
kind: FindingKind | null, 
/**
 * The same in words.
 */
what: string, 
/**
 * How the report states it.
 */
stated: StatedAs | null, 
/**
 * The levels at which it lies.
 */
levels: string, 
/**
 * On which side of the patient.
 */
side: Answer<Side>, 
/**
 * How severe it is.
 */
severity: FindingSeverity | null, 
/**
 * How severe, as it was worded.
 */
severity_words: string, 
/**
 * What was measured, as one line.
 */
measures: string, };
export const blankFinding = (): FindingInput => ({"kind":null,"levels":"","measures":"","severity":null,"severity_words":"","side":{"missing":"not_asked"},"stated":null,"what":""});
export type ImagingInput = { 
/**
 * How; has to be chosen.
 */
modality: Modality | null, 
/**
 * How else, of a combined study.
 */
also: Array<Modality>, 
/**
 * When it was made.
 */
when: string, 
/**
 * Which parts of the body were looked at.
 */
regions: Array<StudyRegion>, 
/**
 * How the patient lay, sat, stood or bent.
 */
position: Answer<Position>, 
/**
 * The contrast that was given.
 */
contrast: Answer<Contrast>, 
/**
 * What metal did to the picture.
 */
artefact: Answer<Artefact>, 
/**
 * How the levels were counted.
 */
numbering: NumberingInput, 
/**
 * What was found or looked for.
 */
findings: Array<FindingInput>, 
/**
 * With what it was compared: a note as it is named, or words.
 */
compared_with: string, 
/**
 * The conclusion of the report.
 */
conclusion: string, 
/**
 * What of it was read for this record.
 */
review: ReportReview | null, 
/**
 * Who read the report or saw the pictures.
 */
reviewed_by: string, 
/**
 * Where the pictures are kept.
 */
pictures_at: string, 
/**
 * From whom it is known: patient, clinician, document or device.
 */
told_by: ToldBy, 
/**
 * Whatever has no field of its own.
 */
note: string, };
export const blankImaging = (): ImagingInput => ({"also":[],"artefact":{"missing":"not_asked"},"compared_with":"","conclusion":"","contrast":{"missing":"not_asked"},"findings":[],"modality":null,"note":"","numbering":{"counted_from":{"missing":"not_asked"},"labelled_by":"","transition":{"missing":"not_asked"}},"pictures_at":"","position":{"missing":"not_asked"},"regions":[],"review":null,"reviewed_by":"","told_by":"clinician","when":""});
export type AdverseSeverity = "mild" | "moderate" | "severe";
export const adverseSeverityValues = ["mild", "moderate", "severe"] as const satisfies readonly AdverseSeverity[];
export type AdverseAction = "nothing" | "reduced" | "paused" | "stopped" | "treated";
export const adverseActionValues = ["nothing", "reduced", "paused", "stopped", "treated"] as const satisfies readonly AdverseAction[];
export type Analgesics = "stopped" | "less" | "same" | "more";
export const analgesicsValues = ["stopped", "less", "same", "more"] as const satisfies readonly Analgesics[];
export type Impression = "very_much_better" | "much_better" | "little_better" | "no_change" | "little_worse" | "much_worse" | "very_much_worse";
export const impressionValues = ["very_much_better", "much_better", "little_better", "no_change", "little_worse", "much_worse", "very_much_worse"] as const satisfies readonly Impression[];
export type AdverseEffectInput = { 
/**
 * What it was, in words.
 */
what: string, 
/**
 * How bad it was.
 */
severity: AdverseSeverity | null, 
/**
 * What was done about it.
 */
action: AdverseAction | null, };
export const blankAdverseEffect = (): AdverseEffectInput => ({"action":null,"severity":null,"what":""});
export type ResponseInput = { 
/**
 * When it was told or found.
 */
when: string, 
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
words: string, 
/**
 * How long the response lasted.
 */
lasted: string, 
/**
 * For how long half of the pain or more was gone: "never", "still", "6 weeks".
 */
half_relief: string, 
/**
 * What became of what the patient can do.
 */
function: Answer<Outcome>, 
/**
 * What became of the need for pain medicines.
 */
analgesics: Answer<Analgesics>, 
/**
 * The patient's own impression of change.
 */
impression: Answer<Impression>, 
/**
 * Adverse effects; `absent` means asked and none.
 */
adverse_effects: Answer<Array<AdverseEffectInput>>, 
/**
 * Who judged it, by name or role.
 */
assessed_by: string, 
/**
 * Who said it, where that is another than who told of the treatment.
 */
told_by: ToldBy | null, };
export const blankResponse = (): ResponseInput => ({"adverse_effects":{"missing":"not_asked"},"analgesics":{"missing":"not_asked"},"assessed_by":"","function":{"missing":"not_asked"},"half_relief":"","impression":{"missing":"not_asked"},"lasted":"","relief":{"missing":"not_asked"},"told_by":null,"when":"","words":"","worsened":false});
export type InjectionType = "interlaminar_epidural" | "transforaminal_epidural" | "caudal_epidural" | "facet_joint" | "medial_branch_diagnostic" | "medial_branch_therapeutic" | "nerve_root" | "sacroiliac_joint" | "lateral_branch" | "trigger_point" | "sympathetic" | "adhesiolysis" | "radiofrequency_conventional" | "radiofrequency_pulsed" | "radiofrequency_cooled" | "other";
export const injectionTypeValues = ["interlaminar_epidural", "transforaminal_epidural", "caudal_epidural", "facet_joint", "medial_branch_diagnostic", "medial_branch_therapeutic", "nerve_root", "sacroiliac_joint", "lateral_branch", "trigger_point", "sympathetic", "adhesiolysis", "radiofrequency_conventional", "radiofrequency_pulsed", "radiofrequency_cooled", "other"] as const satisfies readonly InjectionType[];
export type Guidance = "fluoroscopy" | "ct" | "ultrasound";
export const guidanceValues = ["fluoroscopy", "ct", "ultrasound"] as const satisfies readonly Guidance[];
export type Sedation = "minimal" | "moderate" | "deep" | "general";
export const sedationValues = ["minimal", "moderate", "deep", "general"] as const satisfies readonly Sedation[];
export type AgentKind = "local_anaesthetic" | "steroid" | "contrast" | "saline" | "other";
export const agentKindValues = ["local_anaesthetic", "steroid", "contrast", "saline", "other"] as const satisfies readonly AgentKind[];
export type AgentInput = { 
/**
 * What it is; has to be chosen.
 */
kind: AgentKind | null, 
/**
 * Its name, generic or brand.
 */
name: string, 
/**
 * Its strength in percent.
 */
percent: string, 
/**
 * How many milligrams of it.
 */
mg: string, 
/**
 * How many millilitres of it.
 */
ml: string, };
export const blankAgent = (): AgentInput => ({"kind":null,"mg":"","ml":"","name":"","percent":""});
export type InjectionInput = { 
/**
 * What was done, by its usual name.
 */
of_type: InjectionType | null, 
/**
 * The muscle of a trigger point.
 */
muscle: string, 
/**
 * By what the needle was guided; `absent` is without guidance.
 */
guidance: Answer<Guidance>, 
/**
 * Whether contrast was used.
 */
contrast: Reply, 
/**
 * The way of the needle.
 */
approach: string, 
/**
 * What was injected, a line each.
 */
agents: Array<AgentInput>, 
/**
 * The whole volume in millilitres.
 */
volume: string, 
/**
 * How deep the sedation was; `absent` is without one.
 */
sedation: Answer<Sedation>, 
/**
 * Pain right before, 0 to 10.
 */
before: Answer<string>, 
/**
 * At what time it was rated.
 */
before_at: string, 
/**
 * Pain right after, 0 to 10.
 */
after: Answer<string>, 
/**
 * At what time it was rated.
 */
after_at: string, 
/**
 * Whether relief lasted as long as the agent does, as somebody judged.
 */
concordant: Reply, 
/**
 * Temperature in degrees Celsius.
 */
celsius: string, 
/**
 * Seconds for each lesion.
 */
seconds: string, 
/**
 * How many lesions were made.
 */
lesions: string, 
/**
 * What went wrong; `absent` means asked and none.
 */
complications: Answer<Array<string>>, 
/**
 * What was done about blood thinners, in words.
 */
blood_thinners: string, };
export const blankInjection = (): InjectionInput => ({"after":{"missing":"not_asked"},"after_at":"","agents":[],"approach":"","before":{"missing":"not_asked"},"before_at":"","blood_thinners":"","celsius":"","complications":{"missing":"not_asked"},"concordant":"not_asked","contrast":"not_asked","guidance":{"missing":"not_asked"},"lesions":"","muscle":"","of_type":null,"seconds":"","sedation":{"missing":"not_asked"},"volume":""});
export type TherapyContent = "core_strength" | "general_strength" | "flexibility" | "posture" | "aerobic" | "graded_activity" | "graded_exposure" | "balance" | "hydrotherapy" | "manual_techniques" | "massage" | "acupuncture" | "heat" | "cold" | "tens" | "education" | "cognitive_behavioural" | "acceptance_commitment" | "mindfulness" | "relaxation" | "sleep" | "pain_programme" | "self_management" | "ergonomics" | "lifting" | "activity_change" | "weight";
export const therapyContentValues = ["core_strength", "general_strength", "flexibility", "posture", "aerobic", "graded_activity", "graded_exposure", "balance", "hydrotherapy", "manual_techniques", "massage", "acupuncture", "heat", "cold", "tens", "education", "cognitive_behavioural", "acceptance_commitment", "mindfulness", "relaxation", "sleep", "pain_programme", "self_management", "ergonomics", "lifting", "activity_change", "weight"] as const satisfies readonly TherapyContent[];
export type Adherence = "full" | "mostly" | "partly" | "hardly";
export const adherenceValues = ["full", "mostly", "partly", "hardly"] as const satisfies readonly Adherence[];
export type TherapyInput = { 
/**
 * Sessions that were planned.
 */
planned: string, 
/**
 * Sessions that were attended.
 */
attended: string, 
/**
 * What is done in the sessions.
 */
content: Array<TherapyContent>, 
/**
 * What else is done.
 */
content_words: string, 
/**
 * What is done at home; `absent` means asked and nothing.
 */
home: Answer<string>, };
export const blankTherapy = (): TherapyInput => ({"attended":"","content":[],"content_words":"","home":{"missing":"not_asked"},"planned":""});
export type DoseStepInput = { 
/**
 * From when on it is so.
 */
when: string, 
/**
 * The medicine as one line, as it is prescribed from then on.
 */
medicine: string, 
/**
 * What is taken in a day from then on.
 */
taken_a_day: string, };
export const blankDoseStep = (): DoseStepInput => ({"medicine":"","taken_a_day":"","when":""});
export type TreatmentInput = { 
/**
 * The kind; has to be chosen.
 */
kind: TreatmentKind | null, 
/**
 * The medicine as one line, as prescribed: "tramadol 50 mg 1-2 tabs q4-6h PRN max 8/day". Empty where it is told in
 * words alone.
 */
medicine_line: string, 
/**
 * What is actually taken of it in a day: "3 tablets", "40 mg", "not taking". Empty where nobody asked.
 */
taken_a_day: string, 
/**
 * The medicine is bought without a prescription; the line may say so too.
 */
over_the_counter: boolean, 
/**
 * The medicine treats opioid use disorder, not pain; the line or the brand may say so too.
 */
for_opioid_use_disorder: boolean, 
/**
 * Its name; where it is left empty, the ingredients of the medicine are the name.
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
 * When it began or was given.
 */
started: string, 
/**
 * Until when; empty also where it goes on.
 */
ended: string, 
/**
 * Whether it goes on, as somebody said.
 */
status: TreatmentStatus | null, 
/**
 * What came of it, each as it was told once.
 */
responses: Array<ResponseInput>, 
/**
 * Changes of dose of the medicine, in their order.
 */
steps: Array<DoseStepInput>, 
/**
 * How it was injected.
 */
injection: InjectionInput, 
/**
 * How a therapy goes.
 */
therapy: TherapyInput, 
/**
 * Who gives it: prescriber, therapist, operator.
 */
provider: string, 
/**
 * Why it is given.
 */
indication: string, 
/**
 * How closely the patient keeps to it.
 */
adherence: Answer<Adherence>, 
/**
 * Why it ended, by its code.
 */
stopped: Answer<StopReason>, 
/**
 * Why it ended, in words.
 */
stopped_words: string, 
/**
 * From whom it is known: patient, clinician, document or device.
 */
told_by: ToldBy, 
/**
 * Whatever has no field of its own.
 */
note: string, };
export const blankTreatment = (): TreatmentInput => ({"adherence":{"missing":"not_asked"},"dose":"","ended":"","for_opioid_use_disorder":false,"indication":"","injection":{"after":{"missing":"not_asked"},"after_at":"","agents":[],"approach":"","before":{"missing":"not_asked"},"before_at":"","blood_thinners":"","celsius":"","complications":{"missing":"not_asked"},"concordant":"not_asked","contrast":"not_asked","guidance":{"missing":"not_asked"},"lesions":"","muscle":"","of_type":null,"seconds":"","sedation":{"missing":"not_asked"},"volume":""},"kind":null,"levels":"","medicine_line":"","name":"","note":"","over_the_counter":false,"provider":"","responses":[],"side":{"missing":"not_asked"},"started":"","status":null,"steps":[],"stopped":{"missing":"not_asked"},"stopped_words":"","taken_a_day":"","target":"","therapy":{"attended":"","content":[],"content_words":"","home":{"missing":"not_asked"},"planned":""},"told_by":"clinician"});
export type PartInput = { 
/**
 * Key of the part.
 */
key: string, 
/**
 * Its score; empty where it was not given.
 */
value: string, };
export type MeasureInput = { "measure": "nrs", 
/**
 * Where the pain is: back, leg, neck, arm, or several not told apart.
 */
site: Site, 
/**
 * Which side of the patient; none where it was not said.
 */
side: Side | null, 
/**
 * Now, average, worst or least; none where it was not said.
 */
kind: PainKind | null, 
/**
 * The time looked back on, as typed; empty where it was not said and for pain now.
 */
period: string, 
/**
 * The rating, whole, from 0 to 10.
 */
value: string, } | { "measure": "odi", 
/**
 * Percent, from 0 to 100.
 */
value: string, 
/**
 * Version, such as 2.1a.
 */
version: string, } | { "measure": "number", 
/**
 * What was measured, in words; has to be given.
 */
name: string, 
/**
 * The number, with decimals where it has some.
 */
value: string, 
/**
 * Its unit; has to be given.
 */
unit: string, } | { "measure": "instrument", 
/**
 * Id of the instrument, such as `phq-9`.
 */
instrument: string, 
/**
 * The printed version; empty where it is not known.
 */
edition: string, 
/**
 * The patient's own activities, where the instrument asks for them: one for each answer.
 */
activities: Array<string>, 
/**
 * An answer to each question in the order of the form: points, the key of a word, `unable`,
 * `not_applicable`, or empty for a blank.
 */
answers: Array<string>, 
/**
 * The total, where only that is known; the digits of a profile.
 */
total: string, 
/**
 * Scores of parts beside a total.
 */
parts: Array<PartInput>, 
/**
 * Someone confirmed that every statement of a tick form was read.
 */
confirmed: boolean, 
/**
 * Make up for blanks where the instrument has a rule for it.
 */
prorate: boolean, 
/**
 * How statements were answered.
 */
capture: Capture, };
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
 * From whom it is known: patient, clinician, document or device.
 */
told_by: ToldBy, 
/**
 * Whatever has no field of its own.
 */
note: string, };
export type ReplyInput = { "is": "yes", 
/**
 * New, changed, long-standing and unchanged, or not said.
 */
course: Course, 
/**
 * Since when it is so; empty where nobody said.
 */
since: string, } | { "is": "no" } | { "is": "does_not_apply" } | { "is": "unknown" } | { "is": "declined" };
export type FlagInput = { 
/**
 * The day on which it was asked; a month or a year is kept and counts as old.
 */
asked_on: string, 
/**
 * Who answered: patient, clinician, document or device.
 */
told_by: ToldBy, 
/**
 * Replies by the id of the question.
 */
answers: Record<string, ReplyInput>, 
/**
 * What was measured on that day; what has no value is left out.
 */
measured: Array<MeasuredInput>, 
/**
 * Muscle power; what has no grade is left out.
 */
power: Array<PowerInput>, 
/**
 * Anything else; never read as an answer.
 */
note: string, };
export const blankFlag = (): FlagInput => ({"answers":{},"asked_on":"","measured":[],"note":"","power":[],"told_by":"clinician"});
export type ResolutionInput = { 
/**
 * Id of the rule.
 */
rule: string, 
/**
 * Version of the rule that fired.
 */
version: number, 
/**
 * The level it is left at; nothing where it is resolved.
 */
lowered_to: FlagLevel | null, 
/**
 * Who decides; the clinic's author or the person at the window where it is empty.
 */
by: string, 
/**
 * Their role in words; the author's role or "clinician" where it is empty.
 */
role: string, 
/**
 * Why, at least three characters.
 */
reason: string, };
export type MriInput = "safe" | "conditional" | "unsafe" | "unknown";
export const mriInputValues = ["safe", "conditional", "unsafe", "unknown"] as const satisfies readonly MriInput[];
export type DevicePartInput = { 
/**
 * What it is; has to be chosen.
 */
kind: ImplantKind | null, 
/**
 * Its name or model.
 */
name: string, 
/**
 * What has become of it.
 */
state: PartState, 
/**
 * What its label says about MRI.
 */
mri: MriInput, 
/**
 * Field strength of the label.
 */
field: string, 
/**
 * Part of the body of the label.
 */
body: string, 
/**
 * Mode of the label.
 */
mode: string, };
export const blankDevicePart = (): DevicePartInput => ({"body":"","field":"","kind":null,"mode":"","mri":"unknown","name":"","state":"unknown"});
export type DeviceInput = { 
/**
 * What it is called.
 */
name: string, 
/**
 * Its parts, one or more, also those that are left behind.
 */
parts: Array<DevicePartInput>, 
/**
 * The company that made it.
 */
maker: string, 
/**
 * Its model, as the maker names it.
 */
model: string, 
/**
 * The serial or lot number.
 */
serial: string, 
/**
 * The unique device identifier.
 */
udi: string, 
/**
 * When it was implanted.
 */
implanted: string, 
/**
 * When it was taken out; empty also where it is in the body.
 */
removed: string, 
/**
 * From whom it is known: patient, clinician, document or device.
 */
told_by: ToldBy, 
/**
 * Whatever has no field of its own.
 */
note: string, };
export const blankDevice = (): DeviceInput => ({"implanted":"","maker":"","model":"","name":"","note":"","parts":[],"removed":"","serial":"","told_by":"clinician","udi":""});
export type TakingInput = "yes" | "stopped" | "not_said";
export const takingInputValues = ["yes", "stopped", "not_said"] as const satisfies readonly TakingInput[];
export type AnticoagulantInput = { 
/**
 * The name of the medicine; has to be given.
 */
name: string, 
/**
 * Its kind; has to be chosen.
 */
class: AgentClass | null, 
/**
 * Whether it is taken.
 */
taking: TakingInput, 
/**
 * Who agreed to stop it; counts where it was stopped.
 */
agreed_by: string, 
/**
 * When it is to be started again, or who decides; counts where it was stopped.
 */
restart: string, 
/**
 * When the last dose was taken.
 */
last_dose: string, 
/**
 * Why it is taken.
 */
indication: string, 
/**
 * From whom it is known: patient, clinician, document or device.
 */
told_by: ToldBy, 
/**
 * Whatever has no field of its own.
 */
note: string, };
export const blankAnticoagulant = (): AnticoagulantInput => ({"agreed_by":"","class":null,"indication":"","last_dose":"","name":"","note":"","restart":"","taking":"not_said","told_by":"clinician"});
export type CheckInput = { 
/**
 * The day; a day, not a month.
 */
asked_on: string, 
/**
 * The id of an intervention on file, or words.
 */
intervention: string, 
/**
 * Replies by check; one that was not touched is not in it.
 */
replies: Record<string, Reply>, 
/**
 * The name of whoever asked.
 */
by: string, 
/**
 * Who answered: patient, clinician, document or device.
 */
told_by: ToldBy, 
/**
 * Whatever has no field of its own.
 */
note: string, };
export const blankCheck = (): CheckInput => ({"asked_on":"","by":"","intervention":"","note":"","replies":{},"told_by":"clinician"});
export type ClearanceInput = { 
/**
 * The question that it answers.
 */
item: ClearanceItem, 
/**
 * What was said; one that was not asked is not kept.
 */
reply: Reply, 
/**
 * On which day; the day of the plan where it is empty.
 */
on: string, 
/**
 * By whom; medical clearance needs a name.
 */
by: string, };
export type WalkingBoutInput = { 
/**
 * On which day it was walked.
 */
on: string, 
/**
 * How long: "12", "12:30", "90 s".
 */
minutes: string, 
/**
 * Whether it was a bad day.
 */
bad_day: boolean, };
export const blankWalkingBout = (): WalkingBoutInput => ({"bad_day":false,"minutes":"","on":""});
export type QuotaInput = { 
/**
 * Length of a bout: "12", "12:30".
 */
minutes: string, 
/**
 * Bouts a day, 1 to 4.
 */
bouts_a_day: string, 
/**
 * Days a week, 1 to 7.
 */
days_a_week: string, 
/**
 * How fast: easy, comfortable or brisk.
 */
pace: WalkingPace, };
export const blankQuota = (): QuotaInput => ({"bouts_a_day":"","days_a_week":"","minutes":"","pace":"easy"});
export type WalkingPlanInput = { 
/**
 * The day of the prescription; today where it is empty.
 */
prescribed_on: string, 
/**
 * Who prescribes it; the clinic's author where it is empty.
 */
by: string, 
/**
 * Answers of the clearance.
 */
answers: Array<ClearanceInput>, 
/**
 * Comfortable bouts; none or three and more.
 */
bouts: Array<WalkingBoutInput>, 
/**
 * What it starts with.
 */
quota: QuotaInput, 
/**
 * What rises when a week went well.
 */
step: WalkingStep, 
/**
 * Minutes to aim at on a day of walking.
 */
target_minutes: string, 
/**
 * Days a week to aim at.
 */
target_days: string, 
/**
 * What needs care in walking, as it was ticked.
 */
cautions: Array<WalkingCaution>, 
/**
 * Restrictions and precautions as surgeon or clinician gave them.
 */
precautions: string, 
/**
 * Whatever has no field of its own.
 */
note: string, };
export const blankWalkingPlan = (): WalkingPlanInput => ({"answers":[],"bouts":[],"by":"","cautions":[],"note":"","precautions":"","prescribed_on":"","quota":{"bouts_a_day":"","days_a_week":"","minutes":"","pace":"easy"},"step":"duration","target_days":"","target_minutes":""});
export type WalkingHappened = { "is": "started" } | { "is": "paused", 
/**
 * What was ticked; empty where a person paused it.
 */
symptoms: Array<DiarySymptom>, } | { "is": "reopened" } | { "is": "quota", 
/**
 * The quota that holds from then on.
 */
quota: QuotaInput, } | { "is": "ended" };
export type WalkingEventInput = { 
/**
 * What happened, with what belongs to it.
 */
what: WalkingHappened, 
/**
 * The day; today where it is empty.
 */
on: string, 
/**
 * Who; the clinic's author where it is empty.
 */
by: string, 
/**
 * Their role in words; the author's role where it is empty.
 */
role: string, 
/**
 * Why; only starting and another quota need no reason.
 */
reason: string, };
export type WalkingEntryInput = "walked" | "missed" | "rest";
export const walkingEntryInputValues = ["walked", "missed", "rest"] as const satisfies readonly WalkingEntryInput[];
export type WalkingRowInput = { 
/**
 * The day; today where it is empty.
 */
on: string, 
/**
 * Whether it tells of a bout, of a missed one or of rest.
 */
entry: WalkingEntryInput, 
/**
 * Number of the bout within its day; the next free one where it is empty.
 */
number: string, 
/**
 * When it began: "10:30".
 */
start: string, 
/**
 * How long: "12", "12:30", "90 s".
 */
minutes: string, 
/**
 * Metres: "800", "1.2 km".
 */
metres: string, 
/**
 * How many steps; empty where they were not counted.
 */
steps: string, 
/**
 * On what ground; none where it was not said.
 */
surface: WalkingSurface | null, 
/**
 * The ground in words.
 */
surface_words: string, 
/**
 * Exertion as felt, 6 to 20.
 */
exertion: string, 
/**
 * Pain of the back before, 0 to 10.
 */
back_before: string, 
/**
 * Pain of the back during or after, the highest.
 */
back_after: string, 
/**
 * Pain of the back the next morning.
 */
back_next_morning: string, 
/**
 * Pain of the leg before.
 */
leg_before: string, 
/**
 * Pain of the leg during or after, the highest.
 */
leg_after: string, 
/**
 * Pain of the leg the next morning.
 */
leg_next_morning: string, 
/**
 * Whether pain was back to usual within 24 hours.
 */
settled: boolean | null, 
/**
 * What was ticked; some of it answers a red-flag question with yes.
 */
symptoms: Array<DiarySymptom>, 
/**
 * The walking aid, in words.
 */
aid: string, 
/**
 * How the mood was, in words.
 */
mood: string, 
/**
 * Why it was missed.
 */
reason: string, 
/**
 * From whom it is known: patient, clinician, document or device.
 */
told_by: ToldBy, 
/**
 * Whatever has no field of its own.
 */
note: string, };
export const blankWalkingRow = (): WalkingRowInput => ({"aid":"","back_after":"","back_before":"","back_next_morning":"","entry":"walked","exertion":"","leg_after":"","leg_before":"","leg_next_morning":"","metres":"","minutes":"","mood":"","note":"","number":"","on":"","reason":"","settled":null,"start":"","steps":"","surface":null,"surface_words":"","symptoms":[],"told_by":"clinician"});
export type GoalStanding = "open" | "reached" | "partly_reached" | "given_up";
export const goalStandingValues = ["open", "reached", "partly_reached", "given_up"] as const satisfies readonly GoalStanding[];
export type AttainmentInput = { 
/**
 * When it was said.
 */
when: string, 
/**
 * How far, from 0 to 10.
 */
reached: string, 
/**
 * The same in words.
 */
words: string, };
export const blankAttainment = (): AttainmentInput => ({"reached":"","when":"","words":""});
export type GoalInput = { 
/**
 * What is to be reached.
 */
text: string, 
/**
 * By what it is told that it was reached.
 */
measure: string, 
/**
 * How much it matters, from 0 to 10; empty where nobody said.
 */
importance: string, 
/**
 * When it was set.
 */
set_on: string, 
/**
 * By when it is to be reached.
 */
target: string, 
/**
 * What became of it.
 */
standing: GoalStanding, 
/**
 * When it came to that.
 */
settled: string, 
/**
 * Why it was given up, or how it was reached.
 */
why: string, 
/**
 * How far it was reached, told again and again.
 */
attainments: Array<AttainmentInput>, 
/**
 * From whom it is known: patient, clinician, document or device.
 */
told_by: ToldBy, 
/**
 * Whatever has no field of its own.
 */
note: string, };
export const blankGoal = (): GoalInput => ({"attainments":[],"importance":"","measure":"","note":"","set_on":"","settled":"","standing":"open","target":"","text":"","told_by":"clinician","why":""});
export type ReadingWhat = "temperature" | "residual_urine" | "breaths" | "crp" | "esr" | "white_cells" | "neutrophils" | "haemoglobin" | "platelets" | "inr" | "creatinine" | "egfr" | "hba1c" | "glucose" | "vitamin_d" | "psa" | "blood_culture" | "electrophoresis" | "weight" | "height" | "other" | "finding";
export const readingWhatValues = ["temperature", "residual_urine", "breaths", "crp", "esr", "white_cells", "neutrophils", "haemoglobin", "platelets", "inr", "creatinine", "egfr", "hba1c", "glucose", "vitamin_d", "psa", "blood_culture", "electrophoresis", "weight", "height", "other", "finding"] as const satisfies readonly ReadingWhat[];
export type ReadingFlag = "normal" | "low" | "high" | "critically_low" | "critically_high" | "abnormal";
export const readingFlagValues = ["normal", "low", "high", "critically_low", "critically_high", "abnormal"] as const satisfies readonly ReadingFlag[];
export type MeasuredInput = { 
/**
 * What was measured; has to be chosen where a value is given.
 */
what: ReadingWhat | null, 
/**
 * Its name, where it has no code.
 */
name: string, 
/**
 * The number; "<5", ">500" and "≥90" are limits. The words of what is told in words. Empty where it was not measured.
 */
value: string, 
/**
 * Its unit in any known spelling; empty where the value has none.
 */
unit: string, 
/**
 * The range that the laboratory printed beside it.
 */
reference: string, 
/**
 * The mark that the laboratory set beside it.
 */
flag: ReadingFlag | null, };
export const blankMeasured = (): MeasuredInput => ({"flag":null,"name":"","reference":"","unit":"","value":"","what":null});
export type ReadingInput = { 
/**
 * The values. The first that is there is the entry; each other one is recorded beside it.
 */
values: Array<MeasuredInput>, 
/**
 * When they were measured.
 */
when: string, 
/**
 * On which side of the patient.
 */
side: Side | null, 
/**
 * The levels of the spine that they are about; empty where they are about none.
 */
levels: string, 
/**
 * From whom they are known: patient, clinician, document or device.
 */
told_by: ToldBy, 
/**
 * Whatever has no field of its own.
 */
note: string, };
export const blankReading = (): ReadingInput => ({"levels":"","note":"","side":null,"told_by":"clinician","values":[],"when":""});
export type KeyMuscle = "c5" | "c6" | "c7" | "c8" | "t1" | "l2" | "l3" | "l4" | "l5" | "s1";
export const keyMuscleValues = ["c5", "c6", "c7", "c8", "t1", "l2", "l3", "l4", "l5", "s1"] as const satisfies readonly KeyMuscle[];
export type LimbSide = "left" | "right";
export const limbSideValues = ["left", "right"] as const satisfies readonly LimbSide[];
export type PowerInput = { 
/**
 * The key muscle, named by its root.
 */
muscle: KeyMuscle, 
/**
 * On which side of the patient.
 */
side: LimbSide, 
/**
 * Its MRC grade: 0, 1, 2, 3, 4-, 4, 4+, 5, or NT; empty where it was not examined.
 */
grade: string, 
/**
 * Whether it is said to be known, long-standing and unchanged.
 */
known: boolean, };
export type Dermatome = "c2" | "c3" | "c4" | "c5" | "c6" | "c7" | "c8" | "t1" | "t2" | "t3" | "t4" | "t5" | "t6" | "t7" | "t8" | "t9" | "t10" | "t11" | "t12" | "l1" | "l2" | "l3" | "l4" | "l5" | "s1" | "s2" | "s3" | "s4" | "s5";
export const dermatomeValues = ["c2", "c3", "c4", "c5", "c6", "c7", "c8", "t1", "t2", "t3", "t4", "t5", "t6", "t7", "t8", "t9", "t10", "t11", "t12", "l1", "l2", "l3", "l4", "l5", "s1", "s2", "s3", "s4", "s5"] as const satisfies readonly Dermatome[];
export type Sense = "absent" | "altered" | "normal" | "not_tested";
export const senseValues = ["absent", "altered", "normal", "not_tested"] as const satisfies readonly Sense[];
export type Sensation = { 
/**
 * The dermatome in which it was tested.
 */
dermatome: Dermatome, 
/**
 * On which side of the patient.
 */
side: LimbSide, 
/**
 * Light touch; nothing where it was not examined.
 */
light_touch?: Sense | null, 
/**
 * Pinprick; nothing where it was not examined.
 */
pinprick?: Sense | null, };
export type ReflexOf = "biceps" | "brachioradialis" | "triceps" | "knee" | "ankle";
export const reflexOfValues = ["biceps", "brachioradialis", "triceps", "knee", "ankle"] as const satisfies readonly ReflexOf[];
export type Briskness = "0" | "1+" | "2+" | "3+" | "4+" | "NT";
export const brisknessValues = ["0", "1+", "2+", "3+", "4+", "NT"] as const satisfies readonly Briskness[];
export type Reflex = { 
/**
 * The tendon whose reflex was tested.
 */
reflex: ReflexOf, 
/**
 * On which side of the patient.
 */
side: LimbSide, 
/**
 * How brisk it was, or that it was not tested.
 */
grade: Briskness, };
export type TractSign = "plantar_up" | "hoffmann" | "clonus";
export const tractSignValues = ["plantar_up", "hoffmann", "clonus"] as const satisfies readonly TractSign[];
export type Presence = "present" | "absent" | "not_tested";
export const presenceValues = ["present", "absent", "not_tested"] as const satisfies readonly Presence[];
export type SignInput = { 
/**
 * Which sign it is.
 */
sign: TractSign, 
/**
 * On which side of the patient.
 */
side: LimbSide, 
/**
 * Whether it was found.
 */
found: Presence, 
/**
 * Of a clonus, how many beats, or "sustained"; empty where they were not counted.
 */
beats: string, };
export type TensionTest = "straight_leg_raise" | "crossed_straight_leg_raise" | "slump" | "femoral_stretch" | "crossed_femoral_stretch";
export const tensionTestValues = ["straight_leg_raise", "crossed_straight_leg_raise", "slump", "femoral_stretch", "crossed_femoral_stretch"] as const satisfies readonly TensionTest[];
export type ReproducedPain = "leg_pain" | "back_pain" | "nothing";
export const reproducedPainValues = ["leg_pain", "back_pain", "nothing"] as const satisfies readonly ReproducedPain[];
export type TensionInput = { 
/**
 * Which test was done.
 */
test: TensionTest, 
/**
 * On which side of the patient.
 */
side: LimbSide, 
/**
 * The angle in degrees; empty where it was not said.
 */
angle: string, 
/**
 * What it brought about; none where it was not said.
 */
reproduced: ReproducedPain | null, };
export type Gait = "normal" | "antalgic" | "foot_drop" | "trendelenburg" | "spastic" | "ataxic";
export const gaitValues = ["normal", "antalgic", "foot_drop", "trendelenburg", "spastic", "ataxic"] as const satisfies readonly Gait[];
export type AnalTone = "normal" | "reduced" | "absent";
export const analToneValues = ["normal", "reduced", "absent"] as const satisfies readonly AnalTone[];
export type WalkingAid = "no_aid" | "one_stick" | "two_sticks" | "one_crutch" | "two_crutches" | "frame" | "rollator" | "orthosis" | "person" | "wheelchair" | "other";
export const walkingAidValues = ["no_aid", "one_stick", "two_sticks", "one_crutch", "two_crutches", "frame", "rollator", "orthosis", "person", "wheelchair", "other"] as const satisfies readonly WalkingAid[];
export type WalkOn = "heels" | "toes";
export const walkOnValues = ["heels", "toes"] as const satisfies readonly WalkOn[];
export type TaskResult = "normal" | "impaired" | "unable" | "not_tested";
export const taskResultValues = ["normal", "impaired", "unable", "not_tested"] as const satisfies readonly TaskResult[];
export type Walk = { 
/**
 * On heel or toes.
 */
on: WalkOn, 
/**
 * On which side of the patient.
 */
side: LimbSide, 
/**
 * How it went when tried.
 */
found: TaskResult, };
export type StanceInput = { 
/**
 * On which leg somebody stood.
 */
side: LimbSide, 
/**
 * How many seconds; empty where it was not tried.
 */
seconds: string, };
export type MotionPart = "lumbar" | "cervical";
export const motionPartValues = ["lumbar", "cervical"] as const satisfies readonly MotionPart[];
export type MotionOf = "flexion" | "extension" | "side_bend" | "rotation";
export const motionOfValues = ["flexion", "extension", "side_bend", "rotation"] as const satisfies readonly MotionOf[];
export type MotionMethod = "inclinometer" | "estimated_degrees" | "estimated_share" | "fingertip_floor" | "schober";
export const motionMethodValues = ["inclinometer", "estimated_degrees", "estimated_share", "fingertip_floor", "schober"] as const satisfies readonly MotionMethod[];
export type MotionPain = "painful" | "painless";
export const motionPainValues = ["painful", "painless"] as const satisfies readonly MotionPain[];
export type MotionInput = { 
/**
 * Which part of the spine.
 */
part: MotionPart, 
/**
 * Which movement was tried.
 */
movement: MotionOf, 
/**
 * To which side; none where it goes to none.
 */
side: LimbSide | null, 
/**
 * How it was measured; none where it was not said.
 */
method: MotionMethod | null, 
/**
 * How far, in the unit of the method; empty where it was not measured.
 */
value: string, 
/**
 * Whether it hurt; none where it was not said.
 */
pain: MotionPain | null, };
export type ProvocationTest = "distraction" | "thigh_thrust" | "gaenslen" | "compression" | "sacral_thrust" | "lumbar_facet_loading" | "cervical_facet_loading";
export const provocationTestValues = ["distraction", "thigh_thrust", "gaenslen", "compression", "sacral_thrust", "lumbar_facet_loading", "cervical_facet_loading"] as const satisfies readonly ProvocationTest[];
export type ProvocationResult = "positive" | "negative" | "not_done";
export const provocationResultValues = ["positive", "negative", "not_done"] as const satisfies readonly ProvocationResult[];
export type Provocation = { 
/**
 * Which test was done.
 */
test: ProvocationTest, 
/**
 * On which side of the patient.
 */
side: LimbSide, 
/**
 * What it brought about.
 */
found: ProvocationResult, };
export type LocalWhat = "tenderness" | "trigger_point" | "scar" | "wound" | "device_pocket";
export const localWhatValues = ["tenderness", "trigger_point", "scar", "wound", "device_pocket"] as const satisfies readonly LocalWhat[];
export type LocalState = "present" | "absent" | "quiet" | "tender" | "red" | "warm" | "swollen" | "open" | "discharging" | "thickened" | "adherent";
export const localStateValues = ["present", "absent", "quiet", "tender", "red", "warm", "swollen", "open", "discharging", "thickened", "adherent"] as const satisfies readonly LocalState[];
export type LocalInput = { 
/**
 * What was looked for.
 */
what: LocalWhat | null, 
/**
 * In which states it was found.
 */
states: Array<LocalState>, 
/**
 * The levels, as people write them.
 */
levels: string, 
/**
 * On which side of the patient.
 */
side: Answer<Side>, 
/**
 * Where exactly, and how.
 */
words: string, };
export const blankLocal = (): LocalInput => ({"levels":"","side":{"missing":"not_asked"},"states":[],"what":null,"words":""});
export type BehaviouralGroup = "tenderness" | "simulation" | "distraction" | "regional" | "overreaction";
export const behaviouralGroupValues = ["tenderness", "simulation", "distraction", "regional", "overreaction"] as const satisfies readonly BehaviouralGroup[];
export type BehaviouralResult = "yes" | "no" | "not_examined";
export const behaviouralResultValues = ["yes", "no", "not_examined"] as const satisfies readonly BehaviouralResult[];
export type BehaviouralSign = { 
/**
 * Which group was looked at.
 */
group: BehaviouralGroup, 
/**
 * What was found of it.
 */
found: BehaviouralResult, };
export type CarriedInput = { 
/**
 * The field, such as `power.l5_left`.
 */
field: string, 
/**
 * The examination that it comes from: "examination" and its id.
 */
from: string, };
export type ExaminationInput = { 
/**
 * When the examination was made.
 */
when: string, 
/**
 * Muscle power; what has no grade is left out.
 */
power: Array<PowerInput>, 
/**
 * Sensation by dermatome and side.
 */
sensation: Array<Sensation>, 
/**
 * Tendon reflexes by side.
 */
reflexes: Array<Reflex>, 
/**
 * Signs of the long tracts.
 */
signs: Array<SignInput>, 
/**
 * Tension tests; what has neither angle nor result is left out.
 */
tension: Array<TensionInput>, 
/**
 * How the patient walks.
 */
gait: Array<Gait>, 
/**
 * The gait in words.
 */
gait_words: string, 
/**
 * What the patient walks with.
 */
aids: Array<WalkingAid>, 
/**
 * Walking on heels and toes.
 */
walks: Array<Walk>, 
/**
 * Walking heel to toe.
 */
tandem: Answer<TaskResult>, 
/**
 * Standing with closed eyes.
 */
romberg: Answer<TaskResult>, 
/**
 * Standing on one leg; what has no seconds is left out.
 */
stance: Array<StanceInput>, 
/**
 * Falls in the last twelve months.
 */
falls: Answer<string>, 
/**
 * How far the spine moves; what has neither value nor pain is left out.
 */
motion: Array<MotionInput>, 
/**
 * Tests that provoke pain.
 */
provocation: Array<Provocation>, 
/**
 * What was found at places.
 */
local: Array<LocalInput>, 
/**
 * Behavioural signs by their group.
 */
behavioural: Array<BehaviouralSign>, 
/**
 * Sensation in the saddle.
 */
saddle: Answer<Sense>, 
/**
 * Anal tone at rest.
 */
anal_tone: Answer<AnalTone>, 
/**
 * The squeeze of the anal sphincter.
 */
anal_squeeze: Answer<AnalTone>, 
/**
 * What says again what an earlier examination found; a field that holds nothing is not among them.
 */
carried: Array<CarriedInput>, 
/**
 * From whom it is known: patient, clinician, document or device.
 */
told_by: ToldBy, 
/**
 * Anything else; never read as a finding.
 */
note: string, };
export const blankExamination = (): ExaminationInput => ({"aids":[],"anal_squeeze":{"missing":"not_asked"},"anal_tone":{"missing":"not_asked"},"behavioural":[],"carried":[],"falls":{"missing":"not_asked"},"gait":[],"gait_words":"","local":[],"motion":[],"note":"","power":[],"provocation":[],"reflexes":[],"romberg":{"missing":"not_asked"},"saddle":{"missing":"not_asked"},"sensation":[],"signs":[],"stance":[],"tandem":{"missing":"not_asked"},"tension":[],"told_by":"clinician","walks":[],"when":""});
export type DiagnosisKind = "persistent_pain" | "other_source" | "other_level_or_side" | "residual" | "recurrent_herniation" | "root_compression" | "stenosis" | "central_stenosis" | "lateral_recess_stenosis" | "foraminal_stenosis" | "disc_degeneration" | "disc_space_narrowing" | "instability" | "adjacent_segment" | "facet_joint" | "sacroiliac_joint" | "muscle" | "epidural_fibrosis" | "neuropathic_pain" | "nerve_injury" | "arachnoiditis" | "pseudarthrosis" | "hardware_failure" | "hardware_malposition" | "sagittal_imbalance" | "infection" | "discitis" | "dural_leak" | "pseudomeningocele" | "crps" | "hip_or_peripheral" | "central_sensitisation" | "psychosocial" | "other";
export const diagnosisKindValues = ["persistent_pain", "other_source", "other_level_or_side", "residual", "recurrent_herniation", "root_compression", "stenosis", "central_stenosis", "lateral_recess_stenosis", "foraminal_stenosis", "disc_degeneration", "disc_space_narrowing", "instability", "adjacent_segment", "facet_joint", "sacroiliac_joint", "muscle", "epidural_fibrosis", "neuropathic_pain", "nerve_injury", "arachnoiditis", "pseudarthrosis", "hardware_failure", "hardware_malposition", "sagittal_imbalance", "infection", "discitis", "dural_leak", "pseudomeningocele", "crps", "hip_or_peripheral", "central_sensitisation", "psychosocial", "other"] as const satisfies readonly DiagnosisKind[];
export type DiagnosisGroup = "main" | "target" | "segment" | "joint" | "nerve" | "implant" | "infection" | "whole" | "other";
export const diagnosisGroupValues = ["main", "target", "segment", "joint", "nerve", "implant", "infection", "whole", "other"] as const satisfies readonly DiagnosisGroup[];
export type Certainty = "confirmed" | "probable" | "suspected" | "excluded";
export const certaintyValues = ["confirmed", "probable", "suspected", "excluded"] as const satisfies readonly Certainty[];
export type Weighs = "for" | "against";
export const weighsValues = ["for", "against"] as const satisfies readonly Weighs[];
export type EvidenceInput = { 
/**
 * The entry as [`EvidenceRow::entry`] names it; empty where none is chosen yet.
 */
entry: string, 
/**
 * Which way it weighs.
 */
weighs: Weighs, };
export const blankEvidence = (): EvidenceInput => ({"entry":"","weighs":"for"});
export type DiagnosisInput = { 
/**
 * What it says; none where it is not chosen yet.
 */
kind: DiagnosisKind | null, 
/**
 * The same more exactly.
 */
words: string, 
/**
 * How sure it is.
 */
certainty: Certainty, 
/**
 * The levels, as people write them.
 */
levels: string, 
/**
 * On which side of the patient.
 */
side: Answer<Side>, 
/**
 * What speaks for it.
 */
speaks_for: Array<string>, 
/**
 * What speaks against it.
 */
speaks_against: Array<string>, 
/**
 * Entries of the record that speak for or against it; what names none is left out.
 */
evidence: Array<EvidenceInput>, 
/**
 * The test that would settle it.
 */
settled_by: string, 
/**
 * Its code of ICD-10-CM.
 */
icd10cm: string, 
/**
 * When it was so judged.
 */
judged: string, 
/**
 * Who judged it, or where it was read.
 */
told_by: ToldBy, 
/**
 * Whatever has no field of its own.
 */
note: string, };
export const blankDiagnosis = (): DiagnosisInput => ({"certainty":"suspected","evidence":[],"icd10cm":"","judged":"","kind":null,"levels":"","note":"","settled_by":"","side":{"missing":"not_asked"},"speaks_against":[],"speaks_for":[],"told_by":"clinician","words":""});
export type ElectrodiagnosticTest = "needle_emg" | "nerve_conduction" | "late_responses" | "somatosensory_evoked" | "motor_evoked" | "other";
export const electrodiagnosticTestValues = ["needle_emg", "nerve_conduction", "late_responses", "somatosensory_evoked", "motor_evoked", "other"] as const satisfies readonly ElectrodiagnosticTest[];
export type TestResult = "normal" | "abnormal" | "borderline" | "not_tested";
export const testResultValues = ["normal", "abnormal", "borderline", "not_tested"] as const satisfies readonly TestResult[];
export type ElectricalChange = "active_denervation" | "reinnervation" | "reduced_recruitment" | "low_amplitude" | "slow_conduction" | "late_response" | "no_response";
export const electricalChangeValues = ["active_denervation", "reinnervation", "reduced_recruitment", "low_amplitude", "slow_conduction", "late_response", "no_response"] as const satisfies readonly ElectricalChange[];
export type TestedPartInput = { 
/**
 * Its name; has to be there.
 */
name: string, 
/**
 * On which side of the patient.
 */
side: Answer<Side>, 
/**
 * What it showed, as it was told.
 */
result: TestResult | null, 
/**
 * In which ways it was done.
 */
changes: Array<ElectricalChange>, 
/**
 * The same in words.
 */
words: string, };
export const blankTestedPart = (): TestedPartInput => ({"changes":[],"name":"","result":null,"side":{"missing":"not_asked"},"words":""});
export type NerveConclusion = "radiculopathy" | "plexopathy" | "mononeuropathy" | "polyneuropathy" | "cord_conduction" | "myopathy" | "no_abnormality" | "inconclusive" | "other";
export const nerveConclusionValues = ["radiculopathy", "plexopathy", "mononeuropathy", "polyneuropathy", "cord_conduction", "myopathy", "no_abnormality", "inconclusive", "other"] as const satisfies readonly NerveConclusion[];
export type Chronicity = "acute" | "subacute" | "chronic" | "chronic_active";
export const chronicityValues = ["acute", "subacute", "chronic", "chronic_active"] as const satisfies readonly Chronicity[];
export type ConclusionPartInput = { 
/**
 * What is concluded; has to be chosen.
 */
kind: NerveConclusion | null, 
/**
 * How the report states it.
 */
stated: StatedAs | null, 
/**
 * The nerve roots that it names.
 */
roots: string, 
/**
 * The nerve that it names.
 */
nerve: string, 
/**
 * On which side of the patient.
 */
side: Answer<Side>, 
/**
 * How old it looks.
 */
chronicity: Chronicity | null, 
/**
 * The same in words.
 */
words: string, };
export const blankConclusionPart = (): ConclusionPartInput => ({"chronicity":null,"kind":null,"nerve":"","roots":"","side":{"missing":"not_asked"},"stated":null,"words":""});
export type ElectrodiagnosisInput = { 
/**
 * Which tests were made.
 */
tests: Array<ElectrodiagnosticTest>, 
/**
 * When they were made.
 */
when: string, 
/**
 * How long the symptoms had lasted then: "5 weeks".
 */
symptoms_for: string, 
/**
 * Muscles, nerves and pathways.
 */
examined: Array<TestedPartInput>, 
/**
 * What the report concludes.
 */
conclusions: Array<ConclusionPartInput>, 
/**
 * The conclusion in the words of the report.
 */
conclusion: string, 
/**
 * Who made or read them, and where.
 */
done_by: string, 
/**
 * From whom it is known: patient, clinician, document or device.
 */
told_by: ToldBy, 
/**
 * Whatever has no field of its own.
 */
note: string, };
export const blankElectrodiagnosis = (): ElectrodiagnosisInput => ({"conclusion":"","conclusions":[],"done_by":"","examined":[],"note":"","symptoms_for":"","tests":[],"told_by":"clinician","when":""});
export type NotTriedBecause = "patient_choice" | "contraindication" | "not_available" | "cost" | "waiting" | "not_suitable" | "other";
export const notTriedBecauseValues = ["patient_choice", "contraindication", "not_available", "cost", "waiting", "not_suitable", "other"] as const satisfies readonly NotTriedBecause[];
export type UntriedInput = { 
/**
 * The kind of treatment; has to be chosen.
 */
kind: TreatmentKind | null, 
/**
 * Which one; empty where the kind as a whole is meant.
 */
name: string, 
/**
 * Why it was not tried.
 */
because: Answer<NotTriedBecause>, 
/**
 * Why it was not, in words.
 */
because_words: string, 
/**
 * When it was considered.
 */
considered: string, 
/**
 * Who decided, by name or role.
 */
decided_by: string, 
/**
 * Who said that it was not.
 */
told_by: ToldBy, 
/**
 * Whatever has no field of its own.
 */
note: string, };
export const blankUntried = (): UntriedInput => ({"because":{"missing":"not_asked"},"because_words":"","considered":"","decided_by":"","kind":null,"name":"","note":"","told_by":"clinician"});
export type Therapy = "spinal_cord" | "dorsal_root_ganglion" | "peripheral_nerve" | "peripheral_field" | "intrathecal_drug" | "other";
export const therapyValues = ["spinal_cord", "dorsal_root_ganglion", "peripheral_nerve", "peripheral_field", "intrathecal_drug", "other"] as const satisfies readonly Therapy[];
export type TargetPain = "back" | "leg" | "neck" | "arm";
export const targetPainValues = ["back", "leg", "neck", "arm"] as const satisfies readonly TargetPain[];
export type NeuromodulationInput = { 
/**
 * What is stimulated or given; has to be chosen.
 */
therapy: Therapy | null, 
/**
 * The same more exactly.
 */
words: string, 
/**
 * Which pain it is to treat.
 */
targets: Array<TargetPain>, 
/**
 * On which side of the patient.
 */
side: Answer<Side>, 
/**
 * That pain in words.
 */
target_words: string, 
/**
 * When it was thought of.
 */
considered: string, 
/**
 * By whom it was done or decided.
 */
by: string, 
/**
 * Why, in words that were given.
 */
why: string, 
/**
 * Who said it, or where it was read.
 */
told_by: ToldBy, 
/**
 * Whatever has no field of its own.
 */
note: string, };
export const blankNeuromodulation = (): NeuromodulationInput => ({"by":"","considered":"","note":"","side":{"missing":"not_asked"},"target_words":"","targets":[],"therapy":null,"told_by":"clinician","why":"","words":""});
export type StepKind = "assessment" | "trial" | "decision" | "implant" | "programming" | "complication" | "revision" | "explant";
export const stepKindValues = ["assessment", "trial", "decision", "implant", "programming", "complication", "revision", "explant"] as const satisfies readonly StepKind[];
export type AssessmentKind = "psychological" | "multidisciplinary" | "implanter" | "other";
export const assessmentKindValues = ["psychological", "multidisciplinary", "implanter", "other"] as const satisfies readonly AssessmentKind[];
export type Suitability = "suitable" | "with_conditions" | "deferred" | "not_suitable";
export const suitabilityValues = ["suitable", "with_conditions", "deferred", "not_suitable"] as const satisfies readonly Suitability[];
export type Waveform = "tonic" | "burst" | "high_frequency" | "sub_perception" | "closed_loop" | "other";
export const waveformValues = ["tonic", "burst", "high_frequency", "sub_perception", "closed_loop", "other"] as const satisfies readonly Waveform[];
export type TrialDecision = "go_on" | "not_go_on" | "postponed";
export const trialDecisionValues = ["go_on", "not_go_on", "postponed"] as const satisfies readonly TrialDecision[];
export type PatientWish = "wants_it" | "does_not_want_it" | "undecided";
export const patientWishValues = ["wants_it", "does_not_want_it", "undecided"] as const satisfies readonly PatientWish[];
export type BatteryKind = "rechargeable" | "not_rechargeable" | "external";
export const batteryKindValues = ["rechargeable", "not_rechargeable", "external"] as const satisfies readonly BatteryKind[];
export type BatteryStatus = "good" | "low" | "replace_soon" | "empty";
export const batteryStatusValues = ["good", "low", "replace_soon", "empty"] as const satisfies readonly BatteryStatus[];
export type DeviceComplication = "migration" | "lead_fracture" | "disconnection" | "erosion" | "generator_site_pain" | "infection" | "dural_puncture" | "haematoma" | "neurological_change" | "unwanted_stimulation" | "loss_of_efficacy" | "other";
export const deviceComplicationValues = ["migration", "lead_fracture", "disconnection", "erosion", "generator_site_pain", "infection", "dural_puncture", "haematoma", "neurological_change", "unwanted_stimulation", "loss_of_efficacy", "other"] as const satisfies readonly DeviceComplication[];
export type ExplantExtent = "everything" | "leads_left" | "some_parts";
export const explantExtentValues = ["everything", "leads_left", "some_parts"] as const satisfies readonly ExplantExtent[];
export type LeadInput = { 
/**
 * The level of its tip.
 */
tip: string, 
/**
 * On which side of the patient.
 */
side: Answer<Side>, 
/**
 * How many contacts it has.
 */
contacts: string, 
/**
 * Whatever else is told of it.
 */
words: string, };
export const blankLead = (): LeadInput => ({"contacts":"","side":{"missing":"not_asked"},"tip":"","words":""});
export type AssessmentStepInput = { 
/**
 * Who assessed; has to be chosen.
 */
kind: AssessmentKind | null, 
/**
 * What it came to.
 */
outcome: Answer<Suitability>, 
/**
 * In words, beside what was chosen.
 */
words: string, };
export const blankAssessmentStep = (): AssessmentStepInput => ({"kind":null,"outcome":{"missing":"not_asked"},"words":""});
export type TrialStepInput = { 
/**
 * Its last day; empty while it runs.
 */
ended: string, 
/**
 * How it was stimulated.
 */
waveforms: Array<Waveform>, 
/**
 * The leads or the catheter.
 */
leads: Array<LeadInput>, 
/**
 * When they came out; empty while they are in.
 */
leads_out: string, 
/**
 * How it went, in words.
 */
words: string, };
export const blankTrialStep = (): TrialStepInput => ({"ended":"","leads":[],"leads_out":"","waveforms":[],"words":""});
export type DecisionStepInput = { 
/**
 * What was decided; has to be chosen.
 */
kind: TrialDecision | null, 
/**
 * Why, in words that were given.
 */
why: string, 
/**
 * What the patient wishes.
 */
wish: Answer<PatientWish>, };
export const blankDecisionStep = (): DecisionStepInput => ({"kind":null,"why":"","wish":{"missing":"not_asked"}});
export type ImplantStepInput = { 
/**
 * The leads or the catheter.
 */
leads: Array<LeadInput>, 
/**
 * Where the generator or pump lies.
 */
site: string, 
/**
 * On which side of the patient it lies.
 */
side: Answer<Side>, 
/**
 * Where the power comes from.
 */
battery: BatteryKind | null, 
/**
 * Whether the patient has the card of the system.
 */
card: boolean | null, 
/**
 * In words, beside what was chosen.
 */
words: string, };
export const blankImplantStep = (): ImplantStepInput => ({"battery":null,"card":null,"leads":[],"side":{"missing":"not_asked"},"site":"","words":""});
export type ProgrammingStepInput = { 
/**
 * Name or number of the programme.
 */
programme: string, 
/**
 * How the pulses come.
 */
waveform: Waveform | null, 
/**
 * Amplitude, width, rate and contacts.
 */
settings: string, 
/**
 * How the battery was found.
 */
battery: BatteryStatus | null, 
/**
 * In words, beside what was chosen.
 */
words: string, };
export const blankProgrammingStep = (): ProgrammingStepInput => ({"battery":null,"programme":"","settings":"","waveform":null,"words":""});
export type ComplicationStepInput = { 
/**
 * What went wrong; has to be chosen.
 */
kind: DeviceComplication | null, 
/**
 * In words, beside what was chosen.
 */
words: string, 
/**
 * What was done about it.
 */
treatment: string, 
/**
 * When it was over; empty where it is not.
 */
resolved: string, };
export const blankComplicationStep = (): ComplicationStepInput => ({"kind":null,"resolved":"","treatment":"","words":""});
export type RevisionStepInput = { 
/**
 * What was done, as it was told.
 */
words: string, 
/**
 * The leads as they lie since.
 */
leads: Array<LeadInput>, };
export const blankRevisionStep = (): RevisionStepInput => ({"leads":[],"words":""});
export type ExplantStepInput = { 
/**
 * How much was taken out.
 */
extent: ExplantExtent | null, 
/**
 * Why, in words that were given.
 */
why: string, };
export const blankExplantStep = (): ExplantStepInput => ({"extent":null,"why":""});
export type StepWhatInput = { 
/**
 * The kind of step; none where it is not chosen yet.
 */
is: StepKind | null, 
/**
 * The fields of an assessment.
 */
assessment: AssessmentStepInput, 
/**
 * The fields of a trial.
 */
trial: TrialStepInput, 
/**
 * The fields of a decision.
 */
decision: DecisionStepInput, 
/**
 * The fields of an implant.
 */
implant: ImplantStepInput, 
/**
 * Of a visit for programming.
 */
programming: ProgrammingStepInput, 
/**
 * The fields of a complication.
 */
complication: ComplicationStepInput, 
/**
 * The fields of a revision.
 */
revision: RevisionStepInput, 
/**
 * The fields of an explant.
 */
explant: ExplantStepInput, };
export const blankStepWhat = (): StepWhatInput => ({"assessment":{"kind":null,"outcome":{"missing":"not_asked"},"words":""},"complication":{"kind":null,"resolved":"","treatment":"","words":""},"decision":{"kind":null,"why":"","wish":{"missing":"not_asked"}},"explant":{"extent":null,"why":""},"implant":{"battery":null,"card":null,"leads":[],"side":{"missing":"not_asked"},"site":"","words":""},"is":null,"programming":{"battery":null,"programme":"","settings":"","waveform":null,"words":""},"revision":{"leads":[],"words":""},"trial":{"ended":"","leads":[],"leads_out":"","waveforms":[],"words":""}});
export type NeuromodulationStepInput = { 
/**
 * The path that it belongs to.
 */
neuromodulation: string, 
/**
 * When; of a trial when it began.
 */
when: string, 
/**
 * What kind of step it is.
 */
what: StepWhatInput, 
/**
 * By whom it was done or decided.
 */
by: string, 
/**
 * Operations, treatments and devices that tell of the same.
 */
entries: Array<string>, 
/**
 * Who said it, or where it was read.
 */
told_by: ToldBy, 
/**
 * Whatever has no field of its own.
 */
note: string, };
export const blankNeuromodulationStep = (): NeuromodulationStepInput => ({"by":"","entries":[],"neuromodulation":"","note":"","told_by":"clinician","what":{"assessment":{"kind":null,"outcome":{"missing":"not_asked"},"words":""},"complication":{"kind":null,"resolved":"","treatment":"","words":""},"decision":{"kind":null,"why":"","wish":{"missing":"not_asked"}},"explant":{"extent":null,"why":""},"implant":{"battery":null,"card":null,"leads":[],"side":{"missing":"not_asked"},"site":"","words":""},"is":null,"programming":{"battery":null,"programme":"","settings":"","waveform":null,"words":""},"revision":{"leads":[],"words":""},"trial":{"ended":"","leads":[],"leads_out":"","waveforms":[],"words":""}},"when":""});
export type TrialCompared = "better" | "same" | "worse";
export const trialComparedValues = ["better", "same", "worse"] as const satisfies readonly TrialCompared[];
export type TrialDayInput = { 
/**
 * The path of the trial.
 */
neuromodulation: string, 
/**
 * The day that it is of.
 */
on: string, 
/**
 * Which pain of the day was rated.
 */
kind: PainKind | null, 
/**
 * Pain of the back, 0 to 10.
 */
back: string, 
/**
 * Pain of the leg, 0 to 10.
 */
leg: string, 
/**
 * Pain of the neck, 0 to 10.
 */
neck: string, 
/**
 * Pain of the arm, 0 to 10.
 */
arm: string, 
/**
 * What the patient could do, against before the trial.
 */
function: TrialCompared | null, 
/**
 * Sleep of the night before, against before the trial.
 */
sleep: TrialCompared | null, 
/**
 * Whether any medicine was changed.
 */
medicine_changed: Reply, 
/**
 * Which of them was changed, and how.
 */
medicine_words: string, 
/**
 * How satisfied the patient was, 0 to 10.
 */
satisfaction: string, 
/**
 * Who said it, or where it was read.
 */
told_by: ToldBy, 
/**
 * Whatever has no field of its own.
 */
note: string, };
export const blankTrialDay = (): TrialDayInput => ({"arm":"","back":"","function":null,"kind":null,"leg":"","medicine_changed":"not_asked","medicine_words":"","neck":"","neuromodulation":"","note":"","on":"","satisfaction":"","sleep":null,"told_by":"clinician"});
export type PumpEvent = "filled" | "refilled" | "changed" | "checked" | "stopped";
export const pumpEventValues = ["filled", "refilled", "changed", "checked", "stopped"] as const satisfies readonly PumpEvent[];
export type PumpDrugInput = { 
/**
 * Its name as it was given.
 */
name: string, 
/**
 * How much of it a millilitre holds: "10 mg/mL".
 */
concentration: string, 
/**
 * How much of it is given a day: "2.5 mg a day".
 */
daily: string, };
export const blankPumpDrug = (): PumpDrugInput => ({"concentration":"","daily":"","name":""});
export type PumpSettingInput = { 
/**
 * The pump in the list of devices.
 */
pump: string, 
/**
 * When it was so.
 */
when: string, 
/**
 * What was done; has to be chosen.
 */
what: PumpEvent | null, 
/**
 * The drugs in it since.
 */
drugs: Array<PumpDrugInput>, 
/**
 * Doses at call, as they were set.
 */
bolus: string, 
/**
 * How much its reservoir holds, in mL.
 */
reservoir: string, 
/**
 * When it has to be refilled at the latest.
 */
refill_due: string, 
/**
 * The level of the tip of its catheter.
 */
catheter_tip: string, 
/**
 * What was found when it was looked at after a scan.
 */
after_scan: string, 
/**
 * By whom it was done or decided.
 */
by: string, 
/**
 * Who said it, or where it was read.
 */
told_by: ToldBy, 
/**
 * Whatever has no field of its own.
 */
note: string, };
export const blankPumpSetting = (): PumpSettingInput => ({"after_scan":"","bolus":"","by":"","catheter_tip":"","drugs":[],"note":"","pump":"","refill_due":"","reservoir":"","told_by":"clinician","what":null,"when":""});
export type Smoking = "never" | "former" | "current";
export const smokingValues = ["never", "former", "current"] as const satisfies readonly Smoking[];
export type WorkStatus = "working" | "reduced" | "sick_leave" | "unemployed" | "retired" | "student" | "homemaker" | "disability_pension" | "other";
export const workStatusValues = ["working", "reduced", "sick_leave", "unemployed", "retired", "student", "homemaker", "disability_pension", "other"] as const satisfies readonly WorkStatus[];
export type ClaimStatus = "open" | "settled";
export const claimStatusValues = ["open", "settled"] as const satisfies readonly ClaimStatus[];
export type LivingSituation = "alone" | "with_others" | "care_home" | "no_fixed_home";
export const livingSituationValues = ["alone", "with_others", "care_home", "no_fixed_home"] as const satisfies readonly LivingSituation[];
export type CarerStatus = "has_carer" | "is_carer" | "both";
export const carerStatusValues = ["has_carer", "is_carer", "both"] as const satisfies readonly CarerStatus[];
export type DrivingStatus = "yes" | "no" | "advised_not";
export const drivingStatusValues = ["yes", "no", "advised_not"] as const satisfies readonly DrivingStatus[];
export type CapacityStatus = "has" | "partly" | "lacks";
export const capacityStatusValues = ["has", "partly", "lacks"] as const satisfies readonly CapacityStatus[];
export type InterpreterNeed = "not_needed" | "needed";
export const interpreterNeedValues = ["not_needed", "needed"] as const satisfies readonly InterpreterNeed[];
export type SenseStatus = "good" | "with_aid" | "difficult";
export const senseStatusValues = ["good", "with_aid", "difficult"] as const satisfies readonly SenseStatus[];
export type CircumstanceInput = { 
/**
 * The day on which it was told.
 */
when: string, 
/**
 * Whether somebody smokes or ever did.
 */
smoking: Answer<Smoking>, 
/**
 * Since when, or since when no longer.
 */
smoking_since: string, 
/**
 * How much is or was smoked.
 */
smoking_amount: string, 
/**
 * Whether somebody works, and if not why.
 */
work: Answer<WorkStatus>, 
/**
 * Since when that is so.
 */
work_since: string, 
/**
 * What somebody does for a living.
 */
occupation: string, 
/**
 * Whether a claim concerns the pain; `absent` means asked and none.
 */
claim: Answer<ClaimStatus>, 
/**
 * More on the claim.
 */
claim_words: string, 
/**
 * With whom somebody lives.
 */
home: Answer<LivingSituation>, 
/**
 * The home in words.
 */
home_words: string, 
/**
 * Who cares for whom; `absent` means neither.
 */
care: Answer<CarerStatus>, 
/**
 * Who the carer is.
 */
care_words: string, 
/**
 * Whether somebody drives or was advised not to.
 */
driving: Answer<DrivingStatus>, 
/**
 * Whether somebody can decide about treatment.
 */
capacity: Answer<CapacityStatus>, 
/**
 * Who decides with or for somebody.
 */
capacity_words: string, 
/**
 * The language to be spoken.
 */
language: string, 
/**
 * Whether an interpreter is needed.
 */
interpreter: Answer<InterpreterNeed>, 
/**
 * How well somebody hears, with or without an aid.
 */
hearing: Answer<SenseStatus>, 
/**
 * How well somebody sees, with or without an aid.
 */
vision: Answer<SenseStatus>, 
/**
 * The state of mind.
 */
mental_health: string, 
/**
 * What the family has or had.
 */
family_history: string, 
/**
 * Who told this or where it was read.
 */
told_by: ToldBy, 
/**
 * Whatever has no field of its own.
 */
note: string, };
export const blankCircumstance = (): CircumstanceInput => ({"capacity":{"missing":"not_asked"},"capacity_words":"","care":{"missing":"not_asked"},"care_words":"","claim":{"missing":"not_asked"},"claim_words":"","driving":{"missing":"not_asked"},"family_history":"","hearing":{"missing":"not_asked"},"home":{"missing":"not_asked"},"home_words":"","interpreter":{"missing":"not_asked"},"language":"","mental_health":"","note":"","occupation":"","smoking":{"missing":"not_asked"},"smoking_amount":"","smoking_since":"","told_by":"clinician","vision":{"missing":"not_asked"},"when":"","work":{"missing":"not_asked"},"work_since":""});
export type PlanKind = "referral" | "second_opinion" | "imaging" | "test" | "operation_considered" | "treatment_start" | "treatment_stop" | "treatment_change" | "review" | "advice" | "information" | "other";
export const planKindValues = ["referral", "second_opinion", "imaging", "test", "operation_considered", "treatment_start", "treatment_stop", "treatment_change", "review", "advice", "information", "other"] as const satisfies readonly PlanKind[];
export type PlanUrgency = "routine" | "soon" | "urgent" | "same_day";
export const planUrgencyValues = ["routine", "soon", "urgent", "same_day"] as const satisfies readonly PlanUrgency[];
export type PlanStatus = "open" | "done" | "cancelled" | "declined";
export const planStatusValues = ["open", "done", "cancelled", "declined"] as const satisfies readonly PlanStatus[];
export type PlanTopic = "realistic_goals" | "no_promise" | "warning_signs" | "herniation" | "heart_muscle_bone" | "stiffness_mood_weight" | "walk_less" | "posture" | "shoes" | "ground" | "activity" | "lifting" | "weight" | "ergonomics";
export const planTopicValues = ["realistic_goals", "no_promise", "warning_signs", "herniation", "heart_muscle_bone", "stiffness_mood_weight", "walk_less", "posture", "shoes", "ground", "activity", "lifting", "weight", "ergonomics"] as const satisfies readonly PlanTopic[];
export type PlanItemInput = { 
/**
 * What kind of thing was agreed.
 */
kind: PlanKind | null, 
/**
 * What is to be done, exactly.
 */
what: string, 
/**
 * What was talked through, of advice and information alone.
 */
topics: Array<PlanTopic>, 
/**
 * Why, or the question that is asked.
 */
reason: string, 
/**
 * Who is asked: a person, a service, a hospital.
 */
asked_of: string, 
/**
 * Who sees to it.
 */
owner: string, 
/**
 * When it was agreed or asked for.
 */
asked_on: string, 
/**
 * By when it is to be done.
 */
due: string, 
/**
 * How urgent; none where nobody said.
 */
urgency: PlanUrgency | null, 
/**
 * What became of it.
 */
state: PlanStatus, 
/**
 * What came of it, in words.
 */
outcome: string, 
/**
 * When it came to that.
 */
settled: string, 
/**
 * Who told this or where it was read.
 */
told_by: ToldBy, 
/**
 * Whatever has no field of its own.
 */
note: string, };
export const blankPlanItem = (): PlanItemInput => ({"asked_of":"","asked_on":"","due":"","kind":null,"note":"","outcome":"","owner":"","reason":"","settled":"","state":"open","told_by":"clinician","topics":[],"urgency":null,"what":""});
export type DecisionWay = "treatment" | "watchful_waiting" | "no_treatment";
export const decisionWayValues = ["treatment", "watchful_waiting", "no_treatment"] as const satisfies readonly DecisionWay[];
export type ConsentGiven = "given" | "declined" | "deferred";
export const consentGivenValues = ["given", "declined", "deferred"] as const satisfies readonly ConsentGiven[];
export type ConsideredInput = { 
/**
 * What kind of way it is.
 */
way: DecisionWay, 
/**
 * Which treatment or test, or more on the way.
 */
words: string, 
/**
 * Why it was or was not wanted.
 */
reason: string, 
/**
 * Whether it was decided on.
 */
chosen: boolean, };
export const blankConsidered = (): ConsideredInput => ({"chosen":false,"reason":"","way":"treatment","words":""});
export type SharedDecisionInput = { 
/**
 * What was discussed, in one line.
 */
about: string, 
/**
 * On which day it was talked through.
 */
when: string, 
/**
 * The ways that were discussed.
 */
options: Array<ConsideredInput>, 
/**
 * The risks that were told; `absent` means that none were told.
 */
risks: Answer<Array<string>>, 
/**
 * What the patient decided.
 */
decision: string, 
/**
 * Whether consent was given.
 */
consent: Answer<ConsentGiven>, 
/**
 * Who talked it through with the patient.
 */
by: string, 
/**
 * Whether a signed document was seen.
 */
document: Reply, 
/**
 * Who told this or where it was read.
 */
told_by: ToldBy, 
/**
 * Whatever has no field of its own.
 */
note: string, };
export const blankSharedDecision = (): SharedDecisionInput => ({"about":"","by":"","consent":{"missing":"not_asked"},"decision":"","document":"not_asked","note":"","options":[],"risks":{"missing":"not_asked"},"told_by":"clinician","when":""});
export type DocumentKind = "imaging_report" | "operation_note" | "letter" | "test_report" | "imaging_picture" | "photograph" | "form" | "other";
export const documentKindValues = ["imaging_report", "operation_note", "letter", "test_report", "imaging_picture", "photograph", "form", "other"] as const satisfies readonly DocumentKind[];
export type Media = "pdf" | "png" | "jpeg" | "dicom";
export const mediaValues = ["pdf", "png", "jpeg", "dicom"] as const satisfies readonly Media[];
export type StoredFile = { 
/**
 * The name that it came with, which says nothing for certain.
 */
name: string, 
/**
 * What it is by its content.
 */
media: Media, 
/**
 * How large it is, in bytes.
 */
bytes: number, 
/**
 * The hash of its bytes, by which they are found.
 */
sha256: string, };
export type DocumentInput = { 
/**
 * The file, as it was looked at when it was chosen.
 */
file: StoredFile | null, 
/**
 * What kind of paper or picture it is; has to be chosen.
 */
kind: DocumentKind | null, 
/**
 * What it is, in a few words.
 */
title: string, 
/**
 * The date of the study, the operation or the letter.
 */
when: string, 
/**
 * The levels that it tells of.
 */
levels: string, 
/**
 * What it says, in one line.
 */
conclusion: string, 
/**
 * The entry that it belongs to, as that is named.
 */
about: string, 
/**
 * The file names somebody else and belongs here all the same.
 */
names_another: boolean, 
/**
 * Who said so, mostly the document itself.
 */
told_by: ToldBy, 
/**
 * Whatever has no field of its own.
 */
note: string, };
export const blankDocument = (): DocumentInput => ({"about":"","conclusion":"","file":null,"kind":null,"levels":"","names_another":false,"note":"","title":"","told_by":"clinician","when":""});
export type VisitKind = "first_visit" | "follow_up" | "telephone" | "video" | "home" | "ward" | "intervention" | "group";
export const visitKindValues = ["first_visit", "follow_up", "telephone", "video", "home", "ward", "intervention", "group"] as const satisfies readonly VisitKind[];
export type VisitCame = "came" | "did_not_come" | "cancelled";
export const visitCameValues = ["came", "did_not_come", "cancelled"] as const satisfies readonly VisitCame[];
export type VisitInput = { 
/**
 * The day on which it was.
 */
when: string, 
/**
 * What kind of visit; has to be chosen.
 */
kind: VisitKind | null, 
/**
 * Who saw the patient, by name.
 */
by: string, 
/**
 * In which role that person saw the patient.
 */
role: string, 
/**
 * Whether the patient came.
 */
came: Answer<VisitCame>, 
/**
 * Why it was held.
 */
reason: string, 
/**
 * What was found or said.
 */
found: string, 
/**
 * What was decided, in words.
 */
decided: string, 
/**
 * How many minutes it took; empty where nobody noted it.
 */
minutes: string, 
/**
 * When the next one is planned.
 */
next: string, 
/**
 * Who told this or where it was read.
 */
told_by: ToldBy, 
/**
 * Whatever has no field of its own.
 */
note: string, };
export const blankVisit = (): VisitInput => ({"by":"","came":{"missing":"not_asked"},"decided":"","found":"","kind":null,"minutes":"","next":"","note":"","reason":"","role":"","told_by":"clinician","when":""});

/** What the form of each kind of entry begins with, before anything is typed. */
export const blanks = {
  patient: () => ({ noun: "patient" as const, ...blankPatient() }),
  background: () => ({ noun: "background" as const, ...blankBackground() }),
  surgery: () => ({ noun: "surgery" as const, ...blankSurgery() }),
  symptom: () => ({ noun: "symptom" as const, ...blankSymptom() }),
  imaging: () => ({ noun: "imaging" as const, ...blankImaging() }),
  treatment: () => ({ noun: "treatment" as const, ...blankTreatment() }),
  flag: () => ({ noun: "flag" as const, ...blankFlag() }),
  device: () => ({ noun: "device" as const, ...blankDevice() }),
  anticoagulant: () => ({ noun: "anticoagulant" as const, ...blankAnticoagulant() }),
  check: () => ({ noun: "check" as const, ...blankCheck() }),
  walking_plan: () => ({ noun: "walking_plan" as const, ...blankWalkingPlan() }),
  walking_row: () => ({ noun: "walking_row" as const, ...blankWalkingRow() }),
  goal: () => ({ noun: "goal" as const, ...blankGoal() }),
  reading: () => ({ noun: "reading" as const, ...blankReading() }),
  examination: () => ({ noun: "examination" as const, ...blankExamination() }),
  diagnosis: () => ({ noun: "diagnosis" as const, ...blankDiagnosis() }),
  electrodiagnosis: () => ({ noun: "electrodiagnosis" as const, ...blankElectrodiagnosis() }),
  untried: () => ({ noun: "untried" as const, ...blankUntried() }),
  neuromodulation: () => ({ noun: "neuromodulation" as const, ...blankNeuromodulation() }),
  neuromodulation_step: () => ({ noun: "neuromodulation_step" as const, ...blankNeuromodulationStep() }),
  trial_day: () => ({ noun: "trial_day" as const, ...blankTrialDay() }),
  pump_setting: () => ({ noun: "pump_setting" as const, ...blankPumpSetting() }),
  circumstance: () => ({ noun: "circumstance" as const, ...blankCircumstance() }),
  plan_item: () => ({ noun: "plan_item" as const, ...blankPlanItem() }),
  shared_decision: () => ({ noun: "shared_decision" as const, ...blankSharedDecision() }),
  document: () => ({ noun: "document" as const, ...blankDocument() }),
  visit: () => ({ noun: "visit" as const, ...blankVisit() }),
};

export type Capture = "ticks" | "yes_no";
export const captureValues = ["ticks", "yes_no"] as const satisfies readonly Capture[];
export type RatedSide = { 
/**
 * Where the pain was that was rated.
 */
site: Site, 
/**
 * Which side of the patient; none where it was not said.
 */
side: Side | null, };
export type LastEdition = { 
/**
 * Id of the instrument.
 */
instrument: string, 
/**
 * The edition, as it was named then.
 */
edition: string, };
export type LastActivities = { 
/**
 * Id of the instrument.
 */
instrument: string, 
/**
 * The activities, as they were told.
 */
activities: Array<string>, };
export type LastAsked = { 
/**
 * Kind of the latest pain rating of which it was said.
 */
kind: PainKind | null, 
/**
 * The period of that rating; empty where there was none.
 */
period: string, 
/**
 * The sides of each site as they were rated when it was rated last.
 */
sides: Array<RatedSide>, 
/**
 * The last edition of each instrument of which it was known.
 */
editions: Array<LastEdition>, 
/**
 * The last activities of each instrument that asks for them.
 */
activities: Array<LastActivities>, };
export type ReadingKind = { 
/**
 * What is measured, by its code.
 */
what: ReadingWhat, 
/**
 * Its units; none where it may have any, an empty one for a ratio.
 */
units: Array<string>, 
/**
 * Whether it is told in words.
 */
in_words: boolean, 
/**
 * Whether it needs a name.
 */
named: boolean, };
export type ReadResults = { 
/**
 * The text, a result in each line.
 */
text: string, };
export type ResultsRead = { 
/**
 * The results, one a line.
 */
values: Array<MeasuredInput>, 
/**
 * What is no result, as it stood.
 */
rest: Array<string>, };
export type DiagnosisChoice = { 
/**
 * What it says, from the list.
 */
kind: DiagnosisKind, 
/**
 * Which ones it belongs to.
 */
group: DiagnosisGroup, 
/**
 * It in words; the pain itself by the name that the clinic prefers.
 */
word: string, 
/**
 * Other words by which it is looked for.
 */
names: Array<string>, };
export type SuggestCodes = { 
/**
 * What it says, from the list.
 */
kind: DiagnosisKind, 
/**
 * The levels as typed; what can't be read counts as none.
 */
levels: string, 
/**
 * The side as it was answered.
 */
side: Answer<Side>, };
export type CodeChoice = { 
/**
 * The code of ICD-10-CM.
 */
code: string, 
/**
 * What it stands for, in short.
 */
title: string, };
export type EvidenceRow = { 
/**
 * How it is named, by its id.
 */
entry: string, 
/**
 * The entry that is named.
 */
id: string, 
/**
 * The kind of that entry.
 */
noun: Noun, 
/**
 * Its number among its kind in the order of time, from 1.
 */
number: number, 
/**
 * When it was, in words.
 */
when: string, 
/**
 * What, in one line.
 */
title: string, };
export type AsksOn = { 
/**
 * Its id in the catalogue.
 */
instrument: string, 
/**
 * Its name as it is printed.
 */
name: string, };
export type SymptomsToday = { 
/**
 * How many are not over.
 */
present: number, 
/**
 * How many are over.
 */
over: number, 
/**
 * How many of their words are of the muscular pattern.
 */
muscular: number, 
/**
 * How many of their words are of the neuropathic pattern.
 */
neuropathic: number, 
/**
 * The questionnaires that ask on about neuropathic words; none where one of them is recorded.
 */
asks_on: Array<AsksOn>, };
export type BodyRegion = { 
/**
 * Its code, such as `front.outer_thigh.left`.
 */
region: string, 
/**
 * Its name: "Outer thigh, front, left".
 */
name: string, };
export type BodyView = { 
/**
 * What the view is called.
 */
name: string, 
/**
 * Its regions from the head down.
 */
regions: Array<BodyRegion>, };
export type DrawBody = { 
/**
 * What is marked so far.
 */
areas: Array<AreaInput>, 
/**
 * Width of the drawing in pixels, 320 to 4000.
 */
width: number, 
/**
 * The colours of the page around it.
 */
paper: ChartPaper, };
export type BodyShape = { 
/**
 * The code of that region.
 */
region: string, 
/**
 * Its outline as the data of an SVG path, in pixels of the drawing.
 */
path: string, };
export type BodyDrawing = { 
/**
 * The drawing as SVG, without its hit areas.
 */
svg: string, 
/**
 * What is marked, in words, a line for each thing that is felt.
 */
lines: Array<string>, 
/**
 * Where its regions lie.
 */
shapes: Array<BodyShape>, };
export type BodyMapsRequest = { 
/**
 * The patient whose map it is.
 */
patient: string, 
/**
 * The days as typed, one or two; today where it is empty.
 */
days: Array<string>, 
/**
 * Width of a drawing in pixels, 320 to 4000.
 */
width: number, 
/**
 * The colours of the page around it.
 */
paper: ChartPaper, };
export type BodyOnDay = { 
/**
 * The day it is about, spelled out.
 */
day: string, 
/**
 * The drawing; none where nothing is marked.
 */
drawing: BodyDrawing | null, 
/**
 * Symptoms with a map of which it is not known whether they were there on that day, each with why; they are not drawn.
 */
not_placed: Array<string>, };
export type FlagQuestion = { 
/**
 * Stable id, such as `saddle_numbness`, by which answers are kept.
 */
id: string, 
/**
 * The question as it is asked in the form.
 */
text: string, 
/**
 * The finding once it is answered with yes.
 */
words: string, 
/**
 * Whether "long-standing, unchanged" is a possible answer.
 */
long_standing: boolean, 
/**
 * Whether "does not apply" is a possible answer.
 */
may_not_apply: boolean, 
/**
 * Whether nothing fires on a yes alone before its course is said.
 */
needs_course: boolean, };
export type FlagGroup = { 
/**
 * By its code; a group is one subject, such as the cord or a wound.
 */
group: FlagGroupName, 
/**
 * The heading above its questions.
 */
title: string, 
/**
 * Its questions in order.
 */
questions: Array<FlagQuestion>, };
export type FiredView = { 
/**
 * Id of the rule.
 */
rule: string, 
/**
 * Version of the rule that fired.
 */
version: number, 
/**
 * What it is about, in a word or two.
 */
title: string, 
/**
 * How urgently it asks for action.
 */
level: FlagLevel, 
/**
 * How urgent, in words.
 */
level_words: string, 
/**
 * True for what stays on top of every screen until it is resolved.
 */
stays: boolean, 
/**
 * The suggested action, as the rule words it.
 */
wording: string, 
/**
 * What was recorded, each with its day.
 */
inputs: Array<string>, 
/**
 * The first day of what was recorded; empty where it has none.
 */
since: string, 
/**
 * What of the same rule is not assessed.
 */
missing: Array<string>, 
/**
 * That this makes no diagnosis.
 */
no_diagnosis: string, 
/**
 * The level to which a clinician may lower it and leave it open, where the rule has one.
 */
may_lower_to: FlagLevel | null, 
/**
 * What the rule does, in one sentence.
 */
rule_title: string, 
/**
 * Where the rule comes from.
 */
source: string, };
export type LineState = "listed" | "none" | "open";
export const lineStateValues = ["listed", "none", "open"] as const satisfies readonly LineState[];
export type FlagsLine = { 
/**
 * Whether something in it must not be overlooked or is left open.
 */
state: LineState, 
/**
 * What is open and what was noted, and when was asked.
 */
text: string, };
export type NotAssessedView = { 
/**
 * Id of the rule.
 */
rule: string, 
/**
 * What it is about.
 */
title: string, 
/**
 * What is missing, and how.
 */
missing: Array<string>, };
export type StandingView = { 
/**
 * The finding in words.
 */
words: string, 
/**
 * The day of the answer.
 */
on: string, };
export type ResolvedView = { 
/**
 * Id of the rule.
 */
rule: string, 
/**
 * What it is about.
 */
title: string, 
/**
 * The name of whoever resolved it.
 */
by: string, 
/**
 * Their role at that time, in words.
 */
role: string, 
/**
 * When, in local time.
 */
at: string, 
/**
 * Why it was resolved, in their words.
 */
reason: string, 
/**
 * The entry that holds the decision.
 */
entry: string | null, };
export type LastAnswer = { 
/**
 * Id of the question.
 */
question: string, 
/**
 * The answer in words.
 */
answer: string, 
/**
 * Its day with its age: "3 May 2026, 7 months ago".
 */
on: string, 
/**
 * "not assessed since 3 May 2026" where it is too old to count.
 */
stale: string | null, };
export type RedFlagsView = { 
/**
 * Open flags, the most urgent first.
 */
fired: Array<FiredView>, 
/**
 * What could not be judged.
 */
not_assessed: Array<NotAssessedView>, 
/**
 * Answered yes without saying whether it is new, changed or long-standing, which is to be asked.
 */
asks_on: Array<StandingView>, 
/**
 * What was noted in words beside the questions.
 */
noted: Array<string>, 
/**
 * How bladder or prostate were at baseline, from which a change is measured; empty where nothing is on record.
 */
baseline: string, 
/**
 * Everything that was measured and examined, by kind with its dates.
 */
measured: Array<string>, 
/**
 * Known, long-standing and unchanged.
 */
unchanged: Array<StandingView>, 
/**
 * Questions whose answer that counts is no.
 */
answered_no: Array<StandingView>, 
/**
 * Flags that were resolved and do not stand open.
 */
resolved: Array<ResolvedView>, 
/**
 * The last answer to each question that was ever asked.
 */
last: Array<LastAnswer>, 
/**
 * The day of the last screening with its age; nothing where nobody ever asked.
 */
asked: string | null, 
/**
 * How many answers belong to questions that this version does not know.
 */
unknown_questions: number, 
/**
 * The limits that the clinic set in place of the built-in ones, with both sources.
 */
own_limits: Array<string>, 
/**
 * The name under which a flag would be resolved.
 */
by: string, 
/**
 * The role under which a flag would be resolved.
 */
role: string, };
export type GateRequest = { 
/**
 * The patient whose record is asked.
 */
patient: string, 
/**
 * `mri`, or the id of an intervention on file.
 */
before: string, };
export type GateChoice = { 
/**
 * `mri`, or the id of an intervention.
 */
id: string, 
/**
 * As it reads in the list of choices.
 */
name: string, };
export type GateView = { 
/**
 * What can be asked about.
 */
choices: Array<GateChoice>, 
/**
 * It is shown as what holds up: something is unknown, unsafe or not asked.
 */
blocks: boolean, 
/**
 * The verdict on MRI, where that was asked.
 */
mri: MriVerdict | null, 
/**
 * The bleeding-risk class, where it is on file.
 */
class: RiskClass | null, 
/**
 * What it comes to: the verdict on MRI, or the class of bleeding risk, in words.
 */
headline: string, 
/**
 * What is recorded, a line each.
 */
lines: Array<string>, 
/**
 * What is not recorded.
 */
missing: Array<string>, 
/**
 * The checks before an injection.
 */
checks: Array<string>, 
/**
 * Sessions and steroid over twelve months.
 */
counts: Array<string>, 
/**
 * The rules with their sources.
 */
sources: Array<string>, };
export type WalkingStatus = "not_started" | "active" | "paused" | "ended";
export const walkingStatusValues = ["not_started", "active", "paused", "ended"] as const satisfies readonly WalkingStatus[];
export type ClearanceLine = { 
/**
 * The question, by its code.
 */
item: ClearanceItem, 
/**
 * The statement that has to be true.
 */
words: string, 
/**
 * What was said; not asked where nobody said anything.
 */
reply: Reply, 
/**
 * The answer with its day and who said it.
 */
text: string, 
/**
 * True where it keeps the programme from starting.
 */
open: boolean, };
export type WalkingEntryView = { 
/**
 * The entry that holds the line.
 */
entry: string, 
/**
 * "12 min, back 3 to 4", "missed: rain", "rest day".
 */
text: string, 
/**
 * True where something red was ticked.
 */
red: boolean, };
export type WalkingDayState = "walked" | "missed" | "rest" | "no_entry" | "ahead";
export const walkingDayStateValues = ["walked", "missed", "rest", "no_entry", "ahead"] as const satisfies readonly WalkingDayState[];
export type WalkingDay = { 
/**
 * The day, as it is typed into a field: "2 Nov 2026".
 */
on: string, 
/**
 * The day in short: "Mon 2 Nov".
 */
label: string, 
/**
 * What the diary tells of it.
 */
state: WalkingDayState, 
/**
 * Seconds walked, all bouts of the day together.
 */
seconds: number, 
/**
 * Seconds planned for a day of walking by the quota of that day.
 */
planned_seconds: number, 
/**
 * The lines of the diary on it.
 */
entries: Array<WalkingEntryView>, 
/**
 * True for the present day.
 */
today: boolean, };
export type WalkingWeek = { 
/**
 * Its number, from 1.
 */
number: number, 
/**
 * "2 to 8 Nov 2026".
 */
title: string, 
/**
 * How the week was assessed.
 */
colour: WeekColour, 
/**
 * The colour in words with what it means.
 */
colour_words: string, 
/**
 * What led to it.
 */
reasons: Array<string>, 
/**
 * "3 of 4 bouts (75 %); 3 days without an entry".
 */
adherence: string, 
/**
 * Minutes walked and the minutes of the week's plan and of the target: "24 min of 20 planned; the target is 150".
 */
minutes: string, 
/**
 * How far, and on what ground; empty where the diary tells neither.
 */
covered: string, 
/**
 * The quota of the week.
 */
quota: string, 
/**
 * Leg pain further down or up, each told apart; empty where neither was ticked.
 */
leg: string, 
/**
 * Its seven days in order.
 */
days: Array<WalkingDay>, };
export type WalkingProposal = { 
/**
 * What is proposed, by its code.
 */
advice: WalkingAdvice, 
/**
 * In a sentence with the quota.
 */
text: string, 
/**
 * The quota as typed values; nothing where it stays as it is.
 */
quota: QuotaInput | null, 
/**
 * The day from which it would hold, as it is typed into a field.
 */
from: string, 
/**
 * What led to it, a sentence each.
 */
because: Array<string>, };
export type WalkingEventView = { 
/**
 * The entry that holds it.
 */
entry: string, 
/**
 * "Started", "Paused: fall", "12 min twice a day on 4 days a week".
 */
text: string, 
/**
 * The day from which it holds.
 */
on: string, 
/**
 * Who, and in which role.
 */
by: string, 
/**
 * Why, as it was told; empty where it was not.
 */
reason: string, 
/**
 * False for a pause, which is not taken back.
 */
can_be_retracted: boolean, };
export type WalkingPlanView = { 
/**
 * The entry that holds the plan.
 */
entry: string, 
/**
 * The version of that entry that counts.
 */
version: number, 
/**
 * The plan in words.
 */
shown: Shown, 
/**
 * Where it stands by what happened to it.
 */
status: WalkingStatus, 
/**
 * Where it stands in a sentence: since when, and why.
 */
status_words: string, 
/**
 * Whether the gate lets it start.
 */
clear: boolean, 
/**
 * What the gate says.
 */
clearance: string, 
/**
 * Every question of the gate, with its answer.
 */
questions: Array<ClearanceLine>, 
/**
 * What needs care in walking, in words.
 */
cautions: Array<string>, 
/**
 * The quota that holds today, in words.
 */
quota: string, 
/**
 * The same as typed values.
 */
quota_input: QuotaInput, 
/**
 * Where the baseline would let it start, by each of the two ways, in words.
 */
start: string, 
/**
 * The week that holds today; nothing before the start and after the end.
 */
week: WalkingWeek | null, 
/**
 * Weeks that are over, the latest first.
 */
weeks: Array<WalkingWeek>, 
/**
 * What is proposed for the next week; none unless the plan is active or paused.
 */
proposal: WalkingProposal | null, 
/**
 * What happened, the latest first.
 */
events: Array<WalkingEventView>, };
export type WalkingPlanLine = { 
/**
 * The entry that holds the plan.
 */
entry: string, 
/**
 * "3 May 2025 to 2 Sep 2025: from 5 min to 12 min".
 */
text: string, };
export type WalkingLooseLine = { 
/**
 * The entry that holds the line.
 */
entry: string, 
/**
 * The day that the line tells of.
 */
on: string, 
/**
 * "12 min, back 3 to 4", "missed: rain", "rest day".
 */
text: string, 
/**
 * True where something red was ticked.
 */
red: boolean, };
export type WalkingCareSource = { 
/**
 * What it says, in one line.
 */
text: string, 
/**
 * The kind of the entry.
 */
noun: Noun, 
/**
 * The entry itself, where it is kept.
 */
entry: string | null, };
export type WalkingCare = { 
/**
 * The caution, by its code.
 */
caution: WalkingCaution, 
/**
 * The caution in words.
 */
words: string, 
/**
 * True where the plan prescribed last has it ticked.
 */
ticked: boolean, 
/**
 * What gives cause, never nothing.
 */
from: Array<WalkingCareSource>, };
export type WalkingView = { 
/**
 * The plan prescribed last; nothing where there is none.
 */
plan: WalkingPlanView | null, 
/**
 * Earlier plans, the latest first.
 */
earlier: Array<WalkingPlanLine>, 
/**
 * Lines of the diary on days on which no plan ran, the latest first: no week counts them.
 */
without_plan: Array<WalkingLooseLine>, 
/**
 * Cautions for which the record gives cause.
 */
care: Array<WalkingCare>, 
/**
 * What trials say, and what they do not.
 */
evidence: string, 
/**
 * The rules with their sources.
 */
sources: Array<string>, };
export type WalkingChartRequest = { 
/**
 * The patient whose programme is drawn.
 */
patient: string, 
/**
 * Width of the drawing in pixels, 320 to 4000.
 */
width: number, 
/**
 * The page for which its colours are made.
 */
paper: ChartPaper, };
export type WalkingChartView = { 
/**
 * The drawing as SVG; none where nothing was walked yet.
 */
svg: string | null, 
/**
 * What it shows, in words.
 */
summary: string, 
/**
 * The values in the drawing, line by line, each in the order of time.
 */
points: Array<ChartPoint>, 
/**
 * Names of the columns.
 */
columns: Array<string>, 
/**
 * Rows, the earliest first.
 */
rows: Array<Array<string>>, };
export type FollowUpCall = { 
/**
 * The operation or treatment that it counts from, or the visit at which it was planned.
 */
entry: string, 
/**
 * Which of them it is.
 */
noun: Noun, 
/**
 * The point and what it counts from: "6 weeks after fusion, L4-S1 (3 May 2026)"; or for when a visit was planned.
 */
title: string, 
/**
 * Until when, or since when it was missed; or when it was planned.
 */
text: string, 
/**
 * True while the window is open, false where it has closed or the planned day has passed.
 */
due: boolean, };
export type FollowUpIndex = { 
/**
 * The operation or treatment.
 */
entry: string, 
/**
 * Which of the two it is.
 */
noun: Noun, 
/**
 * What it is: "fusion, L4-S1".
 */
title: string, 
/**
 * When it was, as it was recorded.
 */
when: string, 
/**
 * How many of its points are due or were missed today.
 */
calls: number, };
export type FollowUpView = { 
/**
 * What is due or was missed today, point by point.
 */
calls: Array<FollowUpCall>, 
/**
 * The plans and rules that they come from, with version and source.
 */
sources: Array<string>, 
/**
 * All that has a schedule; its details are asked for one by one.
 */
indices: Array<FollowUpIndex>, };
export type FollowUpKey = { 
/**
 * The patient in whose record it stands.
 */
patient: string, 
/**
 * The operation or treatment.
 */
entry: string, };
export type PointIs = "upcoming" | "due" | "overdue" | "done" | "off_schedule" | "ended" | "not_datable";
export const pointIsValues = ["upcoming", "due", "overdue", "done", "off_schedule", "ended", "not_datable"] as const satisfies readonly PointIs[];
export type AgeOfBaseline = "missing" | "fresh" | "older" | "stale";
export const ageOfBaselineValues = ["missing", "fresh", "older", "stale"] as const satisfies readonly AgeOfBaseline[];
export type FollowUpVisit = { 
/**
 * The day as given.
 */
when: string, 
/**
 * "Off schedule", "review", or empty where a point holds it.
 */
label: string, 
/**
 * Domains with a score of that day, in words.
 */
covered: Array<string>, 
/**
 * Domains that no score of that day covers.
 */
not_assessed: Array<string>, };
export type BaselineView = { 
/**
 * How old it is.
 */
is: AgeOfBaseline, 
/**
 * In words, with its day: "10 Apr 2024, not older than 4 weeks before the operation".
 */
text: string, 
/**
 * Other treatments between it and its operation or treatment, in words; empty where there is none.
 */
crossed: string, 
/**
 * The visit; none where nothing was recorded before.
 */
visit: FollowUpVisit | null, };
export type FollowUpPoint = { 
/**
 * How long after: "6 weeks"; of a run, its first and its last point.
 */
title: string, 
/**
 * From when to when; empty where it can't be told.
 */
window: string, 
/**
 * Where it stands today, by its window and the visits.
 */
is: PointIs, 
/**
 * The same in words.
 */
text: string, 
/**
 * Other treatments between the index and the visit, in words; empty where there is none.
 */
crossed: string, 
/**
 * The visit that counts for it or lies nearest.
 */
visit: FollowUpVisit | null, };
export type FollowUpSchedule = { 
/**
 * The operation or treatment.
 */
entry: string, 
/**
 * The last visit before it, with its age.
 */
baseline: BaselineView, 
/**
 * The points in order.
 */
points: Array<FollowUpPoint>, 
/**
 * Visits after it that no point holds, kept and labelled, oldest first.
 */
others: Array<FollowUpVisit>, 
/**
 * The rules that it follows: its plan, how a baseline ages, what a visit covers.
 */
rules: Array<Rule>, };
export type ListDue = { 
/**
 * Most people to answer with.
 */
limit: number, };
export type DueRow = { 
/**
 * Id of the patient, by which the record is opened.
 */
patient: string, 
/**
 * Name as in a list.
 */
name: string, 
/**
 * Birth date as known; empty where it is not.
 */
born: string, 
/**
 * The clinic's own number for the record.
 */
number: string | null, 
/**
 * What is due or was missed, the window that closes first before the others.
 */
calls: Array<FollowUpCall>, 
/**
 * When the first of their open windows closes, or the last one closed; of a visit, for when it was planned at last.
 */
until: string, 
/**
 * True where a window is open.
 */
due: boolean, };
export type DueView = { 
/**
 * People whose pump has to be refilled: those whose date has passed first, then by the date.
 */
refills: Array<DueRow>, 
/**
 * The people, at most as many as were asked for.
 */
rows: Array<DueRow>, 
/**
 * How many have an open window.
 */
due: number, 
/**
 * How many have only missed ones, planned visits among them.
 */
missed: number, 
/**
 * The plans and rules, with version and source.
 */
sources: Array<string>, };
export type FactInput = { "noun": "patient" } & PatientInput | { "noun": "background" } & BackgroundInput | { "noun": "surgery" } & SurgeryInput | { "noun": "symptom" } & SymptomInput | { "noun": "imaging" } & ImagingInput | { "noun": "treatment" } & TreatmentInput | { "noun": "score" } & ScoreInput | { "noun": "flag" } & FlagInput | { "noun": "resolution" } & ResolutionInput | { "noun": "device" } & DeviceInput | { "noun": "anticoagulant" } & AnticoagulantInput | { "noun": "check" } & CheckInput | { "noun": "walking_plan" } & WalkingPlanInput | { "noun": "walking_event" } & WalkingEventInput | { "noun": "walking_row" } & WalkingRowInput | { "noun": "goal" } & GoalInput | { "noun": "reading" } & ReadingInput | { "noun": "examination" } & ExaminationInput | { "noun": "diagnosis" } & DiagnosisInput | { "noun": "electrodiagnosis" } & ElectrodiagnosisInput | { "noun": "untried" } & UntriedInput | { "noun": "neuromodulation" } & NeuromodulationInput | { "noun": "neuromodulation_step" } & NeuromodulationStepInput | { "noun": "trial_day" } & TrialDayInput | { "noun": "pump_setting" } & PumpSettingInput | { "noun": "circumstance" } & CircumstanceInput | { "noun": "plan_item" } & PlanItemInput | { "noun": "shared_decision" } & SharedDecisionInput | { "noun": "document" } & DocumentInput | { "noun": "visit" } & VisitInput;
export type Alerts = { 
/**
 * What the body reacts to, each in short.
 */
allergies: Answer<Array<string>>, 
/**
 * Red flags that were noted in words; those that were asked about stand in [`crate::flag::FlagsLine`].
 */
red_flags: Answer<Array<string>>, 
/**
 * Implants, all in one line, with what is known of their MRI labelling.
 */
implants_mri: Answer<Array<string>>, 
/**
 * Blood thinners by name, with what contradicts itself among them.
 */
anticoagulants: Answer<Array<string>>, };
export type ListEntries = { 
/**
 * The patient whose entries are listed.
 */
patient: string, 
/**
 * The one kind that is listed.
 */
noun: Noun, };
export type TellEntries = { 
/**
 * The patient whose entries they are.
 */
patient: string, 
/**
 * The one kind that all of them are of.
 */
noun: Noun, 
/**
 * Which; one that does not stand any more is left out of the answer.
 */
entries: Array<string>, };
export type EntryKey = { 
/**
 * Id of the entry, the same in all of its versions.
 */
entry: string, };
export type Detail = { 
/**
 * What it is about.
 */
label: string, 
/**
 * What is said of it, in words.
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
 * Id of the entry, the same in all of its versions.
 */
id: string, 
/**
 * What kind of entry it is.
 */
noun: Noun, 
/**
 * Its number among its kind in the order of time, from 1: "operation 2".
 */
number: number, 
/**
 * Whether it has a place in the order of time, known or estimated; else it stands after what was recorded before it.
 */
timed: boolean, 
/**
 * The version that counts.
 */
version: number, 
/**
 * The fact in words.
 */
shown: Shown, 
/**
 * The details are not in `shown`: it lies between the ends of a long list. Left out otherwise.
 */
brief?: boolean, 
/**
 * How often it was amended.
 */
amendments: number, };
export type EntryView = { 
/**
 * Id of the entry, the same in all of its versions.
 */
id: string, 
/**
 * The patient in whose record it stands.
 */
patient: string, 
/**
 * What kind of entry it is.
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
 * Left out unless it is the one who asks.
 */
own?: boolean, 
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
export type VersionKind = "record" | "amend" | "retract" | "reinstate";
export const versionKindValues = ["record", "amend", "retract", "reinstate"] as const satisfies readonly VersionKind[];
export type VersionView = { 
/**
 * Its number, from 1.
 */
version: number, 
/**
 * What it did to the entry.
 */
kind: VersionKind, 
/**
 * Why it was done; none for a first recording.
 */
reason: string | null, 
/**
 * Who recorded this version.
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
 * The entry that was changed.
 */
entry: string, 
/**
 * What kind of entry it is.
 */
noun: Noun, 
/**
 * The number of the version that the change made.
 */
version: number, 
/**
 * What it did to the entry.
 */
kind: VersionKind, 
/**
 * What it is about, in one line.
 */
title: string, 
/**
 * Why it was done; none for a first recording.
 */
reason: string | null, 
/**
 * Who recorded the change.
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
 * What was typed into the form, all of its fields.
 */
input: FactInput, 
/**
 * The draft that this save takes the place of.
 */
draft: string | null, };
export type RecordEntries = { 
/**
 * The patient, whom each of the facts has to name as well.
 */
patient: string, 
/**
 * The facts, each with its own request and id.
 */
entries: Array<RecordEntry>, };
export type AmendEntry = { 
/**
 * Made by the form; the same request sent again is done once.
 */
request: string, 
/**
 * The entry that is to be changed.
 */
entry: string, 
/**
 * The version that was on the screen.
 */
base_version: number, 
/**
 * All fields of the form, not only those that differ.
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
 * The entry that is to be marked.
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
export type ReinstateEntry = { 
/**
 * Made by the dialog; the same request sent again is done once.
 */
request: string, 
/**
 * The entry that is to be put back.
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
export type RestoreVersion = { 
/**
 * Made by the dialog; the same request sent again is done once.
 */
request: string, 
/**
 * The entry that is to say it.
 */
entry: string, 
/**
 * The version whose words come back.
 */
version: number, 
/**
 * The version that was on the screen.
 */
base_version: number, 
/**
 * Why, at least three characters.
 */
reason: string, };
export type LastVersion = { 
/**
 * The entry that was written.
 */
entry: string, 
/**
 * What kind of entry it is.
 */
noun: Noun, 
/**
 * What was done to it.
 */
kind: VersionKind, 
/**
 * What it is about, in one line.
 */
title: string, };
export type LastChange = { 
/**
 * The moment by which it is told from other changes, in microseconds since 1970.
 */
at: number, 
/**
 * The same in local time: "25 Nov 2026, 14:03".
 */
recorded_at: string, 
/**
 * What was saved together, one or more.
 */
versions: Array<LastVersion>, };
export type UndoChange = { 
/**
 * The patient in whose record it was saved.
 */
patient: string, 
/**
 * The moment of the change, as [`LastChange`] says it.
 */
at: number, };
export type TextKind = "when" | "born" | "levels" | "roots" | "procedure" | "pain_free" | "interval" | "work_time" | "relief" | "medicine" | "icd10cm" | "measures" | "distance";
export const textKindValues = ["when", "born", "levels", "roots", "procedure", "pain_free", "interval", "work_time", "relief", "medicine", "icd10cm", "measures", "distance"] as const satisfies readonly TextKind[];
export type Understand = { 
/**
 * What kind of text it is.
 */
kind: TextKind, 
/**
 * What is typed so far.
 */
text: string, 
/**
 * The patient in whose record "operation 2" is looked for.
 */
patient: string | null, };
export type Unsure = { "what": "name", 
/**
 * The name as typed.
 */
text: string, 
/**
 * Names that it may be meant for, to be asked and never taken; often none.
 */
near: Array<string>, } | { "what": "procedure", 
/**
 * The name as typed.
 */
text: string, } | { "what": "words", 
/**
 * The words as typed.
 */
text: string, };
export type Understood = { 
/**
 * The normal form, in which it is kept and printed; levels say how many segments they are.
 */
shown: string | null, 
/**
 * What is wrong with it, by its code.
 */
problem: Problem | null, 
/**
 * For a date that another day or another order would read otherwise ("today", "-3w", "3/5/2019"): what it means, to stand
 * in its place.
 */
settled: string | null, 
/**
 * Parts that were not understood and are kept as typed; left out where there are none.
 */
unsure?: Array<Unsure>, };
export type DraftKey = { 
/**
 * The id that its form made.
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
 * What was typed, whether or not it can be read yet.
 */
input: FactInput, 
/**
 * The reason for the change as far as it was typed; empty where there is none.
 */
reason: string, 
/**
 * One opening of a form; drafts of one set bear the same, and drafts of different days are never taken for one.
 */
sitting: string, };
export type DraftView = { 
/**
 * The id that its form made; what is kept under it again takes its place.
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
 * The patient's name, where there is one.
 */
name: string | null, 
/**
 * When it was last kept, in local time: "25 Nov 2026, 14:03".
 */
kept_at: string, 
/**
 * What was typed; a date that was counted from today is spelled as the day it meant.
 */
input: FactInput, 
/**
 * The reason for the change as far as it was typed; empty where there is none.
 */
reason: string, 
/**
 * The opening of the form in which it was typed.
 */
sitting: string, 
/**
 * What it would record, in one line; nothing where it can't be read yet.
 */
title: string | null, 
/**
 * What it would change of the entry as it stands, field by field with the new text; for a new entry all that it says.
 */
changes: Array<Detail>, };
export type SaveFormDraft = { 
/**
 * The draft; its id is made by the form.
 */
draft: string, 
/**
 * By which the window knows the form: `settings`, or `rule/` with the id of a limit.
 */
form: string, 
/**
 * The fields that were changed, as typed.
 */
typed: Record<string, string>, };
export type FormDraft = { 
/**
 * The id that its form made; what is kept under it again takes its place.
 */
draft: string, 
/**
 * By which the window knows the form: `settings`, or `rule/` with the id of a limit.
 */
form: string, 
/**
 * When it was last kept, in local time: "25 Nov 2026, 14:03".
 */
kept_at: string, 
/**
 * The fields that were changed, as typed.
 */
typed: Record<string, string>, };
export type Sure = "high" | "medium" | "low";
export const sureValues = ["high", "medium", "low"] as const satisfies readonly Sure[];
export type Rule = { 
/**
 * Stable id such as `score.odi` or `red_flag.ces`.
 */
id: string, 
/**
 * Version of the rule, raised whenever its result can differ.
 */
version: number, 
/**
 * What it does, in one plain sentence.
 */
title: string, 
/**
 * Where it comes from: author, journal or body, year; "Lamina's own" where it is our proposal.
 */
source: string, 
/**
 * How sure it is.
 */
sure: Sure, };
export type ScoreFlag = "safety_prompt" | "safety_not_assessed";
export const scoreFlagValues = ["safety_prompt", "safety_not_assessed"] as const satisfies readonly ScoreFlag[];
export type InstrumentForm = "questions" | "ticks" | "word" | "test" | "total" | "profile" | "activities";
export const instrumentFormValues = ["questions", "ticks", "word", "test", "total", "profile", "activities"] as const satisfies readonly InstrumentForm[];
export type AnswerView = { 
/**
 * What is sent: points or the key of the word.
 */
value: string, 
/**
 * The answer as printed.
 */
text: string, };
export type ItemView = { 
/**
 * The question in the wording of the form.
 */
text: string, 
/**
 * Words at the low end of a scale.
 */
low: string, 
/**
 * Words at the high end of a scale.
 */
high: string, 
/**
 * The answers in order; points without words on a scale.
 */
answers: Array<AnswerView>, 
/**
 * False for a question that is not part of the score.
 */
counted: boolean, };
export type PartView = { 
/**
 * Stable key, by which its score is kept.
 */
key: string, 
/**
 * The name as it is printed.
 */
name: string, 
/**
 * The lowest score that the part can have.
 */
min: number, 
/**
 * The highest score of the part; none where there is no limit.
 */
max: number | null, };
export type InstrumentView = { 
/**
 * Stable id, such as `phq-9`.
 */
id: string, 
/**
 * The name as printed.
 */
name: string, 
/**
 * The name in full.
 */
full_name: string, 
/**
 * What it measures, in a word.
 */
measures: string, 
/**
 * How it is filled in.
 */
form: InstrumentForm, 
/**
 * Whether the wording is free.
 */
free: boolean, 
/**
 * The line that is printed beside it.
 */
credit: string, 
/**
 * What the owner allows.
 */
licence_note: string, 
/**
 * The period it asks about.
 */
recall: string, 
/**
 * The instruction above the questions.
 */
intro: string, 
/**
 * The questions; none where the wording is not free.
 */
items: Array<ItemView>, 
/**
 * Printed versions, scores of which are never compared with each other.
 */
editions: Array<string>, 
/**
 * Whether a score is nothing without its version, which may then be one that is not listed.
 */
named_edition: boolean, 
/**
 * How many activities of their own a patient may name; 0 where none is asked for.
 */
activities: number, 
/**
 * Scores of parts that may be entered with the total.
 */
parts: Array<PartView>, 
/**
 * Lowest possible score, in `unit`.
 */
min: number, 
/**
 * Highest score; none where there is no limit.
 */
max: number | null, 
/**
 * The unit of the score as it is printed: `points`, `%`, `s`, `m`, `min`.
 */
unit: string, 
/**
 * Which way is better, in words.
 */
direction: string, 
/**
 * How it is scored and what happens to blanks, in a sentence.
 */
rule: string, 
/**
 * Where the rule comes from.
 */
source: string, 
/**
 * How sure the rule is.
 */
sure: Sure, 
/**
 * What a reader must know.
 */
notes: Array<string>, 
/**
 * Most blanks that are made up for on request; 0 where there is no such rule.
 */
blanks: number, 
/**
 * Whether "unable" can be the result.
 */
unable: boolean, };
export type ScoreAnswers = { 
/**
 * The measure with its answers, as far as they are typed.
 */
measure: MeasureInput, };
export type FlagView = { 
/**
 * Which of the alerts it is, by its code.
 */
flag: ScoreFlag, 
/**
 * What to do, in words.
 */
text: string, };
export type LiveScore = { 
/**
 * The score, or none with a reason.
 */
score: number | null, 
/**
 * How many counted questions are answered.
 */
answered: number, 
/**
 * How many are not.
 */
missing: number, 
/**
 * The score in words with its unit and band; empty where there is none.
 */
text: string, 
/**
 * The band with its label where blanks were made up for; empty where there is none.
 */
band: string, 
/**
 * Why there is no score; empty where there is one.
 */
reason: string, 
/**
 * What must be seen at once.
 */
flags: Array<FlagView>, 
/**
 * What is typed and can't be an answer, by field.
 */
issues: Array<Issue>, };
export type ChartPaper = "light" | "dark";
export const chartPaperValues = ["light", "dark"] as const satisfies readonly ChartPaper[];
export type ProgressRequest = { 
/**
 * The patient whose progress is drawn.
 */
patient: string, 
/**
 * Width of the drawing in pixels, 320 to 4000.
 */
width: number, 
/**
 * The page for which its colours are made.
 */
paper: ChartPaper, 
/**
 * The score from which change is counted; the first of each measure where none is chosen.
 */
baseline: string | null, 
/**
 * The operation or treatment whose own baseline change is counted from, instead of a single score.
 */
before: string | null, 
/**
 * The first day that is drawn, as `2019-05-03`, where not all of the time is.
 */
from: string | null, 
/**
 * Which lines are drawn and which are not, by their keys, where that was chosen; else the scores and nothing else.
 */
lines: { [key in string]: boolean }, };
export type VerdictDirection = "better" | "worse" | "same" | "none";
export const verdictDirectionValues = ["better", "worse", "same", "none"] as const satisfies readonly VerdictDirection[];
export type NumberWay = "up" | "down" | "level";
export const numberWayValues = ["up", "down", "level"] as const satisfies readonly NumberWay[];
export type Verdict = { 
/**
 * The verdict in a sentence, with the change that matters and its source.
 */
text: string, 
/**
 * Which way it went.
 */
direction: VerdictDirection, 
/**
 * Whether the change reaches the one that matters.
 */
important: boolean, 
/**
 * Which way the number went.
 */
way: NumberWay, };
export type ScoreAt = { 
/**
 * The value with its unit or range: "58 %".
 */
value: string, 
/**
 * When it was taken.
 */
when: string, };
export type MeasureBeforeAfter = { 
/**
 * What is measured, as scores are named.
 */
measure: string, 
/**
 * The last score before it.
 */
before: ScoreAt, 
/**
 * The best score after it.
 */
best: ScoreAt, 
/**
 * The last score after it; where several may be the last, the worse one.
 */
last: ScoreAt, 
/**
 * The change from the one before it to the last; nothing where it is not judged.
 */
verdict: Verdict | null, 
/**
 * Why it is not judged; empty where it is.
 */
unjudged: string, };
export type BeforeAfterRow = { 
/**
 * The entry that says what was done.
 */
entry: string, 
/**
 * What kind of entry it is.
 */
noun: Noun, 
/**
 * Its place on the ladder; nothing for an operation and a walking plan.
 */
rung: Rung | null, 
/**
 * What it is, with level and side.
 */
title: string, 
/**
 * Its levels, empty where none is told.
 */
levels: string, 
/**
 * When it was, as it is told.
 */
when: string, 
/**
 * What came of a treatment by its last response; nothing where none was told.
 */
effect: Effect | null, 
/**
 * That response in words; empty where none was told.
 */
told: string, 
/**
 * What was measured on both sides of it.
 */
measures: Array<MeasureBeforeAfter>, 
/**
 * That nothing was measured on both sides, and up to when was looked; empty where something was.
 */
unmeasured: string, 
/**
 * What else began in between; empty where nothing did.
 */
meanwhile: string, };
export type BeforeAfterView = { 
/**
 * What has a response, or scores of one measure on both sides.
 */
rows: Array<BeforeAfterRow>, 
/**
 * How many others were done, with neither.
 */
others: number, 
/**
 * How many scores have no place in time and are therefore in none of it.
 */
not_placed: number, };
export type ChartPoint = { 
/**
 * The line it is of, from 0, from the top of the drawing down.
 */
line: number, 
/**
 * Middle of the mark.
 */
x: number, 
/**
 * Middle of the mark, or the upper end of a bar.
 */
y: number, 
/**
 * Left end of a bar; `x` for a mark.
 */
left: number, 
/**
 * Right end of a bar; `x` for a mark.
 */
right: number, 
/**
 * Lower end of a bar; `y` for a mark.
 */
bottom: number, 
/**
 * What was measured, as it is said in the drawing.
 */
measure: string, 
/**
 * The value with its unit; empty where there is none.
 */
value: string, 
/**
 * When, as it was recorded.
 */
when: string, 
/**
 * What happened, and what one should know about the value.
 */
notes: Array<string>, };
export type BaselineChoice = { 
/**
 * The entry of the score, by which it is chosen.
 */
score: string, 
/**
 * "Last before operation 2: ODI 58 %, 3 May 2018".
 */
label: string, };
export type BeforeChoice = { 
/**
 * The operation or treatment.
 */
entry: string, 
/**
 * "Before fusion, L4-S1 (3 May 2024), baseline 10 Apr 2024".
 */
label: string, };
export type PeriodChoice = { 
/**
 * Its first day, as `2019-05-03`.
 */
from: string, 
/**
 * "Since operation 2: fusion, L4-S1, May 2019".
 */
label: string, };
export type ScoreRow = { 
/**
 * The entry of the score.
 */
id: string, 
/**
 * When it was taken, as it was recorded.
 */
when: string, 
/**
 * What was measured, as scores are named.
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
 * What was noted beside the score; empty where nothing was.
 */
note: string, 
/**
 * False where the date is not known well enough to be drawn.
 */
placed: boolean, 
/**
 * Whether it has a place in the order of time, known or estimated.
 */
timed: boolean, 
/**
 * True where change is counted from this score.
 */
baseline: boolean, 
/**
 * True where change can be counted from this score.
 */
can_be_baseline: boolean, };
export type LineGroup = "score" | "laboratory" | "measured" | "tolerance" | "examination" | "walking";
export const lineGroupValues = ["score", "laboratory", "measured", "tolerance", "examination", "walking"] as const satisfies readonly LineGroup[];
export type LineChoice = { 
/**
 * Its key, the same in every record.
 */
key: string, 
/**
 * What is drawn, as it reads in the list of lines.
 */
label: string, 
/**
 * Where it comes from.
 */
group: LineGroup, 
/**
 * How many values the record has of it.
 */
count: number, 
/**
 * Whether it is drawn.
 */
drawn: boolean, };
export type MeasuredRow = { 
/**
 * What kind of entry says it; none where several do together.
 */
noun: Noun | null, 
/**
 * The entry that says it; none where several do together.
 */
id: string | null, 
/**
 * When it was measured, as it was recorded.
 */
when: string, 
/**
 * What was measured, as it is said in the drawing.
 */
measure: string, 
/**
 * The value as it was reported.
 */
value: string, 
/**
 * What stood beside it.
 */
note: string, 
/**
 * False where the date is not known well enough to be drawn.
 */
placed: boolean, };
export type ProgressView = { 
/**
 * The drawing as SVG; none where there is no number to draw.
 */
svg: string | null, 
/**
 * What the drawing shows, in words.
 */
summary: string, 
/**
 * The values in the drawing, line by line, each in the order of time.
 */
points: Array<ChartPoint>, 
/**
 * Every score, oldest first.
 */
rows: Array<ScoreRow>, 
/**
 * What can be drawn in this record.
 */
lines: Array<LineChoice>, 
/**
 * Every value of the measured lines that are drawn, line by line, the oldest first.
 */
measured: Array<MeasuredRow>, 
/**
 * Verdict of each measure.
 */
verdicts: Array<Verdict>, 
/**
 * Scores to count change from: the last ones before an operation or treatment.
 */
baselines: Array<BaselineChoice>, 
/**
 * What the drawing can be narrowed to.
 */
periods: Array<PeriodChoice>, 
/**
 * How many values lie before the first day that was asked for, and are not drawn.
 */
earlier: number, 
/**
 * What the clinic set in place of a published change that matters, with both sources.
 */
own_limits: Array<string>, 
/**
 * Operations and treatments whose baseline change can be counted from, the newest first.
 */
before: Array<BeforeChoice>, 
/**
 * How many scores have no date that can be drawn.
 */
not_placed: number, 
/**
 * True where no score has a place in time, so that the drawing is their sequence.
 */
sequence: boolean, 
/**
 * How many treatments have no date that can be drawn.
 */
treatments_not_placed: number, };
export type NeuromodulationLine = { 
/**
 * The entry that is opened from it.
 */
entry: string, 
/**
 * What kind of step it is; none at a pump.
 */
kind: StepKind | null, 
/**
 * In words, beside what was chosen.
 */
shown: Shown, };
export type TrialView = { 
/**
 * The step that is opened from it.
 */
entry: string, 
/**
 * "Trial, 10 Mar 2026 to 20 Mar 2026".
 */
title: string, 
/**
 * Means and criterion, a sentence each; no verdict.
 */
lines: Array<string>, };
export type TrialDayView = { 
/**
 * The entry that is opened from it.
 */
entry: string, 
/**
 * The day that it is of.
 */
on: string, 
/**
 * Which pain of the day was rated.
 */
kind: string, 
/**
 * The ratings in the order of the path's pains; empty where nobody rated one.
 */
ratings: Array<string>, 
/**
 * What the patient could do; empty where it was not said.
 */
function: string, 
/**
 * Sleep; empty where it was not said.
 */
sleep: string, 
/**
 * Whether any medicine was changed, and which.
 */
medicine: string, 
/**
 * Satisfaction from 0 to 10; empty where it was not said.
 */
satisfaction: string, 
/**
 * Whatever has no field of its own.
 */
note: string, };
export type NeuromodulationPath = { 
/**
 * The entry that is opened from it.
 */
entry: string, 
/**
 * How a step or a day names it.
 */
link: string, 
/**
 * In words; its time is when it was thought of.
 */
shown: Shown, 
/**
 * Its steps, the earliest first.
 */
steps: Array<NeuromodulationLine>, 
/**
 * Its trials with what their diary comes to.
 */
trials: Array<TrialView>, 
/**
 * The pains that its diary asks for: what it is to treat, and what was rated.
 */
pains: Array<TargetPain>, 
/**
 * The same in words.
 */
pain_words: Array<string>, 
/**
 * Its diary, the earliest day first.
 */
diary: Array<TrialDayView>, };
export type PumpView = { 
/**
 * What it is called.
 */
title: string, 
/**
 * What it holds and gives as far as that is recorded, a line each.
 */
now: Array<string>, 
/**
 * When it has to be refilled, as a sentence; empty where it needs none.
 */
refill: string, 
/**
 * The refill is due or its date has passed.
 */
due: boolean, 
/**
 * The date of the refill has passed.
 */
overdue: boolean, 
/**
 * What was recorded at it, the earliest first.
 */
settings: Array<NeuromodulationLine>, };
export type NeuromodulationView = { 
/**
 * The paths, the earliest first.
 */
paths: Array<NeuromodulationPath>, 
/**
 * The pumps, in the order of the record.
 */
pumps: Array<PumpView>, 
/**
 * That what pumps give is in no total of medicines; empty where no pump tells of a drug.
 */
not_in_load: string, 
/**
 * The rules that it follows, with their sources, and what the clinic set.
 */
sources: Array<string>, };
export type TrialChartRequest = { 
/**
 * Whose record it stands in.
 */
patient: string, 
/**
 * The path whose diary it is.
 */
path: string, 
/**
 * Width of the drawing in pixels, 320 to 4000.
 */
width: number, 
/**
 * The colours of the page.
 */
paper: ChartPaper, };
export type TrialChartView = { 
/**
 * The drawing as SVG; none where no pain was rated.
 */
svg: string | null, 
/**
 * What it shows, in words.
 */
summary: string, 
/**
 * The values in it, with what is told of each.
 */
points: Array<ChartPoint>, };
export type TimelineRequest = { 
/**
 * The patient whose record it is.
 */
patient: string, 
/**
 * The day at whose end it was known so, as typed; empty for now.
 */
known_on: string, };
export type TimelineRow = { 
/**
 * The entry, which opens by it.
 */
entry: string, 
/**
 * Which kind of entry it is.
 */
noun: Noun, 
/**
 * The entry in words, as it was known.
 */
shown: Shown, 
/**
 * The year that it stands under; nothing where its place in time is not known.
 */
year: number | null, };
export type TimelineView = { 
/**
 * The day at whose end it was known so, spelled out; empty for now.
 */
known_on: string, 
/**
 * False where the patient was not in the record yet on that day.
 */
entered: boolean, 
/**
 * The events, the newest first; those without a place in time at the end, as they were recorded.
 */
rows: Array<TimelineRow>, };
export type VisitDay = { 
/**
 * The day, spelled out; empty where the visit has none that is exact.
 */
day: string, 
/**
 * What is of that day, kind by kind.
 */
groups: Array<DayGroup>, };
export type DayGroup = { 
/**
 * The kind of these entries.
 */
noun: Noun, 
/**
 * What they tell, by label.
 */
rows: Array<DayRow>, };
export type DayRow = { 
/**
 * What they tell: a measure, a part of an examination; empty where the kind says it.
 */
label: string, 
/**
 * The lines, each with its entry.
 */
lines: Array<DayLine>, };
export type DayLine = { 
/**
 * The entry, which opens by it.
 */
entry: string, 
/**
 * What it tells of that day.
 */
text: string, };
export type CompareVisits = { 
/**
 * The patient whose record it is.
 */
patient: string, 
/**
 * One of the days as [`VisitChoice::day`] names it; empty for the last but one on which the patient was seen.
 */
one: string, 
/**
 * The other; empty for the last.
 */
other: string, };
export type VisitsCompared = { 
/**
 * The days that can be chosen, the latest first.
 */
choices: Array<VisitChoice>, 
/**
 * The earlier of the two; empty where there are no two.
 */
one: string, 
/**
 * The later of the two.
 */
other: string, 
/**
 * What was recorded on them, kind by kind; what is told of both under one label stands side by side.
 */
groups: Array<ComparedGroup>, };
export type VisitChoice = { 
/**
 * The day as it is asked for: "2026-11-24".
 */
day: string, 
/**
 * The day spelled out, with the visits of it or that none is recorded.
 */
name: string, };
export type ComparedGroup = { 
/**
 * The kind of these entries.
 */
noun: Noun, 
/**
 * What they tell, by label.
 */
rows: Array<ComparedRow>, };
export type ComparedRow = { 
/**
 * The label; empty where the kind says what they tell.
 */
label: string, 
/**
 * What is of the earlier day; empty where nothing is.
 */
one: Array<DayLine>, 
/**
 * What is of the later day.
 */
other: Array<DayLine>, };
export type PlanDue = "overdue" | "due" | "ahead" | "no_date";
export const planDueValues = ["overdue", "due", "ahead", "no_date"] as const satisfies readonly PlanDue[];
export type PlanRow = { 
/**
 * The plan item, which opens by it.
 */
entry: string, 
/**
 * Kind and words: "Referral: pain clinic".
 */
title: string, 
/**
 * Who sees to it, how urgent, by when.
 */
text: string, 
/**
 * Where it stands on that day.
 */
is: PlanDue, };
export type ListRequests = { 
/**
 * Most requests to answer with.
 */
limit: number, };
export type RequestRow = { 
/**
 * The patient whose plan it is in.
 */
patient: string, 
/**
 * Family name and given names, as in a list.
 */
name: string, 
/**
 * Birth date as known; empty where it is not.
 */
born: string, 
/**
 * The clinic's own record number.
 */
number: string | null, 
/**
 * The plan item, which opens by it.
 */
entry: string, 
/**
 * What is asked for, by kind and words.
 */
title: string, 
/**
 * Who sees to it; empty where nobody is named.
 */
owner: string, 
/**
 * By when, in words.
 */
text: string, 
/**
 * True where its time has passed.
 */
overdue: boolean, };
export type RequestsView = { 
/**
 * The first of them, at most as many as were asked for.
 */
rows: Array<RequestRow>, 
/**
 * How many there are.
 */
total: number, };
export type OverviewRequest = { 
/**
 * The patient whose record it is.
 */
patient: string, 
/**
 * Width of the drawing in pixels, 320 to 4000.
 */
width: number, 
/**
 * The colours of the page around the drawing.
 */
paper: ChartPaper, };
export type TriedView = { 
/**
 * The treatment or the path of neuromodulation, which opens by it.
 */
entry: string, 
/**
 * Which of the two it is.
 */
noun: Noun, 
/**
 * Its place on the ladder.
 */
rung: Rung, 
/**
 * What came of it.
 */
effect: Effect, 
/**
 * Whether it goes on today.
 */
standing: TreatmentStanding, 
/**
 * Its name, and where it aimed.
 */
name: string, 
/**
 * The medicine as prescribed and taken; empty for what is none.
 */
medicine: string, 
/**
 * From when, and until when where that is known.
 */
when: string, 
/**
 * The last response in words; empty where there is none.
 */
response: string, };
export type UntriedView = { 
/**
 * The entry, which opens by it.
 */
entry: string, 
/**
 * Its place on the ladder.
 */
rung: Rung, 
/**
 * Which one, or its kind.
 */
name: string, 
/**
 * Why, by whom and when, in one line.
 */
because: string, };
export type LadderView = { 
/**
 * What was tried, with what came of it.
 */
tried: Array<TriedView>, 
/**
 * What was considered and not tried; it never counts as tried.
 */
untried: Array<UntriedView>, 
/**
 * What is to be known beside medicines, for information.
 */
beside: Array<string>, };
export type GapView = { 
/**
 * The kind of entry that would fill it.
 */
noun: Noun, 
/**
 * What is missing or how old it is.
 */
text: string, };
export type OverviewView = { 
/**
 * Operations and symptoms in sentences, made from the record.
 */
story: Array<string>, 
/**
 * Pain and disability over time with the operations marked, as SVG; none where there is no number to draw.
 */
svg: string | null, 
/**
 * What the drawing shows, in words.
 */
summary: string, 
/**
 * The values in the drawing.
 */
points: Array<ChartPoint>, 
/**
 * What became of pain and disability within the last twelve months.
 */
year: Array<Verdict>, 
/**
 * What is missing or old.
 */
gaps: Array<GapView>, };
export type SpineMapRequest = { 
/**
 * The patient whose map it is.
 */
patient: string, 
/**
 * Width of the drawing in pixels, 240 to 4000.
 */
width: number, 
/**
 * The height in pixels that it should not exceed where it can be read at that, 160 to 4000.
 */
height: number, 
/**
 * The colours of the page.
 */
paper: ChartPaper, };
export type SpineLine = { 
/**
 * What, in words, with the side where that matters.
 */
what: string, 
/**
 * When, as it was recorded.
 */
when: string, 
/**
 * What it comes from, in words: "operation 1".
 */
source: string, 
/**
 * The kind of the entry.
 */
noun: Noun, 
/**
 * The entry it leads to, where it is kept.
 */
entry: string | null, };
export type SpineLevel = { 
/**
 * Its name, such as "L4-L5".
 */
name: string, 
/**
 * All of it in one sentence, with its name.
 */
said: string, 
/**
 * Left edge of its area.
 */
x: number, 
/**
 * Upper edge of its area.
 */
y: number, 
/**
 * Width of its area.
 */
width: number, 
/**
 * Height of its area.
 */
height: number, 
/**
 * What happened there, in the order of the map: operations, what they left, the rest.
 */
lines: Array<SpineLine>, 
/**
 * It lies beside a fusion.
 */
beside: boolean, };
export type SpineHint = { 
/**
 * What there is to see.
 */
text: string, 
/**
 * The entries that it names.
 */
entries: Array<SpineLine>, };
export type SpineMapView = { 
/**
 * The drawing as SVG; none where nothing has a place.
 */
svg: string | null, 
/**
 * The drawing in words.
 */
summary: string, 
/**
 * Its places from the head down.
 */
levels: Array<SpineLevel>, 
/**
 * What stands beside the map, each with the reason in its words.
 */
unplaced: Array<SpineLine>, 
/**
 * How levels fit each other.
 */
hints: Array<SpineHint>, 
/**
 * That nothing is compared between levels of the low back, and why; empty where it is.
 */
numbering: string, };
export type OwnValue = { 
/**
 * The value in normal form; none where the built-in one was given back.
 */
value: string | null, 
/**
 * The name of whoever set it.
 */
who: string, 
/**
 * When, as it is to be shown.
 */
on: string, 
/**
 * Why it was set or given back, in their words.
 */
why: string, };
export type RuleRow = { 
/**
 * Stable id; begins with the name of its group.
 */
id: string, 
/**
 * What it is, in one line.
 */
title: string, 
/**
 * The built-in value with its unit.
 */
built_in: string, 
/**
 * Where the built-in value comes from.
 */
source: string, 
/**
 * How a value is typed, with the allowed range.
 */
hint: string, 
/**
 * What the clinic set and what holds; none where the built-in value holds.
 */
own: OwnValue | null, 
/**
 * Everything that was set, the newest first.
 */
history: Array<OwnValue>, };
export type RuleGroup = { 
/**
 * What the ids begin with.
 */
name: string, 
/**
 * The heading above its limits.
 */
title: string, 
/**
 * What has to be known before one of them is changed.
 */
note: string, 
/**
 * The limits, each with what holds.
 */
rows: Array<RuleRow>, };
export type ListedRule = { 
/**
 * Stable id such as `score.odi` or `red_flag.ces`.
 */
id: string, 
/**
 * Raised whenever its result can differ.
 */
version: number, 
/**
 * What it does, in one sentence.
 */
title: string, 
/**
 * Where it comes from.
 */
source: string, 
/**
 * How sure it is, in words.
 */
sure: string, };
export type ListedGroup = { 
/**
 * The heading above its rules.
 */
title: string, 
/**
 * The rules, each with its source.
 */
rules: Array<ListedRule>, };
export type RulesView = { 
/**
 * What a clinic may set.
 */
groups: Array<RuleGroup>, 
/**
 * Every rule there is.
 */
listed: Array<ListedGroup>, 
/**
 * What was set once and could not be applied, in words; it is kept, and the built-in values hold.
 */
not_applied: Array<string>, 
/**
 * Who is offered as the one who sets a limit.
 */
by: string, };
export type SetRule = { 
/**
 * Id of the limit.
 */
id: string, 
/**
 * The value as typed; none gives the built-in one back.
 */
value: string | null, 
/**
 * The name of whoever sets it, which has to be given.
 */
who: string, 
/**
 * Why it is set, which has to be told.
 */
why: string, };
export type UnderstandRule = { 
/**
 * Id of the limit.
 */
id: string, 
/**
 * The value as far as it is typed.
 */
text: string, };
export type LetterRequest = { 
/**
 * The patient whom the letter is about.
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
urgency: string, 
/**
 * To whom it goes and what for.
 */
kind: LetterKind, 
/**
 * How long it may be.
 */
length: LetterLength, };
export type LetterKey = { 
/**
 * Its id; the last few letters are known by theirs until the vault is locked.
 */
letter: string, };
export type LetterPreview = { 
/**
 * The id by which its pages are asked for, and it is saved or viewed.
 */
letter: string, 
/**
 * How many pages it has.
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
not_recorded: Array<string>, 
/**
 * What of the record is not in it, as sentences.
 */
left_out: Array<string>, 
/**
 * That it is longer than was asked for, and why, as a sentence; empty where it is not.
 */
too_long: string, 
/**
 * The scripts that no font at hand prints, as a sentence; empty where everything is printed.
 */
unprinted: string, 
/**
 * How hard its text is to read, as a sentence; empty where it is no paper for the patient.
 */
reading: string, };
export type LetterPageRequest = { 
/**
 * The letter of which it is a page.
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
export type SheetsRequest = { 
/**
 * The patient whose label they carry.
 */
patient: string, 
/**
 * The ids of the questionnaires and tests, in the order in which they are printed.
 */
instruments: Array<string>, };
export type SheetChoice = { 
/**
 * Its id, such as `phq-9`.
 */
id: string, 
/**
 * The name as printed.
 */
name: string, 
/**
 * The name in full.
 */
full_name: string, 
/**
 * Why there is no sheet of it, as a sentence; empty where there is one.
 */
not_printed: string, };
export type SavedLetter = { 
/**
 * The folder with its full path.
 */
folder: string, 
/**
 * The name of the file; it says nothing about the patient.
 */
name: string, };
export type FilesAsked = "one" | "several" | "folder";
export const filesAskedValues = ["one", "several", "folder"] as const satisfies readonly FilesAsked[];
export type ChooseFiles = { 
/**
 * For how many files, or for a folder.
 */
asked: FilesAsked, };
export type ChosenFile = { 
/**
 * By which the window says it.
 */
file: string, 
/**
 * The name that it has there.
 */
name: string, };
export type FileChoice = { 
/**
 * The files, in the order of their names; none where the dialog was left.
 */
files: Array<ChosenFile>, 
/**
 * Why some of a folder are not among them, as a sentence; empty where all are.
 */
left_out: string, };
export type LookAtFile = { 
/**
 * Whose record it would be attached to.
 */
patient: string, 
/**
 * The file, by its token.
 */
file: string, };
export type FileView = { 
/**
 * Its name and size: "mri.pdf, PDF, 1.2 MB".
 */
line: string, 
/**
 * The file as it can be attached; nothing where it can't.
 */
stored: StoredFile | null, 
/**
 * Why it can't be attached, as a sentence; empty where it can.
 */
refused: string, 
/**
 * The entry of the record that holds this very file already.
 */
already: string | null, 
/**
 * What the file itself says, where it says it in fields.
 */
says: Array<Detail>, 
/**
 * In what it names another person than the record, each as a sentence.
 */
differs: Array<string>, 
/**
 * What should be known beside it, each as a sentence.
 */
cautions: Array<string>, 
/**
 * A title made of what the file says; nothing is filled in by itself.
 */
title: string, 
/**
 * The date that the file says; nothing is filled in by itself.
 */
when: string, };
export type DocumentView = { 
/**
 * How many pages can be drawn; 0 where none can.
 */
pages: number, 
/**
 * Width of the first page in points, or of the picture in pixels.
 */
width: number, 
/**
 * Its height in the same measure.
 */
height: number, 
/**
 * Why nothing can be drawn, as a sentence; empty where something can.
 */
undrawn: string, 
/**
 * What the file itself says, where it says it in fields.
 */
says: Array<Detail>, 
/**
 * In what it names another person than the record, each as a sentence.
 */
differs: Array<string>, };
export type DocumentPageRequest = { 
/**
 * The entry that attaches it.
 */
entry: string, 
/**
 * The page, from 1.
 */
page: number, 
/**
 * How wide it should be, in pixels; it is drawn as large as the limits allow.
 */
width: number, };
export type DocumentPage = { 
/**
 * The picture as a `data:` address of a PNG, drawn anew.
 */
picture: string, };
export type SavedCopy = { 
/**
 * The folder that letters go to.
 */
folder: string, 
/**
 * The name of the copy; it says nothing about the patient.
 */
name: string, };
export type AuditFilter = { 
/**
 * Those about one patient.
 */
patient: string | null, 
/**
 * Those of one person, by the name under which the log knows them, in capitals or not.
 */
person: string | null, 
/**
 * Those of one act, by its code.
 */
act: string | null, 
/**
 * From this day on, as typed; empty for the beginning of the log.
 */
from: string, 
/**
 * Until the end of this day, as typed; empty for now.
 */
until: string, };
export type ExamineAudit = { 
/**
 * Which rows are asked for.
 */
filter: AuditFilter, 
/**
 * Only those before the row of this number, which goes on with what was asked for before and is not noted once more.
 */
before: number | null, };
export type AuditOutcome = "done" | "refused" | "failed";
export const auditOutcomeValues = ["done", "refused", "failed"] as const satisfies readonly AuditOutcome[];
export type AuditRow = { 
/**
 * Its number, from 1 without gaps.
 */
row: number, 
/**
 * When, in local time: "25 Nov 2026, 14:03".
 */
at: string, 
/**
 * The same to the second and the same everywhere: "2026-11-25T13:03:09Z".
 */
exact: string, 
/**
 * Who did it, by the name under which the log knows them.
 */
person: string, 
/**
 * What was done or tried, in words.
 */
act: string, 
/**
 * How the act ended.
 */
outcome: AuditOutcome, 
/**
 * The patient concerned; none where it concerned nobody.
 */
patient: string | null, 
/**
 * How that patient is called now; empty where nobody stands by that id.
 */
patient_name: string, 
/**
 * What it was done to, in words; empty where that is the record as a whole.
 */
object: string, 
/**
 * By which id or name the log knows that; often empty.
 */
object_id: string, 
/**
 * The version of the entry that was written.
 */
version: number | null, 
/**
 * Why it was done; empty where no reason was given.
 */
reason: string, };
export type AuditPage = { 
/**
 * The newest rows of those that were asked for.
 */
rows: Array<AuditRow>, 
/**
 * There are earlier ones, before the last of these.
 */
more: boolean, 
/**
 * How many rows the whole log has.
 */
total: number, 
/**
 * How the patient is called that was asked for; empty where none was, or where nobody stands by that id.
 */
patient_name: string, };
export type AuditAct = { 
/**
 * The code by which it is asked for.
 */
act: string, 
/**
 * What it is, in words.
 */
words: string, };
export type LogCheck = { 
/**
 * When it ended, in local time.
 */
at: string, 
/**
 * The newest row that was there to be checked; all before it were checked too.
 */
rows: number, 
/**
 * How many versions of entries were compared with the log.
 */
versions: number, 
/**
 * How many attached files were compared with what was taken in.
 */
files: number, 
/**
 * How many faults were found; none where all is whole.
 */
faults: number, 
/**
 * How many of them are in what is derived from the versions, and can be mended from those.
 */
derived: number, 
/**
 * What the first of them are, in words.
 */
found: Array<string>, };
export type AuditView = { 
/**
 * Everyone who stands in it, by name.
 */
people: Array<string>, 
/**
 * Every act that it tells of, by its words.
 */
acts: Array<AuditAct>, 
/**
 * The last check since the vault was opened; none where there was none.
 */
checked: LogCheck | null, };
export type SavedAudit = { 
/**
 * The folder that letters go to.
 */
folder: string, 
/**
 * The name of the file; it says nothing about patients.
 */
name: string, 
/**
 * How many rows are in it.
 */
rows: number, };
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
  renew_page: { request: Nothing; response: Nothing };
  get_preferences: { request: Nothing; response: Preferences };
  save_preferences: { request: Preferences; response: Nothing };
  list_backups: { request: Nothing; response: Array<FoundBackup> };
  look_into_backup: { request: LookIntoBackup; response: BackupLook };
  restore_backup: { request: RestoreBackup; response: BackupRestored };
  try_recovery: { request: TryRecovery; response: Nothing };
  recover_vault: { request: RecoverVault; response: VaultStatus };
  recovery_view: { request: Nothing; response: RecoveryView };
  make_recovery: { request: MakeRecovery; response: RecoverySheet };
  keep_recovery: { request: KeepRecovery; response: Changed<RecoveryView> };
  forget_recovery: { request: Nothing; response: Nothing };
  remove_recovery: { request: RemoveRecovery; response: Changed<RecoveryView> };
  change_passphrase: { request: ChangePassphrase; response: Nothing };
  staff: { request: Nothing; response: StaffView };
  name_owner: { request: NameOwner; response: Changed<StaffView> };
  add_staff: { request: AddStaff; response: Changed<StaffCode> };
  give_code: { request: StaffRequest; response: Changed<StaffCode> };
  set_role: { request: SetRole; response: Changed<StaffView> };
  remove_staff: { request: StaffRequest; response: Changed<StaffView> };
  set_profile: { request: Profile; response: Changed<StaffView> };
  backup_view: { request: Nothing; response: BackupView };
  set_backup: { request: SetBackup; response: Changed<BackupView> };
  back_up_now: { request: Nothing; response: Changed<BackupView> };
  stay_awake: { request: Nothing; response: Nothing };
  search_patients: { request: SearchPatients; response: PatientsFound };
  recent_patients: { request: Nothing; response: Array<PatientHit> };
  glance_patients: { request: GlancePatients; response: Array<PatientGlance> };
  similar_patients: { request: SimilarPatients; response: Array<SimilarPatient> };
  open_patient: { request: PatientKey; response: PatientView };
  add_sample: { request: Nothing; response: Changed<Nothing> };
  remove_sample: { request: Nothing; response: Changed<Nothing> };
  overview: { request: OverviewRequest; response: OverviewView };
  ladder: { request: PatientKey; response: LadderView };
  list_entries: { request: ListEntries; response: Array<EntryRow> };
  glance_entries: { request: ListEntries; response: Array<EntryRow> };
  tell_entries: { request: TellEntries; response: Array<EntryRow> };
  get_entry: { request: EntryKey; response: EntryView };
  entry_history: { request: EntryKey; response: Array<VersionView> };
  record_entry: { request: RecordEntry; response: Changed<EntryView> };
  record_entries: { request: RecordEntries; response: Changed<Array<EntryView>> };
  amend_entry: { request: AmendEntry; response: Changed<EntryView> };
  retract_entry: { request: RetractEntry; response: Changed<Nothing> };
  reinstate_entry: { request: ReinstateEntry; response: Changed<EntryView> };
  restore_version: { request: RestoreVersion; response: Changed<EntryView> };
  last_change: { request: PatientKey; response: LastChange | null };
  undo_change: { request: UndoChange; response: Changed<Nothing> };
  reading_kinds: { request: Nothing; response: Array<ReadingKind> };
  read_results: { request: ReadResults; response: ResultsRead };
  list_diagnoses: { request: Nothing; response: Array<DiagnosisChoice> };
  suggest_codes: { request: SuggestCodes; response: Array<CodeChoice> };
  list_evidence: { request: PatientKey; response: Array<EvidenceRow> };
  flag_questions: { request: Nothing; response: Array<FlagGroup> };
  red_flags: { request: PatientKey; response: RedFlagsView };
  body_regions: { request: Nothing; response: Array<BodyView> };
  draw_body: { request: DrawBody; response: BodyDrawing };
  body_maps: { request: BodyMapsRequest; response: Array<BodyOnDay> };
  symptoms_today: { request: PatientKey; response: SymptomsToday };
  safety_gates: { request: GateRequest; response: GateView };
  walking: { request: PatientKey; response: WalkingView };
  walking_chart: { request: WalkingChartRequest; response: WalkingChartView };
  neuromodulation: { request: PatientKey; response: NeuromodulationView };
  trial_chart: { request: TrialChartRequest; response: TrialChartView };
  timeline: { request: TimelineRequest; response: TimelineView };
  visit_day: { request: EntryKey; response: VisitDay };
  compare_visits: { request: CompareVisits; response: VisitsCompared };
  list_changes: { request: PatientKey; response: Array<ChangeRow> };
  understand: { request: Understand; response: Understood };
  save_draft: { request: SaveDraft; response: Nothing };
  list_drafts: { request: Nothing; response: Array<DraftView> };
  discard_draft: { request: DraftKey; response: Nothing };
  save_form_draft: { request: SaveFormDraft; response: Nothing };
  list_form_drafts: { request: Nothing; response: Array<FormDraft> };
  follow_up: { request: PatientKey; response: FollowUpView };
  follow_up_of: { request: FollowUpKey; response: FollowUpSchedule };
  list_due: { request: ListDue; response: DueView };
  open_plan: { request: PatientKey; response: Array<PlanRow> };
  list_requests: { request: ListRequests; response: RequestsView };
  circumstances_now: { request: PatientKey; response: Array<Detail> };
  opioid_load: { request: PatientKey; response: OpioidLoadView };
  list_opioid_tables: { request: Nothing; response: Array<OpioidTableView> };
  list_instruments: { request: Nothing; response: Array<InstrumentView> };
  last_asked: { request: PatientKey; response: LastAsked };
  score_answers: { request: ScoreAnswers; response: LiveScore };
  progress_chart: { request: ProgressRequest; response: ProgressView };
  before_after: { request: PatientKey; response: BeforeAfterView };
  spine_map: { request: SpineMapRequest; response: SpineMapView };
  preview_letter: { request: LetterRequest; response: LetterPreview };
  list_sheets: { request: Nothing; response: Array<SheetChoice> };
  preview_sheets: { request: SheetsRequest; response: LetterPreview };
  letter_page: { request: LetterPageRequest; response: LetterPage };
  save_letter: { request: LetterKey; response: SavedLetter };
  view_letter: { request: LetterKey; response: Nothing };
  choose_files: { request: ChooseFiles; response: FileChoice };
  take_dropped: { request: Nothing; response: FileChoice };
  look_at_file: { request: LookAtFile; response: FileView };
  look_at_document: { request: EntryKey; response: DocumentView };
  document_page: { request: DocumentPageRequest; response: DocumentPage };
  save_document: { request: EntryKey; response: SavedCopy };
  view_document: { request: EntryKey; response: Nothing };
  audit_view: { request: Nothing; response: AuditView };
  examine_audit: { request: ExamineAudit; response: AuditPage };
  save_audit: { request: AuditFilter; response: SavedAudit };
  verify_now: { request: Nothing; response: LogCheck | null };
  stop_verifying: { request: Nothing; response: Nothing };
  get_settings: { request: Nothing; response: Settings };
  save_settings: { request: Settings; response: Changed<Settings> };
  last_settings: { request: SettingsKey; response: LastSettings | null };
  undo_settings: { request: UndoSettings; response: Changed<Nothing> };
  list_rules: { request: Nothing; response: RulesView };
  understand_rule: { request: UnderstandRule; response: Understood };
  set_rule: { request: SetRule; response: Changed<RulesView> };
}
