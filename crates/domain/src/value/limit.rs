//! A number of a rule that a clinic may set: what it is, its unit, its built-in value with the source, and its range.

use crate::value::issue::Problem;

/// The unit in which temperatures are kept; people read and type whole degrees with one decimal.
const TENTHS: &str = "tenths of °C";

/// A limit as it is listed. `built_in`, `min` and `max` are in `unit`, both ends included.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limit {
    /// Stable id: the module and the field, `red_flag.fever_tenths`.
    pub id: String,
    /// The unit; empty for a plain count.
    pub unit: &'static str,
    /// Where the built-in value comes from.
    pub source: String,
    /// The value that holds where the clinic set none.
    pub built_in: u16,
    /// The lowest value allowed.
    pub min: u16,
    /// The highest value allowed.
    pub max: u16,
}

impl Limit {
    /// A value as people read it: "14 days", "38.5 °C", "1 week".
    pub fn shown(&self, value: u16) -> String {
        if self.unit == TENTHS {
            return format!("{}.{} °C", value / 10, value % 10);
        }
        format!("{value} {}", self.unit_of(value)).trim_end().to_owned()
    }

    /// The range as people read it: "1 to 730 days".
    pub fn range(&self) -> String {
        match self.unit {
            TENTHS => format!("{} to {}", self.min / 10, self.shown(self.max)),
            _ => format!("{} to {}", self.min, self.shown(self.max)),
        }
    }

    fn unit_of(&self, value: u16) -> String {
        let (first, rest) = self.unit.split_once(' ').unwrap_or((self.unit, ""));
        let first = match value {
            1 => first.strip_suffix('s').unwrap_or(first),
            _ => first,
        };
        format!("{first} {rest}").trim_end().to_owned()
    }

    /// Reads a value as typed, with its unit or without.
    ///
    /// # Errors
    /// No number, a part of one where only whole ones count, or one outside the range.
    pub fn read(&self, typed: &str) -> Result<u16, Problem> {
        let text = typed.trim();
        if text.is_empty() {
            return Err(Problem::Required);
        }
        let digits = text
            .find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',')))
            .unwrap_or(text.len());
        let (number, unit) = text.split_at(digits);
        let (number, unit) = (number.replace(',', "."), unit.trim());
        let tenths = self.unit == TENTHS;
        let first = self.unit.split(' ').next().unwrap_or_default();
        let known = match tenths {
            true => matches!(unit, "" | "°C" | "C" | "°"),
            false => {
                let short = first.strip_suffix('s').unwrap_or(first);
                unit.is_empty() || [self.unit, &self.unit_of(1), first, short].contains(&unit)
            }
        };
        let (whole, part) = number.split_once('.').unwrap_or((&number, ""));
        let not_a_number = || Problem::NotANumber {
            text: text.to_owned(),
        };
        if !known || whole.is_empty() || part.contains('.') {
            return Err(not_a_number());
        }
        let part = part.trim_end_matches('0');
        if part.len() > usize::from(tenths) {
            return Err(Problem::NotWhole);
        }
        let whole: i64 = whole.parse().map_err(|_| not_a_number())?;
        let scale = if tenths { 10 } else { 1 };
        let value = whole
            .saturating_mul(scale)
            .saturating_add(part.parse().unwrap_or(0));
        u16::try_from(value)
            .ok()
            .filter(|value| (self.min..=self.max).contains(value))
            .ok_or(Problem::OutOfRange {
                min: i64::from(self.min) / scale,
                max: i64::from(self.max) / scale,
            })
    }
}

/// Lists the limits of a settings type and sets one of them by its name. `$module` is the first part of the ids.
macro_rules! limits {
    ($settings:ty, $module:literal, { $($field:ident: $unit:literal, $source:literal;)+ }) => {
        impl $settings {
            /// Every number that a clinic may set, in the order in which it is listed.
            pub fn limits() -> Vec<crate::value::limit::Limit> {
                let built_in = <$settings>::default();
                vec![$(built_in.$field.limit(
                    concat!($module, ".", stringify!($field)), $unit, $source,
                )),+]
            }

            /// Sets the limit with that id; `None` where there is none.
            pub fn set(&mut self, id: &str, number: i64) -> Option<Result<(), crate::value::issue::Problem>> {
                let field = id.strip_prefix(concat!($module, "."))?;
                match field {
                    $(stringify!($field) => Some(number.try_into().map(|value| self.$field = value)),)+
                    _ => None,
                }
            }
        }
    };
}
pub(crate) use limits;

#[cfg(test)]
mod tests {
    use crate::{
        rule::{red_flag::Settings, walking},
        value::issue::Problem,
    };
    use rstest::rstest;

    fn read(id: &str, typed: &str) -> Result<String, Problem> {
        let all = [Settings::limits(), walking::Settings::limits()].concat();
        let limit = all.into_iter().find(|one| one.id == id).unwrap();
        limit.read(typed).map(|value| limit.shown(value))
    }

    #[rstest]
    #[case("symptom_days", "14", "14 days")]
    #[case("symptom_days", " 1 days ", "1 day")]
    #[case("recent_weeks", "20 weeks", "20 weeks")]
    #[case("fever_tenths", "38,5", "38.5 °C")]
    #[case("fever_tenths", "38 °C", "38.0 °C")]
    #[case("fever_tenths", "37.80", "37.8 °C")]
    #[case("power_steps", "1", "1 step of the MRC scale")]
    #[case("power_steps", "2 steps", "2 steps of the MRC scale")]
    #[case("breaths_under", "8 breaths a minute", "8 breaths a minute")]
    #[case("crp_rise", "8 mg/L", "8 mg/L")]
    fn a_limit_is_read_with_its_unit_or_without(#[case] id: &str, #[case] typed: &str, #[case] shown: &str) {
        assert_eq!(read(&format!("red_flag.{id}"), typed), Ok(shown.to_owned()));
    }

    #[rstest]
    #[case("symptom_days", "", Problem::Required)]
    #[case("symptom_days", "0", Problem::OutOfRange { min: 1, max: 730 })]
    #[case("symptom_days", "99999999999999999", Problem::OutOfRange { min: 1, max: 730 })]
    #[case("symptom_days", "2.5", Problem::NotWhole)]
    #[case("symptom_days", "2 weeks", Problem::NotANumber { text: "2 weeks".into() })]
    #[case("symptom_days", "-3", Problem::NotANumber { text: "-3".into() })]
    #[case("fever_tenths", "385", Problem::OutOfRange { min: 36, max: 42 })]
    #[case("fever_tenths", "38.55", Problem::NotWhole)]
    #[case("fever_tenths", "3.8.5", Problem::NotANumber { text: "3.8.5".into() })]
    #[case("fever_tenths", "101 F", Problem::NotANumber { text: "101 F".into() })]
    fn what_is_no_value_of_a_limit_is_told(#[case] id: &str, #[case] typed: &str, #[case] problem: Problem) {
        assert_eq!(read(&format!("red_flag.{id}"), typed), Err(problem));
    }

    #[test]
    fn every_built_in_value_reads_back_as_it_is_shown() {
        for limit in [Settings::limits(), walking::Settings::limits()].concat() {
            for value in [limit.built_in, limit.min, limit.max] {
                assert_eq!(limit.read(&limit.shown(value)), Ok(value), "{}", limit.id);
            }
            assert!(
                limit.range().starts_with(|c: char| c.is_ascii_digit()),
                "{}",
                limit.range()
            );
        }
    }
}
