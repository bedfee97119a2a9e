//! A fusion joins vertebrae, so it has a segment. What is typed anew is held to it; an old source may not tell.

use super::{Code, Region, Surgery};
use crate::value::{
    issue::{Issue, Problem},
    level::{Levels, Target},
};

impl Surgery {
    /// What is typed of a fusion and joins nothing: two vertebrae at least are joined at a segment, at the sacroiliac joint or
    /// on to the pelvis. That the level is not known, or only how many there were, is an answer; no answer is none.
    pub fn without_segment(&self) -> Vec<Issue> {
        let joins = |levels: &Levels| {
            let fits = |target: &Target| {
                matches!(
                    target,
                    Target::Segment(..)
                        | Target::SacroiliacJoint
                        | Target::Pelvis(_)
                        | Target::ToPelvis(_)
                        | Target::Unnamed(_)
                )
            };
            levels.targets().iter().any(fits)
        };
        let sacroiliac = self.region == Some(Region::Sacroiliac);
        let mut issues: Vec<Issue> = Vec::new();
        for (at, procedure) in self.procedures.iter().enumerate() {
            if !procedure.code.is_some_and(Code::joins) {
                continue;
            }
            let joint = procedure.code == Some(Code::SacroiliacFusion) || sacroiliac;
            let issue = match procedure.levels.is_empty() {
                false if joins(&procedure.levels) => continue,
                false => Issue::at(format!("procedures.{at}"), Problem::FusionNeedsSegment),
                true if joint && self.levels.is_empty() || joins(&self.levels) => continue,
                true => Issue::at("levels", Problem::FusionNeedsSegment),
            };
            if !issues.contains(&issue) {
                issues.push(issue);
            }
        }
        issues
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case(r#""procedures":["TLIF"],"levels":"L4-L5""#, &[])]
    #[case(r#""procedures":["TLIF L4-L5"]"#, &[])]
    #[case(r#""procedures":["fusion"],"levels":"level unknown""#, &[])]
    #[case(r#""procedures":["fusion"],"levels":"3 levels""#, &[])]
    #[case(r#""procedures":["SI fusion"]"#, &[])]
    #[case(r#""procedures":["fusion"],"region":"sacroiliac""#, &[])]
    #[case(r#""procedures":["laminectomy L4"]"#, &[])]
    #[case(r#""procedures":["stabilization L3"]"#, &[])]
    #[case(r#""procedures":["TLIF"]"#, &["levels"])]
    #[case(r#""procedures":["TLIF","PLF"]"#, &["levels"])]
    #[case(r#""procedures":["fusion"],"levels":"L4""#, &["levels"])]
    #[case(r#""procedures":["laminectomy","fusion L4, L5"],"levels":"L4-L5""#, &["procedures.1"])]
    fn trap_16_a_fusion_has_a_segment_or_says_that_it_is_not_known(
        #[case] fields: &str,
        #[case] wanted: &[&str],
    ) {
        let surgery: Surgery = serde_json::from_str(&format!("{{{fields}}}")).unwrap();
        let issues = surgery.without_segment();
        let paths: Vec<&str> = issues.iter().map(|issue| issue.path.as_str()).collect();
        assert_eq!(paths, wanted);
        assert!(
            issues
                .iter()
                .all(|issue| issue.problem == Problem::FusionNeedsSegment)
        );
    }
}
