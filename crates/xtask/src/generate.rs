//! `cargo xtask gen`: writes anew what is made from something else: the interface's types, the names of its words.

use crate::Outcome;
use crate::install;
use crate::steps::{Steps, cargo};
use crate::ui;

/// Runs both generators. The tests fail where what they write is not what is committed.
///
/// # Errors
/// The first that fails.
pub fn generate() -> Outcome {
    install::for_running(false)?;
    let mut steps = Steps::start();
    let mut types = cargo([
        "test",
        "--quiet",
        "--locked",
        "-p",
        "lamina-api",
        "the_committed_typescript_is_fresh",
    ]);
    types.env("LAMINA_WRITE_GENERATED", "1");
    steps.step("ui/src/ipc/generated.ts", types)?;
    ui::install(&mut steps)?;
    steps.step("ui/src/words.types.ts", ui::npm(["run", "words"]))
}
