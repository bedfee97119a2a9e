//! How often: both ends of what was given, kept in the form it was given in and printed with no abbreviation.
//!
//! "QD" is once a day and "QID" four times; "OD", "QD", "QOD" and the like are understood and read back spelled out.
//! The printed form reads back as itself.

mod read;

pub(super) use read::{PER_DAY, is_abbreviation, read};

use super::amount::whole;
use super::number::{Exact, Number};
use crate::value::misread::MedicineProblem;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// The span that times are counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the spans name themselves")]
pub enum Span {
    Hour,
    Day,
    Week,
}

impl Span {
    fn hours(self) -> u32 {
        match self {
            Span::Hour => 1,
            Span::Day => 24,
            Span::Week => 168,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Span::Hour => "hour",
            Span::Day => "day",
            Span::Week => "week",
        }
    }
}

/// The time of day, where one was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the other times name themselves")]
pub enum Time {
    Morning,
    Evening,
    /// At night or at bedtime.
    Night,
}

impl Time {
    fn words(self) -> &'static str {
        match self {
            Time::Morning => "in the morning",
            Time::Evening => "in the evening",
            Time::Night => "at night",
        }
    }
}

/// How often. `few` is never above `many`, and neither is zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Frequency {
    /// So many times in a day or a week.
    Times {
        /// The fewest times in the span.
        few: u8,
        /// The most times in the span.
        many: u8,
        /// The span in which they are counted.
        span: Span,
        /// When in the day.
        time: Option<Time>,
    },
    /// Once in so many hours, days or weeks; the shorter gap is `few`.
    Every {
        /// The shortest gap from one time to the next.
        few: u16,
        /// The longest gap from one time to the next.
        many: u16,
        /// What the gaps are counted in.
        span: Span,
    },
    /// The dose is a day's whole.
    InTotal,
}

impl Frequency {
    /// Once a day, at no time of day in particular.
    pub const DAILY: Frequency = Frequency::times(1, 1, Span::Day);

    pub(super) const fn times(few: u8, many: u8, span: Span) -> Frequency {
        Frequency::Times {
            few,
            many,
            span,
            time: None,
        }
    }

    /// The fewest times a day and the most.
    pub(crate) fn a_day(self) -> Option<(Exact, Exact)> {
        let ratio = |times: u32, hours: u32| Exact::ratio(Number::whole(times * 24), Number::whole(hours));
        match self {
            Frequency::Times { few, many, span, .. } => Some((
                ratio(few.into(), span.hours())?,
                ratio(many.into(), span.hours())?,
            )),
            Frequency::Every { few, many, span } => Some((
                ratio(1, u32::from(many) * span.hours())?,
                ratio(1, u32::from(few) * span.hours())?,
            )),
            Frequency::InTotal => Some((Exact::of(Number::ONE), Exact::of(Number::ONE))),
        }
    }

    /// The fewest times a day; to 28 digits where it has no end (every 7 hours).
    #[cfg(test)]
    pub(super) fn fewest_a_day(self) -> Decimal {
        self.a_day().and_then(|(few, _)| few.value()).unwrap_or_default()
    }

    /// The most times a day.
    pub fn most_a_day(self) -> Decimal {
        self.a_day()
            .and_then(|(_, most)| most.value())
            .unwrap_or_default()
    }

    /// The gap is a day or longer, as between changes of a patch.
    pub(super) fn is_a_day_or_longer(self) -> bool {
        self.most_a_day() <= Decimal::ONE
    }
}

fn times(f: &mut fmt::Formatter<'_>, few: u8, many: u8) -> fmt::Result {
    match (few, many) {
        (1, 1) => f.write_str("once"),
        (2, 2) => f.write_str("twice"),
        (few, many) if few == many => write!(f, "{few} times"),
        _ => write!(f, "{few} to {many} times"),
    }
}

