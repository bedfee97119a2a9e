//! Words for what an operation was meant to reach, how it was done and what came of it, the same on the screen and in letters.

use super::{Word, answer, joined, say, say_with, words};
use lamina_domain::{
    Answer, Link, Missing, Numbering, Record, Surgery,
    numbering::{CountedFrom, Transition},
    surgery::{
        Code, Complication, ComplicationKind, DiscExtent, Graft, GraftKind, Guidance, Monitoring, Purpose,
        Reason, Severity, SourceSeen, Technique, Tool, WorkReturn, WorkTime,
    },
    when::Reference,
};

words! {
    Code {
        Microdiscectomy => "surgery-code-microdiscectomy",
        OpenDiscectomy => "surgery-code-open_discectomy",
        EndoscopicDiscectomy => "surgery-code-endoscopic_discectomy",
        Discectomy => "surgery-code-discectomy",
        Laminotomy => "surgery-code-laminotomy",
        Laminectomy => "surgery-code-laminectomy",
        Foraminotomy => "surgery-code-foraminotomy",
        Decompression => "surgery-code-decompression",
        InterspinousDevice => "surgery-code-interspinous_device",
        Plf => "surgery-code-plf",
        Plif => "surgery-code-plif",
        Tlif => "surgery-code-tlif",
        Alif => "surgery-code-alif",
        Llif => "surgery-code-llif",
        Olif => "surgery-code-olif",
        Ptp => "surgery-code-ptp",
        AxiaLif => "surgery-code-axia_lif",
        Acdf => "surgery-code-acdf",
        PosteriorCervicalFusion => "surgery-code-posterior_cervical_fusion",
        SacroiliacFusion => "surgery-code-sacroiliac_fusion",
        Fusion => "surgery-code-fusion",
        Fixation => "surgery-code-fixation",
        Laminoplasty => "surgery-code-laminoplasty",
        Corpectomy => "surgery-code-corpectomy",
        CervicalDiscArthroplasty => "surgery-code-cervical_disc_arthroplasty",
        LumbarDiscArthroplasty => "surgery-code-lumbar_disc_arthroplasty",
        Augmentation => "surgery-code-augmentation",
        DeformityCorrection => "surgery-code-deformity_correction",
        Osteotomy => "surgery-code-osteotomy",
        ScarRelease => "surgery-code-scar_release",
        HardwareRemoval => "surgery-code-hardware_removal",
        Revision => "surgery-code-revision",
        Debridement => "surgery-code-debridement",
        DuralRepair => "surgery-code-dural_repair",
        StimulatorTrial => "surgery-code-stimulator_trial",
        StimulatorImplant => "surgery-code-stimulator_implant",
        StimulatorRevision => "surgery-code-stimulator_revision",
        StimulatorRemoval => "surgery-code-stimulator_removal",
        PumpImplant => "surgery-code-pump_implant",
        PumpRevision => "surgery-code-pump_revision",
        PumpRemoval => "surgery-code-pump_removal",
        Other => "surgery-code-other",
    }
    ComplicationKind {
        DuralTear => "surgery-complication-dural_tear",
        CsfLeak => "surgery-complication-csf_leak",
        OtherLevelOrSide => "surgery-complication-other_level_or_side",
        NerveInjury => "surgery-complication-nerve_injury",
        CordInjury => "surgery-complication-cord_injury",
        VascularInjury => "surgery-complication-vascular_injury",
        SuperficialInfection => "surgery-complication-superficial_infection",
        DeepInfection => "surgery-complication-deep_infection",
        Infection => "surgery-complication-infection",
        Haematoma => "surgery-complication-haematoma",
        WoundHealing => "surgery-complication-wound_healing",
        DeepVeinThrombosis => "surgery-complication-deep_vein_thrombosis",
        PulmonaryEmbolism => "surgery-complication-pulmonary_embolism",
        Nonunion => "surgery-complication-nonunion",
        HardwareFailure => "surgery-complication-hardware_failure",
        Malposition => "surgery-complication-malposition",
        Ileus => "surgery-complication-ileus",
        UrinaryRetention => "surgery-complication-urinary_retention",
        Swallowing => "surgery-complication-swallowing",
        Readmission => "surgery-complication-readmission",
        Death => "surgery-complication-death",
        Other => "surgery-complication-other",
    }
    Purpose {
        RelieveLimbPain => "surgery-purpose-relieve_limb_pain",
        RelieveBackPain => "surgery-purpose-relieve_back_pain",
        Decompress => "surgery-purpose-decompress",
        Stabilise => "surgery-purpose-stabilise",
        CorrectDeformity => "surgery-purpose-correct_deformity",
        Hardware => "surgery-purpose-hardware",
        TreatInfection => "surgery-purpose-treat_infection",
        Other => "surgery-purpose-other",
    }
    Reason {
        Herniation => "surgery-reason-herniation",
        Stenosis => "surgery-reason-stenosis",
        Instability => "surgery-reason-instability",
        Degeneration => "surgery-reason-degeneration",
        Deformity => "surgery-reason-deformity",
        Trauma => "surgery-reason-trauma",
        Tumour => "surgery-reason-tumour",
        Infection => "surgery-reason-infection",
        Nonunion => "surgery-reason-nonunion",
        Hardware => "surgery-reason-hardware",
    }
    Technique {
        Open => "surgery-technique-open",
        MiniOpen => "surgery-technique-mini_open",
        MinimallyInvasive => "surgery-technique-minimally_invasive",
        Endoscopic => "surgery-technique-endoscopic",
        Microscope => "surgery-technique-microscope",
        Percutaneous => "surgery-technique-percutaneous",
    }
    Guidance {
        Fluoroscopy => "surgery-guidance-fluoroscopy",
        Navigation => "surgery-guidance-navigation",
        Robot => "surgery-guidance-robot",
    }
    Tool {
        UltrasonicBoneDevice => "surgery-tool-ultrasonic_bone_device",
        Drill => "surgery-tool-drill",
        Laser => "surgery-tool-laser",
    }
    Monitoring {
        Used => "surgery-monitoring-used",
        NoChange => "surgery-monitoring-no_change",
        Change => "surgery-monitoring-change",
    }
    DiscExtent {
        Limited => "surgery-extent-limited",
        Partial => "surgery-extent-partial",
        Large => "surgery-extent-large",
    }
    GraftKind {
        Autograft => "surgery-graft-autograft",
        Allograft => "surgery-graft-allograft",
        Bmp => "surgery-graft-bmp",
        Synthetic => "surgery-graft-synthetic",
        Other => "surgery-graft-other",
    }
    Severity {
        Mild => "surgery-severity-mild",
        Moderate => "surgery-severity-moderate",
        Severe => "surgery-severity-severe",
    }
    WorkReturn {
        Full => "surgery-work-full",
        Partly => "surgery-work-partly",
        No => "surgery-work-no",
    }
    SourceSeen {
        OperationNote => "surgery-source-operation_note",
        Letter => "surgery-source-letter",
        Recall => "surgery-source-recall",
    }
    Transition {
        SacralisedL5 => "surgery-transition-sacralised_l5",
        LumbarisedS1 => "surgery-transition-lumbarised_s1",
        Other => "surgery-transition-other",
    }
    CountedFrom {
        C2 => "surgery-counted-c2",
        T12Rib => "surgery-counted-t12_rib",
        IliacCrest => "surgery-counted-iliac_crest",
        LumbosacralJunction => "surgery-counted-lumbosacral_junction",
    }
}

