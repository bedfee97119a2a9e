//! Finding people: by any part of name, birth date, number or record, the recent ones, and likely duplicates.

use sqlx::sqlite::SqliteRow;
use sqlx::{AssertSqlSafe, Row};
use uuid::Uuid;

use crate::error::StoreError;
use crate::fold::{query_groups, words};
use crate::index::key;
use crate::journal::parse_id;
use crate::store::Store;
use crate::unit::Unit;

/// Most typed words that are looked at.
const GROUPS: usize = 12;
/// Most candidates a duplicate warning shows.
const CANDIDATES: usize = 20;

/// A person in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PatientHit {
    /// Id of the patient.
    pub id: Uuid,
    /// Family name, as recorded.
    pub family: String,
    /// Given names, as recorded.
    pub given: String,
    /// Birth date in ISO form, as exact as it is known.
    pub born: Option<String>,
    /// Sex, as recorded.
    pub sex: Option<String>,
    /// The clinic's number for the person.
    pub record_number: Option<String>,
}

/// A person who may be the one about to be entered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Similar {
    /// The person.
    pub hit: PatientHit,
    /// The names are the same once folded, in either order.
    pub same_name: bool,
    /// The birth dates are the same.
    pub same_born: bool,
    /// The birth dates are the same with day and month exchanged.
    pub swapped_born: bool,
}

pub(crate) fn hit_of(row: &SqliteRow) -> Result<PatientHit, StoreError> {
    let id: String = row.try_get("patient_id")?;
    Ok(PatientHit {
        id: parse_id(&id)?,
        family: row.try_get("family")?,
        given: row.try_get("given")?,
        born: row.try_get("born")?,
        sex: row.try_get("sex")?,
        record_number: row.try_get("record_number")?,
    })
}

/// An ISO day with day and month exchanged, when that is another day.
fn swapped(born: &str) -> Option<String> {
    let mut parts = born.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let number: u8 = day.parse().ok()?;
    (month != day && (1..=12).contains(&number)).then(|| format!("{year}-{day}-{month}"))
}

/// The name's words without regard to their order.
fn bag(family: &str, given: &str) -> Vec<String> {
    let mut bag = words(&format!("{family} {given}"));
    bag.sort_unstable();
    bag
}

impl Store {
    /// People for whom every typed word begins a word of their name, birth date, number or record, in any
    /// order; sorted by name. Nothing typed finds nobody.
    ///
    /// # Errors
    /// When the search cannot be done.
    pub async fn search(&self, text: &str, limit: u32) -> Result<Vec<PatientHit>, StoreError> {
        let groups: Vec<_> = query_groups(text).into_iter().take(GROUPS).collect();
        if groups.is_empty() {
            return Ok(Vec::new());
        }
        let mut place = 1;
        let mut found = Vec::with_capacity(groups.len());
        for group in &groups {
            let forms: Vec<String> = group
                .iter()
                .map(|_| {
                    place += 2;
                    format!(
                        "SELECT patient_id FROM patient_token WHERE clinic_id = $1 AND token >= ${} AND token < ${place}",
                        place - 1
                    )
                })
                .collect();
            found.push(format!("SELECT patient_id FROM ({}) g", forms.join(" UNION ")));
        }
        // The words come first whatever the planner thinks of them: they are few where the names are many. Each name is
        // then looked up once, because what is joined by INTERSECT or UNION holds nobody twice.
        let mut sql = format!(
            "SELECT h.* FROM ({}) f CROSS JOIN patient_head h
             WHERE h.clinic_id = $1 AND h.patient_id = f.patient_id",
            if let [only] = found.as_slice() {
                only.replacen("SELECT", "SELECT DISTINCT", 1)
            } else {
                found.join(" INTERSECT ")
            }
        );
        sql.push_str(&format!(
            " ORDER BY h.sort_key, h.born, h.patient_id LIMIT ${}",
            place + 1
        ));
        let mut query = sqlx::query(AssertSqlSafe(sql)).bind(self.clinic());
        for form in groups.iter().flatten() {
            query = query.bind(form.clone()).bind(format!("{form}\u{10ffff}"));
        }
        let rows = query.bind(limit).fetch_all(self.readers()).await?;
        rows.iter().map(hit_of).collect()
    }

