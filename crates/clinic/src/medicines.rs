//! The medicines of a record as a list with its opioid load: those taken on a day, and the opioids that were stopped.
//!
//! What must hold: a medicine that ended is never in a sum; one that was recorded in words alone is never read for a dose,
//! and where it may be an opioid the total says that it is missing.

use crate::{record::Record, words::joined};
use chrono::NaiveDate;
use lamina_domain::{
    Text, Treatment,
    medicine::{
        Ingredient, Listed, Load, Medicine, Parts, Table, load,
        load::{Reason, said, summary},
        read_line,
    },
    treatment::Kind,
};

/// One medicine of the list.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Given {
    /// Its place among the record's treatments, from 0.
    pub(crate) place: usize,
    /// The medicine; of one in words alone only what it is.
    pub(crate) medicine: Medicine,
    /// Taken on that day.
    pub(crate) current: bool,
    /// It was recorded as a medicine, not in words alone.
    pub(crate) structured: bool,
    /// As it is read: the normal form, or the words.
    pub(crate) text: String,
}

/// The list and its load.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Medicines {
    /// In the order of the record.
    pub(crate) list: Vec<Given>,
    /// The load by the clinic's table.
    pub(crate) load: Load,
}

/// What a reader is told of a load.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Told {
    /// Places in the list and arithmetic.
    pub(crate) counted: Vec<(usize, String)>,
    /// Places in the list and why they were not counted.
    pub(crate) left_out: Vec<(usize, String)>,
    pub(crate) reached: Vec<String>,
    pub(crate) prompts: Vec<String>,
    pub(crate) table: String,
}

/// The medicines of `record` on `today`, and their load by `table`.
pub(crate) fn medicines(record: &Record, today: NaiveDate, table: &Table) -> Medicines {
    let list: Vec<Given> = record
        .treatments
        .iter()
        .enumerate()
        .filter_map(|(place, treatment)| given(place, treatment, today))
        .filter(|given| given.current || given.structured && given.medicine.has_opioid())
        .collect();
    let listed: Vec<Listed<'_>> = list
        .iter()
        .map(|given| Listed {
            medicine: &given.medicine,
            current: given.current,
        })
        .collect();
    let load = load(&listed, table);
    Medicines { list, load }
}

impl Medicines {
    /// An opioid, or a name that resembles one, is taken.
    pub(crate) fn present(&self) -> bool {
        let resembles =
            |reason: &Reason| matches!(reason, Reason::NotKnown { resembles } if !resembles.is_empty());
        self.load.opioids > 0 || self.load.left_out.iter().any(|one| resembles(&one.reason))
    }

    /// An opioid that was recorded as a medicine is taken.
    pub(crate) fn has_opioid(&self) -> bool {
        self.list
            .iter()
            .any(|given| given.current && given.structured && given.medicine.has_opioid())
    }

    /// Both totals in one sentence with table and what is missing.
    pub(crate) fn summary(&self) -> String {
        summary(&self.load)
    }

    /// The load in words.
    pub(crate) fn told(&self) -> Told {
        let mut said = said(&self.load);
        for (one, (_, text)) in self.load.left_out.iter().zip(&mut said.left_out) {
            let in_words = self.list.get(one.medicine).is_some_and(|given| !given.structured);
            if in_words && matches!(one.reason, Reason::Missing { .. }) {
                *text = format!(
                    "{}: recorded in words only, which are not read for a dose",
                    one.ingredient
                );
            }
        }
        Told {
            counted: said.lines,
            left_out: said.left_out,
            reached: said.reached,
            prompts: said.prompts,
            table: said.table,
        }
    }
}

fn given(place: usize, treatment: &Treatment, today: NaiveDate) -> Option<Given> {
    if treatment.kind != Kind::Drug {
        return None;
    }
    let (medicine, text) = match &treatment.medicine {
        Some(medicine) => (medicine.clone(), medicine.to_string()),
        None => {
            let dose = treatment.dose.as_ref().map(ToString::to_string);
            let text = joined([Some(treatment.name.to_string()), dose], ", ");
            (named(&treatment.name)?, text.unwrap_or_default())
        }
    };
    Some(Given {
        place,
        medicine,
        current: treatment.is_current(today),
        structured: treatment.medicine.is_some(),
        text,
    })
}

