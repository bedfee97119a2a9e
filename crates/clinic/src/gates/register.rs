//! What a record knows of blood thinners, wherever it stands, and their line in the banner. Nothing that is recorded is
//! dropped.

use crate::{record::Record, words::say_with};
use lamina_domain::{
    Answer, Text,
    gate::bleeding::{Agent, AgentClass, Taking},
};

fn same(one: &Text, other: &Text) -> bool {
    one.as_str()
        .to_lowercase()
        .starts_with(&other.as_str().to_lowercase())
}

/// Every blood thinner; one that is noted in words has no kind, and whether it is taken is not said.
pub(crate) fn agents(record: &Record) -> Answer<Vec<Agent>> {
    let mut agents: Vec<Agent> = record.anticoagulants.iter().map(|one| one.agent()).collect();
    let noted = record.background.anticoagulants.value();
    for text in noted.into_iter().flatten() {
        if !agents.iter().any(|agent| same(text, &agent.name)) {
            agents.push(Agent {
                name: text.clone(),
                class: AgentClass::Other,
                taking: Taking::NotSaid,
                last_dose: Default::default(),
                indication: None,
            });
        }
    }
    match &record.background.anticoagulants {
        _ if !agents.is_empty() => Answer::Value(agents),
        Answer::Missing(missing) => Answer::Missing(*missing),
        Answer::Value(_) => Answer::default(),
    }
}

/// What the banner and a letter's first page say about blood thinners.
pub(crate) fn thinners_line(record: &Record) -> Answer<Vec<String>> {
    match agents(record) {
        Answer::Missing(missing) => Answer::Missing(missing),
        Answer::Value(agents) => Answer::Value(agents.iter().map(thinner).collect()),
    }
}

fn thinner(agent: &Agent) -> String {
    let name = agent.name.to_string();
    match (&agent.taking, agent.class) {
        // What was noted in words stands as it was noted.
        (Taking::NotSaid, AgentClass::Other) | (Taking::Yes, _) => name,
        (Taking::NotSaid, _) => say_with("gate-line-not-said", [("name", name.into())]),
        (Taking::Stopped { .. }, _) => say_with("gate-line-stopped", [("name", name.into())]),
    }
}
