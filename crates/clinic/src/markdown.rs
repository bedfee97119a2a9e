//! The catalogue of rules and instruments as a document.

use crate::{
    own_rules::Group,
    rules::{Rule, grouped, sure},
    words::{Message, Word, message, say, say_with},
};
use lamina_domain::instrument::{Band, Importance, Instrument, Licence, instruments};

/// Every rule and instrument as Markdown.
pub fn markdown() -> String {
    let mut out = format!("# {}\n\n{}\n", say!("rules-page-title"), say!("rules-page-lead"));
    for (title, rules) in grouped() {
        section(&mut out, &title, &rules);
    }
    limits(&mut out);
    out.push_str(&format!("\n## {}\n", say!("rules-page-instruments")));
    for instrument in instruments() {
        describe(&mut out, instrument);
    }
    out
}

fn limits(out: &mut String) {
    let (title, note) = (say!("rules-page-limits"), say!("rules-page-limits-note"));
    out.push_str(&format!("\n## {title}\n\n{note}\n"));
    for group in Group::ALL {
        out.push_str(&format!("\n### {}\n\n{}\n\n", group.title(), group.note()));
        head(
            out,
            [
                message!("rules-page-limit"),
                message!("rules-page-limit-what"),
                message!("rules-page-limit-built-in"),
                message!("rules-page-limit-range"),
                message!("rules-page-source"),
            ],
        );
        for limit in group.limits() {
            row(
                out,
                [
                    format!("`{}`", limit.id()),
                    cell(&limit.title()),
                    cell(&limit.built_in()),
                    cell(&limit.hint()),
                    cell(&limit.source()),
                ],
            );
        }
    }
}

fn section(out: &mut String, title: &str, rules: &[Rule]) {
    out.push_str(&format!("\n## {title}\n\n"));
    head(
        out,
        [
            message!("rules-page-rule"),
            message!("rules-page-version"),
            message!("rules-page-what"),
            message!("rules-page-source"),
            message!("rules-page-sure"),
        ],
    );
    for rule in rules {
        row(
            out,
            [
                format!("`{}`", rule.id),
                rule.version.to_string(),
                cell(&rule.title),
                cell(&rule.source),
                sure(rule.sure),
            ],
        );
    }
}

fn head<const CELLS: usize>(out: &mut String, names: [Message; CELLS]) {
    row(out, names.map(|name| say!(name)));
    out.push_str(&format!("|{}\n", "---|".repeat(CELLS)));
}

fn row<const CELLS: usize>(out: &mut String, cells: [String; CELLS]) {
    out.push_str(&format!("| {} |\n", cells.join(" | ")));
}

/// What stands under the heading of an instrument, a line each.
fn describe(out: &mut String, one: &Instrument) {
    let licence = match one.licence {
        Licence::FreeWording => say!("rules-page-licence-free-wording"),
        Licence::TotalOnly => say!("rules-page-licence-total-only"),
    };
    let mut rows = vec![
        say_with!("rules-page-owner", [("owner", one.owner.as_str().into())]),
        say_with!(
            "rules-page-licence",
            [
                ("licence", licence.into()),
                ("note", one.licence_note.as_str().into())
            ],
        ),
        say_with!("rules-page-credit", [("credit", one.credit.as_str().into())]),
        say_with!(
            "rules-page-range",
            [
                ("range", range(one).into()),
                ("unit", one.unit.as_str().into()),
                ("better", one.better.word().into()),
            ],
        ),
        say_with!("rules-page-period", [("period", one.recall.as_str().into())]),
    ];
    if !one.editions.is_empty() {
        let editions = one.editions.join(", ");
        rows.push(say_with!("rules-page-editions", [("editions", editions.into())]));
    }
    if !one.bands.is_empty() {
        rows.push(say_with!(
            "rules-page-bands",
            [("bands", bands(&one.bands).into())]
        ));
    }
    for part in one.subscales.iter().filter(|part| !part.bands.is_empty()) {
        rows.push(say_with!(
            "rules-page-bands-of",
            [
                ("part", part.name.as_str().into()),
                ("bands", bands(&part.bands).into()),
            ],
        ));
    }
    if let Some(source) = &one.bands_source {
        rows.push(say_with!(
            "rules-page-bands-source",
            [("source", source.as_str().into())]
        ));
    }
    rows.extend(one.important.iter().map(matters));
    let codes = codes(one);
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

fn range(one: &Instrument) -> String {
    let min = one.min.to_string();
    match (one.max, one.most) {
        (Some(max), _) => say_with!(
            "rules-page-range-to",
            [("min", min.into()), ("max", max.to_string().into())],
        ),
        (None, Some(most)) => say_with!(
            "rules-page-range-accepted",
            [("min", min.into()), ("most", most.to_string().into())],
        ),
        (None, None) => say_with!("rules-page-range-from", [("min", min.into())]),
    }
}

/// The codes of an instrument in LOINC, each with what it stands for.
fn codes(one: &Instrument) -> Vec<String> {
    let codes = &one.codes;
    let panel = |code: &String| say_with!("rules-page-loinc-panel", [("code", code.as_str().into())]);
    let score = |code: &String| say_with!("rules-page-loinc-score", [("code", code.as_str().into())]);
    let generic = codes.generic.iter().map(|generic| {
        let [panel, parts @ ..] = generic.loinc();
        say_with!(
            "rules-page-loinc-generic",
            [("panel", panel.into()), ("parts", parts.join(", ").into())],
        )
    });
    let more = codes.loinc_more.iter();
    codes
        .loinc_panel
        .iter()
        .map(panel)
        .chain(codes.loinc_score.iter().map(score))
        .chain(more.map(|more| format!("{} {}", more.of, more.code)))
        .chain(generic)
        .collect()
}

fn bands(bands: &[Band]) -> String {
    let named: Vec<String> = bands
        .iter()
        .map(|band| {
            let label = band.label.as_str();
            match (band.upto, band.below) {
                (Some(end), _) => say_with!(
                    "rules-page-band-up-to",
                    [("label", label.into()), ("end", end.to_string().into())],
                ),
                (None, Some(end)) => say_with!(
                    "rules-page-band-below",
                    [("label", label.into()), ("end", end.to_string().into())],
                ),
                (None, None) => say_with!("rules-page-band-above", [("label", label.into())]),
            }
        })
        .collect();
    named.join("; ")
}

fn matters(one: &Importance) -> String {
    let points = one.points.map(|points| {
        say_with!(
            "rules-page-change-points",
            [("points", points.to_string().into())]
        )
    });
    let percent = one.percent.map(|percent| {
        say_with!(
            "rules-page-change-percent",
            [("percent", percent.to_string().into())]
        )
    });
    let both = |one: String, other: String| {
        say_with!(
            "rules-page-change-or",
            [("one", one.into()), ("other", other.into())]
        )
    };
    let figures = points.into_iter().chain(percent).reduce(both).unwrap_or_default();
    let figures = match one.baseline_above {
        Some(above) => say_with!(
            "rules-page-change-above",
            [("figures", figures.into()), ("above", above.to_string().into())],
        ),
        None => figures,
    };
    let used = match one.used {
        true => message!("rules-page-change-used"),
        false => message!("rules-page-change-not-used"),
    };
    let source = format!("{}; {}; {}", one.cited, one.population, sure(one.sure));
    say_with!(used, [("figures", figures.into()), ("source", source.into())])
}

/// A bar would end the cell.
fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}
