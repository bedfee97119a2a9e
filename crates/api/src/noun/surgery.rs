//! An operation, as typed.

mod implants;
mod procedures;

pub use implants::ImplantInput;
pub use procedures::ProcedureInput;

use super::{Typed, typed};
use crate::{
    field::{Field, WhenOrUnknown, fields, has_to_be_chosen, the_same},
    reading::Reading,
};
use implants::ImplantLines;
use lamina_domain::{
    Answer, Interval, Issue, Levels, Link, Numbering, Side, Surgery, Text, ToldBy, When,
    numbering::{CountedFrom, Transition},
    surgery::{
        Approach, Code, Complication, ComplicationKind, DiscExtent, Graft, GraftKind, Guidance, Monitoring,
        Outcome, PainFree, Procedure, Purpose, Reason, Region, ResultFor, Severity, SourceSeen, Technique,
        Tool, WorkReturn, WorkTime,
    },
};

typed!(
    Surgery as SurgeryInput,
    with Code, Transition, CountedFrom, Technique, Guidance, Tool, Monitoring, DiscExtent, Purpose, Reason, GraftKind,
    ComplicationKind, Severity, WorkReturn, SourceSeen, ResultInput, NumberingInput, ProcedureInput, GraftInput,
    ComplicationInput, ImplantInput;
    held to without_segment
);

the_same!(
    Answer<Outcome>,
    Option<Region>,
    Option<Approach>,
    Answer<Transition>,
    Answer<CountedFrom>,
    Vec<Technique>,
    Vec<Guidance>,
    Vec<Tool>,
    Vec<Purpose>,
    Vec<Reason>,
    Answer<Monitoring>,
    Answer<DiscExtent>,
    Answer<Severity>,
    Answer<WorkReturn>,
    Answer<SourceSeen>,
);
has_to_be_chosen!(GraftKind, ComplicationKind);

fields! {
    /// A result for back or limb, as typed.
    ResultFor as ResultInput {
        /// How back or limb was judged to be after it.
        judged: Answer<Outcome>,
        /// In the words of the source.
        words: Option<Text>,
    }
}

fields! {
    /// How levels were numbered, as typed.
    Numbering as NumberingInput {
        /// Transitional vertebra; `absent` means looked for and none.
        transition: Answer<Transition>,
        /// From where it was counted.
        counted_from: Answer<CountedFrom>,
        /// Who labelled the levels.
        labelled_by: Option<Text>,
    }
}

fields! {
    /// A graft, as typed.
    Graft as GraftInput {
        /// What it was; has to be chosen.
        kind: GraftKind,
        /// From which site it was taken, or its name.
        words: Option<Text>,
    }
}

fields! {
    /// A complication, as typed.
    Complication as ComplicationInput {
        /// What it was; has to be chosen.
        kind: ComplicationKind,
        /// The same more exactly.
        words: Option<Text>,
        /// When it was, where told.
        when: When,
        /// How bad it was.
        severity: Answer<Severity>,
        /// What was done about it.
        treatment: Option<Text>,
    }
}

