//! Amounts in every order, and what is not an amount.

use super::*;
use crate::rule::gate::steroid::{
    names::{FILE, File, source},
    part::steroid_in,
};
use rstest::rstest;

fn one(name: &str, amount: Option<f64>) -> (String, Option<f64>) {
    (name.to_owned(), amount)
}

fn read(name: &str, dose: &str) -> Vec<(String, Option<f64>)> {
    let dose = (!dose.is_empty()).then_some(dose);
    match contents(name, dose, &[]) {
        Contents::Steroids(list) => list
            .into_iter()
            .map(|one| {
                let amount = one.amount.map(|amount| f64::from(amount.get()) / 10.0);
                (one.name.unwrap_or_default(), amount)
            })
            .collect(),
        _ => Vec::new(),
    }
}

#[test]
fn the_data_is_whole() {
    let file: File = toml::from_str(FILE).unwrap();
    assert!(file.steroid.len() >= 6 && !source().is_empty());
    for known in &file.steroid {
        for name in std::iter::once(&known.name).chain(&known.also) {
            assert_eq!(
                read(&format!("{name} 10 mg"), ""),
                [one(&known.name, Some(10.0))],
                "{name}"
            );
        }
    }
    for strength in &file.strength {
        assert!(steroid_in(&strength.name).is_some(), "{}", strength.name);
    }
}

#[rstest]
#[case("dexamethasone 10 mg", "dexamethasone", 10.0)]
#[case("8 mg dexamethasone", "dexamethasone", 8.0)]
#[case("8 mg of dexamethasone", "dexamethasone", 8.0)]
#[case("Kenalog 40 mg", "triamcinolone", 40.0)]
#[case("Kenalog-40, 1 mL", "triamcinolone", 40.0)]
#[case("1 ml Kenalog 40", "triamcinolone", 40.0)]
#[case("Depo-Medrol 40 mg/mL 2 mL", "methylprednisolone", 80.0)]
#[case("Depo-Medrol 40 mg/mL, 2 mL", "methylprednisolone", 80.0)]
#[case("2 mL Depo-Medrol 40mg/ml", "methylprednisolone", 80.0)]
#[case("Depomedrone 80mg", "methylprednisolone", 80.0)]
#[case("80mg methylprednisolone + bupivacaine", "methylprednisolone", 80.0)]
#[case("methylprednisolone acetate 80 mg/2 mL", "methylprednisolone", 80.0)]
#[case("methylprednisolone 80 mg (40 mg/mL, 2 mL)", "methylprednisolone", 80.0)]
#[case("triamcinolone (Kenalog) 40 mg with 2 mL lidocaine 1%", "triamcinolone", 40.0)]
#[case("bupivacaine 0.25% 3 mL, dexamethasone 7,5 mg", "dexamethasone", 7.5)]
#[case("dexamethasone 4 mg/mL 2.5 mL + saline 2 mL", "dexamethasone", 10.0)]
#[case("dexamethasone 8 mg + somethingcaine 2 mL", "dexamethasone", 8.0)]
#[case("Celestone Soluspan 2 mL", "betamethasone", 12.0)]
#[case("betamethasone 6000 mcg", "betamethasone", 6.0)]
#[case("0.01 g dexamethasone", "dexamethasone", 10.0)]
fn amounts_are_read_in_any_order(#[case] dose: &str, #[case] name: &str, #[case] amount: f64) {
    assert_eq!(
        read("epidural injection", dose),
        [one(name, Some(amount))],
        "{dose}"
    );
    assert_eq!(read(dose, ""), [one(name, Some(amount))], "in the name: {dose}");
}

#[rstest]
#[case("about 10 mg dexamethasone, I think")]
#[case("dexamethasone 10 mg twice")]
#[case("dexamethasone 10 mg each side")]
#[case("dexamethasone 2 x 4 mg")]
#[case("dexamethasone 8-10 mg")]
#[case("dexamethasone 8 or 10 mg")]
#[case("dexamethasone 10")]
#[case("dexamethasone 4 mg/mL")]
#[case("dexamethasone 4 mg/mL, lidocaine 1% 2 mL")]
#[case("dexamethasone 1,000 mg")]
#[case("dexamethasone 0 mg")]
#[case("dexamethasone 9 g")]
#[case("dexamethasone 10 mg (4 mg/mL, 2 mL)")]
#[case("dexamethasone")]
#[case("dexamethasone 10 mg ???")]
fn what_is_not_understood_as_a_whole_is_not_an_amount(#[case] dose: &str) {
    assert_eq!(
        read("epidural injection", dose),
        [one("dexamethasone", None)],
        "{dose}"
    );
}

#[test]
fn an_amount_alone_belongs_to_the_one_steroid_of_the_name() {
    assert_eq!(
        read("Depo-Medrol, caudal", "80mg"),
        [one("methylprednisolone", Some(80.0))]
    );
    assert_eq!(read("epidural steroid injection", "80mg"), [one("", None)]);
    assert_eq!(
        read("dexamethasone 10 mg injection", "8 mg"),
        [one("dexamethasone", None)],
        "the two disagree"
    );
    assert_eq!(
        read("dexamethasone injection", "triamcinolone 40 mg"),
        [one("triamcinolone", Some(40.0)), one("dexamethasone", None)]
    );
}

#[test]
fn several_steroids_are_several() {
    assert_eq!(
        read("injection", "dexamethasone 8 mg + triamcinolone 40 mg"),
        [one("dexamethasone", Some(8.0)), one("triamcinolone", Some(40.0))]
    );
    assert_eq!(
        read(
            "injection",
            "dexamethasone 8 mg + bupivacaine 2 mL + Unknownone 40 mg"
        ),
        [one("dexamethasone", Some(8.0)), one("", None)],
        "a name that is not known may be a steroid"
    );
    assert_eq!(
        read("injection", "dexamethasone 10 mg and again 8 mg"),
        [one("dexamethasone", Some(10.0)), one("", None)],
        "what is added and not understood is told as not counted"
    );
}

#[rstest]
#[case("facet injection", Some("lidocaine 20 mg"), Contents::NoSteroid)]
#[case("facet injection", Some("0.5 % bupivacaine 2 mL"), Contents::NoSteroid)]
#[case("epidural blood patch", None, Contents::NoSteroid)]
#[case("caudal epidural injection", None, Contents::NotTold)]
#[case("facet injection", Some("3 sessions"), Contents::NotTold)]
#[case("trigger point injection", Some("2 mL"), Contents::NotTold)]
#[case(
    "facet injection",
    Some("lidocaine 20 mg + Unknownone 40 mg"),
    Contents::NotTold
)]
fn what_else_was_given_is_no_steroid_and_silence_is_no_answer(
    #[case] name: &str,
    #[case] dose: Option<&str>,
    #[case] wanted: Contents,
) {
    assert_eq!(contents(name, dose, &[]), wanted);
}

#[test]
fn prose_is_never_an_amount_and_never_forgotten() {
    let told = contents(
        "epidural injection",
        None,
        &["with 40 mg triamcinolone, went well"],
    );
    let unread = GivenSteroid {
        name: Some("triamcinolone".to_owned()),
        amount: None,
    };
    assert_eq!(told, Contents::Steroids(vec![unread]));
}
