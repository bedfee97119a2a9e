# Attached files: taken in, listed, and copied out again.

cli-attach-left-out = { $path }: { $skipped ->
    [one] 1 link or unreadable thing was left out
   *[other] { $skipped } links or unreadable things were left out
}
cli-attach-left-out-and-more = { $path }: { $skipped ->
    [one] 1 link or unreadable thing was left out
   *[other] { $skipped } links or unreadable things were left out
}, and more than are looked at
cli-attach-attached = attached
cli-attach-already = in the record already
cli-attach-refused-why = refused: { $why }
cli-attach-counts = { $attached } attached, { $already } in the record already, { $refused } refused.
cli-attach-refused = { $refused } of { $count ->
    [one] 1 file was not attached; nothing of it is kept
   *[other] { $count } files were not attached; nothing of them is kept
}
cli-documents-bytes = { $bytes ->
    [one] 1 byte
   *[other] { $bytes } bytes
}
cli-copy-no-such-document = --document { $number }: the record has no such document; lamina documents lists them
