//! What the document of the rules holds, and that every rule in it is heard.

mod every_rule;

use super::*;

#[test]
fn a_line_of_json_holds_the_result_and_its_words() {
    let odi = instrument("odi").unwrap();
    let cells = ["2", "3", "2", "3", "2", "3", "2", "", "", "3"];
    let scored = score_cells(odi, &cells, &Options::default()).unwrap();
    let json: serde_json::Value = serde_json::from_str(&scored_line(4, &scored).unwrap()).unwrap();
    assert_eq!(json["row"], 4);
    assert_eq!(json["score"], 50.0);
    assert_eq!(json["prorated"], true);
    assert_eq!(json["band_words"], "severe (prorated, 2 missing)");
    assert_eq!(json["reason"], serde_json::Value::Null);
}

#[test]
fn every_rule_stands_in_the_document() {
    let document = crate::markdown::markdown();
    for rule in catalogue() {
        assert!(document.contains(&format!("`{}`", rule.id)), "{}", rule.id);
    }
    for limit in crate::own_rules::Group::ALL
        .into_iter()
        .flat_map(|group| group.limits())
    {
        assert!(
            document.contains(&format!("| `{}` |", limit.id())),
            "{}",
            limit.id()
        );
    }
    for one in instruments() {
        assert!(document.contains(&one.full_name), "{}", one.id);
    }
}
