//! A medicine in its normal form: one line without abbreviations, which reads back as itself.

use super::{Form, Medicine, Number, Release, Route, Unit};
use std::fmt;

impl fmt::Display for Medicine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parts = self.parts();
        for (index, one) in parts.ingredients.iter().enumerate() {
            if index > 0 {
                f.write_str(" + ")?;
            }
            write!(f, "{}", one.name)?;
            if let Some(strength) = one.strength {
                write!(f, " {strength}")?;
            }
        }
        if let Some(brand) = &parts.brand {
            write!(f, " ({brand})")?;
        }
        if parts.release != Release::Unknown {
            write!(f, " {}", parts.release.words())?;
        }
        if parts.form != Form::Unknown {
            write!(f, " {}", parts.form.words())?;
        }
        if parts.route != Route::Unknown && parts.route != parts.form.route() {
            write!(f, " {}", parts.route.words())?;
        }
        let mut pieces = Vec::new();
        let often: Vec<String> = [
            parts.dose.map(|dose| dose.to_string()),
            parts.frequency.map(|frequency| frequency.to_string()),
            parts.as_needed.then(|| "as needed".to_owned()),
        ]
        .into_iter()
        .flatten()
        .collect();
        pieces.push(often.join(" "));
        pieces.push(
            parts
                .changed
                .map(|gap| format!("changed {gap}"))
                .unwrap_or_default(),
        );
        pieces.push(
            parts
                .most_a_day
                .map(|most| format!("at most {most} a day"))
                .unwrap_or_default(),
        );
        pieces.push(match parts.taken_a_day {
            Some(taken) if taken.value == Number::ZERO && taken.unit == Unit::Dose => "not taking".to_owned(),
            Some(taken) => format!("taking {taken} a day"),
            None => String::new(),
        });
        if parts.over_the_counter {
            pieces.push("over the counter".to_owned());
        }
        if parts.for_opioid_use_disorder {
            pieces.push("for opioid use disorder".to_owned());
        }
        pieces.extend(parts.remark.as_ref().map(ToString::to_string));
        for piece in pieces.iter().filter(|piece| !piece.is_empty()) {
            write!(f, ", {piece}")?;
        }
        Ok(())
    }
}
