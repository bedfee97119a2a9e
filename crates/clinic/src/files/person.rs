//! Whom a file names, beside whom the record is about. What differs is said; which is right is for people to judge.

use super::dicom::Header;
use crate::{
    details::Details,
    words::{joined, say, say_with},
};
use lamina_api::shown::Detail;
use lamina_domain::{PartialDate, Patient};
use lamina_store::fold;
use std::collections::BTreeSet;

/// The words of a name without accents and signs.
fn words(name: &str) -> BTreeSet<String> {
    let folded = fold(name);
    let words = folded.split(|letter: char| !letter.is_alphanumeric());
    words.filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// A name as machines without umlauts write it: "Mueller".
fn spelled_out(name: &str) -> String {
    let letters = name.to_lowercase();
    letters.replace('ä', "ae").replace('ö', "oe").replace('ü', "ue")
}

/// Whether one of two lists of words says nothing that the other does not, and neither is empty.
fn agree(one: &BTreeSet<String>, other: &BTreeSet<String>) -> bool {
    !one.is_empty() && !other.is_empty() && (one.is_subset(other) || other.is_subset(one))
}

/// Whether a name of a file can be that of the patient, whichever way either spells it.
fn is_same_name(said: &str, patient: &Patient) -> bool {
    let (family, given) = (
        patient.family.as_str(),
        patient.given.as_ref().map_or("", |given| given.as_str()),
    );
    [
        (family.to_owned(), given.to_owned()),
        (spelled_out(family), spelled_out(given)),
    ]
    .iter()
    .any(|(family, given)| is_name(said, family, given) || is_name(&spelled_out(said), family, given))
}

/// Whether a name can be this one: the family names agree, and a given name or its first letter does where both tell one.
fn is_name(said: &str, family: &str, given: &str) -> bool {
    let (own_family, own_given) = (words(family), words(given));
    // Behind the sign stands the same name in other letters.
    let said = said.split('=').next().unwrap_or_default();
    let mut parts = said.split('^');
    let family = words(parts.next().unwrap_or_default());
    let given = words(&parts.collect::<Vec<_>>().join(" "));
    if given.is_empty() {
        // Without its parts the name may stand in any order.
        let all: BTreeSet<String> = own_family.union(&own_given).cloned().collect();
        return agree(&family, &all) && !family.is_disjoint(&own_family);
    }
    let begins =
        |one: &String, other: &String| one.starts_with(other.as_str()) || other.starts_with(one.as_str());
    let given_agrees = own_given.is_empty()
        || given
            .iter()
            .any(|one| own_given.iter().any(|other| begins(one, other)));
    agree(&family, &own_family) && given_agrees
}

/// In what a file names another person than the record, each as a sentence.
pub(crate) fn differences(header: &Header, patient: &Patient) -> Vec<String> {
    let mut differs = Vec::new();
    if header.name_unread {
        differs.push(say!("documents-name-unread"));
    }
    let named = header.name.as_deref().filter(|said| !words(said).is_empty());
    if let Some(said) = named.filter(|said| !is_same_name(said, patient)) {
        differs.push(say_with!(
            "documents-name-differs",
            [("name", told_name(said).into())]
        ));
    }
    if let (Some(said), Some((first, last))) = (header.born, patient.born.span())
        && !(first..=last).contains(&said)
    {
        let day = PartialDate::Day(said).to_string();
        differs.push(say_with!("documents-born-differs", [("day", day.into())]));
    }
    differs
}

/// A name as people read it: "Muster, Anna".
fn told_name(said: &str) -> String {
    let said = said.split('=').next().unwrap_or_default();
    let (family, given) = said.split_once('^').unwrap_or((said, ""));
    let given = given.replace('^', " ");
    let parts = [family, given.trim()];
    let parts = parts
        .into_iter()
        .map(|part| Some(part.trim().to_owned()).filter(|part| !part.is_empty()));
    joined(parts, ", ").unwrap_or_default()
}

/// What a header says, line by line.
pub(crate) fn says(header: &Header) -> Vec<Detail> {
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| PartialDate::Day(day).to_string());
    let mut details = Details::default();
    details.add(&say!("documents-says-modality"), header.modality.clone());
    details.add(&say!("documents-says-studied"), day(header.studied));
    details.add(&say!("documents-says-body-part"), header.body_part.clone());
    details.add(&say!("documents-says-study"), header.study.clone());
    details.add(&say!("documents-says-series"), header.series.clone());
    details.add(
        &say!("documents-says-name"),
        header.name.as_deref().map(told_name),
    );
    details.add(&say!("documents-says-born"), day(header.born));
    details.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDate;
    use rstest::rstest;

    fn patient(family: &str, given: &str) -> Patient {
        let json = serde_json::json!({"family": family, "given": given, "born": "3 May 1961"});
        serde_json::from_value(json).unwrap()
    }

    #[rstest]
    #[case("Müller", "Anna Maria", "MUELLER^ANNA", true)]
    #[case("Mueller", "Anna", "MÜLLER^ANNA", true)]
    #[case("Müller", "Anna Maria", "MULLER^ANNA", true)]
    #[case("Müller", "Anna Maria", "Müller^A.", true)]
    #[case("Müller", "Anna Maria", "Müller^Bert", false)]
    #[case("O'Brien-Sample", "Zoë", "O BRIEN SAMPLE^ZOE^^Dr", true)]
    #[case("van der Muster", "Jan", "Muster^Jan", true)]
    #[case("Muster", "Anna", "Anna Muster", true)]
    #[case("Muster", "Anna", "Anna Beispiel", false)]
    #[case("Muster", "Anna", "Muster^Anna=鈴木^花子", true)]
    #[case("Muster", "Anna", "Anonymous", false)]
    fn a_name_is_the_patients_or_it_is_said(
        #[case] family: &str,
        #[case] given: &str,
        #[case] said: &str,
        #[case] same: bool,
    ) {
        assert_eq!(is_same_name(said, &patient(family, given)), same, "{said}");
    }

    #[test]
    fn every_difference_is_said_and_what_a_file_does_not_say_is_none() {
        let anna = patient("Muster", "Anna");
        assert_eq!(differences(&Header::default(), &anna), Vec::<String>::new());
        let other = Header {
            name: Some("Beispiel^Bert^Karl".into()),
            born: NaiveDate::from_ymd_opt(1970, 1, 2),
            ..Header::default()
        };
        let differs = differences(&other, &anna);
        assert_eq!(differs.len(), 2);
        assert!(differs[0].contains("Beispiel, Bert Karl"), "{differs:?}");
        assert!(differs[1].contains("2 Jan 1970"), "{differs:?}");
        let same = Header {
            name: Some("MUSTER^ANNA".into()),
            born: NaiveDate::from_ymd_opt(1961, 5, 3),
            ..Header::default()
        };
        assert_eq!(differences(&same, &anna), Vec::<String>::new());
        let unread = Header {
            name_unread: true,
            ..Header::default()
        };
        assert_eq!(differences(&unread, &anna).len(), 1);
    }
}
