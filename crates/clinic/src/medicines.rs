//! The medicines of a record as a list with its opioid load: those taken on a day, those of which that is not known, and the
//! opioids that were stopped.
//!
//! What must hold: only what is told to run is in a sum; a medicine that was recorded in words alone is never read for a dose;
//! and where something that may be an opioid is not in the sum, or may still be taken, the total says so.

use crate::{
    conditions, gates,
    record::Record,
    treatments::medicine::class_beside,
    words::{joined, opioid as words, say, say_with},
};
use chrono::NaiveDate;
use lamina_domain::{
    Answer, Missing, PartialDate, Standing, Treatment, When,
    medicine::{Medicine, in_words},
    opioid::{LastReview, ListedMedicine, Load, Person, Table, load::Reason, load_for},
    treatment::Kind,
    when::Point,
};

/// One medicine of the list.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct MedicineEntry {
    /// Its place among the record's treatments, from 0.
    pub(crate) place: usize,
    /// The medicine; of one in words alone only what it is.
    pub(crate) medicine: Medicine,
    /// Whether it is taken on that day.
    pub(crate) standing: Standing,
    /// It was recorded as a medicine, not in words alone.
    pub(crate) structured: bool,
    /// As it is read: the normal form, or the words.
    pub(crate) text: String,
}

/// The list and its load.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Medicines {
    /// In the order of the record.
    pub(crate) list: Vec<MedicineEntry>,
    /// The load by the clinic's table.
    pub(crate) load: Load,
    /// It was asked, and no medicine is taken.
    pub(crate) none_taken: bool,
    /// Pregnancy or breastfeeding, where either is on record.
    expecting: Option<String>,
}

/// What a reader is told of a load.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct LoadWords {
    /// Places in the list and arithmetic.
    pub(crate) counted: Vec<(usize, String)>,
    /// Places in the list and why they were not counted.
    pub(crate) left_out: Vec<(usize, String)>,
    /// Of these, what may be an opioid that is taken.
    pub(crate) may_add: Vec<String>,
    /// Pumps that were not counted, and why.
    pub(crate) pumps: Vec<String>,
    pub(crate) reached: Vec<String>,
    pub(crate) prompts: Vec<String>,
    pub(crate) table: String,
}

/// The medicines of `record` on `today`, and their load by `table`.
pub(crate) fn medicines(record: &Record, today: NaiveDate, table: &Table) -> Medicines {
    let list: Vec<MedicineEntry> = record
        .treatments
        .iter()
        .enumerate()
        .filter_map(|(place, treatment)| given(place, treatment, today))
        .filter(|given| given.standing.may_run() || given.structured && given.medicine.has_opioid())
        .collect();
    let listed: Vec<ListedMedicine<'_>> = list
        .iter()
        .map(|given| ListedMedicine {
            medicine: &given.medicine,
            standing: given.standing,
        })
        .collect();
    let load = load_for(&listed, table, &person(record, today));
    let load = load.with_review(table, &reviewed(record, &list, today), today);
    Medicines {
        list,
        load,
        none_taken: record.background.medicines == Answer::Missing(Missing::Absent),
        expecting: conditions::expecting(&record.background),
    }
}

/// What of the record may add to what the list should be looked at for.
fn person(record: &Record, today: NaiveDate) -> Person {
    let noted = record.background.conditions.value().into_iter().flatten();
    let noted = noted.map(ToString::to_string);
    Person {
        least_age: record.patient.born.age_on(today).map(|(least, _)| least),
        conditions: conditions::present(&record.background).chain(noted).collect(),
        pumps: gates::pumps(record, today),
    }
}

/// When each opioid that is or may be taken was last looked at: on a day on which a score was taken, red flags were asked or the
/// patient came to a visit, as the schedule of follow-up has it.
fn reviewed(record: &Record, list: &[MedicineEntry], today: NaiveDate) -> Vec<LastReview> {
    let scores = record.scores.iter().filter_map(|score| date(&score.when));
    let held = record.visits.iter().filter(|visit| visit.was_held());
    let visits: Vec<PartialDate> = scores
        .chain(record.flags.iter().map(|flag| flag.asked_on))
        .chain(held.filter_map(|visit| date(&visit.when)))
        .collect();
    let opioids = list
        .iter()
        .filter(|given| given.standing.may_run() && given.medicine.has_opioid());
    let started = |given: &MedicineEntry| date(&record.treatments.get(given.place)?.started);
    opioids
        .map(|given| LastReview::of(started(given), &visits, today))
        .collect()
}

fn date(when: &When) -> Option<PartialDate> {
    match when.point {
        Point::Date(date) => Some(date),
        _ => None,
    }
}

