# Words of the walking programme that the core says: on screen and in print.
walking-quota = { $minutes } min { $bouts ->
    [1] once a day
    [2] twice a day
   *[other] { $bouts } times a day
}, { $days ->
    [1] 1 day a week
    [7] every day
   *[other] { $days } days a week
}, { $pace }
walking-pace-easy = easy pace
walking-pace-comfortable = comfortable pace
walking-pace-brisk = brisk pace
walking-step-duration = length of a bout
walking-step-frequency = days a week
walking-step-pace = pace
walking-target = { $minutes } min a day, { $days ->
    [1] 1 day a week
    [7] every day
   *[other] { $days } days a week
} ({ $week } min a week)
walking-plan-title = Walking plan by { $by }
walking-plan-starts-with = Starts with
walking-plan-target = Target
walking-plan-rises = Rises week by week
walking-plan-baseline = Baseline
walking-plan-baseline-none = not taken
walking-plan-cautions = Needs care
walking-plan-precautions = Precautions
walking-bout = { $minutes } min on { $on }
walking-bout-bad-day = { $minutes } min on { $on } (bad day)
walking-clearance-given = Clearance recorded.
walking-clearance-flag = A red flag is open; walking waits until it is resolved.
walking-clearance-against = Answered with no: { $items }.
walking-clearance-open = Not answered: { $items }.
walking-reply-said = { $reply }, { $on }
walking-reply-said-by = { $reply }, { $by }, { $on }
walking-start-with-baseline = Start by { $percent } % of the mean: { $share } min. By the middle of the best and the worst day: { $middle } min.
walking-start-without-baseline = Without a baseline: { $minutes } min.
walking-status-not-started = Prescribed on { $on }, not started.
walking-status-active = Running since { $on }.
walking-status-starts = Starts on { $on }.
walking-status-paused = Paused since { $on }: { $reason }. A clinician has to reopen it.
walking-status-paused-no-reason = Paused since { $on }. A clinician has to reopen it.
walking-status-ended = Ended on { $on }.
walking-colour-no-data = No data: no walking recorded
walking-colour-green = Green: within the limits
walking-colour-amber = Amber: hold or cut back
walking-colour-red = Red: stop and seek help
walking-week-title = { $from } to { $to }
walking-week-minutes = { $walked } min walked, { $planned } planned; the target is { $target } a week
walking-week-bouts = Bouts: { $adherence }
walking-evidence = Similar benefit to usual physiotherapy in trials of chronic low back pain (SWIFT: Hurley et al., Pain 2015); direct trials in people whose pain continues after spine surgery are lacking.
walking-adherence-none = nothing planned
walking-adherence = { $completed } of { $planned } ({ $percent } %)
walking-adherence-more = { $completed } of { $planned } (100+ %)
walking-adherence-open = { $bouts }; { $days ->
    [1] 1 day
   *[other] { $days } days
} without an entry
walking-cause-flag = open red flag: { $wording }
walking-cause-back = back pain rose from { $before } to { $after }
walking-cause-leg = leg pain rose from { $before } to { $after }
walking-cause-not-settled = pain not back to usual within 24 hours
walking-cause-missed = missed on { $days ->
    [1] 1 day
   *[other] { $days } days
}
walking-cause-on = { $cause } ({ $on })
walking-because-paused = the plan is paused; a clinician has to reopen it
walking-because-not-running = the plan is not running
walking-because-no-week = no week is recorded yet
walking-because-nothing-recorded = nothing is recorded for this week
walking-because-amber = { $weeks ->
    [1] 1 amber week
   *[other] { $weeks } amber weeks in a row
}
walking-because-flag = a red flag is open
walking-because-flag-waits = a red flag is open; walking waits until it is resolved
walking-because-adherence = completed { $bouts }; a raise needs { $least } %
walking-because-pain-unknown = pain during or after { $bouts ->
    [1] 1 bout
   *[other] { $bouts } bouts
} is not recorded
walking-because-day-reached = the daily target is reached
walking-because-days-reached = the days a week of the target are reached
walking-because-days-lacking = the target has { $target } days a week, the plan has { $plan }
walking-because-no-step = no step of { $seconds } seconds fits under the cap of { $cap } % a week
walking-because-longer = a green week; the bout is a little longer
walking-because-one-more-day = a green week; one more day
walking-because-faster = a green week; a little faster
walking-because-every-day = every day is planned already
walking-because-day-above-cap = one more day would raise the week by { $rise } %, above the cap of { $cap } %
walking-because-brisk = the pace is brisk already
walking-because-reopened = the last week had a red entry and the plan was reopened since
walking-because-quota-changed = the quota was changed since the last week
walking-leg-down = Leg pain further down on { $days ->
    [1] 1 day
   *[other] { $days } days
}
walking-leg-up = Leg pain further up on { $days ->
    [1] 1 day
   *[other] { $days } days
}
walking-advice-raise = Proposed for the next week: { $quota }.
walking-advice-maintain = The target is reached. Proposed: keep { $quota }.
walking-advice-hold = Proposed for the next week: the same again, { $quota }.
walking-advice-cut = Proposed for the next week: a little less, { $quota }.
walking-advice-review = Proposed: a clinician looks at the programme before anything changes.
walking-advice-pause = Stop: walking waits until a clinician has dealt with what is red.
walking-amber-also = Also possible: split the bouts, take flatter ground.
walking-event-started = Started
walking-event-paused = Paused
walking-event-paused-by = Paused: { $symptoms }
walking-event-reopened = Reopened
walking-event-quota = From then on: { $quota }
walking-event-ended = Ended
walking-diary = walking diary
walking-diary-flag-note = From the walking diary of { $on }.
walking-diary-reason = The walking diary of { $on } has a red entry: { $symptoms }
walking-row-walked = { $minutes } min
walking-row-walked-number = bout { $number }: { $minutes } min
walking-row-missed = missed: { $reason }
walking-row-missed-number = bout { $number } missed: { $reason }
walking-row-rest = rest day
walking-row-pain = { $site } { $before } to { $after }
walking-row-pain-before = { $site } { $before } before
walking-row-pain-after = { $site } { $after } after
walking-row-back = back
walking-row-leg = leg
walking-row-settled = Back to usual within 24 hours
walking-row-settled-yes = yes
walking-row-settled-no = no
walking-row-start = Began at
walking-row-metres = Metres
walking-row-steps = Steps
walking-row-surface = Ground
walking-metres = { $count } m
walking-steps = { $count } steps
walking-known-of = { $total } in { $count } of { $all } bouts
value-surface-outdoors_level = level ground outdoors
value-surface-outdoors_uneven = uneven ground outdoors
value-surface-treadmill = treadmill
value-surface-track = track
value-surface-indoors = indoors
value-surface-water = in water
value-surface-stairs = stairs
walking-care-asked = Asked about red flags
walking-care-examined = Examination
walking-row-exertion = Exertion (6 to 20)
walking-row-back-pain = Back pain
walking-row-leg-pain = Leg pain
walking-row-ratings = { $before } before, { $after } during or after, { $morning } the next morning
walking-row-no-rating = not rated
walking-row-symptoms = Noted
walking-row-aid = Walking aid
walking-row-mood = Mood
walking-row-reason = Reason
walking-earlier = { $from } to { $to }: from { $first } to { $last }
walking-earlier-open = from { $from }: { $first }
walking-column-day = Day
walking-column-planned = Planned, min
walking-column-walked = Walked, min
walking-column-covered = Distance and ground
walking-column-back = Back pain before, after, next morning
walking-column-leg = Leg pain before, after, next morning
walking-column-noted = Noted
walking-chart-empty = No walking is recorded yet.
walking-chart-description = Minutes walked against the plan, and pain before and after bouts, over time. The same numbers stand in the table.
walking-chart-days = Minutes a day
walking-chart-weeks = Minutes a week
walking-chart-minutes = min
walking-chart-walked = Walked, a part for each bout
walking-chart-walked-week = Walked
walking-chart-planned-day = Planned for a day of walking
walking-chart-planned-week = Planned for the week
walking-chart-target-day = Target { $minutes } min a day
walking-chart-target-week = Target { $minutes } min a week
walking-chart-missed = Missed
walking-chart-rest = Rest day
walking-chart-red = Red entry
walking-chart-back = Back pain around bouts
walking-chart-leg = Leg pain around bouts
walking-chart-before = Before
walking-chart-after = During or after
walking-chart-step = { $quota }; set by { $by }, { $on }
walking-chart-pause = Paused from { $from } to { $to }
walking-chart-pause-open = Paused since { $from }
walking-chart-lower = lower is better
walking-chart-told-planned = Planned: { $minutes } min
walking-chart-told-pain = { $pain }: { $part }
letter-walking = Walking programme
letter-walking-quota = Now: { $quota }
letter-walking-target = Target: { $target }
letter-walking-open = Before it can start: { $clearance }
letter-walking-cleared = Cleared for walking by { $by }, { $on }
letter-walking-changes = Changes of the plan, the latest first:
letter-walking-change = { $on }: { $what } ({ $by }): { $reason }
letter-walking-precautions = Precautions: { $text }
letter-walking-no-plan = There is no walking plan. Written in the diary, with no plan to compare it with:
letter-walking-outside = Written in the diary on days on which no plan ran:
letter-walking-line = { $on }: { $text }
letter-walking-more = { $count ->
    [one] 1 earlier line
   *[other] { $count } earlier lines
}
letter-walking-week = Week
letter-walking-colour = Assessed as
letter-walking-walked = Minutes
letter-walking-bouts = Bouts
walking-page-title = Walking plan and diary
walking-page-plan = Plan
walking-page-now = Walk { $quota }. It leads to { $target }.
walking-page-time = The plan goes by time and not by pain: the same minutes on good days and on bad days.
walking-page-missed = Pain from 0 to 10. Write 0 and why where a walk was left out, and “rest” on a day of rest; an empty line says that nothing is known.
walking-page-none = There is no walking plan in your record. Ask us before you walk for exercise.
walking-page-how = How to walk
walking-page-less = When to walk less
walking-page-stop = Stop and seek help
walking-page-stop-text = Stop walking and seek help at once on: { $symptoms }. In an emergency call the local emergency number.
walking-page-clinic = Clinic: { $name }
walking-page-diary = Diary
walking-page-days = Diary from { $from } to { $to }.
walking-page-day = Day
walking-page-planned = Planned, min
walking-page-walked = Walked, min
walking-page-metres = Metres or steps, if known
walking-page-back = Back before / after
walking-page-leg = Leg before / after
walking-page-settled = As usual in 24 h
walking-page-notes = Notes, reason
walking-page-slash = /
walking-page-made = Made from the record on { $day }; agreed with { $by }. It shows what was recorded and makes no diagnosis.
walking-page-covered = Walked in the week of { $week }: { $covered }
walking-page-flag = A red flag is open. Walking waits until a clinician has dealt with it.
walking-flags = red flags
walking-flags-reason = Open red flag: { $flags }
