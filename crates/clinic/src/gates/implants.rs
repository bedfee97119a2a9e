//! The register of implants of a record in words: the notice before MRI, the line in the banner, what is no longer in the
//! body. What it says comes from the register of the domain and from nowhere else.

use crate::{
    record::Record,
    words::{Word, joined, message, say, say_with, taking},
};
use chrono::NaiveDate;
use lamina_domain::{
    Answer, ImplantKind, Missing, Text,
    gate::{
        bleeding::UnexplainedImplant,
        mri::{self, Condition, Finding, Notice, Statement, Verdict},
        register::{self, Doubt, Entry, Facts, Out, Register, Source, Standing},
    },
    implant::{Conditions, Implant, MriStatus, Part},
    opioid::load::Pump,
};

impl Word for ImplantKind {
    fn word(&self) -> String {
        say!(match self {
            ImplantKind::ScrewsAndRods => message!("implant-kind-screws-and-rods"),
            ImplantKind::Cage => message!("implant-kind-cage"),
            ImplantKind::PlateOrHook => message!("implant-kind-plate-or-hook"),
            ImplantKind::FusionMetal => message!("implant-kind-fusion-metal"),
            ImplantKind::ArtificialDisc => message!("implant-kind-artificial-disc"),
            ImplantKind::Interspinous => message!("implant-kind-interspinous"),
            ImplantKind::Generator => message!("implant-kind-generator"),
            ImplantKind::Lead => message!("implant-kind-lead"),
            ImplantKind::Pump => message!("implant-kind-pump"),
            ImplantKind::Catheter => message!("implant-kind-catheter"),
            ImplantKind::CementOrGraft => message!("implant-kind-cement-or-graft"),
            ImplantKind::Other => message!("implant-kind-other"),
            ImplantKind::Unknown => message!("implant-kind-unknown"),
        })
    }
}

/// The register of a record.
pub(crate) fn register(record: &Record, today: NaiveDate) -> Register {
    register::register(&Facts::of(record, today))
}

/// Its pumps that hold an opioid or may hold one, beside those of which a medicine tells what they give.
pub(crate) fn pumps(record: &Record, today: NaiveDate) -> Vec<Pump> {
    let facts = Facts::of(record, today);
    register::register(&facts).pumps(&facts)
}

/// What is or was in the spine and no operation on record put in.
pub(crate) fn unexplained(record: &Record, today: NaiveDate) -> Vec<UnexplainedImplant> {
    register(record, today)
        .unexplained(record)
        .map(|entry| UnexplainedImplant {
            name: name(entry),
            levels: entry.levels.clone(),
        })
        .collect()
}

/// A kind with a name behind it, where there is one.
fn kind_with(kind: ImplantKind, name: Option<&Text>) -> String {
    match name {
        Some(name) => say_with!(
            "implant-kind-with-name",
            [("kind", kind.word().into()), ("name", name.to_string().into())],
        ),
        None => kind.word(),
    }
}

/// A part of a device in words, with its name.
pub(crate) fn part(part: &Part) -> String {
    kind_with(part.kind, part.name.as_ref())
}

/// An implant of an operation: its name, and the kind where somebody chose one.
pub(crate) fn implant(implant: &Implant) -> String {
    match (&implant.name, implant.kind) {
        (Some(name), ImplantKind::Unknown | ImplantKind::Other) => name.to_string(),
        (Some(name), kind) if name.as_str().to_lowercase().contains(&kind.word()) => name.to_string(),
        (Some(name), kind) => say_with!(
            "implant-kind-with-name",
            [("kind", name.to_string().into()), ("name", kind.word().into())],
        ),
        (None, kind) => kind.word(),
    }
}

/// Maker, model and numbers of an implant of an operation.
pub(crate) fn identified(one: &Implant) -> Option<String> {
    let texts = [&one.maker, &one.model, &one.serial, &one.udi];
    let texts = texts
        .into_iter()
        .map(|text| text.as_ref().map(ToString::to_string));
    joined(texts, "; ")
}

