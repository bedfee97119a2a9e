//! Paths of neuromodulation and pumps of a record as they stand: the steps in their order, what a trial's diary comes to, what a
//! pump holds and when it has to be refilled. The rules are the domain's; nothing is judged and nothing recommended.

mod chart;

pub(crate) use chart::chart;

use crate::{
    details,
    facts::Facts,
    noun::{Written, pump_setting::reservoir, trial_day::medicine},
    own_rules::OwnRules,
    record::Record,
    shown::telling,
    telling::Telling,
    words::{Word, detail, joined, message, neuromodulation as words, rules, say, say_with, spelled},
};
use chrono::NaiveDate;
use lamina_api::{
    follow_up::FollowUpCall,
    neuromodulation::{LineView, NeuromodulationView, PathView, PumpView, TrialDayView, TrialView},
    noun::neuromodulation_step::StepKind,
    shown::Shown,
};
use lamina_domain::{
    Clinical, Kept, Link, Neuromodulation, Noun, PumpSetting,
    neuromodulation::{Pain, Step, TrialDay},
    pump_setting::PumpEvent,
    refill::{Refill, RefillIs, by_pump, refills},
    trial::{diary, evaluate, rules as trial_rules, steps},
};

/// The room of a record on `today`.
pub(crate) fn neuromodulation(facts: &Facts, today: NaiveDate) -> NeuromodulationView {
    let record = &facts.record;
    let telling = telling(record, facts.term);
    let paths = record.neuromodulations.iter().enumerate();
    let paths = paths.filter_map(|(at, path)| path_view(record, (at, path), &facts.rules, &telling));
    NeuromodulationView {
        paths: paths.collect(),
        pumps: pumps(record, &facts.rules, &telling, today),
        not_in_load: match record.pump_settings.iter().any(|one| !one.drugs.is_empty()) {
            true => say!("pump_setting-not-in-load"),
            false => String::new(),
        },
        sources: sources(&facts.rules),
    }
}

/// The rules with their sources, and what the clinic set.
fn sources(own: &OwnRules) -> Vec<String> {
    let listed = trial_rules().into_iter().map(|rule| rules::cited(&rule));
    listed.chain(own.said("neuromodulation.")).collect()
}

fn path_view(
    record: &Record,
    (at, path): (usize, &Kept<Neuromodulation>),
    own: &OwnRules,
    telling: &Telling<'_>,
) -> Option<PathView> {
    let days = diary(record, at);
    let pains = pains(path, &days);
    let entry = path.id()?;
    Some(PathView {
        entry,
        link: Neuromodulation::CALLED.map(|called| Link::to(called, entry).to_string())?,
        shown: path.fact.told(telling),
        steps: steps(record, at)
            .filter_map(|(place, step)| line(record, place, step, telling))
            .collect(),
        trials: trials(record, at, own)
            .into_iter()
            .filter_map(|trial| {
                Some(TrialView {
                    entry: record.neuromodulation_steps.get(trial.place)?.id()?,
                    title: trial.title,
                    lines: trial.lines,
                })
            })
            .collect(),
        pain_words: pains.iter().map(|pain| pain.word()).collect(),
        diary: days.into_iter().filter_map(|row| day(row, &pains)).collect(),
        pains,
    })
}

fn line(record: &Record, place: usize, step: &Step, telling: &Telling<'_>) -> Option<LineView> {
    Some(LineView {
        entry: record.neuromodulation_steps.get(place)?.id()?,
        kind: Some(StepKind::of(&step.what)),
        shown: under_its_path(step, telling),
    })
}

/// A step in words, without the path that it stands under.
fn under_its_path(step: &Step, telling: &Telling<'_>) -> Shown {
    let mut shown = step.told(telling);
    let path = say!("shown-neuromodulation-path");
    shown.details.retain(|detail| detail.label != path);
    shown
}

/// What a diary asks for: what the path is to treat and what was rated; back and leg where neither is known.
fn pains(path: &Neuromodulation, days: &[&Kept<TrialDay>]) -> Vec<Pain> {
    let asked =
        |pain: &Pain| path.targets.contains(pain) || days.iter().any(|day| day.rating(*pain).is_some());
    let mut pains: Vec<Pain> = Pain::ALL.into_iter().filter(asked).collect();
    let of = |one: [Pain; 2]| one.into_iter().filter(|pain| pains.contains(pain)).count();
    // Both of a region are rated, so that one is never told for the other.
    let (low, high) = (of([Pain::Back, Pain::Leg]), of([Pain::Neck, Pain::Arm]));
    if low > 0 || high == 0 {
        pains.extend([Pain::Back, Pain::Leg]);
    }
    if high > 0 {
        pains.extend([Pain::Neck, Pain::Arm]);
    }
    pains.sort_unstable();
    pains.dedup();
    pains
}

