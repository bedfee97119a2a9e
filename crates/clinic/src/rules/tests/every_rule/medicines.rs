//! The rules for medicines: reading, standing, the load by each table with each factor and threshold, and the prompts.

use super::*;

pub(super) fn medicine(rest: &str) -> Heard {
    let oxycodone = || drug("oxycodone", "10 mg", "twice a day");
    match rest {
        "read" => {
            let told = |line: &str| match opioid_load(&[line], "uk") {
                Ok(load) => crate::words::opioid::as_taken(&load),
                Err(refused) => format!("{refused:?}"),
            };
            Heard {
                with: told("oxycodone 10 mg bd"),
                without: told("oxycodone 10 mg 5 mg bd"),
                words: "Total 30 mg oral morphine equivalent".to_owned(),
            }
        }
        "names" => Heard::of(
            "the name is not known to Lamina",
            treatments(&[oxycodone(), drug("exampline", "10 mg", "twice a day")]),
            treatments(&[oxycodone(), drug("ibuprofen", "400 mg", "twice a day")]),
        ),
        "load" => Heard::of(
            "Total at least 30 MME a day",
            treatments(&[oxycodone(), drug("exampline", "10 mg", "twice a day")]),
            treatments(&[oxycodone()]),
        ),
        "standing" => {
            let mut told = oxycodone();
            told.as_object_mut().unwrap().remove("status");
            Heard::of(
                "not known whether it is still taken",
                treatments(&[told]),
                treatments(&[oxycodone()]),
            )
        }
        "duplicate" => Heard::of(
            "oxycodone stands on it 2 times",
            treatments(&[oxycodone(), oxycodone()]),
            treatments(&[oxycodone()]),
        ),
        "sedative" => Heard::of(
            "a benzodiazepine",
            treatments(&[oxycodone(), drug("diazepam", "5 mg", "once a day")]),
            treatments(&[
                drug("ibuprofen", "400 mg", "once a day"),
                drug("diazepam", "5 mg", "once a day"),
            ]),
        ),
        "class" => Heard::of(
            "ibuprofen (anti-inflammatory)",
            treatments(&[drug("ibuprofen", "400 mg", "twice a day")]),
            treatments(&[drug("paracetamol", "500 mg", "twice a day")]),
        ),
        "nsaid" => {
            let with = |conditions: &str| {
                let mut lists = treatments(&[drug("ibuprofen", "400 mg", "twice a day")]);
                lists["background"] = json!({"conditions": {"value": [conditions]}});
                lists
            };
            Heard::of("kidney disease: CKD stage 3", with("CKD stage 3"), with("asthma"))
        }
        "antagonist" => Heard::of(
            "blocks opioids",
            treatments(&[oxycodone(), drug("naltrexone", "50 mg", "once a day")]),
            treatments(&[drug("naltrexone", "50 mg", "once a day")]),
        ),
        "naloxone.cdc-2022" => {
            let mut old = treatments(&[oxycodone()]);
            old["patient"] = json!({"family": "Sample", "born": "1950"});
            Heard::of("naloxone", old, treatments(&[oxycodone()]))
        }
        "review.cdc-2022" => {
            let mut long = oxycodone();
            long["started"] = json!("2 Feb 2026");
            Heard::of(
                "no review of the opioid is recorded",
                treatments(&[long]),
                treatments(&[oxycodone()]),
            )
        }
        other => panic!("medicine.{other} has no two records"),
    }
}

/// The table is named, each factor is in the arithmetic, and each threshold begins where it says.
pub(super) fn of_a_table(id: &str) {
    let table = tables()
        .iter()
        .find(|table| id.contains(&format!(".{}", table.id)))
        .unwrap();
    let choice = OpioidTable::ALL
        .into_iter()
        .find(|choice| factors(choice.name()).unwrap().id == table.id)
        .unwrap();
    let told = |drug: Value| said(&record(&treatments(&[drug])), &OwnRules::default(), choice);
    let rest = id
        .split(&format!(".{}", table.id))
        .nth(1)
        .unwrap()
        .trim_start_matches('.');
    if id.starts_with("medicine.table") {
        assert!(
            told(drug("oxycodone", "10 mg", "twice a day")).contains(&table.name),
            "{id}"
        );
    } else if id.starts_with("medicine.threshold") {
        let at = |milligrams: u32| told(drug("morphine", &format!("{milligrams} mg"), "once a day"));
        let threshold = table
            .threshold
            .iter()
            .find(|one| one.from.or(one.above).unwrap().to_string() == rest)
            .unwrap();
        let from: u32 = rest.parse().unwrap();
        let first = if threshold.from.is_some() { from } else { from + 1 };
        assert!(at(first).contains(&threshold.text), "{id}");
        assert!(!at(first - 1).contains(&threshold.text), "{id}");
    } else {
        let factor = table
            .factor
            .iter()
            .find(|one| rest == format!("{}.{}", one.substance, one.route.words().replace(' ', "_")))
            .unwrap();
        let mut given = drug(&factor.substance, "20 mg", "once a day");
        if rest.ends_with("transdermal") {
            given["medicine"]["form"] = json!("patch");
            given["medicine"]["route"] = json!("transdermal");
            given["medicine"]["dose"] = json!("1 patch");
            given["medicine"]["ingredients"][0]["strength"] = json!("20 micrograms/h");
            given["medicine"]["changed"] = json!("once a week");
            given["medicine"].as_object_mut().unwrap().remove("frequency");
        }
        let mut elsewhere = given.clone();
        elsewhere["medicine"]["route"] = json!("rectal");
        elsewhere["medicine"]["form"] = json!("suppository");
        let counted = |lists: Value| crate::medicines::medicines(&record(&lists), today(), table).load;
        let load = counted(treatments(&[given.clone()]));
        let total = load
            .as_taken
            .value
            .unwrap_or_else(|| panic!("{id} counts nothing: {:?}", load.left_out));
        let label = factor
            .label
            .iter()
            .find(|label| label.strength.to_string() == "20");
        let twenty = amount(label.map_or(factor.factor.to_string(), |label| label.result.to_string()));
        let times = if label.is_some() { 1.0 } else { 20.0 };
        assert!(
            (amount(total.to_string()) - twenty * times).abs() < 1e-9,
            "{id}: {total}"
        );
        assert!(
            told(given).contains(&format!("Total {}", number(twenty * times))),
            "{id}"
        );
        let load = counted(treatments(&[elsewhere]));
        assert!(
            matches!(
                load.left_out.first().map(|one| &one.reason),
                Some(Reason::Route { .. })
            ),
            "{id}: {:?}",
            load.left_out
        );
    }
}

fn amount(text: String) -> f64 {
    text.parse().unwrap()
}
