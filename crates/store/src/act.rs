//! What the log names: each act, and each kind of thing that is no entry. Nothing else is written to it, so that every row
//! can be told in words. A log may hold more: what another version of the program wrote.

macro_rules! codes {
    ($(#[$doc:meta])* $kind:ident { $($(#[$said:meta])* $value:ident => $name:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum $kind { $($(#[$said])* $value,)+ }

        impl $kind {
            /// All of them, in the order in which they are declared.
            pub const ALL: &'static [Self] = &[$(Self::$value),+];

            /// The word by which the log names it; it never changes.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$value => $name),+ }
            }

            /// The one of this name; none where another version of the program wrote it.
            pub fn of(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.name() == name)
            }
        }
    };
}

codes! {
    /// What was done, as a row of the log tells it.
    Act {
        /// The vault was opened.
        Unlock => "unlock",
        /// A record was opened.
        OpenChart => "open-chart",
        /// People were listed, by a search or without one.
        Search => "search",
        /// An entry was written.
        Record => "record",
        /// An entry was corrected.
        Amend => "amend",
        /// An entry was marked as entered in error.
        Retract => "retract",
        /// An entry that was marked as entered in error was put back.
        Reinstate => "reinstate",
        /// An earlier version of an entry counts again, or a backup took the place of the vault.
        Restore => "restore",
        /// The last change was taken back.
        Undo => "undo",
        /// Records were read from a file.
        Load => "load",
        /// The sample clinic was removed.
        RemoveSample => "remove-sample",
        /// What is derived from the versions was made anew.
        Rebuild => "rebuild",
        /// Something was saved as a file.
        Export => "export",
        /// Something was handed to the system's viewer.
        Print => "print",
        /// A backup was made.
        Backup => "backup",
        /// The log goes on from an earlier state than was known.
        RollBack => "roll-back",
        /// Something was set for the whole clinic.
        Settings => "settings",
        /// A recovery key was made.
        MakeRecoveryKey => "make-recovery-key",
        /// The recovery key was removed.
        RemoveRecoveryKey => "remove-recovery-key",
        /// A new passphrase was set by the recovery key.
        UseRecoveryKey => "use-recovery-key",
        /// The passphrase was changed.
        ChangePassphrase => "change-passphrase",
        /// The one person of a vault got a name.
        NameOwner => "name-owner",
        /// Somebody was let in by a code.
        LetIn => "let-in",
        /// Somebody got another code.
        GiveCode => "give-code",
        /// Somebody got another role.
        SetRole => "set-role",
        /// Somebody's passphrase was taken away.
        RemovePerson => "remove-person",
        /// Somebody set what letters say of them.
        SetProfile => "set-profile",
        /// Something was asked for that is not theirs who asked.
        Try => "try",
        /// The log was examined.
        Examine => "examine",
        /// Something was read while nothing could be written to the log.
        ReadUnlogged => "read-unlogged",
    }
}

codes! {
    /// What kind of thing it was done to, where that is no entry.
    ObjectKind {
        /// The program through which the vault was opened.
        Program => "program",
        /// A vault that is older than its key file knows.
        OldVault => "old-vault",
        /// A key file that is older than its vault knows.
        OldKeyFile => "old-key-file",
        /// Rows that are missing from the log, by their number.
        Rows => "rows",
        /// The log itself, and whose rows.
        AuditLog => "audit-log",
        /// People, by how many there were.
        Patients => "patients",
        /// A letter or another page for print.
        Letter => "letter",
        /// The progress chart of one person.
        Chart => "chart",
        /// A file that was attached; it is an entry too, and bears its name.
        Document => "document",
        /// The record of everyone as a file.
        RecordFile => "record-file",
        /// The sheet of a recovery key.
        RecoverySheet => "recovery-sheet",
        /// A setting of the clinic.
        Setting => "setting",
        /// The key file, by how often it was changed.
        KeyFile => "key-file",
        /// A backup of the vault.
        Backup => "backup",
        /// Somebody who works at the vault, with their role.
        Staff => "staff",
        /// A command or an act that somebody asked for.
        Command => "command",
        /// A kind of entries that somebody wanted to write.
        Noun => "noun",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn each_code_has_a_name_of_its_own_and_is_found_by_it() {
        let acts: BTreeSet<&str> = Act::ALL.iter().map(|one| one.name()).collect();
        assert_eq!(acts.len(), Act::ALL.len());
        let kinds: BTreeSet<&str> = ObjectKind::ALL.iter().map(|one| one.name()).collect();
        assert_eq!(kinds.len(), ObjectKind::ALL.len());
        assert_eq!(Act::of("roll-back"), Some(Act::RollBack));
        assert_eq!(ObjectKind::of("key-file"), Some(ObjectKind::KeyFile));
        assert_eq!((Act::of("dance"), ObjectKind::of("")), (None, None));
    }
}
