//! What of the record gives cause to think of a caution when walking is prescribed. It names entries and sets nothing: a
//! clinician ticks a caution or leaves it.
//!
//! Source: patient-education texts on walking after spine surgery, which name severe sciatica, advanced degeneration and stenosis
//! with compression, severe arthritis, a herniation, inflammatory disease of the spine, and uneven ground. From which strength
//! pain is severe, how long a fusion is recent, that low bone density and falls are told beside them, and that a finding which
//! its report calls mild gives no cause, are Lamina's own and for a clinician to confirm.

use super::settings::Settings;
use crate::{
    fact::{
        Record,
        background::Comorbidity,
        diagnosis::{self, Diagnosis},
        examination::Examination,
        flag::Flag,
        imaging::{Finding, FindingKind, FindingMeasure, Imaging, Quantity, Severity},
        kept::{Head, Kept},
        noun::Noun,
        surgery::Code,
        symptom::{Symptom, Tolerance, quality::NeuropathicQuality},
        walking::Caution,
    },
    value::{answer::Answer, reply::Reply, text::Text},
};
use chrono::{Days, NaiveDate};
use uuid::Uuid;

/// A word of neither pattern that the source names beside the neuropathic ones.
const SHARP: &str = "sharp";

/// Bone density at or below this is called osteoporosis by the World Health Organization (1994).
const LOW_T_SCORE: f64 = -2.5;

/// What in the record gives cause: a fact by its place in its list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CareSource {
    /// A symptom that is present, by its place.
    Symptom(usize),
    /// A finding of imaging: the study, and the finding in it.
    Finding(usize, usize),
    /// A diagnosis that is not excluded.
    Diagnosis(usize),
    /// A condition that was answered with yes.
    Condition(Comorbidity),
    /// A question about red flags whose last answer is yes: the screening, and the question's id.
    Answer(usize, &'static str),
    /// A fusion that may be recent, by its place.
    Operation(usize),
    /// The last examination, which tells of a fall, by its place.
    Examination(usize),
}

impl CareSource {
    /// The entry as it is kept, with its kind; no id where it never was.
    pub fn entry(self, record: &Record) -> (Noun, Option<Uuid>) {
        fn head<T>(list: &[Kept<T>], at: usize) -> Option<&Head> {
            list.get(at).and_then(|one| one.head.as_ref())
        }
        let (noun, head) = match self {
            Self::Symptom(at) => (Noun::Symptom, head(&record.symptoms, at)),
            Self::Finding(at, _) => (Noun::Imaging, head(&record.imaging, at)),
            Self::Diagnosis(at) => (Noun::Diagnosis, head(&record.diagnoses, at)),
            Self::Condition(_) => (Noun::Background, record.background.head.as_ref()),
            Self::Answer(at, _) => (Noun::Flag, head(&record.flags, at)),
            Self::Operation(at) => (Noun::Surgery, head(&record.surgeries, at)),
            Self::Examination(at) => (Noun::Examination, head(&record.examinations, at)),
        };
        (noun, head.map(|head| head.id))
    }
}

/// A caution and what gives cause to think of it, which is never nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Care {
    /// The caution that a clinician may tick.
    pub caution: Caution,
    /// What gives cause, in the order of the record's lists.
    pub from: Vec<CareSource>,
}

/// The cautions for which the record gives cause as of `today`, in the order of [`Caution::ALL`]. What is over, excluded, not seen
/// or not asked gives none.
pub fn cares(record: &Record, settings: &Settings, today: NaiveDate) -> Vec<Care> {
    let of = |caution: Caution| Care {
        caution,
        from: sources(record, caution, settings, today),
    };
    let all = Caution::ALL.into_iter().map(of);
    all.filter(|one| !one.from.is_empty()).collect()
}

