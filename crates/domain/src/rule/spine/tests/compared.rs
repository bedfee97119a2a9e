//! How levels fit each other: what is told, with its order, and what surely came first and is not.

use super::*;

fn fusion(when: &str, levels: &str) -> serde_json::Value {
    json!("procedures": ["fusion"], "levels": levels, "when": when)
}

fn injection(when: &str, levels: &str) -> serde_json::Value {
    json!("kind": "injection", "name": "facet injection", "levels": levels, "started": when)
}

#[rstest]
#[case("2018", "2015", Some(Order::After))]
#[case("2012", "2015", None)]
#[case("unknown", "2015", Some(Order::NotKnown))]
#[case("2015", "2015", Some(Order::NotKnown))]
#[case("3 May 2015", "3 May 2015", None)]
#[case("2 months after operation 1", "unknown", Some(Order::After))]
#[case("before operation 1", "unknown", None)]
fn an_injection_at_a_fused_level_is_told_unless_it_came_first(
    #[case] injected: &str,
    #[case] fused: &str,
    #[case] wanted: Option<Order>,
) {
    let map = map(
        &json!("surgeries": [fusion(fused, "L4-S1")], "treatments": [injection(injected, "L4-S1 facets")]),
    );
    match wanted {
        None => assert_eq!(map.hints, []),
        Some(order) => {
            let [
                Hint::TreatedWhereFused {
                    places,
                    treatment,
                    fusions,
                    order: found,
                },
            ] = map.hints.as_slice()
            else {
                panic!("{:?}", map.hints)
            };
            assert_eq!(places.len(), 2, "one hint for all levels of one treatment");
            assert_eq!(
                (*treatment, fusions.as_slice()),
                (Source::Treatment(0), &[Source::Operation(0)][..])
            );
            assert_eq!(*found, order);
        }
    }
}

#[test]
fn an_injection_beside_the_fusion_or_at_a_nerve_is_not_at_a_fused_level() {
    let facts = json!("surgeries": [fusion("2015", "L4-L5")],
        "treatments": [injection("2018", "L3-L4 facet"), injection("2018", "L4 root")]);
    assert_eq!(map(&facts).hints, []);
}

#[test]
fn a_finding_beside_a_fusion_names_both() {
    let imaging = |when: &str, levels: &str, what: &str| json!("modality": "mri", "when": when, "findings": [{"what": what, "levels": levels}]);
    let hints = |imaging: serde_json::Value| {
        map(&json!("surgeries": [fusion("2015", "L4-L5")], "imaging": [imaging])).hints
    };
    let hints_of = |imaging: serde_json::Value| hints(imaging).into_iter().next();
    let Some(Hint::FindingBesideFusion {
        places,
        finding,
        fusions,
        order,
    }) = hints_of(imaging("2020", "L3-L4", "stenosis"))
    else {
        panic!("no hint")
    };
    assert_eq!(
        places.iter().map(ToString::to_string).collect::<Vec<_>>(),
        ["L3-L4"]
    );
    assert_eq!(
        (finding, fusions, order),
        (Source::Finding(0, 0), vec![Source::Operation(0)], Order::After)
    );
    assert_eq!(
        hints(imaging("2010", "L3-L4", "stenosis")),
        [],
        "it was there before"
    );
    assert_eq!(
        hints(imaging("2020", "L2-L3", "stenosis")),
        [],
        "it is not next to it"
    );
    assert_eq!(
        hints(imaging("2020", "L3-L4", "no stenosis")),
        [],
        "nothing was found"
    );
}

