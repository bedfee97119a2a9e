//! One administration of an instrument: what was answered where the wording is free, how it was taken down, and the
//! score as it was worked out then.
//!
//! What must hold:
//! - A score that was kept is read back as it was, with the version of the rule that made it; it is never worked out anew.
//! - There is a number or a reason, never both and never neither.
//! - Answers to a form whose wording is licensed are not kept.

use crate::value::coded::coded;
use crate::value::instrument::{
    Algorithm, Capture, GivenAnswer, Instrument, Licence, Options, Refusal, ScoreResult, entered,
    entered_with_parts, instrument, score,
};
use crate::value::text::Text;
use serde::{Deserialize, Serialize};

/// An instrument that was administered, with its score.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(into = "WrittenAdministration")]
pub struct Administration {
    answers: Option<Vec<Option<GivenAnswer>>>,
    activities: Vec<Text>,
    prorate: bool,
    confirmed: bool,
    capture: Capture,
    scored: ScoreResult,
}

/// Why an administration can't be kept.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "code", content = "data", rename_all = "snake_case")]
pub enum Unfit {
    /// No instrument of the catalogue has this id.
    UnknownInstrument {
        /// The id that was given.
        id: String,
    },
    /// Pain ratings and the ODI have forms of their own.
    OwnForm {
        /// The id that was given.
        id: String,
    },
    /// What was given is no answer to this form.
    Refused(Vec<Refusal>),
    /// A part that is no part, or can't have this score.
    Part {
        /// Key of the part.
        key: String,
        /// Why the score was not taken.
        refusal: Refusal,
    },
    /// The score belongs to something else.
    Other,
    /// Both or neither of number and reason.
    NumberOrReason,
    /// A word, profile, part or rule version that the instrument does not have.
    Foreign {
        /// The word, profile, part or rule version as it was given.
        text: String,
    },
    /// Answers to a licensed form beside a score.
    Licensed,
    /// Neither answers nor total nor score.
    Nothing,
    /// Activities of an instrument that asks for none, another number of them than of ratings, or too many.
    Activities,
}

coded!("unfit": Unfit);

impl Administration {
    /// Scores answers in the order of the form. Of a licensed form the score is kept and not the answers.
    ///
    /// # Errors
    /// Everything about the answers that can't be an answer to this form.
    pub fn answered(id: &str, answers: Vec<Option<GivenAnswer>>, options: Options) -> Result<Self, Unfit> {
        Self::of_activities(id, Vec::new(), answers, options)
    }

    /// As [`Self::answered`], of an instrument that asks for the patient's own activities: a rating of each, in their order.
    ///
    /// # Errors
    /// As [`Self::answered`], and where there is not a rating of each activity or none of a rating.
    pub fn of_activities(
        id: &str,
        activities: Vec<Text>,
        answers: Vec<Option<GivenAnswer>>,
        options: Options,
    ) -> Result<Self, Unfit> {
        let instrument = known(id)?;
        named(instrument, options.edition.as_deref())?;
        if instrument.algorithm == Algorithm::Activities && activities.len() != answers.len() {
            return Err(Unfit::Activities);
        }
        asked_for(instrument, &activities)?;
        let scored = score(instrument, &answers, &options).map_err(Unfit::Refused)?;
        Ok(Administration {
            answers: (instrument.licence == Licence::FreeWording).then_some(answers),
            activities,
            prorate: options.prorate,
            confirmed: options.confirmed,
            capture: options.capture,
            scored,
        })
    }

    /// A total that was worked out elsewhere, with the scores of parts by key.
    ///
    /// # Errors
    /// A total or part that the instrument can't have.
    pub fn total(
        id: &str,
        total: f64,
        edition: Option<&str>,
        parts: &[(String, f64)],
    ) -> Result<Self, Unfit> {
        let instrument = known(id)?;
        named(instrument, edition)?;
        let scored =
            entered_with_parts(instrument, total, edition, parts).map_err(|(key, refusal)| match key {
                Some(key) => Unfit::Part { key, refusal },
                None => Unfit::Refused(vec![refusal]),
            })?;
        Ok(Administration {
            answers: None,
            activities: Vec::new(),
            prorate: false,
            confirmed: false,
            capture: Capture::default(),
            scored,
        })
    }

