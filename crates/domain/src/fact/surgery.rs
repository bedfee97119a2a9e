//! An operation on the spine: what was done, where, when, by whom, and what came of it for back and limb separately.

mod code;
mod complication;
mod manner;
mod outcome;
mod procedure;
mod region;
mod segment;

pub use code::Code;
pub use complication::{Complication, Complications, Kind as ComplicationKind, Severity};
pub use manner::{
    DiscExtent, Graft, GraftKind, Guidance, Monitoring, Purpose, Reason, SourceSeen, Technique, Tool,
};
pub use outcome::{Outcome, PainFree, ResultFor, WorkReturn, WorkTime};
pub use procedure::Procedure;
pub use region::{Approach, Region};

use crate::fact::clinical::{Clinical, InTime};
use crate::value::{
    answer::{Answer, answer_or_list},
    context::{Context, ToldBy},
    implant::{Implant, Implants, check_implants},
    interval::Interval,
    issue::{Issue, Problem},
    level::{Levels, Side},
    link::Link,
    numbering::Numbering,
    text::Text,
    when::When,
};
use serde::{Deserialize, Serialize};

/// One operation, with all that was done in it and what came of it.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Surgery {
    /// When it was done, as exactly as that is known.
    #[serde(default)]
    pub when: When,
    /// The operation of which this is a further stage.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stage_of: Option<Link>,
    /// The earlier operations that it did again or put right.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub revises: Vec<Link>,
    /// What was done, one or more, each with levels of its own where they differ.
    pub procedures: Vec<Procedure>,
    /// Part of the spine.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<Region>,
    /// Levels of the operation as a whole, as the source counts them.
    #[serde(default, skip_serializing_if = "Levels::is_empty")]
    pub levels: Levels,
    /// How the source counted them.
    #[serde(default, skip_serializing_if = "Numbering::is_empty")]
    pub numbering: Numbering,
    /// Side of the patient.
    #[serde(default, skip_serializing_if = "Answer::is_not_asked")]
    pub side: Answer<Side>,
    /// The way by which the spine was reached.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approach: Option<Approach>,
    /// How the way in was made and what was looked through.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub techniques: Vec<Technique>,
    /// By what instruments and implants were led.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub guidance: Vec<Guidance>,
    /// With what bone or disc was taken away.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tools: Vec<Tool>,
    /// The manner in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub manner_words: Option<Text>,
    /// Monitoring of nerves; `absent` means that there was none.
    #[serde(default, skip_serializing_if = "Answer::is_not_asked")]
    pub monitoring: Answer<Monitoring>,
    /// How much of a disc was taken out.
    #[serde(default, skip_serializing_if = "Answer::is_not_asked")]
    pub disc_extent: Answer<DiscExtent>,
    /// Who operated, by name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub surgeon: Option<Text>,
    /// The hospital in which it was done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub facility: Option<Text>,
    /// Why it was done, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub indication: Option<Text>,
    /// The same by its code.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reasons: Vec<Reason>,
    /// What it was meant to reach.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub purposes: Vec<Purpose>,
    /// The same in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub purpose_words: Option<Text>,
    /// What the patient expected of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected: Option<Text>,
    /// What was laid in for bone to grow; `absent` means asked and none.
    #[serde(default, skip_serializing_if = "Answer::is_not_asked")]
    pub graft: Answer<Vec<Graft>>,
    /// What was left in the body; `absent` means asked and none. A record file may also give a plain list.
    #[serde(
        default,
        skip_serializing_if = "Answer::is_not_asked",
        deserialize_with = "answer_or_list"
    )]
    pub implants: Implants,
    /// What went wrong; `absent` means asked and nothing. A record file may also give a plain list.
    #[serde(
        default,
        skip_serializing_if = "Answer::is_not_asked",
        deserialize_with = "answer_or_list"
    )]
    pub complications: Complications,
    /// How long the patient stayed in hospital.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stay: Option<Interval>,
    /// Result for the back (or neck).
    #[serde(default, skip_serializing_if = "ResultFor::is_empty")]
    pub result_back: ResultFor,
    /// Result for the leg (or arm).
    #[serde(default, skip_serializing_if = "ResultFor::is_empty")]
    pub result_limb: ResultFor,
    /// Pain-free or clearly better for how long.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pain_free: Option<PainFree>,
    /// Whether the patient came back to work.
    #[serde(default, skip_serializing_if = "Answer::is_not_asked")]
    pub work: Answer<WorkReturn>,
    /// When; of who did not come back, when that was known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub work_when: Option<WorkTime>,
    /// What the account was read from.
    #[serde(default, skip_serializing_if = "Answer::is_not_asked")]
    pub source: Answer<SourceSeen>,
    /// Who told this or where it was read.
    #[serde(default)]
    pub told_by: ToldBy,
    /// Whatever has no field of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

