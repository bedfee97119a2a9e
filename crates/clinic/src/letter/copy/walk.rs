//! Walking, where nothing in the record holds it back: what it is for, how, when less. Where something does, to ask first, and
//! nothing else.
//!
//! Sources, in the words of this project: what walking is for and how it is done, items 94, 95 and 99 of the checklist, told
//! with caution; the effect on a herniation, item 91; less where pain rises, item 97, with the limits of the amber week as the
//! clinic has them (clinical facts, section 7). In trials of long-term low back pain walking did about as well as usual
//! physiotherapy (SWIFT: Hurley 2015); direct trials after spine surgery are lacking.

use super::Fullness;
use crate::{
    letter::About,
    record::Record,
    walking::clearance_of,
    words::{Message, joined, message, say, say_with, walking::quota},
};
use lamina_domain::{
    red_flag::Assessment,
    walking::{PlanStatus, Settings},
};
use lamina_letters::Block;

pub(in crate::letter) fn walking(about: &About<'_>, fullness: Fullness) -> Vec<Block> {
    if let Some(why) = held_back(about.record, about.assessment) {
        return vec![
            Block::Strong(say!("copy-walking-ask")),
            Block::Paragraph(say!(why)),
        ];
    }
    let programmes = about.record.programmes();
    let plan = programmes
        .last()
        .filter(|one| one.status() == PlanStatus::Active)
        .map(|one| {
            let now = quota(&one.quota_on(about.today));
            say_with!("copy-walking-now", [("quota", now.into())])
        });
    let settings = &about.request.rules.walking;
    let whole = fullness < Fullness::Tight;
    let said = match whole {
        true => vec![
            joined([Some(say!("copy-walking-why")), plan], " "),
            Some(how()),
            Some(less(settings)),
            joined(
                [Some(say!("copy-walking-stop")), Some(say!("copy-walking-disc"))],
                " ",
            ),
        ],
        // The rest stands on the page about walking.
        false => vec![joined(
            [
                Some(say!("copy-walking-why")),
                plan,
                Some(say!("copy-walking-page")),
                Some(say!("copy-walking-disc")),
            ],
            " ",
        )],
    };
    said.into_iter().flatten().map(Block::Paragraph).collect()
}

/// Posture, shoes and ground: item 99.
pub(in crate::letter) fn how() -> String {
    say!("copy-walking-how")
}

/// When to walk less: pain that rises by more than the clinic's limit or has not settled after a day, and leg pain further down.
pub(in crate::letter) fn less(settings: &Settings) -> String {
    say_with!(
        "copy-walking-less",
        [("points", i64::from(settings.pain_rise.get()).into())]
    )
}

/// Why nobody walks for exercise by the record as it stands; nothing where nothing holds it back.
fn held_back(record: &Record, flags: &Assessment) -> Option<Message> {
    if flags.open().next().is_some() {
        return Some(message!("copy-walking-flag"));
    }
    let programmes = record.programmes();
    let Some(last) = programmes.last() else {
        return Some(message!("copy-walking-not-cleared"));
    };
    match last.status() {
        PlanStatus::Active => None,
        PlanStatus::Paused { .. } => Some(message!("copy-walking-paused")),
        PlanStatus::NotStarted | PlanStatus::Ended => {
            (!clearance_of(last, flags).is_given()).then_some(message!("copy-walking-not-cleared"))
        }
    }
}
