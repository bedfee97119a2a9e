//! What disagrees about blood thinners, said at each entry that tells one side of it: the medicine, the answer in words and
//! the entry in the list of blood thinners.

use crate::{
    facts::Facts,
    gates::{Disagreement, conflicts},
    vault::Vault,
    words::say,
};
use chrono::NaiveDate;
use lamina_api::{
    ApiError,
    shown::{Detail, Shown},
};
use lamina_domain::Noun;
use uuid::Uuid;

/// Says at each of `entries` what disagrees with it.
pub(super) async fn note(
    vault: &Vault,
    patient: Uuid,
    noun: Noun,
    today: NaiveDate,
    entries: impl IntoIterator<Item = (Uuid, &mut Shown)>,
) -> Result<(), ApiError> {
    if !matches!(noun, Noun::Background | Noun::Anticoagulant | Noun::Treatment) {
        return Ok(());
    }
    let facts = vault.facts(patient).await?;
    let disagree = conflicts(&facts.record, today);
    for (id, shown) in entries {
        for one in disagree.iter().filter(|one| tells(one, &facts, noun, id)) {
            shown.details.push(Detail {
                label: say!("shown-contradiction"),
                text: one.text.clone(),
            });
        }
    }
    Ok(())
}

fn tells(one: &Disagreement, facts: &Facts, noun: Noun, id: Uuid) -> bool {
    let record = &facts.record;
    match noun {
        Noun::Background => one.with_background,
        Noun::Treatment => one
            .treatments
            .iter()
            .any(|place| record.treatments.get(*place).is_some_and(|one| one.is(id))),
        Noun::Anticoagulant => one
            .listed
            .is_some_and(|place| record.anticoagulants.get(place).is_some_and(|one| one.is(id))),
        _ => false,
    }
}
