//! Reading what follow-up needs to know about many people at once: days and kinds from the typed columns. Whole facts are
//! read of walking plans and of what began or ended them alone: which belongs to which is for the rules of walking to
//! say. What was worked out is kept by [`crate::due_state`].

use std::collections::{HashMap, HashSet};

use sqlx::AssertSqlSafe;
use uuid::Uuid;

use crate::engine::sqlite::hex;
use crate::error::StoreError;
use crate::hit::{PatientHit, hit_of};
use crate::noun::{Noun, table};
use crate::store::Store;
use crate::version::{list_of, parse_id};

/// Between the fields and after the rows of a packed list; no text of a record holds a control character.
const FIELD: char = '\u{1f}';
const ROW: char = '\u{1e}';

/// An operation of someone, by its day alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OperationTime {
    /// Id of the patient.
    pub patient: Uuid,
    /// Id of the operation.
    pub entry: Uuid,
    /// When, in the form in which a time is kept: "3 May 2019", "2 months after operation 1".
    pub when: String,
}

/// A treatment of someone, by what says which it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TreatmentTime {
    /// Id of the patient.
    pub patient: Uuid,
    /// Id of the treatment.
    pub entry: Uuid,
    /// When it began, as recorded.
    pub when: String,
    /// When it ended, as recorded; empty where nothing says so.
    pub until: String,
    /// The code of its kind.
    pub category: String,
    /// Its name as it was recorded.
    pub name: String,
    /// What it aims at; empty where it is not said.
    pub target: String,
    /// The ingredients of a medicine as JSON; empty where there is none.
    pub ingredients: String,
    /// The code of the type of an injection; empty where none was chosen.
    pub injection_type: String,
    /// Whether it was stopped: for a reason that is told, in a code or in words, or by its status.
    pub stopped: bool,
    /// What was said of whether it goes on; empty where nobody said.
    pub status: String,
}

/// A time of someone that others may be counted from: that of an operation, or the start of a treatment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnchorTime {
    /// Id of the patient.
    pub patient: Uuid,
    /// The operation or treatment.
    pub entry: Uuid,
    /// When, in the form in which a time is kept: "3 May 2019", "2 months after operation 1".
    pub when: String,
}

/// A fact of someone as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StandingFact {
    /// Id of the patient.
    pub patient: Uuid,
    /// Id of the entry.
    pub entry: Uuid,
    /// When this version was recorded, in microseconds since 1970.
    pub recorded_at_us: i64,
    /// The whole fact as JSON, as it is kept.
    pub content: String,
}

/// A day on which something was recorded of someone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContactTime {
    /// Id of the patient.
    pub patient: Uuid,
    /// When, in the form in which a time is kept: "3 May 2019", "2 months after operation 1".
    pub when: String,
}

/// A visit of someone, by its times alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VisitTime {
    /// Id of the patient.
    pub patient: Uuid,
    /// Id of the visit.
    pub entry: Uuid,
    /// When it was, in the form in which a time is kept: "3 May 2019", "2 months after operation 1".
    pub when: String,
    /// For when the next one was planned, in the same form; empty where none was.
    pub next: String,
}

/// The facts of one noun of some people that stand: `$1` is the clinic, `$2` the people as [`list_of`] tells them.
fn standing(noun: Noun, which: &str) -> String {
    format!(
        "json_each($2) j CROSS JOIN {} v WHERE v.clinic_id = $1 AND v.patient_id = unhex(j.value) {which}",
        table(noun)
    )
}

/// Columns as one packed text with a row for each of the rows of `from`: values that are handed out one by one are slow
/// in SQLCipher, see [`crate::history`].
fn packed(columns: &[&str], from: &str) -> String {
    let fields: Vec<String> = columns
        .iter()
        .map(|column| match *column {
            "id" | "patient_id" => hex(&format!("v.{column}")),
            column if column.contains('.') => column.to_owned(),
            column => format!("coalesce(v.{column}, '')"),
        })
        .collect();
    format!(
        "SELECT string_agg({} || '{ROW}', '') FROM {from}",
        fields.join(&format!(" || '{FIELD}' || "))
    )
}

/// The visits of some people by their times. Each person's are read from the place where they stand and none of anybody else.
fn visits_by_time() -> String {
    packed(
        &["patient_id", "id", "when_text", "next_text"],
        &standing(Noun::Visit, ""),
    )
}

