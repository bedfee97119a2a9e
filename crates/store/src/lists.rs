//! The tables of the search in SQLite. Many rows are read by one statement, as one packed text: in SQLCipher each value that
//! is handed out costs as much as reading the row, see [`crate::history`].

use std::collections::{BTreeMap, HashMap};

use serde_json::{Value, json};
use sqlx::{AssertSqlSafe, SqliteConnection};
use uuid::Uuid;

use crate::bulk;
use crate::error::StoreError;
use crate::hit::PatientHit;
use crate::noun::Noun;
use crate::places::{BLOCK, Block, Places};
use crate::version::{list_of, parse_id};

/// Between the fields and after the rows of a packed text; no text of a record holds a control character.
const FIELD: char = '\u{1f}';
const ROW: char = '\u{1e}';

/// The columns of `search_list` and of `search_entry`.
const LIST: [&str; 5] = ["clinic_id", "list", "word", "block", "people"];
const ENTRY: [&str; 5] = ["clinic_id", "patient_id", "entry_id", "noun", "words"];

/// Lists that one statement changes, and that one reads.
const AT_ONCE: usize = 2_000;
const READ_AT_ONCE: usize = 200;

/// Which words a list is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum List {
    /// Of name, birth date and number.
    Own = 0,
    /// The beginnings of the words in `Own`.
    OwnStart = 1,
    /// Of the facts of the record.
    Record = 2,
    /// The beginnings of the words in `Record`.
    RecordStart = 3,
}

/// The words that are looked for.
#[derive(Debug, Clone)]
pub(crate) struct Wanted {
    /// In which set the people go.
    pub(crate) set: usize,
    pub(crate) list: List,
    /// The word, or how it begins.
    pub(crate) word: String,
    /// Whether it may go on.
    pub(crate) goes_on: bool,
}

/// What changes in the lists: for each list and word the places that come in or go out, the last one counting.
pub(crate) type Changes = BTreeMap<(List, String), Vec<(u32, bool)>>;

/// A block of a list: of which word, and its number.
type Key<'w> = (List, &'w str, u32);

/// The words of one entry.
#[derive(Debug, Clone)]
pub(crate) struct EntryWords {
    pub(crate) patient: Uuid,
    pub(crate) entry: Uuid,
    pub(crate) noun: Noun,
    /// With a space before and after each.
    pub(crate) words: String,
}

/// A person in the order of names.
#[derive(Debug)]
pub(crate) struct Head {
    pub(crate) place: u32,
    pub(crate) sort_key: String,
    pub(crate) hit: PatientHit,
}

fn bytes(hex: &str) -> Result<Vec<u8>, StoreError> {
    let digit = |byte: u8| match byte {
        b'0'..=b'9' => Ok(byte - b'0'),
        b'A'..=b'F' => Ok(byte - b'A' + 10),
        _ => Err(StoreError::Unreadable),
    };
    let (pairs, []) = hex.as_bytes().as_chunks::<2>() else {
        return Err(StoreError::Unreadable);
    };
    let pairs = pairs.iter();
    pairs
        .map(|[high, low]| Ok(digit(*high)? << 4 | digit(*low)?))
        .collect()
}

fn number<T: std::str::FromStr>(text: &str) -> Result<T, StoreError> {
    text.parse().map_err(|_| StoreError::Unreadable)
}

/// How often names changed, as a column of a statement in which `$1` is the clinic: what is read by places holds as long as it
/// is the same.
const VERSION: &str = "coalesce((SELECT n.version FROM patient_names n WHERE n.clinic_id = $1), 0)";

/// The people who have the words, in as many sets as are asked for, as of a version of the names.
///
/// # Errors
/// When the lists cannot be read.
pub(crate) async fn people(
    conn: &mut SqliteConnection,
    clinic: Uuid,
    wanted: &[Wanted],
    sets: usize,
) -> Result<(i64, Vec<Places>), StoreError> {
    let mut found = vec![Places::default(); sets];
    let mut version = 0;
    for some in wanted.chunks(READ_AT_ONCE) {
        let mut place = 2;
        let parts: Vec<String> = some
            .iter()
            .map(|one| {
                let word = if one.goes_on {
                    place += 2;
                    format!("word >= ${} AND word < ${}", place - 2, place - 1)
                } else {
                    place += 1;
                    format!("word = ${}", place - 1)
                };
                format!(
                    "SELECT {} AS in_set, block, people FROM search_list WHERE clinic_id = $1 AND list = {} AND {word}",
                    one.set, one.list as u8
                )
            })
            .collect();
        let sql = format!(
            "SELECT {VERSION}, string_agg(in_set || ':' || block || ':' || hex(people), ' ') FROM ({})",
            parts.join(" UNION ALL ")
        );
        let mut query = sqlx::query_as::<_, (i64, Option<String>)>(AssertSqlSafe(sql)).bind(clinic);
        for one in some {
            query = query.bind(&one.word);
            if one.goes_on {
                query = query.bind(format!("{}\u{10ffff}", one.word));
            }
        }
        let (now, packed) = query.fetch_one(&mut *conn).await?;
        version = now;
        for row in packed.unwrap_or_default().split_terminator(' ') {
            let mut fields = row.split(':');
            let mut next = || fields.next().ok_or(StoreError::Unreadable);
            let (set, block, people) = (number::<usize>(next()?)?, number(next()?)?, bytes(next()?)?);
            let set = found.get_mut(set).ok_or(StoreError::Unreadable)?;
            set.insert_block(block, &people)?;
        }
    }
    Ok((version, found))
}

