//! Names of medicines: ingredients with their synonyms, brands with what they hold, and names that are refused because
//! they stand for more than one medicine. The names are data (`factors/names.toml` and `factors/names/*.toml`), each file
//! with its source.
//!
//! A name that is not there is kept as typed and never taken for a similar one; what it resembles is only said.

use super::kind::{Form, Release, Route};
use crate::value::{sure::Sure, text::distance};
use serde::{Deserialize, Serialize};
use std::{collections::HashMap, sync::LazyLock};

/// The credit that the US National Library of Medicine asks for where its codes are shown.
pub const RXNORM_CREDIT: &str = "This product uses publicly available data courtesy of the U.S. National Library of Medicine (NLM), \
     National Institutes of Health, Department of Health and Human Services; NLM is not responsible for the product and \
     does not endorse or recommend this or any other product.";

/// What an ingredient is, as far as the opioid load asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Class {
    /// An opioid, which the load counts or leaves out with a reason.
    Opioid,
    /// Blocks opioids for a long time: naltrexone, nalmefene.
    Antagonist,
    /// Naloxone, which is looked for beside an opioid.
    Naloxone,
    /// A benzodiazepine, which sedates beside an opioid.
    Benzodiazepine,
    /// Gabapentin, pregabalin and others of their kind.
    Gabapentinoid,
    /// Another medicine that sedates.
    Sedative,
    /// Given by others at an operation, an injection or in an emergency; never taken at home.
    Procedure,
    /// Of none of these kinds.
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
    /// What it is, as far as the opioid load asks.
    pub class: Class,
    /// Units its strengths are written in: `mg`, `mcg`, `g`. Empty where it doesn't matter here.
    #[serde(default)]
    pub unit: Vec<String>,
    /// Its code as an ingredient in RxNorm, where it is on file.
    #[serde(default)]
    pub rxnorm: Option<String>,
    /// How sure the code is.
    #[serde(default)]
    pub sure: Option<Sure>,
}

impl Substance {
    /// It is an opioid.
    pub fn is_opioid(&self) -> bool {
        self.class == Class::Opioid
    }
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

/// A file of names.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct File {
    source: String,
    refused: Vec<Refused>,
    salts: Vec<String>,
    substance: Vec<Substance>,
    list: Vec<List>,
    brand: Vec<Brand>,
}

/// Ingredients of which only the class matters; "furosemide = frusemide" is one with another name.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct List {
    class: Class,
    names: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Refused {
    name: String,
    because: String,
}

/// Everything that is known of names, with where each stands by its name in small letters.
#[derive(Debug, Default)]
struct Names {
    sources: Vec<String>,
    refused: Vec<Refused>,
    salts: Vec<String>,
    substances: Vec<Substance>,
    brands: Vec<Brand>,
    substance_at: HashMap<String, usize>,
    brand_at: HashMap<String, usize>,
}

const FILES: [&str; 7] = [
    include_str!("../../../factors/names.toml"),
    include_str!("../../../factors/names/opioids.toml"),
    include_str!("../../../factors/names/sedatives.toml"),
    include_str!("../../../factors/names/procedure.toml"),
    include_str!("../../../factors/names/others.toml"),
    include_str!("../../../factors/names/brands-uk.toml"),
    include_str!("../../../factors/names/brands-us.toml"),
];

static NAMES: LazyLock<Names> = LazyLock::new(|| {
    let mut names = Names::default();
    for file in FILES.iter().filter_map(|text| toml::from_str::<File>(text).ok()) {
        names.add(file);
    }
    for (place, one) in names.substances.iter().enumerate() {
        for name in std::iter::once(&one.id).chain(&one.also) {
            names.substance_at.insert(name.clone(), place);
        }
    }
    for (place, one) in names.brands.iter().enumerate() {
        names.brand_at.insert(one.name.to_lowercase(), place);
    }
    names
});

impl Names {
    fn add(&mut self, file: File) {
        self.sources.push(file.source);
        self.refused.extend(file.refused);
        self.salts.extend(file.salts);
        self.substances.extend(file.substance);
        self.brands.extend(file.brand);
        for list in file.list {
            for line in list.names {
                let mut names = line.split('=').map(|name| name.trim().to_owned());
                if let Some(id) = names.next() {
                    self.substances.push(Substance {
                        id,
                        also: names.collect(),
                        class: list.class,
                        unit: Vec::new(),
                        rxnorm: None,
                        sure: None,
                    });
                }
            }
        }
    }
}

/// What a name is.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum NameMatch {
    Substance(&'static Substance),
    Brand(&'static Brand),
    Refused(&'static str),
    Unknown,
}

/// All ingredients that are known.
pub fn substances() -> &'static [Substance] {
    &NAMES.substances
}

/// All brands that are known.
pub fn brands() -> &'static [Brand] {
    &NAMES.brands
}

