//! What is read of dates, in which order, and what is refused.

use super::*;
use rstest::rstest;

fn today() -> Typing {
    Typing::on(NaiveDate::from_ymd_opt(2026, 11, 23).unwrap())
}

#[rstest]
#[case("3.5.19", "3 May 2019")]
#[case("03/05/2019", "3 May 2019")]
#[case("2019-05-03", "3 May 2019")]
#[case("3 may 2019", "3 May 2019")]
#[case("May 3, 2019", "3 May 2019")]
#[case("3rd May 2019", "3 May 2019")]
#[case("may 2019", "May 2019")]
#[case("5/2019", "May 2019")]
#[case("2019-05", "May 2019")]
#[case("September 1998", "Sep 1998")]
#[case("2019", "2019")]
#[case("today", "23 Nov 2026")]
#[case("-3w", "2 Nov 2026")]
#[case("-2m", "Sep 2026")]
#[case("4 years ago", "2022")]
#[case("tomorrow", "24 Nov 2026")]
#[case("+6w", "4 Jan 2027")]
#[case("in 10 days", "3 Dec 2026")]
#[case("+3m", "Feb 2027")]
#[case("in 2 years", "2028")]
#[case("1.1.65", "1 Jan 1965")]
#[case("3. May 2019", "3 May 2019")]
#[case("3 Sept. 2019", "3 Sep 2019")]
#[case("in May 2019", "May 2019")]
#[case("summer 2018", "summer 2018")]
#[case("Spring of 2019", "spring 2019")]
#[case("fall 2018", "autumn 2018")]
#[case("winter 2018/19", "winter 2018/19")]
#[case("winter 1999-2000", "winter 1999/00")]
#[case("mid-2017", "mid 2017")]
#[case("end of 2017", "late 2017")]
fn understands_what_is_typed(#[case] typed: &str, #[case] shown: &str) {
    let date = PartialDate::parse(typed, today()).unwrap();
    assert_eq!(date.to_string(), shown);
    assert_eq!(
        PartialDate::parse(shown, today()),
        Ok(date),
        "the normal form reads back as itself"
    );
    assert_eq!(
        PartialDate::parse(&date.iso(), today()),
        Ok(date),
        "and so does the sortable form"
    );
}

fn not(text: &str) -> Problem {
    Problem::NotADate { text: text.into() }
}

#[rstest]
#[case("31.2.2019", Problem::NoSuchDay)]
#[case("may 19", Problem::TwoDigitYear)]
#[case("1700", Problem::YearOutOfRange)]
#[case("2090", Problem::YearOutOfRange)]
#[case("soon", Problem::NotADate { text: "soon".into() })]
#[case("13/2019", Problem::NotADate { text: "13/2019".into() })]
#[case("", Problem::NotADate { text: String::new() })]
#[case("decompression 2019", not("decompression 2019"))]
#[case("decompression 3 2019", not("decompression 3 2019"))]
#[case("marked 2019", not("marked 2019"))]
#[case("3x May 2019", not("3x May 2019"))]
#[case("2019?", not("2019?"))]
#[case("<2019", not("<2019"))]
#[case("~ 2019", not("~ 2019"))]
#[case("2-3/2019", not("2-3/2019"))]
#[case("3..2019", not("3..2019"))]
#[case("/5/2019", not("/5/2019"))]
#[case("2019-", not("2019-"))]
#[case("005/2019", not("005/2019"))]
#[case("summer 18", Problem::TwoDigitYear)]
#[case("winter 2018", Problem::TwoWinters { one: "winter 2017/18".into(), other: "winter 2018/19".into() })]
#[case("winter 2018/20", not("winter 2018/20"))]
fn refuses(#[case] typed: &str, #[case] problem: Problem) {
    assert_eq!(PartialDate::parse(typed, today()), Err(problem));
}

