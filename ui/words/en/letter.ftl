# Words of letters. A letter goes to colleagues: where the window has a plain word for something the field calls
# otherwise, the letter gives both at its heading, and the window's word elsewhere. So "Devices" in the window is
# "Implants and devices" here, as MRI departments ask for both, and the section on blood thinners names anticoagulants and
# antiplatelets: either term of the field alone would leave out what the other means.
letter-made-from-the-record-on = Made from the record on { $day }.
letter-sample = Sample, not a patient of this clinic: { $source }
letter-years-at-first-visit = { $years } years at first visit
letter-years = { $least } years
letter-or-years = { $least } or { $most } years
letter-to-years = { $least } to { $most } years
letter-approach = { $approach } approach
letter-spreads = spreads: { $radiation }
letter-until = until { $ended }
letter-opioid-load-for-information = Opioid load, for information: { $summary }.
letter-side = side
letter-region = region
letter-sex = Sex
letter-implants = implants
letter-complications = complications
letter-monitoring = neuromonitoring
letter-disc-extent = disc removed
letter-graft = graft
letter-stay = stay
letter-work = work
letter-purpose = meant to
letter-expected = the patient expected
letter-source-recall = from the patient’s recall; no document was seen
letter-surgeon = surgeon
letter-body-map = What is felt where, of the symptoms that are not over. Left and right are the patient’s.
letter-linked-levels = linked to
letter-symptom-counts = What is not over: { $counts }.
letter-worse = worse
letter-better = better
letter-conclusion = conclusion
letter-other-conditions = Other conditions
letter-occupation = Occupation
letter-no = No.
letter-when = When
letter-operation-levels-side = Operation, levels, side
letter-why = Why
letter-back-after = Back after
letter-limb-after = Limb after
letter-where = Where
letter-what-it-is-like = What it is like
letter-since = Since
letter-worse-and-better-with = Worse and better with
letter-intensity = Intensity
letter-what = What
letter-findings = Findings
letter-treatment = Treatment
letter-response = Response
letter-adverse-effects-why-it-ended = Adverse effects, why it ended
letter-allergies = Allergies
letter-implants-and-mri = Implants and devices, MRI
letter-anticoagulants = Blood thinners
letter-operations = Operations
letter-symptoms = Symptoms
letter-readings = Examination and readings
letter-red-flags = Red flags
letter-imaging = Imaging
letter-treatments-tried = Treatments tried
letter-current-medicines = Current medicines
letter-scores = Scores
letter-background = Conditions and background
letter-title-summary = Summary of the case
letter-title-surgeon = Referral to a spinal surgeon
letter-title-pain-clinic = Referral to a pain clinic
letter-title-physiotherapist = Referral for physiotherapy
letter-title-family-doctor = Reply to the family doctor
letter-title-discharge = Discharge letter
letter-title-insurer = Report on function and work
letter-title-trial = Report of a neuromodulation trial
letter-title-patient = Your record in plain words
letter-title-implant-card = Implant card

