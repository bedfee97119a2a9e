//! Follow-up in a letter: what is due or was missed, the next point that is to come, and the plans behind them.

use super::{
    counted::{CountedIndex, counted, days, visits},
    said,
};
use crate::{own_rules::OwnRules, record::Record, words::say_with};
use chrono::NaiveDate;
use lamina_domain::schedule::{Plan, PointState, Span, Status, follow_up};

/// Points that are named before the rest is counted.
const NAMED: usize = 6;

/// What a record calls for, in words.
pub(crate) struct Coming {
    /// What is due or was missed, a line each.
    calls: Vec<String>,
    /// The next point that is to come, in words.
    next: Option<String>,
    /// The plans behind it.
    sources: Vec<String>,
}

impl Coming {
    /// The lines; none where nothing is due, was missed or is to come.
    pub(crate) fn lines(&self) -> Vec<String> {
        let mut lines = self.briefly(NAMED);
        let sources = self.sources.iter();
        lines.extend(sources.map(|source| format!("{}.", source.trim_end_matches('.'))));
        lines
    }

    /// The first `most` of what is due or was missed, how many more there are, and what comes next.
    pub(crate) fn briefly(&self, most: usize) -> Vec<String> {
        let mut lines: Vec<String> = self.calls.iter().take(most).cloned().collect();
        let more = self.calls.len().saturating_sub(most);
        if more > 0 {
            lines.push(say_with!("letter-follow-up-more", [("count", more.into())]));
        }
        lines.extend(self.next.clone());
        lines
    }
}

/// What a record calls for on `today`.
pub(crate) fn coming(record: &Record, rules: &OwnRules, today: NaiveDate) -> Coming {
    let plans = &rules.plans;
    // A record file has no entries; here they only tell one from another.
    let record = &record.numbered();
    let counted = counted(record, today);
    let visits = visits(&days(record));
    let (mut calls, mut sources): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
    let mut next: Option<(Span, String, &Plan)> = None;
    for one in &counted {
        let Some(plan) = plans
            .of(one.index.kind)
            .filter(|plan| !plan.is_over(&one.index, today))
        else {
            continue;
        };
        let state = follow_up(plan, &one.index, &one.visits(&visits), &[], today);
        let called = state.calls(plan, &one.index, today);
        if !called.is_empty() {
            said::cite(&mut sources, plan, rules);
        }
        calls.extend(called.into_iter().map(|point| called_for(one, point)));
        let coming = state
            .points
            .iter()
            .filter(|point| point.status == Status::Upcoming && !plan.ended_before(&one.index, point))
            .filter_map(|point| Some((point.window?, said::title(one, point), plan)));
        next = next
            .into_iter()
            .chain(coming)
            .min_by_key(|(window, ..)| (window.from, window.to));
    }
    let next = next.map(|(window, title, plan)| {
        said::cite(&mut sources, plan, rules);
        say_with!(
            "letter-follow-up-next",
            [("title", title.into()), ("window", said::window(window).into())],
        )
    });
    Coming { calls, next, sources }
}

