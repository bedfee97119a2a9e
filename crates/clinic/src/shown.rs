//! A fact in the words in which the screen shows it: when, what in one line, and labelled details in reading order.
//! A value that is missing says which kind of missing it is; one that nobody asked for is left out.

use crate::{
    clock,
    flags::view as flags,
    words::{self, Word, joined},
};
use lamina_api::entry::{Detail, Shown};
use lamina_domain::{
    Answer, Background, Fact, Flag, Imaging, Levels, Measure, Missing, Patient, Resolving, Score, Side,
    Surgery, Symptom, Text, Treatment,
    background::Asked,
    red_flag::{Catalogue, Decision, Reply, facts::CrpUnit},
    score::Administered,
};

/// The fact in words.
pub(crate) fn shown(fact: &Fact) -> Shown {
    match fact {
        Fact::Patient(patient) => person(patient),
        Fact::Background(background) => alerts(background),
        Fact::Surgery(surgery) => operation(surgery),
        Fact::Symptom(symptom) => complaint(symptom),
        Fact::Imaging(imaging) => study(imaging),
        Fact::Treatment(treatment) => tried(treatment),
        Fact::Score(score) => measured(score),
        Fact::Flag(flag) => asking(flag),
        Fact::Resolution(resolution) => decided(resolution),
    }
}

/// Collects details, leaving out what is not there.
#[derive(Default)]
struct Details(Vec<Detail>);

impl Details {
    fn add(&mut self, label: &str, text: Option<String>) {
        if let Some(text) = text.filter(|text| !text.is_empty()) {
            self.0.push(Detail {
                label: label.to_owned(),
                text,
            });
        }
    }

    fn text(&mut self, label: &str, text: &Option<Text>) {
        self.add(label, text.as_ref().map(ToString::to_string));
    }

    fn list(&mut self, label: &str, texts: &[Text]) {
        self.add(label, list(texts));
    }

    fn told_by(&mut self, told_by: lamina_domain::ToldBy) {
        self.add("Said by", Some(told_by.word()));
    }
}

fn list(texts: &[Text]) -> Option<String> {
    joined(texts.iter().map(|text| Some(text.to_string())), ", ")
}

fn levels(levels: &Levels) -> Option<String> {
    (!levels.is_empty()).then(|| levels.to_string())
}

fn side(answer: &Answer<Side>) -> Option<String> {
    match answer {
        Answer::Value(_) => words::answer(answer),
        Answer::Missing(_) => words::answer(answer).map(|word| format!("side {word}")),
    }
}

/// A list that was asked for; "not asked" where nobody did.
pub(crate) fn asked(answer: &Asked) -> String {
    match answer {
        Answer::Value(texts) => list(texts).unwrap_or_else(|| Missing::Absent.word()),
        Answer::Missing(missing) => missing.word(),
    }
}

fn person(patient: &Patient) -> Shown {
    let mut details = Details::default();
    details.add("Born", Some(patient.born.to_string()));
    details.add("Sex", patient.sex.map(|sex| sex.word()));
    details.text("Record number", &patient.record_number);
    details.list("Contact", &patient.contact);
    details.text("Occupation", &patient.occupation);
    let team = patient
        .care_team
        .iter()
        .map(|member| Some(format!("{} ({})", member.name, member.role)));
    details.add("Care team", joined(team, ", "));
    details.text("Note", &patient.note);
    Shown {
        when: String::new(),
        title: patient.shown_name(),
        details: details.0,
    }
}

fn alerts(background: &Background) -> Shown {
    let mut details = Details::default();
    for (label, answer) in [
        ("Allergies", &background.allergies),
        ("Red flags", &background.red_flags),
        ("Implants and MRI", &background.implants_mri),
        ("Anticoagulants", &background.anticoagulants),
        ("Other conditions", &background.conditions),
    ] {
        details.add(label, Some(asked(answer)));
    }
    Shown {
        when: String::new(),
        title: "Alerts and conditions".to_owned(),
        details: details.0,
    }
}