/// Changes the lists.
///
/// # Errors
/// When they cannot be read or written.
pub(crate) async fn change(
    conn: &mut SqliteConnection,
    clinic: Uuid,
    changes: Changes,
) -> Result<(), StoreError> {
    let mut blocks: BTreeMap<Key<'_>, Vec<(u32, bool)>> = BTreeMap::new();
    for ((list, word), places) in &changes {
        for (place, there) in places {
            let block = blocks.entry((*list, word, place / BLOCK)).or_default();
            block.push((place % BLOCK, *there));
        }
    }
    let blocks: Vec<_> = blocks.into_iter().collect();
    for some in blocks.chunks(AT_ONCE) {
        let mut kept = kept(conn, clinic, some.iter().map(|(key, _)| *key)).await?;
        let mut written = Vec::new();
        for (at, ((list, word, block), places)) in some.iter().enumerate() {
            let mut people = kept.remove(&at).unwrap_or_default();
            let mut changed = false;
            for (place, there) in places {
                changed |= people.set(*place, *there);
            }
            let now = people.kept();
            if changed && now.is_empty() {
                drop_block(conn, clinic, (*list, word, *block)).await?;
            } else if changed {
                written.push((*list as u8, *word, *block, now));
            }
        }
        let after = "ON CONFLICT (clinic_id, list, word, block) DO UPDATE SET people = excluded.people";
        bulk::insert(
            conn,
            "search_list",
            &LIST,
            after,
            &written,
            |query, (list, word, block, people)| {
                query
                    .bind(clinic)
                    .bind(*list)
                    .bind((*word).to_owned())
                    .bind(*block)
                    .bind(people.clone())
            },
        )
        .await?;
    }
    Ok(())
}

/// These blocks as they are kept, by their number among those asked for.
async fn kept<'k>(
    conn: &mut SqliteConnection,
    clinic: Uuid,
    keys: impl Iterator<Item = Key<'k>>,
) -> Result<HashMap<usize, Block>, StoreError> {
    let keys: Vec<Value> = keys
        .map(|(list, word, block)| json!([list as u8, word, block]))
        .collect();
    let packed: Option<String> = sqlx::query_scalar(
        "SELECT string_agg(j.key || ':' || hex(s.people), ' ') FROM json_each($2) j CROSS JOIN search_list s
         WHERE s.clinic_id = $1 AND s.list = json_extract(j.value, '$[0]')
            AND s.word = json_extract(j.value, '$[1]') AND s.block = json_extract(j.value, '$[2]')",
    )
    .bind(clinic)
    .bind(Value::from(keys).to_string())
    .fetch_one(conn)
    .await?;
    let mut found = HashMap::new();
    for row in packed.unwrap_or_default().split_terminator(' ') {
        let (at, people) = row.split_once(':').ok_or(StoreError::Unreadable)?;
        found.insert(number(at)?, Block::read(&bytes(people)?)?);
    }
    Ok(found)
}

async fn drop_block(
    conn: &mut SqliteConnection,
    clinic: Uuid,
    (list, word, block): Key<'_>,
) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM search_list WHERE clinic_id = $1 AND list = $2 AND word = $3 AND block = $4")
        .bind(clinic)
        .bind(list as u8)
        .bind(word.to_owned())
        .bind(block)
        .execute(conn)
        .await?;
    Ok(())
}

/// Keeps the words of entries, in place of those that were kept of them.
///
/// # Errors
/// When they cannot be written.
pub(crate) async fn keep_words(
    conn: &mut SqliteConnection,
    clinic: Uuid,
    entries: &[EntryWords],
) -> Result<(), StoreError> {
    let after = "ON CONFLICT (clinic_id, patient_id, entry_id) DO UPDATE SET words = excluded.words";
    bulk::insert(conn, "search_entry", &ENTRY, after, entries, |query, one| {
        query
            .bind(clinic)
            .bind(one.patient)
            .bind(one.entry)
            .bind(one.noun.name())
            .bind(one.words.clone())
    })
    .await
}

