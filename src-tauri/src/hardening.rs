//! What keeps the record out of other places than the vault: no core files, nothing readable by others, panics without
//! their message, logs without patient data.

use tracing_subscriber::EnvFilter;

/// Called before anything is opened.
pub fn before_anything() {
    #[cfg(unix)]
    private_process();
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

/// No core files, and new files readable by their owner alone.
#[cfg(unix)]
fn private_process() {
    use rustix::{
        fs::Mode,
        process::{Resource, Rlimit, setrlimit, umask},
    };
    umask(Mode::RWXG | Mode::RWXO);
    let none = Rlimit {
        current: Some(0),
        maximum: Some(0),
    };
    // Where the system does not allow it there is nothing else to try.
    setrlimit(Resource::Core, none).ok();
    #[cfg(target_os = "linux")]
    rustix::process::set_dumpable_behavior(rustix::process::DumpableBehavior::NotDumpable).ok();
}
