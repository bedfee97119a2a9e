//! From what was typed to values: one reader per request, which goes on after a fault so that all are told at once.

use lamina_domain::{
    Answer, Birth, Interval, Issue, Levels, PartialDate, Problem, Text, Typing, When,
    surgery::{PainFree, WorkTime},
};
use std::collections::BTreeMap;

/// Reads typed text and collects what is wrong with it, by field.
#[derive(Debug)]
pub struct Reading {
    /// What a date is read by: the day of typing and the clinic's order.
    pub typing: Typing,
    /// What is wrong so far.
    pub issues: Vec<Issue>,
    /// Dates that mean another day tomorrow or in another order, by field, in the form that always means the same.
    pub moving: Vec<(String, String)>,
    /// Where the rows that were kept stood among those that were typed, by list; only of lists in which the two differ.
    places: BTreeMap<String, Vec<usize>>,
}

impl Reading {
    /// A reader without faults yet.
    pub fn of(typing: Typing) -> Self {
        Self {
            typing,
            issues: Vec::new(),
            moving: Vec::new(),
            places: BTreeMap::new(),
        }
    }

    /// Reads rows, each at its place among all that were typed, and keeps those that are something.
    pub fn rows<R, T>(
        &mut self,
        path: &str,
        typed: impl IntoIterator<Item = (usize, R)>,
        mut read: impl FnMut(&mut Self, usize, R) -> Option<T>,
    ) -> Vec<T> {
        let mut places = Vec::new();
        let mut kept = Vec::new();
        for (at, row) in typed {
            if let Some(one) = read(self, at, row) {
                places.push(at);
                kept.push(one);
            }
        }
        self.stood(path, places);
        kept
    }

    /// Notes where each row that was kept of a list stood among those that were typed.
    pub fn stood(&mut self, path: &str, places: Vec<usize>) {
        if places.iter().enumerate().any(|(kept, typed)| kept != *typed) {
            self.places.insert(path.to_owned(), places);
        }
    }

    /// The path at which a field was typed, from its path in the fact: rows that were left blank count there and not here.
    pub fn as_typed(&self, path: &str) -> String {
        let mut typed = String::new();
        for part in path.split('.') {
            let rows = self.places.get(&typed);
            let place = rows.and_then(|rows| rows.get(part.parse::<usize>().ok()?));
            if !typed.is_empty() {
                typed.push('.');
            }
            match place {
                Some(place) => typed.push_str(&place.to_string()),
                None => typed.push_str(part),
            }
        }
        typed
    }

    /// The value, or nothing and an issue.
    pub fn keep<T>(&mut self, path: &str, outcome: Result<T, Problem>) -> Option<T> {
        outcome
            .map_err(|problem| self.issues.push(Issue::at(path, problem)))
            .ok()
    }

    /// Text that may be left empty.
    pub fn text(&mut self, path: &str, typed: &str) -> Option<Text> {
        if typed.trim().is_empty() {
            return None;
        }
        self.keep(path, Text::new(typed))
    }

    /// Text that may be left empty, of at most so many characters.
    pub fn line(&mut self, path: &str, typed: &str, limit: usize) -> Option<Text> {
        if typed.trim().is_empty() {
            return None;
        }
        self.keep(path, Text::within(typed, limit))
    }

    /// Text that has to be there.
    pub fn required(&mut self, path: &str, typed: &str) -> Option<Text> {
        self.keep(path, Text::new(typed))
    }

    /// The texts that are not empty, in order.
    pub fn texts(&mut self, path: &str, typed: &[String]) -> Vec<Text> {
        self.rows(path, typed.iter().enumerate(), |reading, at, one| {
            reading.text(&format!("{path}.{at}"), one)
        })
    }

    /// A point in time; empty is unknown.
    pub fn when(&mut self, path: &str, typed: &str) -> When {
        self.meant(path, typed, When::parse).unwrap_or_default()
    }

    /// A day; a month or a year is refused rather than completed.
    pub fn day(&mut self, path: &str, typed: &str) -> Option<chrono::NaiveDate> {
        match self.date(path, typed)? {
            PartialDate::Day(day) => Some(day),
            _ => self.keep(path, Err(Problem::DayNeeded)),
        }
    }

