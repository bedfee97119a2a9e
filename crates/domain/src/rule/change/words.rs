//! The words for a comparison, the same in letter, chart and window.

use super::{
    Direction, Responders,
    compare::{Against, Comparison, Criterion, Milli, Reach, Than},
};
use crate::value::instrument::{Domain, Instrument};

impl Comparison {
    /// The change in a sentence: "58 to 42: 16 points better, more than the 10 that matters (Ostelo 2008)".
    pub fn sentence(&self, instrument: &Instrument) -> String {
        let from_to = format!("{} to {}", number(self.baseline), number(self.now));
        let way = match self.direction {
            Direction::Better => "better",
            Direction::Worse => "worse",
            Direction::Same => return format!("{from_to}: no change"),
        };
        let size = self.points.abs();
        let size = format!("{} {} {way}", number(size), unit(instrument, size));
        let against = match (self.by_points.as_slice(), &self.by_percent) {
            ([], None) => "; how much matters is not established".to_owned(),
            ([], Some(_)) => format!(", {}", self.percent_words().unwrap_or_default()),
            ([one], _) if self.by_percent_alone().is_some() => format!(
                ", less than the {} but {}",
                number(one.amount),
                self.percent_words().unwrap_or_default()
            ),
            ([one], _) => format!(", {}", one.words()),
            (several, _) => format!(", {}", self.several(several)),
        };
        format!("{from_to}: {size}{against}{}", self.error_words())
    }

    /// Against several figures: "between the 1.3 (Jakobsson 2019) and the 3.4 (Gautschi 2017) that matter, so sources
    /// differ on whether it matters".
    fn several(&self, figures: &[Against]) -> String {
        let one_source = figures.windows(2).all(|pair| match pair {
            [one, other] => one.source == other.source,
            _ => true,
        });
        let named: Vec<String> = figures
            .iter()
            .map(|one| match one_source {
                true => format!("the {}", number(one.amount)),
                false => format!("the {} ({})", number(one.amount), one.source),
            })
            .collect();
        let named = named.join(" and ");
        let source = match (one_source, figures.first()) {
            (true, Some(one)) => format!(" ({})", one.source),
            _ => String::new(),
        };
        match self.reach() {
            Reach::Between => {
                format!("between {named} that matter{source}, so sources differ on whether it matters")
            }
            Reach::Reached => format!("at least {named} that matter{source}"),
            Reach::Below | Reach::NotEstablished => format!("less than {named} that matter{source}"),
        }
    }

    /// What is to be said where the change is smaller than the error of measurement.
    fn error_words(&self) -> String {
        match &self.reliable {
            Some(reliable) if self.may_be_error() => format!(
                "; it may be error of measurement, which reaches {} ({})",
                number(reliable.amount),
                reliable.source
            ),
            _ => String::new(),
        }
    }

    /// The change in percent of the baseline: "27.5 %, less than the 30 % that matters (Ostelo 2008)". The figure is
    /// cut off after one decimal, so that it never looks like more than it is.
    pub fn percent_words(&self) -> Option<String> {
        let shown = self.percent_shown()?;
        Some(match &self.by_percent {
            Some(against) if self.direction != Direction::Same => format!("{shown}, {}", against.words()),
            _ => shown,
        })
    }

    /// Relief against the shares that count as moderate and as substantial: "42.8 % better, at least the 30 % that count
    /// as moderate (Dworkin 2008)". Only for pain that became less, the measure for which the shares are published.
    pub fn responder_words(&self, instrument: &Instrument, responders: Responders) -> Option<String> {
        let (moderate, substantial) = (self.responder_moderate?, self.responder_substantial?);
        if instrument.domain != Domain::Pain || self.direction != Direction::Better {
            return None;
        }
        let shown = self.percent_shown()?;
        let source = match responders == Responders::default() {
            true => "Dworkin 2008",
            false => "the clinic's own",
        };
        let (than, share, counts) = match (moderate, substantial) {
            (_, true) => ("at least", responders.substantial, "substantial"),
            (true, false) => ("at least", responders.moderate, "moderate"),
            (false, false) => ("less than", responders.moderate, "moderate"),
        };
        let share = number(share);
        Some(format!(
            "{shown} better, {than} the {share} % that count as {counts} ({source})"
        ))
    }

    fn percent_shown(&self) -> Option<String> {
        self.percent?;
        let (part, base) = (Milli::of(self.points).0.abs(), Milli::of(self.baseline).0);
        let tenths = (part * 1000).checked_div(base)?;
        let shown = match (tenths / 10, tenths % 10) {
            (whole, 0) => whole.to_string(),
            (whole, tenth) => format!("{whole}.{tenth}"),
        };
        Some(format!("{shown} %"))
    }
}

impl Against {
    /// "more than the 10 that matters (Ostelo 2008)".
    pub fn words(&self) -> String {
        let than = match self.than {
            Than::More => "more than",
            Than::Equal => "as much as",
            Than::Less => "less than",
        };
        let sign = match self.criterion {
            Criterion::Points => "",
            Criterion::Percent => " %",
        };
        format!(
            "{than} the {}{sign} that matters ({})",
            number(self.amount),
            self.source
        )
    }
}

/// A number without needless decimals.
pub fn number(value: f64) -> String {
    let rounded = (value * 100.0).round() / 100.0;
    // Negative zero would print a sign.
    format!("{}", rounded + 0.0)
}

/// The unit after a number.
pub(super) fn unit(instrument: &Instrument, size: f64) -> &str {
    match instrument.unit.as_str() {
        "points" | "%" | "T" if size == 1.0 => "point",
        "points" | "%" | "T" => "points",
        unit => unit,
    }
}

/// A size with the unit of the instrument: "1 point", "16 points", "1.3 s".
pub fn amount(instrument: &Instrument, size: f64) -> String {
    format!("{} {}", number(size), unit(instrument, size))
}
