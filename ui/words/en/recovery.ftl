# Words of recovery: the sheet, making it, using it, and another passphrase.
recovery-title = Recovery sheet
recovery-what = A recovery sheet opens the vault when its passphrase is forgotten. Without one nobody can, and the records are lost.
recovery-none = There is no recovery sheet for this vault.
recovery-made = The sheet of { $at } opens this vault. Earlier ones do not.
recovery-make = Make a recovery sheet
recovery-make-new = Make a new sheet
recovery-make-new-hint = From then on the old one opens nothing but backups that were made before.
recovery-remove = Remove the recovery key
recovery-remove-ask = Remove the recovery key?
recovery-remove-ask-text = The sheet then opens this vault no more, and a forgotten passphrase cannot be replaced. Backups that were made before still open by it.
recovery-removed = The recovery key was removed. The sheet opens this vault no more.
recovery-passphrase = Passphrase of this vault
recovery-passphrase-hint = Asked for whenever what opens the vault is changed.
recovery-making = Making the sheet
recovery-removing = Removing

recovery-write = Print this recovery key, or write it down
recovery-write-text = It is shown only now and kept nowhere. Put the sheet where you keep what must not be lost, and not beside this computer.
recovery-key = Recovery key
recovery-print = Print the sheet
recovery-printed = The sheet was handed to the viewer. Print it from there.
recovery-save = Save the sheet as a file
recovery-saved = Saved as { $name } in { $folder }. Print it and delete the file: whoever has it and the vault can read every record.
recovery-written = I have it on paper
recovery-later = Later
recovery-again-title = Type the recovery key from the paper
recovery-again-text = It counts once it was typed again.
recovery-again-hint = 8 groups of 5 letters and digits. Capitals and spaces do not matter.
recovery-again-back = Show the key again
recovery-keep = Keep this recovery key
recovery-keeping = Keeping it
recovery-kept = The recovery sheet of { $at } counts from now on.
recovery-missing = Type the recovery key of the sheet.

recovery-problem-wrong = This recovery key does not open this vault. It belongs to another vault, or a newer sheet took its place. Look for the sheet with the latest date.
recovery-problem-none = This vault has no recovery key: none was made, or it was removed.
recovery-problem-mistyped = { $count ->
    [one] Group { $groups } is mistyped. Compare it with the sheet.
   *[other] Groups { $groups } are mistyped. Compare them with the sheet.
}
recovery-problem-length = The recovery key has 40 letters and digits; { $signs ->
    [0] none are typed
    [one] 1 is typed
   *[other] { $signs } are typed
}.
recovery-problem-another = This is the recovery key of another sheet. Type the one that was just shown.

recovery-forgot = I forgot the passphrase
recovery-use-title = Open the vault with the recovery sheet
recovery-use-text = Type the recovery key of the sheet. Then you set a new passphrase; the forgotten one opens nothing any more.
recovery-use-key = Recovery key of the sheet
recovery-use-check = Go on
recovery-use-checking = Trying the recovery key
recovery-use-right = The recovery key opens this vault. Set a new passphrase.
recovery-use-action = Set the passphrase and open the vault
recovery-use-setting = Opening the vault
recovery-use-back = Back
recovery-use-none = Without the passphrase and without a recovery sheet nobody can open the vault.
recovery-use-named = The new passphrase becomes that of the owner. Anybody else who forgot theirs asks the owner for another code.
recovery-after-use = Make a new sheet now: the old one was used.

recovery-line-none = No recovery sheet was made. If the passphrase is forgotten, all records are lost.
recovery-line-open = Make one in the settings
recovery-only-reads = Nothing can be written where the vault lies: its disk is full or read-only. Records can be read; nothing new can be saved, and the audit log does not say who read what. Free some space or allow writing, then lock and unlock.
recovery-older-vault = The record file is older than it was when Lamina last closed it: an earlier copy was put in its place, and what was recorded after it is missing. Restore the newest backup, and find out who did it.
recovery-older-key_file = An earlier copy of the key file was put in place. A passphrase or a recovery sheet that was replaced opens the vault again. Set a new passphrase and make a new sheet.

passphrase-title = Passphrase
passphrase-what = The new one takes the place of the old one at once. Backups that were made before still open by the old one.
passphrase-current = Passphrase until now
passphrase-new = New passphrase
passphrase-again = New passphrase again
passphrase-change = Change the passphrase
passphrase-changing = Changing it
passphrase-changed = The passphrase was changed. The recovery sheet stays as it is.

# The sheet itself, in print.
recovery-sheet-title = Lamina recovery sheet
recovery-sheet-key = Recovery key
recovery-sheet-what = What this is
recovery-sheet-what-text = With this key a Lamina vault is opened when its passphrase is forgotten. Whoever has this sheet and the files of the vault can read every record in it. The key is kept nowhere else.
recovery-sheet-opens = What it opens
recovery-sheet-vault = Vault: { $name }
recovery-sheet-folder = Where it was: { $place }
recovery-sheet-id = Number of the vault: { $id }
recovery-sheet-made = Made { $at }
recovery-sheet-where = Where it belongs
recovery-sheet-where-safe = Into a safe or a sealed envelope, as any key to patients' records.
recovery-sheet-where-apart = Apart from the computer and from the backups.
recovery-sheet-where-files = Not as a photograph and not as a file on a computer.
recovery-sheet-how = How it is used
recovery-sheet-how-unlock = On the screen that asks for the passphrase choose "I forgot the passphrase", type the key, and set a new passphrase. Capitals and spaces do not matter.
recovery-sheet-how-backup = It also opens the backups that were made from the day of this sheet until a newer one was made. It does not open earlier or later ones.
recovery-sheet-how-new = Once a newer sheet counts, or the recovery key was removed, this one opens the vault no more. Destroy it when no backup of its time is needed.
recovery-sheet-note = No patient is named on this sheet.
