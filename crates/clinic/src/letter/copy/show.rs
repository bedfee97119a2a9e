//! What to show before a scan, an injection or an operation: what is in the body with how it stands for MRI, allergies, blood
//! thinners. It reads the registers that every banner and letter reads, and calls nothing safe that nobody recorded as safe.

use crate::{
    allergies, gates,
    gates::{implants, register},
    letter::{About, listed},
    words::{Word, joined, plain, say, say_with, sentence},
};
use lamina_domain::{
    Answer, Missing,
    gate::{
        mri::{self, Verdict},
        register::Entry,
    },
    implant::MriStatus,
};
use lamina_letters::Block;

pub(in crate::letter) fn show(about: &About<'_>) -> Vec<Block> {
    let (record, today) = (about.record, about.today);
    let register = register(record, today);
    let notice = mri::notice(&register);
    let mut blocks = vec![Block::Strong(say!("copy-show-mri"))];
    // What is said of several things in the same words is said once.
    let mut groups: Vec<(String, Vec<String>)> = Vec::new();
    for entry in register.present() {
        let (what, mri) = (what(entry), for_mri(entry));
        match groups.iter_mut().find(|(known, _)| *known == mri) {
            Some((_, all)) if all.contains(&what) => {}
            Some((_, all)) => all.push(what),
            None => groups.push((mri, vec![what])),
        }
    }
    let mut lines: Vec<String> = groups
        .into_iter()
        .map(|(mri, all)| {
            let what = all.join("; ");
            say_with!("copy-show-line", [("what", what.into()), ("mri", mri.into())])
        })
        .collect();
    let none = lines.is_empty();
    match (notice.verdict, notice.others) {
        (Verdict::NoneRecorded, _) => lines.push(say!("copy-show-none")),
        (_, Some(_)) => lines.push(say!("copy-show-not-asked")),
        (_, None) if none => lines.push(say!("copy-show-not-asked")),
        _ => {}
    }
    let known = |answer: Answer<Vec<String>>| match answer {
        Answer::Value(texts) => texts.join(", "),
        Answer::Missing(Missing::Absent) => say!("copy-none-known"),
        Answer::Missing(missing) => missing.word(),
    };
    let allergies = known(allergies::in_short(&record.background.allergies));
    let thinners = known(gates::thinners_line(record, today));
    lines.push(say_with!("copy-show-allergies", [("text", allergies.into())]));
    lines.push(say_with!("copy-show-thinners", [("text", thinners.into())]));
    blocks.extend(listed(lines));
    blocks
}

/// "Screws and rods, lower back (L4-S1), 2019".
fn what(entry: &Entry) -> String {
    let place = plain::place(&entry.levels, &Answer::default());
    let since = (!entry.since.is_unknown()).then(|| entry.since.to_string());
    let name = sentence(&implants::name(entry));
    joined([Some(name), place, since], ", ").unwrap_or_default()
}

/// How a thing as a whole stands for MRI: its worst part counts.
fn for_mri(entry: &Entry) -> String {
    let is_unsafe = entry.inside().any(|part| part.mri == MriStatus::Unsafe);
    match mri::of(entry) {
        Verdict::Warning if is_unsafe => say!("copy-mri-unsafe"),
        Verdict::Conditional => say!("copy-mri-conditions"),
        Verdict::Note | Verdict::NoneRecorded => say!("copy-mri-tell"),
        Verdict::Warning | Verdict::NotAssessed => say!("copy-mri-ask"),
    }
}
