//! A treatment tried: what, against what, how much, what came of it, whether it goes on and why it ended.

pub mod injection;
mod step;
pub mod therapy;

pub use injection::Injection;
pub use step::DoseStep;
pub use therapy::{Adherence, Therapy};

use crate::fact::clinical::{Clinical, InTime};
use crate::fact::response::{Course, Response};
use crate::value::{
    answer::Answer,
    context::{Context, ToldBy},
    issue::{Issue, Problem},
    level::{Levels, Side},
    medicine::{Medicine, in_words, read_line},
    standing::{Standing, Status},
    text::Text,
    when::When,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The kind of treatment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "TreatmentKind"))]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A medicine, whose dose may change by steps.
    Drug,
    /// Injection of a joint, the epidural space or a trigger point.
    Injection,
    /// Nerve or plane block.
    Block,
    /// Radiofrequency through a needle: with heat, in pulses or cooled.
    Radiofrequency,
    /// Another intervention, done once unless something else is told.
    Intervention,
    /// Physiotherapy and exercise, which go by sessions.
    Physiotherapy,
    /// Treatment by hand, such as massage or manipulation.
    ManualTherapy,
    /// Heat, cold, ultrasound, electrical stimulation.
    PhysicalModality,
    /// Psychological treatment, such as cognitive behavioural therapy.
    Psychology,
    /// A pain management programme, which goes by sessions.
    PainManagement,
    /// Trial of a stimulator.
    NeuromodulationTrial,
    /// A stimulator that was implanted, not only tried.
    NeuromodulationImplant,
    /// Trial of a drug into the spinal fluid.
    IntrathecalTrial,
    /// Another kind, told by its name.
    Other,
}

/// Why a treatment ended, as somebody said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum StopReason {
    /// It did not help.
    Ineffective,
    /// Adverse effects made an end of it.
    AdverseEffect,
    /// The patient chose to end it.
    PatientChoice,
    /// It was completed as it was meant to be.
    Completed,
    /// It cost too much or was not covered.
    Cost,
    /// Something came up that speaks against it.
    Contraindication,
    /// The patient was lost to follow-up.
    LostToFollowUp,
    /// Another reason, told in words.
    Other,
}

/// A treatment that was tried, whether it goes on or has ended.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Treatment {
    /// What kind of treatment it is.
    pub kind: Kind,
    /// Its name, by which the patient is found too.
    pub name: Text,
    /// Levels it aimed at.
    #[serde(default, skip_serializing_if = "Levels::is_empty")]
    pub levels: Levels,
    /// Side of the patient.
    #[serde(default, skip_serializing_if = "Answer::is_not_asked")]
    pub side: Answer<Side>,
    /// What it aimed at, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<Text>,
    /// Dose, or number of sessions, as given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dose: Option<Text>,
    /// A medicine as prescribed and as taken; for the kind medicine only. Nothing where it was told in words alone. Where its
    /// dose was changed, it is what the treatment began with: see [`Treatment::medicine_on`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub medicine: Option<Medicine>,
    /// Changes of dose of the medicine, in their order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub steps: Vec<DoseStep>,
    /// How it was injected, or done through a needle.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub injection: Option<Injection>,
    /// How a therapy goes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub therapy: Option<Therapy>,
    /// Who gives it: prescriber, therapist, operator.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub provider: Option<Text>,
    /// Why it is given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub indication: Option<Text>,
    /// How closely the patient keeps to it.
    #[serde(default, skip_serializing_if = "Answer::is_not_asked")]
    pub adherence: Answer<Adherence>,
    /// When it began, by which it stands in the order of time.
    #[serde(default)]
    pub started: When,
    /// Until when; unknown also where it goes on.
    #[serde(default, skip_serializing_if = "When::is_unknown")]
    pub ended: When,
    /// Whether it goes on, as somebody said; nothing where nobody did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
    /// What came of it, each as it was told once, in the order of recording.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub responses: Vec<Response>,
    /// Why it ended; what is said to go on has no reason.
    #[serde(default, skip_serializing_if = "Answer::is_not_asked")]
    pub stopped: Answer<StopReason>,
    /// Why it ended, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stopped_words: Option<Text>,
    /// Who told this or where it was read.
    #[serde(default)]
    pub told_by: ToldBy,
    /// Whatever has no field of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

