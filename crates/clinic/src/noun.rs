//! What the clinic does with each noun, in the noun's own file: its columns and its words.

mod anticoagulant;
mod background;
mod check;
mod circumstance;
mod device;
mod diagnosis;
mod document;
mod electrodiagnosis;
mod examination;
mod flag;
pub(crate) mod goal;
pub(crate) mod imaging;
mod neuromodulation;
mod neuromodulation_step;
mod patient;
mod plan_item;
mod programme;
pub(crate) mod pump_setting;
mod raised;
mod reading;
mod resolution;
mod score;
pub(crate) mod shared_decision;
mod surgery;
pub(crate) mod symptom;
#[cfg(test)]
mod tests;
mod treatment;
pub(crate) mod trial_day;
mod untried;
pub(crate) mod visit;
mod walking_event;
mod walking_plan;
pub(crate) mod walking_row;

use crate::{cells::Cells, day::Day, record::Record, telling::Telling};
use chrono::{DateTime, NaiveDate, Utc};
use lamina_api::{
    ApiError,
    entry::FactInput,
    noun::Typed,
    shown::{Detail, Shown},
};
use lamina_domain::{Fact, noun_table, of_fact, red_flag};
use uuid::Uuid;

/// How a noun is written and shown.
pub(crate) trait Written {
    /// The columns that do not take the value of a field of the same name.
    fn columns(&self) -> Cells;

    /// The fact in words.
    fn shown(&self) -> Shown;

    /// What it is in one line, the title of how it is shown. A noun of which people have very many says it by itself, as a
    /// history names each of them without its details.
    fn title(&self) -> String {
        self.shown().title
    }

    /// The fact in words, with what the record and the clinic tell beside it.
    fn told(&self, _: &Telling<'_>) -> Shown {
        self.shown()
    }

    /// When and what alone, as a row of a long list says it before it is looked at. A noun of which people have very many says it
    /// by itself, without putting its details into words.
    fn brief(&self, telling: &Telling<'_>) -> Shown {
        Shown {
            details: Vec::new(),
            ..self.told(telling)
        }
    }

    /// What it tells of one day, each line under a label beside which the same stands of another day; its title alone needs none.
    fn of_day(&self, day: &Day<'_>) -> Vec<Detail> {
        day.line(self.titled(&day.telling), None, None)
    }

    /// What it is in one line, with what the record and the clinic tell beside it.
    fn titled(&self, _: &Telling<'_>) -> String {
        self.title()
    }
}

/// The record around a fact that is written, with that fact as it stood before where it did.
pub(crate) struct Around<'a> {
    pub(crate) record: &'a Record,
    /// The limits by which red flags are read.
    pub(crate) red_flags: &'a red_flag::Settings,
    /// The entry that is written: not its own neighbour.
    pub(crate) own: Uuid,
    pub(crate) today: NaiveDate,
    pub(crate) now: DateTime<Utc>,
}

/// What happens around an entry of a noun beside writing it. Most nouns need nothing of it.
pub(crate) trait Entered: Typed {
    /// Its rules look at the whole record, not only at its own kind.
    const LOOKS_AT_ALL: bool = false;

    /// It names who decides, and in which role.
    const SIGNED: bool = false;

    /// Amended, it keeps the time at which it was made: new words of a decision must not cover newer findings.
    const KEEPS_MOMENT: bool = false;

    /// Who decides and in which role, where the form leaves it open.
    fn sign(_input: &mut Self::Input, _by: &str, _role: &str) {}

    /// What stays of the fact that stood when it is amended by what was typed.
    fn amended(&mut self, _typed: &Self::Input, _before: &Self) {}

    /// What else is to be written with it, once it is sure to fit the record.
    ///
    /// # Errors
    /// `invalid` where it does not fit the record as it stands.
    fn fit(
        &mut self,
        _typed: &Self::Input,
        _around: &Around<'_>,
        _before: Option<&Self>,
    ) -> Result<Vec<Fact>, ApiError> {
        Ok(Vec::new())
    }

    /// Whether it may be marked as entered in error.
    ///
    /// # Errors
    /// `invalid` where it may not.
    fn can_go(&self, _around: &Around<'_>) -> Result<(), ApiError> {
        Ok(())
    }
}

/// What was typed, or something else where nothing was.
fn or(typed: &mut String, other: &str) {
    if typed.trim().is_empty() {
        other.clone_into(typed);
    }
}

macro_rules! entered {
    ([] $($kind:ident { $($(#[$doc:meta])* $noun:ident $Noun:ident $field:ident: $type:ty;)* })*) => {
        /// Fills in who decides and in which role, where the form leaves it open.
        pub(crate) fn sign(input: &mut FactInput, by: &str, role: &str) {
            match input { $($(FactInput::$Noun(input) => <$type as Entered>::sign(input, by, role),)*)* }
        }

        /// Keeps what stays of the fact that stood.
        pub(crate) fn amended(fact: &mut Fact, typed: &FactInput, before: &Fact) {
            match (fact, typed, before) {
                $($((Fact::$Noun(fact), FactInput::$Noun(typed), Fact::$Noun(before)) => fact.amended(typed, before),)*)*
                _ => {}
            }
        }

        /// What else is to be written with a fact.
        ///
        /// # Errors
        /// `invalid` where the fact does not fit the record as it stands.
        pub(crate) fn fit(
            fact: &mut Fact,
            typed: &FactInput,
            around: &Around<'_>,
            before: Option<&Fact>,
        ) -> Result<Vec<Fact>, ApiError> {
            match (fact, typed) {
                $($((Fact::$Noun(fact), FactInput::$Noun(typed)) => {
                    let before = before.and_then(|before| match before {
                        Fact::$Noun(before) => Some(&**before),
                        _ => None,
                    });
                    fact.fit(typed, around, before)
                })*)*
                _ => Ok(Vec::new()),
            }
        }
    };
}
noun_table!([entered]);

/// Whether a fact may be marked as entered in error.
///
/// # Errors
/// `invalid` where it may not.
pub(crate) fn can_go(fact: &Fact, around: &Around<'_>) -> Result<(), ApiError> {
    of_fact!(fact, one => one.can_go(around))
}
