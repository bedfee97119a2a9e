//! The medicines of a letter as they are taken on its day, with the opioid load.

use super::{
    About,
    fullness::{Fullness, Passage},
};
use crate::{
    gates,
    medicines::medicines,
    rules::factors,
    treatments::beside::beside_nsaids,
    words::{joined, message, say, say_with},
};
use lamina_domain::{Standing, opioid::load::Reason};
use lamina_letters::Block;

/// What is taken on the day of the letter, what may still be taken, and whether nothing is; with what is or may be an opioid
/// among it, or a pump that may give one, the load with its arithmetic, each that was not counted and why, what the screen
/// says beside it (thresholds, naloxone, review), its table with version and source, and what limits it.
///
/// A short letter runs the same into paragraphs and leaves out the arithmetic; a tight one also what the screen says beside it.
/// What was not counted, and what limits the load, is always told.
pub(super) fn current_medicines(about: &About<'_>, fullness: Fullness) -> Passage {
    let (record, today) = (about.record, about.today);
    let short = fullness > Fullness::Usual;
    let Ok(table) = factors(about.request.opioid_table.name()) else {
        return Passage::default();
    };
    let medicines = medicines(record, today, table);
    let mut list = medicines.with_class(Standing::Running);
    if medicines.none_taken {
        list.push(say!(match medicines.contradict() {
            true => message!("letter-medicines-contradict"),
            false => message!("letter-medicines-none"),
        }));
    }
    for (standing, words) in [
        (Standing::Unknown, message!("letter-medicines-not-known")),
        (
            Standing::MayHaveEnded,
            message!("letter-medicines-may-have-ended"),
        ),
    ] {
        let names = medicines.with_class(standing).join("; ");
        if !names.is_empty() {
            list.push(say_with!(words, [("names", names.into())]));
        }
    }
    list.extend(medicines.with_pregnancy());
    let disagree = gates::conflicts(record, today);
    let told: Vec<String> = disagree
        .into_iter()
        .filter(|one| one.among_medicines())
        .map(|one| one.text)
        .collect();
    list.extend(told);
    list.extend(beside_nsaids(record, today));
    let set = |list: Vec<String>, between: &str| match short {
        true => Block::Paragraph(joined(list.into_iter().map(Some), between).unwrap_or_default()),
        false => Block::List(list),
    };
    let mut cut = 0;
    let mut blocks = Vec::new();
    if !list.is_empty() {
        blocks.push(set(list, "; "));
    }
    if medicines.present() {
        let told = medicines.told();
        let mut said = vec![say_with!(
            "letter-opioid-load-for-information",
            [("summary", (medicines.summary()).to_string().into())],
        )];
        let of_doubtful = medicines.load.left_out.iter().any(|one| {
            matches!(
                one.reason,
                Reason::Doubtful {
                    would_add: Some(_),
                    ..
                }
            )
        });
        let estimated = of_doubtful || !told.counted.is_empty();
        cut = if short { told.counted.len() } else { 0 };
        let counted = told.counted.into_iter().map(|(_, text)| text).filter(|_| !short);
        said.extend(counted.map(|text| say_with!("letter-opioid-counted", [("text", text.into())])));
        let left_out = told.may_add.into_iter().chain(told.pumps);
        said.extend(left_out.map(|text| say_with!("letter-opioid-not-counted", [("text", text.into())])));
        let information = medicines.information();
        match fullness < Fullness::Tight {
            true => said.extend(information),
            false => cut += information.len(),
        }
        if estimated {
            // They limit an amount; without one there is nothing that they could limit.
            said.extend(medicines.load.caveats.iter().cloned());
        }
        let used = &medicines.load.table;
        said.push(match short {
            // The summary names the table; its version and where it is in use stand here.
            true => say_with!(
                "letter-opioid-table",
                [
                    ("name", used.name.as_str().into()),
                    ("jurisdiction", used.jurisdiction.as_str().into()),
                    ("version", used.version.into()),
                ],
            ),
            false => format!("{}.", told.table.trim_end_matches('.')),
        });
        if short {
            said.iter_mut()
                .for_each(|one| *one = format!("{}.", one.trim_end_matches('.')));
        }
        blocks.push(set(said, " "));
    }
    Passage::from(blocks).shortened(message!("letter-left-arithmetic"), cut)
}