    /// A date that has to be there.
    pub fn date(&mut self, path: &str, typed: &str) -> Option<PartialDate> {
        if typed.trim().is_empty() {
            return self.keep(path, Err(Problem::Required));
        }
        self.meant(path, typed, PartialDate::parse)
    }

    /// A birth, which has to be there.
    pub fn born(&mut self, path: &str, typed: &str) -> Option<Birth> {
        if typed.trim().is_empty() {
            return self.keep(path, Err(Problem::Required));
        }
        self.meant(path, typed, Birth::parse)
    }

    /// What was typed of a date, with a note where it means another day tomorrow or in another order. Every field that holds
    /// a date is read through this.
    fn meant<T: PartialEq + ToString>(
        &mut self,
        path: &str,
        typed: &str,
        read: fn(&str, Typing) -> Result<T, Problem>,
    ) -> Option<T> {
        let settled = settled(typed, self.typing, read);
        self.moving
            .extend(settled.map(|settled| (path.to_owned(), settled)));
        let read = read(typed, self.typing);
        self.keep(path, read)
    }

    /// Levels; empty is none.
    pub fn levels(&mut self, path: &str, typed: &str) -> Levels {
        let levels = typed.parse();
        self.keep(path, levels).unwrap_or_default()
    }

    /// A whole number in a range that `T` knows.
    pub fn whole<T: TryFrom<i64, Error = Problem>>(&mut self, path: &str, typed: &str) -> Option<T> {
        let number = whole(typed).and_then(T::try_from);
        self.keep(path, number)
    }

    /// A number in a range that `T` knows; decimal comma and point are both read.
    pub fn decimal<T: TryFrom<f64, Error = Problem>>(&mut self, path: &str, typed: &str) -> Option<T> {
        let number = decimal(typed).and_then(T::try_from);
        self.keep(path, number)
    }

    /// An answer whose value was typed; an empty value was not asked.
    pub fn answer<T>(
        &mut self,
        answer: &Answer<String>,
        read: impl FnOnce(&mut Self, &str) -> Option<T>,
    ) -> Answer<T> {
        match answer {
            Answer::Missing(missing) => Answer::Missing(*missing),
            Answer::Value(typed) if typed.trim().is_empty() => Answer::default(),
            Answer::Value(typed) => read(self, typed).map_or_else(Answer::default, Answer::Value),
        }
    }

    /// A list that was asked for; an empty list was not asked.
    pub fn asked(&mut self, path: &str, answer: &Answer<Vec<String>>) -> Answer<Vec<Text>> {
        match answer {
            Answer::Missing(missing) => Answer::Missing(*missing),
            Answer::Value(typed) => {
                let texts = self.texts(path, typed);
                if texts.is_empty() {
                    Answer::default()
                } else {
                    Answer::Value(texts)
                }
            }
        }
    }

    /// How long the patient was free of pain: "never", "still", "3 months", or in other words. Empty is not told.
    pub fn pain_free(&mut self, path: &str, typed: &str) -> Option<PainFree> {
        let low = typed.trim().to_lowercase();
        match low.as_str() {
            "" => None,
            "never" | "no" | "none" | "0" => Some(PainFree::Never),
            "still" | "ongoing" | "still pain-free" => Some(PainFree::Ongoing),
            _ => match low.trim_start_matches("for ").parse::<Interval>() {
                Ok(interval) => Some(PainFree::For(interval)),
                Err(_) => self.text(path, typed).map(PainFree::Words),
            },
        }
    }

    /// When somebody came back to work: so long after the operation, "3 months", or at a time. Empty is not told.
    pub fn work_time(&mut self, path: &str, typed: &str) -> Option<WorkTime> {
        let low = typed.trim().to_lowercase();
        if low.is_empty() {
            return None;
        }
        match low.trim_start_matches("after ").parse::<Interval>() {
            Ok(interval) => Some(WorkTime::After(interval)),
            Err(_) => self.meant(path, typed, When::parse).map(WorkTime::At),
        }
    }
}

/// A date that another day of typing or another order would read otherwise, "today" or "3/5/2019", spelled so that it always
/// means the same; nothing for every other text.
pub fn settled<T: PartialEq + ToString>(
    typed: &str,
    typing: Typing,
    read: fn(&str, Typing) -> Result<T, Problem>,
) -> Option<String> {
    let now = read(typed, typing).ok()?;
    let before = Typing {
        today: typing.today.pred_opt().unwrap_or(typing.today),
        ..typing
    };
    let swapped = Typing {
        order: typing.order.other(),
        ..typing
    };
    let moves = [before, swapped]
        .into_iter()
        .any(|other| read(typed, other).as_ref() != Ok(&now));
    moves.then(|| now.to_string())
}

