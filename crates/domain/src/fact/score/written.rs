//! A score as it stands in a record file: one object, of which the measure decides which fields may be there. A field
//! that belongs to another measure is refused like one that nobody knows, so that no word of a record is passed over.

use super::{
    Finite, Measure, Nrs, PainKind, Percent, Score, Site,
    administered::{self, Administration, Mark},
    version_named,
};
use crate::value::{
    context::ToldBy,
    instrument::{Capture, ScoreResult},
    interval::Interval,
    issue::Problem,
    level::Side,
    text::Text,
    when::When,
};
use serde::{Deserialize, Deserializer, de::Error};

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Named {
    Nrs,
    Odi,
    Number,
    Instrument,
}

impl Named {
    /// The fields of a score of that measure, in the order of the document about the format.
    fn fields(self) -> &'static [&'static str] {
        match self {
            Self::Nrs => &[
                "when", "measure", "site", "side", "kind", "period", "value", "told_by", "note",
            ],
            Self::Odi => &["when", "measure", "value", "version", "told_by", "note"],
            Self::Number => &["when", "measure", "name", "value", "unit", "told_by", "note"],
            Self::Instrument => &[
                "when",
                "measure",
                "instrument",
                "edition",
                "activities",
                "answers",
                "total",
                "prorate",
                "confirmed",
                "capture",
                "scored",
                "told_by",
                "note",
            ],
        }
    }
}

/// The fields of all measures.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    #[serde(default)]
    when: When,
    measure: Named,
    site: Option<Site>,
    side: Option<Side>,
    kind: Option<PainKind>,
    period: Option<Interval>,
    value: Option<f64>,
    version: Option<Text>,
    name: Option<Text>,
    unit: Option<Text>,
    instrument: Option<String>,
    edition: Option<String>,
    activities: Option<Vec<Text>>,
    answers: Option<Vec<Option<Mark>>>,
    total: Option<f64>,
    prorate: Option<bool>,
    confirmed: Option<bool>,
    capture: Option<Capture>,
    scored: Option<ScoreResult>,
    #[serde(default)]
    told_by: ToldBy,
    note: Option<Text>,
}

impl Written {
    /// The first field that is there and belongs to another measure.
    fn foreign(&self) -> Option<&'static str> {
        let given = [
            ("site", self.site.is_some()),
            ("side", self.side.is_some()),
            ("kind", self.kind.is_some()),
            ("period", self.period.is_some()),
            ("value", self.value.is_some()),
            ("version", self.version.is_some()),
            ("name", self.name.is_some()),
            ("unit", self.unit.is_some()),
            ("instrument", self.instrument.is_some()),
            ("edition", self.edition.is_some()),
            ("activities", self.activities.is_some()),
            ("answers", self.answers.is_some()),
            ("total", self.total.is_some()),
            ("prorate", self.prorate.is_some()),
            ("confirmed", self.confirmed.is_some()),
            ("capture", self.capture.is_some()),
            ("scored", self.scored.is_some()),
        ];
        let own = self.measure.fields();
        let mut foreign = given
            .into_iter()
            .filter(|(name, there)| *there && !own.contains(name));
        foreign.next().map(|(name, _)| name)
    }

    fn measure<E: Error>(self) -> Result<Measure, E> {
        fn need<T, E: Error>(value: Option<T>, name: &'static str) -> Result<T, E> {
            value.ok_or_else(|| E::missing_field(name))
        }
        Ok(match self.measure {
            // The value is judged before the rest is asked for, so that its fault is the same without the rest.
            Named::Nrs => Measure::Nrs {
                value: rating(need(self.value, "value")?).map_err(E::custom)?,
                site: need(self.site, "site")?,
                side: self.side,
                kind: self.kind,
                period: self.period,
            },
            Named::Odi => Measure::Odi {
                value: Percent::try_from(need(self.value, "value")?).map_err(E::custom)?,
                version: self.version.as_ref().and_then(version_named),
            },
            Named::Number => Measure::Number {
                value: Finite::try_from(need(self.value, "value")?).map_err(E::custom)?,
                name: need(self.name, "name")?,
                unit: need(self.unit, "unit")?,
            },
            Named::Instrument => {
                let written = administered::WrittenAdministration {
                    instrument: need(self.instrument, "instrument")?,
                    edition: self.edition,
                    activities: self.activities.unwrap_or_default(),
                    answers: self.answers,
                    total: self.total,
                    prorate: self.prorate.unwrap_or_default(),
                    confirmed: self.confirmed.unwrap_or_default(),
                    capture: self.capture.unwrap_or_default(),
                    scored: self.scored,
                };
                Measure::Instrument(Box::new(Administration::try_from(written).map_err(E::custom)?))
            }
        })
    }
}

/// A rating, which is a whole number.
fn rating(value: f64) -> Result<Nrs, Problem> {
    let limits = || Problem::OutOfRange { min: 0, max: 10 };
    if !(0.0..=10.0).contains(&value) {
        return Err(limits());
    }
    let mut whole = (0..=10_u8).filter(|one| f64::from(*one) == value);
    Nrs::try_from(i64::from(whole.next().ok_or(Problem::NotWhole)?))
}

impl<'de> Deserialize<'de> for Score {
    fn deserialize<D: Deserializer<'de>>(reader: D) -> Result<Self, D::Error> {
        let mut written = Written::deserialize(reader)?;
        if let Some(name) = written.foreign() {
            return Err(D::Error::unknown_field(name, written.measure.fields()));
        }
        Ok(Score {
            when: written.when,
            told_by: written.told_by,
            note: written.note.take(),
            measure: written.measure()?,
        })
    }
}
