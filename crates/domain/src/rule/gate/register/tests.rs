//! Tests of the register: what adds, what is told twice, what is out, and what words can't do.

mod paths;

use super::*;
use crate::rule::gate::mri::{self, Verdict};
use proptest::prelude::*;
use rstest::rstest;

/// The facts of a record file that the register reads.
#[derive(serde::Deserialize, Default)]
#[serde(default)]
struct Told {
    surgeries: Vec<Kept<Surgery>>,
    treatments: Vec<Kept<Treatment>>,
    devices: Vec<Kept<Device>>,
    neuromodulations: Vec<Kept<Neuromodulation>>,
    neuromodulation_steps: Vec<Kept<Step>>,
    background: Background,
}

fn of(facts: serde_json::Value) -> Register {
    let told: Told = serde_json::from_value(facts).unwrap();
    register(&Facts {
        surgeries: &told.surgeries,
        treatments: &told.treatments,
        devices: &told.devices,
        paths: Paths {
            paths: &told.neuromodulations,
            steps: &told.neuromodulation_steps,
            pumps: &[],
        },
        background: &told.background,
        born: "1970".parse().unwrap(),
        today: NaiveDate::from_ymd_opt(2026, 11, 25).unwrap(),
    })
}

fn verdict(facts: serde_json::Value) -> Verdict {
    mri::notice(&of(facts)).verdict
}

macro_rules! facts {
    ($($json:tt)*) => { serde_json::json!({ $($json)* }) };
}

fn screws(when: &str, levels: &str) -> serde_json::Value {
    facts!("procedures": ["fusion"], "when": when, "levels": levels,
        "implants": [{ "kind": "screws_and_rods", "name": "pedicle screws" }])
}

fn none() -> serde_json::Value {
    facts!("implants_mri": { "missing": "absent" })
}

const FOREIGN: [&str; 9] = [
    "ICD (titanium) 2021",
    "titanium aneurysm clip 1995",
    "cochlear implant with receiver plate",
    "steel rod and shrapnel in the orbit",
    "MAGEC magnetic growing rods",
    "pedicle screws L4-S1",
    "titanium plate, skull",
    "peek cage",
    "no MRI restriction: screws",
];

#[test]
fn a_word_never_makes_fusion_metal() {
    for text in FOREIGN {
        let implant =
            facts!("surgeries": [{ "procedures": ["fusion"], "implants": [text] }], "background": none());
        assert_eq!(verdict(implant), Verdict::Warning, "{text} as an implant");
        let noted = facts!("background": { "implants_mri": { "value": [text] } });
        assert_eq!(verdict(noted), Verdict::Warning, "{text} in the background");
        let device = facts!("devices": [{ "name": text, "parts": [{ "kind": "other", "state": "in_use" }] }],
            "background": none());
        assert_eq!(verdict(device), Verdict::Warning, "{text} as a device");
        let beside = facts!("surgeries": [screws("2019", "L2-L3")], "background": { "implants_mri": { "value": [text] } });
        assert_eq!(verdict(beside), Verdict::Warning, "{text} beside screws");
    }
}

#[rstest]
#[case("MAGEC magnetic growing rods")]
#[case("ICD (titanium)")]
#[case("plate of a cochlear implant")]
#[case("rods with stimulator lead")]
fn a_name_that_says_more_than_the_chosen_metal_warns(#[case] name: &str) {
    let chosen = facts!("surgeries": [{ "procedures": ["fusion"], "implants": [{ "kind": "screws_and_rods", "name": name }] }],
        "background": none());
    assert_eq!(verdict(chosen), Verdict::Warning);
}

