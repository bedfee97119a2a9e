//! The bleeding-risk class of an intervention, and what an earlier operation in the same area makes of it.
//!
//! Source: ASRA multi-society guideline 2018 and its update of August 2019, as a class list only. It asks to treat a low or
//! intermediate intervention as one class higher where the area was operated on. Where it can't be told that the operation
//! was elsewhere, the higher class stands and the reason is given: also where only a part of an operation has no level, and
//! where something is in the spine of which no operation on record tells how it came there.

use crate::{
    fact::surgery::{Region, Surgery},
    value::{level::Levels, sure::Sure},
};
use serde::{Deserialize, Serialize};
use std::{borrow::Borrow, sync::LazyLock};

const FILE: &str = include_str!("../../../../gates/interventions.toml");

/// Bleeding-risk class of an intervention, the least risk first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the guideline's classes name themselves")]
pub enum RiskClass {
    Low,
    Intermediate,
    High,
}

impl RiskClass {
    /// One class higher; high stays high.
    pub fn raised(self) -> Self {
        match self {
            RiskClass::Low => RiskClass::Intermediate,
            RiskClass::Intermediate | RiskClass::High => RiskClass::High,
        }
    }
}

/// Where an intervention or an operation is, as coarsely as scars are counted: the sacrum and its joints belong to the low
/// back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Area {
    /// The neck; an operation of the cervical region lies here.
    Cervical,
    /// The chest; an operation of the thoracic region lies here.
    Thoracic,
    /// Low back, sacrum and sacroiliac joints.
    Lumbar,
    /// The pocket of a generator or pump.
    Pocket,
}

impl From<Region> for Area {
    fn from(region: Region) -> Self {
        match region {
            Region::Cervical => Area::Cervical,
            Region::Thoracic => Area::Thoracic,
            Region::Lumbar | Region::Lumbosacral | Region::Sacroiliac => Area::Lumbar,
        }
    }
}

/// An intervention with its class.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Intervention {
    /// Stable id such as `epidural_caudal`.
    pub id: String,
    /// In words, as the file has it.
    pub name: String,
    /// Its class, before anything about the patient.
    pub class: RiskClass,
    /// The areas in which it can be; none where its name does not say.
    #[serde(default)]
    pub areas: Vec<Area>,
    /// How sure the class is.
    pub sure: Sure,
    /// Where the class comes from, where it is not the guideline's.
    #[serde(default)]
    pub source: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    intervention: Vec<Intervention>,
}

/// The interventions whose class is on file.
///
/// # Errors
/// The reason why the built-in file can't be read.
pub fn interventions() -> Result<&'static [Intervention], &'static str> {
    static LIST: LazyLock<Result<Vec<Intervention>, String>> = LazyLock::new(|| {
        toml::from_str::<File>(FILE)
            .map(|file| file.intervention)
            .map_err(|error| error.to_string())
    });
    LIST.as_deref().map_err(String::as_str)
}

/// The intervention with that id, where it is on file.
pub fn intervention(id: &str) -> Option<&'static Intervention> {
    let known = interventions().unwrap_or_default();
    known.iter().find(|one| one.id == id)
}

/// What earlier operations say about the area of an intervention.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AreaHistory {
    /// These operations, counted from 0, were in the same area, as far as it is told.
    Same(Vec<usize>),
    /// These operations are on record; whether they were in the same area can't be told.
    Perhaps(Vec<usize>),
    /// These implants are recorded, and no operation on record put them in; whether that was in the same area can't be told.
    Implants(Vec<String>),
    /// No operation is on record, which does not say that there was none.
    NotRecorded,
    /// Every operation on record was in another area.
    Elsewhere,
}

/// Something in the spine, or that was there, which no operation on record put in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnexplainedImplant {
    /// What it is called.
    pub name: String,
    /// Where it is; empty where that is not recorded.
    pub levels: Levels,
}

/// The class of an intervention for one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClassedIntervention {
    /// The intervention with its class before anything about the patient.
    pub intervention: &'static Intervention,
    /// What earlier operations say.
    pub operated: AreaHistory,
}

impl ClassedIntervention {
    /// The class with earlier operations counted in: one higher unless every operation is known to have been elsewhere.
    pub fn class(&self) -> RiskClass {
        match self.operated {
            AreaHistory::Elsewhere => self.intervention.class,
            AreaHistory::Same(_)
            | AreaHistory::Perhaps(_)
            | AreaHistory::Implants(_)
            | AreaHistory::NotRecorded => self.intervention.class.raised(),
        }
    }
}

/// The areas that levels are in.
fn areas_of(levels: &Levels) -> impl Iterator<Item = Area> {
    let ends = levels.targets().iter().filter_map(Region::both_ends).flatten();
    ends.map(Area::from)
}

/// The areas that an operation is told to have been in.
fn areas(surgery: &Surgery) -> Vec<Area> {
    let levels = surgery.all_levels();
    areas_of(&levels).chain(surgery.region.map(Area::from)).collect()
}

