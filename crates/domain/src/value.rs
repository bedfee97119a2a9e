//! What facts are made of: text, points in time, levels, answers, medicines, questionnaires. A value that exists is valid.

pub mod answer;
pub mod born;
pub(crate) mod coded;
pub mod context;
pub mod date;
pub mod icd10cm;
pub mod implant;
pub mod instrument;
pub mod interval;
pub mod issue;
pub mod level;
pub mod limit;
pub mod link;
pub mod medicine;
pub mod misread;
pub mod numbering;
pub mod pump_dose;
pub mod reply;
pub mod standing;
pub mod stated;
pub mod sure;
pub mod text;
pub mod when;
pub mod within;
pub(crate) mod written;
