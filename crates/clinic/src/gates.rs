//! The safety gates of a record: what they read, and what they say before MRI and before an intervention.
//!
//! What must hold: nothing that is recorded is dropped, nothing that is not recorded counts as safe, and words are read for
//! one thing only: whether they name plain metal of a fusion, which holds no MRI up.

use crate::{
    record::Record,
    words::{say, say_with},
};
use chrono::{Months, NaiveDate};
use lamina_api::gate::{GateChoice, GateView};
use lamina_domain::{
    Answer, Measure, Missing, PartialDate, Target, Text, Treatment,
    gate::{
        self,
        bleeding::{self, Agent, AgentClass, Taking},
        injection,
        mri::{self, MriStatus, Part, PartKind, PartState, System, Verdict},
        steroid::{self, Injection, MilligramTenths, PayerLimit, Steroid},
    },
    surgery::Region,
    treatment::Kind,
};

/// The choice that is no intervention.
pub(crate) const MRI: &str = "mri";

/// Words of plain metal and of cages.
const METAL: [&str; 6] = ["screw", "rod", "cage", "plate", "titanium", "peek"];
/// Words that make more of it than metal.
const ACTIVE: [&str; 10] = [
    "stimulat",
    "pump",
    "lead",
    "electrode",
    "generator",
    "catheter",
    "pacemaker",
    "ipg",
    "disc",
    "scs",
];

/// An intervention in words; what is not on file as it was written.
pub(crate) fn intervention(id: &str) -> String {
    let known = bleeding::interventions().unwrap_or_default();
    let found = known.iter().find(|one| one.id == id);
    found.map_or_else(|| id.to_owned(), |one| one.name.clone())
}

fn in_words(text: &Text) -> System {
    let low = text.as_str().to_lowercase();
    let names = |words: &[&str]| words.iter().any(|word| low.contains(word));
    let metal = names(&METAL) && !names(&ACTIVE);
    System {
        name: text.clone(),
        parts: vec![Part {
            kind: if metal {
                PartKind::FusionMetal
            } else {
                PartKind::Other
            },
            name: None,
            state: PartState::InUse,
            mri: MriStatus::Unknown,
        }],
    }
}

fn is_metal(system: &System) -> bool {
    system.parts.iter().all(|part| part.kind == PartKind::FusionMetal)
}

fn same(one: &Text, other: &Text) -> bool {
    one.as_str()
        .to_lowercase()
        .starts_with(&other.as_str().to_lowercase())
}

/// Everything in the body that is known of: the register, what operations left, stimulators among the treatments that the
/// register does not hold, and what is noted in words.
pub(crate) fn register(record: &Record, today: NaiveDate) -> Answer<Vec<System>> {
    let mut systems: Vec<System> = record.devices.iter().map(|one| one.system(today)).collect();
    let active = systems.iter().any(|system| !is_metal(system));
    let mut told: Vec<System> = Vec::new();
    let implants = record.surgeries.iter().flat_map(|one| &one.implants);
    let stimulators = record
        .treatments
        .iter()
        .filter(|one| one.kind == Kind::NeuromodulationImplant && !active)
        .map(|one| &one.name);
    for text in implants {
        told.push(in_words(text));
    }
    for name in stimulators {
        let mut system = in_words(name);
        for part in &mut system.parts {
            part.kind = PartKind::Other;
            part.state = PartState::Unknown;
        }
        told.push(system);
    }
    let noted = record.background.implants_mri.value();
    for text in noted.into_iter().flatten() {
        let system = in_words(text);
        let known = |other: &System| same(text, &other.name) && is_metal(&system) == is_metal(other);
        if !told.iter().any(known) {
            told.push(system);
        }
    }
    for system in told {
        if !systems.contains(&system) {
            systems.push(system);
        }
    }
    match &record.background.implants_mri {
        _ if !systems.is_empty() => Answer::Value(systems),
        Answer::Missing(missing) => Answer::Missing(*missing),
        Answer::Value(_) => Answer::default(),
    }
}

