//! `lamina`, the command line: vaults, record files, charts, letters, scores and rules, without a window.
//!
//! Exit codes: 0 done, 1 the input was refused and nothing was written, 2 the call itself is wrong, 3 a file could
//! not be read or written. What was asked for goes to standard output, everything else to standard error.

mod audit;
mod backup;
mod choice;
mod documents;
mod help;
mod letter;
mod measures;
mod passphrase;
mod print;
mod recovery;
mod rows;
mod sample;
mod sheets;
mod source;
mod vault;

use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};
use passphrase::{NameFrom, PassphraseFrom, SignInFrom};
use std::{path::PathBuf, process::ExitCode};

/// Names, passphrases and keys do not stay in memory that was let go.
#[global_allocator]
static MEMORY: lamina_clinic::Wiping = lamina_clinic::Wiping::new();

/// What `lamina` is called with. Its help, and that of all below it, stands among the words.
#[derive(Parser)]
#[command(name = "lamina", version)]
struct Call {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    New {
        vault: PathBuf,
        #[command(flatten)]
        passphrase: PassphraseFrom,
    },
    Load {
        vault: PathBuf,
        file: PathBuf,
        #[arg(long)]
        again: bool,
        #[command(flatten)]
        passphrase: SignInFrom,
    },
    Dump {
        vault: PathBuf,
        #[arg(long)]
        out: PathBuf,
        #[command(flatten)]
        passphrase: SignInFrom,
    },
    Patients {
        vault: PathBuf,
        #[arg(long, default_value = "")]
        search: String,
        #[arg(long)]
        json: bool,
        #[command(flatten)]
        passphrase: SignInFrom,
    },
    Verify {
        vault: PathBuf,
        #[arg(long)]
        json: bool,
        #[command(flatten)]
        passphrase: SignInFrom,
    },
    Rebuild {
        vault: PathBuf,
        #[command(flatten)]
        passphrase: SignInFrom,
    },
    Backup {
        vault: PathBuf,
        #[arg(long, value_name = "FOLDER")]
        to: PathBuf,
        #[command(flatten)]
        passphrase: SignInFrom,
    },
    Restore {
        backup: PathBuf,
        #[arg(long, value_name = "VAULT")]
        to: PathBuf,
        #[arg(long)]
        keep_old: bool,
        #[command(flatten)]
        passphrase: PassphraseFrom,
    },
    #[command(subcommand)]
    Recovery(recovery::RecoveryVerb),
    Passphrase {
        vault: PathBuf,
        #[command(flatten)]
        name: NameFrom,
    },
    Audit(audit::AuditCall),
    Check {
        #[arg(required = true)]
        files: Vec<PathBuf>,
        #[arg(long)]
        json: bool,
    },
    Sample(sample::SampleCall),
    Chart(letter::ChartCall),
    Letter(Box<letter::LetterCall>),
    Sheets(sheets::SheetsCall),
    Attach(documents::AttachCall),
    Documents(documents::DocumentsCall),
    Copy(documents::CopyCall),
    Score(measures::ScoreCall),
    Mme(measures::MmeCall),
    Rules(measures::RulesCall),
}

fn main() -> ExitCode {
    // It starts itself to read a file that somebody else made, with an argument that is for nobody else and in no help.
    if lamina_clinic::files::answered_apart() {
        return ExitCode::SUCCESS;
    }
    lamina_clinic::keep_private();
    match print::run(call().verb) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            failure.tell();
            ExitCode::from(failure.code())
        }
    }
}

/// The call, or its end with what is wrong with it or the help that was asked for.
fn call() -> Call {
    let matches = help::with_words(Call::command()).get_matches();
    Call::from_arg_matches(&matches).unwrap_or_else(|error| error.exit())
}
