//! The one table of commands. From it come the window's handlers, its permissions, the guard and the TypeScript map.
//!
//! A line is `name(Request) -> Response, access;`. A command that is not here does not exist; one without a handler
//! does not compile.

/// When a command may be called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Also while the vault is locked: it touches no record.
    Always,
    /// Only while the vault is open.
    Unlocked,
}

/// A command as it is listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Command {
    /// Its name, the same in every layer.
    pub name: &'static str,
    /// When it may be called.
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
            recovery_view(Nothing) -> recovery::RecoveryView, Unlocked;
            make_recovery(recovery::MakeRecovery) -> recovery::RecoverySheet, Unlocked;
            keep_recovery(recovery::KeepRecovery) -> Changed<recovery::RecoveryView>, Unlocked;
            forget_recovery(Nothing) -> Nothing, Unlocked;
            remove_recovery(recovery::RemoveRecovery) -> Changed<recovery::RecoveryView>, Unlocked;
            change_passphrase(recovery::ChangePassphrase) -> Nothing, Unlocked;
            backup_view(Nothing) -> backup::BackupView, Unlocked;
            set_backup(backup::SetBackup) -> Changed<backup::BackupView>, Unlocked;
            back_up_now(Nothing) -> Changed<backup::BackupView>, Unlocked;
            stay_awake(Nothing) -> Nothing, Unlocked;
            search_patients(patient::SearchPatients) -> patient::PatientsFound, Unlocked;
            recent_patients(Nothing) -> Vec<patient::PatientHit>, Unlocked;
            glance_patients(patient::GlancePatients) -> Vec<patient::PatientGlance>, Unlocked;
            similar_patients(patient::SimilarPatients) -> Vec<patient::SimilarPatient>, Unlocked;
            open_patient(patient::PatientKey) -> patient::PatientView, Unlocked;
            add_sample(Nothing) -> Changed<Nothing>, Unlocked;
            remove_sample(Nothing) -> Changed<Nothing>, Unlocked;
            overview(overview::OverviewRequest) -> overview::OverviewView, Unlocked;
            ladder(patient::PatientKey) -> overview::LadderView, Unlocked;
            list_entries(entry::ListEntries) -> Vec<entry::EntryRow>, Unlocked;
            glance_entries(entry::ListEntries) -> Vec<entry::EntryRow>, Unlocked;
            tell_entries(entry::TellEntries) -> Vec<entry::EntryRow>, Unlocked;
            get_entry(entry::EntryKey) -> entry::EntryView, Unlocked;
            entry_history(entry::EntryKey) -> Vec<entry::VersionView>, Unlocked;
            record_entry(entry::RecordEntry) -> Changed<entry::EntryView>, Unlocked;
            record_entries(entry::RecordEntries) -> Changed<Vec<entry::EntryView>>, Unlocked;
            amend_entry(entry::AmendEntry) -> Changed<entry::EntryView>, Unlocked;
            retract_entry(entry::RetractEntry) -> Changed<Nothing>, Unlocked;
            reinstate_entry(entry::ReinstateEntry) -> Changed<entry::EntryView>, Unlocked;
            restore_version(entry::RestoreVersion) -> Changed<entry::EntryView>, Unlocked;
            last_change(patient::PatientKey) -> Option<entry::LastChange>, Unlocked;
            undo_change(entry::UndoChange) -> Changed<Nothing>, Unlocked;
            reading_kinds(Nothing) -> Vec<entry::ReadingKind>, Unlocked;
            read_results(entry::ReadResults) -> entry::ResultsRead, Unlocked;
            list_diagnoses(Nothing) -> Vec<entry::DiagnosisChoice>, Unlocked;
            suggest_codes(entry::SuggestCodes) -> Vec<entry::CodeChoice>, Unlocked;
            list_evidence(patient::PatientKey) -> Vec<entry::EvidenceRow>, Unlocked;
            flag_questions(Nothing) -> Vec<flag::FlagGroup>, Unlocked;
            red_flags(patient::PatientKey) -> flag::RedFlagsView, Unlocked;
            body_regions(Nothing) -> Vec<body::BodyView>, Unlocked;
            draw_body(body::DrawBody) -> body::BodyDrawing, Unlocked;
            body_maps(body::BodyMapsRequest) -> Vec<body::BodyOnDay>, Unlocked;
            symptoms_today(patient::PatientKey) -> noun::symptom::SymptomsToday, Unlocked;
            safety_gates(gate::GateRequest) -> gate::GateView, Unlocked;
            walking(patient::PatientKey) -> walking::WalkingView, Unlocked;
            walking_chart(walking::WalkingChartRequest) -> walking::WalkingChartView, Unlocked;
            neuromodulation(patient::PatientKey) -> neuromodulation::NeuromodulationView, Unlocked;
            trial_chart(neuromodulation::TrialChartRequest) -> neuromodulation::TrialChartView, Unlocked;
            timeline(timeline::TimelineRequest) -> timeline::TimelineView, Unlocked;
            visit_day(entry::EntryKey) -> visit::VisitDay, Unlocked;
            compare_visits(visit::CompareVisits) -> visit::VisitsCompared, Unlocked;
            list_changes(patient::PatientKey) -> Vec<entry::ChangeRow>, Unlocked;
            understand(understand::Understand) -> understand::Understood, Unlocked;
            save_draft(draft::SaveDraft) -> Nothing, Unlocked;
            list_drafts(Nothing) -> Vec<draft::DraftView>, Unlocked;
            discard_draft(draft::DraftKey) -> Nothing, Unlocked;
            save_form_draft(draft::SaveFormDraft) -> Nothing, Unlocked;
            list_form_drafts(Nothing) -> Vec<draft::FormDraft>, Unlocked;
            follow_up(patient::PatientKey) -> follow_up::FollowUpView, Unlocked;
            follow_up_of(follow_up::FollowUpKey) -> follow_up::FollowUpSchedule, Unlocked;
            list_due(follow_up::ListDue) -> follow_up::DueView, Unlocked;
            open_plan(patient::PatientKey) -> Vec<plan::PlanRow>, Unlocked;
            list_requests(plan::ListRequests) -> plan::RequestsView, Unlocked;
            circumstances_now(patient::PatientKey) -> Vec<shown::Detail>, Unlocked;
            opioid_load(patient::PatientKey) -> medicine::OpioidLoadView, Unlocked;
            list_opioid_tables(Nothing) -> Vec<medicine::OpioidTableView>, Unlocked;
            list_instruments(Nothing) -> Vec<instrument::InstrumentView>, Unlocked;
            last_asked(patient::PatientKey) -> noun::score::LastAsked, Unlocked;
            score_answers(instrument::ScoreAnswers) -> instrument::LiveScore, Unlocked;
            progress_chart(progress::ProgressRequest) -> progress::ProgressView, Unlocked;
            before_after(patient::PatientKey) -> progress::BeforeAfterView, Unlocked;
            spine_map(spine::SpineMapRequest) -> spine::SpineMapView, Unlocked;
            preview_letter(letter::LetterRequest) -> letter::LetterPreview, Unlocked;
            list_sheets(Nothing) -> Vec<letter::SheetChoice>, Unlocked;
            preview_sheets(letter::SheetsRequest) -> letter::LetterPreview, Unlocked;
            letter_page(letter::LetterPageRequest) -> letter::LetterPage, Unlocked;
            save_letter(letter::LetterKey) -> letter::SavedLetter, Unlocked;
            view_letter(letter::LetterKey) -> Nothing, Unlocked;
            choose_files(document::ChooseFiles) -> document::FileChoice, Unlocked;
            take_dropped(Nothing) -> document::FileChoice, Unlocked;
            look_at_file(document::LookAtFile) -> document::FileView, Unlocked;
            look_at_document(entry::EntryKey) -> document::DocumentView, Unlocked;
            document_page(document::DocumentPageRequest) -> document::DocumentPage, Unlocked;
            save_document(entry::EntryKey) -> document::SavedCopy, Unlocked;
            view_document(entry::EntryKey) -> Nothing, Unlocked;
            audit_view(Nothing) -> audit::AuditView, Unlocked;
            examine_audit(audit::ExamineAudit) -> audit::AuditPage, Unlocked;
            save_audit(audit::AuditFilter) -> audit::SavedAudit, Unlocked;
            verify_now(Nothing) -> Option<audit::LogCheck>, Unlocked;
            stop_verifying(Nothing) -> Nothing, Unlocked;
            get_settings(Nothing) -> settings::Settings, Unlocked;
            save_settings(settings::Settings) -> Changed<settings::Settings>, Unlocked;
            last_settings(settings::SettingsKey) -> Option<settings::LastSettings>, Unlocked;
            undo_settings(settings::UndoSettings) -> Changed<Nothing>, Unlocked;
            list_rules(Nothing) -> rule::RulesView, Unlocked;
            understand_rule(rule::UnderstandRule) -> understand::Understood, Unlocked;
            set_rule(rule::SetRule) -> Changed<rule::RulesView>, Unlocked;
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
