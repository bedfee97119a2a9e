# Words of the rules: what a clinic may set for itself, and where every rule comes from.
rules-group-change = Change that matters
rules-group-red-flags = Red flags
rules-group-walking = Walking programme
rules-group-follow-up = Follow-up windows
rules-note-change = A value of your own replaces the published one in every verdict, chart and letter, and is named there as the clinic's own. Scores that were recorded keep the rule they were made by.
rules-note-red-flags = A limit counts for everything that was recorded, also before it was changed: what fired by the old limit alone no longer stands, and what reaches the new one does.
rules-note-walking = Limits of the start, the weekly changes and the pauses of a walking programme.
rules-note-follow-up = How much earlier and later a visit still counts for a point.
rules-cited = { $title } ({ $id }, version { $version }; source: { $source })
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
# What each limit that a clinic may set limits.
limit-walking-start_percent = Start with this share of the mean tolerance
limit-walking-start_least = Shortest bout to start with
limit-walking-start_most = Longest bout to start with
limit-walking-start_unknown = Start without a baseline
limit-walking-raise_percent = Raise a week, as a share of the baseline
limit-walking-cap_percent = The minutes of a week may rise by at most
limit-walking-adherence_percent = A raise is proposed from an adherence of
limit-walking-completed_percent = A bout counts as completed from this share of its planned time
limit-walking-pain_rise = Pain may rise during and after a bout by
limit-walking-missed_days = A week turns amber when bouts were missed with a reason on
limit-walking-cut_percent = Cut after an amber week; 0 holds
limit-walking-least = No bout is cut below
limit-walking-target_day = Minutes a day to aim at
limit-walking-severe_pain = Leg pain counts as severe for the cautions from
limit-walking-fusion_weeks = A fusion counts as recent for the cautions for
limit-walking-amber_weeks = A clinician's look is proposed after amber weeks in a row
limit-red_flag-symptom_days = An answer about a symptom or an event counts for
limit-red_flag-sign_days = A sign on examination counts for
limit-red_flag-risk_days = A standing risk counts for
limit-red_flag-new_days = What began within this time can't be long-standing
limit-red_flag-fever_tenths = Fever from
limit-red_flag-reading_days = A temperature, residual urine or breathing rate counts as current for
limit-red_flag-laboratory_days = A laboratory value counts as current for
limit-red_flag-residual_urine_ml = Residual urine counts as raised from
limit-red_flag-recent_weeks = An operation or injection counts as recent for
limit-red_flag-procedure_days = Weakness or numbness counts as soon after a procedure at the spine for
limit-red_flag-crp_rise = CRP counts as rising when it is higher by more than
limit-red_flag-esr_rise = ESR counts as rising when it is higher by more than
limit-red_flag-crp_raised = CRP counts as raised from
limit-red_flag-esr_raised = ESR counts as raised from
limit-red_flag-crp_peak_days = CRP does not count as raised and is not compared with values earlier after an operation than
limit-red_flag-esr_late = ESR counts as high late after an operation above
limit-red_flag-esr_late_days = Late after an operation begins after
limit-red_flag-power_steps = Power counts as dropped by
limit-red_flag-power_fast_days = A drop of power is fast between examinations at most this far apart
limit-red_flag-tumour_age_over = A new pain counts above an age of
limit-red_flag-tumour_age_under = A new pain counts below an age of
limit-red_flag-fracture_age_over = A minor strain counts above an age of
limit-red_flag-inflammatory_age_under = Back pain counts as early when the first dated symptom began below an age of
limit-red_flag-wound_days = A wound can become infected near the surface for
limit-red_flag-wound_implant_days = A wound can become infected in the depth with an implant for
limit-red_flag-breaths_under = Breathing is slow below