proptest! {
    #[test]
    fn no_text_without_a_chosen_kind_makes_anything_harmless(
        text in prop_oneof![
            "[a-zA-Z0-9 ,.()-]{1,40}",
            prop::collection::vec(prop::sample::select(vec![
                "titanium", "plate", "rod", "screws", "cage", "pedicle", "removed", "removal", "of", "hardware", "no",
                "safe", "MRI", "L4-S1", "2019", "and", "explanted", "none", "stimulator", "ICD", "fusion", "absent",
            ]), 1..7).prop_map(|words| words.join(" ")),
        ],
        levels in prop::sample::select(vec!["", "L4-S1"]),
    ) {
        prop_assume!(Text::new(&text).is_ok());
        let told = [
            facts!("surgeries": [{ "procedures": ["fusion"], "levels": levels, "implants": [text] }], "background": none()),
            facts!("background": { "implants_mri": { "value": [text] } }),
            facts!("surgeries": [{ "procedures": [text], "levels": levels, "implants": ["screws"] }], "background": none()),
            facts!("surgeries": [
                { "procedures": ["fusion"], "when": "2018", "levels": "L4-S1", "implants": ["screws"] },
                { "procedures": [text], "when": "2020", "levels": "L4-S1" }], "background": none()),
            facts!("devices": [{ "name": text, "parts": [{ "kind": "unknown", "name": text, "state": "in_use" }] }],
                "background": none()),
        ];
        for facts in told {
            let said = verdict(facts.clone());
            prop_assert!(said == Verdict::Warning, "{said:?}: {facts}");
        }
        // Nor does it take anything from what is recorded.
        let with = facts!("surgeries": [screws("2019", "L4-S1")], "background": { "implants_mri": { "value": [text] } },
            "devices": [{ "name": "Stimulator", "parts": [{ "kind": "generator", "state": "in_use" }] }]);
        prop_assert_eq!(verdict(with), Verdict::Warning);
    }
}

#[rstest]
#[case::stimulator("Spinal cord stimulator implant", Family::Stimulator)]
#[case::scs("SCS implantation T9", Family::Stimulator)]
#[case::trial("Spinal cord stimulator trial", Family::Stimulator)]
#[case::pump("Intrathecal pump implant", Family::Pump)]
#[case::exchange("removal and replacement of the pump", Family::Pump)]
#[case::disc("Lumbar disc arthroplasty", Family::Disc)]
#[case::replacement("total disc replacement L4-L5", Family::Disc)]
#[case::spacer("interspinous device", Family::Interspinous)]
#[case::plate("anterior plate", Family::Metal)]
#[case::fusion("TLIF L4-L5", Family::Metal)]
#[case::after_removal("removal of hardware and placement of a pump", Family::Pump)]
fn an_operation_leaves_what_its_name_says(#[case] procedure: &str, #[case] family: Family) {
    let register = of(facts!("surgeries": [{ "procedures": [procedure] }], "background": none()));
    let families: Vec<Family> = register.entries.iter().map(|entry| entry.family).collect();
    assert_eq!(families, [family]);
    assert_eq!(mri::notice(&register).verdict, Verdict::Warning);
}

#[rstest]
#[case("Microdiscectomy")]
#[case("Laminectomy L4-L5")]
#[case("disc herniation removal")]
#[case("Hardware removal")]
#[case("removal of screws and rods")]
#[case("plate and screw removal")]
#[case("SCS explant")]
#[case("fusion without instrumentation")]
#[case("endplate curettage")]
fn an_operation_that_leaves_nothing_adds_nothing(#[case] procedure: &str) {
    let register = of(facts!("surgeries": [{ "procedures": [procedure] }]));
    assert_eq!(register.entries, []);
}

#[test]
fn asked_and_none_answers_a_fusion_and_not_what_the_name_says() {
    let asked = |procedure: &str| facts!("surgeries": [{ "procedures": [procedure], "implants": { "missing": "absent" } }], "background": none());
    assert_eq!(verdict(asked("posterolateral fusion")), Verdict::NoneRecorded);
    assert_eq!(verdict(asked("fusion with plate")), Verdict::Warning);
    assert_eq!(verdict(asked("Spinal cord stimulator implant")), Verdict::Warning);
}

