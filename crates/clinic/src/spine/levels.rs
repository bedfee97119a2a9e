//! The places of the drawing that can be chosen: each level that is drawn in full, and each stretch without anything as one.

use super::{
    SpineReading,
    drawn::spots,
    said::{level, mark, place},
};
use crate::words::{say, say_with};
use lamina_api::spine::SpineLevel;
use lamina_charts::{Half, SpineArea, Spot};
use lamina_domain::spine::{Mark, MarkSide, Place, bones};

/// Every place of the map from the head down.
fn all_places(mapped: &SpineReading<'_>) -> Vec<Place> {
    let bones = bones(mapped.map.sixth_lumbar);
    let mut all = Vec::new();
    for (at, bone) in bones.iter().enumerate() {
        if bone.region() == 'S' {
            break;
        }
        all.push(Place::Vertebra(*bone));
        all.extend(bones.get(at + 1).map(|next| Place::Interspace(*bone, *next)));
    }
    all.extend([
        Place::Sacrum,
        Place::SacroiliacJoint,
        Place::Pelvis,
        Place::Coccyx,
    ]);
    all
}

/// Whether a mark is of this half of the body; one whose side is not known may be of either.
fn is_of(mark: &Mark, spot: Spot) -> bool {
    !matches!(
        (spot, mark.side),
        (Spot::Sacroiliac(Half::Right), MarkSide::Left) | (Spot::Sacroiliac(Half::Left), MarkSide::Right)
    )
}

fn name(of: Place, spot: Spot) -> String {
    match spot {
        Spot::Sacroiliac(Half::Right) => say!("spine-place-sacroiliac-right"),
        Spot::Sacroiliac(Half::Left) => say!("spine-place-sacroiliac-left"),
        _ => place(of),
    }
}

pub(super) fn levels(mapped: &SpineReading<'_>, areas: &[SpineArea]) -> Vec<SpineLevel> {
    let map = &mapped.map;
    let mut all: Vec<SpineLevel> = Vec::new();
    // What is drawn small holds nothing and is one stop of the keys.
    let mut small: Vec<(String, &SpineArea)> = Vec::new();
    for of in all_places(mapped) {
        for spot in spots(of) {
            let Some(area) = areas.iter().find(|area| area.spot == spot) else {
                continue;
            };
            let marks: Vec<&Mark> = map.at(of).filter(|mark| is_of(mark, spot)).collect();
            let beside = map.beside.contains(&of);
            let name = name(of, spot);
            if marks.is_empty() && !beside && !area.full {
                small.push((name, area));
                continue;
            }
            all.extend(stretch(&std::mem::take(&mut small)));
            let lines = marks.iter().filter_map(|one| mark(mapped.record, one)).collect();
            let said = level(mapped.record, &name, &marks, beside);
            all.push(shown(name, said, &[area], (lines, beside)));
        }
    }
    all.extend(stretch(&small));
    all
}

fn stretch(small: &[(String, &SpineArea)]) -> Option<SpineLevel> {
    let ((first, _), (last, _)) = (small.first()?, small.last()?);
    let name = match small.len() {
        1 => first.clone(),
        _ => say_with!(
            "spine-stretch",
            [("first", first.clone().into()), ("last", last.clone().into())],
        ),
    };
    let nothing = say!("spine-nothing");
    let said = say_with!(
        "spine-level",
        [("level", name.clone().into()), ("told", nothing.into())]
    );
    let areas: Vec<&SpineArea> = small.iter().map(|(_, area)| *area).collect();
    Some(shown(name, said, &areas, (Vec::new(), false)))
}

fn shown(
    name: String,
    said: String,
    areas: &[&SpineArea],
    (lines, beside): (Vec<lamina_api::spine::SpineLine>, bool),
) -> SpineLevel {
    let least = |of: fn(&SpineArea) -> f64| areas.iter().map(|area| of(area)).fold(f64::MAX, f64::min);
    let most = |of: fn(&SpineArea) -> f64| areas.iter().map(|area| of(area)).fold(0.0, f64::max);
    let (x, y) = (least(|area| area.x), least(|area| area.y));
    let (right, bottom) = (most(|area| area.x + area.w), most(|area| area.y + area.h));
    SpineLevel {
        name,
        said,
        x: x.round() as i32,
        y: y.round() as i32,
        width: (right - x).round() as i32,
        height: (bottom - y).round().max(1.0) as i32,
        lines,
        beside,
    }
}
