//! What a record holds of one day, and on which days somebody was seen. It is worked out from the times that facts bear and
//! kept nowhere.
//!
//! A fact belongs to a day where a time of it is exactly that day. What is known to a month, or lies "about" then, belongs to
//! none, and nor does a day that only lies ahead or since when something holds.

use crate::{
    fact::{Fact, Kept, Noun, Record, clinical::Clinical, clinical::InTime},
    of_fact,
    value::when::When,
};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// What happened with a fact on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Happening {
    /// It is of that day itself: taken, asked, examined, done, begun.
    Itself,
    /// It ended, was over, or was taken out.
    Ended,
    /// Somebody told what came of it.
    Told,
    /// Its dose was changed.
    Changed,
    /// It was settled: done, cancelled, reached or given up.
    Settled,
    /// How strong it was.
    Rated,
    /// Something went wrong with it.
    Complicated,
    /// The patient came back to work after it.
    BackAtWork,
    /// The leads of a trial came out.
    LeadsOut,
    /// It was taken for the last time.
    LastTaken,
}

/// What a time of a fact says of its day, by the name of its field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Says {
    /// The time of the fact itself.
    Own,
    /// That something happened with it.
    That(Happening),
    /// Nothing of that day: it lies ahead, or something holds since then.
    Nothing,
}

/// What the time in a field says; nothing where no fact has such a field.
pub fn says(field: &str) -> Option<Says> {
    Some(match field {
        "when" | "started" | "onset" | "implanted" | "set_on" | "asked_on" | "considered" | "judged" => {
            Says::Own
        }
        "ended" | "removed" | "resolved" | "what.trial.ended" | "what.complication.resolved" => {
            Says::That(Happening::Ended)
        }
        "responses" | "attainments" => Says::That(Happening::Told),
        "steps" => Says::That(Happening::Changed),
        "settled" => Says::That(Happening::Settled),
        "intensity_when" => Says::That(Happening::Rated),
        "complications" => Says::That(Happening::Complicated),
        "work_when" => Says::That(Happening::BackAtWork),
        "what.trial.leads_out" => Says::That(Happening::LeadsOut),
        "last_dose" => Says::That(Happening::LastTaken),
        "due" | "target" | "refill_due" | "next" => Says::Nothing,
        "smoking_since" | "work_since" | "answers" | "allergies" | "comorbidities" => Says::Nothing,
        _ => return None,
    })
}

/// A fact of a day, and what of it is of that day.
#[derive(Debug, Clone)]
pub struct OfDay {
    /// The fact as it stands, also where only a part of it is of that day.
    pub fact: Kept<Fact>,
    /// What happened with it, each once.
    pub happened: BTreeSet<Happening>,
}

/// Whether a time in the record is exactly this day.
pub fn is_on(record: &Record, when: &When, day: NaiveDate) -> bool {
    exact_day(record, when) == Some(day)
}

/// The day that a time in the record is exactly, where it is one.
pub fn exact_day(record: &Record, when: &When) -> Option<NaiveDate> {
    let days = record.days_of(when).filter(|_| !when.about);
    days.filter(|(from, to)| from == to).map(|(day, _)| day)
}

/// Every fact of one day, in the order of a record. The person and the background have no day.
pub fn on_day(record: &Record, day: NaiveDate) -> Vec<OfDay> {
    let all = Noun::ALL.into_iter().flat_map(|noun| record.list(noun));
    all.filter_map(|mut fact| {
        let own = of_fact!(&fact.fact, one => own(record, one.as_ref()));
        let mut happened: BTreeSet<Happening> = (own == Some(day))
            .then_some(Happening::Itself)
            .into_iter()
            .collect();
        for (field, when) in fact.fact.whens_mut() {
            if let Some(Says::That(what)) = says(field)
                && is_on(record, when, day)
            {
                happened.insert(what);
            }
        }
        (!happened.is_empty()).then_some(OfDay { fact, happened })
    })
    .collect()
}

/// The day of a fact itself, where it has exactly one.
fn own(record: &Record, fact: &impl Clinical) -> Option<NaiveDate> {
    match fact.in_time() {
        InTime::Told(when) => exact_day(record, when),
        InTime::Bears(moment) => moment.one_day(),
        InTime::AsRecorded => None,
    }
}

