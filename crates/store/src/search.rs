//! Finding people by any part of a name, a birth date, a number or what their record says, and saying by what each was
//! found. Whoever is found by name, birth date or number stands before whom only a word of the record speaks for.

use std::{collections::HashMap, sync::Arc};

use lamina_domain::DateOrder;
use sqlx::SqliteConnection;
use uuid::Uuid;

use crate::error::StoreError;
use crate::fold::words;
use crate::hit::PatientHit;
use crate::lists::{self, List, Wanted};
use crate::names::ByName;
use crate::pending::START;
use crate::places::Places;
use crate::store::Store;
use crate::tokens::{FoundBy, Group, own_begins, query_groups};

/// Most typed words that are looked at.
const GROUPS: usize = 12;

/// How often a search is made where names change meanwhile.
const TRIES: usize = 3;

/// A person who was found, and by what: once for each typed word, without doubles.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundPerson {
    /// The person as in a list.
    pub hit: PatientHit,
    /// What the typed words were found in, without doubles.
    pub by: Vec<FoundBy>,
}

/// The people who were found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Found {
    /// The first of them, best first.
    pub people: Vec<FoundPerson>,
    /// The facts by which they were found, by entry, each as it stands.
    pub facts: HashMap<Uuid, String>,
    /// How many there are.
    pub total: u32,
}

/// The words that a group looks for, among those of the person in set `at` and among those of the record in the next.
fn wanted(group: &Group, at: usize) -> Vec<Wanted> {
    let both = |form: &String| {
        let short = form.chars().count() <= START;
        let lists = match short {
            true => [List::OwnStart, List::RecordStart],
            false => [List::Own, List::Record],
        };
        let one = |(set, list)| Wanted {
            set,
            list,
            word: form.clone(),
            goes_on: !short,
        };
        (at..).zip(lists).map(one).collect::<Vec<_>>()
    };
    group.iter().flat_map(both).collect()
}

/// Of those who are found by every group those found by none of their own words, by one, and so on; each group's own ones
/// and those of the record.
fn by_own(mut found: impl Iterator<Item = (Places, Places)>) -> Vec<Places> {
    let Some((own, record)) = found.next() else {
        return Vec::new();
    };
    let mut tiers = vec![record.without(&own), own];
    for (own, record) in found {
        let record = record.without(&own);
        let mut next = vec![Places::default(); tiers.len() + 1];
        for (count, tier) in tiers.iter().enumerate() {
            let with = [(count, tier.both(&record)), (count + 1, tier.both(&own))];
            for (count, people) in with {
                if let Some(tier) = next.get_mut(count) {
                    tier.join(&people);
                }
            }
        }
        tiers = next;
    }
    tiers
}

impl Store {
    /// People for whom every typed word begins a word of their name, birth date, number or record, in any order: those
    /// with the most words of their own first, then by name. Nothing typed finds nobody. A date in numbers alone is read in
    /// `order`, and the other way only where nobody is found by it.
    ///
    /// # Errors
    /// When the search cannot be done.
    pub async fn find(&self, text: &str, order: DateOrder, limit: u32) -> Result<Found, StoreError> {
        let groups = |order| -> Vec<Group> { query_groups(text, order).into_iter().take(GROUPS).collect() };
        let (meant, either) = (groups(Some(order)), groups(None));
        let mut reading = self.readers().acquire().await?;
        let mut found = self.find_groups(&mut reading, &meant, limit).await?;
        if found.total == 0 && either != meant {
            found = self.find_groups(&mut reading, &either, limit).await?;
        }
        Ok(found)
    }

    async fn find_groups(
        &self,
        conn: &mut SqliteConnection,
        groups: &[Group],
        limit: u32,
    ) -> Result<Found, StoreError> {
        if groups.is_empty() {
            return Ok(Found::default());
        }
        let wanted: Vec<Wanted> = (0..)
            .step_by(2)
            .zip(groups)
            .flat_map(|(at, group)| wanted(group, at))
            .collect();
        // A place can be given to another between two reads: then both are made again.
        let mut found = Found::default();
        for _ in 0..TRIES {
            let (version, sets) = lists::people(conn, self.clinic(), &wanted, groups.len() * 2).await?;
            let mut sets = sets.into_iter();
            let tiers = by_own(std::iter::from_fn(|| Some((sets.next()?, sets.next()?))));
            let total: usize = tiers.iter().map(Places::len).sum();
            let (now, people) = self.first_of(conn, version, &tiers, limit).await?;
            found = Found {
                people,
                facts: HashMap::new(),
                total: u32::try_from(total).unwrap_or(u32::MAX),
            };
            if now == version {
                break;
            }
        }
        self.say_by_what(conn, groups, &mut found).await?;
        Ok(found)
    }