/// Every blood thinner; one that is noted in words has no kind, and whether it is taken is not said.
pub(crate) fn agents(record: &Record) -> Answer<Vec<Agent>> {
    let mut agents: Vec<Agent> = record.anticoagulants.iter().map(|one| one.agent()).collect();
    let noted = record.background.anticoagulants.value();
    for text in noted.into_iter().flatten() {
        if !agents.iter().any(|agent| same(text, &agent.name)) {
            agents.push(Agent {
                name: text.clone(),
                class: AgentClass::Other,
                taking: Taking::NotSaid,
                last_dose: Default::default(),
                indication: None,
            });
        }
    }
    match &record.background.anticoagulants {
        _ if !agents.is_empty() => Answer::Value(agents),
        Answer::Missing(missing) => Answer::Missing(*missing),
        Answer::Value(_) => Answer::default(),
    }
}

/// What the banner and a letter's first page say about implants: one line for all of them.
pub(crate) fn implants_line(record: &Record, today: NaiveDate) -> Answer<Vec<String>> {
    let register = register(record, today);
    let systems = match &register {
        Answer::Missing(missing) => return Answer::Missing(*missing),
        Answer::Value(systems) => systems,
    };
    // What asks for attention comes first; plain metal is told behind it.
    let verdict = mri::notice(&register).verdict;
    let of = |system: &System| mri::notice(&Answer::Value(vec![system.clone()])).verdict;
    let named = |first: bool| {
        let mut names: Vec<String> = Vec::new();
        for system in systems {
            let name = system.name.to_string();
            if (of(system) == verdict) == first && !names.contains(&name) {
                names.push(name);
            }
        }
        names.join("; ")
    };
    let id = match verdict {
        Verdict::Warning | Verdict::NotAssessed => "gate-line-warning",
        Verdict::Conditional => "gate-line-conditional",
        Verdict::Note => "gate-line-note",
        Verdict::NoneRecorded => return Answer::Missing(Missing::Absent),
    };
    let line = say_with(id, [("names", named(true).into())]);
    let others = named(false);
    Answer::Value(vec![match others.is_empty() {
        true => line,
        false => say_with(
            "gate-line-also",
            [("line", line.into()), ("others", others.into())],
        ),
    }])
}

/// What the banner and a letter's first page say about blood thinners.
pub(crate) fn thinners_line(record: &Record) -> Answer<Vec<String>> {
    match agents(record) {
        Answer::Missing(missing) => Answer::Missing(missing),
        Answer::Value(agents) => Answer::Value(agents.iter().map(thinner).collect()),
    }
}

fn thinner(agent: &Agent) -> String {
    let name = agent.name.to_string();
    match (&agent.taking, agent.class) {
        // What was noted in words stands as it was noted.
        (Taking::NotSaid, AgentClass::Other) | (Taking::Yes, _) => name,
        (Taking::NotSaid, _) => say_with("gate-line-not-said", [("name", name.into())]),
        (Taking::Stopped { .. }, _) => say_with("gate-line-stopped", [("name", name.into())]),
    }
}

/// A kidney value of the last twelve months among the measures.
fn renal_function(record: &Record, today: NaiveDate) -> bool {
    let after = today.checked_sub_months(Months::new(12)).unwrap_or(today);
    record.scores.iter().any(|score| {
        let Measure::Number { name, .. } = &score.measure else {
            return false;
        };
        let name = name.as_str().to_lowercase();
        let kidney = ["egfr", "creatinine", "kidney"]
            .iter()
            .any(|word| name.contains(word));
        kidney
            && score
                .when
                .span()
                .is_some_and(|(from, to)| from > after && to <= today)
    })
}

fn region(target: &Target) -> Region {
    let of = |letter: char| match letter {
        'C' => Region::Cervical,
        'T' => Region::Thoracic,
        _ => Region::Lumbar,
    };
    match target {
        Target::Vertebra(one) | Target::MedialBranch(one) => of(one.region()),
        Target::Segment(upper, _) | Target::Facet(upper, _) => of(upper.region()),
        Target::Root(letter, _) => of(*letter),
        Target::SacroiliacJoint => Region::Sacroiliac,
    }
}

