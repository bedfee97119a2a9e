//! A treatment tried, as typed.

mod injection;
mod response;
mod step;
mod therapy;

pub use injection::{AgentInput, InjectionInput};
pub use response::{AdverseEffectInput, ResponseInput};
pub use step::DoseStepInput;
pub use therapy::TherapyInput;

use super::{Typed, typed};
use crate::{
    field::{Field, Part},
    reading::{Reading, shown},
};
use lamina_domain::{
    Answer, Problem, Response, Side, Status, Text, ToldBy, Treatment,
    medicine::{Fault, Medicine, TypedMedicine},
    response::{AdverseAction, Analgesics, Impression, Severity},
    treatment::{
        Adherence, DoseStep, Kind, StopReason,
        injection::{AgentKind, Guidance, Sedation, Type},
        therapy::Content,
    },
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

typed!(
    Treatment as TreatmentInput,
    with Severity, AdverseAction, Analgesics, Impression, AdverseEffectInput, ResponseInput, Type, Guidance, Sedation, AgentKind,
    AgentInput, InjectionInput, Content, Adherence, TherapyInput, DoseStepInput
);

/// A treatment tried, as typed.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct TreatmentInput {
    /// The kind; has to be chosen.
    pub kind: Option<Kind>,
    /// The medicine as one line, as prescribed: "tramadol 50 mg 1-2 tabs q4-6h PRN max 8/day". Empty where it is told in
    /// words alone.
    pub medicine_line: String,
    /// What is actually taken of it in a day: "3 tablets", "40 mg", "not taking". Empty where nobody asked.
    pub taken_a_day: String,
    /// The medicine is bought without a prescription; the line may say so too.
    pub over_the_counter: bool,
    /// The medicine treats opioid use disorder, not pain; the line or the brand may say so too.
    pub for_opioid_use_disorder: bool,
    /// Its name; where it is left empty, the ingredients of the medicine are the name.
    pub name: String,
    /// Levels it aimed at.
    pub levels: String,
    /// Side of the patient.
    pub side: Answer<Side>,
    /// What it aimed at, in words.
    pub target: String,
    /// Dose, or number of sessions.
    pub dose: String,
    /// When it began or was given.
    pub started: String,
    /// Until when; empty also where it goes on.
    pub ended: String,
    /// Whether it goes on, as somebody said.
    pub status: Option<Status>,
    /// What came of it, each as it was told once.
    pub responses: Vec<ResponseInput>,
    /// Changes of dose of the medicine, in their order.
    pub steps: Vec<DoseStepInput>,
    /// How it was injected.
    pub injection: InjectionInput,
    /// How a therapy goes.
    pub therapy: TherapyInput,
    /// Who gives it: prescriber, therapist, operator.
    pub provider: String,
    /// Why it is given.
    pub indication: String,
    /// How closely the patient keeps to it.
    pub adherence: Answer<Adherence>,
    /// Why it ended, by its code.
    pub stopped: Answer<StopReason>,
    /// Why it ended, in words.
    pub stopped_words: String,
    /// From whom it is known: patient, clinician, document or device.
    pub told_by: ToldBy,
    /// Whatever has no field of its own.
    pub note: String,
}

impl TreatmentInput {
    /// The treatment as typed values.
    pub fn of(treatment: &Treatment) -> Self {
        let medicine = treatment.medicine.as_ref();
        let typed = medicine.map(TypedMedicine::of).unwrap_or_default();
        // A name that only repeats the ingredients is left to follow the line when that is changed.
        let follows = medicine.is_some_and(|medicine| medicine.name() == treatment.name.as_str());
        Self {
            kind: Some(treatment.kind),
            medicine_line: typed.line,
            taken_a_day: typed.taken_a_day,
            over_the_counter: typed.over_the_counter,
            for_opioid_use_disorder: typed.for_opioid_use_disorder,
            name: if follows {
                String::new()
            } else {
                treatment.name.to_string()
            },
            levels: treatment.levels.to_string(),
            side: treatment.side.clone(),
            target: shown(&treatment.target),
            dose: shown(&treatment.dose),
            started: treatment.started.to_string(),
            ended: if treatment.ended.is_unknown() {
                String::new()
            } else {
                treatment.ended.to_string()
            },
            status: treatment.status,
            responses: treatment.responses.iter().map(ResponseInput::of).collect(),
            steps: treatment.steps.iter().map(DoseStepInput::of).collect(),
            injection: <Option<InjectionInput> as Field>::typed(&treatment.injection),
            therapy: <Option<TherapyInput> as Field>::typed(&treatment.therapy),
            provider: shown(&treatment.provider),
            indication: shown(&treatment.indication),
            adherence: treatment.adherence.clone(),
            stopped: treatment.stopped.clone(),
            stopped_words: shown(&treatment.stopped_words),
            told_by: treatment.told_by,
            note: shown(&treatment.note),
        }
    }

