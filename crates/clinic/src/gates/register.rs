//! What a record knows of implants, wherever it stands, and their line in the banner.
//!
//! Nothing that is recorded is dropped. Words are read for one thing only: whether they name plain metal of a fusion.

use crate::{record::Record, words::say_with};
use chrono::NaiveDate;
use lamina_domain::{
    Answer, Missing, Text,
    gate::mri::{self, MriStatus, Part, PartKind, PartState, System, Verdict},
    treatment::Kind,
};

/// Words of plain metal and of cages.
const METAL: [&str; 6] = ["screw", "rod", "cage", "plate", "titanium", "peek"];
/// Words that make more of it than metal.
const ACTIVE: [&str; 10] = [
    "stimulat",
    "pump",
    "lead",
    "electrode",
    "generator",
    "catheter",
    "pacemaker",
    "ipg",
    "disc",
    "scs",
];

fn in_words(text: &Text) -> System {
    let low = text.as_str().to_lowercase();
    let names = |words: &[&str]| words.iter().any(|word| low.contains(word));
    let metal = names(&METAL) && !names(&ACTIVE);
    System {
        name: text.clone(),
        parts: vec![Part {
            kind: if metal {
                PartKind::FusionMetal
            } else {
                PartKind::Other
            },
            name: None,
            state: PartState::InUse,
            mri: MriStatus::Unknown,
        }],
    }
}

fn is_metal(system: &System) -> bool {
    system.parts.iter().all(|part| part.kind == PartKind::FusionMetal)
}

fn same(one: &Text, other: &Text) -> bool {
    one.as_str()
        .to_lowercase()
        .starts_with(&other.as_str().to_lowercase())
}

/// Everything in the body that is known of: the register, what operations left, stimulators among the treatments that the
/// register does not hold, and what is noted in words.
pub(crate) fn register(record: &Record, today: NaiveDate) -> Answer<Vec<System>> {
    let mut systems: Vec<System> = record.devices.iter().map(|one| one.system(today)).collect();
    let active = systems.iter().any(|system| !is_metal(system));
    let mut told: Vec<System> = Vec::new();
    let implants = record.surgeries.iter().flat_map(|one| &one.implants);
    let stimulators = record
        .treatments
        .iter()
        .filter(|one| one.kind == Kind::NeuromodulationImplant && !active)
        .map(|one| &one.name);
    for text in implants {
        told.push(in_words(text));
    }
    for name in stimulators {
        let mut system = in_words(name);
        for part in &mut system.parts {
            part.kind = PartKind::Other;
            part.state = PartState::Unknown;
        }
        told.push(system);
    }
    let noted = record.background.implants_mri.value();
    for text in noted.into_iter().flatten() {
        let system = in_words(text);
        let known = |other: &System| same(text, &other.name) && is_metal(&system) == is_metal(other);
        if !told.iter().any(known) {
            told.push(system);
        }
    }
    for system in told {
        if !systems.contains(&system) {
            systems.push(system);
        }
    }
    match &record.background.implants_mri {
        _ if !systems.is_empty() => Answer::Value(systems),
        Answer::Missing(missing) => Answer::Missing(*missing),
        Answer::Value(_) => Answer::default(),
    }
}

/// What the banner and a letter's first page say about implants: one line for all of them.
pub(crate) fn implants_line(record: &Record, today: NaiveDate) -> Answer<Vec<String>> {
    let register = register(record, today);
    let systems = match &register {
        Answer::Missing(missing) => return Answer::Missing(*missing),
        Answer::Value(systems) => systems,
    };
    // What asks for attention comes first; plain metal is told behind it.
    let verdict = mri::notice(&register).verdict;
    let of = |system: &System| mri::notice(&Answer::Value(vec![system.clone()])).verdict;
    let named = |first: bool| {
        let mut names: Vec<String> = Vec::new();
        for system in systems {
            let name = system.name.to_string();
            if (of(system) == verdict) == first && !names.contains(&name) {
                names.push(name);
            }
        }
        names.join("; ")
    };
    let id = match verdict {
        Verdict::Warning | Verdict::NotAssessed => "gate-line-warning",
        Verdict::Conditional => "gate-line-conditional",
        Verdict::Note => "gate-line-note",
        Verdict::NoneRecorded => return Answer::Missing(Missing::Absent),
    };
    let line = say_with(id, [("names", named(true).into())]);
    let others = named(false);
    Answer::Value(vec![match others.is_empty() {
        true => line,
        false => say_with(
            "gate-line-also",
            [("line", line.into()), ("others", others.into())],
        ),
    }])
}
