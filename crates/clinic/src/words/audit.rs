//! The acts of the audit log in words. An act without words does not compile.

use super::{Message, message, say, say_with, say_within};
use lamina_store::Act;

fn named(act: Act) -> Message {
    match act {
        Act::Unlock => message!("audit-act-unlock"),
        Act::OpenChart => message!("audit-act-open-chart"),
        Act::Search => message!("audit-act-search"),
        Act::Record => message!("audit-act-record"),
        Act::Amend => message!("audit-act-amend"),
        Act::Retract => message!("audit-act-retract"),
        Act::Reinstate => message!("audit-act-reinstate"),
        Act::Restore => message!("audit-act-restore"),
        Act::Undo => message!("audit-act-undo"),
        Act::Load => message!("audit-act-load"),
        Act::RemoveSample => message!("audit-act-remove-sample"),
        Act::Rebuild => message!("audit-act-rebuild"),
        Act::Export => message!("audit-act-export"),
        Act::Print => message!("audit-act-print"),
        Act::Backup => message!("audit-act-backup"),
        Act::RollBack => message!("audit-act-roll-back"),
        Act::Settings => message!("audit-act-settings"),
        Act::MakeRecoveryKey => message!("audit-act-make-recovery-key"),
        Act::RemoveRecoveryKey => message!("audit-act-remove-recovery-key"),
        Act::UseRecoveryKey => message!("audit-act-use-recovery-key"),
        Act::ChangePassphrase => message!("audit-act-change-passphrase"),
        Act::NameOwner => message!("audit-act-name-owner"),
        Act::LetIn => message!("audit-act-let-in"),
        Act::GiveCode => message!("audit-act-give-code"),
        Act::SetRole => message!("audit-act-set-role"),
        Act::RemovePerson => message!("audit-act-remove-person"),
        Act::SetProfile => message!("audit-act-set-profile"),
        Act::Try => message!("audit-act-try"),
        Act::Examine => message!("audit-act-examine"),
        Act::ReadUnlogged => message!("audit-act-read-unlogged"),
    }
}

/// What was done, by the word by which the log names it; what was tried, where it was refused or did not work.
pub(crate) fn told(act: &str, is_done: bool) -> String {
    match Act::of(act) {
        Some(act) if is_done => say!(named(act)),
        Some(act) => say_with!("audit-tried", [("act", say_within(named(act)).into())]),
        None => say_with!("audit-act-other", [("code", act.into())]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn each_act_is_told_apart_and_reads_as_done_and_as_tried() {
        let mut all = BTreeSet::new();
        for act in Act::ALL {
            let (done, tried) = (told(act.name(), true), told(act.name(), false));
            assert!(
                done.starts_with(char::is_uppercase) && !done.contains("audit-act"),
                "{done}"
            );
            assert_ne!(
                tried,
                format!("Tried to {done}"),
                "it has words of its own for that"
            );
            assert!(all.insert(done) && all.insert(tried), "{act:?}");
        }
        assert_eq!(told("change-passphrase", false), "Tried to change the passphrase");
    }

    #[test]
    fn what_another_version_wrote_is_told_by_its_code() {
        for is_done in [true, false] {
            assert_eq!(told("dance", is_done), "Not known to this version: dance");
        }
    }
}
