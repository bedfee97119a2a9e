//! A reference from one fact to another as a whole: "imaging 2". By place as people count where it is written, by id as it is
//! kept, so that it stays with its fact whatever the order becomes.

use crate::value::{issue::Problem, when::Reference};
use std::{fmt, str::FromStr};
use uuid::Uuid;

/// Another fact: how its kind is called in a record, and which of that kind. Whether there is such a kind, and such a fact, is
/// told by the record that it is held against.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Link {
    what: String,
    /// Which of its kind.
    pub which: Reference,
}

impl Link {
    /// The fact of this id, of the kind that is called so.
    pub fn to(what: &str, id: Uuid) -> Self {
        Self {
            what: what.to_owned(),
            which: Reference::Id(id),
        }
    }

    /// How its kind is called: "operation", "imaging".
    pub fn what(&self) -> &str {
        &self.what
    }
}

impl fmt::Display for Link {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.what, self.which)
    }
}

impl FromStr for Link {
    type Err = Problem;

    /// A word and a number from 1, or a word and an id.
    fn from_str(text: &str) -> Result<Self, Problem> {
        let no = || Problem::NotALink {
            text: text.trim().to_owned(),
        };
        let low = text.trim().to_lowercase();
        let (what, which) = low.split_once(' ').ok_or_else(no)?;
        let which = which.trim();
        let number = which.parse::<u32>().ok().filter(|number| *number > 0);
        let which = match number {
            Some(number) => Reference::Place(number),
            None => Reference::Id(Uuid::try_parse(which).map_err(|_| no())?),
        };
        let is_word = !what.is_empty() && what.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
        is_word
            .then(|| Self {
                what: what.to_owned(),
                which,
            })
            .ok_or_else(no)
    }
}

crate::value::written::as_text!(
    Link,
    "an entry of the record by its kind and number, such as \"imaging 2\" or \"operation 1\""
);

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("Imaging 2", "imaging 2")]
    #[case(" operation  1 ", "operation 1")]
    #[case(
        "treatment 01920000-0000-7000-8000-000000000001",
        "treatment 01920000-0000-7000-8000-000000000001"
    )]
    fn a_link_reads_back_as_itself(#[case] typed: &str, #[case] shown: &str) {
        let link: Link = typed.parse().unwrap();
        assert_eq!(link.to_string(), shown);
        assert_eq!(shown.parse::<Link>().unwrap(), link);
    }

    #[rstest]
    #[case("")]
    #[case("imaging")]
    #[case("imaging 0")]
    #[case("imaging two")]
    #[case("2 imaging")]
    fn what_names_no_entry_is_refused(#[case] typed: &str) {
        let text = typed.to_owned();
        assert_eq!(typed.parse::<Link>(), Err(Problem::NotALink { text }));
    }
}