# How hard a paper for the patient is to read.
letter-reading = Reading grade { $grade } (Flesch–Kincaid, names and numbers not counted).
letter-reading-hard = Reading grade { $grade } (Flesch–Kincaid, names and numbers not counted). That is above grade 8: shorter words and sentences in goals and plan make it easier.
letter-response-not-recorded = response not recorded
letter-said-by = , said by { $told-by }
letter-last-asked-on = Last asked on { $spelled }{ $told-by }.
letter-last-asked-in = Last asked in { $spelled }{ $told-by }.
letter-open-see-alerts = Open, { $level }: { $title }, see Alerts.
letter-open = Open, { $level }: { $inputs }. { $wording } { $no-diagnosis }
letter-nothing-of-it = { $sentence } (nothing of it)
letter-not-assessed = Not assessed: { $names }.
letter-own-limits = Limits that this clinic set for itself: { $limits }
letter-resolved-by-on = Resolved: { $title }, by { $who }, on { $at }: { $reason }
letter-unchanged = Yes, long-standing and unchanged ({ $day }): { $words }.
letter-answered-no = No ({ $day }): { $words }.
letter-answered-no-count = No ({ $day }): { $count } questions.
letter-answered-no-many = No ({ $day }): { $count } questions, of: { $groups }.
letter-answered-no-part = { $group } ({ $answered } of { $all })
letter-to-ask = Answered yes, not said whether new, changed or long-standing; to be asked: { $words }.
letter-noted-in-words = Noted in words, which no rule reads: { $words }.
letter-questions-not-asked = The questions about red flags were not asked; nothing is excluded.
letter-red-flags-were-not-asked-about = Red flags were not asked about; nothing is excluded.
letter-no-red-flag-is-open-on = No red flag is open on what was answered; that excludes nothing.
letter-scores-over-time-earlier-treatments-are = Scores over time; { $more } earlier treatments are in the table above and not drawn
letter-scores-over-time = Scores over time
letter-scores-in-sequence = Scores in the order of the record; none has a date that can be placed
letter-scores-single = A measure with one value stands in the table only
letter-scores-no-course = No course is drawn: no measure has two values, and none has a date that can be placed.
letter-scores-not-placed = { $count ->
    [one] One score without a date that can be placed stands in the table only
   *[other] { $count } scores without a date that can be placed stand in the table only
}
letter-the-scores-of-the-table-above = The scores of the table above over time
letter-word-date = Date
letter-word-urgency = Urgency
letter-word-born = Born
letter-word-number = Number
letter-word-diagnosis = Diagnosis
letter-word-reason = Reason for this letter
letter-word-question = What we ask of you
letter-word-alerts = Alerts
letter-word-not-recorded = Not recorded
letter-word-items-not-recorded = Not recorded
letter-word-copies = Copies to
letter-word-unprinted = Printed as a mark, because no font at hand has these scripts: { $scripts }.
letter-word-symbols = symbols
letter-word-page = Page { $n } of { $m }
letter-medicines-not-known = Not known whether still taken: { $names }
letter-medicines-may-have-ended = May have ended: { $names }
letter-medicine-class = { $medicine } [{ $class }]
letter-medicines-none = Asked, and takes no medicines
letter-medicines-contradict = Please check: it was said that no medicines are taken, and medicines are recorded as taken
letter-opioid-counted = Counted: { $text }
letter-opioid-not-counted = Not counted: { $text }
letter-follow-up = Follow-up
letter-follow-up-call = { $title }: { $text }
letter-follow-up-next = Next: { $title }, { $window }
letter-follow-up-more = { $count ->
    [one] { $count } more point is due or was missed.
   *[other] { $count } more points are due or were missed.
}
letter-safety-part = { $name }: { $is }
letter-source-patient = as told by the patient
letter-source-document = from a document
letter-source-device = from a device
letter-sources-patient = All of these as told by the patient.
letter-sources-document = All of these from documents.
letter-sources-device = All of these from a device.
letter-source-unmarked = Operations, imaging, treatments and devices without a named source: a clinician, or nobody said.
letter-columns-empty = Not recorded here: { $names }.
letter-examined = Examined: { $when }
letter-examined-line = { $label }: { $text }.

# The case at the beginning, and the sections that some letters alone have.
letter-summary = In short
letter-diagnosis-more = { $count ->
    [one] { $count } more cause below
   *[other] { $count } more causes below
}
letter-diagnosis-none = not recorded
letter-work-heading = Work
letter-function = Pain and function
letter-implant-card = Implants and their MRI labelling
letter-trial-chart = The diary of the trial. A day without a rating stays empty.
letter-symptoms-over = All symptoms that are recorded are over.
letter-scores-over-time-operations-alone = Scores over time, with the operations alone

letter-opioid-table = { $name } ({ $jurisdiction }), version { $version }.
letter-safety-out-count = { $count ->
    [one] { $count } implant is no longer in the body.
   *[other] { $count } implants are no longer in the body.
}