/// An implant of an operation with all that identifies it and its label, where somebody gave one.
fn in_full(one: &Implant) -> String {
    let label = (!one.mri.is_unknown()).then(|| labelling(&one.mri));
    let more = joined([identified(one), label], "; ");
    match more {
        Some(more) => say_with!(
            "implant-in-full",
            [("name", implant(one).into()), ("more", more.into())],
        ),
        None => implant(one),
    }
}

/// How something is labelled for MRI.
pub(crate) fn labelling(mri: &MriStatus) -> String {
    match mri {
        MriStatus::Safe => say!("value-mri-safe"),
        MriStatus::Unsafe => say!("value-mri-unsafe"),
        MriStatus::Unknown => say!("value-mri-unknown"),
        MriStatus::Conditional(conditions) => {
            let given = [&conditions.field, &conditions.body, &conditions.mode];
            let given = given.into_iter().map(|one| one.as_ref().map(ToString::to_string));
            joined([Some(say!("value-mri-conditional")), joined(given, ", ")], ": ").unwrap_or_default()
        }
    }
}

/// What an operation left, as its reader sees it; nothing where nobody asked.
pub(crate) fn left(implants: &Answer<Vec<Implant>>) -> Option<String> {
    match implants {
        Answer::Value(list) => joined(list.iter().map(|one| Some(in_full(one))), ", "),
        Answer::Missing(Missing::NotAsked) => None,
        Answer::Missing(missing) => Some(missing.word()),
    }
}

/// The same by name and kind alone.
pub(crate) fn left_in_short(implants: &Answer<Vec<Implant>>) -> Option<String> {
    match implants {
        Answer::Value(list) => joined(list.iter().map(|one| Some(implant(one))), ", "),
        missing => left(missing),
    }
}

/// What a thing is called; where nobody named it, what its parts are.
pub(crate) fn name(entry: &Entry) -> String {
    let kinds = || {
        let mut kinds: Vec<String> = Vec::new();
        for kind in entry.parts.iter().map(|part| part.kind.word()) {
            if !kinds.contains(&kind) {
                kinds.push(kind);
            }
        }
        kinds.join(", ")
    };
    entry.name.as_ref().map_or_else(kinds, ToString::to_string)
}

fn number(at: usize) -> String {
    (at + 1).to_string()
}

/// A thing with where it is told of, unless that is the list of devices.
fn told(entry: &Entry) -> String {
    let source = entry.sources.first().and_then(|source| match source {
        Source::Device(_) => None,
        Source::Operation(at) | Source::OperationName(at) => {
            let source = say_with!("implant-source-operation", [("number", number(*at).into())]);
            let levels = (!entry.levels.is_empty()).then(|| entry.levels.to_string());
            joined([Some(source), levels], ", ")
        }
        Source::Treatment(at) => Some(say_with!(
            "implant-source-treatment",
            [("number", number(*at).into())],
        )),
        Source::Step(at) => Some(say_with!("implant-source-step", [("number", number(*at).into())])),
        Source::PumpSetting(_) => Some(say!("implant-source-pump-setting")),
        Source::Background => Some(say!("implant-source-background")),
        Source::Condition => Some(say!("implant-source-condition")),
    });
    match source {
        Some(source) => say_with!(
            "implant-told",
            [("name", name(entry).into()), ("source", source.into())],
        ),
        None => name(entry),
    }
}

/// A thing with the part that is spoken of, where that says more than the thing.
fn what(one: &Statement) -> String {
    let thing = told(one.entry);
    let same = |part: &&Part| part.name.is_none() || part.name == one.entry.name;
    match one.part {
        Some(part) if part.kind == ImplantKind::Unknown && same(&part) => thing,
        Some(part) if one.entry.name.is_none() && one.entry.parts.len() == 1 && same(&part) => thing,
        Some(part) => {
            let known = part.name.as_ref().filter(|_| !same(&part));
            say_with!(
                "implant-named",
                [
                    ("name", thing.into()),
                    ("kind", kind_with(part.kind, known).into()),
                ],
            )
        }
        None => thing,
    }
}

