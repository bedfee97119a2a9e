//! Why a line was not taken as a medicine: a closed list with data, so that nothing is guessed in silence.

use crate::value::coded::coded;
use serde::{Deserialize, Serialize};

/// What a line, a frequency or an amount can be objected to for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum MedicineProblem {
    /// Nothing was typed, or no ingredient is named.
    NoName,
    /// Longer than a line can be, in characters.
    TooLong {
        /// The limit in characters.
        limit: usize,
    },
    /// The text holds a character that text can't hold.
    ControlCharacter,
    /// A short name that stands for more than one medicine.
    RefusedName {
        /// The name as it was typed.
        text: String,
        /// Which medicines it could be.
        because: String,
    },
    /// An abbreviation that means two things.
    TwoMeanings {
        /// The abbreviation as it was typed.
        text: String,
        /// One thing that it means.
        one: String,
        /// The other thing that it means.
        other: String,
    },
    /// This part of the line was not understood.
    NotUnderstood {
        /// From the first word that was not understood.
        text: String,
    },
    /// A text that tells no frequency.
    NotAFrequency {
        /// What was typed in place of one.
        text: String,
    },
    /// Not a number, or outside what an amount can be.
    NotANumber {
        /// What was typed in place of one.
        text: String,
    },
    /// A number that could be read as two.
    TwoNumbers {
        /// The number as it was typed.
        text: String,
        /// One way to read it.
        one: String,
        /// The other way to read it.
        other: String,
    },
    /// A range that runs downwards.
    RangeReversed {
        /// The smaller end, which was typed last.
        low: String,
        /// The larger end, which was typed first.
        high: String,
    },
    /// Zero where there must be something.
    Zero,
    /// An amount without its unit.
    UnitMissing {
        /// The amount as it was typed.
        text: String,
        /// The units that would do: "micrograms/h" for a patch.
        usual: String,
    },
    /// A second amount or medicine begins where one line can hold only one.
    SecondAmount {
        /// From where the line was read no further.
        text: String,
    },
    /// Understood in part: something it takes is not said.
    NotClear {
        /// The part that is not clear, as it was typed.
        text: String,
        /// What would be clear.
        hint: Hint,
    },
    /// A patch that is changed more than once a day.
    ChangedTooOften {
        /// How often it was said to be changed.
        changed: String,
    },
    /// The unit is not the one this medicine is written in.
    UnusualUnit {
        /// The ingredient that it was typed for.
        name: String,
        /// The unit that was typed.
        unit: String,
        /// The units in which that ingredient is written.
        usual: String,
    },
    /// More or fewer amounts than ingredients.
    AmountsDontMatch {
        /// How many ingredients were named.
        names: usize,
        /// How many amounts were given.
        amounts: usize,
    },
    /// The amounts of a combination look exchanged.
    AmountsExchanged {
        /// The opioid that has more in it than the paracetamol beside it.
        name: String,
        /// Its amount as read.
        amount: String,
    },
    /// A brand stands where its ingredients belong.
    BrandAsIngredient {
        /// The name of the brand.
        brand: String,
        /// Its ingredients, joined by "and".
        holds: String,
    },
    /// A brand beside an ingredient that it does not hold.
    NamesDisagree {
        /// The name of the brand.
        brand: String,
    },
    /// The same thing was said twice.
    Twice {
        /// `frequency`, `dose`, `strength`, `maximum` or `actual use`.
        what: String,
        /// From where the line was read no further.
        text: String,
    },
    /// A dose in mg of a medicine with several ingredients.
    DoseOfMixture,
}

/// What would be clear where a line was understood in part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "MedicineHint"))]
#[serde(rename_all = "snake_case")]
pub enum Hint {
    /// Whether it is once a day or once in all.
    Once,
    /// A single dose, recorded as one-off.
    Single,
    /// The strength an hour, or the sum for a day.
    Continuous,
    /// How much a day.
    AmountADay,
    /// Each dose and each medicine in a line of its own.
    OwnLine,
}

coded!("medicine": MedicineProblem);
