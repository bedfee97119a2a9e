//! The spine on both surfaces: every mark is there, nothing leaves the frame, no words lie on each other.

use super::*;
use crate::text::SUBUNITS;

fn mark(spot: Spot, glyph: Glyph, lane: Lane) -> SpineMark {
    SpineMark {
        spot,
        lane,
        glyph,
        presence: Presence::Present,
    }
}

fn former(spot: Spot, glyph: Glyph) -> SpineMark {
    SpineMark {
        presence: Presence::Former,
        ..mark(spot, glyph, Lane::Middle)
    }
}

const L: fn(u8) -> Spot = |at| Spot::Below(Bone::Lumbar(at));
const C: fn(u8) -> Spot = |at| Spot::Below(Bone::Cervical(at));
const T: fn(u8) -> Spot = |at| Spot::Below(Bone::Thoracic(at));

const ALL: [(Glyph, &str); 20] = [
    (Glyph::Fused, "Fused"),
    (Glyph::Freed, "Decompressed"),
    (Glyph::DiscRemoved, "Disc removed, in part or whole"),
    (Glyph::Filled, "Filled with cement"),
    (Glyph::Operated, "Operated on, not told how"),
    (Glyph::TakenOut, "Implants taken out"),
    (Glyph::Screws, "Screws, rods or other metal"),
    (Glyph::Plate, "Plate, hook or wire"),
    (Glyph::Cage, "Cage"),
    (Glyph::Replaced, "Artificial disc"),
    (Glyph::Spacer, "Interspinous spacer"),
    (Glyph::Lead, "Lead of a stimulator"),
    (Glyph::Catheter, "Catheter of a pump"),
    (Glyph::Injected, "Injection or block"),
    (Glyph::Radiofrequency, "Radiofrequency"),
    (Glyph::Treated, "Other intervention"),
    (Glyph::Finding, "Finding"),
    (Glyph::Imaged, "Imaged, no finding"),
    (Glyph::Asked, "Cause thought of"),
    (Glyph::Painful, "Pain named here"),
];

fn drawing(marks: Vec<SpineMark>, beside: Vec<Spot>, numbers: &[(Spot, &str)]) -> SpineDrawing {
    SpineDrawing {
        marks,
        beside,
        numbers: numbers
            .iter()
            .map(|(spot, number)| (*spot, (*number).to_owned()))
            .collect(),
        sixth_lumbar: false,
        words: SpineWords {
            title: "Spine map".into(),
            description: "L4-L5: fused".into(),
            right: "Patient\u{2019}s right".into(),
            left: "Patient\u{2019}s left".into(),
            not_known: "Side not known".into(),
            glyphs: ALL.map(|(glyph, word)| (glyph, word.to_owned())).to_vec(),
            beside: "Beside a fusion".into(),
            unsure: "Open: may have been taken out".into(),
            former: "Dashed: taken out".into(),
            numbers: "Number of the operation".into(),
        },
    }
}

