//! The register of blood thinners: everything that a record says about them, wherever it stands, brought together once.
//! Screen, letter and gates read this and nothing else.
//!
//! What must hold: nothing that is recorded is dropped; that a drug was stopped is never worked out from anything else; what
//! contradicts itself is told with both sides; "none" stands only where it was said and nothing speaks against it.

use super::known::{NamedAgent, named};
use crate::{
    fact::{
        anticoagulant::{AgentClass, Anticoagulant, Taking},
        background::Background,
        treatment::{Kind, Treatment},
    },
    value::{
        answer::{Answer, Missing},
        context::ToldBy,
        text::Text,
        when::When,
    },
};
use chrono::NaiveDate;
use std::borrow::Borrow;

/// Where a blood thinner stands first; a medicine may say it again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mention {
    /// In the list of blood thinners.
    Listed,
    /// In words, where blood thinners are asked about.
    InWords,
    /// In words, among the other conditions.
    AmongConditions,
    /// Among the medicines alone.
    AmongMedicines,
}

/// A medicine that holds a blood thinner and has not ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Use {
    /// Its place among the treatments, from 0.
    pub place: usize,
    /// Its name as recorded.
    pub name: Text,
    /// It is known to be taken. Otherwise nothing says that it is not.
    pub taken: bool,
}

/// One blood thinner of the register: the fact as it is listed, or as much of one as words and medicines tell.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// The fact as it is listed; of what only words or medicines tell, little more than its name.
    pub anticoagulant: Anticoagulant,
    /// Where it stands first; the list counts before words and words before medicines.
    pub told: Mention,
    /// Medicines that hold it, as far as they have not ended.
    pub medicines: Vec<Use>,
    /// What it is called internationally, where the name is known.
    known: Vec<String>,
}

/// What contradicts itself about one blood thinner.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Conflict {
    /// It was said that there is none.
    SaidNone,
    /// It is recorded as stopped, and a medicine that has not ended holds it.
    Stopped,
}

/// Everything that is recorded about blood thinners.
#[derive(Debug, Clone, PartialEq)]
pub struct Register {
    /// Every blood thinner, those of the list first.
    pub entries: Vec<Entry>,
    /// What the answer was where blood thinners are asked about; nothing where it names some.
    pub asked: Option<Missing>,
}

impl Register {
    /// The register as one answer: the blood thinners, or which kind of missing. `Absent` stands only where it was said that
    /// there is none and nothing is recorded.
    pub fn answer(&self) -> Answer<&[Entry]> {
        match self.asked {
            _ if !self.entries.is_empty() => Answer::Value(&self.entries),
            Some(missing) => Answer::Missing(missing),
            None => Answer::Missing(Missing::NotAsked),
        }
    }

    /// Whether it was said that there is none.
    fn said_none(&self) -> bool {
        matches!(self.asked, Some(Missing::Absent | Missing::NotApplicable))
    }

    /// What contradicts itself about `entry`.
    pub fn conflict(&self, entry: &Entry) -> Option<Conflict> {
        let stopped = matches!(entry.anticoagulant.taking, Taking::Stopped { .. });
        match (stopped, entry.medicines.is_empty()) {
            (true, true) => None,
            (true, false) => Some(Conflict::Stopped),
            (false, _) => self.said_none().then_some(Conflict::SaidNone),
        }
    }

    /// Whether anything in it contradicts itself.
    pub fn contradicts_itself(&self) -> bool {
        self.entries.iter().any(|entry| self.conflict(entry).is_some())
    }
}

/// Words that say none where a list of names is asked for.
const NONE: [&str; 8] = [
    "none",
    "no",
    "nil",
    "none known",
    "-",
    "no blood thinners",
    "no anticoagulants",
    "denies",
];
/// Words beside a name that make a condition of it and no drug that is taken.
const NO_DRUG: [&str; 4] = ["induced", "allerg", "intoleran", "sensitiv"];

fn says_none(text: &Text) -> bool {
    let low = text.as_str().to_lowercase();
    NONE.contains(&low.trim_end_matches('.'))
}

