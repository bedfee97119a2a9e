//! What keeps the record out of other places than the vault: no core files, nothing readable by others, panics without
//! their message, logs without patient data.

use tracing_subscriber::EnvFilter;

/// Called before anything is opened.
pub fn before_anything() {
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
