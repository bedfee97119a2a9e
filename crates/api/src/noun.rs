//! What is typed of each noun, in the noun's own file: the request as a form sends it, and how it becomes a fact and back.

pub mod anticoagulant;
pub mod background;
pub mod check;
pub mod circumstance;
pub mod device;
pub mod diagnosis;
pub mod document;
pub mod electrodiagnosis;
pub mod examination;
pub mod flag;
pub mod goal;
pub mod imaging;
pub mod neuromodulation;
pub mod neuromodulation_step;
pub mod patient;
pub mod plan_item;
pub mod pump_setting;
pub mod reading;
pub mod resolution;
pub mod score;
pub mod shared_decision;
pub mod surgery;
pub mod symptom;
pub mod treatment;
pub mod trial_day;
pub mod untried;
pub mod visit;
pub mod walking;
pub mod walking_event;
pub mod walking_plan;
pub mod walking_row;

use crate::reading::Reading;
use serde::{Serialize, de::DeserializeOwned};
use ts_rs::TS;

/// How a noun is typed.
pub trait Typed: Sized {
    /// What a form sends.
    type Input: TS + Serialize + DeserializeOwned;

    /// The fact as typed values.
    fn typed(&self) -> Self::Input;

    /// The fact as far as it could be read; what is wrong stands in `reading`.
    fn read(input: &Self::Input, reading: &mut Reading) -> Option<Self>;

    /// The TypeScript of what a form sends, parts first, each with what it is before anything was typed.
    fn types(config: &ts_rs::Config) -> Vec<String>;
}

/// `typed!(Surgery as SurgeryInput, with ResultInput; held to without_segment)`: the noun is typed as that, which has these
/// parts; what is typed, and nothing that an old source says, is held to what that method of what is typed objects to.
macro_rules! typed {
    ($fact:ty as $input:ty $(, with $($part:ty),+)? $(; held to $check:ident)?) => {
        impl Typed for $fact {
            type Input = $input;

            fn typed(&self) -> $input {
                <$input>::of(self)
            }

            fn read(input: &$input, reading: &mut Reading) -> Option<Self> {
                let fact = input.read(reading);
                $(if let Some(fact) = &fact {
                    input.$check(fact, reading);
                })?
                fact
            }

            fn types(config: &ts_rs::Config) -> Vec<String> {
                vec![$($($crate::declare::typed::<$part>(config),)+)? $crate::declare::typed::<$input>(config)]
            }
        }
    };
}
use typed;
