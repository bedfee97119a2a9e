//! A number of a rule that a clinic may set: what it is, its unit, its built-in value with the source, and its range.

/// A limit as it is listed. `built_in`, `min` and `max` are in `unit`, both ends included.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limit {
    /// Stable id: the module and the field, `red_flag.fever_tenths`.
    pub id: String,
    /// What it limits, in one line.
    pub title: String,
    /// The unit; empty for a plain count.
    pub unit: &'static str,
    /// Where the built-in value comes from.
    pub source: String,
    /// The built-in value.
    pub built_in: u16,
    /// The lowest value allowed.
    pub min: u16,
    /// The highest value allowed.
    pub max: u16,
}

/// Lists the limits of a settings type and sets one of them by its name. `$module` is the first part of the ids.
macro_rules! limits {
    ($settings:ty, $module:literal, { $($field:ident: $title:literal, $unit:literal, $source:literal;)+ }) => {
        impl $settings {
            /// Every number that a clinic may set, in the order in which it is listed.
            pub fn limits() -> Vec<crate::limit::Limit> {
                let built_in = <$settings>::default();
                vec![$(built_in.$field.limit(
                    concat!($module, ".", stringify!($field)), $title, $unit, $source,
                )),+]
            }

            /// Sets the limit with that id; `None` where there is none.
            pub fn set(&mut self, id: &str, number: i64) -> Option<Result<(), crate::issue::Problem>> {
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
