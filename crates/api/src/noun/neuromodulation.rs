//! A path of neuromodulation, as typed; and how what its nouns have in common is typed: names of other entries, numbers and
//! ratings that may be left open.

use super::{Typed, typed};
use crate::{
    field::{Field, fields, has_to_be_chosen, the_same},
    reading::{Reading, shown, shown_all},
};
use lamina_domain::{
    Answer, Link, Neuromodulation, Problem, Reply, Side, Text, ToldBy, When,
    neuromodulation::{Pain, Therapy},
    score::{Nrs, PainKind},
    within::Within,
};
use std::collections::BTreeSet;

typed!(Neuromodulation as NeuromodulationInput, with Therapy, Pain);

has_to_be_chosen!(Therapy);
the_same!(BTreeSet<Pain>);

fields! {
    /// A path of neuromodulation, as typed.
    Neuromodulation as NeuromodulationInput {
        /// What is stimulated or given; has to be chosen.
        therapy: Therapy,
        /// The same more exactly.
        words: Option<Text>,
        /// Which pain it is to treat.
        targets: BTreeSet<Pain>,
        /// On which side of the patient.
        side: Answer<Side>,
        /// That pain in words.
        target_words: Option<Text>,
        /// When it was thought of.
        considered: When,
        /// By whom it was done or decided.
        by: Option<Text>,
        /// Why, in words that were given.
        why: Option<Text>,
        /// Who said it, or where it was read.
        told_by: ToldBy,
        /// Whatever has no field of its own.
        note: Option<Text>,
    }
}

/// Another entry, which has to be named.
pub enum OtherEntry {}

impl Field for OtherEntry {
    type Fact = Link;
    type Typed = String;

    fn typed(fact: &Link) -> String {
        fact.to_string()
    }

    fn read(typed: &String, path: &str, reading: &mut Reading) -> Option<Link> {
        let named = match typed.trim() {
            "" => Err(Problem::Required),
            typed => typed.parse(),
        };
        reading.keep(path, named)
    }
}

/// Another entry, where one is named.
pub enum OptionalEntry {}

impl Field for OptionalEntry {
    type Fact = Option<Link>;
    type Typed = String;

    fn typed(fact: &Option<Link>) -> String {
        shown(fact)
    }

    fn read(typed: &String, path: &str, reading: &mut Reading) -> Option<Option<Link>> {
        match typed.trim() {
            "" => Some(None),
            typed => reading.keep(path, typed.parse()).map(Some),
        }
    }
}

/// Other entries, as many as are named.
pub enum OtherEntries {}

impl Field for OtherEntries {
    type Fact = Vec<Link>;
    type Typed = Vec<String>;

    fn typed(fact: &Vec<Link>) -> Vec<String> {
        shown_all(fact)
    }

    fn read(typed: &Vec<String>, path: &str, reading: &mut Reading) -> Option<Vec<Link>> {
        let named = typed.iter().filter(|one| !one.trim().is_empty()).enumerate();
        let read = named.filter_map(|(at, one)| reading.keep(&format!("{path}.{at}"), one.parse()));
        Some(read.collect())
    }
}

/// A whole number that may be left open.
pub enum OptionalWhole<const MIN: u16, const MAX: u16> {}

impl<const MIN: u16, const MAX: u16> Field for OptionalWhole<MIN, MAX> {
    type Fact = Option<Within<MIN, MAX>>;
    type Typed = String;

    fn typed(fact: &Self::Fact) -> String {
        shown(fact)
    }

    fn read(typed: &String, path: &str, reading: &mut Reading) -> Option<Self::Fact> {
        match typed.trim() {
            "" => Some(None),
            typed => reading.whole(path, typed).map(Some),
        }
    }
}

/// A rating from 0 to 10 that may be left open, which is no zero.
pub enum OptionalRating {}

impl Field for OptionalRating {
    type Fact = Option<Nrs>;
    type Typed = String;

    fn typed(fact: &Option<Nrs>) -> String {
        fact.map(|nrs| nrs.rating().to_string()).unwrap_or_default()
    }

    fn read(typed: &String, path: &str, reading: &mut Reading) -> Option<Option<Nrs>> {
        match typed.trim() {
            "" => Some(None),
            typed => reading.whole(path, typed).map(Some),
        }
    }
}

/// Which pain was rated; has to be chosen.
pub enum RatedKind {}

impl Field for RatedKind {
    type Fact = PainKind;
    type Typed = Option<PainKind>;

    fn typed(fact: &PainKind) -> Option<PainKind> {
        Some(*fact)
    }

    fn read(typed: &Option<PainKind>, path: &str, reading: &mut Reading) -> Option<PainKind> {
        reading.keep(path, typed.ok_or(Problem::Required))
    }
}

/// A reply, as it is chosen.
pub enum ChosenReply {}

impl Field for ChosenReply {
    type Fact = Reply;
    type Typed = Reply;

    fn typed(fact: &Reply) -> Reply {
        *fact
    }

    fn read(typed: &Reply, _: &str, _: &mut Reading) -> Option<Reply> {
        Some(*typed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use lamina_domain::Typing;

    #[test]
    fn what_was_typed_reads_back_as_the_same_and_a_path_without_a_therapy_is_none() {
        let mut reading = Reading::of(Typing::on("2026-11-25".parse().unwrap()));
        let typed = NeuromodulationInput {
            therapy: Some(Therapy::DorsalRootGanglion),
            targets: [Pain::Leg].into(),
            side: Answer::Value(Side::Left),
            target_words: "burning of the left foot".into(),
            considered: "May 2025".into(),
            by: "Dr Sample".into(),
            why: "no lasting relief by blocks".into(),
            ..NeuromodulationInput::default()
        };
        let path = typed.read(&mut reading).unwrap();
        assert_eq!(NeuromodulationInput::of(&path), typed);
        assert_eq!(reading.issues, []);
        assert_eq!(NeuromodulationInput::default().read(&mut reading), None);
        assert_eq!(reading.issues[0].path, "therapy");
    }
}
