//! What paths of neuromodulation and settings of pumps tell of what is in the body.
//!
//! Leads of a trial are in until somebody recorded that they came out, and that is no explant. What the list of devices or an
//! operation tells of a thing counts before a step does; a step joins it. MRI labelling comes from the list of devices alone.

use super::{Building, Telling, family_of, part};
use crate::{
    fact::{
        neuromodulation::{
            Step, Therapy, What,
            step::{ExplantExtent, Trial},
        },
        record::place_of,
    },
    rule::gate::register::{Doubt, Entry, Out, Paths, Source, Standing},
    value::{
        implant::{Family, ImplantKind, Part, PartState},
        level::Levels,
        link::Link,
        when::{Reference, When},
    },
};

impl Building<'_> {
    /// Trials and implants, then what was taken out of them, each in the order of the record.
    pub(super) fn stepped(&mut self, told: &Paths<'_>) {
        for (at, step) in told.steps.iter().enumerate() {
            match &step.what {
                What::Trial(trial) => self.trial(at, step, trial, family(told, step)),
                What::Implant(_) => self.implanted(at, step, family(told, step)),
                _ => {}
            }
        }
        for step in told.steps {
            if let What::Explant(explant) = &step.what
                && self.times.is_past(&step.when)
                && let Some(extent) = explant.extent
            {
                self.explanted(told, step, extent);
            }
        }
        for (at, setting) in told.pumps.iter().enumerate() {
            self.pump(at, setting.pump.as_ref(), setting.when);
        }
    }

    /// Until it is recorded that they came out, its leads are in the body; that its stimulation ended does not say so.
    fn trial(&mut self, at: usize, step: &Step, trial: &Trial, family: Family) {
        let tips = Levels::together(step.leads().iter().map(|lead| &lead.tip));
        let telling = Telling {
            source: Source::Step(at),
            family,
            when: step.when,
            levels: &tips,
            trial: true,
        };
        if !self.linked(step, &telling) && self.join(&telling).is_none() {
            self.add(
                &telling,
                None,
                vec![part(thin_part(family), None, PartState::InUse)],
            );
        }
        let surely = self.times.is_past(&trial.leads_out);
        let Some(entry) = self.of_step(at) else { return };
        if surely {
            entry.standing = Standing::Out(Out::TrialOver(trial.leads_out));
            for part in &mut entry.parts {
                part.state = PartState::Removed;
            }
        } else if !trial.leads_out.is_unknown() && !matches!(entry.standing, Standing::Out(_)) {
            entry.doubts.push(Doubt::OutNotCertain(trial.leads_out));
        }
    }

    fn implanted(&mut self, at: usize, step: &Step, family: Family) {
        let tips = Levels::together(step.leads().iter().map(|lead| &lead.tip));
        let telling = Telling {
            source: Source::Step(at),
            family,
            when: step.when,
            levels: &tips,
            trial: false,
        };
        if self.linked(step, &telling) || self.join(&telling).is_some() {
            return;
        }
        let kinds = [thick_part(family), thin_part(family)];
        let parts: Vec<Part> = kinds
            .into_iter()
            .map(|kind| part(kind, None, PartState::InUse))
            .collect();
        self.add(&telling, None, parts);
    }

    /// Joins a step to the thing of an entry that it names as telling of the same; false where there is none.
    fn linked(&mut self, step: &Step, telling: &Telling<'_>) -> bool {
        let is_source = |link: &Link, source: &Source| {
            let at = place(link);
            match (link.what(), source) {
                ("device", Source::Device(of)) | ("treatment", Source::Treatment(of)) => Some(*of) == at,
                ("operation", Source::Operation(of) | Source::OperationName(of)) => Some(*of) == at,
                _ => false,
            }
        };
        let same = |entry: &&mut Entry| {
            let named = step
                .entries
                .iter()
                .any(|link| entry.sources.iter().any(|source| is_source(link, source)));
            named && (entry.family == telling.family || entry.family == Family::Other)
        };
        let Some(entry) = self.entries.iter_mut().find(same) else {
            return false;
        };
        entry.tell(telling);
        true
    }

    fn of_step(&mut self, at: usize) -> Option<&mut Entry> {
        let here = |entry: &&mut Entry| entry.sources.contains(&Source::Step(at));
        self.entries.iter_mut().find(here)
    }

    /// What only steps and treatments tell of was taken out; of a thing in the list of devices or of an operation, these say it
    /// themselves.
    fn explanted(&mut self, told: &Paths<'_>, explant: &Step, extent: ExplantExtent) {
        let of_path = |source: &Source| match source {
            Source::Step(at) => told
                .steps
                .get(*at)
                .is_some_and(|step| step.neuromodulation == explant.neuromodulation),
            _ => false,
        };
        let loose = |source: &Source| {
            matches!(
                source,
                Source::Step(_) | Source::Treatment(_) | Source::PumpSetting(_)
            )
        };
        for entry in &mut self.entries {
            let implanted = entry.standing == Standing::In;
            let own = entry.sources.iter().all(loose) && entry.sources.iter().any(of_path);
            let later = !explant.when.is_before(&entry.since);
            if !(implanted && own && later) {
                continue;
            }
            let thin = |part: &Part| matches!(part.kind, ImplantKind::Lead | ImplantKind::Catheter);
            for part in &mut entry.parts {
                part.state = match extent {
                    ExplantExtent::Everything => PartState::Removed,
                    ExplantExtent::LeadsLeft if thin(part) => PartState::Abandoned,
                    ExplantExtent::LeadsLeft => PartState::Removed,
                    ExplantExtent::SomeParts => PartState::Unknown,
                };
            }
            if extent == ExplantExtent::Everything {
                entry.standing = Standing::Out(Out::On(explant.when));
            }
        }
    }

    /// A pump of which a setting tells: the device that it names, else the pump that is in, else one of its own.
    fn pump(&mut self, at: usize, device: Option<&Link>, when: When) {
        let source = Source::PumpSetting(at);
        let named = |entry: &Entry| {
            device
                .and_then(place)
                .is_some_and(|at| entry.sources.contains(&Source::Device(at)))
        };
        let inside = |entry: &Entry| entry.family == Family::Pump && entry.standing == Standing::In;
        let found = self.entries.iter().position(named);
        let found = found.or_else(|| self.entries.iter().position(inside));
        match found.and_then(|at| self.entries.get_mut(at)) {
            Some(entry) => entry.sources.push(source),
            None => {
                let telling = Telling {
                    source,
                    family: Family::Pump,
                    when,
                    levels: &Levels::default(),
                    trial: false,
                };
                let parts = [ImplantKind::Pump, ImplantKind::Catheter];
                let parts = parts.map(|kind| part(kind, None, PartState::InUse)).to_vec();
                self.add(&telling, None, parts);
            }
        }
    }
}

/// The place in its list of an entry that is named so, from 0. References are places here, as in a record file.
fn place(link: &Link) -> Option<usize> {
    match link.which {
        Reference::Place(place) => (place as usize).checked_sub(1),
        Reference::Id(_) => None,
    }
}

/// What a path puts into the body; another therapy by its words, and a stimulator where these say nothing.
fn family(told: &Paths<'_>, step: &Step) -> Family {
    let path = place_of(told.paths, step.neuromodulation.which).and_then(|at| told.paths.get(at));
    let words = path.and_then(|one| one.words.as_ref()).map(family_of);
    match path.map(|one| one.therapy) {
        Some(Therapy::IntrathecalDrug) => Family::Pump,
        Some(Therapy::Other) => words
            .filter(|one| *one != Family::Other)
            .unwrap_or(Family::Stimulator),
        _ => Family::Stimulator,
    }
}

fn thin_part(family: Family) -> ImplantKind {
    match family {
        Family::Pump => ImplantKind::Catheter,
        _ => ImplantKind::Lead,
    }
}

fn thick_part(family: Family) -> ImplantKind {
    match family {
        Family::Pump => ImplantKind::Pump,
        _ => ImplantKind::Generator,
    }
}
