//! What a clinic may set: every limit with its id, its built-in value and source, and how a value of it is read.

use super::{
    Group, LimitEntry, OwnRules,
    group::{Window, judged, plans},
    spelled,
};
use crate::{
    rules::sure,
    words::{Message, Word, change::amount, joined, message, rules::told, say, say_with},
};
use lamina_domain::{
    Interval, Problem, Text,
    change::{Own, Responders, Thresholds, number, read_figure},
    instrument::{ChangeUse, Importance, Instrument, instrument},
    limit::Limit,
    rule::Sure,
    schedule::{Plans, ages_words, read_ages, read_window, window_words},
};

const MATTERS: &str = "change.matters.";
const RESPONDER: &str = "change.responder";
const BASELINE: &str = "schedule.baseline";

/// What a limit is set to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Value {
    /// A change that matters, in points or in percent of the baseline.
    Figure {
        points: Option<f64>,
        percent: Option<f64>,
    },
    /// Moderate and substantial response.
    Responders(Responders),
    /// A number in the unit of its limit.
    Number(u16),
    /// Before and after, or fresh and stale.
    Times(Interval, Interval),
}

/// One limit that a clinic may set.
#[derive(Debug, Clone)]
pub(crate) enum OwnLimit {
    /// The change that matters of an instrument.
    Figure(&'static Instrument),
    /// From how much relief on a response is moderate, and substantial.
    Responders,
    /// A number of the red flags or of the walking programme.
    Number(Limit),
    /// A window of a follow-up plan.
    Window(Window),
    /// How old a baseline may be, in every plan.
    Baseline,
}

impl OwnLimit {
    /// The limit with this id.
    pub(crate) fn find(id: &str) -> Option<Self> {
        if let Some(name) = id.strip_prefix(MATTERS) {
            return instrument(name).filter(|one| judged(one)).map(OwnLimit::Figure);
        }
        let group = Group::ALL
            .into_iter()
            .find(|group| id.split('.').next() == Some(group.name()))?;
        group.limits().into_iter().find(|limit| limit.id() == id)
    }

    pub(crate) fn id(&self) -> String {
        match self {
            OwnLimit::Figure(instrument) => format!("{MATTERS}{}", instrument.id),
            OwnLimit::Responders => RESPONDER.to_owned(),
            OwnLimit::Number(limit) => limit.id.clone(),
            OwnLimit::Window(window) => format!("schedule.{}.{}", window.kind().name(), window.point),
            OwnLimit::Baseline => BASELINE.to_owned(),
        }
    }

    /// What it is, in one line.
    pub(crate) fn title(&self) -> String {
        match self {
            OwnLimit::Figure(one) if one.full_name.starts_with(&one.name) => one.full_name.clone(),
            OwnLimit::Figure(one) => format!("{} ({})", one.full_name, one.name),
            OwnLimit::Responders => say!("rules-responders"),
            OwnLimit::Number(limit) => {
                let id = format!("limit-{}", limit.id.replace('.', "-"));
                Message::found(&id).map_or(id, |title| say!(title))
            }
            OwnLimit::Window(window) => say_with!(
                "rules-window",
                [
                    ("point", window.name().into()),
                    ("kind", window.kind().word().into()),
                ],
            ),
            OwnLimit::Baseline => say!("rules-baseline"),
        }
    }

    /// Its built-in value with the unit.
    pub(crate) fn built_in(&self) -> String {
        match self {
            OwnLimit::Figure(instrument) => {
                joined(used(instrument).map(|one| Some(figure(instrument, one))), "; ")
                    .unwrap_or_else(|| say!("rules-not-established"))
            }
            OwnLimit::Responders => Responders::default().to_string(),
            OwnLimit::Number(limit) => limit.shown(limit.built_in),
            OwnLimit::Window(window) => window_words(window.early, window.late),
            OwnLimit::Baseline => plans()
                .first()
                .map(|plan| ages_words(plan.baseline_within, plan.baseline_stale))
                .unwrap_or_default(),
        }
    }

    /// Where the built-in value comes from, and how sure it is where that is known of it alone.
    pub(crate) fn source(&self) -> String {
        let rated = |source: &str, how: Sure| format!("{source} ({})", sure(how));
        match self {
            OwnLimit::Figure(instrument) => {
                let cited = used(instrument)
                    .map(|one| Some(rated(&format!("{}; {}", one.cited, one.population), one.sure)));
                joined(cited, "; ").unwrap_or_else(|| say!("rules-no-source"))
            }
            OwnLimit::Responders => listed(RESPONDER).unwrap_or_default(),
            OwnLimit::Number(limit) => limit.source.clone(),
            OwnLimit::Window(window) => rated(&window.plan.source, window.plan.sure),
            OwnLimit::Baseline => listed(BASELINE).unwrap_or_default(),
        }
    }

    /// How a value is typed, with the allowed range.
    pub(crate) fn hint(&self) -> String {
        match self {
            OwnLimit::Figure(instrument) => {
                let percent = instrument.change == ChangeUse::PointsAndPercent;
                let how = say!(match percent {
                    true => message!("rules-hint-figure"),
                    false => message!("rules-hint-points"),
                });
                match instrument.max {
                    Some(max) => say_with!(
                        "rules-hint-at-most",
                        [
                            ("how", how.into()),
                            ("most", amount(instrument, max - instrument.min).into()),
                        ],
                    ),
                    None => how,
                }
            }
            OwnLimit::Responders => say!("rules-hint-responders"),
            OwnLimit::Number(limit) => say_with!("rules-hint-number", [("range", limit.range().into())]),
            OwnLimit::Window(window) => {
                let (early, late) = window.plan.room(window.point).unwrap_or_default();
                say_with!(
                    "rules-hint-window",
                    [("early", early.into()), ("late", late.into())],
                )
            }
            OwnLimit::Baseline => say!("rules-hint-baseline"),
        }
    }

