//! Finding people by any part of a name, a birth date, a number or what their record says, and saying by what each was
//! found. Whoever is found by name, birth date or number stands before whom only a word of the record speaks for.

use std::collections::BTreeSet;

use lamina_domain::DateOrder;
use sqlx::{AssertSqlSafe, Row};
use uuid::Uuid;

use crate::error::StoreError;
use crate::noun::Noun;
use crate::patients::{PatientHit, hit_of};
use crate::store::Store;
use crate::tokens::{FoundBy, Group, own_tokens, query_groups};

/// Most typed words that are looked at.
const GROUPS: usize = 12;

/// A person who was found, and by what: once for each typed word, without doubles.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundPerson {
    /// The person.
    pub hit: PatientHit,
    /// By what.
    pub by: Vec<FoundBy>,
}

/// The people who were found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Found {
    /// The first of them, best first.
    pub people: Vec<FoundPerson>,
    /// How many there are.
    pub total: u32,
}

fn begins(tokens: &BTreeSet<String>, group: &Group) -> bool {
    group.iter().any(|form| {
        tokens
            .range(form.clone()..)
            .next()
            .is_some_and(|token| token.starts_with(form.as_str()))
    })
}

/// The rows of the search words that begin with one of the forms, `$n` and `$n+1` being the ends of each.
fn rows_of(group: &Group, place: &mut usize) -> String {
    let forms: Vec<String> = group
        .iter()
        .map(|_| {
            *place += 2;
            format!(
                "SELECT patient_id, entry_id FROM patient_token WHERE clinic_id = $1 AND token >= ${} AND token < ${}",
                *place - 2,
                *place - 1
            )
        })
        .collect();
    forms.join(" UNION ALL ")
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
        let found = self.find_groups(&meant, limit).await?;
        if found.total == 0 && either != meant {
            return self.find_groups(&either, limit).await;
        }
        Ok(found)
    }

    async fn find_groups(&self, groups: &[Group], limit: u32) -> Result<Found, StoreError> {
        if groups.is_empty() {
            return Ok(Found::default());
        }
        let mut place = 2;
        let words: Vec<String> = (0..)
            .zip(groups)
            .map(|(at, group)| {
                format!(
                    "w{at} AS (SELECT patient_id, MAX(entry_id = patient_id) AS own FROM ({}) GROUP BY patient_id)",
                    rows_of(group, &mut place)
                )
            })
            .collect();
        let own: Vec<String> = (0..groups.len()).map(|at| format!("w{at}.own")).collect();
        let joins: Vec<String> = (1..groups.len())
            .map(|at| format!("JOIN w{at} USING (patient_id)"))
            .collect();
        // The words come first whatever the planner thinks of them: they are few where the names are many.
        let sql = format!(
            "WITH {}, found AS MATERIALIZED (SELECT w0.patient_id AS id, {} AS own FROM w0 {})
             SELECT h.*, f.own, (SELECT COUNT(*) FROM found) AS total FROM found f CROSS JOIN patient_head h
             WHERE h.clinic_id = $1 AND h.patient_id = f.id
             ORDER BY f.own DESC, h.sort_key, h.born, h.patient_id LIMIT ${place}",
            words.join(", "),
            own.join(" + "),
            joins.join(" ")
        );
        let mut query = sqlx::query(AssertSqlSafe(sql)).bind(self.clinic());
        for form in groups.iter().flatten() {
            query = query.bind(form.clone()).bind(format!("{form}\u{10ffff}"));
        }
        let rows = query.bind(limit).fetch_all(self.readers()).await?;
        let mut found = Found::default();
        for row in &rows {
            found.total = row.try_get("total")?;
            found.people.push(FoundPerson {
                hit: hit_of(row)?,
                by: Vec::new(),
            });
        }
        self.say_by_what(groups, &mut found.people).await?;
        Ok(found)
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

    async fn say_by_what(&self, groups: &[Group], people: &mut [FoundPerson]) -> Result<(), StoreError> {
        let mut missing: Vec<Vec<usize>> = vec![Vec::new(); groups.len()];
        for (at, person) in people.iter_mut().enumerate() {
            let hit = &person.hit;
            let own = own_tokens(
                &hit.family,
                &hit.given,
                hit.born.as_deref(),
                hit.record_number.as_deref(),
            );
            for (group, missing) in groups.iter().zip(&mut missing) {
                match own.iter().find(|(_, tokens)| begins(tokens, group)) {
                    Some((by, _)) => person.by.push(*by),
                    None => missing.push(at),
                }
            }
        }
        for (group, missing) in groups.iter().zip(missing) {
            let ids: Vec<Uuid> = missing
                .iter()
                .filter_map(|at| Some(people.get(*at)?.hit.id))
                .collect();
            let entries = self.entries_with(group, &ids).await?;
            for at in missing {
                if let Some(person) = people.get_mut(at) {
                    let entry = entries.iter().find(|(patient, _)| *patient == person.hit.id);
                    person.by.extend(entry.map(|(_, entry)| FoundBy::Entry(*entry)));
                }
            }
        }
        for person in people {
            person.by.sort();
            person.by.dedup();
        }
        Ok(())
    }

    /// For each of these people the entry, recorded last, whose words one of the forms begins.
    async fn entries_with(&self, group: &Group, ids: &[Uuid]) -> Result<Vec<(Uuid, Uuid)>, StoreError> {
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let mut place = 2;
        let forms: Vec<String> = group
            .iter()
            .map(|_| {
                place += 2;
                format!("(t.token >= ${} AND t.token < ${})", place - 2, place - 1)
            })
            .collect();
        let people: Vec<String> = (place..place + ids.len()).map(|at| format!("${at}")).collect();
        let sql = format!(
            "SELECT e.patient_id, MAX(e.id) AS entry_id FROM version e CROSS JOIN patient_token t
             WHERE e.clinic_id = $1 AND e.patient_id IN ({}) AND e.noun <> '{}' AND t.clinic_id = $1
                AND t.entry_id = e.id AND ({})
             GROUP BY e.patient_id",
            people.join(", "),
            Noun::Patient.name(),
            forms.join(" OR ")
        );
        let mut query = sqlx::query(AssertSqlSafe(sql)).bind(self.clinic());
        for form in group {
            query = query.bind(form.clone()).bind(format!("{form}\u{10ffff}"));
        }
        for id in ids {
            query = query.bind(*id);
        }
        let rows = query.fetch_all(self.readers()).await?;
        rows.iter()
            .map(|row| Ok((row.try_get("patient_id")?, row.try_get("entry_id")?)))
            .collect()
    }
}