    /// The instrument. None only where a file of the catalogue was lost.
    pub fn instrument(&self) -> Option<&'static Instrument> {
        instrument(&self.scored.instrument)
    }

    /// The score as it was worked out when it was taken.
    pub fn scored(&self) -> &ScoreResult {
        &self.scored
    }

    /// The answers in the order of the form, `None` for a blank; none where only the score was kept.
    pub fn answers(&self) -> Option<&[Option<GivenAnswer>]> {
        self.answers.as_deref()
    }

    /// The same total, of these activities.
    ///
    /// # Errors
    /// Where the instrument asks for none, or for fewer.
    pub fn with_activities(mut self, activities: Vec<Text>) -> Result<Self, Unfit> {
        if let Some(instrument) = self.instrument() {
            asked_for(instrument, &activities)?;
        }
        self.activities = activities;
        Ok(self)
    }

    /// The patient's own activities, in the order of the ratings; none where the instrument asks for none or nobody told them.
    pub fn activities(&self) -> &[Text] {
        &self.activities
    }

    /// How it was taken down.
    pub fn options(&self) -> Options {
        Options {
            prorate: self.prorate,
            confirmed: self.confirmed,
            capture: self.capture,
            edition: self.scored.edition.clone(),
        }
    }
}

fn known(id: &str) -> Result<&'static Instrument, Unfit> {
    let known = instrument(id).ok_or_else(|| Unfit::UnknownInstrument { id: id.to_owned() })?;
    match known.measure {
        Some(_) => Err(Unfit::OwnForm { id: id.to_owned() }),
        None => Ok(known),
    }
}

/// An instrument whose scores are nothing without their edition has one.
fn named(instrument: &Instrument, edition: Option<&str>) -> Result<(), Unfit> {
    match instrument.named_edition && edition.is_none_or(|edition| edition.trim().is_empty()) {
        false => Ok(()),
        true => Err(Unfit::Refused(vec![Refusal::UnknownEdition {
            edition: String::new(),
        }])),
    }
}

fn asked_for(instrument: &Instrument, activities: &[Text]) -> Result<(), Unfit> {
    let most = match instrument.algorithm {
        Algorithm::Activities => instrument.items.len(),
        _ => 0,
    };
    match activities.len() <= most {
        true => Ok(()),
        false => Err(Unfit::Activities),
    }
}

/// As it stands in a record.
#[derive(Debug, Clone, Serialize)]
pub(super) struct WrittenAdministration {
    pub instrument: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub edition: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub activities: Vec<Text>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answers: Option<Vec<Option<Mark>>>,
    #[serde(skip)]
    pub total: Option<f64>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub prorate: bool,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub confirmed: bool,
    #[serde(skip_serializing_if = "is_ticks")]
    pub capture: Capture,
    pub scored: Option<ScoreResult>,
}

/// An answer as it stands in a record: its points, or `unable`, `not_applicable` or the key of a word.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(untagged)]
pub(super) enum Mark {
    Points(f64),
    Word(String),
}

const UNABLE: &str = "unable";
const NOT_APPLICABLE: &str = "not_applicable";

impl From<GivenAnswer> for Mark {
    fn from(given: GivenAnswer) -> Self {
        match given {
            GivenAnswer::Number(points) => Mark::Points(points),
            GivenAnswer::Label(key) => Mark::Word(key),
            GivenAnswer::NotApplicable => Mark::Word(NOT_APPLICABLE.to_owned()),
            GivenAnswer::Unable => Mark::Word(UNABLE.to_owned()),
        }
    }
}

impl From<Mark> for GivenAnswer {
    fn from(mark: Mark) -> Self {
        match mark {
            // "-0" is zero.
            Mark::Points(points) => GivenAnswer::Number(points + 0.0),
            Mark::Word(word) if word == UNABLE => GivenAnswer::Unable,
            Mark::Word(word) if word == NOT_APPLICABLE => GivenAnswer::NotApplicable,
            Mark::Word(word) => GivenAnswer::Label(word),
        }
    }
}

fn marks<A, B: From<A>>(answers: Option<Vec<Option<A>>>) -> Option<Vec<Option<B>>> {
    let each = |answers: Vec<Option<A>>| answers.into_iter().map(|one| one.map(B::from)).collect();
    answers.map(each)
}

fn is_ticks(capture: &Capture) -> bool {
    *capture == Capture::Ticks
}

