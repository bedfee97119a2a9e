//! The one table of commands. From it come the window's handlers, its permissions, the guard and the TypeScript map.
//!
//! A line is `name(Request) -> Response, access;`. A command that is not here does not exist; one without a handler
//! does not compile, and one that does not say who may call it neither.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// When a command may be called, and by whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Access {
    /// Also while the vault is locked: it touches no record.
    Always,
    /// While the vault is open, also by who signed in by a code and has no passphrase of their own yet.
    SignedIn,
    /// By everybody who works here: it tells nothing about a patient.
    Anyone,
    /// By who may look into records.
    Read,
    /// By who may write into records.
    Record,
    /// By who may take letters and documents out of the vault.
    TakeOut,
    /// By who may set what holds for the whole clinic, its rules too.
    Configure,
    /// By who answers for the vault: people, backups, the recovery sheet, everything at once.
    Manage,
    /// By who may examine the log.
    Audit,
}

impl Access {
    /// Every kind of access.
    pub const ALL: [Self; 9] = [
        Self::Always,
        Self::SignedIn,
        Self::Anyone,
        Self::Read,
        Self::Record,
        Self::TakeOut,
        Self::Configure,
        Self::Manage,
        Self::Audit,
    ];

    /// Whether the vault has to be open.
    pub const fn needs_open_vault(self) -> bool {
        !matches!(self, Self::Always)
    }
}

/// A command as it is listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Command {
    /// Its name, the same in every layer.
    pub name: &'static str,
    /// When it may be called, and by whom.
    pub access: Access,
}

