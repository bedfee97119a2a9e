//! The verbs that need no record: scoring answers, the opioid load of medicine lines, and the list of rules.

use crate::print::{Failure, print_line, tell};
use lamina_clinic::rules::{
    Capture, Instrument, NoLoad, Options, Scored, catalogue, entered, explain, given, instrument,
    instruments, json_line, line, markdown, opioid_load, score, scored_line,
};
use std::{
    fs::File,
    io::{self, Read},
    path::{Path, PathBuf},
};

/// What `lamina score` is called with.
#[derive(clap::Args)]
pub struct ScoreCall {
    /// The instrument, such as odi, phq-9 or nrs. `lamina rules` lists them all.
    instrument: String,
    /// A CSV file; standard input where it is not given.
    #[arg(long)]
    file: Option<PathBuf>,
    /// The first row holds names and is not scored.
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
One row is one administration: the answers in the order of the form as points, an empty cell for each that is
missing. A cell can also hold na (does not apply), unable (a test could not be done), x, yes or no (a statement),
3|4 (two boxes in one section of the ODI: the higher counts), or the words of a global impression of change.
A blank is never zero: without enough answers the score is null and a reason stands beside it.

Examples:
  echo 1,2,1,2,2,2,1,2,1,2 | lamina score odi --edition 2.1a
  lamina score phq-9 --file answers.csv --header
  echo 2,2,2,2,2,1,1,,     | lamina score phq-9 --prorate
  lamina score rmdq-24 --confirmed < ticks.csv
  echo 42.0                | lamina score odi --total
  echo much better         | lamina score pgic

Each row gives one JSON object on standard output: row, score, answered, missing, prorated, band, reason, flags,
subscales. A row that is no answer to the form is told on standard error by its line; the others are still scored
and the exit code is then 1.";

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
    match &call.file {
        Some(path) => {
            let file = File::open(path).map_err(|error| Failure::File {
                path: path.clone(),
                error,
            })?;
            each_row(call, instrument, file, path)
        }
        None => each_row(call, instrument, io::stdin().lock(), Path::new("standard input")),
    }
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

fn each_row(call: &ScoreCall, instrument: &Instrument, from: impl Read, name: &Path) -> Result<(), Failure> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(call.header)
        .flexible(true)
        .trim(csv::Trim::All)
        .from_reader(from);
    let (mut rows, mut refused) = (0_u64, 0_u64);
    for record in reader.records() {
        rows += 1;
        let outcome = match record {
            Ok(record) => {
                let row = record.position().map_or(rows, csv::Position::line);
                one_row(call, instrument, &record)
                    .map_err(|words| (row, words))
                    .map(|scored| (row, scored))
            }
            Err(error) if error.is_io_error() => return Err(unreadable(name, error)),
            Err(error) => Err((
                error.position().map_or(rows, csv::Position::line),
                "this is not text".to_owned(),
            )),
        };
        match outcome {
            Ok((row, scored)) => print_line(&written(scored_line(row, &scored))?)?,
            Err((row, words)) => {
                refused += 1;
                tell(&format!("row {row}: {words}"))?;
            }
        }
    }
    if refused == 0 {
        Ok(())
    } else {
        Err(Failure::Refused(format!("{refused} of {rows} rows were refused")))
    }
}

fn one_row(call: &ScoreCall, instrument: &Instrument, record: &csv::StringRecord) -> Result<Scored, String> {
    let cells: Vec<&str> = record.iter().collect();
    let edition = call.edition.as_deref();
    if call.total {
        let [cell] = cells.as_slice() else {
            return Err("a total is one number".to_owned());
        };
        let total = cell.parse().map_err(|_| format!("`{cell}` is not a number"))?;
        return entered(instrument, total, edition).map_err(|refusal| refusal.to_string());
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
    let answers = given(instrument, &cells).map_err(|refused| refused.to_string())?;
    score(instrument, &answers, &options).map_err(|refusals| {
        let words: Vec<String> = refusals.iter().map(ToString::to_string).collect();
        words.join("; ")
    })
}

fn unreadable(name: &Path, error: csv::Error) -> Failure {
    let error = match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    };
    Failure::File {
        path: name.to_owned(),
        error,
    }
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
        Ok(load) if call.json => print_line(&written(json_line(&load))?),
        Ok(load) => explain(&load).iter().try_for_each(|line| print_line(line)),
        Err(table @ NoLoad::Table { .. }) => Err(Failure::Call(format!("--table: {table}"))),
        Err(NoLoad::Lines(refused)) => {
            for (number, problem) in &refused {
                tell(&format!("line {number}: {problem}"))?;
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
