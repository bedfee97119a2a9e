//! A score in words: the number with its range, why there is none, and what must be seen at once.

use super::{Word, joined, say, say_with, words};
use lamina_domain::instrument::{Flag, NamedBand, Reason, ScoreResult, instrument};

words! {
    Flag {
        SafetyPrompt => "score-flag-self-harm",
        SafetyNotAssessed => "score-flag-not-assessed",
    }
}

/// Why there is no score.
pub(crate) fn reason(reason: &Reason) -> String {
    match reason {
        Reason::NotAnswered => say!("no-score-not-answered"),
        Reason::TooFew { answered, of, needed } => say_with!(
            "no-score-too-few",
            [
                ("answered", answered.to_string().into()),
                ("of", of.to_string().into()),
                ("needed", needed.to_string().into())
            ]
        ),
        Reason::NotConfirmed => say!("no-score-not-confirmed"),
        Reason::Unable => say!("no-score-unable"),
        Reason::NotSummed => say!("no-score-not-summed"),
        Reason::Word => say!("no-score-word"),
    }
}

/// The name of a range, and that blanks were made up for: "severe (prorated, 2 missing)".
pub(crate) fn band(band: &NamedBand) -> String {
    match band.made_up {
        0 => band.label.clone(),
        missing => say_with!(
            "score-band-prorated",
            [("label", band.label.as_str().into()), ("missing", missing.into()),],
        ),
    }
}

/// A score of an instrument: "12, moderate (prorated, 2 missing)", "420 m", "much better", "no score: …".
pub fn scored(scored: &ScoreResult) -> String {
    let known = instrument(&scored.instrument);
    if let Some(profile) = &scored.profile {
        return profile.clone();
    }
    if let Some(key) = &scored.label {
        let mut answers = known.map_or([].as_slice(), |one| one.answers.as_slice()).iter();
        let chosen = answers.find(|answer| answer.key.as_ref() == Some(key));
        return chosen.map_or_else(|| key.replace('_', " "), |answer| answer.text.clone());
    }
    let Some(total) = scored.score else {
        let reason = scored.reason.as_ref().map(reason);
        return joined([Some(say!("score-none")), reason], ": ").unwrap_or_default();
    };
    let unit = match known.map(|one| one.unit.as_str()) {
        None | Some("points" | "index") => String::new(),
        Some(unit) => format!(" {unit}"),
    };
    let range = match (&scored.band, scored.prorated) {
        (Some(named), _) => Some(band(named)),
        (None, true) => Some(say_with!("score-prorated", [("missing", scored.missing.into())])),
        (None, false) => None,
    };
    let between = if scored.band.is_some() { ", " } else { " " };
    joined([Some(format!("{total}{unit}")), range], between).unwrap_or_default()
}

/// What must be seen at once about a score.
pub fn flags(scored: &ScoreResult) -> Option<String> {
    joined(scored.flags.iter().map(|flag| Some(flag.word())), " ")
}
