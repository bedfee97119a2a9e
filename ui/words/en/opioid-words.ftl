# The opioid load in words: totals, arithmetic, what was not counted, what the list should be looked at for.
opioid-total = Total { $amount } { $unit } a day ({ $inside })
opioid-total-none = No total in { $unit } a day: nothing could be counted ({ $inside })
opioid-total-no-opioid = No opioid among the medicines that are taken ({ $inside })
opioid-both-alike = Total { $amount } { $unit } a day as taken and at most ({ $inside })
opioid-both = Total { $taken } { $unit } a day as taken; { $most } at most ({ $inside })
opioid-both-none-as-taken = No total as taken; { $most } { $unit } a day at most ({ $inside })
opioid-at-least = at least { $amount }
opioid-about = about { $number }
opioid-and = { $one } and { $other }

# How many are missing from a total, and why.
opioid-count-not-convertible = { $count ->
    [one] 1 medicine not convertible
   *[other] { $count } medicines not convertible
}
opioid-count-not-countable = { $count ->
    [one] 1 medicine not countable as recorded
   *[other] { $count } medicines not countable as recorded
}
opioid-count-not-known = { $count ->
    [one] 1 medicine not known to Lamina
   *[other] { $count } medicines not known to Lamina
}
opioid-count-doubtful = { $count ->
    [one] 1 medicine not known to be still taken
   *[other] { $count } medicines not known to be still taken
}
opioid-count-use-not-recorded = { $count ->
    [one] 1 medicine taken as needed with actual use not recorded
   *[other] { $count } medicines taken as needed with actual use not recorded
}
opioid-count-pumps = { $count ->
    [one] 1 pump with an opioid
   *[other] { $count } pumps with an opioid
}
opioid-count-pumps-not-known = { $count ->
    [one] 1 pump that may hold an opioid
   *[other] { $count } pumps that may hold an opioid
}

# The arithmetic of one ingredient.
opioid-dose-mass = { $ingredient } { $mass } mg
opioid-dose-pieces = { $ingredient } { $mass } mg × { $amount }
opioid-dose-of = { $ingredient } { $strength } × { $amount }
opioid-dose-an-hour = { $ingredient } { $strength }
opioid-day-in-total = { $dose } a day
opioid-day-times = { $dose } × { $times } a day
opioid-day-a-week = { $dose } × { $times } a week ÷ 7
opioid-day-every-hours = { $dose } × 24 ÷ { $hours } a day
opioid-day-every-days = { $dose } ÷ { $days } days
opioid-sum = { $day } × { $factor } = { $sum }
opioid-sum-label = { $dose } = { $sum } in the table
opioid-sum-not-worn = { $dose }: not taken = { $sum }
opioid-line-both = As taken { $taken }; at most { $most }
opioid-line-at-most = At most { $most }
opioid-note-as-prescribed = actual use not recorded, counted as prescribed
opioid-note-use-not-recorded = taken as needed, actual use not recorded, so not in the first total
opioid-note-lower-end = a range was prescribed, its lower end is in the first total
opioid-note-limited = limited by the maximum for a day
opioid-note-route = route not given, counted as by mouth
opioid-note-more = more is taken than was prescribed at most
opioid-note-most-not-known = how much it can be at most is not recorded

# What was not counted, and why.
opioid-left-out = { $ingredient }: { $why }
opioid-left-out-in-words = { $ingredient }: recorded in words only, which are not read for a dose
opioid-why-stopped = stopped
opioid-why-not-begun = not begun
opioid-why-once = given for one occasion
opioid-why-may-have-ended = may have ended
opioid-why-still-taken = not known whether it is still taken
opioid-why-would-add = { $doubt }; if it is taken, at most { $sum }
opioid-why-no-opioid = not counted as an opioid
opioid-why-resembles = the name is not known to Lamina, so that it may be an opioid; it resembles { $names }, please check the spelling
opioid-why-hourly = the name is not known to Lamina; a strength an hour is mostly that of an opioid patch
opioid-why-not-known = the name is not known to Lamina, so that it may be an opioid
opioid-why-use-disorder = given for opioid use disorder, to which the total does not apply
opioid-why-excluded = excluded from { $unit } by the table: { $why }
opioid-why-route = not converted: the table has no factor for it { $way }
opioid-why-this-route = by this route
opioid-why-injected = not converted: the table has no factor for injections or pumps
opioid-why-no-factor = not converted: the table has no factor for it
opioid-missing-strength = strength not recorded
opioid-missing-strength-an-hour = strength of the patch an hour not recorded
opioid-missing-dose = amount at a time not recorded
opioid-missing-frequency = frequency or maximum a day not recorded
opioid-missing-route = route not recorded
opioid-missing-one-patch = what the patches worn at a time give an hour together not recorded
opioid-missing-smaller = an amount small enough to count not recorded
opioid-pump-not-named = a pump
opioid-pump-not-known = { $name }: a pump in the body; what it holds is not recorded, so that it may be an opioid
opioid-pump = { $name }: a pump in the body, recorded with { $opioids }; not converted: the table has no factor for injections or pumps

