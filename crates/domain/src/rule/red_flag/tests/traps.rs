//! The known ways of getting red flags wrong: silence as a no, old answers, free text, readings that seem to exclude.

use super::*;
use crate::{rule::red_flag::facts::Reading, rule::red_flag::measured::ItemNine, value::answer::Missing};
use rstest::rstest;

const CES_QUESTIONS: [&str; 8] = [
    "bladder_difficulty",
    "bladder_leak",
    "bladder_feeling",
    "bowel_control",
    "saddle_numbness",
    "sexual_change",
    "both_legs",
    "anal_tone",
];

fn all_no(days_ago: u64) -> Case {
    CES_QUESTIONS
        .iter()
        .fold(Case::default(), |case, question| case.no(question, days_ago))
}

#[test]
fn trap_31_an_empty_record_is_not_assessed_and_nothing_is_negative() {
    let assessment = Case::default().assess();
    assert!(assessment.fired.is_empty());
    assert_eq!(assessment.not_assessed.len(), 15, "every rule lacks something");
    let lacks = Case::default().lacks("ces").unwrap();
    assert_eq!(lacks.len(), 8);
    assert!(lacks.contains(&"loss of bladder control: not asked".to_owned()));
}

#[rstest]
#[case(Reply::Unknown, "loss of bladder control: asked, not known")]
#[case(Reply::Declined, "loss of bladder control: asked, declined")]
#[case(Reply::NotAsked, "loss of bladder control: not asked")]
#[case(Reply::DoesNotApply, "loss of bladder control: not asked")]
fn trap_31_what_is_no_answer_is_not_a_no(#[case] reply: Reply, #[case] text: &str) {
    let mut case = all_no(0);
    case.flags
        .retain(|flag| !flag.answers.contains_key("bladder_leak"));
    let case = case.reply("bladder_leak", reply, 0);
    assert_eq!(case.lacks("ces"), Some(vec![text.to_owned()]));
}

#[test]
fn trap_31_all_asked_and_all_no_is_assessed() {
    assert_eq!(all_no(0).lacks("ces"), None);
    assert_eq!(all_no(0).level("ces"), None);
}

#[test]
fn what_was_answered_with_no_is_listed_with_its_day_until_it_is_old() {
    let no = Case::default().no("bowel_control", 9).no("bowel_control", 3);
    let listed = no.assess().answered_no;
    assert_eq!(listed.len(), 1);
    assert_eq!(
        (listed[0].question.as_str(), listed[0].on),
        ("bowel_control", ago(3).into())
    );
    assert!(
        Case::default()
            .no("bowel_control", 40)
            .assess()
            .answered_no
            .is_empty()
    );
    let declined = no.clone().reply("bowel_control", Reply::Declined, 1);
    assert!(declined.assess().answered_no.is_empty());
    let yes = no.yes("bowel_control", 1);
    assert!(yes.assess().answered_no.is_empty());
    let then_known =
        Case::default()
            .no("bladder_leak", 9)
            .course("bladder_leak", Course::LongStandingUnchanged, 3);
    let assessment = then_known.assess();
    assert!(assessment.answered_no.is_empty());
    assert_eq!(assessment.unchanged.len(), 1);
    let then_no = then_known.no("bladder_leak", 1).assess();
    assert!(then_no.unchanged.is_empty());
    assert_eq!(then_no.answered_no[0].on, ago(1).into());
}

#[test]
fn trap_31_does_not_apply_counts_only_where_the_question_allows_it() {
    let wound = [
        "wound_redness",
        "wound_swelling",
        "wound_pus",
        "wound_open",
        "wound_clear_fluid",
    ];
    let mut case = wound.iter().fold(Case::default(), |case, question| {
        case.reply(question, Reply::DoesNotApply, 0)
    });
    case = case.no("headache_upright", 0).no("fever", 0).no("rigors", 0);
    assert_eq!(case.lacks("wound"), None);
}

