//! `lamina`, the command line: vaults, record files, charts, letters, scores and rules, without a window.
//!
//! Exit codes: 0 done, 1 the input was refused and nothing was written, 2 the call itself is wrong, 3 a file could
//! not be read or written. What was asked for goes to standard output, everything else to standard error.

mod audit;
mod backup;
mod choice;
mod documents;
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

use clap::{Parser, Subcommand};
use passphrase::PassphraseFrom;
use std::{path::PathBuf, process::ExitCode};

/// Names, passphrases and keys do not stay in memory that was let go.
#[global_allocator]
static MEMORY: lamina_clinic::Wiping = lamina_clinic::Wiping::new();

/// The record of people with pain after spine surgery: vaults, record files, charts, letters and scores.
#[derive(Parser)]
#[command(name = "lamina", version, after_help = HELP)]
struct Call {
    #[command(subcommand)]
    verb: Verb,
}

const HELP: &str = "\
Exit codes:
  0  done
  1  the input was refused, and nothing was written
  2  the call itself is wrong
  3  a file could not be read or written

A passphrase is never an argument. It is asked for at a terminal, read as one line where standard input is something
else, or taken from --passphrase-env or --passphrase-fd.

Examples:
  lamina new clinic.vault
  lamina sample --patients 20 --seed 7 --vault clinic.vault
  lamina patients clinic.vault --search 'muster fusion'
  lamina letter clinic.vault --patient S-000012 --out letter.pdf
  lamina backup clinic.vault --to /media/stick

`lamina VERB --help` shows the options of a verb with examples.";

#[derive(Subcommand)]
enum Verb {
    /// Make a new encrypted vault. Its key file lies beside it; keep both together.
    #[command(after_help = vault::NEW_HELP)]
    New {
        /// Where to make it.
        vault: PathBuf,
        #[command(flatten)]
        passphrase: PassphraseFrom,
    },
    /// Load a record file into a vault: all of it or nothing.
    #[command(after_help = vault::LOAD_HELP)]
    Load {
        /// The vault.
        vault: PathBuf,
        /// A file in Lamina's record format.
        file: PathBuf,
        /// Load it also where the very same file was loaded before.
        #[arg(long)]
        again: bool,
        #[command(flatten)]
        passphrase: PassphraseFrom,
    },
    /// Write everything in a vault to a record file. The file is readable by anyone who gets hold of it.
    #[command(after_help = vault::DUMP_HELP)]
    Dump {
        /// The vault.
        vault: PathBuf,
        /// Where to write it. An existing file is never replaced.
        #[arg(long)]
        out: PathBuf,
        #[command(flatten)]
        passphrase: PassphraseFrom,
    },
    /// List the patients of a vault.
    #[command(after_help = vault::PATIENTS_HELP)]
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
        passphrase: PassphraseFrom,
    },
    /// Check a vault: the file, the audit log, every version of every fact and all that is derived from them.
    #[command(after_help = vault::VERIFY_HELP)]
    Verify {
        /// The vault.
        vault: PathBuf,
        /// Print what was found as JSON.
        #[arg(long)]
        json: bool,
        #[command(flatten)]
        passphrase: PassphraseFrom,
    },
    /// Make everything anew that is derived from the facts of a vault: the tables for reading and for the search.
    #[command(after_help = vault::REBUILD_HELP)]
    Rebuild {
        /// The vault.
        vault: PathBuf,
        #[command(flatten)]
        passphrase: PassphraseFrom,
    },
    /// Make a backup of a vault: one encrypted file, read back before it counts.
    #[command(after_help = backup::BACKUP_HELP)]
    Backup {
        /// The vault.
        vault: PathBuf,
        /// The folder to make it in.
        #[arg(long, value_name = "FOLDER")]
        to: PathBuf,
        #[command(flatten)]
        passphrase: PassphraseFrom,
    },
    /// Restore a vault from a backup, after everything in it was proven.
    #[command(after_help = backup::RESTORE_HELP)]
    Restore {
        /// The backup.
        backup: PathBuf,
        /// Where the vault is put. One that is there is left alone without --keep-old.
        #[arg(long, value_name = "VAULT")]
        to: PathBuf,
        /// Keep a vault that is there beside the restored one.
        #[arg(long)]
        keep_old: bool,
        #[command(flatten)]
        passphrase: PassphraseFrom,
    },
    /// Make, use or remove the recovery sheet, which opens a vault when its passphrase is forgotten.
    #[command(subcommand, after_help = recovery::HELP)]
    Recovery(recovery::RecoveryVerb),
    /// Set another passphrase in place of the one that opens a vault.
    #[command(after_help = recovery::PASSPHRASE_HELP)]
    Passphrase {
        /// The vault that it opens.
        vault: PathBuf,
    },
    /// Examine the audit log: who opened which record, what somebody did.
    #[command(after_help = audit::HELP)]
    Audit(audit::AuditCall),
    /// Read record files and say whether every value in them can be kept. Names the path of what can't.
    #[command(after_help = print::CHECK_HELP)]
    Check {
        /// Files in Lamina's record format.
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// Print what was found as JSON, one object a line.
        #[arg(long)]
        json: bool,
    },
    /// Make a synthetic clinic of any size: invented people with plausible records.
    #[command(after_help = sample::HELP)]
    Sample(sample::SampleCall),
    /// Draw the progress chart of one patient as SVG.
    #[command(after_help = letter::CHART_HELP)]
    Chart(letter::ChartCall),
    /// Print a letter about one patient, or about many, as PDF or plain text, of the kind and length that are asked for.
    #[command(after_help = letter::LETTER_HELP)]
    Letter(Box<letter::LetterCall>),
    /// Print questionnaires with boxes to tick, to fill in on paper.
    #[command(after_help = sheets::SHEETS_HELP)]
    Sheets(sheets::SheetsCall),
    /// Attach files to the record of one patient: reports, letters, pictures.
    #[command(after_help = documents::ATTACH_HELP)]
    Attach(documents::AttachCall),
    /// List the attached files of one patient.
    #[command(after_help = documents::DOCUMENTS_HELP)]
    Documents(documents::DocumentsCall),
    /// Write a copy of an attached file, byte for byte as it came.
    #[command(after_help = documents::COPY_HELP)]
    Copy(documents::CopyCall),
    /// Score questionnaires and tests from CSV rows, one administration a row, without a vault.
    #[command(after_help = measures::SCORE_HELP)]
    Score(measures::ScoreCall),
    /// Add up the opioid load of medicine lines a day, with its arithmetic, without a vault.
    #[command(after_help = measures::MME_HELP)]
    Mme(measures::MmeCall),
    /// List every rule with its version, its source and how sure it is.
    #[command(after_help = measures::RULES_HELP)]
    Rules(measures::RulesCall),
}

fn main() -> ExitCode {
    lamina_clinic::keep_private();
    match print::run(Call::parse().verb) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            failure.tell();
            ExitCode::from(failure.code())
        }
    }
}
