//! The operations of a letter: what was done where and why, what was left in the body, and what came of it.
//!
//! That another level or side was operated on is told as a finding alone: what anyone thought of it in words stays in the
//! record, and the letter says that it does.

use super::{
    About,
    fullness::{Fullness, Passage, differ},
    labelled, listed, side, side_that_is,
    source::Sources,
    table,
};
use crate::{
    details, gates,
    record::Record,
    spine::{SpineReading, hints_for_letters},
    words::{self, Word, joined, message, neuromodulation::small, say, say_with, surgery as said},
};
use lamina_domain::{Answer, Missing, Surgery, ToldBy, When, operations, surgery::SourceSeen};
use lamina_letters::{Block, Column};

/// So many hints on how levels fit each other a usual letter tells, and a short one.
const HINTS: usize = 4;
const HINTS_SHORT: usize = 1;

/// All of them, whatever the length; what is told of each is less in a shorter letter, and in a tight one each is a line.
pub(super) fn operations(about: &About<'_>, fullness: Fullness) -> Passage {
    let record = about.record;
    let columns = vec![
        Column::right(say!("letter-no"), 0.5),
        Column::left(say!("letter-when"), 1.6),
        Column::left(say!("letter-operation-levels-side"), 3.0),
        Column::left(say!("letter-why"), 1.8),
        Column::left(say!("letter-back-after"), 1.5),
        Column::left(say!("letter-limb-after"), 1.5),
    ];
    let sources = Sources::of(record.surgeries.iter().map(|one| one.told_by));
    let rows = |fullness| -> Vec<Vec<String>> {
        (1..)
            .zip(&record.surgeries)
            .map(|(number, surgery): (u32, _)| row(number, surgery, record, &sources, fullness))
            .collect()
    };
    let (told, whole) = (rows(fullness), rows(Fullness::Whole));
    let cut = differ(&told, &whole);
    let blocks = match fullness {
        Fullness::Tight | Fullness::Gone => {
            let lines = told.iter().zip(&record.surgeries);
            listed(lines.map(|(row, surgery)| in_a_line(row, &surgery.when, &columns)))
        }
        _ => table(columns, told),
    };
    let mut blocks = sources.under(blocks);
    let count = operations::operations(record).len();
    if count != record.surgeries.len() {
        blocks.push(Block::Paragraph(say_with!(
            "surgery-count",
            [("count", count.into())]
        )));
    }
    let hints = hints_for_letters(&SpineReading::of(record, about.today));
    let of_all = hints.len();
    let most = match fullness {
        Fullness::Whole => of_all,
        Fullness::Usual => HINTS,
        Fullness::Short => HINTS_SHORT,
        Fullness::Tight | Fullness::Gone => 0,
    };
    let hints: Vec<String> = hints.into_iter().take(most).collect();
    let count = hints.len();
    if count > 0 {
        blocks.push(Block::Paragraph(say!("letter-spine-hints")));
        blocks.push(Block::List(hints));
    }
    Passage::from(blocks)
        .shortened(message!("letter-left-operations"), cut)
        .without(message!("letter-left-hints"), count, of_all)
}

/// What was operated on and when, a line each.
pub(super) fn procedures(record: &Record) -> Vec<Block> {
    let lines = (1..).zip(&record.surgeries);
    listed(lines.map(|(number, surgery): (u32, _)| {
        let what = [Some(said::what(surgery, ", ")), side_that_is(&surgery.side)];
        numbered(number.to_string(), &surgery.when, joined(what, ", "))
    }))
}

fn numbered(number: String, when: &When, text: Option<String>) -> String {
    let when = details::when(when, message!("story-date-not-recorded"));
    say_with!(
        "letter-numbered",
        [
            ("number", number.into()),
            ("when", when.into()),
            ("text", text.unwrap_or_default().into()),
        ],
    )
}

fn row(
    number: u32,
    surgery: &Surgery,
    record: &Record,
    sources: &Sources,
    fullness: Fullness,
) -> Vec<String> {
    let side = match fullness {
        Fullness::Whole | Fullness::Usual => side(&surgery.side),
        _ => side_that_is(&surgery.side),
    };
    let what = joined([Some(said::what(surgery, ", ")), side], ", ");
    let about = joined(about(surgery, record, fullness), "; ");
    let source = [sources.mark(surgery.told_by), recalled(surgery)];
    vec![
        number.to_string(),
        surgery.when.to_string(),
        joined([what, about].into_iter().chain(source), "\n").unwrap_or_default(),
        match fullness {
            Fullness::Whole | Fullness::Usual => why(surgery),
            _ => said::why(surgery).unwrap_or_default(),
        },
        words::result(&surgery.result_back).unwrap_or_default(),
        words::result(&surgery.result_limb).unwrap_or_default(),
    ]
}

