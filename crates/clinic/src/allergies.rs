//! Allergies in words: short for what is on every screen and page, whole where there is room.

use crate::words::{Word, joined, say, say_with, words};
use lamina_domain::{
    Answer, Missing,
    background::{
        Allergies, Allergy,
        allergy::{Certainty, Group, Severity},
    },
};

words! {
    Group {
        Drug => "allergy-group-drug",
        Latex => "allergy-group-latex",
        Contrast => "allergy-group-contrast",
        Antiseptic => "allergy-group-antiseptic",
        Adhesive => "allergy-group-adhesive",
        Metal => "allergy-group-metal",
        Food => "allergy-group-food",
        Other => "allergy-group-other",
    }
    Severity {
        Mild => "allergy-severity-mild",
        Moderate => "allergy-severity-moderate",
        Severe => "allergy-severity-severe",
    }
    Certainty {
        Confirmed => "allergy-certainty-confirmed",
        Likely => "allergy-certainty-likely",
        Unconfirmed => "allergy-certainty-unconfirmed",
    }
}

/// As short as a banner: "penicillin: anaphylaxis (severe)".
fn short(one: &Allergy) -> String {
    let severe = one.severity.filter(|severity| *severity == Severity::Severe);
    with(one, [severe.map(|severity| severity.word())])
}

/// "penicillin: rash (medicine, mild, told, not confirmed, since about 1990)".
fn whole(one: &Allergy) -> String {
    let since = (!one.since.is_unknown())
        .then(|| say_with!("allergy-since", [("when", one.since.to_string().into())]));
    with(
        one,
        [
            one.group.map(|group| group.word()),
            one.severity.map(|severity| severity.word()),
            one.certainty.map(|certainty| certainty.word()),
            since,
        ],
    )
}

fn with(one: &Allergy, more: impl IntoIterator<Item = Option<String>>) -> String {
    let allergy = match &one.reaction {
        None => one.substance.to_string(),
        Some(reaction) => say_with!(
            "allergy-reaction",
            [
                ("substance", one.substance.to_string().into()),
                ("reaction", reaction.to_string().into()),
            ],
        ),
    };
    match joined(more, ", ") {
        None => allergy,
        Some(more) => say_with!(
            "allergy-more",
            [("allergy", allergy.into()), ("more", more.into())]
        ),
    }
}

/// Each in short, or which kind of missing they are. A list of none was not asked for.
pub(crate) fn in_short(allergies: &Allergies) -> Answer<Vec<String>> {
    match allergies {
        Answer::Value(list) if list.is_empty() => Answer::default(),
        Answer::Value(list) => Answer::Value(list.iter().map(short).collect()),
        Answer::Missing(missing) => Answer::Missing(*missing),
    }
}

/// Each with all that is known of it in one line, or which kind of missing they are.
pub(crate) fn told(allergies: &Allergies) -> String {
    match allergies {
        Answer::Value(list) => {
            joined(list.iter().map(|one| Some(whole(one))), "; ").unwrap_or_else(|| Missing::NotAsked.word())
        }
        Answer::Missing(missing) => missing.word(),
    }
}

/// What is told of them before an intervention; nothing where none is on record, which does not say that there is none.
pub(crate) fn before(allergies: &Allergies) -> Option<String> {
    let list = allergies.value().filter(|list| !list.is_empty())?;
    let list = joined(list.iter().map(|one| Some(whole(one))), "; ")?;
    Some(say_with!("gate-allergies", [("list", list.into())]))
}

/// Their label on screen and page.
pub(crate) fn label() -> String {
    say!("shown-allergies")
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case(r#"{"value":["penicillin: rash"]}"#, "penicillin: rash", "penicillin: rash")]
    #[case(
        r#"{"value":[{"substance":"penicillin","group":"drug","reaction":"anaphylaxis","severity":"severe","certainty":"confirmed"},"latex"]}"#,
        "penicillin: anaphylaxis (severe), latex",
        "penicillin: anaphylaxis (medicine, severe, confirmed); latex"
    )]
    #[case(
        r#"{"value":[{"substance":"iodine","severity":"mild","certainty":"unconfirmed","since":"about 1990"}]}"#,
        "iodine",
        "iodine (mild, told, not confirmed, since about 1990)"
    )]
    fn trap_48_what_a_patient_told_is_said_to_be_told(
        #[case] written: &str,
        #[case] banner: &str,
        #[case] everything: &str,
    ) {
        let allergies: Allergies = serde_json::from_str(written).unwrap();
        assert_eq!(in_short(&allergies).value().unwrap().join(", "), banner);
        assert_eq!(told(&allergies), everything);
    }

    #[rstest]
    #[case(r#"{"missing":"absent"}"#, "none")]
    #[case(r#"{"missing":"not_asked"}"#, "not asked")]
    #[case(r#"{"value":[]}"#, "not asked")]
    fn none_known_and_not_asked_stay_two_things(#[case] written: &str, #[case] wanted: &str) {
        let allergies: Allergies = serde_json::from_str(written).unwrap();
        assert_eq!(told(&allergies), wanted);
        assert_eq!(before(&allergies), None);
    }
}
