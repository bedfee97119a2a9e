# Charts, letters and sheets: what stood in the way, and how many were written.

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

cli-sheets-twice = --instrument { $id } is named twice; nothing was written
cli-sheets-unknown = `{ $id }` is not an instrument; `lamina sheets --list` names them; nothing was written
cli-sheets-not-free = there is no sheet of `{ $id }`. { $why } Nothing was written
cli-sheets-one = { $id }: { $name }
cli-sheets-none = { $id }: { $name }: no sheet. { $why }