/// A whole number as people type it.
///
/// # Errors
/// [`Problem::Required`], [`Problem::NotWhole`] or [`Problem::NotANumber`].
pub fn whole(typed: &str) -> Result<i64, Problem> {
    let text = typed.trim().trim_end_matches('%').trim();
    if text.is_empty() {
        return Err(Problem::Required);
    }
    match text.parse::<i64>() {
        Ok(number) => Ok(number),
        Err(_) if decimal(text).is_ok() => Err(Problem::NotWhole),
        Err(_) => Err(Problem::NotANumber {
            text: typed.trim().to_owned(),
        }),
    }
}

/// A number as people type it, with a decimal comma or point.
///
/// # Errors
/// [`Problem::Required`] or [`Problem::NotANumber`].
pub fn decimal(typed: &str) -> Result<f64, Problem> {
    let plain = typed.trim().trim_end_matches('%').trim();
    if plain.is_empty() {
        return Err(Problem::Required);
    }
    let no = || Problem::NotANumber {
        text: typed.trim().to_owned(),
    };
    // "1,200" is twelve hundred to some and one and a fifth to others.
    if let Some((whole, rest)) = plain.split_once(',')
        && rest.len() == 3
        && whole != "0"
    {
        return Err(no());
    }
    let text = plain.replace(',', ".");
    let digits = text
        .bytes()
        .all(|b| b.is_ascii_digit() || matches!(b, b'.' | b'-'));
    match text.parse::<f64>() {
        // "-0" is zero.
        Ok(number) if digits && number.is_finite() => Ok(number + 0.0),
        _ => Err(no()),
    }
}

/// The text of an optional value, empty where there is none.
pub fn shown<T: ToString>(value: &Option<T>) -> String {
    value.as_ref().map(ToString::to_string).unwrap_or_default()
}

/// The text of a time, empty where it is unknown.
pub fn shown_time(when: &When) -> String {
    if when.is_unknown() {
        String::new()
    } else {
        when.to_string()
    }
}

/// The texts of a list.
pub fn shown_all<T: ToString>(values: &[T]) -> Vec<String> {
    values.iter().map(ToString::to_string).collect()
}

/// An answer with its value as a form shows it.
pub fn shown_answer<T, U>(answer: &Answer<T>, show: impl FnOnce(&T) -> U) -> Answer<U> {
    match answer {
        Answer::Value(value) => Answer::Value(show(value)),
        Answer::Missing(missing) => Answer::Missing(*missing),
    }
}

/// A list that was asked for, as texts.
pub fn shown_asked(answer: &Answer<Vec<Text>>) -> Answer<Vec<String>> {
    shown_answer(answer, |texts| shown_all(texts))
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDate;

    #[test]
    fn numbers_are_read_with_comma_or_point_and_refused_with_a_reason() {
        assert_eq!(decimal(" 35,6 "), Ok(35.6));
        assert_eq!(decimal("35.6 %"), Ok(35.6));
        assert_eq!(decimal("0,125"), Ok(0.125));
        assert_eq!(
            decimal("1,200"),
            Err(Problem::NotANumber { text: "1,200".into() })
        );
        assert_eq!(whole("50%"), Ok(50));
        assert_eq!(whole("7,5"), Err(Problem::NotWhole));
        assert_eq!(whole(""), Err(Problem::Required));
        assert_eq!(decimal("1e5"), Err(Problem::NotANumber { text: "1e5".into() }));
        assert_eq!(decimal("nan"), Err(Problem::NotANumber { text: "nan".into() }));
    }

    #[test]
    fn pain_free_is_read_as_never_still_a_length_or_words() {
        let mut reading = Reading::of(Typing::on(NaiveDate::default()));
        let mut read = |typed: &str| reading.pain_free("pain_free", typed);
        assert_eq!(read(""), None);
        assert_eq!(read("never"), Some(PainFree::Never));
        assert_eq!(read("Still"), Some(PainFree::Ongoing));
        assert!(matches!(read("for 3 months"), Some(PainFree::For(_))));
        assert!(matches!(read("until a fall"), Some(PainFree::Words(_))));
    }
}
