//! What the log tells, in words: what was done to what, and what a check of it found.

use super::super::backups::PLAN;
use crate::{
    audit::Row,
    clock,
    door::{EVERYONE, SOME},
    own_rules::{self, OwnLimit},
    vault::Program,
    verify::Verification,
    words::{self, Message, message, say, say_with, sentence},
};
use lamina_api::audit::{AuditOutcome, AuditRow, LogCheck};
use lamina_store::ObjectKind;

/// Most faults that are named; how many there are is always said.
const NAMED: usize = 20;

/// A row of the log in words.
pub(super) fn row(row: Row) -> AuditRow {
    let outcome = match row.outcome.as_str() {
        "done" => AuditOutcome::Done,
        "refused" => AuditOutcome::Refused,
        _ => AuditOutcome::Failed,
    };
    AuditRow {
        row: row.seq,
        at: clock::shown(row.at_us),
        exact: clock::exact(row.at_us),
        person: row.person,
        act: words::audit::told(&row.action, outcome == AuditOutcome::Done),
        outcome,
        patient: row.patient,
        patient_name: row.patient_name,
        object: object(&row.object, &row.object_id),
        object_id: row.object_id,
        version: row.version,
        reason: row.reason,
    }
}

/// What it was done to.
fn object(kind: &str, id: &str) -> String {
    // How many there were.
    let count = || id.parse::<u64>().unwrap_or_default();
    match ObjectKind::of(kind) {
        Some(ObjectKind::Program) if id == Program::Window.name() => say!("audit-object-window"),
        Some(ObjectKind::Program) => say!("audit-object-command-line"),
        Some(ObjectKind::OldVault) => say!("audit-object-old-vault"),
        Some(ObjectKind::OldKeyFile) => say!("audit-object-old-key-file"),
        Some(ObjectKind::Rows) => say_with!("audit-object-rows", [("count", count().into())]),
        Some(ObjectKind::AuditLog) => match id {
            EVERYONE => say!("audit-object-log"),
            SOME => say!("audit-object-log-some"),
            person => say_with!("audit-object-log-of", [("person", person.into())]),
        },
        Some(ObjectKind::Patients) => say_with!("audit-object-patients", [("count", count().into())]),
        Some(ObjectKind::Letter) => say!("audit-object-letter"),
        Some(ObjectKind::Chart) => say!("audit-object-chart"),
        Some(ObjectKind::RecordFile) => say!("audit-object-record-file"),
        Some(ObjectKind::RecoverySheet) => say!("audit-object-recovery-sheet"),
        Some(ObjectKind::Setting) => setting(id),
        Some(ObjectKind::KeyFile) => say!("audit-object-key-file"),
        Some(ObjectKind::Backup) => say!("audit-object-backup"),
        Some(ObjectKind::Staff) => id.to_owned(),
        Some(ObjectKind::Command) => say_with!("audit-object-command", [("code", id.into())]),
        Some(ObjectKind::Noun) => {
            let noun = Message::found(&format!("noun-{id}"));
            sentence(&say!(noun.unwrap_or(message!("audit-object-noun"))))
        }
        // An entry, by its noun.
        Some(ObjectKind::Document) | None => match Message::found(&format!("noun-{kind}")) {
            Some(noun) => sentence(&say!(noun)),
            None => kind.to_owned(),
        },
    }
}

fn setting(id: &str) -> String {
    let limit = id.strip_prefix(own_rules::NAME);
    match limit.and_then(|rest| rest.strip_prefix('/')) {
        Some(limit) => {
            let title = OwnLimit::find(limit).map_or_else(|| limit.to_owned(), |one| one.title());
            say_with!("audit-object-limit", [("title", title.into())])
        }
        None if id == PLAN => say!("audit-object-setting-backup"),
        None => say!("audit-object-setting"),
    }
}

/// What a check found that ended now.
pub(super) fn check(found: &Verification, now_us: i64) -> LogCheck {
    let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    LogCheck {
        at: clock::shown(now_us),
        rows: found.audit_rows,
        versions: found.versions,
        files: found.files,
        faults: count(found.faults),
        derived: count(found.derived),
        found: found.found.iter().take(NAMED).cloned().collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use lamina_domain::Noun;

    #[test]
    fn every_kind_of_thing_has_words() {
        for kind in ObjectKind::ALL {
            for id in ["", "window", "3", EVERYONE, SOME, "clinic", PLAN] {
                let told = object(kind.name(), id);
                assert!(!told.contains("audit-object") && told != kind.name(), "{told}");
            }
        }
        for noun in Noun::ALL {
            let told = object(noun.name(), "");
            assert!(told.starts_with(char::is_uppercase), "{told}");
        }
    }

    #[test]
    fn a_thing_is_told_by_what_the_log_says_of_it() {
        let told = |kind: ObjectKind, id: &str| object(kind.name(), id);
        assert_eq!(told(ObjectKind::Program, "window"), "In the window");
        assert_eq!(told(ObjectKind::Program, "command line"), "From the command line");
        assert_eq!(told(ObjectKind::Patients, "1"), "1 patient");
        assert_eq!(told(ObjectKind::AuditLog, "anna"), "Audit log, of anna");
        assert_eq!(told(ObjectKind::Setting, PLAN), "Settings of backups");
        assert_eq!(
            told(ObjectKind::Setting, "rules/red_flag.fever_tenths"),
            format!(
                "Limit: {}",
                OwnLimit::find("red_flag.fever_tenths").unwrap().title()
            )
        );
        assert_eq!(told(ObjectKind::Setting, "rules/gone"), "Limit: gone");
        assert_eq!(object("surgery", ""), "Operation");
        assert_eq!(object("", ""), "");
    }
}
