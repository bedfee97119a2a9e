# Words for what can go wrong between the window and the records. Each says what happened, what was kept, what to do.
error-locked = Lamina is locked. What you typed is kept. Unlock to go on.
error-forbidden = You do not have the right to do this. Nothing was changed. Ask someone who has it.
error-not-in-role = Your role, { $role }, does not include this. Nothing was changed. The log says that it was tried.
error-own-passphrase-first = Set a passphrase of your own first. Nothing was changed. Lock, and sign in with your code again.
error-not-found = This entry is no longer there. Nothing was changed. Go back to the list and open it again.
error-invalid = Some answers need checking. Nothing was saved yet. What you typed is kept.
error-conflict = This was changed meanwhile, here or elsewhere. Both texts are kept. Look at what it says now, then save the one that is right.
error-retracted = This was marked as entered in error meanwhile. What you typed is kept as a draft. If it should stand, record it as a new entry.
error-newer-schema = This vault was written by a newer version of Lamina. It was left as it was. Update Lamina to open it.
error-unavailable = The vault cannot be reached just now. What you typed is kept. Try again in a moment.
error-disk-full = The disk is full. Nothing new was saved. What you typed is still on the screen. Free some space, then save again.
error-letter-too-long = The letter would have more than { $most } pages, so it was not made. Nothing was changed. Look for a text in the record that was pasted by mistake, and shorten it.
error-no-viewer = This computer has no program that opens PDF files, or it could not be started. The page is as it was. Save it, then open it on a computer that has one.
error-internal = Something went wrong inside Lamina. What you typed is kept. If it happens again, give this reference: { $reference }
error-retry = Try again

vault-problem-wrong-passphrase = That passphrase does not open this vault. The vault is as it was. Check capital letters and the keyboard layout.
vault-problem-wrong-by-name = The name or the passphrase is not right. The vault is as it was. Check both, capital letters and the keyboard layout.
vault-problem-not-on-record = The record was put back to a state from before you were let in, so that your passphrase opens nothing here. The vault is as it was. Ask its owner to let you in again.
vault-problem-wait = Several wrong passphrases came in a row. The vault is as it was. The next try is possible in { $seconds ->
    [one] { $seconds } second
   *[other] { $seconds } seconds
}.
vault-problem-second-name = The vault file has a second name (a hard link), and was left as it was. Two programs that use it under two names would destroy it. Copy it together with its key file into a folder of its own and open the copy, or remove the other name.
vault-problem-in-use = The vault is open in another copy of Lamina. Nothing was changed. Close the other copy, then try again.
vault-problem-damaged = The vault or its key file is damaged or cut short. Both were left as they were. Restore them from a backup.
vault-problem-foreign = The file at this place is not a vault. It was left as it was. Move it elsewhere, then try again.
vault-problem-key-file-missing = The key file that belongs beside the vault is missing. The vault was left as it was. Put the key file back beside it.
vault-problem-not-a-backup = This file is not a backup of a vault. It was left as it was, and nothing was restored. Choose another one.
vault-problem-backup-damaged = This backup is damaged or was altered. Nothing was restored, and the vault is as it was. Choose another backup.
vault-problem-already-exists = There already is a vault at this place. It was left as it was. Open it with its passphrase.
vault-problem-read-only = The folder of the vault cannot be written. Nothing was made or changed. Allow writing there, then try again.
vault-problem-other = The vault could not be opened. It was left as it was. Try again, or update Lamina.
vault-weak-length = Use { $characters ->
    [one] { $characters } more character
   *[other] { $characters } more characters
}, or { $words ->
    [one] { $words } more different word
   *[other] { $words } more different words
}.
vault-weak-repetitive = Use at least five different characters.
vault-weak-both = Use { $characters ->
    [one] { $characters } more character
   *[other] { $characters } more characters
}, and at least five different ones.
