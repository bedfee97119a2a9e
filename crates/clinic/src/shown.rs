//! A fact in the words in which the screen shows it: when, what in one line, and labelled details in reading order.
//! A value that is missing says which kind of missing it is; one that nobody asked for is left out.

mod answers;
mod safety;
mod walking;

pub(crate) use walking::in_the_diary;

use crate::words::{say, say_with};
use crate::{
    clock,
    flags::{measured, view as flags},
    gates, responses,
    words::{self, Word, joined},
};
use answers::{Means, Said, answers};
use lamina_api::shown::{Detail, Shown};
use lamina_domain::{
    Answer, Background, Fact, Flag, Imaging, Levels, Measure, Missing, Patient, Reply, Resolution, Score,
    Side, Surgery, Symptom, Text, Treatment, When, background::Asked, red_flag::Catalogue,
    resolution::Decision, score::Administered,
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
        Fact::Flag(flag) => screening(flag),
        Fact::Resolution(resolution) => decided(resolution),
        Fact::Device(device) => safety::device(device),
        Fact::Anticoagulant(thinner) => safety::thinner(thinner),
        Fact::Check(asked) => safety::asked(asked),
        Fact::WalkingPlan(plan) => walking::plan(plan),
        Fact::WalkingEvent(event) => walking::event(event),
        Fact::WalkingRow(row) => walking::row(row),
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
        self.add(&say("shown-said-by"), Some(told_by.word()));
    }
}

fn list(texts: &[Text]) -> Option<String> {
    joined(texts.iter().map(|text| Some(text.to_string())), ", ")
}

fn levels(levels: &Levels) -> Option<String> {
    (!levels.is_empty()).then(|| levels.to_string())
}

/// A time, or of what it is not known: a bare "unknown" says nothing.
fn when(time: &When, unknown: &str) -> String {
    if time.is_unknown() {
        say(unknown)
    } else {
        time.to_string()
    }
}

