//! Where a passphrase comes from: the keyboard with nothing shown, a line of standard input, an environment variable
//! or a file descriptor. Never an argument, which every other program could read.

use crate::print::Failure;
use lamina_clinic::{
    say, say_with,
    unlocking::SignIn,
    vault::{Passphrase, Secret},
};
use std::{
    env, fs,
    io::{self, BufRead, IsTerminal, Read, Write},
    path::Path,
};

/// Where the passphrase comes from. Without either it is asked for at a terminal, and one line is read from standard
/// input where that is no terminal.
#[derive(clap::Args)]
pub struct PassphraseFrom {
    #[arg(long, value_name = "FD")]
    passphrase_fd: Option<u32>,
    #[arg(long, value_name = "NAME", conflicts_with = "passphrase_fd")]
    passphrase_env: Option<String>,
}

/// The name under which somebody signs in; empty in a vault of one person.
#[derive(clap::Args)]
pub struct NameFrom {
    #[arg(
        long = "as",
        value_name = "NAME",
        default_value = "",
        hide_default_value = true
    )]
    r#as: String,
}

impl NameFrom {
    /// The name with a passphrase that was typed already.
    pub fn with(&self, typed: String) -> SignIn {
        SignIn {
            name: self.r#as.clone(),
            passphrase: Passphrase::new(typed),
        }
    }
}

/// Who signs in, and where their passphrase comes from.
#[derive(clap::Args)]
pub struct SignInFrom {
    #[command(flatten)]
    name: NameFrom,
    #[command(flatten)]
    passphrase: PassphraseFrom,
}

impl SignInFrom {
    /// The name and the passphrase of a vault that is there.
    pub fn read(&self) -> Result<SignIn, Failure> {
        self.read_text().map(|typed| self.with(typed))
    }

    /// The passphrase as typed, for whoever needs it twice.
    pub fn read_text(&self) -> Result<String, Failure> {
        self.passphrase.typed(&say!("cli-ask-passphrase"), false)
    }

    /// The name with a passphrase that was typed already.
    pub fn with(&self, typed: String) -> SignIn {
        self.name.with(typed)
    }
}

/// The most that is read from a descriptor or standard input, in bytes.
const LONGEST: u64 = 64 * 1024;

impl PassphraseFrom {
    /// The passphrase of a new vault: asked for twice at a terminal, where a slip of the hand can't be seen.
    pub fn read_new(&self) -> Result<Passphrase, Failure> {
        Ok(Passphrase::new(self.typed(&say!("cli-ask-passphrase"), true)?))
    }

    /// The passphrase of a backup, or the recovery key that opens it.
    pub fn read_secret(&self) -> Result<Secret, Failure> {
        Ok(Secret::new(self.typed(&say!("cli-ask-secret"), false)?))
    }

    fn typed(&self, words: &str, twice: bool) -> Result<String, Failure> {
        let typed = if let Some(name) = &self.passphrase_env {
            env::var(name).map_err(|_| {
                Failure::Call(say_with!(
                    "cli-passphrase-env-not-set",
                    [("name", name.as_str().into())]
                ))
            })?
        } else if let Some(fd) = self.passphrase_fd {
            let path = Path::new("/dev/fd").join(fd.to_string());
            let mut text = String::new();
            let source = fs::File::open(&path).and_then(|file| file.take(LONGEST).read_to_string(&mut text));
            source.map_err(|error| Failure::File { path, error })?;
            text
        } else {
            let first = line(words)?;
            if twice && io::stdin().is_terminal() && line(&say!("cli-ask-again"))? != first {
                return Err(Failure::Refused(say!("cli-passphrases-differ-unmade")));
            }
            first
        };
        Ok(without_end(typed))
    }
}

/// A secret as it is typed: asked for at a terminal, behind `words` and not shown, or a line of standard input where that is none.
pub fn line(words: &str) -> Result<String, Failure> {
    if io::stdin().is_terminal() {
        return ask(&format!("{words} "));
    }
    let mut text = String::new();
    let line = io::stdin().lock().take(LONGEST).read_line(&mut text);
    line.map_err(|error| Failure::File {
        path: say!("cli-standard-input").into(),
        error,
    })?;
    Ok(without_end(text))
}

/// Cut in place: another copy in memory would be one more to wipe.
fn without_end(mut typed: String) -> String {
    typed.truncate(typed.trim_end_matches(['\n', '\r']).len());
    typed
}

fn ask(words: &str) -> Result<String, Failure> {
    let fault = |error| Failure::File {
        path: say!("cli-terminal").into(),
        error,
    };
    let mut screen = io::stderr();
    screen
        .write_all(words.as_bytes())
        .and_then(|()| screen.flush())
        .map_err(fault)?;
    let typed = rpassword::read_password();
    // The key that ended the line was not shown either.
    writeln!(screen).map_err(fault)?;
    typed.map_err(fault)
}