fields! {
    /// An operation, as typed.
    Surgery as SurgeryInput {
        /// When it was done; "unknown" where that is not known.
        when: WhenOrUnknown,
        /// The operation of which this is a further stage, by its id; empty where it is none.
        stage_of: Option<Link>,
        /// The earlier operations that it did again or put right, by their ids.
        revises: Vec<Link>,
        /// What was done, a line each.
        procedures: Vec<Procedure>,
        /// Part of the spine.
        region: Option<Region>,
        /// Levels of the operation as a whole, as the source counts them.
        levels: Levels,
        /// How they were counted.
        numbering: NumberingInput,
        /// Side of the patient.
        side: Answer<Side>,
        /// The way in to the spine, such as posterior or lateral.
        approach: Option<Approach>,
        /// How the way in was made and what was looked through.
        techniques: Vec<Technique>,
        /// By what instruments and implants were led.
        guidance: Vec<Guidance>,
        /// With what bone or disc was taken away.
        tools: Vec<Tool>,
        /// The manner in words.
        manner_words: Option<Text>,
        /// Monitoring of nerves; `absent` means that there was none.
        monitoring: Answer<Monitoring>,
        /// How much of a disc was taken out.
        disc_extent: Answer<DiscExtent>,
        /// The name of the surgeon.
        surgeon: Option<Text>,
        /// The hospital or clinic where it was done.
        facility: Option<Text>,
        /// Why it was done, in words.
        indication: Option<Text>,
        /// The same by its code.
        reasons: Vec<Reason>,
        /// What it was meant to reach.
        purposes: Vec<Purpose>,
        /// The same in words.
        purpose_words: Option<Text>,
        /// What the patient expected of it.
        expected: Option<Text>,
        /// What was laid in for bone to grow; `absent` means asked and none.
        graft: Answer<Vec<GraftInput>>,
        /// What was left in the body; `absent` means asked and none.
        implants: ImplantLines,
        /// What went wrong; `absent` means asked and nothing.
        complications: Answer<Vec<ComplicationInput>>,
        /// How long the patient stayed in hospital: "4 days".
        stay: Option<Interval>,
        /// Result for the back (or neck).
        result_back: ResultInput,
        /// Result for the leg (or arm).
        result_limb: ResultInput,
        /// Pain-free or clearly better: "never", "still", "3 months", or in other words.
        pain_free: Option<PainFree>,
        /// Whether the patient came back to work.
        work: Answer<WorkReturn>,
        /// When: "3 months" after the operation, or a date.
        work_when: Option<WorkTime>,
        /// What the account was read from.
        source: Answer<SourceSeen>,
        /// From whom it is known: patient, clinician, document or device.
        told_by: ToldBy,
        /// Whatever has no field of its own.
        note: Option<Text>,
    }
}

impl SurgeryInput {
    /// Objects to a fusion without a segment at the line or the levels where it is typed. What could not be read there is told
    /// already.
    fn without_segment(&self, surgery: &Surgery, reading: &mut Reading) {
        let unread = |issue: &Issue| issue.path.starts_with("procedures") || issue.path == "levels";
        if reading.issues.iter().any(unread) {
            return;
        }
        for issue in surgery.without_segment() {
            let mut path = reading.as_typed(&issue.path);
            if path.starts_with("procedures.") {
                path.push_str(".text");
            }
            reading.issues.push(Issue::at(path, issue.problem));
        }
    }
}

impl Field for Option<PainFree> {
    type Fact = Self;
    type Typed = String;

    fn typed(fact: &Self) -> String {
        match fact {
            None => String::new(),
            Some(PainFree::Never) => "never".to_owned(),
            Some(PainFree::Ongoing) => "still".to_owned(),
            Some(PainFree::For(interval)) => interval.to_string(),
            Some(PainFree::Words(words)) => words.to_string(),
        }
    }

    fn read(typed: &String, path: &str, reading: &mut Reading) -> Option<Self> {
        Some(reading.pain_free(path, typed))
    }
}

impl Field for Option<WorkTime> {
    type Fact = Self;
    type Typed = String;

    fn typed(fact: &Self) -> String {
        match fact {
            None => String::new(),
            Some(WorkTime::After(interval)) => interval.to_string(),
            Some(WorkTime::At(when)) => when.to_string(),
        }
    }

