//! Words for how a symptom runs, the same on the screen and in letters.

use super::{Word, answer, joined, message, say, say_with, words};
use chrono::NaiveDate;
use lamina_domain::{
    Anchor, Answer, Missing, Record, Reply, Symptom, Text,
    record::{lasting::Lasting, related::Months},
    symptom::{
        Distance, DistanceUnit, Tolerance,
        course::{Pattern, Relation, TimeOfDay, Trend},
        quality::QualityCounts,
    },
    when::Reference,
};

words! {
    Relation {
        AsBefore => "value-relation-as-before",
        BetterThenBack => "value-relation-better-then-back",
        NeverImproved => "value-relation-never-improved",
        Worse => "value-relation-worse",
        New => "value-relation-new",
    }
    Pattern {
        Constant => "value-pattern-constant",
        Intermittent => "value-pattern-intermittent",
        Attacks => "value-pattern-attacks",
        ConstantWithAttacks => "value-pattern-constant-with-attacks",
    }
    Trend {
        Better => "value-trend-better",
        Same => "value-trend-same",
        Worse => "value-trend-worse",
    }
    TimeOfDay {
        Morning => "value-time-of-day-morning",
        Daytime => "value-time-of-day-daytime",
        Evening => "value-time-of-day-evening",
        Night => "value-time-of-day-night",
        AnyTime => "value-time-of-day-any-time",
    }
}

impl Word for Tolerance {
    fn word(&self) -> String {
        match self {
            Self::Minutes(_) => self.to_string(),
            Self::Unlimited => say!("value-tolerance-unlimited"),
        }
    }
}

impl Word for Distance {
    /// In the unit in which it was told, with the metres where that is another one: "600 ft (183 m)".
    fn word(&self) -> String {
        match self.unit() {
            DistanceUnit::Metre | DistanceUnit::Kilometre => self.to_string(),
            DistanceUnit::Foot | DistanceUnit::Yard | DistanceUnit::Mile => say_with!(
                "symptom-distance-in-metres",
                [
                    ("distance", self.to_string().into()),
                    ("metres", self.metres().to_string().into())
                ]
            ),
        }
    }
}

/// So many months as people say them: "3 years and 2 months".
fn span(months: u32) -> String {
    let (years, rest) = (months / 12, months % 12);
    let years = (years > 0).then(|| say_with!("symptom-span-years", [("count", years.into())]));
    let rest = (rest > 0).then(|| say_with!("symptom-span-months", [("count", rest.into())]));
    match (years, rest) {
        (Some(years), Some(rest)) => say_with!(
            "symptom-span-both",
            [("years", years.into()), ("months", rest.into())]
        ),
        (Some(one), None) | (None, Some(one)) => one,
        (None, None) => say!("symptom-span-none"),
    }
}

/// "3 years and 2 months", "about 3 years", "at least 2 years".
fn length(lasting: Lasting) -> String {
    match lasting {
        Lasting::For(months) => span(months),
        Lasting::About(0) => span(0),
        Lasting::About(months) => say_with!("symptom-span-about", [("span", span(months).into())]),
        Lasting::AtLeast(months) => say_with!("symptom-span-at-least", [("span", span(months).into())]),
        Lasting::AtMost(months) => say_with!("symptom-span-at-most", [("span", span(months).into())]),
    }
}

/// How long it has been there on a day: "for about 3 years"; nothing where it is over or nobody knows.
pub(crate) fn lasting(symptom: &Symptom, record: &Record, today: NaiveDate) -> Option<String> {
    let lasting = record.lasting(symptom, today)?;
    Some(say_with!("symptom-lasting", [("span", length(lasting).into())]))
}

/// How long ago the operation was that it names: "operation 2 was 3 years and 7 months ago".
pub(crate) fn operation_ago(symptom: &Symptom, record: &Record, today: NaiveDate) -> Option<String> {
    let (number, ago) = record.operation_ago(symptom, today)?;
    Some(say_with!(
        "symptom-operation-ago",
        [
            ("number", number.to_string().into()),
            ("span", length(ago).into())
        ]
    ))
}

/// What it has to do with which operation: "new after the operation, operation 2".
pub(crate) fn relation(symptom: &Symptom) -> Option<String> {
    let number = match symptom.operation {
        Some(Anchor::Operation(Reference::Place(number))) => Some(number),
        _ => None,
    };
    match (&symptom.relation, number) {
        (Answer::Value(relation), Some(number)) => {
            let number = number.to_string();
            Some(match relation {
                Relation::AsBefore => say_with!("relation-as-before", [("number", number.into())]),
                Relation::BetterThenBack => {
                    say_with!("relation-better-then-back", [("number", number.into())])
                }
                Relation::NeverImproved => say_with!("relation-never-improved", [("number", number.into())]),
                Relation::Worse => say_with!("relation-worse", [("number", number.into())]),
                Relation::New => say_with!("relation-new", [("number", number.into())]),
            })
        }
        (other, _) => answer(other),
    }
}