/// Calls `$then!` with the whole table.
#[macro_export]
macro_rules! command_table {
    ($then:path) => {
        $then! {
            vault_status(Nothing) -> vault::VaultStatus, Always;
            create_vault(vault::CreateVault) -> vault::VaultStatus, Always;
            unlock_vault(vault::UnlockVault) -> vault::VaultStatus, Always;
            lock_vault(Nothing) -> vault::VaultStatus, Always;
            renew_page(Nothing) -> Nothing, Always;
            get_preferences(Nothing) -> settings::Preferences, Always;
            save_preferences(settings::Preferences) -> Nothing, Always;
            list_backups(Nothing) -> Vec<backup::FoundBackup>, Always;
            look_into_backup(backup::LookIntoBackup) -> backup::BackupLook, Always;
            restore_backup(backup::RestoreBackup) -> backup::BackupRestored, Always;
            try_recovery(recovery::TryRecovery) -> Nothing, Always;
            recover_vault(recovery::RecoverVault) -> vault::VaultStatus, Always;
            recovery_view(Nothing) -> recovery::RecoveryView, Anyone;
            make_recovery(recovery::MakeRecovery) -> recovery::RecoverySheet, Manage;
            keep_recovery(recovery::KeepRecovery) -> Changed<recovery::RecoveryView>, Manage;
            forget_recovery(Nothing) -> Nothing, Manage;
            remove_recovery(recovery::RemoveRecovery) -> Changed<recovery::RecoveryView>, Manage;
            change_passphrase(recovery::ChangePassphrase) -> Nothing, SignedIn;
            staff(Nothing) -> staff::StaffView, Anyone;
            name_owner(staff::NameOwner) -> Changed<staff::StaffView>, Manage;
            add_staff(staff::AddStaff) -> Changed<staff::StaffCode>, Manage;
            give_code(staff::StaffRequest) -> Changed<staff::StaffCode>, Manage;
            set_role(staff::SetRole) -> Changed<staff::StaffView>, Manage;
            remove_staff(staff::StaffRequest) -> Changed<staff::StaffView>, Manage;
            set_profile(staff::Profile) -> Changed<staff::StaffView>, Anyone;
            backup_view(Nothing) -> backup::BackupView, Anyone;
            set_backup(backup::SetBackup) -> Changed<backup::BackupView>, Manage;
            back_up_now(Nothing) -> Changed<backup::BackupView>, Anyone;
            stay_awake(Nothing) -> Nothing, SignedIn;
            search_patients(patient::SearchPatients) -> patient::PatientsFound, Read;
            recent_patients(Nothing) -> Vec<patient::PatientHit>, Read;
            glance_patients(patient::GlancePatients) -> Vec<patient::PatientGlance>, Read;
            similar_patients(patient::SimilarPatients) -> Vec<patient::SimilarPatient>, Read;
            open_patient(patient::PatientKey) -> patient::PatientView, Read;
            add_sample(Nothing) -> Changed<Nothing>, Manage;
            remove_sample(Nothing) -> Changed<Nothing>, Manage;
            overview(overview::OverviewRequest) -> overview::OverviewView, Read;
            ladder(patient::PatientKey) -> overview::LadderView, Read;
            list_entries(entry::ListEntries) -> Vec<entry::EntryRow>, Read;
            glance_entries(entry::ListEntries) -> Vec<entry::EntryRow>, Read;
            tell_entries(entry::TellEntries) -> Vec<entry::EntryRow>, Read;
            get_entry(entry::EntryKey) -> entry::EntryView, Read;
            entry_history(entry::EntryKey) -> Vec<entry::VersionView>, Read;
            record_entry(entry::RecordEntry) -> Changed<entry::EntryView>, Record;
            record_entries(entry::RecordEntries) -> Changed<Vec<entry::EntryView>>, Record;
            amend_entry(entry::AmendEntry) -> Changed<entry::EntryView>, Record;
            retract_entry(entry::RetractEntry) -> Changed<Nothing>, Record;
            reinstate_entry(entry::ReinstateEntry) -> Changed<entry::EntryView>, Record;
            restore_version(entry::RestoreVersion) -> Changed<entry::EntryView>, Record;
            last_change(patient::PatientKey) -> Option<entry::LastChange>, Read;
            undo_change(entry::UndoChange) -> Changed<Nothing>, Record;
            reading_kinds(Nothing) -> Vec<entry::ReadingKind>, Anyone;
            read_results(entry::ReadResults) -> entry::ResultsRead, Read;
            list_diagnoses(Nothing) -> Vec<entry::DiagnosisChoice>, Anyone;
            suggest_codes(entry::SuggestCodes) -> Vec<entry::CodeChoice>, Read;
            list_evidence(patient::PatientKey) -> Vec<entry::EvidenceRow>, Read;
            flag_questions(Nothing) -> Vec<flag::FlagGroup>, Anyone;
            red_flags(patient::PatientKey) -> flag::RedFlagsView, Read;
            body_regions(Nothing) -> Vec<body::BodyView>, Anyone;
            draw_body(body::DrawBody) -> body::BodyDrawing, Read;
            body_maps(body::BodyMapsRequest) -> Vec<body::BodyOnDay>, Read;
            symptoms_today(patient::PatientKey) -> noun::symptom::SymptomsToday, Read;
            safety_gates(gate::GateRequest) -> gate::GateView, Read;
            walking(patient::PatientKey) -> walking::WalkingView, Read;
            walking_chart(walking::WalkingChartRequest) -> walking::WalkingChartView, Read;
            neuromodulation(patient::PatientKey) -> neuromodulation::NeuromodulationView, Read;
            trial_chart(neuromodulation::TrialChartRequest) -> neuromodulation::TrialChartView, Read;
            timeline(timeline::TimelineRequest) -> timeline::TimelineView, Read;
            visit_day(entry::EntryKey) -> visit::VisitDay, Read;
            compare_visits(visit::CompareVisits) -> visit::VisitsCompared, Read;
            list_changes(patient::PatientKey) -> Vec<entry::ChangeRow>, Read;
            understand(understand::Understand) -> understand::Understood, Anyone;
            save_draft(draft::SaveDraft) -> Nothing, Record;
            list_drafts(Nothing) -> Vec<draft::DraftView>, Anyone;
            discard_draft(draft::DraftKey) -> Nothing, Record;
            save_form_draft(draft::SaveFormDraft) -> Nothing, Record;
            list_form_drafts(Nothing) -> Vec<draft::FormDraft>, Anyone;
            follow_up(patient::PatientKey) -> follow_up::FollowUpView, Read;
            follow_up_of(follow_up::FollowUpKey) -> follow_up::FollowUpSchedule, Read;
            list_due(follow_up::ListDue) -> follow_up::DueView, Read;
            open_plan(patient::PatientKey) -> Vec<plan::PlanRow>, Read;
            list_requests(plan::ListRequests) -> plan::RequestsView, Read;
            circumstances_now(patient::PatientKey) -> Vec<shown::Detail>, Read;
            opioid_load(patient::PatientKey) -> medicine::OpioidLoadView, Read;
            list_opioid_tables(Nothing) -> Vec<medicine::OpioidTableView>, Anyone;
            list_instruments(Nothing) -> Vec<instrument::InstrumentView>, Anyone;
            last_asked(patient::PatientKey) -> noun::score::LastAsked, Read;
            score_answers(instrument::ScoreAnswers) -> instrument::LiveScore, Read;
            progress_chart(progress::ProgressRequest) -> progress::ProgressView, Read;
            before_after(patient::PatientKey) -> progress::BeforeAfterView, Read;
            spine_map(spine::SpineMapRequest) -> spine::SpineMapView, Read;
            preview_letter(letter::LetterRequest) -> letter::LetterPreview, Read;
            list_sheets(Nothing) -> Vec<letter::SheetChoice>, Anyone;
            preview_sheets(letter::SheetsRequest) -> letter::LetterPreview, Read;
            letter_page(letter::LetterPageRequest) -> letter::LetterPage, Read;
            save_letter(letter::LetterKey) -> letter::SavedLetter, TakeOut;
            view_letter(letter::LetterKey) -> Nothing, TakeOut;
            choose_files(document::ChooseFiles) -> document::FileChoice, Record;
            take_dropped(Nothing) -> document::FileChoice, Record;
            look_at_file(document::LookAtFile) -> document::FileView, Record;
            look_at_document(entry::EntryKey) -> document::DocumentView, Read;
            document_page(document::DocumentPageRequest) -> document::DocumentPage, Read;
            save_document(entry::EntryKey) -> document::SavedCopy, TakeOut;
            view_document(entry::EntryKey) -> Nothing, TakeOut;
            audit_view(Nothing) -> audit::AuditView, Audit;
            examine_audit(audit::ExamineAudit) -> audit::AuditPage, Audit;
            save_audit(audit::AuditFilter) -> audit::SavedAudit, Audit;
            verify_now(Nothing) -> Option<audit::LogCheck>, Audit;
            stop_verifying(Nothing) -> Nothing, Audit;
            get_settings(Nothing) -> settings::Settings, Anyone;
            save_settings(settings::Settings) -> Changed<settings::Settings>, Configure;
            last_settings(settings::SettingsKey) -> Option<settings::LastSettings>, Anyone;
            undo_settings(settings::UndoSettings) -> Changed<Nothing>, Configure;
            list_rules(Nothing) -> rule::RulesView, Anyone;
            understand_rule(rule::UnderstandRule) -> understand::Understood, Anyone;
            set_rule(rule::SetRule) -> Changed<rule::RulesView>, Configure;
        }
    };
}

macro_rules! list {
    ($($name:ident($request:ty) -> $response:ty, $access:ident;)*) => {
        /// Every command that there is, in the order of the table.
        pub const COMMANDS: &[Command] = &[
            $(Command { name: stringify!($name), access: Access::$access }),*
        ];
    };
}

crate::command_table!(list);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::*;

    macro_rules! read {
        ($($name:ident($request:ty) -> $response:ty, $access:ident;)*) => {
            /// Why a request of that command can't be read.
            fn refused(name: &str, request: serde_json::Value) -> String {
                let read = match name {
                    $(stringify!($name) => serde_json::from_value::<$request>(request).err(),)*
                    _ => None,
                };
                read.map(|error| error.to_string()).unwrap_or_default()
            }
        };
    }
    crate::command_table!(read);

    #[test]
    fn no_request_passes_over_a_field_that_it_does_not_know() {
        assert!(COMMANDS.len() > 40);
        for command in COMMANDS {
            let told = refused(command.name, serde_json::json!({ "shoe_size": 44 }));
            assert!(
                told.starts_with("unknown field `shoe_size`"),
                "{}: {told}",
                command.name
            );
        }
    }
}
