# Words of the kit: the parts every screen is made of.
kit-optional = optional
kit-close = Close
kit-cancel = Cancel
kit-dismiss = Dismiss
kit-clear-choice = Clear
kit-understood = Read as { $shown }
kit-date-hint = For example 3 May 2019, may 2019, 2019 or -3w
kit-level-hint = For example L4-L5, L4-S1 or C5/6
kit-combobox-none = No suggestion. What you typed will be kept.
kit-combobox-count = { $count ->
    [one] { $count } suggestion
   *[other] { $count } suggestions
}
kit-working = Working

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
missing-not-recorded = Not recorded

banner-label = Patient { $name }
banner-born = Born
banner-age = Age
banner-number = Record number
banner-allergies = Allergies
banner-flags = Red flags
banner-implants = Implants and MRI
banner-age-years = { $years ->
    [one] { $years } year
   *[other] { $years } years
}
banner-allergies-not-asked = Not asked
banner-allergies-none = None known
banner-allergies-none-since = None known ({ $source })
banner-flags-none = None recorded
banner-implants-none = None recorded

level-weak = Easy to guess
level-fair = Could be longer
level-good = Good
level-strong = Strong
