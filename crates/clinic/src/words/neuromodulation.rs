//! Words of neuromodulation and of pumps, the same on the screen and in letters: what was chosen, leads, drugs, and what a
//! trial's diary comes to.

use super::{Word, answer, joined, message, say, say_with, spelled, words};
use lamina_domain::{
    Answer, Missing, Neuromodulation, Side,
    neuromodulation::{
        Pain, Therapy,
        step::{
            AssessmentKind, BatteryKind, BatteryStatus, DeviceComplication, ExplantExtent, Lead, PatientWish,
            Suitability, TrialDecision, Waveform,
        },
        trial_day::DayComparison,
    },
    pump_setting::{PumpDrug, PumpEvent},
    trial::{Course, Evaluation, Fall, Settings, Why, Window},
};

words! {
    Therapy {
        SpinalCord => "neuromodulation-therapy-spinal_cord",
        DorsalRootGanglion => "neuromodulation-therapy-dorsal_root_ganglion",
        PeripheralNerve => "neuromodulation-therapy-peripheral_nerve",
        PeripheralField => "neuromodulation-therapy-peripheral_field",
        IntrathecalDrug => "neuromodulation-therapy-intrathecal_drug",
        Other => "neuromodulation-therapy-other",
    }
    Pain {
        Back => "neuromodulation-pain-back",
        Leg => "neuromodulation-pain-leg",
        Neck => "neuromodulation-pain-neck",
        Arm => "neuromodulation-pain-arm",
    }
    AssessmentKind {
        Psychological => "neuromodulation-assessment-psychological",
        Multidisciplinary => "neuromodulation-assessment-multidisciplinary",
        Implanter => "neuromodulation-assessment-implanter",
        Other => "neuromodulation-assessment-other",
    }
    Suitability {
        Suitable => "neuromodulation-outcome-suitable",
        WithConditions => "neuromodulation-outcome-with_conditions",
        Deferred => "neuromodulation-outcome-deferred",
        NotSuitable => "neuromodulation-outcome-not_suitable",
    }
    Waveform {
        Tonic => "neuromodulation-waveform-tonic",
        Burst => "neuromodulation-waveform-burst",
        HighFrequency => "neuromodulation-waveform-high_frequency",
        SubPerception => "neuromodulation-waveform-sub_perception",
        ClosedLoop => "neuromodulation-waveform-closed_loop",
        Other => "neuromodulation-waveform-other",
    }
    TrialDecision {
        GoOn => "neuromodulation-decision-go_on",
        NotGoOn => "neuromodulation-decision-not_go_on",
        Postponed => "neuromodulation-decision-postponed",
    }
    PatientWish {
        WantsIt => "neuromodulation-wish-wants_it",
        DoesNotWantIt => "neuromodulation-wish-does_not_want_it",
        Undecided => "neuromodulation-wish-undecided",
    }
    BatteryKind {
        Rechargeable => "neuromodulation-battery-rechargeable",
        NotRechargeable => "neuromodulation-battery-not_rechargeable",
        External => "neuromodulation-battery-external",
    }
    BatteryStatus {
        Good => "neuromodulation-status-good",
        Low => "neuromodulation-status-low",
        ReplaceSoon => "neuromodulation-status-replace_soon",
        Empty => "neuromodulation-status-empty",
    }
    DeviceComplication {
        Migration => "neuromodulation-complication-migration",
        LeadFracture => "neuromodulation-complication-lead_fracture",
        Disconnection => "neuromodulation-complication-disconnection",
        Erosion => "neuromodulation-complication-erosion",
        GeneratorSitePain => "neuromodulation-complication-generator_site_pain",
        Infection => "neuromodulation-complication-infection",
        DuralPuncture => "neuromodulation-complication-dural_puncture",
        Haematoma => "neuromodulation-complication-haematoma",
        NeurologicalChange => "neuromodulation-complication-neurological_change",
        UnwantedStimulation => "neuromodulation-complication-unwanted_stimulation",
        LossOfEfficacy => "neuromodulation-complication-loss_of_efficacy",
        Other => "neuromodulation-complication-other",
    }
    ExplantExtent {
        Everything => "neuromodulation-extent-everything",
        LeadsLeft => "neuromodulation-extent-leads_left",
        SomeParts => "neuromodulation-extent-some_parts",
    }
    DayComparison {
        Better => "trial_day-compared-better",
        Same => "trial_day-compared-same",
        Worse => "trial_day-compared-worse",
    }
    PumpEvent {
        Filled => "pump_setting-event-filled",
        Refilled => "pump_setting-event-refilled",
        Changed => "pump_setting-event-changed",
        Checked => "pump_setting-event-checked",
        Stopped => "pump_setting-event-stopped",
    }
}

