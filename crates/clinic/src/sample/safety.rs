//! Implanted systems, blood thinners and checks that fit the treatments of an invented patient.

use super::chance::Chance;
use lamina_domain::{
    Anticoagulant, Check, Device, Problem, Reply, Text, ToldBy, Treatment,
    anticoagulant::{AgentClass, Taking},
    check::InjectionCheck,
    implant::{Conditions, ImplantKind, MriStatus, Part, PartState},
    treatment::Kind,
};

/// A register entry for most stimulators; for the others the clinic has none, as happens.
pub(super) fn devices(chance: &mut Chance, treatments: &[Treatment]) -> Result<Vec<Device>, Problem> {
    let mut devices = Vec::new();
    let implanted = treatments
        .iter()
        .filter(|one| one.kind == Kind::NeuromodulationImplant);
    for treatment in implanted {
        if !chance.percent(80) {
            continue;
        }
        let known = chance.percent(60);
        let label = |field: &str| -> Result<MriStatus, Problem> {
            Ok(if known {
                MriStatus::Conditional(Conditions {
                    field: Some(Text::new(field)?),
                    body: Some(Text::new("full body")?),
                    mode: Some(Text::new("MRI mode switched on")?),
                })
            } else {
                MriStatus::Unknown
            })
        };
        let part = |kind, name: &str, mri| -> Result<Part, Problem> {
            Ok(Part {
                kind,
                name: Some(Text::new(name)?),
                state: PartState::InUse,
                mri,
            })
        };
        devices.push(Device {
            name: Text::new("Spinal cord stimulator")?,
            parts: vec![
                part(ImplantKind::Generator, "Sample Pulse 2", label("1.5 T")?)?,
                part(ImplantKind::Lead, "Sample Lead 8, left", label("1.5 T")?)?,
                part(ImplantKind::Lead, "Sample Lead 8, right", label("1.5 T")?)?,
            ],
            maker: Some(Text::new("Sample Devices")?),
            model: Some(Text::new("Pulse 2")?),
            serial: Some(Text::new(&format!("SAMPLE-{:05}", chance.between(0, 99_999)))?),
            udi: None,
            implanted: treatment.started,
            removed: Default::default(),
            told_by: ToldBy::Document,
            note: None,
        });
    }
    Ok(devices)
}

/// A blood thinner for a few.
pub(super) fn anticoagulants(chance: &mut Chance) -> Result<Vec<Anticoagulant>, Problem> {
    if !chance.percent(10) {
        return Ok(Vec::new());
    }
    let (name, class, why) = match chance.between(1, 3) {
        1 => ("Apixaban", AgentClass::FactorXaInhibitor, "atrial fibrillation"),
        2 => (
            "Warfarin",
            AgentClass::VitaminKAntagonist,
            "mechanical heart valve",
        ),
        _ => ("Aspirin", AgentClass::Aspirin, "coronary stent"),
    };
    Ok(vec![Anticoagulant {
        name: Text::new(name)?,
        class,
        taking: if chance.percent(70) {
            Taking::Yes
        } else {
            Taking::NotSaid
        },
        last_dose: Default::default(),
        indication: chance.percent(70).then(|| Text::new(why)).transpose()?,
        told_by: ToldBy::Patient,
        note: None,
    }])
}

/// Checks on the day of the last injection that has one.
pub(super) fn checks(chance: &mut Chance, treatments: &[Treatment]) -> Result<Vec<Check>, Problem> {
    let days = treatments
        .iter()
        .filter(|one| matches!(one.kind, Kind::Injection | Kind::Block))
        .filter_map(|one| one.started.span())
        .filter(|(from, to)| from == to)
        .map(|(day, _)| day);
    let Some(day) = days.max() else {
        return Ok(Vec::new());
    };
    let reply = |chance: &mut Chance, check: InjectionCheck| match (chance.between(1, 20), check.wants_yes())
    {
        (1..=2, _) => Reply::NotAsked,
        (3, _) => Reply::Unknown,
        (_, true) => Reply::Yes,
        (_, false) => Reply::No,
    };
    let mut replies = std::collections::BTreeMap::new();
    for check in InjectionCheck::ALL {
        let reply = reply(chance, check);
        if reply != Reply::NotAsked {
            replies.insert(check, reply);
        }
    }
    if replies.is_empty() {
        return Ok(Vec::new());
    }
    Ok(vec![Check {
        asked_on: day,
        intervention: None,
        replies,
        by: Some(Text::new("Dr Sample-Arzt")?),
        told_by: ToldBy::Patient,
        note: None,
    }])
}
