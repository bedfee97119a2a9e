//! The opioid load of a list of medicines in oral morphine equivalents a day, in two totals: as taken, and at most if every
//! as-needed dose is used. Each line shows its arithmetic, and everything that was not counted says why.
//!
//! A total is definite only where everything that may be an opioid and may be taken is in it; else it is "at least" so much.
//! Where nothing could be counted there is no total, and never 0.
//!
//! Information only: it converts no opioid into another, knows no taper, and calls no total right or wrong.
//! Sources and sureness stand with the tables; what is to be said of duplicates, sedatives and naloxone is in `prompt`.

mod daily;
mod prompt;
#[cfg(test)]
mod tests;

pub use daily::{Daily, How, SingleDose, Times};
pub use prompt::{Because, LastReview, Opioid, Person, Prompt};

use super::factor::{Table, Threshold};
use crate::value::medicine::kind::{Form, Route};
use crate::value::medicine::name::{self, Class};
use crate::value::medicine::{Ingredient, Medicine, amount::Strength};
use crate::value::standing::Standing;
use rust_decimal::Decimal;
use serde::Serialize;

/// A medicine of the list, and whether it is still taken.
#[derive(Debug, Clone, Copy)]
pub struct ListedMedicine<'a> {
    /// The medicine as it was read from its line.
    pub medicine: &'a Medicine,
    /// Whether it is still taken: only what runs is summed; the rest is told.
    pub standing: Standing,
}

impl ListedMedicine<'_> {
    /// It is taken, or nothing says that it is not.
    fn may_run(&self) -> bool {
        self.standing.may_run()
    }
}

impl<'a> From<&'a Medicine> for ListedMedicine<'a> {
    fn from(medicine: &'a Medicine) -> Self {
        ListedMedicine {
            medicine,
            standing: Standing::Running,
        }
    }
}

/// The load and how it came about.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Load {
    /// The table by which everything was counted.
    pub table: UsedTable,
    /// What is taken on an average day.
    pub as_taken: Total,
    /// What is taken if every as-needed dose is used.
    pub at_most: Total,
    /// What was counted, one line for each ingredient in the order of the list.
    pub lines: Vec<Line>,
    /// What was not counted, and why.
    pub left_out: Vec<LeftOut>,
    /// Pumps in the body that are not counted and may give an opioid.
    pub pumps: Vec<Pump>,
    /// Thresholds of the table that the higher total has reached.
    pub reached: Vec<ReachedThreshold>,
    /// The next threshold, where it is not known whether it is reached because something was not counted.
    pub open: Option<Threshold>,
    /// What the list should be looked at for.
    pub prompts: Vec<Prompt>,
    /// What has to be said wherever a total is shown.
    pub caveats: Vec<String>,
    /// Medicines with an opioid that are or may be taken, counted or not.
    pub opioids: usize,
    /// Places of the medicines of which it is not known whether they are still taken.
    pub doubtful: Vec<usize>,
}

/// The table that was used, for print.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct UsedTable {
    /// Stable id such as `cdc-2022`.
    pub id: String,
    /// Raised whenever a result of the table can differ.
    pub version: u32,
    /// As it is printed beside the total.
    pub name: String,
    /// Where it is in use.
    pub jurisdiction: String,
    /// The unit of the totals, a day.
    pub unit: String,
    /// The publication that the factors come from.
    pub source: String,
}

/// A total a day in the table's unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Total {
    /// The exact sum; nothing where nothing could be counted. Zero means asked and none taken.
    pub value: Option<Decimal>,
    /// Something could not be counted that may add to it.
    pub at_least: bool,
}

/// One ingredient that was counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Line {
    /// Place in the list, from 0.
    pub medicine: usize,
    /// The ingredient by the name that was recorded.
    pub ingredient: String,
    /// Its part of the first total; nothing where the actual use is not recorded.
    pub as_taken: Option<Sum>,
    /// Its part of the second total.
    pub at_most: Sum,
    /// What the sums rest on.
    pub notes: Vec<Note>,
}

/// A part of a total and its arithmetic.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Sum {
    /// The exact value in the table's unit a day.
    pub value: Decimal,
    /// How it comes about.
    pub how: How,
}

/// What a sum rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Note {
    /// The actual use is not recorded; the prescription is taken for it.
    AsPrescribed,
    /// As needed, and the actual use is not recorded: in the second total only.
    UseNotRecorded,
    /// A range was prescribed; the first total has its lower end.
    LowerEnd,
    /// The maximum for a day limits the second total.
    Limited,
    /// No route was given; counted as by mouth.
    RouteTakenAsOral,
    /// More is taken than was prescribed at most; the second total has what is taken.
    MoreThanPrescribed,
    /// What was prescribed at most is not known; the second total has what is taken.
    MostNotKnown,
}