impl Treatment {
    /// Where it stands on that day. An end that is surely over, or that was told in any other way, ends it whatever else
    /// was said; an end known to a year or month that has begun may have come; one that lies ahead says that it goes on.
    /// Where neither a status nor an end is told, what is done once is one-off, a medicine whose use was asked about is
    /// running, and anything else is unknown.
    pub fn standing(&self, today: NaiveDate) -> Standing {
        if self.status == Some(Status::Ended) || self.is_told_to_have_ended() {
            return Standing::Ended;
        }
        let may_have_ended = match self.ended.span() {
            Some((_, to)) if to <= today => return Standing::Ended,
            Some((from, _)) => from <= today,
            None => false,
        };
        match self.status {
            Some(Status::OneOff) => Standing::OneOff,
            _ if may_have_ended => Standing::MayHaveEnded,
            _ if self.started.span().is_some_and(|(from, _)| from > today) => Standing::NotBegun,
            Some(Status::Running) => Standing::Running,
            Some(Status::Unknown) => Standing::Unknown,
            _ if !self.ended.is_unknown() => Standing::Running,
            _ => self.derived(today),
        }
    }

    /// It was done once and not gone on with, as somebody said or as its kind is done. That it is over, or why, says nothing
    /// against it; an end of its own does, where nobody said that it was done once.
    pub fn is_once(&self, today: NaiveDate) -> bool {
        match self.status {
            Some(Status::OneOff) => true,
            Some(Status::Ended) | None => self.ended.is_unknown() && self.derived(today) == Standing::OneOff,
            Some(Status::Running | Status::Unknown) => false,
        }
    }

    /// The medicine as its dose is on that day: by the last change that has begun.
    pub fn medicine_on(&self, today: NaiveDate) -> Option<&Medicine> {
        step::holding(self.medicine.as_ref(), &self.steps, today)
    }

    /// What the medicine was from the beginning, with what each change of dose made of it.
    pub fn medicines(&self) -> impl Iterator<Item = &Medicine> {
        let steps = self.steps.iter().map(|step| &step.medicine);
        self.medicine.iter().chain(steps)
    }

    /// It surely goes on on that day.
    pub fn is_current(&self, today: NaiveDate) -> bool {
        self.standing(today) == Standing::Running
    }

    /// It goes on on that day, or nothing says that it does not. What must not be overlooked asks this.
    pub fn may_be_current(&self, today: NaiveDate) -> bool {
        self.standing(today).may_run()
    }

    /// A reason was told, or an end that is no date: "6 weeks after operation 1".
    fn is_told_to_have_ended(&self) -> bool {
        let told = self.stopped.value().is_some() || self.stopped_words.is_some();
        told || !self.ended.is_unknown() && self.ended.span().is_none()
    }

    /// Where it stands by its kind and what is told of its use alone.
    fn derived(&self, today: NaiveDate) -> Standing {
        let once = matches!(
            self.kind,
            Kind::Injection
                | Kind::Block
                | Kind::Radiofrequency
                | Kind::Intervention
                | Kind::IntrathecalTrial
        );
        if once {
            return Standing::OneOff;
        }
        match (self.kind, self.medicine_on(today)) {
            (Kind::Drug, Some(medicine)) if medicine.parts().taken_a_day.is_some() => Standing::Running,
            (Kind::Drug, Some(medicine)) if medicine.is_for_one_occasion() => Standing::OneOff,
            (Kind::Drug, None) if self.words_tell_of_one_occasion() => Standing::OneOff,
            _ => Standing::Unknown,
        }
    }

    /// A medicine in words alone that is a drug of a procedure, or that reads as an injection which nothing says is repeated.
    fn words_tell_of_one_occasion(&self) -> bool {
        let dose = self.dose.as_ref().map(|dose| format!(", {dose}"));
        let line = format!("{}{}", self.name, dose.unwrap_or_default());
        match read_line(&line) {
            Ok(medicine) => medicine.is_for_one_occasion(),
            Err(_) => in_words(self.name.as_str()).is_some_and(|medicine| medicine.is_of_procedure()),
        }
    }

    /// Its responses as far as their order is told.
    pub fn course(&self) -> Course<'_> {
        Course::of(&self.responses)
    }
}

impl Clinical for Treatment {
    const CALLED: Option<&'static str> = Some("treatment");

