# Words of backups: how they are made, what went wrong, and putting one back in place.
backup-title = Backup
backup-what = A backup is one encrypted file with everything in the vault. The passphrase and the recovery sheet of the day on which it is made open it, also after they were changed.
backup-on = Back up by itself
backup-on-hint = When Lamina locks or closes and something was saved, and every four hours while it is open.
backup-folder = Where
backup-folder-beside = Beside the vault
backup-folder-drive = { $place }
backup-folder-absent = { $place } (not there now)
backup-folder-hint = A backup on the same drive as the vault does not help when that drive is lost.
backup-now = Back up now
backup-running = Backing up
backup-none = No backup has been made yet.
backup-last = Last backup { $at }: { $patients ->
    [one] 1 patient
   *[other] { $patients } patients
}, { $size }, read back and whole.
backup-due = Something was saved since then.
backup-same = Nothing was saved since then.
backup-elsewhere = Last backup on another drive { $at }.
backup-elsewhere-none = No backup lies on another drive.
backup-size-kb = { $size } KB
backup-size-mb = { $size } MB
backup-failed = The backup of { $at } was not made. { $why }
backup-why-no_folder = { $place } is not there. Connect the drive, then back up now. Until then backups are made beside the vault.
backup-why-read_only = { $place } cannot be written. Allow writing there or choose another place, then back up now.
backup-why-full = The disk of { $place } is full. Free some space or choose another place, then back up now.
backup-why-damaged = A part of the vault could not be read. The vault was left as it was. Keep the earlier backups, and have the vault checked.
backup-why-other = { $place } could not be used. Choose another place, or try again.

backup-line-none = No backup of this vault has been made yet.
backup-line-old = The last backup is older than two days: { $at }.
backup-line-same-drive = No backup lies on another drive. If this drive is lost, the backups on it are lost too.
backup-line-open = Backup settings

restore-open = Restore from a backup
restore-title = Restore from a backup
restore-back = Back
restore-looking = Looking for backups
restore-none = No backup was found. Lamina looks beside the vault and on drives that are connected. Connect the drive that holds the backups, then look again.
restore-again = Look again
restore-which = Backup
restore-choose = Choose a backup
restore-found = { $at }, { $patients ->
    [one] 1 patient
   *[other] { $patients } patients
} · { $place }
restore-passphrase = Passphrase or recovery key of the backup
restore-passphrase-hint = One that opened the vault when the backup was made. A sheet that was made later does not open it.
restore-choose-first = Choose the backup.
restore-look = Check this backup
restore-checking = Checking every page of it
restore-seen = Whole. Made { $at }, with { $patients ->
    [one] 1 patient
   *[other] { $patients } patients
} and { $versions ->
    [one] 1 entry or change
   *[other] { $versions } entries and changes
}.
restore-newest = Last recorded in it: { $at }.
restore-newest-none = Nothing was recorded in it yet.
restore-place-nothing = There is no vault in its place.
restore-place-same = The vault in its place holds nothing that the backup lacks. It will be kept aside.
restore-place-newer = The vault in its place holds something newer, last recorded { $at }. Restoring puts that out of use; the vault will be kept aside.
restore-place-another = Another vault is in its place. It will be kept aside.
restore-place-unreadable = The files in its place cannot be read. They will be kept aside.
restore-action = Restore it
restore-replace = Restore it and keep the old vault aside
restore-ask = Put this backup in place of the vault?
restore-ask-text = The vault that is there now is not deleted. It stays beside the restored one, with .kept- and the date at the end of its name.
restore-restoring = Restoring
restore-done = Restored. Unlock it with the passphrase of the backup, or with its recovery sheet.
restore-kept = The vault that was there is kept as { $place }
