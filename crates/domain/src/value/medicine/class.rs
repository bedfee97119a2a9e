//! The class that a medicine for pain is shown with, by the table of names in `factors/classes.toml`. It is shown and no more:
//! what the opioid load counts follows [`Class`].

use super::{
    Ingredient, Medicine, Route,
    kind::Form,
    name::{Class, Substance},
};
use serde::{Deserialize, Serialize};
use std::{collections::HashMap, sync::LazyLock};

/// The class of a medicine for pain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DrugClass {
    /// Non-steroidal anti-inflammatory drug, in short NSAID.
    Nsaid,
    /// Paracetamol, which is also called acetaminophen.
    Paracetamol,
    /// Gabapentin, pregabalin and their like.
    Gabapentinoid,
    /// Inhibitor of the reuptake of serotonin and noradrenaline.
    Snri,
    /// Tricyclic antidepressant, such as amitriptyline.
    Tricyclic,
    /// Muscle relaxant, such as baclofen.
    MuscleRelaxant,
    /// Opioid, by the names of the opioid load.
    Opioid,
    /// Benzodiazepine, by the names of the opioid load.
    Benzodiazepine,
    /// On the skin, to act there.
    Topical,
    /// None of these, or one whose name is in no list.
    Other,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    source: String,
    class: Vec<List>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct List {
    is: DrugClass,
    names: Vec<String>,
}

const FILE: &str = include_str!("../../../factors/classes.toml");

static LIST: LazyLock<File> = LazyLock::new(|| toml::from_str(FILE).unwrap_or_default());

static BY_NAME: LazyLock<HashMap<&str, DrugClass>> = LazyLock::new(|| {
    let lists = LIST.class.iter();
    lists
        .flat_map(|list| list.names.iter().map(|name| (name.as_str(), list.is)))
        .collect()
});

/// Where the classes come from.
pub fn source() -> &'static str {
    &LIST.source
}

fn of(substance: &Substance) -> DrugClass {
    match substance.class {
        Class::Opioid => DrugClass::Opioid,
        Class::Benzodiazepine => DrugClass::Benzodiazepine,
        Class::Gabapentinoid => DrugClass::Gabapentinoid,
        _ => BY_NAME
            .get(substance.id.as_str())
            .copied()
            .unwrap_or(DrugClass::Other),
    }
}

impl Medicine {
    /// The classes of its ingredients, each once; [`DrugClass::Topical`] with them where it acts on the skin alone.
    pub fn classes(&self) -> Vec<DrugClass> {
        let route = self.route();
        let on_skin = route == Route::Topical || self.parts().form == Form::Cream;
        let through = matches!(route, Route::Transdermal | Route::Topical);
        let class = |one: &Ingredient| {
            let known = one.substance().map_or(DrugClass::Other, of);
            // Lidocaine by another way is no pain relief through the skin.
            match known == DrugClass::Topical && !through && !on_skin {
                true => DrugClass::Other,
                false => known,
            }
        };
        let mut all: Vec<DrugClass> = self.parts().ingredients.iter().map(class).collect();
        all.extend(on_skin.then_some(DrugClass::Topical));
        all.sort_unstable();
        all.dedup();
        // What acts on the skin is not "other" beside it.
        if all.contains(&DrugClass::Topical) {
            all.retain(|one| *one != DrugClass::Other);
        }
        all
    }

    /// It holds an anti-inflammatory that is taken into the body.
    pub fn is_nsaid_of_the_body(&self) -> bool {
        let classes = self.classes();
        classes.contains(&DrugClass::Nsaid) && !classes.contains(&DrugClass::Topical)
    }
}

#[cfg(test)]
mod tests {
    use super::super::{in_words, name::substances, read_line};
    use super::*;
    use rstest::rstest;

    #[test]
    fn the_table_says_where_it_comes_from_and_knows_no_name_that_is_not_known_elsewhere() {
        let file: File = toml::from_str(FILE).unwrap();
        assert!(!file.source.is_empty() && file.source == source());
        for list in &file.class {
            for name in &list.names {
                assert!(substances().iter().any(|one| one.id == *name), "{name}");
            }
        }
        let named = file.class.iter().map(|list| list.names.len()).sum::<usize>();
        assert_eq!(named, BY_NAME.len(), "a name stands in two lists");
    }

    #[rstest]
    #[case("ibuprofen 400 mg tds", &[DrugClass::Nsaid])]
    #[case("acetaminophen 1 g qid", &[DrugClass::Paracetamol])]
    #[case("pregabalin 75 mg bd", &[DrugClass::Gabapentinoid])]
    #[case("duloxetine 60 mg od", &[DrugClass::Snri])]
    #[case("nortriptyline 25 mg nocte", &[DrugClass::Tricyclic])]
    #[case("baclofen 10 mg tds", &[DrugClass::MuscleRelaxant])]
    #[case("oxycodone 10 mg bd", &[DrugClass::Opioid])]
    #[case("diazepam 5 mg nocte", &[DrugClass::Benzodiazepine])]
    #[case("tramadol/paracetamol 37.5 mg/325 mg tds", &[DrugClass::Paracetamol, DrugClass::Opioid])]
    #[case("ramipril 5 mg od", &[DrugClass::Other])]
    fn a_class_is_told_by_the_ingredients(#[case] line: &str, #[case] wanted: &[DrugClass]) {
        assert_eq!(read_line(line).unwrap().classes(), wanted, "{line}");
    }

    #[rstest]
    #[case("NSAID", &[DrugClass::Nsaid])]
    #[case("pregabalin (Lyrica)", &[DrugClass::Gabapentinoid])]
    #[case("a new tablet", &[DrugClass::Other])]
    fn words_alone_have_the_class_of_what_they_name(#[case] words: &str, #[case] wanted: &[DrugClass]) {
        assert_eq!(in_words(words).unwrap().classes(), wanted, "{words}");
    }

    #[test]
    fn what_acts_on_the_skin_is_told_so() {
        let cream = Medicine::new(super::super::Parts {
            ingredients: read_line("ibuprofen 400 mg").unwrap().into_parts().ingredients,
            form: Form::Cream,
            ..super::super::Parts::default()
        });
        let cream = cream.unwrap();
        assert_eq!(cream.classes(), [DrugClass::Nsaid, DrugClass::Topical]);
        assert!(!cream.is_nsaid_of_the_body());
        assert!(read_line("ibuprofen 400 mg").unwrap().is_nsaid_of_the_body());
    }
}
