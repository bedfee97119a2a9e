//! Injection sessions and steroid of a record over twelve months, a line each. An amount counts only where its own field
//! says it; prose is never read as one.

use crate::{
    record::Record,
    words::{say, say_with},
};
use chrono::NaiveDate;
use lamina_domain::{
    Target, Text, Treatment,
    gate::steroid::{self, Injection, MilligramTenths, PayerLimit, Steroid},
    surgery::Region,
    treatment::Kind,
};

/// The region a session counts for; nothing where the level is not named.
fn region(target: &Target) -> Option<Region> {
    match (target, target.region()) {
        (Target::Unnamed(_), _) => None,
        (_, Some('C')) => Some(Region::Cervical),
        (_, Some('T')) => Some(Region::Thoracic),
        (_, Some(_)) => Some(Region::Lumbar),
        (_, None) => Some(Region::Sacroiliac),
    }
}

/// Steroids by name, for a dose field such as "dexamethasone 10 mg". Other words are not read.
const STEROIDS: [&str; 6] = [
    "dexamethasone",
    "triamcinolone",
    "methylprednisolone",
    "betamethasone",
    "prednisolone",
    "hydrocortisone",
];

fn steroid(treatment: &Treatment) -> Option<Steroid> {
    let dose = treatment.dose.as_ref().map(|dose| dose.as_str().to_lowercase());
    let words: Vec<&str> = dose.as_deref().unwrap_or_default().split_whitespace().collect();
    let name = treatment.name.as_str().to_lowercase();
    let named = STEROIDS
        .into_iter()
        .find(|one| words.first() == Some(one) || name.contains(one));
    // The amount counts only where the whole field is a steroid and its amount.
    let amount = match words.as_slice() {
        [drug, number, "mg"] if STEROIDS.contains(drug) => tenths(number),
        _ => None,
    };
    let name = match named {
        Some(name) => Text::new(name).ok()?,
        None if name.contains("steroid") => Text::new(&say("gate-steroid-kind-not-recorded")).ok()?,
        None => return None,
    };
    Some(Steroid { name, amount })
}

fn tenths(number: &str) -> Option<MilligramTenths> {
    let (whole, rest) = number.split_once('.').unwrap_or((number, "0"));
    let whole: i64 = whole.parse().ok()?;
    let rest: i64 = (rest.len() == 1).then_some(rest)?.parse().ok()?;
    MilligramTenths::try_from(whole.checked_mul(10)?.checked_add(rest)?).ok()
}

/// The injections with a region, and how many have none.
pub(super) fn injections(record: &Record) -> (Vec<Injection>, usize) {
    let mut list = Vec::new();
    let mut unplaced = 0;
    let given = record
        .treatments
        .iter()
        .filter(|one| matches!(one.kind, Kind::Injection | Kind::Block));
    for treatment in given {
        let mut regions: Vec<Region> = Vec::new();
        for one in treatment.levels.targets().iter().filter_map(region) {
            if !regions.contains(&one) {
                regions.push(one);
            }
        }
        unplaced += usize::from(regions.is_empty());
        for (at, region) in regions.into_iter().enumerate() {
            list.push(Injection {
                when: treatment.started,
                region,
                epidural: treatment.name.as_str().to_lowercase().contains("epidural"),
                // Given once, whatever number of regions it went to.
                steroid: if at == 0 { steroid(treatment) } else { None },
            });
        }
    }
    (list, unplaced)
}

fn number(tenths: u32) -> String {
    match tenths % 10 {
        0 => (tenths / 10).to_string(),
        rest => format!("{}.{rest}", tenths / 10),
    }
}

/// Sessions and steroid over twelve months, a line each, and what a payer covers where the clinic wants to see that.
pub(crate) fn counts(record: &Record, today: NaiveDate, payer: bool) -> Vec<String> {
    let (list, unplaced) = injections(record);
    let limit = if payer { PayerLimit::us() } else { None };
    let counts = steroid::counts(&list, today, limit.as_ref());
    let mut lines: Vec<String> = counts
        .regions
        .iter()
        .map(|(region, count)| {
            say_with(
                "gate-sessions",
                [
                    ("region", region.clone().into()),
                    ("sessions", count.sessions.to_string().into()),
                    ("epidural", count.epidural.to_string().into()),
                ],
            )
        })
        .collect();
    if unplaced > 0 {
        lines.push(say_with(
            "gate-unplaced",
            [("count", unplaced.to_string().into())],
        ));
    }
    if counts.undated > 0 {
        lines.push(say_with(
            "gate-undated",
            [("count", counts.undated.to_string().into())],
        ));
    }
    if lines.is_empty() {
        lines.push(say("gate-no-sessions"));
    }
    for (name, total) in &counts.steroids {
        let known = [
            ("year", number(total.year_tenths)),
            ("all", number(total.all_tenths)),
        ];
        let without = total.without_amount.to_string();
        let id = match (total.without_amount, total.all_tenths) {
            (0, _) => "gate-steroid",
            (_, 0) => "gate-steroid-unknown",
            (..) => "gate-steroid-some",
        };
        let texts = known
            .into_iter()
            .chain([("name", name.clone()), ("without", without)]);
        lines.push(say_with(id, texts.map(|(key, text)| (key, text.into()))));
    }
    lines.extend(counts.payer);
    lines
}
