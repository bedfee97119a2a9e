//! Every finding of an examination by itself: its words, its side, and whether it is to be told first, is as usual, or was not
//! tested.

use crate::{
    details,
    words::{self, Word, joined, message, say, say_with, taking},
};
use lamina_domain::{
    Answer, Examination, Missing, Side,
    examination::{
        found::{Beats, Briskness, Gait, Presence, ReproducedPain, Sense, Sign, Tension, Tone},
        local::{LocalFinding, Provocation, ProvocationResult, SacroiliacCount},
        motion::{Motion, MotionPain},
        power::{Grade, LimbSide, MuscleFinding, Power},
        walk::{Aid, Manner},
    },
};

/// In which of the lines a finding stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Weight {
    /// Other than usual, or told without anything that would be usual.
    Notable,
    /// As it usually is.
    Usual,
    /// Not tested, not done or declined.
    NotTested,
}

/// Findings that are told together where they are as usual or were not tested.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Group {
    Power,
    Touch,
    Pin,
    Reflexes,
    Signs,
    Tension,
    Walks,
    Painless,
    FullMotion,
    Provocation,
}

impl Group {
    /// What was looked at.
    pub(super) fn word(self) -> String {
        say!(match self {
            Self::Power => message!("exam-power"),
            Self::Touch => message!("exam-touch"),
            Self::Pin => message!("exam-pin"),
            Self::Reflexes => message!("exam-reflexes"),
            Self::Signs => message!("exam-signs"),
            Self::Tension => message!("exam-tension"),
            Self::Walks => message!("exam-walks"),
            Self::Painless | Self::FullMotion => message!("exam-motion"),
            Self::Provocation => message!("exam-provocation"),
        })
    }

    /// What it is, and how it is where it is as usual.
    pub(super) fn normal(self) -> String {
        say!(match self {
            Self::Power => message!("exam-power-normal"),
            Self::Touch => message!("exam-touch"),
            Self::Pin => message!("exam-pin"),
            Self::Reflexes => message!("exam-reflexes-normal"),
            Self::Signs => message!("exam-signs-normal"),
            Self::Tension => message!("exam-tension-normal"),
            Self::Walks => message!("exam-walks"),
            Self::Painless => message!("exam-motion-painless"),
            Self::FullMotion => message!("exam-motion-full"),
            Self::Provocation => message!("exam-provocation-normal"),
        })
    }
}

/// One finding by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Item {
    pub(super) group: Option<Group>,
    pub(super) side: Option<LimbSide>,
    pub(super) weight: Weight,
    /// What was found, in full: "S1 light touch altered".
    pub(super) text: String,
    /// The same within its group, which says the rest: "S1".
    pub(super) short: String,
}

impl Item {
    /// One of a group; `short` is what the group does not say already.
    fn within(
        group: Group,
        side: impl Into<Option<LimbSide>>,
        weight: Weight,
        text: String,
        short: String,
    ) -> Self {
        Self {
            group: Some(group),
            side: side.into(),
            weight,
            text,
            short,
        }
    }

    /// A finding that says all of itself.
    fn alone(side: Option<LimbSide>, weight: Weight, text: String) -> Self {
        Self {
            group: None,
            side,
            weight,
            short: text.clone(),
            text,
        }
    }
}

/// Every finding, in the order in which an examination is told.
pub(super) fn items(examination: &Examination) -> Vec<Item> {
    let mut all: Vec<Item> = examination.power.iter().map(power).collect();
    for one in &examination.sensation {
        let felt = |group, sense: Option<Sense>, id: taking!["root", "sense"]| {
            let sense = sense?;
            let root = one.dermatome.root();
            let text = say_with!(id, [("root", root.into()), ("sense", sense.word().into())]);
            Some(Item::within(
                group,
                one.side,
                weight_of_sense(sense),
                text,
                root.into(),
            ))
        };
        all.extend(felt(Group::Touch, one.light_touch, message!("exam-touch-found")));
        all.extend(felt(Group::Pin, one.pinprick, message!("exam-pin-found")));
    }
    for one in &examination.reflexes {
        let weight = match one.grade {
            Briskness::Usual => Weight::Usual,
            Briskness::NotTested => Weight::NotTested,
            _ => Weight::Notable,
        };
        let text = say_with!(
            "exam-reflex-found",
            [
                ("reflex", one.reflex.word().into()),
                ("grade", one.grade.sign().into())
            ]
        );
        all.push(Item::within(
            Group::Reflexes,
            one.side,
            weight,
            text,
            one.reflex.word(),
        ));
    }
    all.extend(examination.signs.iter().map(sign));
    all.extend(examination.tension.iter().map(tension));
    all.extend(gait(examination));
    all.extend(examination.motion.iter().flat_map(motion));
    all.extend(
        [LimbSide::Left, LimbSide::Right]
            .into_iter()
            .filter_map(|side| sacroiliac(&examination.provocation, side)),
    );
    all.extend(examination.provocation.iter().filter_map(provocation));
    all.extend(examination.local.iter().map(local));
    all.extend(answer(
        message!("exam-saddle"),
        &examination.saddle,
        weight_of_sense,
    ));
    all.extend(answer(
        message!("exam-anal-tone"),
        &examination.anal_tone,
        weight_of_tone,
    ));
    all.extend(answer(
        message!("exam-anal-squeeze"),
        &examination.anal_squeeze,
        weight_of_tone,
    ));
    all
}

