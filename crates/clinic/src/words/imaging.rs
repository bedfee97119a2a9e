//! Words for imaging notes: how a study was made and read, and a finding in one line, the same on the screen, on the map and in
//! letters. What was looked for and not seen is told as that, and never as excluded.

use super::{Word, answer, joined, say_with, words};
use lamina_domain::{
    Imaging, StatedAs,
    imaging::{
        Artefact, Contrast, Finding, FindingKind, FindingMeasures, Quantity, ReportReview, Severity,
        StudyRegion,
    },
};

words! {
    StudyRegion {
        Cervical => "study-region-cervical",
        Thoracic => "study-region-thoracic",
        Lumbar => "study-region-lumbar",
        WholeSpine => "study-region-whole_spine",
        Sacroiliac => "study-region-sacroiliac",
        PelvisAndHips => "study-region-pelvis_and_hips",
        Elsewhere => "study-region-elsewhere",
    }
    Contrast {
        Gadolinium => "shown-contrast-gadolinium",
        Iodine => "shown-contrast-iodine",
    }
    Artefact {
        Readable => "shown-artefact-readable",
        Hides => "shown-artefact-hides",
    }
    ReportReview {
        ReportOnly => "shown-review-report-only",
        PicturesSeen => "shown-review-pictures-seen",
    }
    Severity {
        Mild => "severity-mild",
        MildToModerate => "severity-mild_to_moderate",
        Moderate => "severity-moderate",
        ModerateToSevere => "severity-moderate_to_severe",
        Severe => "severity-severe",
    }
    Quantity {
        Translation => "measured-translation",
        Angulation => "measured-angulation",
        Slip => "measured-slip",
        CobbAngle => "measured-cobb-angle",
        Sva => "measured-sva",
        PiLl => "measured-pi-ll",
        CanalDiameter => "measured-canal-diameter",
        CanalArea => "measured-canal-area",
        DiscHeight => "measured-disc-height",
        Size => "measured-size",
        TScore => "measured-t-score",
        Pressure => "measured-pressure",
        FusionGrade => "measured-fusion-grade",
        ModicType => "measured-modic-type",
        PfirrmannGrade => "measured-pfirrmann-grade",
        MeyerdingGrade => "measured-meyerding-grade",
    }
    FindingKind {
        DiscHerniation => "finding-kind-disc_herniation",
        RecurrentHerniation => "finding-kind-recurrent_herniation",
        DiscFragment => "finding-kind-disc_fragment",
        DiscBulge => "finding-kind-disc_bulge",
        DiscDegeneration => "finding-kind-disc_degeneration",
        DiscSpaceNarrowing => "finding-kind-disc_space_narrowing",
        EndplateChanges => "finding-kind-endplate_changes",
        AnnularFissure => "finding-kind-annular_fissure",
        RootCompression => "finding-kind-root_compression",
        Stenosis => "finding-kind-stenosis",
        CentralStenosis => "finding-kind-central_stenosis",
        LateralRecessStenosis => "finding-kind-lateral_recess_stenosis",
        ForaminalStenosis => "finding-kind-foraminal_stenosis",
        CordCompression => "finding-kind-cord_compression",
        CordSignalChange => "finding-kind-cord_signal_change",
        EpiduralFibrosis => "finding-kind-epidural_fibrosis",
        EnhancingScar => "finding-kind-enhancing_scar",
        Arachnoiditis => "finding-kind-arachnoiditis",
        Osteophytes => "finding-kind-osteophytes",
        FacetArthropathy => "finding-kind-facet_arthropathy",
        SacroiliacArthropathy => "finding-kind-sacroiliac_arthropathy",
        Arthritis => "finding-kind-arthritis",
        Spondylolisthesis => "finding-kind-spondylolisthesis",
        Instability => "finding-kind-instability",
        Scoliosis => "finding-kind-scoliosis",
        LossOfLordosis => "finding-kind-loss_of_lordosis",
        SagittalImbalance => "finding-kind-sagittal_imbalance",
        Fracture => "finding-kind-fracture",
        ParsDefect => "finding-kind-pars_defect",
        LowBoneDensity => "finding-kind-low_bone_density",
        TransitionalVertebra => "finding-kind-transitional_vertebra",
        SolidFusion => "finding-kind-solid_fusion",
        IncompleteFusion => "finding-kind-incomplete_fusion",
        Pseudarthrosis => "finding-kind-pseudarthrosis",
        AdjacentSegment => "finding-kind-adjacent_segment",
        HardwareInPlace => "finding-kind-hardware_in_place",
        HardwareLoosening => "finding-kind-hardware_loosening",
        Lucency => "finding-kind-lucency",
        HardwareFailure => "finding-kind-hardware_failure",
        HardwareMalposition => "finding-kind-hardware_malposition",
        CageMigration => "finding-kind-cage_migration",
        Discitis => "finding-kind-discitis",
        Abscess => "finding-kind-abscess",
        FluidCollection => "finding-kind-fluid_collection",
        CsfCollection => "finding-kind-csf_collection",
        Pseudomeningocele => "finding-kind-pseudomeningocele",
        Haematoma => "finding-kind-haematoma",
        Tumour => "finding-kind-tumour",
        IncreasedUptake => "finding-kind-increased_uptake",
        ConcordantPain => "finding-kind-concordant_pain",
        DiscordantPain => "finding-kind-discordant_pain",
        NoPainProvoked => "finding-kind-no_pain_provoked",
        ControlLevel => "finding-kind-control_level",
        NoFinding => "finding-kind-no_finding",
    }
}

