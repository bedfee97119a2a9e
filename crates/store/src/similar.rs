//! People who may be the one about to be entered. Names are compared by their words: with one family name or two, in
//! either order, with all given names or the first.

use crate::error::StoreError;
use crate::fold::words;
use crate::hit::{PatientHit, hit_of};
use crate::index::key;
use crate::lists::{self, List, Wanted};
use crate::store::Store;

/// Most candidates a duplicate warning shows.
const CANDIDATES: usize = 20;
/// Most words of a family name that are looked for.
const WORDS: usize = 6;

/// A person who may be the one about to be entered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Similar {
    /// The person as in a list.
    pub hit: PatientHit,
    /// The names are the same once folded, in any order.
    pub same_name: bool,
    /// The names can be one person's: all family names of one are among the other's, and the given names agree as far
    /// as both have them.
    pub like_name: bool,
    /// The birth dates are the same.
    pub same_born: bool,
    /// The birth dates are the same with day and month exchanged.
    pub swapped_born: bool,
    /// One birth date is less exact and holds the other: 1961 and 5 March 1961.
    pub within_born: bool,
}

/// An ISO day with day and month exchanged, when that is another day.
fn swapped(born: &str) -> Option<String> {
    let mut parts = born.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let number: u8 = day.parse().ok()?;
    (month != day && (1..=12).contains(&number)).then(|| format!("{year}-{day}-{month}"))
}

/// The words without regard to their order.
fn bag(text: &str) -> Vec<String> {
    let mut bag = words(text);
    bag.sort_unstable();
    bag
}

/// Whether every word of the shorter list has its own in the longer one, by `same`.
fn held(one: &[String], other: &[String], same: impl Fn(&str, &str) -> bool) -> bool {
    let (short, long) = if one.len() <= other.len() {
        (one, other)
    } else {
        (other, one)
    };
    let mut free: Vec<&String> = long.iter().collect();
    !short.is_empty()
        && short.iter().all(|word| {
            let at = free.iter().position(|other| same(word, other));
            at.map(|at| free.swap_remove(at)).is_some()
        })
}

fn like(one: (&str, &str), other: (&str, &str)) -> bool {
    let family = held(&words(one.0), &words(other.0), |a, b| a == b);
    let (mine, theirs) = (words(one.1), words(other.1));
    // "A." may be Ana; a longer beginning is another name.
    let given = held(&mine, &theirs, |a, b| {
        a == b || (a.chars().count() == 1 && b.starts_with(a)) || (b.chars().count() == 1 && a.starts_with(b))
    });
    family && (given || mine.is_empty() || theirs.is_empty())
}

/// Whether one date holds the other without being the same.
fn within(one: &str, other: &str) -> bool {
    let holds = |short: &str, long: &str| {
        short.len() < long.len()
            && long.starts_with(short)
            && long.get(short.len()..).is_some_and(|rest| rest.starts_with('-'))
    };
    holds(one, other) || holds(other, one)
}

impl Store {
    /// The places of those who have a word of the family name as it is, and one that begins like a given name.
    async fn named_like(&self, family: &str, given: &str) -> Result<Vec<u32>, StoreError> {
        let names = words(family).into_iter().take(WORDS).map(|word| Wanted {
            set: 0,
            list: List::Own,
            word,
            goes_on: false,
        });
        let letter = |word: String| word.chars().next().map(String::from);
        let letters = words(given).into_iter().filter_map(letter).map(|word| Wanted {
            set: 1,
            list: List::OwnStart,
            word,
            goes_on: false,
        });
        let wanted: Vec<Wanted> = names.chain(letters).collect();
        let mut reading = self.readers().acquire().await?;
        let (_, sets) = lists::people(&mut reading, self.clinic(), &wanted, 2).await?;
        let [family, given] = sets.as_slice() else {
            return Ok(Vec::new());
        };
        Ok(family.both(given).iter().collect())
    }

    /// People who may be the one about to be entered: by a name that can be one person's unless the birth dates speak
    /// against it, or by the same or a day-and-month-exchanged birth date together with a name that shares a word. Best
    /// matches first.
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
        // The lists say who has a word of the family name and a given name that begins alike, so that few are read of a
        // large clinic; whoever has the same name or birth date is read in any case.
        let places = self.named_like(family, given).await?;
        let sql = "SELECT h.* FROM patient_head h WHERE h.clinic_id = $1 AND (
                (h.folded_family = $2 AND h.folded_given = $3) OR (h.folded_family = $3 AND h.folded_given = $2)
                OR h.born = $4 OR h.born = $5 OR h.place IN (SELECT j.value FROM json_each($6) j))
             ORDER BY h.sort_key, h.patient_id";
        let rows = sqlx::query(sql)
            .bind(self.clinic())
            .bind(key(family))
            .bind(key(given))
            .bind(born.map(str::to_owned))
            .bind(other_way.clone())
            .bind(serde_json::Value::from(places).to_string())
            .fetch_all(self.readers())
            .await?;
        let wanted = bag(&format!("{family} {given}"));
        let mut found = Vec::new();
        for row in &rows {
            let hit = hit_of(row)?;
            let theirs = bag(&format!("{} {}", hit.family, hit.given));
            let similar = Similar {
                same_name: theirs == wanted,
                like_name: like((family, given), (&hit.family, &hit.given)),
                same_born: hit.born.is_some() && hit.born.as_deref() == born,
                swapped_born: hit.born.is_some() && hit.born == other_way,
                within_born: hit
                    .born
                    .as_deref()
                    .zip(born)
                    .is_some_and(|(one, other)| within(one, other)),
                hit,
            };
            let dates = similar.same_born || similar.swapped_born;
            let open = similar.within_born || similar.hit.born.is_none() || born.is_none();
            let shares = theirs.iter().any(|word| wanted.contains(word));
            // A name alone is too little while the given name isn't typed.
            let named =
                similar.like_name && !words(given).is_empty() && !words(&similar.hit.given).is_empty();
            if similar.same_name || dates && shares || named && open {
                found.push(similar);
            }
        }
        found.sort_by_key(|one| {
            (
                !(one.same_name && one.same_born),
                !(one.same_name && one.swapped_born),
                !(one.like_name && one.same_born),
                !(one.like_name && one.swapped_born),
                !one.same_name,
                !one.like_name,
            )
        });
        found.truncate(CANDIDATES);
        Ok(found)
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case(("Garcia", "Ana"), ("García López", "Ana"), true)]
    #[case(("López García", "Ana"), ("García López", "Ana María"), true)]
    #[case(("Smith-Jones", "Anna"), ("Smith", "Anna"), true)]
    #[case(("Smith", "A."), ("Smith", "Anna"), true)]
    #[case(("Smith", "Ann"), ("Smith", "Anna"), false)]
    #[case(("García Ruiz", "Ana"), ("García López", "Ana"), false)]
    #[case(("Smith", "Anna"), ("Jones", "Anna"), false)]
    fn names_that_can_be_one_persons(
        #[case] one: (&str, &str),
        #[case] other: (&str, &str),
        #[case] alike: bool,
    ) {
        assert_eq!(like(one, other), alike);
        assert_eq!(like(other, one), alike);
    }
}