fn sources(record: &Record, caution: Caution, settings: &Settings, today: NaiveDate) -> Vec<CareSource> {
    let mut found = Vec::new();
    let present = record.symptoms.iter().enumerate();
    let present = present.filter(|(_, one)| one.is_present());
    let meant = present.filter(|(_, one)| match caution {
        Caution::SevereSciatica => is_severe_sciatica(one, settings),
        Caution::Claudication => is_claudication(one),
        _ => false,
    });
    found.extend(meant.map(|(at, _)| CareSource::Symptom(at)));
    for (at, study) in record.imaging.iter().enumerate() {
        found.extend(seen(study, caution).map(|number| CareSource::Finding(at, number)));
    }
    let diagnoses = record.diagnoses.iter().enumerate();
    let judged = diagnoses.filter(|(_, one)| one.is_open() && names(one, caution));
    found.extend(judged.map(|(at, _)| CareSource::Diagnosis(at)));
    let conditions = record.background.present().map(|(which, _)| which);
    let conditions = conditions.filter(|which| of_condition(*which) == Some(caution));
    found.extend(conditions.map(CareSource::Condition));
    let asked = questions(caution).iter().copied();
    found
        .extend(asked.filter_map(|question| Some(CareSource::Answer(last_yes(record, question)?, question))));
    if caution == Caution::RecentFusion {
        found.extend(recent_fusions(record, settings, today).map(CareSource::Operation));
    }
    if caution == Caution::Ground {
        found.extend(fell(record).map(CareSource::Examination));
    }
    found
}

/// Pain of the leg of at least so many points that is like that of a nerve by its words. Words are no diagnosis.
fn is_severe_sciatica(symptom: &Symptom, settings: &Settings) -> bool {
    const LEG: [&str; 7] = ["leg", "thigh", "calf", "shin", "foot", "buttock", "sciatic"];
    let is_of_a_nerve = |word: &Text| {
        let word = word.as_str().to_lowercase();
        NeuropathicQuality::WORDS.contains(&word.as_str()) || word == SHARP
    };
    let strong = symptom.intensity.value();
    strong.is_some_and(|nrs| u16::from(nrs.rating()) >= settings.severe_pain.get())
        && mentions(&symptom.site, &LEG)
        && symptom.qualities.iter().any(is_of_a_nerve)
}

/// What walking brings and sitting or bending eases.
fn is_claudication(symptom: &Symptom) -> bool {
    let is_limited = matches!(symptom.walking, Answer::Value(Tolerance::Minutes(_)));
    let with_walking = symptom.aggravating.iter().any(|text| mentions(text, &["walk"]));
    let eased = |text: &Text| mentions(text, &["sit", "bend", "stoop", "lean"]);
    (is_limited || with_walking) && symptom.relieving.iter().any(eased)
}

/// Whether a word of the text begins with one of these.
fn mentions(text: &Text, wanted: &[&str]) -> bool {
    let low = text.as_str().to_lowercase();
    let mut words = low.split(|c: char| !c.is_alphanumeric());
    words.any(|word| wanted.iter().any(|start| word.starts_with(start)))
}

/// The findings of a study that were seen, are not mild by its report, and give cause.
fn seen(study: &Imaging, caution: Caution) -> impl Iterator<Item = usize> {
    let gives = move |one: &Finding| {
        let mild = matches!(one.severity, Some(Severity::Mild | Severity::MildToModerate));
        let coded = one.code().and_then(of_finding) == Some(caution);
        let measured = caution == Caution::Osteoporosis && one.measures.iter().any(is_low);
        one.is_seen() && !mild && (coded || measured)
    };
    let all = study.findings.iter().enumerate();
    all.filter(move |(_, one)| gives(one)).map(|(number, _)| number)
}

fn is_low(measure: &FindingMeasure) -> bool {
    measure.quantity() == Quantity::TScore && measure.is_at_most(LOW_T_SCORE)
}

fn of_finding(kind: FindingKind) -> Option<Caution> {
    use FindingKind as K;
    Some(match kind {
        K::Stenosis
        | K::CentralStenosis
        | K::LateralRecessStenosis
        | K::ForaminalStenosis
        | K::CordCompression => Caution::Claudication,
        K::DiscHerniation | K::RecurrentHerniation | K::DiscFragment | K::RootCompression => {
            Caution::Herniation
        }
        K::DiscDegeneration | K::DiscSpaceNarrowing | K::EndplateChanges | K::AdjacentSegment => {
            Caution::Degeneration
        }
        K::FacetArthropathy | K::SacroiliacArthropathy | K::Arthritis => Caution::Arthritis,
        K::LowBoneDensity => Caution::Osteoporosis,
        _ => return None,
    })
}

