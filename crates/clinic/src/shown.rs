//! A fact in the words in which the screen shows it: when, what in one line, and labelled details in reading order.

use crate::{noun::Written, record::Record, telling::Telling};
use lamina_api::shown::Shown;
use lamina_domain::{Fact, diagnosis::Term, of_fact};

/// The facts of this record in words, in a clinic that prefers this term.
pub(crate) fn telling(record: &Record, term: Term) -> Telling<'_> {
    Telling::within(record, told, term)
}

/// What the fact is, in one line.
pub(crate) fn titled(fact: &Fact, telling: &Telling<'_>) -> String {
    of_fact!(fact, one => one.titled(telling))
}

/// The fact in words.
pub(crate) fn told(fact: &Fact, telling: &Telling<'_>) -> Shown {
    of_fact!(fact, one => one.told(telling))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::Document;

    /// A record in which every field of every noun says something.
    const WHOLE: &[u8] = include_bytes!("record/whole.json");

    #[test]
    fn a_fact_told_briefly_says_what_the_whole_says_without_its_details() {
        let today = "2026-11-25".parse().unwrap();
        let document = Document::read(WHOLE, today).unwrap();
        let mut count = 0;
        for record in &document.patients {
            let telling = telling(record, Term::default());
            for (path, kept) in record.facts() {
                let told = told(&kept.fact, &telling);
                let brief = of_fact!(&kept.fact, one => one.brief(&telling));
                assert_eq!((brief.when, brief.title), (told.when, told.title), "{path}");
                assert_eq!(brief.details, [], "{path}");
                count += 1;
            }
        }
        assert!(count > 30, "{count} facts");
    }
}