# Lines in place of tables.
letter-numbered = { $number }. { $when }: { $text }
letter-treatment-short = { $number }. { $what } ({ $when }): { $response }
letter-score-dated = { $value } ({ $when })
letter-tally = What came of { $all } treatments, by the last response to each: { $list }.
letter-tally-rung = { $count } tried ({ $list }); the last { $last }
letter-tally-part = { $what } { $count }
letter-tally-halved = half or more gone
letter-tally-helped = helped
letter-tally-little = a little
letter-tally-none = no help
letter-tally-worse = worse
letter-tally-in-words = in words only
letter-tally-unordered = last not known
letter-tally-not-recorded = not recorded

letter-with-others = { $text } *
letter-others-between = * Something else began before this response was told.

# By which rule a shorter letter chose what it tells, under the rows, with how many are left out.
letter-rule = { $rule } { $count } of { $all } left out.
letter-rule-latest = The latest are told.
letter-rule-first = Those that were set first are told.
letter-rule-due-first = What is due first is told.
letter-rule-present = What is not over is told.
letter-rule-present-latest = Of what is not over the last recorded are told.
letter-rule-last-examination = The last examination is told.
letter-rule-last-steps = The last steps are told.
letter-rule-imaging-usual = The last study of each region by each kind of imaging is told.
letter-rule-imaging-short = The last study of each region is told.
letter-rule-treatments-usual = Of what was done again the last time is told, each with its last response.
letter-rule-treatments-short = The latest of each kind are told, each with its last response.
letter-rule-treatments-tight = The last of each kind is told, with its last response.
letter-rule-scores-usual = Of each measure the first score, those next to each operation and the last are told.
letter-rule-scores-short = Of pain, disability and the measures that were taken last, the first and the last score are told.

# What stands in the record and not in the letter.
letter-left-out = Left out for its length: { $list }.
letter-left-short = Told without their details: { $list }.
letter-left-sections = Not told here: { $list }.
letter-left-by-kind = By its kind this letter does not tell: { $list }.
letter-left-all = { $count ->
    [one] The whole record has { $count } entry.
   *[other] The whole record has { $count } entries.
}
letter-left-entries = { $what } ({ $count } of { $all })
letter-left-details = { $what } ({ $count })
letter-left-circumstances = how somebody lives
letter-left-diagnoses = diagnoses
letter-left-electrodiagnoses = nerve and muscle tests
letter-left-goals = goals
letter-left-steps = steps of neuromodulation
letter-left-imaging = imaging
letter-left-examinations = examinations
letter-left-readings = readings
letter-left-operations = operations
letter-left-symptoms = symptoms
letter-left-treatments = treatments
letter-left-arithmetic = medicines of the opioid load
letter-left-devices = devices
letter-left-counts = counts of injections and steroid
letter-left-classes = bleeding-risk class of an intervention
letter-left-plans = open plans
letter-left-settled = settled plans
letter-left-decisions = shared decisions
letter-left-hints = hints on how levels fit each other
letter-spine-hints = How levels fit each other, for information:
letter-left-weeks = weeks of walking
letter-left-walking-changes = changes of the walking plan
letter-left-scores = scores
letter-left-charts = charts of measures
letter-name-spine-map = map of the spine
letter-name-body-map = map of the body
letter-name-chart = chart
letter-too-long = { $most ->
    [one] This letter has { $pages } pages and not one: what is always told takes more room. The longest parts are: { $names }.
   *[other] This letter has { $pages } pages and not { $most }: what is always told takes more room. The longest parts are: { $names }.
}

# The implant card.
letter-card-what = What
letter-card-maker = Maker, model, numbers
letter-card-where = Where and since when
letter-card-mri = Parts, state and MRI labelling as recorded
letter-card-since-unknown = date not recorded
letter-card-place-unknown = place not recorded
letter-card-in-words = told in words only: parts, state and MRI status unknown
letter-card-none = No implant is recorded.
letter-card-whole = A system counts as a whole, with every lead that is left behind. What is not recorded is unknown. This card replaces neither the card of the maker nor the check of the MRI department.
