//! What is wrong with a value in a record file or on the command line, in words for whoever wrote it. The window has words
//! of its own for the same codes, which say what to do at a field.

use super::{Word, joined, say, say_with, words};
use lamina_domain::{
    Problem,
    instrument::{ExpectedAnswer, Refusal},
    misread::{Hint, MedicineProblem},
    score::Unfit,
};
use serde::Deserialize;

words! {
    ExpectedAnswer {
        OneOfTheAnswers => "expected-one-of-the-answers",
        Word => "expected-word",
        Number => "expected-number",
        NotUnable => "expected-not-unable",
    }
    Hint {
        Once => "medicine-hint-once",
        Single => "medicine-hint-single",
        Continuous => "medicine-hint-continuous",
        AmountADay => "medicine-hint-amount-a-day",
        OwnLine => "medicine-hint-own-line",
    }
}

/// A refusal as a reader of files carries it: its code and data under the name of the list.
#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum Coded {
    Problem(Problem),
    Medicine(MedicineProblem),
    Unfit(Unfit),
}

/// The words of a refusal that was carried as its code; nothing where the text is none.
pub(crate) fn decoded(text: &str) -> Option<String> {
    Some(match serde_json::from_str(text).ok()? {
        Coded::Problem(one) => problem(&one),
        Coded::Medicine(one) => medicine(&one),
        Coded::Unfit(one) => unfit(&one),
    })
}

