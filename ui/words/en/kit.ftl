# Words of the kit: the parts every screen is made of.
kit-optional = optional
kit-close = Close
kit-cancel = Cancel
kit-dismiss = Dismiss
kit-clear-choice = Clear
kit-understood = Read as { $shown }
kit-understood-in-part = Read in part, as { $shown }
kit-unsure-name = Lamina does not know “{ $text }”. Check the spelling; it is kept as you typed it.
kit-unsure-near = Lamina does not know “{ $text }”. Do you mean { $near }? It is kept as you typed it.
kit-unsure-or = { " or " }
kit-unsure-procedure = “{ $text }” is kept as words. Choose its kind below if one fits.
kit-unsure-words = “{ $text }” is kept as words, and nothing in it is read further. Check how it is typed.
kit-date-hint = For example 3 May 2019, may 2019, 2019, -3w, or t for today
kit-level-hint = For example L4-L5, L4-S1, C5/6, L2-pelvis or 3 levels
kit-combobox-none = No suggestion. What you typed will be kept.
kit-combobox-count = { $count ->
    [one] { $count } suggestion
   *[other] { $count } suggestions
}
kit-working = Working
kit-disclosure-filled = { $text }: { $count } filled in
kit-chips-hint = Arrow keys move, Space turns a word on or off
kit-rows-line = { $label }, line { $number }
kit-rows-remove = Remove { $label }
kit-rows-removed = { $label } removed
kit-rows-undo = Undo
kit-rows-undo-of = Undo: bring { $label } back

kind-emergency = Emergency
kind-caution = Caution
kind-info = Note
kind-done = Done

trend-better = Better
trend-worse = Worse
trend-same = No clear change

missing-not-asked = Not asked
missing-unknown = Unknown
missing-not-applicable = Does not apply
missing-declined = Declined to answer
missing-absent = None
missing-not-recorded = Not recorded

banner-label = Patient { $name }
banner-born = Born
banner-age = Age
banner-number = Record number
banner-allergies = Allergies
banner-red_flags = Red flags
banner-flags-pinned = Open red flags, emergency or same day
banner-flags-quieter = Open red flags, less urgent
banner-implants_mri = Devices and MRI
banner-anticoagulants = Blood thinners
banner-none-allergies = None known
banner-none-red_flags = None found
banner-none-implants_mri = None
banner-none-anticoagulants = None
banner-amend-person = Amend person
banner-amend-alerts = Amend alerts
banner-citation = Sample: { $citation }
