# What is wrong with what was typed, in words that repair. Each stands under its field.
problem-required = Enter an answer
problem-too-long = Too long: at most { $limit } characters
problem-control-character = This text holds a character that cannot be kept. Delete it and type the text again
problem-not-a-date = “{ $text }” is not understood as a date. Type it as 3 May 2019, May 2019, summer 2019, 2019, about 2014, before 2015, between 2004 and 2008, -3w, +6w or 2 months after operation 1
problem-no-such-day = The calendar has no such day. Check the day and the month
problem-day-needed = Give the day, for example 3 May 2026
problem-two-digit-year = Type the year with four digits, as in 3.5.2019
problem-day-or-month = This can be { $one } or { $other }. Type the month in letters
problem-in-future = This lies in the future. Check the date
problem-before-birth = This lies before the birth date. Check the date
problem-year-out-of-range = The year must lie between 1850 and ten years from now
problem-no-such-anchor = There is no { $what } { $number } in this record. Check the number, or record that { $what } first
problem-named-by-others = { $count ->
    [one] Another entry counts its time from this one or names it. Change that entry first
   *[other] { $count } other entries count their time from this one or name it. Change those entries first
}
problem-not-a-link = Choose an entry from the list, or clear this line
problem-entry-gone = The entry that is named here was marked as entered in error. Choose another one, or take the line away
problem-named-twice = This entry is named above already. Take one of the two lines away
problem-not-icd-10-cm = “{ $text }” does not look like a code of ICD-10-CM. Type it as M96.1 or T84.216A
problem-code-not-whole = { $code } is the heading of more exact codes and is not coded itself. Choose one of them: { $instead }
problem-seventh-missing = { $code } needs a seventh character: A for a first treatment, D for a later one, S for a late effect. Type { $instead }
problem-not-an-interval = “{ $text }” is not a length of time. Type it as 6 weeks or 3 months
problem-not-a-level = “{ $text }” is not a level. Type it as L4-L5, L4-S1, C5/6, L3, L2-pelvis, L5 root or 3 levels
problem-side-in-levels = “{ $side }” is a side, which has a field of its own. Choose it there, and type the levels alone: { $levels }
problem-levels-unclear = “{ $text }” can mean two things. Type { $one } or { $other }
problem-level-count = { $said } levels are said, and { $named } are named. Correct one of the two
problem-two-winters = A winter belongs to two years. Type { $one } or { $other }
problem-circular-times = The times count in a circle: { $chain }. Give one of them a date, or leave it empty
problem-levels-reversed = Levels run from the upper to the lower one: { $right }
problem-not-neighbours = A disc or joint lies between neighbours; { $text } spans { $segments } segments. Type each segment
problem-side-needed = Choose a side, or say why there is none
problem-out-of-range = Type a number from { $min } to { $max }
problem-not-above-zero = Type a number above 0 and at most { $max }
problem-window-too-wide = The window can begin at most { $early ->
    [one] 1 day
   *[other] { $early } days
} before and end at most { $late ->
    [one] 1 day
   *[other] { $late } days
} after, or it would reach its neighbours
problem-first-not-smaller = Type the smaller one first and a larger one second
problem-not-a-number = “{ $text }” is not a number. Type it in digits, as in 7
problem-not-a-grade = “{ $text }” is not a grade of muscle power. Type 0, 1, 2, 3, 4-, 4, 4+, 5 or NT
problem-no-percent = This scale has no true zero: set points, not percent
problem-not-whole = Type a whole number
problem-period-of-now = Pain now looks back on no time. Leave the period empty, or choose average, worst or least
problem-relief-and-worse = Relief and “made it worse” exclude each other. Clear one of the two
problem-end-before-start = The end lies before the start. Check both dates
problem-onset-before-operation = This lies before operation { $number }, so it can't be new after it. Check the date, or say what else it has to do with the operation
problem-onset-after-operation = This lies after operation { $number }, so it can't have been there before it. Check the date, or say what else it has to do with the operation
problem-fusion-needs-segment = A fusion joins at least two vertebrae: L4-L5. Where nobody knows, type “level unknown”
problem-before-its-operation = This lies before operation { $number }. Check the date, or choose an earlier operation
problem-of-itself = An operation can't be a stage or a revision of itself. Choose another one
problem-one-procedure-a-line = A kind stands for one procedure. Give each procedure a line of its own
problem-not-a-root = A dermatome goes by its nerve root, such as L5 or S1. “{ $text }” is none
problem-not-a-region = “{ $text }” is no region of the body map
problem-not-a-measurement = “{ $text }” is not a measurement that is known here, or lacks its unit. Type it as translation 4 mm, canal 80 mm², T-score -2.5 or Modic 2
problem-changed-and-normal = A change is named here. Choose abnormal, or take the change away
problem-not-a-distance = Give a distance, such as 200 m, 600 ft or half a mile
problem-not-minutes = Give minutes, such as 20, or “unlimited”
problem-response-before-start = The response lies before the start of the treatment. Check both dates
problem-other = This needs another look
problem-medicine-of-other-kind = A medicine line belongs to the kind Medicine. Choose that kind, or clear the line
problem-do-not-go-together = These exclude each other. Keep one of them
problem-injection-of-other-kind = How it was injected does not fit this kind of treatment. Choose the kind and type that fit, or clear it
problem-therapy-of-other-kind = Sessions and content belong to a therapy. Choose such a kind, or clear them
problem-other-medicine = A change of dose is of the same medicine. Record another medicine as a treatment of its own
problem-running-and-ended = It cannot be ongoing and have ended. Take the reason back, or choose Ended
problem-same-bout = This bout, or a rest day, already stands in the diary of this day. Give the bout another number, or amend that line
problem-baseline-incomplete = A baseline is at least three bouts on three days, one of them a bad day and one of them not. Complete it, or leave it empty
problem-not-a-time = “{ $text }” is not a time of day. Type it as 10:30
problem-not-clear = Walking is not cleared yet. { $why }
problem-plan-not-ended = A walking plan still stands. End it before another begins
problem-plan-state = This does not fit the plan as it stands. Look at its status and its day again
problem-pause-stays = A pause stays in the record as it is. Reopen the plan instead
# Why a line is not understood as a medicine.
medicine-no-name = Begin with the name of the medicine
medicine-refused-name = “{ $text }” is not taken as a name: { $because }
medicine-two-meanings = “{ $text }” can mean two things: { $one } or { $other }. Type it in full
medicine-not-understood = “{ $text }” is not understood. Type it another way, or clear the line and use the fields for words
medicine-not-a-frequency = “{ $text }” is not a frequency. Type it as twice a day, every 6 hours or once a week
medicine-not-a-number = “{ $text }” is not an amount. Type it in digits, as in 2.5
medicine-two-numbers = “{ $text }” could be { $one } or { $other }. Type it so that it is only one of them
medicine-range-reversed = A range runs upwards: { $low } to { $high }
medicine-zero = This cannot be zero. Leave it out, or say “not taking”
medicine-unit-missing = “{ $text }” has no unit. Add { $usual }
medicine-unusual-unit = { $name } in { $unit } is unusual; { $usual } is usual. Check the unit
medicine-amounts-dont-match = { $names ->
    [one] One ingredient
   *[other] { $names } ingredients
} and { $amounts ->
    [one] one amount
   *[other] { $amounts } amounts
}: give each ingredient its amount
medicine-amounts-exchanged = { $name } { $amount } is more than the paracetamol beside it. Check which amount is which
medicine-brand-as-ingredient = { $brand } is a brand. Name what it holds: { $holds }
medicine-names-disagree = { $brand } does not hold what stands beside it. Check the names
medicine-twice = The { $what } is given twice, at “{ $text }”. Type each dose as a treatment of its own
medicine-second-amount = “{ $text }” begins a second amount or medicine. Type each as a treatment of its own
medicine-not-clear = “{ $text }” is not clear: { $hint }
medicine-hint-once = once a day, or once in all? Type once a day, or record a single dose as one-off without it
medicine-hint-single = record a single dose as one-off, without it
medicine-hint-continuous = type the strength an hour or the sum for a day
medicine-hint-amount-a-day = type how much a day, such as taking 2 tablets a day
medicine-hint-own-line = type each dose and each medicine as a line of its own
medicine-changed-too-often = A patch that is changed { $changed } is unusual. Type how often it is changed, or how many are worn
medicine-dose-of-mixture = A dose in mg does not say of which ingredient. Type the number of tablets or mL
problem-quota-runs = The plan has started. Change the quota from a day on, so that earlier weeks keep theirs
problem-not-a-content-hash = Choose the file again
problem-file-not-at-hand = The file was moved or changed since it was chosen. Choose it again; what you typed is kept
problem-file-in-record = This record has this very file already. Nothing was attached a second time
problem-names-another-person = The file names another person. Check whose it is; if it belongs here, say so below
problem-too-many-files = This record holds { $most } files, as many as a record can. Mark one that is not needed as an error first
problem-no-room-for-files = The vault holds { $most } GiB of files at most, and there is no room for this one