#[rstest]
#[case(14, false)]
#[case(15, true)]
fn a_no_grows_old_after_the_days_that_are_set(#[case] days: u64, #[case] old: bool) {
    let lacks = all_no(days).lacks("ces");
    // A sign on examination has its own limit of 28 days.
    assert_eq!(lacks.is_some(), old);
    if let Some(lacks) = lacks {
        assert_eq!(lacks.len(), 7);
        assert!(
            lacks.contains(&"loss of bladder control: not assessed since 8 Nov 2026".to_owned()),
            "{lacks:?}"
        );
    }
    let mut case = all_no(days);
    case.settings = serde_json::from_str(r#"{"symptom_days":60}"#).unwrap();
    assert_eq!(case.lacks("ces"), None);
}

#[rstest]
#[case("anal_tone", "ces", 28, 29)]
#[case("absent_pulses", "vasc", 28, 29)]
#[case("inflammatory_spine", "inflam", 365, 366)]
fn signs_and_risks_grow_old_at_their_own_pace(
    #[case] question: &str,
    #[case] rule: &str,
    #[case] fresh: u64,
    #[case] old: u64,
) {
    let says = |days: u64| {
        let case = Case::default().no(question, days);
        let words = &Catalogue::built_in().unwrap().question(question).unwrap().words;
        let lacks = case.lacks(rule).unwrap_or_default();
        lacks.iter().any(|text| text.starts_with(words.as_str()))
    };
    assert!(!says(fresh));
    assert!(says(old));
}

#[test]
fn an_old_yes_does_not_fall_silent() {
    let case = Case::default().yes("weight_loss", 200);
    let fired = case.fired("tumour").unwrap();
    assert_eq!(fired.level, Level::Urgent);
    assert!(is_old(&fired), "{fired:?}");
}

#[test]
fn a_later_unknown_neither_clears_a_yes_nor_upholds_a_no() {
    let yes = Case::default()
        .yes("weight_loss", 5)
        .reply("weight_loss", Reply::Unknown, 1);
    assert_eq!(yes.level("tumour"), Some(Level::Urgent));
    let no = all_no(5).reply("bladder_leak", Reply::Declined, 1);
    assert_eq!(
        no.lacks("ces"),
        Some(vec!["loss of bladder control: asked, declined".to_owned()])
    );
    let not_asked = all_no(5).reply("bladder_leak", Reply::NotAsked, 1);
    assert_eq!(not_asked.lacks("ces"), None, "not asking again undoes nothing");
}

#[test]
fn on_one_day_a_yes_outweighs_a_no() {
    let case = Case::default().yes("weight_loss", 3).no("weight_loss", 3);
    assert_eq!(case.level("tumour"), Some(Level::Urgent));
    let case = Case::default().yes("weight_loss", 3).no("weight_loss", 2);
    assert_eq!(
        case.level("tumour"),
        None,
        "a lower level follows the newest answer"
    );
}

#[test]
fn an_answer_dated_ahead_can_alarm_and_never_reassure() {
    let ahead = |reply: FlagReply| {
        let mut case = all_no(0);
        case.flags
            .retain(|flag| !flag.answers.contains_key("bowel_control"));
        let mut case = case.reply("bowel_control", reply, 0);
        case.flags.last_mut().unwrap().asked_on = (today() + Days::new(300)).into();
        case
    };
    assert_eq!(
        ahead(Reply::No.into()).lacks("ces"),
        Some(vec!["loss of bowel control: dated in the future".to_owned()])
    );
    let yes = FlagReply::yes(Course::New, When::default());
    assert_eq!(ahead(yes).level("ces"), Some(Level::Emergency));
}

#[test]
fn a_wrong_year_does_not_bring_the_future_into_today() {
    let mut case = Case::default()
        .yes("fever", 0)
        .no("chills", 0)
        .operated("1 Dec 2026");
    case.flags.last_mut().unwrap().asked_on = (today() + Days::new(20)).into();
    assert_eq!(
        case.level("wound"),
        None,
        "an operation that is only planned has no wound"
    );
}

#[rstest]
#[case("denies incontinence")]
#[case("mother had cauda equina syndrome, father cancer")]
#[case("no saddle numbness, no fever")]
#[case("SADDLE NUMBNESS AND RETENTION")]
fn trap_31_free_text_is_never_read_as_an_answer(#[case] note: &str) {
    let mut case = all_no(0);
    for answer in &mut case.flags {
        answer.note = Some(Text::new(note).unwrap());
    }
    assert_eq!(case.assess(), all_no(0).assess());
    let mut yes = Case::default().yes("saddle_numbness", 0);
    yes.flags[0].note = Some(Text::new(note).unwrap());
    assert_eq!(yes.level("ces"), Some(Level::Emergency));
}

#[test]
fn trap_34_a_long_standing_finding_is_quiet_and_its_change_fires() {
    let known = Case::default().course("bladder_leak", Course::LongStandingUnchanged, 2);
    assert_eq!(known.level("ces"), None);
    let unchanged = known.assess().unchanged;
    assert_eq!(unchanged.len(), 1);
    assert_eq!(unchanged[0].question, "bladder_leak");
    assert_eq!(unchanged[0].on, ago(2).into());
    let changed = known.clone().course("bladder_leak", Course::Changed, 1);
    assert_eq!(changed.level("ces"), Some(Level::Emergency));
    assert!(changed.assess().unchanged.is_empty());
    let same_day = known.clone().course("bladder_leak", Course::Changed, 2);
    assert_eq!(same_day.level("ces"), Some(Level::Emergency));
    let other = known.yes("saddle_numbness", 0);
    assert_eq!(
        other.level("ces"),
        Some(Level::Emergency),
        "a baseline speaks for its own question only"
    );
}

#[test]
fn trap_34_a_course_that_nobody_said_is_not_unchanged() {
    // Two-sided leg symptoms alone are asked on about: see the tests of the course.
    let case = Case::default().course("bladder_leak", Course::NotSaid, 0);
    assert_eq!(case.level("ces"), Some(Level::Emergency));
}

#[rstest]
#[case("12 Nov 2026", true)]
#[case("9 Nov 2026", false)]
#[case("2019", false)]
#[case("unknown", false)]
fn what_began_within_fourteen_days_is_not_long_standing(#[case] since: &str, #[case] fires: bool) {
    let reply = FlagReply::yes(Course::LongStandingUnchanged, since.parse().unwrap());
    let case = Case::default().reply("saddle_numbness", reply, 0);
    assert_eq!(case.level("ces").is_some(), fires);
}

#[test]
fn a_baseline_grows_old_too() {
    let case = Case::default().course("bladder_leak", Course::LongStandingUnchanged, 100);
    let lacks = case.lacks("ces").unwrap();
    assert!(
        lacks.contains(&"loss of bladder control: not assessed since 15 Aug 2026".to_owned()),
        "{lacks:?}"
    );
    assert!(case.assess().unchanged.is_empty());
}

#[test]
fn a_question_that_knows_no_baseline_fires_all_the_same() {
    for question in ["fever", "wound_pus", "self_harm", "pump_alarm"] {
        let case = Case::default().course(question, Course::LongStandingUnchanged, 0);
        assert!(!case.assess().fired.is_empty(), "{question}");
    }
}

#[rstest]
#[case(Answer::Missing(Missing::NotAsked), None, true)]
#[case(Answer::Value(ItemNine::clamped(0)), None, false)]
#[case(Answer::Value(ItemNine::clamped(1)), Some(Level::SameDay), true)]
#[case(Answer::Value(ItemNine::clamped(3)), Some(Level::SameDay), true)]
fn trap_03_a_blank_item_nine_is_not_assessed(
    #[case] value: Answer<ItemNine>,
    #[case] level: Option<Level>,
    #[case] speaks: bool,
) {
    let mut case = Case::default().no("self_harm", 0).no("self_harm_plan", 0);
    case.facts.item_nine.push(Reading {
        on: today(),
        recorded: morning(today()),
        value,
    });
    assert_eq!(case.level("mind"), level);
    assert_eq!(
        case.level("mind").is_some() || case.lacks("mind").is_some(),
        speaks
    );
}

#[test]
fn a_blank_item_nine_does_not_clear_a_positive_one() {
    let mut case = Case::default();
    for (days, value) in [
        (9, Answer::Value(ItemNine::clamped(2))),
        (1, Answer::Missing(Missing::NotAsked)),
    ] {
        case.facts.item_nine.push(Reading {
            on: ago(days),
            recorded: morning(ago(days)),
            value,
        });
    }
    assert_eq!(case.level("mind"), Some(Level::SameDay));
    let mut zero = case.clone();
    zero.facts.item_nine[0].value = Answer::Value(ItemNine::clamped(0));
    let lacks = zero.lacks("mind").unwrap();
    assert!(
        lacks.contains(&"item_nine_positive: not assessed since 14 Nov 2026".to_owned()),
        "{lacks:?}"
    );
}

#[test]
fn trap_51_no_age_rule_without_an_age() {
    let case = Case::default().yes("new_different_pain", 0);
    assert_eq!(case.level("tumour"), None);
    let lacks = case.lacks("tumour").unwrap();
    assert!(
        lacks.contains(&"age_over_tumour_band: not recorded".to_owned()),
        "{lacks:?}"
    );
    let mut range = case.clone();
    range.facts.born = Some("1976".parse().unwrap());
    assert_eq!(range.level("tumour"), None, "49 or 50");
    range.facts.born = Some("1975".parse().unwrap());
    let fired = range.fired("tumour").unwrap();
    assert!(
        fired
            .evidence
            .iter()
            .any(|one| one.found == Observation::Age(50, 51)),
        "{fired:?}"
    );
}

#[test]
fn trap_33_no_question_and_no_reading_judges_by_walking_distance() {
    let catalogue = Catalogue::built_in().unwrap();
    for question in catalogue.questions() {
        for word in ["metre", "distance", "minutes of walking"] {
            assert!(!question.text.contains(word), "{}", question.id);
        }
    }
    let vessels = catalogue.question("calf_pain_standing_eases").unwrap();
    assert!(vessels.text.contains("without sitting or bending"));
}

#[test]
fn an_answer_to_an_unknown_question_is_shown_and_not_swallowed() {
    let case = Case::default().yes("left_ear", 0);
    assert_eq!(case.assess().unknown_questions, vec!["left_ear".to_owned()]);
}

#[test]
fn a_rule_that_fired_still_says_what_is_not_assessed() {
    let fired = Case::default().yes("saddle_numbness", 0).fired("ces").unwrap();
    assert_eq!(fired.missing.len(), 7);
    assert!(fired.missing.iter().all(|gap| gap.input != "saddle_numbness"));
}
