//! The procedures of an operation, a line each, as typed.

use crate::{field::Field, reading::Reading};
use lamina_domain::{
    Issue, Problem,
    surgery::{Code, Procedure},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A line of what was done, as typed. An empty line is none.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct ProcedureInput {
    /// What was done, with levels of its own at the end where they differ: "Laminectomy L3-L4". It may hold several between
    /// semicolons, unless a code is chosen.
    pub text: String,
    /// Which procedure it was, as chosen; none where the text is taken to say it.
    pub code: Option<Code>,
}

impl Field for Vec<Procedure> {
    type Fact = Self;
    type Typed = Vec<ProcedureInput>;

    fn typed(fact: &Self) -> Vec<ProcedureInput> {
        let line = |one: &Procedure| ProcedureInput {
            text: one.to_string(),
            code: one.chosen(),
        };
        fact.iter().map(line).collect()
    }

    fn read(typed: &Vec<ProcedureInput>, path: &str, reading: &mut Reading) -> Option<Self> {
        let (mut all, mut lines) = (Vec::new(), Vec::new());
        for (at, line) in typed.iter().enumerate() {
            if line.text.trim().is_empty() {
                if line.code.is_some() {
                    let issue = Issue::at(format!("{path}.{at}.text"), Problem::Required);
                    reading.issues.push(issue);
                }
                continue;
            }
            let read = reading.keep(&format!("{path}.{at}.text"), Procedure::several(&line.text));
            let mut read = read.unwrap_or_default();
            match (line.code, read.as_mut_slice()) {
                (Some(code), [one]) => one.code = Some(code),
                (Some(_), [_, _, ..]) => {
                    let issue = Issue::at(format!("{path}.{at}.code"), Problem::OneProcedureALine);
                    reading.issues.push(issue);
                }
                _ => {}
            }
            lines.extend(std::iter::repeat_n(at, read.len()));
            all.extend(read);
        }
        reading.stood(path, lines);
        Some(all)
    }
}
