//! What a medicine that was told in words alone stands for: its ingredients, never a dose. Where a part of the words is not
//! read, an opioid among them is still found, and nothing is concluded to be no opioid.

use super::name::{NameMatch, Substance, find, substance};
use super::{Ingredient, Medicine, Parts, read_line};
use crate::value::text::Text;

/// The medicine that the words name, without any dose that stands beside it. A name that is not understood, or that is
/// refused because it stands for more than one medicine, is kept as it was told and as one of which nothing is known.
pub fn in_words(words: &str) -> Option<Medicine> {
    let read = read_line(words).ok().map(Medicine::into_parts);
    read.and_then(|parts| {
        let names = parts.ingredients.into_iter().map(|one| one.name.to_string());
        of(names.collect(), |bare| Parts {
            brand: parts.brand,
            form: parts.form,
            route: parts.route,
            ..bare
        })
    })
    .or_else(|| listed(words))
    .or_else(|| opioids(words))
    .or_else(|| Some(Medicine(bare(&[words.to_owned()])?)))
}

fn of(names: Vec<String>, more: impl FnOnce(Parts) -> Parts) -> Option<Medicine> {
    Medicine::new(more(bare(&names)?)).ok()
}

/// Ingredients of these names and nothing more.
fn bare(names: &[String]) -> Option<Parts> {
    let ingredients = names.iter().map(|name| {
        Some(Ingredient {
            name: Text::new(name).ok()?,
            strength: None,
        })
    });
    let ingredients: Option<Vec<Ingredient>> = ingredients.collect();
    Some(Parts {
        ingredients: ingredients?,
        ..Parts::default()
    })
}

fn known(name: &str) -> Option<Vec<String>> {
    match find(name.trim()) {
        NameMatch::Substance(_) => Some(vec![name.trim().to_owned()]),
        NameMatch::Brand(brand) => Some(brand.of.clone()),
        NameMatch::Refused(_) | NameMatch::Unknown => None,
    }
}

/// Everything that words name which is known, whatever stands around it.
pub(crate) fn named_in(words: &str) -> Vec<&'static Substance> {
    let tokens: Vec<&str> = words
        .split(|c: char| !(c.is_alphanumeric() || c == '-'))
        .filter(|word| !word.is_empty())
        .collect();
    let spans = (1..=3).flat_map(|length| tokens.windows(length));
    spans
        .filter_map(|span| known(&span.join(" ")))
        .flatten()
        .filter_map(|name| substance(&name))
        .collect()
}

/// "gabapentin, NSAIDs and tramadol": several names of which each is known.
fn listed(words: &str) -> Option<Medicine> {
    let plain = words.replace(" and ", ",").replace(" with ", ",");
    let names: Option<Vec<Vec<String>>> = plain
        .split([',', ';', '/', '+', '&'])
        .filter(|one| !one.trim().is_empty())
        .map(known)
        .collect();
    let names: Vec<String> = names?.concat();
    (!names.is_empty()).then(|| of(names, |bare| bare))?
}

/// Opioids among words of which the rest is not read.
fn opioids(words: &str) -> Option<Medicine> {
    let mut found: Vec<String> = Vec::new();
    for word in words.split(|c: char| !(c.is_alphanumeric() || c == '-')) {
        let held = known(word).unwrap_or_default();
        for name in held {
            let opioid =
                super::name::substance(&name).is_some_and(|one| one.class == super::name::Class::Opioid);
            if opioid && !found.contains(&name) {
                found.push(name);
            }
        }
    }
    (!found.is_empty()).then(|| of(found, |bare| bare))?
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("Tramadol", "tramadol")]
    #[case("OxyContin 10 mg bd", "oxycodone")]
    #[case("oxycodone (OxyContin)", "oxycodone")]
    #[case("gabapentin, NSAIDs and tramadol", "gabapentin + nsaids + tramadol")]
    #[case("Tramadol as the doctor said", "tramadol")]
    #[case("Tylenol #3", "tylenol #3")]
    #[case("MS", "ms")]
    #[case("oxy", "oxy")]
    #[case("paracetamol as directed", "paracetamol as directed")]
    #[case("strong opioids", "strong opioids")]
    fn names_without_a_dose(#[case] words: &str, #[case] name: &str) {
        let medicine = in_words(words).unwrap();
        assert_eq!(medicine.name().to_lowercase(), name);
        assert!(
            medicine
                .parts()
                .ingredients
                .iter()
                .all(|one| one.strength.is_none())
        );
    }

    #[test]
    fn what_is_not_read_whole_is_never_no_opioid() {
        for words in [
            "Tylenol #3",
            "paracetamol as directed",
            "something new",
            "MS",
            "oxy",
            "hydro",
        ] {
            let medicine = in_words(words).unwrap();
            assert_eq!(medicine.parts().ingredients[0].substance(), None, "{words}");
        }
    }
}
