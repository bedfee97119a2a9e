//! Operations that belong to earlier ones: further stages of one operation, and revisions. What a link tells is held against
//! the record: no operation is a stage or a revision of itself, and none lies before the one that it names.

use super::{Record, place_of};
use crate::{
    fact::surgery::Surgery,
    value::{
        issue::{Issue, Problem},
        link::Link,
    },
};

impl Record {
    /// The place of the operation that a link names, from 0; nothing where it names none of the record.
    pub fn operation_at(&self, link: &Link) -> Option<usize> {
        place_of(&self.surgeries, link.which)
    }

    /// The place of the operation of which the one at this place is a stage, over others or at once; its own where it is none.
    pub fn first_stage(&self, at: usize) -> usize {
        let mut way = vec![at];
        let next = |at: usize| {
            let stage = self.surgeries.get(at)?.stage_of.as_ref()?;
            self.operation_at(stage)
        };
        let mut here = at;
        while let Some(before) = next(here).filter(|before| !way.contains(before)) {
            way.push(before);
            here = before;
        }
        // Round a circle, which no new entry can make, the first of it stands for all.
        match next(here) {
            Some(_) => way.into_iter().min().unwrap_or(at),
            None => here,
        }
    }

    /// What the operations that `surgery` names can't be for it; `own` is its place, where it has one.
    pub fn stage_issues(&self, surgery: &Surgery, own: Option<usize>) -> Vec<Issue> {
        let stage = surgery.stage_of.iter().map(|link| ("stage_of".to_owned(), link));
        let revised = surgery.revises.iter().enumerate();
        let revised = revised.map(|(at, link)| (format!("revises.{at}"), link));
        let mut issues = Vec::new();
        for (path, link) in stage.chain(revised) {
            let Some(at) = self.operation_at(link) else {
                continue;
            };
            if own.is_some_and(|own| self.leads_to(at, own)) {
                issues.push(Issue::at(path, Problem::OfItself));
                continue;
            }
            let last = self.last_day_of(&surgery.when);
            let first = self.surgeries.get(at).and_then(|one| self.days_of(&one.when));
            if last.zip(first).is_some_and(|(last, (first, _))| last < first) {
                let number = u32::try_from(at + 1).unwrap_or(u32::MAX);
                issues.push(Issue::at(path, Problem::BeforeItsOperation { number }));
            }
        }
        issues
    }

    /// Whether the operation at one place is that at the other, or names it over others.
    fn leads_to(&self, from: usize, to: usize) -> bool {
        let mut seen = vec![from];
        let mut open = vec![from];
        while let Some(at) = open.pop() {
            if at == to {
                return true;
            }
            let named = self
                .surgeries
                .get(at)
                .into_iter()
                .flat_map(|one| one.stage_of.iter().chain(&one.revises));
            for next in named.filter_map(|link| self.operation_at(link)) {
                if !seen.contains(&next) {
                    seen.push(next);
                    open.push(next);
                }
            }
        }
        false
    }

    /// The same of every operation, by its path in a document.
    pub(crate) fn all_stage_issues(&self) -> Vec<Issue> {
        let each = self.surgeries.iter().enumerate();
        each.flat_map(|(at, surgery)| {
            let issues = self.stage_issues(surgery, Some(at)).into_iter();
            issues.map(move |issue| Issue {
                path: match issue.path.split_once('.') {
                    Some((field, place)) => format!("surgeries[{at}].{field}[{place}]"),
                    None => format!("surgeries[{at}].{}", issue.path),
                },
                ..issue
            })
        })
        .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn record(surgeries: &str) -> Record {
        let json = format!(r#"{{"patient":{{"family":"Sample","born":"1970"}},"surgeries":[{surgeries}]}}"#);
        serde_json::from_str(&json).unwrap()
    }

    #[rstest]
    #[case(r#"{"procedures":["ALIF L5-S1"],"when":"2019"},
        {"procedures":["fixation"],"when":"2019","stage_of":"operation 1"}"#, &[])]
    #[case(r#"{"procedures":["ALIF L5-S1"],"stage_of":"operation 1"}"#, &["surgeries[0].stage_of"])]
    #[case(r#"{"procedures":["a"],"stage_of":"operation 2"},{"procedures":["b"],"revises":["operation 1"]}"#,
        &["surgeries[0].stage_of", "surgeries[1].revises[0]"])]
    #[case(r#"{"procedures":["a"],"when":"2019"},{"procedures":["b"],"when":"2018","revises":["operation 1"]}"#,
        &["surgeries[1].revises[0]"])]
    #[case(r#"{"procedures":["a"],"when":"2019"},{"procedures":["b"],"when":"unknown","revises":["operation 1"]}"#, &[])]
    fn no_operation_is_of_itself_or_before_the_one_that_it_names(
        #[case] surgeries: &str,
        #[case] wanted: &[&str],
    ) {
        let issues = record(surgeries).all_stage_issues();
        let paths: Vec<&str> = issues.iter().map(|issue| issue.path.as_str()).collect();
        assert_eq!(paths, wanted);
    }

    #[test]
    fn stages_of_stages_are_of_the_first() {
        let record = record(
            r#"{"procedures":["a"]},{"procedures":["b"],"stage_of":"operation 1"},
            {"procedures":["c"],"stage_of":"operation 2"},{"procedures":["d"]}"#,
        );
        let first: Vec<usize> = (0..4).map(|at| record.first_stage(at)).collect();
        assert_eq!(first, [0, 0, 0, 3]);
    }
}