fn called_for(one: &CountedIndex, point: &PointState) -> String {
    let call = said::call(one, point);
    say_with!(
        "letter-follow-up-call",
        [("title", call.title.into()), ("text", call.text.into())],
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        letter::{Request, letter_pdf, letter_text},
        record::Document,
    };

    fn lines(record: &Record, rules: &OwnRules, today: NaiveDate) -> Vec<String> {
        coming(record, rules, today).lines()
    }

    fn record(facts: &str) -> Record {
        let json = format!(
            r#"{{"format":"lamina-record","version":1,"patients":[{{"patient":{{"family":"Sample","born":"1970"}},{facts}}}]}}"#
        );
        Document::read(json.as_bytes(), today())
            .unwrap()
            .patients
            .remove(0)
    }

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 27).unwrap()
    }

    const FUSION: &str = r#"{"procedures":["fusion"],"levels":"L4-S1","when":"16 Oct 2026"}"#;

    #[test]
    fn what_is_due_and_what_comes_next_is_named_with_its_plan() {
        let record = record(&format!(r#""surgeries":[{FUSION}]"#));
        let lines = lines(&record, &OwnRules::default(), today());
        assert_eq!(
            lines[..2],
            [
                "6 weeks after fusion, L4-S1 (16 Oct 2026): Due from 13 Nov 2026 to 11 Dec 2026. No visit recorded in this time yet.",
                "Next: 3 months after fusion, L4-S1 (16 Oct 2026), 19 Dec 2026 to 13 Feb 2027",
            ]
        );
        assert!(
            lines[2].contains("version 1. Source: IMMPACT") && lines.len() == 3,
            "{lines:?}"
        );
    }

    #[test]
    fn a_visit_told_from_the_operation_counts_at_its_place() {
        let visit = r#""scores":[{"measure":"odi","value":40,"when":"6 weeks after operation 1"}]"#;
        let lines = lines(
            &record(&format!(r#""surgeries":[{FUSION}],{visit}"#)),
            &OwnRules::default(),
            today(),
        );
        assert!(
            lines[0].starts_with("Next: 3 months after fusion, L4-S1 (16 Oct 2026)"),
            "{lines:?}"
        );
    }

    #[test]
    fn an_opioid_that_its_words_tell_to_have_been_given_once_is_not_followed() {
        let drug = |more: &str| {
            format!(
                r#""treatments":[{{"kind":"drug","name":"morphine","started":"20 Oct 2026"{more},
                "medicine":{{"ingredients":[{{"name":"morphine","strength":"10 mg"}}],"form":"injection"}}}}]"#
            )
        };
        let told = |more: &str| lines(&record(&drug(more)), &OwnRules::default(), today());
        assert_eq!(told(""), Vec::<String>::new());
        assert!(!told(r#","status":"running""#).is_empty());
    }

    #[test]
    fn the_letter_has_the_section_only_where_there_is_something_and_the_same_bytes_for_the_same_record() {
        let with = record(&format!(r#""surgeries":[{FUSION}]"#));
        let old = record(r#""surgeries":[{"procedures":["fusion"],"levels":"L4-S1","when":"2012"}]"#);
        let request = Request::default();
        let text = letter_text(&with, &request, today());
        assert!(
            text.contains("Follow-up") && text.contains("Next: 3 months after fusion"),
            "{text}"
        );
        assert!(!letter_text(&old, &request, today()).contains("Follow-up"));
        let pdf = || letter_pdf(&with, &request, today()).unwrap().pdf;
        assert_eq!(pdf(), pdf());
    }

    #[test]
    fn what_the_clinic_set_is_named_beside_what_is_built_in() {
        let set = |id: &str, value: &str| {
            serde_json::json!({
                "id": id, "value": value, "who": "Dr Example", "on": "2026-05-03", "why": "agreed by the team"
            })
        };
        let (rules, left) = OwnRules::of(&[
            set("schedule.general.6_weeks", "1 week before to 3 weeks after"),
            set("schedule.baseline", "fresh for 6 weeks, stale after 3 months"),
            set("schedule.opioid.4_weeks", "1 week before to 1 week after"),
        ]);
        assert_eq!(left, []);
        let lines = lines(&record(&format!(r#""surgeries":[{FUSION}]"#)), &rules, today());
        assert_eq!(lines.len(), 5, "{lines:?}");
        assert!(
            lines[0].contains("Due from 20 Nov 2026 to 18 Dec 2026"),
            "{lines:?}"
        );
        for (line, own, built_in) in [
            (
                &lines[3],
                "1 week before to 3 weeks after",
                "2 weeks before to 2 weeks after",
            ),
            (
                &lines[4],
                "fresh for 6 weeks, stale after 3 months",
                "fresh for 4 weeks, stale after 2 months",
            ),
        ] {
            assert!(
                line.contains(own) && line.contains("Dr Example") && line.contains(built_in),
                "{line}"
            );
        }
    }

    #[test]
    fn a_walking_plan_that_was_started_is_followed_every_week() {
        let walking = r#""walking_plans":[{"prescribed_on":"2026-11-01","by":"Dr Example",
            "quota":{"seconds":300,"bouts_a_day":1,"days_a_week":4},"target":{"minutes":30,"days":5}}],
            "walking_events":[{"on":"2026-11-06","what":{"is":"started"},"by":"Dr Example","role":"clinician"}]"#;
        let lines = lines(&record(walking), &OwnRules::default(), today());
        assert_eq!(
            lines[..2],
            [
                "Week 3 after walking programme (6 Nov 2026): Due from 24 Nov 2026 to 30 Nov 2026. No visit recorded in this time yet.",
                "Next: Week 4 after walking programme (6 Nov 2026), 1 Dec 2026 to 7 Dec 2026",
            ]
        );
    }

    #[test]
    fn a_long_list_is_cut_and_says_so() {
        let operation = |day: u32| FUSION.replace("16 Oct", &format!("{day} Oct"));
        let all: Vec<String> = (10..18).map(operation).collect();
        let lines = lines(
            &record(&format!(r#""surgeries":[{}]"#, all.join(","))),
            &OwnRules::default(),
            today(),
        );
        assert_eq!(lines[6], "2 more points are due or were missed.");
    }
}
