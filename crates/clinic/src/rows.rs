//! Facts as rows of the store: the whole fact, the columns that an analyst reads, and the words by which the patient
//! is found.
//!
//! A column of the same name as a field takes the field's value as it is coded in the record format; an answer that is
//! missing leaves it null, and the whole fact says which kind of missing it is. The other columns are the noun's own.

use crate::{cells::plain, noun::Written};
use lamina_domain::{Fact, of_fact};
use lamina_store::{Row, columns};

/// The row of a fact.
pub(crate) fn row(fact: &Fact) -> serde_json::Result<Row> {
    let content = serde_json::to_value(fact)?;
    let noun = fact.noun();
    let mut cells = of_fact!(fact, one => one.columns());
    for column in columns(noun) {
        let is_special = cells.iter().any(|(name, _)| name == column);
        if let Some(value) = content.get(column).filter(|_| !is_special) {
            cells.push((column, plain(value)));
        }
    }
    Ok(Row {
        noun,
        cells,
        words: fact.words(),
        content,
    })
}

/// The row of a fact from its text in the vault; `None` where that is none of this program's.
pub(crate) fn derive(content: &str) -> Option<Row> {
    let fact: Fact = serde_json::from_str(content).ok()?;
    row(&fact).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use lamina_store::Cell;
    use serde_json::{Value, json};

    fn read(json: &str) -> Row {
        row(&serde_json::from_str(json).unwrap()).unwrap()
    }

    #[test]
    fn an_analyst_reads_codes_and_numbers_and_missing_is_null() {
        let row = read(
            r#"{"noun":"surgery","procedures":["fusion"],"levels":"L4-S1","when":"May 2019","side":{"value":"left"},
                "result_back":{"judged":{"value":"better"}},"result_limb":{"judged":{"missing":"unknown"}}}"#,
        );
        assert_eq!(row.cell("side"), &Cell::Text("left".into()));
        assert_eq!(row.cell("result_back"), &Cell::Text("better".into()));
        assert_eq!(row.cell("result_limb"), &Cell::Null);
        assert_eq!(row.cell("levels"), &Cell::Json(json!(["L4-L5", "L5-S1"])));
        assert_eq!(row.cell("when_to"), &Cell::Text("2019-05-31".into()));
        let row = read(
            r#"{"noun":"treatment","kind":"drug","name":"pregabalin","responses":[
                {"when":"3 May 2026","relief":{"value":30},"words":"somewhat better"},
                {"when":"1 Mar 2026","worsened":true}]}"#,
        );
        assert_eq!(row.cell("relief"), &Cell::Int(30), "of the last by date");
        assert_eq!(row.cell("worsened"), &Cell::Bool(false));
        assert_eq!(row.cell("response"), &Cell::Text("somewhat better".into()));
        assert_eq!(row.cell("responded_text"), &Cell::Text("3 May 2026".into()));
        let Cell::Json(Value::Array(all)) = row.cell("responses") else {
            panic!("{:?}", row.cell("responses"));
        };
        assert_eq!(all.len(), 2);
        assert_eq!(row.cell("category"), &Cell::Text("drug".into()));
        assert_eq!(row.words, ["pregabalin"]);
        assert_eq!(row.cell("ingredients"), &Cell::Null);
        let row = read(
            r#"{"noun":"treatment","kind":"drug","name":"co-codamol","medicine":{"brand":"co-codamol","ingredients":
                [{"name":"codeine","strength":"30 mg"},{"name":"acetaminophen","strength":"500 mg"}],
                "form":"tablet","frequency":"4 times a day"}}"#,
        );
        assert_eq!(
            row.cell("ingredients"),
            &Cell::Json(
                json!([{"name":"codeine","strength":"30 mg"},{"name":"acetaminophen","strength":"500 mg"}])
            )
        );
        assert_eq!(row.cell("route"), &Cell::Text("oral".into()));
        assert_eq!(row.cell("frequency"), &Cell::Text("4 times a day".into()));
        for word in ["codeine", "acetaminophen", "paracetamol", "co-codamol"] {
            assert!(row.words.iter().any(|one| one == word), "{word}");
        }
        let row = read(
            r#"{"noun":"treatment","kind":"injection","name":"x","injection":{"type":"caudal_epidural",
                "guidance":{"missing":"absent"},"agents":[{"kind":"steroid","name":"triamcinolone","mg":"40"}]},
                "responses":[{"impression":{"value":"much_better"}}]}"#,
        );
        assert_eq!(row.cell("injection_type"), &Cell::Text("caudal_epidural".into()));
        assert_eq!(row.cell("guidance"), &Cell::Null);
        assert_eq!(
            row.cell("agents"),
            &Cell::Json(json!([{"kind":"steroid","name":"triamcinolone","mg":"40"}]))
        );
        assert_eq!(row.cell("impression"), &Cell::Text("much_better".into()));
        let row = read(
            r#"{"noun":"treatment","kind":"drug","name":"tramadol","medicine":{"ingredients":[{"name":"tramadol","strength":"50 mg"}]},
                "steps":[{"when":"May 2026","medicine":{"ingredients":[{"name":"tramadol","strength":"100 mg"}],"frequency":"twice a day"}}]}"#,
        );
        assert_eq!(
            row.cell("ingredients"),
            &Cell::Json(json!([{"name":"tramadol","strength":"100 mg"}])),
            "the dose that holds"
        );
        let row =
            read(r#"{"noun":"untried","kind":"block","because":{"value":"cost"},"considered":"May 2019"}"#);
        assert_eq!(
            [row.cell("category"), row.cell("because"), row.cell("when_to")],
            [
                &Cell::Text("block".into()),
                &Cell::Text("cost".into()),
                &Cell::Text("2019-05-31".into())
            ]
        );
        let row = read(r#"{"noun":"score","measure":"nrs","site":"leg","value":7,"when":"2019"}"#);
        assert_eq!(
            (row.cell("site"), row.cell("total")),
            (&Cell::Text("leg".into()), &Cell::Real(7.0))
        );
        assert_eq!(
            (row.cell("side"), row.cell("pain_kind")),
            (&Cell::Null, &Cell::Null)
        );
        let row = read(
            r#"{"noun":"score","measure":"nrs","site":"leg","side":"left","kind":"worst","period":"7 days","value":8}"#,
        );
        let text = |column: &str| row.cell(column).clone();
        assert_eq!(
            ["side", "pain_kind", "period"].map(text),
            ["left", "worst", "7 days"].map(|word| Cell::Text(word.into()))
        );
    }

    #[test]
    fn trap_01_an_instrument_without_a_score_has_null_and_its_reason() {
        let row = read(
            r#"{"noun":"score","measure":"instrument","instrument":"phq-2","answers":[1,null],"when":"2024"}"#,
        );
        assert_eq!(
            (row.cell("instrument"), row.cell("total")),
            (&Cell::Text("phq-2".into()), &Cell::Null)
        );
        assert_eq!(row.cell("missing_reason"), &Cell::Text("too_few".into()));
        assert_eq!(row.cell("items"), &Cell::Json(json!([1.0, null])));
        assert_eq!(
            (row.cell("prorated"), row.cell("rule_version")),
            (&Cell::Bool(false), &Cell::Int(1))
        );
        let row = read(
            r#"{"noun":"score","measure":"instrument","instrument":"promis-depression","edition":"1.0","total":61.5}"#,
        );
        assert_eq!(row.cell("instrument_version"), &Cell::Text("1.0".into()));
        assert_eq!(
            (row.cell("total"), row.cell("items")),
            (&Cell::Real(61.5), &Cell::Null)
        );
    }

    #[test]
    fn every_cell_has_a_column() {
        for json in [
            r#"{"noun":"patient","family":"Sample","born":"1970"}"#,
            r#"{"noun":"background","allergies":{"missing":"absent"}}"#,
            r#"{"noun":"symptom","site":"leg","onset":"2019"}"#,
            r#"{"noun":"walking_plan","prescribed_on":"2026-11-20","by":"Dr Sample","quota":{"seconds":300,
                "bouts_a_day":1,"days_a_week":4},"target":{"minutes":30,"days":5},"cautions":["ground"]}"#,
            r#"{"noun":"walking_event","on":"2026-11-20","what":{"is":"paused","symptoms":["fall"]},"by":"x",
                "role":"clinician","reason":"fell"}"#,
            r#"{"noun":"walking_row","on":"2026-11-20","entry":{"is":"walked","number":1,"bout":{"seconds":300,
                "start":"10:30:00","metres":200,"back":{"before":3,"after":4},"settled":true,"symptoms":["fall"]}}}"#,
            r#"{"noun":"imaging","modality":"mri","conclusion":"no change"}"#,
            r#"{"noun":"treatment","kind":"drug","name":"x","started":"2019","ended":"2020",
                "responses":[{"relief":{"value":30},"adverse_effects":{"value":["dizzy"]},"lasted":"a day"}]}"#,
            r#"{"noun":"treatment","kind":"injection","name":"x","injection":{"type":"facet_joint","guidance":{"value":"ct"},
                "agents":[{"kind":"steroid","mg":"40"}]},"responses":[{"half_relief":{"for":"6 weeks"},
                "function":{"value":"better"},"analgesics":{"value":"less"},"impression":{"value":"no_change"}}]}"#,
            r#"{"noun":"treatment","kind":"physiotherapy","name":"x","provider":"y","indication":"z","adherence":{"value":"full"},
                "therapy":{"planned":6,"attended":0,"content":["tens"]}}"#,
            r#"{"noun":"untried","kind":"block","name":"x","because":{"value":"waiting"},"considered":"2019"}"#,
            r#"{"noun":"score","measure":"odi","value":40,"version":"2.1a"}"#,
            r#"{"noun":"score","measure":"nrs","site":"leg","side":"left","kind":"worst","period":"7 days","value":8}"#,
            r#"{"noun":"device","name":"Stimulator","parts":[{"kind":"lead","name":null}],"implanted":"2019","removed":"2020"}"#,
            r#"{"noun":"anticoagulant","name":"Warfarin","class":"vitamin_k_antagonist","taking":{"stopped":{"agreed_by":"Dr Lind"}}}"#,
            r#"{"noun":"check","asked_on":"2026-11-20","replies":{"consent":"yes"},"by":"Dr Lind"}"#,
            r#"{"noun":"score","measure":"instrument","instrument":"gad-7","total":12}"#,
            r#"{"noun":"neuromodulation","therapy":"spinal_cord","considered":"2019"}"#,
            r#"{"noun":"neuromodulation_step","neuromodulation":"neuromodulation 1","when":"2019",
                "what":{"trial":{"ended":"2020","leads_out":"2020","leads":[{"tip":"T8"}],"waveforms":["burst"]}}}"#,
            r#"{"noun":"neuromodulation_step","neuromodulation":"neuromodulation 1",
                "what":{"complication":{"kind":"erosion","resolved":"2020"}}}"#,
            r#"{"noun":"neuromodulation_step","neuromodulation":"neuromodulation 1","what":{"programming":{}}}"#,
            r#"{"noun":"trial_day","neuromodulation":"neuromodulation 1","on":"2026-11-20","leg":3}"#,
            r#"{"noun":"pump_setting","what":"filled","refill_due":"2027","catheter_tip":"T10"}"#,
        ] {
            let row = read(json);
            for (column, _) in &row.cells {
                assert!(columns(row.noun).contains(column), "{column}");
            }
        }
    }
}
