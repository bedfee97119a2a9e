//! Clinical facts and the rules they obey. No I/O: time, ids and other facts are arguments.
//!
//! A value that exists is valid. Values are made by parsing (`FromStr`, serde) or by checked constructors;
//! what concerns several fields at once is told by a fact's `check`, as issues with the path of the field.

pub mod value;

pub mod fact;

pub mod rule;

pub use fact::*;
pub use rule::{
    before_after, between, change, coding, day, gaps, gate, ladder, measured, nsaid, operations, opioid,
    red_flag, refill, schedule, spine, trial, walking,
};
pub use value::{
    answer,
    answer::{Answer, Missing},
    born,
    born::Birth,
    context::{Context, ToldBy},
    date,
    date::{DateOrder, PartialDate, Typing},
    icd10cm,
    icd10cm::Icd10Cm,
    implant,
    implant::{Implant, ImplantKind},
    instrument, interval,
    interval::{Interval, Unit},
    issue,
    issue::{Issue, Problem},
    level,
    level::{Levels, Side, Target, Vertebra},
    limit, link,
    link::Link,
    medicine, misread, numbering,
    numbering::Numbering,
    pump_dose::{Concentration, DailyDose},
    reply,
    reply::Reply,
    standing,
    standing::{Standing, Status},
    stated::StatedAs,
    text,
    text::Text,
    when,
    when::{Anchor, When},
    within,
};
