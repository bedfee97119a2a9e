# Scores from rows of a table, and the opioid load of typed lines.

# The file and its rows.
cli-score-unknown = `{ $id }` is not an instrument; known are { $known }
cli-score-no-text = { $name }: no row is text
cli-score-in-row = { $name }, row { $row }: { $what }
cli-score-names-alone = { $name } holds names and no row to score
cli-score-row = row { $row }: { $what }
cli-score-refused = { $refused } of { $count ->
    [one] 1 row was refused
   *[other] { $count } rows were refused
}
cli-score-not-text = this is not text
cli-score-empty = { $name } is empty: there is no row to score
cli-score-written-in = { $name } is written in { $what }; save it as CSV in UTF-8 and score it again
cli-score-utf-16-damaged = damaged UTF-16
cli-score-utf-16-unmarked = UTF-16 without a mark at its beginning, or is no text
cli-score-spreadsheet = the format of a spreadsheet program
cli-score-tabs-and-semicolons = { $name }: the first line holds tabs and semicolons, so that the columns can't be told apart

# A cell.
cli-score-answer-not-a-number = answer { $number }: `{ $cell }` is not a number
cli-score-not-a-number = `{ $cell }` is not a number

# Which column holds which answer.
cli-score-whole = the score
cli-score-questions = question { $numbers }
cli-score-not-named = the first row is no row of answers, and no column is named for { $missing }. { $expected }
cli-score-named-twice = two columns are named for { $what }: `{ $one }` and `{ $other }`
cli-score-no-names = the first row holds answers and no names; leave out --header. { $expected }
cli-score-two-readings = { $width } columns without names can be { $counted } answers behind another column, or all { $width } questions of the form. { $expected }
cli-score-width-named = { $width ->
    [one] 1 column is named
   *[other] { $width } columns are named
}, { $found ->
    [one] 1 cell given
   *[other] { $found } cells given
}
cli-score-width-one = number of answers: 1 expected, { $found } given; a decimal comma needs quotes around the number, or semicolons between columns
cli-score-width = number of answers: { $width } expected, { $found } given; leave a blank for each that is missing
cli-score-expected = Expected in the first row: { $names }, in any order; other columns such as an id are left alone.
cli-score-expected-total = a column `total` or `{ $form }`
cli-score-expected-number = a column `{ $form }` or `score`
cli-score-expected-questions = columns `q1` to `q{ $count }` or `{ $form }_1` to `{ $form }_{ $count }`

# The opioid load.
cli-mme-no-such-table = `{ $name }` is not a table; known are { $known }
cli-mme-table = --table: { $what }
cli-mme-line = line { $line }: { $what }
cli-mme-no-total = no total is given while a line is not understood
