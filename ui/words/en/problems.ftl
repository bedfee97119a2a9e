# What is wrong with what was typed, in words that repair. Each stands under its field.
problem-required = Fill this in
problem-too-long = Too long: at most { $limit } characters
problem-control-character = This text holds a character that cannot be kept. Delete it and type the text again
problem-not-a-date = “{ $text }” is not understood as a date. Type it as 3 May 2019, May 2019, 2019, about 2014 or -3w
problem-no-such-day = The calendar has no such day. Check the day and the month
problem-two-digit-year = Type the year with four digits, as in 3.5.2019
problem-in-future = This lies in the future. Check the date
problem-before-birth = This lies before the birth date. Check the date
problem-year-out-of-range = The year must lie between 1850 and ten years from now
problem-no-such-anchor = There is no { $what } { $number } in this record. Check the number, or record that { $what } first
problem-named-by-others = { $count ->
    [one] Another entry counts its time from this one. Change that entry first
   *[other] { $count } other entries count their time from this one. Change those entries first
}
problem-not-an-interval = “{ $text }” is not a length of time. Type it as 6 weeks or 3 months
problem-not-a-level = “{ $text }” is not a level. Type it as L4-L5, L4-S1, C5/6 or L3
problem-levels-reversed = Levels run from the upper to the lower one: { $right }
problem-not-neighbours = A disc or joint lies between neighbours; { $text } spans { $segments } segments. Type each segment
problem-side-needed = Choose a side, or say why there is none
problem-out-of-range = Type a number from { $min } to { $max }
problem-not-a-number = “{ $text }” is not a number. Type it in digits, as in 7
problem-not-whole = Type a whole number
problem-relief-and-worse = Relief and “made it worse” exclude each other. Clear one of the two
problem-end-before-start = The end lies before the start. Check both dates
problem-other = This needs another look
