//! Red flags in a letter: what is open stands among the alerts on the first page; the statement says what was asked and
//! when, what was answered, what is not assessed and what was decided. It is printed also where nothing is open.

use crate::words::{say, say_with};
use crate::{
    flags::view::{fired, resolved, sentence, spelled},
    own_rules::OwnRules,
    record::Record,
    words::{self, Word, joined},
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
        label: say("letter-red-flags"),
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
        0 => say_with(
            "letter-last-asked-on-none-open-see",
            [("spelled", (spelled(last)).to_string().into())],
        ),
        1 => say_with(
            "letter-last-asked-on-1-open",
            [("spelled", (spelled(last)).to_string().into())],
        ),
        many => say_with(
            "letter-last-asked-on-open",
            [
                ("spelled", (spelled(last)).to_string().into()),
                ("many", many.to_string().into()),
            ],
        ),
    };
    joined([Some(asked), in_words(documented)], "; ").unwrap_or_default()
}

fn in_words(documented: &Asked) -> Option<String> {
    match documented {
        Answer::Missing(Missing::NotAsked) => None,
        answer => Some(say_with(
            "letter-noted",
            [("asked", (super::asked(answer)).to_string().into())],
        )),
    }
}

/// The statement.
pub(super) fn statement(
    record: &Record,
    assessment: &Assessment,
    rules: &OwnRules,
    today: NaiveDate,
) -> Vec<Block> {
    let Some(last) = record.flags.iter().map(|flag| flag.asked_on).max() else {
        let mut lines = vec![say("letter-red-flags-were-not-asked-about")];
        lines.extend(open(assessment));
        lines.extend(decided(record, assessment));
        lines.extend(own_limits(rules));
        return vec![Block::List(lines)];
    };
    let of_last = record.flags.iter().rev().find(|flag| flag.asked_on == last);
    let who = of_last.map(|flag| {
        say_with(
            "letter-said-by",
            [("told-by", (flag.told_by.word()).to_string().into())],
        )
    });
    let mut lines = vec![say_with(
        "letter-last-asked-on",
        [
            ("spelled", (spelled(last)).to_string().into()),
            ("told-by", who.unwrap_or_default().into()),
        ],
    )];
    lines.extend(open(assessment));
    if assessment.fired.is_empty() {
        lines.push(say("letter-no-red-flag-is-open-on"));
    }
    lines.extend(standing(
        "Yes, long-standing and unchanged",
        &assessment.unchanged,
    ));
    lines.extend(standing("No", &assessment.answered_no));
    lines.extend(not_assessed(record, &rules.red_flags, today));
    lines.extend(decided(record, assessment));
    lines.extend(own_limits(rules));
    vec![Block::List(lines)]
}

fn open(assessment: &Assessment) -> Vec<String> {
    fired(assessment)
        .into_iter()
        .map(|one| {
            let level = one.level_words.to_lowercase();
            if one.stays {
                // It is told in full on the first page.
                return say_with(
                    "letter-open-see-alerts",
                    [
                        ("level", level.to_string().into()),
                        ("title", one.title.to_string().into()),
                    ],
                );
            }
            say_with(
                "letter-open",
                [
                    ("level", level.to_string().into()),
                    ("inputs", one.inputs.join("; ").into()),
                    ("wording", one.wording.to_string().into()),
                    ("no-diagnosis", one.no_diagnosis.to_string().into()),
                ],
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
fn not_assessed(record: &Record, settings: &Settings, today: NaiveDate) -> Option<String> {
    let questions = Catalogue::built_in()
        .map(Catalogue::questions)
        .unwrap_or_default();
    let answers = crate::flags::answers(record);
    let missing = |question: &Question| {
        let of_it: Vec<&FlagAnswer> = answers.iter().filter(|one| one.question == question.id).collect();
        let day = Day { at: today, today };
        matches!(read(question, &of_it, day, settings), Input::Missing(_))
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
                vec![say_with(
                    "letter-nothing-of-it",
                    [("sentence", (sentence(&group.word())).to_string().into())],
                )]
            } else {
                open.into_iter().map(|question| question.words.clone()).collect()
            }
        })
        .collect();
    (!names.is_empty()).then(|| say_with("letter-not-assessed", [("names", names.join("; ").into())]))
}

/// The limits that the clinic set: a reader elsewhere takes it that the published ones hold.
fn own_limits(rules: &OwnRules) -> Option<String> {
    let limits = joined(rules.said("red_flag.").into_iter().map(Some), " ")?;
    Some(say_with("letter-own-limits", [("limits", limits.into())]))
}

fn decided(record: &Record, assessment: &Assessment) -> Vec<String> {
    resolved(record, assessment)
        .into_iter()
        .map(|one| {
            say_with(
                "letter-resolved-by-on",
                [
                    ("title", one.title.to_string().into()),
                    ("who", words::name_and_role(&one.by, &one.role).into()),
                    ("at", one.at.to_string().into()),
                    ("reason", one.reason.to_string().into()),
                ],
            )
        })
        .collect()
}
