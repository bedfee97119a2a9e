//! How an injection, a block or radiofrequency was done, in words.

use crate::{
    details::{Details, list},
    words::{self, Word, joined, say, say_with, taking},
};
use chrono::NaiveTime;
use lamina_domain::{
    Answer, Missing, Reply,
    gate::steroid::{Particles, particles},
    score::Nrs,
    treatment::{
        Injection,
        injection::{Agent, AgentKind, Guidance, Sedation, Type},
    },
};

/// Adds what is told of it, a line for each thing.
pub(crate) fn add(details: &mut Details, injection: &Injection) {
    details.add(&say!("shown-injection-type"), what(injection));
    details.add(&say!("shown-guidance"), guided(injection));
    details.add(&say!("shown-injected"), injected(injection));
    details.add(&say!("shown-radiofrequency"), settings(injection));
    details.add(&say!("shown-sedation"), sedation(&injection.sedation));
    details.add(&say!("shown-pain-around"), pain(injection));
    details.add(&say!("shown-concordant"), concordant(injection.concordant));
    let complications = match &injection.complications {
        Answer::Value(texts) => list(texts),
        Answer::Missing(Missing::NotAsked) => None,
        Answer::Missing(missing) => Some(missing.word()),
    };
    details.add(&say!("shown-complications"), complications);
    details.text(&say!("shown-blood-thinners-handled"), &injection.blood_thinners);
}

/// As a letter tells it in one line.
pub(crate) fn in_short(injection: &Injection) -> Option<String> {
    let complications = match &injection.complications {
        Answer::Value(texts) => list(texts),
        Answer::Missing(Missing::Absent) => Some(say!("injection-no-complications")),
        Answer::Missing(_) => None,
    };
    let parts = [
        what(injection),
        guided(injection),
        injected(injection),
        settings(injection),
        pain(injection),
        concordant(injection.concordant),
        complications,
        injection.blood_thinners.as_ref().map(ToString::to_string),
    ];
    joined(parts, "; ")
}

/// "trigger point, left quadratus lumborum".
fn what(injection: &Injection) -> Option<String> {
    let muscle = injection.muscle.as_ref().map(ToString::to_string);
    // What has no type of its own is told by its name.
    let of_type = injection.of_type.filter(|one| *one != Type::Other);
    joined([of_type.map(|one| one.word()), muscle], ", ")
}

fn guided(injection: &Injection) -> Option<String> {
    let guidance = match &injection.guidance {
        Answer::Value(by) => Some(guidance(*by)),
        Answer::Missing(Missing::Absent) => Some(say!("injection-without-guidance")),
        Answer::Missing(Missing::NotAsked) => None,
        Answer::Missing(missing) => Some(say_with!(
            "injection-guidance-missing",
            [("missing", missing.word().into())]
        )),
    };
    let contrast = match injection.contrast {
        Reply::NotAsked => None,
        Reply::Yes => Some(say!("injection-contrast")),
        Reply::No => Some(say!("injection-no-contrast")),
        other => Some(say_with!(
            "injection-contrast-missing",
            [("missing", other.word().into())]
        )),
    };
    let approach = injection
        .approach
        .as_ref()
        .map(|way| say_with!("injection-approach", [("approach", way.to_string().into())]));
    joined([guidance, contrast, approach], ", ")
}

fn guidance(by: Guidance) -> String {
    say_with!("injection-guided-by", [("guidance", by.word().into())])
}

/// "triamcinolone 40 mg (particulate), bupivacaine 0.25 % 2 mL, 5 mL in all".
fn injected(injection: &Injection) -> Option<String> {
    let agents = injection.agents.iter().map(|one| Some(agent(one)));
    let volume = injection
        .volume
        .map(|ml| say_with!("injection-volume", [("ml", ml.to_string().into())]));
    joined(agents.chain([volume]), ", ")
}

fn agent(agent: &Agent) -> String {
    let name = agent.name.as_ref().map(ToString::to_string);
    let held = name
        .as_deref()
        .filter(|_| agent.kind == AgentKind::Steroid)
        .map(|name| particulate(particles(name)))
        .map(|particles| say_with!("injection-particles", [("particles", particles.into())]));
    let percent = agent
        .percent
        .map(|one| say_with!("injection-percent", [("percent", one.to_string().into())]));
    let mg = agent
        .mg
        .map(|one| say_with!("injection-mg", [("mg", one.to_string().into())]));
    let ml = agent
        .ml
        .map(|one| say_with!("injection-ml", [("ml", one.to_string().into())]));
    let name = name.unwrap_or_else(|| agent.kind.word());
    joined([Some(name), percent, mg, ml, held], " ").unwrap_or_default()
}

