//! A medicine in words: its class, and its dose as it began and as it was changed.

use crate::words::{Word, joined, say_with};
use chrono::NaiveDate;
use lamina_domain::{
    Treatment,
    medicine::{DrugClass, Medicine, in_words},
    treatment::Kind,
};

/// The class of a medicine by its ingredients, or by what its words name; nothing where it is none.
pub(crate) fn class(treatment: &Treatment) -> Option<String> {
    if treatment.kind != Kind::Drug {
        return None;
    }
    let classes = match &treatment.medicine {
        Some(medicine) => medicine.classes(),
        None => in_words(treatment.name.as_str())?.classes(),
    };
    joined(classes.into_iter().map(|one| Some(one.word())), ", ")
}

/// The class of a medicine as a letter tells it: where it is one that has a name of its own and its text does not say it already.
pub(crate) fn class_beside(medicine: &Medicine, text: &str) -> Option<String> {
    let low = text.to_lowercase();
    let known = medicine.classes().into_iter();
    let known = known.filter(|one| *one != DrugClass::Other).map(|one| one.word());
    // "NSAID" is a word of its class; gabapentin is only the beginning of one.
    let says = |class: &str| {
        let mut words = class.split(|c: char| !c.is_alphanumeric());
        low.contains(class) || words.any(|word| word == low)
    };
    joined(known.filter(|word| !says(&word.to_lowercase())).map(Some), ", ")
}

/// The same of a treatment by its name.
pub(crate) fn class_of(treatment: &Treatment, today: NaiveDate) -> Option<String> {
    if treatment.kind != Kind::Drug {
        return None;
    }
    let name = treatment.name.as_str();
    match treatment.medicine_on(today).or(treatment.medicine.as_ref()) {
        Some(medicine) => class_beside(medicine, name),
        None => class_beside(&in_words(name)?, name),
    }
}

/// Each change of dose with its date, in their order.
pub(crate) fn steps(treatment: &Treatment) -> Vec<String> {
    let steps = treatment.steps.iter();
    steps
        .map(|step| {
            say_with!(
                "medicine-step",
                [
                    ("when", step.when.to_string().into()),
                    ("medicine", step.medicine.to_string().into()),
                ],
            )
        })
        .collect()
}

/// As a letter tells it: as it is prescribed, or as it began and as it was changed.
pub(crate) fn in_the_letter(treatment: &Treatment) -> Option<String> {
    let first = treatment.medicine.as_ref().map(ToString::to_string)?;
    if treatment.steps.is_empty() {
        return Some(first);
    }
    let began = say_with!("medicine-began-as", [("medicine", first.into())]);
    joined(std::iter::once(began).chain(steps(treatment)).map(Some), "; ")
}
