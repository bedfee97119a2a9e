//! Why a line was not taken as a medicine: a closed list with data, so that nothing is guessed in silence.

use serde::{Deserialize, Serialize};

/// What a line, a frequency or an amount can be objected to for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum MedicineProblem {
    /// Nothing was typed.
    #[error("a medicine has to be named")]
    NoName,
    /// Longer than a line can be, in characters.
    #[error("too long: at most {limit} characters")]
    TooLong {
        /// The limit in characters.
        limit: usize,
    },
    /// The text holds a character that text can't hold.
    #[error("holds a control character")]
    ControlCharacter,
    /// A short name that stands for more than one medicine.
    #[error("`{text}` is not taken as a name: {because}")]
    RefusedName {
        /// What was typed.
        text: String,
        /// Which medicines it could be.
        because: String,
    },
    /// An abbreviation that means two things.
    #[error("`{text}` can mean two things: {because}")]
    TwoMeanings {
        /// What was typed.
        text: String,
        /// Both meanings.
        because: String,
    },
    /// This part of the line was not understood.
    #[error("`{text}` was not understood")]
    NotUnderstood {
        /// From the first word that was not understood.
        text: String,
    },
    /// Not a frequency.
    #[error("`{text}` is not a frequency; try twice a day, every 6 hours or once a week")]
    NotAFrequency {
        /// What was typed.
        text: String,
    },
    /// Not a number, or outside what an amount can be.
    #[error("`{text}` is not an amount (0 to 999999, at most six decimals)")]
    NotANumber {
        /// What was typed.
        text: String,
    },
    /// A number that could be read as two.
    #[error("`{text}` could be {one} or {other}; write it so that it is only one of them")]
    TwoNumbers {
        /// What was typed.
        text: String,
        /// One reading.
        one: String,
        /// The other reading.
        other: String,
    },
    /// A range that runs downwards.
    #[error("a range runs upwards: {low} to {high}")]
    RangeReversed {
        /// The smaller end.
        low: String,
        /// The larger end.
        high: String,
    },
    /// Zero where there must be something.
    #[error("this can't be zero")]
    Zero,
    /// An amount without its unit.
    #[error("`{text}` has no unit; write {usual}")]
    UnitMissing {
        /// What was typed.
        text: String,
        /// The units that would do: "micrograms/h" for a patch.
        usual: String,
    },
    /// A second amount or medicine begins where one line can hold only one.
    #[error("`{text}` begins a second amount or medicine; write each as a line of its own")]
    SecondAmount {
        /// From where the line was read no further.
        text: String,
    },
    /// Understood in part: something it takes is not said.
    #[error("`{text}` is not clear: {hint}")]
    NotClear {
        /// What was typed.
        text: String,
        /// What would be clear.
        hint: String,
    },
    /// A patch that is changed more than once a day.
    #[error(
        "a patch that is changed {changed} is unusual; write how often it is changed, or how many are worn"
    )]
    ChangedTooOften {
        /// How often it was said to be changed.
        changed: String,
    },
    /// The unit is not the one this medicine is written in.
    #[error("{name} in {unit} is unusual, {usual} is usual; check the unit")]
    UnusualUnit {
        /// The ingredient.
        name: String,
        /// The unit that was typed.
        unit: String,
        /// The usual one.
        usual: String,
    },
    /// More or fewer amounts than ingredients.
    #[error("{names} ingredients and {amounts} amounts: give each ingredient its amount")]
    AmountsDontMatch {
        /// How many ingredients.
        names: usize,
        /// How many amounts.
        amounts: usize,
    },
    /// The amounts of a combination look exchanged.
    #[error("{name} {amount} is more than the paracetamol beside it; check which amount is which")]
    AmountsExchanged {
        /// The opioid.
        name: String,
        /// Its amount as read.
        amount: String,
    },
    /// A brand stands where its ingredients belong.
    #[error("{brand} is a brand; name what it holds: {holds}")]
    BrandAsIngredient {
        /// The brand.
        brand: String,
        /// Its ingredients.
        holds: String,
    },
    /// A brand beside an ingredient that it does not hold.
    #[error("{brand} does not hold what stands beside it")]
    NamesDisagree {
        /// The brand.
        brand: String,
    },
    /// The same thing was said twice.
    #[error("the {what} is given twice, at `{text}`; write each dose as a line of its own")]
    Twice {
        /// `frequency`, `dose`, `strength`, `maximum` or `actual use`.
        what: String,
        /// From where the line was read no further.
        text: String,
    },
    /// A dose in mg of a medicine with several ingredients.
    #[error("a dose in mg does not say of which ingredient; give the number of tablets or mL")]
    DoseOfMixture,
}