/// What says that a thing was taken out, with its time.
pub(crate) fn out(record: &Record, out: &Out) -> String {
    match out {
        Out::On(when) => say_with!("implant-out-on", [("when", when.to_string().into())]),
        Out::Parts(when) if when.is_unknown() => say!("implant-out-parts"),
        Out::Parts(when) => say_with!("implant-out-parts-on", [("when", when.to_string().into())]),
        Out::By(at) => {
            let when = record.surgeries.get(*at).map(|one| one.when.to_string());
            say_with!(
                "implant-out-by",
                [
                    ("number", number(*at).into()),
                    ("procedures", procedures(record, *at).into()),
                    ("when", when.unwrap_or_default().into()),
                ],
            )
        }
        Out::TrialOver(when) if when.is_unknown() => say!("implant-out-trial"),
        Out::TrialOver(when) => say_with!("implant-out-trial-on", [("when", when.to_string().into())]),
    }
}

fn procedures(record: &Record, at: usize) -> String {
    let names = record.surgeries.get(at).map(|one| one.procedures.as_slice());
    let names = names.unwrap_or_default().iter().map(|one| Some(one.to_string()));
    joined(names, "; ").unwrap_or_default()
}

fn conditions(conditions: &Conditions) -> String {
    let given = |id: taking!["value"], value: &Option<Text>| {
        let value = value.as_ref()?.to_string();
        Some(say_with!(id, [("value", value.into())]))
    };
    let parts = [
        given(message!("implant-condition-field"), &conditions.field),
        given(message!("implant-condition-body"), &conditions.body),
        given(message!("implant-condition-mode"), &conditions.mode),
    ];
    joined(parts, ", ").unwrap_or_default()
}

fn doubt(record: &Record, entry: &Entry, doubt: &Doubt, what: &str) -> String {
    match doubt {
        Doubt::NameSaysMore => say_with!("implant-finding-name-more", [("what", what.into())]),
        Doubt::OutNotCertain(when) => say_with!(
            "implant-finding-out-not-certain",
            [("what", what.into()), ("when", when.to_string().into())],
        ),
        Doubt::OutNotSaid(at) => say_with!(
            "implant-finding-out-not-said",
            [
                ("what", what.into()),
                ("number", number(*at).into()),
                ("procedures", procedures(record, *at).into()),
            ],
        ),
        Doubt::StillNamed(text) => {
            let gone = match &entry.standing {
                Standing::Out(gone) => out(record, gone),
                Standing::In | Standing::Trial => String::new(),
            };
            say_with!(
                "implant-finding-still-named",
                [
                    ("what", what.into()),
                    ("out", gone.into()),
                    ("text", text.to_string().into()),
                ],
            )
        }
    }
}

/// What is said of one finding about `what`.
fn finding(record: &Record, one: &Statement, what: &str) -> String {
    let plain = |id: taking!["what"]| say_with!(id, [("what", what.into())]);
    match &one.finding {
        Finding::Unsafe => plain(message!("implant-finding-unsafe")),
        Finding::Unknown if one.entry.standing == Standing::Trial => plain(message!("implant-finding-trial")),
        Finding::Unknown if mri::is_in_words(one.entry) => plain(message!("implant-finding-named")),
        Finding::Unknown => plain(message!("implant-finding-unknown")),
        Finding::Abandoned => plain(message!("implant-finding-abandoned")),
        Finding::Broken => plain(message!("implant-finding-broken")),
        Finding::StateNotRecorded => plain(message!("implant-finding-state")),
        Finding::Safe => plain(message!("implant-finding-safe")),
        Finding::Passive => plain(match one.part.map(|part| part.kind) {
            Some(ImplantKind::CementOrGraft) => message!("implant-finding-cement"),
            _ => message!("implant-finding-metal"),
        }),
        Finding::ConditionsLacking(lacking) => {
            let words = lacking.iter().map(|one| {
                Some(say!(match one {
                    Condition::Field => message!("implant-lacking-field"),
                    Condition::Body => message!("implant-lacking-body"),
                    Condition::Mode => message!("implant-lacking-mode"),
                }))
            });
            let lacking = joined(words, ", ").unwrap_or_default();
            say_with!(
                "implant-finding-lacking",
                [("what", what.into()), ("lacking", lacking.into())],
            )
        }
        Finding::Incomplete(has, lacks) => say_with!(
            "implant-finding-incomplete",
            [
                ("what", what.into()),
                ("one", has.word().into()),
                ("other", lacks.word().into()),
            ],
        ),
        Finding::Doubt(one_doubt) => doubt(record, one.entry, one_doubt, what),
        Finding::Conditions(label) => say_with!(
            "implant-finding-conditions",
            [("what", what.into()), ("conditions", conditions(label).into())],
        ),
    }
}

