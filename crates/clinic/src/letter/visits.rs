//! The visits of a letter: the last ones, each with its day, its kind, who saw the patient and what was decided; and the next one
//! that is planned.

use super::{
    About,
    fullness::{Fullness, Passage},
    labelled, listed,
};
use crate::{
    details,
    noun::visit::{came, kind, seen_by},
    words::{joined, message, say, say_with},
};
use lamina_domain::{Text, Visit};

/// So many of the last visits a usual letter tells, a short one, and a tight one.
const TOLD: [usize; 3] = [6, 3, 1];

/// The last visits, the latest first, a line each; from short on without their reason and what was found.
pub(super) fn visits(about: &About<'_>, fullness: Fullness) -> Passage {
    let visits = &about.record.visits;
    let all = visits.len();
    let most = fullness.latest(all, TOLD);
    let whole = fullness < Fullness::Short;
    let told = || visits.iter().rev().take(most).map(|one| &one.fact);
    let mut lines: Vec<String> = told().map(|one| line(one, whole)).collect();
    let count = lines.len();
    lines.extend(next(about));
    let cut = told().filter(|one| !whole && (one.reason.is_some() || one.found.is_some()));
    let cut = cut.count();
    Passage::from(listed(lines))
        .chosen(
            message!("letter-rule-latest"),
            message!("letter-left-visits"),
            count,
            all,
        )
        .shortened(message!("letter-left-visits"), cut)
}

/// "24 Nov 2026: Follow-up visit, Dr Lind, pain physician; Decided: no second injection".
fn line(visit: &Visit, whole: bool) -> String {
    let text = |text: &Option<Text>| text.as_ref().map(ToString::to_string);
    let detail = |label: &str, of: &Option<Text>| labelled(label, text(of).filter(|_| whole));
    // Where somebody said so, it stands with the kind.
    let unsaid = visit.came.value().is_none().then(|| came(&visit.came));
    let parts = [
        joined([Some(kind(visit)), seen_by(visit)], ", "),
        labelled(&say!("shown-visit-came"), unsaid),
        detail(&say!("shown-visit-reason"), &visit.reason),
        detail(&say!("shown-visit-found"), &visit.found),
        labelled(&say!("shown-visit-decided"), text(&visit.decided)),
    ];
    let told = joined(parts, "; ").unwrap_or_default();
    let when = details::when(&visit.when, message!("shown-date-unknown"));
    say_with!("letter-visit", [("when", when.into()), ("told", told.into())])
}

/// The next visit, as the latest that names one plans it, unless its day is over.
fn next(about: &About<'_>) -> Option<String> {
    let planned = about
        .record
        .visits
        .iter()
        .rev()
        .find(|one| !one.next.is_unknown())?;
    let over = about
        .record
        .last_day_of(&planned.next)
        .is_some_and(|day| day < about.today);
    (!over).then(|| say_with!("letter-visit-next", [("when", planned.next.to_string().into())]))
}

#[cfg(test)]
mod tests {
    use crate::{
        examples,
        letter::{LetterKind, LetterLength, Request, letter_text},
    };
    use serde_json::{Value, json};

    fn letter(kind: LetterKind, length: LetterLength, visits: Value) -> String {
        let request = Request {
            kind,
            length,
            ..Request::default()
        };
        let lists = json!({"surgeries": [{"procedures": ["fusion"], "when": "2019"}], "visits": visits});
        let text = letter_text(&examples::record(&lists), &request, examples::today());
        // Lines are broken where the page ends and not where a sentence does.
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    fn three() -> Value {
        json!([
            {"kind": "first_visit", "when": "3 Aug 2026", "by": "Dr Lind", "role": "pain physician", "came": {"value": "came"},
                "found": "sits for ten minutes", "decided": "pregabalin"},
            {"kind": "follow_up", "when": "10 Nov 2026", "came": {"value": "did_not_come"}, "next": "12 Nov 2026"},
            {"kind": "telephone", "when": "20 Nov 2026", "reason": "worse pain", "next": "Feb 2027"}
        ])
    }

    #[test]
    fn visits_are_told_the_latest_first_with_what_was_decided_and_the_next_that_is_planned() {
        let text = letter(LetterKind::Summary, LetterLength::default(), three());
        let call = "20 Nov 2026: Telephone call; Whether the patient came: not recorded; Reason: worse pain";
        let missed = "10 Nov 2026: Follow-up visit (did not come)";
        let first = "3 Aug 2026: First visit, Dr Lind, pain physician; Found or said: sits for ten minutes; Decided: pregabalin";
        let places =
            [call, missed, first].map(|said| text.find(said).unwrap_or_else(|| panic!("{said}: {text}")));
        assert!(places.is_sorted(), "{text}");
        assert!(text.contains("Next visit planned: Feb 2027"), "{text}");
        assert!(
            text.contains("Last visit recorded: 3 Aug 2026, first visit, Dr Lind, pain physician."),
            "{text}"
        );
    }

    #[test]
    fn a_letter_without_a_place_for_visits_says_so_and_one_to_an_insurer_tells_none() {
        let visits = json!([{"kind": "follow_up", "when": "3 Aug 2026", "decided": "pregabalin"}]);
        let surgeon = letter(LetterKind::Surgeon, LetterLength::default(), visits.clone());
        assert!(
            surgeon.contains("By its kind this letter does not tell") && surgeon.contains("visits"),
            "{surgeon}"
        );
        let none = letter(LetterKind::Surgeon, LetterLength::default(), json!([]));
        assert!(!none.contains("visits"), "{none}");
        for kind in [LetterKind::Insurer, LetterKind::Patient, LetterKind::Surgeon] {
            let text = letter(kind, LetterLength::default(), visits.clone());
            assert!(!text.contains("Follow-up visit"), "{kind:?}: {text}");
        }
    }

    #[test]
    fn what_of_many_visits_has_no_room_is_counted() {
        let note = "a long account of what was found ".repeat(40);
        let visits: Vec<Value> = (1..=25)
            .map(|day| json!({"kind": "follow_up", "when": format!("{day} Aug 2026"), "found": note, "decided": "go on"}))
            .collect();
        let text = letter(LetterKind::Summary, LetterLength::default(), json!(visits));
        assert!(text.contains("of 25 left out."), "{text}");
        assert!(text.contains("visits ("), "{text}");
    }
}