#[rstest]
#[case::trial(facts!("kind": "neuromodulation_trial", "name": "spinal cord stimulator trial", "started": "20 Nov 2026"))]
#[case::trial_may_run(facts!("kind": "neuromodulation_trial", "name": "trial", "started": "2026", "ended": "2026"))]
#[case::implant(facts!("kind": "neuromodulation_implant", "name": "DRG stimulator", "ended": "2020"))]
#[case::pump(facts!("kind": "drug", "name": "intrathecal morphine"))]
#[case::pump_words(facts!("kind": "drug", "name": "morphine", "note": "through an implanted pump"))]
#[case::pump_route(facts!("kind": "drug", "name": "morphine", "medicine": { "ingredients": [{ "name": "morphine" }],
    "route": "intrathecal", "form": "pump" }))]
#[case::other(facts!("kind": "other", "name": "intrathecal pump"))]
#[case::intervention(facts!("kind": "intervention", "name": "peripheral nerve stimulator placed"))]
fn a_treatment_that_leaves_something_is_in_the_register(#[case] treatment: serde_json::Value) {
    let facts = facts!("treatments": [treatment], "background": none());
    assert_eq!(verdict(facts), Verdict::Warning);
}

#[rstest]
#[case(facts!("kind": "neuromodulation_trial", "name": "trial", "started": "2 May 2020", "ended": "12 May 2020"))]
#[case(facts!("kind": "neuromodulation_trial", "name": "trial", "started": "2020", "stopped": { "value": "ineffective" }))]
#[case(facts!("kind": "physical_modality", "name": "TENS, transcutaneous electrical nerve stimulation"))]
#[case(facts!("kind": "block", "name": "femoral block with nerve stimulator"))]
#[case(facts!("kind": "drug", "name": "omeprazole", "note": "proton pump inhibitor"))]
#[case(facts!("kind": "drug", "name": "morphine", "medicine": { "ingredients": [{ "name": "morphine" }],
    "route": "subcutaneous", "form": "pump" }))]
fn a_treatment_that_leaves_nothing_adds_nothing(#[case] treatment: serde_json::Value) {
    let facts = facts!("treatments": [treatment], "background": none());
    assert_eq!(verdict(facts), Verdict::NoneRecorded);
}

fn stimulator(more: serde_json::Value) -> serde_json::Value {
    let mut device = facts!("name": "Spinal cord stimulator", "implanted": "2015",
        "parts": [{ "kind": "generator" }, { "kind": "lead", "state": "in_use" }]);
    for (key, value) in more.as_object().unwrap() {
        device[key] = value.clone();
    }
    device
}

#[rstest]
#[case::by_date(facts!("removed": "12 Mar 2020"), false)]
#[case::by_parts(facts!("parts": [{ "kind": "generator", "state": "removed" }, { "kind": "lead", "state": "removed" }]), false)]
#[case::by_age(facts!("removed": "age 50"), false)]
#[case::lead_left(facts!("removed": "12 Mar 2020", "parts": [{ "kind": "generator" }, { "kind": "lead", "state": "abandoned" }]), true)]
#[case::lead_broken(facts!("removed": "2020", "parts": [{ "kind": "lead", "state": "fractured" }]), true)]
#[case::not_past(facts!("removed": "2026"), true)]
#[case::this_age(facts!("removed": "age 56"), true)]
#[case::about(facts!("removed": "about 2026"), true)]
#[case::in_use(facts!("note": "removed in 2020"), true)]
fn what_was_surely_taken_out_is_out(#[case] more: serde_json::Value, #[case] counts: bool) {
    let register = of(facts!("devices": [stimulator(more)], "background": none()));
    assert_eq!(register.present().count() == 1, counts, "{register:?}");
    let said = mri::notice(&register).verdict;
    assert_eq!(
        said,
        if counts {
            Verdict::Warning
        } else {
            Verdict::NoneRecorded
        }
    );
}