/// How it comes and goes, when in the day it is worst, where it is going.
pub(crate) fn pattern(symptom: &Symptom) -> Option<String> {
    let labelled = |label: String, word: Option<String>| word.map(|word| format!("{label}: {word}"));
    let bare = |word: Option<String>, missing: bool, label: String| match missing {
        true => labelled(label, word),
        false => word,
    };
    joined(
        [
            bare(
                answer(&symptom.pattern),
                symptom.pattern.value().is_none(),
                say!("symptom-pattern"),
            ),
            bare(
                answer(&symptom.time_of_day),
                symptom.time_of_day.value().is_none(),
                say!("symptom-time-of-day"),
            ),
            bare(
                answer(&symptom.trend),
                symptom.trend.value().is_none(),
                say!("symptom-trend"),
            ),
        ],
        "; ",
    )
}

/// How far it reaches: dermatomes, below the knee or the elbow.
pub(crate) fn reach(symptom: &Symptom) -> Option<String> {
    let below = |reply: Reply, yes: super::Message, no: super::Message, label: super::Message| match reply {
        Reply::NotAsked => None,
        Reply::Yes => Some(say!(yes)),
        Reply::No => Some(say!(no)),
        other => Some(format!("{}: {}", say!(label), other.word())),
    };
    let dermatomes = (!symptom.dermatomes.is_empty()).then(|| {
        let roots = symptom.dermatomes.targets().iter().map(ToString::to_string);
        let names: Vec<String> = roots
            .map(|root| root.trim_end_matches(" root").to_owned())
            .collect();
        let count = names.len();
        say_with!(
            "symptom-dermatomes",
            [("names", names.join(", ").into()), ("count", count.into())]
        )
    });
    joined(
        [
            dermatomes,
            below(
                symptom.below_knee,
                message!("symptom-below-knee-yes"),
                message!("symptom-below-knee-no"),
                message!("symptom-below-knee"),
            ),
            below(
                symptom.below_elbow,
                message!("symptom-below-elbow-yes"),
                message!("symptom-below-elbow-no"),
                message!("symptom-below-elbow"),
            ),
        ],
        ", ",
    )
}

/// How long somebody sits, stands and walks with it.
pub(crate) fn tolerances(symptom: &Symptom) -> Option<String> {
    let one = |label: super::Message, tolerance: &Answer<Tolerance>| {
        answer(tolerance).map(|word| format!("{} {word}", say!(label)))
    };
    joined(
        [
            one(message!("symptom-sitting"), &symptom.sitting),
            one(message!("symptom-standing"), &symptom.standing),
            one(message!("symptom-walking"), &symptom.walking),
            answer(&symptom.walking_distance)
                .map(|far| say_with!("symptom-walking-distance", [("distance", far.into())])),
        ],
        ", ",
    )
}

/// How strong: "7/10", "7/10, worst of 7 days, 3 May 2026", or why there is no number.
pub(crate) fn strength(symptom: &Symptom) -> Option<String> {
    let nrs = match &symptom.intensity {
        Answer::Value(nrs) => nrs,
        Answer::Missing(Missing::NotAsked) => return None,
        Answer::Missing(missing) => return Some(missing.word()),
    };
    let kind = symptom.intensity_kind.map(|kind| kind.word());
    let asked = match symptom.intensity_period {
        Some(period) => {
            let kind = kind.unwrap_or_else(|| say!("value-pain-kind-not-said"));
            Some(say_with!(
                "asked-over",
                [("kind", kind.into()), ("period", period.to_string().into())],
            ))
        }
        None => kind,
    };
    let when = (!symptom.intensity_when.is_unknown()).then(|| symptom.intensity_when.to_string());
    joined([Some(format!("{}/10", nrs.rating())), asked, when], ", ")
}

/// Words of the muscular and the neuropathic pattern, side by side; nothing where there are none.
pub(crate) fn counts<'a>(words: impl IntoIterator<Item = &'a Text>) -> Option<String> {
    let counts = QualityCounts::of(words);
    (!counts.is_empty()).then(|| {
        say_with!(
            "symptom-counts",
            [
                ("muscular", counts.muscular.into()),
                ("neuropathic", counts.neuropathic.into())
            ]
        )
    })
}

/// "7 months after operation 2", "6 to 7 months after operation 2", "less than a month after operation 2".
pub(crate) fn after(number: u32, (least, most): Months) -> String {
    let number = number.to_string();
    match least == most {
        true if most == 0 => say_with!("symptom-after-soon", [("number", number.into())]),
        true => say_with!(
            "symptom-after",
            [("months", most.into()), ("number", number.into())]
        ),
        false => say_with!(
            "symptom-after-about",
            [
                ("least", least.into()),
                ("most", most.into()),
                ("number", number.into())
            ]
        ),
    }
}

/// That it is over, and since when; nothing where nobody said so.
pub(crate) fn resolved(symptom: &Symptom) -> Option<String> {
    symptom.resolved.as_ref().map(|when| match when.is_unknown() {
        true => say!("symptom-resolved-unknown"),
        false => say_with!("symptom-resolved", [("when", when.to_string().into())]),
    })
}
