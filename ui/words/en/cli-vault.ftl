# What is said of a vault: checked, made anew, backed up, restored, and of what opens it.

cli-rebuild-done = What is derived from the record was made anew.

cli-verify-counts = { $versions ->
    [one] 1 version
   *[other] { $versions } versions
}, { $rows ->
    [one] 1 row
   *[other] { $rows } rows
} of the audit log and { $files ->
    [one] 1 attached file
   *[other] { $files } attached files
} were read
cli-verify-whole = The vault is whole: { $counts }.
cli-verify-acts = What the audit log says was done, and when last:
cli-verify-faults = { $path }: { $faults ->
    [one] 1 fault was found
   *[other] { $faults } faults were found
}; { $counts }
cli-verify-faults-derived = { $path }: { $faults ->
    [one] 1 fault was found
   *[other] { $faults } faults were found
}; { $counts }. { $derived ->
    [one] 1 of them is in what is derived
   *[other] { $derived } of them are in what is derived
}; lamina rebuild makes that anew

cli-audit-no-row = the log holds no such row

cli-backup-no-folder = there is no such folder
cli-backup-read-only = the folder can't be written
cli-backup-full = the disk is full
cli-backup-made = { $path }: { $patients ->
    [one] 1 patient
   *[other] { $patients } patients
}, { $versions ->
    [one] 1 version
   *[other] { $versions } versions
}, { $bytes ->
    [one] 1 byte
   *[other] { $bytes } bytes
}; read back and whole.

cli-restore-exists = { $path }: there already is a vault; nothing was restored. With --keep-old it is kept beside the restored one
cli-restore-newest = its newest change is of { $at }
cli-restore-newest-none = nothing was recorded in it yet
cli-restore-done = { $path }: restored as it was on { $at }: { $patients ->
    [one] 1 patient
   *[other] { $patients } patients
}, { $versions ->
    [one] 1 version
   *[other] { $versions } versions
}, { $newest }.
cli-restore-kept = The vault that was there is kept as { $path }.
cli-restore-kept-newer = The vault that was there is kept as { $path }; it holds changes that the backup does not.
cli-restore-kept-another = The vault that was there is kept as { $path }; it is another vault.
cli-restore-kept-unreadable = The vault that was there is kept as { $path }; it could not be read.

cli-recovery-type-again = it counts once it was typed again
cli-recovery-counts = The recovery key counts from now on.
cli-recovery-removed = The recovery key was removed. Its sheet opens the vault no more.
cli-recovery-used = The new passphrase opens the vault. Make a new recovery sheet now: this one was used.
cli-passphrase-changed = The passphrase was changed.
