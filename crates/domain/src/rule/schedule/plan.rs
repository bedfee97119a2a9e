//! Follow-up plans as data, and what a clinic may change in them. A plan that exists has its points in order and
//! its windows after the index.

use super::span::about_days;
use crate::{
    rule::listed::{About, Rule},
    value::{interval::Interval, issue::Problem, sure::Sure},
};
use serde::{Deserialize, Serialize};
use std::sync::LazyLock;

const FILE: &str = include_str!("../../../schedules/plans.toml");

/// What the follow-up counts from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum IndexKind {
    /// An operation, or any treatment without a plan of its own.
    General,
    /// Injection or block that is epidural, by its type or its name.
    EpiduralSteroid,
    /// Diagnostic medial branch block.
    MedialBranchBlock,
    /// Radiofrequency treatment of any kind.
    Radiofrequency,
    /// Trial of a stimulator.
    StimulatorTrial,
    /// Implant of a stimulator.
    StimulatorImplant,
    /// Start or change of an opioid.
    Opioid,
    /// Walking programme, as a plan or told as physiotherapy.
    Walking,
}

impl IndexKind {
    /// Its name in data and ids.
    pub fn name(self) -> &'static str {
        match self {
            IndexKind::General => "general",
            IndexKind::EpiduralSteroid => "epidural_steroid",
            IndexKind::MedialBranchBlock => "medial_branch_block",
            IndexKind::Radiofrequency => "radiofrequency",
            IndexKind::StimulatorTrial => "stimulator_trial",
            IndexKind::StimulatorImplant => "stimulator_implant",
            IndexKind::Opioid => "opioid",
            IndexKind::Walking => "walking",
        }
    }
}

/// A time point with its window.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Point {
    /// Stable id such as `6_weeks`, once in a plan.
    pub id: String,
    /// How long after the index.
    pub at: Interval,
    /// How much earlier still counts.
    pub early: Interval,
    /// How much later still counts.
    pub late: Interval,
}

/// What a repeat counts from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CountsFrom {
    /// The index, after the last fixed point.
    Index,
    /// The last visit since the index, or the index where there is none.
    LastVisit,
}

/// A point that comes again and again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Repeat {
    /// Stable id; a number is added to it.
    pub id: String,
    /// How long from one to the next.
    pub every: Interval,
    /// How much earlier still counts.
    pub early: Interval,
    /// How much later still counts.
    pub late: Interval,
    /// What it counts from.
    pub from: CountsFrom,
    /// Whether it ends with the treatment.
    #[serde(default)]
    pub until_end: bool,
}

/// The plan for one kind of index.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// The kind of index.
    pub kind: IndexKind,
    /// Raised whenever its result can differ.
    pub version: u32,
    /// Where it comes from.
    pub source: String,
    /// How sure it is.
    pub sure: Sure,
    /// A baseline this close before the index is fresh.
    pub baseline_within: Interval,
    /// A baseline older than this before the index is stale.
    pub baseline_stale: Interval,
    /// The fixed points, in the order of their distance from the index.
    #[serde(default)]
    pub point: Vec<Point>,
    /// What comes again and again.
    #[serde(default)]
    pub repeat: Option<Repeat>,
    /// Whether the end of the treatment is a point.
    #[serde(default)]
    pub at_end: bool,
}

/// Most days that a window may stay open after the last point of a plan.
const LAST: u32 = 365;

impl Plan {
    /// The plan as a rule of the list.
    pub fn rule(&self) -> Rule {
        Rule {
            id: format!("schedule.{}", self.kind.name()),
            version: self.version,
            about: About::Itself,
            source: Some(self.source.clone()),
            sure: self.sure,
        }
    }

    /// How many days the window of a point can reach before and after it without reaching its neighbours or the index;
    /// `None` where there is no such point or no room at all.
    pub fn room(&self, point: &str) -> Option<(u32, u32)> {
        let days: Vec<u32> = self.point.iter().map(|point| about_days(point.at)).collect();
        let Some(place) = self.point.iter().position(|one| one.id == point) else {
            let repeat = self.repeat.as_ref().filter(|repeat| repeat.id == point)?;
            let most = about_days(repeat.every).checked_sub(1)?;
            return Some((most, most));
        };
        let at = *days.get(place)?;
        let before = place.checked_sub(1).and_then(|place| days.get(place));
        let early = before.map_or(at, |before| at.saturating_sub(before + 1));
        let late = days
            .get(place + 1)
            .map_or(LAST, |next| next.saturating_sub(at + 1));
        Some((early, late))
    }

