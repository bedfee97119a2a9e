# Words of the progress of a patient: the drawing, the verdicts and the table of scores.
progress-title = Progress
progress-verdicts = Verdicts
progress-no-verdict = A verdict needs two scores of the same measure with known dates.
progress-chart = Scores over time with operations and treatments marked
progress-as-table = Show as table
progress-table = Scores
progress-when = When
progress-measure = Measure
progress-value = Value
progress-change = Change
progress-note = Note
progress-count-from = Count from
progress-count-from-here = Count change from here
progress-count-change-from = Count change from
progress-first-score = The first score of each measure
progress-last-before = Last before { $events }: { $score }
progress-time-shown = Time shown
progress-whole-time = Whole record
progress-period-years =
    { $count ->
        [one] The last 12 months
       *[other] The last { $count } years
    }
progress-period-since = Since operation { $number }: { $what }, { $when }
progress-earlier =
    { $count ->
        [one] One earlier value is not drawn. The verdicts and the table have it.
       *[other] { $count } earlier values are not drawn. The verdicts and the table have them.
    }
progress-nothing-since = Nothing of what is drawn lies in the time that is shown.
progress-operation = operation { $number }
progress-treatment = treatment { $number }
progress-and = { $one } and { $other }
progress-picked-score = Picked: { $measure } { $value }, { $when }
progress-not-judged = Not judged
progress-counted-from-here = Counted from here
progress-nothing-to-compare = Nothing to compare with
progress-not-placed = { $count ->
    [one] { $count } score has no date that can be drawn and stands in the table only: { $names }
   *[other] { $count } scores have no date that can be drawn and stand in the table only: { $names }
}
progress-score = { $measure } { $value }, { $when }
progress-not-placed-rest = { $count } more
progress-nothing-chosen = Nothing is chosen to be drawn. What was measured can be chosen under “What is drawn”.
progress-nothing-drawn = There is no number to draw. All scores are in the table.
progress-sequence = No score has a date that can be placed. They are drawn as steps in the order of the record, not on a time scale.
progress-refused = The drawing could not be shown. The scores are unchanged and are in the table.
progress-treatments-not-placed = { $count ->
    [one] { $count } treatment has no date that can be drawn and stands on the ladder only.
   *[other] { $count } treatments have no date that can be drawn and stand on the ladder only.
}
progress-baseline-gone = The score from which change was counted no longer stands. Change is counted from the first again.
progress-empty-title = No scores yet
progress-empty-text = Pain ratings and questionnaire totals are drawn here over time, with operations and treatments marked.
keys-progress-table = Show the scores as a table
progress-values = { $count ->
    [one] 1 value in the drawing
   *[other] { $count } values in the drawing
}
progress-values-keys = Left and right go along a line in the order of time, up and down to the next line. Escape closes the label.
progress-told = { $what }, { $when }
progress-lines = What is drawn
progress-lines-what = { $drawn } of { $all }
progress-lines-hint = Each on an axis of its own. The choice holds for every patient in this window.
progress-line-count = { $label }, { $count ->
    [one] 1 value
   *[other] { $count } values
}
progress-group-score = Scores and tests
progress-group-laboratory = Laboratory
progress-group-measured = Measured
progress-group-tolerance = Tolerances
progress-group-examination = Examination
progress-group-walking = Walking
progress-measured = Measured values
progress-no-place = not drawn: no date