fn particulate(particles: Option<Particles>) -> String {
    match particles {
        Some(Particles::Suspension) => say!("injection-suspension"),
        Some(Particles::Solution) => say!("injection-solution"),
        None => say!("injection-particles-not-known"),
    }
}

fn settings(injection: &Injection) -> Option<String> {
    let parts = [
        injection
            .celsius
            .map(|one| say_with!("injection-celsius", [("celsius", one.to_string().into())])),
        injection
            .seconds
            .map(|one| say_with!("injection-seconds", [("seconds", one.to_string().into())])),
        injection
            .lesions
            .map(|one| say_with!("injection-lesions", [("count", one.get().into())])),
    ];
    joined(parts, ", ")
}

fn sedation(answer: &Answer<Sedation>) -> Option<String> {
    match answer {
        Answer::Missing(Missing::Absent) => Some(say!("injection-no-sedation")),
        other => words::answer(other),
    }
}

/// "pain 7/10 before at 09:05, 2/10 after at 09:40, 71 % less".
fn pain(injection: &Injection) -> Option<String> {
    let before = rated(
        (&injection.before, injection.before_at),
        words::message!("injection-before"),
        words::message!("injection-before-missing"),
    );
    let after = rated(
        (&injection.after, injection.after_at),
        words::message!("injection-after"),
        words::message!("injection-after-missing"),
    );
    let eased = injection
        .eased()
        .map(|percent| say_with!("injection-eased", [("percent", percent.to_string().into())]));
    joined([before, after, eased], ", ")
}

fn rated(
    (pain, at): (&Answer<Nrs>, Option<NaiveTime>),
    told: taking!["pain"],
    missing: taking!["missing"],
) -> Option<String> {
    let time = at.map(|at| say_with!("injection-at", [("time", at.format("%H:%M").to_string().into())]));
    let said = match pain {
        Answer::Value(pain) => Some(say_with!(told, [("pain", pain.rating().to_string().into())])),
        Answer::Missing(Missing::NotAsked) => None,
        Answer::Missing(kind) => Some(say_with!(missing, [("missing", kind.word().into())])),
    };
    said.and_then(|said| joined([Some(said), time], " "))
}

fn concordant(reply: Reply) -> Option<String> {
    match reply {
        Reply::NotAsked => None,
        Reply::Yes => Some(say!("injection-concordant")),
        Reply::No => Some(say!("injection-not-concordant")),
        other => Some(say_with!(
            "injection-concordant-missing",
            [("missing", other.word().into())]
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_told_in_one_line_and_nothing_that_nobody_asked_is_in_it() {
        let told = |json: &str| in_short(&serde_json::from_str(json).unwrap());
        assert_eq!(
            told(
                r#"{"type":"transforaminal_epidural","guidance":{"value":"ct"},"contrast":"yes","agents":[
                    {"kind":"steroid","name":"Depo-Medrol","mg":"80"},{"kind":"steroid","name":"methylprednisolone"},
                    {"kind":"local_anaesthetic","name":"bupivacaine","percent":"0.25","ml":"2"},{"kind":"saline","ml":"1"}],
                    "volume":"5","before":{"value":7},"before_at":"09:05:00","after":{"value":2},"after_at":"09:40:00",
                    "concordant":"no","complications":{"missing":"absent"},"blood_thinners":"apixaban paused by cardiology"}"#
            )
            .unwrap(),
            "transforaminal epidural; guided by CT, contrast used; Depo-Medrol 80 mg (particulate), methylprednisolone \
             (particulate or not: not known), bupivacaine 0.25 % 2 mL, saline 1 mL, 5 mL in all; pain 7/10 before at 09:05, \
             2/10 after at 09:40, 71 % less; judged not concordant; no complications; apixaban paused by cardiology"
        );
        assert_eq!(told("{}"), None);
        assert_eq!(
            told(r#"{"guidance":{"missing":"absent"},"after":{"missing":"unknown"},"contrast":"unknown"}"#)
                .unwrap(),
            "without guidance, contrast asked, not known; pain after unknown"
        );
        assert_eq!(
            told(r#"{"celsius":80,"seconds":90,"lesions":1}"#).unwrap(),
            "80 °C, 90 s each, 1 lesion"
        );
    }
}