/// That other implants are not known of, and how.
fn others(missing: Missing) -> String {
    say!(match missing {
        Missing::NotAsked => message!("implant-others-not-asked"),
        Missing::Unknown => message!("implant-others-unknown"),
        Missing::Declined => message!("implant-others-declined"),
        Missing::NotApplicable | Missing::Absent => message!("implant-others-not-assessed"),
    })
}

/// The same within a line.
fn others_line(missing: Missing) -> String {
    say!(match missing {
        Missing::NotAsked => message!("implant-line-others-not-asked"),
        Missing::Unknown => message!("implant-line-others-unknown"),
        Missing::Declined => message!("implant-line-others-declined"),
        Missing::NotApplicable | Missing::Absent => message!("implant-line-others-not-assessed"),
    })
}

/// The first sentence before MRI.
pub(crate) fn headline(notice: &Notice) -> String {
    let some = !notice.told.is_empty();
    match (notice.verdict, notice.others) {
        (Verdict::NotAssessed, Some(missing)) if some => {
            say_with!("gate-mri-some", [("others", others(missing).into())])
        }
        (Verdict::NotAssessed, _) => say!("gate-mri-not-assessed"),
        (Verdict::NoneRecorded, _) => say!("gate-mri-none"),
        (Verdict::Note, _) => say!("gate-mri-note"),
        (Verdict::Conditional, _) => say!("gate-mri-conditional"),
        (Verdict::Warning, _) => say!("gate-mri-warning"),
    }
}

