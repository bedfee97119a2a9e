//! Putting the register together: the most exact telling first, each further one joined to the thing it tells of or set
//! beside it. What is not surely the same stays two things.

mod paths;

use super::place::{Place, placed};
use super::{
    Doubt, Entry, Facts, Out, Register, Source, Standing, coded,
    time::{Moment, Times},
    words::{self, Certainty, Remnant, tokens},
};
use crate::{
    fact::{
        background::AskedList,
        device::Device,
        kept::Kept,
        surgery::{Procedure, Surgery},
        treatment::{Kind, Treatment},
    },
    value::{
        answer::Answer,
        implant::{Family, ImplantKind, MriStatus, Part, PartState},
        level::Levels,
        medicine::{Form, Route},
        text::Text,
        when::When,
    },
};
use chrono::Datelike;

pub(super) fn build(facts: &Facts) -> Register {
    let times = Times::of(facts);
    let mut all = Building {
        times,
        entries: facts
            .devices
            .iter()
            .enumerate()
            .map(|(at, one)| device(at, one, &times))
            .collect(),
    };
    for (at, surgery) in facts.surgeries.iter().enumerate() {
        all.listed(at, surgery, facts.devices);
    }
    for (at, treatment) in facts.treatments.iter().enumerate() {
        all.treated(at, treatment);
    }
    for (at, surgery) in facts.surgeries.iter().enumerate() {
        all.named(at, surgery);
    }
    all.stepped(&facts.paths);
    for at in 0..facts.surgeries.len() {
        all.taken_out(at, facts.surgeries);
    }
    let noted = &facts.background.implants_mri;
    for text in noted.value().into_iter().flatten() {
        all.noted(text, Source::Background);
    }
    for text in facts.background.conditions.value().into_iter().flatten() {
        if words::names_an_implant(&tokens(text.as_str())) {
            all.noted(text, Source::Condition);
        }
    }
    Register {
        entries: all.entries,
        others: others(noted),
    }
}

fn others(noted: &AskedList) -> Answer<()> {
    match noted {
        Answer::Value(texts) if texts.is_empty() => Answer::default(),
        Answer::Value(_) => Answer::Value(()),
        Answer::Missing(missing) => Answer::Missing(*missing),
    }
}

pub(super) fn part(kind: ImplantKind, name: Option<Text>, state: PartState) -> Part {
    Part {
        kind,
        name,
        state,
        mri: MriStatus::Unknown,
    }
}

/// The family of a name, where it names one.
pub(super) fn family_of(text: &Text) -> Family {
    let named = words::families(&tokens(text.as_str()));
    let first = named.into_iter().find(|family| *family != Family::Metal);
    first.unwrap_or(Family::Other)
}

fn name_says_more<'a>(mut names: impl Iterator<Item = &'a Text>, parts: &[Part]) -> Vec<Doubt> {
    let passive = parts.iter().all(|part| part.kind.is_passive());
    let more = names.any(|name| words::says_more_than_metal(&tokens(name.as_str())));
    if passive && more {
        vec![Doubt::NameSaysMore]
    } else {
        Vec::new()
    }
}

/// A device of the list. Once it surely is out, its parts are out with it, except one that is recorded as left behind or
/// broken.
fn device(at: usize, device: &Device, times: &Times) -> Entry {
    let out = times.is_past(&device.removed);
    let mut parts: Vec<Part> = device
        .parts
        .iter()
        .map(|part| Part {
            state: match part.state {
                PartState::InUse | PartState::Unknown if out => PartState::Removed,
                state => state,
            },
            ..part.clone()
        })
        .collect();
    if parts.is_empty() {
        parts.push(part(ImplantKind::Unknown, None, PartState::Unknown));
    }
    let names =
        std::iter::once(&device.name).chain(device.parts.iter().filter_map(|part| part.name.as_ref()));
    let mut doubts = name_says_more(names, &parts);
    let gone = parts.iter().all(|part| part.state == PartState::Removed);
    let standing = match (gone, out) {
        (true, true) => Standing::Out(Out::On(device.removed)),
        (true, false) => Standing::Out(Out::Parts(device.removed)),
        (false, _) => Standing::In,
    };
    if !gone && !out && !device.removed.is_unknown() {
        doubts.push(Doubt::OutNotCertain(device.removed));
    }
    let kinds = parts.iter().map(|part| part.kind.family());
    let family = kinds.fold(Family::Other, |found, one| match found {
        Family::Other | Family::Metal if one != Family::Other => one,
        found => found,
    });
    Entry {
        family: match family {
            Family::Other => family_of(&device.name),
            family => family,
        },
        name: Some(device.name.clone()),
        sources: vec![Source::Device(at)],
        parts,
        standing,
        doubts,
        since: device.implanted,
        levels: Levels::default(),
    }
}

