# Words of the progress chart.
chart-to = { $label } to { $ended }
chart-no-score-with-a-date-yet = No score with a date yet
chart-scores-over-time-with-operations-and = Scores over time with operations and treatments marked
chart-bar-the-day-is-not-known = Bar: the day is not known
chart-better = better
chart-worse = worse
chart-no-change-band-none-of-these = { $direction } · no change band: none of these lines was chosen to count from
chart-of-it = { $amount } % of it
chart-change = { $name }: change
chart-that-matters-from = { $of } that matters: { $words } ({ $source }) from { $value } ({ $when })
chart-pain-0-to-10 = Pain, 0 to 10
chart-disability-odi = Disability (ODI)
chart-change-2 = Change
