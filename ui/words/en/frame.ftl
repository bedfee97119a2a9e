# Words of the frame: rail, sections, keyboard help.
app-name = Lamina
frame-main-menu = Main menu
frame-skip = Skip to content
rail-patients = Patients
rail-settings = Settings
rail-lock = Lock
rail-help = Keys

keys-title = Keyboard
keys-group-anywhere = Anywhere
keys-group-patients = Patients
keys-group-patient = In a record
keys-group-form = In a form
keys-help = Show the keys
keys-patients = Go to patients
keys-settings = Go to settings
keys-lock = Lock
keys-search = Search patients
keys-new-patient = New patient
keys-section = Go to a section
keys-save = Save
keys-back = Step back without losing what is typed

section-overview = Overview
section-surgeries = Surgeries
section-symptoms = Symptoms
section-flags = Red flags
section-imaging = Imaging
section-treatments = Treatments
section-scores = Scores
section-progress = Progress
section-letters = Letters
section-history = History
section-person = Person
section-alerts = Alerts
section-follow-up = Follow-up schedule
sections-label = Sections of the record

not-found-title = There is nothing at this address
not-found-text = The page may have been renamed. Your records are as they were.
not-found-action = Go to patients