fn operation(surgery: &Surgery) -> Shown {
    let mut details = Details::default();
    details.text("Why", &surgery.indication);
    details.add("Region", surgery.region.map(|region| region.word()));
    details.add("Approach", surgery.approach.map(|approach| approach.word()));
    details.add("Back after", words::result(&surgery.result_back));
    details.add("Limb after", words::result(&surgery.result_limb));
    details.add("Pain-free", surgery.pain_free.as_ref().map(words::pain_free));
    details.list("Implants", &surgery.implants);
    details.list("Complications", &surgery.complications);
    details.text("Surgeon", &surgery.surgeon);
    details.text("Hospital", &surgery.facility);
    details.text("Note", &surgery.note);
    details.told_by(surgery.told_by);
    Shown {
        when: surgery.when.to_string(),
        title: joined(
            [
                list(&surgery.procedures),
                levels(&surgery.levels),
                side(&surgery.side),
            ],
            ", ",
        )
        .unwrap_or_default(),
        details: details.0,
    }
}

fn complaint(symptom: &Symptom) -> Shown {
    let mut details = Details::default();
    let strength = match &symptom.intensity {
        Answer::Value(nrs) => Some(format!("{}/10", nrs.rating())),
        Answer::Missing(Missing::NotAsked) => None,
        Answer::Missing(missing) => Some(missing.word()),
    };
    details.add("Strength", strength);
    details.text("Spreads to", &symptom.radiation);
    details.list("What it is like", &symptom.qualities);
    details.list("Worse with", &symptom.aggravating);
    details.list("Better with", &symptom.relieving);
    details.text("How it began", &symptom.onset_words);
    details.text("Note", &symptom.note);
    details.told_by(symptom.told_by);
    let side = symptom
        .side_words
        .as_ref()
        .map(ToString::to_string)
        .or_else(|| side(&symptom.side));
    Shown {
        when: symptom.onset.to_string(),
        title: joined([Some(symptom.site.to_string()), side], ", ").unwrap_or_default(),
        details: details.0,
    }
}

fn study(imaging: &Imaging) -> Shown {
    let mut details = Details::default();
    for finding in &imaging.findings {
        let place = joined([levels(&finding.levels), side(&finding.side)], ", ");
        details.add(
            place.as_deref().unwrap_or("Finding"),
            Some(finding.what.to_string()),
        );
    }
    details.text("Conclusion", &imaging.conclusion);
    details.text("Note", &imaging.note);
    details.told_by(imaging.told_by);
    Shown {
        when: imaging.when.to_string(),
        title: joined(
            [Some(imaging.modality.word()), words::answer(&imaging.position)],
            ", ",
        )
        .unwrap_or_default(),
        details: details.0,
    }
}

fn tried(treatment: &Treatment) -> Shown {
    let mut details = Details::default();
    details.add(
        "As prescribed",
        treatment.medicine.as_ref().map(ToString::to_string),
    );
    details.text("Dose", &treatment.dose);
    let target = [
        levels(&treatment.levels),
        side(&treatment.side),
        treatment.target.as_ref().map(ToString::to_string),
    ];
    details.add("Target", joined(target, ", "));
    let ended = (!treatment.ended.is_unknown()).then(|| treatment.ended.to_string());
    details.add("Until", ended);
    let relief = match &treatment.relief {
        Answer::Value(relief) => Some(format!("{} % relief", relief.percent())),
        Answer::Missing(Missing::NotAsked) => None,
        Answer::Missing(missing) => Some(format!("relief {}", missing.word())),
    };
    let response = [
        treatment.worsened.then(|| "made it worse".to_owned()),
        relief,
        treatment.response.as_ref().map(ToString::to_string),
    ];
    details.add("Response", joined(response, ", "));
    details.text("Lasted", &treatment.response_lasted);
    if !treatment.adverse_effects.is_not_asked() {
        details.add("Adverse effects", Some(asked(&treatment.adverse_effects)));
    }
    let why = [
        words::answer(&treatment.stopped),
        treatment.stopped_words.as_ref().map(ToString::to_string),
    ];
    details.add("Ended because", joined(why, "; "));
    details.text("Note", &treatment.note);
    details.told_by(treatment.told_by);
    Shown {
        when: treatment.started.to_string(),
        title: format!("{}: {}", treatment.kind.word(), treatment.name),
        details: details.0,
    }
}

fn measured(score: &Score) -> Shown {
    let mut details = Details::default();
    details.add("Value", Some(words::value(&score.measure)));
    if let Measure::Instrument(taken) = &score.measure {
        administered(&mut details, taken);
    }
    details.text("Note", &score.note);
    details.told_by(score.told_by);
    Shown {
        when: score.when.to_string(),
        title: words::measure(&score.measure),
        details: details.0,
    }
}

