//! Words for nerve and muscle tests: which were made, what was tested with which result, what is concluded. A study without
//! abnormality is told by what was tested, and nothing is told as excluded.

use super::{Word, answer, imaging::stated_as, joined, message, say, say_with, words};
use lamina_domain::{
    Answer, Electrodiagnosis, Missing, Side, StatedAs,
    electrodiagnosis::{
        Chronicity, ConclusionPart, ElectricalChange, ElectrodiagnosticTest, NerveConclusion, TestResult,
        TestedPart,
    },
    rule::electrodiagnosis::needle_is_early,
};

words! {
    ElectrodiagnosticTest {
        NeedleEmg => "electrodiagnostic-test-needle_emg",
        NerveConduction => "electrodiagnostic-test-nerve_conduction",
        LateResponses => "electrodiagnostic-test-late_responses",
        SomatosensoryEvoked => "electrodiagnostic-test-somatosensory_evoked",
        MotorEvoked => "electrodiagnostic-test-motor_evoked",
        Other => "electrodiagnostic-test-other",
    }
    ElectricalChange {
        ActiveDenervation => "electrical-change-active_denervation",
        Reinnervation => "electrical-change-reinnervation",
        ReducedRecruitment => "electrical-change-reduced_recruitment",
        LowAmplitude => "electrical-change-low_amplitude",
        SlowConduction => "electrical-change-slow_conduction",
        LateResponse => "electrical-change-late_response",
        NoResponse => "electrical-change-no_response",
    }
    NerveConclusion {
        Radiculopathy => "nerve-conclusion-radiculopathy",
        Plexopathy => "nerve-conclusion-plexopathy",
        Mononeuropathy => "nerve-conclusion-mononeuropathy",
        Polyneuropathy => "nerve-conclusion-polyneuropathy",
        CordConduction => "nerve-conclusion-cord_conduction",
        Myopathy => "nerve-conclusion-myopathy",
        NoAbnormality => "nerve-conclusion-no_abnormality",
        Inconclusive => "nerve-conclusion-inconclusive",
        Other => "nerve-conclusion-other",
    }
    Chronicity {
        Acute => "chronicity-acute",
        Subacute => "chronicity-subacute",
        Chronic => "chronicity-chronic",
        ChronicActive => "chronicity-chronic_active",
    }
}

/// What was made, in one line: "needle EMG, nerve conduction study".
pub(crate) fn tests(study: &Electrodiagnosis) -> String {
    joined(study.tests.iter().map(|test| Some(test.word())), ", ").unwrap_or_default()
}

/// One conclusion: "radiculopathy, L5 root, left, chronic".
pub(crate) fn conclusion(one: &ConclusionPart) -> String {
    let words = one.words.as_ref().map(ToString::to_string);
    let named = match (one.kind, &words) {
        (NerveConclusion::Other, Some(_)) => None,
        (kind, _) => Some(kind.word()),
    };
    let nerve = one.nerve.as_ref().map(ToString::to_string);
    let roots = (!one.roots.is_empty()).then(|| one.roots.to_string());
    let age = one.chronicity.map(|age| age.word());
    let parts = [named, roots, nerve, side(&one.side), age, words];
    let name = joined(parts, ", ").unwrap_or_default();
    // That nothing was found, or nothing concluded, is neither there nor absent.
    match one.stated.filter(|_| one.kind.is_something()) {
        Some(StatedAs::Absent) => say_with!("stated-no-sign", [("what", name.into())]),
        Some(stated) => stated_as(stated, name),
        None => name,
    }
}

/// A side, or that it is missing and how. Where there is none by nature, nothing is said of it.
fn side(one: &Answer<Side>) -> Option<String> {
    match one {
        Answer::Value(side) => Some(side.word()),
        Answer::Missing(Missing::NotApplicable) => None,
        missing => answer(missing).map(|word| say_with!("shown-side", [("word", word.into())])),
    }
}

/// What was tested, a line for each result, what is not as in health first: its label, and the parts with what was found.
pub(crate) fn examined(study: &Electrodiagnosis) -> Vec<(String, String)> {
    let results = [
        Some(TestResult::Abnormal),
        Some(TestResult::Borderline),
        None,
        Some(TestResult::Normal),
        Some(TestResult::NotTested),
    ];
    let line = |result: Option<TestResult>| {
        let of = study.examined.iter().filter(|one| one.result == result);
        let told = joined(of.map(|one| Some(part(one))), "; ")?;
        let label = match result {
            Some(TestResult::Abnormal) => message!("shown-electrodiagnosis-abnormal"),
            Some(TestResult::Borderline) => message!("shown-electrodiagnosis-borderline"),
            Some(TestResult::Normal) => message!("shown-electrodiagnosis-normal"),
            Some(TestResult::NotTested) => message!("shown-electrodiagnosis-not-tested"),
            None => message!("shown-electrodiagnosis-tested"),
        };
        Some((say!(label), told))
    };
    results.into_iter().filter_map(line).collect()
}

fn part(one: &TestedPart) -> String {
    let what = joined([Some(one.name.to_string()), side(&one.side)], ", ").unwrap_or_default();
    let words = one.words.as_ref().map(ToString::to_string);
    let found = one
        .changes
        .iter()
        .map(|change| Some(change.word()))
        .chain([words]);
    match joined(found, ", ") {
        Some(found) => say_with!(
            "shown-electrodiagnosis-part",
            [("what", what.into()), ("found", found.into())]
        ),
        None => what,
    }
}

/// That changes which a needle shows may not have come yet, with the recorded duration and the source.
pub(crate) fn timing(study: &Electrodiagnosis) -> Option<String> {
    let lasted = study.symptoms_for.filter(|_| needle_is_early(study))?;
    let source = say!("rule-electrodiagnosis-needle_early-source");
    Some(say_with!(
        "electrodiagnosis-early",
        [("time", lasted.to_string().into()), ("source", source.into())]
    ))
}
