# Words of the rules: what a clinic may set for itself, and where every rule comes from.
rules-group-change = Change that matters
rules-group-red-flags = Red flags
rules-group-walking = Walking programme
rules-group-follow-up = Follow-up windows
rules-note-change = A value of your own replaces the published one in every verdict, chart and letter, and is named there as the clinic's own. Scores that were recorded keep the rule they were made by.
rules-note-red-flags = A limit counts for everything that was recorded, also before it was changed: what fired by the old limit alone no longer stands, and what reaches the new one does.
rules-note-walking = Limits of the start, the weekly changes and the pauses of a walking programme.
rules-note-follow-up = How much earlier and later a visit still counts for a point.
rules-responders = Response counts as moderate, and as substantial, from
rules-window = { $point } after { $kind }
rules-every = Every { $every }
rules-baseline = Age of the baseline before an operation or treatment
rules-not-established = Not established
rules-no-source = No figure is built in. Without one, a verdict says that how much matters is not established.
rules-of-baseline = { $percent } % of the baseline
rules-above = { $figures } above a baseline of { $above }
rules-hint-figure = In the unit of the score, as in 12, or in percent of the baseline, as in 30 %
rules-hint-points = In points, as in 5
rules-hint-responders = Two percentages from 1 to 100, the smaller one first, as in 30 and 50
rules-hint-number = From { $range }
rules-hint-at-most = { $how }; above 0 and at most { $most }
rules-hint-window = Before and after, as in 2 weeks / 4 weeks; one time counts for both sides; at most { $early ->
    [one] 1 day
   *[other] { $early } days
} before and { $late ->
    [one] 1 day
   *[other] { $late } days
} after
rules-hint-baseline = Two times, as in 4 weeks / 2 months, the longer one second
rules-own-source = the clinic's own: { $who }, { $when }
rules-said = { $title }: { $value } ({ $own }; { $why }). Built in: { $built-in }. Source: { $source }
rules-unread = One of the values set by this clinic cannot be read. It is kept and has no effect.
rules-unfit = { $title }: “{ $value }”, set by { $who } on { $when }, can no longer be used. It is kept, and the built-in value holds.

# Words of the page.
rules-title = Rules
rules-lead = What Lamina works out and warns about, each with its source. A clinic may change what is listed under “Limits”. Every change asks who makes it and why, and is kept.
rules-back = Back to settings
rules-filter = Filter
rules-filter-hint = Any part of a name, a value or a source
rules-none-found = No rule matches.
rules-limits = Limits
rules-limits-count = { $count ->
    [one] 1 limit
   *[other] { $count } limits
}
rules-limits-own = { $count ->
    [one] 1 limit
   *[other] { $count } limits
}, { $own ->
    [one] 1 set by this clinic
   *[other] { $own } set by this clinic
}
rules-value-built-in = { $value }, built in
rules-value-own = { $value }, set by this clinic
rules-row-built-in = Built in
rules-row-source = Source
rules-row-own = This clinic’s own
rules-row-own-line = { $value }, by { $who }, { $when }: { $why }
rules-history = What was set before
rules-history-back = Back to built-in, by { $who }, { $when }: { $why }
rules-set = Set a value for this clinic
rules-change = Change this clinic’s value
rules-take-back = Restore built-in value
rules-form-standing = { $title }. Built in: { $value }. Source: { $source }
rules-form-value = This clinic’s value
rules-form-who = Set by
rules-form-why = Why
rules-form-why-hint = Kept with the value and in the log.
rules-unchanged = Nothing is changed yet.
rules-unsaved = Not saved yet.
rules-unsaved-kept = Not saved yet. Kept as a draft { $time }.
rules-save = Save value
rules-save-back = Restore built-in value
rules-kept = { $title }: kept.
rules-listed = Every rule
rules-listed-count = { $count ->
    [one] 1 rule
   *[other] { $count } rules
}
rules-listed-source = Source: { $source }
rules-listed-about = Version { $version }, { $sure }
rules-own-limits = Limits set by this clinic
settings-rules = Rules
settings-rules-text = What Lamina works out and warns about, with every source, and the limits that a clinic may set for itself.
settings-rules-open = Open the rules