#[rstest]
#[case("03/05/2019", "3 May 2019", "5 Mar 2019")]
#[case("3.5.19", "3 May 2019", "5 Mar 2019")]
#[case("3-5-2019", "3 May 2019", "5 Mar 2019")]
#[case("5/5/2019", "5 May 2019", "5 May 2019")]
#[case("1/13/2019", "13 Jan 2019", "13 Jan 2019")]
#[case("13/1/2019", "13 Jan 2019", "13 Jan 2019")]
#[case("2019-05-03", "3 May 2019", "3 May 2019")]
#[case("2019/5/3", "3 May 2019", "3 May 2019")]
#[case("May 3 2019", "3 May 2019", "3 May 2019")]
#[case("3rd May 2019", "3 May 2019", "3 May 2019")]
#[case("5/2019", "May 2019", "May 2019")]
fn numbers_alone_are_read_in_the_order_of_the_clinic_or_in_the_only_one_possible(
    #[case] typed: &str,
    #[case] day_first: &str,
    #[case] month_first: &str,
) {
    for (order, wanted) in [
        (DateOrder::DayFirst, day_first),
        (DateOrder::MonthFirst, month_first),
    ] {
        let read = PartialDate::parse(typed, Typing { order, ..today() });
        assert_eq!(
            read.map(|date| date.to_string()),
            Ok(wanted.to_owned()),
            "{order:?}"
        );
    }
    let stored = PartialDate::stored(typed).map(|date| date.to_string());
    match day_first == month_first {
        true => assert_eq!(stored, Ok(day_first.to_owned())),
        false => assert!(stored.is_err(), "{stored:?}"),
    }
}

#[rstest]
#[case(DateOrder::DayFirst)]
#[case(DateOrder::MonthFirst)]
fn no_order_makes_a_day_that_is_none(#[case] order: DateOrder) {
    let read = |typed| PartialDate::parse(typed, Typing { order, ..today() });
    assert_eq!(read("31/2/2019"), Err(Problem::NoSuchDay));
    assert_eq!(read("2/30/2019"), Err(Problem::NoSuchDay));
    assert_eq!(read("13/14/2019"), Err(not("13/14/2019")));
    assert_eq!(read("2019-13-01"), Err(not("2019-13-01")));
    assert_eq!(read("0/5/2019"), Err(Problem::NoSuchDay));
}

#[test]
fn a_stored_date_that_can_be_two_days_is_refused_with_both() {
    let both = Problem::DayOrMonth {
        one: "3 May 2019".into(),
        other: "5 Mar 2019".into(),
    };
    assert_eq!(PartialDate::stored("03/05/2019"), Err(both.clone()));
    assert_eq!(PartialDate::stored("3.5.2019"), Err(both));
}

#[rstest]
#[case("3.5.19", Problem::TwoDigitYear)]
#[case("1 May 65", Problem::TwoDigitYear)]
#[case("today", not("today"))]
#[case("-3w", not("-3w"))]
#[case("2 weeks ago", not("2 weeks ago"))]
#[case("+6w", not("+6w"))]
#[case("in 6 weeks", not("in 6 weeks"))]
#[case("2191", Problem::YearOutOfRange)]
fn a_stored_date_stands_by_itself(#[case] written: &str, #[case] problem: Problem) {
    assert_eq!(PartialDate::stored(written), Err(problem));
}

#[rstest]
#[case("spring 2019", "2019-03-01", "2019-06-30")]
#[case("winter 2018/19", "2018-12-01", "2019-03-31")]
#[case("late 2019", "2019-09-01", "2019-12-31")]
#[case("Feb 2020", "2020-02-01", "2020-02-29")]
fn a_part_of_a_year_spans_whole_months(#[case] typed: &str, #[case] from: &str, #[case] to: &str) {
    let (first, last) = PartialDate::stored(typed).unwrap().span();
    assert_eq!((first.to_string(), last.to_string()), (from.into(), to.into()));
}

#[test]
fn a_year_spans_its_days_and_keeps_its_precision() {
    let (from, to) = PartialDate::Year(2019).span();
    assert_eq!(
        (from.to_string(), to.to_string()),
        ("2019-01-01".into(), "2019-12-31".into())
    );
    assert_eq!(PartialDate::Year(2019).iso(), "2019");
}

proptest::proptest! {
    #[test]
    fn what_is_read_prints_what_reads_back(text in "[0-9]{0,4}[ ./-]?(may|dec|sept|summer|winter|mid|of|3rd)?[ ./-]?[0-9]{0,4}[./-]?[0-9]{0,4}") {
        if let Ok(date) = PartialDate::parse(&text, today()) {
            proptest::prop_assert_eq!(PartialDate::stored(&date.to_string()), Ok(date));
            proptest::prop_assert_eq!(PartialDate::stored(&date.iso()), Ok(date));
            proptest::prop_assert!(date.span().0.year() <= 2036);
        }
    }

    #[test]
    fn never_panics(text in "\\PC{0,40}") {
        drop(PartialDate::parse(&text, today()));
    }
}