impl Medicines {
    /// An opioid, or a name that resembles one, is or may be taken, or a pump may give one.
    pub(crate) fn present(&self) -> bool {
        let suspect = |reason: &Reason| matches!(reason, Reason::NotKnown { resembles, hourly } if *hourly || !resembles.is_empty());
        self.load.opioids > 0
            || !self.load.pumps.is_empty()
            || self.load.left_out.iter().any(|one| suspect(&one.reason))
    }

    /// What is told to be taken.
    pub(crate) fn running(&self) -> Vec<String> {
        self.of(Standing::Running)
    }

    /// What stands so, as it is read.
    pub(crate) fn of(&self, standing: Standing) -> Vec<String> {
        let found = self.list.iter().filter(|given| given.standing == standing);
        found.map(|given| given.text.clone()).collect()
    }

    /// The same as a letter tells it, with the class of each that has one.
    pub(crate) fn with_class(&self, standing: Standing) -> Vec<String> {
        let found = self.list.iter().filter(|given| given.standing == standing);
        found
            .map(|given| match class_beside(&given.medicine, &given.text) {
                Some(class) => say_with!(
                    "letter-medicine-class",
                    [("medicine", given.text.clone().into()), ("class", class.into())]
                ),
                None => given.text.clone(),
            })
            .collect()
    }

    /// It was said that nothing is taken, and a medicine is recorded as taken.
    pub(crate) fn contradict(&self) -> bool {
        self.none_taken && !self.running().is_empty()
    }

    /// Both totals in one sentence with table and what is missing.
    pub(crate) fn summary(&self) -> String {
        words::summary(&self.load)
    }

    /// That a pregnancy or breastfeeding is on record beside what is or may be taken; nothing where either is missing. It says of no
    /// medicine what it does.
    pub(crate) fn with_pregnancy(&self) -> Option<String> {
        let conditions = self.expecting.clone()?;
        let taken = self.list.iter().filter(|given| given.standing.may_run());
        let medicines = joined(taken.map(|given| Some(given.medicine.name())), "; ")?;
        Some(say_with!(
            "medicines-with-pregnancy",
            [("conditions", conditions.into()), ("medicines", medicines.into())],
        ))
    }

    /// What a letter says beside the load, with the medicines by their names.
    pub(crate) fn information(&self) -> Vec<String> {
        let names: Vec<String> = self.list.iter().map(|given| given.medicine.name()).collect();
        words::information(&self.load, &names)
    }

    /// The load in words.
    pub(crate) fn told(&self) -> LoadWords {
        let mut said = words::said(&self.load);
        let mut may_add = Vec::new();
        for (one, (_, text)) in self.load.left_out.iter().zip(&mut said.left_out) {
            let in_words = self.list.get(one.medicine).is_some_and(|given| !given.structured);
            if in_words && matches!(one.reason, Reason::Missing { .. }) {
                *text = say_with!(
                    "opioid-left-out-in-words",
                    [("ingredient", one.ingredient.as_str().into())],
                );
            }
            if one.reason.may_add() {
                may_add.push(text.clone());
            }
        }
        said.prompts.extend(self.with_pregnancy());
        if self.contradict() {
            said.prompts.insert(0, say!("letter-medicines-contradict"));
        }
        LoadWords {
            counted: said.lines,
            left_out: said.left_out,
            may_add,
            pumps: said.pumps,
            reached: said.reached,
            prompts: said.prompts,
            table: said.table,
        }
    }
}

