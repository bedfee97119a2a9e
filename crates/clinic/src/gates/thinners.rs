//! Blood thinners in words: the line of the banner, what a gate and a letter say, and what disagrees. The one place that
//! words what the rule found.

use crate::{
    record::Record,
    words::{Word, joined, message, say, say_with, taking},
};
use chrono::NaiveDate;
use lamina_domain::{
    Answer, Kept, Missing, Surgery,
    anticoagulant::Taking,
    gate::bleeding::{
        self, AreaHistory, ClassedIntervention, Conflict, Entry, Gap, Mention, Notice, Register, RiskClass,
    },
};

/// The register of blood thinners of a record.
pub(crate) fn thinners(record: &Record, today: NaiveDate) -> Register {
    bleeding::register(
        &record.anticoagulants,
        &record.background,
        &record.treatments,
        today,
    )
}

/// What the banner and a letter's first page say about blood thinners. What contradicts "none" stands there with it.
pub(crate) fn thinners_line(record: &Record, today: NaiveDate) -> Answer<Vec<String>> {
    let register = thinners(record, today);
    match register.answer() {
        Answer::Missing(missing) => Answer::Missing(missing),
        Answer::Value(entries) => Answer::Value(entries.iter().map(|one| in_short(&register, one)).collect()),
    }
}

fn in_short(register: &Register, entry: &Entry) -> String {
    let name = entry.anticoagulant.name.to_string();
    let with = |id: taking!["name"]| say_with!(id, [("name", name.clone().into())]);
    match register.conflict(entry) {
        Some(Conflict::SaidNone) => {
            return say_with!(
                "gate-line-said-none",
                [("name", name.into()), ("place", place(entry).into())],
            );
        }
        Some(Conflict::Stopped) => return with(message!("gate-line-stopped-and-medicine")),
        None => {}
    }
    match (entry.told, &entry.anticoagulant.taking) {
        // What was noted in words stands as it was noted.
        (Mention::InWords, _) | (Mention::Listed, Taking::Yes) => name,
        (Mention::Listed, Taking::NotSaid) => with(message!("gate-line-not-said")),
        (_, Taking::Stopped { .. }) => with(message!("gate-line-stopped")),
        (Mention::AmongConditions, _) => with(message!("gate-line-among-conditions")),
        (Mention::AmongMedicines, Taking::Yes) => with(message!("gate-line-among-medicines")),
        (Mention::AmongMedicines, Taking::NotSaid) => with(message!("gate-line-medicine-in-words")),
    }
}

/// Where a blood thinner is recorded; the medicines come last, since they may say again what stands elsewhere.
fn place(entry: &Entry) -> String {
    let first = match entry.told {
        Mention::Listed => Some(say!("gate-place-list")),
        Mention::InWords => Some(say!("gate-place-words")),
        Mention::AmongConditions => Some(say!("gate-place-conditions")),
        Mention::AmongMedicines => None,
    };
    let medicines = (!entry.medicines.is_empty()).then(|| say!("gate-place-medicines"));
    joined([first, medicines], ", ").unwrap_or_default()
}

/// What a gate and a letter say.
pub(crate) struct ThinnerWords {
    /// The class of the intervention in a sentence, where it is on file.
    pub(crate) class: Option<String>,
    /// What is recorded, a line each: each blood thinner, what contradicts itself, and that timing is for the guideline.
    pub(crate) lines: Vec<String>,
    /// What is not recorded.
    pub(crate) missing: Vec<String>,
}

/// A notice in words.
pub(crate) fn said(notice: &Notice<'_>, surgeries: &[Kept<Surgery>]) -> ThinnerWords {
    let register = notice.register;
    let mut lines: Vec<String> = match register.answer() {
        Answer::Missing(Missing::Absent) => vec![say!("gate-thinners-none")],
        Answer::Missing(_) => vec![say!("gate-thinners-not-assessed")],
        Answer::Value(entries) => entries.iter().map(sentence).collect(),
    };
    lines.extend(
        register
            .entries
            .iter()
            .filter_map(|one| contradiction(register, one)),
    );
    if !register.entries.is_empty() {
        lines.push(say!("gate-check-guideline"));
    }
    ThinnerWords {
        class: notice
            .class
            .as_ref()
            .map(|class| class_sentence(class, surgeries)),
        lines,
        missing: notice.missing.iter().map(gap).collect(),
    }
}

fn sentence(entry: &Entry) -> String {
    let taking = match (&entry.anticoagulant.taking, entry.told) {
        (Taking::Stopped { .. }, _) => say!("gate-agent-stopped"),
        (Taking::Yes, Mention::AmongMedicines) => say!("gate-agent-medicine"),
        (Taking::NotSaid, Mention::AmongMedicines) => say!("gate-agent-medicine-in-words"),
        (Taking::Yes, _) => say!("gate-agent-taken"),
        (Taking::NotSaid, Mention::AmongConditions) => say!("gate-agent-condition"),
        (Taking::NotSaid, _) => say!("gate-agent-not-said"),
    };
    let also = entry.told != Mention::AmongMedicines && !entry.medicines.is_empty();
    let dose = (!entry.anticoagulant.last_dose.is_unknown()).then(|| {
        say_with!(
            "gate-agent-dose",
            [("when", entry.anticoagulant.last_dose.to_string().into())],
        )
    });
    let why = entry.anticoagulant.indication.as_ref();
    let facts = joined(
        [
            Some(taking),
            also.then(|| say!("gate-agent-also-medicine")),
            dose,
            why.map(|why| say_with!("gate-agent-for", [("why", why.to_string().into())])),
        ],
        ", ",
    );
    say_with!(
        "gate-agent",
        [
            ("name", entry.anticoagulant.name.to_string().into()),
            ("facts", facts.unwrap_or_default().into()),
        ],
    )
}

