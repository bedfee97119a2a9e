//! One of a few names on the command line.

use lamina_clinic::say_with;

/// The choice of this name.
///
/// # Errors
/// The names that there are.
pub fn one_of<T: Copy>(known: &[T], name: fn(T) -> &'static str, typed: &str) -> Result<T, String> {
    let found = known.iter().copied().find(|one| name(*one) == typed);
    found.ok_or_else(|| {
        let names: Vec<&str> = known.iter().map(|one| name(*one)).collect();
        say_with!("cli-one-of", [("names", names.join(", ").into())])
    })
}
