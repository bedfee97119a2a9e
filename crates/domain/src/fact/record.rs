//! A whole patient: every fact that stands, list by list, made from the table of nouns. Each fact of a list carries the head
//! under which it is kept, so that nothing is ever joined by its position.
//!
//! References between facts are places counted from 1 in the order of a list ("2 months after operation 1").

mod circle;
pub mod lasting;
mod order;
pub mod placed;
mod refer;
pub mod related;
mod stages;

pub use circle::circles;

use super::{
    clinical::Clinical,
    kept::{Head, Kept},
    noun::{Fact, Noun},
};
use crate::{
    noun_table,
    value::{issue::Issue, link::Link, when::Reference},
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! record {
    (
        []
        once {
            $(#[$person_doc:meta])* $person:ident $Person:ident $person_field:ident: $person_type:ty;
            $($(#[$once_doc:meta])* $once:ident $Once:ident $once_field:ident: $once_type:ty;)*
        }
        always { $($(#[$always_doc:meta])* $always:ident $Always:ident $always_field:ident: $always_type:ty;)* }
        many { $($(#[$doc:meta])* $noun:ident $Noun:ident $field:ident: $type:ty;)* }
    ) => {
        /// Everything about one patient, in the order in which it is shown.
        #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct Record {
            $(#[$person_doc])*
            pub $person_field: Kept<$person_type>,
            $($(#[$once_doc])* #[serde(default)] pub $once_field: Kept<$once_type>,)*
            $($(#[$always_doc])* #[serde(default)] pub $always_field: Vec<Kept<$always_type>>,)*
            $($(#[$doc])* #[serde(default, skip_serializing_if = "Vec::is_empty")] pub $field: Vec<Kept<$type>>,)*
        }

        impl Record {
            /// A record of the person alone.
            pub fn of(person: Kept<$person_type>) -> Self {
                Self {
                    $person_field: person,
                    $($once_field: Default::default(),)*
                    $($always_field: Vec::new(),)*
                    $($field: Vec::new(),)*
                }
            }

            /// Adds a fact at the end of its list, or in place of the one that every record has.
            pub fn push(&mut self, kept: Kept<Fact>) {
                let head = kept.head;
                match kept.fact {
                    Fact::$Person(fact) => self.$person_field = Kept { head, fact: *fact },
                    $(Fact::$Once(fact) => self.$once_field = Kept { head, fact: *fact },)*
                    $(Fact::$Always(fact) => self.$always_field.push(Kept { head, fact: *fact }),)*
                    $(Fact::$Noun(fact) => self.$field.push(Kept { head, fact: *fact }),)*
                }
            }

            /// Puts a fact in the place of the one of this entry; false where its list holds no such entry.
            pub fn put(&mut self, entry: Uuid, fact: Fact) -> bool {
                match fact {
                    Fact::$Person(_) $(| Fact::$Once(_))* => false,
                    $(Fact::$Always(fact) => put(&mut self.$always_field, entry, *fact),)*
                    $(Fact::$Noun(fact) => put(&mut self.$field, entry, *fact),)*
                }
            }

            /// How many facts each list holds, by its name in a document.
            pub fn counts(&self) -> Vec<(&'static str, usize)> {
                vec![
                    $((stringify!($always_field), self.$always_field.len()),)*
                    $((stringify!($field), self.$field.len()),)*
                ]
            }

            /// Whether every record has one of this noun, so that it stands in no list.
            pub fn has_one(noun: Noun) -> bool {
                matches!(noun, Noun::$Person $(| Noun::$Once)*)
            }

            /// The head of what every record has one of; nothing where it was never kept, and for other nouns.
            pub fn one_of(&self, noun: Noun) -> Option<&Head> {
                match noun {
                    $(Noun::$Once => self.$once_field.head.as_ref(),)*
                    _ => None,
                }
            }

            /// Every fact of one noun in the order of its list; none of what every record has one of.
            pub fn list(&self, noun: Noun) -> Vec<Kept<Fact>> {
                match noun {
                    Noun::$Person $(| Noun::$Once)* => Vec::new(),
                    $(Noun::$Always => facts(&self.$always_field),)*
                    $(Noun::$Noun => facts(&self.$field),)*
                }
            }

            /// The entries of the list of one noun in its order; none of what every record has one of.
            fn ids(&self, noun: Noun) -> Vec<Option<Uuid>> {
                match noun {
                    Noun::$Person $(| Noun::$Once)* => Vec::new(),
                    $(Noun::$Always => self.$always_field.iter().map(Kept::id).collect(),)*
                    $(Noun::$Noun => self.$field.iter().map(Kept::id).collect(),)*
                }
            }

            /// Where the facts of the list of one noun stand in the order of time; none of what every record has one of.
            fn places(&self, noun: Noun) -> Vec<usize> {
                match noun {
                    Noun::$Person $(| Noun::$Once)* => Vec::new(),
                    $(Noun::$Always => self.order_of(&self.$always_field),)*
                    $(Noun::$Noun => self.order_of(&self.$field),)*
                }
            }

            /// The fact that is named so; nothing where none is.
            pub fn entry(&self, link: &Link) -> Option<Kept<Fact>> {
                match Noun::from_called(link.what())? {
                    Noun::$Person $(| Noun::$Once)* => None,
                    $(Noun::$Always => named(&self.$always_field, link.which).map(|one| one.clone().map(Fact::from)),)*
                    $(Noun::$Noun => named(&self.$field, link.which).map(|one| one.clone().map(Fact::from)),)*
                }
            }

            /// Every fact with its path in a document, the person first.
            pub fn facts(&self) -> Vec<(String, Kept<Fact>)> {
                let mut all = vec![(stringify!($person_field).to_owned(), self.$person_field.clone().map(Fact::from))];
                $(if self.$once_field != Default::default() {
                    all.push((stringify!($once_field).to_owned(), self.$once_field.clone().map(Fact::from)));
                })*
                $(all.extend(by_path(stringify!($always_field), &self.$always_field));)*
                $(all.extend(by_path(stringify!($field), &self.$field));)*
                all
            }

            /// Facts that can't stand beside those of their list that stand before them, with their paths in a document.
            pub(crate) fn crowded(&self) -> Vec<Issue> {
                let mut all = Vec::new();
                $(all.extend(crowded(stringify!($always_field), &self.$always_field));)*
                $(all.extend(crowded(stringify!($field), &self.$field));)*
                all
            }

            /// The record with what `list` makes of each list.
            fn lists(&self, list: &impl Lists) -> Self {
                Self {
                    $person_field: self.$person_field.clone(),
                    $($once_field: self.$once_field.clone(),)*
                    $($always_field: list.made(&self.$always_field),)*
                    $($field: list.made(&self.$field),)*
                }
            }
        }
    };
}
noun_table!([record]);

/// Something that is done to every list.
trait Lists {
    fn made<T: Clinical>(&self, list: &[Kept<T>]) -> Vec<Kept<T>>;
}

fn put<T>(list: &mut [Kept<T>], entry: Uuid, fact: T) -> bool {
    let found = list.iter_mut().find(|one| one.is(entry));
    found.map(|one| one.fact = fact).is_some()
}

fn named<T>(list: &[Kept<T>], which: Reference) -> Option<&Kept<T>> {
    list.get(place_of(list, which)?)
}

/// Where a fact that is named so stands in its list, from 0; nothing where it does not.
pub fn place_of<T>(list: &[Kept<T>], which: Reference) -> Option<usize> {
    let at = match which {
        Reference::Place(place) => (place as usize).checked_sub(1)?,
        Reference::Id(id) => list.iter().position(|one| one.is(id))?,
    };
    (at < list.len()).then_some(at)
}

fn facts<T: Clone>(list: &[Kept<T>]) -> Vec<Kept<Fact>>
where
    Fact: From<T>,
{
    list.iter().map(|one| one.clone().map(Fact::from)).collect()
}

fn by_path<T: Clone>(name: &str, list: &[Kept<T>]) -> Vec<(String, Kept<Fact>)>
where
    Fact: From<T>,
{
    let paths = (0..).map(|at: usize| format!("{name}[{at}]"));
    paths.zip(facts(list)).collect()
}

fn crowded<T: Clinical>(name: &str, list: &[Kept<T>]) -> Vec<Issue> {
    let found = T::crowded(list).into_iter();
    found
        .map(|(at, problem)| Issue::at(format!("{name}[{at}]"), problem))
        .collect()
}

impl Record {
    /// The same record with a head for each fact that has none, so that one can be told from another where nothing was kept.
    pub fn numbered(&self) -> Self {
        struct Numbered(std::cell::Cell<u128>);
        impl Lists for Numbered {
            fn made<T: Clinical>(&self, list: &[Kept<T>]) -> Vec<Kept<T>> {
                let mut list = list.to_vec();
                for one in &mut list {
                    self.0.set(self.0.get() + 1);
                    one.head
                        .get_or_insert_with(|| Head::of(Uuid::from_u128(self.0.get())));
                }
                list
            }
        }
        self.lists(&Numbered(std::cell::Cell::new(0)))
    }
}
