# The synthetic clinic.

cli-sample-day = --as-of { $text }: write the day as YYYY-MM-DD
cli-sample-day-out-of-range = --as-of: the day must lie between 1990 and 2100
cli-sample-day-in-future = --as-of { $day }: nothing in a record lies in the future
cli-sample-loaded = { $kept } of { $count ->
    [one] 1 patient was loaded
   *[other] { $count } patients were loaded
}
cli-sample-progress = { $done } of { $count ->
    [one] 1 patient
   *[other] { $count } patients
}