fn list<T: Word>(values: &[T]) -> Option<String> {
    joined(values.iter().map(|one| Some(one.word())), ", ")
}

/// The words of a list that somebody asked about; nothing where nobody did.
fn asked<T>(list: &Answer<Vec<T>>, one: impl Fn(&T) -> String) -> Option<String> {
    match list {
        Answer::Value(all) => joined(all.iter().map(|each| Some(one(each))), "; "),
        Answer::Missing(Missing::NotAsked) => None,
        Answer::Missing(missing) => Some(missing.word()),
    }
}

/// A kind with the words beside it; the words alone where they say the same or the kind says nothing.
fn named(kind: String, says_nothing: bool, words: Option<String>) -> String {
    match words {
        None => kind,
        Some(words) if says_nothing || words.to_lowercase().contains(&kind.to_lowercase()) => words,
        Some(words) => say_with!("surgery-named", [("kind", kind.into()), ("words", words.into())]),
    }
}

/// The procedures, levels and, where somebody chose a code that the words do not say, what it stands for.
pub(crate) fn what(surgery: &Surgery, mark: &str) -> String {
    let chosen = surgery.procedures.iter().filter_map(|one| one.chosen());
    let chosen = chosen
        .filter(|code| *code != Code::Other)
        .map(|code| Some(code.word()));
    let what = surgery.what(mark);
    match joined(chosen, ", ") {
        Some(more) => say_with!("surgery-about", [("what", what.into()), ("more", more.into())]),
        None => what,
    }
}

/// Why it was done, by its codes and in words.
pub(crate) fn why(surgery: &Surgery) -> Option<String> {
    let words = surgery.indication.as_ref().map(ToString::to_string);
    // What the words say already is not said twice.
    let low = words.as_deref().unwrap_or_default().to_lowercase();
    let reasons = surgery.reasons.iter().map(|one| one.word());
    let reasons = reasons.filter(|word| !low.contains(&word.to_lowercase()));
    joined([joined(reasons.map(Some), ", "), words], "; ")
}