    /// Everyone, by name.
    ///
    /// # Errors
    /// When the list cannot be read.
    pub async fn everyone(&self) -> Result<Vec<PatientHit>, StoreError> {
        let rows = sqlx::query(
            "SELECT * FROM patient_head WHERE clinic_id = $1 ORDER BY sort_key, born, patient_id",
        )
        .bind(self.clinic())
        .fetch_all(self.readers())
        .await?;
        rows.iter().map(hit_of).collect()
    }

    /// The first people by name, at most `limit`.
    ///
    /// # Errors
    /// When the list cannot be read.
    pub async fn first(&self, limit: u32) -> Result<Vec<PatientHit>, StoreError> {
        let rows = sqlx::query(
            "SELECT * FROM patient_head WHERE clinic_id = $1 ORDER BY sort_key, born, patient_id LIMIT $2",
        )
        .bind(self.clinic())
        .bind(limit)
        .fetch_all(self.readers())
        .await?;
        rows.iter().map(hit_of).collect()
    }

    /// The people this actor opened last, newest first.
    ///
    /// # Errors
    /// When the list cannot be read.
    pub async fn recent(&self, actor_id: &str, limit: u32) -> Result<Vec<PatientHit>, StoreError> {
        let rows = sqlx::query(
            "SELECT h.* FROM patient_opened o
             JOIN patient_head h ON h.clinic_id = o.clinic_id AND h.patient_id = o.patient_id
             WHERE o.clinic_id = $1 AND o.actor_id = $2 ORDER BY o.at_us DESC, o.patient_id LIMIT $3",
        )
        .bind(self.clinic())
        .bind(actor_id)
        .bind(limit)
        .fetch_all(self.readers())
        .await?;
        rows.iter().map(hit_of).collect()
    }

    /// People who may be the one about to be entered: the same name once folded, or the same or a
    /// day-and-month-exchanged birth date together with a name that shares a word. Best matches first.
    ///
    /// # Errors
    /// When the search cannot be done.
    pub async fn similar(
        &self,
        family: &str,
        given: &str,
        born: Option<&str>,
    ) -> Result<Vec<Similar>, StoreError> {
        let other_way = born.and_then(swapped);
        let rows = sqlx::query(
            "SELECT * FROM patient_head WHERE clinic_id = $1 AND (
                (folded_family = $2 AND folded_given = $3) OR (folded_family = $3 AND folded_given = $2)
                OR born = $4 OR born = $5)
             ORDER BY sort_key, patient_id",
        )
        .bind(self.clinic())
        .bind(key(family))
        .bind(key(given))
        .bind(born.map(str::to_owned))
        .bind(other_way.clone())
        .fetch_all(self.readers())
        .await?;
        let wanted = bag(family, given);
        let mut found = Vec::new();
        for row in &rows {
            let hit = hit_of(row)?;
            let theirs = bag(&hit.family, &hit.given);
            let same_name = theirs == wanted;
            let same_born = hit.born.is_some() && hit.born.as_deref() == born;
            let swapped_born = hit.born.is_some() && hit.born == other_way;
            if same_name || theirs.iter().any(|word| wanted.contains(word)) {
                found.push(Similar {
                    hit,
                    same_name,
                    same_born,
                    swapped_born,
                });
            }
        }
        found.sort_by_key(|s| {
            (
                !(s.same_name && s.same_born),
                !(s.same_name && s.swapped_born),
                !s.same_name,
            )
        });
        found.truncate(CANDIDATES);
        Ok(found)
    }
}

impl Unit {
    /// Notes that the acting person opened this patient's record, for the list of recent ones.
    ///
    /// # Errors
    /// When it cannot be written, or there is no such patient.
    pub async fn opened(&mut self, patient: Uuid) -> Result<(), StoreError> {
        self.step()?;
        let (clinic, actor, at_us) = (self.clinic(), self.actor().id.clone(), self.at_us());
        sqlx::query(
            "INSERT INTO patient_opened (clinic_id, actor_id, patient_id, at_us) VALUES ($1, $2, $3, $4)
             ON CONFLICT (clinic_id, actor_id, patient_id) DO UPDATE SET at_us = $4",
        )
        .bind(clinic)
        .bind(actor)
        .bind(patient.to_string())
        .bind(at_us)
        .execute(self.conn())
        .await?;
        self.step_done();
        Ok(())
    }
}
