//! Pumps in the body and what they hold, as far as the record tells: an opioid in a pump adds to the opioid load, and a pump
//! whose drug nobody recorded may hold one.
//!
//! What must hold: only the name of a pump, or a medicine that is given through it, can say that it holds no opioid. Notes
//! only add. What surely was taken out, or is left behind without a connection, gives nothing.

use super::{Entry, Facts, Register, Source, build, words};
use crate::{
    fact::{
        pump_setting::{PumpEvent, PumpSetting},
        treatment::Kind,
    },
    rule::opioid::load::Pump,
    value::{
        implant::{Family, ImplantKind, PartState},
        medicine::named_in,
        text::Text,
    },
};

/// What is put into pumps of the spine and is no opioid (baclofen, and what stands beside morphine in the lists of the
/// Polyanalgesic Consensus Conference 2017), and insulin.
const NO_OPIOID: [&str; 6] = [
    "baclofen",
    "ziconotide",
    "clonidine",
    "bupivacaine",
    "ropivacaine",
    "insulin",
];
/// Pumps that give no medicine.
const NO_MEDICINE: [&str; 8] = [
    "penile",
    "breast",
    "heart",
    "cardiac",
    "ventricular",
    "lvad",
    "balloon",
    "feeding",
];

impl Register {
    /// The pumps that are or may be in the body and may give an opioid, beside those of which a medicine of the list says
    /// what they give.
    pub fn pumps(&self, facts: &Facts) -> Vec<Pump> {
        let given: Vec<usize> = (0..facts.treatments.len())
            .filter(|at| through_a_pump(*at, facts))
            .collect();
        let here: Vec<&Entry> = self
            .present()
            .filter(|entry| entry.family == Family::Pump && gives(entry) && !is_only_inferred(entry, facts))
            .collect();
        // Of one pump alone any medicine through a pump tells.
        let told = here.len() == 1 && !given.is_empty();
        let joined = |source: &Source| matches!(source, Source::Treatment(at) if given.contains(at));
        here.into_iter()
            .filter(|entry| !told && !entry.sources.iter().any(joined))
            .filter_map(|entry| pump(entry, facts))
            .collect()
    }
}

/// A medicine that is given through a pump and may still be taken.
fn through_a_pump(at: usize, facts: &Facts) -> bool {
    facts.treatments.get(at).is_some_and(|treatment| {
        let pump = matches!(build::treated_family(treatment), Some((Family::Pump, _)));
        pump && treatment.kind == Kind::Drug && treatment.may_be_current(facts.today)
    })
}

/// Something of it is in the body that can give a medicine: not a catheter alone, and not what has no connection.
fn gives(entry: &Entry) -> bool {
    entry
        .inside()
        .any(|part| part.kind != ImplantKind::Catheter && part.state != PartState::Abandoned)
}

/// Nothing tells of the pump but a medicine, which stands in the list, or words that tell of its removal.
fn is_only_inferred(entry: &Entry, facts: &Facts) -> bool {
    let medicine = |source: &Source| match source {
        Source::Treatment(at) => facts
            .treatments
            .get(*at)
            .is_some_and(|treatment| treatment.kind == Kind::Drug),
        _ => false,
    };
    let in_words = |source: &Source| matches!(source, Source::Background | Source::Condition);
    let removal = entry
        .name
        .as_ref()
        .is_some_and(|name| words::tells_of_removal(&words::tokens(name.as_str())));
    entry.sources.iter().all(medicine) || (removal && entry.sources.iter().all(in_words))
}

