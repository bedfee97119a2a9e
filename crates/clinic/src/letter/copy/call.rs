//! When to call, and whom. The lists are those of the rules on red flags, in the words of whoever has them, and say what to do and
//! not what it may be.
//!
//! Sources, by the rules of `docs/rules.md`: bladder, bowel, saddle and both legs CES; weakness that gets worse fast and new
//! weakness MOTOR and NEURO; chest pain VASC; harm to oneself MIND; fever INFECT; the wound WOUND; sudden severe pain SUDDEN;
//! a fall FRACT, with no activity before it was assessed (item 86 of the checklist); stimulators and pumps DEVICE. That nobody
//! watches what is written: clinical facts, section 8.

use crate::{
    gates::register,
    letter::About,
    words::{joined, message, say, say_with},
};
use lamina_domain::implant::Family;
use lamina_letters::{Ask, Block, Question, Questions};

pub(in crate::letter) fn call(about: &About<'_>) -> Vec<Block> {
    let register = register(about.record, about.today);
    let device = register
        .present()
        .any(|entry| matches!(entry.family, Family::Stimulator | Family::Pump));
    let of_device = match device {
        true => vec![say!("copy-call-device"), say!("copy-call-device-skin")],
        false => Vec::new(),
    };
    let at_once = vec![
        say!("copy-call-bladder"),
        say!("copy-call-saddle"),
        say!("copy-call-legs"),
        say!("copy-call-chest"),
        say!("copy-call-harm"),
    ];
    let same_day = [
        say!("copy-call-weak"),
        say!("copy-call-fever"),
        say!("copy-call-wound"),
        say!("copy-call-sudden"),
        say!("copy-call-fall"),
    ];
    let mut blocks = vec![
        Block::Strong(emergency(about)),
        Block::List(at_once),
        Block::Strong(same_day_lead(about)),
        Block::List(same_day.into_iter().chain(of_device).collect()),
    ];
    blocks.extend(to_write(about));
    blocks.push(Block::Paragraph(say!("copy-call-watched")));
    blocks
}

/// To call at once, with the number where the clinic set one.
fn emergency(about: &About<'_>) -> String {
    match about.request.calls.emergency.as_str() {
        "" => say!("copy-call-now"),
        number => say_with!("copy-call-now-number", [("number", number.to_owned().into())]),
    }
}

/// To call on the same day, with the number where the clinic set one.
fn same_day_lead(about: &About<'_>) -> String {
    match about.request.calls.clinic.as_str() {
        "" => say!("copy-call-day"),
        number => say_with!("copy-call-day-number", [("number", number.to_owned().into())]),
    }
}

/// The numbers, in bold; of what the clinic did not set a line to write on.
pub(in crate::letter) fn numbers(about: &About<'_>) -> Vec<Block> {
    let calls = &about.request.calls;
    let clinic = about.request.letterhead.name.trim();
    let named = match (calls.clinic.as_str(), clinic) {
        ("", _) => None,
        (number, "") => Some(say_with!(
            "copy-call-clinic",
            [("number", number.to_owned().into())]
        )),
        (number, name) => Some(say_with!(
            "copy-call-clinic-named",
            [
                ("name", name.to_owned().into()),
                ("number", number.to_owned().into())
            ]
        )),
    };
    let emergency = (!calls.emergency.is_empty()).then(|| {
        say_with!(
            "copy-call-emergency",
            [("number", calls.emergency.clone().into())]
        )
    });
    let said = joined([emergency, named], " ").map(Block::Strong);
    said.into_iter().chain(to_write(about)).collect()
}

/// Lines to write those numbers on that the clinic did not set.
fn to_write(about: &About<'_>) -> Option<Block> {
    let calls = &about.request.calls;
    let wanted = [
        (&calls.emergency, message!("copy-call-write-emergency")),
        (&calls.clinic, message!("copy-call-write-clinic")),
    ];
    let items: Vec<Question> = wanted
        .into_iter()
        .filter(|(number, _)| number.is_empty())
        .map(|(_, text)| Question {
            number: String::new(),
            text: say!(text),
            ask: Ask::Line(String::new()),
        })
        .collect();
    (!items.is_empty()).then(|| {
        Block::Questions(Questions {
            columns: Vec::new(),
            items,
        })
    })
}
