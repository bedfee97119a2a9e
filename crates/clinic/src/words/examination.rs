//! Words for what an examination looks at and finds, the same on the screen and in letters.

use super::{Word, say, say_with, words};
use lamina_domain::examination::{
    behavioural::BehaviouralGroup,
    found::{Gait, Presence, ReproducedPain, Sense, Tendon, TensionTest, Tone, Tract},
    local::{LocalState, LocalWhat, ProvocationTest},
    measured::Course,
    motion::{Method, Movement, Part},
    power::LimbSide,
    walk::{Aid, Manner, WalkOn},
};

words! {
    BehaviouralGroup {
        Tenderness => "value-behavioural-tenderness",
        Simulation => "value-behavioural-simulation",
        Distraction => "value-behavioural-distraction",
        Regional => "value-behavioural-regional",
        Overreaction => "value-behavioural-overreaction",
    }
    LimbSide {
        Left => "flag-side-left",
        Right => "flag-side-right",
    }
    Sense {
        Absent => "value-sense-absent",
        Altered => "value-sense-altered",
        Normal => "value-sense-normal",
        NotTested => "value-found-not-tested",
    }
    Tendon {
        Biceps => "value-reflex-biceps",
        Brachioradialis => "value-reflex-brachioradialis",
        Triceps => "value-reflex-triceps",
        Knee => "value-reflex-knee",
        Ankle => "value-reflex-ankle",
    }
    Tract {
        PlantarUp => "value-sign-plantar-up",
        Hoffmann => "value-sign-hoffmann",
        Clonus => "value-sign-clonus",
    }
    Presence {
        Present => "value-found-present",
        Absent => "value-found-absent",
        NotTested => "value-found-not-tested",
    }
    TensionTest {
        StraightLegRaise => "value-tension-straight-leg-raise",
        CrossedStraightLegRaise => "value-tension-crossed-straight-leg-raise",
        Slump => "value-tension-slump",
        FemoralStretch => "value-tension-femoral-stretch",
        CrossedFemoralStretch => "value-tension-crossed-femoral-stretch",
    }
    ReproducedPain {
        LegPain => "value-reproduced-leg-pain",
        BackPain => "value-reproduced-back-pain",
        Nothing => "value-reproduced-nothing",
    }
    Gait {
        Normal => "value-gait-normal",
        Antalgic => "value-gait-antalgic",
        FootDrop => "value-gait-foot-drop",
        Trendelenburg => "value-gait-trendelenburg",
        Spastic => "value-gait-spastic",
        Ataxic => "value-gait-ataxic",
    }
    Tone {
        Normal => "value-tone-normal",
        Reduced => "value-tone-reduced",
        Absent => "value-tone-absent",
    }
    Aid {
        NoAid => "value-aid-no-aid",
        OneStick => "value-aid-one-stick",
        TwoSticks => "value-aid-two-sticks",
        OneCrutch => "value-aid-one-crutch",
        TwoCrutches => "value-aid-two-crutches",
        Frame => "value-aid-frame",
        Rollator => "value-aid-rollator",
        Orthosis => "value-aid-orthosis",
        Person => "value-aid-person",
        Wheelchair => "value-aid-wheelchair",
        Other => "value-aid-other",
    }
    WalkOn {
        Heels => "value-walk-heels",
        Toes => "value-walk-toes",
    }
    Manner {
        Normal => "value-manner-normal",
        Impaired => "value-manner-impaired",
        Unable => "value-manner-unable",
        NotTested => "value-found-not-tested",
    }
    Part {
        Lumbar => "value-motion-lumbar",
        Cervical => "value-motion-cervical",
    }
    Movement {
        Flexion => "value-motion-flexion",
        Extension => "value-motion-extension",
        SideBend => "value-motion-side-bend",
        Rotation => "value-motion-rotation",
    }
    Method {
        Inclinometer => "value-method-inclinometer",
        EstimatedDegrees => "value-method-estimated",
        EstimatedShare => "value-method-estimated-share",
        FingertipFloor => "value-method-fingertip-floor",
        Schober => "value-method-schober",
    }
    ProvocationTest {
        Distraction => "value-provocation-distraction",
        ThighThrust => "value-provocation-thigh-thrust",
        Gaenslen => "value-provocation-gaenslen",
        Compression => "value-provocation-compression",
        SacralThrust => "value-provocation-sacral-thrust",
        LumbarFacetLoading => "value-provocation-lumbar-facet-loading",
        CervicalFacetLoading => "value-provocation-cervical-facet-loading",
    }
    LocalWhat {
        Tenderness => "value-local-tenderness",
        TriggerPoint => "value-local-trigger-point",
        Scar => "value-local-scar",
        Wound => "value-local-wound",
        DevicePocket => "value-local-device-pocket",
    }
    LocalState {
        Present => "value-found-present",
        Absent => "value-found-absent",
        Quiet => "value-local-quiet",
        Tender => "value-local-tender",
        Red => "value-local-red",
        Warm => "value-local-warm",
        Swollen => "value-local-swollen",
        Open => "value-local-open",
        Discharging => "value-local-discharging",
        Thickened => "value-local-thickened",
        Adherent => "value-local-adherent",
    }
}

/// What a value is a value of, without its side: "lumbar flexion (inclinometer)", "standing on one leg".
pub(crate) fn course(course: Course) -> String {
    match course {
        Course::Tension(test) => test.word(),
        Course::Motion(part, movement, method) => say_with!(
            "exam-movement-by",
            [
                ("part", part.word().into()),
                ("movement", movement.word().into()),
                ("method", method.word().into())
            ]
        ),
        Course::Stance => say!("value-single-leg-stance"),
    }
}
