//! The responses to a treatment in words: each with its date, the last first, on the screen as in the letter.

use crate::{
    record::Record,
    treatments::beside::began_between,
    words::{self, Word, joined, say, say_with, taking},
};
use lamina_domain::{Answer, Missing, Response, Treatment, When, response::AdverseEffect, surgery::PainFree};

/// One response on a line of its own, in words.
struct Line<'t> {
    response: &'t Response,
    /// Its date, or beside others that it has none.
    when: Option<String>,
    is_last: bool,
}

fn lines(treatment: &Treatment) -> Vec<Line<'_>> {
    let course = treatment.course();
    let several = treatment.responses.len() > 1;
    let others = course.others.into_iter().map(|response| (response, false));
    course
        .last
        .map(|response| (response, true))
        .into_iter()
        .chain(others)
        .map(|(response, is_last)| Line {
            response,
            when: match response.when.is_unknown() {
                false => Some(response.when.to_string()),
                true => several.then(|| say!("response-undated")),
            },
            is_last,
        })
        .collect()
}

/// What came of it in words, without adverse effects; nothing where only these were told.
fn what(treatment: &Treatment, response: &Response) -> Option<String> {
    let relief = match &response.relief {
        Answer::Value(relief) => Some(say_with!(
            "response-relief",
            [("relief", relief.percent().to_string().into())],
        )),
        Answer::Missing(Missing::NotAsked) => None,
        Answer::Missing(missing) => Some(say_with!(
            "response-relief-missing",
            [("missing", missing.word().into())],
        )),
    };
    let lasted = response
        .lasted
        .as_ref()
        .map(|lasted| say_with!("response-lasted", [("lasted", lasted.to_string().into())]));
    let judged =
        |word: Option<String>, say: taking!["word"]| word.map(|word| say_with!(say, [("word", word.into())]));
    let parts = [
        response.worsened.then(|| say!("response-worse")),
        relief,
        response.half_relief.as_ref().map(half),
        response.words.as_ref().map(ToString::to_string),
        lasted,
        judged(
            words::answer(&response.function),
            words::message!("response-function"),
        ),
        judged(
            words::answer(&response.analgesics),
            words::message!("response-analgesics"),
        ),
        judged(
            words::answer(&response.impression),
            words::message!("response-impression"),
        ),
        response
            .assessed_by
            .as_ref()
            .map(|who| say_with!("response-assessed-by", [("who", who.to_string().into())])),
        response
            .told_by
            .filter(|who| *who != treatment.told_by)
            .map(|who| say_with!("response-told-by", [("who", who.word().into())])),
    ];
    joined(parts, ", ")
}

/// For how long half of the pain or more was gone.
fn half(lasted: &PainFree) -> String {
    match lasted {
        PainFree::Never => say!("response-half-never"),
        PainFree::Ongoing => say!("response-half-still"),
        PainFree::For(interval) => {
            say_with!("response-half-for", [("time", interval.to_string().into())])
        }
        PainFree::Words(words) => say_with!("response-half-words", [("words", words.to_string().into())]),
    }
}

/// "dizzy (severe, treatment stopped)".
fn effect(effect: &AdverseEffect) -> String {
    let what = effect.what.to_string();
    let more = [
        effect.severity.map(|one| one.word()),
        effect.action.map(|one| one.word()),
    ];
    match joined(more, ", ") {
        Some(more) => say_with!("response-effect", [("what", what.into()), ("more", more.into())]),
        None => what,
    }
}

fn effects(response: &Response) -> Option<String> {
    match &response.adverse_effects {
        Answer::Value(effects) => joined(effects.iter().map(|one| Some(effect(one))), ", "),
        Answer::Missing(Missing::NotAsked) => None,
        Answer::Missing(missing) => Some(missing.word()),
    }
}

fn dated(when: &Option<String>, text: String) -> String {
    match when {
        Some(when) => say_with!(
            "response-on",
            [("when", when.clone().into()), ("response", text.into())],
        ),
        None => text,
    }
}