/// A telling that may be of a thing that is already there.
pub(super) struct Telling<'a> {
    pub(super) source: Source,
    pub(super) family: Family,
    pub(super) when: When,
    pub(super) levels: &'a Levels,
    pub(super) trial: bool,
}

/// The register while it is put together; the devices of the list come first, in their order.
pub(super) struct Building<'a> {
    times: Times<'a>,
    pub(super) entries: Vec<Entry>,
}

fn is_of(source: Source, entry: &Entry) -> bool {
    let same = |one: &Source| std::mem::discriminant(one) == std::mem::discriminant(&source);
    entry.sources.iter().any(same)
}

impl Entry {
    /// It is told of by this as well, which fills in what nobody said yet.
    pub(super) fn tell(&mut self, telling: &Telling) {
        if !self.sources.contains(&telling.source) {
            self.sources.push(telling.source);
        }
        if self.levels.is_empty() {
            self.levels = telling.levels.clone();
        }
        if self.since.is_unknown() {
            self.since = telling.when;
        }
    }
}

impl Building<'_> {
    /// The thing that a telling is of: of the same family, at a time that agrees, and not told of by another fact of the
    /// same kind.
    fn find(&mut self, telling: &Telling) -> Option<&mut Entry> {
        let times = self.times;
        let agrees = |entry: &Entry| {
            let before = match entry.standing {
                Standing::Out(Out::On(when) | Out::Parts(when)) => {
                    let spans = times.span(&telling.when).zip(times.span(&when));
                    spans.is_none_or(|((from, _), (_, to))| from <= to)
                }
                _ => true,
            };
            before && times.may_agree(&telling.when, &entry.since)
        };
        let trial =
            |entry: &Entry| matches!(entry.standing, Standing::Trial | Standing::Out(Out::TrialOver(_)));
        let fits = |entry: &Entry| {
            entry.family == telling.family
                && entry.family != Family::Other
                && trial(entry) == telling.trial
                && !is_of(telling.source, entry)
                && agrees(entry)
        };
        let dated = |entry: &Entry| times.span(&telling.when).is_some() && times.span(&entry.since).is_some();
        let at = self
            .entries
            .iter()
            .position(|entry| fits(entry) && dated(entry))
            .or_else(|| self.entries.iter().position(fits))?;
        self.entries.get_mut(at)
    }

    /// Whether the list of devices has metal that came in at the time of a telling.
    fn in_the_list(&mut self, telling: &Telling) -> bool {
        let times = self.times;
        let listed = |entry: &&mut Entry| {
            let dated = times.span(&telling.when).is_some() && times.span(&entry.since).is_some();
            let device = is_of(Source::Device(0), entry) && entry.family == telling.family;
            device && dated && times.may_agree(&telling.when, &entry.since)
        };
        match self.entries.iter_mut().find(listed) {
            Some(entry) => {
                entry.sources.push(telling.source);
                true
            }
            None => false,
        }
    }

    /// Joins a telling to its thing, which is given back where there is one.
    pub(super) fn join(&mut self, telling: &Telling) -> Option<&mut Entry> {
        let entry = self.find(telling)?;
        entry.tell(telling);
        Some(entry)
    }

    pub(super) fn add(&mut self, telling: &Telling, name: Option<&Text>, parts: Vec<Part>) {
        let standing = if telling.trial {
            Standing::Trial
        } else {
            Standing::In
        };
        self.entries.push(Entry {
            doubts: name_says_more(
                parts.iter().filter_map(|part| part.name.as_ref()).chain(name),
                &parts,
            ),
            name: name.cloned(),
            sources: vec![telling.source],
            family: telling.family,
            parts,
            standing,
            since: telling.when,
            levels: telling.levels.clone(),
        });
    }

    /// What a treatment leaves in the body.
    fn treated(&mut self, at: usize, treatment: &Treatment) {
        let over = !treatment.ended.is_unknown() || treatment.stopped.value().is_some();
        let Some((family, trial)) = treated_family(treatment) else {
            return;
        };
        let telling = Telling {
            source: Source::Treatment(at),
            family,
            when: treatment.started,
            levels: &treatment.levels,
            trial,
        };
        if trial {
            self.add(
                &telling,
                Some(&treatment.name),
                vec![part(ImplantKind::Lead, None, PartState::InUse)],
            );
            let surely = self.times.is_past(&treatment.ended)
                || (treatment.ended.is_unknown() && treatment.stopped.value().is_some());
            if let Some(entry) = self.entries.last_mut() {
                if surely {
                    entry.standing = Standing::Out(Out::TrialOver(treatment.ended));
                    entry
                        .parts
                        .iter_mut()
                        .for_each(|part| part.state = PartState::Removed);
                } else if over {
                    entry.doubts.push(Doubt::OutNotCertain(treatment.ended));
                }
            }
        } else if self.join(&telling).is_none() {
            // That it ended does not say that it was taken out.
            let state = if over {
                PartState::Unknown
            } else {
                PartState::InUse
            };
            self.add(
                &telling,
                Some(&treatment.name),
                vec![part(ImplantKind::Unknown, None, state)],
            );
        }
    }

    /// What the name of an operation says it left, where its list of implants does not.
    fn named(&mut self, at: usize, surgery: &Surgery) {
        for (procedure, levels) in procedures(surgery) {
            for Remnant { family, named, trial } in coded::left(procedure) {
                // A fusion may leave nothing; "asked, none" answers that, and a list of what it left does too.
                if family == Family::Metal {
                    let listed = surgery.listed_implants().iter().any(|one| one.kind.is_passive());
                    let asked = surgery.implants.value().is_some() || is_absent(&surgery.implants);
                    if listed || (!named && asked) {
                        continue;
                    }
                }
                let here = |entry: &Entry| {
                    let source = |one: &Source| matches!(one, Source::Operation(of) | Source::OperationName(of) if *of == at);
                    entry.family == family && entry.sources.iter().any(source)
                };
                if self.entries.iter().any(here) {
                    continue;
                }
                let telling = Telling {
                    source: Source::OperationName(at),
                    family,
                    when: surgery.when,
                    levels,
                    trial,
                };
                if family == Family::Metal && self.in_the_list(&telling) {
                    continue;
                }
                if family == Family::Metal || self.join(&telling).is_none() {
                    self.add(
                        &telling,
                        Some(&procedure.name),
                        vec![part(ImplantKind::Unknown, None, PartState::InUse)],
                    );
                }
            }
        }
    }

    /// What this operation took out of what others had left before it.
    fn taken_out(&mut self, at: usize, surgeries: &[Kept<Surgery>]) {
        let Some(surgery) = surgeries.get(at) else { return };
        let wrong = surgery.listed_complications().iter();
        let wrong = wrong.flat_map(|one| one.words.iter().chain(&one.treatment));
        let texts = wrong.chain(&surgery.note);
        let more: Vec<String> = texts.flat_map(|text| tokens(text.as_str())).collect();
        let one_sided = matches!(
            surgery.side.value(),
            Some(crate::value::level::Side::Left | crate::value::level::Side::Right)
        );
        let later = self.times.operation(at);
        let done = self
            .times
            .span(&later.when)
            .is_none_or(|(_, to)| to <= self.times.today);
        for (procedure, levels) in procedures(surgery) {
            let Some(removal) = coded::taken(procedure, &more) else {
                continue;
            };
            for entry in &mut self.entries {
                if matches!(entry.standing, Standing::Out(_)) || is_here(entry, at) {
                    continue;
                }
                let earlier = moment(entry, &self.times);
                if self.times.is_after(earlier, later) {
                    continue;
                }
                let place = placed(levels, &entry.levels);
                let sure =
                    done && !one_sided && self.times.is_after(later, earlier) && place == Place::Covered;
                let in_list = is_of(Source::Device(0), entry);
                let alone = in_list && entry.sources.len() == 1;
                let mut unsaid = false;
                for part in &mut entry.parts {
                    let whole = matches!(part.state, PartState::InUse | PartState::Unknown);
                    let told_in_use = in_list && part.state == PartState::InUse;
                    match removal.takes(part.kind) {
                        Certainty::Surely if sure && whole && !told_in_use => part.state = PartState::Removed,
                        Certainty::Surely if whole => unsaid = true,
                        Certainty::Perhaps if whole && !alone => unsaid = true,
                        _ => {}
                    }
                }
                if unsaid && place != Place::Elsewhere {
                    entry.doubts.push(Doubt::OutNotSaid(at));
                }
                if entry.parts.iter().all(|part| part.state == PartState::Removed) {
                    entry.standing = Standing::Out(Out::By(at));
                    entry
                        .doubts
                        .retain(|doubt| !matches!(doubt, Doubt::OutNotSaid(_) | Doubt::OutNotCertain(_)));
                }
            }
        }
    }

    /// What somebody noted in words: of something known, or something of its own with no MRI status.
    fn noted(&mut self, text: &Text, source: Source) {
        let said = tokens(text.as_str());
        let times = self.times;
        let same = |entry: &Entry| {
            let twin = entry
                .name
                .as_ref()
                .is_some_and(|name| tokens(name.as_str()) == said);
            let kinds: Vec<ImplantKind> = entry.parts.iter().map(|part| part.kind).collect();
            let mut own: Vec<String> = tokens(&format!("{} {}", entry.levels, entry.since));
            for part in &entry.parts {
                own.extend(part.name.iter().flat_map(|name| tokens(name.as_str())));
            }
            own.extend(entry.name.iter().flat_map(|name| tokens(name.as_str())));
            if let Some((from, to)) = times.span(&entry.since) {
                own.extend((from.year()..=to.year()).map(|year| year.to_string()));
            }
            if let Standing::Out(Out::On(when) | Out::Parts(when)) = entry.standing {
                own.extend(tokens(&when.to_string()));
            }
            twin || words::says_only(&said, &kinds, entry.family, &own)
        };
        let inside = self
            .entries
            .iter()
            .position(|entry| entry.counts() && same(entry));
        let at = inside.or_else(|| self.entries.iter().position(same));
        match at.and_then(|at| self.entries.get_mut(at)) {
            Some(entry) => {
                if !entry.counts() && !words::tells_of_removal(&said) {
                    entry.doubts.push(Doubt::StillNamed(text.clone()));
                }
                if !entry.sources.contains(&source) {
                    entry.sources.push(source);
                }
            }
            None => {
                let telling = Telling {
                    source,
                    family: family_of(text),
                    when: When::default(),
                    levels: &Levels::default(),
                    trial: false,
                };
                self.add(
                    &telling,
                    Some(text),
                    vec![part(ImplantKind::Unknown, None, PartState::InUse)],
                );
            }
        }
    }
}