/// What is wrong with a value.
pub(crate) fn problem(problem: &Problem) -> String {
    match problem {
        Problem::Required => say!("file-problem-required"),
        Problem::TooLong { limit } => say_with!("file-problem-too-long", [("limit", (*limit).into())]),
        Problem::ControlCharacter => say!("file-problem-control-character"),
        Problem::NotADate { text } => say_with!("file-problem-not-a-date", [("text", text.as_str().into())]),
        Problem::NoSuchDay => say!("file-problem-no-such-day"),
        Problem::DayNeeded => say!("file-problem-day-needed"),
        Problem::TwoDigitYear => say!("file-problem-two-digit-year"),
        Problem::TwoWinters { one, other } => say_with!(
            "file-problem-two-winters",
            [("one", one.as_str().into()), ("other", other.as_str().into())]
        ),
        Problem::InFuture => say!("file-problem-in-future"),
        Problem::BeforeBirth => say!("file-problem-before-birth"),
        Problem::YearOutOfRange => say!("file-problem-year-out-of-range"),
        Problem::NoSuchAnchor { what, number } => say_with!(
            "file-problem-no-such-anchor",
            [
                ("what", what.as_str().into()),
                ("number", number.to_string().into())
            ]
        ),
        Problem::CircularTimes { chain } => {
            say_with!("file-problem-circular-times", [("chain", chain.as_str().into())])
        }
        Problem::NamedByOthers { count } => {
            say_with!("file-problem-named-by-others", [("count", (*count).into())])
        }
        Problem::SameBout => say!("file-problem-same-bout"),
        Problem::SameDay => say!("file-problem-same-day"),
        Problem::ChangedAndNot => say!("file-problem-changed-and-not"),
        Problem::NotAConcentration { text } => {
            say_with!(
                "file-problem-not-a-concentration",
                [("text", text.as_str().into())]
            )
        }
        Problem::NotADailyDose { text } => {
            say_with!("file-problem-not-a-daily-dose", [("text", text.as_str().into())])
        }
        Problem::BaselineIncomplete => say!("file-problem-baseline-incomplete"),
        Problem::NotATime { text } => say_with!("file-problem-not-a-time", [("text", text.as_str().into())]),
        Problem::NotClear { why } => say_with!("file-problem-not-clear", [("why", why.as_str().into())]),
        Problem::PlanNotEnded => say!("file-problem-plan-not-ended"),
        Problem::QuotaRuns => say!("file-problem-quota-runs"),
        Problem::PlanState => say!("file-problem-plan-state"),
        Problem::PauseStays => say!("file-problem-pause-stays"),
        Problem::DayOrMonth { one, other } => say_with!(
            "file-problem-day-or-month",
            [("one", one.as_str().into()), ("other", other.as_str().into())]
        ),
        Problem::NotAnInterval { text } => {
            say_with!("file-problem-not-an-interval", [("text", text.as_str().into())])
        }
        Problem::NotALevel { text } => {
            say_with!("file-problem-not-a-level", [("text", text.as_str().into())])
        }
        Problem::LevelsReversed { right } => {
            say_with!("file-problem-levels-reversed", [("right", right.as_str().into())])
        }
        Problem::NotNeighbours { text, segments } => say_with!(
            "file-problem-not-neighbours",
            [("text", text.as_str().into()), ("segments", (*segments).into())]
        ),
        Problem::SideInLevels { levels, side } => say_with!(
            "file-problem-side-in-levels",
            [("levels", levels.as_str().into()), ("side", side.as_str().into())]
        ),
        Problem::LevelsUnclear { text, one, other } => say_with!(
            "file-problem-levels-unclear",
            [
                ("text", text.as_str().into()),
                ("one", one.as_str().into()),
                ("other", other.as_str().into())
            ]
        ),
        Problem::LevelCount { said, named } => say_with!(
            "file-problem-level-count",
            [("said", (*said).into()), ("named", (*named).into())]
        ),
        Problem::SideNeeded => say!("file-problem-side-needed"),
        Problem::OutOfRange { min, max } => say_with!(
            "file-problem-out-of-range",
            [("min", min.to_string().into()), ("max", max.to_string().into())]
        ),
        Problem::NotAboveZero { max } => {
            say_with!("file-problem-not-above-zero", [("max", max.to_string().into())])
        }
        Problem::WindowTooWide { early, late } => say_with!(
            "file-problem-window-too-wide",
            [("early", (*early).into()), ("late", (*late).into())]
        ),
        Problem::FirstNotSmaller => say!("file-problem-first-not-smaller"),
        Problem::NotANumber { text } => {
            say_with!("file-problem-not-a-number", [("text", text.as_str().into())])
        }
        Problem::NotAGrade { text } => {
            say_with!("file-problem-not-a-grade", [("text", text.as_str().into())])
        }
        Problem::NotALink { text } => {
            say_with!("file-problem-not-a-link", [("text", text.as_str().into())])
        }
        Problem::EntryGone { what } => {
            say_with!("file-problem-entry-gone", [("what", what.as_str().into())])
        }
        Problem::NamedTwice => say!("file-problem-named-twice"),
        Problem::NotIcd10Cm { text } => {
            say_with!("file-problem-not-icd-10-cm", [("text", text.as_str().into())])
        }
        Problem::CodeNotWhole { typed, instead } => say_with!(
            "file-problem-code-not-whole",
            [
                ("code", typed.as_str().into()),
                ("instead", instead.join(", ").into())
            ]
        ),
        Problem::SeventhMissing { typed, instead } => say_with!(
            "file-problem-seventh-missing",
            [
                ("code", typed.as_str().into()),
                ("instead", instead.as_str().into())
            ]
        ),
        Problem::NoPercent => say!("file-problem-no-percent"),
        Problem::NotWhole => say!("file-problem-not-whole"),
        Problem::ReliefAndWorse => say!("file-problem-relief-and-worse"),
        Problem::PeriodOfNow => say!("file-problem-period-of-now"),
        Problem::EndBeforeStart => say!("file-problem-end-before-start"),
        Problem::OnsetBeforeOperation { number } => {
            say_with!(
                "file-problem-onset-before-operation",
                [("number", number.to_string().into())]
            )
        }
        Problem::OnsetAfterOperation { number } => {
            say_with!(
                "file-problem-onset-after-operation",
                [("number", number.to_string().into())]
            )
        }
        Problem::FusionNeedsSegment => say!("file-problem-fusion-needs-segment"),
        Problem::BeforeItsOperation { number } => {
            say_with!(
                "file-problem-before-its-operation",
                [("number", number.to_string().into())]
            )
        }
        Problem::OfItself => say!("file-problem-of-itself"),
        Problem::OneProcedureALine => say!("file-problem-one-procedure-a-line"),
        Problem::NotARoot { text } => say_with!("file-problem-not-a-root", [("text", text.as_str().into())]),
        Problem::NotARegion { text } => {
            say_with!("file-problem-not-a-region", [("text", text.as_str().into())])
        }
        Problem::NotAMeasurement { text } => {
            say_with!("file-problem-not-a-measurement", [("text", text.as_str().into())])
        }
        Problem::ChangedAndNormal => say!("file-problem-changed-and-normal"),
        Problem::NotMinutes { text } => {
            say_with!("file-problem-not-minutes", [("text", text.as_str().into())])
        }
        Problem::NotADistance { text } => {
            say_with!("file-problem-not-a-distance", [("text", text.as_str().into())])
        }
        Problem::ResponseBeforeStart => say!("file-problem-response-before-start"),
        Problem::RunningAndEnded => say!("file-problem-running-and-ended"),
        Problem::MedicineOfOtherKind => say!("file-problem-medicine-of-other-kind"),
        Problem::DoNotGoTogether => say!("file-problem-do-not-go-together"),
        Problem::InjectionOfOtherKind => say!("file-problem-injection-of-other-kind"),
        Problem::TherapyOfOtherKind => say!("file-problem-therapy-of-other-kind"),
        Problem::OtherMedicine => say!("file-problem-other-medicine"),
        Problem::NotAContentHash => say!("file-problem-not-a-content-hash"),
        Problem::FileNotAtHand => say!("file-problem-file-not-at-hand"),
        Problem::FileInRecord => say!("file-problem-file-in-record"),
        Problem::NamesAnotherPerson => say!("file-problem-names-another-person"),
        Problem::TooManyFiles { most } => {
            say_with!("file-problem-too-many-files", [("most", (*most).into())])
        }
        Problem::NoRoomForFiles { most } => {
            say_with!("file-problem-no-room-for-files", [("most", (*most).into())])
        }
        Problem::NotAMedicine { why } => medicine(why),
    }
}

