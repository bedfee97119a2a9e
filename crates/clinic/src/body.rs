//! The body map: what the symptoms of a record mark on it, in the words of the picture and as a list.

use crate::{
    record::Record,
    words::{Message, Word, detail, joined, message, say, say_with, sentence, words},
};
use chrono::NaiveDate;
use lamina_charts::body::{BodyLabels, BodyMap, Fill, RegionMark};
use lamina_domain::{
    Symptom,
    examination::power::LimbSide,
    symptom::area::{Area, Depth, Feeling, Region},
};

words! {
    Feeling {
        Pain => "value-feeling-pain",
        Burning => "value-feeling-burning",
        Numbness => "value-feeling-numbness",
        Tingling => "value-feeling-tingling",
        Weakness => "value-feeling-weakness",
        Cold => "value-feeling-cold",
        TouchHurts => "value-feeling-touch-hurts",
    }
    Depth {
        Skin => "value-depth-skin",
        Deep => "value-depth-deep",
    }
}

/// The part of a region: "outer thigh, front".
fn part(region: Region) -> String {
    let id = format!("body-{}-{}", region.view(), region.part());
    Message::found(&id).map_or(id, |message| say!(message))
}

/// The name of a region: "outer thigh, front, left".
pub(crate) fn name(region: Region) -> String {
    let side = match region.side() {
        LimbSide::Left => say!("value-side-left"),
        LimbSide::Right => say!("value-side-right"),
    };
    say_with!(
        "body-region",
        [("part", part(region).into()), ("side", side.into())]
    )
}

/// What a view of the picture is called, by the name under which its regions stand.
pub(crate) fn view(view: &str) -> String {
    say!(match view {
        "front" => message!("body-view-front"),
        "back" => message!("body-view-back"),
        "palm" => message!("body-view-palm"),
        "hand_back" => message!("body-view-hand-back"),
        "foot_top" => message!("body-view-foot-top"),
        "sole" => message!("body-view-sole"),
        _ => message!("body-view-side"),
    })
}

fn fill(feeling: Feeling) -> Fill {
    match feeling {
        Feeling::Pain => Fill::Tint,
        Feeling::Burning => Fill::Crosses,
        Feeling::Numbness => Fill::Lines,
        Feeling::Tingling => Fill::Dots,
        Feeling::Weakness => Fill::Slants,
        Feeling::Cold => Fill::Bars,
        Feeling::TouchHurts => Fill::Rings,
    }
}

/// The areas as a picture; `whole` draws every view.
pub(crate) fn picture(areas: &[Area], whole: bool) -> BodyMap {
    let felt = |feeling: Feeling| areas.iter().filter(move |area| area.feeling == feeling);
    let used = Feeling::ALL
        .into_iter()
        .filter(|feeling| felt(*feeling).next().is_some());
    let used: Vec<Feeling> = used.collect();
    let marks = used
        .iter()
        .flat_map(|feeling| felt(*feeling))
        .map(|area| RegionMark {
            region: area.region.to_string(),
            fill: fill(area.feeling),
            level: area.intensity.map(|nrs| nrs.rating()),
        });
    BodyMap {
        title: say!("body-map"),
        description: lines(areas).join(". "),
        marks: marks.collect(),
        key: used
            .iter()
            .map(|feeling| (fill(*feeling), sentence(&feeling.word())))
            .collect(),
        whole,
        labels: BodyLabels {
            left: sentence(&say!("value-side-left")),
            right: sentence(&say!("value-side-right")),
            views: [
                view("front"),
                view("back"),
                say!("body-view-left-side"),
                say!("body-view-right-side"),
                view("palm"),
                view("hand_back"),
                view("foot_top"),
                view("sole"),
            ],
        },
    }
}

/// The areas as a list: "Pain: low back, left (5/10, deep); buttock, left", a line for each thing that is felt.
pub(crate) fn lines(areas: &[Area]) -> Vec<String> {
    let of = |feeling: Feeling| {
        let mut felt: Vec<&Area> = areas.iter().filter(|area| area.feeling == feeling).collect();
        felt.sort_by_key(|area| area.region);
        let places = joined(felt.into_iter().map(|area| Some(place(area))), "; ")?;
        let label = sentence(&feeling.word());
        Some(detail(&label, &places))
    };
    Feeling::ALL.into_iter().filter_map(of).collect()
}

fn place(area: &Area) -> String {
    let more = [
        area.intensity.map(|nrs| format!("{}/10", nrs.rating())),
        area.depth.map(|depth| depth.word()),
    ];
    match joined(more, ", ") {
        Some(more) => format!("{} ({more})", name(area.region)),
        None => name(area.region),
    }
}

/// What stood on the map of a record on a day.
pub(crate) struct OnDay<'a> {
    /// What was there; of one thing in one region the strongest.
    pub(crate) areas: Vec<Area>,
    /// Symptoms of which it is not known whether they were there.
    pub(crate) not_placed: Vec<&'a Symptom>,
}

/// What stood on the map on a day, as it was true by what is known today: begun by then, and not over.
pub(crate) fn on_day(record: &Record, day: NaiveDate, today: NaiveDate) -> OnDay<'_> {
    let (mut there, mut not_placed) = (Vec::new(), Vec::new());
    for symptom in record.symptoms.iter().map(|one| &one.fact) {
        if symptom.areas.is_empty() {
            continue;
        }
        match was_there(record, symptom, day, today) {
            Some(true) => there.push(symptom),
            Some(false) => {}
            None => not_placed.push(symptom),
        }
    }
    OnDay {
        areas: together(there),
        not_placed,
    }
}

