//! The invented person: a name from no one's passport, an adult's birth, contact details in the ranges that are kept
//! for invented ones, and the background that fits the operations.

use super::{chance::Chance, operations::Operation, procedures};
use chrono::{Datelike, NaiveDate};
use lamina_domain::{
    Answer, Background, Birth, Missing, PartialDate, Patient, Problem, Text,
    background::{Allergy, AskedList, Comorbidities},
    patient::{CareMember, Sex},
};

const FAMILIES: &[&str] = &[
    "Sample",
    "Muster",
    "Exemple",
    "Ejemplo",
    "Esempio",
    "Voorbeeld",
    "Przykład",
    "Örnek",
    "Пример",
    "Παράδειγμα",
    "Prøve",
    "Exempel",
];
const SECOND: &[&str] = &[
    "Łąka",
    "Őrs",
    "Șesan",
    "Østby",
    "O’Field",
    "von der Wiese",
    "García Monte",
    "Brook",
    "Mureș",
    "Nguyễn",
    "Ćwik",
    "D'Arbre",
];
const GIVEN: &[(&str, Sex)] = &[
    ("Łucja", Sex::Female),
    ("Őzike", Sex::Female),
    ("Ștefania", Sex::Female),
    ("Øydis", Sex::Female),
    ("Ελένη", Sex::Female),
    ("Ольга", Sex::Female),
    ("Zoë", Sex::Female),
    ("Anne-Marie", Sex::Female),
    ("María José", Sex::Female),
    ("Mei", Sex::Female),
    ("Łukasz", Sex::Male),
    ("Gergő", Sex::Male),
    ("Ionuț", Sex::Male),
    ("Jørgen", Sex::Male),
    ("Γιώργος", Sex::Male),
    ("Дмитрий", Sex::Male),
    ("Björn", Sex::Male),
    ("Jean-Luc", Sex::Male),
    ("Iñaki", Sex::Male),
    ("Sam", Sex::Other),
];
const WORK: &[&str] = &[
    "teacher, part-time since the operation",
    "bus driver, off work",
    "office work, with breaks",
    "nurse, changed to lighter duties",
    "joiner, off work for a year",
    "looks after the household",
];
const CONDITIONS: &[&str] = &[
    "high blood pressure",
    "type 2 diabetes",
    "asthma",
    "osteoporosis",
    "poor sleep",
    "low mood",
];
const ALLERGIES: &[&str] = &[
    "penicillin: rash",
    "latex: itching",
    "adhesive tape: blisters",
    "contrast medium: hives",
];
const THINNERS: &[&str] = &[
    "apixaban 5 mg twice a day",
    "clopidogrel 75 mg a day",
    "aspirin 75 mg a day",
];

/// The person behind record `number`, who was `born` then.
pub(super) fn person(
    chance: &mut Chance,
    seed: u64,
    number: u64,
    born: NaiveDate,
    first_visit: NaiveDate,
) -> Result<Patient, Problem> {
    let family = match (chance.word(FAMILIES), chance.between(1, 10)) {
        (family, 1..=4) => family.to_owned(),
        (family, _) => format!("{family}-{}", chance.word(SECOND)),
    };
    let given = GIVEN.get(chance.place(GIVEN.len()));
    let age = u8::try_from(first_visit.years_since(born).unwrap_or(0)).unwrap_or(u8::MAX);
    let born = match chance.between(1, 40) {
        1 => Birth::AgeAtFirstVisit(age),
        2 => Birth::Date(PartialDate::Year(born.year())),
        3..=4 => Birth::Date(PartialDate::Month(born.year(), born.month())),
        _ => Birth::Date(PartialDate::Day(born)),
    };
    // Numbers that the British regulator keeps for drama, and a domain kept for examples.
    let contact = [
        format!("020 7946 0{:03}", chance.between(0, 999)),
        format!("record-{number}@example.org"),
    ];
    let care_team = if chance.percent(60) {
        let (role, name) = if chance.percent(60) {
            (
                "family doctor",
                chance.word(&["Dr Sample-Arzt", "Dr Exemple", "Dr Muster-Medic"]),
            )
        } else {
            (
                "physiotherapist",
                chance.word(&["Ms Muster-Physio", "Mr Sample-Motion"]),
            )
        };
        vec![CareMember {
            role: Text::new(role)?,
            name: Text::new(name)?,
        }]
    } else {
        Vec::new()
    };
    Ok(Patient {
        family: Text::new(&family)?,
        given: given.map(|(name, _)| Text::new(name)).transpose()?,
        born,
        sex: given.map(|(_, sex)| *sex).filter(|_| chance.percent(95)),
        record_number: Some(Text::new(&format!("S-{number:06}"))?),
        contact: contact
            .iter()
            .take(usize::try_from(chance.between(0, 2)).unwrap_or(0))
            .map(|line| Text::new(line))
            .collect::<Result<_, _>>()?,
        occupation: chance
            .percent(80)
            .then(|| Text::new(if age >= 66 { "retired" } else { chance.word(WORK) }))
            .transpose()?,
        care_team,
        citation: None,
        note: Some(Text::new(&format!(
            "Invented. No such person exists; made from seed {seed}, record {number}."
        ))?),
    })
}

/// The background that fits these operations.
pub(super) fn background(chance: &mut Chance, operations: &[Operation]) -> Result<Background, Problem> {
    let mut metal = Vec::new();
    for one in operations {
        let removal = |one: &lamina_domain::surgery::Procedure| one.as_str() == procedures::REMOVAL;
        if one.surgery.procedures.iter().any(removal) {
            // What was taken out is noted no longer.
            metal.clear();
        }
        for name in one
            .surgery
            .listed_implants()
            .iter()
            .filter_map(|implant| implant.name.as_ref())
        {
            metal.push(Text::new(&format!("{name} at {}", one.at.text()))?);
        }
    }
    Ok(Background {
        allergies: match asked(chance, ALLERGIES, 20)? {
            Answer::Value(texts) => Answer::Value(texts.into_iter().map(Allergy::from).collect()),
            Answer::Missing(missing) => Answer::Missing(missing),
        },
        red_flags: if chance.percent(3) {
            Answer::Value(vec![Text::new("fall two weeks ago")?])
        } else {
            Answer::Missing(if chance.percent(85) {
                Missing::Absent
            } else {
                Missing::NotAsked
            })
        },
        implants_mri: if metal.is_empty() {
            Answer::Missing(if chance.percent(80) {
                Missing::Absent
            } else {
                Missing::NotApplicable
            })
        } else {
            Answer::Value(metal)
        },
        anticoagulants: asked(chance, THINNERS, 12)?,
        comorbidities: Comorbidities::default(),
        conditions: asked(chance, CONDITIONS, 55)?,
        // Whether medicines are taken is told by the treatments.
        medicines: Answer::default(),
    })
}

fn asked(chance: &mut Chance, list: &[&'static str], some: i64) -> Result<AskedList, Problem> {
    if chance.percent(some) {
        let words = chance.words(list, 1, 2);
        return Ok(Answer::Value(
            words.into_iter().map(Text::new).collect::<Result<_, _>>()?,
        ));
    }
    Ok(Answer::Missing(match chance.between(1, 20) {
        1..=13 => Missing::Absent,
        14..=17 => Missing::NotAsked,
        18..=19 => Missing::Unknown,
        _ => Missing::Declined,
    }))
}
