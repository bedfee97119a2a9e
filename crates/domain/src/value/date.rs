//! A date with the precision that was given: a day, a month, a season or part of a year, or a year. A year never becomes
//! 1 January, and no word becomes a month.

#[cfg(test)]
mod tests;

use crate::value::issue::Problem;
use chrono::{DateTime, Datelike, Days, Months, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use std::fmt;

/// What is known of a date. Stored in the form that begins with the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum PartialDate {
    /// A day of the calendar.
    Day(NaiveDate),
    /// A month of a year, 1 to 12.
    Month(i32, u32),
    /// A season or part of a year; a winter carries the year in which it begins.
    Part(i32, Part),
    /// A year and nothing more exact.
    Year(i32),
}

/// Which of two numbers of a date comes first where people write it in numbers alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum DateOrder {
    /// 03/05/2019 is 3 May 2019.
    #[default]
    DayFirst,
    /// 03/05/2019 is 5 March 2019.
    MonthFirst,
}

impl DateOrder {
    /// The other of the two orders.
    pub fn other(self) -> Self {
        match self {
            DateOrder::DayFirst => DateOrder::MonthFirst,
            DateOrder::MonthFirst => DateOrder::DayFirst,
        }
    }
}

/// What a typed date is read by: the day on which it is typed and the order of the clinic that types it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Typing {
    /// Resolves "today", "-3w" and a year of two digits.
    pub today: NaiveDate,
    /// Says which number is the day in 03/05/2019.
    pub order: DateOrder,
}

impl Typing {
    /// On this day, with the day before the month.
    pub fn on(today: NaiveDate) -> Self {
        Typing {
            today,
            order: DateOrder::default(),
        }
    }
}

/// A part of a year as people name it. Its span holds whole months and reaches as far as the word may: spring to
/// June and summer to September, by the calendar's and by the weather's reckoning; seasons are those of the north.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    /// "Early 2019": January to April.
    Early,
    /// "Spring 2019": March to June.
    Spring,
    /// "Mid 2019": April to September.
    Mid,
    /// "Summer 2019": June to September.
    Summer,
    /// "Autumn 2019": September to December.
    Autumn,
    /// "Late 2019": September to December, as autumn is.
    Late,
    /// December to March of the next year.
    Winter,
}

const PARTS: [(&str, Part); 13] = [
    ("early", Part::Early),
    ("beginning", Part::Early),
    ("start", Part::Early),
    ("spring", Part::Spring),
    ("mid", Part::Mid),
    ("middle", Part::Mid),
    ("summer", Part::Summer),
    ("autumn", Part::Autumn),
    ("fall", Part::Autumn),
    ("late", Part::Late),
    ("end", Part::Late),
    ("winter", Part::Winter),
    ("wintertime", Part::Winter),
];

impl Part {
    fn word(self) -> &'static str {
        let named = PARTS.iter().find(|(_, part)| *part == self);
        named.map_or("", |(word, _)| word)
    }

    /// The first month, and how many.
    fn months(self) -> (u32, u32) {
        match self {
            Part::Early => (1, 4),
            Part::Spring => (3, 4),
            Part::Mid => (4, 6),
            Part::Summer => (6, 4),
            Part::Autumn | Part::Late => (9, 4),
            Part::Winter => (12, 4),
        }
    }
}

const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];
const NAMES: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];
const FIRST_YEAR: i32 = 1850;
/// The last year that a stored date can have, which is not judged against the clock.
const LAST_YEAR: i32 = 2190;

fn months(year: i32, month: u32, count: u32) -> (NaiveDate, NaiveDate) {
    let first = NaiveDate::from_ymd_opt(year, month, 1).unwrap_or_default();
    (first, first + Months::new(count) - Days::new(1))
}

impl TryFrom<String> for PartialDate {
    type Error = Problem;
    /// Reads a stored text, which is not judged against the clock.
    fn try_from(raw: String) -> Result<Self, Problem> {
        PartialDate::stored(&raw)
    }
}

impl From<PartialDate> for String {
    fn from(date: PartialDate) -> String {
        date.iso()
    }
}

impl From<NaiveDate> for PartialDate {
    fn from(day: NaiveDate) -> Self {
        PartialDate::Day(day)
    }
}

