# What is wrong with a value in a record file or on the command line, for whoever wrote it.
file-problem-required = this has to be filled in
file-problem-too-long = too long: at most { $limit ->
    [one] 1 character
   *[other] { $limit } characters
}
file-problem-control-character = holds a control character
file-problem-not-a-date = `{ $text }` is not a date that Lamina understands; try 3 May 2019, May 2019, summer 2019, 2019, about 2019, before 2019, between 2004 and 2008, age 38, or 2 months after operation 1
file-problem-no-such-day = there is no such day
file-problem-day-needed = give the day, such as 3 May 2019
file-problem-two-digit-year = write the year with four digits
file-problem-two-winters = a winter belongs to two years; write { $one } or { $other }
file-problem-in-future = this lies in the future
file-problem-before-birth = this lies before the birth date
file-problem-year-out-of-range = the year is outside 1850 to ten years from now
file-problem-no-such-anchor = there is no { $what } { $number } in this record
file-problem-circular-times = the times count in a circle: { $chain }; give one of them a date, or write unknown
file-problem-named-by-others = { $count ->
    [one] 1 other entry counts its time from this one or names it
   *[other] { $count } other entries count their time from this one or name it
}
file-problem-not-a-link = `{ $text }` names no entry that can stand here; write its kind and number, as in imaging 2
file-problem-entry-gone = the entry that is named here ({ $what }) no longer stands
file-problem-named-twice = the same entry is named twice
file-problem-not-icd-10-cm = `{ $text }` is not of the form of a code of ICD-10-CM; write it as M96.1 or T84.216A
file-problem-code-not-whole = { $code } is the heading of more exact codes; choose one of them, such as { $instead }
file-problem-seventh-missing = { $code } needs a seventh character: A for a first treatment, D for a later one, S for a late effect; write { $instead }
file-problem-same-bout = the diary has an entry for this bout or a rest day on this day already
file-problem-baseline-incomplete = a baseline is at least three bouts on different days, one of them on a bad day and one on another
file-problem-not-a-time = `{ $text }` is not a time; try 10:30
file-problem-not-clear = walking can't start or go on yet: { $why }
file-problem-plan-not-ended = the last plan has not ended; end it first
file-problem-quota-runs = the plan has started; change the quota from a day on, so that earlier weeks keep theirs
file-problem-plan-state = this does not fit the plan as it stands
file-problem-pause-stays = a pause is not taken back or changed; a clinician reopens the plan
file-problem-day-or-month = this can be { $one } or { $other }; write the year first, as in 2019-05-03, or the month in letters
file-problem-not-an-interval = `{ $text }` is not a length of time; try 6 weeks or 3 months
file-problem-not-a-level = `{ $text }` is not a level; try L4-S1, C5/6, L3, L2-pelvis, L5 root or 3 levels
file-problem-levels-reversed = levels run from the upper to the lower one: { $right }
file-problem-not-neighbours = a disc lies between neighbouring vertebrae; { $text } spans { $segments ->
    [one] 1 segment
   *[other] { $segments } segments
}
file-problem-side-in-levels = `{ $side }` is a side, which has a field of its own; write the levels alone: { $levels }
file-problem-levels-unclear = `{ $text }` can mean two things; write { $one } or { $other }
file-problem-level-count = { $said ->
    [one] 1 level is said
   *[other] { $said } levels are said
} and { $named ->
    [one] 1 is named
   *[other] { $named } are named
}
file-problem-side-needed = say which side
file-problem-out-of-range = must lie between { $min } and { $max }
file-problem-not-above-zero = must be above 0 and at most { $max }
file-problem-window-too-wide = can begin at most { $early ->
    [one] 1 day
   *[other] { $early } days
} before and end at most { $late ->
    [one] 1 day
   *[other] { $late } days
} after
file-problem-first-not-smaller = the first has to be the smaller one
file-problem-not-a-number = `{ $text }` is not a number
file-problem-not-a-grade = `{ $text }` is not a grade of muscle power; try 0, 1, 2, 3, 4-, 4, 4+, 5 or NT
file-problem-no-percent = this scale has no true zero, so only points can be set
file-problem-not-whole = only whole numbers are possible
file-problem-relief-and-worse = relief and worsening exclude each other
file-problem-period-of-now = pain now looks back on no time; leave the period out or choose average, worst or least
file-problem-end-before-start = the end lies before the start
file-problem-onset-before-operation = it began before operation { $number } and can't be new after it
file-problem-onset-after-operation = it began after operation { $number } and can't have been there before it
file-problem-fusion-needs-segment = a fusion joins at least two vertebrae, such as L4-L5; where nobody knows, say "level unknown"
file-problem-before-its-operation = it lies before operation { $number }, which it names as an earlier one
file-problem-of-itself = an operation can't be a stage or a revision of itself
file-problem-one-procedure-a-line = a code stands for one procedure; give each a line of its own
file-problem-not-a-root = { $text } is no nerve root
file-problem-not-a-region = "{ $text }" is no region of the body map
file-problem-not-a-measurement = `{ $text }` is no measurement that is known here or lacks its unit; write it as translation 4 mm, canal 80 mm², T-score -2.5 or Modic 2
file-problem-changed-and-normal = a change is named in what is said to be normal or not tested
file-problem-not-a-distance = "{ $text }" is no distance such as 200 m or 600 ft
file-problem-not-minutes = "{ $text }" is no number of minutes and not "unlimited"
file-problem-response-before-start = the response lies before the start of the treatment
file-problem-running-and-ended = it can't go on and have ended; take the reason back, or say that it has ended
file-problem-medicine-of-other-kind = a medicine belongs to a treatment of the kind medicine
file-problem-do-not-go-together = two things that exclude each other
file-problem-injection-of-other-kind = how it was injected does not fit this kind or type of treatment
file-problem-therapy-of-other-kind = a therapy belongs to a treatment that goes by sessions
file-problem-other-medicine = a change of dose has to be of the same medicine, or a treatment of its own
file-medicine-no-name = a medicine has to be named
file-medicine-too-long = too long: at most { $limit ->
    [one] 1 character
   *[other] { $limit } characters
}
file-medicine-control-character = holds a control character
file-medicine-refused-name = `{ $text }` is not taken as a name: { $because }
file-medicine-two-meanings = `{ $text }` can mean two things: { $one } or { $other }
file-medicine-not-understood = `{ $text }` was not understood
file-medicine-not-a-frequency = `{ $text }` is not a frequency; try twice a day, every 6 hours or once a week
file-medicine-not-a-number = `{ $text }` is not an amount (0 to 999999, at most six decimals)
file-medicine-two-numbers = `{ $text }` could be { $one } or { $other }; write it so that it is only one of them
file-medicine-range-reversed = a range runs upwards: { $low } to { $high }
file-medicine-zero = this can't be zero
file-medicine-unit-missing = `{ $text }` has no unit; write { $usual }
file-medicine-second-amount = `{ $text }` begins a second amount or medicine; write each as a line of its own
file-medicine-not-clear = `{ $text }` is not clear: { $hint }
file-medicine-changed-too-often = a patch that is changed { $changed } is unusual; write how often it is changed, or how many are worn
file-medicine-unusual-unit = { $name } in { $unit } is unusual, { $usual } is usual; check the unit
file-medicine-amounts-dont-match = { $names ->
    [one] 1 ingredient
   *[other] { $names } ingredients
} and { $amounts ->
    [one] 1 amount
   *[other] { $amounts } amounts
}: give each ingredient its amount
file-medicine-amounts-exchanged = { $name } { $amount } is more than the paracetamol beside it; check which amount is which
file-medicine-brand-as-ingredient = { $brand } is a brand; name what it holds: { $holds }
file-medicine-names-disagree = { $brand } does not hold what stands beside it
file-medicine-twice = the { $what } is given twice, at `{ $text }`; write each dose as a line of its own
file-medicine-dose-of-mixture = a dose in mg does not say of which ingredient; give the number of tablets or mL