/// Where the names come from, a file each.
pub fn sources() -> &'static [String] {
    &NAMES.sources
}

/// Looks an ingredient up by any of its names, in any case; salts ("morphine sulfate") are the ingredient.
pub fn substance(name: &str) -> Option<&'static Substance> {
    let low = name.to_lowercase();
    let words: Vec<&str> = low.split_whitespace().collect();
    let at = |words: &[&str]| NAMES.substance_at.get(&words.join(" ")).copied();
    let place = at(&words).or_else(|| {
        let salt = |word: &str| NAMES.salts.iter().any(|salt| salt == word);
        let kept: Vec<&str> = words.iter().copied().filter(|word| !salt(word)).collect();
        at(&kept)
    })?;
    NAMES.substances.get(place)
}

pub(super) fn brand(name: &str) -> Option<&'static Brand> {
    let place = NAMES.brand_at.get(&name.to_lowercase())?;
    NAMES.brands.get(*place)
}

pub(super) fn find(name: &str) -> NameMatch {
    if let Some(refused) = NAMES.refused.iter().find(|one| {
        name.split_whitespace()
            .next()
            .is_some_and(|first| first.eq_ignore_ascii_case(&one.name))
    }) && brand(name).is_none()
    {
        return NameMatch::Refused(&refused.because);
    }
    match (brand(name), substance(name)) {
        (Some(brand), _) => NameMatch::Brand(brand),
        (None, Some(substance)) => NameMatch::Substance(substance),
        (None, None) => NameMatch::Unknown,
    }
}

/// Opioids that a name which is not known differs from by one or two letters. Only for saying so.
pub fn resembles(name: &str) -> Vec<String> {
    let low = name.to_lowercase();
    let near = |known: &str| distance(&low, &known.to_lowercase()) <= 2;
    let mut found: Vec<String> = NAMES
        .substances
        .iter()
        .filter(|one| {
            one.class == Class::Opioid
                && std::iter::once(&one.id)
                    .chain(&one.also)
                    .any(|known| known.len() > 4 && near(known))
        })
        .map(|one| one.id.clone())
        .collect();
    let held = |brand: &Brand| brand.of.iter().any(|one| is_opioid(one));
    found.extend(
        NAMES
            .brands
            .iter()
            .filter(|one| one.name.len() > 4 && held(one) && near(&one.name))
            .map(|one| one.name.clone()),
    );
    found
}

/// Names that a name which is not known may be meant for: those that differ from it by the fewest letters, at most two, and
/// by one at most in a short name. At most three, in the order of the letters. Only for asking.
pub fn near(name: &str) -> Vec<String> {
    let low = name.to_lowercase();
    let words: Vec<&str> = low.split_whitespace().collect();
    let salt = |word: &&&str| !NAMES.salts.iter().any(|salt| salt == **word);
    let bare = words.iter().filter(salt).copied().collect::<Vec<_>>().join(" ");
    let length = bare.chars().count();
    let most = if length < 6 { 1 } else { 2 };
    if length < 4 {
        return Vec::new();
    }
    let substances = NAMES
        .substances
        .iter()
        .flat_map(|one| std::iter::once(&one.id).chain(&one.also));
    let mut found: Vec<(usize, &String)> = substances
        .chain(NAMES.brands.iter().map(|one| &one.name))
        .filter(|known| known.len().abs_diff(bare.len()) <= most * 2)
        .map(|known| (distance(&bare, &known.to_lowercase()), known))
        .filter(|(far, _)| *far <= most)
        .collect();
    found.sort();
    let least = found.first().map_or(0, |(far, _)| *far);
    found.retain(|(far, _)| *far == least);
    found.dedup();
    found
        .into_iter()
        .take(3)
        .map(|(_, known)| known.clone())
        .collect()
}