impl PartialDate {
    /// The last day it can mean.
    pub fn last(self) -> NaiveDate {
        self.span().1
    }

    /// Whether the day is known.
    pub fn is_day(self) -> bool {
        matches!(self, PartialDate::Day(_))
    }

    /// The first and the last day it can mean.
    pub fn span(self) -> (NaiveDate, NaiveDate) {
        match self {
            PartialDate::Day(day) => (day, day),
            PartialDate::Month(year, month) => months(year, month, 1),
            PartialDate::Part(year, part) => {
                let (first, count) = part.months();
                months(year, first, count)
            }
            PartialDate::Year(year) => months(year, 1, 12),
        }
    }

    /// The form that begins with the year: `2019-05-03`, `2019-05`, `2019-summer`, `2019`.
    pub fn iso(self) -> String {
        match self {
            PartialDate::Day(day) => day.format("%Y-%m-%d").to_string(),
            PartialDate::Month(year, month) => format!("{year:04}-{month:02}"),
            PartialDate::Part(year, Part::Winter) => format!("{year:04}-{:04}-winter", year + 1),
            PartialDate::Part(year, part) => format!("{year:04}-{}", part.word()),
            PartialDate::Year(year) => format!("{year:04}"),
        }
    }

    /// Reads what people type. Numbers alone are read in the clinic's order, or in the other one where only that gives a
    /// month: 1/13/2019. The day of typing resolves "today", "-3w" and "+6w", and a year of two digits in a full date as in
    /// `3.5.19`, which is read within the hundred years that end ten years from then.
    ///
    /// # Errors
    /// [`Problem::NotADate`] for everything else, also where only a part of it is a date.
    pub fn parse(text: &str, typing: Typing) -> Result<Self, Problem> {
        Self::read(text, Some(typing))
    }

    /// Reads a stored date: no day from which to count, no year in two digits, and no order of the clinic's own.
    ///
    /// # Errors
    /// As [`PartialDate::parse`], [`Problem::TwoDigitYear`], and [`Problem::DayOrMonth`] for 3/5/2019.
    pub fn stored(text: &str) -> Result<Self, Problem> {
        Self::read(text, None)
    }

    pub(crate) fn read(text: &str, typing: Option<Typing>) -> Result<Self, Problem> {
        let today = typing.map(|typing| typing.today);
        let low = text.trim().to_lowercase();
        let no = || Problem::NotADate {
            text: text.trim().to_owned(),
        };
        if let Some(moving) = today.and_then(|today| moving(&low, today)) {
            return moving.ok_or_else(no);
        }
        let parts = parts(low.strip_prefix("in ").unwrap_or(&low)).ok_or_else(no)?;
        let parsed = match parts.as_slice() {
            [year] if is_year(year) => PartialDate::Year(number(year).ok_or_else(no)?),
            [word, year] | [year, word] if is_year(year) && part(word).is_some() => {
                let year = number(year).ok_or_else(no)?;
                match part(word) {
                    Some(Part::Winter) => return Err(two_winters(year)),
                    Some(part) => PartialDate::Part(year, part),
                    None => return Err(no()),
                }
            }
            [word, first, next] | [first, next, word]
                if is_year(first) && part(word) == Some(Part::Winter) =>
            {
                winter(first, next).ok_or_else(no)?
            }
            [first, second] => month_and_year(first, second).ok_or_else(no)??,
            [first, second, third] => day([first, second, third], typing).ok_or_else(no)??,
            _ => return Err(no()),
        };
        let year = parsed.span().0.year();
        let last = today.map_or(LAST_YEAR, |today| today.year() + 10);
        if !(FIRST_YEAR..=last).contains(&year) {
            return Err(Problem::YearOutOfRange);
        }
        Ok(parsed)
    }
}

impl fmt::Display for PartialDate {
    /// Spelled so that no one misreads it: "3 May 2019", "May 2019", "summer 2019", "winter 2018/19", "2019".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = |month: u32| MONTHS.get(month as usize - 1).copied().unwrap_or("?");
        match *self {
            PartialDate::Day(day) => write!(f, "{} {} {}", day.day(), name(day.month()), day.year()),
            PartialDate::Month(year, month) => write!(f, "{} {year}", name(month)),
            PartialDate::Part(year, Part::Winter) => write!(f, "winter {year}/{:02}", (year + 1) % 100),
            PartialDate::Part(year, part) => write!(f, "{} {year}", part.word()),
            PartialDate::Year(year) => write!(f, "{year}"),
        }
    }
}

