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
section-examination = Examination
section-imaging = Imaging and tests
section-treatments = Treatments
section-progress = Progress
section-walking = Walking
section-letters = Letters
section-documents = Documents
section-history = History
sections-label = Sections of the record

not-found-title = There is nothing at this address
not-found-text = The page may have been renamed. Your records are as they were.
not-found-action = Go to patients

settings-title = Settings
settings-appearance = Appearance
settings-theme = Colours
theme-system = As the system
theme-light = Light
theme-dark = Dark
theme-contrast = High contrast
settings-theme-hint = Letters stay on white paper in every choice.
