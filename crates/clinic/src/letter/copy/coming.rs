//! What comes next with its date and who sees to it, and who takes part.

use super::{Fullness, more, most};
use crate::{
    letter::{About, listed},
    plan as planned,
    record::Record,
    words::{joined, plain, say, say_with},
};
use lamina_api::plan::PlanDue;
use lamina_domain::PlanItem;
use lamina_letters::Block;

/// So much of what is planned a short copy tells, and a tight one: what is due first.
const PLANNED: [usize; 2] = [8, 5];

pub(in crate::letter) fn plan(about: &About<'_>, fullness: Fullness) -> Vec<Block> {
    let open = planned::open(about.record, about.today);
    let all = open.len();
    if all == 0 {
        return vec![Block::Paragraph(say!("copy-plan-none"))];
    }
    let told = all.min(most(fullness, PLANNED));
    let lines = open.into_iter().take(told).map(|(one, is)| line(one, is));
    listed(lines.chain(more(told, all)))
}

/// "Visit to look again: course of the leg pain. Who: Dr Lind. When: by 3 May 2026".
fn line(item: &PlanItem, is: PlanDue) -> String {
    let when = item.due.to_string();
    let when = match is {
        PlanDue::NoDate if item.due.is_unknown() => say!("copy-plan-no-date"),
        PlanDue::Overdue => say_with!("copy-plan-late", [("when", when.into())]),
        PlanDue::NoDate | PlanDue::Due | PlanDue::Ahead => {
            say_with!("copy-plan-by", [("when", when.into())])
        }
    };
    let who = [&item.owner, &item.asked_of].map(|who| who.as_ref().map(ToString::to_string));
    let who = joined(who, ", ").map(|who| say_with!("copy-plan-who", [("who", who.into())]));
    let what = say_with!(
        "copy-plan-line",
        [
            ("kind", plain::planned(item.kind).into()),
            (
                "what",
                item.what.to_string().trim_end_matches('.').to_owned().into()
            )
        ]
    );
    joined([Some(what), who, Some(when)], " ").unwrap_or_default()
}

/// Nothing where nobody is named.
pub(in crate::letter) fn team(record: &Record, fullness: Fullness) -> Vec<Block> {
    let each = record
        .patient
        .care_team
        .iter()
        .map(|member| format!("{}, {}", member.name, member.role));
    match fullness < Fullness::Usual {
        true => listed(each),
        false => joined(each.map(Some), "; ")
            .map(Block::Paragraph)
            .into_iter()
            .collect(),
    }
}
