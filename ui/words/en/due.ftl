# Words of the list of who is due for follow-up in the clinic.
due-title = Due for follow-up
due-what = What
due-until-column = Until
due-until = Due until { $until }
due-planned-for = Planned for { $until }
due-missed-on = Missed, closed { $until }
due-open = { $count ->
    [one] { $count } person is due.
   *[other] { $count } people are due.
}
due-missed = { $count ->
    [one] { $count } person has missed a visit and has none due.
   *[other] { $count } people have missed a visit and have none due.
}
due-more = and { $count } more
due-show-more = Show more ({ $count } not shown)
due-none-title = Nobody is due
due-none-text = Everyone with an open or missed follow-up window after an operation, an intervention or the start of a walking plan is listed here, and everyone whose planned visit has passed with none recorded since.
rail-due = Due
keys-due = Go to who is due