fn day(row: &Kept<TrialDay>, pains: &[Pain]) -> Option<TrialDayView> {
    let rating = |pain: &Pain| row.rating(*pain).map(|nrs| nrs.rating().to_string());
    let word = |one: Option<String>| one.unwrap_or_default();
    Some(TrialDayView {
        entry: row.id()?,
        on: spelled(row.on),
        kind: row.kind.word(),
        ratings: pains.iter().map(|pain| word(rating(pain))).collect(),
        function: word(row.function.map(|one| one.word())),
        sleep: word(row.sleep.map(|one| one.word())),
        medicine: word(medicine(row)),
        satisfaction: word(row.satisfaction.map(|one| one.to_string())),
        note: word(row.note.as_ref().map(ToString::to_string)),
    })
}

/// A trial of a path, with its place among the steps.
pub(crate) struct TrialLines {
    place: usize,
    pub(crate) title: String,
    pub(crate) lines: Vec<String>,
}

/// The trials of the path at this place, with what their diary comes to.
pub(crate) fn trials(record: &Record, at: usize, own: &OwnRules) -> Vec<TrialLines> {
    let Some(path) = record.neuromodulations.get(at) else {
        return Vec::new();
    };
    let days = diary(record, at);
    let settings = &own.neuromodulation;
    steps(record, at)
        .filter_map(|(place, step)| {
            let evaluation = evaluate(path, step, &days, settings)?;
            let trial = step.trial()?;
            let ended = match trial.ended.is_unknown() {
                true => say!("trial-end-missing"),
                false => trial.ended.to_string(),
            };
            Some(TrialLines {
                place,
                title: say_with!(
                    "trial-title",
                    [("started", step.when.to_string().into()), ("ended", ended.into())]
                ),
                lines: words::evaluation(&evaluation, settings),
            })
        })
        .collect()
}

fn pumps(record: &Record, own: &OwnRules, telling: &Telling<'_>, today: NaiveDate) -> Vec<PumpView> {
    let due = refills(record, today, &own.neuromodulation);
    let pumps = by_pump(record).into_iter();
    pumps
        .map(|(pump, told)| {
            let next = next(&due, &told);
            PumpView {
                title: pump_title(record, pump),
                now: now(&told),
                refill: next.map(refill_words).unwrap_or_default(),
                due: next.is_some_and(|refill| refill.is != RefillIs::Ahead),
                overdue: next.is_some_and(|refill| refill.is == RefillIs::Overdue),
                settings: told
                    .iter()
                    .filter_map(|(at, one)| setting(record, *at, one, telling))
                    .collect(),
            }
        })
        .collect()
}

fn setting(record: &Record, at: usize, one: &PumpSetting, telling: &Telling<'_>) -> Option<LineView> {
    Some(LineView {
        entry: record.pump_settings.get(at)?.id()?,
        kind: None,
        shown: one.told(telling),
    })
}

/// The next refill of the pump with these settings.
fn next<'d>(due: &'d [Refill], settings: &[(usize, &PumpSetting)]) -> Option<&'d Refill> {
    due.iter()
        .find(|refill| settings.iter().any(|(at, _)| *at == refill.place))
}

fn pump_title(record: &Record, pump: Option<usize>) -> String {
    match pump.and_then(|at| record.devices.get(at)) {
        Some(device) => device.name.to_string(),
        None => say!("pump_setting-not-listed"),
    }
}

/// What a pump holds and gives, each as it was told last; what nobody told is left out.
pub(crate) fn now(told: &[(usize, &PumpSetting)]) -> Vec<String> {
    let newest = || told.iter().rev().map(|(_, setting)| *setting);
    let since = |one: &PumpSetting| details::when(&one.when, message!("shown-date-unknown"));
    let labelled = |label: String, text: String, one: &PumpSetting| {
        say_with!(
            "pump_setting-line",
            [
                ("label", label.into()),
                ("text", text.into()),
                ("when", since(one).into())
            ]
        )
    };
    let stopped = newest().find(|one| one.what != PumpEvent::Checked);
    let stopped = stopped.filter(|one| one.what == PumpEvent::Stopped);
    let find = |label: String, text: &dyn Fn(&PumpSetting) -> Option<String>| {
        newest().find_map(|one| Some(labelled(label.clone(), text(one)?, one)))
    };
    let lines = [
        stopped.map(|one| labelled(say!("pump_setting-done"), one.what.word(), one)),
        find(say!("pump_setting-drugs"), &|one| words::drugs(&one.drugs)),
        find(say!("pump_setting-bolus"), &|one| {
            one.bolus.as_ref().map(ToString::to_string)
        }),
        find(say!("pump_setting-reservoir"), &reservoir),
        find(say!("pump_setting-catheter-tip"), &|one| {
            details::levels(&one.catheter_tip)
        }),
        find(say!("pump_setting-after-scan"), &|one| {
            one.after_scan.as_ref().map(ToString::to_string)
        }),
    ];
    lines.into_iter().flatten().collect()
}

