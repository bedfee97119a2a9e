//! Names of medicines: ingredients with their synonyms, brands with what they hold, and names that are refused because
//! they stand for more than one medicine. The names are data (`factors/names.toml`).
//!
//! A name that is not there is kept as typed and never taken for a similar one; what it resembles is only said.

use super::kind::{Form, Release, Route};
use crate::rule::Sure;
use serde::{Deserialize, Serialize};
use std::sync::LazyLock;

/// The credit that the US National Library of Medicine asks for where its codes are shown.
pub const RXNORM_CREDIT: &str = "This product uses publicly available data courtesy of the U.S. National Library of Medicine (NLM), \
     National Institutes of Health, Department of Health and Human Services; NLM is not responsible for the product and \
     does not endorse or recommend this or any other product.";

/// What an ingredient is, as far as the opioid load asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Class {
    /// Opioid.
    Opioid,
    /// Naloxone.
    Naloxone,
    /// Benzodiazepine.
    Benzodiazepine,
    /// Gabapentin or pregabalin.
    Gabapentinoid,
    /// Another medicine that sedates.
    Sedative,
    /// None of these.
    Other,
}

/// An ingredient that is known here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Substance {
    /// Its name, lower case; the international one.
    pub id: String,
    /// Other names of it.
    #[serde(default)]
    pub also: Vec<String>,
    /// What it is.
    pub class: Class,
    /// Units its strengths are written in: `mg`, `mcg`, `g`. Empty where it doesn't matter here.
    #[serde(default)]
    pub unit: Vec<String>,
    /// RxNorm ingredient code.
    #[serde(default)]
    pub rxnorm: Option<String>,
    /// How sure the code is.
    #[serde(default)]
    pub sure: Option<Sure>,
}

/// A brand, or a fixed name of a combination such as co-codamol.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Brand {
    /// As it is written.
    pub name: String,
    /// Its ingredients, in the order of its strengths.
    pub of: Vec<String>,
    /// How fast it is let go.
    #[serde(default)]
    pub release: Release,
    /// Its form, where there is only one.
    #[serde(default)]
    pub form: Form,
    /// Its route, where the form does not say.
    #[serde(default)]
    pub route: Route,
    /// It is made for the treatment of opioid use disorder.
    #[serde(default)]
    pub opioid_use_disorder: bool,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Names {
    refused: Vec<Refused>,
    salts: Vec<String>,
    substance: Vec<Substance>,
    brand: Vec<Brand>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Refused {
    name: String,
    because: String,
}

static NAMES: LazyLock<Names> = LazyLock::new(|| toml::from_str(TEXT).unwrap_or_default());
const TEXT: &str = include_str!("../../factors/names.toml");

/// What a name is.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Found {
    Substance(&'static Substance),
    Brand(&'static Brand),
    Refused(&'static str),
    Unknown,
}

/// All ingredients that are known.
pub fn substances() -> &'static [Substance] {
    &NAMES.substance
}

/// All brands that are known.
pub fn brands() -> &'static [Brand] {
    &NAMES.brand
}

/// Looks an ingredient up by any of its names, in any case; salts ("morphine sulfate") are the ingredient.
pub fn substance(name: &str) -> Option<&'static Substance> {
    let low = name.to_lowercase();
    let kept: Vec<&str> = low
        .split_whitespace()
        .filter(|word| !NAMES.salts.iter().any(|salt| salt == word))
        .collect();
    let plain = kept.join(" ");
    NAMES
        .substance
        .iter()
        .find(|one| one.id == plain || one.also.contains(&plain))
}

pub(super) fn brand(name: &str) -> Option<&'static Brand> {
    NAMES.brand.iter().find(|one| one.name.eq_ignore_ascii_case(name))
}

pub(super) fn find(name: &str) -> Found {
    if let Some(refused) = NAMES.refused.iter().find(|one| {
        name.split_whitespace()
            .next()
            .is_some_and(|first| first.eq_ignore_ascii_case(&one.name))
    }) && brand(name).is_none()
    {
        return Found::Refused(&refused.because);
    }
    match (brand(name), substance(name)) {
        (Some(brand), _) => Found::Brand(brand),
        (None, Some(substance)) => Found::Substance(substance),
        (None, None) => Found::Unknown,
    }
}