fn names(diagnosis: &Diagnosis, caution: Caution) -> bool {
    use diagnosis::Kind as K;
    let of = match diagnosis.kind {
        K::Stenosis | K::CentralStenosis | K::LateralRecessStenosis | K::ForaminalStenosis => {
            Caution::Claudication
        }
        K::RecurrentHerniation | K::RootCompression => Caution::Herniation,
        K::DiscDegeneration | K::DiscSpaceNarrowing | K::AdjacentSegment => Caution::Degeneration,
        K::FacetJoint => Caution::Arthritis,
        _ => return false,
    };
    of == caution
}

fn of_condition(which: Comorbidity) -> Option<Caution> {
    Some(match which {
        Comorbidity::Spondyloarthritis => Caution::Inflammatory,
        Comorbidity::Osteoporosis => Caution::Osteoporosis,
        Comorbidity::HipOrKneeDisease => Caution::Arthritis,
        _ => return None,
    })
}

/// The questions about red flags that ask for the same.
fn questions(caution: Caution) -> &'static [&'static str] {
    match caution {
        Caution::Inflammatory => &["inflammatory_spine", "morning_stiffness"],
        Caution::Osteoporosis => &["osteoporosis"],
        Caution::Ground => &["unsteady_gait"],
        _ => &[],
    }
}

/// The screening that answered a question last, where that was with yes.
fn last_yes(record: &Record, question: &str) -> Option<usize> {
    let reply = |flag: &Flag| flag.answers.get(question).map(|one| one.reply());
    let asked = record.flags.iter().enumerate();
    let asked = asked.filter(|(_, flag)| reply(flag).is_some_and(|reply| reply != Reply::NotAsked));
    let last = asked.max_by_key(|(_, flag)| (flag.asked_on.last(), flag.recorded_at()));
    last.filter(|(_, flag)| reply(flag) == Some(Reply::Yes))
        .map(|(at, _)| at)
}

/// The operations that joined vertebrae and may have been so recently.
fn recent_fusions(record: &Record, settings: &Settings, today: NaiveDate) -> impl Iterator<Item = usize> {
    let days = u64::from(settings.fusion_weeks.get()) * 7;
    let since = today.checked_sub_days(Days::new(days)).unwrap_or(today);
    let all = record.surgeries.iter().enumerate();
    all.filter(move |(_, one)| {
        let joined = one.procedures.iter().any(|one| one.code.is_some_and(Code::joins));
        joined && record.last_day_of(&one.when).is_some_and(|day| day >= since)
    })
    .map(|(at, _)| at)
}

