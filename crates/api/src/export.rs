//! The TypeScript of the wire, as one file: `ui/src/ipc/generated.ts`.

use crate::{Nothing, understand, vault};
use crate::{
    audit, backup, body, declare, document, draft, entry, error, flag, follow_up, gate, instrument, letter,
    medicine, neuromodulation, noun, overview, patient, plan, progress, recovery, rule, settings, shown,
    spine, timeline, visit, walking,
};
use lamina_domain as domain;
use ts_rs::{Config, TS};

/// The text of `generated.ts`.
pub fn typescript() -> String {
    let config = Config::new();
    let mut text = String::from(
        "// Made by `cargo xtask gen` from the command table in crates/api. Change it there, not here.\n\n",
    );
    macro_rules! declare {
        ($($kind:ty),+ $(,)?) => {
            $(text.push_str(&declare::declared::<$kind>(&config));)+
        };
    }
    declare!(
        domain::Noun,
        domain::Side,
        domain::Missing,
        domain::Answer<String>,
        domain::ToldBy,
        domain::surgery::Region,
        domain::surgery::Approach,
        domain::surgery::Outcome,
        domain::imaging::Modality,
        domain::imaging::Position,
        domain::treatment::Kind,
        domain::treatment::StopReason,
        domain::standing::Status,
        domain::standing::Standing,
        domain::ladder::Rung,
        domain::ladder::Effect,
        domain::background::MedicinesAsked,
        domain::score::Site,
        domain::score::PainKind,
        domain::patient::Sex,
        domain::misread::Hint,
        domain::misread::MedicineProblem,
        domain::Problem,
        domain::Issue,
        domain::flag::answer::Course,
        domain::flag::answer::Level,
        domain::red_flag::catalogue::Group,
        domain::anticoagulant::AgentClass,
        domain::gate::bleeding::RiskClass,
        domain::ImplantKind,
        domain::implant::PartState,
        domain::gate::mri::Verdict,
        domain::check::InjectionCheck,
        domain::Reply,
        domain::fact::walking::Item,
        domain::fact::walking::DiarySymptom,
        domain::fact::walking::Pace,
        domain::fact::walking::Step,
        domain::walking::quota::Advice,
        domain::walking::week::Colour,
        domain::fact::walking::Caution,
        domain::fact::walking::SurfaceKind,
        domain::DateOrder,
        domain::diagnosis::Term,
        Nothing,
        error::ApiError,
        error::VaultProblem,
        vault::VaultState,
        vault::VaultStatus,
        vault::CreateVault,
        vault::UnlockVault,
        backup::BackupTrouble,
        backup::BackupMade,
        backup::BackupFailed,
        backup::BackupFolder,
        backup::BackupView,
        backup::SetBackup,
        backup::FoundBackup,
        backup::LookIntoBackup,
        backup::RestoreBackup,
        recovery::OlderFile,
        recovery::RecoveryView,
        recovery::MakeRecovery,
        recovery::RecoverySheet,
        recovery::KeepRecovery,
        recovery::RemoveRecovery,
        recovery::TryRecovery,
        recovery::RecoverVault,
        recovery::ChangePassphrase,
        backup::BackupPlace,
        backup::BackupLook,
        backup::BackupRestored,
        settings::Theme,
        settings::DatedList,
        settings::ListOrder,
        settings::PatientColumn,
        settings::PatientFilter,
        settings::PatientsList,
        settings::LettersChoice,
        settings::Preferences,
        medicine::OpioidTable,
        medicine::OpioidTableView,
        medicine::LoadLine,
        medicine::OpioidLoadView,
        settings::Settings,
        settings::SettingsPart,
        settings::SettingsKey,
        settings::SettingChange,
        settings::LastSettings,
        settings::UndoSettings,
        letter::PaperSize,
        letter::LetterKind,
        letter::LetterLength,
        patient::PatientKey,
        patient::SearchPatients,
        patient::FoundBy,
        patient::FoundPatient,
        patient::PatientsFound,
        patient::SimilarPatients,
        patient::PatientHit,
        patient::SimilarPatient,
        patient::GlancePatients,
        patient::GlanceTrend,
        patient::PatientGlance,
        patient::Counts,
        patient::PatientView,
    );
    text.push_str(&letter_kinds());
    for typed in entry::types(&config) {
        text.push_str(&typed);
    }
    text.push_str("\n/** What the form of each kind of entry begins with, before anything is typed. */\nexport const blanks = {\n");
    for (noun, maker) in entry::makers(&config) {
        let noun = noun.name();
        text.push_str(&format!(
            "  {noun}: () => ({{ noun: \"{noun}\" as const, ...{maker}() }}),\n"
        ));
    }
    text.push_str("};\n\n");
    declare!(
        domain::instrument::Capture,
        noun::score::RatedSide,
        noun::score::LastEdition,
        noun::score::LastActivities,
        noun::score::LastAsked,
        entry::ReadingKind,
        entry::ReadResults,
        entry::ResultsRead,
        entry::DiagnosisChoice,
        entry::SuggestCodes,
        entry::CodeChoice,
        entry::EvidenceRow,
        noun::symptom::AsksOn,
        noun::symptom::SymptomsToday,
        body::BodyRegion,
        body::BodyView,
        body::DrawBody,
        body::BodyShape,
        body::BodyDrawing,
        body::BodyMapsRequest,
        body::BodyOnDay,
        flag::FlagQuestion,
        flag::FlagGroup,
        flag::FiredView,
        flag::LineState,
        flag::FlagsLine,
        flag::NotAssessedView,
        flag::StandingView,
        flag::ResolvedView,
        flag::LastAnswer,
        flag::RedFlagsView,
        gate::GateRequest,
        gate::GateChoice,
        gate::GateView,
        walking::WalkingStatus,
        walking::ClearanceLine,
        walking::WalkingEntryView,
        walking::WalkingDayState,
        walking::WalkingDay,
        walking::WalkingWeek,
        walking::WalkingProposal,
        walking::WalkingEventView,
        walking::WalkingPlanView,
        walking::WalkingPlanLine,
        walking::WalkingLooseLine,
        walking::WalkingCareSource,
        walking::WalkingCare,
        walking::WalkingView,
        walking::WalkingChartRequest,
        walking::WalkingChartView,
        follow_up::FollowUpCall,
        follow_up::FollowUpIndex,
        follow_up::FollowUpView,
        follow_up::FollowUpKey,
        follow_up::PointIs,
        follow_up::BaselineIs,
        follow_up::VisitView,
        follow_up::BaselineView,
        follow_up::PointView,
        follow_up::FollowUpSchedule,
        follow_up::ListDue,
        follow_up::DueRow,
        follow_up::DueView,
        entry::FactInput,
        shown::Alerts,
        entry::ListEntries,
        entry::TellEntries,
        entry::EntryKey,
        shown::Detail,
        shown::Shown,
        entry::EntryRow,
        entry::EntryView,
        entry::VersionKind,
        entry::VersionView,
        entry::ChangeRow,
        entry::RecordEntry,
        entry::RecordEntries,
        entry::AmendEntry,
        entry::RetractEntry,
        entry::ReinstateEntry,
        entry::RestoreVersion,
        entry::LastVersion,
        entry::LastChange,
        entry::UndoChange,
        understand::TextKind,
        understand::Understand,
        understand::Unsure,
        understand::Understood,
        draft::DraftKey,
        draft::SaveDraft,
        draft::DraftView,
        draft::SaveFormDraft,
        draft::FormDraft,
        domain::rule::Sure,
        rule::Rule,
        domain::instrument::Flag,
        instrument::InstrumentForm,
        instrument::AnswerView,
        instrument::ItemView,
        instrument::PartView,
        instrument::InstrumentView,
        instrument::ScoreAnswers,
        instrument::FlagView,
        instrument::LiveScore,
        progress::ChartPaper,
        progress::ProgressRequest,
        progress::Direction,
        progress::Way,
        progress::Verdict,
        progress::ScoreAt,
        progress::MeasureBeforeAfter,
        progress::BeforeAfterRow,
        progress::BeforeAfterView,
        progress::ChartPoint,
        progress::BaselineChoice,
        progress::BeforeChoice,
        progress::PeriodChoice,
        progress::ScoreRow,
        progress::LineGroup,
        progress::LineChoice,
        progress::MeasuredRow,
        progress::ProgressView,
        neuromodulation::LineView,
        neuromodulation::TrialView,
        neuromodulation::TrialDayView,
        neuromodulation::PathView,
        neuromodulation::PumpView,
        neuromodulation::NeuromodulationView,
        neuromodulation::TrialChartRequest,
        neuromodulation::TrialChartView,
        timeline::TimelineRequest,
        timeline::TimelineRow,
        timeline::TimelineView,
        visit::VisitDay,
        visit::DayGroup,
        visit::DayRow,
        visit::DayLine,
        visit::CompareVisits,
        visit::VisitsCompared,
        visit::VisitChoice,
        visit::ComparedGroup,
        visit::ComparedRow,
        plan::PlanDue,
        plan::PlanRow,
        plan::ListRequests,
        plan::RequestRow,
        plan::RequestsView,
        overview::OverviewRequest,
        overview::TriedView,
        overview::UntriedView,
        overview::LadderView,
        overview::GapView,
        overview::OverviewView,
        spine::SpineMapRequest,
        spine::SpineLine,
        spine::SpineLevel,
        spine::SpineHint,
        spine::SpineMapView,
        rule::OwnValue,
        rule::RuleRow,
        rule::RuleGroup,
        rule::ListedRule,
        rule::ListedGroup,
        rule::RulesView,
        rule::SetRule,
        rule::UnderstandRule,
        letter::LetterRequest,
        letter::LetterKey,
        letter::LetterPreview,
        letter::LetterPageRequest,
        letter::LetterPage,
        letter::SheetsRequest,
        letter::SheetChoice,
        letter::SavedLetter,
        document::FilesAsked,
        document::ChooseFiles,
        document::ChosenFile,
        document::FileChoice,
        document::LookAtFile,
        document::FileView,
        document::DocumentView,
        document::DocumentPageRequest,
        document::DocumentPage,
        document::SavedCopy,
        audit::AuditFilter,
        audit::ExamineAudit,
        audit::AuditOutcome,
        audit::AuditRow,
        audit::AuditPage,
        audit::AuditAct,
        audit::LogCheck,
        audit::AuditView,
        audit::SavedAudit,
        crate::Changed<Nothing>,
    );
    text.push_str("\nexport interface Commands {\n");
    macro_rules! map {
        ($($name:ident($request:ty) -> $response:ty, $access:ident;)*) => {
            $(text.push_str(&format!(
                "  {}: {{ request: {}; response: {} }};\n",
                stringify!($name),
                <$request as TS>::name(&config),
                <$response as TS>::name(&config),
            ));)*
        };
    }
    use crate::Changed;
    crate::command_table!(map);
    text.push_str("}\n");
    text
}

/// What the window has to know of every kind of letter before it asks for one, as a constant.
fn letter_kinds() -> String {
    let each = letter::LetterKind::ALL.map(|kind| {
        format!(
            "  \"{}\": {{ pages: {}, for_the_patient: {} }},\n",
            kind.name(),
            kind.pages(),
            kind.is_for_the_patient()
        )
    });
    format!(
        "\n/** How many pages a letter of each kind has at most, and whether it is a paper for the patient. */\n\
         export const letterKindFacts = {{\n{}}} as const satisfies Record<LetterKind, {{ pages: number, for_the_patient: boolean }}>;\n\n",
        each.concat()
    )
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    /// Written by `cargo xtask gen`, which sets the variable; compared otherwise.
    #[test]
    fn the_committed_typescript_is_fresh() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../ui/src/ipc/generated.ts");
        let made = super::typescript();
        if std::env::var_os("LAMINA_WRITE_GENERATED").is_some() {
            std::fs::write(&path, &made).unwrap();
        }
        let found = std::fs::read_to_string(&path).unwrap();
        assert!(
            found.replace("\r\n", "\n") == made,
            "ui/src/ipc/generated.ts is stale: run `cargo xtask gen`"
        );
    }
}
