//! How many operations on the spine a record tells of. Stages of one operation are one; what was done on a stimulator or a pump
//! alone, a trial as well as an implant, is none.

use super::gate::register::is_of_device;
use crate::fact::{Record, surgery::Surgery};

/// An operation on the spine with its stages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Operation {
    /// Its stages by their places in the list of the record, from 0, in the order of that list; never empty.
    pub stages: Vec<usize>,
}

impl Operation {
    /// The entries that tell of it.
    pub fn entries<'r>(&self, record: &'r Record) -> impl Iterator<Item = &'r Surgery> {
        self.stages
            .iter()
            .filter_map(|at| record.surgeries.get(*at))
            .map(|one| &one.fact)
    }
}

/// Whether what an entry tells was done to a stimulator or a pump alone.
fn is_on_a_device(surgery: &Surgery) -> bool {
    !surgery.procedures.is_empty() && surgery.procedures.iter().all(is_of_device)
}

/// The operations on the spine, by the order of their first stages.
pub fn operations(record: &Record) -> Vec<Operation> {
    let mut all: Vec<(usize, Operation)> = Vec::new();
    for (at, surgery) in record.surgeries.iter().enumerate() {
        let stands = surgery.head.as_ref().is_none_or(|head| head.stands);
        if !stands || is_on_a_device(surgery) {
            continue;
        }
        let first = record.first_stage(at);
        match all.iter_mut().find(|(of, _)| *of == first) {
            Some((_, operation)) => operation.stages.push(at),
            None => all.push((first, Operation { stages: vec![at] })),
        }
    }
    all.into_iter().map(|(_, operation)| operation).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trap_20_stages_are_one_operation_and_trials_and_implants_of_stimulators_and_pumps_are_none() {
        let json = r#"{"patient":{"family":"Sample","born":"1970"},"surgeries":[
            {"procedures":["microdiscectomy L5-S1"],"when":"2009"},
            {"procedures":["ALIF L4-S1"],"when":"2012"},
            {"procedures":["posterior fixation L4-S1"],"when":"2012","stage_of":"operation 2"},
            {"procedures":["Spinal cord stimulator trial"],"when":"2015"},
            {"procedures":["SCS implant"],"when":"2015"},
            {"procedures":["IPG battery exchange"],"when":"2020"},
            {"procedures":["Intrathecal pump implant"],"when":"2021"},
            {"procedures":["laminectomy T9-T10","SCS implant"],"when":"2022"}]}"#;
        let record: Record = serde_json::from_str(json).unwrap();
        let stages: Vec<Vec<usize>> = operations(&record).into_iter().map(|one| one.stages).collect();
        assert_eq!(stages, [vec![0], vec![1, 2], vec![7]]);
        let second = operations(&record).remove(1);
        assert_eq!(second.entries(&record).count(), 2);
    }
}
