# What several commands of `lamina` say.

# A file, what went wrong with it, and what is true then.
cli-of-file = { $path }: { $what }; { $left }
cli-left-unwritten = nothing was written
cli-left-unloaded = nothing was loaded
cli-left-loaded-before = what was loaded before is kept
cli-left-vault = the vault is as it was
cli-left-facts = no fact in it was changed; its log says that it was opened
cli-left-unmade = no vault was made
cli-left-done = what was asked for was done and is kept; do not do it again
cli-left-no-backup = no backup was made
cli-left-unrestored = nothing was restored
cli-left-key-file = what opens the vault is as it was
cli-left-unattached = nothing was attached
cli-left-attached = what was told as attached is kept, and nothing of the file after it
cli-unlogged = { $path }: nothing can be written here, so it was only read, and its audit log does not say so

# What is read and written beside files.
cli-standard-input = standard input
cli-standard-output = standard output
cli-standard-error = standard error
cli-terminal = the terminal
cli-threads = threads

# What a call names.
cli-one-of = write one of { $names }
cli-search-vault-alone = --search: only a vault can be searched; nothing was written
cli-patient-place = --patient { $wanted }: { $path } has { $count }, counted from 1; nothing was written
cli-patient-nobody = --patient { $wanted }: nobody in the vault is found by it; nothing was written
cli-patient-several = --patient { $wanted }: { $count ->
    [one] 1 person is
   *[other] { $count } people are
} found by it; nothing was written. Name one by the id in front of them:
cli-and-more = and { $more } more

# What is asked for at a terminal; a space follows.
cli-ask-passphrase = Passphrase:
cli-ask-secret = Passphrase or recovery key:
cli-ask-again = The same again:
cli-ask-recovery-key = Recovery key:
cli-ask-recovery-key-from-paper = The recovery key from the paper:
cli-ask-passphrase-until-now = Passphrase until now:
cli-ask-new-passphrase = New passphrase:
cli-passphrase-env-not-set = --passphrase-env { $name }: it is not set
cli-passphrases-differ-unmade = the two passphrases differ; nothing was made
cli-passphrases-differ-unchanged = the two passphrases differ; what opens the vault is as it was
