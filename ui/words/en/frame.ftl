# Words of the frame: rail, sections, keyboard help.
app-name = Lamina
frame-main-menu = Main menu
frame-skip = Skip to content
rail-patients = Patients
rail-settings = Settings
rail-lock = Lock
rail-help = Keys
rail-switch = Switch
rail-who = Signed in as
rail-who-of = { $name }, { $role }
# With a soft hyphen, where the rail may break the word.
rail-role = { $role ->
    [owner] Owner
    [clinician] Clinician
    [physiotherapist] Physio{ "\u00AD" }therapist
    [assistant] Assistant
   *[auditor] Auditor
}

keys-title = Keyboard shortcuts
keys-group-anywhere = Anywhere
keys-group-patients = Patients
keys-group-sections = Sections of a record
keys-group-patient = In a record
keys-group-form = In a form
keys-help = Show keyboard shortcuts
keys-patients = Go to patients
keys-settings = Go to settings
keys-lock = Lock
keys-switch = Let somebody else sign in
keys-search = Search patients
keys-new-patient = New patient
keys-save = Save
keys-back = Step back without losing what is typed
keys-or = or
keys-next-field = Go to the next field
keys-undo = Undo typing
keys-redo = Redo typing
keys-take-back = Take an answer back
keys-rate = Rate on a scale; 1 and then 0 is ten
keys-yes-no = Answer yes or no
keys-choices = Move between choices or rows
keys-row-add = Add another row
keys-row-remove = Remove this row

tab-overview = Overview
tab-surgeries = Operations
tab-symptoms = Symptoms
tab-imaging = Imaging and tests
tab-plan = Diagnosis and plan
tab-treatments = Treatments
tab-progress = Progress
tab-safety = Safety
tab-letters = Letters
tab-history = History
rooms-label = In { $section }
section-overview = Overview
section-surgeries = Operations
section-symptoms = Symptoms
section-flags = Red flags
section-imaging = Imaging
section-treatments = Treatments
section-scores = Scores
section-progress = Course
section-before-after = Before and after
section-letters = Letters
section-timeline = Timeline
section-history = Changes
section-person = Person
section-alerts = Alerts
section-follow-up = Follow-up schedule
sections-label = Sections of the record

not-found-title = There is nothing at this address
not-found-text = The page may have been renamed. Your records are as they were.
not-found-action = Go to patients