/// Small at its beginning, for a word within a sentence.
pub(crate) fn small(word: &str) -> String {
    let mut rest = word.chars();
    let first = rest.next().map(|first| first.to_lowercase().to_string());
    first.unwrap_or_default() + rest.as_str()
}

/// A side within a sentence, or that it is missing and how; nothing where there is none by nature.
fn side(told: &Answer<Side>) -> Option<String> {
    let word = answer(told)?;
    match told {
        Answer::Value(_) => Some(small(&word)),
        Answer::Missing(Missing::NotApplicable) => None,
        Answer::Missing(_) => Some(say_with!("shown-side", [("word", word.into())])),
    }
}

/// What is stimulated or given: "Spinal cord stimulation, paddle lead".
pub(crate) fn therapy(path: &Neuromodulation) -> String {
    let words = path.words.as_ref().map(ToString::to_string);
    match (path.therapy, &words) {
        (Therapy::Other, Some(words)) => words.clone(),
        _ => joined([Some(path.therapy.word()), words], ", ").unwrap_or_default(),
    }
}

/// Which pain it is to treat: "leg, left (burning of the foot)"; nothing where nobody said.
pub(crate) fn target(path: &Neuromodulation) -> Option<String> {
    let both = |one: String, other: String| {
        say_with!(
            "neuromodulation-both",
            [("one", one.into()), ("other", other.into())]
        )
    };
    let pains = path.targets.iter().map(|pain| small(&pain.word())).reduce(both);
    let where_to = pains.and_then(|pains| {
        let side = side(&path.side);
        joined([Some(pains), side], ", ")
    });
    let words = path.target_words.as_ref().map(ToString::to_string);
    match (where_to, words) {
        (Some(where_to), Some(words)) => Some(say_with!(
            "neuromodulation-target",
            [("where", where_to.into()), ("words", words.into())]
        )),
        (where_to, words) => where_to.or(words),
    }
}

/// "Spinal cord stimulation for pain: leg, left".
pub(crate) fn path(path: &Neuromodulation) -> String {
    match target(path) {
        Some(target) => say_with!(
            "neuromodulation-title",
            [("therapy", therapy(path).into()), ("target", target.into())]
        ),
        None => therapy(path),
    }
}

/// Leads with tip, side and contacts, in one line.
pub(crate) fn leads(leads: &[Lead]) -> Option<String> {
    let one = |lead: &Lead| {
        let tip = (!lead.tip.is_empty())
            .then(|| say_with!("neuromodulation-tip", [("tip", lead.tip.to_string().into())]));
        let contacts = lead.contacts.map(|count| {
            say_with!(
                "neuromodulation-contacts",
                [("count", u32::from(count.get()).into())]
            )
        });
        let side = side(&lead.side);
        let words = lead.words.as_ref().map(ToString::to_string);
        joined([tip, side, contacts, words], ", ")
    };
    joined(leads.iter().map(one), "; ")
}

/// A drug of a pump with its concentration and its dose a day, each with its unit.
pub(crate) fn drug(drug: &PumpDrug) -> String {
    let concentration = drug.concentration.map(|one| one.to_string());
    let daily = drug.daily.map(|one| one.to_string());
    let amounts = [
        concentration.unwrap_or_else(|| say!("pump_setting-concentration-missing")),
        daily.unwrap_or_else(|| say!("pump_setting-daily-missing")),
    ];
    say_with!(
        "pump_setting-drug",
        [
            ("name", drug.name.to_string().into()),
            ("amounts", amounts.join(", ").into())
        ]
    )
}

/// All drugs of a pump, in one line.
pub(crate) fn drugs(all: &[PumpDrug]) -> Option<String> {
    joined(all.iter().map(|one| Some(drug(one))), "; ")
}