    fn told_by(&self) -> Option<ToldBy> {
        Some(self.told_by)
    }

    /// The end follows the start, and so do each response and each change of dose; all fit the patient's life; a medicine, what
    /// is told of an injection and of a therapy belong to their kinds; what goes on has no reason why it ended, and another
    /// reason is told in words.
    fn check(&self, context: &Context) -> Vec<Issue> {
        let mut issues = Vec::new();
        for (at, response) in self.responses.iter().enumerate() {
            response.check(&self.started, context, &format!("responses.{at}"), &mut issues);
        }
        if self.ended.is_before(&self.started) {
            issues.push(Issue::at("ended", Problem::EndBeforeStart));
        }
        if self.medicine.is_some() && self.kind != Kind::Drug {
            issues.push(Issue::at("kind", Problem::MedicineOfOtherKind));
        }
        step::check(self.medicine.as_ref(), &self.started, &self.steps, &mut issues);
        if let Some(injection) = &self.injection {
            injection.check(self.kind, &mut issues);
        }
        if let Some(therapy) = &self.therapy {
            therapy.check(self.kind, &mut issues);
        }
        if self.stopped.value() == Some(&StopReason::Other) && self.stopped_words.is_none() {
            issues.push(Issue::at("stopped_words", Problem::Required));
        }
        let told = self.stopped.value().is_some() || self.stopped_words.is_some();
        if self.status == Some(Status::Running) && told {
            issues.push(Issue::at("status", Problem::RunningAndEnded));
        }
        context.judge("started", &self.started, &mut issues);
        context.judge("ended", &self.ended, &mut issues);
        for (at, step) in self.steps.iter().enumerate() {
            context.judge(&format!("steps.{at}.when"), &step.when, &mut issues);
        }
        issues
    }

    fn whens_mut(&mut self) -> Vec<(&'static str, &mut When)> {
        let mut whens = vec![("started", &mut self.started), ("ended", &mut self.ended)];
        let told = self.responses.iter_mut();
        whens.extend(told.map(|response| ("responses", &mut response.when)));
        whens.extend(self.steps.iter_mut().map(|step| ("steps", &mut step.when)));
        whens
    }

    fn in_time(&self) -> InTime<'_> {
        InTime::Told(&self.started)
    }

    fn words(&self) -> Vec<String> {
        let muscle = self.injection.iter().filter_map(|one| one.muscle.as_ref());
        [self.name.to_string(), self.levels.to_string()]
            .into_iter()
            .filter(|words| !words.is_empty())
            .chain(self.medicines().flat_map(names_of))
            .chain(muscle.map(ToString::to_string))
            .collect()
    }
}