fn weight_of_sense(sense: Sense) -> Weight {
    match sense {
        Sense::Normal => Weight::Usual,
        Sense::NotTested => Weight::NotTested,
        Sense::Absent | Sense::Altered => Weight::Notable,
    }
}

fn weight_of_tone(tone: Tone) -> Weight {
    match tone {
        Tone::Normal => Weight::Usual,
        Tone::Reduced | Tone::Absent => Weight::Notable,
    }
}

fn weight_of_manner(manner: Manner) -> Weight {
    match manner {
        Manner::Normal => Weight::Usual,
        Manner::NotTested => Weight::NotTested,
        Manner::Impaired | Manner::Unable => Weight::Notable,
    }
}

/// An answer with its name; one that nobody asked for is no finding.
fn answer<T: Word + Copy>(id: taking!["found"], answer: &Answer<T>, weight: fn(T) -> Weight) -> Option<Item> {
    let found = words::answer(answer)?;
    let weight = answer.value().copied().map_or(Weight::NotTested, weight);
    Some(Item::alone(
        None,
        weight,
        say_with!(id, [("found", found.into())]),
    ))
}

/// "great-toe extensor (L5) power 4-", and whether it is known and unchanged.
fn power(one: &MuscleFinding) -> Item {
    let weight = match one.power {
        Power::Graded(Grade::Five) => Weight::Usual,
        Power::Graded(_) => Weight::Notable,
        Power::NotTested => Weight::NotTested,
    };
    let id = match one.known {
        true => message!("exam-power-known"),
        false => message!("exam-power-found"),
    };
    let text = say_with!(
        id,
        [
            ("muscle", one.muscle.word().into()),
            ("grade", one.power.to_string().into())
        ]
    );
    Item::within(
        Group::Power,
        one.side,
        weight,
        text,
        one.muscle.name().to_uppercase(),
    )
}

/// "clonus present, 4 beats".
fn sign(one: &Sign) -> Item {
    let weight = match one.found {
        Presence::Present => Weight::Notable,
        Presence::Absent => Weight::Usual,
        Presence::NotTested => Weight::NotTested,
    };
    let name = one.sign.word();
    let found = say_with!(
        "exam-what-found",
        [("what", name.clone().into()), ("found", one.found.word().into())]
    );
    let beats = one.beats.map(|beats| match beats {
        Beats::Sustained => say!("exam-clonus-sustained"),
        Beats::Count(count) => {
            say_with!("exam-clonus-beats", [("count", count.get().into())])
        }
    });
    let text = joined([Some(found), beats], ", ").unwrap_or_default();
    Item::within(Group::Signs, one.side, weight, text, name)
}

/// "straight-leg raise 30°, leg pain". Back pain alone is told with what was found and is not positive; trap 50.
fn tension(one: &Tension) -> Item {
    let weight = match one.reproduced {
        Some(ReproducedPain::Nothing) => Weight::Usual,
        _ => Weight::Notable,
    };
    let angle = one
        .angle
        .map(|angle| say_with!("exam-angle", [("angle", angle.to_string().into())]));
    let short = joined([Some(one.test.word()), angle], " ").unwrap_or_default();
    let text = joined(
        [Some(short.clone()), one.reproduced.map(|found| found.word())],
        ", ",
    );
    Item::within(Group::Tension, one.side, weight, text.unwrap_or_default(), short)
}

/// How somebody walks and stands.
fn gait(examination: &Examination) -> Vec<Item> {
    let mut all = Vec::new();
    for (usual, weight) in [(true, Weight::Usual), (false, Weight::Notable)] {
        let of_it = examination
            .gait
            .iter()
            .filter(|gait| (**gait == Gait::Normal) == usual);
        let found = joined(of_it.map(|gait| Some(gait.word())), ", ");
        all.extend(found.map(|found| {
            let text = say_with!("exam-gait", [("found", found.into())]);
            Item::alone(None, weight, text)
        }));
    }
    all.extend(examination.gait_words.as_ref().map(|words| {
        let text = say_with!("exam-gait-words", [("words", words.to_string().into())]);
        Item::alone(None, Weight::Notable, text)
    }));
    let (without, with): (Vec<Aid>, Vec<Aid>) = examination
        .aids
        .iter()
        .copied()
        .partition(|aid| *aid == Aid::NoAid);
    all.extend(
        without
            .into_iter()
            .map(|_| Item::alone(None, Weight::Usual, say!("exam-no-aid"))),
    );
    all.extend(
        joined(with.into_iter().map(|aid| Some(aid.word())), ", ").map(|aids| {
            Item::alone(
                None,
                Weight::Notable,
                say_with!("exam-aid", [("aids", aids.into())]),
            )
        }),
    );
    for one in &examination.walks {
        let name = one.on.word();
        let text = say_with!(
            "exam-walk-found",
            [("on", name.clone().into()), ("found", one.found.word().into())]
        );
        all.push(Item::within(
            Group::Walks,
            one.side,
            weight_of_manner(one.found),
            text,
            name,
        ));
    }
    all.extend(answer(
        message!("exam-tandem"),
        &examination.tandem,
        weight_of_manner,
    ));
    all.extend(answer(
        message!("exam-romberg"),
        &examination.romberg,
        weight_of_manner,
    ));
    all.extend(match &examination.falls {
        Answer::Value(falls) if falls.get() == 0 => {
            Some(Item::alone(None, Weight::Usual, say!("exam-no-falls")))
        }
        Answer::Value(falls) => {
            let text = say_with!("exam-falls", [("count", falls.get().into())]);
            Some(Item::alone(None, Weight::Notable, text))
        }
        Answer::Missing(Missing::NotAsked) => None,
        Answer::Missing(missing) => {
            let text = say_with!("exam-falls-missing", [("why", missing.word().into())]);
            Some(Item::alone(None, Weight::NotTested, text))
        }
    });
    all
}

