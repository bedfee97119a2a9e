//! A row of the walking diary as columns and in words.

use super::{
    Around, Entered, Written,
    programme::{kept, refused},
};
use crate::{
    cells::{Cells, code, on, text},
    details::Details,
    words::{
        Message, joined, message, say, say_with, sentence, spelled,
        walking::{distance, surface, ticked},
    },
};
use lamina_api::{
    ApiError,
    noun::{walking::minutes, walking_row::WalkingRowInput},
    shown::Shown,
};
use lamina_domain::{
    Fact,
    fact::walking::{
        Row, Surface,
        row::{PainAround, WalkedBout, WalkingEntry},
    },
    score::Nrs,
    walking::allowed,
};
use lamina_store::Cell;

impl Written for Row {
    fn columns(&self) -> Cells {
        let mut cells = on(self.on);
        let entry = match &self.entry {
            WalkingEntry::Walked { bout, .. } => {
                cells.extend(bout_cells(bout));
                "walked"
            }
            WalkingEntry::Missed { reason, symptoms, .. } => {
                cells.push(("missed_why", Cell::Text(reason.to_string())));
                cells.push(("symptoms", code(serde_json::to_value(symptoms))));
                "missed"
            }
            WalkingEntry::Rest { symptoms } => {
                cells.push(("symptoms", code(serde_json::to_value(symptoms))));
                "rest"
            }
        };
        cells.push(("entry", Cell::from(entry)));
        cells.extend(
            self.number()
                .map(|number| ("bout", Cell::Int(number.get().into()))),
        );
        cells
    }

    fn shown(&self) -> Shown {
        let mut details = Details::default();
        match &self.entry {
            WalkingEntry::Walked { bout, .. } => walked(bout, &mut details),
            WalkingEntry::Missed { symptoms, .. } | WalkingEntry::Rest { symptoms } => {
                details.add(&say!("walking-row-symptoms"), ticked(symptoms));
            }
        }
        details.text(&say!("shown-note"), &self.note);
        details.told_by(self.told_by);
        Shown {
            when: spelled(self.on),
            title: self.title(),
            details: details.0,
        }
    }

    fn title(&self) -> String {
        let title = match &self.entry {
            WalkingEntry::Walked { bout, .. } => say_with!(
                "walking-row-walked-number",
                [
                    ("minutes", minutes(bout.seconds.get().into()).into()),
                    (
                        "number",
                        self.number()
                            .map(|number| number.get().to_string())
                            .unwrap_or_default()
                            .into(),
                    ),
                ],
            ),
            _ => in_the_diary(self, true),
        };
        sentence(&title)
    }
}

impl Entered for Row {
    const LOOKS_AT_ALL: bool = true;

    /// The number of a bout that nobody typed is filled in.
    fn fit(
        &mut self,
        typed: &WalkingRowInput,
        around: &Around<'_>,
        before: Option<&Self>,
    ) -> Result<Vec<Fact>, ApiError> {
        if typed.number.trim().is_empty() && before.is_none() {
            allowed::number(self, others(around)).map_err(refused)?;
        }
        allowed::may_stand(self, others(around)).map_err(refused)?;
        brought_by(self, before, around)
    }
}

fn others<'a>(around: &Around<'a>) -> impl Iterator<Item = &'a Row> + use<'a> {
    around.except(&around.record.walking_rows).map(|one| &one.fact)
}

/// A red entry is a screening for red flags and pauses the plan that stands.
fn brought_by(row: &Row, before: Option<&Row>, around: &Around<'_>) -> Result<Vec<Fact>, ApiError> {
    let red = allowed::fresh_red(row, before);
    let Some(mut flag) = row.screening().filter(|_| !red.is_empty()) else {
        return Ok(Vec::new());
    };
    let day = spelled(row.on);
    let note = say_with!("walking-diary-flag-note", [("on", day.clone().into())]);
    flag.note = Some(kept(&note)?);
    let symptoms = ticked(&red).unwrap_or_default();
    let reason = say_with!(
        "walking-diary-reason",
        [("on", day.into()), ("symptoms", symptoms.into())],
    );
    let pause = around.pause(row.on, red, &say!("walking-diary"), &reason)?;
    Ok([Fact::from(flag)].into_iter().chain(pause).collect())
}

fn bout_cells(bout: &WalkedBout) -> Cells {
    let number = |value: Option<u32>| value.map(i64::from).into();
    let mut cells = vec![
        (
            "started_at",
            bout.start.map(|start| start.format("%H:%M").to_string()).into(),
        ),
        ("seconds", Cell::Int(bout.seconds.get().into())),
        ("metres", number(bout.metres)),
        ("steps", number(bout.steps)),
        ("surface", surface_cell(bout.surface.as_ref())),
        ("exertion", bout.exertion.map(|felt| i64::from(felt.get())).into()),
        ("settled", bout.settled.into()),
        ("symptoms", code(serde_json::to_value(&bout.symptoms))),
        ("aid", text(&bout.aid)),
        ("mood", text(&bout.mood)),
    ];
    let names = [
        (["back_before", "back_after", "back_next_morning"], &bout.back),
        (["leg_before", "leg_after", "leg_next_morning"], &bout.leg),
    ];
    for (
        columns,
        PainAround {
            before,
            after,
            next_morning,
        },
    ) in names
    {
        for (column, rating) in columns.into_iter().zip([before, after, next_morning]) {
            cells.push((column, rating.map(|nrs: Nrs| i64::from(nrs.rating())).into()));
        }
    }
    cells
}

