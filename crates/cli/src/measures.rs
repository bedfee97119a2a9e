//! The verbs that need no record: scoring answers, the opioid load of medicine lines, and the list of rules.

use crate::{
    print::{Failure, print_line, tell},
    rows::{Row, rows},
};
use lamina_clinic::rules::{
    Capture, Columns, Instrument, NoLoad, Options, ScoreResult, catalogue, columns, explain, instrument,
    instruments, json_line, line, load_line, opioid_load, score_cells, score_total, scored_line,
};
use lamina_clinic::{markdown::markdown, words::misread};
use std::{
    fs,
    io::{self, Read},
    path::PathBuf,
};

/// What `lamina score` is called with.
#[derive(clap::Args)]
pub struct ScoreCall {
    /// The instrument, such as odi, phq-9 or nrs. `lamina rules` lists them all.
    instrument: String,
    /// A CSV file; standard input where it is not given.
    #[arg(long)]
    file: Option<PathBuf>,
    /// The first row holds names, even where they are bare numbers. Other names are known without this.
    #[arg(long)]
    header: bool,
    /// Each row is one total that was worked out elsewhere, not the answers.
    #[arg(long, conflicts_with_all = ["prorate", "confirmed", "yes_no"])]
    total: bool,
    /// Make up for blanks where the instrument has a rule for it. The score is labelled.
    #[arg(long)]
    prorate: bool,
    /// Tick forms: the person confirmed that every statement was read.
    #[arg(long, conflicts_with = "yes_no")]
    confirmed: bool,
    /// Tick forms: the form had yes and no, so an empty cell is a blank.
    #[arg(long)]
    yes_no: bool,
    /// The printed version, such as 2.1a.
    #[arg(long)]
    edition: Option<String>,
}

/// What `lamina rules` is called with.
#[derive(clap::Args)]
pub struct RulesCall {
    /// Print a JSON object a line.
    #[arg(long)]
    json: bool,
    /// Print the document with every rule and instrument.
    #[arg(long, conflicts_with = "json")]
    markdown: bool,
}

/// What `lamina mme` is called with.
#[derive(clap::Args)]
pub struct MmeCall {
    /// Medicine lines, such as "oxycodone 10 mg q12h"; standard input, one a line, where none is given.
    medicines: Vec<String>,
    /// The table of factors: us-cdc-2022 or uk. It is printed beside every total.
    #[arg(long, default_value = "us-cdc-2022")]
    table: String,
    /// Print one JSON object.
    #[arg(long)]
    json: bool,
}

/// Examples for `lamina mme --help`.
pub const MME_HELP: &str = "\
The load is a sum for information: it converts no opioid into another and advises no dose. It is given as taken and
at most, with its arithmetic, the table, and what could not be counted. While a line is not understood there is no
total, since it would be too low.

Examples:
  lamina mme \"oxycodone 10 mg q12h\" \"fentanyl patch 25 mcg/h\"
  lamina mme \"tramadol 50 mg 1-2 tabs q4-6h PRN max 8/day\" --table uk
  lamina mme --json < medicines.txt";

/// Examples for `lamina score --help`.
pub const SCORE_HELP: &str = "\
One row is one administration. Where the first row holds names, the answers are found by name, in any order: q1, item 2,
odi_3, the wording, or a LOINC code; an id, a date or a total beside them is left alone. Without names a row holds the
answers in the order of the form and nothing else; where that leaves a doubt, the file is refused.

Answers are points. Missing is an empty cell, or NA, N/A, ., -, missing, null and the like, -99, and 999 where no answer
can be so high; it is never zero and never no. A cell can also hold unable (a test could not be done), does not apply, x,
yes or no (a statement), 3|4 (two boxes in one section of the ODI: the higher counts), or the words of a global impression
of change. On a tick form an empty cell is no tick, once --confirmed says that all were read.
Columns stand between commas, semicolons or tabs, numbers have a point or a comma, and the file is UTF-8 or UTF-16.
Without enough answers the score is null and a reason stands beside it. What can't be measured is refused.

Examples:
  echo 1,2,1,2,2,2,1,2,1,2 | lamina score odi --edition 2.1a
  lamina score phq-9 --file answers.csv
  echo 2,2,2,2,2,1,1,,     | lamina score phq-9 --prorate
  lamina score rmdq-24 --confirmed < ticks.csv
  echo 42.0                | lamina score odi --total
  echo much better         | lamina score pgic

Each row gives one JSON object on standard output: row (its line in the file), score, answered, missing, prorated, band,
reason, flags, subscales. A row that is no answer to the form is told on standard error by its line; the others are still
scored and the exit code is then 1.";

/// Examples for `lamina rules --help`.
pub const RULES_HELP: &str = "\
Each rule has an id, a version, its source and how sure it is.

Examples:
  lamina rules
  lamina rules --json
  lamina rules --markdown > docs/rules.md";

/// Scores rows of answers.
pub fn score_rows(call: &ScoreCall) -> Result<(), Failure> {
    let instrument = find(&call.instrument)?;
    let mut bytes = Vec::new();
    let (path, read) = match &call.file {
        Some(path) => (path.clone(), fs::read(path).map(|all| bytes = all)),
        None => (
            PathBuf::from("standard input"),
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
        Failure::Call(format!(
            "`{id}` is not an instrument; known are {}",
            known.join(", ")
        ))
    })
}

fn each_row(call: &ScoreCall, instrument: &Instrument, rows: &[Row], name: &str) -> Result<(), Failure> {
    // A first row that is no text is told like any other; the next one says where the answers stand.
    let first = rows
        .iter()
        .find_map(|row| row.cells.as_ref().map(|cells| (row.line, cells)));
    let Some((named_in, names)) = first else {
        return Err(Failure::Refused(format!("{name}: no row is text")));
    };
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let columns = columns(instrument, &names, call.header, call.total)
        .map_err(|unclear| Failure::Refused(format!("{name}, row {named_in}: {unclear}")))?;
    let scored: Vec<&Row> = rows
        .iter()
        .filter(|row| !(columns.are_named() && row.line == named_in))
        .collect();
    if scored.is_empty() {
        return Err(Failure::Refused(format!(
            "{name} holds names and no row to score"
        )));
    }
    let mut refused = 0_usize;
    for row in &scored {
        match one_row(call, instrument, &columns, row) {
            Ok(scored) => print_line(&written(scored_line(row.line, &scored))?)?,
            Err(words) => {
                refused += 1;
                tell(&format!("row {}: {words}", row.line))?;
            }
        }
    }
    if refused == 0 {
        Ok(())
    } else {
        Err(Failure::Refused(format!(
            "{refused} of {} rows were refused",
            scored.len()
        )))
    }
}

fn one_row(
    call: &ScoreCall,
    instrument: &Instrument,
    columns: &Columns,
    row: &Row,
) -> Result<ScoreResult, String> {
    let cells = row.cells.as_ref().ok_or_else(|| "this is not text".to_owned())?;
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
            path: "standard input".into(),
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
        Err(table @ NoLoad::Table { .. }) => Err(Failure::Call(format!("--table: {table}"))),
        Err(NoLoad::Lines(refused)) => {
            for (number, problem) in &refused {
                tell(&format!("line {number}: {}", misread(problem)))?;
            }
            Err(Failure::Refused(NoLoad::Lines(refused).to_string()))
        }
    }
}

/// Lists every rule.
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
