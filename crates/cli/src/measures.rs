//! The verbs that need no record: scoring answers, the opioid load of medicine lines, and the list of rules.

use crate::{
    print::{Failure, print_line, tell},
    rows::{Row, rows},
};
use lamina_clinic::rules::{
    Capture, Columns, Instrument, NoLoad, Options, ScoreResult, catalogue, columns, explain, instrument,
    instruments, json_line, line, load_line, opioid_load, score_cells, score_total, scored_line,
};
use lamina_clinic::{markdown::markdown, say, say_with, words::misread};
use std::{
    fs,
    io::{self, Read},
    path::PathBuf,
};

/// What `lamina score` is called with.
#[derive(clap::Args)]
pub struct ScoreCall {
    instrument: String,
    #[arg(long)]
    file: Option<PathBuf>,
    #[arg(long)]
    header: bool,
    #[arg(long, conflicts_with_all = ["prorate", "confirmed", "yes_no"])]
    total: bool,
    #[arg(long)]
    prorate: bool,
    #[arg(long, conflicts_with = "yes_no")]
    confirmed: bool,
    #[arg(long)]
    yes_no: bool,
    #[arg(long)]
    edition: Option<String>,
}

/// What `lamina rules` is called with.
#[derive(clap::Args)]
pub struct RulesCall {
    #[arg(long)]
    json: bool,
    #[arg(long, conflicts_with = "json")]
    markdown: bool,
}

/// What `lamina mme` is called with.
#[derive(clap::Args)]
pub struct MmeCall {
    medicines: Vec<String>,
    #[arg(long, default_value = "us-cdc-2022")]
    table: String,
    #[arg(long)]
    json: bool,
}

/// Scores rows of answers.
pub fn score_rows(call: &ScoreCall) -> Result<(), Failure> {
    let instrument = find(&call.instrument)?;
    let mut bytes = Vec::new();
    let (path, read) = match &call.file {
        Some(path) => (path.clone(), fs::read(path).map(|all| bytes = all)),
        None => (
            PathBuf::from(say!("cli-standard-input")),
            io::stdin().lock().read_to_end(&mut bytes).map(|_| ()),
        ),
    };
    let name = path.display().to_string();
    read.map_err(|error| Failure::File { path, error })?;
    each_row(call, instrument, &rows(&bytes, &name)?, &name)
}

fn find(id: &str) -> Result<&'static Instrument, Failure> {
    instrument(&id.to_lowercase()).ok_or_else(|| {
        let known: Vec<&str> = instruments().iter().map(|one| one.id.as_str()).collect();
        Failure::Call(say_with!(
            "cli-score-unknown",
            [("id", id.into()), ("known", known.join(", ").into())]
        ))
    })
}

fn each_row(call: &ScoreCall, instrument: &Instrument, rows: &[Row], name: &str) -> Result<(), Failure> {
    // A first row that is no text is told like any other; the next one says where the answers stand.
    let first = rows
        .iter()
        .find_map(|row| row.cells.as_ref().map(|cells| (row.line, cells)));
    let Some((named_in, names)) = first else {
        return Err(Failure::Refused(say_with!(
            "cli-score-no-text",
            [("name", name.into())]
        )));
    };
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let columns = columns(instrument, &names, call.header, call.total).map_err(|unclear| {
        Failure::Refused(say_with!(
            "cli-score-in-row",
            [
                ("name", name.into()),
                ("row", named_in.to_string().into()),
                ("what", unclear.to_string().into())
            ]
        ))
    })?;
    let scored: Vec<&Row> = rows
        .iter()
        .filter(|row| !(columns.are_named() && row.line == named_in))
        .collect();
    if scored.is_empty() {
        return Err(Failure::Refused(say_with!(
            "cli-score-names-alone",
            [("name", name.into())]
        )));
    }
    let mut refused = 0_usize;
    for row in &scored {
        match one_row(call, instrument, &columns, row) {
            Ok(scored) => print_line(&written(scored_line(row.line, &scored))?)?,
            Err(words) => {
                refused += 1;
                tell(&say_with!(
                    "cli-score-row",
                    [("row", row.line.to_string().into()), ("what", words.into())]
                ))?;
            }
        }
    }
    if refused == 0 {
        Ok(())
    } else {
        Err(Failure::Refused(say_with!(
            "cli-score-refused",
            [("refused", refused.into()), ("count", scored.len().into())]
        )))
    }
}

fn one_row(
    call: &ScoreCall,
    instrument: &Instrument,
    columns: &Columns,
    row: &Row,
) -> Result<ScoreResult, String> {
    let cells = row.cells.as_ref().ok_or_else(|| say!("cli-score-not-text"))?;
    let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
    let cells = columns.pick(&cells)?;
    if call.total {
        let total = cells.first().copied().unwrap_or_default();
        return score_total(instrument, total, call.edition.as_deref());
    }
    let options = Options {
        prorate: call.prorate,
        confirmed: call.confirmed,
        capture: if call.yes_no {
            Capture::YesNo
        } else {
            Capture::Ticks
        },
        edition: call.edition.clone(),
    };
    score_cells(instrument, &cells, &options)
}

fn written(line: Result<String, serde_json::Error>) -> Result<String, Failure> {
    line.map_err(|error| Failure::Refused(error.to_string()))
}

/// Adds up the opioid load of medicine lines.
pub fn mme(call: &MmeCall) -> Result<(), Failure> {
    let lines = if call.medicines.is_empty() {
        let mut typed = String::new();
        let read = io::stdin().lock().read_to_string(&mut typed);
        read.map_err(|error| Failure::File {
            path: say!("cli-standard-input").into(),
            error,
        })?;
        let lines = typed.lines().filter(|line| !line.trim().is_empty());
        lines.map(str::to_owned).collect()
    } else {
        call.medicines.clone()
    };
    match opioid_load(&lines, &call.table) {
        Ok(load) if call.json => print_line(&written(load_line(&load))?),
        Ok(load) => explain(&load).iter().try_for_each(|line| print_line(line)),
        Err(table @ NoLoad::Table { .. }) => Err(Failure::Call(say_with!(
            "cli-mme-table",
            [("what", table.to_string().into())]
        ))),
        Err(NoLoad::Lines(refused)) => {
            for (number, problem) in &refused {
                tell(&say_with!(
                    "cli-mme-line",
                    [
                        ("line", number.to_string().into()),
                        ("what", misread(problem).into())
                    ]
                ))?;
            }
            Err(Failure::Refused(NoLoad::Lines(refused).to_string()))
        }
    }
}

/// Lists every rule, a line each, as JSON where that is asked for, or prints the document of them all.
pub fn rules(call: &RulesCall) -> Result<(), Failure> {
    if call.markdown {
        return print_line(markdown().trim_end());
    }
    for rule in catalogue() {
        let text = if call.json {
            written(json_line(&rule))?
        } else {
            line(&rule)
        };
        print_line(&text)?;
    }
    Ok(())
}
