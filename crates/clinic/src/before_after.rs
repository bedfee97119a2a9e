//! Everything that was done with what was measured before and after it, and what was told to come of it. Which scores stand on which
//! side is the rule of [`lamina_domain::before_after`]; two of them are compared as everywhere else.

use crate::{
    details,
    facts::Facts,
    follow_up::{CountedIndex, crossed, names, others, walking_of},
    overview,
    progress::{DatedScore, Line, best, between, ends, latest, lines, span, worst},
    record::Record,
    responses,
    words::{self, say, say_with},
};
use chrono::NaiveDate;
use lamina_api::progress::{BeforeAfterRow, BeforeAfterView, MeasureBeforeAfter, ScoreAt};
use lamina_domain::{
    Noun, PartialDate,
    before_after::{Ends, Sides, looked_until, sides},
    change::Thresholds,
    ladder::{Effect, Rung, effect},
    schedule::{Index, Plan, Span, Visit, crossing, dated, of_treatment},
};

/// Something that was done: its row without what was measured, and how it lies in time.
struct Done {
    row: BeforeAfterRow,
    index: Index,
    ends: Ends,
}

/// A line of scores with its places in time as visits, each named by its place in the line.
struct Measured<'r> {
    line: Line<'r>,
    visits: Vec<Visit>,
}

/// A record as it is looked at for this.
struct Looked<'r> {
    lines: Vec<Measured<'r>>,
    thresholds: &'r Thresholds,
}

/// What was measured before and after everything that was done, the newest first; what has no place in time stands at the end.
pub(crate) fn before_after(facts: &Facts, today: NaiveDate) -> BeforeAfterView {
    let record = &facts.record;
    let all = lines(record);
    let not_placed = all.iter().map(|line| line.open.len()).sum::<usize>();
    let looked = Looked {
        lines: all.into_iter().map(|line| measured(record, line)).collect(),
        thresholds: &facts.rules.thresholds,
    };
    // Read once for everything that was done.
    let days: Vec<Vec<(&Visit, Span)>> = looked.lines.iter().map(|one| dated(&one.visits)).collect();
    let (others, names) = (others(record), names(record));
    let mut rows: Vec<(Option<NaiveDate>, BeforeAfterRow)> = Vec::new();
    let mut without = 0;
    for done in done(record, today) {
        let Some(plan) = facts.rules.plans.of(done.index.kind) else {
            continue;
        };
        let began = done.index.span().map(|at| at.to);
        let mut row = done.row;
        let until = looked_until(plan, &done.index, row.noun == Noun::Surgery, done.ends, today);
        // All that lies between reaches over the day on which it began, and is one stretch of time.
        let mut between: Option<Span> = None;
        for (measured, days) in looked.lines.iter().zip(&days) {
            let sides = until.and_then(|until| Some((sides(plan, &done.index, days, until)?, until)));
            let Some((sides, until)) = sides else { continue };
            let Some(beside) = looked.beside(measured, plan, &sides, until) else {
                continue;
            };
            row.measures.push(beside);
            let Span { from, to } = between.unwrap_or(sides.between);
            between = Some(Span {
                from: from.min(sides.between.from),
                to: to.max(sides.between.to),
            });
        }
        if row.measures.is_empty() && row.told.is_empty() {
            without += 1;
            continue;
        }
        row.meanwhile = between
            .map(|Span { from, to }| crossed(&names, &crossing(&others, &done.index, from, to)))
            .unwrap_or_default();
        if row.measures.is_empty() {
            row.unmeasured = match until {
                Some(until) => say_with!(
                    "before-after-unmeasured",
                    [("until", PartialDate::Day(until).to_string().into())]
                ),
                None => say!("before-after-no-time"),
            };
        }
        rows.push((began, row));
    }
    rows.sort_by_key(|(began, _)| std::cmp::Reverse(*began));
    BeforeAfterView {
        rows: rows.into_iter().map(|(_, row)| row).collect(),
        others: without,
        not_placed: u32::try_from(not_placed).unwrap_or(u32::MAX),
    }
}

fn measured<'r>(record: &Record, line: Line<'r>) -> Measured<'r> {
    let visits = line.dated.iter().enumerate().map(|(at, one)| Visit {
        id: at.to_string(),
        when: record.dated(&one.score.when),
        bare: false,
    });
    Measured {
        visits: visits.collect(),
        line,
    }
}

impl<'r> Measured<'r> {
    fn score(&self, id: &str) -> Option<DatedScore<'r>> {
        self.line.dated.get(id.parse::<usize>().ok()?).copied()
    }
}

