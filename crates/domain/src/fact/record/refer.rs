//! References between the facts of a record: by place as people count, by id as they are kept.

use super::Record;
use crate::{
    fact::noun::{Fact, Noun},
    value::{
        issue::{Issue, Problem},
        when::{Anchor, Reference},
    },
};
use uuid::Uuid;

impl Record {
    /// Why a time can't be counted from there; nothing where it can. A reference by id names nothing in a document.
    pub fn lacks(&self, anchor: &Anchor) -> Option<Problem> {
        let mut anchor = *anchor;
        let (what, which) = anchor.reference_mut()?;
        self.lacks_entry(what, which)
    }

    /// Why an entry can't be named so, by how its kind is called; nothing where it can.
    pub(crate) fn lacks_entry(&self, what: &str, which: &Reference) -> Option<Problem> {
        let count = Noun::from_called(what).map_or(0, |noun| self.ids(noun).len());
        let number = match which {
            Reference::Place(place) => *place,
            Reference::Id(_) => 0,
        };
        (number == 0 || number as usize > count).then(|| no_such(what, number))
    }

    /// References by place in this order become references by id.
    ///
    /// # Errors
    /// An issue for each field that names what is not there.
    pub fn by_id(&self, fact: &mut Fact) -> Result<(), Vec<Issue>> {
        let mut issues = Vec::new();
        fact.each_reference(|field, what, which| {
            let ids = Noun::from_called(what).map_or_else(Vec::new, |noun| self.ids(noun));
            let (id, lacks) = match *which {
                Reference::Place(place) => {
                    let at = (place as usize).checked_sub(1);
                    let id = at.and_then(|at| ids.get(at).copied().flatten());
                    (id, no_such(what, place))
                }
                Reference::Id(id) => {
                    let what = what.to_owned();
                    (ids.contains(&Some(id)).then_some(id), Problem::EntryGone { what })
                }
            };
            match id {
                Some(id) => *which = Reference::Id(id),
                None => issues.push(Issue::at(field, lacks)),
            }
        });
        if issues.is_empty() { Ok(()) } else { Err(issues) }
    }

    /// References by id become references by place in this order.
    pub fn by_place(&self, fact: &mut Fact) {
        fact.each_reference(|_, what, which| self.place(what, which));
    }

    /// As [`Record::by_place`], of the times alone: what is named as a whole stays named by its id, which stays right however
    /// the order changes while somebody types.
    pub fn times_by_place(&self, fact: &mut Fact) {
        for (_, anchor) in fact.anchors_mut() {
            if let Some((what, which)) = anchor.reference_mut() {
                self.place(what, which);
            }
        }
    }

    fn place(&self, what: &str, which: &mut Reference) {
        if let (Some(noun), Reference::Id(id)) = (Noun::from_called(what), *which)
            && let Some(at) = self.ids(noun).iter().position(|other| *other == Some(id))
        {
            *which = Reference::Place(u32::try_from(at + 1).unwrap_or(u32::MAX));
        }
    }

    /// How many other facts count their time from this entry or name it. What came of a treatment may be counted from its own
    /// start.
    pub fn named_by(&self, noun: Noun, entry: Uuid) -> u32 {
        let at = self.ids(noun).iter().position(|other| *other == Some(entry));
        let Some(place) = at.and_then(|at| u32::try_from(at + 1).ok()) else {
            return 0;
        };
        let mut count = 0;
        for (_, mut kept) in self.facts() {
            let own = kept.is(entry);
            let mut names = false;
            kept.each_reference(|_, what, which| {
                names |= *which == Reference::Place(place) && Noun::from_called(what) == Some(noun);
            });
            if names && !own {
                count += 1;
            }
        }
        count
    }
}

fn no_such(what: &str, number: u32) -> Problem {
    Problem::NoSuchAnchor {
        what: what.to_owned(),
        number,
    }
}