/// A pump in the body that is in no total: it holds an opioid, or what it holds is not recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Pump {
    /// What it is called, where anybody said.
    pub name: Option<String>,
    /// Opioids that are named beside it; empty where what it holds is not recorded.
    pub opioids: Vec<String>,
}

/// An ingredient that was not counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LeftOut {
    /// Place in the list, from 0.
    pub medicine: usize,
    /// The ingredient by the name that was recorded.
    pub ingredient: String,
    /// Why it is in no total.
    pub reason: Reason,
}

/// Why an ingredient was not counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Reason {
    /// It has ended, so nothing of it is taken.
    Stopped,
    /// It begins on a later day.
    NotBegun,
    /// It was given for one occasion.
    Once,
    /// It is not known whether it is still taken.
    Doubtful {
        /// Its end is known to a month or a year that is not over.
        may_have_ended: bool,
        /// What it would add at most; nothing where it can't be counted either.
        would_add: Option<Box<Sum>>,
    },
    /// It is not counted as an opioid.
    NotAnOpioid,
    /// The name is not known; it may be an opioid.
    NotKnown {
        /// Opioids and brands that it resembles.
        resembles: Vec<String>,
        /// It has a strength an hour, as patches have; most of those are opioids.
        hourly: bool,
    },
    /// It treats opioid use disorder, to which no total applies.
    OpioidUseDisorder,
    /// The table leaves it out on purpose.
    Excluded {
        /// The table's own reason, as half a sentence.
        why: String,
    },
    /// The table has no factor for this route.
    Route {
        /// The route that was recorded.
        route: Route,
    },
    /// Injected or pumped; the table has no factor for that.
    Injected,
    /// The table has no factor for it.
    NoFactor,
    /// Something it takes to count it is not there.
    Missing {
        /// Which piece it is; the first that was found lacking.
        what: Gap,
    },
}

impl Reason {
    /// The table can't convert it, however much is known of it.
    pub fn is_not_convertible(&self) -> bool {
        matches!(
            self,
            Reason::OpioidUseDisorder
                | Reason::Excluded { .. }
                | Reason::Route { .. }
                | Reason::Injected
                | Reason::NoFactor
        )
    }

    /// It may be an opioid that is taken, so that a total without it is "at least" so much.
    pub fn may_add(&self) -> bool {
        match self {
            Reason::Stopped | Reason::NotBegun | Reason::Once | Reason::NotAnOpioid => false,
            Reason::Doubtful { .. }
            | Reason::NotKnown { .. }
            | Reason::OpioidUseDisorder
            | Reason::Excluded { .. }
            | Reason::Route { .. }
            | Reason::Injected
            | Reason::NoFactor
            | Reason::Missing { .. } => true,
        }
    }
}

/// What it takes to count a medicine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Gap {
    /// How much is in one piece or in a volume.
    Strength,
    /// The strength of a patch an hour.
    StrengthAnHour,
    /// How much at a time.
    Dose,
    /// How often it is taken, or how much of it a day.
    Frequency,
    /// The route, for a strength an hour.
    Route,
    /// What the patches worn at a time let go together.
    OnePatch,
    /// The amounts are too large to multiply.
    Smaller,
}

/// A threshold that was reached.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReachedThreshold {
    /// The threshold as the table has it.
    pub threshold: Threshold,
    /// The first total has reached it.
    pub as_taken: bool,
    /// The second total has reached it.
    pub at_most: bool,
}