/// The sentences under it: that others are not known of, why, under which conditions, and what holds nothing up.
pub(crate) fn lines(record: &Record, notice: &Notice) -> Vec<String> {
    let mut lines: Vec<String> = first(notice).into_iter().collect();
    for one in &notice.told {
        let line = finding(record, one, &what(one));
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    lines
}

/// The same, with what is said of several things in the same words said once, after them all.
pub(crate) fn lines_together(record: &Record, notice: &Notice) -> Vec<String> {
    // What is said of a thing, apart from what the thing is; the first of those of which it is said; and all of them.
    let mut groups: Vec<(String, &Statement, Vec<String>)> = Vec::new();
    for one in &notice.told {
        let (said, what) = (finding(record, one, ""), what(one));
        match groups.iter_mut().find(|(known, ..)| *known == said) {
            Some((_, _, things)) if things.contains(&what) => {}
            Some((_, _, things)) => things.push(what),
            None => groups.push((said, one, vec![what])),
        }
    }
    let lines = groups
        .iter()
        .map(|(_, first, things)| finding(record, first, &things.join("; ")));
    first(notice).into_iter().chain(lines).collect()
}

/// As [`lines_together`], with what holds nothing up by its name alone, once for all things of that name.
pub(crate) fn lines_in_short(record: &Record, notice: &Notice) -> Vec<String> {
    let (notes, weighty): (Vec<_>, Vec<_>) = notice
        .told
        .iter()
        .cloned()
        .partition(|one| matches!(one.finding, Finding::Safe | Finding::Passive));
    let weighty = Notice {
        told: weighty,
        ..notice.clone()
    };
    let mut groups: Vec<(String, &Statement, Vec<String>)> = Vec::new();
    for one in &notes {
        let (said, name) = (finding(record, one, ""), name(one.entry));
        match groups.iter_mut().find(|(known, ..)| *known == said) {
            Some((_, _, names)) if names.contains(&name) => {}
            Some((_, _, names)) => names.push(name),
            None => groups.push((said, one, vec![name])),
        }
    }
    let lines = groups
        .iter()
        .map(|(_, first, names)| finding(record, first, &names.join("; ")));
    lines_together(record, &weighty)
        .into_iter()
        .chain(lines)
        .collect()
}

/// What was not asked about, where something else holds up already.
fn first(notice: &Notice) -> Option<String> {
    notice
        .others
        .filter(|_| notice.verdict == Verdict::Warning)
        .map(others)
}

/// A thing in the line of the banner, with what must not be overlooked about it.
fn in_line(entry: &Entry) -> String {
    let name = name(entry);
    let trial = matches!(entry.standing, Standing::Trial);
    let doubt = entry.doubts.iter().find_map(|doubt| match doubt {
        Doubt::StillNamed(_) => Some(say_with!(
            "implant-line-still-named",
            [("name", name.clone().into())],
        )),
        Doubt::OutNotCertain(when) => Some(say_with!(
            "implant-line-out-not-certain",
            [("name", name.clone().into()), ("when", when.to_string().into())],
        )),
        _ => None,
    });
    match doubt {
        Some(line) => line,
        None if trial => say_with!("implant-line-trial", [("name", name.into())]),
        None => name,
    }
}

/// What the banner and a letter's first page say about implants: one line for all of them.
pub(crate) fn implants_line(record: &Record, today: NaiveDate) -> Answer<Vec<String>> {
    let register = register(record, today);
    let notice = mri::notice(&register);
    if notice.told.is_empty() {
        return Answer::Missing(match (&register.others, notice.others) {
            (_, Some(missing)) => missing,
            // What was noted is no longer there; nobody said that there is none.
            (Answer::Value(()), None) => Missing::Unknown,
            _ => Missing::Absent,
        });
    }
    let strongest = register
        .present()
        .map(mri::of)
        .max_by_key(|verdict| match verdict {
            Verdict::Warning => 2,
            Verdict::Conditional => 1,
            _ => 0,
        });
    // What asks for attention comes first; plain metal is told behind it.
    let named = |first: bool| {
        let mut names: Vec<String> = Vec::new();
        for entry in register.present() {
            let name = in_line(entry);
            if (Some(mri::of(entry)) == strongest) == first && !names.contains(&name) {
                names.push(name);
            }
        }
        names.join("; ")
    };
    let id = match strongest {
        Some(Verdict::Warning) => message!("gate-line-warning"),
        Some(Verdict::Conditional) => message!("gate-line-conditional"),
        _ => message!("gate-line-note"),
    };
    let line = say_with!(id, [("names", named(true).into())]);
    let rest = named(false);
    let line = match rest.is_empty() {
        true => line,
        false => say_with!("gate-line-also", [("line", line.into()), ("others", rest.into())]),
    };
    Answer::Value(vec![match (notice.verdict, notice.others) {
        (_, None) => line,
        (Verdict::Warning, Some(missing)) => say_with!(
            "implant-line-and-others",
            [("line", line.into()), ("others", others_line(missing).into())],
        ),
        (_, Some(missing)) => say_with!(
            "implant-line-some",
            [("others", others_line(missing).into()), ("names", line.into())],
        ),
    }])
}

/// What is no longer in the body, a line each, with what says so. A trial that is over is told among the treatments.
pub(crate) fn no_longer_there(record: &Record, today: NaiveDate) -> Vec<String> {
    let register = register(record, today);
    let mut lines = Vec::new();
    for entry in &register.entries {
        let Standing::Out(gone) = &entry.standing else {
            continue;
        };
        if matches!(gone, Out::TrialOver(_)) {
            continue;
        }
        let what = told(entry);
        let gone = out(record, gone);
        lines.push(match entry.since.is_unknown() {
            true => say_with!("letter-safety-out", [("what", what.into()), ("out", gone.into())]),
            false => say_with!(
                "letter-safety-out-since",
                [
                    ("what", what.into()),
                    ("since", entry.since.to_string().into()),
                    ("out", gone.into()),
                ],
            ),
        });
    }
    lines
}
