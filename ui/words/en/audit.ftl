# Words of the screen of the audit log.
audit-title = Audit log
audit-back = Back to settings
audit-back-record = Back to the record
audit-lead = Who opened which record, what was recorded, changed or taken out, when and why. Rows are only ever added. Looking into the log is noted in it too.
audit-settings = Audit log
audit-settings-text = Who opened which record and who changed what, and whether the log is whole.
audit-settings-open = Open the audit log
audit-of-record = Who opened this record
keys-audit = Go to the audit log

audit-check = Verification
audit-unchecked = Not verified since the vault was opened.
audit-whole = Verified whole up to row { $rows } on { $at }.
audit-whole-with = { $versions ->
    [one] 1 version
   *[other] { $versions } versions
} of entries and { $files ->
    [one] 1 attached file
   *[other] { $files } attached files
} are as the log says.
audit-verify = Verify now
audit-verifying = Verifying
audit-verifying-text = Every row, every version, what is derived from them and every attached file is read. Nothing can be saved meanwhile, and leaving this page stops it.
audit-stop = Stop
audit-stopped = Stopped before the end.
audit-faults = { $count ->
    [one] 1 fault was found on { $at }, up to row { $rows }
   *[other] { $count } faults were found on { $at }, up to row { $rows }
}
audit-faults-text = Something in the vault is not as it was written. Leave it as it is, keep it with its key file, and compare it with a backup.
audit-faults-derived = The log and the record are whole. What is derived from them, such as lists and the search, is not: “lamina rebuild” on the command line makes it anew.
audit-faults-more = and { $count } more

audit-filter = Which rows
audit-person = Person
audit-person-any = Everyone
audit-act = What was done
audit-act-any = Anything
audit-from = From
audit-until = Until
audit-day-hint = A day, a month or a year
audit-show = Show rows
audit-clear = Clear
audit-about = Only rows about { $name }.
audit-about-gone = Only rows about a patient who is not listed any more.
audit-about-all = Rows about everyone
audit-save = Save as a table (CSV)
audit-saved = { $rows ->
    [one] 1 row was saved
   *[other] { $rows } rows were saved
} as { $name } in { $folder }. The file is not encrypted.

audit-shown-all = { $count ->
    [one] 1 row, of { $total } in the whole log.
   *[other] { $count } rows, the newest first, of { $total } in the whole log.
}
audit-shown-first = The newest { $count } rows. The whole log has { $total }.
audit-more = Show earlier rows
audit-none-title = No row matches
audit-none-text = The whole log has { $total ->
    [one] 1 row
   *[other] { $total } rows
}. Ask for other days, another person or another act.

audit-when = When
audit-who = Who
audit-what = What
audit-whom = Patient
audit-why = Why
audit-row = Row { $row }
audit-outcome-done = Done
audit-outcome-refused = Refused
audit-outcome-failed = Did not work
audit-patient-gone = Not listed any more
audit-short-id = …{ $id }
audit-version = version { $version }
audit-exact = Exact time (UTC)
audit-outcome = Outcome
audit-object = About
audit-object-id = In the log as
audit-object-version = Version
