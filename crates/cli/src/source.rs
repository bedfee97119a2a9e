//! Where the record of a person comes from: a record file, where people are counted from 1, or a vault, where they are
//! found by id, record number or search. Decided by what is in the file, not by what is typed beside it.

use crate::{
    passphrase::SignInFrom,
    print::{Failure, read},
    vault::{LeftBehind, with},
};
use lamina_clinic::{
    door::{Leaving, OpenRecord, Way},
    letter::Request,
    message,
    record::Record,
    say, say_with,
    vault::{ClinicError, PatientHit, Uuid, Vault},
};
use std::{fs::File, io::Read, path::Path};

/// Most people that are named where a search finds several.
const NAMED: usize = 10;

/// What is true where nobody was found or a file could not be read.
const UNWRITTEN: LeftBehind = LeftBehind {
    closed: message!("cli-left-unwritten"),
    opened: message!("cli-left-unwritten"),
};

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

/// A record that something is made of.
pub struct SourceRecord {
    /// Whom a file made of it is named after, without telling anything of the person: the place in a record file, the id in a vault.
    pub name: String,
    /// All facts of the person that stand.
    pub record: Record,
    /// A letter about it that says nothing yet; from a vault with what the clinic set.
    pub letter: Request,
}

impl From<OpenRecord> for SourceRecord {
    fn from(opened: OpenRecord) -> Self {
        SourceRecord {
            name: opened.patient.to_string(),
            record: opened.record,
            letter: opened.letter,
        }
    }
}

/// Makes something of the one person that `who` means. What is made of a vault is noted in its log as `leaving` says, before it
/// is written.
pub fn one(
    source: &Path,
    who: Option<&str>,
    passphrase: &SignInFrom,
    leaving: fn(Uuid) -> Leaving,
    make: impl FnOnce(&SourceRecord) -> Result<(), Failure>,
) -> Result<(), Failure> {
    if is_record_file(source)? {
        let wanted = who.unwrap_or("1");
        let patients = read(source)?.patients;
        let count = patients.len();
        let place = wanted
            .parse::<usize>()
            .ok()
            .and_then(|place| place.checked_sub(1));
        let record = place.and_then(|at| patients.into_iter().nth(at)).ok_or_else(|| {
            Failure::Call(say_with!(
                "cli-patient-place",
                [
                    ("wanted", wanted.into()),
                    ("path", source.display().to_string().into()),
                    ("count", count.into())
                ]
            ))
        })?;
        return make(&SourceRecord {
            name: wanted.to_owned(),
            record,
            letter: Request::default(),
        });
    }
    with(source, passphrase, UNWRITTEN, async |vault| {
        match chosen(vault, who.unwrap_or_default()).await? {
            Ok(opened) => taken_out(vault, opened, leaving, make).await,
            Err(words) => Ok(Err(Failure::Refused(words))),
        }
    })?
}

/// Makes something of everyone that `typed` finds, one after the other. Returns how many there were.
pub fn all(
    source: &Path,
    typed: &str,
    passphrase: &SignInFrom,
    leaving: fn(Uuid) -> Leaving,
    mut make: impl FnMut(&SourceRecord) -> Result<(), Failure>,
) -> Result<usize, Failure> {
    if is_record_file(source)? {
        if !typed.trim().is_empty() {
            return Err(Failure::Call(say!("cli-search-vault-alone")));
        }
        let patients = read(source)?.patients;
        let count = patients.len();
        for (place, record) in (1..).zip(patients) {
            make(&SourceRecord {
                name: i32::to_string(&place),
                record,
                letter: Request::default(),
            })?;
        }
        return Ok(count);
    }
    with(source, passphrase, UNWRITTEN, async |vault| {
        let hits = vault.list_people(typed, u32::MAX).await?;
        for hit in &hits {
            let opened = vault.open_record(hit.id).await?;
            if let Err(failure) = taken_out(vault, opened, leaving, &mut make).await? {
                return Ok(Err(failure));
            }
        }
        Ok(Ok(hits.len()))
    })?
}

async fn taken_out(
    vault: &Vault,
    opened: OpenRecord,
    leaving: fn(Uuid) -> Leaving,
    make: impl FnOnce(&SourceRecord) -> Result<(), Failure>,
) -> Result<Result<(), Failure>, ClinicError> {
    let what = leaving(opened.patient);
    let found = SourceRecord::from(opened);
    vault.take_out(what, Way::Export, async || make(&found)).await
}

/// The record of the one person that is meant, or in words why nobody is.
pub async fn chosen(vault: &Vault, wanted: &str) -> Result<Result<OpenRecord, String>, ClinicError> {
    let nobody = || say_with!("cli-patient-nobody", [("wanted", wanted.into())]);
    // No word of a record is as long as an id, so an id would be searched for in vain.
    if let Some(id) = Some(wanted)
        .filter(|wanted| wanted.len() == 36)
        .and_then(|id| id.parse().ok())
    {
        return match vault.open_record(id).await {
            Ok(opened) => Ok(Ok(opened)),
            Err(error) if error.is_not_found() => Ok(Err(nobody())),
            Err(error) => Err(error),
        };
    }
    let hits = vault.list_people(wanted, u32::MAX).await?;
    let numbered: Vec<_> = hits
        .iter()
        .filter(|hit| !wanted.is_empty() && hit.record_number.as_deref() == Some(wanted))
        .collect();
    match (hits.as_slice(), numbered.as_slice()) {
        (_, [only]) => Ok(Ok(vault.open_record(only.id).await?)),
        ([only], _) => Ok(Ok(vault.open_record(only.id).await?)),
        ([], _) => Ok(Err(nobody())),
        _ => Ok(Err(several(wanted, &hits))),
    }
}

fn several(wanted: &str, hits: &[PatientHit]) -> String {
    let mut words = say_with!(
        "cli-patient-several",
        [("wanted", wanted.into()), ("count", hits.len().into())]
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
        let more = say_with!("cli-and-more", [("more", more.into())]);
        words.push_str(&format!("\n  {more}"));
    }
    words
}