    /// The treatment, where everything typed can be kept.
    pub fn read(&self, reading: &mut Reading) -> Option<Treatment> {
        let kind = reading.keep("kind", self.kind.ok_or(Problem::Required));
        let medicine = self.medicine(reading);
        let line_given = !self.medicine_line.trim().is_empty();
        let name = match &medicine {
            _ if !self.name.trim().is_empty() => reading.required("name", &self.name),
            Some(medicine) => reading.keep("name", Text::new(&medicine.name())),
            // What is wrong with the line is told there.
            None if line_given => None,
            None => reading.required("name", &self.name),
        };
        Some(Treatment {
            medicine,
            levels: reading.levels("levels", &self.levels),
            side: self.side.clone(),
            target: reading.text("target", &self.target),
            dose: reading.text("dose", &self.dose),
            started: reading.when("started", &self.started),
            ended: reading.when("ended", &self.ended),
            status: self.status,
            responses: self.responses(reading),
            steps: self.steps(reading),
            injection: <Option<InjectionInput> as Field>::read(&self.injection, "injection", reading)
                .unwrap_or_default(),
            therapy: <Option<TherapyInput> as Field>::read(&self.therapy, "therapy", reading)
                .unwrap_or_default(),
            provider: reading.text("provider", &self.provider),
            indication: reading.text("indication", &self.indication),
            adherence: self.adherence.clone(),
            stopped: self.stopped.clone(),
            stopped_words: reading.text("stopped_words", &self.stopped_words),
            told_by: self.told_by,
            note: reading.text("note", &self.note),
            kind: kind?,
            name: name?,
        })
    }

    /// The responses; lines at the end into which nothing was typed are none.
    fn responses(&self, reading: &mut Reading) -> Vec<Response> {
        let typed = self.responses.iter().rposition(|one| !one.is_blank());
        let until = typed.map_or(0, |last| last + 1);
        let typed = self.responses.iter().take(until).enumerate();
        reading.rows("responses", typed, |reading, at, one| {
            one.read_at(&format!("responses.{at}."), reading)
        })
    }

    /// The changes of dose; lines into which nothing was typed are none.
    fn steps(&self, reading: &mut Reading) -> Vec<DoseStep> {
        let (bought, disorder) = (self.over_the_counter, self.for_opioid_use_disorder);
        let typed = self.steps.iter().enumerate().filter(|(_, one)| !one.is_blank());
        reading.rows("steps", typed, |reading, at, one| {
            one.read(&format!("steps.{at}"), bought, disorder, reading)
        })
    }

