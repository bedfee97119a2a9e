# Words of the patient list, the person, the alerts and the frame of a record.
patients-title = Patients
patients-search = Search patients
patients-search-hint = Any part of a name, a birth date, a record number, a level, an operation, a medicine or what was found at a visit
patients-new = New patient
patients-name = Name
patients-born = Born
patients-born-age = Born, age
patients-number = Record number
patients-recent = Recent patients
patients-found = { $count ->
    [0] No patient found
    [one] { $count } patient
   *[other] { $count } patients
}
patients-found-first = The first { $count } of { $total } patients
patients-all = All patients
patients-show-all = Show all patients
patients-show-recent = Show recent patients
patients-show-more = Show more ({ $count } not shown)
patients-by = Found by
patients-seen = Last seen
patients-year = In the last year
patients-year-none = no two scores
patients-flags = Red flags
patients-due = Follow-up
patients-due-count = { $count ->
    [one] { $count } visit
   *[other] { $count } visits
} due or missed
patients-due-none = nothing due
patients-list-choice = Whom the list shows, and what it tells
patients-only = Show
patients-only-everyone = Everyone
patients-only-flagged = Open red flags
patients-only-due = Follow-up due or missed
patients-only-worse = Worse in the last year
patients-columns = Columns
patients-looking = Looking into the records of { $of ->
    [one] { $of } patient
   *[other] { $of } patients
}
patients-found-only = { $only ->
    [flagged] With open red flags
    [due] With follow-up due or missed
   *[worse] Worse in the last year
}: { $count } of { $of ->
    [one] { $of } patient that is listed
   *[other] { $of } patients that are listed
}
patients-by-name = Name
patients-by-born = Birth date
patients-by-number = Record number
patients-by-fact = { $noun ->
    [surgery] Operation
    [imaging] Imaging
    [treatment] Treatment
    [device] Device
    [anticoagulant] Blood thinner
   *[other] Record
}: { $what }
patients-none-title = No patients yet
patients-none-text = Everyone you record is listed here. You can find them by name, birth date or record number.
patients-new-first = Record the first patient
patients-sample-add = Add the sample clinic
patients-sample-removed = Sample clinic removed
patients-sample-text = The sample clinic holds six published cases and six invented people to try Lamina with. You can remove it in the settings in one step.
patients-none-found-title = No patient matches “{ $text }”
patients-none-found-text = Try fewer letters, another part of the name, or the birth year.
patients-create = Create patient
patients-create-with = Filled in for the new patient
patients-table = Patients
patient-opened = { $name }, { $section }

drafts-title = Not finished
drafts-many = { $count ->
    [one] One draft waits here.
   *[other] { $count } drafts wait here.
}
drafts-show = Show them
drafts-waiting = Drafts wait for
drafts-count = { $count ->
    [one] one draft
   *[other] { $count } drafts
}
drafts-others = { $count ->
    [one] and one other person
   *[other] and { $count } other people
}
draft-mark = Draft
draft-named = { $what }: { $name }
draft-kept = kept { $when }, not part of the record yet
draft-given-back = The patient has just answered this.
draft-continue = Continue
draft-discard = Discard
draft-new-patient = New patient
draft-new-background = Alerts
draft-new-surgery = New operation
draft-new-symptom = New symptom
draft-new-imaging = New imaging note
draft-new-treatment = New treatment
draft-new-score = New score
draft-new-flag = New red flag questions
draft-new-resolution = New decision about a red flag
draft-change-patient = Change to the person
draft-change-background = Change to the alerts
draft-change-surgery = Change to an operation
draft-change-symptom = Change to a symptom
draft-change-imaging = Change to an imaging note
draft-change-treatment = Change to a treatment
draft-change-score = Change to a score
draft-change-flag = Change to answers on red flags
draft-change-resolution = Change to a decision about a red flag

person-new-title = New patient
person-form = Personal details
person-amend-title = Amend person
person-family = Family name
person-given = Given names
person-born = Birth date
person-born-hint = For example 3 May 1961, may 1961, 1961 or age 52
person-number = Record number
person-more = More
person-more-what = sex, contact, occupation, care team, note
person-sex = Sex
sex-female = Female
sex-male = Male
sex-other = Other
person-contact = Contact
person-contact-hint = One line each: address, telephone, e-mail.
person-occupation = Occupation
person-care-team = Care team
person-care-member = Care team member { $number }
person-care-add = Add another person
person-care-role = Role { $number }
person-care-name = Name { $number }
person-note = Note