/// Whether nothing tells where a part of an operation was: a procedure without a named level of its own or of the whole,
/// where no region is told.
fn is_unplaced_in_part(surgery: &Surgery) -> bool {
    let unplaced = |levels: &Levels| {
        let mut targets = levels.targets().iter();
        levels.is_empty() || targets.any(|target| Region::both_ends(target).is_none())
    };
    let mut procedures = surgery.procedures.iter();
    surgery.region.is_none()
        && procedures.any(|one| match one.levels.is_empty() {
            true => unplaced(&surgery.levels),
            false => unplaced(&one.levels),
        })
}

/// The class of the intervention with that id after `surgeries` and whatever put `implants` in; `None` where it is not on
/// file.
pub fn classed(
    id: &str,
    surgeries: &[impl Borrow<Surgery>],
    implants: &[UnexplainedImplant],
) -> Option<ClassedIntervention> {
    let intervention = intervention(id)?;
    let here = |area: Area| intervention.areas.contains(&area);
    let anywhere = intervention.areas.is_empty();
    let (mut same, mut perhaps) = (Vec::new(), Vec::new());
    for (at, surgery) in surgeries.iter().map(Borrow::borrow).enumerate() {
        if areas(surgery).into_iter().any(here) {
            same.push(at);
        } else if anywhere || is_unplaced_in_part(surgery) {
            perhaps.push(at);
        }
    }
    let unexplained: Vec<String> = implants
        .iter()
        .filter(|one| anywhere || areas_of(&one.levels).next().is_none() || areas_of(&one.levels).any(here))
        .map(|one| one.name.clone())
        .collect();
    let pocket = intervention.areas == [Area::Pocket];
    let operated = match (same.is_empty(), perhaps.is_empty()) {
        _ if pocket => AreaHistory::Elsewhere,
        (false, _) => AreaHistory::Same(same),
        (true, false) => AreaHistory::Perhaps(perhaps),
        (true, true) if !unexplained.is_empty() => AreaHistory::Implants(unexplained),
        (true, true) if surgeries.is_empty() => AreaHistory::NotRecorded,
        (true, true) => AreaHistory::Elsewhere,
    };
    Some(ClassedIntervention {
        intervention,
        operated,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn operations(list: &[&str]) -> Vec<Surgery> {
        let one = |text: &&str| {
            let more = if text.is_empty() {
                String::new()
            } else {
                format!(",{text}")
            };
            serde_json::from_str(&format!(r#"{{"procedures":["fusion"]{more}}}"#)).unwrap()
        };
        list.iter().map(one).collect()
    }

    #[rstest]
    #[case("stimulator", RiskClass::High)]
    #[case("intrathecal", RiskClass::High)]
    #[case("vertebral_augmentation", RiskClass::High)]
    #[case("percutaneous_decompression", RiskClass::High)]
    #[case("epidural_decompression", RiskClass::High)]
    #[case("basivertebral", RiskClass::High)]
    #[case("interspinous_spacer", RiskClass::High)]
    #[case("epidural_interlaminar", RiskClass::Intermediate)]
    #[case("epidural_transforaminal", RiskClass::Intermediate)]
    #[case("epidural_caudal", RiskClass::Intermediate)]
    #[case("facet_cervical", RiskClass::Intermediate)]
    #[case("intradiscal", RiskClass::Intermediate)]
    #[case("sympathetic", RiskClass::Intermediate)]
    #[case("facet_thoracolumbar", RiskClass::Low)]
    #[case("sacroiliac", RiskClass::Low)]
    #[case("peripheral", RiskClass::Low)]
    #[case("peripheral_stimulation", RiskClass::Low)]
    #[case("trigger_point", RiskClass::Low)]
    #[case("pocket_revision", RiskClass::Low)]
    #[case("generator_replacement", RiskClass::Low)]
    fn interventions_have_their_class(#[case] id: &str, #[case] class: RiskClass) {
        assert_eq!(intervention(id).unwrap().class, class);
        assert_eq!(interventions().unwrap().len(), 20);
        assert!(class.raised() >= class);
    }

    #[rstest]
    #[case("facet_thoracolumbar", &[r#""levels":"L4-S1""#], AreaHistory::Same(vec![0]), RiskClass::Intermediate)]
    #[case("facet_thoracolumbar", &[r#""region":"lumbosacral""#], AreaHistory::Same(vec![0]), RiskClass::Intermediate)]
    #[case("facet_thoracolumbar", &[r#""levels":"C5-C6""#], AreaHistory::Elsewhere, RiskClass::Low)]
    #[case("facet_cervical", &[r#""levels":"L4-L5""#], AreaHistory::Elsewhere, RiskClass::Intermediate)]
    #[case("facet_cervical", &[r#""levels":"L4-L5""#, r#""levels":"C5-C6""#], AreaHistory::Same(vec![1]), RiskClass::High)]
    #[case("sacroiliac", &[r#""levels":"L5-S1""#], AreaHistory::Same(vec![0]), RiskClass::Intermediate)]
    #[case("epidural_caudal", &[r#""levels":"L4-L5""#], AreaHistory::Same(vec![0]), RiskClass::High)]
    #[case("epidural_interlaminar", &[r#""levels":"L4-L5""#], AreaHistory::Perhaps(vec![0]), RiskClass::High)]
    #[case("facet_cervical", &[""], AreaHistory::Perhaps(vec![0]), RiskClass::High)]
    #[case("facet_cervical", &["", r#""levels":"L4-L5""#], AreaHistory::Perhaps(vec![0]), RiskClass::High)]
    #[case("trigger_point", &[], AreaHistory::NotRecorded, RiskClass::Intermediate)]
    #[case("stimulator", &[r#""levels":"T9-T10""#], AreaHistory::Perhaps(vec![0]), RiskClass::High)]
    #[case("generator_replacement", &[r#""levels":"L4-L5""#], AreaHistory::Elsewhere, RiskClass::Low)]
    #[case("pocket_revision", &[], AreaHistory::Elsewhere, RiskClass::Low)]
    fn an_operation_in_the_same_area_raises_the_class_and_one_that_can_t_be_placed_never_lowers_it(
        #[case] id: &str,
        #[case] surgeries: &[&str],
        #[case] operated: AreaHistory,
        #[case] class: RiskClass,
    ) {
        let found = classed(id, &operations(surgeries), &[]).unwrap();
        assert_eq!(found.operated, operated);
        assert_eq!(found.class(), class);
    }

    #[rstest]
    // A part of the operation has no level, or levels that are not named.
    #[case(r#"{"procedures":["Fusion C5-C6","decompression"]}"#, RiskClass::Intermediate)]
    #[case(
        r#"{"procedures":["Fusion C5-C6","decompression 2 levels"]}"#,
        RiskClass::Intermediate
    )]
    #[case(
        r#"{"procedures":["Fusion C5-C6","decompression"],"levels":"C5-C6"}"#,
        RiskClass::Low
    )]
    #[case(
        r#"{"procedures":["Fusion C5-C6","decompression"],"region":"cervical"}"#,
        RiskClass::Low
    )]
    #[case(r#"{"procedures":["fusion"],"levels":"3 levels"}"#, RiskClass::Intermediate)]
    fn a_part_of_an_operation_without_a_level_may_have_been_anywhere(
        #[case] surgery: &str,
        #[case] class: RiskClass,
    ) {
        let surgery: Surgery = serde_json::from_str(surgery).unwrap();
        assert_eq!(
            classed("facet_thoracolumbar", &[surgery], &[]).unwrap().class(),
            class
        );
    }

    #[rstest]
    #[case("", RiskClass::Intermediate)]
    #[case("T9", RiskClass::Intermediate)]
    #[case("2 levels", RiskClass::Intermediate)]
    #[case("C5-C6", RiskClass::Low)]
    fn what_no_operation_on_record_put_in_may_have_been_put_in_here(
        #[case] levels: &str,
        #[case] class: RiskClass,
    ) {
        let implant = UnexplainedImplant {
            name: "stimulator".to_owned(),
            levels: match levels {
                "" => Levels::default(),
                named => named.parse().unwrap(),
            },
        };
        let surgeries = operations(&[r#""levels":"C5-C6""#]);
        let found = classed("facet_thoracolumbar", &surgeries, std::slice::from_ref(&implant)).unwrap();
        assert_eq!(found.class(), class);
        // Without any operation on record the higher class stands as well.
        assert_eq!(
            classed("facet_thoracolumbar", &[] as &[Surgery], &[implant])
                .unwrap()
                .class(),
            RiskClass::Intermediate
        );
    }

    /// No choice is judged lower after more that can't be placed is added.
    #[test]
    fn what_can_t_be_placed_never_lowers_the_class_of_any_intervention() {
        let lists: [&[&str]; 4] = [
            &[],
            &[r#""levels":"C5-C6""#],
            &[r#""levels":"L4-S1""#],
            &[r#""region":"thoracic""#],
        ];
        let implant = UnexplainedImplant {
            name: "screws".to_owned(),
            levels: Levels::default(),
        };
        for one in interventions().unwrap() {
            for list in lists {
                let before = classed(&one.id, &operations(list), &[]).unwrap().class();
                let more: Vec<&str> = list.iter().copied().chain([""]).collect();
                let unplaced = classed(&one.id, &operations(&more), &[]).unwrap().class();
                let implants = classed(&one.id, &operations(list), std::slice::from_ref(&implant))
                    .unwrap()
                    .class();
                assert!(unplaced >= before && implants >= before, "{}: {list:?}", one.id);
                if one.areas != [Area::Pocket] {
                    assert_eq!(unplaced, one.class.raised(), "{}: {list:?}", one.id);
                    assert_eq!(implants, one.class.raised(), "{}: {list:?}", one.id);
                }
            }
        }
    }

    #[test]
    fn an_intervention_that_is_not_on_file_has_no_class() {
        assert_eq!(classed("acupuncture", &operations(&[""]), &[]), None);
    }
}
