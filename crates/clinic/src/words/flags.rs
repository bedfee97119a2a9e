//! Red flags in words: what was found, what is missing, courses, levels, muscles. Screen and letter share them.

use super::{Word, joined, message, say, say_with, taking};
use lamina_domain::{
    examination::power::KeyMuscle,
    flag::answer::{Course, Level},
    red_flag::{
        Catalogue, Question,
        facts::Event,
        input::{Evidence, Gap, Observation, PowerBefore, Sign, Why},
        reading::DerivedReading,
    },
};

impl Word for Level {
    fn word(&self) -> String {
        say!(match self {
            Level::Caution => message!("flag-level-caution"),
            Level::Urgent => message!("flag-level-urgent"),
            Level::SameDay => message!("flag-level-same-day"),
            Level::Emergency => message!("flag-level-emergency"),
        })
    }
}

impl Word for KeyMuscle {
    /// The muscle with its root.
    fn word(&self) -> String {
        say!(match self {
            KeyMuscle::C5 => message!("flag-muscle-c5"),
            KeyMuscle::C6 => message!("flag-muscle-c6"),
            KeyMuscle::C7 => message!("flag-muscle-c7"),
            KeyMuscle::C8 => message!("flag-muscle-c8"),
            KeyMuscle::T1 => message!("flag-muscle-t1"),
            KeyMuscle::L2 => message!("flag-muscle-l2"),
            KeyMuscle::L3 => message!("flag-muscle-l3"),
            KeyMuscle::L4 => message!("flag-muscle-l4"),
            KeyMuscle::L5 => message!("flag-muscle-l5"),
            KeyMuscle::S1 => message!("flag-muscle-s1"),
        })
    }
}

/// How a finding behaves over time; nothing where nobody said.
pub(crate) fn course(course: Course) -> Option<String> {
    match course {
        Course::New => Some(say!("flag-course-new")),
        Course::Changed => Some(say!("flag-course-changed")),
        Course::LongStandingUnchanged => Some(say!("flag-course-unchanged")),
        Course::NotSaid => None,
    }
}

fn question(id: &str) -> Option<&'static Question> {
    Catalogue::built_in().ok()?.question(id)
}

/// What an input tells: the finding that a question asks about, or what a reading reads.
pub(crate) fn input(id: &str) -> String {
    match (question(id), DerivedReading::named(id)) {
        (Some(question), _) => question.words.clone(),
        (None, Some(derived)) => reading(derived),
        (None, None) => id.to_owned(),
    }
}

fn reading(derived: DerivedReading) -> String {
    say!(match derived {
        DerivedReading::ResidualUrineRaised => message!("flag-input-residual-urine"),
        DerivedReading::FeverMeasured => message!("flag-input-temperature"),
        DerivedReading::BreathsLow => message!("flag-input-breathing-rate"),
        DerivedReading::CrpRising => message!("flag-input-course-of-crp"),
        DerivedReading::EsrRising => message!("flag-input-course-of-esr"),
        DerivedReading::CrpRaised => message!("flag-input-crp"),
        DerivedReading::EsrRaised => message!("flag-input-esr"),
        DerivedReading::EsrHighAfterOperation => message!("flag-input-esr-after-the-operation"),
        DerivedReading::OperationRecent | DerivedReading::OperationInWoundWindow =>
            message!("flag-input-dates-of-operations"),
        DerivedReading::InjectionRecent => message!("flag-input-dates-of-injections"),
        DerivedReading::ProcedureRecent => message!("flag-input-dates-of-other-procedures-at-the-spine"),
        DerivedReading::ProcedureWithinDays => message!("flag-input-dates-of-procedures-at-the-spine"),
        DerivedReading::OperationNeckOrChest => message!("flag-input-regions-of-operations"),
        DerivedReading::DeviceInSitu => message!("flag-input-implanted-devices"),
        DerivedReading::TrialLeadIn => message!("flag-input-dates-of-trials"),
        DerivedReading::BloodThinner => message!("flag-input-blood-thinners"),
        DerivedReading::AgeOverTumourBand
        | DerivedReading::AgeUnderTumourBand
        | DerivedReading::AgeOverFractureBand => {
            message!("flag-input-age")
        }
        DerivedReading::OnsetUnderInflammatoryBand => message!("flag-input-age-at-the-first-dated-symptom"),
        DerivedReading::PowerDropped
        | DerivedReading::PowerDroppedBothSides
        | DerivedReading::PowerDroppedFast
        | DerivedReading::PowerLow => message!("flag-input-examination-of-muscle-power"),
        DerivedReading::SaddleAlteredExamined => message!("flag-input-examination-of-the-saddle"),
        DerivedReading::AnalToneReducedExamined => message!("flag-input-examination-of-anal-tone"),
        DerivedReading::TractSignExamined => message!("flag-input-examination-of-the-long-tracts"),
        DerivedReading::FootDropExamined => message!("flag-input-examination-of-gait"),
        DerivedReading::ItemNinePositive => message!("flag-input-phq-9-item-9"),
    })
}