    fn check(&self) -> Result<(), Problem> {
        let days: Vec<u32> = self.point.iter().map(|point| about_days(point.at)).collect();
        if days.windows(2).any(|pair| pair.first() >= pair.last()) {
            return Err(Problem::EndBeforeStart);
        }
        for point in &self.point {
            let room = self.room(&point.id).ok_or(Problem::Required)?;
            fits(point.early, point.late, room)?;
        }
        let doubles = |one: &Point| self.point.iter().filter(|other| other.id == one.id).count() > 1;
        if self.point.iter().any(doubles) {
            return Err(Problem::EndBeforeStart);
        }
        if let Some(repeat) = &self.repeat {
            let room = self.room(&repeat.id);
            let room = room.ok_or(Problem::OutOfRange { min: 1, max: 9999 })?;
            fits(repeat.early, repeat.late, room)?;
        }
        if self.point.is_empty() && self.repeat.is_none() && !self.at_end {
            return Err(Problem::Required);
        }
        Ok(())
    }
}

/// A window reaches neither the point before nor the point after.
fn fits(before: Interval, after: Interval, (early, late): (u32, u32)) -> Result<(), Problem> {
    if about_days(before) > early || about_days(after) > late {
        return Err(Problem::WindowTooWide { early, late });
    }
    Ok(())
}

/// One plan for each kind; what a clinic has changed is checked like what is built in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "RawPlans", into = "RawPlans")]
pub struct Plans(Vec<Plan>);

#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawPlans {
    plan: Vec<Plan>,
}

impl Plans {
    /// The plans that are built in.
    ///
    /// # Errors
    /// The reason why the built-in file can't be read.
    pub fn built_in() -> Result<&'static Plans, &'static str> {
        static PLANS: LazyLock<Result<Plans, String>> =
            LazyLock::new(|| toml::from_str(FILE).map_err(|error: toml::de::Error| error.to_string()));
        PLANS.as_ref().map_err(String::as_str)
    }

    /// The plan of each kind, in the order of the file.
    pub fn all(&self) -> &[Plan] {
        &self.0
    }

    /// The same with another window around one point of a plan, which may be the one that comes again and again.
    ///
    /// # Errors
    /// [`Problem::WindowTooWide`] for a window that begins before the index or reaches another point;
    /// [`Problem::Required`] for a point that the plan does not have.
    pub fn with_window(
        &self,
        kind: IndexKind,
        point: &str,
        early: Interval,
        late: Interval,
    ) -> Result<Plans, Problem> {
        let mut plans = self.clone();
        let plan = plans.0.iter_mut().find(|plan| plan.kind == kind);
        let plan = plan.ok_or(Problem::Required)?;
        let fixed = plan.point.iter_mut().find(|one| one.id == point);
        let (before, after) = match (fixed, &mut plan.repeat) {
            (Some(point), _) => (&mut point.early, &mut point.late),
            (None, Some(repeat)) if repeat.id == point => (&mut repeat.early, &mut repeat.late),
            _ => return Err(Problem::Required),
        };
        (*before, *after) = (early, late);
        plan.check()?;
        Ok(plans)
    }

    /// The same with other ages of a baseline, in every plan.
    ///
    /// # Errors
    /// [`Problem::FirstNotSmaller`] where it would be stale before it stops being fresh.
    pub fn with_baseline(&self, within: Interval, stale: Interval) -> Result<Plans, Problem> {
        if about_days(within) > about_days(stale) {
            return Err(Problem::FirstNotSmaller);
        }
        let mut plans = self.clone();
        for plan in &mut plans.0 {
            (plan.baseline_within, plan.baseline_stale) = (within, stale);
        }
        Ok(plans)
    }

