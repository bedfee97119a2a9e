//! Red flags in a letter: what is open stands among the alerts on the first page; the statement says what was asked and
//! when, what was answered, what is not assessed and what was decided. It is printed also where nothing is open. What is open, to
//! be asked, unchanged, resolved or not assessed is told in every letter.

use super::{
    About,
    fullness::{Fullness, Passage},
};
use crate::words::{message, say, say_with};
use crate::{
    conditions,
    flags::{
        line::{counts_any, line},
        view::{fired, last_screening, noted, resolved},
    },
    own_rules::OwnRules,
    record::Record,
    words::{self, Word, joined, sentence},
};
use chrono::NaiveDate;
use lamina_api::flag::LineState;
use lamina_domain::{
    PartialDate,
    flag::answer::FlagAnswer,
    red_flag::{
        Assessment, Catalogue, Question, Settings,
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

/// How the red flags stand, open or not, in the same line as in the banner.
pub(super) fn standing_alert(about: &About<'_>) -> Alert {
    let (record, assessment, today) = (about.record, about.assessment, about.today);
    let rules = &about.request.rules;
    let line = line(record, assessment, &rules.red_flags, today);
    Alert {
        label: say!("letter-red-flags"),
        serious: line.state == LineState::Listed || !assessment.fired.is_empty(),
        text: line.text,
    }
}

/// The statement; from short on what is not assessed is named by its groups, and in a tight letter it is one paragraph.
pub(super) fn statement(about: &About<'_>, fullness: Fullness) -> Passage {
    let (record, assessment, today) = (about.record, about.assessment, about.today);
    let rules = &about.request.rules;
    let noted = joined(noted(record).into_iter().map(Some), "; ");
    let mut lines = match (last_screening(record), &noted) {
        (Some(last), _) => vec![asked(record, last)],
        // What is noted in words stands beside it, so that nobody reads it as never thought of.
        (None, Some(_)) => vec![say!("letter-questions-not-asked")],
        (None, None) => vec![say!("letter-red-flags-were-not-asked-about")],
    };
    lines.extend(noted.map(|words| say_with!("letter-noted-in-words", [("words", words.into())])));
    lines.extend(open(assessment));
    lines.extend(conditions::bladder_baseline(&record.background));
    if !record.flags.is_empty() {
        let quiet = assessment.fired.is_empty() && assessment.asks_on.is_empty();
        if quiet && counts_any(record, &rules.red_flags, today) {
            lines.push(say!("letter-no-red-flag-is-open-on"));
        }
        lines.extend(to_ask(assessment));
        lines.extend(unchanged(&assessment.unchanged));
        let short = fullness > Fullness::Usual;
        lines.extend(answered_no(&assessment.answered_no, short));
        lines.extend(not_assessed(record, &rules.red_flags, today, short));
    }
    lines.extend(decided(record, assessment));
    lines.extend(own_limits(rules));
    let block = match fullness {
        Fullness::Tight | Fullness::Gone => {
            Block::Paragraph(joined(lines.into_iter().map(Some), " ").unwrap_or_default())
        }
        _ => Block::List(lines),
    };
    Passage::from(vec![block])
}

/// When red flags were last asked about, and who answered.
fn asked(record: &Record, last: PartialDate) -> String {
    let of_last = record.flags.iter().rev().find(|flag| flag.asked_on == last);
    let who = of_last.map(|flag| {
        say_with!(
            "letter-said-by",
            [("told-by", (flag.told_by.word()).to_string().into())],
        )
    });
    let id = match last.is_day() {
        true => message!("letter-last-asked-on"),
        false => message!("letter-last-asked-in"),
    };
    say_with!(
        id,
        [
            ("spelled", last.to_string().into()),
            ("told-by", who.unwrap_or_default().into()),
        ],
    )
}

/// Findings whose course has to be asked for, because nothing fires on them before.
fn to_ask(assessment: &Assessment) -> Option<String> {
    let words = joined(
        assessment
            .asks_on
            .iter()
            .map(|one| Some(format!("{} ({})", words::flags::input(&one.question), one.on))),
        "; ",
    )?;
    Some(say_with!("letter-to-ask", [("words", words.into())]))
}

fn open(assessment: &Assessment) -> Vec<String> {
    fired(assessment)
        .into_iter()
        .map(|one| {
            let level = one.level_words.to_lowercase();
            if one.stays {
                // It is told in full on the first page.
                return say_with!(
                    "letter-open-see-alerts",
                    [
                        ("level", level.to_string().into()),
                        ("title", one.title.to_string().into()),
                    ],
                );
            }
            say_with!(
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

/// The days of their answers, the newest first.
fn days(list: &[Standing]) -> Vec<PartialDate> {
    let mut days: Vec<PartialDate> = list.iter().map(|one| one.on).collect();
    days.sort_unstable_by_key(|on| std::cmp::Reverse(on.span()));
    days.dedup();
    days
}

/// So many findings answered with no on one day are named; more are counted by their groups.
const MOST_NAMED: usize = 6;

/// What was answered with no, a line for each day. Of many only the number is told and the groups they are of: a group
/// all of which was answered so is named, any other with how many of its questions were.
/// In short the groups are left to what is not assessed, which names the rest of them.
fn answered_no(list: &[Standing], short: bool) -> Vec<String> {
    let questions = Catalogue::built_in()
        .map(Catalogue::questions)
        .unwrap_or_default();
    let line = |day: PartialDate| {
        let of_day: Vec<&Standing> = list.iter().filter(|one| one.on == day).collect();
        if of_day.len() <= MOST_NAMED {
            let words = of_day
                .iter()
                .map(|one| words::flags::input(&one.question))
                .collect::<Vec<_>>();
            let words = words.join("; ");
            return say_with!(
                "letter-answered-no",
                [("day", day.to_string().into()), ("words", words.into())],
            );
        }
        if short {
            let count = of_day.len().to_string();
            return say_with!(
                "letter-answered-no-count",
                [("day", day.to_string().into()), ("count", count.into())],
            );
        }
        let mut groups: Vec<(Group, usize, usize)> = Vec::new();
        for question in questions {
            let no = usize::from(of_day.iter().any(|one| one.question == question.id));
            match groups.iter_mut().find(|(group, ..)| *group == question.group) {
                Some((_, answered, all)) => {
                    *answered += no;
                    *all += 1;
                }
                None => groups.push((question.group, no, 1)),
            }
        }
        let names = groups.into_iter().filter(|(_, answered, _)| *answered > 0);
        let names = names.map(|(group, answered, all)| {
            let group = sentence(&group.word());
            Some(match answered == all {
                true => group,
                false => say_with!(
                    "letter-answered-no-part",
                    [
                        ("group", group.into()),
                        ("answered", answered.to_string().into()),
                        ("all", all.to_string().into()),
                    ],
                ),
            })
        });
        say_with!(
            "letter-answered-no-many",
            [
                ("day", day.to_string().into()),
                ("count", of_day.len().to_string().into()),
                ("groups", joined(names, "; ").unwrap_or_default().into()),
            ],
        )
    };
    days(list).into_iter().map(line).collect()
}

/// Findings that are there and known, a line for each day of their answer, the newest first.
fn unchanged(list: &[Standing]) -> Vec<String> {
    let line = |day: PartialDate| {
        let of_day = list.iter().filter(|one| one.on == day);
        let words = joined(of_day.map(|one| Some(words::flags::input(&one.question))), "; ")?;
        Some(say_with!(
            "letter-unchanged",
            [("day", day.to_string().into()), ("words", words.into())],
        ))
    };
    days(list).into_iter().filter_map(line).collect()
}

/// Questions without an answer that counts today. A group of which none was answered is named once; in short any other is
/// named with how many of its questions are open.
fn not_assessed(record: &Record, settings: &Settings, today: NaiveDate, short: bool) -> Option<String> {
    let questions = Catalogue::built_in()
        .map(Catalogue::questions)
        .unwrap_or_default();
    let register = conditions::red_flags(record, today);
    let answers = crate::flags::answers(record, &register);
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
            if open.len() == all && short {
                vec![sentence(&group.word())]
            } else if open.len() == all {
                vec![say_with!(
                    "letter-nothing-of-it",
                    [("sentence", (sentence(&group.word())).to_string().into())],
                )]
            } else if short {
                vec![say_with!(
                    "letter-answered-no-part",
                    [
                        ("group", sentence(&group.word()).into()),
                        ("answered", open.len().to_string().into()),
                        ("all", all.to_string().into()),
                    ],
                )]
            } else {
                open.into_iter().map(|question| question.words.clone()).collect()
            }
        })
        .collect();
    (!names.is_empty()).then(|| say_with!("letter-not-assessed", [("names", names.join("; ").into())]))
}

/// The limits that the clinic set: a reader elsewhere takes it that the published ones hold.
fn own_limits(rules: &OwnRules) -> Option<String> {
    let limits = joined(rules.said("red_flag.").into_iter().map(Some), " ")?;
    Some(say_with!("letter-own-limits", [("limits", limits.into())]))
}

fn decided(record: &Record, assessment: &Assessment) -> Vec<String> {
    resolved(record, assessment)
        .into_iter()
        .map(|one| {
            say_with!(
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
