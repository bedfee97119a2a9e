//! A synthetic clinic as a record file or straight into a vault.

use crate::{
    passphrase::SignInFrom,
    print::{Failure, tell},
    vault::{LeftBehind, with},
};
use lamina_clinic::{
    Existing, WholeFile, clock, message,
    sample::{FEWEST, Plan, SampleError},
    say, say_with,
    vault::ClinicError,
};
use std::{
    io::{self, BufWriter, IsTerminal, Write},
    path::{Path, PathBuf},
};

/// Patients that go into a vault at once: all of them or none.
const BATCH: u32 = 1_000;

/// What is to be made.
#[derive(clap::Args)]
pub struct SampleCall {
    #[arg(long, value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    patients: u32,
    #[arg(long, default_value_t = 1)]
    seed: u64,
    #[arg(long, value_name = "DAY")]
    as_of: Option<String>,
    #[arg(long, value_parser = clap::value_parser!(u8).range(1..=40))]
    years: Option<u8>,
    #[arg(long, value_parser = clap::value_parser!(u32).range(i64::from(FEWEST)..=100_000))]
    facts: Option<u32>,
    #[arg(long, conflicts_with = "vault")]
    out: Option<PathBuf>,
    #[arg(long)]
    vault: Option<PathBuf>,
    #[command(flatten)]
    passphrase: SignInFrom,
}

/// Makes the clinic: into a vault, into a new file, or onto standard output.
pub fn sample(call: &SampleCall) -> Result<(), Failure> {
    let as_of = match &call.as_of {
        Some(text) => clock::day(text)
            .ok_or_else(|| Failure::Call(say_with!("cli-sample-day", [("text", text.as_str().into())])))?,
        None => clock::today(),
    };
    let plan = Plan {
        patients: call.patients,
        seed: call.seed,
        as_of,
        years: call.years,
        facts: call.facts,
    };
    if !plan.fits() {
        return Err(Failure::Call(say!("cli-sample-day-out-of-range")));
    }
    if as_of > clock::today() {
        return Err(Failure::Call(say_with!(
            "cli-sample-day-in-future",
            [("day", as_of.to_string().into())]
        )));
    }
    match (&call.vault, &call.out) {
        (Some(vault), _) => into_vault(plan, vault, &call.passphrase),
        (None, Some(out)) => into_file(plan, out),
        (None, None) => {
            let mut out = BufWriter::new(io::stdout().lock());
            let written = plan.write(&mut out, |_| {});
            written
                .map(|_| ())
                .map_err(|error| refused(error, Path::new(&say!("cli-standard-output"))))
        }
    }
}

fn into_file(plan: Plan, path: &Path) -> Result<(), Failure> {
    let mut progress = Progress::of(plan.patients);
    let place = WholeFile::begin(path, Existing::Refuse).map_err(|error| refused(error.into(), path))?;
    let mut out = BufWriter::new(place);
    let written = plan
        .write(&mut out, |done| progress.show(done))
        .and_then(|length| {
            let file = out.into_inner().map_err(io::IntoInnerError::into_error)?;
            file.keep()?;
            Ok(length)
        });
    progress.end();
    match written {
        Ok(_) => Ok(()),
        Err(error) => Err(refused(error, path)),
    }
}

/// What is true where a clinic could not be made to its end.
const GOING_ON: LeftBehind = LeftBehind {
    closed: message!("cli-left-unloaded"),
    opened: message!("cli-left-loaded-before"),
};

fn into_vault(plan: Plan, path: &Path, passphrase: &SignInFrom) -> Result<(), Failure> {
    let mut progress = Progress::of(plan.patients);
    let mut kept = 0_u32;
    let done = with(path, passphrase, GOING_ON, async |vault| {
        let mut loading = vault.begin_load().await?;
        for (number, record) in (1..).zip(plan.records()) {
            match record {
                Ok(record) => loading.add(&record).await?,
                Err(problem) => return Ok(Err(SampleError::from(problem))),
            }
            if number % BATCH == 0 {
                loading.keep().await?;
                kept = number;
                loading = vault.begin_load().await?;
            }
            progress.show(number);
        }
        if kept < plan.patients {
            loading.keep().await?;
            kept = plan.patients;
        }
        Ok::<_, ClinicError>(Ok(()))
    });
    progress.end();
    if done.is_err() {
        tell(&say_with!(
            "cli-sample-loaded",
            [("kept", kept.into()), ("count", plan.patients.into())]
        ))?;
    }
    done?.map_err(|error| refused(error, path))
}

fn refused(error: SampleError, path: &Path) -> Failure {
    match error {
        SampleError::Write(error) => Failure::File {
            path: path.to_owned(),
            error,
        },
        other => Failure::Refused(other.to_string()),
    }
}

/// How far it is, on a terminal alone: in a log such a line would be noise.
struct Progress {
    of: u32,
    shown: bool,
}

impl Progress {
    fn of(of: u32) -> Self {
        Progress {
            of,
            shown: io::stderr().is_terminal(),
        }
    }

    fn show(&mut self, done: u32) {
        if self.shown && (done.is_multiple_of(100) || done == self.of) {
            // A terminal that went away ends the showing and not the work.
            let told = say_with!(
                "cli-sample-progress",
                [("done", done.into()), ("count", self.of.into())]
            );
            self.shown = write!(io::stderr(), "\r{told}").is_ok();
        }
    }

    fn end(&self) {
        if self.shown {
            writeln!(io::stderr()).ok();
        }
    }
}
