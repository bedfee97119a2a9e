# Words of the follow-up after operations, interventions and the start of a walking plan.
follow-up-heading = Follow-up
follow-up-title = { $point } after { $index } ({ $when })
follow-up-due = Due from { $from } to { $to }. No visit recorded in this time yet.
follow-up-missed = Was due from { $from } to { $to }. No visit was recorded in this time.
follow-up-visit-planned = Visit planned for { $when }: none recorded since
follow-up-visit-planned-at = Planned at an earlier visit ({ $when }).
follow-up-same-day = The same day
follow-up-review = Review
follow-up-end = At the end
follow-up-day = Day { $number }
follow-up-week = Week { $number }
follow-up-year = Yearly visit { $number }
follow-up-record = Record scores
follow-up-rules = Rules and sources
follow-up-source = Plan for { $kind }, version { $version }. Source: { $source }
follow-up-informs = A visit is one that the patient came to, or a day with a score or with red flags asked, for a walking plan also a day of its diary; it counts for the point nearest to it. What is recorded outside a window is kept. Lamina names what is due and decides nothing.

follow-up-nothing-due = Nothing is due and nothing was missed.
follow-up-whole = Whole schedule
follow-up-page = Follow-up schedule
follow-up-page-text = What follow-up counts from, the newest first. Open one to see its points, its baseline and what each visit covers.
follow-up-page-empty-title = Nothing to follow up yet
follow-up-page-empty-text = Operations, interventions, opioids and stimulators have a schedule here as soon as they are recorded, walking plans as soon as they are started.
follow-up-index = { $title }, { $when }
follow-up-index-calls = { $count ->
    [one] { $count } point due or missed
   *[other] { $count } points due or missed
}
follow-up-open-entry = Open its entry
follow-up-table = Points of the schedule
follow-up-column-point = Point
follow-up-column-window = Window
follow-up-column-state = State
follow-up-column-visit = Visit
follow-up-run = { $first } to { $last }
follow-up-window = { $from } to { $to }
follow-up-is-upcoming = Not due yet
follow-up-is-due = Due until { $to }
follow-up-is-overdue = Missed
follow-up-is-overdue-run = Missed, all { $count }
follow-up-is-done = Done
follow-up-is-done-perhaps = Done, as far as the dates tell
follow-up-is-off = Off schedule: the nearest visit lies outside the window
follow-up-is-ended = Not called for: the treatment has ended
follow-up-is-not-datable = Can’t be told: the date is not known exactly enough
follow-up-is-no-end = Can’t be told: no end is recorded
follow-up-crossed = In between: { $names }
follow-up-crossed-more = In between: { $names } and { $count } more
follow-up-crossed-one = { $title } ({ $when })
follow-up-covered = Covered: { $domains }
follow-up-not-assessed = Not assessed: { $domains }
follow-up-domain-pain = pain
follow-up-domain-function = physical function
follow-up-domain-emotion = emotional function
follow-up-domain-global = own rating of change
follow-up-domain-sleep = sleep
follow-up-others = { $count ->
    [one] { $count } other visit, kept
   *[other] { $count } other visits, kept
}
follow-up-others-table = Other visits after it
follow-up-column-label = Place
follow-up-column-domains = Domains
follow-up-off-schedule = Off schedule
follow-up-reviewed = Review
follow-up-also = Also in the window of: { $point }
follow-up-no-day = Day not known
follow-up-operation = operation
follow-up-treatment = treatment
follow-up-baseline = Baseline
follow-up-baseline-none = Nothing recorded before the { $what }
follow-up-baseline-not-datable = Can’t be told: the date of the { $what } is not known exactly enough
follow-up-baseline-fresh = { $when }, fresh: not older than { $within } before the { $what }
follow-up-baseline-older = { $when }, older than { $within } before the { $what }, not older than { $stale }
follow-up-baseline-stale = { $when }, stale: older than { $stale } before the { $what }
follow-up-baseline-perhaps = { $text }, as far as the dates tell
follow-up-before = before { $index } ({ $when }), baseline { $baseline }
follow-up-before-stale = before { $index } ({ $when }), baseline { $baseline }, stale: older than { $stale } before it
follow-up-rule = { $title } Version { $version }. Source: { $source }