impl Surgery {
    /// An operation of which nothing else is told.
    pub fn of(procedures: Vec<Procedure>) -> Self {
        Self {
            procedures,
            ..Self::default()
        }
    }

    /// The implants that are listed.
    pub fn listed_implants(&self) -> &[Implant] {
        self.implants.value().map(Vec::as_slice).unwrap_or_default()
    }

    /// The complications that are listed.
    pub fn listed_complications(&self) -> &[Complication] {
        self.complications.value().map(Vec::as_slice).unwrap_or_default()
    }

    /// Whether a complication is told of in a neutral way alone in a text for others.
    pub fn is_told_neutrally(&self) -> bool {
        self.listed_complications()
            .iter()
            .any(|one| one.kind.is_told_neutrally())
    }

    /// Every level that was operated on: those of the whole and those of its procedures.
    pub fn all_levels(&self) -> Levels {
        let own = self.procedures.iter().map(|procedure| &procedure.levels);
        Levels::together([&self.levels].into_iter().chain(own))
    }

    /// What was done where: "Laminectomy, fusion, L4-S1", or "Laminectomy L3-L4; fusion L4-S1" where the levels differ.
    /// `mark` stands before the levels of the whole.
    pub fn what(&self, mark: &str) -> String {
        let own = self.procedures.iter().any(|one| !one.levels.is_empty());
        let parts: Vec<String> = self.procedures.iter().map(ToString::to_string).collect();
        let parts = parts.join(if own { "; " } else { ", " });
        let told = Levels::together(self.procedures.iter().map(|one| &one.levels));
        match (self.levels.is_empty(), own) {
            (true, _) => parts,
            (false, true) if told == self.levels => parts,
            (false, true) => format!("{parts}; {}", self.levels),
            (false, false) => format!("{parts}{mark}{}", self.levels),
        }
    }
}

impl Clinical for Surgery {
    const CALLED: Option<&'static str> = Some("operation");

    fn told_by(&self) -> Option<ToldBy> {
        Some(self.told_by)
    }

