//! Reading a point in time as people write it. What is passed over could change what is meant, so nothing is.

use super::{Anchor, Order, Point, Reference, When};
use crate::value::{
    date::{PartialDate, Typing, month, moving},
    interval::{Interval, Unit},
    issue::Problem,
};
use chrono::NaiveDate;
use uuid::Uuid;

const ABOUT: [&str; 9] = [
    "about ",
    "approximately ",
    "approx. ",
    "approx ",
    "around ",
    "circa ",
    "ca. ",
    "ca ",
    "~",
];
const SOME: [&str; 6] = ["a few ", "some ", "several ", "a couple of ", "many ", "few "];

/// A point in time; without the typing the text is a stored one.
pub(super) fn when(text: &str, typing: Option<Typing>) -> Result<When, Problem> {
    let no = || Problem::NotADate {
        text: text.trim().to_owned(),
    };
    let low = text.trim().to_lowercase().replace(['–', '—', '−', '‐', '‑'], "-");
    if matches!(low.as_str(), "" | "unknown" | "?") {
        return Ok(When::default());
    }
    let said = ABOUT.iter().find_map(|word| low.strip_prefix(word));
    // "2019?" says that the source is not sure, which is what "about" means.
    let asked = low.strip_suffix("(?)").or_else(|| low.strip_suffix('?'));
    let rest = said.unwrap_or(&low);
    let rest = rest
        .strip_suffix("(?)")
        .or_else(|| rest.strip_suffix('?'))
        .unwrap_or(rest)
        .trim();
    let read = Reader { typing };
    let point = read.point(rest).map_err(|problem| match problem {
        Problem::NotADate { .. } => no(),
        other => other,
    })?;
    Ok(When {
        about: said.is_some() || asked.is_some(),
        point,
    })
}

struct Reader {
    typing: Option<Typing>,
}

impl Reader {
    fn date(&self, text: &str) -> Result<PartialDate, Problem> {
        PartialDate::read(text, self.typing)
    }

    fn point(&self, text: &str) -> Result<Point, Problem> {
        if let Some(point) = age(text) {
            return point;
        }
        if let Some(target) = text.strip_prefix("at ") {
            return anchor(target.trim()).map(|anchor| Point::Relative {
                by: None,
                order: Order::At,
                anchor,
            });
        }
        let ordered = [
            ("before ", Order::Before),
            ("prior to ", Order::Before),
            ("<", Order::Before),
            ("after ", Order::After),
            (">", Order::After),
        ];
        if let Some((target, order)) = ordered
            .iter()
            .find_map(|(word, order)| Some((text.strip_prefix(word)?.trim(), *order)))
        {
            return self.open(target, order);
        }
        if let Some((first, last)) = two(text) {
            return self.between(&first, &last);
        }
        let words = [(" before ", Order::Before), (" after ", Order::After)];
        match words
            .iter()
            .find_map(|(word, order)| text.split_once(word).map(|(by, target)| (by, *order, target)))
        {
            Some((by, order, target)) => counted(by.trim(), order, target.trim()),
            None => self.date(text).map(Point::Date),
        }
    }

    fn between(&self, first: &str, last: &str) -> Result<Point, Problem> {
        let (first, last) = (self.date(first)?, self.date(last)?);
        if last.span().0 < first.span().0 || last.span().1 < first.span().1 {
            return Err(Problem::EndBeforeStart);
        }
        Ok(if first == last {
            Point::Date(first)
        } else {
            Point::Between(first, last)
        })
    }

    /// Before or after a fact or a date.
    fn open(&self, target: &str, order: Order) -> Result<Point, Problem> {
        if let Ok(anchor) = anchor(target) {
            return Ok(Point::Relative {
                by: None,
                order,
                anchor,
            });
        }
        // "before today" would mean another day whenever it is read.
        if moving(target, NaiveDate::default()).is_some() {
            return Err(Problem::DayNeeded);
        }
        let date = self.date(target)?;
        Ok(match order {
            Order::Before => Point::Before(date),
            _ => Point::After(date),
        })
    }
}

