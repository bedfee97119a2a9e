//! What keeps the record out of other places than the vault: no core files, nothing readable by others, panics without
//! their message, logs without patient data.

use tracing_subscriber::EnvFilter;

/// Called before anything is opened.
pub fn before_anything() {
    #[cfg(target_os = "linux")]
    overwrite_what_libraries_free();
    lamina_clinic::keep_private();
    std::panic::set_hook(Box::new(|panic| {
        // The message of a panic could quote what was being worked on; where it happened can't.
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        tracing::error!(%place, "a part of the program stopped");
    }));
    // SQL is never logged, whatever the environment asks for.
    let filter = EnvFilter::try_from_default_env()
        .unwrap_or_else(|_| EnvFilter::new("warn"))
        .add_directive(tracing_subscriber::filter::LevelFilter::WARN.into());
    if tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .try_init()
        .is_err()
    {
        tracing::debug!("logging was set up before");
    }
}

/// Begins this program anew with the C library told to overwrite what is freed: the libraries of the web view pass on each answer
/// in memory of theirs. The library reads this once, as a program starts.
#[cfg(target_os = "linux")]
fn overwrite_what_libraries_free() {
    use std::{env, os::unix::process::CommandExt, process::Command};
    const TUNABLES: &str = "GLIBC_TUNABLES";
    const OVERWRITE: &str = "glibc.malloc.perturb";
    let set = env::var(TUNABLES).unwrap_or_default();
    let Some(program) = env::current_exe().ok().filter(|_| !set.contains(OVERWRITE)) else {
        return;
    };
    let all = match set.is_empty() {
        true => format!("{OVERWRITE}=205"),
        false => format!("{set}:{OVERWRITE}=205"),
    };
    // It only comes back where the program could not begin anew; it then goes on as it is.
    let _not_begun = Command::new(program)
        .args(env::args_os().skip(1))
        .env(TUNABLES, all)
        .exec();
}
