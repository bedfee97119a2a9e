//! The words by which people and what is recorded of them are found, and what a typed text looks for.

use std::collections::BTreeSet;

use crate::fold::{JOINED, add_joined, words};
use crate::meaning;
use crate::noun::Noun;
use lamina_domain::DateOrder;
use uuid::Uuid;

/// Shortest end of a word that is kept as a word of its own, in characters.
const SUFFIX: usize = 3;

/// The words of a text, their joined forms, and what means the same: "L4-S1" gives "l4", "s1", "l4s1", and the segments
/// "l4l5" and "l5s1".
pub(crate) fn text_tokens(text: &str, into: &mut BTreeSet<String>) {
    add_joined(&words(text), into);
    meaning::widen(text, into);
}

/// Longest word whose ends are searched, in characters.
const LONGEST_WORD: usize = 64;

/// As [`text_tokens`], and the ends of each word: "kennedy" is also found by "nedy".
pub(crate) fn name_tokens(text: &str, into: &mut BTreeSet<String>) {
    let words = words(text);
    add_joined(&words, into);
    // The ends of a longer word would take more room than the record itself.
    for word in words.iter().filter(|word| word.chars().count() <= LONGEST_WORD) {
        let letters: Vec<char> = word.chars().collect();
        for start in 1..=letters.len().saturating_sub(SUFFIX) {
            into.insert(letters.iter().skip(start).collect());
        }
    }
}

/// The digits of an ISO date as far as it is known: "1961-03-05" gives "19610305"; its year is a prefix.
pub(crate) fn born_token(born: &str, into: &mut BTreeSet<String>) {
    let digits: String = born.chars().filter(char::is_ascii_digit).take(8).collect();
    // A birth told by an age has no year to be found by.
    if born.starts_with(|c: char| c.is_ascii_digit()) {
        into.insert(digits);
    }
}

/// One typed word: the patient is found when every group has a token that starts with one of its forms.
pub(crate) type Group = Vec<String>;

/// What has to be found for a typed text. A date in numbers alone is read in this order, and both ways without one.
pub(crate) fn query_groups(text: &str, order: Option<DateOrder>) -> Vec<Group> {
    let mut groups = Vec::new();
    for term in terms(text) {
        if let Some(segments) = meaning::segments(&term) {
            groups.extend(segments);
            continue;
        }
        let pieces = words(&term);
        let numeric = pieces.iter().all(|p| p.bytes().all(|b| b.is_ascii_digit()));
        if numeric && pieces.len() > 1 {
            let mut forms = date_forms(&pieces, order);
            forms.insert(pieces.concat());
            groups.push(forms.into_iter().collect());
        } else {
            groups.extend(pieces.into_iter().map(|piece| {
                let also = meaning::ingredients(&piece);
                [vec![piece], also].concat()
            }));
        }
    }
    groups
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// What was typed, word by word; a date with its month in letters, "3 May 1961" or "May 1961", is one word of numbers.
fn terms(text: &str) -> Vec<String> {
    let typed: Vec<&str> = text
        .split_whitespace()
        .map(|word| word.trim_end_matches([',', '.']))
        .collect();
    let is_number = |word: &str, lengths: std::ops::RangeInclusive<usize>| {
        lengths.contains(&word.len()) && word.bytes().all(|b| b.is_ascii_digit())
    };
    let month = |word: &str| {
        let low = word.to_lowercase();
        let at = MONTHS
            .iter()
            .position(|name| low.len() >= 3 && name.starts_with(&low))?;
        Some(at + 1)
    };
    let mut terms = Vec::new();
    let mut at = 0;
    while let Some(word) = typed.get(at) {
        let (second, third) = (typed.get(at + 1), typed.get(at + 2));
        let date = match (second, third) {
            (Some(name), Some(year)) if is_number(word, 1..=2) && is_number(year, 4..=4) => {
                month(name).map(|month| (format!("{year}-{month}-{word}"), 3))
            }
            (Some(day), Some(year)) if is_number(day, 1..=2) && is_number(year, 4..=4) => {
                month(word).map(|month| (format!("{year}-{month}-{day}"), 3))
            }
            _ => None,
        };
        let date = date.or_else(|| {
            let year = second.filter(|year| is_number(year, 4..=4))?;
            month(word).map(|month| (format!("{year}-{month}"), 2))
        });
        let (term, taken) = date.unwrap_or_else(|| ((*word).to_owned(), 1));
        terms.push(term);
        at += taken;
    }
    terms
}

fn pad(text: &str) -> String {
    format!("{text:0>2}")
}

/// The ways in which numbers typed with dots, slashes or hyphens can be a date, as [`born_token`] writes it.
fn date_forms(pieces: &[String], order: Option<DateOrder>) -> BTreeSet<String> {
    let mut forms = BTreeSet::new();
    match pieces {
        [year, month] if year.len() == 4 => {
            forms.insert(format!("{year}{}", pad(month)));
        }
        [month, year] if year.len() == 4 => {
            forms.insert(format!("{year}{}", pad(month)));
        }
        [year, month, day] if year.len() == 4 => {
            forms.insert(format!("{year}{}{}", pad(month), pad(day)));
        }
        [first, second, year] => {
            let years = match year.len() {
                4 => vec![year.clone()],
                2 => vec![format!("19{year}"), format!("20{year}")],
                _ => Vec::new(),
            };
            let is_month = |piece: &str| piece.parse::<u32>().is_ok_and(|month| (1..=12).contains(&month));
            let by_day = Some((first, second)).filter(|(_, month)| is_month(month));
            let by_month = Some((second, first)).filter(|(_, month)| is_month(month));
            let read = match (by_day, by_month, order) {
                (Some(_), Some(_), Some(DateOrder::DayFirst)) => [by_day, None],
                (Some(_), Some(_), Some(DateOrder::MonthFirst)) => [by_month, None],
                _ => [by_day, by_month],
            };
            for year in years {
                let both = read.iter().flatten();
                forms.extend(both.map(|(day, month)| format!("{year}{}{}", pad(month), pad(day))));
            }
        }
        _ => {}
    }
    forms
}

/// By what a person was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FoundBy {
    /// A family or given name.
    Name,
    /// The birth date or a part of it.
    Born,
    /// The clinic's number for the person.
    Number,
    /// An entry of the record.
    Entry(Noun, Uuid),
}