fn removed(earlier: serde_json::Value, procedure: &str, when: &str, levels: &str) -> Register {
    let removal = facts!("procedures": [procedure], "when": when, "levels": levels);
    of(facts!("surgeries": [earlier, removal], "background": none()))
}

#[rstest]
#[case("removal of hardware", "2021", "L4-S1", true)]
#[case("Hardware removal", "2021", "L3-S1", true)]
#[case("explantation", "2021", "L4-S1", true)]
#[case("removal of screws and rods", "2021", "L4-S1", true)]
#[case("Hardware removal", "6 months after operation 1", "L4-S1", true)]
#[case("Hardware removal", "after operation 1", "L4-S1", true)]
#[case::levels_not_covered("removal of hardware", "2021", "L4-L5", false)]
#[case::levels_not_known("removal of hardware", "2021", "", false)]
#[case::before("removal of hardware", "2010", "L4-S1", false)]
#[case::order_not_known("removal of hardware", "unknown", "L4-S1", false)]
#[case::same_year("removal of hardware", "2019", "L4-S1", false)]
#[case::not_yet("removal of hardware", "2026", "L4-S1", false)]
#[case::another_thing("plate removal", "2021", "L4-S1", false)]
#[case::partial("partial removal of hardware", "2021", "L4-S1", false)]
#[case::tried("attempted hardware removal", "2021", "L4-S1", false)]
#[case::one_screw("removal of broken screw", "2021", "L4-S1", false)]
#[case::disc("disc herniation removal", "2021", "L4-S1", false)]
#[case::not_said("revision", "2021", "L4-S1", false)]
fn an_operation_takes_out_what_it_surely_reached(
    #[case] procedure: &str,
    #[case] when: &str,
    #[case] levels: &str,
    #[case] out: bool,
) {
    let register = removed(screws("2019", "L4-S1"), procedure, when, levels);
    let screws = &register.entries[0];
    assert_eq!(screws.standing == Standing::Out(Out::By(1)), out, "{screws:?}");
    let expected = if out { Verdict::NoneRecorded } else { Verdict::Note };
    assert_eq!(mri::notice(&register).verdict, expected);
}

#[test]
fn a_removal_that_may_mean_it_is_told_and_one_elsewhere_is_not() {
    let doubts = |procedure: &str, levels: &str| {
        removed(screws("2019", "L4-S1"), procedure, "2021", levels).entries[0]
            .doubts
            .clone()
    };
    assert_eq!(doubts("removal of hardware", "L4-L5"), [Doubt::OutNotSaid(1)]);
    assert_eq!(doubts("removal of hardware", ""), [Doubt::OutNotSaid(1)]);
    assert_eq!(
        doubts("partial removal of hardware", "L4-S1"),
        [Doubt::OutNotSaid(1)]
    );
    assert_eq!(doubts("removal of hardware", "C5-C6"), []);
}

#[test]
fn a_cage_is_not_taken_out_with_the_hardware_and_an_unknown_kind_neither() {
    let cage = facts!("procedures": ["TLIF"], "when": "2019", "levels": "L4-L5",
        "implants": [{ "kind": "cage" }, { "kind": "screws_and_rods" }, "titanium thing"]);
    let register = removed(cage, "removal of hardware", "2021", "L4-L5");
    let standing: Vec<bool> = register.entries.iter().map(Entry::counts).collect();
    assert_eq!(standing, [true, false, true]);
    assert_eq!(mri::notice(&register).verdict, Verdict::Warning);
}

