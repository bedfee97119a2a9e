//! What a diagnosis says: the pain itself, or one of its causes and contributors. A closed list with `other`; what stands beside
//! it in words is free.

use serde::{Deserialize, Serialize};

/// The pain that stayed or came after spine surgery, or why it is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "DiagnosisKind"))]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Persistent spinal pain after surgery itself, by whichever of its names.
    PersistentPain,
    /// The pain comes from elsewhere and that was not operated on.
    OtherSource,
    /// The level or side that was operated on is not the one of the present finding.
    OtherLevelOrSide,
    /// A problem that was left.
    Residual,
    /// The disc herniated again.
    RecurrentHerniation,
    /// A nerve root is still compressed.
    RootCompression,
    /// Stenosis, where not said of which part.
    Stenosis,
    /// Stenosis of the central canal.
    CentralStenosis,
    /// Stenosis of the lateral recess.
    LateralRecessStenosis,
    /// Stenosis of the foramen.
    ForaminalStenosis,
    /// The disc degenerated fast after much of it was taken out.
    DiscDegeneration,
    /// The disc space lost its height and loads the facets.
    DiscSpaceNarrowing,
    /// A segment moves more than it should.
    Instability,
    /// Overload or degeneration of the segment beside a fusion.
    AdjacentSegment,
    /// Pain of the facet joints.
    FacetJoint,
    /// Pain of the sacroiliac joint, as after a low fusion.
    SacroiliacJoint,
    /// Muscle: weakness, tension, spasm.
    Muscle,
    /// Scar in the epidural space.
    EpiduralFibrosis,
    /// Pain of a nerve, such as sciatica.
    NeuropathicPain,
    /// A nerve was injured.
    NerveInjury,
    /// The arachnoid is inflamed or its roots stick together.
    Arachnoiditis,
    /// A fusion that did not become solid.
    Pseudarthrosis,
    /// An implant broke or came loose.
    HardwareFailure,
    /// An implant lies where it should not.
    HardwareMalposition,
    /// The spine as a whole leans or is flat.
    SagittalImbalance,
    /// An infection of wound, bone or implant.
    Infection,
    /// An infection of the disc.
    Discitis,
    /// A leak of the dura.
    DuralLeak,
    /// Fluid lies outside the dura behind a leak.
    Pseudomeningocele,
    /// Complex regional pain syndrome.
    Crps,
    /// The hip or another place outside the spine that feels like it.
    HipOrPeripheral,
    /// Pain is processed more strongly than its source explains.
    CentralSensitisation,
    /// Psychological and social contributors.
    Psychosocial,
    /// Another one, told in words.
    Other,
}

/// Causes that belong together, in the order in which they are offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "DiagnosisGroup"))]
#[serde(rename_all = "snake_case")]
pub enum Group {
    /// The pain itself by its name.
    Main,
    /// What was aimed at and what was left.
    Target,
    /// Discs, canal and segments.
    Segment,
    /// Joints of the spine and muscle.
    Joint,
    /// Nerves, scar and membranes.
    Nerve,
    /// Fusion, implants and the shape of the spine.
    Implant,
    /// Infection of whatever is there.
    Infection,
    /// The person as a whole, and places outside the spine.
    Whole,
    /// What is none of these.
    Other,
}

impl Kind {
    /// Every kind, in the order in which they are offered.
    pub const ALL: [Self; 34] = [
        Self::PersistentPain,
        Self::OtherSource,
        Self::OtherLevelOrSide,
        Self::Residual,
        Self::RecurrentHerniation,
        Self::RootCompression,
        Self::Stenosis,
        Self::CentralStenosis,
        Self::LateralRecessStenosis,
        Self::ForaminalStenosis,
        Self::DiscDegeneration,
        Self::DiscSpaceNarrowing,
        Self::Instability,
        Self::AdjacentSegment,
        Self::FacetJoint,
        Self::SacroiliacJoint,
        Self::Muscle,
        Self::EpiduralFibrosis,
        Self::NeuropathicPain,
        Self::NerveInjury,
        Self::Arachnoiditis,
        Self::DuralLeak,
        Self::Pseudomeningocele,
        Self::Pseudarthrosis,
        Self::HardwareFailure,
        Self::HardwareMalposition,
        Self::SagittalImbalance,
        Self::Infection,
        Self::Discitis,
        Self::Crps,
        Self::HipOrPeripheral,
        Self::CentralSensitisation,
        Self::Psychosocial,
        Self::Other,
    ];