/// The ground by its code, in words where it has none.
fn surface_cell(surface: Option<&Surface>) -> Cell {
    match surface {
        Some(Surface { kind: Some(kind), .. }) => code(serde_json::to_value(kind)),
        Some(Surface { words, .. }) => text(words),
        None => Cell::Null,
    }
}

/// A line of the diary in one line; with the number of the bout where the day has several.
pub(crate) fn in_the_diary(row: &Row, numbered: bool) -> String {
    let number = numbered.then(|| {
        let number = row.number().map(|number| number.get().to_string());
        number.unwrap_or_default()
    });
    match &row.entry {
        WalkingEntry::Walked { bout, .. } => {
            let length = minutes(bout.seconds.get().into());
            let text = match number {
                Some(number) => say_with!(
                    "walking-row-walked-number",
                    [("minutes", length.into()), ("number", number.into())],
                ),
                None => say_with!("walking-row-walked", [("minutes", length.into())]),
            };
            joined(
                [
                    Some(text),
                    distance(bout.metres, bout.steps),
                    bout.surface.as_ref().map(surface),
                    rise(message!("walking-row-back"), &bout.back),
                    rise(message!("walking-row-leg"), &bout.leg),
                    ticked(&bout.symptoms),
                ],
                ", ",
            )
            .unwrap_or_default()
        }
        WalkingEntry::Missed { reason, symptoms, .. } => {
            let why = joined([Some(reason.to_string()), ticked(symptoms)], "; ").unwrap_or_default();
            match number {
                Some(number) => say_with!(
                    "walking-row-missed-number",
                    [("reason", why.into()), ("number", number.into())],
                ),
                None => say_with!("walking-row-missed", [("reason", why.into())]),
            }
        }
        WalkingEntry::Rest { symptoms } => {
            joined([Some(say!("walking-row-rest")), ticked(symptoms)], ", ").unwrap_or_default()
        }
    }
}

fn rise(site: Message, around: &PainAround) -> Option<String> {
    let rating = |nrs: Nrs| nrs.rating().to_string();
    let site = say!(site);
    Some(match (around.before, around.after) {
        (None, None) => return None,
        (Some(before), Some(after)) => say_with!(
            "walking-row-pain",
            [
                ("site", site.into()),
                ("before", rating(before).into()),
                ("after", rating(after).into()),
            ],
        ),
        (Some(before), None) => say_with!(
            "walking-row-pain-before",
            [("site", site.into()), ("before", rating(before).into())],
        ),
        (None, Some(after)) => say_with!(
            "walking-row-pain-after",
            [("site", site.into()), ("after", rating(after).into())],
        ),
    })
}

fn walked(bout: &WalkedBout, details: &mut Details) {
    let start = bout.start.map(|at| at.format("%H:%M").to_string());
    details.add(&say!("walking-row-start"), start);
    details.add(&say!("walking-row-back-pain"), ratings(&bout.back));
    details.add(&say!("walking-row-leg-pain"), ratings(&bout.leg));
    let settled = bout.settled.map(|settled| match settled {
        true => say!("walking-row-settled-yes"),
        false => say!("walking-row-settled-no"),
    });
    details.add(&say!("walking-row-settled"), settled);
    details.add(&say!("walking-row-symptoms"), ticked(&bout.symptoms));
    details.add(
        &say!("walking-row-metres"),
        bout.metres.map(|count| count.to_string()),
    );
    details.add(
        &say!("walking-row-steps"),
        bout.steps.map(|count| count.to_string()),
    );
    details.add(
        &say!("walking-row-surface"),
        bout.surface.as_ref().map(|one| sentence(&surface(one))),
    );
    details.add(
        &say!("walking-row-exertion"),
        bout.exertion.map(|felt| felt.to_string()),
    );
    details.text(&say!("walking-row-aid"), &bout.aid);
    details.text(&say!("walking-row-mood"), &bout.mood);
}

fn ratings(around: &PainAround) -> Option<String> {
    if *around == PainAround::default() {
        return None;
    }
    let rating =
        |nrs: Option<Nrs>| nrs.map_or_else(|| say!("walking-row-no-rating"), |nrs| nrs.rating().to_string());
    Some(say_with!(
        "walking-row-ratings",
        [
            ("before", rating(around.before).into()),
            ("after", rating(around.after).into()),
            ("morning", rating(around.next_morning).into()),
        ],
    ))
}