    /// The plan for a kind; the general one where it has none of its own.
    pub fn of(&self, kind: IndexKind) -> Option<&Plan> {
        let find = |kind: IndexKind| self.0.iter().find(|plan| plan.kind == kind);
        find(kind).or_else(|| find(IndexKind::General))
    }
}

impl Default for Plans {
    /// The plans that are built in; a test reads the file.
    fn default() -> Self {
        Plans::built_in().cloned().unwrap_or(Plans(Vec::new()))
    }
}

impl TryFrom<RawPlans> for Plans {
    type Error = Problem;
    fn try_from(raw: RawPlans) -> Result<Self, Problem> {
        for (place, plan) in raw.plan.iter().enumerate() {
            plan.check()?;
            if raw.plan.iter().take(place).any(|other| other.kind == plan.kind) {
                return Err(Problem::EndBeforeStart);
            }
        }
        Ok(Plans(raw.plan))
    }
}

impl From<Plans> for RawPlans {
    fn from(plans: Plans) -> RawPlans {
        RawPlans { plan: plans.0 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_plans_read_back_and_cover_every_kind() {
        let plans = Plans::built_in().unwrap();
        assert_eq!(plans.all().len(), 8);
        let json = serde_json::to_string(plans).unwrap();
        assert_eq!(&serde_json::from_str::<Plans>(&json).unwrap(), plans);
    }

    #[test]
    fn a_window_can_be_set_alone_and_never_begins_before_the_index() {
        let plans = Plans::default();
        let span = |text: &str| text.parse::<Interval>().unwrap();
        let own = plans
            .with_window(IndexKind::General, "6_weeks", span("3 weeks"), span("4 weeks"))
            .unwrap();
        let point = &own.of(IndexKind::General).unwrap().point[0];
        assert_eq!((point.early, point.late), (span("3 weeks"), span("4 weeks")));
        assert_eq!(
            own.of(IndexKind::Radiofrequency),
            plans.of(IndexKind::Radiofrequency)
        );
        let set = |kind, point| plans.with_window(kind, point, span("7 weeks"), span("1 week"));
        assert_eq!(
            set(IndexKind::General, "6_weeks"),
            Err(Problem::WindowTooWide { early: 42, late: 47 })
        );
        assert_eq!(
            plans.with_window(IndexKind::General, "3_months", span("1 week"), span("3 months")),
            Err(Problem::WindowTooWide { early: 47, late: 89 }),
            "a window that reaches the next point would count its visits twice"
        );
        let year = |late| plans.with_window(IndexKind::StimulatorImplant, "year", span("1 week"), span(late));
        assert!(year("360 days").is_ok() && year("1 year").is_err());
        assert!(set(IndexKind::General, "7_weeks").is_err());
        assert!(set(IndexKind::StimulatorImplant, "year").is_ok());
        assert!(plans.with_baseline(span("3 months"), span("2 months")).is_err());
        let older = plans.with_baseline(span("6 weeks"), span("3 months")).unwrap();
        assert!(
            older
                .all()
                .iter()
                .all(|plan| plan.baseline_stale == span("3 months"))
        );
    }

    #[test]
    fn a_plan_out_of_order_is_refused() {
        let plans = Plans::built_in().unwrap();
        let change = |edit: &dyn Fn(&mut Plan)| {
            let mut changed = plans.clone();
            edit(&mut changed.0[0]);
            serde_json::from_str::<Plans>(&serde_json::to_string(&changed).unwrap()).is_ok()
        };
        assert!(change(&|plan| plan.point[0].late = "3 weeks".parse().unwrap()));
        assert!(!change(&|plan| plan.point.swap(0, 1)));
        assert!(!change(&|plan| plan.point[0].early = "7 weeks".parse().unwrap()));
        assert!(!change(&|plan| plan.point[1].id = plan.point[0].id.clone()));
        assert!(!change(&|plan| plan.point.clear()));
        assert!(!change(&|plan| plan.kind = IndexKind::Walking));
        let mut walking = plans.clone();
        walking.0[7].repeat.as_mut().unwrap().every = "0 days".parse().unwrap();
        assert!(serde_json::from_str::<Plans>(&serde_json::to_string(&walking).unwrap()).is_err());
    }
}