/// The words and numbers of a date. Between two of them stand spaces and at most one mark, and the marks are alike;
/// anything else may change what is meant and is not passed over.
fn parts(text: &str) -> Option<Vec<&str>> {
    let mut parts = Vec::new();
    let mut alike = None;
    let mut rest = text.trim();
    while !rest.is_empty() {
        let length = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
        let (part, behind) = rest.split_at(length);
        let next = behind.find(char::is_alphanumeric).unwrap_or(behind.len());
        let (between, behind) = behind.split_at(next);
        let mark = between.trim();
        match mark {
            "" | "," => {}
            "." if !part.bytes().all(|b| b.is_ascii_digit()) || behind.is_empty() => {}
            "." | "-" | "/" if !behind.is_empty() && alike.is_none_or(|other| other == mark) => {
                alike = Some(mark)
            }
            _ => return None,
        }
        if part.is_empty() {
            return None;
        }
        if part != "of" {
            parts.push(part);
        }
        rest = behind;
    }
    Some(parts)
}

fn is_year(part: &str) -> bool {
    part.len() == 4 && part.bytes().all(|b| b.is_ascii_digit())
}

fn number<T: std::str::FromStr>(part: &str) -> Option<T> {
    part.bytes()
        .all(|b| b.is_ascii_digit())
        .then(|| part.parse().ok())
        .flatten()
}

/// A month by its number or its English name, whole or cut off behind the third letter.
pub(crate) fn month(part: &str) -> Option<u32> {
    if let Some(value) = number::<u32>(part) {
        return (part.len() <= 2 && (1..=12).contains(&value)).then_some(value);
    }
    let part = if part == "sept" { "sep" } else { part };
    let at = NAMES
        .iter()
        .position(|name| part.len() >= 3 && name.starts_with(part))?;
    Some(at as u32 + 1)
}

fn part(word: &str) -> Option<Part> {
    let known = PARTS.iter().find(|(name, _)| *name == word);
    known.map(|(_, part)| *part)
}

fn winter(first: &str, next: &str) -> Option<PartialDate> {
    let year: i32 = number(first)?;
    let after: i32 = number(next)?;
    let follows = match next.len() {
        4 => after == year + 1,
        2 => after == (year + 1) % 100,
        _ => false,
    };
    follows.then_some(PartialDate::Part(year, Part::Winter))
}

fn two_winters(year: i32) -> Problem {
    let winter = |year| PartialDate::Part(year, Part::Winter).to_string();
    Problem::TwoWinters {
        one: winter(year - 1),
        other: winter(year),
    }
}

type Judged = Option<Result<PartialDate, Problem>>;

fn month_and_year(first: &str, second: &str) -> Judged {
    let (month_part, year_part) = if is_year(first) {
        (second, first)
    } else {
        (first, second)
    };
    if !is_year(year_part) {
        let short = year_part.len() == 2
            && number::<u32>(year_part).is_some()
            && (month(month_part).is_some() || part(month_part).is_some());
        return short.then_some(Err(Problem::TwoDigitYear));
    }
    Some(Ok(PartialDate::Month(number(year_part)?, month(month_part)?)))
}

fn day([first, second, third]: [&str; 3], typing: Option<Typing>) -> Judged {
    let number_first = first.starts_with(|c: char| c.is_ascii_digit());
    let (day, month, year_part) = match (is_year(first), number_first) {
        (true, _) => (third, second, first),
        (false, true) => (first, second, third),
        (false, false) => (second, first, third),
    };
    let year = match year_of(year_part, typing)? {
        Ok(year) => year,
        Err(problem) => {
            let a_day = day_and_month(day, month).or_else(|| day_and_month(month, day));
            return a_day.map(|_| Err(problem));
        }
    };
    let made = |(day, month)| {
        NaiveDate::from_ymd_opt(year, month, day)
            .map(PartialDate::Day)
            .ok_or(Problem::NoSuchDay)
    };
    let one = day_and_month(day, month);
    // With the year in front or the month in letters there is one order only.
    if is_year(first) || !numeric(first) || !numeric(second) {
        return one.map(made);
    }
    let other = day_and_month(month, day);
    let (one, other) = match (one, other) {
        (Some(one), Some(other)) => (one, other),
        (one, other) => return one.or(other).map(made),
    };
    Some(match typing.map(|typing| typing.order) {
        Some(DateOrder::DayFirst) => made(one),
        Some(DateOrder::MonthFirst) => made(other),
        None if one == other => made(one),
        None => made(one).and_then(|one| {
            Err(Problem::DayOrMonth {
                one: one.to_string(),
                other: made(other)?.to_string(),
            })
        }),
    })
}

