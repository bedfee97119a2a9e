//! Fields that are typed and read by their type, so that one stands once in the file of its noun: its document and its line in
//! [`fields!`], from which come the request, the fact as typed values and the fact that is read from them.

use crate::reading::{Reading, shown, shown_all, shown_answer, shown_asked, shown_time};
use chrono::{NaiveDate, NaiveTime};
use lamina_domain::{
    Answer, Interval, Levels, Link, PartialDate, Problem, Reply, Side, Text, ToldBy, When, medicine::Number,
    response::Relief, score::Nrs, within::Within,
};

/// A way in which a field is typed. Most are named by the type of the field itself.
pub trait Field {
    /// What a fact holds.
    type Fact;

    /// What a form sends.
    type Typed;

    /// What a form shows of a fact.
    fn typed(fact: &Self::Fact) -> Self::Typed;

    /// What a fact can hold of what was typed at `path`. Where it can hold none of it, and the field has to be there,
    /// nothing; why stands in `reading`.
    fn read(typed: &Self::Typed, path: &str, reading: &mut Reading) -> Option<Self::Fact>;
}

/// Several fields that are typed together: a noun, or a part of one.
pub trait Part: Sized {
    /// What holds them: the fact, or a part of one.
    type Fact;

    /// The fact as typed values.
    fn typed(fact: &Self::Fact) -> Self;

    /// The fact; `path` is what stands before the names of its fields, "findings.0." or nothing.
    fn read_at(&self, path: &str, reading: &mut Reading) -> Option<Self::Fact>;
}