    /// The group in which it is offered.
    pub fn group(self) -> Group {
        match self {
            Self::PersistentPain => Group::Main,
            Self::OtherSource | Self::OtherLevelOrSide | Self::Residual => Group::Target,
            Self::RecurrentHerniation
            | Self::RootCompression
            | Self::Stenosis
            | Self::CentralStenosis
            | Self::LateralRecessStenosis
            | Self::ForaminalStenosis
            | Self::DiscDegeneration
            | Self::DiscSpaceNarrowing
            | Self::Instability
            | Self::AdjacentSegment => Group::Segment,
            Self::FacetJoint | Self::SacroiliacJoint | Self::Muscle => Group::Joint,
            Self::EpiduralFibrosis
            | Self::NeuropathicPain
            | Self::NerveInjury
            | Self::Arachnoiditis
            | Self::DuralLeak
            | Self::Pseudomeningocele => Group::Nerve,
            Self::Pseudarthrosis
            | Self::HardwareFailure
            | Self::HardwareMalposition
            | Self::SagittalImbalance => Group::Implant,
            Self::Infection | Self::Discitis => Group::Infection,
            Self::Crps | Self::HipOrPeripheral | Self::CentralSensitisation | Self::Psychosocial => {
                Group::Whole
            }
            Self::Other => Group::Other,
        }
    }

    /// Words by which it is looked for, the usual one first.
    pub fn names(self) -> &'static [&'static str] {
        match self {
            Self::PersistentPain => &[
                "persistent spinal pain syndrome type 2",
                "PSPS type 2",
                "PSPS-2",
                "PSPS2",
                "failed back surgery syndrome",
                "failed back surgical syndrome",
                "failed back syndrome",
                "FBSS",
                "post-laminectomy syndrome",
                "postlaminectomy syndrome",
                "chronic pain after spinal surgery",
            ],
            Self::OtherSource => &["other pain source", "wrong diagnosis", "misdiagnosis"],
            Self::OtherLevelOrSide => &["other level or side", "wrong level", "wrong side", "wrong site"],
            Self::Residual => &[
                "residual problem",
                "incomplete decompression",
                "retained fragment",
            ],
            Self::RecurrentHerniation => &["recurrent disc herniation", "recurrent prolapse", "reherniation"],
            Self::RootCompression => &["nerve root compression", "residual compression", "radiculopathy"],
            Self::Stenosis => &["spinal stenosis"],
            Self::CentralStenosis => &["central stenosis", "spinal canal stenosis"],
            Self::LateralRecessStenosis => &["lateral recess stenosis"],
            Self::ForaminalStenosis => &["foraminal stenosis"],
            Self::DiscDegeneration => &["accelerated disc degeneration", "discogenic pain"],
            Self::DiscSpaceNarrowing => &["disc space narrowing", "loss of disc height"],
            Self::Instability => &["instability", "spondylolisthesis"],
            Self::AdjacentSegment => &["adjacent segment disease", "adjacent segment degeneration"],
            Self::FacetJoint => &["facet joint pain", "facet arthropathy", "zygapophyseal joint"],
            Self::SacroiliacJoint => &["sacroiliac joint pain", "SI joint pain", "SIJ"],
            Self::Muscle => &["myofascial pain", "muscle spasm"],
            Self::EpiduralFibrosis => &["epidural fibrosis", "epidural scar", "perineural scar"],
            Self::NeuropathicPain => &["neuropathic pain", "nerve pain", "sciatica", "radicular pain"],
            Self::NerveInjury => &["nerve injury", "nerve root injury"],
            Self::Arachnoiditis => &["arachnoiditis"],
            Self::Pseudarthrosis => &["pseudarthrosis", "pseudoarthrosis", "nonunion", "non-union"],
            Self::HardwareFailure => &[
                "hardware failure",
                "implant loosening",
                "rod fracture",
                "screw fracture",
            ],
            Self::HardwareMalposition => {
                &["hardware malposition", "screw malposition", "implant malposition"]
            }
            Self::SagittalImbalance => &["sagittal imbalance", "flat-back", "flatback"],
            Self::Infection => &["infection", "surgical site infection"],
            Self::Discitis => &["discitis", "spondylodiscitis"],
            Self::DuralLeak => &["dural leak", "CSF leak", "cerebrospinal fluid leak"],
            Self::Pseudomeningocele => &["pseudomeningocele"],
            Self::Crps => &["complex regional pain syndrome", "CRPS"],
            Self::HipOrPeripheral => &["hip or peripheral mimic", "hip", "peripheral nerve entrapment"],
            Self::CentralSensitisation => &[
                "central sensitisation",
                "central sensitization",
                "nociplastic pain",
            ],
            Self::Psychosocial => &[
                "psychosocial contributors",
                "depression",
                "catastrophising",
                "fear avoidance",
            ],
            Self::Other => &[],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_kind_is_offered_once_beside_those_of_its_group_and_is_found_by_a_word() {
        let all: BTreeSet<Kind> = Kind::ALL.into_iter().collect();
        assert_eq!(all.len(), Kind::ALL.len());
        let mut groups: Vec<Group> = Kind::ALL.map(Kind::group).to_vec();
        groups.dedup();
        assert_eq!(groups.len(), 9, "each group once: {groups:?}");
        for kind in Kind::ALL {
            assert_eq!(kind.names().is_empty(), kind == Kind::Other, "{kind:?}");
        }
    }
}
