//! Clinical facts and the rules they obey. No I/O: time, ids and other facts are arguments.
//!
//! A value that exists is valid. Values are made by parsing (`FromStr`, serde) or by checked constructors;
//! what concerns several fields at once is told by a fact's `check`, as issues with the path of the field.

pub mod answer;
pub mod anticoagulant;
pub mod background;
pub mod change;
pub mod check;
pub mod date;
pub mod device;
pub mod fact;
pub mod flag;
pub mod gate;
pub mod imaging;
pub mod implant;
pub mod instrument;
pub mod interval;
pub mod issue;
pub mod level;
pub mod limit;
pub mod medicine;
pub mod patient;
pub mod red_flag;
pub mod rule;
pub mod schedule;
pub mod score;
pub mod standing;
pub mod surgery;
pub mod symptom;
pub mod text;
pub mod treatment;
pub mod walking;
pub mod when;
mod written;

pub use answer::{Answer, Missing};
pub use anticoagulant::Anticoagulant;
pub use background::Background;
pub use check::Checking;
pub use date::{DateOrder, PartialDate, Typing};
pub use device::Device;
pub use fact::{Context, Fact, Noun, ToldBy};
pub use flag::{Flag, Resolving};
pub use imaging::Imaging;
pub use implant::{Implant, ImplantKind};
pub use interval::{Interval, Unit};
pub use issue::{Issue, Problem};
pub use level::{Levels, Side, Target, Vertebra};
pub use patient::{Born, Patient};
pub use score::{Measure, Score};
pub use standing::{Standing, Status};
pub use surgery::Surgery;
pub use symptom::Symptom;
pub use text::Text;
pub use treatment::Treatment;
pub use when::{Anchor, When};