fn numeric(part: &str) -> bool {
    part.bytes().all(|b| b.is_ascii_digit())
}

/// A year of four digits, or of two where the day of typing tells the century.
fn year_of(part: &str, typing: Option<Typing>) -> Option<Result<i32, Problem>> {
    if is_year(part) {
        return number(part).map(Ok);
    }
    let short: i32 = number(part).filter(|_| part.len() == 2)?;
    let Some(Typing { today, .. }) = typing else {
        return Some(Err(Problem::TwoDigitYear));
    };
    let century = (today.year() + 10) / 100 * 100;
    Some(Ok(if century + short > today.year() + 10 {
        century - 100 + short
    } else {
        century + short
    }))
}

/// A day of a month, 1 to 31 as written, and a month in numbers or letters.
fn day_and_month(day: &str, named: &str) -> Option<(u32, u32)> {
    let day = ["st", "nd", "rd", "th"]
        .iter()
        .find_map(|ending| day.strip_suffix(ending))
        .unwrap_or(day);
    let day: u32 = number(day).filter(|_| day.len() <= 2)?;
    Some((day, month(named)?))
}

/// What is counted from the day of typing, so that it means another day tomorrow: "today", "-3w", "2 weeks ago", "+6w". Nothing
/// inside where the count is none; nothing at all for every other text, in lower case.
pub(crate) fn moving(low: &str, today: NaiveDate) -> Option<Option<PartialDate>> {
    let day = |day: Option<NaiveDate>| Some(day.map(PartialDate::Day));
    match low {
        // Many clinics' systems take T for today.
        "today" | "t" => return day(Some(today)),
        "yesterday" => return day(today.checked_sub_days(Days::new(1))),
        "tomorrow" => return day(today.checked_add_days(Days::new(1))),
        _ => {}
    }
    if let Some(rest) = low.strip_prefix('-').or_else(|| low.strip_suffix(" ago")) {
        return Some(counted(rest, today, Way::Back));
    }
    if let Some(rest) = low.strip_prefix('+') {
        return Some(counted(rest, today, Way::Ahead));
    }
    // "in 2019" is counted from nothing.
    counted(low.strip_prefix("in ")?, today, Way::Ahead).map(Some)
}

/// Which way is counted from the day of typing.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Back,
    Ahead,
}

/// So long before or after the day of typing, as exact as the unit is.
fn counted(rest: &str, today: NaiveDate, way: Way) -> Option<PartialDate> {
    use crate::value::interval::{Interval, Unit};
    let Interval { value, unit } = rest.parse().ok()?;
    let count = u32::from(value);
    let by_days = |days: u64| match way {
        Way::Back => today.checked_sub_days(Days::new(days)),
        Way::Ahead => today.checked_add_days(Days::new(days)),
    };
    let by_months = |months: u32| match way {
        Way::Back => today.checked_sub_months(Months::new(months)),
        Way::Ahead => today.checked_add_months(Months::new(months)),
    };
    Some(match unit {
        Unit::Hour => return None,
        Unit::Day => PartialDate::Day(by_days(count.into())?),
        Unit::Week => PartialDate::Day(by_days(u64::from(count) * 7)?),
        Unit::Month => {
            let then = by_months(count)?;
            PartialDate::Month(then.year(), then.month())
        }
        Unit::Year => PartialDate::Year(by_months(count.checked_mul(12)?)?.year()),
    })
}

/// The last second of a day, at which counts what has no time of its own.
pub(crate) fn end_of(day: NaiveDate) -> DateTime<Utc> {
    day.and_hms_opt(23, 59, 59)
        .map_or(DateTime::<Utc>::MAX_UTC, |at| at.and_utc())
}
