# What went wrong below, as the command line says it: behind the path of a file, before what is true then.

# Keys and key files.
fault-key-wrong-passphrase = the passphrase does not open this vault
fault-key-name-missing = several people open this vault: say who signs in by --as NAME
fault-key-no-such-holder = this record knows nobody who opens it under that name: it is from before they were let in, or they left
fault-key-name-taken = somebody else has that name, or had it
fault-key-code-again = a code that somebody gave you can't be your own passphrase
fault-key-too-many-holders = no more people can open this vault
fault-key-wrong-recovery-key = the recovery key does not open this vault: it is of another vault, or was replaced or removed
fault-key-no-recovery-key = this vault has no recovery key
fault-key-mistyped = mistyped groups of the recovery key, counted from 1: { $groups }
fault-key-recovery-length = a recovery key has 40 letters and digits in 8 groups of 5; { $signs ->
    [one] 1 was typed
   *[other] { $signs } were typed
}
fault-key-changed = the key file was changed meanwhile
fault-key-missing = the key file is missing
fault-key-foreign = this is not a Lamina key file
fault-key-damaged = the key file is damaged
fault-key-newer = the key file has format { $found }, this program knows up to { $known }
fault-key-cost = key derivation out of range: { $kib } KiB, { $passes } passes, { $lanes } lanes
fault-key-unreached = the file can't be read or written: { $why }
fault-key-half-made = making this vault was broken off: it holds nothing, and can be made anew
fault-key-weak = the passphrase is too weak
fault-key-exists = a key file exists already
fault-key-in-use = the vault is in use
fault-key-second-name = the vault file has a second name (a hard link), under which another program could write to it; copy it and its key file into a folder of their own and use the copy, or remove the other name
fault-key-cryptography = the cryptography of this machine is unavailable

# Backups.
fault-backup-foreign = this is not a backup of a vault
fault-backup-damaged = the backup is damaged or was altered
fault-backup-newer = the backup has format { $found }, this program knows up to { $known }
fault-backup-not-whole = the record in the backup is not whole: { $faults ->
    [one] 1 fault was found
   *[other] { $faults } faults were found
}

# The record file.
fault-record-missing = there is no record file at this place
fault-record-exists = there already is a file at this place
fault-record-key-form = the key has the wrong form
fault-record-wrong-key = the record does not open with this key
fault-record-foreign = this file is not a record of this program
fault-record-cut = the record file is cut short
fault-record-damaged = the record file is damaged
fault-record-newer = the record was written by a newer version (schema { $found }; this version knows { $known })
fault-record-not-encrypted = this build cannot encrypt the record
fault-record-closed = the record is closed
fault-record-busy = the record is busy
fault-record-full = the disk is full
fault-record-read-only = the record can't be written here
fault-record-conflict = the entry was changed meanwhile (now version { $version })
fault-record-retracted = the entry was marked as entered in error
fault-record-stands = the entry was not marked as entered in error
fault-record-not-found = there is no such entry
fault-record-id-taken = there already is an entry with this id
fault-record-reason-missing = a reason is needed
fault-record-request-reused = this request was already used for something else
fault-record-unknown-column = column { $column } does not belong to { $noun }
fault-record-wrong-noun = the entry is of another kind
fault-record-unit-broken = an earlier step was refused; nothing of this change was saved
fault-record-append-only = entries can only be added, never changed or removed
fault-record-unreadable = a stored value cannot be read
fault-record-copy-differs = the copy is not what the record was
fault-record-content-differs = the file changed while it was read
fault-record-content-missing = the bytes of the file are not in the vault
fault-record-unreached = the record file cannot be reached: { $why }
fault-record-database = the database refused: { $why }
fault-record-fact = a fact could not be read: { $why }

# Work that was not done.
fault-loaded-before = the same file was loaded { $at }, and its people would stand here twice; --again loads it once more
fault-file-not-loaded = the attached file { $file } of the record could not be loaded: { $why }
fault-page = the page could not be made: { $why }
fault-not-in-role = { $role ->
        [owner] this is not yours to do
        [clinician] the role of a clinician does not include this
        [physiotherapist] the role of a physiotherapist does not include this
        [assistant] the role of an assistant does not include this
       *[auditor] the role of an auditor does not include this
    }; the log says that it was tried
fault-own-passphrase-first = you signed in by a code: set a passphrase of your own first, by `lamina passphrase`
fault-interrupted = the work was interrupted
fault-sample-value = a value of the sample was refused: { $why }
fault-sample-record = a record could not be written: { $why }

# Letters and charts.
fault-letter-font = the letter's font can't be read
fault-letter-chart = a chart can't be drawn: { $why }
fault-letter-too-long = the letter would have more than { $most ->
    [one] 1 page
   *[other] { $most } pages
}
fault-letter-pdf = the PDF can't be written: { $why }
fault-letter-no-such-page = the letter has no such page
fault-letter-picture = the page can't be drawn
fault-chart-time-reversed = the chart's time range is reversed
fault-chart-span-reversed = a date span is reversed
fault-chart-range = the range of panel { $panel } is not usable
fault-chart-value-outside = value { $index } of series { $series } in panel { $panel } lies outside the range
fault-chart-bar-outside = bar { $index } of panel { $panel } lies outside the range
fault-chart-bars-not-from-zero = the axis of panel { $panel } has bars and does not begin at zero
fault-chart-plan-outside = planned value { $index } of panel { $panel } lies outside the range
fault-chart-target-outside = the target of panel { $panel } lies outside the range
fault-chart-overlap = two bars or planned pieces of panel { $panel } share a day
fault-chart-band = the change band of panel { $panel } is not usable
fault-chart-sequence = a value of the sequence stands at none of its steps
fault-chart-too-small = the chart needs a height of at least { $needed }
fault-chart-too-narrow = the drawing needs a width of at least { $needed }
fault-chart-typeface = the chart's typeface could not be read
fault-chart-surface = the chart could not be drawn

# What a check of a vault finds.
found-chain-broken = audit log: row { $row } or the one before it was changed or is gone
found-seal-wrong = audit log: the seal of row { $row } does not fit
found-anchor-missing = audit log: row { $row }, noted elsewhere, is not there
found-version-changed = { $noun } { $id }: version { $version } is not what was written
found-version-missing = { $id }: version { $version } is gone
found-row-changed = { $noun } { $id }: the table is not what the record says
found-person-changed = patient { $id }: the list is not what the record says
found-words-changed = { $id }: the search is not what the record says
found-lists-changed = patient { $id }: the lists of the search are not what the record says
found-nobody-listed = the search: somebody is listed who is not there
found-file-changed = file { $hash }: not the bytes that were taken in
found-file-missing = file { $hash }: its bytes are gone
found-file-unnamed = file { $hash }: no version names it
found-settings-changed = the settings are not those that were set last
found-schema = { $name }: not as this program makes it
found-structure = the file: { $what }
found-structure-untold = the file: the check said nothing
found-reference-broken = the file: a row refers to one that is not there
found-page = a page of the file: { $what }
