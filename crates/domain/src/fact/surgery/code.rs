//! Which procedure it was: a closed list with `other`, and the names by which a typed text is recognised as one of them.
//!
//! A text is coded only where it says one procedure and nothing else: every word of it belongs to a name of that procedure,
//! or tells no more than where and in which manner. What is joined to another procedure or denied is left to whoever codes it.

use serde::{Deserialize, Serialize};

macro_rules! codes {
    ($($(#[$doc:meta])* $code:ident: $($name:literal),+;)+) => {
        /// A procedure of spine surgery.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "ProcedureCode"))]
        #[serde(rename_all = "snake_case")]
        pub enum Code {
            $($(#[$doc])* $code,)+
            /// Another one, told in words.
            Other,
        }

        /// Every name, with the procedure that it stands for.
        const NAMES: &[(&str, Code)] = &[$($(($name, Code::$code),)+)+];

        impl Code {
            /// Every code, in the order in which they are offered.
            pub const ALL: &[Self] = &[$(Self::$code,)+ Self::Other];
        }
    };
}

codes! {
    /// A disc herniation taken out under the microscope.
    Microdiscectomy: "microdiscectomy", "microdiskectomy", "micro discectomy", "micro diskectomy", "microscopic discectomy",
        "microsurgical discectomy", "microlumbar discectomy";
    /// The same through an open way in.
    OpenDiscectomy: "open discectomy", "open diskectomy";
    /// The same through an endoscope.
    EndoscopicDiscectomy: "endoscopic discectomy", "endoscopic diskectomy", "percutaneous endoscopic discectomy";
    /// A disc or a part of it taken out, where the manner is not told.
    Discectomy: "discectomy", "diskectomy", "nucleotomy", "sequestrectomy", "disc removal", "disc herniation removal",
        "removal of disc herniation", "disc herniation surgery";
    /// A window in a lamina.
    Laminotomy: "laminotomy";
    /// A lamina taken away, whole or on one side.
    Laminectomy: "laminectomy", "hemilaminectomy";
    /// A foramen made wider.
    Foraminotomy: "foraminotomy", "foraminectomy";
    /// Nerves freed, where the manner is not told.
    Decompression: "decompression";
    /// A spacer between two spinous processes.
    InterspinousDevice: "interspinous device", "interspinous spacer", "interspinous process device";
    /// Posterolateral fusion between transverse processes.
    Plf: "plf", "posterolateral fusion", "posterolateral lumbar fusion";
    /// Posterior lumbar interbody fusion.
    Plif: "plif", "posterior lumbar interbody fusion";
    /// Transforaminal lumbar interbody fusion.
    Tlif: "tlif", "transforaminal lumbar interbody fusion", "transforaminal interbody fusion";
    /// Anterior lumbar interbody fusion.
    Alif: "alif", "anterior lumbar interbody fusion";
    /// Lateral lumbar interbody fusion.
    Llif: "llif", "xlif", "dlif", "lateral lumbar interbody fusion", "lateral interbody fusion",
        "extreme lateral interbody fusion", "direct lateral interbody fusion";
    /// Oblique lumbar interbody fusion.
    Olif: "olif", "oblique lumbar interbody fusion", "oblique interbody fusion";
    /// Prone transpsoas lateral interbody fusion.
    Ptp: "ptp", "prone transpsoas fusion", "prone transpsoas lateral fusion", "prone trans psoas fusion",
        "prone trans psoas lateral fusion", "prone transpsoas lateral interbody fusion",
        "prone trans psoas lateral interbody fusion", "prone transpsoas";
    /// Axial lumbar interbody fusion.
    AxiaLif: "axialif", "axial lumbar interbody fusion";
    /// Anterior cervical discectomy and fusion.
    Acdf: "acdf", "anterior cervical discectomy and fusion", "anterior cervical diskectomy and fusion";
    /// Fusion of the neck from behind.
    PosteriorCervicalFusion: "posterior cervical fusion", "pcf";
    /// Fusion of the sacroiliac joint.
    SacroiliacFusion: "sacroiliac fusion", "sacroiliac joint fusion", "si fusion", "si joint fusion", "sij fusion";
    /// Vertebrae joined, where the manner is not told.
    Fusion: "fusion", "spondylodesis", "arthrodesis", "interbody fusion";
    /// Screws, rods or plates put in, where no fusion is told.
    Fixation: "fixation", "stabilization", "stabilisation", "instrumentation", "pedicle screw fixation", "osteosynthesis";
    /// The canal made wider by hinging laminae.
    Laminoplasty: "laminoplasty";
    /// A vertebral body taken out.
    Corpectomy: "corpectomy", "vertebrectomy";
    /// An artificial disc in the neck.
    CervicalDiscArthroplasty: "cervical disc arthroplasty", "cervical disc replacement", "cervical disc prosthesis",
        "cervical disk replacement";
    /// An artificial disc in the low back.
    LumbarDiscArthroplasty: "lumbar disc arthroplasty", "lumbar disc replacement", "lumbar disc prosthesis",
        "lumbar disk replacement";
    /// Cement in a vertebra.
    Augmentation: "vertebral augmentation", "kyphoplasty", "balloon kyphoplasty", "vertebroplasty";
    /// A curve made straighter.
    DeformityCorrection: "deformity correction", "scoliosis correction", "correction of scoliosis", "kyphosis correction",
        "correction of deformity", "scoliosis surgery";
    /// Bone cut to change the shape of the spine.
    Osteotomy: "osteotomy", "pedicle subtraction osteotomy", "pso", "smith petersen osteotomy", "ponte osteotomy";
    /// Scar around nerves loosened.
    ScarRelease: "scar neurolysis", "neurolysis", "scar release", "adhesiolysis";
    /// Metal of an earlier operation taken out.
    HardwareRemoval: "hardware removal", "removal of hardware", "metalwork removal", "removal of metalwork", "metal removal",
        "removal of metal", "implant removal", "removal of implants", "removal of implant", "screw removal",
        "removal of screws", "interspinous device removal", "removal of interspinous device";
    /// An earlier operation done again or put right, where no more is told.
    Revision: "revision", "revision surgery", "reoperation", "revision of operation";
    /// An infected or closed-in wound opened and cleaned.
    Debridement: "irrigation and debridement", "debridement", "washout", "wound washout", "haematoma evacuation",
        "hematoma evacuation", "evacuation of haematoma", "evacuation of hematoma";
    /// A leak of the dura closed.
    DuralRepair: "dural repair", "repair of dura", "csf leak repair", "repair of csf leak", "durotomy repair",
        "dural tear repair";
    /// Leads of a stimulator put in for a trial.
    StimulatorTrial: "spinal cord stimulator trial", "spinal cord stimulation trial", "scs trial", "stimulator trial";
    /// A stimulator put in to stay.
    StimulatorImplant: "spinal cord stimulator implant", "spinal cord stimulator implantation",
        "implantation of spinal cord stimulator", "spinal cord stimulation implant", "scs implant", "scs implantation",
        "stimulator implant", "stimulator implantation";
    /// A stimulator or a part of it exchanged or put right.
    StimulatorRevision: "spinal cord stimulator revision", "scs revision", "stimulator revision", "ipg replacement",
        "ipg exchange", "scs battery replacement", "generator replacement", "generator exchange", "scs lead revision";
    /// A stimulator taken out.
    StimulatorRemoval: "spinal cord stimulator removal", "removal of spinal cord stimulator", "scs removal", "scs explant",
        "spinal cord stimulator explant", "stimulator removal";
    /// An intrathecal pump put in.
    PumpImplant: "intrathecal pump implant", "intrathecal pump implantation", "implantation of intrathecal pump",
        "pump implant", "pump implantation";
    /// A pump or its catheter exchanged or put right.
    PumpRevision: "intrathecal pump revision", "intrathecal pump replacement", "pump revision", "pump replacement",
        "pump exchange";
    /// A pump taken out.
    PumpRemoval: "intrathecal pump removal", "removal of intrathecal pump", "pump removal", "pump explant";
}

/// Words beside a name that tell where or in which manner, and of no other procedure.
const BESIDE: &[&str] = &[
    "a",
    "the",
    "lumbar",
    "lumbosacral",
    "cervical",
    "thoracic",
    "spinal",
    "spine",
    "vertebral",
    "left",
    "right",
    "bilateral",
    "unilateral",
    "central",
    "posterior",
    "anterior",
    "lateral",
    "repeat",
    "redo",
    "second",
    "again",
    "open",
    "mini",
    "mis",
    "mi",
    "minimally",
    "invasive",
    "microscopic",
    "microsurgical",
    "endoscopic",
    "percutaneous",
    "navigated",
    "robotic",
    "ultrasonic",
    "decompressive",
    "instrumented",
    "noninstrumented",
    "uninstrumented",
    "level",
    "levels",
    "segment",
    "first",
    "stage",
];

impl Code {
    /// The names by which it is recognised and found.
    pub fn names(self) -> impl Iterator<Item = &'static str> {
        NAMES
            .iter()
            .filter(move |(_, code)| *code == self)
            .map(|(name, _)| *name)
    }

    /// The procedure that a text names, where it names one and nothing else.
    pub fn recognise(text: &str) -> Option<Self> {
        let low = text.to_lowercase();
        let words: Vec<&str> = low
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .collect();
        let mut found: Vec<Self> = Vec::new();
        let mut rest = words.as_slice();
        while let Some((first, after)) = rest.split_first() {
            match longest(rest) {
                Some((length, code)) => {
                    found.push(code);
                    rest = rest.get(length..).unwrap_or_default();
                }
                None if BESIDE.contains(first) || is_level(first) => rest = after,
                None => return None,
            }
        }
        // "Revision discectomy" is a discectomy; a revision alone is one.
        if found.iter().any(|code| *code != Self::Revision) {
            found.retain(|code| *code != Self::Revision);
        }
        found.dedup();
        match found.as_slice() {
            [one] => Some(*one),
            _ => None,
        }
    }

    /// Whether it joins vertebrae.
    pub fn joins(self) -> bool {
        matches!(
            self,
            Self::Plf
                | Self::Plif
                | Self::Tlif
                | Self::Alif
                | Self::Llif
                | Self::Olif
                | Self::Ptp
                | Self::AxiaLif
                | Self::Acdf
                | Self::PosteriorCervicalFusion
                | Self::SacroiliacFusion
                | Self::Fusion
        )
    }

    /// Whether it puts in, exchanges or takes out a stimulator or a pump, and does nothing to the spine itself.
    pub fn is_of_device(self) -> bool {
        matches!(
            self,
            Self::StimulatorTrial
                | Self::StimulatorImplant
                | Self::StimulatorRevision
                | Self::StimulatorRemoval
                | Self::PumpImplant
                | Self::PumpRevision
                | Self::PumpRemoval
        )
    }
}

/// The longest name that words begin with, in words, and what it stands for.
fn longest(words: &[&str]) -> Option<(usize, Code)> {
    let begins = |name: &str| {
        let mut own = words.iter();
        name.split(' ').all(|word| own.next() == Some(&word))
    };
    let fitting = NAMES.iter().filter(|(name, _)| begins(name));
    fitting
        .map(|(name, code)| (name.split(' ').count(), *code))
        .max_by_key(|(length, _)| *length)
}

/// A level, or a part of one, among the words of a name: "l4", "5", "s1".
fn is_level(word: &str) -> bool {
    let number = word.strip_prefix(['c', 't', 'l', 's']).unwrap_or(word);
    !number.is_empty() && number.len() <= 2 && number.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::{Code::*, *};
    use rstest::rstest;

    #[rstest]
    #[case("TLIF", Some(Tlif))]
    #[case("MIS-TLIF", Some(Tlif))]
    #[case("Transforaminal lumbar interbody fusion (TLIF)", Some(Tlif))]
    #[case("micro discectomy", Some(Microdiscectomy))]
    #[case("Anterior cervical discectomy and fusion (ACDF)", Some(Acdf))]
    #[case("Prone transpsoas lateral fusion (PTP)", Some(Ptp))]
    #[case("prone trans-psoas lateral interbody fusion", Some(Ptp))]
    #[case("posterior lumbar interbody fusion", Some(Plif))]
    #[case("lumbar laminectomy", Some(Laminectomy))]
    #[case("repeat disc herniation removal", Some(Discectomy))]
    #[case("revision discectomy", Some(Discectomy))]
    #[case("L4-5 discectomy", Some(Discectomy))]
    #[case("instrumented fusion", Some(Fusion))]
    #[case("Revision of operation 2", Some(Revision))]
    #[case("ultrasonic decompression", Some(Decompression))]
    #[case("Cervical disc replacement", Some(CervicalDiscArthroplasty))]
    #[case("SCS trial", Some(StimulatorTrial))]
    #[case("interspinous device", Some(InterspinousDevice))]
    #[case("interspinous device removal", Some(HardwareRemoval))]
    // Two procedures, a denial, a plan and what no name says are left to whoever codes them.
    #[case("laminectomy and fusion", None)]
    #[case("laminectomy without fusion", None)]
    #[case("planned fusion", None)]
    #[case("anterior cervical fusion", Some(Fusion))]
    #[case("exploration of fusion", None)]
    #[case("decompression above the fusion", None)]
    #[case("disc replacement", None)]
    #[case("operation in 2009", None)]
    #[case("left", None)]
    #[case("", None)]
    fn a_text_is_coded_where_it_says_one_procedure_and_nothing_else(
        #[case] text: &str,
        #[case] code: Option<Code>,
    ) {
        assert_eq!(Code::recognise(text), code, "{text}");
    }

    #[test]
    fn every_name_is_recognised_as_its_own_procedure() {
        for code in Code::ALL {
            assert_eq!(code.names().next().is_none(), *code == Other, "{code:?}");
            for name in code.names() {
                assert_eq!(Code::recognise(name), Some(*code), "{name}");
                assert_eq!(Code::recognise(&name.to_uppercase()), Some(*code), "{name}");
            }
        }
    }

    #[test]
    fn no_procedure_of_a_device_joins_vertebrae() {
        assert!(
            Code::ALL
                .iter()
                .all(|code| !(code.joins() && code.is_of_device()))
        );
        assert!(Fusion.joins() && !Fixation.joins() && StimulatorTrial.is_of_device());
    }
}
