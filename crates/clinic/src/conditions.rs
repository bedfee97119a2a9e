//! The register of conditions that are asked about one by one: in words, and as what the red flags, the gates before an
//! intervention and the opioid load read of it. Words in free text are read by nobody here.

use crate::{
    record::Record,
    words::{Word, joined, say_with, words},
};
use chrono::NaiveDate;
use lamina_domain::{
    Background, Flag, Reply,
    background::{AskedCondition, Comorbidity},
    flag::answer::{Course, FlagReply},
    when::Point,
};

words! {
    Comorbidity {
        Diabetes => "condition-diabetes",
        Osteoporosis => "condition-osteoporosis",
        KidneyDisease => "condition-kidney-disease",
        LiverDisease => "condition-liver-disease",
        HeartDisease => "condition-heart-disease",
        VenousThromboembolism => "condition-venous-thromboembolism",
        BleedingDisorder => "condition-bleeding-disorder",
        Immunosuppression => "condition-immunosuppression",
        CancerHistory => "condition-cancer-history",
        InjectedDrugUse => "condition-injected-drug-use",
        SleepApnoea => "condition-sleep-apnoea",
        SubstanceUse => "condition-substance-use",
        Pregnancy => "condition-pregnancy",
        Breastfeeding => "condition-breastfeeding",
        Spondyloarthritis => "condition-spondyloarthritis",
        BladderDisease => "condition-bladder-disease",
        DepressionOrAnxiety => "condition-depression-or-anxiety",
        Neuropathy => "condition-neuropathy",
        HipOrKneeDisease => "condition-hip-or-knee-disease",
        PepticUlcer => "condition-peptic-ulcer",
    }
}

/// "diabetes (type 2, since 2010, asked 3 May 2026)".
fn told(which: Comorbidity, asked: &AskedCondition) -> String {
    let since = (!asked.since.is_unknown())
        .then(|| say_with!("condition-since", [("when", asked.since.to_string().into())]));
    let on = asked
        .asked_on
        .map(|on| say_with!("condition-asked", [("when", on.to_string().into())]));
    let more = [asked.words.as_ref().map(ToString::to_string), since, on];
    match joined(more, ", ") {
        None => which.word(),
        Some(more) => say_with!(
            "condition-more",
            [("condition", which.word().into()), ("more", more.into())]
        ),
    }
}

/// One of them as it was answered; nothing where nobody asked.
pub(crate) fn answered(background: &Background, which: Comorbidity) -> Option<String> {
    let asked = background.comorbidities.get(&which)?;
    Some(told(which, asked))
}

/// Those that are meant, by what they are and how they were answered, in one line; nothing where there is none.
fn listed(background: &Background, meant: impl Fn(Comorbidity, Reply) -> bool) -> Option<String> {
    let all = background.comorbidities.iter();
    let found = all.filter(|(which, asked)| meant(**which, asked.is));
    joined(found.map(|(which, asked)| Some(told(*which, asked))), "; ")
}

/// Those with this answer in one line; nothing where none has it.
pub(crate) fn with(background: &Background, reply: Reply) -> Option<String> {
    listed(background, |_, is| is == reply)
}

/// What is told of them before an intervention: what is there, and what was asked and is not known. Nothing where neither is on
/// record, which does not say that nothing is there.
pub(crate) fn before(background: &Background) -> Vec<String> {
    let list = |reply: Reply| {
        listed(background, |which, is| {
            is == reply && which.concerns_interventions()
        })
    };
    let present = list(Reply::Yes).map(|list| say_with!("gate-conditions", [("list", list.into())]));
    let not_known =
        list(Reply::Unknown).map(|list| say_with!("gate-conditions-not-known", [("list", list.into())]));
    [present, not_known].into_iter().flatten().collect()
}

/// What is there, as the rules of the opioid load look for it.
pub(crate) fn present(background: &Background) -> impl Iterator<Item = String> {
    background.present().map(|(which, asked)| told(which, asked))
}

/// Pregnancy and breastfeeding where either is there.
pub(crate) fn expecting(background: &Background) -> Option<String> {
    listed(background, |which, is| {
        is == Reply::Yes && matches!(which, Comorbidity::Pregnancy | Comorbidity::Breastfeeding)
    })
}

/// How bladder or prostate were at baseline; it answers no question of the red flags.
pub(crate) fn bladder_baseline(background: &Background) -> Option<String> {
    let asked = background.comorbidities.get(&Comorbidity::BladderDisease)?;
    let words = match asked.is {
        Reply::Yes => told(Comorbidity::BladderDisease, asked),
        _ => return None,
    };
    Some(say_with!("flag-bladder-baseline", [("words", words.into())]))
}

/// The answers of the register to questions of the red flags, a screening for each day on which something was asked. What was
/// answered with no, or is not known, counts from its own day alone; what is there counts from when it was asked, else from
/// when it began, else from when it was recorded.
pub(crate) fn red_flags(record: &Record, today: NaiveDate) -> Vec<Flag> {
    let background = &record.background;
    let recorded = || {
        let at = background.head.as_ref().and_then(|head| head.recorded);
        at.map_or(today, |at| at.date_naive())
    };
    let mut flags: Vec<Flag> = Vec::new();
    for (which, asked) in &background.comorbidities {
        let Some(question) = which.red_flag_question() else {
            continue;
        };
        let began = match asked.since.point {
            Point::Date(date) => Some(date),
            _ => None,
        };
        let (on, reply) = match asked.is {
            Reply::NotAsked => continue,
            Reply::Yes => (
                asked.asked_on.or(began).unwrap_or_else(|| recorded().into()),
                FlagReply::yes(Course::NotSaid, asked.since),
            ),
            other => match asked.asked_on {
                Some(on) => (on, other.into()),
                None => continue,
            },
        };
        let question = question.to_owned();
        match flags.iter_mut().find(|flag| flag.asked_on == on) {
            Some(flag) => {
                flag.answers.insert(question, reply);
            }
            None => flags.push(Flag {
                answers: [(question, reply)].into(),
                ..Flag::on(on)
            }),
        }
    }
    flags
}