impl Looked<'_> {
    /// One measure on both sides; nothing where one side is empty, or the measure tells no change.
    fn beside(
        &self,
        measured: &Measured<'_>,
        plan: &Plan,
        sides: &Sides,
        until: NaiveDate,
    ) -> Option<MeasureBeforeAfter> {
        let told = sides.before.as_ref()?;
        let before = measured.score(&told.visit)?;
        let after: Vec<DatedScore<'_>> = sides.after.iter().filter_map(|id| measured.score(id)).collect();
        let (best, last) = (best(&after)?.score, worst(&latest(&after))?.score);
        // What can't be compared with itself tells no change.
        let change = between(&before, &last, self.thresholds)?;
        let unjudged = match sides.baseline() {
            _ if self.newer(measured, &last, until) => Some(say!("before-after-newer")),
            None if !told.certain => Some(say!("before-after-uncertain")),
            None => Some(say_with!(
                "before-after-stale",
                [("stale", plan.baseline_stale.to_string().into())]
            )),
            Some(_) => None,
        };
        Some(MeasureBeforeAfter {
            measure: words::measure(&before.score.measure),
            before: at(&before),
            best: at(&best),
            last: at(&last),
            verdict: unjudged.is_none().then_some(change),
            unjudged: unjudged.unwrap_or_default(),
        })
    }

    /// Whether a score that may be of the same measure and can't be compared may be newer than `last`.
    fn newer(&self, measured: &Measured<'_>, last: &DatedScore<'_>, until: NaiveDate) -> bool {
        let others = self.lines.iter().map(|other| &other.line);
        others
            .filter(|other| other.key != measured.line.key && other.key.may_be(&measured.line.key))
            .flat_map(|other| &other.dated)
            .any(|one| one.at.to > last.at.to && one.at.from <= until)
    }
}

fn at(one: &DatedScore<'_>) -> ScoreAt {
    ScoreAt {
        value: words::value(&one.score.measure),
        when: one.score.when.to_string(),
    }
}

