//! What a procedure does to the spine by its words, beside what it leaves in the body: joined, freed, cut out, filled, taken
//! out. What no word tells is not guessed, and a level that is only named as a place ("above the fusion", "without fusion")
//! tells of nothing that was done.

use super::coded::left;
use super::words::{self, DISC_MADE, DISC_WORDS, begins, has, tokens, told};
use crate::{
    fact::surgery::{Code, Procedure},
    value::implant::Family,
};

/// Something that was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::rule) enum Done {
    /// Vertebrae were joined by it.
    Fused,
    /// Bone or ligament was taken away to free nerves.
    Decompressed,
    /// A disc was taken away, whole or in part.
    DiscRemoved,
    /// A vertebra was filled with cement.
    Augmented,
    /// Implants were taken out.
    TookOut,
    /// It was not done, or not yet.
    Intended,
}

const NOT_DONE: [&str; 13] = [
    "planned",
    "scheduled",
    "proposed",
    "considered",
    "declined",
    "refused",
    "cancelled",
    "canceled",
    "postponed",
    "awaiting",
    "offered",
    "recommended",
    "contemplated",
];
/// What stands behind one of these is not what was done.
const ENDS: [&str; 14] = [
    "without",
    "no",
    "not",
    "never",
    "above",
    "below",
    "beside",
    "near",
    "after",
    "following",
    "for",
    "due",
    "because",
    "to",
];
/// These turn the next word alone into its contrary.
const NON: [&str; 1] = ["non"];
/// Looking at a fusion, or undoing it, is none.
const LOOKS: [&str; 3] = ["explor", "inspect", "takedown"];
const FUSED: [&str; 3] = ["fusion", "arthrodes", "spondylodes"];
const FUSED_WORDS: [&str; 5] = ["acdf", "plf", "ptp", "pcf", "accf"];
const FREED: [&str; 11] = [
    "laminect",
    "laminotom",
    "foraminotom",
    "foraminect",
    "facetect",
    "decompress",
    "laminoplast",
    "corpect",
    "corporect",
    "flavectom",
    "unroof",
];
const DISC_CUT: [&str; 5] = [
    "discectom",
    "diskectom",
    "nucleotom",
    "sequestrectom",
    "nucleoplast",
];
const FILLED: [&str; 3] = ["vertebroplast", "kyphoplast", "augmentation"];

fn contains(words: &[String], parts: &[&str]) -> bool {
    words
        .iter()
        .any(|word| parts.iter().any(|part| word.contains(part)))
}

/// The words of a clause that tell what was done.
fn doing(words: &[String]) -> Vec<String> {
    let end = words.iter().position(|word| ENDS.contains(&word.as_str()));
    let words = words.get(..end.unwrap_or(words.len())).unwrap_or_default();
    let after_non = |at: usize| {
        let before = at.checked_sub(1).and_then(|at| words.get(at));
        before.is_some_and(|word| NON.contains(&word.as_str()))
    };
    let kept = words.iter().enumerate().filter(|(at, _)| !after_non(*at));
    kept.map(|(_, word)| word.clone()).collect()
}

/// What a procedure of this code does.
fn done_by_code(code: Code) -> Option<Done> {
    match code {
        Code::Microdiscectomy | Code::OpenDiscectomy | Code::EndoscopicDiscectomy | Code::Discectomy => {
            Some(Done::DiscRemoved)
        }
        Code::Laminotomy
        | Code::Laminectomy
        | Code::Foraminotomy
        | Code::Decompression
        | Code::Laminoplasty
        | Code::Corpectomy => Some(Done::Decompressed),
        Code::Augmentation => Some(Done::Augmented),
        Code::HardwareRemoval | Code::StimulatorRemoval | Code::PumpRemoval => Some(Done::TookOut),
        code if code.joins() => Some(Done::Fused),
        _ => None,
    }
}