/// Opioids that a name which is not known differs from by one or two letters. Only for saying so.
pub fn resembles(name: &str) -> Vec<String> {
    let low = name.to_lowercase();
    let near = |known: &str| distance(&low, &known.to_lowercase()) <= 2;
    let mut found: Vec<String> = NAMES
        .substance
        .iter()
        .filter(|one| {
            one.class == Class::Opioid && std::iter::once(&one.id).chain(&one.also).any(|known| near(known))
        })
        .map(|one| one.id.clone())
        .collect();
    let held = |brand: &Brand| brand.of.iter().any(|one| is_opioid(one));
    found.extend(
        NAMES
            .brand
            .iter()
            .filter(|one| one.name.len() > 4 && held(one) && near(&one.name))
            .map(|one| one.name.clone()),
    );
    found
}

fn is_opioid(name: &str) -> bool {
    substance(name).is_some_and(|one| one.class == Class::Opioid)
}

/// How many letters differ, are missing or are too many.
pub(crate) fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (line, letter) in one.chars().enumerate() {
        let mut before = line;
        let mut last = line + 1;
        let mut next = vec![last];
        for (cell, theirs) in row.iter().skip(1).zip(&other) {
            let changed = before + usize::from(letter != *theirs);
            before = *cell;
            last = changed.min(cell + 1).min(last + 1);
            next.push(last);
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[test]
    fn the_data_is_whole() {
        let names: Names = toml::from_str(TEXT).unwrap();
        assert!(names.substance.len() > 50 && names.brand.len() > 40);
        for brand in &names.brand {
            assert!(!brand.of.is_empty());
            for one in &brand.of {
                let known = substance(one).unwrap_or_else(|| panic!("{} of {}", one, brand.name));
                assert_eq!(&known.id, one);
            }
        }
        for one in &names.substance {
            assert_eq!(one.rxnorm.is_some(), one.sure.is_some(), "{}", one.id);
            assert!(
                one.unit
                    .iter()
                    .all(|unit| matches!(unit.as_str(), "mg" | "mcg" | "g"))
            );
            let same = |id: &str| names.substance.iter().filter(|other| other.id == id).count();
            assert_eq!(same(&one.id), 1);
        }
        assert!(RXNORM_CREDIT.contains("not responsible"));
    }

    #[rstest]
    #[case("Oxycodone", "oxycodone")]
    #[case("morphine sulfate", "morphine")]
    #[case("codeine phosphate", "codeine")]
    #[case("acetaminophen", "paracetamol")]
    #[case("meperidine", "pethidine")]
    fn synonyms_are_one_ingredient(#[case] typed: &str, #[case] id: &str) {
        assert_eq!(substance(typed).unwrap().id, id);
    }

    #[test]
    fn trap_25_look_alikes_are_kept_apart() {
        assert_eq!(substance("hydroxyzine").unwrap().class, Class::Sedative);
        assert_eq!(substance("hydrocodone").unwrap().class, Class::Opioid);
        assert_ne!(
            substance("tapentadol").unwrap().id,
            substance("tramadol").unwrap().id
        );
        assert_ne!(
            substance("gabapentin").unwrap().id,
            substance("pregabalin").unwrap().id
        );
        assert!(substance("dihydrocodeine").unwrap().id != substance("codeine").unwrap().id);
        for name in ["MS", "ms 10", "MSO4", "hydroxy", "oxy"] {
            assert!(matches!(find(name), Found::Refused(_)), "{name}");
        }
        assert!(matches!(find("MS Contin"), Found::Brand(_)));
        assert_eq!(find("moonshine"), Found::Unknown);
        assert!(matches!(find("OXYCONTIN"), Found::Brand(brand) if brand.of == ["oxycodone"]));
    }

    #[test]
    fn what_a_name_resembles_is_only_said() {
        assert_eq!(substance("oxycodne"), None);
        assert_eq!(resembles("oxycodne"), ["oxycodone"]);
        assert_eq!(resembles("tramadoll"), ["tramadol"]);
        assert_eq!(resembles("oxycontine"), ["OxyContin"]);
        assert!(resembles("sertraline").is_empty());
        assert_eq!(distance("kitten", "sitting"), 3);
        assert_eq!(distance("", "abc"), 3);
    }
}
