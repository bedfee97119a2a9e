//! What was agreed and asked for, as it stands on a day: what is open, what of it is due or overdue, and in which words. Overdue
//! follows from the day alone.

use crate::{
    record::Record,
    words::{Word, joined, say, say_with, words},
};
use chrono::NaiveDate;
use lamina_api::plan::{PlanDue, PlanRow};
use lamina_domain::{
    Kept, PlanItem,
    plan_item::{Kind, State, Topic, Urgency},
};

words! {
    Kind {
        Referral => "value-plan-referral",
        SecondOpinion => "value-plan-second-opinion",
        Imaging => "value-plan-imaging",
        Test => "value-plan-test",
        OperationConsidered => "value-plan-operation-considered",
        TreatmentStart => "value-plan-treatment-start",
        TreatmentStop => "value-plan-treatment-stop",
        TreatmentChange => "value-plan-treatment-change",
        Review => "value-plan-review",
        Advice => "value-plan-advice",
        Information => "value-plan-information",
        Other => "value-plan-other",
    }
    Topic {
        RealisticGoals => "value-topic-realistic_goals",
        NoPromise => "value-topic-no_promise",
        WarningSigns => "value-topic-warning_signs",
        Herniation => "value-topic-herniation",
        HeartMuscleBone => "value-topic-heart_muscle_bone",
        StiffnessMoodWeight => "value-topic-stiffness_mood_weight",
        WalkLess => "value-topic-walk_less",
        Posture => "value-topic-posture",
        Shoes => "value-topic-shoes",
        Ground => "value-topic-ground",
        Activity => "value-topic-activity",
        Lifting => "value-topic-lifting",
        Weight => "value-topic-weight",
        Ergonomics => "value-topic-ergonomics",
    }
    Urgency {
        Routine => "value-plan-routine",
        Soon => "value-plan-soon",
        Urgent => "value-plan-urgent",
        SameDay => "value-plan-same-day",
    }
    State {
        Open => "value-plan-open",
        Done => "value-plan-done",
        Cancelled => "value-plan-cancelled",
        Declined => "value-plan-declined",
    }
}

/// Its kind and what exactly: "Referral: pain clinic".
pub(crate) fn title(item: &PlanItem) -> String {
    say_with!(
        "plan-title",
        [
            ("kind", crate::words::sentence(&item.kind.word()).into()),
            ("what", item.what.to_string().into()),
        ],
    )
}

/// What was talked through: "talked through: posture; shoes"; nothing where no topic is named.
pub(crate) fn topics(item: &PlanItem) -> Option<String> {
    let topics = joined(item.topics.iter().map(|one| Some(one.word())), "; ")?;
    Some(say_with!("plan-topics-told", [("topics", topics.into())]))
}

/// How it stands, with the day on which it was settled: "done, 3 May 2026".
pub(crate) fn state(item: &PlanItem) -> String {
    match item.settled.is_unknown() {
        true => item.state.word(),
        false => say_with!(
            "plan-settled-on",
            [
                ("state", item.state.word().into()),
                ("when", item.settled.to_string().into()),
            ],
        ),
    }
}

/// Whether an open item is due, by the days that its time can mean. One without a day is neither due nor overdue.
pub(crate) fn due(days: Option<(NaiveDate, NaiveDate)>, today: NaiveDate) -> PlanDue {
    match days {
        None => PlanDue::NoDate,
        Some((_, last)) if last < today => PlanDue::Overdue,
        Some((first, _)) if first <= today => PlanDue::Due,
        Some(_) => PlanDue::Ahead,
    }
}

/// By when, in words: "overdue, was due by 3 May 2026".
pub(crate) fn due_words(item: &PlanItem, is: PlanDue) -> String {
    let when = item.due.to_string();
    match is {
        PlanDue::NoDate if item.due.is_unknown() => say!("plan-no-due"),
        PlanDue::Overdue => say_with!("plan-overdue", [("when", when.into())]),
        PlanDue::NoDate | PlanDue::Due | PlanDue::Ahead => {
            say_with!("plan-due-by", [("when", when.into())])
        }
    }
}

/// What is open, what is due first before the rest, those without a date at the end.
pub(crate) fn open(record: &Record, today: NaiveDate) -> Vec<(&Kept<PlanItem>, PlanDue)> {
    let open = record.plan_items.iter().filter(|one| one.is_open());
    let mut all: Vec<_> = open
        .map(|one| {
            let days = record.days_of(&one.due);
            (days.map(|(_, last)| last), one, due(days, today))
        })
        .collect();
    all.sort_by_key(|(last, ..)| (last.is_none(), *last));
    all.into_iter().map(|(_, one, is)| (one, is)).collect()
}

/// What is open, as the overview tells it.
pub(crate) fn rows(record: &Record, today: NaiveDate) -> Vec<PlanRow> {
    open(record, today)
        .into_iter()
        .filter_map(|(one, is)| {
            Some(PlanRow {
                entry: one.id()?,
                title: title(one),
                text: text(one, is),
                is,
            })
        })
        .collect()
}

/// Who sees to it, who is asked, how urgent and by when.
pub(crate) fn text(item: &PlanItem, is: PlanDue) -> String {
    let owner = item
        .owner
        .as_ref()
        .map(|owner| say_with!("plan-by", [("owner", owner.to_string().into())]));
    joined(
        [
            owner,
            item.urgency.map(|urgency| urgency.word()),
            Some(due_words(item, is)),
        ],
        "; ",
    )
    .unwrap_or_default()
}

/// The titles of what is due or overdue, for a list of patients.
pub(crate) fn called(record: &Record, today: NaiveDate) -> Vec<String> {
    let open = open(record, today).into_iter();
    open.filter(|(_, is)| matches!(is, PlanDue::Due | PlanDue::Overdue))
        .map(|(one, _)| title(one))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::examples;
    use serde_json::json;

    #[test]
    fn overdue_follows_from_the_day_and_a_month_is_due_throughout_it() {
        let record = examples::record(&json!({"plan_items": [
            {"kind": "review", "what": "look again"},
            {"kind": "imaging", "what": "MRI", "due": "Nov 2026", "owner": "Dr Lind"},
            {"kind": "referral", "what": "pain clinic", "due": "3 May 2026"},
            {"kind": "test", "what": "EMG", "due": "2 months after operation 1"},
            {"kind": "second_opinion", "what": "spine unit", "due": "Jan 2027", "urgency": "soon"},
            {"kind": "advice", "what": "keep walking", "due": "2025", "state": "done"}
        ], "surgeries": [{"procedures": ["fusion"], "when": "3 Oct 2026"}]}));
        let told: Vec<(String, PlanDue, String)> = open(&record, examples::today())
            .into_iter()
            .map(|(one, is)| (one.what.to_string(), is, text(one, is)))
            .collect();
        let told: Vec<(&str, PlanDue, &str)> = told
            .iter()
            .map(|(what, is, text)| (what.as_str(), *is, text.as_str()))
            .collect();
        assert_eq!(
            told,
            [
                ("pain clinic", PlanDue::Overdue, "overdue, was due by 3 May 2026"),
                ("MRI", PlanDue::Due, "Dr Lind; due by Nov 2026"),
                ("EMG", PlanDue::Due, "due by 2 months after operation 1"),
                ("spine unit", PlanDue::Ahead, "soon; due by Jan 2027"),
                ("look again", PlanDue::NoDate, "no date set"),
            ]
        );
        assert_eq!(
            called(&record, examples::today()),
            ["Referral: pain clinic", "Imaging: MRI", "Test: EMG"]
        );
    }
}
