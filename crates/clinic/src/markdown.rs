//! The catalogue of rules and instruments as a document.

use crate::{
    own_rules::Group,
    rules::{Rule, grouped, sure},
};
use lamina_domain::instrument::{Band, Better, Importance, Instrument, Licence, instruments};

/// Every rule and instrument as Markdown.
pub fn markdown() -> String {
    let mut out = String::from(
        "# Rules and instruments\n\n\
         `lamina rules --markdown` writes this page from the program itself. Each rule has an id, a version that is \
         raised whenever its result can differ, its source, and how sure it is: checked against its source, to be \
         confirmed by a clinician before clinical use, or not checked. Nothing here diagnoses or advises a dose.\n",
    );
    for (title, rules) in grouped() {
        section(&mut out, &title, &rules);
    }
    limits(&mut out);
    out.push_str("\n## Instruments\n");
    for instrument in instruments() {
        describe(&mut out, instrument);
    }
    out
}

fn limits(out: &mut String) {
    out.push_str(
        "\n## Limits that a clinic may set\n\n\
         Each is set under Settings, Rules, with who sets it and why. It then holds in place of the built-in value in every \
         view and letter of that clinic and is named there as the clinic's own. Stored scores stay as they were made.\n",
    );
    for group in Group::ALL {
        out.push_str(&format!(
            "\n### {}\n\n{}\n\n| Limit | What it is | Built in | Can be set to | Source |\n|---|---|---|---|---|\n",
            group.title(),
            group.note()
        ));
        for limit in group.limits() {
            out.push_str(&format!(
                "| `{}` | {} | {} | {} | {} |\n",
                limit.id(),
                cell(&limit.title()),
                cell(&limit.built_in()),
                cell(&limit.hint()),
                cell(&limit.source())
            ));
        }
    }
}

fn section(out: &mut String, title: &str, rules: &[Rule]) {
    out.push_str(&format!(
        "\n## {title}\n\n| Rule | Version | What it does | Source | How sure |\n|---|---|---|---|---|\n"
    ));
    for rule in rules {
        out.push_str(&format!(
            "| `{}` | {} | {} | {} | {} |\n",
            rule.id,
            rule.version,
            cell(&rule.title),
            cell(&rule.source),
            sure(rule.sure)
        ));
    }
}

fn describe(out: &mut String, one: &Instrument) {
    let end = one.max.map_or_else(
        || match one.most {
            Some(most) => format!("from {}, up to {most} accepted", one.min),
            None => format!("from {}", one.min),
        },
        |max| format!("{} to {max}", one.min),
    );
    let better = match one.better {
        Better::Lower => "lower is better",
        Better::Higher => "higher is better",
        Better::Neither => "neither side is better",
    };
    let licence = match one.licence {
        Licence::FreeWording => "wording may be shown",
        Licence::TotalOnly => "points and totals only",
    };
    let mut rows = vec![
        format!("Owner: {}", one.owner),
        format!("Licence: {licence}. {}", one.licence_note),
        format!("Credit: {}", one.credit),
        format!("Range: {end}, {}, {better}", one.unit),
        format!("Period: {}", one.recall),
    ];
    if !one.editions.is_empty() {
        rows.push(format!("Kept apart: {}", one.editions.join(", ")));
    }
    if !one.bands.is_empty() {
        rows.push(format!("Bands: {}", bands(&one.bands)));
    }
    for part in one.subscales.iter().filter(|part| !part.bands.is_empty()) {
        rows.push(format!("Bands of {}: {}", part.name, bands(&part.bands)));
    }
    if let Some(source) = &one.bands_source {
        rows.push(format!("Source of the bands: {source}"));
    }
    rows.extend(one.important.iter().map(matters));
    let codes = &one.codes;
    let panel = codes.loinc_panel.iter().map(|code| format!("panel {code}"));
    let score = codes.loinc_score.iter().map(|code| format!("score {code}"));
    let more = codes
        .loinc_more
        .iter()
        .map(|more| format!("{} {}", more.of, more.code));
    let generic = codes.generic.iter().map(|generic| {
        let [panel, parts @ ..] = generic.loinc();
        format!("generic panel {panel} with {}", parts.join(", "))
    });
    let codes: Vec<String> = panel.chain(score).chain(more).chain(generic).collect();
    if !codes.is_empty() {
        rows.push(format!("LOINC: {}", codes.join("; ")));
    }
    rows.extend(one.notes.iter().cloned());
    out.push_str(&format!(
        "\n### {} (`{}`): {}\n\n",
        one.name, one.id, one.full_name
    ));
    for row in rows {
        out.push_str(&format!("- {row}\n"));
    }
}

fn bands(bands: &[Band]) -> String {
    let named: Vec<String> = bands
        .iter()
        .map(|band| match (band.upto, band.below) {
            (Some(end), _) => format!("{} up to {end}", band.label),
            (None, Some(end)) => format!("{} below {end}", band.label),
            (None, None) => format!("{} above that", band.label),
        })
        .collect();
    named.join("; ")
}

fn matters(one: &Importance) -> String {
    let points = one
        .points
        .map(|points| format!("{points} in the unit of the score"));
    let percent = one.percent.map(|percent| format!("{percent} %"));
    let figures: Vec<String> = points.into_iter().chain(percent).collect();
    let above = one
        .baseline_above
        .map_or_else(String::new, |above| format!(" from a baseline above {above}"));
    let used = if one.used { "Used" } else { "Not used" };
    format!(
        "{used} as a change that matters: {}{above} ({}; {}; {})",
        figures.join(" or "),
        one.cited,
        one.population,
        sure(one.sure)
    )
}

/// A bar would end the cell.
fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}