    fn read(typed: &String, path: &str, reading: &mut Reading) -> Option<Self> {
        Some(reading.work_time(path, typed))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use lamina_domain::{Birth, Clinical, Context, Problem, Typing};

    fn reading() -> Reading {
        Reading::of(Typing::on("2026-11-25".parse().unwrap()))
    }

    fn line(text: &str, code: Option<Code>) -> ProcedureInput {
        ProcedureInput {
            text: text.into(),
            code,
        }
    }

    #[test]
    fn everything_typed_reads_back_as_it_is_kept() {
        let json = r#"{"when":"May 2019","stage_of":"operation 1","revises":["operation 2"],
            "procedures":[{"name":"redo","code":"tlif","levels":"L4-L5"},"ALIF L5-S1"],"levels":"L4-S1",
            "numbering":{"transition":{"missing":"unknown"},"counted_from":{"value":"c2"},"labelled_by":"Dr Exemple"},
            "techniques":["minimally_invasive","microscope"],"guidance":["navigation"],"tools":["ultrasonic_bone_device"],
            "manner_words":"tubular","monitoring":{"value":"no_change"},"disc_extent":{"value":"large"},
            "purposes":["stabilise","other"],"purpose_words":"sit again","expected":"to work",
            "graft":{"value":[{"kind":"autograft","words":"iliac crest"}]},
            "implants":{"value":[{"kind":"cage","maker":"Exemple","model":"X","serial":"1","udi":"(01)1",
                "mri":{"conditional":{"field":"1.5 T"}},"device":"device 1"}]},
            "complications":{"value":[{"kind":"dural_tear","words":"small","when":"May 2019","severity":{"value":"mild"},
                "treatment":"sutured"}]},
            "stay":"4 days","work":{"value":"partly"},"work_when":{"after":"3 months"},"source":{"value":"recall"}}"#;
        let surgery: Surgery = serde_json::from_str(json).unwrap();
        let typed = surgery.typed();
        let mut reading = reading();
        assert_eq!(Surgery::read(&typed, &mut reading), Some(surgery));
        assert_eq!(reading.issues, []);
    }

    #[test]
    fn a_row_is_named_alike_where_it_cannot_be_read_and_where_it_cannot_be_kept() {
        let typed = |when: &str| SurgeryInput {
            procedures: vec![line("Laminectomy L4", None)],
            graft: Answer::Value(vec![GraftInput {
                kind: Some(GraftKind::Other),
                ..GraftInput::default()
            }]),
            complications: Answer::Value(vec![ComplicationInput {
                kind: Some(ComplicationKind::Other),
                when: when.into(),
                ..ComplicationInput::default()
            }]),
            ..SurgeryInput::default()
        };
        let paths = |issues: &[Issue]| -> Vec<String> { issues.iter().map(|one| one.path.clone()).collect() };
        let mut unread = reading();
        typed("sometime").read(&mut unread);
        assert_eq!(paths(&unread.issues), ["complications.value.0.when"]);
        let read = typed("2019").read(&mut reading()).unwrap();
        let context = Context {
            today: "2026-11-25".parse().unwrap(),
            born: Birth::AgeAtFirstVisit(50),
        };
        assert_eq!(
            paths(&read.check(&context)),
            ["graft.value.0.words", "complications.value.0.words"]
        );
    }

    #[test]
    fn a_fusion_without_a_segment_is_refused_at_its_field_and_an_unknown_level_is_an_answer() {
        let at = |levels: &str| {
            let typed = SurgeryInput {
                procedures: vec![line("TLIF", None)],
                levels: levels.into(),
                ..SurgeryInput::default()
            };
            let mut reading = reading();
            Surgery::read(&typed, &mut reading);
            let told = reading.issues.iter();
            told.map(|issue| (issue.path.clone(), issue.problem.clone()))
                .collect::<Vec<_>>()
        };
        let refused = vec![("levels".to_owned(), Problem::FusionNeedsSegment)];
        assert_eq!((at(""), at("L4")), (refused.clone(), refused));
        assert_eq!((at("L4-L5"), at("level unknown")), (vec![], vec![]));
        assert_eq!(at("L9").len(), 1, "what could not be read is told once");
        let typed = SurgeryInput {
            procedures: vec![line("", None), line("laminectomy; fusion L4", None)],
            ..SurgeryInput::default()
        };
        let mut reading = reading();
        Surgery::read(&typed, &mut reading);
        assert_eq!(reading.issues[0].path, "procedures.1.text");
    }

    #[test]
    fn a_length_or_a_date_is_read_for_the_way_back_to_work() {
        let mut reading = reading();
        let mut read = |typed: &str| reading.work_time("work_when", typed);
        assert!(matches!(read("after 3 months"), Some(WorkTime::After(_))));
        assert!(matches!(read("May 2020"), Some(WorkTime::At(_))));
        assert_eq!(read(""), None);
        assert_eq!(read("soon"), None);
        assert_eq!(reading.issues.len(), 1);
    }
}