/// Takes the words of an entry away.
///
/// # Errors
/// When they cannot be written.
pub(crate) async fn drop_words(
    conn: &mut SqliteConnection,
    clinic: Uuid,
    patient: Uuid,
    entry: Uuid,
) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM search_entry WHERE clinic_id = $1 AND patient_id = $2 AND entry_id = $3")
        .bind(clinic)
        .bind(patient)
        .bind(entry)
        .execute(conn)
        .await?;
    Ok(())
}

/// The words of an entry, and those of what else stands in the record, each with spaces around it; the patient's own words
/// are among neither but where the entry is the patient.
///
/// # Errors
/// When they cannot be read.
pub(crate) async fn words(
    conn: &mut SqliteConnection,
    clinic: Uuid,
    patient: Uuid,
    entry: Uuid,
) -> Result<(String, String), StoreError> {
    let (one, others): (Option<String>, Option<String>) = sqlx::query_as(
        "SELECT string_agg(words, '') FILTER (WHERE entry_id = $3),
            string_agg(words, '') FILTER (WHERE entry_id <> $3 AND entry_id <> $2)
         FROM search_entry WHERE clinic_id = $1 AND patient_id = $2",
    )
    .bind(clinic)
    .bind(patient)
    .bind(entry)
    .fetch_one(conn)
    .await?;
    Ok((one.unwrap_or_default(), others.unwrap_or_default()))
}

/// The place of a patient who stands.
///
/// # Errors
/// When it cannot be read.
pub(crate) async fn place(
    conn: &mut SqliteConnection,
    clinic: Uuid,
    patient: Uuid,
) -> Result<Option<u32>, StoreError> {
    let sql = "SELECT place FROM patient_head WHERE clinic_id = $1 AND patient_id = $2";
    let place = sqlx::query_scalar(sql).bind(clinic).bind(patient);
    Ok(place.fetch_optional(conn).await?)
}

/// The first place that nobody has after all that are taken.
///
/// # Errors
/// When it cannot be read.
pub(crate) async fn next_place(conn: &mut SqliteConnection, clinic: Uuid) -> Result<u32, StoreError> {
    let sql = "SELECT coalesce(MAX(place) + 1, 0) FROM patient_head WHERE clinic_id = $1";
    Ok(sqlx::query_scalar(sql).bind(clinic).fetch_one(conn).await?)
}

/// Notes that names changed.
///
/// # Errors
/// When it cannot be written.
pub(crate) async fn renamed(conn: &mut SqliteConnection, clinic: Uuid) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO patient_names (clinic_id, version) VALUES ($1, 1)
         ON CONFLICT (clinic_id) DO UPDATE SET version = patient_names.version + 1",
    )
    .bind(clinic)
    .execute(conn)
    .await?;
    Ok(())
}

/// How often names changed.
///
/// # Errors
/// When it cannot be read.
pub(crate) async fn names_version(conn: &mut SqliteConnection, clinic: Uuid) -> Result<i64, StoreError> {
    let sql = "SELECT version FROM patient_names WHERE clinic_id = $1";
    let version = sqlx::query_scalar(sql).bind(clinic).fetch_optional(conn).await?;
    Ok(version.unwrap_or_default())
}

/// The places of everyone in the order of names, as of a version of the names.
///
/// # Errors
/// When they cannot be read.
pub(crate) async fn by_name(
    conn: &mut SqliteConnection,
    clinic: Uuid,
) -> Result<(i64, Vec<u32>), StoreError> {
    let sql = format!(
        "SELECT {VERSION}, string_agg(place, ' ') FROM (SELECT place FROM patient_head WHERE clinic_id = $1
            ORDER BY sort_key, born, patient_id)"
    );
    let (version, packed): (i64, Option<String>) = sqlx::query_as(AssertSqlSafe(sql))
        .bind(clinic)
        .fetch_one(conn)
        .await?;
    let places = packed.unwrap_or_default();
    let places = places
        .split_terminator(' ')
        .map(number)
        .collect::<Result<_, _>>()?;
    Ok((version, places))
}