similar-title = May already be here
similar-count = { $count ->
    [one] { $count } patient may be the same person
   *[other] { $count } patients may be the same person
}
similar-name-and-born = Same name and birth date
similar-name-and-swapped = Same name; birth date the same with day and month exchanged
similar-name = Same name
similar-born = Same birth date
similar-swapped = Birth date the same with day and month exchanged
similar-alike = Similar name
similar-name-and-within = Same name; one birth date is less exact and fits the other
similar-alike-and-born = Similar name; same birth date
similar-alike-and-swapped = Similar name; birth date the same with day and month exchanged
similar-alike-and-within = Similar name; one birth date is less exact and fits the other
similar-born-on = Born { $born }, age { $age }
similar-number = Record number { $number }
similar-note = You can go on with the new patient. What you typed is kept if you look first.

alerts-title = Alerts
alerts-listed = Listed
alerts-declined = Declined
alerts-item = { $item } { $number }
alerts-allergies = Allergies
alerts-red_flags = Red flags
alerts-implants_mri = Devices and MRI
alerts-anticoagulants = Blood thinners
alerts-conditions = Other conditions
alerts-none-allergies = None known
alerts-none-red_flags = None found
alerts-none-implants_mri = None
alerts-none-anticoagulants = None
alerts-none-conditions = None known
alerts-item-red_flags = Red flag
alerts-item-implants_mri = Device
alerts-item-anticoagulants = Blood thinner
alerts-item-conditions = Condition
alerts-add-red_flags = Add another red flag
alerts-add-implants_mri = Add another device
alerts-add-anticoagulants = Add another blood thinner
alerts-add-conditions = Add another condition
alerts-hint-red_flags = Noted in words and shown as noted. It is never read as an answer.
alerts-hint-implants_mri = What it is and what is known of MRI: “stimulator, MRI conditional”.
alerts-hint-anticoagulants = Also antiplatelets: “apixaban 5 mg twice a day”. Each becomes an entry under Safety.
alerts-place-red_flags = Ask about red flags
alerts-place-implants_mri = Record a device with its parts
alerts-place-anticoagulants = Blood thinners under Safety
alerts-recorded = Recorded: { $list }.
alerts-hint-conditions = Conditions that matter for pain care: “diabetes, sleep apnoea”.
alerts-medicines = Medicines
alerts-medicines-hint = Record each medicine under Treatments. Say here only whether any are taken.
alerts-medicines-listed = Taken
alerts-medicines-none = None taken

context-label = At a glance
context-source = Published source
context-verdicts = Change so far
context-scores = Last scores
context-no-scores = No score recorded yet.
context-counts = In this record

overview-symptom = What hurts
overview-surgery = Operations
overview-treatment = Treatments tried
overview-imaging = Last imaging
overview-operation = { $number }. { $title }
overview-all-symptom = All { $count } symptoms
overview-all-surgery = All operations ({ $count } entries)
overview-all-imaging = All { $count } imaging notes
overview-none-symptom = No symptom recorded yet.
overview-none-surgery = No operation recorded yet.
overview-none-treatment = No treatment recorded yet.
overview-none-imaging = No imaging note recorded yet.
overview-record-symptom = Record symptom
overview-record-surgery = Record operation
overview-record-treatment = Record treatment
overview-record-imaging = Record imaging note
entry-detail = { $label }: { $text }

noun-patient = person
noun-background = alerts
noun-surgery = operation
noun-symptom = symptom
noun-imaging = imaging note
noun-treatment = treatment
noun-score = score
noun-flag = red flag questions
noun-resolution = decision about a red flag
timeline-title = Timeline
timeline-what = What
timeline-known-on = As it was known on
timeline-known-hint = A past day; empty shows what is known now
timeline-as-known = As the record said at the end of { $day }.
timeline-not-entered = The patient was not in the record yet at the end of { $day }.
timeline-now = Show what is known now
timeline-kinds = Kinds shown
timeline-kind = { $kind } { $count }
timeline-all = Show all
timeline-none-text = Operations, symptoms, images, treatments, scores and all else stand here in one order of time.
history-title = Changes
history-what = What
history-when = When
history-who = Who
history-reason = Why
history-record = Recorded { $what }:
history-amend = Amended { $what }:
history-retract = Marked as entered in error, { $what }:
history-reinstate = Put back { $what }:
history-gone = (entered in error)
history-no-reason = First record
history-none-title = Nothing recorded yet
history-none-text = Whatever is recorded, amended or marked as entered in error is listed here with who did it, when and why.
