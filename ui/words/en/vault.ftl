# Words of the vault: first start, unlocking, locking.
vault-create-title = Create your vault
vault-create-lead = Lamina keeps all records in one encrypted file, the vault. Only the passphrase opens it.
vault-passphrase = Passphrase
vault-passphrase-hint = Four or more unrelated words are strong and easy to remember. Twelve characters at least.
vault-passphrase-again = Passphrase again
vault-passphrase-again-hint = Typed twice, so that a slip does not lock you out.
vault-strength = Strength
vault-no-reset = There is no way to reset a forgotten passphrase. Keep a written copy somewhere safe.
vault-understood = I have a safe place for the passphrase
vault-create-action = Create vault
vault-creating = Creating the vault
vault-too-short = Use at least { $least } characters; this has { $count }.
vault-not-same = The two passphrases differ. Type the second one again.
vault-confirm-needed = Confirm that the passphrase has a safe place.
vault-show = Show passphrase
vault-hide = Hide passphrase

vault-unlock-title = Unlock Lamina
vault-unlock-action = Unlock
vault-unlocking = Unlocking
vault-wrong-passphrase = That passphrase does not open this vault. The vault is as it was. Check capital letters and the keyboard layout.
vault-caps-lock = Caps Lock is on.
vault-passphrase-missing = Type the passphrase of this vault.
vault-checking = Looking for your vault