impl fmt::Display for Frequency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Frequency::Times {
                few,
                many,
                span,
                time,
            } => {
                times(f, few, many)?;
                write!(f, " a {}", span.name())?;
                time.map_or(Ok(()), |time| write!(f, " {}", time.words()))
            }
            Frequency::Every {
                few: 1,
                many: 1,
                span,
            } => write!(f, "every {}", span.name()),
            Frequency::Every { few, many, span } if few == many => write!(f, "every {few} {}s", span.name()),
            Frequency::Every { few, many, span } => write!(f, "every {few} to {many} {}s", span.name()),
            Frequency::InTotal => f.write_str("a day in total"),
        }
    }
}

impl FromStr for Frequency {
    type Err = MedicineProblem;

    fn from_str(text: &str) -> Result<Self, MedicineProblem> {
        whole(text, read).map_err(|problem| match problem {
            MedicineProblem::NotUnderstood { text } => MedicineProblem::NotAFrequency { text },
            other => other,
        })
    }
}

impl TryFrom<String> for Frequency {
    type Error = MedicineProblem;
    fn try_from(raw: String) -> Result<Self, MedicineProblem> {
        raw.parse()
    }
}

impl From<Frequency> for String {
    fn from(frequency: Frequency) -> String {
        frequency.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("BID", "twice a day", "2", "2")]
    #[case("b.d.", "twice a day", "2", "2")]
    #[case("TDS", "3 times a day", "3", "3")]
    #[case("t.i.d.", "3 times a day", "3", "3")]
    #[case("QID", "4 times a day", "4", "4")]
    #[case("qds", "4 times a day", "4", "4")]
    #[case("QD", "once a day", "1", "1")]
    #[case("q.d.", "once a day", "1", "1")]
    #[case("OD", "once a day", "1", "1")]
    #[case("once daily", "once a day", "1", "1")]
    #[case("daily", "once a day", "1", "1")]
    #[case("qod", "every 2 days", "0.5", "0.5")]
    #[case("every other day", "every 2 days", "0.5", "0.5")]
    #[case("alternate days", "every 2 days", "0.5", "0.5")]
    #[case(
        "every third day",
        "every 3 days",
        "0.3333333333333333333333333333",
        "0.3333333333333333333333333333"
    )]
    #[case("q6h", "every 6 hours", "4", "4")]
    #[case("q12h", "every 12 hours", "2", "2")]
    #[case("Q 8 hours", "every 8 hours", "3", "3")]
    #[case("6-hourly", "every 6 hours", "4", "4")]
    #[case("4 hourly", "every 4 hours", "6", "6")]
    #[case("4-6 hourly", "every 4 to 6 hours", "4", "6")]
    #[case("hourly", "every hour", "24", "24")]
    #[case("q4-6h", "every 4 to 6 hours", "4", "6")]
    #[case("q4–6h", "every 4 to 6 hours", "4", "6")]
    #[case("every 4 to 6 hours", "every 4 to 6 hours", "4", "6")]
    #[case("every six hours", "every 6 hours", "4", "4")]
    #[case("every 48 h", "every 48 hours", "0.5", "0.5")]
    #[case("nightly", "once a day at night", "1", "1")]
    #[case("nocte", "once a day at night", "1", "1")]
    #[case("qhs", "once a day at night", "1", "1")]
    #[case("ON", "once a day at night", "1", "1")]
    #[case("mane", "once a day in the morning", "1", "1")]
    #[case("once in the evening", "once a day in the evening", "1", "1")]
    #[case("morning and night", "twice a day", "2", "2")]
    #[case("every morning and night", "twice a day", "2", "2")]
    #[case("each morning and evening", "twice a day", "2", "2")]
    #[case("in the morning and at night", "twice a day", "2", "2")]
    #[case("mane et nocte", "twice a day", "2", "2")]
    #[case("am and pm", "twice a day", "2", "2")]
    #[case("twice a day, morning and evening", "twice a day", "2", "2")]
    #[case("morning, noon and night", "3 times a day", "3", "3")]
    #[case("every night", "once a day at night", "1", "1")]
    #[case("2x/day", "twice a day", "2", "2")]
    #[case("x4/day", "4 times a day", "4", "4")]
    #[case("3 times per day", "3 times a day", "3", "3")]
    #[case("3/day", "3 times a day", "3", "3")]
    #[case("1-2 times a day", "1 to 2 times a day", "1", "2")]
    #[case("thrice daily", "3 times a day", "3", "3")]
    #[case(
        "twice a week",
        "twice a week",
        "0.2857142857142857142857142857",
        "0.2857142857142857142857142857"
    )]
    #[case(
        "every 2 weeks",
        "every 2 weeks",
        "0.0714285714285714285714285714",
        "0.0714285714285714285714285714"
    )]
    #[case("every 1-2 days", "every 1 to 2 days", "0.5", "1")]
    #[case("every day", "once a day", "1", "1")]
    #[case("a day in total", "a day in total", "1", "1")]
    fn trap_24_frequencies(
        #[case] typed: &str,
        #[case] printed: &str,
        #[case] few: &str,
        #[case] most: &str,
    ) {
        let frequency: Frequency = typed.parse().unwrap();
        assert_eq!(frequency.to_string(), printed);
        assert_eq!(frequency.fewest_a_day().to_string(), few);
        assert_eq!(frequency.most_a_day().to_string(), most);
        assert_eq!(printed.parse(), Ok(frequency));
    }

    #[rstest]
    #[case("weekly", "once a week")]
    #[case("every 72 h", "every 72 hours")]
    #[case("every 7 days", "every 7 days")]
    #[case("every week", "every week")]
    #[case("fortnightly", "every 2 weeks")]
    #[case("once a day at bedtime", "once a day at night")]
    fn long_gaps(#[case] typed: &str, #[case] printed: &str) {
        let frequency: Frequency = typed.parse().unwrap();
        assert_eq!(frequency.to_string(), printed);
        assert!(frequency.is_a_day_or_longer());
        assert!(!"q23h".parse::<Frequency>().unwrap().is_a_day_or_longer());
    }

    #[rstest]
    #[case("biweekly")]
    #[case("bi-weekly")]
    fn trap_24_two_meanings_are_asked_back(#[case] typed: &str) {
        let problem = typed.parse::<Frequency>().unwrap_err();
        assert!(
            matches!(problem, MedicineProblem::TwoMeanings { .. }),
            "{problem}"
        );
    }

    #[rstest]
    #[case("")]
    #[case("once")]
    #[case("on")]
    #[case("om")]
    #[case("twice hourly")]
    #[case("q")]
    #[case("q6")]
    #[case("x4")]
    #[case("qxd")]
    #[case("1-1-1")]
    #[case("as directed")]
    #[case("every now and then")]
    #[case("0 times a day")]
    #[case("every 0 hours")]
    #[case("1.5 times a day")]
    #[case("300 times a day")]
    #[case("bid tds")]
    fn refuses_rather_than_guesses(#[case] typed: &str) {
        let problem = typed.parse::<Frequency>().unwrap_err();
        assert!(
            matches!(problem, MedicineProblem::NotAFrequency { .. }),
            "{problem}"
        );
    }

    #[test]
    fn a_gap_that_runs_downwards_is_refused() {
        for text in ["q6-4h", "every 6 to 4 hours", "3-2 times a day"] {
            let problem = text.parse::<Frequency>().unwrap_err();
            assert!(matches!(problem, MedicineProblem::RangeReversed { .. }), "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn every_frequency_reads_back_as_itself(few in 1u8..=48, more in 0u8..=20, gap in 1u16..=500, week: bool) {
            let span = if week { Span::Week } else { Span::Day };
            let times = Frequency::times(few, few.saturating_add(more), span);
            proptest::prop_assert_eq!(times.to_string().parse(), Ok(times));
            let span = if week { Span::Week } else { Span::Hour };
            let every = Frequency::Every { few: gap, many: gap + u16::from(more), span };
            proptest::prop_assert_eq!(every.to_string().parse(), Ok(every));
            proptest::prop_assert!(every.fewest_a_day() <= every.most_a_day());
        }

        #[test]
        fn never_panics(text in "\\PC{0,40}") {
            let _outcome = text.parse::<Frequency>();
        }
    }
}
