//! Words of how a treatment is given and of what came of it, the same on the screen and in letters.

use super::words;
use lamina_domain::{
    medicine::DrugClass,
    response::{AdverseAction, Analgesics, Impression, Severity},
    treatment::{
        Adherence,
        injection::{AgentKind, Guidance, Sedation, Type},
        therapy::Content,
    },
    untried::NotTriedBecause,
};

words! {
    Type {
        InterlaminarEpidural => "value-injection-interlaminar-epidural",
        TransforaminalEpidural => "value-injection-transforaminal-epidural",
        CaudalEpidural => "value-injection-caudal-epidural",
        FacetJoint => "value-injection-facet-joint",
        MedialBranchDiagnostic => "value-injection-medial-branch-diagnostic",
        MedialBranchTherapeutic => "value-injection-medial-branch-therapeutic",
        NerveRoot => "value-injection-nerve-root",
        SacroiliacJoint => "value-injection-sacroiliac-joint",
        LateralBranch => "value-injection-lateral-branch",
        TriggerPoint => "value-injection-trigger-point",
        Sympathetic => "value-injection-sympathetic",
        Adhesiolysis => "value-injection-adhesiolysis",
        RadiofrequencyConventional => "value-injection-radiofrequency-conventional",
        RadiofrequencyPulsed => "value-injection-radiofrequency-pulsed",
        RadiofrequencyCooled => "value-injection-radiofrequency-cooled",
        Other => "value-injection-other",
    }
    Guidance {
        Fluoroscopy => "value-guidance-fluoroscopy",
        Ct => "value-guidance-ct",
        Ultrasound => "value-guidance-ultrasound",
    }
    Sedation {
        Minimal => "value-sedation-minimal",
        Moderate => "value-sedation-moderate",
        Deep => "value-sedation-deep",
        General => "value-sedation-general",
    }
    AgentKind {
        LocalAnaesthetic => "value-injected-local-anaesthetic",
        Steroid => "value-injected-steroid",
        Contrast => "value-injected-contrast",
        Saline => "value-injected-saline",
        Other => "value-injected-other",
    }
    Content {
        CoreStrength => "value-content-core-strength",
        GeneralStrength => "value-content-general-strength",
        Flexibility => "value-content-flexibility",
        Posture => "value-content-posture",
        Aerobic => "value-content-aerobic",
        GradedActivity => "value-content-graded-activity",
        GradedExposure => "value-content-graded-exposure",
        Balance => "value-content-balance",
        Hydrotherapy => "value-content-hydrotherapy",
        ManualTechniques => "value-content-manual-techniques",
        Massage => "value-content-massage",
        Acupuncture => "value-content-acupuncture",
        Heat => "value-content-heat",
        Cold => "value-content-cold",
        Tens => "value-content-tens",
        Education => "value-content-education",
        CognitiveBehavioural => "value-content-cognitive-behavioural",
        AcceptanceCommitment => "value-content-acceptance-commitment",
        Mindfulness => "value-content-mindfulness",
        Relaxation => "value-content-relaxation",
        Sleep => "value-content-sleep",
        PainProgramme => "value-content-pain-programme",
        SelfManagement => "value-content-self-management",
        Ergonomics => "value-content-ergonomics",
        Lifting => "value-content-lifting",
        ActivityChange => "value-content-activity-change",
        Weight => "value-content-weight",
    }
    Adherence {
        Full => "value-adherence-full",
        Mostly => "value-adherence-mostly",
        Partly => "value-adherence-partly",
        Hardly => "value-adherence-hardly",
    }
    Analgesics {
        Stopped => "value-analgesics-stopped",
        Less => "value-analgesics-less",
        Same => "value-analgesics-same",
        More => "value-analgesics-more",
    }
    Impression {
        VeryMuchBetter => "value-impression-very-much-better",
        MuchBetter => "value-impression-much-better",
        LittleBetter => "value-impression-little-better",
        NoChange => "value-impression-no-change",
        LittleWorse => "value-impression-little-worse",
        MuchWorse => "value-impression-much-worse",
        VeryMuchWorse => "value-impression-very-much-worse",
    }
    Severity {
        Mild => "value-severity-mild",
        Moderate => "value-severity-moderate",
        Severe => "value-severity-severe",
    }
    AdverseAction {
        Nothing => "value-adverse-action-nothing",
        Reduced => "value-adverse-action-reduced",
        Paused => "value-adverse-action-paused",
        Stopped => "value-adverse-action-stopped",
        Treated => "value-adverse-action-treated",
    }
    DrugClass {
        Nsaid => "value-drug-class-nsaid",
        Paracetamol => "value-drug-class-paracetamol",
        Gabapentinoid => "value-drug-class-gabapentinoid",
        Snri => "value-drug-class-snri",
        Tricyclic => "value-drug-class-tricyclic",
        MuscleRelaxant => "value-drug-class-muscle-relaxant",
        Opioid => "value-drug-class-opioid",
        Benzodiazepine => "value-drug-class-benzodiazepine",
        Topical => "value-drug-class-topical",
        Other => "value-drug-class-other",
    }
    NotTriedBecause {
        PatientChoice => "value-not-tried-patient-choice",
        Contraindication => "value-not-tried-contraindication",
        NotAvailable => "value-not-tried-not-available",
        Cost => "value-not-tried-cost",
        Waiting => "value-not-tried-waiting",
        NotSuitable => "value-not-tried-not-suitable",
        Other => "value-not-tried-other",
    }
}