    /// Reads a value as typed; one that is read fits.
    ///
    /// # Errors
    /// What is wrong with it, with the allowed range.
    pub(crate) fn read(&self, typed: &str) -> Result<Value, Problem> {
        Ok(match self {
            OwnLimit::Figure(instrument) => {
                let (points, percent) = read_figure(instrument, typed)?;
                Value::Figure { points, percent }
            }
            OwnLimit::Responders => {
                let read = typed.parse()?;
                Thresholds::default().set_responders(read)?;
                Value::Responders(read)
            }
            OwnLimit::Number(limit) => Value::Number(limit.read(typed)?),
            OwnLimit::Window(window) => {
                let (early, late) = read_window(typed)?;
                Plans::default().with_window(window.kind(), window.point, early, late)?;
                Value::Times(early, late)
            }
            OwnLimit::Baseline => {
                let (within, stale) = read_ages(typed)?;
                Plans::default().with_baseline(within, stale)?;
                Value::Times(within, stale)
            }
        })
    }

    /// A value in its normal form, which reads back as the same value.
    pub(crate) fn words(&self, value: &Value) -> String {
        match (self, value) {
            (OwnLimit::Figure(instrument), Value::Figure { points, percent }) => points
                .map(|points| amount(instrument, points))
                .or(percent.map(of_baseline))
                .unwrap_or_default(),
            (OwnLimit::Number(limit), Value::Number(number)) => limit.shown(*number),
            (OwnLimit::Window(_), Value::Times(early, late)) => window_words(*early, *late),
            (_, Value::Times(within, stale)) => ages_words(*within, *stale),
            (_, Value::Responders(responders)) => responders.to_string(),
            (_, Value::Figure { .. } | Value::Number(_)) => String::new(),
        }
    }

    /// Sets the limit in `rules` as it was kept.
    ///
    /// # Errors
    /// What is wrong with the value; nothing is changed then.
    pub(super) fn apply(&self, rules: &mut OwnRules, kept: &LimitEntry) -> Result<(), Problem> {
        match (self, self.read(kept.value.as_deref().unwrap_or_default())?) {
            (OwnLimit::Figure(instrument), Value::Figure { points, percent }) => {
                let own = Own {
                    points,
                    percent,
                    who: kept.who.clone(),
                    when: Text::new(&spelled(kept.on))?,
                    why: kept.why.clone(),
                };
                rules.thresholds.set(&instrument.id, own).map_err(|issues| {
                    let first = issues.into_iter().next();
                    first.map_or(Problem::Required, |issue| issue.problem)
                })
            }
            (OwnLimit::Window(window), Value::Times(early, late)) => {
                rules.plans = rules
                    .plans
                    .with_window(window.kind(), window.point, early, late)?;
                Ok(())
            }
            (_, Value::Times(within, stale)) => {
                rules.plans = rules.plans.with_baseline(within, stale)?;
                Ok(())
            }
            (_, Value::Responders(responders)) => rules.thresholds.set_responders(responders),
            (OwnLimit::Number(limit), Value::Number(number)) => rules
                .red_flags
                .set(&limit.id, number.into())
                .or_else(|| rules.walking.set(&limit.id, number.into()))
                .or_else(|| rules.neuromodulation.set(&limit.id, number.into()))
                .unwrap_or(Err(Problem::Required)),
            (_, Value::Figure { .. } | Value::Number(_)) => Err(Problem::Required),
        }
    }

    /// What was set, beside the built-in value and its source, in one line.
    pub(crate) fn said(&self, kept: &LimitEntry) -> String {
        say_with!(
            "rules-said",
            [
                ("title", self.title().into()),
                ("value", kept.value.clone().unwrap_or_default().into()),
                ("own", kept.source().into()),
                ("why", kept.why.as_str().into()),
                ("built-in", self.built_in().into()),
                ("source", self.source().into()),
            ],
        )
    }
}

/// Source of a rule of the catalogue with how sure it is.
fn listed(id: &str) -> Option<String> {
    let rules = match id {
        RESPONDER => lamina_domain::change::rules(),
        _ => lamina_domain::schedule::rules(),
    };
    let rule = told(rules.iter().find(|rule| rule.id == id)?);
    Some(format!("{} ({})", rule.source, sure(rule.sure)))
}

fn used(instrument: &Instrument) -> impl Iterator<Item = &Importance> {
    instrument.important.iter().filter(|one| one.used)
}

fn of_baseline(percent: f64) -> String {
    say_with!("rules-of-baseline", [("percent", number(percent).into())])
}

/// "10 points or 30 % of the baseline", and from which baseline on.
fn figure(instrument: &Instrument, one: &Importance) -> String {
    let points = one.points.map(|points| amount(instrument, points));
    let figures = joined([points, one.percent.map(of_baseline)], " or ").unwrap_or_default();
    match one.baseline_above {
        Some(above) => say_with!(
            "rules-above",
            [("figures", figures.into()), ("above", number(above).into())],
        ),
        None => figures,
    }
}