/// What a record says about blood thinners on `today`: its list of them, the answer in words, the other conditions and the
/// medicines.
pub fn register(
    listed: &[impl Borrow<Anticoagulant>],
    background: &Background,
    treatments: &[impl Borrow<Treatment>],
    today: NaiveDate,
) -> Register {
    let mut entries: Vec<Entry> = listed.iter().map(Borrow::borrow).map(Entry::listed).collect();
    let noted = background
        .anticoagulants
        .value()
        .map(Vec::as_slice)
        .unwrap_or_default();
    let (none, named_in_words): (Vec<&Text>, Vec<&Text>) = noted.iter().partition(|text| says_none(text));
    for text in &named_in_words {
        if !entries.iter().any(|entry| entry.is(text)) {
            entries.push(Entry::in_words(text, Mention::InWords));
        }
    }
    let conditions = background
        .conditions
        .value()
        .map(Vec::as_slice)
        .unwrap_or_default();
    for text in conditions {
        let low = text.as_str().to_lowercase();
        let drug = !NO_DRUG.iter().any(|word| low.contains(word)) && !named(&low).is_empty();
        if drug && !entries.iter().any(|entry| entry.is(text)) {
            entries.push(Entry::in_words(text, Mention::AmongConditions));
        }
    }
    for (place, treatment) in treatments.iter().map(Borrow::borrow).enumerate() {
        let Some(taken) = taken(treatment, today) else {
            continue;
        };
        for one in in_treatment(treatment) {
            let held = Use {
                place,
                name: treatment.name.clone(),
                taken,
            };
            match entries.iter_mut().find(|entry| entry.known.contains(&one.name)) {
                Some(entry) => entry.medicines.push(held),
                None => entries.extend(Entry::medicine(&one, held)),
            }
        }
    }
    let asked = match &background.anticoagulants {
        Answer::Missing(missing) => Some(*missing),
        Answer::Value(_) if named_in_words.is_empty() && !none.is_empty() => Some(Missing::Absent),
        Answer::Value(list) if list.is_empty() && listed.is_empty() => Some(Missing::NotAsked),
        Answer::Value(_) => None,
    };
    Register { entries, asked }
}

/// Those of `texts`, as they were typed where blood thinners are asked about, that become entries of the list: every one
/// that names some and of which the list does not tell yet. What says that there is none stays an answer.
pub fn become_listed(
    listed: &[impl Borrow<Anticoagulant>],
    texts: &[Text],
) -> (Vec<Anticoagulant>, Vec<Text>) {
    let mut entries: Vec<Entry> = listed.iter().map(Borrow::borrow).map(Entry::listed).collect();
    let known = entries.len();
    let (none, named): (Vec<&Text>, Vec<&Text>) = texts.iter().partition(|text| says_none(text));
    for text in named {
        if !entries.iter().any(|entry| entry.is(text)) {
            entries.push(Entry::in_words(text, Mention::Listed));
        }
    }
    let new = entries.into_iter().skip(known).map(|entry| entry.anticoagulant);
    (new.collect(), none.into_iter().cloned().collect())
}

/// Whether a treatment goes on: taken where it is known to, not said where nothing says that it does not, nothing where it
/// ended or has not begun. The one place of this rule that asks it.
fn taken(treatment: &Treatment, today: NaiveDate) -> Option<bool> {
    let may_hold = matches!(treatment.kind, Kind::Drug | Kind::Injection | Kind::Other);
    (may_hold && treatment.may_be_current(today)).then(|| treatment.is_current(today))
}

/// The blood thinners that a treatment names: in its ingredients, its brand, its name, and for a medicine its dose.
pub fn in_treatment(treatment: &Treatment) -> Vec<NamedAgent> {
    let mut texts = vec![treatment.name.to_string()];
    if treatment.kind == Kind::Drug {
        texts.extend(treatment.dose.as_ref().map(ToString::to_string));
    }
    if let Some(medicine) = &treatment.medicine {
        texts.push(medicine.name());
        texts.extend(medicine.parts().brand.as_ref().map(ToString::to_string));
    }
    named(&texts.join(", "))
}

impl Entry {
    fn listed(one: &Anticoagulant) -> Self {
        Entry {
            anticoagulant: one.clone(),
            told: Mention::Listed,
            medicines: Vec::new(),
            known: known(&one.name),
        }
    }

    fn in_words(text: &Text, told: Mention) -> Self {
        let class = named(text.as_str()).first().map(|one| one.class);
        Entry {
            anticoagulant: named_only(text.clone(), class.unwrap_or(AgentClass::Other), Taking::NotSaid),
            told,
            medicines: Vec::new(),
            known: known(text),
        }
    }

    fn medicine(one: &NamedAgent, held: Use) -> Option<Self> {
        let name = if one.name == one.word {
            one.name.clone()
        } else {
            format!("{} ({})", one.name, held.name)
        };
        let taking = if held.taken { Taking::Yes } else { Taking::NotSaid };
        Some(Entry {
            anticoagulant: named_only(Text::new(&name).ok()?, one.class, taking),
            told: Mention::AmongMedicines,
            medicines: vec![held],
            known: vec![one.name.clone()],
        })
    }

    /// Whether a text tells of this one again.
    fn is(&self, text: &Text) -> bool {
        let theirs = known(text);
        let begins = text
            .as_str()
            .to_lowercase()
            .starts_with(&self.anticoagulant.name.as_str().to_lowercase());
        begins || !theirs.is_empty() && theirs.iter().all(|name| self.known.contains(name))
    }
}

/// A blood thinner of which nothing but its name, its kind and whether it is taken is known.
fn named_only(name: Text, class: AgentClass, taking: Taking) -> Anticoagulant {
    Anticoagulant {
        name,
        class,
        taking,
        last_dose: When::default(),
        indication: None,
        told_by: ToldBy::default(),
        note: None,
    }
}

fn known(text: &Text) -> Vec<String> {
    named(text.as_str()).into_iter().map(|one| one.name).collect()
}

#[cfg(test)]
#[path = "register/tests.rs"]
mod tests;
