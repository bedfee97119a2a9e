//! People in the words of a list: name, birth date, age, number.

use chrono::NaiveDate;
use lamina_api::patient::PatientHit;
use lamina_domain::Birth;

/// The age on a day: "49", "49 or 50", "60 to 62"; empty where it can't be told.
pub(crate) fn age(born: Birth, today: NaiveDate) -> String {
    match born.age_on(today) {
        Some((least, most)) if least == most => least.to_string(),
        Some((least, most)) if least + 1 == most => format!("{least} or {most}"),
        Some((least, most)) => format!("{least} to {most}"),
        None => String::new(),
    }
}

/// A person of the list, in the words of the list.
pub(crate) fn hit(found: lamina_store::PatientHit, today: NaiveDate) -> PatientHit {
    let born = found.born.as_deref().and_then(|born| born.parse::<Birth>().ok());
    PatientHit {
        id: found.id,
        name: if found.given.is_empty() {
            found.family
        } else {
            format!("{}, {}", found.family, found.given)
        },
        born: born.map(|born| born.to_string()).unwrap_or_default(),
        age: born.map(|born| age(born, today)).unwrap_or_default(),
        number: found.record_number,
    }
}