# Thresholds of the table.
opioid-from = { $from } { $unit } a day or more
opioid-above = Above { $above } { $unit } a day
opioid-by-both = as taken and at most
opioid-by-taken = as taken
opioid-by-most = at most only
opioid-threshold = Information: { $at } ({ $by }). { $text } { $caveat } Source: { $source }
opioid-threshold-at-least = Information: { $at } ({ $by }). The total is at least this: not everything could be counted. { $text } { $caveat } Source: { $source }
opioid-open-from = Information: whether it is { $from } { $unit } a day or more is not known, because not everything could be counted.
opioid-open-above = Information: whether it is above { $above } { $unit } a day is not known, because not everything could be counted.

# What the list should be looked at for.
opioid-places = { $count ->
    [one] medicine { $numbers }
   *[other] medicines { $numbers }
}
opioid-class-benzodiazepine = a benzodiazepine
opioid-class-gabapentinoid = a gabapentinoid
opioid-class-other = another medicine that sedates
opioid-twice = Please check the list: { $ingredient } stands on it { $count } times ({ $which }) and none was stopped. All that can be counted are in the total.
opioid-twice-releases = Please check the list: { $ingredient } stands on it { $count } times ({ $which }) and none was stopped. All that can be counted are in the total. One is immediate and one modified release, which may be meant.
opioid-sedative = Information: an opioid and { $class } are on the list ({ $which }).
opioid-sedative-name = Information: a medicine that may be an opioid, its name not being known, and { $class } are on the list ({ $which }).
opioid-sedative-pump = Information: { $class } is on the list ({ $which }), and a pump is recorded that holds an opioid.
opioid-sedative-pump-not-known = Information: { $class } is on the list ({ $which }), and a pump is recorded that may hold an opioid.
opioid-antagonist = Please check the list: an opioid and a medicine that blocks opioids are on it ({ $which }).
opioid-naloxone = Information: naloxone is not on the list. It is mentioned for an opioid with: { $reasons }. Source: { $source }
opioid-naloxone-condition = { $what } (recorded: “{ $said }”)
opioid-naloxone-age = an age of { $from } or more
opioid-review = Information: the last review recorded is of { $last }, more than { $days ->
    [one] 1 day
   *[other] { $days } days
} ago. Source: { $source }
opioid-review-none = Information: no review of the opioid is recorded since its start ({ $since }), more than { $days ->
    [one] 1 day
   *[other] { $days } days
} ago. Source: { $source }
opioid-review-not-known = Information: no review of the opioid is recorded, and since when it is taken is not known (review within { $days ->
    [one] 1 day
   *[other] { $days } days
}). Source: { $source }
opioid-doubtful = { $text } Not known to be still taken: { $which }.

# The load as lines of text.
opioid-explain-taken = As taken: { $total }
opioid-explain-most = At most, if every as-needed dose is used: { $total }
opioid-explain-left-out = Not counted: { $text }
opioid-table = { $name } ({ $jurisdiction }), version { $version }. Source: { $source }

# How a medicine gets into the body.
value-route-oral = by mouth
value-route-transdermal = transdermal
value-route-intravenous = intravenous
value-route-subcutaneous = subcutaneous
value-route-intramuscular = intramuscular
value-route-epidural = epidural
value-route-intrathecal = intrathecal
value-route-transmucosal = transmucosal
value-route-rectal = rectal
value-route-topical = topical
value-route-unknown = not recorded