impl From<Administration> for WrittenAdministration {
    fn from(taken: Administration) -> Self {
        WrittenAdministration {
            instrument: taken.scored.instrument.clone(),
            edition: taken.scored.edition.clone(),
            activities: taken.activities,
            answers: marks(taken.answers),
            total: None,
            prorate: taken.prorate,
            confirmed: taken.confirmed,
            capture: taken.capture,
            scored: Some(taken.scored),
        }
    }
}

impl TryFrom<WrittenAdministration> for Administration {
    type Error = Unfit;
    fn try_from(written: WrittenAdministration) -> Result<Self, Unfit> {
        let WrittenAdministration {
            instrument: id,
            edition,
            activities,
            answers,
            total,
            prorate,
            confirmed,
            capture,
            scored,
        } = written;
        let instrument = known(&id)?;
        let answers: Option<Vec<Option<GivenAnswer>>> = marks(answers);
        let Some(scored) = scored else {
            let options = Options {
                prorate,
                confirmed,
                capture,
                edition,
            };
            return match (answers, total) {
                (Some(answers), None) => Self::of_activities(&id, activities, answers, options),
                (None, Some(total)) => {
                    Self::total(&id, total, options.edition.as_deref(), &[])?.with_activities(activities)
                }
                (Some(_), Some(_)) => Err(Unfit::NumberOrReason),
                (None, None) => Err(Unfit::Nothing),
            };
        };
        if scored.instrument != id || scored.edition != edition {
            return Err(Unfit::Other);
        }
        check(instrument, &scored)?;
        asked_for(instrument, &activities)?;
        if let Some(answers) = &answers {
            if instrument.licence != Licence::FreeWording {
                return Err(Unfit::Licensed);
            }
            if instrument.algorithm == Algorithm::Activities && activities.len() != answers.len() {
                return Err(Unfit::Activities);
            }
            // Only the answers are judged; the score stays as it was kept.
            let options = Options {
                edition,
                ..Options::default()
            };
            score(instrument, answers, &options).map_err(Unfit::Refused)?;
        }
        Ok(Administration {
            answers,
            activities,
            prorate,
            confirmed,
            capture,
            scored,
        })
    }
}

/// Whether a score that was kept can be one of this instrument. It is judged and never changed.
fn check(instrument: &Instrument, scored: &ScoreResult) -> Result<(), Unfit> {
    let foreign = |text: &str| Unfit::Foreign {
        text: text.to_owned(),
    };
    if scored.rule_version == 0 {
        return Err(foreign("rule_version 0"));
    }
    named(instrument, scored.edition.as_deref())?;
    if let Some(edition) = &scored.edition
        && !instrument.has_edition(edition)
    {
        return Err(foreign(edition));
    }
    match (scored.score, &scored.reason) {
        (Some(total), None) => {
            entered(instrument, total, None).map_err(|refusal| Unfit::Refused(vec![refusal]))?;
        }
        (None, Some(_)) if scored.prorated || scored.band.is_some() => return Err(Unfit::NumberOrReason),
        (None, Some(_)) => {}
        (Some(_), Some(_)) | (None, None) => return Err(Unfit::NumberOrReason),
    }
    if let Some(label) = &scored.label {
        let mut keys = instrument.answers.iter().filter_map(|answer| answer.key.as_ref());
        if instrument.algorithm != Algorithm::Label || !keys.any(|key| key == label) {
            return Err(foreign(label));
        }
    }
    if let Some(profile) = &scored.profile {
        let fits = profile.len() == instrument.items.len()
            && profile.chars().zip(&instrument.items).all(|(digit, item)| {
                let value = digit.to_digit(10).map(f64::from);
                value.is_some_and(|value| value >= item.min && item.max.is_none_or(|max| value <= max))
            });
        if instrument.algorithm != Algorithm::Profile || !fits {
            return Err(foreign(profile));
        }
    }
    for part in &scored.subscales {
        let own = instrument.subscales.iter().find(|one| one.key == part.key);
        let (min, max) = own.ok_or_else(|| foreign(&part.key))?.range(instrument);
        if part.score.is_some() == part.reason.is_some() {
            return Err(Unfit::NumberOrReason);
        }
        if part
            .score
            .is_some_and(|value| value < min || max.is_some_and(|max| value > max))
        {
            return Err(foreign(&part.key));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;