fn given(place: usize, treatment: &Treatment, today: NaiveDate) -> Option<MedicineEntry> {
    if treatment.kind != Kind::Drug {
        return None;
    }
    let (medicine, text) = match treatment.medicine_on(today) {
        Some(medicine) => (medicine.clone(), medicine.to_string()),
        None => {
            let dose = treatment.dose.as_ref().map(ToString::to_string);
            let text = joined([Some(treatment.name.to_string()), dose], ", ");
            (in_words(treatment.name.as_str())?, text.unwrap_or_default())
        }
    };
    Some(MedicineEntry {
        place,
        medicine,
        standing: treatment.standing(today),
        structured: treatment.medicine.is_some(),
        text,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{record::Document, rules::factors};
    use lamina_domain::medicine::read_line;

    fn day() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 25).unwrap()
    }

    /// A drug for each line; `more` ends it or tells when it began. Where it tells nothing of that, it goes on.
    fn record(drugs: &[(&str, &str)]) -> Record {
        let treatments: Vec<serde_json::Value> = drugs
            .iter()
            .map(|(line, more)| {
                let medicine = read_line(line).unwrap();
                let mut one: serde_json::Value = serde_json::from_str(&format!("{{{more}}}")).unwrap();
                if one.get("ended").is_none() && one.get("stopped").is_none() && one.get("status").is_none() {
                    one["status"] = "running".into();
                }
                one["kind"] = "drug".into();
                one["name"] = medicine.name().into();
                one["medicine"] = serde_json::to_value(&medicine).unwrap();
                one
            })
            .collect();
        of(serde_json::Value::Array(treatments))
    }

    fn of(treatments: serde_json::Value) -> Record {
        with(treatments, serde_json::json!({}))
    }

    fn with(treatments: serde_json::Value, more: serde_json::Value) -> Record {
        let mut patient = serde_json::json!({ "patient": { "family": "Sample", "born": "1970" }, "treatments": treatments });
        for (field, value) in more.as_object().unwrap() {
            patient[field] = value.clone();
        }
        let json = serde_json::json!({ "format": "lamina-record", "version": 1, "patients": [patient] });
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
            "Total at least 60 MME a day as taken; at least 110 at most (CDC 2022 table; 1 medicine not convertible)"
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
        assert!(us.told().table.contains("version 2"), "{}", us.told().table);
        assert!(
            uk.told()
                .table
                .starts_with("UK 2025 table (UK), version 2. Source: ")
        );
    }

    #[test]
    fn what_was_recorded_in_words_alone_is_missed_not_guessed() {
        let treatments = serde_json::json!([
            { "kind": "drug", "name": "Tramadol", "dose": "50 mg four times a day", "status": "running" },
            { "kind": "drug", "name": "OxyContin 10 mg bd" },
            { "kind": "drug", "name": "oxy", "ended": "2020" },
            { "kind": "drug", "name": "paracetamol", "status": "running" },
            { "kind": "drug", "name": "propofol" },
            { "kind": "physiotherapy", "name": "morphine exercises" }
        ]);
        let medicines = by(&of(treatments), "us-cdc-2022");
        assert!(medicines.present());
        assert_eq!(
            medicines.summary(),
            "No total in MME a day: nothing could be counted (CDC 2022 table; 1 medicine not countable as recorded; 1 medicine not known to be still taken)"
        );
        let told = medicines.told();
        assert_eq!(told.counted, []);
        assert!(
            told.left_out[0].1.contains("in words only"),
            "{:?}",
            told.left_out
        );
        assert!(
            told.left_out[1].1.contains("not known whether it is still taken"),
            "{:?}",
            told.left_out
        );
        assert_eq!(told.may_add.len(), 2, "{:?}", told.may_add);
        assert_eq!(
            medicines.running(),
            ["Tramadol, 50 mg four times a day", "paracetamol"]
        );
        assert_eq!(medicines.of(Standing::Unknown), ["OxyContin 10 mg bd"]);
    }

    #[test]
    fn a_name_that_is_refused_or_resembles_an_opioid_is_shown() {
        let one = |name: &str| by(&of(serde_json::json!([{ "kind": "drug", "name": name }])), "uk");
        assert!(one("oxycodne").present());
        assert!(one("opioid").present());
        assert!(one("MS").told().left_out[0].1.contains("not known"));
        assert!(!one("sertraline").present());
        assert!(!by(&of(serde_json::json!([])), "uk").present());
    }

    #[test]
    fn what_is_not_told_to_go_on_is_not_counted_and_makes_the_total_at_least() {
        let one = |more: &str| {
            let record = record(&[("morphine 15 mg bd", ""), ("oxycodone 10 mg q12h", more)]);
            by(&record, "us-cdc-2022").summary()
        };
        let least = "Total at least 30 MME a day as taken and at most (CDC 2022 table; 1 medicine not known to be still taken)";
        assert_eq!(one(r#""status":"unknown""#), least);
        assert_eq!(one(r#""ended":"2026""#), least);
        let sure = "Total 30 MME a day as taken and at most (CDC 2022 table)";
        for more in [
            r#""ended":"2025""#,
            r#""status":"one_off""#,
            r#""status":"ended""#,
        ] {
            assert_eq!(one(more), sure, "{more}");
        }
    }

    #[test]
    fn that_nothing_is_taken_can_be_said_and_is_checked_against_the_list() {
        let none = serde_json::json!({ "background": { "medicines": { "missing": "absent" } } });
        let empty = by(&with(serde_json::json!([]), none.clone()), "uk");
        assert!(empty.none_taken && !empty.contradict());
        let taken = serde_json::json!([{ "kind": "drug", "name": "codeine", "status": "running" }]);
        let both = by(&with(taken, none), "uk");
        assert!(both.contradict());
        assert!(
            both.told().prompts[0].starts_with("Please check: "),
            "{:?}",
            both.told().prompts
        );
        assert!(!by(&of(serde_json::json!([])), "uk").none_taken);
    }

    #[test]
    fn the_review_in_ninety_days_falls_due_without_a_visit() {
        let score = |when: &str| serde_json::json!([{ "measure": "odi", "value": 40, "when": when }]);
        let none = serde_json::json!([]);
        for (started, scores, said) in [
            (
                "14 Jun 2026",
                none.clone(),
                "no review of the opioid is recorded since its start (14 Jun 2026)",
            ),
            (
                "14 Jun 2026",
                score("1 Jul 2026"),
                "the last review recorded is of 1 Jul 2026",
            ),
            (
                "14 Jun 2026",
                score("1 May 2026"),
                "since its start (14 Jun 2026)",
            ),
            ("unknown", none.clone(), "since when it is taken is not known"),
            ("14 Jun 2026", score("20 Nov 2026"), ""),
            ("1 Nov 2026", none, ""),
        ] {
            let treatments = serde_json::json!([{
                "kind": "drug", "name": "tramadol", "status": "running", "started": started,
                "medicine": serde_json::to_value(read_line("tramadol 50 mg qid").unwrap()).unwrap()
            }]);
            let told = by(
                &with(treatments, serde_json::json!({ "scores": scores })),
                "us-cdc-2022",
            )
            .told();
            let line = told.prompts.iter().find(|line| line.contains("review"));
            assert_eq!(line.is_some(), !said.is_empty(), "{started}: {:?}", told.prompts);
            assert!(line.is_none_or(|line| line.contains(said)), "{started}: {line:?}");
        }
    }

    #[test]
    fn conditions_and_age_of_the_record_add_the_line_on_naloxone() {
        let drug = serde_json::json!([{ "kind": "drug", "name": "codeine", "status": "running" }]);
        let line = |born: &str, conditions: &[&str]| {
            let more = serde_json::json!({
                "patient": { "family": "Sample", "born": born },
                "background": { "conditions": { "value": conditions } }
            });
            let told = by(&with(drug.clone(), more), "us-cdc-2022").told();
            told.prompts.into_iter().find(|line| line.contains("naloxone"))
        };
        assert_eq!(line("1970", &["asthma"]), None);
        assert!(
            line("1970", &["sleep apnoea on CPAP"])
                .unwrap()
                .contains("sleep-disordered breathing")
        );
        assert!(
            line("1950", &["asthma"])
                .unwrap()
                .contains("an age of 65 or more")
        );
    }

    #[test]
    fn trap_51_a_pregnancy_on_record_stands_beside_what_is_taken_and_an_unknown_one_says_nothing() {
        let drugs = |background: serde_json::Value| {
            with(
                serde_json::json!([{"kind": "drug", "name": "pregabalin", "status": "running",
                    "medicine": read_line("pregabalin 75 mg bd").unwrap()}]),
                serde_json::json!({ "background": background }),
            )
        };
        let said = |background| by(&drugs(background), "us-cdc-2022").with_pregnancy();
        let pregnant =
            serde_json::json!({"comorbidities": {"pregnancy": {"is": "yes", "since": "Sep 2026"}}});
        assert_eq!(
            said(pregnant).unwrap(),
            "On record: pregnancy (since Sep 2026). Also taken or perhaps taken: pregabalin."
        );
        let unknown = serde_json::json!({"comorbidities": {"pregnancy": {"is": "unknown"}}});
        assert_eq!(said(unknown), None);
        assert_eq!(said(serde_json::json!({})), None);
    }

    #[test]
    fn what_the_register_of_conditions_says_adds_the_line_on_naloxone() {
        let drugs = serde_json::json!([{"kind": "drug", "name": "morphine", "status": "running",
            "medicine": read_line("morphine 5 mg bd").unwrap()}]);
        let line = |comorbidities: serde_json::Value| {
            let more = serde_json::json!({ "background": { "comorbidities": comorbidities } });
            let record = with(drugs.clone(), more);
            let told = by(&record, "us-cdc-2022").told();
            told.prompts.into_iter().any(|one| one.contains("naloxone"))
        };
        for condition in ["sleep_apnoea", "substance_use", "kidney_disease"] {
            assert!(line(serde_json::json!({condition: {"is": "yes"}})), "{condition}");
            assert!(!line(serde_json::json!({condition: {"is": "no"}})), "{condition}");
            assert!(
                !line(serde_json::json!({condition: {"is": "unknown"}})),
                "{condition}"
            );
        }
    }
}