/// What must be seen at once, the parts, and how the score came about.
fn administered(details: &mut Details, taken: &Administered) {
    let scored = taken.scored();
    details.add("Attention", words::flags(scored));
    for part in &scored.subscales {
        let value = match (part.score, &part.reason) {
            (Some(value), _) => {
                let band = part.band.as_ref().map(ToString::to_string);
                joined([Some(value.to_string()), band], ", ")
            }
            (None, reason) => reason.as_ref().map(|reason| format!("no score: {reason}")),
        };
        details.add(&part.name, value);
    }
    let entered = scored
        .entered
        .then(|| "total entered, answers not kept".to_owned());
    let of = scored.answered + scored.missing;
    let answered =
        (!scored.entered && scored.missing > 0).then(|| format!("{} of {of} answered", scored.answered));
    let rule = format!("rule version {}", scored.rule_version);
    details.add("Scored", joined([entered, answered, Some(rule)], "; "));
}

/// An asking: what was said yes to stands in the title, everything asked in the details.
fn asking(flag: &Flag) -> Shown {
    let mut details = Details::default();
    let catalogue = Catalogue::built_in().ok();
    let mut yes = Vec::new();
    let questions = catalogue.map(Catalogue::questions).unwrap_or_default();
    for question in questions {
        if let Some(reply) = flag.answers.get(&question.id) {
            let label = flags::sentence(&question.words);
            if matches!(reply, Reply::Yes { .. }) {
                yes.push(question.words.clone());
            }
            details.add(&label, Some(flags::reply(reply)));
        }
    }
    let known = |id: &str| questions.iter().any(|question| question.id == id);
    let unknown = flag.answers.keys().filter(|id| !known(id)).count();
    if unknown > 0 {
        let words = format!("{unknown}, to questions that this version of Lamina does not know");
        details.add("Other answers", Some(words));
    }
    let tenths = |number: u16| format!("{}.{}", number / 10, number % 10);
    let below = |below: bool| if below { "below " } else { "" };
    details.add(
        "Temperature",
        flag.temperature
            .map(|value| format!("{} °C", tenths(value.get()))),
    );
    details.add(
        "Residual urine",
        flag.residual_urine.map(|value| format!("{value} mL")),
    );
    details.add(
        "Breathing rate",
        flag.breaths.map(|value| format!("{value} a minute")),
    );
    details.add(
        "CRP",
        flag.crp.map(|crp| {
            let unit = match crp.unit {
                CrpUnit::MilligramPerLitre => "mg/L",
                CrpUnit::MilligramPerDecilitre => "mg/dL",
            };
            format!(
                "{}{} {unit}",
                below(crp.amount.below),
                tenths(crp.amount.tenths.get())
            )
        }),
    );
    details.add(
        "ESR",
        flag.esr
            .map(|esr| format!("{}{} mm/h", below(esr.below), esr.value)),
    );
    details.text("Note", &flag.note);
    details.told_by(flag.told_by);
    let asked = flag.answers.len();
    let title = match (asked, yes.is_empty()) {
        (0, _) => "Red flags: measured values only".to_owned(),
        (_, false) => format!("Red flags, yes to: {}", yes.join("; ")),
        (1, true) => "Red flags: 1 question asked, no yes".to_owned(),
        (many, true) => format!("Red flags: {many} questions asked, no yes"),
    };
    Shown {
        when: flags::spelled(flag.asked_on),
        title,
        details: details.0,
    }
}

/// A decision about a red flag that fired.
fn decided(resolution: &Resolving) -> Shown {
    let mut details = Details::default();
    details.add(
        "Decision",
        Some(match resolution.decision {
            Decision::Resolved => "resolved".to_owned(),
            Decision::LoweredTo(level) => format!("still open, lowered to: {}", level.words()),
        }),
    );
    details.add("Why", Some(resolution.reason.to_string()));
    let role = resolution.role_words.as_ref().map(ToString::to_string);
    let role = role.unwrap_or_else(|| resolution.role.word());
    details.add("By", Some(format!("{}, {role}", resolution.by)));
    Shown {
        when: resolution
            .at
            .map(|at| clock::shown(at.timestamp_micros()))
            .unwrap_or_default(),
        title: format!("Red flag dealt with: {}", flags::title(&resolution.rule)),
        details: details.0,
    }
}