/// Whether there are several of which none is known to be the last.
fn is_unclear(lines: &[Line<'_>]) -> bool {
    lines.len() > 1 && !lines.iter().any(|line| line.is_last)
}

/// Each response on a line, the last first, with what else of the record began before it was told; where none is known to be the
/// last, that is said behind them.
pub(crate) fn on_the_screen(treatment: &Treatment, record: Option<&Record>) -> impl Iterator<Item = String> {
    let lines = lines(treatment);
    let unclear = is_unclear(&lines).then(|| say!("response-unclear"));
    let said = lines.into_iter().filter_map(move |line| {
        let effects = effects(line.response)
            .map(|effects| say_with!("response-effects", [("effects", effects.into())]));
        let between = record.and_then(|record| began_between(record, treatment, line.response));
        let text = joined([what(treatment, line.response), effects, between], "; ")?;
        Some(dated(&line.when, text))
    });
    said.chain(unclear)
}

/// The responses that were told at such a time, without their dates; nothing where none was.
pub(crate) fn told_on(treatment: &Treatment, is: impl Fn(&When) -> bool) -> Option<String> {
    let told = treatment.responses.iter().filter(|one| is(&one.when));
    let said = told.map(|one| {
        let effects =
            effects(one).map(|effects| say_with!("response-effects", [("effects", effects.into())]));
        joined([what(treatment, one), effects], "; ")
    });
    joined(said, "; ")
}

/// What a letter says: the last response, and under it the earlier ones.
pub(crate) fn in_the_letter(treatment: &Treatment, record: &Record) -> Option<String> {
    let lines = lines(treatment);
    let unclear = is_unclear(&lines);
    let mut said: Vec<Option<String>> = vec![unclear.then(|| say!("response-unclear"))];
    let told = lines.iter().filter_map(|line| {
        let between = began_between(record, treatment, line.response);
        Some((
            line,
            joined([Some(what(treatment, line.response)?), between], "; ")?,
        ))
    });
    said.extend(told.map(|(line, text)| {
        let text = dated(&line.when, text);
        let earlier = !line.is_last && !unclear && !line.response.when.is_unknown();
        Some(match earlier {
            true => say_with!("response-earlier", [("response", text.into())]),
            false => text,
        })
    }));
    joined(said, "\n")
}

/// The last response alone; all of them where none is known to be the last.
pub(crate) fn last_in_the_letter(treatment: &Treatment, record: &Record) -> Option<String> {
    let lines = lines(treatment);
    if is_unclear(&lines) {
        return in_the_letter(treatment, record);
    }
    lines.iter().find_map(|line| {
        let between = began_between(record, treatment, line.response);
        let text = joined([Some(what(treatment, line.response)?), between], "; ")?;
        Some(dated(&line.when, text))
    })
}

/// The last response in as few words as it can be told.
pub(crate) struct Brief {
    /// What came of it, with adverse effects where there were any.
    pub(crate) text: String,
    /// Whether something else of the record began before it was told.
    pub(crate) others: bool,
}

/// The last response in few words; all of them where none is known to be the last.
pub(crate) fn briefly(treatment: &Treatment, record: &Record) -> Option<Brief> {
    let lines = lines(treatment);
    if is_unclear(&lines) {
        let text = in_the_letter(treatment, record)?;
        return Some(Brief { text, others: false });
    }
    let line = lines.first()?;
    let response = line.response;
    let bare = Response {
        when: When::default(),
        function: Answer::default(),
        analgesics: Answer::default(),
        impression: Answer::default(),
        assessed_by: None,
        told_by: None,
        words: response
            .words
            .clone()
            .filter(|_| response.relief.value().is_none()),
        ..response.clone()
    };
    let effects = response.adverse_effects.value().and_then(|_| effects(response));
    Some(Brief {
        text: joined([what(treatment, &bare), effects], ", ")?,
        others: began_between(record, treatment, response).is_some(),
    })
}

/// Adverse effects as a letter lists them beside the responses: of each response that was asked for them.
pub(crate) fn effects_in_the_letter(treatment: &Treatment) -> Option<String> {
    let several = treatment.responses.len() > 1;
    let each = lines(treatment).into_iter().map(|line| {
        let text = match &line.response.adverse_effects {
            Answer::Value(_) => effects(line.response)?,
            Answer::Missing(_) => {
                say_with!("response-effects", [("effects", effects(line.response)?.into())])
            }
        };
        Some(if several { dated(&line.when, text) } else { text })
    });
    joined(each, "; ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::examples;
    use serde_json::json;

    fn block(responses: &str) -> Treatment {
        let json = format!(
            r#"{{"kind":"block","name":"nerve root block","started":"2025","told_by":"patient","responses":[{responses}]}}"#
        );
        serde_json::from_str(&json).unwrap()
    }

    fn on_its_own(treatment: &Treatment) -> Vec<String> {
        on_the_screen(treatment, None).collect()
    }

    const MARCH: &str = r#"{"when":"1 Mar 2026","relief":{"value":50},"lasted":"6 weeks","adverse_effects":{"value":["numb leg"]}}"#;
    const MAY: &str = r#"{"when":"3 May 2026","worsened":true,"words":"worn off","adverse_effects":{"missing":"absent"},"told_by":"document"}"#;
    const TOLD_AS_THE_REST: &str = r#"{"relief":{"value":30},"told_by":"patient"}"#;
    const UNDATED: &str = r#"{"relief":{"value":30}}"#;

    #[test]
    fn the_last_stands_first_with_its_date_and_the_earlier_ones_stay() {
        let both = block(&format!("{MARCH},{MAY}"));
        assert_eq!(
            on_its_own(&both),
            [
                "3 May 2026: made it worse, worn off, said by document; adverse effects: none",
                "1 Mar 2026: 50 % relief, lasted 6 weeks; adverse effects: numb leg",
            ]
        );
        assert_eq!(on_its_own(&block(&format!("{MAY},{MARCH}"))), on_its_own(&both));
        assert_eq!(
            in_the_letter(&both, &examples::record(&json!({}))).unwrap(),
            "3 May 2026: made it worse, worn off, said by document\nearlier, 1 Mar 2026: 50 % relief, lasted 6 weeks"
        );
        assert_eq!(
            effects_in_the_letter(&both).unwrap(),
            "3 May 2026: adverse effects: none; 1 Mar 2026: numb leg"
        );
    }

    #[test]
    fn one_without_a_date_is_said_to_have_none_and_is_never_the_last_beside_others() {
        assert_eq!(on_its_own(&block(UNDATED)), ["30 % relief"]);
        assert_eq!(on_its_own(&block(TOLD_AS_THE_REST)), ["30 % relief"]);
        let mixed = block(&format!("{MARCH},{UNDATED}"));
        assert_eq!(
            in_the_letter(&mixed, &examples::record(&json!({}))).unwrap(),
            "1 Mar 2026: 50 % relief, lasted 6 weeks\ndate not recorded: 30 % relief"
        );
        let unclear = block(&format!("{UNDATED},{UNDATED}"));
        assert_eq!(
            on_its_own(&unclear).last().unwrap(),
            "which of these responses is the last is not known"
        );
        assert!(
            in_the_letter(&unclear, &examples::record(&json!({})))
                .unwrap()
                .starts_with("which of these")
        );
    }

    #[test]
    fn trap_30_what_began_before_a_response_is_said_beside_it() {
        let record = examples::record(&json!({
            "treatments": [
                {"kind": "injection", "name": "caudal epidural", "started": "1 Mar 2026",
                    "responses": [{"when": "12 Apr 2026", "relief": {"value": 60}}]},
                {"kind": "injection", "name": "facet injection", "started": "2 Mar 2026"}],
        }));
        let treatment = &record.treatments[0].fact;
        let wanted = "12 Apr 2026: 60 % relief; began in between: treatment 2 (facet injection)";
        let said: Vec<String> = on_the_screen(treatment, Some(&record)).collect();
        assert_eq!(said, [wanted]);
        assert_eq!(in_the_letter(treatment, &record).unwrap(), wanted);
    }

    #[test]
    fn every_part_of_a_response_is_told_and_worse_is_never_a_percentage() {
        let told = block(
            r#"{"relief":{"value":50},"half_relief":{"for":"6 weeks"},"function":{"value":"better"},"analgesics":{"value":"less"},
                "impression":{"value":"much_better"},"assessed_by":"Dr Sample",
                "adverse_effects":{"value":[{"what":"flush","severity":"mild","action":"nothing"},"dizzy"]}}"#,
        );
        assert_eq!(
            on_its_own(&told),
            [
                "50 % relief, half of the pain or more gone for 6 weeks, function better, pain medicines less, own impression: \
              much better, judged by Dr Sample; adverse effects: flush (mild, nothing done), dizzy"
            ]
        );
        let worse = block(r#"{"worsened":true,"half_relief":"never"}"#);
        assert_eq!(
            on_its_own(&worse),
            ["made it worse, at no time half of the pain gone"]
        );
    }
}