/// The cases that a reader of the map meets.
pub(crate) fn cases() -> Vec<(&'static str, SpineDrawing)> {
    let fused = |spots: &[Spot]| -> Vec<SpineMark> {
        let one = |glyph: Glyph| spots.iter().map(move |spot| mark(*spot, glyph, Lane::Middle));
        one(Glyph::Fused)
            .chain(one(Glyph::Cage))
            .chain(one(Glyph::Screws))
            .collect()
    };
    let low = [L(3), L(4), L(5)];
    let mut removed: Vec<SpineMark> = low
        .iter()
        .flat_map(|spot| {
            [
                mark(*spot, Glyph::Fused, Lane::Middle),
                mark(*spot, Glyph::Cage, Lane::Middle),
                former(*spot, Glyph::Screws),
            ]
        })
        .collect();
    removed.push(mark(L(5), Glyph::Injected, Lane::Left));
    let mut neck: Vec<SpineMark> = [C(5), C(6)]
        .iter()
        .flat_map(|spot| {
            [Glyph::Fused, Glyph::Cage, Glyph::Plate].map(|glyph| mark(*spot, glyph, Lane::Middle))
        })
        .collect();
    neck.push(mark(C(4), Glyph::Replaced, Lane::Middle));
    neck.push(mark(C(3), Glyph::Finding, Lane::Right));
    let mut lead = fused(&[L(4), L(5)]);
    lead.extend([T(8), T(9)].map(|spot| mark(spot, Glyph::Lead, Lane::Middle)));
    lead.push(mark(L(3), Glyph::Radiofrequency, Lane::Left));
    lead.push(mark(L(3), Glyph::Radiofrequency, Lane::Right));
    let mut long = fused(&[L(2), L(3), L(4), L(5)]);
    long.extend([former(L(4), Glyph::Spacer), former(T(10), Glyph::Lead)]);
    long.extend([
        mark(Spot::Bone(Bone::Thoracic(12)), Glyph::Filled, Lane::Middle),
        mark(Spot::Bone(Bone::Lumbar(1)), Glyph::Operated, Lane::Middle),
        mark(Spot::Pelvis, Glyph::Screws, Lane::Middle),
        mark(L(1), Glyph::Freed, Lane::Left),
        mark(L(4), Glyph::Freed, Lane::Middle),
        mark(L(4), Glyph::DiscRemoved, Lane::Left),
        mark(L(5), Glyph::DiscRemoved, Lane::NotKnown),
        mark(L(5), Glyph::Injected, Lane::NotKnown),
        mark(L(5), Glyph::Injected, Lane::Left),
        mark(L(5), Glyph::Injected, Lane::Right),
        mark(L(4), Glyph::Finding, Lane::Left),
        mark(L(1), Glyph::Finding, Lane::Middle),
        mark(L(1), Glyph::Painful, Lane::Left),
        mark(L(3), Glyph::Radiofrequency, Lane::Left),
        mark(L(3), Glyph::Radiofrequency, Lane::Right),
        mark(Spot::Sacroiliac(Half::Left), Glyph::Injected, Lane::Left),
        mark(Spot::Sacroiliac(Half::Right), Glyph::Injected, Lane::Right),
        mark(T(10), Glyph::Lead, Lane::Middle),
        mark(T(11), Glyph::Catheter, Lane::Middle),
        mark(C(5), Glyph::Fused, Lane::Middle),
        mark(C(5), Glyph::Plate, Lane::Middle),
    ]);
    let every = ALL
        .iter()
        .enumerate()
        .map(|(at, (glyph, _))| mark(L(1 + u8::try_from(at % 5).unwrap()), *glyph, Lane::NotKnown))
        .collect();
    let joints = [Spot::Sacroiliac(Half::Right), Spot::Sacroiliac(Half::Left)];
    vec![
        ("none", drawing(Vec::new(), Vec::new(), &[])),
        (
            "discectomy",
            drawing(
                vec![mark(L(4), Glyph::DiscRemoved, Lane::Left)],
                Vec::new(),
                &[(L(4), "1")],
            ),
        ),
        (
            "removed",
            drawing(
                removed,
                vec![L(2), joints[0], joints[1]],
                &[(L(3), "1, 2"), (L(4), "1, 2"), (L(5), "1, 2")],
            ),
        ),
        (
            "neck",
            drawing(neck, vec![C(7)], &[(C(4), "2"), (C(5), "1"), (C(6), "1")]),
        ),
        (
            "lead",
            drawing(
                lead,
                vec![L(3), joints[0], joints[1]],
                &[(L(4), "1"), (L(5), "1"), (T(8), "2"), (T(9), "2")],
            ),
        ),
        (
            "ten",
            drawing(
                long,
                vec![L(1), C(4), C(6)],
                &[
                    (L(2), "8"),
                    (L(3), "5, 8"),
                    (L(4), "1\u{2013}6, 8"),
                    (L(5), "2, 4, 8"),
                    (T(10), "9, 10"),
                    (C(5), "7"),
                ],
            ),
        ),
        ("every", drawing(every, Vec::new(), &[])),
        (
            "joints",
            drawing(
                vec![
                    mark(joints[0], Glyph::Fused, Lane::Right),
                    mark(joints[1], Glyph::Painful, Lane::Left),
                ],
                vec![L(5)],
                &[],
            ),
        ),
    ]
}

const NARROW: (u32, u32) = (340, 460);