/// What a procedure did, each thing once: by its code, and by what its words say more. What they say was not done was not.
pub(in crate::rule) fn done(procedure: &Procedure) -> Vec<Done> {
    let mut all = done_by(procedure.as_str());
    let coded = procedure.code.and_then(done_by_code);
    match coded {
        Some(coded) if all != [Done::Intended] && !all.contains(&coded) => all.push(coded),
        _ => {}
    }
    all
}

/// What the words of a procedure say that it did, each thing once.
fn done_by(procedure: &str) -> Vec<Done> {
    if has(&tokens(procedure), &NOT_DONE) {
        return vec![Done::Intended];
    }
    let mut all = Vec::new();
    let mut add = |done: bool, what: Done| {
        if done && !all.contains(&what) {
            all.push(what);
        }
    };
    for (taken, clause) in told(procedure) {
        let words = doing(&clause);
        let disc = has(&words, &DISC_WORDS) && !begins(&words, &DISC_MADE);
        add(contains(&words, &DISC_CUT) || taken && disc, Done::DiscRemoved);
        if taken {
            continue;
        }
        let lif = words.iter().any(|word| word.len() > 3 && word.ends_with("lif"));
        let joined = begins(&words, &FUSED) || has(&words, &FUSED_WORDS) || lif;
        add(joined && !begins(&words, &LOOKS), Done::Fused);
        add(contains(&words, &FREED), Done::Decompressed);
        add(begins(&words, &FILLED), Done::Augmented);
    }
    add(words::taken_by(procedure, &[]).is_some(), Done::TookOut);
    all
}

/// What a procedure leaves in the body; metal only where it is named, as a fusion alone may leave none.
pub(in crate::rule) fn leaves(procedure: &Procedure) -> Vec<Family> {
    let left = left(procedure).into_iter();
    left.filter(|left| left.named).map(|left| left.family).collect()
}

/// Whether a procedure may leave something of this family, or of any: a fusion may leave metal.
pub(in crate::rule) fn may_leave(procedure: &Procedure, family: Option<Family>) -> bool {
    let mut left = left(procedure).into_iter();
    left.any(|left| family.is_none_or(|family| family == left.family))
}

/// Whether a procedure is on a stimulator or a pump and does nothing to the spine itself: by its code, else where its words
/// name such a device, nothing else that stays, and nothing that was done to a bone or a disc.
pub(in crate::rule) fn is_of_device(procedure: &Procedure) -> bool {
    if let Some(code) = procedure.code {
        return code.is_of_device();
    }
    let named = words::families(&tokens(procedure.as_str()));
    let device = |family: &Family| matches!(family, Family::Stimulator | Family::Pump);
    let to_the_spine = |one: &Done| !matches!(one, Done::TookOut | Done::Intended);
    !named.is_empty() && named.iter().all(device) && !done(procedure).iter().any(to_the_spine)
}

/// Whether words name metal of the spine.
pub(in crate::rule) fn names_metal(text: &str) -> bool {
    words::may_be_metal_of_the_spine(&tokens(text))
}

#[cfg(test)]
mod tests {
    use super::{Done::*, *};
    use rstest::rstest;

