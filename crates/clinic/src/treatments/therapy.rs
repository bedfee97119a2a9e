//! How a therapy goes, in words.

use crate::{
    details::Details,
    words::{Word, joined, say, say_with},
};
use lamina_domain::{Answer, Missing, treatment::Therapy};

/// Adds what is told of it, a line for each thing.
pub(crate) fn add(details: &mut Details, therapy: &Therapy) {
    details.add(&say!("shown-sessions"), sessions(therapy));
    details.add(&say!("shown-therapy-content"), content(therapy));
    let home = match &therapy.home {
        Answer::Value(text) => Some(text.to_string()),
        Answer::Missing(Missing::NotAsked) => None,
        Answer::Missing(missing) => Some(missing.word()),
    };
    details.add(&say!("shown-home-programme"), home);
}

/// As a letter tells it in one line.
pub(crate) fn in_short(therapy: &Therapy) -> Option<String> {
    let home = match &therapy.home {
        Answer::Value(text) => Some(say_with!("therapy-home", [("home", text.to_string().into())])),
        Answer::Missing(Missing::Absent) => Some(say!("therapy-no-home")),
        Answer::Missing(_) => None,
    };
    joined([sessions(therapy), content(therapy), home], "; ")
}

fn sessions(therapy: &Therapy) -> Option<String> {
    match (therapy.attended, therapy.planned) {
        (Some(attended), Some(planned)) => Some(say_with!(
            "therapy-sessions-of",
            [
                ("attended", attended.to_string().into()),
                ("planned", planned.to_string().into()),
            ],
        )),
        (Some(attended), None) => Some(say_with!(
            "therapy-sessions-attended",
            [("count", attended.get().into())]
        )),
        (None, Some(planned)) => Some(say_with!(
            "therapy-sessions-planned",
            [("count", planned.get().into())]
        )),
        (None, None) => None,
    }
}

fn content(therapy: &Therapy) -> Option<String> {
    let words = therapy.content_words.as_ref().map(ToString::to_string);
    let coded = therapy.content.iter().map(|one| Some(one.word()));
    joined(coded.chain([words]), ", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sessions_that_were_attended_and_planned_are_never_taken_for_each_other() {
        let told = |json: &str| in_short(&serde_json::from_str(json).unwrap()).unwrap_or_default();
        assert_eq!(
            told(
                r#"{"planned":12,"attended":9,"content":["core_strength","tens"],"content_words":"on the mat",
                    "home":{"value":"daily"}}"#
            ),
            "9 of 12 sessions attended; core strength, TENS, on the mat; at home: daily"
        );
        assert_eq!(told(r#"{"planned":6}"#), "6 sessions planned");
        assert_eq!(told(r#"{"attended":0}"#), "0 sessions attended");
        assert_eq!(
            told(r#"{"attended":1,"home":{"missing":"absent"}}"#),
            "1 session attended; nothing at home"
        );
        assert_eq!(told("{}"), "");
    }
}