/// Drawn at this size, or as wide as it has to be.
fn svg(spine: &SpineDrawing, size: (u32, u32)) -> RenderedSpine {
    match render_spine_svg(spine, size, &Palette::LIGHT) {
        Err(ChartError::TooNarrow { needed }) => {
            render_spine_svg(spine, (needed, size.1), &Palette::LIGHT).unwrap()
        }
        drawn => drawn.unwrap(),
    }
}

/// The boxes of all words of a drawing, in pixels.
fn words(svg: &str) -> Vec<(String, [f64; 4])> {
    let measure = Measure::screen().unwrap();
    let number = |line: &str, name: &str| -> f64 {
        let after = line.split(&format!("{name}=\"")).nth(1).unwrap();
        after.split('"').next().unwrap().parse().unwrap()
    };
    let lines: Vec<&str> = svg.lines().collect();
    lines
        .windows(2)
        .filter(|pair| pair[0].starts_with("<text"))
        .map(|pair| {
            let (line, text) = (pair[0], pair[1].replace("&#39;", "'").replace("&amp;", "&"));
            let face = if line.contains("bold") {
                crate::Face::Semibold
            } else {
                crate::Face::Regular
            };
            let size = number(line, "font-size") / SUBUNITS;
            let width = measure.px(measure.width(&text, size, face));
            let (x, y) = (number(line, " x") / SUBUNITS, number(line, " y") / SUBUNITS);
            let left = match line {
                line if line.contains("text-anchor=\"end\"") => x - width,
                line if line.contains("text-anchor=\"middle\"") => x - width / 2.0,
                _ => x,
            };
            (text, [left, y - size * 0.45, left + width, y + size * 0.45])
        })
        .collect()
}

#[test]
fn nothing_leaves_the_frame_and_no_words_lie_on_each_other() {
    let sizes = [NARROW, (280, 380), (640, 300), (900, 900)];
    for (size, (name, spine)) in sizes
        .into_iter()
        .flat_map(|size| cases().into_iter().map(move |case| (size, case)))
    {
        let drawn = svg(&spine, size);
        let (width, height) = (f64::from(drawn.size_px.0), f64::from(drawn.size_px.1));
        for list in drawn.svg.split("points=\"").skip(1) {
            let list = list.split('"').next().unwrap();
            for pair in list.split_whitespace() {
                let (x, y) = pair.split_once(',').unwrap();
                let (x, y): (f64, f64) = (x.parse().unwrap(), y.parse().unwrap());
                assert!((0.0..=width * SUBUNITS).contains(&x), "{name}: {x} of {width}");
                assert!((0.0..=height * SUBUNITS).contains(&y), "{name}: {y} of {height}");
            }
        }
        let words = words(&drawn.svg);
        for (at, (text, one)) in words.iter().enumerate() {
            assert!(
                one[0] >= -0.5 && one[2] <= width + 0.5,
                "{name}: {text} leaves the frame"
            );
            assert!(one[3] <= height + 1.0, "{name}: {text} leaves the frame below");
            for (other, two) in words.iter().skip(at + 1) {
                let apart = one[2] <= two[0] || two[2] <= one[0] || one[3] <= two[1] || two[3] <= one[1];
                assert!(apart, "{name} {size:?}: {text} lies on {other}");
            }
        }
    }
}

#[test]
fn the_key_names_what_occurs_and_nothing_else() {
    for (name, spine) in cases() {
        let size = if name == "every" { (480, 600) } else { NARROW };
        let text = svg(&spine, size).svg;
        let said = words(&text)
            .into_iter()
            .map(|(word, _)| word)
            .collect::<Vec<_>>()
            .join(" ");
        for (glyph, word) in ALL {
            let occurs = spine.marks.iter().any(|mark| mark.glyph == glyph);
            // "Cage" and "Finding" are parts of no other word here.
            assert_eq!(said.contains(word), occurs, "{name}: {word} in {said}");
        }
        let occurs = |presence: Presence| spine.marks.iter().any(|mark| mark.presence == presence);
        assert_eq!(said.contains("Dashed"), occurs(Presence::Former), "{name}");
        assert_eq!(
            said.contains("Side not known"),
            spine.marks.iter().any(|mark| mark.lane == Lane::NotKnown)
        );
    }
}

