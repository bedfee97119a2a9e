//! What goes into a vault and comes out of it whole.
//!
//! Loading is one transaction: all of a document or nothing. A dump of a load is equal to what was loaded.

use crate::{
    clock,
    record::Document,
    rows,
    vault::{ClinicError, Vault},
};
use lamina_domain::{Anchor, Fact, when::Reference};
use lamina_store::{Audit, Change};
use uuid::Uuid;

impl Vault {
    /// Keeps every patient of `document`, or none.
    ///
    /// # Errors
    /// A full disk or a damaged file; nothing of the document was kept.
    pub async fn load(&self, document: &Document) -> Result<(), ClinicError> {
        let mut unit = self.store().begin(self.actor(), clock::now_us()).await?;
        for record in &document.patients {
            let facts: Vec<Fact> = record.facts().into_iter().map(|(_, kept)| kept.fact).collect();
            let ids: Vec<Uuid> = facts.iter().map(|_| clock::new_id()).collect();
            let of = |noun| {
                facts
                    .iter()
                    .zip(&ids)
                    .filter(move |(fact, _)| fact.noun() == noun)
                    .map(|(_, id)| *id)
            };
            let operations: Vec<Uuid> = of(lamina_domain::Noun::Surgery).collect();
            let treatments: Vec<Uuid> = of(lamina_domain::Noun::Treatment).collect();
            let patient = ids.first().copied().unwrap_or_default();
            for (mut fact, id) in facts.iter().cloned().zip(&ids) {
                for (_, anchor) in fact.anchors_mut() {
                    by_id(anchor, &operations, &treatments);
                }
                fact.settle();
                let change = Change {
                    request_id: clock::new_id(),
                    told_by: fact.told_by().map(|told_by| told_by.name().to_owned()),
                    reason: None,
                };
                unit.record(&change, patient, *id, &rows::row(&fact)?).await?;
            }
        }
        unit.commit(Audit::done("load")).await?;
        Ok(())
    }

    /// Every patient with all facts that stand.
    ///
    /// # Errors
    /// A damaged file.
    pub(crate) async fn dump(&self) -> Result<Document, ClinicError> {
        let mut records = Vec::new();
        for hit in self.store().everyone().await? {
            records.push((hit.id, self.record(hit.id).await?));
        }
        // Ids sort in the order in which they were made.
        records.sort_by_key(|(id, _)| *id);
        Ok(Document::of(
            records.into_iter().map(|(_, record)| record).collect(),
        ))
    }
}

fn by_id(anchor: &mut Anchor, operations: &[Uuid], treatments: &[Uuid]) {
    let (reference, list) = match anchor {
        Anchor::Operation(reference) => (reference, operations),
        Anchor::Treatment(reference) => (reference, treatments),
        Anchor::FirstVisit => return,
    };
    if let Reference::Place(place) = *reference
        && let Some(id) = (place as usize).checked_sub(1).and_then(|at| list.get(at))
    {
        *reference = Reference::Id(*id);
    }
}