/// When a pump has to be refilled, as a sentence.
pub(crate) fn refill_words(refill: &Refill) -> String {
    let by = || refill.by.to_string();
    match refill.is {
        RefillIs::Ahead => say_with!("pump_setting-refill-ahead", [("by", by().into())]),
        RefillIs::Due => say_with!("pump_setting-refill-is-due", [("by", by().into())]),
        RefillIs::Overdue => say_with!("pump_setting-refill-overdue", [("by", by().into())]),
        RefillIs::NotRecorded if refill.by.is_unknown() => say!("pump_setting-refill-not-recorded"),
        RefillIs::NotRecorded => say_with!("pump_setting-refill-not-datable", [("by", by().into())]),
    }
}

/// The refills that are due or overdue, or of which no date is known, as what follow-up calls for.
pub(crate) fn refills_due(facts: &Facts, today: NaiveDate) -> Vec<FollowUpCall> {
    let record = &facts.record;
    let due = refills(record, today, &facts.rules.neuromodulation).into_iter();
    due.filter(|refill| refill.is != RefillIs::Ahead)
        .filter_map(|refill| {
            let setting = record.pump_settings.get(refill.place)?;
            let drugs = words::drugs(&setting.drugs);
            Some(FollowUpCall {
                entry: setting.id()?,
                noun: Noun::PumpSetting,
                title: match drugs {
                    Some(drugs) => say_with!("pump_setting-call-of", [("drugs", drugs.into())]),
                    None => say!("pump_setting-call"),
                },
                text: refill_words(&refill),
                due: refill.is == RefillIs::Due,
            })
        })
        .collect()
}

/// The paths and pumps of a letter, each under its title.
pub(crate) struct ToldInShort {
    /// Each with its title and its lines.
    pub(crate) paths: Vec<(String, Vec<String>)>,
    /// How many steps are left out.
    pub(crate) left_out: usize,
}

/// The paths and pumps of a letter: each with what it is, then its steps in order, a line each, and what each trial came to. Of
/// a path with more than `most` steps the last of them are told; in brief each by its title alone, in one line.
pub(crate) fn told_in_short(
    record: &Record,
    own: &OwnRules,
    telling: &Telling<'_>,
    today: NaiveDate,
    (most, brief): (usize, bool),
) -> ToldInShort {
    let mut told_all = Vec::new();
    let mut left_out = 0;
    for (at, path) in record.neuromodulations.iter().enumerate() {
        let mut lines = Vec::new();
        let considered = path.fact.told(telling);
        if !brief {
            lines.push(say_with!(
                "letter-neuromodulation-considered",
                [("line", in_one(&considered.when, &considered).into())]
            ));
        }
        let mut titles = Vec::new();
        let trials = trials(record, at, own);
        let all: Vec<_> = steps(record, at).collect();
        let before = all.len().saturating_sub(most);
        left_out += before;
        for (place, step) in all.into_iter().skip(before) {
            let shown = under_its_path(step, telling);
            match brief {
                true => titles.push(Some(format!("{}: {}", shown.when, shown.title))),
                false => lines.push(format!("{}: {}", shown.when, in_one(&shown.title, &shown))),
            }
            let of_step = trials.iter().filter(|trial| trial.place == place);
            lines.extend(of_step.flat_map(|trial| trial.lines.iter().cloned()));
        }
        if let Some(titles) = joined(titles, "; ") {
            lines.insert(0, titles);
        }
        told_all.push((considered.title, lines));
    }
    let due = refills(record, today, &own.neuromodulation);
    for (pump, settings) in by_pump(record) {
        let mut lines = now(&settings);
        lines.extend(next(&due, &settings).map(refill_words));
        lines.push(say!("pump_setting-not-in-load"));
        told_all.push((
            say_with!("letter-pump", [("name", pump_title(record, pump).into())]),
            lines,
        ));
    }
    ToldInShort {
        paths: told_all,
        left_out,
    }
}

/// A line of a letter: what it is, then its details but for who said it.
fn in_one(title: &str, shown: &Shown) -> String {
    let said_by = say!("shown-said-by");
    let details = shown.details.iter().filter(|detail| detail.label != said_by);
    let details = details.map(|one| Some(detail(&words::small(&one.label), &one.text)));
    joined([Some(title.to_owned())].into_iter().chain(details), "; ").unwrap_or_default()
}

#[cfg(test)]
mod tests;