    #[rstest]
    #[case("Microdiscectomy", &[DiscRemoved])]
    #[case("disc herniation removal", &[DiscRemoved])]
    #[case("repeat discectomy", &[DiscRemoved])]
    #[case("Anterior cervical discectomy and fusion (ACDF)", &[DiscRemoved, Fused])]
    #[case("Transforaminal lumbar interbody fusion (TLIF)", &[Fused])]
    #[case("MIS-TLIF", &[Fused])]
    #[case("Prone transpsoas lateral fusion (PTP)", &[Fused])]
    #[case("spinal decompression, fusion", &[Decompressed, Fused])]
    #[case("Hemilaminectomy", &[Decompressed])]
    #[case("Vertebral augmentation", &[Augmented])]
    #[case("balloon kyphoplasty", &[Augmented])]
    // A place, a reason or what was not done is no deed.
    #[case("Laminectomy without fusion", &[Decompressed])]
    #[case("decompression above the fusion", &[Decompressed])]
    #[case("decompression after fusion", &[Decompressed])]
    #[case("non-fusion stabilization", &[])]
    #[case("exploration of fusion", &[])]
    #[case("planned fusion", &[Intended])]
    #[case("laminectomy (declined)", &[Intended])]
    // What is taken out of a fusion leaves it as it was.
    #[case("Hardware removal", &[TookOut])]
    #[case("removal of fusion hardware", &[TookOut])]
    #[case("hardware removal and fusion", &[Fused, TookOut])]
    #[case("artificial disc removal", &[TookOut])]
    #[case("lumbar disc replacement", &[])]
    #[case("stabilization", &[])]
    #[case("scar neurolysis", &[])]
    #[case("reoperation", &[])]
    #[case("infusion pump implant", &[])]
    fn a_procedure_does_what_its_words_say(#[case] name: &str, #[case] wanted: &[Done]) {
        assert_eq!(done_by(name), wanted, "{name}");
        assert_eq!(done(&name.parse().unwrap()), wanted, "{name}");
    }

    fn coded(name: &str, code: &str) -> Procedure {
        serde_json::from_str(&format!(r#"{{"name":"{name}","code":"{code}"}}"#)).unwrap()
    }

    #[test]
    fn a_code_tells_what_no_word_does_and_never_what_the_words_deny() {
        assert_eq!(done(&coded("redo by Dr Exemple", "tlif")), [Fused]);
        assert_eq!(done(&coded("hardware removal", "tlif")), [TookOut, Fused]);
        assert_eq!(done(&coded("planned", "tlif")), [Intended]);
        assert_eq!(
            leaves(&coded("redo", "cervical_disc_arthroplasty")),
            [Family::Disc]
        );
        assert_eq!(leaves(&coded("redo", "stimulator_implant")), [Family::Stimulator]);
        assert!(!may_leave(&coded("without screws", "fusion"), None));
        assert!(
            is_of_device(&coded("redo", "pump_revision")) && !is_of_device(&coded("SCS lead", "laminectomy"))
        );
        for code in Code::ALL {
            for name in code.names() {
                let by_words = done_by(name);
                match done_by_code(*code) {
                    Some(one) => assert!(by_words.is_empty() || by_words.contains(&one), "{name}"),
                    None => assert_eq!(by_words, [], "{name}"),
                }
            }
        }
    }

    #[test]
    fn trap_20_words_of_a_device_alone_are_of_a_device() {
        let of = |name: &str| is_of_device(&name.parse().unwrap());
        for name in [
            "SCS trial",
            "Percutaneous lead for stimulation, trial",
            "Intrathecal pump implant",
            "IPG exchange",
        ] {
            assert!(of(name), "{name}");
        }
        for name in [
            "Laminectomy for SCS paddle lead",
            "fusion",
            "stabilization",
            "infusion",
            "operation",
        ] {
            assert!(!of(name), "{name}");
        }
    }

    #[test]
    fn a_fusion_alone_does_not_say_that_metal_was_left() {
        let read = |text: &str| text.parse::<Procedure>().unwrap();
        let leaves = |text: &str| leaves(&read(text));
        let may_leave = |text: &str, family| may_leave(&read(text), family);
        assert_eq!(leaves("fusion"), []);
        assert_eq!(leaves("instrumented fusion"), [Family::Metal]);
        assert_eq!(leaves("fixation"), [Family::Metal]);
        assert_eq!(leaves("interspinous device removal"), []);
        assert_eq!(leaves("Cervical disc arthroplasty"), [Family::Disc]);
        assert!(may_leave("stabilization", Some(Family::Metal)) && !may_leave("laminectomy", None));
        assert!(may_leave("PTP", Some(Family::Metal)) && !may_leave("uninstrumented fusion", None));
        assert!(names_metal("hardware through L5 and S1 pedicles") && !names_metal("disc degeneration"));
    }
}