/// Whether a time may have a place in time though it is no date: it is an age, or counted from another fact.
const PERHAPS_PLACED: &str = "v.when_to IS NULL AND v.when_text <> 'unknown'";

/// Of visits, those to which the patient came.
pub(crate) const CAME: &str = "AND v.came = 'came'";

/// What stands of some entries of a noun: `$1` is the clinic, `$2` the entries as a list. The list leads, and `k` reads from the
/// index of entries alone whose each is: the engine takes the clinic for a narrower choice than it is and would go through all
/// of it.
fn contents_of(noun: Noun) -> String {
    format!(
        "SELECT v.id, v.content FROM json_each($2) j CROSS JOIN version k CROSS JOIN version v
         WHERE k.clinic_id = $1 AND k.id = unhex(j.value)
            AND NOT EXISTS (SELECT 1 FROM version l WHERE l.clinic_id = $1 AND l.id = k.id AND l.number > k.number)
            AND v.clinic_id = $1 AND v.patient_id = k.patient_id AND v.id = k.id AND v.number = k.number
            AND v.noun = '{}'",
        noun.name()
    )
}

/// The days of some people on which something of a noun, or such of it, was recorded.
fn days_of(noun: Noun, which: &str) -> String {
    let stands = standing(
        noun,
        &format!("{which} AND (v.when_to IS NOT NULL OR {PERHAPS_PLACED})"),
    );
    let days = format!("(SELECT DISTINCT v.patient_id, v.when_text FROM {stands}) v");
    packed(&["patient_id", "when_text"], &days)
}

/// The rows of a packed list, each with so many fields.
fn rows<const N: usize>(packed: &str) -> Result<Vec<[&str; N]>, StoreError> {
    let mut found = Vec::new();
    for row in packed.split_terminator(ROW) {
        let fields: Vec<&str> = row.split(FIELD).collect();
        found.push(fields.try_into().map_err(|_| StoreError::Unreadable)?);
    }
    Ok(found)
}

impl Store {
    /// Operations of these people that were or may have been on `since`, an ISO day, or later; and those whose time is no
    /// date.
    ///
    /// # Errors
    /// When they cannot be read.
    pub async fn operated_since(
        &self,
        people: &[Uuid],
        since: &str,
    ) -> Result<Vec<OperationTime>, StoreError> {
        let late = format!("AND (v.when_to >= $3 OR {PERHAPS_PLACED})");
        let sql = packed(
            &["patient_id", "id", "when_text"],
            &standing(Noun::Surgery, &late),
        );
        let packed = self.packed_with(sql, people, &[since]).await?;
        let read = |[patient, entry, when]: [&str; 3]| {
            Ok(OperationTime {
                patient: parse_id(patient)?,
                entry: parse_id(entry)?,
                when: when.to_owned(),
            })
        };
        rows(&packed)?.into_iter().map(read).collect()
    }