fn age(text: &str) -> Option<Result<Point, Problem>> {
    let rest = ["aged ", "age ", "at age ", "at the age of "]
        .iter()
        .find_map(|word| text.strip_prefix(word))?;
    Some(match rest.trim().parse::<u8>() {
        Ok(years) if years <= 130 => Ok(Point::Age(years)),
        Ok(_) => Err(Problem::OutOfRange { min: 0, max: 130 }),
        Err(_) if rest.trim().bytes().all(|b| b.is_ascii_digit()) => {
            Err(Problem::OutOfRange { min: 0, max: 130 })
        }
        Err(_) => Err(Problem::NotADate {
            text: text.to_owned(),
        }),
    })
}

/// The two dates of "between 2004 and 2008", "2004-2008", "May 2019 to June 2019", "2-3/2019", "Feb-Mar 2019".
fn two(text: &str) -> Option<(String, String)> {
    if let Some(rest) = text.strip_prefix("between ") {
        let (first, last) = rest.split_once(" and ")?;
        return Some(with_year(first, last));
    }
    let plain = text.strip_prefix("from ").unwrap_or(text);
    let spaced = plain.split_once(" - ").filter(|(_, last)| !last.contains('-'));
    if let Some((first, last)) = plain.split_once(" to ").or(spaced) {
        return Some(with_year(first, last));
    }
    let is_year = |part: &str| part.len() == 4 && part.bytes().all(|b| b.is_ascii_digit());
    let (first, last) = plain.split_once('-')?;
    if is_year(first) && is_year(last) {
        return Some((first.to_owned(), last.to_owned()));
    }
    // "2-3/2019" is two months; "2-3-2019", with one mark throughout, is a day.
    let (second, year) = last.split_once(['/', ' ', '.'])?;
    let named = first.starts_with(|c: char| c.is_alphabetic());
    (month(first).is_some() && month(second).is_some() && is_year(year.trim()))
        .then(|| with_year(first, &format!("{second} {year}")))
        .filter(|_| named == second.starts_with(|c: char| c.is_alphabetic()))
}

/// "Feb" and "Mar 2019" have their year in common.
fn with_year(first: &str, last: &str) -> (String, String) {
    let (first, last) = (first.trim(), last.trim());
    let year = last.rsplit([' ', '/', '.']).next().unwrap_or_default();
    if month(first).is_some() && last.len() > year.len() && year.len() == 4 {
        (format!("{first} {year}"), last.to_owned())
    } else {
        (first.to_owned(), last.to_owned())
    }
}

fn counted(by: &str, order: Order, target: &str) -> Result<Point, Problem> {
    let anchor = anchor(target)?;
    let word = SOME.iter().find_map(|some| by.strip_prefix(some)).unwrap_or(by);
    // "months" is more than one of them; "month" may be a slip for "1 month".
    if let Some(unit) = Unit::parse(word.trim()).filter(|unit| word.trim() == format!("{}s", unit.name())) {
        return Ok(Point::Loosely { unit, order, anchor });
    }
    let by = Some(by.parse::<Interval>()?);
    Ok(Point::Relative { by, order, anchor })
}

pub(super) fn anchor(text: &str) -> Result<Anchor, Problem> {
    let no = || Problem::NotADate {
        text: text.to_owned(),
    };
    if matches!(text, "first visit" | "the first visit") {
        return Ok(Anchor::FirstVisit);
    }
    let (word, which) = text.split_once(' ').ok_or_else(no)?;
    let reference = match (which.parse::<u32>(), which.parse::<Uuid>()) {
        (Ok(place), _) if place > 0 => Reference::Place(place),
        (_, Ok(id)) => Reference::Id(id),
        _ => return Err(no()),
    };
    match word {
        "operation" | "op" | "surgery" => Ok(Anchor::Operation(reference)),
        "treatment" => Ok(Anchor::Treatment(reference)),
        _ => Err(no()),
    }
}
