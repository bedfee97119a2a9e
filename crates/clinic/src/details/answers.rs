//! Many answers in the order of reading: a yes and whatever is not known each in a line of its own, then what was answered
//! with no in one line, by groups where there are many, then what does not apply in another.

use super::Details;
use crate::words::{detail, joined};
use lamina_domain::Reply;

/// How an answer is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Means {
    /// It stands by itself: what is there, and what ought to be and is not.
    Found,
    /// Neither yes nor no: not known, declined, not asked.
    Open,
    /// It is not there, and need not be.
    No,
    /// Makes no sense here.
    DoesNotApply,
}

impl Means {
    /// How a reply is read. What ought to be (`ought`) and is not must not stand among what is not there.
    pub(crate) fn of(reply: Reply, ought: bool) -> Self {
        match reply {
            Reply::No if ought => Means::Found,
            Reply::Yes => Means::Found,
            Reply::No => Means::No,
            Reply::DoesNotApply => Means::DoesNotApply,
            Reply::Unknown | Reply::Declined | Reply::NotAsked => Means::Open,
        }
    }
}

#[derive(Debug, Clone)]
pub(crate) struct AnswerLine {
    /// What it belongs to, in words; empty where the questions have no groups.
    pub(crate) group: String,
    /// What was asked about, as a finding.
    pub(crate) words: String,
    pub(crate) reply: String,
    /// How it is read.
    pub(crate) means: Means,
}

/// So many answers stand in one line without the names of their groups.
const WITHOUT_GROUPS: usize = 6;

/// Adds the answers to the details.
pub(crate) fn answers(details: &mut Details, said: &[AnswerLine]) {
    for wanted in [Means::Found, Means::Open] {
        for one in said.iter().filter(|one| one.means == wanted) {
            details.add(&crate::words::sentence(&one.words), Some(one.reply.clone()));
        }
    }
    for wanted in [Means::No, Means::DoesNotApply] {
        let same: Vec<&AnswerLine> = said.iter().filter(|one| one.means == wanted).collect();
        if let Some(first) = same.first() {
            details.add(&crate::words::sentence(&first.reply), together(&same));
        }
    }
}

/// "fever; chills", and with groups a line for each: "Fever and infection: fever; chills".
fn together(same: &[&AnswerLine]) -> Option<String> {
    let words = |of: &[&AnswerLine]| joined(of.iter().map(|one| Some(one.words.clone())), "; ");
    if same.len() <= WITHOUT_GROUPS || same.iter().all(|one| one.group.is_empty()) {
        return words(same);
    }
    let lines = same
        .chunk_by(|one, next| one.group == next.group)
        .filter_map(|group| {
            let name = group.first()?.group.clone();
            Some(Some(detail(&name, &words(group)?)))
        });
    joined(lines, ".\n")
}

#[cfg(test)]
mod tests {
    use crate::{noun::Written, record::Document, words::Word};
    use chrono::NaiveDate;
    use lamina_api::shown::Shown;
    use lamina_domain::{check::InjectionCheck, red_flag::Catalogue};

    fn record(facts: &str) -> crate::record::Record {
        let json = format!(
            r#"{{"format":"lamina-record","version":1,"patients":[{{"patient":{{"family":"Sample","born":"1970"}},{facts}}}]}}"#
        );
        let today = NaiveDate::from_ymd_opt(2026, 11, 25).unwrap();
        Document::read(json.as_bytes(), today).unwrap().patients.remove(0)
    }

    fn asking(answers: &[(&str, &str)]) -> Shown {
        let answers: Vec<String> = answers
            .iter()
            .map(|(question, is)| format!(r#""{question}":{{"is":"{is}"}}"#))
            .collect();
        let flags = format!(
            r#""flags":[{{"asked_on":"25 Nov 2026","answers":{{{}}}}}]"#,
            answers.join(",")
        );
        record(&flags).flags.remove(0).fact.shown()
    }

    fn lines(shown: &Shown) -> Vec<(&str, &str)> {
        let all = shown.details.iter();
        all.map(|one| (one.label.as_str(), one.text.as_str())).collect()
    }

    #[test]
    fn a_yes_and_what_is_not_known_come_first_and_every_no_stands_in_one_line() {
        let shown = asking(&[
            ("fever", "no"),
            ("chills", "no"),
            ("weakness", "unknown"),
            ("numbness", "yes"),
        ]);
        let lines = lines(&shown);
        assert_eq!(
            lines[..2],
            [
                ("New or worse numbness", "yes"),
                ("New or worse weakness", "asked, not known")
            ],
            "{lines:?}"
        );
        assert_eq!(lines[2], ("No", "fever; chills"), "{lines:?}");
    }

    #[test]
    fn every_question_answered_with_no_is_named_once_and_stands_under_its_group() {
        let questions = Catalogue::built_in().unwrap().questions();
        let all: Vec<(&str, &str)> = questions.iter().map(|one| (one.id.as_str(), "no")).collect();
        let shown = asking(&all);
        let (label, text) = lines(&shown)[0];
        assert_eq!(label, "No");
        for question in questions {
            assert_eq!(
                text.matches(question.words.as_str()).count().min(1),
                1,
                "{}: {text}",
                question.words
            );
        }
        let groups: Vec<&str> = text.split(".\n").collect();
        assert!(groups.len() > 5 && groups.len() < 20, "{groups:?}");
        assert!(groups.iter().all(|group| group.contains(": ")), "{groups:?}");
        let rest: Vec<&str> = lines(&shown)[1..].iter().map(|(label, _)| *label).collect();
        assert!(rest.len() < 4, "a line for every no: {rest:?}");
    }

    #[test]
    fn a_check_names_in_one_line_what_is_not_there_and_nothing_unasked_is_a_no() {
        let (wanted, unwanted): (Vec<InjectionCheck>, Vec<InjectionCheck>) =
            InjectionCheck::ALL.into_iter().partition(|one| one.wants_yes());
        let name = |check: InjectionCheck| serde_json::to_string(&check).unwrap();
        let facts = format!(
            r#""checks":[{{"asked_on":"2026-11-25","replies":{{{}:"no",{}:"no",{}:"yes",{}:"no"}}}}]"#,
            name(unwanted[0]),
            name(unwanted[1]),
            name(unwanted[2]),
            name(wanted[0])
        );
        let shown = record(&facts).checks.remove(0).fact.shown();
        let lines = lines(&shown);
        let own: Vec<(String, &str)> = lines[..2]
            .iter()
            .map(|(label, text)| (label.to_lowercase(), *text))
            .collect();
        for found in [(unwanted[2], "yes"), (wanted[0], "no")] {
            let line = (found.0.word().to_lowercase(), found.1);
            assert!(own.contains(&line), "{line:?} among {own:?}");
        }
        let no: Vec<&str> = lines
            .iter()
            .filter(|(label, _)| *label == "No")
            .map(|(_, text)| *text)
            .collect();
        assert_eq!(no, [format!("{}; {}", unwanted[0].word(), unwanted[1].word())]);
        let unasked = lines.iter().filter(|(_, text)| *text == "not asked").count();
        assert_eq!(unasked, InjectionCheck::ALL.len() - 4);
    }
}