    /// Treatments of these people that began or may have begun on `since`, an ISO day, or later, and those whose start is no
    /// date; and earlier ones of the kinds `lasting` of which nothing says that they ended.
    ///
    /// # Errors
    /// When they cannot be read.
    pub async fn treated_since(
        &self,
        people: &[Uuid],
        since: &str,
        lasting: [&str; 2],
    ) -> Result<Vec<TreatmentTime>, StoreError> {
        let columns = [
            "patient_id",
            "id",
            "when_text",
            "until_text",
            "category",
            "name",
            "target",
            "ingredients",
            "injection_type",
            "stopped",
            "stopped_words",
            "status",
        ];
        let which = format!(
            "AND (v.when_to >= $3 OR {PERHAPS_PLACED} OR (v.category IN ($4, $5) AND v.until_to IS NULL
                AND v.until_text IS NULL AND v.stopped IS NULL AND v.stopped_words IS NULL
                AND coalesce(v.status, '') NOT IN ('ended', 'one_off')))"
        );
        let sql = packed(&columns, &standing(Noun::Treatment, &which));
        let all = self
            .packed_with(sql, people, &[since, lasting[0], lasting[1]])
            .await?;
        let read = |[patient, entry, told @ .., stopped, stopped_words, status]: [&str; 12]| {
            let [when, until, category, name, target, ingredients, injection_type] = told.map(str::to_owned);
            Ok(TreatmentTime {
                patient: parse_id(patient)?,
                entry: parse_id(entry)?,
                when,
                until,
                category,
                name,
                target,
                ingredients,
                injection_type,
                stopped: !stopped.is_empty() || !stopped_words.is_empty() || status == "ended",
                status: status.to_owned(),
            })
        };
        rows(&all)?.into_iter().map(read).collect()
    }

    /// Days on which a score was taken, red flags were asked of these people or they came to a visit, as they are told. A day may
    /// come twice.
    ///
    /// # Errors
    /// When they cannot be read.
    pub async fn seen(&self, people: &[Uuid]) -> Result<Vec<ContactTime>, StoreError> {
        let mut seen = Vec::new();
        for (noun, which) in [(Noun::Score, ""), (Noun::Flag, ""), (Noun::Visit, CAME)] {
            seen.extend(self.seen_by(noun, which, people).await?);
        }
        Ok(seen)
    }

    /// The visits of these people by their times, held or not.
    ///
    /// # Errors
    /// When they cannot be read.
    pub async fn visit_times(&self, people: &[Uuid]) -> Result<Vec<VisitTime>, StoreError> {
        let packed = self.packed_with(visits_by_time(), people, &[]).await?;
        let read = |[patient, entry, when, next]: [&str; 4]| {
            Ok(VisitTime {
                patient: parse_id(patient)?,
                entry: parse_id(entry)?,
                when: when.to_owned(),
                next: next.to_owned(),
            })
        };
        rows(&packed)?.into_iter().map(read).collect()
    }

    /// The times of all operations and treatments of these people.
    ///
    /// # Errors
    /// When they cannot be read.
    pub async fn times_of(&self, people: &[Uuid]) -> Result<Vec<AnchorTime>, StoreError> {
        let mut found = Vec::new();
        for noun in [Noun::Surgery, Noun::Treatment] {
            let sql = packed(&["patient_id", "id", "when_text"], &standing(noun, ""));
            let packed = self.packed_with(sql, people, &[]).await?;
            for [patient, entry, when] in rows(&packed)? {
                found.push(AnchorTime {
                    patient: parse_id(patient)?,
                    entry: parse_id(entry)?,
                    when: when.to_owned(),
                });
            }
        }
        Ok(found)
    }

    /// Walking plans of these people.
    ///
    /// # Errors
    /// When they cannot be read.
    pub async fn walking_plans(&self, people: &[Uuid]) -> Result<Vec<StandingFact>, StoreError> {
        self.told(Noun::WalkingPlan, people, "").await
    }

    /// What began or ended walking plans of these people.
    ///
    /// # Errors
    /// When they cannot be read.
    pub async fn walking_bounds(&self, people: &[Uuid]) -> Result<Vec<StandingFact>, StoreError> {
        self.told(Noun::WalkingEvent, people, "AND v.what IN ('started', 'ended')")
            .await
    }

    async fn told(&self, noun: Noun, people: &[Uuid], which: &str) -> Result<Vec<StandingFact>, StoreError> {
        let columns = ["patient_id", "id", "f.recorded_at_us", "f.content"];
        let from = format!(
            "(SELECT v.* FROM {}) v CROSS JOIN version f WHERE f.clinic_id = $1 AND f.patient_id = v.patient_id
                AND f.id = v.id AND f.number = v.number",
            standing(noun, which)
        );
        let sql = packed(&columns, &from);
        let packed = self.packed_with(sql, people, &[]).await?;
        let read = |[patient, entry, recorded_at_us, content]: [&str; 4]| {
            Ok(StandingFact {
                patient: parse_id(patient)?,
                entry: parse_id(entry)?,
                recorded_at_us: recorded_at_us.parse().map_err(|_| StoreError::Unreadable)?,
                content: content.to_owned(),
            })
        };
        rows(&packed)?.into_iter().map(read).collect()
    }

    /// Days of the walking diary of these people. A day may come twice.
    ///
    /// # Errors
    /// When they cannot be read.
    pub async fn walked(&self, people: &[Uuid]) -> Result<Vec<ContactTime>, StoreError> {
        self.seen_by(Noun::WalkingRow, "", people).await
    }

    async fn seen_by(
        &self,
        noun: Noun,
        which: &str,
        people: &[Uuid],
    ) -> Result<Vec<ContactTime>, StoreError> {
        let packed = self.packed_with(days_of(noun, which), people, &[]).await?;
        let read = |[patient, when]: [&str; 2]| {
            Ok(ContactTime {
                patient: parse_id(patient)?,
                when: when.to_owned(),
            })
        };
        rows(&packed)?.into_iter().map(read).collect()
    }

    /// Those of these people whose record was entered in error; what was recorded of them may still stand by itself.
    ///
    /// # Errors
    /// When they cannot be read.
    pub async fn gone(&self, people: &[Uuid]) -> Result<HashSet<Uuid>, StoreError> {
        let sql = packed(
            &["j.value"],
            "json_each($2) j WHERE NOT EXISTS (SELECT 1 FROM patient p WHERE p.clinic_id = $1
                AND p.patient_id = unhex(j.value) AND p.id = p.patient_id)",
        );
        let packed = self.packed_with(sql, people, &[]).await?;
        rows(&packed)?.into_iter().map(|[id]| parse_id(id)).collect()
    }

    /// The people with a pump whose date for the next refill, as it was told last of that pump, is `until`, an ISO day, or
    /// earlier; the earliest first. Whether it still counts is for the rule of refills to say.
    ///
    /// # Errors
    /// When they cannot be read.
    pub async fn refilled_until(&self, until: &str, limit: usize) -> Result<Vec<Uuid>, StoreError> {
        let read = sqlx::query_as::<_, (Uuid, String)>(
            "SELECT v.patient_id, min(v.refill_due_to) FROM pump_setting v
             WHERE v.clinic_id = $1 AND v.refill_due_to <= $2 AND NOT EXISTS (
                SELECT 1 FROM pump_setting l WHERE l.clinic_id = $1 AND l.patient_id = v.patient_id
                AND coalesce(l.pump, '') = coalesce(v.pump, '') AND l.refill_due_to IS NOT NULL
                AND coalesce(l.when_to, '') > coalesce(v.when_to, ''))
             GROUP BY v.patient_id ORDER BY 2, 1 LIMIT $3",
        )
        .bind(self.clinic())
        .bind(until.to_owned())
        .bind(i64::try_from(limit).unwrap_or(i64::MAX))
        .fetch_all(self.readers());
        Ok(read.await?.into_iter().map(|(patient, _)| patient).collect())
    }

    /// Of these people, those who stand.
    ///
    /// # Errors
    /// When they cannot be read.
    pub async fn people(&self, ids: &[Uuid]) -> Result<HashMap<Uuid, PatientHit>, StoreError> {
        let rows = sqlx::query(
            "SELECT h.* FROM json_each($2) j CROSS JOIN patient_head h
             WHERE h.clinic_id = $1 AND h.patient_id = unhex(j.value)",
        )
        .bind(self.clinic())
        .bind(list_of(ids.iter().copied()))
        .fetch_all(self.readers())
        .await?;
        rows.iter()
            .map(|row| hit_of(row).map(|hit| (hit.id, hit)))
            .collect()
    }

    /// What counts now of these entries of one noun, each as the whole fact.
    ///
    /// # Errors
    /// When they cannot be read.
    pub async fn contents(&self, noun: Noun, ids: &[Uuid]) -> Result<HashMap<Uuid, String>, StoreError> {
        let read = sqlx::query_as::<_, (Uuid, String)>(AssertSqlSafe(contents_of(noun)))
            .bind(self.clinic())
            .bind(list_of(ids.iter().copied()))
            .fetch_all(self.readers());
        Ok(read.await?.into_iter().collect())
    }

    /// A packed text; `$1` is the clinic, `$2` are the people, the others follow.
    async fn packed_with(&self, sql: String, people: &[Uuid], others: &[&str]) -> Result<String, StoreError> {
        let mut query = sqlx::query_scalar::<_, Option<String>>(AssertSqlSafe(sql))
            .bind(self.clinic())
            .bind(list_of(people.iter().copied()));
        for other in others {
            query = query.bind((*other).to_owned());
        }
        let packed = query.fetch_one(self.readers()).await?;
        Ok(packed.unwrap_or_default())
    }
}

#[cfg(test)]
impl Store {
    /// How the days of everyone are looked up, as the engine plans it.
    pub(crate) async fn plan_of_days(&self, noun: Noun, which: &str) -> Vec<String> {
        self.plan(&days_of(noun, which)).await
    }

    /// How the visits of some people are looked up, as the engine plans it.
    pub(crate) async fn plan_of_visits(&self) -> Vec<String> {
        self.plan(&visits_by_time()).await
    }

    /// How what stands of some entries is looked up, as the engine plans it.
    pub(crate) async fn plan_of_contents(&self, noun: Noun) -> Vec<String> {
        self.plan(&contents_of(noun)).await
    }
}