/// What a name stands for, without any dose that may stand beside it. A name that is refused or not understood is kept as a
/// name that is not known.
fn named(name: &Text) -> Option<Medicine> {
    let bare = |ingredients: Vec<Ingredient>, brand: Option<Text>| {
        Medicine::new(Parts {
            ingredients,
            brand,
            ..Parts::default()
        })
    };
    let unknown = |name: String| {
        let ingredient = Ingredient {
            name: Text::new(&name).ok()?,
            strength: None,
        };
        bare(vec![ingredient], None).ok()
    };
    let read = read_line(name.as_str())
        .ok()
        .map(Medicine::into_parts)
        .and_then(|parts| {
            let ingredients = parts.ingredients.into_iter().map(|one| Ingredient {
                name: one.name,
                strength: None,
            });
            bare(ingredients.collect(), parts.brand).ok()
        });
    read.or_else(|| unknown(name.to_string()))
        .or_else(|| unknown(format!("recorded as {name}")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{record::Document, rules::factors};

    fn day() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 25).unwrap()
    }

    /// A drug for each line; `more` ends it or tells when it began.
    fn record(drugs: &[(&str, &str)]) -> Record {
        let treatments: Vec<serde_json::Value> = drugs
            .iter()
            .map(|(line, more)| {
                let medicine = read_line(line).unwrap();
                let mut one: serde_json::Value = serde_json::from_str(&format!("{{{more}}}")).unwrap();
                one["kind"] = "drug".into();
                one["name"] = medicine.name().into();
                one["medicine"] = serde_json::to_value(&medicine).unwrap();
                one
            })
            .collect();
        of(serde_json::Value::Array(treatments))
    }

    fn of(treatments: serde_json::Value) -> Record {
        let json = serde_json::json!({
            "format": "lamina-record", "version": 1,
            "patients": [{ "patient": { "family": "Sample", "born": "1970" }, "treatments": treatments }]
        });
        Document::read(json.to_string().as_bytes(), day())
            .unwrap()
            .patients
            .remove(0)
    }

    fn by(record: &Record, table: &str) -> Medicines {
        medicines(record, day(), factors(table).unwrap())
    }

    #[test]
    fn trap_21_stopped_drugs_are_told_and_never_summed() {
        let record = record(&[
            ("oxycodone 10 mg q12h", r#""started":"2025""#),
            ("morphine 30 mg bd", r#""started":"2020","ended":"2021""#),
            ("tramadol 50 mg qid", r#""stopped":{"value":"adverse_effect"}"#),
            ("ibuprofen 400 mg tds", r#""ended":"2019""#),
        ]);
        let medicines = by(&record, "us-cdc-2022");
        assert_eq!(
            medicines.summary(),
            "Total 30 MME a day as taken and at most (CDC 2022 table)"
        );
        let told = medicines.told();
        assert_eq!(told.counted, [(0, told.counted[0].1.clone())]);
        assert!(
            told.counted[0]
                .1
                .starts_with("oxycodone 10 mg × 2 a day × 1.5 = 30")
        );
        assert_eq!(
            told.left_out,
            [
                (1, "morphine: stopped".to_owned()),
                (2, "tramadol: stopped".to_owned())
            ]
        );
    }

    #[test]
    fn trap_21_as_needed_gives_both_ends() {
        let record = record(&[
            ("oxycodone 10 mg q12h", ""),
            (
                "tramadol 50 mg 1-2 tabs q4-6h PRN max 8/day taking 3 tabs a day",
                "",
            ),
            ("buprenorphine patch 10 mcg/h weekly", ""),
        ]);
        let medicines = by(&record, "us-cdc-2022");
        assert_eq!(
            medicines.summary(),
            "Total 60 MME a day as taken; 110 at most (CDC 2022 table; 1 medicine not convertible)"
        );
    }

    #[test]
    fn trap_22_thresholds_and_prompts_inform_and_never_advise() {
        let record = record(&[
            ("morphine 60 mg bd", ""),
            ("morphine 10 mg q4h prn", ""),
            ("diazepam 5 mg nocte", ""),
        ]);
        let told = by(&record, "us-cdc-2022").told();
        assert!(!told.reached.is_empty());
        let duplicate = told
            .prompts
            .iter()
            .find(|one| one.contains("morphine stands on it 2 times"));
        assert!(duplicate.is_some(), "{:?}", told.prompts);
        assert!(told.prompts.iter().any(|one| one.contains("a benzodiazepine")));
        assert!(
            told.prompts
                .iter()
                .any(|one| one.contains("naloxone is not on the list"))
        );
        let all = [told.reached, told.prompts].concat().join(" ");
        for advice in ["reduce", "taper", "unsafe", "exceed", "switch", "stop the"] {
            assert!(!all.to_lowercase().contains(advice), "{advice}: {all}");
        }
    }

    #[test]
    fn trap_23_the_clinics_table_decides_and_is_told_with_its_version() {
        let record = record(&[("tramadol 50 mg qid", "")]);
        let (us, uk) = (by(&record, "us-cdc-2022"), by(&record, "uk"));
        assert!(us.summary().starts_with("Total 40 MME"), "{}", us.summary());
        assert!(
            uk.summary().starts_with("Total 20 mg oral morphine equivalent"),
            "{}",
            uk.summary()
        );
        assert!(us.told().table.contains("version 1"), "{}", us.told().table);
        assert!(
            uk.told()
                .table
                .starts_with("UK 2025 table (UK), version 1. Source: ")
        );
    }

    #[test]
    fn what_was_recorded_in_words_alone_is_missed_not_guessed() {
        let treatments = serde_json::json!([
            { "kind": "drug", "name": "Tramadol", "dose": "50 mg four times a day" },
            { "kind": "drug", "name": "OxyContin 10 mg bd" },
            { "kind": "drug", "name": "oxy", "ended": "2020" },
            { "kind": "drug", "name": "paracetamol" },
            { "kind": "physiotherapy", "name": "morphine exercises" }
        ]);
        let medicines = by(&of(treatments), "us-cdc-2022");
        assert!(medicines.present() && !medicines.has_opioid());
        assert_eq!(
            medicines.summary(),
            "No total in MME a day: nothing could be counted (CDC 2022 table; 2 medicines not countable as recorded)"
        );
        let told = medicines.told();
        assert_eq!(told.counted, []);
        assert!(
            told.left_out[0].1.contains("in words only"),
            "{:?}",
            told.left_out
        );
        let texts: Vec<&str> = medicines.list.iter().map(|given| given.text.as_str()).collect();
        assert_eq!(
            texts,
            [
                "Tramadol, 50 mg four times a day",
                "OxyContin 10 mg bd",
                "paracetamol"
            ]
        );
    }

    #[test]
    fn a_name_that_is_refused_or_resembles_an_opioid_is_shown() {
        let one = |name: &str| by(&of(serde_json::json!([{ "kind": "drug", "name": name }])), "uk");
        assert!(one("oxycodne").present());
        assert!(one("MS").told().left_out[0].1.contains("not known"));
        assert!(!one("sertraline").present());
        assert!(!by(&of(serde_json::json!([])), "uk").present());
    }
}