#[test]
fn an_implant_that_no_operation_put_in_is_told() {
    let screws = json!("devices": [{"name": "pedicle screws", "parts": [{"kind": "screws_and_rods"}]}]);
    let Some(Hint::ImplantWithoutOperation { told, .. }) = map(&screws).hints.into_iter().next() else {
        panic!("no hint")
    };
    assert_eq!(told, [Source::Device(0)]);
    let noted = json!("background": {"implants_mri": {"value": ["lumbar cage"]}});
    assert_eq!(map(&noted).hints.len(), 1);
    // What an operation left, and a stimulator that a treatment tells of, are explained.
    let explained = json!("surgeries": [{"procedures": ["fusion"], "levels": "L4-L5", "implants": [{"kind": "cage"}]}],
        "treatments": [{"kind": "neuromodulation_implant", "name": "spinal cord stimulator", "levels": "T9"}]);
    assert_eq!(map(&explained).hints, []);
}

#[test]
fn metal_that_imaging_saw_is_told_where_nothing_explains_it() {
    let seen = json!("modality": "x_ray", "findings": [{"what": "pedicle screws", "levels": "L4, L5"}]);
    let alone = map(&json!("imaging": [seen]));
    let Some(Hint::MetalSeen { places, .. }) = alone.hints.into_iter().next() else {
        panic!("no hint")
    };
    assert_eq!(places.len(), 2);
    let held = map(&json!("surgeries": [fusion("2015", "L4-L5")], "imaging": [seen]));
    assert_eq!(held.hints, [], "a fusion may have left it");
    let elsewhere = map(&json!("surgeries": [fusion("2015", "C5-C6")], "imaging": [seen]));
    assert_eq!(elsewhere.hints.len(), 1);
}

#[test]
fn a_coded_finding_is_compared_as_it_is_stated() {
    let hints = |finding: serde_json::Value| {
        let imaging = json!("modality": "ct", "when": "2020", "findings": [finding]);
        map(&json!("surgeries": [fusion("2015", "L4-L5")], "imaging": [imaging])).hints
    };
    let stenosis = |stated: &str| json!("kind": "central_stenosis", "levels": "L3-L4", "stated": stated);
    assert_eq!(hints(stenosis("present")).len(), 1);
    assert_eq!(hints(stenosis("possible")).len(), 1);
    for silent in ["absent", "not_assessable"] {
        assert_eq!(hints(stenosis(silent)), [], "{silent}");
    }
    let loose = json!("kind": "hardware_loosening", "levels": "T8");
    assert!(matches!(hints(loose).as_slice(), [Hint::MetalSeen { .. }]));
}

#[test]
fn trap_15_a_transitional_vertebra_that_imaging_saw_ends_every_comparison_in_the_low_back() {
    let told = |stated: &str| {
        let imaging = json!("modality": "whole_spine", "when": "2020", "numbering": {"counted_from": {"value": "c2"}}, "findings": [
            {"kind": "transitional_vertebra", "stated": stated}, {"kind": "stenosis", "levels": "L3-L4"}]);
        let map = map(&json!("surgeries": [fusion("2015", "L4-L5")], "imaging": [imaging]));
        (map.transitional, map.hints.len())
    };
    assert_eq!(told("present"), (true, 0));
    assert_eq!(told("absent"), (false, 1));
}

#[test]
fn transitional_anatomy_ends_every_comparison_in_the_low_back_and_no_other() {
    let facts = json!(
        "surgeries": [fusion("2015", "L4-L5"), fusion("2016", "C5-C6"),
            json!("procedures": ["discectomy"], "levels": "S1-S2")],
        "treatments": [injection("2018", "L4-L5 facet"), injection("2018", "C5-C6 facet")]);
    let map = map(&facts);
    assert!(map.transitional && !map.sixth_lumbar);
    let beside: Vec<String> = map.beside.iter().map(ToString::to_string).collect();
    assert_eq!(beside, ["C4-C5", "C6-C7"]);
    assert_eq!(map.hints.len(), 1);
}

#[test]
fn two_fusions_do_not_lie_beside_each_other() {
    let map =
        map(&json!("surgeries": [fusion("2015", "L4-L5"), fusion("2018", "L3-L4"), fusion("2019", "L5-S1")]));
    let beside: Vec<String> = map.beside.iter().map(ToString::to_string).collect();
    assert_eq!(beside, ["L2-L3", "SI joint"]);
}