/// Steroids by name, for a dose field such as "dexamethasone 10 mg". Other words are not read.
const STEROIDS: [&str; 6] = [
    "dexamethasone",
    "triamcinolone",
    "methylprednisolone",
    "betamethasone",
    "prednisolone",
    "hydrocortisone",
];

fn steroid(treatment: &Treatment) -> Option<Steroid> {
    let dose = treatment.dose.as_ref().map(|dose| dose.as_str().to_lowercase());
    let words: Vec<&str> = dose.as_deref().unwrap_or_default().split_whitespace().collect();
    let name = treatment.name.as_str().to_lowercase();
    let named = STEROIDS
        .into_iter()
        .find(|one| words.first() == Some(one) || name.contains(one));
    // The amount counts only where the whole field is a steroid and its amount.
    let amount = match words.as_slice() {
        [drug, number, "mg"] if STEROIDS.contains(drug) => tenths(number),
        _ => None,
    };
    let name = match named {
        Some(name) => Text::new(name).ok()?,
        None if name.contains("steroid") => Text::new(&say("gate-steroid-kind-not-recorded")).ok()?,
        None => return None,
    };
    Some(Steroid { name, amount })
}

fn tenths(number: &str) -> Option<MilligramTenths> {
    let (whole, rest) = number.split_once('.').unwrap_or((number, "0"));
    let whole: i64 = whole.parse().ok()?;
    let rest: i64 = (rest.len() == 1).then_some(rest)?.parse().ok()?;
    MilligramTenths::try_from(whole.checked_mul(10)?.checked_add(rest)?).ok()
}

/// The injections with a region, and how many have none.
fn injections(record: &Record) -> (Vec<Injection>, usize) {
    let mut list = Vec::new();
    let mut unplaced = 0;
    let given = record
        .treatments
        .iter()
        .filter(|one| matches!(one.kind, Kind::Injection | Kind::Block));
    for treatment in given {
        let mut regions: Vec<Region> = Vec::new();
        for target in treatment.levels.targets() {
            let one = region(target);
            if !regions.contains(&one) {
                regions.push(one);
            }
        }
        unplaced += usize::from(regions.is_empty());
        for (at, region) in regions.into_iter().enumerate() {
            list.push(Injection {
                when: treatment.started,
                region,
                epidural: treatment.name.as_str().to_lowercase().contains("epidural"),
                // Given once, whatever number of regions it went to.
                steroid: if at == 0 { steroid(treatment) } else { None },
            });
        }
    }
    (list, unplaced)
}

fn number(tenths: u32) -> String {
    match tenths % 10 {
        0 => (tenths / 10).to_string(),
        rest => format!("{}.{rest}", tenths / 10),
    }
}

/// Sessions and steroid over twelve months, a line each, and what a payer covers where the clinic wants to see that.
pub(crate) fn counts(record: &Record, today: NaiveDate, payer: bool) -> Vec<String> {
    let (list, unplaced) = injections(record);
    let limit = if payer { PayerLimit::us() } else { None };
    let counts = steroid::counts(&list, today, limit.as_ref());
    let range = |count: &steroid::Count| match count.least == count.most {
        true => count.most.to_string(),
        false => format!("{} to {}", count.least, count.most),
    };
    let mut lines: Vec<String> = counts
        .regions
        .iter()
        .map(|(region, count)| {
            say_with(
                "gate-sessions",
                [
                    ("region", region.clone().into()),
                    ("sessions", range(&count.sessions).into()),
                    ("epidural", range(&count.epidural).into()),
                ],
            )
        })
        .collect();
    if unplaced > 0 {
        lines.push(say_with(
            "gate-unplaced",
            [("count", unplaced.to_string().into())],
        ));
    }
    if counts.undated > 0 {
        lines.push(say_with(
            "gate-undated",
            [("count", counts.undated.to_string().into())],
        ));
    }
    if lines.is_empty() {
        lines.push(say("gate-no-sessions"));
    }
    for (name, total) in &counts.steroids {
        let known = [
            ("year", number(total.year_tenths)),
            ("all", number(total.all_tenths)),
        ];
        let without = total.without_amount.to_string();
        let id = match (total.without_amount, total.all_tenths) {
            (0, _) => "gate-steroid",
            (_, 0) => "gate-steroid-unknown",
            (..) => "gate-steroid-some",
        };
        let texts = known
            .into_iter()
            .chain([("name", name.clone()), ("without", without)]);
        lines.push(say_with(id, texts.map(|(key, text)| (key, text.into()))));
    }
    lines.extend(counts.payer);
    lines
}