/// The fields of a noun or of a part, each with the way in which it is typed:
///
/// ```text
/// fields! {
///     /// A finding, as typed.
///     Finding as FindingInput {
///         /// What was seen.
///         what: Text,
///     }
/// }
/// ```
macro_rules! fields {
    ($(#[$about:meta])* $fact:ident as $input:ident { $($(#[$of_field:meta])* $field:ident: $kind:ty,)+ }) => {
        $(#[$about])*
        #[derive(Debug, Clone, PartialEq, Default, serde::Serialize, serde::Deserialize, ts_rs::TS)]
        #[serde(default, deny_unknown_fields)]
        pub struct $input {
            $($(#[$of_field])* pub $field: <$kind as $crate::field::Field>::Typed,)+
        }

        impl $crate::field::Part for $input {
            type Fact = $fact;

            fn typed(fact: &$fact) -> Self {
                Self { $($field: <$kind as $crate::field::Field>::typed(&fact.$field),)+ }
            }

            fn read_at(&self, path: &str, reading: &mut $crate::reading::Reading) -> Option<$fact> {
                $(
                    let at = format!("{path}{}", stringify!($field));
                    let $field = <$kind as $crate::field::Field>::read(&self.$field, &at, reading);
                )+
                Some($fact { $($field: $field?,)+ })
            }
        }

        impl $input {
            /// The fact as typed values.
            pub fn of(fact: &$fact) -> Self {
                $crate::field::Part::typed(fact)
            }

            /// The fact, where everything typed can be kept; what can't be is told to `reading`.
            pub fn read(&self, reading: &mut $crate::reading::Reading) -> Option<$fact> {
                $crate::field::Part::read_at(self, "", reading)
            }
        }
    };
}
pub(crate) use fields;

impl<P: Part> Field for P {
    type Fact = P::Fact;
    type Typed = P;

    fn typed(fact: &P::Fact) -> P {
        <P as Part>::typed(fact)
    }

    fn read(typed: &P, path: &str, reading: &mut Reading) -> Option<P::Fact> {
        typed.read_at(&format!("{path}."), reading)
    }
}

/// Rows; one in which nothing was typed is none.
impl<P: Part + Default + PartialEq> Field for Vec<P> {
    type Fact = Vec<P::Fact>;
    type Typed = Vec<P>;

    fn typed(fact: &Vec<P::Fact>) -> Vec<P> {
        fact.iter().map(<P as Part>::typed).collect()
    }

    fn read(typed: &Vec<P>, path: &str, reading: &mut Reading) -> Option<Vec<P::Fact>> {
        let blank = P::default();
        let rows = typed.iter().enumerate().filter(|(_, row)| **row != blank);
        Some(reading.rows(path, rows, |reading, at, row| {
            row.read_at(&format!("{path}.{at}."), reading)
        }))
    }
}

/// What is there only where something of it was typed.
impl<P: Part + Default + PartialEq> Field for Option<P>
where
    P::Fact: Default + PartialEq,
{
    type Fact = Option<P::Fact>;
    type Typed = P;

    fn typed(fact: &Option<P::Fact>) -> P {
        fact.as_ref().map(<P as Part>::typed).unwrap_or_default()
    }

    fn read(typed: &P, path: &str, reading: &mut Reading) -> Option<Option<P::Fact>> {
        let read = typed.read_at(&format!("{path}."), reading);
        Some(read.filter(|fact| *fact != P::Fact::default()))
    }
}

/// Rows that somebody asked about; a list in which nothing was typed was not asked for.
impl<P: Part + Default + PartialEq> Field for Answer<Vec<P>> {
    type Fact = Answer<Vec<P::Fact>>;
    type Typed = Answer<Vec<P>>;

    fn typed(fact: &Self::Fact) -> Answer<Vec<P>> {
        shown_answer(fact, |list| list.iter().map(<P as Part>::typed).collect())
    }

    fn read(typed: &Answer<Vec<P>>, path: &str, reading: &mut Reading) -> Option<Self::Fact> {
        let rows = match typed {
            Answer::Missing(missing) => return Some(Answer::Missing(*missing)),
            Answer::Value(rows) => rows,
        };
        let before = reading.issues.len();
        let read = <Vec<P> as Field>::read(rows, &format!("{path}.value"), reading)?;
        match (read.is_empty(), reading.issues.len() > before) {
            (true, true) => None,
            (true, false) => Some(Answer::default()),
            (false, _) => Some(Answer::Value(read)),
        }
    }
}

/// What is written in one line and may be left empty.
macro_rules! written {
    ($($kind:ty),+ $(,)?) => {$(
        impl $crate::field::Field for Option<$kind> {
            type Fact = Self;
            type Typed = String;

            fn typed(fact: &Self) -> String {
                $crate::reading::shown(fact)
            }

            fn read(typed: &String, path: &str, reading: &mut $crate::reading::Reading) -> Option<Self> {
                match typed.trim() {
                    "" => Some(None),
                    typed => reading.keep(path, typed.parse()).map(Some),
                }
            }
        }
    )+};
}

pub(crate) use written;

written!(Link, Interval);

/// Another entry, which has to be named.
impl Field for Link {
    type Fact = Self;
    type Typed = String;

    fn typed(fact: &Self) -> String {
        fact.to_string()
    }

    fn read(typed: &String, path: &str, reading: &mut Reading) -> Option<Self> {
        let named = match typed.trim() {
            "" => Err(Problem::Required),
            typed => typed.parse(),
        };
        reading.keep(path, named)
    }
}

impl Field for Vec<Link> {
    type Fact = Self;
    type Typed = Vec<String>;

    fn typed(fact: &Self) -> Vec<String> {
        shown_all(fact)
    }

    fn read(typed: &Vec<String>, path: &str, reading: &mut Reading) -> Option<Self> {
        let chosen = typed
            .iter()
            .enumerate()
            .filter(|(_, link)| !link.trim().is_empty());
        Some(reading.rows(path, chosen, |reading, at, link| {
            reading.keep(&format!("{path}.{at}"), link.parse())
        }))
    }
}

/// An answer in words.
impl Field for Answer<Text> {
    type Fact = Self;
    type Typed = Answer<String>;

    fn typed(fact: &Self) -> Answer<String> {
        shown_answer(fact, ToString::to_string)
    }

    fn read(typed: &Answer<String>, path: &str, reading: &mut Reading) -> Option<Self> {
        Some(reading.answer(typed, |reading, text| reading.text(path, text)))
    }
}

impl Field for Text {
    type Fact = Self;
    type Typed = String;

    fn typed(fact: &Text) -> String {
        fact.to_string()
    }

    fn read(typed: &String, path: &str, reading: &mut Reading) -> Option<Text> {
        reading.required(path, typed)
    }
}

impl Field for Option<Text> {
    type Fact = Self;
    type Typed = String;

    fn typed(fact: &Self) -> String {
        shown(fact)
    }

    fn read(typed: &String, path: &str, reading: &mut Reading) -> Option<Self> {
        Some(reading.text(path, typed))
    }
}

impl Field for Vec<Text> {
    type Fact = Self;
    type Typed = Vec<String>;

    fn typed(fact: &Self) -> Vec<String> {
        shown_all(fact)
    }

    fn read(typed: &Vec<String>, path: &str, reading: &mut Reading) -> Option<Self> {
        Some(reading.texts(path, typed))
    }
}

impl Field for Answer<Vec<Text>> {
    type Fact = Self;
    type Typed = Answer<Vec<String>>;

    fn typed(fact: &Self) -> Answer<Vec<String>> {
        shown_asked(fact)
    }

    fn read(typed: &Answer<Vec<String>>, path: &str, reading: &mut Reading) -> Option<Self> {
        Some(reading.asked(path, typed))
    }
}

/// A time that a form leaves empty where it is not known.
impl Field for When {
    type Fact = Self;
    type Typed = String;

    fn typed(fact: &When) -> String {
        shown_time(fact)
    }

    fn read(typed: &String, path: &str, reading: &mut Reading) -> Option<When> {
        Some(reading.when(path, typed))
    }
}

/// A time that a form shows as "unknown" where it is not known.
pub enum WhenOrUnknown {}

impl Field for WhenOrUnknown {
    type Fact = When;
    type Typed = String;

    fn typed(fact: &When) -> String {
        fact.to_string()
    }

    fn read(typed: &String, path: &str, reading: &mut Reading) -> Option<When> {
        Some(reading.when(path, typed))
    }
}

/// A date as exact as it is known; nothing where the field is left empty.
impl Field for Option<PartialDate> {
    type Fact = Self;
    type Typed = String;

    fn typed(fact: &Self) -> String {
        fact.map(|date| date.to_string()).unwrap_or_default()
    }

    fn read(typed: &String, path: &str, reading: &mut Reading) -> Option<Self> {
        match typed.trim().is_empty() {
            true => Some(None),
            false => reading.date(path, typed).map(Some),
        }
    }
}

/// A day, never a month or a year.
impl Field for NaiveDate {
    type Fact = Self;
    type Typed = String;

    fn typed(fact: &NaiveDate) -> String {
        PartialDate::Day(*fact).to_string()
    }

    fn read(typed: &String, path: &str, reading: &mut Reading) -> Option<NaiveDate> {
        reading.day(path, typed)
    }
}

/// An amount that may be left empty.
impl Field for Option<Number> {
    type Fact = Self;
    type Typed = String;

    fn typed(fact: &Self) -> String {
        shown(fact)
    }

    fn read(typed: &String, path: &str, reading: &mut Reading) -> Option<Self> {
        let typed = typed.trim();
        if typed.is_empty() {
            return Some(None);
        }
        let number = typed.parse().map_err(|why| Problem::NotAMedicine { why });
        Some(reading.keep(path, number))
    }
}

/// A whole number within limits that may be left empty.
impl<const MIN: u16, const MAX: u16> Field for Option<Within<MIN, MAX>> {
    type Fact = Self;
    type Typed = String;

    fn typed(fact: &Self) -> String {
        shown(fact)
    }

    fn read(typed: &String, path: &str, reading: &mut Reading) -> Option<Self> {
        let empty = typed.trim().is_empty();
        Some((!empty).then(|| reading.whole(path, typed)).flatten())
    }
}

/// A rating from 0 to 10 that may be left open, which is no zero.
impl Field for Option<Nrs> {
    type Fact = Self;
    type Typed = String;

    fn typed(fact: &Self) -> String {
        fact.map(|nrs| nrs.rating().to_string()).unwrap_or_default()
    }

    fn read(typed: &String, path: &str, reading: &mut Reading) -> Option<Self> {
        let empty = typed.trim().is_empty();
        Some((!empty).then(|| reading.whole(path, typed)).flatten())
    }
}

/// A time of day that may be left empty.
impl Field for Option<NaiveTime> {
    type Fact = Self;
    type Typed = String;

    fn typed(fact: &Self) -> String {
        fact.map(|time| time.format("%H:%M").to_string())
            .unwrap_or_default()
    }

    fn read(typed: &String, path: &str, reading: &mut Reading) -> Option<Self> {
        let typed = typed.trim();
        if typed.is_empty() {
            return Some(None);
        }
        let time = NaiveTime::parse_from_str(typed, "%H:%M");
        let time = time.map_err(|_| Problem::NotATime {
            text: typed.to_owned(),
        });
        Some(reading.keep(path, time))
    }
}

impl Field for Levels {
    type Fact = Self;
    type Typed = String;

    fn typed(fact: &Levels) -> String {
        fact.to_string()
    }

    fn read(typed: &String, path: &str, reading: &mut Reading) -> Option<Levels> {
        Some(reading.levels(path, typed))
    }
}

/// What a form sends as the fact holds it; the choices of a noun are named so in its own file.
macro_rules! the_same {
    ($($kind:ty),+ $(,)?) => {$(
        impl $crate::field::Field for $kind {
            type Fact = Self;
            type Typed = Self;

            fn typed(fact: &Self) -> Self {
                fact.clone()
            }

            fn read(typed: &Self, _: &str, _: &mut $crate::reading::Reading) -> Option<Self> {
                Some(typed.clone())
            }
        }
    )+};
}

pub(crate) use the_same;

the_same!(ToldBy, Reply, bool, Answer<Side>);

/// Whole numbers that were asked for, each within what its type allows.
macro_rules! asked_number {
    ($($kind:ty as $number:ident),+ $(,)?) => {$(
        impl Field for Answer<$kind> {
            type Fact = Self;
            type Typed = Answer<String>;

            fn typed(fact: &Self) -> Answer<String> {
                shown_answer(fact, |one| one.$number().to_string())
            }

            fn read(typed: &Answer<String>, path: &str, reading: &mut Reading) -> Option<Self> {
                Some(reading.answer(typed, |reading, text| reading.whole(path, text)))
            }
        }
    )+};
}

asked_number!(Nrs as rating, Relief as percent);

/// A choice without a usual value: none is made for whoever fills in the form.
macro_rules! has_to_be_chosen {
    ($($kind:ty),+ $(,)?) => {$(
        impl $crate::field::Field for $kind {
            type Fact = Self;
            type Typed = Option<Self>;

            fn typed(fact: &Self) -> Option<Self> {
                Some(*fact)
            }

            fn read(
                typed: &Option<Self>,
                path: &str,
                reading: &mut $crate::reading::Reading,
            ) -> Option<Self> {
                reading.keep(path, typed.ok_or(lamina_domain::Problem::Required))
            }
        }
    )+};
}

pub(crate) use has_to_be_chosen;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::noun::imaging::{FindingInput, ImagingInput};
    use lamina_domain::Typing;

    #[test]
    fn what_is_wrong_is_told_of_every_field_by_its_path() {
        let typed = ImagingInput {
            when: "sometime".into(),
            findings: vec![
                FindingInput::default(),
                FindingInput {
                    levels: "L9".into(),
                    ..FindingInput::default()
                },
            ],
            ..ImagingInput::default()
        };
        let mut reading = Reading::of(Typing::on("2026-11-25".parse().unwrap()));
        assert_eq!(typed.read(&mut reading), None);
        let paths: Vec<&str> = reading.issues.iter().map(|issue| issue.path.as_str()).collect();
        assert_eq!(paths, ["modality", "when", "findings.1.levels"]);
    }
}