/// What these symptoms mark together; of one thing in one region the strongest.
pub(crate) fn together<'a>(symptoms: impl IntoIterator<Item = &'a Symptom>) -> Vec<Area> {
    let mut all: Vec<Area> = Vec::new();
    for area in symptoms.into_iter().flat_map(|one| &one.areas) {
        let same = |one: &&mut Area| (one.region, one.feeling) == (area.region, area.feeling);
        match all.iter_mut().find(same) {
            Some(known) => {
                known.intensity = known.intensity.max(area.intensity);
                known.depth = known.depth.filter(|depth| Some(*depth) == area.depth);
            }
            None => all.push(*area),
        }
    }
    all
}

/// Whether a symptom was there on a day; nothing where its dates do not tell. What nobody said to be over is there today.
fn was_there(record: &Record, symptom: &Symptom, day: NaiveDate, today: NaiveDate) -> Option<bool> {
    let onset = record.days_of(&symptom.onset);
    let ended = symptom.resolved.as_ref().map(|when| record.days_of(when));
    // On its last day it is still there, and over after it.
    let over = match ended {
        None => Some(false),
        Some(Some((_, to))) if to < day => Some(true),
        Some(Some((from, _))) if day <= from => Some(false),
        Some(_) if day >= today => Some(true),
        Some(_) => None,
    };
    let begun = match onset {
        Some((_, to)) if to <= day => Some(true),
        Some((from, _)) if day < from => Some(false),
        _ if day >= today => Some(true),
        _ => None,
    };
    match (begun, over) {
        (Some(false), _) | (_, Some(true)) => Some(false),
        (Some(true), Some(false)) => Some(true),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use lamina_charts::{Palette, body::render_body_svg};
    use rstest::rstest;
    use std::collections::BTreeSet;

    #[test]
    fn every_region_that_can_be_recorded_is_drawn_and_has_a_name_of_its_own() {
        let recorded: BTreeSet<String> = Region::all().map(|region| region.to_string()).collect();
        let (_, shapes) = render_body_svg(&picture(&[], true), (760, 480), &Palette::LIGHT).unwrap();
        let drawn: BTreeSet<String> = shapes.into_iter().map(|shape| shape.region).collect();
        assert_eq!(recorded, drawn);
        let names: BTreeSet<String> = Region::all().map(name).collect();
        assert_eq!(names.len(), recorded.len());
        assert!(names.iter().all(|name| !name.contains("body-")), "{names:?}");
    }

    fn record(symptoms: &str) -> Record {
        let json = format!(
            r#"{{"patient":{{"family":"Sample","born":"1970"}},"surgeries":[{{"procedures":["fusion"],"when":"3 May 2019"}}],
            "symptoms":[{symptoms}]}}"#
        );
        serde_json::from_str(&json).unwrap()
    }

    #[rstest]
    #[case("2019", None, "2018-06-01", Some(false))]
    #[case("2019", None, "2019-06-01", None)]
    #[case("2019", None, "2020-01-01", Some(true))]
    #[case("2 months after operation 1", None, "2020-01-01", Some(true))]
    #[case("2 months after operation 1", None, "2019-05-04", Some(false))]
    #[case("unknown", None, "2020-01-01", None)]
    #[case("unknown", None, "2026-11-25", Some(true))]
    #[case("2019", Some("May 2021"), "2021-06-01", Some(false))]
    #[case("2019", Some("May 2021"), "2021-05-15", None)]
    #[case("2019", Some("May 2021"), "2021-05-01", Some(true))]
    #[case("2019", Some("unknown"), "2020-06-01", None)]
    #[case("2019", Some("unknown"), "2026-11-25", Some(false))]
    #[case("unknown", Some("May 2021"), "2022-01-01", Some(false))]
    fn what_was_there_on_a_day_is_said_only_where_its_dates_tell(
        #[case] onset: &str,
        #[case] resolved: Option<&str>,
        #[case] day: &str,
        #[case] there: Option<bool>,
    ) {
        let resolved = resolved.map_or_else(String::new, |when| format!(r#","resolved":"{when}""#));
        let record = record(&format!(
            r#"{{"site":"leg","side":{{"value":"left"}},"onset":"{onset}"{resolved},
            "areas":[{{"region":"front.knee.left","feeling":"pain","intensity":5}}]}}"#
        ));
        let today = NaiveDate::from_ymd_opt(2026, 11, 25).unwrap();
        let on = on_day(&record, day.parse().unwrap(), today);
        let expected = match there {
            Some(true) => (1, 0),
            Some(false) => (0, 0),
            None => (0, 1),
        };
        assert_eq!(
            (on.areas.len(), on.not_placed.len()),
            expected,
            "{:?}",
            on.not_placed
        );
    }

    #[test]
    fn trap_49_nothing_is_marked_that_nobody_marked_and_each_thing_felt_has_a_line() {
        let words_only =
            record(r#"{"site":"knee","qualities":["burning","numbness"],"radiation":"to the foot"}"#);
        let today = NaiveDate::from_ymd_opt(2026, 11, 25).unwrap();
        assert!(on_day(&words_only, today, today).areas.is_empty());
        let marked = record(
            r#"{"site":"leg","areas":[{"region":"front.knee.left","feeling":"pain","intensity":5,"depth":"deep"},
            {"region":"sole.heel.left","feeling":"numbness"},{"region":"back.low_back.right","feeling":"pain"}]},
            {"site":"knee","areas":[{"region":"front.knee.left","feeling":"pain","intensity":7}]}"#,
        );
        let areas = on_day(&marked, today, today).areas;
        assert_eq!(
            lines(&areas),
            [
                "Pain: front of the knee, left (7/10); low back, right",
                "Numbness: heel, sole, left"
            ]
        );
        let map = picture(&areas, false);
        assert_eq!(map.key.len(), 2);
        assert_eq!(map.description, lines(&areas).join(". "));
    }
}