/// What a trial's diary comes to, a line each: every pain that was to be treated or was rated, and which medicines were changed.
pub(crate) fn evaluation(evaluation: &Evaluation, settings: &Settings) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    if !evaluation.courses.iter().any(|one| one.target) {
        lines.push(say!("trial-no-target"));
    }
    lines.extend(evaluation.courses.iter().map(|one| course(one, settings)));
    if !evaluation.medicine_changed.is_empty() {
        let days = evaluation.medicine_changed.iter().map(|day| Some(spelled(*day)));
        let days = joined(days, ", ").unwrap_or_default();
        lines.push(say_with!("trial-medicine-changed", [("days", days.into())]));
    }
    if evaluation.medicine_not_said > 0 {
        let count = evaluation.medicine_not_said;
        lines.push(say_with!("trial-medicine-not-said", [("count", count.into())]));
    }
    lines
}

fn course(course: &Course, settings: &Settings) -> String {
    let pain = course.pain.word();
    let means = course.windows.as_ref().map(|windows| means(course, windows));
    if !course.target {
        let means = means.unwrap_or_else(|| say!("trial-days-not-known"));
        return say_with!(
            "trial-not-target",
            [("pain", pain.into()), ("means", means.into())]
        );
    }
    let limit = settings.percent.to_string();
    match &course.fall {
        Ok(fall) => {
            let id = match fall.met {
                true => message!("trial-met"),
                false => message!("trial-not-met"),
            };
            say_with!(
                id,
                [
                    ("limit", limit.into()),
                    ("pain", small(&pain).into()),
                    ("means", means.unwrap_or_default().into()),
                    ("change", change(*fall).into())
                ]
            )
        }
        Err(why) => say_with!(
            "trial-not-worked-out",
            [
                ("limit", limit.into()),
                ("pain", small(&pain).into()),
                ("why", reason(*why, means).into())
            ]
        ),
    }
}

/// Why nothing is worked out, and the means as far as there are any.
fn reason(why: Why, means: Option<String>) -> String {
    let means = means.map(|means| format!("{means}."));
    joined([Some(said(why)), means], " ").unwrap_or_default()
}

/// Tenths of a percent, which way it went.
fn change(fall: Fall) -> String {
    let amount = fall.permille.unsigned_abs();
    let percent = format!("{}.{}", amount / 10, amount % 10);
    match fall.permille {
        0 => say!("trial-same"),
        1.. => say_with!("trial-fall", [("percent", percent.into())]),
        _ => say_with!("trial-rise", [("percent", percent.into())]),
    }
}

fn said(why: Why) -> String {
    match why {
        Why::StartNotADay => say!("trial-why-start"),
        Why::NoEnd => say!("trial-why-no-end"),
        Why::EndNotADay => say!("trial-why-end"),
        Why::TooShort => say!("trial-why-too-short"),
        Why::TooFewDays(least) => say_with!("trial-why-few-days", [("least", least.into())]),
        Why::KindsDiffer => say!("trial-why-kinds"),
        Why::NoPainBefore => say!("trial-why-no-pain"),
    }
}

/// Both means, of how many days, and how pain was rated.
fn means(course: &Course, [before, end]: &[Window; 2]) -> String {
    let kind = course.kind.map(|kind| small(&kind.word()));
    let means = say_with!(
        "trial-means",
        [("before", mean(before).into()), ("end", mean(end).into())]
    );
    match kind {
        Some(kind) => say_with!("trial-rated", [("means", means.into()), ("kind", kind.into())]),
        None => means,
    }
}

fn mean(window: &Window) -> String {
    let days = say_with!(
        "trial-days",
        [
            ("days", window.days.into()),
            ("span", window.span().to_string().into()),
            ("from", spelled(window.from).into()),
            ("to", spelled(window.to).into())
        ]
    );
    match window.mean_tenths() {
        Some(tenths) => say_with!(
            "trial-mean",
            [
                ("mean", format!("{}.{}", tenths / 10, tenths % 10).into()),
                ("days", days.into())
            ]
        ),
        None => say_with!("trial-no-mean", [("days", days.into())]),
    }
}