/// Those who are at these places, in no order, as of a version of the names.
///
/// # Errors
/// When they cannot be read.
pub(crate) async fn heads(
    conn: &mut SqliteConnection,
    clinic: Uuid,
    places: &[u32],
) -> Result<(i64, Vec<Head>), StoreError> {
    let columns = [
        "place",
        "hex(patient_id)",
        "sort_key",
        "family",
        "given",
        "coalesce(born, '')",
        "coalesce(sex, '')",
        "coalesce(record_number, '')",
    ];
    let sql = format!(
        "SELECT {VERSION}, string_agg({} || '{ROW}', '') FROM patient_head
         WHERE clinic_id = $1 AND place IN (SELECT j.value FROM json_each($2) j)",
        columns.join(&format!(" || '{FIELD}' || "))
    );
    let (version, packed): (i64, Option<String>) = sqlx::query_as(AssertSqlSafe(sql))
        .bind(clinic)
        .bind(Value::from(places.to_vec()).to_string())
        .fetch_one(conn)
        .await?;
    let given = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let mut found = Vec::with_capacity(places.len());
    for row in packed.unwrap_or_default().split_terminator(ROW) {
        let fields: Vec<&str> = row.split(FIELD).collect();
        let [place, id, sort_key, family, first, born, sex, record_number] = fields.as_slice() else {
            return Err(StoreError::Unreadable);
        };
        found.push(Head {
            place: number(place)?,
            sort_key: (*sort_key).to_owned(),
            hit: PatientHit {
                id: parse_id(id)?,
                family: (*family).to_owned(),
                given: (*first).to_owned(),
                born: given(born),
                sex: given(sex),
                record_number: given(record_number),
            },
        });
    }
    Ok((version, found))
}

/// An entry by which someone was found, as it stands.
#[derive(Debug)]
pub(crate) struct Why {
    pub(crate) noun: Noun,
    pub(crate) entry: Uuid,
    pub(crate) content: String,
}

/// For each of these people the entry, recorded last, of which a word begins with one of the forms.
///
/// # Errors
/// When they cannot be read.
pub(crate) async fn entries_with(
    conn: &mut SqliteConnection,
    clinic: Uuid,
    forms: &[String],
    people: &[Uuid],
) -> Result<HashMap<Uuid, Why>, StoreError> {
    let begins: Vec<String> = (3..3 + forms.len())
        .map(|place| format!("instr(words, ${place}) > 0"))
        .collect();
    let mut query = sqlx::query_scalar::<_, Option<String>>(AssertSqlSafe(why(&begins.join(" OR "))))
        .bind(clinic)
        .bind(list_of(people.iter().copied()));
    for form in forms {
        query = query.bind(format!(" {form}"));
    }
    let packed = query.fetch_one(conn).await?.unwrap_or_default();
    let mut found = HashMap::new();
    for row in packed.split_terminator(ROW) {
        let fields: Vec<&str> = row.split(FIELD).collect();
        let [patient, entry, noun, content] = fields.as_slice() else {
            return Err(StoreError::Unreadable);
        };
        let one = Why {
            noun: Noun::from_name(noun).ok_or(StoreError::Unreadable)?,
            entry: parse_id(entry)?,
            content: (*content).to_owned(),
        };
        found.insert(parse_id(patient)?, one);
    }
    Ok(found)
}

/// The query for the entries of some people with certain words. What is found leads to the versions: the engine takes the
/// clinic for a narrower choice than it is and would go through all of it.
fn why(with: &str) -> String {
    let columns = ["hex(e.patient_id)", "hex(e.last)", "v.noun", "v.content"];
    format!(
        "SELECT string_agg({} || '{ROW}', '') FROM (
            SELECT patient_id, MAX(entry_id) AS last FROM search_entry
            WHERE clinic_id = $1 AND patient_id IN (SELECT unhex(j.value) FROM json_each($2) j)
                AND entry_id <> patient_id AND ({with}) GROUP BY patient_id) e
         CROSS JOIN version v WHERE v.clinic_id = $1 AND v.patient_id = e.patient_id AND v.id = e.last
            AND v.number = (SELECT MAX(l.number) FROM version l
                WHERE l.clinic_id = $1 AND l.patient_id = e.patient_id AND l.id = e.last)",
        columns.join(&format!(" || '{FIELD}' || "))
    )
}

#[cfg(test)]
impl crate::Store {
    /// How the entries by which people are found are looked up, as the engine plans it.
    pub(crate) async fn plan_of_why(&self) -> Vec<String> {
        self.plan(&why("instr(words, $3) > 0")).await
    }
}

/// Empties the lists and the words, and takes everyone out; the record itself is not touched.
///
/// # Errors
/// When they cannot be written.
pub(crate) async fn clear(conn: &mut SqliteConnection, clinic: Uuid) -> Result<(), StoreError> {
    for sql in [
        "DELETE FROM search_list WHERE clinic_id = $1",
        "DELETE FROM search_entry WHERE clinic_id = $1",
        "DELETE FROM patient_head WHERE clinic_id = $1",
    ] {
        sqlx::query(sql).bind(clinic).execute(&mut *conn).await?;
    }
    Ok(())
}
