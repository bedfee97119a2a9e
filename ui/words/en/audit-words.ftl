# The audit log as the core tells it: what was done, and to what. Beside each act is how it reads after "Tried to".
audit-act-unlock = Opened the vault
    .within = open the vault
audit-act-open-chart = Opened the record
    .within = open the record
audit-act-search = Listed patients
    .within = list patients
audit-act-record = Recorded
    .within = record
audit-act-amend = Amended
    .within = amend
audit-act-retract = Marked as entered in error
    .within = mark as entered in error
audit-act-reinstate = Put back
    .within = put back
audit-act-restore = Restored an earlier state
    .within = restore an earlier state
audit-act-undo = Undid the last change
    .within = undo the last change
audit-act-load = Loaded from a file
    .within = load from a file
audit-act-remove-sample = Removed the sample clinic
    .within = remove the sample clinic
audit-act-rebuild = Derived lists and search anew
    .within = derive lists and search anew
audit-act-export = Saved as a file
    .within = save as a file
audit-act-print = Opened in another program
    .within = open in another program
audit-act-backup = Made a backup
    .within = make a backup
audit-act-roll-back = Found an earlier copy in its place
    .within = go on from an earlier copy
audit-act-settings = Changed a setting
    .within = change a setting
audit-act-make-recovery-key = Made a recovery sheet
    .within = make a recovery sheet
audit-act-remove-recovery-key = Removed the recovery sheet
    .within = remove the recovery sheet
audit-act-use-recovery-key = Set a new passphrase by the recovery sheet
    .within = set a new passphrase by the recovery sheet
audit-act-change-passphrase = Changed the passphrase
    .within = change the passphrase
audit-act-name-owner = Gave the owner a name
    .within = give the owner a name
audit-act-let-in = Let somebody in by a code
    .within = let somebody in by a code
audit-act-give-code = Gave somebody another code
    .within = give somebody another code
audit-act-set-role = Gave somebody another role
    .within = give somebody another role
audit-act-remove-person = Took somebody's passphrase away
    .within = take somebody's passphrase away
audit-act-set-profile = Set what letters say of the author
    .within = set what letters say of the author
audit-act-try = Did what the role does not include
    .within = do what the role does not include
audit-act-examine = Examined the audit log
    .within = examine the audit log
audit-act-read-unlogged = Read while nothing could be logged
    .within = read while nothing could be logged
audit-act-other = Not known to this version: { $code }
audit-tried = Tried to { $act }

audit-object-window = In the window
audit-object-command-line = From the command line
audit-object-old-vault = The vault, older than its key file knew it
audit-object-old-key-file = The key file, older than the vault knew it
audit-object-rows = { $count ->
    [one] 1 act
   *[other] { $count } acts
}
audit-object-patients = { $count ->
    [one] 1 patient
   *[other] { $count } patients
}
audit-object-log = Audit log, of everyone
audit-object-log-some = Audit log, some rows
audit-object-log-of = Audit log, of { $person }
audit-object-letter = Letter or another page
audit-object-chart = Progress chart
audit-object-record-file = Record file of all patients
audit-object-recovery-sheet = Recovery sheet
audit-object-setting = Settings of the clinic
audit-object-setting-backup = Settings of backups
audit-object-limit = Limit: { $title }
audit-object-key-file = Key file
audit-object-backup = Backup
audit-object-command = Command { $code }
audit-object-noun = A kind of entry

# What files are called that rows are saved in.
audit-file = Audit log
