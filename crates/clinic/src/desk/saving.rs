//! What files are called that leave the vault: nothing that is there is ever written over.

/// Files of one day that would be called alike are told apart by a number up to this one.
const MOST_OF_A_NAME: u32 = 100;

/// Names for a file, to be tried one after the other: the plain one first, then those with a number.
pub(super) fn free_names(name: &str, ending: &str) -> impl Iterator<Item = String> {
    let more = (2..MOST_OF_A_NAME).map(move |number| format!("{name} ({number}).{ending}"));
    std::iter::once(format!("{name}.{ending}")).chain(more)
}
