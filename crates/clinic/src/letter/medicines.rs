//! The medicines of a letter as they are taken on its day, with the opioid load.

use super::OpioidTable;
use crate::{
    gates,
    medicines::medicines,
    record::Record,
    rules::factors,
    treatments::beside::beside_nsaids,
    words::{message, say, say_with},
};
use chrono::NaiveDate;
use lamina_domain::{Standing, opioid::load::Reason};
use lamina_letters::Block;

/// What is taken on the day of the letter, what may still be taken, and whether nothing is; with what is or may be an opioid
/// among it, or a pump that may give one, the load with its arithmetic, each that was not counted and why, what the screen
/// says beside it (thresholds, naloxone, review), its table with version and source, and what limits it.
pub(super) fn current_medicines(record: &Record, choice: OpioidTable, today: NaiveDate) -> Vec<Block> {
    let Ok(table) = factors(choice.name()) else {
        return Vec::new();
    };
    let medicines = medicines(record, today, table);
    let mut list = medicines.running();
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
        let names = medicines.of(standing).join("; ");
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
    let mut blocks = Vec::new();
    if !list.is_empty() {
        blocks.push(Block::List(list));
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
        let counted = told.counted.into_iter().map(|(_, text)| text);
        said.extend(counted.map(|text| say_with!("letter-opioid-counted", [("text", text.into())])));
        let left_out = told.may_add.into_iter().chain(told.pumps);
        said.extend(left_out.map(|text| say_with!("letter-opioid-not-counted", [("text", text.into())])));
        said.extend(medicines.information());
        if estimated {
            // They limit an amount; without one there is nothing that they could limit.
            said.extend(medicines.load.caveats.iter().cloned());
        }
        said.push(format!("{}.", told.table.trim_end_matches('.')));
        blocks.push(Block::List(said));
    }
    blocks
}