fn contradiction(register: &Register, entry: &Entry) -> Option<String> {
    let name = entry.anticoagulant.name.to_string();
    Some(match register.conflict(entry)? {
        Conflict::SaidNone => say_with!(
            "gate-conflict-said-none",
            [("name", name.into()), ("place", place(entry).into())],
        ),
        Conflict::Stopped => say_with!("gate-conflict-stopped", [("name", name.into())]),
    })
}

fn gap(gap: &Gap) -> String {
    let with =
        |id: taking!["name"], name: &lamina_domain::Text| say_with!(id, [("name", name.to_string().into())]);
    match gap {
        Gap::AgreedBy(name) => with(message!("gate-gap-agreed-by"), name),
        Gap::Restart(name) => with(message!("gate-gap-restart"), name),
        Gap::LastDose(name) => with(message!("gate-gap-last-dose"), name),
        Gap::Indication(name) => with(message!("gate-gap-indication"), name),
        Gap::Others(missing) => say_with!("gate-gap-others", [("missing", missing.word().into())]),
        Gap::KidneyFunction => say!("gate-gap-kidney"),
    }
}

fn class_sentence(class: &ClassedIntervention, surgeries: &[Kept<Surgery>]) -> String {
    let intervention = class.intervention;
    let source = intervention
        .source
        .clone()
        .unwrap_or_else(|| say!("gate-class-source"));
    let named = |places: &[usize]| {
        let one = |place: &usize| surgeries.get(*place).map(|surgery| operation(*place, surgery));
        joined(places.iter().map(one), "; ").unwrap_or_default()
    };
    let of_class = intervention.class.word();
    let counts = |id: taking!["class", "source", "counts", "operations"], operations: String| {
        say_with!(
            id,
            [
                ("class", of_class.clone().into()),
                ("source", source.clone().into()),
                ("counts", class.class().word().into()),
                ("operations", operations.into()),
            ],
        )
    };
    let alone = |id: taking!["class", "source"]| {
        say_with!(
            id,
            [
                ("class", of_class.clone().into()),
                ("source", source.clone().into()),
            ],
        )
    };
    match &class.operated {
        // There is nothing above high, so that what an operation adds changes nothing.
        _ if intervention.class == RiskClass::High => alone(message!("gate-class")),
        AreaHistory::Same(places) => counts(message!("gate-class-same-area"), named(places)),
        AreaHistory::Perhaps(places) => counts(message!("gate-class-perhaps"), named(places)),
        AreaHistory::Implants(names) => counts(message!("gate-class-implants"), names.join("; ")),
        AreaHistory::NotRecorded => say_with!(
            "gate-class-no-operation",
            [
                ("class", of_class.into()),
                ("source", source.into()),
                ("counts", class.class().word().into()),
            ],
        ),
        AreaHistory::Elsewhere if surgeries.is_empty() => alone(message!("gate-class")),
        AreaHistory::Elsewhere => alone(message!("gate-class-elsewhere")),
    }
}

/// An operation by its number and where it was.
fn operation(place: usize, surgery: &Surgery) -> String {
    let levels = surgery.all_levels();
    let levels = (!levels.is_empty()).then(|| levels.to_string());
    let at = levels.or_else(|| surgery.region.map(|region| region.word()));
    let number = (place + 1).to_string();
    match at {
        Some(at) => say_with!("gate-operation", [("number", number.into()), ("at", at.into())]),
        None => say_with!("gate-operation-unplaced", [("number", number.into())]),
    }
}

/// What disagrees about one blood thinner, with the entries that tell of it.
pub(crate) struct Disagreement {
    pub(crate) text: String,
    /// It was said that there is none, so that the answer in words disagrees too.
    pub(crate) with_background: bool,
    /// Places among the treatments.
    pub(crate) treatments: Vec<usize>,
    /// The place in the list of blood thinners, where it stands there.
    pub(crate) listed: Option<usize>,
}

impl Disagreement {
    /// A medicine is one of the two sides.
    pub(crate) fn among_medicines(&self) -> bool {
        !self.treatments.is_empty()
    }
}

/// Everything that disagrees about blood thinners.
pub(crate) fn conflicts(record: &Record, today: NaiveDate) -> Vec<Disagreement> {
    let register = thinners(record, today);
    let of = |(place, entry): (usize, &Entry)| {
        Some(Disagreement {
            text: contradiction(&register, entry)?,
            with_background: register.conflict(entry)? == Conflict::SaidNone,
            treatments: entry.medicines.iter().map(|held| held.place).collect(),
            // The list comes first in the register, in its own order.
            listed: (entry.told == Mention::Listed).then_some(place),
        })
    };
    register.entries.iter().enumerate().filter_map(of).collect()
}
