//! Red flags in a letter: what is open stands among the alerts on the first page; the statement says what was asked and
//! when, what was answered, what is not assessed and what was decided. It is printed also where nothing is open.

use crate::{
    flags::view::{fired, resolved, sentence, spelled},
    record::Record,
    words::{Word, joined},
};
use chrono::NaiveDate;
use lamina_domain::{
    Answer, Missing,
    background::Asked,
    red_flag::{
        Assessment, Catalogue, FlagAnswer, Question, Settings,
        catalogue::Group,
        input::{Day, Input, Standing, read},
    },
};
use lamina_letters::{Alert, Block};

/// Open emergencies and same-day findings, the most urgent first.
pub(super) fn open_alerts(assessment: &Assessment) -> Vec<Alert> {
    fired(assessment)
        .into_iter()
        .filter(|one| one.stays)
        .map(|one| Alert {
            label: one.level_words,
            text: format!(
                "{}: {}. {} {}",
                one.title,
                one.inputs.join("; "),
                one.wording,
                one.no_diagnosis
            ),
            serious: true,
        })
        .collect()
}

/// How the red flags stand, open or not.
pub(super) fn standing_alert(record: &Record, assessment: &Assessment) -> Alert {
    let open = assessment.fired.len();
    let documented = record
        .background
        .red_flags
        .value()
        .is_some_and(|texts| !texts.is_empty());
    Alert {
        label: "Red flags".to_owned(),
        text: noted(record, open),
        serious: open > 0 || documented,
    }
}

/// How they stand in one line; what was noted in words beside the questions is never read as an answer to them.
fn noted(record: &Record, open: usize) -> String {
    let documented = &record.background.red_flags;
    let Some(last) = record.flags.iter().map(|flag| flag.asked_on).max() else {
        return super::asked(documented);
    };
    let asked = match open {
        0 => format!("last asked on {}, none open, see Red flags below", spelled(last)),
        1 => format!("last asked on {}, 1 open", spelled(last)),
        many => format!("last asked on {}, {many} open", spelled(last)),
    };
    joined([Some(asked), in_words(documented)], "; ").unwrap_or_default()
}

fn in_words(documented: &Asked) -> Option<String> {
    match documented {
        Answer::Missing(Missing::NotAsked) => None,
        answer => Some(format!("noted: {}", super::asked(answer))),
    }
}

/// The statement.
pub(super) fn statement(record: &Record, assessment: &Assessment, today: NaiveDate) -> Vec<Block> {
    let Some(last) = record.flags.iter().map(|flag| flag.asked_on).max() else {
        let mut lines = vec!["Red flags were not asked about; nothing is excluded.".to_owned()];
        lines.extend(open(assessment));
        lines.extend(decided(record, assessment));
        return vec![Block::List(lines)];
    };
    let of_last = record.flags.iter().rev().find(|flag| flag.asked_on == last);
    let who = of_last.map(|flag| format!(", said by {}", flag.told_by.word()));
    let mut lines = vec![format!(
        "Last asked on {}{}.",
        spelled(last),
        who.unwrap_or_default()
    )];
    lines.extend(open(assessment));
    if assessment.fired.is_empty() {
        lines.push("No red flag is open on what was answered; that excludes nothing.".to_owned());
    }
    lines.extend(standing(
        "Yes, long-standing and unchanged",
        &assessment.unchanged,
    ));
    lines.extend(standing("No", &assessment.answered_no));
    lines.extend(not_assessed(record, today));
    lines.extend(decided(record, assessment));
    vec![Block::List(lines)]
}

fn open(assessment: &Assessment) -> Vec<String> {
    fired(assessment)
        .into_iter()
        .map(|one| {
            let level = one.level_words.to_lowercase();
            if one.stays {
                // It is told in full on the first page.
                return format!("Open, {level}: {}, see Alerts.", one.title);
            }
            format!(
                "Open, {level}: {}. {} {}",
                one.inputs.join("; "),
                one.wording,
                one.no_diagnosis
            )
        })
        .collect()
}

/// Findings by the day of their answer, the newest first.
fn standing(label: &str, list: &[Standing]) -> Vec<String> {
    let mut days: Vec<NaiveDate> = list.iter().map(|one| one.on).collect();
    days.sort_unstable_by(|one, other| other.cmp(one));
    days.dedup();
    days.into_iter()
        .filter_map(|day| {
            let of_day = list.iter().filter(|one| one.on == day);
            let words = joined(of_day.map(|one| Some(one.words.clone())), "; ")?;
            Some(format!("{label} ({}): {words}.", spelled(day)))
        })
        .collect()
}

/// Questions without an answer that counts today. A group of which none was answered is named once.
fn not_assessed(record: &Record, today: NaiveDate) -> Option<String> {
    let questions = Catalogue::built_in()
        .map(Catalogue::questions)
        .unwrap_or_default();
    let answers = crate::flags::answers(record);
    let missing = |question: &Question| {
        let of_it: Vec<&FlagAnswer> = answers.iter().filter(|one| one.question == question.id).collect();
        let day = Day { at: today, today };
        matches!(
            read(question, &of_it, day, &Settings::default()),
            Input::Missing(_)
        )
    };
    let mut groups: Vec<(Group, Vec<&Question>, usize)> = Vec::new();
    for question in questions {
        let is_missing = missing(question);
        match groups.iter_mut().find(|(group, ..)| *group == question.group) {
            Some((_, open, all)) => {
                *all += 1;
                if is_missing {
                    open.push(question);
                }
            }
            None => groups.push((
                question.group,
                is_missing.then_some(question).into_iter().collect(),
                1,
            )),
        }
    }
    let names: Vec<String> = groups
        .into_iter()
        .filter(|(_, open, _)| !open.is_empty())
        .flat_map(|(group, open, all)| {
            if open.len() == all {
                vec![format!("{} (nothing of it)", sentence(&group.word()))]
            } else {
                open.into_iter().map(|question| question.words.clone()).collect()
            }
        })
        .collect();
    (!names.is_empty()).then(|| format!("Not assessed: {}.", names.join("; ")))
}

fn decided(record: &Record, assessment: &Assessment) -> Vec<String> {
    resolved(record, assessment)
        .into_iter()
        .map(|one| {
            format!(
                "Resolved: {}, by {}, {}, on {}: {}",
                one.title, one.by, one.role, one.at, one.reason
            )
        })
        .collect()
}
