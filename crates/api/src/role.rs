//! Roles of the people at a vault, and what each may do. The one place that says it: the core asks here before every command,
//! and the window shows nothing that would be refused.

use crate::table::Access;
use lamina_domain::Noun;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The role of somebody who works at a vault. All of them open the same key: a role keeps people from what is not theirs inside
/// Lamina, and from nothing that somebody with other tools could do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Answers for the vault: lets others in, and looks after backups and the recovery sheet. A clinician as well.
    Owner,
    /// Treats, judges, prescribes and decides.
    Clinician,
    /// Treats and examines, and leads the walking programme.
    Physiotherapist,
    /// Keeps particulars, questionnaires, documents and visits, and sends letters.
    Assistant,
    /// Reads the record and examines the log, and changes nothing.
    Auditor,
}

impl Role {
    /// Every role, the one that may do most first.
    pub const ALL: [Self; 5] = [
        Self::Owner,
        Self::Clinician,
        Self::Physiotherapist,
        Self::Assistant,
        Self::Auditor,
    ];

    /// The role in the log and on the wire.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Owner => "owner",
            Self::Clinician => "clinician",
            Self::Physiotherapist => "physiotherapist",
            Self::Assistant => "assistant",
            Self::Auditor => "auditor",
        }
    }

    /// Whether somebody with this role may do it, once they have a passphrase of their own.
    pub const fn may(self, access: Access) -> bool {
        match access {
            Access::Always | Access::SignedIn | Access::Anyone | Access::Read => true,
            Access::Record | Access::TakeOut => !matches!(self, Self::Auditor),
            Access::Configure => matches!(self, Self::Owner | Self::Clinician),
            Access::Manage => matches!(self, Self::Owner),
            Access::Audit => matches!(self, Self::Owner | Self::Auditor),
        }
    }

    /// Whether somebody with this role may record facts of that kind, and change those that are there.
    pub const fn records(self, noun: Noun) -> bool {
        match self {
            Self::Owner | Self::Clinician => true,
            // To set a red flag aside and to fill a pump are not theirs to decide.
            Self::Physiotherapist => !matches!(noun, Noun::Resolution | Noun::PumpSetting),
            // What the patient or a paper says, and what is arranged; no finding and no judgement.
            Self::Assistant => matches!(
                noun,
                Noun::Patient
                    | Noun::Score
                    | Noun::Circumstance
                    | Noun::PlanItem
                    | Noun::Document
                    | Noun::Visit
            ),
            Self::Auditor => false,
        }
    }

    /// Whether somebody with this role may let a paused walking plan go on.
    pub const fn reopens_walking(self) -> bool {
        matches!(self, Self::Owner | Self::Clinician)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_may_not_record_at_all_records_nothing_and_nobody_may_less_than_their_better() {
        for role in Role::ALL {
            let records = Noun::ALL.into_iter().any(|noun| role.records(noun));
            assert_eq!(records, role.may(Access::Record), "{role:?}");
        }
        for access in Access::ALL {
            assert!(Role::Owner.may(access), "{access:?}");
        }
        assert!(!Role::Auditor.may(Access::TakeOut) && Role::Auditor.may(Access::Read));
        assert!(!Role::Clinician.may(Access::Audit) && !Role::Clinician.may(Access::Manage));
    }

    #[test]
    fn a_role_is_called_the_same_in_the_log_and_on_the_wire() {
        for role in Role::ALL {
            assert_eq!(serde_json::to_value(role).unwrap(), role.name());
        }
    }
}