/// Ingredients as typed and by their international name, and the brand.
fn names_of(medicine: &Medicine) -> Vec<String> {
    let parts = medicine.parts();
    let mut names: Vec<String> = parts.brand.iter().map(ToString::to_string).collect();
    for ingredient in &parts.ingredients {
        names.push(ingredient.name.to_string());
        names.extend(ingredient.substance().map(|known| known.id.clone()));
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn tramadol(more: &str) -> Treatment {
        let json = format!(
            r#"{{"kind":"drug","name":"tramadol","medicine":{{"ingredients":[{{"name":"tramadol","strength":"50 mg"}}]}}{more}}}"#
        );
        serde_json::from_str(&json).unwrap()
    }

    #[rstest]
    #[case("", Standing::Unknown)]
    #[case(r#","started":"2019""#, Standing::Unknown)]
    #[case(r#","status":"running""#, Standing::Running)]
    #[case(r#","status":"unknown""#, Standing::Unknown)]
    #[case(r#","status":"ended""#, Standing::Ended)]
    #[case(r#","status":"one_off""#, Standing::OneOff)]
    #[case(r#","started":"2027","status":"running""#, Standing::NotBegun)]
    #[case(r#","started":"2027""#, Standing::NotBegun)]
    #[case(r#","ended":"2020""#, Standing::Ended)]
    #[case(r#","ended":"2020","status":"running""#, Standing::Ended)]
    #[case(r#","ended":"25 Nov 2026""#, Standing::Ended)]
    #[case(r#","ended":"2026""#, Standing::MayHaveEnded)]
    #[case(r#","ended":"Nov 2026","status":"running""#, Standing::MayHaveEnded)]
    #[case(r#","ended":"2027""#, Standing::Running)]
    #[case(r#","ended":"6 weeks after operation 1""#, Standing::Ended)]
    #[case(r#","stopped":{"value":"ineffective"}"#, Standing::Ended)]
    #[case(r#","stopped":{"missing":"unknown"}"#, Standing::Unknown)]
    #[case(r#","stopped_words":"made her sick""#, Standing::Ended)]
    fn trap_21_only_what_is_told_to_go_on_is_current(#[case] more: &str, #[case] wanted: Standing) {
        let today = NaiveDate::from_ymd_opt(2026, 11, 25).unwrap();
        let treatment = tramadol(more);
        assert_eq!(treatment.standing(today), wanted);
        assert_eq!(treatment.is_current(today), wanted == Standing::Running);
        assert_eq!(treatment.may_be_current(today), wanted.may_run());
    }

    #[rstest]
    #[case(r#""kind":"injection","name":"caudal epidural""#, true)]
    #[case(
        r#""kind":"injection","name":"caudal epidural","stopped":{"value":"completed"}"#,
        true
    )]
    #[case(r#""kind":"injection","name":"caudal epidural","status":"ended""#, true)]
    #[case(
        r#""kind":"injection","name":"caudal epidurals","started":"2019","ended":"2021""#,
        false
    )]
    #[case(r#""kind":"injection","name":"caudal epidurals","status":"running""#, false)]
    #[case(
        r#""kind":"physiotherapy","name":"one lesson","status":"one_off","stopped":{"value":"completed"}"#,
        true
    )]
    #[case(
        r#""kind":"physiotherapy","name":"core strengthening","stopped":{"value":"completed"}"#,
        false
    )]
    #[case(
        r#""kind":"drug","name":"ketamine infusion","stopped_words":"made her sick""#,
        true
    )]
    #[case(r#""kind":"drug","name":"codeine","stopped_words":"made her sick""#, false)]
    fn what_was_done_once_stays_so_where_it_is_told_to_be_over(#[case] json: &str, #[case] wanted: bool) {
        let today = NaiveDate::from_ymd_opt(2026, 11, 25).unwrap();
        let treatment: Treatment = serde_json::from_str(&format!("{{{json}}}")).unwrap();
        assert_eq!(treatment.is_once(today), wanted);
    }

    #[rstest]
    #[case(r#""kind":"injection","name":"caudal epidural""#, Standing::OneOff)]
    #[case(r#""kind":"block","name":"nerve root block""#, Standing::OneOff)]
    #[case(r#""kind":"intrathecal_trial","name":"morphine trial""#, Standing::OneOff)]
    #[case(r#""kind":"neuromodulation_implant","name":"stimulator""#, Standing::Unknown)]
    #[case(r#""kind":"physiotherapy","name":"core strengthening""#, Standing::Unknown)]
    #[case(r#""kind":"drug","name":"adrenaline 0.5 mg im""#, Standing::OneOff)]
    #[case(r#""kind":"drug","name":"Propofol""#, Standing::OneOff)]
    #[case(r#""kind":"drug","name":"ketamine infusion""#, Standing::OneOff)]
    #[case(r#""kind":"drug","name":"codeine""#, Standing::Unknown)]
    #[case(r#""kind":"drug","name":"codeine","status":"running""#, Standing::Running)]
    #[case(
        r#""kind":"drug","name":"fentanyl","medicine":{"ingredients":[{"name":"fentanyl","strength":"0.1 mg"}],"route":"intravenous"}"#,
        Standing::OneOff
    )]
    #[case(
        r#""kind":"drug","name":"tramadol","medicine":{"ingredients":[{"name":"tramadol","strength":"50 mg"}],"taken_a_day":"150 mg"}"#,
        Standing::Running
    )]
    fn what_is_done_once_is_one_off(#[case] json: &str, #[case] wanted: Standing) {
        let today = NaiveDate::from_ymd_opt(2026, 11, 25).unwrap();
        let treatment: Treatment = serde_json::from_str(&format!("{{{json}}}")).unwrap();
        assert_eq!(treatment.standing(today), wanted);
    }

    #[test]
    fn what_goes_on_has_no_reason_why_it_ended() {
        let context = Context {
            today: NaiveDate::from_ymd_opt(2026, 11, 25).unwrap(),
            born: crate::value::born::Birth::AgeAtFirstVisit(50),
        };
        let issues = tramadol(r#","status":"running","stopped":{"value":"cost"}"#).check(&context);
        assert_eq!(issues, [Issue::at("status", Problem::RunningAndEnded)]);
    }

    #[test]
    fn a_medicine_belongs_to_the_kind_medicine_and_reads_back() {
        let context = Context {
            today: NaiveDate::from_ymd_opt(2026, 11, 25).unwrap(),
            born: crate::value::born::Birth::AgeAtFirstVisit(50),
        };
        let mut treatment = tramadol("");
        assert_eq!(treatment.check(&context), []);
        let written = serde_json::to_string(&treatment).unwrap();
        assert_eq!(serde_json::from_str::<Treatment>(&written).unwrap(), treatment);
        treatment.kind = Kind::IntrathecalTrial;
        assert_eq!(
            treatment.check(&context),
            [Issue::at("kind", Problem::MedicineOfOtherKind)]
        );
    }

    #[rstest]
    #[case("", "3 Mar 2026", "50 mg")]
    #[case(r#","steps":[{"when":"1 May 2026","medicine":{"ingredients":[{"name":"tramadol","strength":"100 mg"}]}}]"#, "30 Apr 2026", "50 mg")]
    #[case(r#","steps":[{"when":"1 May 2026","medicine":{"ingredients":[{"name":"tramadol","strength":"100 mg"}]}}]"#, "1 May 2026", "100 mg")]
    #[case::a_month_that_has_begun(r#","steps":[{"when":"May 2026","medicine":{"ingredients":[{"name":"tramadol","strength":"100 mg"}]}}]"#, "2 May 2026", "100 mg")]
    #[case::told_without_a_date(r#","steps":[{"when":"2020","medicine":{"ingredients":[{"name":"tramadol","strength":"75 mg"}]}},{"medicine":{"ingredients":[{"name":"tramadol","strength":"100 mg"}]}}]"#, "2 May 2026", "100 mg")]
    fn trap_21_the_dose_is_that_of_the_last_change_that_has_begun(
        #[case] more: &str,
        #[case] on: &str,
        #[case] strength: &str,
    ) {
        let on = chrono::NaiveDate::parse_from_str(on, "%d %b %Y").unwrap();
        let treatment = tramadol(more);
        let medicine = treatment.medicine_on(on).unwrap();
        let found = medicine.parts().ingredients[0].strength.unwrap();
        assert_eq!(found.to_string(), strength);
    }

    #[rstest]
    #[case(r#","started":"2020","steps":[{"when":"2019","medicine":{"ingredients":[{"name":"tramadol"}]}}]"#, &["steps.0.when"])]
    #[case(r#","steps":[{"when":"2020","medicine":{"ingredients":[{"name":"tramadol"}]}},{"when":"2019","medicine":{"ingredients":[{"name":"tramadol"}]}}]"#, &["steps.1.when"])]
    #[case(r#","steps":[{"when":"2027","medicine":{"ingredients":[{"name":"tramadol"}]}}]"#, &["steps.0.when"])]
    #[case(r#","steps":[{"medicine":{"ingredients":[{"name":"morphine"}]}}]"#, &["steps.0.medicine"])]
    #[case(r#","stopped":{"value":"other"}"#, &["stopped_words"])]
    #[case(r#","stopped":{"value":"other"},"stopped_words":"moved away""#, &[])]
    fn trap_25_a_change_of_dose_is_of_the_same_medicine_and_in_its_order(
        #[case] more: &str,
        #[case] wanted: &[&str],
    ) {
        let context = Context {
            today: NaiveDate::from_ymd_opt(2026, 11, 25).unwrap(),
            born: crate::value::born::Birth::AgeAtFirstVisit(50),
        };
        let issues = tramadol(more).check(&context);
        let paths: Vec<&str> = issues.iter().map(|issue| issue.path.as_str()).collect();
        assert_eq!(paths, wanted);
    }

    #[test]
    fn a_record_without_the_medicine_reads_as_before() {
        let old = r#"{"kind":"drug","name":"gabapentin","dose":"300 mg three times a day"}"#;
        assert_eq!(serde_json::from_str::<Treatment>(old).unwrap().medicine, None);
    }
}
