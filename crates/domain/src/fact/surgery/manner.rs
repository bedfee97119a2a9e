//! What an operation was meant to reach and in which manner it was done: purposes, technique, guidance, tools, monitoring of
//! nerves, how much of a disc was taken, what bone was laid in, and where all this is known from.

use crate::value::text::Text;
use serde::{Deserialize, Serialize};

/// What an operation was meant to reach.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "SurgeryPurpose"))]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// Less pain of leg or arm.
    RelieveLimbPain,
    /// Less pain of back or neck.
    RelieveBackPain,
    /// Nerves or cord freed.
    Decompress,
    /// Vertebrae held in their place.
    Stabilise,
    /// A curve made straighter.
    CorrectDeformity,
    /// Hardware taken out or put right.
    Hardware,
    /// An infection treated by surgery.
    TreatInfection,
    /// Something else, told in words.
    Other,
}

/// Why an operation was done: what was found that called for it. Several may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "SurgeryReason"))]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// A disc that herniated.
    Herniation,
    /// Too little room for nerves or cord.
    Stenosis,
    /// Vertebrae that move or slip.
    Instability,
    /// Worn discs or joints.
    Degeneration,
    /// A curve or a lean of the spine.
    Deformity,
    /// An injury, a fracture among them.
    Trauma,
    /// A growth of whatever kind.
    Tumour,
    /// An infection of the spine.
    Infection,
    /// A fusion that did not become solid.
    Nonunion,
    /// An implant that broke, moved or hurts.
    Hardware,
}

/// How the way in was made and what was looked through. Several may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "SurgeryTechnique"))]
#[serde(rename_all = "snake_case")]
pub enum Technique {
    /// Through an open way in.
    Open,
    /// Through a shorter one.
    MiniOpen,
    /// Minimally invasive, as through a tube.
    MinimallyInvasive,
    /// Seen through an endoscope.
    Endoscopic,
    /// Seen under the microscope.
    Microscope,
    /// Through a needle alone.
    Percutaneous,
}

/// By what instruments and implants were led. Several may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "SurgeryGuidance"))]
#[serde(rename_all = "snake_case")]
pub enum Guidance {
    /// X-ray, seen in motion.
    Fluoroscopy,
    /// A computer that shows where instruments are.
    Navigation,
    /// A robot that holds or leads them.
    Robot,
}

/// With what bone or disc was taken away. Several may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "SurgeryTool"))]
#[serde(rename_all = "snake_case")]
pub enum Tool {
    /// A device that cuts bone by ultrasound.
    UltrasonicBoneDevice,
    /// A drill or burr.
    Drill,
    /// Heat of a laser.
    Laser,
}

/// Whether nerves were monitored, and what was seen. `absent` means that they were not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "NerveMonitoring"))]
#[serde(rename_all = "snake_case")]
pub enum Monitoring {
    /// Monitored; what was seen is not told.
    Used,
    /// Monitored, and the signals stayed.
    NoChange,
    /// Monitored, and the signals changed.
    Change,
}

/// How much of a disc was taken out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "DiscExtent"))]
#[serde(rename_all = "snake_case")]
pub enum DiscExtent {
    /// A loose fragment alone.
    Limited,
    /// A part of the disc.
    Partial,
    /// Much of it or nearly all.
    Large,
}

/// What was laid in for bone to grow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum GraftKind {
    /// The patient's own bone.
    Autograft,
    /// Bone of somebody else.
    Allograft,
    /// A protein that makes bone grow.
    Bmp,
    /// A substance made for it.
    Synthetic,
    /// Something else, told in words.
    Other,
}

/// A graft of an operation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Graft {
    /// What it was, from the list.
    pub kind: GraftKind,
    /// From which site it was taken, or its name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<Text>,
}

/// What the account of an operation was read from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "SurgerySource"))]
#[serde(rename_all = "snake_case")]
pub enum SourceSeen {
    /// The operation note was seen.
    OperationNote,
    /// A letter or summary was seen.
    Letter,
    /// Nothing was seen: the patient remembers it.
    Recall,
}