/// Why a line is not understood as a medicine.
pub fn medicine(problem: &MedicineProblem) -> String {
    match problem {
        MedicineProblem::NoName => say!("file-medicine-no-name"),
        MedicineProblem::TooLong { limit } => {
            say_with!("file-medicine-too-long", [("limit", (*limit).into())])
        }
        MedicineProblem::ControlCharacter => say!("file-medicine-control-character"),
        MedicineProblem::RefusedName { text, because } => say_with!(
            "file-medicine-refused-name",
            [
                ("text", text.as_str().into()),
                ("because", because.as_str().into())
            ]
        ),
        MedicineProblem::TwoMeanings { text, one, other } => say_with!(
            "file-medicine-two-meanings",
            [
                ("text", text.as_str().into()),
                ("one", one.as_str().into()),
                ("other", other.as_str().into()),
            ],
        ),
        MedicineProblem::NotUnderstood { text } => {
            say_with!("file-medicine-not-understood", [("text", text.as_str().into())])
        }
        MedicineProblem::NotAFrequency { text } => {
            say_with!("file-medicine-not-a-frequency", [("text", text.as_str().into())])
        }
        MedicineProblem::NotANumber { text } => {
            say_with!("file-medicine-not-a-number", [("text", text.as_str().into())])
        }
        MedicineProblem::TwoNumbers { text, one, other } => say_with!(
            "file-medicine-two-numbers",
            [
                ("text", text.as_str().into()),
                ("one", one.as_str().into()),
                ("other", other.as_str().into())
            ]
        ),
        MedicineProblem::RangeReversed { low, high } => say_with!(
            "file-medicine-range-reversed",
            [("low", low.as_str().into()), ("high", high.as_str().into())]
        ),
        MedicineProblem::Zero => say!("file-medicine-zero"),
        MedicineProblem::UnitMissing { text, usual } => say_with!(
            "file-medicine-unit-missing",
            [("text", text.as_str().into()), ("usual", usual.as_str().into())]
        ),
        MedicineProblem::SecondAmount { text } => {
            say_with!("file-medicine-second-amount", [("text", text.as_str().into())])
        }
        MedicineProblem::NotClear { text, hint } => say_with!(
            "file-medicine-not-clear",
            [("text", text.as_str().into()), ("hint", hint.word().into())]
        ),
        MedicineProblem::ChangedTooOften { changed } => say_with!(
            "file-medicine-changed-too-often",
            [("changed", changed.as_str().into())]
        ),
        MedicineProblem::UnusualUnit { name, unit, usual } => say_with!(
            "file-medicine-unusual-unit",
            [
                ("name", name.as_str().into()),
                ("unit", unit.as_str().into()),
                ("usual", usual.as_str().into())
            ]
        ),
        MedicineProblem::AmountsDontMatch { names, amounts } => say_with!(
            "file-medicine-amounts-dont-match",
            [("names", (*names).into()), ("amounts", (*amounts).into())]
        ),
        MedicineProblem::AmountsExchanged { name, amount } => say_with!(
            "file-medicine-amounts-exchanged",
            [("name", name.as_str().into()), ("amount", amount.as_str().into())]
        ),
        MedicineProblem::BrandAsIngredient { brand, holds } => say_with!(
            "file-medicine-brand-as-ingredient",
            [("brand", brand.as_str().into()), ("holds", holds.as_str().into())]
        ),
        MedicineProblem::NamesDisagree { brand } => {
            say_with!("file-medicine-names-disagree", [("brand", brand.as_str().into())])
        }
        MedicineProblem::Twice { what, text } => say_with!(
            "file-medicine-twice",
            [("what", what.as_str().into()), ("text", text.as_str().into())]
        ),
        MedicineProblem::DoseOfMixture => say!("file-medicine-dose-of-mixture"),
    }
}