/// The words of a person by which one is found, each with what it is.
pub(crate) fn own_tokens(
    family: &str,
    given: &str,
    born: Option<&str>,
    number: Option<&str>,
) -> [(FoundBy, BTreeSet<String>); 3] {
    let mut names = BTreeSet::new();
    name_tokens(&format!("{given} {family}"), &mut names);
    let (mut dates, mut numbers) = (BTreeSet::new(), BTreeSet::new());
    if let Some(born) = born {
        born_token(born, &mut dates);
    }
    if let Some(number) = number {
        name_tokens(number, &mut numbers);
        meaning::number(number, &mut numbers);
    }
    [
        (FoundBy::Name, names),
        (FoundBy::Born, dates),
        (FoundBy::Number, numbers),
    ]
}

/// Whether one of the words that [`name_tokens`] makes of these begins with the form, without making them.
fn name_begins(words: &[String], form: &str) -> bool {
    let in_run = |start: usize| {
        let mut rest = form;
        for word in words.iter().skip(start).take(JOINED) {
            match rest.strip_prefix(word.as_str()) {
                Some(more) => rest = more,
                None => return word.starts_with(rest),
            }
        }
        rest.is_empty()
    };
    let in_end = |word: &String| {
        let length = word.chars().count();
        let ends = word
            .char_indices()
            .enumerate()
            .filter(|(at, _)| *at > 0 && at + SUFFIX <= length);
        length <= LONGEST_WORD
            && ends
                .map(|(_, (at, _))| at)
                .any(|at| word.get(at..).is_some_and(|end| end.starts_with(form)))
    };
    (0..words.len()).any(in_run) || words.iter().any(in_end)
}

