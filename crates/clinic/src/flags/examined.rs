//! What was examined, in words: for the entry on the screen, and by kind with all its dates for a letter.

use super::measured::MeasuredFinding;
use crate::words::{Word, answer, joined, message, say, say_with, taking, words};
use lamina_domain::{
    Examination,
    examination::{
        found::{
            Gait, Presence, Reflex, ReproducedPain, Sensation, Sense, Sign, Tendon, Tension, TensionTest,
            Tone, Tract,
        },
        power::{LimbSide, MuscleFinding},
    },
};

impl Word for LimbSide {
    fn word(&self) -> String {
        say!(match self {
            LimbSide::Left => message!("flag-side-left"),
            LimbSide::Right => message!("flag-side-right"),
        })
    }
}

words! {
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
}

/// Everything that was examined, part by part, in a fixed order; what was not examined is not there.
pub(crate) fn parts(examination: &Examination) -> Vec<MeasuredFinding> {
    let gait = examination.gait.iter().map(|gait| Some(gait.word()));
    let gait = gait.chain([examination.gait_words.as_ref().map(ToString::to_string)]);
    let parts = [
        (message!("shown-power"), all(&examination.power, muscle)),
        (
            message!("shown-sensation"),
            all(&examination.sensation, sensation),
        ),
        (message!("shown-reflexes"), all(&examination.reflexes, reflex)),
        (message!("shown-signs"), all(&examination.signs, sign)),
        (message!("shown-tension"), all(&examination.tension, tension)),
        (message!("shown-gait"), joined(gait, ", ")),
        (message!("shown-saddle"), answer(&examination.saddle)),
        (message!("shown-anal-tone"), answer(&examination.anal_tone)),
    ];
    parts
        .into_iter()
        .filter_map(|(id, value)| {
            Some(MeasuredFinding {
                label: say!(id),
                value: value?,
            })
        })
        .collect()
}

fn all<T>(list: &[T], one: fn(&T) -> String) -> Option<String> {
    joined(list.iter().map(|item| Some(one(item))), "; ")
}

/// The power of a muscle: "left great-toe extensor (L5) 4-", and whether it is known and unchanged.
fn muscle(finding: &MuscleFinding) -> String {
    say_with!(
        match finding.known {
            true => message!("flag-power-known"),
            false => message!("flag-power"),
        },
        [
            ("side", finding.side.word().into()),
            ("muscle", finding.muscle.word().into()),
            ("grade", finding.power.to_string().into()),
        ],
    )
}

fn sensation(one: &Sensation) -> String {
    let felt = |id: taking!["sense"], sense: Option<Sense>| {
        sense.map(|sense| say_with!(id, [("sense", sense.word().into())]))
    };
    let found = joined(
        [
            felt(message!("exam-light-touch"), one.light_touch),
            felt(message!("exam-pinprick"), one.pinprick),
        ],
        ", ",
    );
    say_with!(
        "exam-found",
        [
            ("side", one.side.word().into()),
            ("what", one.dermatome.root().into()),
            ("found", found.unwrap_or_default().into()),
        ],
    )
}

fn reflex(one: &Reflex) -> String {
    say_with!(
        "exam-found",
        [
            ("side", one.side.word().into()),
            ("what", one.reflex.word().into()),
            ("found", one.grade.sign().into()),
        ],
    )
}

fn sign(one: &Sign) -> String {
    say_with!(
        "exam-found",
        [
            ("side", one.side.word().into()),
            ("what", one.sign.word().into()),
            ("found", one.found.word().into()),
        ],
    )
}

/// "left straight-leg raise 30°, leg pain"; without an angle none is named.
fn tension(one: &Tension) -> String {
    let angle = one
        .angle
        .map(|angle| say_with!("exam-angle", [("angle", angle.get().into())]));
    let found = joined([angle, one.reproduced.map(|reproduced| reproduced.word())], ", ");
    say_with!(
        "exam-found",
        [
            ("side", one.side.word().into()),
            ("what", one.test.word().into()),
            ("found", found.unwrap_or_default().into()),
        ],
    )
}