/// What is missing and why: "fever: not assessed since 3 Nov 2026".
pub(crate) fn gap(gap: &Gap) -> String {
    let why = match gap.why {
        Why::NotAsked => say!("value-reply-not-asked"),
        Why::Unknown => say!("value-reply-unknown"),
        Why::Declined => say!("value-reply-declined"),
        Why::NotRecorded => say!("flag-gap-not-recorded"),
        Why::NotSince { day } => say_with!("flag-not-assessed-since", [("spelled", day.to_string().into())]),
        Why::DatedAhead => say!("flag-dated-in-the-future"),
        Why::CourseNotSaid => say!("flag-gap-course"),
    };
    say_with!(
        "flag-gap",
        [("input", input(&gap.input).into()), ("why", why.into())],
    )
}

/// What was found, without its date.
pub(crate) fn found(evidence: &Evidence) -> String {
    let with = |id: taking!["value"], value: String| say_with!(id, [("value", value.into())]);
    let two = |id: taking!["from", "to"], from: String, to: String| {
        say_with!(id, [("from", from.into()), ("to", to.into())])
    };
    match &evidence.found {
        Observation::Answer { .. } => answer(evidence),
        Observation::Age(least, most) if least == most => with(message!("flag-found-age"), least.to_string()),
        Observation::Age(least, most) => two(
            message!("flag-found-age-between"),
            least.to_string(),
            most.to_string(),
        ),
        Observation::OnsetAge(least, most) if least == most => {
            with(message!("flag-found-onset"), least.to_string())
        }
        Observation::OnsetAge(least, most) => two(
            message!("flag-found-onset-between"),
            least.to_string(),
            most.to_string(),
        ),
        Observation::ResidualUrine(millilitres) => {
            with(message!("flag-found-residual-urine"), millilitres.to_string())
        }
        Observation::Temperature(tenths) => with(
            message!("flag-found-temperature"),
            format!("{}.{}", tenths / 10, tenths % 10),
        ),
        Observation::Breaths(breaths) => with(message!("flag-found-breaths"), breaths.to_string()),
        Observation::ItemNine(points) => with(message!("flag-found-item-nine"), points.to_string()),
        Observation::Crp(value) => with(message!("flag-found-crp"), tenths(*value)),
        Observation::CrpRising(from, to) => {
            two(message!("flag-found-crp-rising"), tenths(*from), tenths(*to))
        }
        Observation::Esr(value) => with(message!("flag-found-esr"), value.to_string()),
        Observation::EsrRising(from, to) => two(
            message!("flag-found-esr-rising"),
            from.to_string(),
            to.to_string(),
        ),
        Observation::EsrLate(value) => with(message!("flag-found-esr-late"), value.to_string()),
        Observation::Procedure(event, when) => say_with!(
            "flag-found-procedure",
            [
                ("procedure", procedure(*event).into()),
                ("when", when.to_string().into()),
            ],
        ),
        Observation::NeckOrChest(when) => with(message!("flag-found-neck-or-chest"), when.to_string()),
        Observation::Device(name) => with(message!("flag-found-device"), name.to_string()),
        Observation::TrialLead(name, placed) => say_with!(
            "flag-found-trial-lead",
            [
                ("name", name.to_string().into()),
                ("when", placed.to_string().into()),
            ],
        ),
        Observation::BloodThinner(name) => with(message!("flag-found-thinner"), name.to_string()),
        Observation::Examined(Sign::Saddle(sense)) => with(message!("flag-found-saddle"), sense.word()),
        Observation::Examined(Sign::Tone(tone)) => with(message!("flag-found-anal-tone"), tone.word()),
        Observation::Examined(Sign::FootDrop) => say!("flag-found-foot-drop"),
        Observation::Examined(Sign::Tract(sign)) => say_with!(
            "flag-found-tract-sign",
            [
                ("side", sign.side.word().into()),
                ("sign", sign.sign.word().into()),
            ],
        ),
        Observation::Power {
            muscle,
            side,
            grade,
            before,
        } => {
            let before = match before {
                PowerBefore::Tested(grade, on) => say_with!(
                    "flag-found-power-from",
                    [("grade", grade.to_string().into()), ("on", on.to_string().into())],
                ),
                PowerBefore::Known(grade) => {
                    say_with!("flag-found-power-known", [("grade", grade.to_string().into())])
                }
                PowerBefore::Unknown => say!("flag-found-power-first"),
            };
            say_with!(
                "flag-found-power",
                [
                    ("side", side.word().into()),
                    ("muscle", muscle.word().into()),
                    ("grade", grade.to_string().into()),
                    ("before", before.into()),
                ],
            )
        }
    }
}