/// The last examination, where it tells of a fall.
fn fell(record: &Record) -> Option<usize> {
    let day = |one: &Examination| record.days_of(&one.when).map(|(_, to)| to);
    let asked = record.examinations.iter().enumerate();
    let asked = asked.filter(|(_, one)| one.falls.value().is_some());
    let (at, last) = asked.max_by_key(|(at, one)| (day(one), *at))?;
    let falls = last.falls.value()?;
    (falls.get() > 0).then_some(at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn found(lists: &str) -> Vec<Care> {
        let text = format!(r#"{{"patient":{{"family":"Sample","born":"1970"}},{lists}}}"#);
        let record: Record = serde_json::from_str(&text).unwrap();
        let today = NaiveDate::from_ymd_opt(2026, 11, 25).unwrap();
        cares(&record, &Settings::default(), today)
    }

    fn cautions(lists: &str) -> Vec<Caution> {
        found(lists).into_iter().map(|one| one.caution).collect()
    }

    #[rstest]
    #[case(r#""site":"leg","qualities":["shooting"],"intensity":{"value":8}"#, &[Caution::SevereSciatica])]
    #[case(r#""site":"Left leg","qualities":["Sharp"],"intensity":{"value":7}"#, &[Caution::SevereSciatica])]
    #[case(r#""site":"leg","qualities":["shooting"],"intensity":{"value":6}"#, &[])]
    #[case(r#""site":"leg","qualities":["aching"],"intensity":{"value":9}"#, &[])]
    #[case(r#""site":"low back","qualities":["shooting"],"intensity":{"value":9}"#, &[])]
    #[case(r#""site":"leg","qualities":["shooting"],"intensity":{"value":9},"resolved":"2025""#, &[])]
    #[case(r#""site":"leg","walking":{"value":"5 min"},"relieving":["sitting down"]"#, &[Caution::Claudication])]
    #[case(r#""site":"calf","aggravating":["walking"],"relieving":["bending forwards"]"#, &[Caution::Claudication])]
    #[case(r#""site":"calf","aggravating":["walking"],"relieving":["standing still"]"#, &[])]
    #[case(r#""site":"leg","walking":{"value":"unlimited"},"relieving":["sitting"]"#, &[])]
    fn trap_33_symptoms_give_cause_by_what_was_said_of_them(
        #[case] fields: &str,
        #[case] wanted: &[Caution],
    ) {
        assert_eq!(cautions(&format!(r#""symptoms":[{{{fields}}}]"#)), wanted);
    }

    #[rstest]
    #[case(r#"{"kind":"central_stenosis","severity":"severe"}"#, &[Caution::Claudication])]
    #[case(r#"{"kind":"central_stenosis"}"#, &[Caution::Claudication])]
    #[case(r#"{"kind":"central_stenosis","severity":"mild"}"#, &[])]
    #[case(r#"{"kind":"central_stenosis","stated":"absent"}"#, &[])]
    #[case(r#"{"what":"no stenosis"}"#, &[])]
    #[case(r#"{"kind":"facet_arthropathy","severity":"moderate"}"#, &[Caution::Arthritis])]
    #[case(r#"{"kind":"disc_degeneration"},{"kind":"recurrent_herniation"}"#, &[Caution::Herniation, Caution::Degeneration])]
    #[case(r#"{"measures":[{"what":"t_score","value":-2.7}]}"#, &[Caution::Osteoporosis])]
    #[case(r#"{"measures":[{"what":"t_score","value":-1.7}]}"#, &[])]
    fn trap_31_only_what_was_seen_and_is_not_mild_gives_cause(
        #[case] findings: &str,
        #[case] wanted: &[Caution],
    ) {
        let lists = format!(r#""imaging":[{{"modality":"mri","findings":[{findings}]}}]"#);
        assert_eq!(cautions(&lists), wanted);
    }

    #[test]
    fn a_diagnosis_gives_cause_until_it_is_excluded_and_a_condition_once_it_is_answered_with_yes() {
        let judged = |certainty: &str| {
            cautions(&format!(
                r#""diagnoses":[{{"kind":"stenosis","certainty":"{certainty}"}}]"#
            ))
        };
        assert_eq!(judged("suspected"), [Caution::Claudication]);
        assert_eq!(judged("excluded"), []);
        let asked = |is: &str| {
            cautions(&format!(
                r#""background":{{"comorbidities":{{"spondyloarthritis":{{"is":"{is}"}},"osteoporosis":{{"is":"{is}"}}}}}}"#
            ))
        };
        assert_eq!(asked("yes"), [Caution::Inflammatory, Caution::Osteoporosis]);
        assert_eq!(asked("unknown"), []);
    }

    #[test]
    fn the_last_answer_about_red_flags_counts() {
        let asked = |later: &str| {
            found(&format!(
                r#""flags":[{{"asked_on":"3 May 2026","answers":{{"inflammatory_spine":{{"is":"yes"}}}}}},
                {{"asked_on":"4 May 2026","answers":{{"inflammatory_spine":{{"is":"{later}"}}}}}}]"#
            ))
        };
        assert_eq!(asked("no"), []);
        let caution = Caution::Inflammatory;
        let from = vec![CareSource::Answer(0, "inflammatory_spine")];
        assert_eq!(asked("not_asked"), [Care { caution, from }]);
    }

    #[test]
    fn a_fusion_is_recent_for_weeks_and_one_that_may_be_so_counts() {
        let fused = |when: &str| {
            cautions(&format!(
                r#""surgeries":[{{"procedures":["fusion L4-L5"],"when":"{when}"}}]"#
            ))
        };
        assert_eq!(fused("3 Sep 2026"), [Caution::RecentFusion]);
        assert_eq!(fused("2026"), [Caution::RecentFusion]);
        assert_eq!(fused("Apr 2026"), []);
        assert_eq!(fused("unknown"), []);
    }

    #[test]
    fn the_last_examination_that_asked_tells_of_falls() {
        let walked = |falls: &str| {
            cautions(&format!(
                r#""examinations":[{{"when":"3 May 2026","falls":{{"value":{falls}}}}},{{"when":"4 May 2026"}}]"#
            ))
        };
        assert_eq!(walked("2"), [Caution::Ground]);
        assert_eq!(walked("0"), []);
    }
}
