//! What holds for every record: nothing panics, silence lowers nothing, one more finding removes nothing.

use super::*;
use crate::fact::examination::power::{KeyMuscle, LimbSide, MuscleFinding, PowerExam};
use crate::value::within::Within;
use crate::{
    rule::red_flag::facts::Reading,
    rule::red_flag::measured::{Amount, Crp, CrpUnit, Esr},
};
use proptest::prelude::*;

fn question() -> impl Strategy<Value = String> {
    let catalogue = Catalogue::built_in().unwrap();
    let ids: Vec<String> = catalogue.questions().iter().map(|one| one.id.clone()).collect();
    prop::sample::select(ids)
}

fn course() -> impl Strategy<Value = Course> {
    prop::sample::select(vec![
        Course::New,
        Course::Changed,
        Course::LongStandingUnchanged,
        Course::NotSaid,
    ])
}

fn silence() -> impl Strategy<Value = FlagReply> {
    prop::sample::select(vec![Reply::Unknown, Reply::Declined, Reply::NotAsked]).prop_map(FlagReply::from)
}

fn reply() -> impl Strategy<Value = FlagReply> {
    prop_oneof![
        course().prop_map(|course| FlagReply::yes(course, When::default())),
        Just(Reply::No.into()),
        Just(Reply::DoesNotApply.into()),
        silence(),
    ]
}

/// A screening with one answer.
fn answer(reply: impl Strategy<Value = FlagReply>) -> impl Strategy<Value = Flag> {
    (question(), reply, -40_i64..60, -40_i64..60).prop_map(|(question, reply, asked, recorded)| {
        let mut flag = Flag::on(today() - chrono::TimeDelta::days(asked));
        flag.recorded = Some(morning(today()) - chrono::TimeDelta::days(recorded));
        flag.answers.insert(question, reply);
        flag
    })
}

fn case() -> impl Strategy<Value = Case> {
    let resolution = (0_usize..14, -2_i64..60, any::<bool>());
    (
        prop::collection::vec(answer(reply()), 0..12),
        prop::collection::vec(resolution, 0..4),
        prop::option::of(prop::sample::select(vec![
            "9 Nov 2026",
            "2026",
            "Aug 2026",
            "unknown",
        ])),
    )
        .prop_map(|(flags, resolutions, operated)| {
            let mut case = Case {
                flags,
                ..Case::default()
            };
            if let Some(when) = operated {
                case = case.operated(when);
            }
            let rules = Catalogue::built_in().unwrap().rules();
            for (rule, days, lowered) in resolutions {
                let decision = if lowered {
                    Decision::LoweredTo(Level::Urgent)
                } else {
                    Decision::Resolved
                };
                let rule = rules[rule].id.trim_start_matches("red_flag.").to_owned();
                let at = morning(today()) - chrono::TimeDelta::days(days);
                case = case.decide(&rule, decision, Role::Clinician, at);
            }
            case
        })
}

fn facts() -> impl Strategy<Value = Facts> {
    let days = || -20_i64..400;
    let grade = prop::sample::select(vec!["0", "1", "2", "3", "4-", "4", "4+", "5", "NT"]);
    let exam = (days(), grade, any::<bool>()).prop_map(|(days, power, left)| {
        let on = today() - chrono::TimeDelta::days(days);
        let finding = MuscleFinding {
            muscle: KeyMuscle::L5,
            side: if left { LimbSide::Left } else { LimbSide::Right },
            power: power.parse().unwrap(),
            known: false,
        };
        PowerExam::new(on.into(), morning(on), vec![finding]).unwrap()
    });
    let reading = (days(), 0_u16..6000, any::<bool>());
    (
        prop::collection::vec(exam, 0..5),
        prop::collection::vec(reading, 0..6),
        prop::option::of(prop::sample::select(vec![
            "1950",
            "May 1976",
            "1 Jan 2010",
            "2026",
        ])),
    )
        .prop_map(|(power, readings, born)| {
            let mut facts = Facts {
                power,
                born: born.map(|born| born.parse().unwrap()),
                ..Facts::default()
            };
            for (days, number, below) in readings {
                let on = today() - chrono::TimeDelta::days(days);
                let recorded = morning(on);
                facts.temperatures.push(Reading {
                    on,
                    recorded,
                    value: Within::clamped(number),
                });
                facts.esr.push(Reading {
                    on,
                    recorded,
                    value: Esr {
                        below,
                        value: Within::clamped(number),
                    },
                });
                facts.crp.push(Reading {
                    on,
                    recorded,
                    value: Crp {
                        amount: Amount {
                            below,
                            tenths: Within::clamped(number),
                        },
                        unit: CrpUnit::MilligramPerDecilitre,
                    },
                });
            }
            facts
        })
}

fn levels(case: &Case) -> Vec<(String, Level)> {
    let fired = case.assess().fired;
    fired.into_iter().map(|one| (one.rule, one.level)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn trap_31_an_unanswered_question_never_lowers_urgency(case in case(), silent in answer(silence())) {
        let before = levels(&case);
        let mut more = case;
        more.flags.push(silent);
        prop_assert_eq!(levels(&more), before);
    }

    #[test]
    fn one_more_finding_never_removes_or_lowers_what_fired(case in case(), facts in facts(), found in answer(
        prop::sample::select(vec![Course::New, Course::Changed, Course::NotSaid])
            .prop_map(|course| FlagReply::yes(course, When::default()))
    )) {
        let mut more = case;
        let events = more.facts.events.clone();
        more.facts = Facts { events, ..facts };
        let before = levels(&more);
        // What is found now is recorded after every decision.
        more.flags.push(Flag { recorded: Some(morning(today() + Days::new(60))), ..found });
        let after = levels(&more);
        for (rule, level) in before {
            let now = after.iter().find(|one| one.0 == rule).map(|one| one.1);
            prop_assert!(now.is_some_and(|now| now >= level), "{} was {:?}, is {:?}", rule, level, now);
        }
    }

    #[test]
    fn no_rule_is_fired_and_not_assessed_at_once(
        case in case(), facts in facts()
    ) {
        let mut case = case;
        facts.clone_into(&mut case.facts);
        let assessment = case.assess();
        for fired in &assessment.fired {
            prop_assert!(assessment.not_assessed.iter().all(|one| one.rule != fired.rule));
            prop_assert!(!fired.evidence.is_empty());
        }
    }

    #[test]
    fn the_order_of_the_answers_does_not_matter(case in case()) {
        let mut turned = case.clone();
        turned.flags.reverse();
        turned.resolutions.reverse();
        prop_assert_eq!(levels(&turned), levels(&case));
    }

    #[test]
    fn without_a_resolution_a_new_same_day_finding_is_open(found in question()) {
        let case = Case::default().yes(&found, 30).no(&found, 2);
        let before = Case::default().yes(&found, 30);
        let stays = |case: &Case| levels(case).into_iter().filter(|one| one.1.stays()).count();
        prop_assert_eq!(stays(&case), stays(&before));
    }
}
