//! The imaging of a letter: each study by date and kind, with its findings at their levels and what it was compared with, in
//! short lines.

use super::{
    About,
    fullness::{Fullness, Passage, differ},
    labelled, listed, side, side_that_is,
    source::Sources,
    table,
};
use crate::{
    details,
    flags::measured::newest_first,
    noun::imaging::compared,
    shown::telling,
    telling::Telling,
    words::{self, imaging as told, joined, message, say},
};
use lamina_domain::Imaging;
use lamina_letters::Column;

/// Everything; or the last study of each region by each kind of imaging; or the last of each region.
pub(super) fn imaging(about: &About<'_>, fullness: Fullness) -> Passage {
    let record = about.record;
    let telling = telling(record, about.request.preferred_term);
    let all: Vec<&Imaging> = record.imaging.iter().map(|one| &one.fact).collect();
    let studies = chosen(about, fullness);
    let sources = Sources::of(studies.iter().map(|one| one.told_by));
    let found = |fullness| -> Vec<String> {
        let cell = |study: &&Imaging| found(study, &telling, sources.mark(study.told_by), fullness);
        studies.iter().map(cell).collect()
    };
    let (told, whole) = (found(fullness), found(Fullness::Whole));
    let cut = differ(&told, &whole);
    let blocks = match fullness {
        Fullness::Tight | Fullness::Gone => {
            let lines = studies.iter().zip(&told).filter_map(|(study, found)| {
                let when = details::when(&study.when, message!("story-date-not-recorded"));
                let study = joined([Some(when), Some(told::study(study))], ", ");
                joined([study, Some(found.replace('\n', "; "))], ": ")
            });
            listed(lines)
        }
        _ => {
            let columns = vec![
                Column::left(say!("letter-when"), 1.6),
                Column::left(say!("letter-what"), 1.6),
                Column::left(say!("letter-findings"), 5.0),
            ];
            let rows = studies.iter().zip(told);
            let rows = rows.map(|(study, found)| vec![study.when.to_string(), told::study(study), found]);
            table(columns, rows.collect())
        }
    };
    let rule = match fullness {
        Fullness::Whole | Fullness::Usual => message!("letter-rule-imaging-usual"),
        _ => message!("letter-rule-imaging-short"),
    };
    Passage::from(sources.under(blocks))
        .chosen(rule, message!("letter-left-imaging"), studies.len(), all.len())
        .shortened(message!("letter-left-imaging"), cut)
}

/// The studies that are told, in the order of time.
fn chosen<'a>(about: &About<'a>, fullness: Fullness) -> Vec<&'a Imaging> {
    let record = about.record;
    let all = record.imaging.iter().map(|one| &one.fact);
    if fullness == Fullness::Whole {
        return all.collect();
    }
    let same = |one: &Imaging, other: &Imaging| {
        let regions = one.regions == other.regions;
        // Without a region, the kind of imaging is what tells studies apart.
        let kinds = one.modalities() == other.modalities();
        regions && (kinds || fullness > Fullness::Usual && !one.regions.is_empty())
    };
    let mut last: Vec<&Imaging> = Vec::new();
    for study in newest_first(record, all, |one| &one.when) {
        if !last.iter().any(|known| same(known, study)) {
            last.push(study);
        }
    }
    last.reverse();
    last
}

/// What was found, with what it was compared with and how it was made; a short letter leaves out how it was read and kept.
fn found(study: &Imaging, telling: &Telling<'_>, source: Option<String>, fullness: Fullness) -> String {
    let findings = study.findings.iter().map(|finding| {
        let levels = (!finding.levels.is_empty()).then(|| finding.levels.to_string());
        let side = match fullness {
            Fullness::Whole | Fullness::Usual => side(&finding.side),
            _ => side_that_is(&finding.side),
        };
        let place = joined([levels, side], ", ");
        joined([place, Some(told::finding(finding))], ": ")
    });
    let words = study.conclusion.as_ref().map(ToString::to_string);
    let [contrast, artefact, numbering, review, pictures] = made_and_read(study);
    let usual = fullness < Fullness::Short;
    let whole = fullness == Fullness::Whole;
    let note = study.note.as_ref().map(ToString::to_string);
    let parts = findings.chain([
        labelled(&say!("shown-compared"), compared(study, telling)),
        labelled(&say!("letter-conclusion"), words),
        contrast.filter(|_| usual),
        artefact,
        numbering,
        review.filter(|_| whole),
        pictures.filter(|_| whole),
        note.filter(|_| usual),
        source,
    ]);
    joined(parts, "\n").unwrap_or_default()
}

/// How a study was made and read, each part that was told in a line of its own.
fn made_and_read(study: &Imaging) -> [Option<String>; 5] {
    let pictures = study.pictures_at.as_ref().map(ToString::to_string);
    [
        labelled(&say!("shown-contrast"), words::answer(&study.contrast)),
        labelled(&say!("shown-artefact"), words::answer(&study.artefact)),
        labelled(
            &say!("shown-numbering"),
            words::surgery::numbering(&study.numbering),
        ),
        labelled(&say!("shown-review"), told::review(study)),
        labelled(&say!("shown-pictures"), pictures),
    ]
}