    /// The medicine of the line; marks and an amount without a line are told at the line.
    fn medicine(&self, reading: &mut Reading) -> Option<Medicine> {
        let told =
            self.over_the_counter || self.for_opioid_use_disorder || !self.taken_a_day.trim().is_empty();
        if self.medicine_line.trim().is_empty() {
            if told {
                reading.keep::<()>("medicine_line", Err(Problem::Required));
            }
            return None;
        }
        let typed = TypedMedicine {
            line: self.medicine_line.clone(),
            taken_a_day: self.taken_a_day.clone(),
            over_the_counter: self.over_the_counter,
            for_opioid_use_disorder: self.for_opioid_use_disorder,
        };
        let (path, why) = match typed.read() {
            Ok(medicine) => return Some(medicine),
            Err(Fault::Line(why)) => ("medicine_line", why),
            Err(Fault::Taken(why)) => ("taken_a_day", why),
        };
        reading.keep(path, Err(Problem::NotAMedicine { why }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use lamina_domain::{Typing, misread::MedicineProblem};

    fn begun() -> Reading {
        Reading::of(Typing::on(chrono::NaiveDate::from_ymd_opt(2026, 11, 25).unwrap()))
    }

    fn drug(line: &str, taken: &str) -> TreatmentInput {
        TreatmentInput {
            kind: Some(Kind::Drug),
            medicine_line: line.to_owned(),
            taken_a_day: taken.to_owned(),
            ..TreatmentInput::default()
        }
    }

    #[test]
    fn a_line_is_a_medicine_whose_ingredients_are_the_name() {
        let mut reading = begun();
        let input = drug("tramadol 50 mg 1-2 tabs q4-6h PRN max 8/day", "3 tabs");
        let treatment = input.read(&mut reading).unwrap();
        assert_eq!(reading.issues, []);
        assert_eq!(treatment.name.as_str(), "tramadol");
        assert_eq!(
            treatment.medicine.as_ref().unwrap().to_string(),
            "tramadol 50 mg tablets, 1 to 2 tablets every 4 to 6 hours as needed, at most 8 tablets a day, taking 3 tablets a day"
        );
        let again = TreatmentInput::of(&treatment);
        assert_eq!(again.medicine_line, input.medicine_line);
        assert_eq!(again.name, "", "the name follows the line");
        let mut reading = begun();
        assert_eq!(again.read(&mut reading), Some(treatment));
    }

    #[test]
    fn a_name_of_its_own_is_kept() {
        let mut input = drug("oxycodone 10 mg q12h", "");
        input.name = "Long-acting opioid".into();
        let treatment = input.read(&mut begun()).unwrap();
        assert_eq!(treatment.name.as_str(), "Long-acting opioid");
        assert_eq!(TreatmentInput::of(&treatment).name, "Long-acting opioid");
    }

    #[test]
    fn trap_25_what_is_wrong_is_told_at_its_field_as_code_and_data() {
        let mut reading = begun();
        assert_eq!(drug("MS 10 mg bd", "").read(&mut reading), None);
        let [issue] = reading.issues.as_slice() else {
            panic!("{:?}", reading.issues)
        };
        assert_eq!(issue.path, "medicine_line");
        assert!(matches!(
            &issue.problem,
            Problem::NotAMedicine {
                why: MedicineProblem::RefusedName { text, .. }
            } if text == "ms"
        ));
        let wire = serde_json::to_value(&issue.problem).unwrap();
        assert_eq!(wire["code"], "not_a_medicine");
        assert_eq!(wire["why"]["code"], "refused_name");

        let mut reading = begun();
        drug("tramadol 50 mg 2 tabs qid", "3").read(&mut reading);
        assert_eq!(reading.issues.len(), 1);
        assert_eq!(reading.issues[0].path, "taken_a_day");
    }

    #[test]
    fn what_is_taken_needs_its_medicine() {
        let mut reading = begun();
        let mut input = drug("", "3 tablets");
        input.name = "tramadol".into();
        input.read(&mut reading);
        assert_eq!(
            reading.issues,
            [lamina_domain::Issue::at("medicine_line", Problem::Required)]
        );
    }

    #[test]
    fn each_response_is_kept_with_its_date_and_told_at_its_own_field() {
        let response = |when: &str, relief: &str| ResponseInput {
            when: when.into(),
            relief: Answer::Value(relief.into()),
            ..ResponseInput::default()
        };
        let mut input = TreatmentInput {
            kind: Some(Kind::Block),
            name: "nerve root block".into(),
            responses: vec![
                response("3.5.2026", "50"),
                ResponseInput {
                    worsened: true,
                    words: "worn off".into(),
                    lasted: "3 months".into(),
                    adverse_effects: Answer::Value(vec![AdverseEffectInput {
                        what: "numb leg".into(),
                        severity: Some(Severity::Mild),
                        ..AdverseEffectInput::default()
                    }]),
                    half_relief: "6 weeks".into(),
                    impression: Answer::Value(Impression::MuchWorse),
                    told_by: Some(ToldBy::Document),
                    ..response("", "0")
                },
                ResponseInput::default(),
            ],
            ..TreatmentInput::default()
        };
        let mut typed = begun();
        let treatment = input.read(&mut typed).unwrap();
        assert_eq!(typed.issues, []);
        assert_eq!(treatment.responses.len(), 2, "a line with nothing in it is none");
        assert_eq!(treatment.responses[0].when.to_string(), "3 May 2026");
        let again = TreatmentInput::of(&treatment);
        assert_eq!(again.responses[1], input.responses[1]);
        assert_eq!(again.read(&mut begun()), Some(treatment));
        input.responses[1].relief = Answer::Value("29.6".into());
        let mut rounded = begun();
        input.read(&mut rounded);
        assert_eq!(
            rounded.issues,
            [lamina_domain::Issue::at("responses.1.relief", Problem::NotWhole)],
            "trap 52: 29.6 is not 30"
        );
        input.responses[1].relief = Answer::Value("130".into());
        let mut wrong = begun();
        input.read(&mut wrong);
        let paths: Vec<&str> = wrong.issues.iter().map(|issue| issue.path.as_str()).collect();
        assert_eq!(paths, ["responses.1.relief"]);
    }

    #[test]
    fn what_was_injected_is_kept_and_each_fault_is_told_at_its_field() {
        let agent = |kind, name: &str, mg: &str| AgentInput {
            kind,
            name: name.into(),
            mg: mg.into(),
            ..AgentInput::default()
        };
        let mut input = TreatmentInput {
            kind: Some(Kind::Injection),
            name: "transforaminal epidural".into(),
            injection: InjectionInput {
                of_type: Some(Type::TransforaminalEpidural),
                guidance: Answer::Value(Guidance::Fluoroscopy),
                sedation: Answer::Missing(lamina_domain::Missing::Absent),
                agents: vec![
                    agent(Some(AgentKind::Steroid), "dexamethasone", "6,6"),
                    AgentInput {
                        percent: "0.25".into(),
                        ml: "1.5".into(),
                        ..agent(Some(AgentKind::LocalAnaesthetic), "bupivacaine", "")
                    },
                    AgentInput::default(),
                ],
                before: Answer::Value("7".into()),
                before_at: "09:05".into(),
                after: Answer::Missing(lamina_domain::Missing::Declined),
                ..InjectionInput::default()
            },
            ..TreatmentInput::default()
        };
        let mut reading = begun();
        let treatment = input.read(&mut reading).unwrap();
        assert_eq!(reading.issues, []);
        let again = TreatmentInput::of(&treatment);
        assert_eq!(
            again.injection.agents.len(),
            2,
            "a line with nothing in it is none"
        );
        assert_eq!(again.injection.agents[0].mg, "6.6");
        assert_eq!(again.injection.before_at, "09:05");
        assert_eq!(again.read(&mut begun()), Some(treatment));

        input.injection.agents = vec![agent(None, "triamcinolone", "1,000")];
        input.injection.before = Answer::Value("11".into());
        input.injection.after_at = "soon".into();
        input.injection.lesions = "none".into();
        let mut wrong = begun();
        input.read(&mut wrong);
        let paths: Vec<&str> = wrong.issues.iter().map(|issue| issue.path.as_str()).collect();
        assert_eq!(
            paths,
            [
                "injection.agents.0.kind",
                "injection.agents.0.mg",
                "injection.before",
                "injection.after_at",
                "injection.lesions"
            ]
        );
        let blank = TreatmentInput {
            name: "block".into(),
            kind: Some(Kind::Block),
            ..TreatmentInput::default()
        };
        assert_eq!(blank.read(&mut begun()).unwrap().injection, None);
    }

    #[test]
    fn trap_24_a_change_of_dose_is_a_line_of_its_own() {
        let mut input = drug("oxycodone 10 mg q12h", "");
        input.steps = vec![DoseStepInput {
            when: "May 2026".into(),
            medicine: "oxycodone 20 mg q12h".into(),
            ..DoseStepInput::default()
        }];
        let treatment = input.read(&mut begun()).unwrap();
        let again = TreatmentInput::of(&treatment);
        assert_eq!(again.steps, input.steps);
        assert_eq!(again.read(&mut begun()), Some(treatment));
        input.steps[0].medicine = "oxycodone 20 mg QD or so".into();
        input.steps.push(DoseStepInput {
            when: "June 2026".into(),
            ..DoseStepInput::default()
        });
        let mut wrong = begun();
        input.read(&mut wrong);
        let paths: Vec<&str> = wrong.issues.iter().map(|issue| issue.path.as_str()).collect();
        assert_eq!(paths, ["steps.0.medicine", "steps.1.medicine"]);
    }

    #[test]
    fn a_therapy_is_kept_as_typed() {
        let input = TreatmentInput {
            kind: Some(Kind::Physiotherapy),
            name: "Core strengthening".into(),
            started: "unknown".into(),
            provider: "Sample practice".into(),
            indication: "back pain".into(),
            adherence: Answer::Value(Adherence::Mostly),
            therapy: TherapyInput {
                planned: "12".into(),
                attended: "9".into(),
                content: vec![Content::CoreStrength, Content::GradedActivity],
                content_words: "on the mat".into(),
                home: Answer::Value("10 minutes a day".into()),
            },
            ..TreatmentInput::default()
        };
        let mut reading = begun();
        let treatment = input.read(&mut reading).unwrap();
        assert_eq!(reading.issues, []);
        assert_eq!(TreatmentInput::of(&treatment), input);
    }

    #[test]
    fn words_alone_stay_words_and_old_requests_are_read() {
        let input: TreatmentInput =
            serde_json::from_str(r#"{"kind":"drug","name":"gabapentin","dose":"300 mg three times a day"}"#)
                .unwrap();
        let treatment = input.read(&mut begun()).unwrap();
        assert_eq!(treatment.medicine, None);
        assert_eq!(TreatmentInput::of(&treatment).name, "gabapentin");
    }
}