    /// Procedures must be named, and so must what is of another kind than the listed ones; an operation that it belongs to
    /// is named once and as one; the dates must fit the patient's life.
    fn check(&self, context: &Context) -> Vec<Issue> {
        let mut issues = Vec::new();
        if self.procedures.is_empty() {
            issues.push(Issue::at("procedures", Problem::Required));
        }
        if self.purposes.contains(&Purpose::Other) && self.purpose_words.is_none() {
            issues.push(Issue::at("purpose_words", Problem::Required));
        }
        for (at, graft) in self.graft.value().into_iter().flatten().enumerate() {
            if graft.kind == GraftKind::Other && graft.words.is_none() {
                issues.push(Issue::at(format!("graft.value.{at}.words"), Problem::Required));
            }
        }
        check_implants(&self.implants, &mut issues);
        for (at, one) in self.listed_complications().iter().enumerate() {
            if one.kind == ComplicationKind::Other && one.words.is_none() {
                issues.push(Issue::at(
                    format!("complications.value.{at}.words"),
                    Problem::Required,
                ));
            }
            context.judge(&format!("complications.value.{at}.when"), &one.when, &mut issues);
        }
        let revised = self.revises.iter().enumerate();
        let links = revised.map(|(at, link)| (format!("revises.{at}"), link));
        let stage = self.stage_of.iter().map(|link| ("stage_of".to_owned(), link));
        let mut seen: Vec<&Link> = Vec::new();
        for (path, link) in stage.chain(links) {
            if Some(link.what()) != Self::CALLED {
                let text = link.to_string();
                issues.push(Issue::at(path, Problem::NotALink { text }));
            } else if seen.contains(&link) {
                issues.push(Issue::at(path, Problem::NamedTwice));
            }
            seen.push(link);
        }
        context.judge("when", &self.when, &mut issues);
        if let Some(WorkTime::At(when)) = &self.work_when {
            context.judge("work_when", when, &mut issues);
        }
        issues
    }

    fn whens_mut(&mut self) -> Vec<(&'static str, &mut When)> {
        let mut whens = vec![("when", &mut self.when)];
        if let Answer::Value(list) = &mut self.complications {
            whens.extend(list.iter_mut().map(|one| ("complications", &mut one.when)));
        }
        if let Some(WorkTime::At(when)) = &mut self.work_when {
            whens.push(("work_when", when));
        }
        whens
    }

    fn links_mut(&mut self) -> Vec<(String, &mut Link)> {
        let stage = self.stage_of.iter_mut().map(|link| ("stage_of".to_owned(), link));
        let revised = self.revises.iter_mut().enumerate();
        let mut links: Vec<(String, &mut Link)> = stage
            .chain(revised.map(|(at, link)| (format!("revises.{at}"), link)))
            .collect();
        if let Answer::Value(list) = &mut self.implants {
            for (at, implant) in list.iter_mut().enumerate() {
                let device = implant.device.iter_mut();
                links.extend(device.map(|link| (format!("implants.{at}.device"), link)));
            }
        }
        links
    }

    fn in_time(&self) -> InTime<'_> {
        InTime::Told(&self.when)
    }

    fn words(&self) -> Vec<String> {
        let done = self.procedures.iter().map(ToString::to_string);
        let codes = self.procedures.iter().filter_map(|one| one.code);
        let names = codes.flat_map(Code::names).map(str::to_owned);
        done.chain(names)
            .chain(self.surgeon.iter().map(ToString::to_string))
            .chain([self.levels.to_string()])
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::born::Birth;
    use chrono::NaiveDate;

    fn context() -> Context {
        let born: Birth = "3 May 1970".parse().unwrap();
        Context {
            today: NaiveDate::from_ymd_opt(2026, 11, 23).unwrap(),
            born,
        }
    }

    #[test]
    fn before_birth_and_in_the_future_are_issues_as_far_as_precision_tells() {
        let at = |when: &str| {
            let json = format!(r#"{{"procedures":["fusion"],"when":"{when}"}}"#);
            serde_json::from_str::<Surgery>(&json).unwrap().check(&context())
        };
        assert_eq!(at("1969"), vec![Issue::at("when", Problem::BeforeBirth)]);
        assert_eq!(at("1970"), vec![]);
        assert_eq!(at("2027"), vec![Issue::at("when", Problem::InFuture)]);
        assert_eq!(at("2026"), vec![]);
        assert_eq!(at("age 30"), vec![]);
    }

    #[test]
    fn a_bad_level_names_its_fault() {
        let error =
            serde_json::from_str::<Surgery>(r#"{"procedures":["fusion"],"levels":"L7"}"#).unwrap_err();
        assert!(
            error
                .to_string()
                .contains(r#"{"code":"not_a_level","text":"L7"}"#),
            "{error}"
        );
    }
}
