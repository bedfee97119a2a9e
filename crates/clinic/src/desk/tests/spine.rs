//! The spine map at the desk: from what was typed to what is seen, with entries that open, and what was taken back gone.

use super::*;
use lamina_api::{
    noun::treatment::TreatmentInput,
    spine::{SpineMapRequest, SpineMapView},
};

impl Room {
    async fn spine(&self, patient: Uuid) -> SpineMapView {
        let request = SpineMapRequest {
            patient,
            width: 340,
            height: 460,
            paper: ChartPaper::Light,
        };
        self.desk.spine_map(request).await.unwrap()
    }
}

fn said<'a>(view: &'a SpineMapView, name: &str) -> &'a str {
    let found = view.levels.iter().find(|level| level.name == name);
    found.map(|level| level.said.as_str()).unwrap_or_default()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_typed_is_on_the_map_with_its_entry_until_it_is_taken_back() {
    let room = room().await;
    let patient = room.person().await;
    assert_eq!(room.spine(patient).await.svg, None);
    let fusion = room.add(patient, operation("fusion", "2015")).await.unwrap();
    let injection: TreatmentInput = serde_json::from_value(json!({
        "kind": "injection", "name": "SI joint injection", "levels": "SI joint",
        "side": {"value": "left"}, "started": "2020"
    }))
    .unwrap();
    room.add(patient, FactInput::Treatment(injection)).await.unwrap();
    let view = room.spine(patient).await;
    assert!(view.svg.is_some());
    assert_eq!(said(&view, "L4-L5"), "L4-L5: fused, 2015 (operation 1)");
    assert_eq!(said(&view, "L3-L4"), "L3-L4: beside a fusion");
    let level = view.levels.iter().find(|level| level.name == "L4-L5").unwrap();
    assert_eq!(
        (level.lines[0].entry, level.lines[0].noun),
        (Some(fusion), Noun::Surgery)
    );
    assert!(said(&view, "left SI joint").contains("2020"));
    let retract = RetractEntry {
        request: clock::new_id(),
        entry: fusion,
        base_version: 1,
        reason: "another person's".into(),
    };
    room.desk.retract_entry(retract).await.unwrap();
    let view = room.spine(patient).await;
    assert!(
        view.levels.iter().all(|level| !level.said.contains("fus")),
        "{view:?}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_size_that_no_window_has_is_refused_at_its_field() {
    let room = room().await;
    let patient = room.person().await;
    for (width, height, field) in [(100, 400, "width"), (400, 10, "height"), (9000, 400, "width")] {
        let request = SpineMapRequest {
            patient,
            width,
            height,
            paper: ChartPaper::Dark,
        };
        let refused = issues(room.desk.spine_map(request).await.unwrap_err());
        assert_eq!(refused[0].path, field);
    }
}