/// The pump with the opioids that its words name; nothing where they name another drug, or no pump for medicines.
fn pump(entry: &Entry, facts: &Facts) -> Option<Pump> {
    let mut names: Vec<&Text> = entry.name.iter().collect();
    names.extend(entry.parts.iter().filter_map(|part| part.name.as_ref()));
    let mut notes: Vec<&Text> = Vec::new();
    let mut settings: Vec<&PumpSetting> = Vec::new();
    for source in &entry.sources {
        match source {
            Source::Device(at) => {
                let device = facts.devices.get(*at);
                names.extend(device.map(|one| &one.name));
                names.extend(device.and_then(|one| one.model.as_ref()));
                notes.extend(device.and_then(|one| one.note.as_ref()));
            }
            Source::Treatment(at) => {
                let treatment = facts.treatments.get(*at);
                names.extend(treatment.map(|one| &one.name));
                names.extend(treatment.and_then(|one| one.target.as_ref()));
                names.extend(treatment.and_then(|one| one.dose.as_ref()));
                notes.extend(treatment.and_then(|one| one.note.as_ref()));
                let responses = treatment.into_iter().flat_map(|one| &one.responses);
                notes.extend(responses.filter_map(|one| one.words.as_ref()));
            }
            Source::Operation(at) | Source::OperationName(at) => {
                notes.extend(facts.surgeries.get(*at).and_then(|one| one.note.as_ref()));
            }
            // What it holds now is told by the last setting that says so.
            Source::PumpSetting(at) => settings.extend(facts.paths.pumps.get(*at).map(|one| &one.fact)),
            Source::Step(_) | Source::Background | Source::Condition => {}
        }
    }
    let mut running = settings.iter().rev().filter(|one| one.what != PumpEvent::Checked);
    if running.next().is_some_and(|last| last.what == PumpEvent::Stopped) {
        return None;
    }
    let filled = settings.iter().rev().find(|one| !one.drugs.is_empty());
    names.extend(filled.iter().flat_map(|one| &one.drugs).map(|drug| &drug.name));
    let mut opioids: Vec<String> = Vec::new();
    for text in names.iter().chain(&notes) {
        for substance in named_in(text.as_str()) {
            if substance.is_opioid() && !opioids.contains(&substance.id) {
                opioids.push(substance.id.clone());
            }
        }
    }
    let other = names.iter().any(|text| {
        let drug = named_in(text.as_str())
            .iter()
            .any(|one| NO_OPIOID.contains(&one.id.as_str()));
        let no_medicine = words::tokens(text.as_str())
            .iter()
            .any(|word| NO_MEDICINE.contains(&word.as_str()));
        drug || no_medicine
    });
    (!opioids.is_empty() || !other).then(|| Pump {
        name: entry.name.as_ref().map(ToString::to_string),
        opioids,
    })
}

#[cfg(test)]
mod tests {
    use super::super::Paths;
    use super::*;
    use crate::fact::{
        background::Background, device::Device, kept::Kept, surgery::Surgery, treatment::Treatment,
    };
    use chrono::NaiveDate;
    use rstest::rstest;

    #[derive(serde::Deserialize, Default)]
    #[serde(default)]
    struct Told {
        surgeries: Vec<Kept<Surgery>>,
        treatments: Vec<Kept<Treatment>>,
        devices: Vec<Kept<Device>>,
        pump_settings: Vec<Kept<PumpSetting>>,
        background: Background,
    }

    fn said(facts: &str) -> Vec<String> {
        let told: Told = serde_json::from_str(facts).unwrap();
        let facts = Facts {
            surgeries: &told.surgeries,
            treatments: &told.treatments,
            devices: &told.devices,
            paths: Paths {
                pumps: &told.pump_settings,
                ..Paths::default()
            },
            background: &told.background,
            born: "1970".parse().unwrap(),
            today: NaiveDate::from_ymd_opt(2026, 11, 25).unwrap(),
        };
        let pumps = super::super::register(&facts).pumps(&facts);
        pumps.iter().map(|one| one.opioids.join("+")).collect()
    }

    const PUMP: &str = r#"{"name":"Pump","parts":[{"kind":"pump"},{"kind":"catheter"}],"implanted":"2019""#;

