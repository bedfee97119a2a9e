//! `lamina`, the command line: checks record files and prints charts and letters from them, without a window.
//!
//! Exit codes: 0 done, 1 the input was refused and nothing was written, 2 the call itself is wrong, 3 a file could
//! not be read or written. What was asked for goes to standard output, everything else to standard error.

mod print;
mod vault;

use clap::{Parser, Subcommand};
use std::{path::PathBuf, process::ExitCode};

/// The record of people with pain after spine surgery: check record files, print charts and letters.
#[derive(Parser)]
#[command(
    name = "lamina",
    version,
    after_help = "Exit codes: 0 done; 1 input refused, nothing written; \
    2 wrong call; 3 a file could not be read or written."
)]
struct Call {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    /// Make a new encrypted vault. Its key file lies beside it; keep both together.
    New {
        /// Where to make it.
        vault: PathBuf,
        #[command(flatten)]
        passphrase: vault::PassphraseFrom,
    },
    /// Load a record file into a vault: all of it or nothing.
    Load {
        /// The vault.
        vault: PathBuf,
        /// A file in Lamina's record format.
        file: PathBuf,
        #[command(flatten)]
        passphrase: vault::PassphraseFrom,
    },
    /// Write everything in a vault to a record file. The file is readable by anyone who gets hold of it.
    Dump {
        /// The vault.
        vault: PathBuf,
        /// Where to write it. An existing file is never replaced.
        #[arg(long)]
        out: PathBuf,
        #[command(flatten)]
        passphrase: vault::PassphraseFrom,
    },
    /// List the patients of a vault.
    Patients {
        /// The vault.
        vault: PathBuf,
        /// Any parts of a name, a birth date, a number, an operation or a medicine, in any order.
        #[arg(long, default_value = "")]
        search: String,
        /// Print a JSON object a line.
        #[arg(long)]
        json: bool,
        #[command(flatten)]
        passphrase: vault::PassphraseFrom,
    },
    /// Check a vault: the file, the audit log and every version of every fact.
    Verify {
        /// The vault.
        vault: PathBuf,
        #[command(flatten)]
        passphrase: vault::PassphraseFrom,
    },
    /// Read a record file and say whether every value in it can be kept. Names the path of what can't.
    Check {
        /// A file in Lamina's record format.
        file: PathBuf,
        /// Print what was found as JSON.
        #[arg(long)]
        json: bool,
    },
    /// Draw the progress chart of one patient as SVG.
    Chart {
        /// A file in Lamina's record format.
        file: PathBuf,
        /// Which patient of the file, counted from 1.
        #[arg(long, default_value_t = 1)]
        patient: usize,
        /// Where to write it. An existing file is never replaced.
        #[arg(long)]
        out: PathBuf,
    },
    /// Print the referral letter of one patient as PDF, or as plain text where the name ends in .txt.
    Letter(Box<LetterCall>),
}

#[derive(clap::Args)]
struct LetterCall {
    /// A file in Lamina's record format.
    file: PathBuf,
    /// Which patient of the file, counted from 1.
    #[arg(long, default_value_t = 1)]
    patient: usize,
    /// Where to write it. An existing file is never replaced.
    #[arg(long)]
    out: PathBuf,
    /// Why the letter is written.
    #[arg(long, default_value = "")]
    reason: String,
    /// What the recipient is asked.
    #[arg(long, default_value = "")]
    question: String,
    /// How urgent it is, in words.
    #[arg(long, default_value = "")]
    urgency: String,
    /// A line of the recipient's address; repeat it for each line.
    #[arg(long)]
    to: Vec<String>,
    /// The clinic's name for the letterhead.
    #[arg(long, default_value = "")]
    clinic: String,
    /// The author's name.
    #[arg(long, default_value = "")]
    author: String,
    /// The author's role.
    #[arg(long, default_value = "")]
    role: String,
    /// The author's registration number with its body.
    #[arg(long, default_value = "")]
    registration: String,
    /// The letter's date as YYYY-MM-DD; today where it is not given.
    #[arg(long)]
    date: Option<String>,
}

fn main() -> ExitCode {
    match print::run(Call::parse().verb) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            failure.tell();
            ExitCode::from(failure.code())
        }
    }
}