/// Why answers are no answers to a form.
pub(crate) fn refusal(refusal: &Refusal) -> String {
    match refusal {
        Refusal::ItemCount { expected, found } => say_with!(
            "refusal-item-count",
            [
                ("expected", expected.to_string().into()),
                ("found", found.to_string().into())
            ]
        ),
        Refusal::Item { number, problem } => say_with!(
            "refusal-item",
            [
                ("number", number.to_string().into()),
                ("problem", self::problem(problem).into())
            ]
        ),
        Refusal::NoSuchPoints { number } => {
            say_with!("refusal-no-such-points", [("number", number.to_string().into())])
        }
        Refusal::WrongKind { number, expected } => say_with!(
            "refusal-wrong-kind",
            [
                ("number", number.to_string().into()),
                ("expected", expected.word().into())
            ]
        ),
        Refusal::UnknownEdition { edition } => {
            say_with!("refusal-unknown-edition", [("edition", edition.as_str().into())])
        }
        Refusal::Total { problem } => {
            say_with!("refusal-total", [("problem", self::problem(problem).into())])
        }
        Refusal::NoTotal => say!("refusal-no-total"),
    }
}

/// Several of them in one line.
pub(crate) fn refusals(all: &[Refusal]) -> String {
    joined(all.iter().map(|one| Some(refusal(one))), "; ").unwrap_or_default()
}

