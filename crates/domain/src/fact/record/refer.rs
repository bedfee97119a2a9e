//! References between the facts of a record: by place as people count, by id as they are kept.

use super::Record;
use crate::{
    fact::{
        kept::Kept,
        noun::{Fact, Noun},
    },
    value::{
        issue::{Issue, Problem},
        when::{Anchor, Reference},
    },
};
use uuid::Uuid;

/// What a time is counted from: how it is called, and the entries of its list in order.
struct Named {
    what: &'static str,
    ids: Vec<Option<Uuid>>,
}

impl Record {
    fn named(&self, anchor: &Anchor) -> Option<Named> {
        let ids = |list: &mut dyn Iterator<Item = Option<Uuid>>| list.collect();
        match anchor {
            Anchor::Operation(_) => Some(Named {
                what: "operation",
                ids: ids(&mut self.surgeries.iter().map(Kept::id)),
            }),
            Anchor::Treatment(_) => Some(Named {
                what: "treatment",
                ids: ids(&mut self.treatments.iter().map(Kept::id)),
            }),
            Anchor::FirstVisit => None,
        }
    }

    /// Why a time can't be counted from there; nothing where it can. A reference by id names nothing in a document.
    pub fn lacks(&self, anchor: &Anchor) -> Option<Problem> {
        let named = self.named(anchor)?;
        let number = match reference(anchor)? {
            Reference::Place(place) => place,
            Reference::Id(_) => 0,
        };
        (number == 0 || number as usize > named.ids.len()).then(|| Problem::NoSuchAnchor {
            what: named.what.to_owned(),
            number,
        })
    }

    /// References by place in this order become references by id.
    ///
    /// # Errors
    /// An issue for each field that names an operation or treatment that is not there.
    pub fn by_id(&self, fact: &mut Fact) -> Result<(), Vec<Issue>> {
        let mut issues = Vec::new();
        for (field, anchor) in fact.anchors_mut() {
            let (Some(named), Some(found)) = (self.named(anchor), reference(anchor)) else {
                continue;
            };
            let number = match found {
                Reference::Place(place) => place,
                Reference::Id(id) if named.ids.contains(&Some(id)) => continue,
                Reference::Id(_) => 0,
            };
            let at = (number as usize).checked_sub(1);
            match at.and_then(|at| named.ids.get(at).copied().flatten()) {
                Some(id) => refer(anchor, Reference::Id(id)),
                None => {
                    let what = named.what.to_owned();
                    issues.push(Issue::at(field, Problem::NoSuchAnchor { what, number }));
                }
            }
        }
        if issues.is_empty() { Ok(()) } else { Err(issues) }
    }

    /// References by id become references by place in this order.
    pub fn by_place(&self, fact: &mut Fact) {
        for (_, anchor) in fact.anchors_mut() {
            if let (Some(named), Some(Reference::Id(id))) = (self.named(anchor), reference(anchor))
                && let Some(at) = named.ids.iter().position(|other| *other == Some(id))
            {
                refer(
                    anchor,
                    Reference::Place(u32::try_from(at + 1).unwrap_or(u32::MAX)),
                );
            }
        }
    }

    /// How many other facts count their time from this entry. What came of a treatment may be counted from its own start.
    pub fn named_by(&self, noun: Noun, entry: Uuid) -> u32 {
        let mut count = 0;
        for (_, mut kept) in self.facts() {
            let own = noun == Noun::Treatment && kept.is(entry);
            let names = |anchor: &Anchor| {
                let named = self.named(anchor).filter(|_| counted(anchor) == Some(noun));
                let (Some(named), Some(Reference::Place(place))) = (named, reference(anchor)) else {
                    return false;
                };
                let at = (place as usize).checked_sub(1);
                at.and_then(|at| named.ids.get(at).copied().flatten()) == Some(entry)
            };
            if !own && kept.anchors_mut().iter().any(|(_, anchor)| names(anchor)) {
                count += 1;
            }
        }
        count
    }
}

/// The noun that a time is counted from.
fn counted(anchor: &Anchor) -> Option<Noun> {
    match anchor {
        Anchor::Operation(_) => Some(Noun::Surgery),
        Anchor::Treatment(_) => Some(Noun::Treatment),
        Anchor::FirstVisit => None,
    }
}

fn reference(anchor: &Anchor) -> Option<Reference> {
    match anchor {
        Anchor::Operation(reference) | Anchor::Treatment(reference) => Some(*reference),
        Anchor::FirstVisit => None,
    }
}

fn refer(anchor: &mut Anchor, to: Reference) {
    if let Anchor::Operation(reference) | Anchor::Treatment(reference) = anchor {
        *reference = to;
    }
}
