//! What can be seen on a picture, as a closed list of codes with the words by which each is known. What has no code is told in
//! words alone.

use serde::{Deserialize, Serialize};

/// Makes the list from one line a code: its document, its name, and the words that say exactly it, the usual one first.
macro_rules! kinds {
    ($($(#[$doc:meta])* $Kind:ident [$($name:literal),+ $(,)?];)+) => {
        /// A finding of imaging by its code.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
        #[serde(rename_all = "snake_case")]
        pub enum FindingKind {
            $($(#[$doc])* $Kind,)+
        }

        impl FindingKind {
            /// Every code, in the order in which it is offered.
            pub const ALL: [Self; [$(stringify!($Kind)),+].len()] = [$(Self::$Kind),+];

            /// Words that say exactly it, the usual one first.
            pub fn names(self) -> &'static [&'static str] {
                match self { $(Self::$Kind => &[$($name),+],)+ }
            }
        }
    };
}

kinds! {
    /// Disc tissue beyond the disc space.
    DiscHerniation ["disc herniation", "herniated disc", "disc prolapse", "prolapsed disc", "disc protrusion", "disc extrusion"];
    /// The same disc herniated again after an operation.
    RecurrentHerniation [
        "recurrent disc herniation", "recurrent herniation", "recurrent prolapse", "recurrent disc prolapse", "reherniation",
    ];
    /// A piece of disc, which takes up no contrast.
    DiscFragment ["disc fragment", "sequestrated disc fragment", "non-enhancing disc fragment", "sequestrum"];
    /// A disc that bulges all round.
    DiscBulge ["disc bulge", "bulging disc"];
    /// A disc that lost water or tore.
    DiscDegeneration ["disc degeneration", "degenerative disc disease", "disc desiccation"];
    /// The disc space lost its height.
    DiscSpaceNarrowing [
        "disc-space narrowing", "disc space narrowing", "disc space narrowed", "disc height lost", "loss of disc height",
    ];
    /// Marrow beside a disc changed, as told by Modic.
    EndplateChanges ["endplate changes", "Modic changes"];
    /// A tear of the ring of the disc.
    AnnularFissure ["annular fissure", "annular tear"];
    /// A nerve root is pressed or pushed aside.
    RootCompression ["nerve root compression", "root compression"];
    /// Stenosis, where not said of which part.
    Stenosis ["spinal stenosis", "stenosis"];
    /// Stenosis of the central canal.
    CentralStenosis ["central stenosis", "central canal stenosis", "spinal canal stenosis", "lumbar canal stenosis"];
    /// Stenosis of the lateral recess.
    LateralRecessStenosis ["lateral recess stenosis"];
    /// Stenosis of a nerve's foramen.
    ForaminalStenosis ["foraminal stenosis", "foraminal narrowing", "neuroforaminal stenosis"];
    /// The cord itself is pressed.
    CordCompression ["cord compression", "spinal cord compression"];
    /// The cord shines where it should not.
    CordSignalChange ["cord signal change", "myelomalacia", "cord oedema"];
    /// Scar in the epidural space.
    EpiduralFibrosis ["epidural fibrosis", "epidural scar", "perineural scar", "peridural fibrosis"];
    /// Scar that takes up contrast, unlike a disc.
    EnhancingScar ["enhancing scar", "enhancing epidural scar"];
    /// Roots that stick together inside the sac.
    Arachnoiditis ["arachnoiditis", "clumped nerve roots"];
    /// Spurs of bone at the edge of a vertebra.
    Osteophytes ["bone spurs", "osteophytes", "spurs"];
    /// Worn facet joints of a segment.
    FacetArthropathy ["facet arthropathy", "facet arthrosis", "facet arthritis", "facet joint degeneration"];
    /// Worn or inflamed sacroiliac joints.
    SacroiliacArthropathy ["sacroiliac arthropathy", "sacroiliitis", "sacroiliac joint arthritis"];
    /// Arthritis, where not said of which joint.
    Arthritis ["arthritis", "arthrosis"];
    /// A vertebra stands ahead of or behind its neighbour.
    Spondylolisthesis ["spondylolisthesis", "listhesis"];
    /// A segment moves more than it should.
    Instability ["instability", "segmental instability"];
    /// A curve of the spine to the side.
    Scoliosis ["scoliosis"];
    /// The hollow of the low back is lost.
    LossOfLordosis ["loss of lordosis", "flat back", "flatback"];
    /// The spine as a whole leans.
    SagittalImbalance ["sagittal imbalance"];
    /// A broken vertebra, of whatever kind.
    Fracture ["fracture", "vertebral fracture", "compression fracture"];
    /// A gap in the arch of a vertebra.
    ParsDefect ["pars defect", "spondylolysis"];
    /// Bone less dense than it should be.
    LowBoneDensity ["low bone density", "osteoporosis"];
    /// A vertebra between the low back and the sacrum that is not the usual one.
    TransitionalVertebra [
        "transitional vertebra", "lumbosacral transitional vertebra", "LSTV", "sacralised L5", "lumbarised S1",
    ];
    /// Bone bridges what was to be fused.
    SolidFusion ["solid fusion", "fused"];
    /// Bone bridges a part of it.
    IncompleteFusion ["incomplete fusion", "fusion not complete", "partial fusion"];
    /// What was to be fused is not.
    Pseudarthrosis ["pseudarthrosis", "pseudoarthrosis", "nonunion", "non-union"];
    /// The segment beside a fusion is worn.
    AdjacentSegment ["adjacent segment degeneration", "adjacent segment disease"];
    /// Implants lie where they were put.
    HardwareInPlace ["hardware in place", "implants in place"];
    /// An implant came loose in the bone.
    HardwareLoosening ["hardware loosening", "screw loosening", "implant loosening"];
    /// A dark rim in the bone around an implant.
    Lucency ["lucency around an implant", "peri-implant lucency", "halo around a screw"];
    /// An implant broke or came apart.
    HardwareFailure ["hardware failure", "broken screw", "broken rod", "screw fracture", "rod fracture"];
    /// An implant lies where it should not.
    HardwareMalposition ["hardware malposition", "screw malposition", "screw breach"];
    /// A cage sank in or moved.
    CageMigration ["cage subsidence or migration", "cage subsidence", "cage migration"];
    /// Infection of a disc and its neighbours.
    Discitis ["discitis", "spondylodiscitis"];
    /// Pus in the spine or beside it.
    Abscess ["abscess", "epidural abscess"];
    /// Fluid, where not said which.
    FluidCollection ["fluid collection", "seroma"];
    /// Fluid of the spinal canal outside it.
    CsfCollection ["CSF collection"];
    /// The same in a wall of its own.
    Pseudomeningocele ["pseudomeningocele"];
    /// Blood in the canal or the wound.
    Haematoma ["haematoma", "hematoma", "epidural haematoma"];
    /// A growth in bone, canal or cord.
    Tumour ["tumour", "tumor", "metastasis"];
    /// More tracer than around it.
    IncreasedUptake ["increased uptake"];
    /// The needle brought about the pain that the patient knows.
    ConcordantPain ["concordant pain provoked", "concordant pain"];
    /// The needle brought about another pain.
    DiscordantPain ["discordant pain provoked", "discordant pain"];
    /// The needle brought about no pain.
    NoPainProvoked ["no pain provoked"];
    /// A disc that was tested to compare the others with.
    ControlLevel ["control level", "control disc"];
    /// Looked at, and nothing worth a word.
    NoFinding ["no finding of note", "normal", "unremarkable"];
}

/// Beginnings of words that deny what follows them.
const DENIALS: [&str; 4] = ["no evidence of ", "no sign of ", "no ", "without "];

impl FindingKind {
    /// The code that these words say exactly, also where they deny it: "no recurrent herniation". Nothing is guessed from a part
    /// of them.
    pub fn known(words: &str) -> Option<Self> {
        let low = words.trim().to_lowercase();
        let exactly = |text: &str| {
            let says = |kind: &Self| kind.names().iter().any(|name| name.eq_ignore_ascii_case(text));
            Self::ALL.into_iter().find(says)
        };
        let denied = || {
            DENIALS
                .iter()
                .find_map(|denial| exactly(low.strip_prefix(denial)?.trim()))
        };
        exactly(&low).or_else(denied)
    }

    /// Whether it says by itself that there was nothing to see or feel.
    pub fn is_nothing(self) -> bool {
        matches!(self, Self::NoFinding | Self::NoPainProvoked | Self::ControlLevel)
    }

    /// Whether there is metal where it is seen.
    pub fn is_of_metal(self) -> bool {
        matches!(
            self,
            Self::HardwareInPlace
                | Self::HardwareLoosening
                | Self::Lucency
                | Self::HardwareFailure
                | Self::HardwareMalposition
                | Self::CageMigration
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;
    use std::collections::BTreeSet;

    #[test]
    fn every_code_is_found_by_each_of_its_words_and_no_word_means_two() {
        let mut all = BTreeSet::new();
        for kind in FindingKind::ALL {
            for name in kind.names() {
                assert_eq!(FindingKind::known(name), Some(kind), "{name}");
                assert!(all.insert(name.to_lowercase()), "{name} means two");
            }
        }
    }

    #[rstest]
    #[case("Recurrent disc herniation ", Some(FindingKind::RecurrentHerniation))]
    #[case("no recurrent herniation", Some(FindingKind::RecurrentHerniation))]
    #[case("no evidence of discitis", Some(FindingKind::Discitis))]
    #[case("no finding of note", Some(FindingKind::NoFinding))]
    #[case("no pain provoked", Some(FindingKind::NoPainProvoked))]
    #[case("large recurrent prolapse", None)]
    #[case("scar around L5 root", None)]
    #[case("fracture healed", None)]
    fn only_whole_words_are_coded(#[case] words: &str, #[case] kind: Option<FindingKind>) {
        assert_eq!(FindingKind::known(words), kind);
    }
}
