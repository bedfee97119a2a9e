//! Where the built programs are, and how the command line is called.

use std::{
    path::{Path, PathBuf},
    process::{Command, Output},
};

/// The variable from which the command line reads the passphrase in these tests.
pub const PASSPHRASE_FROM: &str = "LAMINA_TEST_WORDS";

/// A built program of this workspace: where the variable says, or beside the program that runs now, or one folder above.
///
/// # Panics
/// When it is not built; says how to build it.
pub fn built(name: &str, variable: &str) -> PathBuf {
    if let Some(path) = std::env::var_os(variable) {
        let path = PathBuf::from(path);
        assert!(
            path.is_file(),
            "{variable} names {}, which is no file",
            path.display()
        );
        return path;
    }
    let file = format!("{name}{}", std::env::consts::EXE_SUFFIX);
    let here = std::env::current_exe().expect("a program knows its own path");
    let beside = here.ancestors().skip(1).take(2).map(|folder| folder.join(&file));
    let usual = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../target/debug")
        .join(&file);
    beside
        .chain([usual])
        .find(|path| path.is_file())
        .unwrap_or_else(|| {
            panic!(
                "{file} is not built. `cargo xtask test` builds it before the tests; by hand: cargo build --locked -p \
                 lamina-app -p lamina-cli, or name the file in {variable}."
            )
        })
}

/// The app with the window.
pub fn app() -> PathBuf {
    built("lamina-app", "LAMINA_APP")
}

/// Calls the command line in `folder`, with the passphrase in [`PASSPHRASE_FROM`].
pub fn lamina(folder: &Path, passphrase: &str, arguments: &[&str]) -> Output {
    Command::new(built("lamina", "LAMINA_CLI"))
        .current_dir(folder)
        .env(PASSPHRASE_FROM, passphrase)
        .args(arguments)
        .output()
        .expect("a built program starts")
}

/// The standard output of a call that has to succeed.
///
/// # Panics
/// When the program failed; with what it said.
pub fn said(output: &Output) -> String {
    assert!(
        output.status.success(),
        "{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// The text of a PDF as poppler reads it.
pub fn text_of(pdf: &Path) -> String {
    let call = Command::new("pdftotext")
        .args(["-layout".as_ref(), pdf.as_os_str(), "-".as_ref()])
        .output();
    said(&call.expect("pdftotext is installed by `cargo xtask test`"))
}

/// Fails where qpdf finds anything wrong with a PDF, a warning included.
pub fn judge(pdf: &Path) {
    let call = Command::new("qpdf").arg("--check").arg(pdf).output();
    let said = said(&call.expect("qpdf is installed by `cargo xtask test`"));
    assert!(
        said.contains("No syntax or stream encoding errors found"),
        "{said}"
    );
}
