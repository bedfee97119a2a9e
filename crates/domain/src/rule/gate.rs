//! Safety gates before imaging and interventions: implants and MRI, anticoagulants, steroid and injection counts.
//!
//! A gate says what is recorded and what is not. Nothing recorded is "not asked" and never "safe"; no gate gives an
//! instruction, a dose, or a number of days.

pub mod bleeding;
pub mod injection;
pub mod mri;
pub mod register;
pub mod steroid;

use crate::value::listed::{Rule, Sure};

/// The gates as they are listed.
pub fn rules() -> Vec<Rule> {
    [
        (
            "gate.mri",
            "An implant whose MRI status is unknown or unsafe, or a lead that is abandoned or broken, warns before an MRI request; the system is judged as a whole. Fusion metal is what was recorded as such; others that nobody asked about are said to be not assessed.",
            "mrimplant.org; Boston Scientific ImageReady 1.5 T guideline; fusion metal: general knowledge of the field",
            Sure::High,
        ),
        (
            "gate.bleeding",
            "Brings blood thinners together from their list, the alerts, the conditions and the medicines, with what contradicts itself and what is not recorded, beside the risk class of the intervention, which surgery in the same area raises; the hold time is for the current guideline.",
            "ASRA multi-society guideline 2018 (Reg Anesth Pain Med 2018;43:225), update August 2019",
            Sure::Medium,
        ),
        (
            "gate.kidney",
            "A measure named eGFR, creatinine or kidney counts as a kidney value where its date lies within twelve months; otherwise kidney function is said to be not recorded beside a blood thinner.",
            "ASRA multi-society guideline 2018 names kidney function; the twelve months are Lamina's own",
            Sure::Medium,
        ),
        (
            "gate.steroid",
            "Counts injection sessions in each region over twelve months and adds up steroid of each kind, at least, naming what was not counted; shown only.",
            "CMS local coverage L33906 family for the optional payer limit; the count is Lamina's own",
            Sure::Medium,
        ),
        (
            "gate.injection",
            "Asks before an injection about infection, glucose, allergies, pregnancy, immunity, consent, side and level.",
            "General knowledge of the field",
            Sure::Medium,
        ),
        (
            "gate.self_harm",
            "PHQ-9 item 9 of 1 or more shows a safety prompt whatever the total; a blank item is not assessed.",
            "Kroenke, Spitzer and Williams 2001 (PHQ-9); the prompt is general knowledge of the field",
            Sure::High,
        ),
    ]
    .into_iter()
    .map(|(id, title, source, sure)| Rule {
        id: id.to_owned(),
        version: match id {
            "gate.mri" | "gate.bleeding" | "gate.steroid" => 2,
            _ => 1,
        },
        title: title.to_owned(),
        source: match id {
            "gate.bleeding" => format!("{source}. Names of blood thinners: {}", bleeding::source()),
            "gate.steroid" => format!("{source}. Names of steroids: {}", steroid::source()),
            _ => source.to_owned(),
        },
        sure,
    })
    .collect()
}
