# Charts and letters: what stood in the way, and how many were written.

cli-letter-unmade = { $what }; nothing was written
cli-letter-date = --date { $text }: write the date as YYYY-MM-DD
cli-letter-nobody = nobody was found; no letter was written
cli-letter-written = { $count ->
    [one] 1 letter was written
   *[other] { $count } letters were written
} to { $folder }
cli-letter-written-before = { $count ->
    [one] 1 letter was written
   *[other] { $count } letters were written
} before this
cli-letter-folder-not-empty = { $folder }: the folder is not empty; nothing was written
