//! Where an operation and a finding of imaging lie one segment apart in the low back, and how either counted its vertebrae is
//! not known, differs, or meets a transitional vertebra: they may mean the same place. Information alone: no level is changed.

use super::{
    Hint, Place, Source, SpineMap,
    place::{is_nerve, joints, next_to},
};
use crate::{fact::Record, value::numbering::Numbering};
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn hints(record: &Record, map: &SpineMap) -> Vec<Hint> {
    let mut operated: BTreeMap<Source, BTreeSet<Place>> = BTreeMap::new();
    let mut seen: BTreeMap<Source, BTreeSet<Place>> = BTreeMap::new();
    let low = |place: Place| place.is_low() && matches!(place, Place::Interspace(..));
    for mark in map
        .marks
        .iter()
        .filter(|mark| low(mark.place) && !is_nerve(&mark.target))
    {
        let Some(source) = mark.sources.first() else {
            continue;
        };
        let group = match source {
            Source::Operation(_) if !mark.kind.is_implant() => &mut operated,
            Source::Finding(..) => &mut seen,
            _ => continue,
        };
        group.entry(*source).or_default().insert(mark.place);
    }
    let joints = joints(map.sixth_lumbar);
    let mut all = Vec::new();
    for (finding, places) in &seen {
        for (operation, at) in &operated {
            let apart = places.is_disjoint(at)
                && places
                    .iter()
                    .any(|place| next_to(*place, &joints).any(|next| at.contains(&next)));
            if apart && is_open(record, *operation, *finding) {
                all.push(Hint::OneSegmentApart {
                    operation: *operation,
                    operated: at.iter().copied().collect(),
                    finding: *finding,
                    seen: places.iter().copied().collect(),
                });
            }
        }
    }
    all
}

/// Whether the two need not mean the same by the same level.
fn is_open(record: &Record, operation: Source, finding: Source) -> bool {
    let own = |source: Source| match source {
        Source::Operation(at) => record.surgeries.get(at).map(|one| &one.numbering),
        Source::Finding(at, _) => record.imaging.get(at).map(|one| &one.numbering),
        _ => None,
    };
    let (Some(one), Some(other)) = (own(operation), own(finding)) else {
        return false;
    };
    let counted = one.counted_from.value().zip(other.counted_from.value());
    let open = |one: &Numbering| one.is_transitional() || one.is_unknown();
    open(one) || open(other) || counted.is_some_and(|(one, other)| one != other)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rule::spine::spine_map;
    use rstest::rstest;

    #[rstest]
    #[case(
        "L5-S1",
        r#""numbering":{"counted_from":{"missing":"unknown"}},"#,
        "L4-L5",
        "",
        1
    )]
    #[case(
        "L5-S1",
        r#""numbering":{"transition":{"value":"sacralised_l5"}},"#,
        "L4-L5",
        "",
        1
    )]
    #[case(
        "L5-S1",
        "",
        "L4-L5",
        r#""numbering":{"transition":{"value":"lumbarised_s1"}},"#,
        1
    )]
    #[case(
        "L5-S1",
        r#""numbering":{"counted_from":{"value":"c2"}},"#,
        "L4-L5",
        r#""numbering":{"counted_from":{"value":"iliac_crest"}},"#,
        1
    )]
    // Counted alike, not asked, at the same level, or farther away, there is nothing to say.
    #[case(
        "L5-S1",
        r#""numbering":{"counted_from":{"value":"c2"}},"#,
        "L4-L5",
        r#""numbering":{"counted_from":{"value":"c2"}},"#,
        0
    )]
    #[case("L5-S1", "", "L4-L5", "", 0)]
    #[case(
        "L4-S1",
        r#""numbering":{"counted_from":{"missing":"unknown"}},"#,
        "L4-L5",
        "",
        0
    )]
    #[case(
        "L5-S1",
        r#""numbering":{"counted_from":{"missing":"unknown"}},"#,
        "L2-L3",
        "",
        0
    )]
    #[case(
        "C5-C6",
        r#""numbering":{"counted_from":{"missing":"unknown"}},"#,
        "C6-C7",
        "",
        0
    )]
    fn trap_15_one_segment_apart_is_named_where_the_numbering_is_open_and_no_level_is_changed(
        #[case] operated: &str,
        #[case] operation: &str,
        #[case] seen: &str,
        #[case] imaging: &str,
        #[case] count: usize,
    ) {
        let json = format!(
            r#"{{"patient":{{"family":"Sample","born":"1970"}},
            "surgeries":[{{{operation}"procedures":["discectomy"],"levels":"{operated}","when":"2019"}}],
            "imaging":[{{{imaging}"modality":"mri","when":"2021","findings":[{{"what":"disc herniation","levels":"{seen}"}}]}}]}}"#
        );
        let record: Record = serde_json::from_str(&json).unwrap();
        let map = spine_map(&record, "2026-11-25".parse().unwrap());
        let found: Vec<&Hint> = map
            .hints
            .iter()
            .filter(|hint| matches!(hint, Hint::OneSegmentApart { .. }))
            .collect();
        assert_eq!(found.len(), count, "{:?}", map.hints);
        assert_eq!(record.surgeries[0].levels.to_string(), operated);
        assert_eq!(record.imaging[0].findings[0].levels.to_string(), seen);
    }
}