/// The load of a list by one table, of a person of whom nothing else is known.
pub fn load(medicines: &[ListedMedicine<'_>], table: &Table) -> Load {
    load_for(medicines, table, &Person::default())
}

/// The load of a list by one table; what is known of the person only adds: to what the list should be looked at for, and
/// pumps that make each total "at least" so much.
pub fn load_for(medicines: &[ListedMedicine<'_>], table: &Table, person: &Person) -> Load {
    let mut lines = Vec::new();
    let mut left_out = Vec::new();
    for (medicine, listed) in medicines.iter().enumerate() {
        for ingredient in &listed.medicine.parts().ingredients {
            match judge(listed, ingredient, table) {
                Ok(counted) => lines.push(Line {
                    medicine,
                    ingredient: ingredient.name.to_string(),
                    as_taken: counted.as_taken,
                    at_most: counted.at_most,
                    notes: counted.notes,
                }),
                Err(reason) => left_out.push(LeftOut {
                    medicine,
                    ingredient: ingredient.name.to_string(),
                    reason,
                }),
            }
        }
    }
    let as_taken = sum(lines
        .iter()
        .filter_map(|line| line.as_taken.as_ref())
        .map(|sum| sum.value));
    let at_most = sum(lines.iter().map(|line| line.at_most.value));
    let missing = left_out.iter().any(|one| one.reason.may_add()) || !person.pumps.is_empty();
    let noted = |note| lines.iter().any(|line: &Line| line.notes.contains(&note));
    let used = UsedTable {
        id: table.id.clone(),
        version: table.version,
        name: table.name.clone(),
        jurisdiction: table.jurisdiction.clone(),
        unit: table.unit.clone(),
        source: table.source.clone(),
    };
    let unrecorded = lines.iter().any(|line| line.as_taken.is_none());
    let as_taken = Total {
        value: as_taken,
        at_least: missing || unrecorded || noted(Note::LowerEnd),
    };
    let at_most = Total {
        value: at_most,
        at_least: missing || noted(Note::MostNotKnown),
    };
    let (reached, open) = reached(table, &as_taken, &at_most);
    let opioids = medicines
        .iter()
        .filter(|one| one.may_run() && one.medicine.has_opioid())
        .count();
    let prompts = prompt::prompts(medicines, table, person, as_taken.value.max(at_most.value));
    let doubtful = (0..medicines.len())
        .filter(|at| medicines.get(*at).is_some_and(|one| one.standing.is_doubtful()))
        .collect();
    Load {
        table: used,
        as_taken,
        at_most,
        lines,
        left_out,
        pumps: person.pumps.clone(),
        reached,
        open,
        prompts,
        caveats: table.caveats.clone(),
        opioids,
        doubtful,
    }
}

/// The sum of what there is; nothing where there is nothing.
fn sum(parts: impl Iterator<Item = Decimal>) -> Option<Decimal> {
    parts
        .reduce(|sum, part| sum.saturating_add(part))
        .map(|sum| sum.normalize())
}

fn judge(
    listed: &ListedMedicine<'_>,
    ingredient: &Ingredient,
    table: &Table,
) -> Result<daily::Contribution, Reason> {
    match listed.standing {
        Standing::Ended => return Err(Reason::Stopped),
        Standing::NotBegun => return Err(Reason::NotBegun),
        Standing::OneOff => return Err(Reason::Once),
        Standing::Running | Standing::MayHaveEnded | Standing::Unknown => {}
    }
    let Some(substance) = ingredient.substance() else {
        return Err(Reason::NotKnown {
            resembles: name::resembles(ingredient.name.as_str()),
            hourly: matches!(ingredient.strength, Some(Strength::AnHour(_))),
        });
    };
    if substance.class != Class::Opioid {
        return Err(Reason::NotAnOpioid);
    }
    if listed.standing.is_doubtful() {
        let running = ListedMedicine {
            standing: Standing::Running,
            ..*listed
        };
        return Err(Reason::Doubtful {
            may_have_ended: listed.standing == Standing::MayHaveEnded,
            would_add: judge(&running, ingredient, table)
                .ok()
                .map(|counted| Box::new(counted.at_most)),
        });
    }
    let parts = listed.medicine.parts();
    if parts.for_opioid_use_disorder {
        return Err(Reason::OpioidUseDisorder);
    }
    if let Some(excluded) = table.excluded(&substance.id) {
        return Err(Reason::Excluded {
            why: excluded.why.clone(),
        });
    }
    let route = listed.medicine.route();
    let hourly = matches!(ingredient.strength, Some(Strength::AnHour(_)));
    let counted_as = match route {
        Route::Oral | Route::Transdermal => route,
        Route::Unknown if matches!(parts.form, Form::Injection | Form::Pump) => return Err(Reason::Injected),
        Route::Unknown if hourly => return Err(Reason::Missing { what: Gap::Route }),
        Route::Unknown => Route::Oral,
        _ => return Err(Reason::Route { route }),
    };
    let Some(factor) = table.factor(&substance.id, counted_as) else {
        let elsewhere = table.factor.iter().any(|one| one.substance == substance.id);
        return Err(match (elsewhere, route) {
            (false, _) => Reason::NoFactor,
            (true, Route::Unknown) => Reason::Missing { what: Gap::Route },
            (true, route) => Reason::Route { route },
        });
    };
    daily::count(listed.medicine, ingredient, factor).map_err(|what| Reason::Missing { what })
}

/// The thresholds that are reached, and the next one where nobody can say whether it is.
fn reached(table: &Table, as_taken: &Total, at_most: &Total) -> (Vec<ReachedThreshold>, Option<Threshold>) {
    let is = |threshold: &Threshold, total: &Total| {
        total.value.is_some_and(|total| {
            threshold.from.is_some_and(|from| total >= from.value())
                || threshold.above.is_some_and(|above| total > above.value())
        })
    };
    let all = table.threshold.iter().map(|one| ReachedThreshold {
        threshold: one.clone(),
        as_taken: is(one, as_taken),
        at_most: is(one, at_most),
    });
    let (reached, others): (Vec<ReachedThreshold>, Vec<ReachedThreshold>) =
        all.partition(|one| one.as_taken || one.at_most);
    let open = others.into_iter().next().map(|one| one.threshold);
    (reached, open.filter(|_| at_most.at_least))
}