/// What it was meant to reach.
pub(crate) fn purposes(surgery: &Surgery) -> Option<String> {
    let coded: Vec<Purpose> = surgery
        .purposes
        .iter()
        .copied()
        .filter(|one| *one != Purpose::Other)
        .collect();
    let words = surgery.purpose_words.as_ref().map(ToString::to_string);
    joined([list(&coded), words], "; ")
}

/// Technique, guidance and tools.
pub(crate) fn manner(surgery: &Surgery) -> Option<String> {
    let words = surgery.manner_words.as_ref().map(ToString::to_string);
    let coded = [
        list(&surgery.techniques),
        list(&surgery.guidance),
        list(&surgery.tools),
    ];
    joined(coded.into_iter().chain([words]), ", ")
}

/// The grafts with their sites.
pub(crate) fn grafts(surgery: &Surgery) -> Option<String> {
    asked(&surgery.graft, |one: &Graft| {
        let words = one.words.as_ref().map(ToString::to_string);
        named(one.kind.word(), one.kind == GraftKind::Other, words)
    })
}

/// The complications. In a text for others what is told neutrally stands without the words about it.
pub(crate) fn complications(surgery: &Surgery, for_others: bool) -> Option<String> {
    asked(&surgery.complications, |one: &Complication| {
        let neutral = for_others && one.kind.is_told_neutrally();
        let text =
            |text: &Option<lamina_domain::Text>| text.as_ref().filter(|_| !neutral).map(ToString::to_string);
        let what = named(
            one.kind.word(),
            one.kind == ComplicationKind::Other,
            text(&one.words),
        );
        let when = (!one.when.is_unknown()).then(|| one.when.to_string());
        let treatment = text(&one.treatment);
        let treatment =
            treatment.map(|treatment| say_with!("surgery-treated", [("treatment", treatment.into())]));
        joined([Some(what), answer(&one.severity), when, treatment], ", ").unwrap_or_default()
    })
}

/// Whether the patient came back to work, and when.
pub(crate) fn work(surgery: &Surgery) -> Option<String> {
    let work = answer(&surgery.work);
    let Some(time) = surgery.work_when else {
        return work;
    };
    let work = work.unwrap_or_else(|| Missing::NotAsked.word());
    Some(match time {
        WorkTime::After(interval) => {
            say_with!(
                "surgery-work-after",
                [("work", work.into()), ("time", interval.to_string().into())]
            )
        }
        WorkTime::At(when) => {
            say_with!(
                "surgery-work-at",
                [("work", work.into()), ("time", when.to_string().into())]
            )
        }
    })
}

/// How the levels were counted.
pub(crate) fn numbering(numbering: &Numbering) -> Option<String> {
    let transition = match &numbering.transition {
        Answer::Missing(Missing::NotAsked) => None,
        Answer::Missing(Missing::Absent) => Some(say!("surgery-no-transition")),
        Answer::Missing(missing) => Some(say_with!(
            "surgery-transition-missing",
            [("missing", missing.word().into())]
        )),
        Answer::Value(one) => Some(one.word()),
    };
    let counted = match &numbering.counted_from {
        Answer::Missing(Missing::NotAsked) => None,
        Answer::Missing(missing) => Some(say_with!(
            "surgery-counted-missing",
            [("missing", missing.word().into())]
        )),
        Answer::Value(from) => Some(say_with!("surgery-counted", [("how", from.word().into())])),
    };
    let by = numbering.labelled_by.as_ref();
    let by = by.map(|who| say_with!("surgery-labelled-by", [("who", who.to_string().into())]));
    joined([transition, counted, by], "; ")
}

/// The earlier operations that it belongs to: "further stage of operation 1; revision of operation 2".
pub(crate) fn earlier(surgery: &Surgery, record: Option<&Record>) -> Option<String> {
    let number = |link: &Link| {
        let at = record
            .and_then(|record| record.operation_at(link))
            .map(|at| at + 1);
        let told = match link.which {
            Reference::Place(place) => Some(place as usize),
            Reference::Id(_) => None,
        };
        match at.or(told) {
            Some(number) => say_with!("surgery-operation", [("number", number.to_string().into())]),
            None => say!("surgery-operation-earlier"),
        }
    };
    let stage = surgery.stage_of.as_ref();
    let stage = stage.map(|link| say_with!("surgery-stage-of", [("operation", number(link).into())]));
    let revised = joined(surgery.revises.iter().map(|link| Some(number(link))), ", ");
    let revised = revised.map(|all| say_with!("surgery-revises", [("operations", all.into())]));
    joined([stage, revised], "; ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_word_of_a_code_is_recognised_as_that_code() {
        for code in Code::ALL.iter().filter(|code| **code != Code::Other) {
            assert_eq!(Code::recognise(&code.word()), Some(*code), "{}", code.word());
        }
    }
}