fn is_opioid(name: &str) -> bool {
    substance(name).is_some_and(|one| one.class == Class::Opioid)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[test]
    fn the_data_is_whole_and_says_where_it_comes_from() {
        for text in FILES {
            let file: File = toml::from_str(text).unwrap();
            assert!(!file.source.is_empty());
        }
        assert!(substances().len() > 900 && brands().len() > 300);
        let mut ids: Vec<&str> = Vec::new();
        for brand in brands() {
            assert!(!brand.of.is_empty());
            for one in &brand.of {
                let known = substance(one).unwrap_or_else(|| panic!("{} of {}", one, brand.name));
                assert_eq!(&known.id, one);
            }
            assert_eq!(substance(&brand.name), None, "{}", brand.name);
        }
        for one in substances() {
            assert_eq!(one.rxnorm.is_some(), one.sure.is_some(), "{}", one.id);
            assert!(
                one.unit
                    .iter()
                    .all(|unit| matches!(unit.as_str(), "mg" | "mcg" | "g"))
            );
            for name in std::iter::once(&one.id).chain(&one.also) {
                assert_eq!(name, &name.to_lowercase());
                assert_eq!(substance(name).unwrap().id, one.id, "{name}");
                ids.push(name);
            }
        }
        let all = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), all, "a name stands for one ingredient");
        let mut names: Vec<String> = brands().iter().map(|one| one.name.to_lowercase()).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), brands().len());
        assert!(RXNORM_CREDIT.contains("not responsible"));
    }

    /// Names that were tried against the list and not known, with the opioid that each holds.
    #[rstest]
    #[case("oxycodone", &["Xtampza", "RoxyBond", "Oxaydo", "Nalocet", "Prolate", "Oxypro", "Abtard"])]
    #[case("hydrocodone", &["Zohydro", "Lorcet"])]
    #[case("benzhydrocodone", &["Apadaz"])]
    #[case("methadone", &["Methadose"])]
    #[case("pethidine", &["Demerol"])]
    #[case("tramadol", &["ConZip", "Qdolo", "Seglentis", "Maxitram", "Zeridame", "Tradorec"])]
    #[case("morphine", &["Roxanol", "MSIR", "Avinza", "Embeda", "MXL", "Morphgesic", "Filnarine"])]
    #[case("fentanyl", &["Subsys", "Lazanda", "Fencino", "Yemex", "Victanyl", "Opiodur", "Effentora", "Instanyl", "PecFent"])]
    #[case("buprenorphine", &["Bupeaze", "Hapoctasin", "Relevtec", "Panitaz", "Espranor", "Buvidal"])]
    fn brands_of_opioids_are_known(#[case] holds: &str, #[case] names: &[&str]) {
        for name in names {
            let known = brand(name).unwrap_or_else(|| panic!("{name}"));
            assert!(known.of.iter().any(|one| one == holds), "{name}");
            assert!(is_opioid(holds));
        }
    }

    #[rstest]
    #[case(Class::Benzodiazepine, &["clobazam", "lormetazepam", "triazolam", "flurazepam"])]
    #[case(Class::Sedative, &["zaleplon", "quetiapine", "olanzapine", "trazodone", "mirtazapine", "butalbital", "orphenadrine",
        "metaxalone", "sodium oxybate", "dronabinol", "alcohol", "zopiclone", "tizanidine"])]
    #[case(Class::Other, &["paracetamol", "metformin", "ramipril", "omeprazole", "sertraline", "apixaban", "levothyroxine",
        "valproate", "docusate sodium", "magnesium sulfate", "NSAIDs", "vitamin D"])]
    #[case(Class::Gabapentinoid, &["gabapentin", "pregabalin"])]
    #[case(Class::Antagonist, &["naltrexone"])]
    #[case(Class::Procedure, &["adrenaline", "propofol", "bupivacaine"])]
    #[case(Class::Opioid, &["opioid", "strong opioids", "kratom", "codeine phosphate"])]
    fn what_a_generic_name_is(#[case] class: Class, #[case] names: &[&str]) {
        for name in names {
            let known = substance(name).unwrap_or_else(|| panic!("{name}"));
            assert_eq!(known.class, class, "{name}");
        }
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
            assert!(matches!(find(name), NameMatch::Refused(_)), "{name}");
        }
        assert!(matches!(find("MS Contin"), NameMatch::Brand(_)));
        assert_eq!(find("moonshine"), NameMatch::Unknown);
        assert!(matches!(find("OXYCONTIN"), NameMatch::Brand(brand) if brand.of == ["oxycodone"]));
    }

    #[test]
    fn what_a_name_resembles_is_only_said() {
        assert_eq!(substance("oxycodne"), None);
        assert_eq!(resembles("oxycodne"), ["oxycodone"]);
        assert_eq!(resembles("tramadoll"), ["tramadol"]);
        assert_eq!(resembles("oxycontine"), ["OxyContin"]);
        assert!(resembles("sertraline").is_empty());
        assert_eq!(near("oxycodome"), ["oxycodone"]);
        assert_eq!(near("Oxycodome hydrochloride"), ["oxycodone"]);
        assert_eq!(near("gabapentine"), ["gabapentin"]);
        assert_eq!(near("OxyCotin"), ["OxyContin"]);
        assert_eq!(near("moonshine"), Vec::<String>::new());
        assert_eq!(near("ab"), Vec::<String>::new());
        assert_eq!(distance("kitten", "sitting"), 3);
        assert_eq!(distance("", "abc"), 3);
    }
}