#[rstest]
#[case("removal of spinal cord stimulator", Verdict::NoneRecorded)]
#[case("SCS explant", Verdict::NoneRecorded)]
#[case("removal of generator and leads", Verdict::NoneRecorded)]
#[case::leads_left("removal of the generator", Verdict::Warning)]
#[case::leads_left("IPG explant", Verdict::Warning)]
#[case::retained("SCS explant, one lead retained", Verdict::Warning)]
#[case::another("removal of hardware", Verdict::Warning)]
fn a_stimulator_is_out_with_its_leads_only_where_that_is_said(
    #[case] procedure: &str,
    #[case] said: Verdict,
) {
    let implant = facts!("procedures": ["Spinal cord stimulator implant"], "when": "2015", "levels": "T9-T10",
        "implants": [{ "kind": "generator", "name": "SCS generator" }, { "kind": "lead" }, { "kind": "lead" }]);
    let register = removed(implant, procedure, "12 Mar 2020", "T9-T10");
    assert_eq!(register.entries.len(), 1);
    assert_eq!(mri::notice(&register).verdict, said, "{register:?}");
}

#[test]
fn the_same_system_told_in_five_places_is_one() {
    let register = of(facts!(
        "devices": [stimulator(facts!())],
        "surgeries": [{ "procedures": ["Spinal cord stimulator implant"], "when": "May 2015",
            "implants": [{ "kind": "generator" }, { "kind": "lead" }] }],
        "treatments": [{ "kind": "neuromodulation_implant", "name": "spinal cord stimulator", "started": "3 May 2015" }],
        "background": { "implants_mri": { "value": ["spinal cord stimulator 2015"] } }
    ));
    assert_eq!(register.entries.len(), 1, "{register:?}");
    assert_eq!(
        register.entries[0].sources,
        [
            Source::Device(0),
            Source::Operation(0),
            Source::Treatment(0),
            Source::Background
        ]
    );
}

#[test]
fn a_second_system_stays_a_second_one() {
    let second = of(facts!(
        "devices": [stimulator(facts!())],
        "treatments": [{ "kind": "neuromodulation_implant", "name": "spinal cord stimulator", "started": "2021" }]
    ));
    assert_eq!(second.entries.len(), 2);
    let after = of(facts!(
        "devices": [stimulator(facts!("removed": "12 Mar 2020"))],
        "surgeries": [{ "procedures": ["Spinal cord stimulator implant"], "when": "2021" }]
    ));
    assert_eq!(after.present().count(), 1);
    let noted = of(facts!("devices": [stimulator(facts!())],
        "background": { "implants_mri": { "value": ["spinal cord stimulator 2009", "stimulator MRI unsafe"] } }));
    assert_eq!(noted.entries.len(), 3);
}

#[rstest]
#[case("spinal cord stimulator", true)]
#[case("SCS 2015", true)]
#[case::agrees("stimulator, explanted 2020", false)]
fn words_that_name_what_was_taken_out_are_a_contradiction_that_is_told(
    #[case] text: &str,
    #[case] against: bool,
) {
    let register = of(facts!("devices": [stimulator(facts!("removed": "12 Mar 2020"))],
        "background": { "implants_mri": { "value": [text] } }));
    assert_eq!(register.entries.len(), 1, "{register:?}");
    assert_eq!(register.present().count() == 1, against);
    let verdict = mri::notice(&register).verdict;
    assert_eq!(
        verdict,
        if against {
            Verdict::Warning
        } else {
            Verdict::NotAssessed
        }
    );
}

#[rstest]
#[case("implanted cardioverter-defibrillator (AICD)", 1)]
#[case("pacemaker", 1)]
#[case("aneurysm clipped 1995", 1)]
#[case("insulin pump", 1)]
#[case("M96.1 (ICD-10)", 0)]
#[case("no pacemaker", 0)]
#[case("reflux, on a proton pump inhibitor", 0)]
#[case("lumbar stenosis, disc degeneration", 0)]
fn a_condition_that_is_an_implant_counts(#[case] condition: &str, #[case] entries: usize) {
    let register = of(
        facts!("background": { "implants_mri": { "missing": "absent" }, "conditions": { "value": [condition] } }),
    );
    assert_eq!(register.entries.len(), entries);
}