/// A side, or that it is missing and how. Where there is none by nature, nothing is said of it.
fn side(answer: &Answer<Side>) -> Option<String> {
    match answer {
        Answer::Value(_) => words::answer(answer),
        Answer::Missing(Missing::NotApplicable) => None,
        Answer::Missing(_) => {
            words::answer(answer).map(|word| say_with("shown-side", [("word", word.to_string().into())]))
        }
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
    details.add(&say("shown-born"), Some(patient.born.to_string()));
    details.add(&say("shown-sex"), patient.sex.map(|sex| sex.word()));
    details.text(&say("shown-record-number"), &patient.record_number);
    details.list(&say("shown-contact"), &patient.contact);
    details.text(&say("shown-occupation"), &patient.occupation);
    let team = patient
        .care_team
        .iter()
        .map(|member| Some(format!("{} ({})", member.name, member.role)));
    details.add(&say("shown-care-team"), joined(team, ", "));
    details.text(&say("shown-note"), &patient.note);
    Shown {
        when: String::new(),
        title: patient.shown_name(),
        details: details.0,
    }
}

fn alerts(background: &Background) -> Shown {
    let mut details = Details::default();
    for (label, answer) in [
        (say("shown-allergies"), &background.allergies),
        (say("shown-red-flags"), &background.red_flags),
        (say("shown-implants-and-mri"), &background.implants_mri),
        (say("shown-anticoagulants"), &background.anticoagulants),
        (say("shown-other-conditions"), &background.conditions),
    ] {
        details.add(&label, Some(asked(answer)));
    }
    details.add(
        &say("shown-medicines-asked"),
        words::answer(&background.medicines),
    );
    Shown {
        when: String::new(),
        title: say("shown-alerts-and-conditions"),
        details: details.0,
    }
}

fn operation(surgery: &Surgery) -> Shown {
    let mut details = Details::default();
    details.text(&say("shown-why"), &surgery.indication);
    details.add(&say("shown-region"), surgery.region.map(|region| region.word()));
    details.add(
        &say("shown-approach"),
        surgery.approach.map(|approach| approach.word()),
    );
    details.add(&say("shown-back-after"), words::result(&surgery.result_back));
    details.add(&say("shown-limb-after"), words::result(&surgery.result_limb));
    details.add(
        &say("shown-pain-free"),
        surgery.pain_free.as_ref().map(words::pain_free),
    );
    details.add(&say("shown-implants"), gates::implants::left(&surgery.implants));
    details.list(&say("shown-complications"), &surgery.complications);
    details.text(&say("shown-surgeon"), &surgery.surgeon);
    details.text(&say("shown-hospital"), &surgery.facility);
    details.text(&say("shown-note"), &surgery.note);
    details.told_by(surgery.told_by);
    Shown {
        when: when(&surgery.when, "shown-date-unknown"),
        title: joined([Some(surgery.what(", ")), side(&surgery.side)], ", ").unwrap_or_default(),
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
    details.add(&say("shown-strength"), strength);
    details.text(&say("shown-spreads-to"), &symptom.radiation);
    details.list(&say("shown-what-it-is-like"), &symptom.qualities);
    details.list(&say("shown-worse-with"), &symptom.aggravating);
    details.list(&say("shown-better-with"), &symptom.relieving);
    details.text(&say("shown-how-it-began"), &symptom.onset_words);
    details.text(&say("shown-note"), &symptom.note);
    details.told_by(symptom.told_by);
    let side = symptom
        .side_words
        .as_ref()
        .map(ToString::to_string)
        .or_else(|| side(&symptom.side));
    Shown {
        when: when(&symptom.onset, "shown-start-unknown"),
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
    details.text(&say("shown-conclusion"), &imaging.conclusion);
    details.text(&say("shown-note"), &imaging.note);
    details.told_by(imaging.told_by);
    Shown {
        when: when(&imaging.when, "shown-date-unknown"),
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
        &say("shown-as-prescribed"),
        treatment.medicine.as_ref().map(ToString::to_string),
    );
    details.text(&say("shown-dose"), &treatment.dose);
    let target = [
        levels(&treatment.levels),
        side(&treatment.side),
        treatment.target.as_ref().map(ToString::to_string),
    ];
    details.add(&say("shown-target"), joined(target, ", "));
    let ended = (!treatment.ended.is_unknown()).then(|| treatment.ended.to_string());
    details.add(&say("shown-until"), ended);
    details.add(&say("shown-status"), treatment.status.map(|status| status.word()));
    for response in responses::on_the_screen(treatment) {
        details.add(&say("shown-response"), Some(response));
    }
    let why = [
        words::answer(&treatment.stopped),
        treatment.stopped_words.as_ref().map(ToString::to_string),
    ];
    details.add(&say("shown-ended-because"), joined(why, "; "));
    details.text(&say("shown-note"), &treatment.note);
    details.told_by(treatment.told_by);
    Shown {
        when: when(&treatment.started, "shown-start-unknown"),
        title: format!("{}: {}", treatment.kind.word(), treatment.name),
        details: details.0,
    }
}

fn measured(score: &Score) -> Shown {
    let mut details = Details::default();
    details.add(&say("shown-value"), Some(words::value(&score.measure)));
    if let Measure::Instrument(taken) = &score.measure {
        administered(&mut details, taken);
    }
    details.text(&say("shown-note"), &score.note);
    details.told_by(score.told_by);
    Shown {
        when: when(&score.when, "shown-date-unknown"),
        title: words::measure(&score.measure),
        details: details.0,
    }
}

/// What must be seen at once, the parts, and how the score came about.
fn administered(details: &mut Details, taken: &Administered) {
    let scored = taken.scored();
    details.add(&say("shown-attention"), words::flags(scored));
    for part in &scored.subscales {
        let value = match (part.score, &part.reason) {
            (Some(value), _) => {
                let band = part.band.as_ref().map(ToString::to_string);
                joined([Some(value.to_string()), band], ", ")
            }
            (None, reason) => reason
                .as_ref()
                .map(|reason| say_with("shown-no-score", [("reason", reason.to_string().into())])),
        };
        details.add(&part.name, value);
    }
    let entered = scored
        .entered
        .then(|| say("shown-total-entered-answers-not-kept"));
    let of = scored.answered + scored.missing;
    let answered = (!scored.entered && scored.missing > 0).then(|| {
        say_with(
            "shown-of-answered",
            [
                ("answered", scored.answered.to_string().into()),
                ("of", of.to_string().into()),
            ],
        )
    });
    let rule = say_with(
        "shown-rule-version",
        [("rule-version", scored.rule_version.to_string().into())],
    );
    details.add(
        &say("shown-scored"),
        joined([entered, answered, Some(rule)], "; "),
    );
}

/// A screening: what was said yes to stands in the title, everything asked in the details.
fn screening(flag: &Flag) -> Shown {
    let mut details = Details::default();
    let catalogue = Catalogue::built_in().ok();
    let mut yes = Vec::new();
    let questions = catalogue.map(Catalogue::questions).unwrap_or_default();
    let mut said = Vec::new();
    for question in questions {
        if let Some(reply) = flag.answers.get(&question.id) {
            if reply.reply() == Reply::Yes {
                yes.push(question.words.clone());
            }
            said.push(Said {
                group: crate::words::sentence(&question.group.word()),
                words: question.words.clone(),
                reply: flags::reply(reply),
                means: Means::of(reply.reply(), false),
            });
        }
    }
    answers(&mut details, &said);
    let known = |id: &str| questions.iter().any(|question| question.id == id);
    let unknown = flag.answers.keys().filter(|id| !known(id)).count();
    if unknown > 0 {
        let words = say_with(
            "shown-to-questions-that-this-version-of",
            [("unknown", unknown.to_string().into())],
        );
        details.add(&say("shown-other-answers"), Some(words));
    }
    for one in measured::measured(flag) {
        details.add(&one.label, Some(one.value));
    }
    details.text(&say("shown-note"), &flag.note);
    details.told_by(flag.told_by);
    let asked = flag.answers.len();
    let title = match (asked, yes.is_empty()) {
        (0, _) => say("shown-red-flags-measured-values-only"),
        (_, false) => say_with("shown-red-flags-yes-to", [("questions", yes.join("; ").into())]),
        (1, true) => say("shown-red-flags-1-question-asked-no"),
        (many, true) => say_with(
            "shown-red-flags-questions-asked-no-yes",
            [("many", many.to_string().into())],
        ),
    };
    Shown {
        when: flag.asked_on.to_string(),
        title,
        details: details.0,
    }
}

/// A decision about a red flag that fired.
fn decided(resolution: &Resolution) -> Shown {
    let mut details = Details::default();
    details.add(
        &say("shown-decision"),
        Some(match resolution.decision {
            Decision::Resolved => say("shown-resolved"),
            Decision::LoweredTo(level) => {
                say_with("shown-still-open-lowered-to", [("level", level.word().into())])
            }
        }),
    );
    details.add(&say("shown-why"), Some(resolution.reason.to_string()));
    let role = resolution.role_words.as_ref().map(ToString::to_string);
    let role = role.unwrap_or_else(|| resolution.role.word());
    details.add(
        &say("shown-by"),
        Some(words::name_and_role(&resolution.by.to_string(), &role)),
    );
    Shown {
        when: resolution
            .at
            .map(|at| clock::shown(at.timestamp_micros()))
            .unwrap_or_default(),
        title: say_with(
            "shown-red-flag-dealt-with",
            [("title", (flags::title(&resolution.rule)).to_string().into())],
        ),
        details: details.0,
    }
}
