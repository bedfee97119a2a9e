//! What is asked of a whole record: that it is right, and which walking programmes it holds.

use super::walking::{Programme, programmes};
use crate::{
    fact::record::{Record, circles},
    value::{context::Context, issue::Issue},
};
use chrono::NaiveDate;

impl Record {
    /// Its walking programmes, the earliest first.
    pub fn programmes(&self) -> Vec<Programme<'_>> {
        programmes(&self.walking_plans, &self.walking_events, &self.walking_rows)
    }

    /// Everything wrong with it, by its path in a document: facts against the calendar and the birth, references to facts
    /// that are not there, times that count in a circle, facts that can't stand beside each other.
    pub fn check(&self, today: NaiveDate) -> Vec<Issue> {
        let context = Context {
            today,
            born: self.patient.born,
        };
        let mut issues = Vec::new();
        for (path, mut fact) in self.facts() {
            let own = super::check(&fact, &context).into_iter();
            issues.extend(own.map(|issue| Issue {
                path: inside(&path, &issue.path),
                problem: issue.problem,
            }));
            fact.each_reference(|field, what, which| {
                let lacks = self.lacks_entry(what, which);
                issues.extend(lacks.map(|problem| Issue::at(inside(&path, field), problem)));
            });
        }
        issues.extend(circles(self));
        issues.extend(self.crowded());
        issues.extend(self.all_stage_issues());
        issues
    }
}

/// The path of a field of a fact as a document has it: `responses.1.when` is `responses[1].when` there.
fn inside(fact: &str, field: &str) -> String {
    field
        .split('.')
        .fold(fact.to_owned(), |path, step| match step.parse::<usize>() {
            Ok(at) => format!("{path}[{at}]"),
            Err(_) => format!("{path}.{step}"),
        })
}
