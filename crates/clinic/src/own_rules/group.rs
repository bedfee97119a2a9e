//! The groups in which limits are listed, and which limits each of them has.

use super::OwnLimit;
use crate::words::{message, points::point_words, say, say_with};
use lamina_domain::{
    Interval,
    instrument::{ChangeUse, Instrument, instruments},
    limit::Limit,
    red_flag,
    schedule::{IndexKind, Plan, Plans},
    trial, walking,
};

/// The groups in which limits are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Group {
    Change,
    RedFlags,
    Walking,
    Neuromodulation,
    FollowUp,
}

impl Group {
    pub(crate) const ALL: [Group; 5] = [
        Group::Change,
        Group::RedFlags,
        Group::Walking,
        Group::Neuromodulation,
        Group::FollowUp,
    ];

    /// What the ids of the group begin with.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Group::Change => "change",
            Group::RedFlags => "red_flag",
            Group::Walking => "walking",
            Group::Neuromodulation => "neuromodulation",
            Group::FollowUp => "schedule",
        }
    }

    pub(crate) fn title(self) -> String {
        say!(match self {
            Group::Change => message!("rules-group-change"),
            Group::RedFlags => message!("rules-group-red-flags"),
            Group::Walking => message!("rules-group-walking"),
            Group::Neuromodulation => message!("rules-group-neuromodulation"),
            Group::FollowUp => message!("rules-group-follow-up"),
        })
    }

    /// What has to be known before one of them is changed.
    pub(crate) fn note(self) -> String {
        say!(match self {
            Group::Change => message!("rules-note-change"),
            Group::RedFlags => message!("rules-note-red-flags"),
            Group::Walking => message!("rules-note-walking"),
            Group::Neuromodulation => message!("rules-note-neuromodulation"),
            Group::FollowUp => message!("rules-note-follow-up"),
        })
    }

    /// Its limits in the order in which they are listed.
    pub(crate) fn limits(self) -> Vec<OwnLimit> {
        let numbers = |list: Vec<Limit>| list.into_iter().map(OwnLimit::Number).collect();
        match self {
            Group::Change => [OwnLimit::Responders]
                .into_iter()
                .chain(
                    instruments()
                        .iter()
                        .filter(|one| judged(one))
                        .map(OwnLimit::Figure),
                )
                .collect(),
            Group::RedFlags => numbers(red_flag::Settings::limits()),
            Group::Walking => numbers(walking::Settings::limits()),
            Group::Neuromodulation => numbers(trial::Settings::limits()),
            Group::FollowUp => windows(),
        }
    }
}

/// Whether change is told of it at all.
pub(super) fn judged(instrument: &Instrument) -> bool {
    instrument.change != ChangeUse::Nothing
}

/// The follow-up plans as they are built in, before the clinic set anything.
pub(super) fn plans() -> &'static [Plan] {
    Plans::built_in().map(Plans::all).unwrap_or_default()
}

/// A row for each point of each plan whose window has room, and the ages of a baseline.
fn windows() -> Vec<OwnLimit> {
    let has_room = |window: &Window| window.plan.room(window.point).is_some_and(|room| room != (0, 0));
    let windows = plans().iter().flat_map(|plan| {
        let fixed = plan.point.iter().map(|point| Window {
            plan,
            point: &point.id,
            early: point.early,
            late: point.late,
            every: None,
        });
        let again = plan.repeat.iter().map(|repeat| Window {
            plan,
            point: &repeat.id,
            early: repeat.early,
            late: repeat.late,
            every: Some(repeat.every),
        });
        fixed.chain(again)
    });
    [OwnLimit::Baseline]
        .into_iter()
        .chain(windows.filter(has_room).map(OwnLimit::Window))
        .collect()
}

/// The window around one point of a plan.
#[derive(Debug, Clone)]
pub(crate) struct Window {
    pub(super) plan: &'static Plan,
    pub(super) point: &'static str,
    pub(super) early: Interval,
    pub(super) late: Interval,
    /// For a point that comes again and again.
    every: Option<Interval>,
}

impl Window {
    /// "6 weeks", "Every year".
    pub(crate) fn name(&self) -> String {
        match self.every {
            Some(every) => {
                let every = every.to_string();
                let every = every.strip_prefix("1 ").unwrap_or(&every).to_owned();
                say_with!("rules-every", [("every", every.into())])
            }
            None => point_words(self.point),
        }
    }

    /// Which kind of plan it belongs to.
    pub(crate) fn kind(&self) -> IndexKind {
        self.plan.kind
    }
}
