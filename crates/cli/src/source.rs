//! Where the record of a person comes from: a record file, where people are counted from 1, or a vault, where they are
//! found by id, record number or search. Decided by what is in the file, not by what is typed beside it.

use crate::{
    passphrase::PassphraseFrom,
    print::{Failure, read},
    vault::with,
};
use lamina_clinic::{
    own_rules::OwnRules,
    record::Record,
    vault::{ClinicError, Vault},
};
use std::{fs::File, io::Read, path::Path};

/// Most people that are named where a search finds several.
const NAMED: usize = 10;

/// What is true where nobody was found or a file could not be read.
const NOTHING: &str = "nothing was written";

/// True where `file` is a record file: it is named .json, or begins as JSON does.
///
/// # Errors
/// A file that can't be read.
pub fn is_record_file(file: &Path) -> Result<bool, Failure> {
    if file
        .extension()
        .is_some_and(|kind| kind.eq_ignore_ascii_case("json"))
    {
        return Ok(true);
    }
    let mut start = Vec::new();
    let read = File::open(file).and_then(|file| file.take(512).read_to_end(&mut start));
    read.map_err(|error| Failure::File {
        path: file.to_owned(),
        error,
    })?;
    // The first byte alone would take one vault in 256 for a record file: theirs are random.
    let mut signs = start.iter().filter(|byte| !byte.is_ascii_whitespace());
    Ok(signs.next() == Some(&b'{') && matches!(signs.next(), None | Some(b'"' | b'}')))
}

/// The one person that `who` means, and the limits by which the record is read: those of the clinic where it comes from a
/// vault.
pub fn one(
    source: &Path,
    who: Option<&str>,
    passphrase: &PassphraseFrom,
) -> Result<(Record, OwnRules), Failure> {
    if is_record_file(source)? {
        let wanted = who.unwrap_or("1");
        let patients = read(source)?.patients;
        let count = patients.len();
        let place = wanted
            .parse::<usize>()
            .ok()
            .and_then(|place| place.checked_sub(1));
        let found = place.and_then(|at| patients.into_iter().nth(at)).ok_or_else(|| {
            Failure::Call(format!(
                "--patient {wanted}: {} has {count}, counted from 1; nothing was written",
                source.display()
            ))
        });
        return Ok((found?, OwnRules::default()));
    }
    with(source, passphrase, NOTHING, async |vault| {
        let found = chosen(vault, who.unwrap_or_default()).await?;
        let rules = vault.own_rules().await?;
        Ok(found.map(|record| (record, rules)))
    })?
    .map_err(Failure::Refused)
}

/// Hands everyone that `typed` finds to `each`, one after the other, with a name for files that tells nothing of the
/// person: the place in a record file, the id in a vault. Returns how many there were.
pub fn all(
    source: &Path,
    typed: &str,
    passphrase: &PassphraseFrom,
    mut each: impl FnMut(&str, &Record, &OwnRules) -> Result<(), Failure>,
) -> Result<usize, Failure> {
    if is_record_file(source)? {
        if !typed.trim().is_empty() {
            return Err(Failure::Call(
                "--search: only a vault can be searched; nothing was written".into(),
            ));
        }
        let patients = read(source)?.patients;
        for (at, record) in patients.iter().enumerate() {
            each(&(at + 1).to_string(), record, &OwnRules::default())?;
        }
        return Ok(patients.len());
    }
    with(source, passphrase, NOTHING, async |vault| {
        let hits = vault.patients(typed, u32::MAX).await?;
        let rules = vault.own_rules().await?;
        for hit in &hits {
            let record = vault.record(hit.id).await?.in_order();
            if let Err(failure) = each(&hit.id.to_string(), &record, &rules) {
                return Ok(Err(failure));
            }
        }
        Ok(Ok(hits.len()))
    })?
}

/// The record of the one person that is meant, or in words why nobody is.
async fn chosen(vault: &Vault, wanted: &str) -> Result<Result<Record, String>, ClinicError> {
    // No word of a record is as long as an id, so an id would be searched for in vain.
    let is_id = wanted.len() == 36 && wanted.bytes().filter(|byte| *byte == b'-').count() == 4;
    let hits = vault.patients(if is_id { "" } else { wanted }, u32::MAX).await?;
    let numbered: Vec<_> = hits
        .iter()
        .filter(|hit| !wanted.is_empty() && hit.record_number.as_deref() == Some(wanted))
        .collect();
    let found = match (hits.as_slice(), numbered.as_slice()) {
        _ if is_id => hits.iter().find(|hit| hit.id.to_string() == wanted),
        (_, [only]) => Some(*only),
        ([only], _) => Some(only),
        _ => None,
    };
    if let Some(hit) = found {
        return Ok(Ok(vault.record(hit.id).await?.in_order()));
    }
    if is_id || hits.is_empty() {
        return Ok(Err(format!(
            "--patient {wanted}: nobody in the vault is found by it; {NOTHING}"
        )));
    }
    let mut words = format!(
        "--patient {wanted}: {} people are found by it; {NOTHING}. Name one by the id in front of them:",
        hits.len()
    );
    for hit in hits.iter().take(NAMED) {
        let (born, number) = (hit.born.as_deref(), hit.record_number.as_deref());
        words.push_str(&format!(
            "\n  {}\t{}\t{}\t{}\t{}",
            hit.id,
            hit.family,
            hit.given,
            born.unwrap_or_default(),
            number.unwrap_or_default()
        ));
    }
    if let Some(more) = hits.len().checked_sub(NAMED).filter(|more| *more > 0) {
        words.push_str(&format!("\n  and {more} more"));
    }
    Ok(Err(words))
}