/// Every operation, treatment and walking plan, in the order of the record.
fn done(record: &Record, today: NaiveDate) -> Vec<Done> {
    let empty = |entry, noun, title, when| BeforeAfterRow {
        entry,
        noun,
        rung: None,
        title,
        levels: String::new(),
        when,
        effect: None,
        told: String::new(),
        measures: Vec::new(),
        unmeasured: String::new(),
        meanwhile: String::new(),
    };
    let operations = record.surgeries.iter().filter_map(|kept| {
        let surgery = &kept.fact;
        let one = CountedIndex::operation(kept.id()?, surgery, record.dated(&surgery.when));
        Some(Done {
            row: BeforeAfterRow {
                levels: surgery.levels.to_string(),
                ..empty(one.entry, one.noun, one.title, one.told.to_string())
            },
            index: one.index,
            ends: Ends::Once,
        })
    });
    let treatments = record.treatments.iter().filter_map(|kept| {
        let (entry, treatment) = (kept.id()?, &kept.fact);
        let title = overview::name(treatment);
        let told = effect(treatment);
        Some(Done {
            row: BeforeAfterRow {
                rung: Some(Rung::of(treatment.kind)),
                levels: details::levels(&treatment.levels).unwrap_or_default(),
                effect: Some(told).filter(|told| *told != Effect::NotRecorded),
                told: responses::on_the_screen(treatment, None)
                    .next()
                    .unwrap_or_default(),
                ..empty(entry, Noun::Treatment, title, overview::when(treatment))
            },
            index: Index {
                id: entry.to_string(),
                kind: of_treatment(treatment),
                when: record.dated(&treatment.started),
                ended: None,
            },
            ends: span(record, &treatment.started)
                .map_or(Ends::NotKnown, |begin| ends(treatment, record, begin, today)),
        })
    });
    let walks = walking_of(record).into_iter().map(|one| Done {
        ends: match &one.index.ended {
            None => Ends::GoesOn,
            Some(ended) => ended
                .span()
                .map_or(Ends::NotKnown, |(from, to)| Ends::Ended(Span { from, to })),
        },
        row: empty(
            one.entry,
            one.noun,
            words::sentence(&one.title),
            one.told.to_string(),
        ),
        index: one.index,
    });
    operations.chain(treatments).chain(walks).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{examples, own_rules::OwnRules};
    use lamina_api::progress::Direction;
    use serde_json::{Value, json};

    fn view(lists: &Value) -> BeforeAfterView {
        let facts = Facts::of(examples::record(lists), OwnRules::default());
        before_after(&facts, examples::today())
    }

    fn odi(value: u32, when: &str) -> Value {
        json!({"measure": "odi", "version": "2.1a", "value": value, "when": when})
    }

    #[test]
    fn the_last_score_before_stands_beside_the_best_and_the_last_after() {
        let view = view(&json!({
            "treatments": [
                {"kind": "injection", "name": "caudal epidural steroid", "levels": "L5-S1", "started": "1 Mar 2026",
                    "status": "one_off", "responses": [{"when": "20 Mar 2026", "relief": {"value": 60}, "lasted": "6 weeks"}]},
                {"kind": "drug", "name": "pregabalin", "started": "10 Mar 2026", "status": "running"},
            ],
            "scores": [odi(70, "3 May 2024"), odi(58, "25 Feb 2026"), odi(30, "20 Mar 2026"), odi(44, "20 May 2026"), odi(20, "1 Nov 2026")],
        }));
        // The medicine began before its first score after, so that its own baseline is the one of the injection.
        let [drug, injection] = view.rows.as_slice() else {
            panic!("{:?}", view.rows)
        };
        assert_eq!(injection.title, "caudal epidural steroid, L5-S1");
        assert_eq!(injection.effect, Some(Effect::Halved));
        assert!(
            injection.told.starts_with("20 Mar 2026: 60 % relief"),
            "{}",
            injection.told
        );
        let [one] = injection.measures.as_slice() else {
            panic!("{:?}", injection.measures)
        };
        let told = |at: &ScoreAt| format!("{}, {}", at.value, at.when);
        assert_eq!(told(&one.before), "58 %, 25 Feb 2026");
        assert_eq!(told(&one.best), "30 %, 20 Mar 2026");
        assert_eq!(
            told(&one.last),
            "44 %, 20 May 2026",
            "an epidural is looked at for its own follow-up"
        );
        let verdict = one.verdict.as_ref().unwrap();
        assert_eq!((verdict.direction, verdict.important), (Direction::Better, true));
        assert!(verdict.text.starts_with("14 points better"), "{}", verdict.text);
        assert_eq!(injection.meanwhile, "In between: pregabalin (10 Mar 2026)");
        assert_eq!(
            told(&drug.measures[0].last),
            "20 %, 1 Nov 2026",
            "what goes on is looked at to today"
        );
        assert_eq!(drug.effect, None);
    }

    #[test]
    fn nothing_is_judged_from_a_stale_baseline_or_beside_a_newer_score_that_cannot_be_compared() {
        let treatments = json!([{"kind": "physiotherapy", "name": "core exercises", "started": "1 Mar 2026", "status": "running"}]);
        let stale = view(
            &json!({"treatments": treatments, "scores": [odi(58, "3 Oct 2025"), odi(30, "20 Mar 2026")]}),
        );
        let one = &stale.rows[0].measures[0];
        assert_eq!(one.verdict, None);
        assert!(one.unjudged.contains("2 months"), "{}", one.unjudged);
        let mut other = odi(20, "3 Apr 2026");
        other["version"] = json!("1.0");
        let apart = view(
            &json!({"treatments": treatments, "scores": [odi(58, "20 Feb 2026"), odi(30, "20 Mar 2026"), other]}),
        );
        let one = &apart.rows[0].measures[0];
        assert_eq!(one.verdict, None, "{one:?}");
        assert!(one.unjudged.contains("newer"), "{}", one.unjudged);
    }

    #[test]
    fn what_has_neither_response_nor_scores_is_counted_and_what_has_no_time_says_so() {
        let view = view(&json!({
            "surgeries": [{"procedures": ["fusion"], "levels": "L4-S1", "when": "2019"}],
            "treatments": [
                {"kind": "drug", "name": "tramadol"},
                {"kind": "block", "name": "facet block", "responses": [{"relief": {"value": 30}}]},
                {"kind": "block", "name": "root block", "started": "3 May 2026", "responses": [{"relief": {"value": 0}}]},
            ],
            "scores": [odi(58, "unknown")],
        }));
        let told: Vec<_> = view
            .rows
            .iter()
            .map(|row| (row.title.as_str(), row.unmeasured.as_str()))
            .collect();
        assert_eq!(
            told,
            [
                (
                    "root block",
                    "Nothing was measured both before it and after it, looked at to 3 Nov 2026."
                ),
                (
                    "facet block",
                    "When it was is not known, so nothing measured lies surely before or after it."
                ),
            ]
        );
        assert_eq!((view.others, view.not_placed), (2, 1));
    }

    #[test]
    fn operations_and_walking_plans_have_their_sides_too() {
        let view = view(&json!({
            "surgeries": [{"procedures": ["fusion"], "levels": "L4-S1", "when": "3 May 2024"}],
            "scores": [odi(58, "20 Apr 2024"), odi(30, "20 Aug 2024"), odi(50, "20 Aug 2026")],
        }));
        let [row] = view.rows.as_slice() else {
            panic!("{:?}", view.rows)
        };
        assert_eq!((row.noun, row.rung), (Noun::Surgery, None));
        assert_eq!(
            row.measures[0].last.when, "20 Aug 2024",
            "the follow-up of an operation has two years"
        );
    }
}