/// The procedures of an operation with the levels they were done at.
fn procedures(surgery: &Surgery) -> impl Iterator<Item = (&Procedure, &Levels)> {
    surgery.procedures.iter().map(|procedure| {
        let own = !procedure.levels.is_empty();
        (procedure, if own { &procedure.levels } else { &surgery.levels })
    })
}

fn is_absent<T>(answer: &Answer<T>) -> bool {
    matches!(answer, Answer::Missing(crate::value::answer::Missing::Absent))
}

/// What a treatment leaves in the body, and whether it is a trial.
pub(super) fn treated_family(treatment: &Treatment) -> Option<(Family, bool)> {
    let said = tokens(treatment.name.as_str());
    let names = words::families(&said);
    let names_one = |family: Family| names.contains(&family).then_some((family, false));
    match treatment.kind {
        Kind::NeuromodulationTrial => Some((Family::Stimulator, true)),
        Kind::NeuromodulationImplant => Some((Family::Stimulator, false)),
        Kind::Drug => {
            let through = treatment.medicines().any(|medicine| {
                let pump = medicine.parts().form == Form::Pump;
                let outside = matches!(medicine.route(), Route::Subcutaneous | Route::Intravenous);
                let given = medicine.parts().form == Form::Injection;
                (medicine.route() == Route::Intrathecal && !given) || (pump && !outside)
            });
            let told = treatment
                .dose
                .iter()
                .chain(&treatment.target)
                .chain(&treatment.note);
            let once = ["single", "bolus", "once", "injection"];
            let spinal = said.iter().any(|word| word == "intrathecal")
                && !said.iter().any(|word| once.contains(&word.as_str()));
            let by_words = told
                .map(|text| tokens(text.as_str()))
                .chain([said])
                .any(|words| words::families(&words).contains(&Family::Pump));
            (through || by_words || spinal).then_some((Family::Pump, false))
        }
        Kind::IntrathecalTrial | Kind::Intervention | Kind::Other => {
            let trial = said.iter().any(|word| word.starts_with("trial"));
            names_one(Family::Stimulator)
                .map(|(family, _)| (family, trial))
                .or_else(|| names_one(Family::Pump).filter(|_| !trial))
                .or_else(|| names_one(Family::Disc))
                .or_else(|| names_one(Family::Interspinous))
                .or_else(|| names_one(Family::Heart))
                .or_else(|| names_one(Family::Metal))
        }
        Kind::Injection
        | Kind::Block
        | Kind::Radiofrequency
        | Kind::Physiotherapy
        | Kind::ManualTherapy
        | Kind::PhysicalModality
        | Kind::PainManagement
        | Kind::Psychology => None,
    }
}

/// When a thing came in: the time of the operation or treatment that put it in, else its own.
fn moment(entry: &Entry, times: &Times) -> Moment {
    let of = entry.sources.iter().find_map(|source| match source {
        Source::Operation(at) | Source::OperationName(at) => Some(times.operation(*at)),
        Source::Treatment(at) => Some(times.treatment(*at)),
        _ => None,
    });
    of.unwrap_or(Moment {
        when: entry.since,
        of: None,
    })
}

/// Put in by this very operation.
fn is_here(entry: &Entry, at: usize) -> bool {
    let here =
        |source: &Source| matches!(source, Source::Operation(of) | Source::OperationName(of) if *of == at);
    entry.sources.iter().any(here)
}