/// "1. 2019: Fusion L4-S1; why: listhesis; back after: worse".
fn in_a_line(row: &[String], when: &When, columns: &[Column]) -> String {
    let mut cells = row.iter().zip(columns).map(|(cell, column)| {
        let cell = cell.replace('\n', "; ");
        (cell, small(&column.heading))
    });
    let (number, _) = (cells.next(), cells.next());
    let what = cells.next().map(|(cell, _)| cell);
    let rest = cells
        .filter(|(cell, _)| !cell.is_empty())
        .map(|(cell, heading)| labelled(&heading, Some(cell)));
    let number = number.map(|(cell, _)| cell).unwrap_or_default();
    numbered(number, when, joined([what].into_iter().chain(rest), "; "))
}

/// What there is about it that has no column of its own: everything; or what matters to whoever operates next; or what was
/// left in the body, what went wrong, how long it helped and how the vertebrae were counted.
fn about(surgery: &Surgery, record: &Record, fullness: Fullness) -> Vec<Option<String>> {
    let neutral = surgery.is_told_neutrally();
    let note = surgery.note.as_ref().map(ToString::to_string);
    let words_stay = neutral.then(|| say!("surgery-words-stay"));
    let numbering = said::numbering(&surgery.numbering);
    let implants = match fullness {
        Fullness::Whole | Fullness::Usual => gates::implants::left(&surgery.implants),
        _ => gates::implants::left_in_short(&surgery.implants),
    };
    let implants = labelled(&say!("letter-implants"), implants);
    let complications = labelled(&say!("letter-complications"), said::complications(surgery, true));
    // That there was none of it is told where there is room.
    let tight = fullness > Fullness::Short;
    let none_left = surgery.implants == Answer::Missing(Missing::Absent);
    let none_happened = matches!(surgery.complications, Answer::Missing(Missing::Absent));
    let implants = implants.filter(|_| !(tight && none_left));
    let complications = complications.filter(|_| !(tight && none_happened));
    let pain_free = surgery.pain_free.as_ref().map(words::pain_free);
    let earlier = said::earlier(surgery, Some(record));
    let approach = surgery.approach.map(|approach| {
        say_with!(
            "letter-approach",
            [("approach", (approach.word()).to_string().into())],
        )
    });
    match fullness {
        Fullness::Whole => {}
        Fullness::Usual => {
            return vec![
                earlier,
                approach,
                said::manner(surgery),
                implants,
                complications,
                pain_free,
                numbering,
                words_stay,
            ];
        }
        _ => return vec![earlier, implants, complications, pain_free, numbering, words_stay],
    }
    vec![
        earlier,
        labelled(&say!("letter-region"), surgery.region.map(|region| region.word())),
        approach,
        said::manner(surgery),
        labelled(&say!("letter-monitoring"), words::answer(&surgery.monitoring)),
        labelled(&say!("letter-disc-extent"), words::answer(&surgery.disc_extent)),
        labelled(&say!("letter-graft"), said::grafts(surgery)),
        implants,
        complications,
        labelled(&say!("letter-stay"), surgery.stay.map(|stay| stay.to_string())),
        pain_free,
        labelled(&say!("letter-work"), said::work(surgery)),
        numbering,
        labelled(
            &say!("letter-surgeon"),
            surgery.surgeon.as_ref().map(ToString::to_string),
        ),
        surgery.facility.as_ref().map(ToString::to_string),
        match neutral {
            true => words_stay,
            false => note,
        },
    ]
}

/// Why it was done, what it was meant to reach and what the patient expected.
fn why(surgery: &Surgery) -> String {
    let parts = [
        said::why(surgery),
        labelled(&say!("letter-purpose"), said::purposes(surgery)),
        labelled(
            &say!("letter-expected"),
            surgery.expected.as_ref().map(ToString::to_string),
        ),
    ];
    joined(parts, "\n").unwrap_or_default()
}

/// That nothing was seen of it but what the patient remembers, where the mark of who said it does not tell so.
fn recalled(surgery: &Surgery) -> Option<String> {
    let recall = surgery.source == Answer::Value(SourceSeen::Recall);
    (recall && surgery.told_by != ToldBy::Patient).then(|| say!("letter-source-recall"))
}