/// How a study was made, in one line: "CT, Bone scan, lumbar spine, lying".
pub(crate) fn study(imaging: &Imaging) -> String {
    let kinds = imaging.modalities().into_iter().map(|one| Some(one.word()));
    let regions = imaging.regions.iter().map(|one| Some(one.word()));
    joined(kinds.chain(regions).chain([answer(&imaging.position)]), ", ").unwrap_or_default()
}

/// A finding in one line, with how it is stated and what was measured: "tumour (possible); size 12 mm".
pub(crate) fn finding(one: &Finding) -> String {
    let is_nothing = one.code().is_some_and(FindingKind::is_nothing);
    // What words alone deny says so itself.
    let stated = |name: String| match one.stated.filter(|_| !is_nothing) {
        Some(stated) => stated_as(stated, name),
        None => name,
    };
    joined([named(one).map(stated), measures(&one.measures)], "; ").unwrap_or_default()
}

/// What a finding is called and how severe it is, whatever is stated of it; nothing where it is a measured value alone.
pub(crate) fn named(one: &Finding) -> Option<String> {
    let words = one.what.as_ref().map(ToString::to_string);
    let severity = one.severity.map(|severity| severity.word());
    let as_worded = one.severity_words.as_ref().map(ToString::to_string);
    joined(
        [one.kind.map(|kind| kind.word()), words, severity, as_worded],
        ", ",
    )
}

/// A name with how it is stated.
pub(crate) fn stated_as(stated: StatedAs, name: String) -> String {
    match stated {
        StatedAs::Present => name,
        StatedAs::Possible => say_with!("stated-possible", [("what", name.into())]),
        StatedAs::Absent => say_with!("stated-not-seen", [("what", name.into())]),
        StatedAs::NotAssessable => say_with!("stated-not-judged", [("what", name.into())]),
    }
}

fn measures(all: &FindingMeasures) -> Option<String> {
    let each = all
        .iter()
        .map(|one| Some(format!("{} {}", one.quantity().word(), one.figure())));
    joined(each, ", ")
}

/// Who looked at what: "pictures seen, by Dr Lind".
pub(crate) fn review(imaging: &Imaging) -> Option<String> {
    let who = imaging.reviewed_by.as_ref().map(ToString::to_string);
    match (imaging.review.map(|one| one.word()), who) {
        (Some(how), Some(who)) => Some(say_with!(
            "shown-reviewed-by",
            [("how", how.into()), ("who", who.into())]
        )),
        (None, Some(who)) => Some(say_with!("shown-reviewed-by-alone", [("who", who.into())])),
        (how, None) => how,
    }
}
