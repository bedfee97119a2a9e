//! What is read of times, what is refused, and that whatever is printed reads back as itself.

use super::*;
use rstest::rstest;

#[rstest]
#[case("2 months after operation 1", "2 months after operation 1")]
#[case("about 1 year after op 1", "about 1 year after operation 1")]
#[case("4 years before first visit", "4 years before first visit")]
#[case("before operation 3", "before operation 3")]
#[case("0 days after treatment 5", "0 days after treatment 5")]
#[case("at the first visit", "at first visit")]
#[case("months after operation 1", "months after operation 1")]
#[case("a few weeks after op 2", "weeks after operation 2")]
#[case("about years before first visit", "about years before first visit")]
#[case("aged 23", "age 23")]
#[case("at age 23", "age 23")]
#[case("~2014", "about 2014")]
#[case("2019?", "about 2019")]
#[case("May 2019 (?)", "about May 2019")]
#[case("May 2019", "May 2019")]
#[case("2019-05-03", "3 May 2019")]
#[case("after 2004", "after 2004")]
#[case("<2019", "before 2019")]
#[case("> May 2019", "after May 2019")]
#[case("before 2015", "before 2015")]
#[case("prior to summer 2018", "before summer 2018")]
#[case("about before 2015", "about before 2015")]
#[case("between 2004 and 2008", "between 2004 and 2008")]
#[case("2004-2008", "between 2004 and 2008")]
#[case("2004 – 2008", "between 2004 and 2008")]
#[case("from May 2019 to 2020", "between May 2019 and 2020")]
#[case("2-3/2019", "between Feb 2019 and Mar 2019")]
#[case("Feb-Mar 2019", "between Feb 2019 and Mar 2019")]
#[case("between Feb and Mar 2019", "between Feb 2019 and Mar 2019")]
#[case("between 3 May 2019 and summer 2019", "between 3 May 2019 and summer 2019")]
#[case("between 2004 and 2004", "2004")]
#[case("2019-3-2", "2 Mar 2019")]
#[case("summer 2018", "summer 2018")]
#[case("spring 2019", "spring 2019")]
#[case("", "unknown")]
fn reads_prints_and_reads_again(#[case] typed: &str, #[case] shown: &str) {
    let when: When = typed.parse().unwrap();
    assert_eq!(when.to_string(), shown);
    assert_eq!(shown.parse::<When>().unwrap(), when);
    let json = serde_json::to_string(&when).unwrap();
    assert_eq!(serde_json::from_str::<When>(&json).unwrap(), when);
}

fn not_a_date(text: &str) -> Problem {
    Problem::NotADate { text: text.into() }
}

#[rstest]
#[case("2 moons after operation 1", Problem::NotAnInterval { text: "2 moons".into() })]
#[case("month after operation 1", Problem::NotAnInterval { text: "month".into() })]
#[case("after operation 0", not_a_date("after operation 0"))]
#[case("After lunch", not_a_date("After lunch"))]
#[case("3 years after 2004", not_a_date("3 years after 2004"))]
#[case("age 140", Problem::OutOfRange { min: 0, max: 130 })]
#[case("age 38 in 2003", not_a_date("age 38 in 2003"))]
#[case("-3w", not_a_date("-3w"))]
#[case("today", not_a_date("today"))]
#[case("decompression 2019", not_a_date("decompression 2019"))]
#[case("<=2019", not_a_date("<=2019"))]
#[case("3.5.19", Problem::TwoDigitYear)]
#[case("before 3.5.19", Problem::TwoDigitYear)]
#[case("between 2008 and 2004", Problem::EndBeforeStart)]
#[case("Dec-Jan 2019", Problem::EndBeforeStart)]
#[case("winter 2018", Problem::TwoWinters { one: "winter 2017/18".into(), other: "winter 2018/19".into() })]
fn refuses(#[case] written: &str, #[case] problem: Problem) {
    assert_eq!(written.parse::<When>(), Err(problem));
}

#[rstest]
#[case("before today")]
#[case("after -3w")]
#[case("before 2 weeks ago")]
#[case("before +6w")]
#[case("before in 6 weeks")]
#[case("after tomorrow")]
fn a_bound_is_a_date_and_no_word_that_moves_with_the_clock(#[case] typed: &str) {
    let today = NaiveDate::from_ymd_opt(2026, 11, 29).unwrap();
    assert_eq!(When::parse(typed, Typing::on(today)), Err(Problem::DayNeeded));
}

#[rstest]
#[case("2019", Some("2019-01-01"), Some("2019-12-31"))]
#[case("between 2004 and May 2008", Some("2004-01-01"), Some("2008-05-31"))]
#[case("before May 2015", None, Some("2015-04-30"))]
#[case("after 2004", Some("2005-01-01"), None)]
#[case("age 30", None, None)]
fn bounds_are_what_is_known(#[case] typed: &str, #[case] from: Option<&str>, #[case] to: Option<&str>) {
    let (first, last) = typed.parse::<When>().unwrap().bounds();
    let day = |day: Option<NaiveDate>| day.map(|day| day.to_string());
    assert_eq!((day(first).as_deref(), day(last).as_deref()), (from, to));
}

#[test]
fn an_anchor_by_id_survives_storage() {
    let id = Uuid::from_u128(7);
    for typed in ["2 weeks", "weeks"] {
        let mut when: When = format!("{typed} after operation {id}").parse().unwrap();
        assert_eq!(when.anchor_mut(), Some(&mut Anchor::Operation(Reference::Id(id))));
    }
}

proptest::proptest! {
    #[test]
    fn what_is_read_prints_what_reads_back(
        parts in proptest::collection::vec(
            proptest::sample::select(vec![
                "2004", "2008", "2019", "may", "3", "5", "summer", "winter", "-", "/", " ", ".", " to ", "between ",
                " and ", "before ", "after ", "about ", "?", "months", "2 weeks", "operation 1", "treatment 2",
                "first visit", "age ", "38", "in ", "<", ">", "today", "18/19",
            ]),
            0..7,
        )
    ) {
        let today = NaiveDate::from_ymd_opt(2026, 11, 29).unwrap();
        if let Ok(when) = When::parse(&parts.concat(), Typing::on(today)) {
            proptest::prop_assert_eq!(when.to_string().parse::<When>(), Ok(when));
        }
    }
}