    #[rstest]
    #[case("", &[""])]
    #[case(r#","model":"SynchroMed II""#, &[""])]
    #[case(r#","removed":"2020""#, &[])]
    #[case(r#","removed":"2026""#, &[""])]
    #[case(r#","note":"filled with hydromorphone""#, &["hydromorphone"])]
    #[case(r#","note":"used to hold baclofen""#, &[""])]
    #[case(r#","model":"for baclofen""#, &[])]
    #[case(r#","model":"baclofen","note":"now with morphine""#, &["morphine"])]
    fn a_pump_of_the_list_counts_until_it_is_out_or_holds_something_else(
        #[case] more: &str,
        #[case] wanted: &[&str],
    ) {
        assert_eq!(said(&format!(r#"{{"devices":[{PUMP}{more}}}]}}"#)), wanted);
    }

    #[rstest]
    #[case(r#"{"kind":"pump","state":"abandoned"}"#, &[])]
    #[case(r#"{"kind":"pump","state":"removed"},{"kind":"catheter","state":"abandoned"}"#, &[])]
    #[case(r#"{"kind":"pump","state":"fractured"}"#, &[""])]
    fn what_is_left_without_a_connection_gives_nothing(#[case] parts: &str, #[case] wanted: &[&str]) {
        let facts = format!(r#"{{"devices":[{{"name":"Pump","parts":[{parts}]}}]}}"#);
        assert_eq!(said(&facts), wanted);
    }

    #[rstest]
    // An operation that leaves a pump, by its list or its name; and one that took it out.
    #[case(r#"{"surgeries":[{"procedures":["pump"],"when":"2019","implants":[{"kind":"pump"}]}]}"#, &[""])]
    #[case(r#"{"surgeries":[{"procedures":["Implantation of an intrathecal pump"],"when":"2019"}]}"#, &[""])]
    #[case(
        r#"{"surgeries":[{"procedures":["Implantation of an intrathecal pump"],"when":"2019"},
            {"procedures":["Removal of the intrathecal pump"],"when":"2021"}]}"#,
        &[""]
    )]
    // A treatment that leaves one.
    #[case(r#"{"treatments":[{"kind":"intervention","name":"Intrathecal pump","started":"2019"}]}"#, &[""])]
    #[case(r#"{"treatments":[{"kind":"other","name":"Intrathecal pump","dose":"morphine 2 mg/day"}]}"#, &["morphine"])]
    // Words.
    #[case(r#"{"background":{"implants_mri":{"value":["intrathecal pump"]}}}"#, &[""])]
    #[case(r#"{"background":{"implants_mri":{"value":["pump removed 2019"]}}}"#, &[])]
    #[case(r#"{"background":{"conditions":{"value":["insulin pump"]}}}"#, &[])]
    #[case(r#"{"background":{"conditions":{"value":["penile pump"]}}}"#, &[])]
    fn operations_treatments_and_words_tell_of_pumps(#[case] facts: &str, #[case] wanted: &[&str]) {
        assert_eq!(said(facts), wanted);
    }

    #[rstest]
    #[case(r#","status":"running""#, &[])]
    #[case("", &[])]
    #[case(r#","status":"ended""#, &[""])]
    fn a_medicine_through_the_pump_says_what_it_holds_while_it_may_be_taken(
        #[case] more: &str,
        #[case] wanted: &[&str],
    ) {
        let drug = r#"{"kind":"drug","name":"morphine","started":"2022","medicine":
            {"ingredients":[{"name":"morphine"}],"form":"pump","route":"intrathecal"}"#;
        let both = format!(r#"{{"devices":[{PUMP}}}],"treatments":[{drug}{more}}}]}}"#);
        assert_eq!(said(&both), wanted);
        // Of the medicine alone the list of medicines tells.
        assert_eq!(said(&format!(r#"{{"treatments":[{drug}{more}}}]}}"#)), [""; 0]);
    }

    #[rstest]
    #[case(r#"{"what":"filled","when":"2020","drugs":[{"name":"morphine"}]}"#, &["morphine"])]
    #[case(r#"{"what":"filled","when":"2020","drugs":[{"name":"ziconotide"}]}"#, &[])]
    #[case(
        r#"{"what":"filled","when":"2020","drugs":[{"name":"ziconotide"}]},
           {"what":"refilled","when":"2021","drugs":[{"name":"hydromorphone"},{"name":"bupivacaine"}]}"#,
        &["hydromorphone"]
    )]
    #[case(
        r#"{"what":"filled","when":"2020","drugs":[{"name":"morphine"}]},{"what":"checked","when":"2021"}"#,
        &["morphine"]
    )]
    #[case(r#"{"what":"refilled","when":"2020"}"#, &[""])]
    #[case(
        r#"{"what":"filled","when":"2020","drugs":[{"name":"morphine"}]},{"what":"stopped","when":"2021"}"#,
        &[]
    )]
    fn trap_21_what_was_filled_last_says_what_a_pump_gives(#[case] settings: &str, #[case] wanted: &[&str]) {
        for devices in [format!("[{PUMP}}}]"), "[]".to_owned()] {
            let facts = format!(r#"{{"devices":{devices},"pump_settings":[{settings}]}}"#);
            assert_eq!(said(&facts), wanted, "{facts}");
        }
        let gone = format!(
            r#"{{"devices":[{PUMP},"removed":"2022"}}],"pump_settings":[{}]}}"#,
            settings.replace("\"what\"", "\"pump\":\"device 1\",\"what\"")
        );
        assert_eq!(said(&gone), [""; 0]);
    }

    #[test]
    fn of_two_pumps_a_medicine_tells_of_one_at_most() {
        let drug = r#"{"kind":"drug","name":"morphine","started":"2023","status":"running","medicine":
            {"ingredients":[{"name":"morphine"}],"form":"pump","route":"intrathecal"}}"#;
        let second = PUMP.replace("2019", "2017");
        let facts = format!(r#"{{"devices":[{PUMP}}},{second}}}],"treatments":[{drug}]}}"#);
        assert_eq!(said(&facts).len(), 2);
    }
}