/// Whether a movement hurt, and whether it was a full one by eye; how far it went otherwise stands with what was measured.
fn motion(one: &Motion) -> Vec<Item> {
    let name = say_with!(
        "exam-movement",
        [
            ("part", one.part.word().into()),
            ("movement", one.movement.word().into())
        ]
    );
    let mut all = Vec::new();
    if one.extent.is_some_and(|extent| extent.is_full()) {
        let text = say_with!("exam-movement-full", [("movement", name.clone().into())]);
        all.push(Item::within(
            Group::FullMotion,
            one.side,
            Weight::Usual,
            text,
            name.clone(),
        ));
    }
    all.extend(one.pain.map(|pain| {
        let (weight, id): (Weight, taking!["movement"]) = match pain {
            MotionPain::Painful => (Weight::Notable, message!("exam-movement-painful")),
            MotionPain::Painless => (Weight::Usual, message!("exam-movement-painless")),
        };
        let text = say_with!(id, [("movement", name.clone().into())]);
        Item::within(Group::Painless, one.side, weight, text, name)
    }));
    all
}

/// The count of one side, with the names of those that were positive. It is a count and no diagnosis.
fn sacroiliac(tests: &[Provocation], side: LimbSide) -> Option<Item> {
    let count = SacroiliacCount::of(tests, side)?;
    let positive = tests.iter().filter(|one| {
        one.side == side && one.test.is_sacroiliac() && one.found == ProvocationResult::Positive
    });
    let names = joined(positive.map(|one| Some(one.test.word())), ", ");
    let counted = sacroiliac_count(count);
    let text = match names {
        Some(names) => say_with!(
            "exam-sacroiliac-named",
            [("count", counted.clone().into()), ("names", names.into())]
        ),
        None => counted,
    };
    let weight = match count.positive {
        0 => Weight::Usual,
        _ => Weight::Notable,
    };
    Some(Item::alone(Some(side), weight, text))
}

/// "sacroiliac tests 3 of 5 positive, 5 done".
fn sacroiliac_count(count: SacroiliacCount) -> String {
    say_with!(
        "exam-sacroiliac",
        [("positive", count.positive.into()), ("done", count.done.into())]
    )
}

/// A test by itself; a sacroiliac one that was done is in the count.
fn provocation(one: &Provocation) -> Option<Item> {
    let (weight, id): (Weight, taking!["test"]) = match one.found {
        ProvocationResult::NotDone => (Weight::NotTested, message!("exam-provocation-not-done")),
        _ if one.test.is_sacroiliac() => return None,
        ProvocationResult::Positive => (Weight::Notable, message!("exam-provocation-positive")),
        ProvocationResult::Negative => (Weight::Usual, message!("exam-provocation-negative")),
    };
    let name = one.test.word();
    let text = say_with!(id, [("test", name.clone().into())]);
    Some(Item::within(Group::Provocation, one.side, weight, text, name))
}

/// "scar L4-S1, midline: red, tender (upper end)".
fn local(one: &LocalFinding) -> Item {
    let side = match one.side {
        Answer::Value(Side::Left) => Some(LimbSide::Left),
        Answer::Value(Side::Right) => Some(LimbSide::Right),
        _ => None,
    };
    let other_side = side.is_none().then(|| details::side(&one.side)).flatten();
    let place = [Some(one.what.word()), details::levels(&one.levels)];
    let place = joined([joined(place, " "), other_side], ", ").unwrap_or_default();
    let states = joined(one.states.iter().map(|state| Some(state.word())), ", ");
    let found = say_with!(
        "exam-local",
        [
            ("place", place.into()),
            ("states", states.unwrap_or_default().into())
        ]
    );
    let text = match &one.words {
        Some(words) => say_with!(
            "exam-local-words",
            [("found", found.into()), ("words", words.to_string().into())]
        ),
        None => found,
    };
    let weight = match one.is_quiet() {
        true => Weight::Usual,
        false => Weight::Notable,
    };
    Item::alone(side, weight, text)
}