# Why a set of answers, or a score that was kept, is refused.
refusal-item-count = number of answers: { $expected } expected, { $found } given; leave a blank for each that is missing
refusal-item = answer { $number }: { $problem }
refusal-no-such-points = answer { $number }: these points do not exist for this question
refusal-wrong-kind = answer { $number }: { $expected }
refusal-unknown-edition = `{ $edition }` is not a version of this instrument that Lamina knows
refusal-total = the total: { $problem }
refusal-no-total = this instrument has no total to enter
unfit-unknown-instrument = `{ $id }` is not an instrument that Lamina knows
unfit-own-form = `{ $id }` has a form of its own: give it as measure `{ $id }`
unfit-part = part `{ $key }`: { $refusal }
unfit-other = the score names another instrument or version than the measure does
unfit-number-or-reason = a score is a number or has a reason, never both and never neither
unfit-foreign = `{ $text }` does not belong to this instrument
unfit-licensed = answers are kept only where the wording of the form is free
unfit-activities = each of the patient's own activities needs its rating, up to five, and only of an instrument that asks for them
unfit-nothing = answers, a total or a score is needed
expected-one-of-the-answers = this is not one of the answers
expected-word = give the answer as a word; a number alone does not say which of two codings it belongs to
expected-number = a number is expected
expected-not-unable = unable is no answer to this question
file-problem-not-a-content-hash = has to be the SHA-256 of the file as 64 hexadecimal digits in small letters
file-problem-file-not-at-hand = the file is not at hand any more; choose it again
file-problem-file-in-record = the record has this very file already
file-problem-names-another-person = the file names another person than the record
file-problem-too-many-files = a record holds at most { $most } files
file-problem-no-room-for-files = a vault holds at most { $most } GiB of files, and this one would be more
