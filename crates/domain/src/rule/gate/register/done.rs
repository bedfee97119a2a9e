//! What a procedure does to the spine by its words, beside what it leaves in the body: joined, freed, cut out, filled, taken
//! out. What no word tells is not guessed, and a level that is only named as a place ("above the fusion", "without fusion")
//! tells of nothing that was done.

use super::words::{self, DISC_MADE, DISC_WORDS, begins, has, tokens, told};
use crate::value::implant::Family;

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

/// What a procedure did, each thing once.
pub(in crate::rule) fn done_by(procedure: &str) -> Vec<Done> {
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

/// What a procedure leaves in the body by its words; metal only where the words name it, as a fusion alone may leave none.
pub(in crate::rule) fn leaves(procedure: &str) -> Vec<Family> {
    let left = words::left_by(procedure).into_iter();
    left.filter(|left| left.named).map(|left| left.family).collect()
}

/// Whether a procedure may leave something of this family, or of any, by its words: a fusion may leave metal.
pub(in crate::rule) fn may_leave(procedure: &str, family: Option<Family>) -> bool {
    let mut left = words::left_by(procedure).into_iter();
    left.any(|left| family.is_none_or(|family| family == left.family))
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
    }

    #[test]
    fn a_fusion_alone_does_not_say_that_metal_was_left() {
        assert_eq!(leaves("fusion"), []);
        assert_eq!(leaves("instrumented fusion"), [Family::Metal]);
        assert_eq!(leaves("fixation"), [Family::Metal]);
        assert_eq!(leaves("interspinous device removal"), []);
        assert_eq!(leaves("Cervical disc arthroplasty"), [Family::Disc]);
        assert!(may_leave("stabilization", Some(Family::Metal)) && !may_leave("laminectomy", None));
        assert!(names_metal("hardware through L5 and S1 pedicles") && !names_metal("disc degeneration"));
    }
}
