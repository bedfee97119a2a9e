//! What was refused as its code with its data, in one line: for a reader of files that carries nothing of an error but its
//! text. Whoever tells it to a person takes the code and makes the sentence.

use serde::Serialize;
use std::{collections::BTreeMap, fmt};

/// Writes `value` as JSON under the name of its list of codes.
pub(crate) fn write(f: &mut fmt::Formatter<'_>, list: &str, value: &impl Serialize) -> fmt::Result {
    let line = serde_json::to_string(&BTreeMap::from([(list, value)])).map_err(|_| fmt::Error)?;
    f.write_str(&line)
}

/// A closed list of codes as an error, written as its code and data.
macro_rules! coded {
    ($list:literal: $kind:ty) => {
        impl std::fmt::Display for $kind {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                $crate::value::coded::write(f, $list, self)
            }
        }

        impl std::error::Error for $kind {}
    };
}

pub(crate) use coded;
