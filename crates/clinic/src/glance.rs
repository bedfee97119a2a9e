//! What a list of patients tells of each: when the patient was last seen, which way pain and disability went, what stands open,
//! what is due.

use crate::{
    facts::Facts,
    flags::{assess, line::line},
    follow_up::called_for,
    plan, progress,
    record::Record,
    words::{self, sentence, spelled},
};
use chrono::NaiveDate;
use lamina_api::{
    flag::FlagsLine,
    patient::{GlanceTrend, PatientGlance},
};
use lamina_domain::{Measure, day::seen_on};

/// A record at a glance as of `today`.
pub(crate) fn glance(facts: &Facts, today: NaiveDate) -> PatientGlance {
    let record = &facts.record;
    let settings = &facts.rules.red_flags;
    let assessment = assess(record, settings, today);
    let flags = line(record, &assessment, settings, today);
    let calls = called_for(facts, today).calls;
    PatientGlance {
        id: facts.person.id,
        seen: last_seen(record, today).map(spelled).unwrap_or_default(),
        year: progress::within_a_year(record, &facts.rules, today)
            .into_iter()
            .map(|(score, verdict)| GlanceTrend {
                measure: in_short(&score.measure),
                verdict,
            })
            .collect(),
        pinned: assessment.open().next().is_some(),
        flags: FlagsLine {
            text: sentence(&flags.text),
            ..flags
        },
        due: calls
            .iter()
            .map(|call| call.title.clone())
            .chain(plan::called(record, today))
            .collect(),
    }
}

/// What was measured, as short as a column: "left leg", "ODI".
fn in_short(measure: &Measure) -> String {
    match measure {
        Measure::Nrs { .. } => words::place(measure).unwrap_or_default(),
        other => other
            .instrument()
            .map_or_else(|| words::measure(other), |one| one.name.clone()),
    }
}

/// The last day on which the patient came to a visit, or something was asked, measured or examined, as far as a day is known; what
/// is known to a month or a year names none.
fn last_seen(record: &Record, today: NaiveDate) -> Option<NaiveDate> {
    seen_on(record, today).last().copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{examples, own_rules::OwnRules};
    use serde_json::json;

    fn of(lists: serde_json::Value) -> PatientGlance {
        let facts = Facts::of(examples::record(&lists), OwnRules::default());
        glance(&facts, examples::today())
    }

    #[test]
    fn the_last_day_is_one_on_which_somebody_was_seen_and_never_guessed() {
        let odi = |when: &str| json!({"measure": "odi", "value": 40, "when": when});
        assert_eq!(of(json!({})).seen, "");
        assert_eq!(of(json!({"scores": [odi("Oct 2026")]})).seen, "");
        let both = json!({"scores": [odi("3 May 2026"), odi("Oct 2026")], "flags": [{"asked_on": "1 Jun 2026", "answers": {"bladder_leak": {"is": "no"}}}]});
        assert_eq!(of(both.clone()).seen, "1 Jun 2026");
        let mut with_visits = both;
        with_visits["visits"] = json!([
            {"kind": "telephone", "when": "2 Jul 2026", "came": {"value": "came"}},
            {"kind": "follow_up", "when": "3 Jul 2026", "came": {"value": "did_not_come"}},
            {"kind": "follow_up", "when": "4 Jul 2026"}
        ]);
        assert_eq!(
            of(with_visits).seen,
            "2 Jul 2026",
            "who did not come was not seen, and nobody said of the last"
        );
    }

    #[test]
    fn what_is_open_is_pinned_and_what_was_never_asked_says_so() {
        let asked = json!({"flags": [{"asked_on": "20 Nov 2026", "answers": {"bladder_leak": {"is": "yes", "course": "new", "since": "19 Nov 2026"}}}]});
        let open = of(asked);
        assert!(open.pinned, "{open:?}");
        let never = of(json!({}));
        assert!(!never.pinned);
        assert_eq!(never.flags.text, "Not asked");
    }

    #[test]
    fn the_year_and_what_is_due_are_those_of_the_overview() {
        let glance = of(json!({
            "surgeries": [{"procedures": ["fusion"], "levels": "L4-S1", "when": "13 Oct 2026"}],
            "scores": [
                {"measure": "odi", "value": 60, "when": "3 Feb 2026"},
                {"measure": "odi", "value": 40, "when": "3 Oct 2026"},
                {"measure": "odi", "value": 10, "when": "3 Oct 2020"}
            ]
        }));
        assert_eq!(glance.year.len(), 1);
        assert!(
            glance.year[0]
                .verdict
                .text
                .starts_with("ODI, 3 Feb 2026 to 3 Oct 2026, 60 to 40"),
            "{:?}",
            glance.year
        );
        assert!(
            glance.due[0].starts_with("6 weeks after fusion"),
            "{:?}",
            glance.due
        );
    }
}