/// By which of the person's own words a group is found, the name before the others; as [`own_tokens`] would tell.
pub(crate) fn own_begins(
    names: &[String],
    born: Option<&str>,
    number: Option<&str>,
    group: &Group,
) -> Option<FoundBy> {
    let any = |begins: &dyn Fn(&str) -> bool| group.iter().any(|form| begins(form));
    if any(&|form| name_begins(names, form)) {
        return Some(FoundBy::Name);
    }
    let mut dates = BTreeSet::new();
    if let Some(born) = born {
        born_token(born, &mut dates);
    }
    if any(&|form| dates.iter().any(|date| date.starts_with(form))) {
        return Some(FoundBy::Born);
    }
    let number = number?;
    let mut short = BTreeSet::new();
    meaning::number(number, &mut short);
    let pieces = words(number);
    let found = any(&|form| name_begins(&pieces, form) || short.iter().any(|one| one.starts_with(form)));
    found.then_some(FoundBy::Number)
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("3 May 1961")]
    #[case("may 3, 1961")]
    #[case("03/05/1961")]
    #[case("1961-05-03")]
    fn a_date_is_one_word_of_numbers_however_it_is_typed(#[case] typed: &str) {
        let groups = query_groups(&format!("muster {typed}"), None);
        assert_eq!(groups.len(), 2);
        assert!(groups[1].contains(&"19610503".to_owned()), "{groups:?}");
        assert_eq!(
            query_groups("may muster", None).len(),
            2,
            "a name that is also a month stays a name"
        );
        let month = query_groups("May 1961", None);
        assert!(
            month.len() == 1 && month[0].contains(&"196105".to_owned()),
            "{month:?}"
        );
    }

    #[test]
    fn joins_particles_and_apostrophes() {
        let mut tokens = BTreeSet::new();
        name_tokens("van den Berg", &mut tokens);
        name_tokens("O'Brien", &mut tokens);
        for wanted in [
            "van",
            "den",
            "berg",
            "vandenberg",
            "denberg",
            "obrien",
            "brien",
            "erg",
        ] {
            assert!(tokens.contains(wanted), "{wanted}");
        }
        assert!(!tokens.contains("rg"));
    }

    #[test]
    fn reads_local_dates() {
        let read = |text: &str, order| query_groups(text, order).concat();
        let forms = |text: &str| read(text, None);
        assert!(forms("5.3.1961").contains(&"19610305".to_owned()));
        assert!(forms("03/05/61").contains(&"19610305".to_owned()));
        assert_eq!(forms("1961-03-05"), ["19610305"]);
        assert!(forms("3/1961").contains(&"196103".to_owned()));
        for (order, typed, wanted) in [
            (DateOrder::DayFirst, "03/05/1961", ["03051961", "19610503"]),
            (DateOrder::MonthFirst, "03/05/1961", ["03051961", "19610305"]),
            (DateOrder::DayFirst, "3/19/1961", ["3191961", "19610319"]),
            (DateOrder::MonthFirst, "19/3/1961", ["1931961", "19610319"]),
        ] {
            let mut found = read(typed, Some(order));
            found.sort();
            let mut wanted = wanted;
            wanted.sort_unstable();
            assert_eq!(found, wanted, "{typed} {order:?}");
        }
    }

    proptest::proptest! {
        #[test]
        fn by_what_somebody_is_found_is_told_as_by_all_words(
            family in "[a-c]{0,4}[- ]?[a-c]{0,3}", given in "[a-cß]{1,3}[ ]?[a-c]{0,2}", born in "19[0-9]{2}(-0[1-9])?",
            number in "[a-c]?-?0{0,2}[1-9]{0,3}", typed in "[a-c0-9ß]{1,5}",
        ) {
            let group: Group = words(&typed);
            let all = own_tokens(&family, &given, Some(&born), Some(&number));
            let begins = |tokens: &BTreeSet<String>| {
                tokens.iter().any(|token| group.iter().any(|form| token.starts_with(form.as_str())))
            };
            let slow = all.iter().find(|(_, tokens)| begins(tokens)).map(|(by, _)| *by);
            let names = words(&format!("{given} {family}"));
            proptest::prop_assert_eq!(own_begins(&names, Some(&born), Some(&number), &group), slow);
        }

        #[test]
        fn a_name_finds_itself(name in "[\\p{Latin}' -]{1,20}") {
            let mut tokens = BTreeSet::new();
            name_tokens(&name, &mut tokens);
            for group in query_groups(&name, None) {
                proptest::prop_assert!(
                    group.iter().any(|form| tokens.iter().any(|token| token.starts_with(form.as_str())))
                );
            }
        }
    }
}