#[test]
fn a_mark_is_on_its_side_and_an_unknown_side_is_on_neither() {
    let at = |lane: Lane| {
        let drawn = svg(
            &drawing(vec![mark(L(4), Glyph::Finding, lane)], Vec::new(), &[]),
            NARROW,
        );
        let line = drawn
            .svg
            .lines()
            .find(|line| line.contains("#B24A00"))
            .unwrap()
            .to_owned();
        let point = line.split("points=\"").nth(1).unwrap().split(',').next().unwrap();
        let centre = words(&drawn.svg)
            .iter()
            .find(|(word, _)| word.ends_with("left"))
            .map(|(_, place)| place[0] - 4.0)
            .unwrap();
        (point.parse::<f64>().unwrap() / SUBUNITS - centre, drawn)
    };
    let (right, left, middle, unknown) = (
        at(Lane::Right),
        at(Lane::Left),
        at(Lane::Middle),
        at(Lane::NotKnown),
    );
    assert!(
        right.0 < -40.0 && left.0 > 25.0 && middle.0.abs() < 8.0,
        "{} {} {}",
        right.0,
        left.0,
        middle.0
    );
    let column = words(&unknown.1.svg)
        .into_iter()
        .find(|(word, _)| word == "Side not known")
        .unwrap();
    assert!(
        unknown.0 > 60.0 && column.1[0] > 80.0,
        "a column of its own: {} {:?}",
        unknown.0,
        column
    );
}

#[test]
fn every_level_has_its_area_from_the_head_down_and_a_region_without_marks_is_small() {
    let spine = drawing(vec![mark(L(4), Glyph::Fused, Lane::Middle)], Vec::new(), &[]);
    let drawn = svg(&spine, NARROW);
    // C0 to L5 with what lies below each, sacrum, two joints, pelvis, coccyx.
    assert_eq!(drawn.areas.len(), 25 * 2 + 5);
    let mut seen = 0.0;
    for area in &drawn.areas {
        assert!(area.w > 20.0 && area.h > 0.5, "{area:?}");
        assert!(
            area.y >= seen - 0.01 || matches!(area.spot, Spot::Sacroiliac(_)),
            "{area:?}"
        );
        seen = area.y;
    }
    let tall = |spot: Spot| {
        drawn
            .areas
            .iter()
            .find(|area| area.spot == spot)
            .map(|area| (area.h, area.full))
            .unwrap()
    };
    let (lumbar, neck) = (
        tall(Spot::Bone(Bone::Lumbar(4))),
        tall(Spot::Bone(Bone::Cervical(5))),
    );
    assert!(
        lumbar.1 && !neck.1 && lumbar.0 > 3.0 * neck.0,
        "{lumbar:?} {neck:?}"
    );
    let sixth = SpineDrawing {
        sixth_lumbar: true,
        ..spine
    };
    assert_eq!(svg(&sixth, NARROW).areas.len(), 26 * 2 + 5);
}

#[test]
fn shapes_alone_tell_every_mark_from_every_other() {
    let shapes = |glyph: Glyph| {
        let drawn = svg(
            &drawing(vec![mark(L(4), glyph, Lane::NotKnown)], Vec::new(), &[]),
            NARROW,
        );
        // Without colours and words.
        let mut text = String::new();
        for line in drawn
            .svg
            .lines()
            .filter(|line| line.starts_with('<') && !line.starts_with("<text"))
        {
            let parts: Vec<&str> = line.split("#").collect();
            text.push_str(
                parts
                    .iter()
                    .map(|part| part.get(6..).unwrap_or(part))
                    .collect::<Vec<_>>()
                    .join("")
                    .as_str(),
            );
        }
        text
    };
    let all: std::collections::BTreeSet<String> = ALL.map(|(glyph, _)| shapes(glyph)).into_iter().collect();
    assert_eq!(all.len(), ALL.len());
}

#[test]
fn too_narrow_says_how_much_is_needed() {
    let (_, spine) = cases().pop().unwrap();
    let Err(ChartError::TooNarrow { needed }) = render_spine_svg(&spine, (60, 400), &Palette::LIGHT) else {
        panic!("60 px hold no spine")
    };
    assert!(render_spine_svg(&spine, (needed, 400), &Palette::LIGHT).is_ok());
}