    /// The first of these people, from the last tier to the first and each by name, with the version of the names as of
    /// which they were read.
    async fn first_of(
        &self,
        conn: &mut SqliteConnection,
        version: i64,
        tiers: &[Places],
        limit: u32,
    ) -> Result<(i64, Vec<FoundPerson>), StoreError> {
        let mut places = Vec::new();
        for (tier, people) in tiers.iter().rev().enumerate() {
            let room = (limit as usize).saturating_sub(places.len());
            let first = if people.len() <= room {
                people.iter().collect()
            } else if room > 0 {
                self.by_name(conn, version).await?.first(people, room)
            } else {
                Vec::new()
            };
            places.extend(first.into_iter().map(|place| (place, tier)));
        }
        if places.is_empty() {
            return Ok((version, Vec::new()));
        }
        places.sort_unstable();
        let only: Vec<u32> = places.iter().map(|(place, _)| *place).collect();
        let (now, mut heads) = lists::heads(conn, self.clinic(), &only).await?;
        let tier = |place: u32| {
            let at = places.binary_search_by_key(&place, |(place, _)| *place).ok()?;
            places.get(at).map(|(_, tier)| *tier)
        };
        heads.sort_by_cached_key(|head| {
            let name = (head.sort_key.clone(), head.hit.born.clone());
            (tier(head.place), name, head.hit.id)
        });
        let person = |head: lists::Head| FoundPerson {
            hit: head.hit,
            by: Vec::new(),
        };
        Ok((now, heads.into_iter().map(person).collect()))
    }

    /// Everyone in the order of names: what was read last where it is of this version.
    async fn by_name(&self, conn: &mut SqliteConnection, version: i64) -> Result<Arc<ByName>, StoreError> {
        if let Some(last) = self.names().last(version) {
            return Ok(last);
        }
        let (version, places) = lists::by_name(conn, self.clinic()).await?;
        let now = Arc::new(ByName::of(version, places));
        self.names().keep(&now);
        Ok(now)
    }

    /// How many people there are.
    ///
    /// # Errors
    /// When they cannot be counted.
    pub async fn count_people(&self) -> Result<u32, StoreError> {
        let mut reading = self.readers().acquire().await?;
        let version = lists::names_version(&mut reading, self.clinic()).await?;
        let everyone = self.by_name(&mut reading, version).await?;
        Ok(u32::try_from(everyone.len()).unwrap_or(u32::MAX))
    }

    /// As [`Store::find`], the people alone.
    ///
    /// # Errors
    /// When the search cannot be done.
    pub async fn search(
        &self,
        text: &str,
        order: DateOrder,
        limit: u32,
    ) -> Result<Vec<PatientHit>, StoreError> {
        let found = self.find(text, order, limit).await?;
        Ok(found.people.into_iter().map(|person| person.hit).collect())
    }

    async fn say_by_what(
        &self,
        conn: &mut SqliteConnection,
        groups: &[Group],
        found: &mut Found,
    ) -> Result<(), StoreError> {
        let people = &mut found.people;
        let mut missing: Vec<Vec<usize>> = vec![Vec::new(); groups.len()];
        for (at, person) in people.iter_mut().enumerate() {
            let hit = &person.hit;
            let names = words(&format!("{} {}", hit.given, hit.family));
            let (born, number) = (hit.born.as_deref(), hit.record_number.as_deref());
            for (group, missing) in groups.iter().zip(&mut missing) {
                match own_begins(&names, born, number, group) {
                    Some(by) => person.by.push(by),
                    None => missing.push(at),
                }
            }
        }
        for (group, missing) in groups.iter().zip(missing) {
            let ids: Vec<Uuid> = missing
                .iter()
                .filter_map(|at| Some(people.get(*at)?.hit.id))
                .collect();
            if ids.is_empty() {
                continue;
            }
            let mut entries = lists::entries_with(conn, self.clinic(), group, &ids).await?;
            for at in missing {
                if let Some(person) = people.get_mut(at)
                    && let Some(why) = entries.remove(&person.hit.id)
                {
                    person.by.push(FoundBy::Entry(why.noun, why.entry));
                    found.facts.insert(why.entry, why.content);
                }
            }
        }
        for person in people {
            person.by.sort();
            person.by.dedup();
        }
        Ok(())
    }
}
