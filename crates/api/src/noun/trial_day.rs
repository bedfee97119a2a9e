//! A day of the diary of a trial, as typed. What is left open was not rated and is no zero.

use super::{Typed, typed};
use crate::{
    field::{fields, has_to_be_chosen, the_same},
    reading::Reading,
};
use chrono::NaiveDate;
use lamina_domain::{
    Link, Reply, Text, ToldBy,
    neuromodulation::{TrialDay, trial_day::DayComparison},
    score::{Nrs, PainKind},
    within::Within,
};

typed!(TrialDay as TrialDayInput, with DayComparison);

has_to_be_chosen!(PainKind);
the_same!(Option<DayComparison>);

fields! {
    /// A day of the diary of a trial, as typed.
    #[derive(Eq)]
    TrialDay as TrialDayInput {
        /// The path of the trial.
        neuromodulation: Link,
        /// The day that it is of.
        on: NaiveDate,
        /// Which pain of the day was rated.
        kind: PainKind,
        /// Pain of the back, 0 to 10.
        back: Option<Nrs>,
        /// Pain of the leg, 0 to 10.
        leg: Option<Nrs>,
        /// Pain of the neck, 0 to 10.
        neck: Option<Nrs>,
        /// Pain of the arm, 0 to 10.
        arm: Option<Nrs>,
        /// What the patient could do, against before the trial.
        function: Option<DayComparison>,
        /// Sleep of the night before, against before the trial.
        sleep: Option<DayComparison>,
        /// Whether any medicine was changed.
        medicine_changed: Reply,
        /// Which of them was changed, and how.
        medicine_words: Option<Text>,
        /// How satisfied the patient was, 0 to 10.
        satisfaction: Option<Within<0, 10>>,
        /// Who said it, or where it was read.
        told_by: ToldBy,
        /// Whatever has no field of its own.
        note: Option<Text>,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use lamina_domain::{Typing, neuromodulation::Pain};

    #[test]
    fn trap_37_what_is_left_open_is_not_rated_and_zero_is() {
        let mut reading = Reading::of(Typing::on("2026-11-25".parse().unwrap()));
        let typed = TrialDayInput {
            neuromodulation: "neuromodulation 1".into(),
            on: "20 Nov 2026".into(),
            kind: Some(PainKind::Average),
            leg: "0".into(),
            sleep: Some(DayComparison::Better),
            satisfaction: "8".into(),
            ..TrialDayInput::default()
        };
        let day = typed.read(&mut reading).unwrap();
        assert_eq!(TrialDayInput::of(&day), typed);
        assert_eq!(day.rating(Pain::Back), None);
        assert_eq!(day.rating(Pain::Leg).map(|nrs| nrs.rating()), Some(0));
        let wrong = TrialDayInput {
            back: "11".into(),
            on: "Nov 2026".into(),
            ..TrialDayInput::default()
        };
        wrong.read(&mut reading);
        let paths: Vec<&str> = reading.issues.iter().map(|issue| issue.path.as_str()).collect();
        assert_eq!(paths, ["neuromodulation", "on", "kind", "back"]);
    }
}
