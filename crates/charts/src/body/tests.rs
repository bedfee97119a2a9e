//! The regions of the body and their drawing: sides, views, fills, and the room that a letter gives it.

use super::drawing::{BODY_TALL, ENDS_WIDE, SMALL, TEXT};
use super::*;
use crate::text::{Measure, SUBUNITS};
use crate::{Face, Palette};
use std::collections::BTreeSet;

fn region_names() -> Vec<&'static str> {
    REGIONS.iter().map(|region| region.name.as_str()).collect()
}

fn map(marks: &[(&str, Fill, Option<u8>)], whole: bool) -> BodyMap {
    let views = [
        "Front",
        "Back",
        "Left side",
        "Right side",
        "Palms",
        "Hand backs",
        "Foot tops",
        "Soles",
    ];
    BodyMap {
        title: "Body map".into(),
        description: "Pain in the left leg".into(),
        marks: marks
            .iter()
            .map(|(region, fill, level)| RegionMark {
                region: (*region).to_owned(),
                fill: *fill,
                level: *level,
            })
            .collect(),
        key: vec![(Fill::Tint, "Pain".into()), (Fill::Dots, "Tingling".into())],
        whole,
        labels: BodyLabels {
            left: "Left".into(),
            right: "Right".into(),
            views: views.map(str::to_owned),
        },
    }
}

fn svg(map: &BodyMap, width: u32, palette: &Palette) -> (String, Vec<RegionShape>) {
    let height = body_height(map, width).unwrap();
    render_body_svg(map, (width, height), palette).unwrap()
}

#[test]
fn every_region_has_a_name_of_its_own_and_a_mirror_image() {
    let names = region_names();
    let once: BTreeSet<&str> = names.iter().copied().collect();
    assert_eq!(once.len(), names.len());
    for name in names {
        let other = match name.strip_suffix(".left") {
            Some(stem) => format!("{stem}.right"),
            None => name.replace(".right", ".left"),
        };
        assert!(once.contains(other.as_str()), "{name}");
    }
}

#[test]
fn trap_17_the_patients_left_is_on_the_right_from_the_front_and_on_the_left_from_behind() {
    let middle = |name: &str| {
        let region = REGIONS.iter().find(|region| region.name == name).unwrap();
        let sum: f64 = region.outline.iter().map(|place| place.0).sum();
        sum / region.outline.len() as f64
    };
    for (name, is_right) in [
        ("front.knee.left", true),
        ("front.hand.right", false),
        ("back.knee.left", false),
        ("back.buttock.right", true),
        ("palm.thumb.left", true),
        ("hand_back.thumb.left", false),
        ("sole.heel.left", true),
        ("foot_top.big_toe.left", false),
    ] {
        assert_eq!(middle(name) > 0.0, is_right, "{name}");
    }
    // Thumbs and big toes lie next to the middle.
    for (inner, outer) in [
        ("palm.thumb.left", "palm.small_fingers.left"),
        ("hand_back.thumb.right", "hand_back.small_fingers.right"),
        ("sole.big_toe.left", "sole.toes.left"),
        ("foot_top.inner.right", "foot_top.outer.right"),
    ] {
        assert!(middle(inner).abs() < middle(outer).abs(), "{inner}");
    }
    // Seen from the left, the face is on the left.
    assert!(middle("side.foot.left") < 0.0 && middle("side.foot.right") > 0.0);
}

#[test]
fn trap_49_what_is_marked_in_front_is_not_drawn_behind() {
    let marked = map(&[("front.outer_thigh.left", Fill::Slants, Some(7))], false);
    let (drawn, shapes) = svg(&marked, 420, &Palette::LIGHT);
    let (empty, _) = svg(&map(&[], false), 420, &Palette::LIGHT);
    assert!(drawn.len() > empty.len());
    assert!(
        drawn.contains(">\n7\n<") || drawn.contains(">7<"),
        "its strength is written in it"
    );
    assert_eq!(
        shapes
            .iter()
            .filter(|one| one.region.starts_with("side."))
            .count(),
        0
    );
    let all = svg(&map(&[], true), 760, &Palette::LIGHT).1;
    assert_eq!(all.len(), region_names().len());
    let hands = map(&[("palm.thumb.left", Fill::Dots, None)], false);
    let (_, shapes) = svg(&hands, 600, &Palette::LIGHT);
    assert!(shapes.iter().any(|one| one.region == "palm.thumb.right"));
    assert!(!shapes.iter().any(|one| one.region.starts_with("sole.")));
}

#[test]
fn the_same_map_gives_the_same_bytes_and_every_fill_leaves_a_trace() {
    let empty = svg(&map(&[], false), 420, &Palette::PRINT).0;
    let mut seen = BTreeSet::new();
    for fill in [
        Fill::Tint,
        Fill::Crosses,
        Fill::Lines,
        Fill::Dots,
        Fill::Slants,
        Fill::Bars,
        Fill::Rings,
    ] {
        let marked = map(&[("front.outer_thigh.left", fill, None)], false);
        let drawn = svg(&marked, 420, &Palette::PRINT).0;
        assert_eq!(drawn, svg(&marked, 420, &Palette::PRINT).0);
        assert_ne!(drawn, empty);
        assert!(seen.insert(drawn), "{fill:?}");
    }
}

#[test]
fn a_map_for_a_letter_is_small() {
    let marked = map(&[("back.low_back.left", Fill::Tint, Some(7))], false);
    let tall = body_print_height(&marked, 170.0, 480.0).unwrap();
    assert!((170.0..220.0).contains(&tall), "{tall}");
    let narrow = body_print_height(&map(&[], true), 400.0, 300.0).unwrap();
    assert!(narrow < 300.0, "{narrow}: as high as its width allows");
}

#[test]
fn the_words_over_hands_and_feet_have_room_beside_each_other_in_a_letter() {
    let measure = Measure::paper().unwrap();
    let room = ENDS_WIDE * 170.0 / BODY_TALL * SUBUNITS;
    for name in ["Palms", "Hand backs", "Foot tops", "Soles"] {
        let sides = ["Left", "Right"].map(|side| measure.width(side, SMALL, Face::Regular));
        let words = sides[0] + sides[1] + measure.width(name, TEXT, Face::Semibold);
        assert!(
            f64::from(words + measure.len(8.0)) < room,
            "{name}: {words} of {room}"
        );
    }
}
