//! The facts of a record, a file for each noun; the one table of nouns; and a whole patient, made from it.

pub mod clinical;
pub mod kept;
pub mod noun;
pub mod record;

pub use clinical::Clinical;
pub use kept::{Head, Kept};
pub use noun::{Fact, Noun};
pub use record::Record;

pub mod anticoagulant;
pub mod background;
pub mod check;
pub mod circumstance;
pub mod device;
pub mod diagnosis;
pub mod examination;
pub mod flag;
pub mod goal;
pub mod imaging;
pub mod patient;
pub mod plan_item;
pub mod reading;
pub mod resolution;
pub mod response;
pub mod score;
pub mod shared_decision;
pub mod surgery;
pub mod symptom;
pub mod treatment;
pub mod walking;

pub use anticoagulant::Anticoagulant;
pub use background::Background;
pub use check::Check;
pub use circumstance::Circumstance;
pub use device::Device;
pub use diagnosis::Diagnosis;
pub use examination::Examination;
pub use flag::Flag;
pub use goal::Goal;
pub use imaging::Imaging;
pub use patient::Patient;
pub use plan_item::PlanItem;
pub use reading::Reading;
pub use resolution::Resolution;
pub use response::Response;
pub use score::{Measure, Score};
pub use shared_decision::SharedDecision;
pub use surgery::Surgery;
pub use symptom::Symptom;
pub use treatment::Treatment;