/// The checks of today for an intervention, in words, and when they were last asked before that.
fn checks(record: &Record, intervention: &str, today: NaiveDate) -> Vec<String> {
    let of_it = || {
        record.checks.iter().filter(|one| {
            one.intervention
                .as_ref()
                .is_none_or(|what| what.as_str() == intervention)
        })
    };
    let answers: Vec<_> = of_it().flat_map(|one| one.checked()).collect();
    let mut lines = vec![injection::outcome(&answers, today).text()];
    if !of_it().any(|one| one.asked_on == today) {
        let last = of_it().map(|one| one.asked_on).filter(|day| *day < today).max();
        lines.insert(
            0,
            match last {
                Some(day) => say_with(
                    "gate-checks-last",
                    [("day", PartialDate::Day(day).to_string().into())],
                ),
                None => say("gate-checks-never"),
            },
        );
    }
    lines
}

/// What the record says before MRI or before the intervention with that id.
pub(crate) fn gate(record: &Record, wanted: &str, today: NaiveDate, payer: bool) -> GateView {
    let mut choices = vec![GateChoice {
        id: MRI.to_owned(),
        name: say("gate-mri"),
    }];
    let known = bleeding::interventions().unwrap_or_default();
    choices.extend(known.iter().map(|one| GateChoice {
        id: one.id.clone(),
        name: crate::flags::view::sentence(&one.name),
    }));
    let rules = gate::rules();
    let source = |id: &str| {
        let rule = rules.iter().find(|rule| rule.id == id);
        rule.map_or_else(String::new, |rule| {
            format!("{} {} (version {}).", rule.title, rule.source, rule.version)
        })
    };
    let mut view = GateView {
        choices,
        ..GateView::default()
    };
    if wanted == MRI {
        let notice = mri::notice(&register(record, today));
        view.blocks = matches!(notice.verdict, Verdict::Warning | Verdict::NotAssessed);
        view.mri = Some(notice.verdict);
        let whole = notice.text();
        let parts: Vec<&String> = notice
            .reasons
            .iter()
            .chain(&notice.conditions)
            .chain(&notice.notes)
            .collect();
        // The head of the text is what is left in front of its first part.
        view.headline = parts
            .first()
            .and_then(|first| whole.split_once(first.as_str()))
            .map_or_else(|| whole.clone(), |(head, _)| head.trim().to_owned());
        view.lines = parts.into_iter().cloned().collect();
        view.sources = vec![source("gate.mri")];
        return view;
    }
    let notice = bleeding::notice(&agents(record), wanted, renal_function(record, today));
    view.blocks = notice.not_assessed;
    view.class = notice.class;
    view.headline = match notice.class {
        None if wanted.is_empty() => say("gate-choose"),
        Some(class) => say_with("gate-class", [("class", class.words().into())]),
        None => say("gate-class-not-on-file"),
    };
    view.lines = if notice.not_assessed {
        vec![say("gate-thinners-not-assessed")]
    } else if notice.agents.is_empty() {
        vec![say("gate-thinners-none")]
    } else {
        notice.agents.clone()
    };
    if !notice.agents.is_empty() {
        view.lines.push(bleeding::CHECK_GUIDELINE.to_owned());
    }
    view.missing = notice.missing.clone();
    view.checks = checks(record, wanted, today);
    view.counts = counts(record, today, payer);
    view.sources = ["gate.bleeding", "gate.injection", "gate.steroid"]
        .map(source)
        .to_vec();
    view
}

#[cfg(test)]
mod tests;