/// Why an administration can't be kept.
fn unfit(unfit: &Unfit) -> String {
    match unfit {
        Unfit::UnknownInstrument { id } => {
            say_with!("unfit-unknown-instrument", [("id", id.as_str().into())])
        }
        Unfit::OwnForm { id } => say_with!("unfit-own-form", [("id", id.as_str().into())]),
        Unfit::Part { key, refusal } => say_with!(
            "unfit-part",
            [
                ("key", key.as_str().into()),
                ("refusal", self::refusal(refusal).into())
            ]
        ),
        Unfit::Other => say!("unfit-other"),
        Unfit::NumberOrReason => say!("unfit-number-or-reason"),
        Unfit::Foreign { text } => say_with!("unfit-foreign", [("text", text.as_str().into())]),
        Unfit::Licensed => say!("unfit-licensed"),
        Unfit::Nothing => say!("unfit-nothing"),
        Unfit::Activities => say!("unfit-activities"),
        Unfit::Refused(all) => refusals(all),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn as_carried<T: std::str::FromStr<Err: std::fmt::Display>>(typed: &str) -> String {
        let refused = typed.parse::<T>().map(drop).unwrap_err().to_string();
        decoded(&refused).unwrap_or(refused)
    }

    #[rstest]
    #[case::date(as_carried::<lamina_domain::When>("soon"), "`soon` is not a date that Lamina understands; try 3 May 2019")]
    #[case::level(as_carried::<lamina_domain::Levels>("L7"), "`L7` is not a level; try L4-S1, C5/6")]
    #[case::time(as_carried::<lamina_domain::Interval>("a while"), "`a while` is not a length of time; try 6 weeks")]
    #[case::often(
        as_carried::<lamina_domain::medicine::Frequency>("now and then"),
        "`now and then` is not a frequency; try twice a day"
    )]
    fn what_a_reader_carries_as_a_code_is_told_in_words(#[case] told: String, #[case] begins: &str) {
        assert!(told.starts_with(begins), "{told}");
    }

    #[rstest]
    #[case(r#""gad-7","total":22"#, "the total: must lie between 0 and 21")]
    #[case(
        r#""gad-7","total":3,"edition":"9""#,
        "`9` is not a version of this instrument that Lamina knows"
    )]
    #[case(
        r#""gad-7","answers":[4,1,1,1,1,1,0.5]"#,
        "answer 1: must lie between 0 and 3; answer 7: only whole numbers are possible"
    )]
    #[case(
        r#""gad-7","answers":[1]"#,
        "number of answers: 7 expected, 1 given; leave a blank for each that is missing"
    )]
    #[case(
        r#""gad-7","answers":["unable",1,1,1,1,1,1]"#,
        "answer 1: unable is no answer to this question"
    )]
    #[case(
        r#""pgic","answers":[2]"#,
        "answer 1: give the answer as a word; a number alone does not say which of two codings it belongs to"
    )]
    #[case(r#""pgic","answers":["fine"]"#, "answer 1: this is not one of the answers")]
    #[case(r#""pgic","total":2"#, "this instrument has no total to enter")]
    #[case(r#""gad-70","total":3"#, "`gad-70` is not an instrument that Lamina knows")]
    #[case(r#""odi","total":3"#, "`odi` has a form of its own: give it as measure `odi`")]
    #[case(r#""gad-7""#, "answers, a total or a score is needed")]
    fn a_score_that_no_instrument_can_have_is_told_in_words(#[case] rest: &str, #[case] words: &str) {
        let json = format!(r#"{{"measure":"instrument","instrument":{rest}}}"#);
        let error = serde_json::from_str::<lamina_domain::Score>(&json)
            .unwrap_err()
            .to_string();
        let coded = error
            .rsplit_once(" at line ")
            .map_or(error.as_str(), |(coded, _)| coded);
        assert_eq!(decoded(coded).as_deref(), Some(words), "{error}");
    }

    #[test]
    fn a_text_that_is_no_code_stays_as_it_is() {
        for text in [
            "missing field `value`",
            "{\"problem\":{\"code\":\"nothing\"}}",
            "{}",
            "",
        ] {
            assert_eq!(decoded(text), None, "{text}");
        }
    }

    #[test]
    fn a_date_that_can_be_two_days_is_told_with_a_form_that_is_one() {
        let told = problem(&Problem::DayOrMonth {
            one: "3 May 2019".into(),
            other: "5 Mar 2019".into(),
        });
        assert!(told.contains("3 May 2019 or 5 Mar 2019"), "{told}");
        assert!(told.contains("as in 2019-05-03"), "{told}");
    }

    #[test]
    fn one_is_told_as_one() {
        let count = |count| problem(&Problem::NamedByOthers { count });
        assert_eq!(
            count(1),
            "1 other entry counts its time from this one or names it"
        );
        assert_eq!(
            count(2),
            "2 other entries count their time from this one or name it"
        );
        let range = Problem::OutOfRange {
            min: -3,
            max: i64::MAX,
        };
        assert_eq!(problem(&range), "must lie between -3 and 9223372036854775807");
    }
}