/// A question that was answered with yes, as it was said and with the reason why that does not count.
fn answer(evidence: &Evidence) -> String {
    let words = input(&evidence.input);
    let (
        Observation::Answer {
            course: said,
            since,
            old,
        },
        Some(question),
    ) = (&evidence.found, question(&evidence.input))
    else {
        return words;
    };
    let said = match said {
        Course::LongStandingUnchanged if question.long_standing => Some(say!("flag-course-but-lately")),
        Course::NotSaid if question.needs_course && since.is_unknown() => Some(say!("flag-course-not-said")),
        other => course(*other),
    };
    let since = (!since.is_unknown()).then(|| say_with!("flag-since", [("since", since.to_string().into())]));
    match joined([said, since, old.then(|| say!("flag-not-asked-since"))], ", ") {
        Some(more) => say_with!(
            "flag-found-answer",
            [("finding", words.into()), ("more", more.into())],
        ),
        None => words,
    }
}

fn procedure(event: Event) -> String {
    say!(match event {
        Event::Operation { .. } => message!("flag-procedure-operation"),
        Event::Injection => message!("flag-procedure-injection"),
        Event::Radiofrequency => message!("flag-procedure-radiofrequency"),
        Event::Discography => message!("flag-procedure-discography"),
        Event::Trial => message!("flag-procedure-trial"),
        Event::Intervention => message!("flag-procedure-intervention"),
    })
}

/// Tenths as people write them.
fn tenths(number: u32) -> String {
    match number % 10 {
        0 => (number / 10).to_string(),
        rest => format!("{}.{rest}", number / 10),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use lamina_domain::{
        PartialDate, When,
        examination::power::{Grade, LimbSide},
    };

    fn told(input: &str, found: Observation) -> String {
        super::found(&Evidence {
            input: input.to_owned(),
            found,
            on: None,
            recorded: None,
            told_by: None,
        })
    }

    #[test]
    fn l5_is_the_great_toe() {
        assert_eq!(KeyMuscle::L5.word(), "great-toe extensor (L5)");
        assert_eq!(KeyMuscle::L4.word(), "ankle dorsiflexors (L4)");
    }

    #[test]
    fn an_answer_stands_as_it_was_said_with_why_it_does_not_count() {
        let yes = |input: &str, course: Course, since: &str, old: bool| {
            let since: When = since.parse().unwrap();
            told(input, Observation::Answer { course, since, old })
        };
        let saddle = "numbness around the anus, the genitals or in the saddle area";
        assert_eq!(
            yes("saddle_numbness", Course::New, "unknown", true),
            format!("{saddle} (new, not asked since)")
        );
        assert_eq!(
            yes(
                "saddle_numbness",
                Course::LongStandingUnchanged,
                "20 Nov 2026",
                false
            ),
            format!("{saddle} (said to be unchanged, but began within days, since 20 Nov 2026)")
        );
        assert!(yes("both_legs", Course::NotSaid, "unknown", false).ends_with("(course not said)"));
        assert!(!yes("fever", Course::NotSaid, "unknown", false).contains('('));
    }

    #[test]
    fn readings_name_their_unit_and_what_they_are_compared_with() {
        let power = Observation::Power {
            muscle: KeyMuscle::L5,
            side: LimbSide::Left,
            grade: Grade::FourMinus,
            before: PowerBefore::Tested(Grade::Five, PartialDate::Year(2019)),
        };
        for (input, found, words) in [
            (
                "power_dropped",
                power,
                "power of left great-toe extensor (L5) 4- (from 5 on 2019)",
            ),
            (
                "crp_rising",
                Observation::CrpRising(120, 855),
                "CRP rising from 12 to 85.5 mg/L",
            ),
            (
                "fever_measured",
                Observation::Temperature(385),
                "temperature 38.5 °C",
            ),
            (
                "age_over_tumour_band",
                Observation::Age(50, 51),
                "age between 50 and 51, the date is not exact",
            ),
            ("age_over_tumour_band", Observation::Age(70, 70), "age 70"),
        ] {
            assert_eq!(told(input, found), words);
        }
    }

    #[test]
    fn every_reading_has_words_and_a_gap_says_why() {
        for derived in DerivedReading::ALL {
            assert_ne!(input(derived.id()), derived.id());
        }
        let why = |why: Why| {
            gap(&Gap {
                input: "blood_thinner".to_owned(),
                why,
            })
        };
        assert_eq!(why(Why::NotAsked), "blood thinners: not asked");
        let day = PartialDate::Year(2019);
        assert_eq!(
            why(Why::NotSince { day }),
            "blood thinners: not assessed since 2019"
        );
        assert_eq!(
            why(Why::CourseNotSaid),
            "blood thinners: yes, not said whether new, changed or long-standing"
        );
    }
}
