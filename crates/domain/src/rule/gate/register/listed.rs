//! The implants that an operation lists, each as the device of the list that it is, as a thing that is told of already, or as
//! one of its own. Of two labels for one part the worse counts; what nobody labelled has none.

use super::{
    Entry, Source,
    build::{Building, Telling, family_of, part},
};
use crate::{
    fact::{device::Device, kept::Kept, record::place_of, surgery::Surgery},
    value::implant::{Family, Implant, MriStatus, Part, PartState},
};

impl Building<'_> {
    /// The implants that an operation lists; generator and leads, pump and catheter are one thing.
    pub(super) fn listed(&mut self, at: usize, surgery: &Surgery, devices: &[Kept<Device>]) {
        let mut groups: Vec<(Family, Vec<&Implant>)> = Vec::new();
        for implant in surgery.listed_implants() {
            let family = implant.kind.family();
            let named = implant
                .device
                .as_ref()
                .and_then(|link| place_of(devices, link.which));
            if let Some(entry) = named.and_then(|place| self.entries.get_mut(place)) {
                entry.tell(&telling(at, surgery, family));
                labelled(entry, implant, true);
                continue;
            }
            let joined = matches!(family, Family::Stimulator | Family::Pump);
            match groups.iter_mut().find(|(known, _)| joined && *known == family) {
                Some((_, group)) => group.push(implant),
                None => groups.push((family, vec![implant])),
            }
        }
        for (family, group) in groups {
            let named = group.iter().find_map(|implant| implant.name.as_ref());
            let telling = telling(
                at,
                surgery,
                match (family, named) {
                    (Family::Other, Some(name)) => family_of(name),
                    (family, _) => family,
                },
            );
            // Metal is not told apart by what it is called; each operation keeps its own.
            let chosen = !matches!(family, Family::Metal | Family::Other);
            if chosen && let Some(entry) = self.join(&telling) {
                for implant in group {
                    labelled(entry, implant, false);
                }
                continue;
            }
            self.add(&telling, named, group.into_iter().map(made).collect());
        }
    }
}

fn telling(at: usize, surgery: &Surgery, family: Family) -> Telling<'_> {
    Telling {
        source: Source::Operation(at),
        family,
        when: surgery.when,
        levels: &surgery.levels,
        trial: false,
    }
}

fn made(implant: &Implant) -> Part {
    Part {
        mri: implant.mri.clone(),
        ..part(implant.kind, implant.name.clone(), PartState::InUse)
    }
}

/// Gives the label of an implant to the part that it is. Where somebody said that it is this device, it also fills in what
/// nobody had labelled there; where that only seems so, what is not known stays not known.
fn labelled(entry: &mut Entry, implant: &Implant, sure: bool) {
    if implant.mri.is_unknown() {
        return;
    }
    match entry.parts.iter_mut().find(|part| part.kind == implant.kind) {
        Some(part) if sure && part.mri.is_unknown() => part.mri = implant.mri.clone(),
        Some(part) if badness(&implant.mri) > badness(&part.mri) => part.mri = implant.mri.clone(),
        Some(_) => {}
        None => entry.parts.push(made(implant)),
    }
}

fn badness(mri: &MriStatus) -> u8 {
    match mri {
        MriStatus::Safe => 0,
        MriStatus::Conditional(_) => 1,
        MriStatus::Unknown => 2,
        MriStatus::Unsafe => 3,
    }
}
