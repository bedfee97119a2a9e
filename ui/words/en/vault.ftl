# Words of the vault: first start, unlocking, locking.
vault-create-title = Create your vault
vault-create-what = Lamina keeps all records in one encrypted file on this computer, the vault.
vault-create-safe = Only the passphrase opens it, and nothing leaves this computer unless you save or send it.
vault-create-yours = Press Ctrl+L to lock it. It also locks by itself when nobody is here, and what you typed is kept.
vault-passphrase = Passphrase
vault-passphrase-hint = At least 15 characters, or 6 different words. Unrelated words are strong and easy to remember.
vault-passphrase-again = Passphrase again
vault-passphrase-again-hint = Typed twice, so that a slip does not lock you out.
vault-strength = Strength
vault-level-too_weak = Not yet enough
vault-level-sufficient = Good
vault-level-strong = Strong
vault-lack-characters = { $count ->
    [one] { $count } more character will do.
   *[other] { $count } more characters will do.
}
vault-lack-words = { $count ->
    [one] { $count } more word will do.
   *[other] { $count } more words will do.
}
vault-lack-guessed = Common words, repeats and runs of keys do not count.
vault-lack-variety = Too much of the same: use at least five different characters.
vault-no-reset = Nobody can reset a forgotten passphrase. A recovery sheet, which comes next, is the one way back in.
vault-understood = I have a safe place for the passphrase
vault-create-action = Create vault
vault-creating = Creating the vault
vault-not-same = The two passphrases differ. Type the second one again.
vault-confirm-needed = Confirm that the passphrase has a safe place.
vault-open-existing = Open that vault
vault-show = Show passphrase
vault-hide = Hide passphrase
vault-place = Where the vault is kept
vault-place-planned = Where the vault will be kept

vault-unlock-title = Unlock Lamina
vault-unlock-lead = The records on this computer are encrypted and closed.
vault-unlock-again = The records are encrypted and closed. What you typed is kept. Unlocking takes you back to where you were.
vault-unlock-other = The records are encrypted and closed. Who signs in now begins at the patients. What was typed waits for who typed it.
vault-unlock-action = Unlock
vault-unlocking = Unlocking
vault-wait-left = { $seconds ->
    [one] { $seconds } second left
   *[other] { $seconds } seconds left
}
vault-caps-lock = Caps Lock is on.
vault-passphrase-missing = Type the passphrase of this vault.
vault-name = Name
vault-name-missing = Type the name under which you sign in.
vault-checking = Looking for your vault

# A passphrase of one's own, after signing in by a code.
own-title = Set a passphrase of your own
own-who = You are signed in as { $name }, { $role }.
own-text = The code was for this sign-in. From now on a passphrase that nobody else knows opens the vault under your name.
own-code = Code that you were given
own-code-missing = Type the code by which you signed in.
own-code-wrong = That is not the code by which you signed in. Nothing was changed. Check its groups.
own-code-again = Choose a passphrase of your own; the code cannot stay.
own-action = Set the passphrase and go on
own-setting = Setting the passphrase
own-lock = Lock instead