/// The days up to `today` on which somebody was seen: a visit to which the patient came, or a score, an examination, a reading or
/// an asking for red flags. What is known to a month or a year names none.
pub fn seen_on(record: &Record, today: NaiveDate) -> BTreeSet<NaiveDate> {
    let visits = record.visits.iter().filter(|one| one.was_held());
    let told = visits
        .map(|one| &one.when)
        .chain(record.scores.iter().map(|one| &one.when))
        .chain(record.examinations.iter().map(|one| &one.when))
        .chain(record.readings.iter().map(|one| &one.when));
    told.filter_map(|when| record.days_of(when))
        .chain(record.flags.iter().map(|one| one.asked_on.span()))
        .filter(|(from, to)| from == to && *to <= today)
        .map(|(day, _)| day)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(lists: &str) -> Record {
        serde_json::from_str(&format!(
            r#"{{"patient":{{"family":"Sample","born":"1970"}},{lists}}}"#
        ))
        .unwrap()
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn told(record: &Record, on: &str) -> Vec<(&'static str, Vec<Happening>)> {
        let all = on_day(record, day(on)).into_iter();
        all.map(|one| (one.fact.noun().name(), one.happened.into_iter().collect()))
            .collect()
    }

    #[test]
    fn what_is_of_a_day_is_found_by_every_time_that_it_bears_and_what_lies_ahead_or_holds_since_is_not() {
        let record = record(
            r#""surgeries":[{"procedures":["fusion"],"when":"1 May 2026"}],
            "symptoms":[{"site":"leg","onset":"2019","intensity":{"value":6},"intensity_when":"15 May 2026"}],
            "treatments":[
                {"kind":"drug","name":"pregabalin","started":"Apr 2026","ended":"15 May 2026",
                    "responses":[{"when":"15 May 2026","relief":{"value":40}},{"when":"1 Jun 2026","relief":{"value":0}}]},
                {"kind":"drug","name":"tramadol","started":"May 2026"},
                {"kind":"injection","name":"caudal","started":"about 15 May 2026"}],
            "scores":[{"measure":"odi","value":40,"when":"14 days after operation 1"},{"measure":"odi","value":30,"when":"May 2026"}],
            "flags":[{"asked_on":"15 May 2026","answers":{"fever":{"is":"yes","course":"new","since":"15 May 2026"}}},{"asked_on":"May 2026"}],
            "plan_items":[{"kind":"review","what":"look again","asked_on":"1 May 2026","due":"15 May 2026"}],
            "visits":[{"kind":"follow_up","when":"1 May 2026","next":"15 May 2026"},{"kind":"follow_up","when":"15 May 2026"}]"#,
        );
        assert_eq!(
            told(&record, "2026-05-15"),
            [
                ("symptom", vec![Happening::Rated]),
                ("treatment", vec![Happening::Ended, Happening::Told]),
                ("score", vec![Happening::Itself]),
                ("flag", vec![Happening::Itself]),
                ("visit", vec![Happening::Itself]),
            ]
        );
        assert_eq!(
            told(&record, "2026-05-01"),
            [
                ("surgery", vec![Happening::Itself]),
                ("plan_item", vec![Happening::Itself]),
                ("visit", vec![Happening::Itself]),
            ]
        );
        assert!(told(&record, "2026-05-16").is_empty());
    }

    #[test]
    fn somebody_was_seen_where_they_came_or_something_was_asked_or_measured_up_to_today() {
        let record = record(
            r#""scores":[{"measure":"odi","value":40,"when":"3 May 2026"},{"measure":"odi","value":40,"when":"Oct 2026"}],
            "flags":[{"asked_on":"1 Jun 2026"}],
            "visits":[{"kind":"telephone","when":"2 Jul 2026","came":{"value":"came"}},
                {"kind":"follow_up","when":"3 Jul 2026","came":{"value":"did_not_come"}},
                {"kind":"follow_up","when":"4 Jul 2026"},
                {"kind":"follow_up","when":"5 Dec 2026","came":{"value":"came"}}]"#,
        );
        let seen = seen_on(&record, day("2026-11-24"));
        let wanted = ["2026-05-03", "2026-06-01", "2026-07-02"].map(day);
        assert_eq!(seen.into_iter().collect::<Vec<_>>(), wanted);
    }
}
