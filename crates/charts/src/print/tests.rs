//! The print surface: every test builds a real PDF from the operations and reads it.

use std::process::Command;

use printpdf::{Mm, ParsedFont, PdfDocument, PdfPage, PdfSaveOptions};

use super::*;
use crate::fonts;
use crate::tests::{
    chart, many,
    walking::{ten_weeks, two_days, two_years},
};

const RECT: PrintRect = PrintRect {
    x_pt: 56.0,
    y_pt: 300.0,
    w_pt: 480.0,
    h_pt: 380.0,
};

fn named() -> PrintFonts {
    PrintFonts {
        regular: FontId("regular".into()),
        semibold: FontId("semibold".into()),
    }
}

fn document(chart: &ProgressChart) -> Vec<u8> {
    let mut document = PdfDocument::new("Chart");
    let mut font = |bytes| {
        let parsed = ParsedFont::from_bytes(bytes, 0, &mut Vec::new()).unwrap();
        document.add_font(&parsed)
    };
    let fonts = PrintFonts {
        regular: font(fonts::REGULAR),
        semibold: font(fonts::SEMIBOLD),
    };
    let ops = render_print(chart, RECT, fonts).unwrap();
    document.with_pages(vec![PdfPage::new(Mm(210.0), Mm(297.0), ops)]);
    let mut warnings = Vec::new();
    let bytes = document.save(&PdfSaveOptions::default(), &mut warnings);
    assert!(warnings.is_empty(), "{warnings:?}");
    bytes
}

fn points(op: &Op) -> Vec<printpdf::Point> {
    match op {
        Op::DrawLine { line } => line.points.iter().map(|p| p.p).collect(),
        Op::DrawPolygon { polygon } => polygon
            .rings
            .iter()
            .flat_map(|r| &r.points)
            .map(|p| p.p)
            .collect(),
        _ => Vec::new(),
    }
}

#[test]
fn lines_shapes_and_words_stay_in_the_rectangle() {
    let ops = render_print(&chart(), RECT, named()).unwrap();
    assert!(ops.iter().filter(|op| matches!(op, Op::DrawLine { .. })).count() > 50);
    assert!(
        ops.iter()
            .filter(|op| matches!(op, Op::DrawPolygon { .. }))
            .count()
            > 10
    );
    for point in ops.iter().flat_map(points) {
        assert!(
            point.x.0 >= RECT.x_pt - 0.01 && point.x.0 <= RECT.x_pt + RECT.w_pt + 0.01,
            "{point:?}"
        );
        assert!(
            point.y.0 >= RECT.y_pt - 0.01 && point.y.0 <= RECT.y_pt + RECT.h_pt + 0.01,
            "{point:?}"
        );
    }
    let words: Vec<String> = ops
        .iter()
        .filter_map(|op| match op {
            Op::ShowText { items } => Some(format!("{items:?}")),
            _ => None,
        })
        .collect();
    for word in [
        "Leg pain, left",
        "Operation 2: fusion L4-S1",
        "Copay 2008",
        "lower is better",
        "2019",
    ] {
        assert!(words.iter().any(|text| text.contains(word)), "{word}");
    }
}

#[test]
fn the_graphics_state_is_left_as_found() {
    let ops = render_print(&chart(), RECT, named()).unwrap();
    assert_eq!(ops.first(), Some(&Op::SaveGraphicsState));
    assert_eq!(ops.last(), Some(&Op::RestoreGraphicsState));
    let saved = ops
        .iter()
        .filter(|op| matches!(op, Op::SaveGraphicsState))
        .count();
    let restored = ops
        .iter()
        .filter(|op| matches!(op, Op::RestoreGraphicsState))
        .count();
    assert_eq!((saved, restored), (1, 1));
}

#[test]
fn both_weights_are_used_and_nothing_else() {
    let ops = render_print(&chart(), RECT, named()).unwrap();
    let used = PdfPage::new(Mm(210.0), Mm(297.0), ops).get_external_font_ids();
    assert_eq!(used.len(), 2);
    assert!(used.contains(&named().regular) && used.contains(&named().semibold));
}

#[test]
fn the_same_chart_gives_the_same_operations() {
    let draw = || render_print(&chart(), RECT, named()).unwrap();
    assert_eq!(draw(), draw());
}

#[test]
fn the_page_is_a_pdf_with_searchable_words() {
    let bytes = document(&chart());
    assert!(bytes.starts_with(b"%PDF-"));
    assert!(bytes.len() < 80_000, "{} bytes", bytes.len());
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("chart.pdf");
    std::fs::write(&file, bytes).unwrap();
    // Poppler judges the page where it is installed; elsewhere the bytes above are all there is to check.
    let Ok(read) = Command::new("pdftotext")
        .arg("-layout")
        .arg(&file)
        .arg("-")
        .output()
    else {
        return;
    };
    assert!(read.status.success());
    assert_eq!(String::from_utf8_lossy(&read.stderr), "");
    let text = String::from_utf8_lossy(&read.stdout);
    for word in [
        "Progress since the first operation",
        "Operation 2: fusion L4-S1, 11 April 2019",
        "↓ better",
        "0–10",
    ] {
        assert!(text.contains(word), "{word} is missing in {text}");
    }
}

#[test]
fn many_values_and_no_values_print_too() {
    assert!(render_print(&many(2000), RECT, named()).unwrap().len() > 1000);
    let mut empty = chart();
    empty.panels.clear();
    let ops = render_print(&empty, RECT, named()).unwrap();
    assert!(
        ops.iter()
            .any(|op| format!("{op:?}").contains("No scores recorded yet."))
    );
}

#[test]
fn paper_needs_its_height_as_well() {
    let low = PrintRect { h_pt: 60.0, ..RECT };
    assert!(matches!(
        render_print(&chart(), low, named()),
        Err(ChartError::TooSmall { .. })
    ));
    let unusable = PrintRect {
        w_pt: f32::NAN,
        ..RECT
    };
    assert!(matches!(
        render_print(&chart(), unusable, named()),
        Err(ChartError::TooSmall { .. })
    ));
    let height = print_height(&chart(), RECT.w_pt).unwrap();
    assert!(render_print(&chart(), PrintRect { h_pt: height, ..RECT }, named()).is_ok());
}

#[test]
fn a_walking_diary_prints_inside_its_rectangle_with_searchable_words() {
    for chart in [ten_weeks(), two_days(), two_years()] {
        let height = print_height(&chart, RECT.w_pt).unwrap();
        let rect = PrintRect { h_pt: height, ..RECT };
        let ops = render_print(&chart, rect, named()).unwrap();
        assert_eq!(ops, render_print(&chart, rect, named()).unwrap());
        for point in ops.iter().flat_map(points) {
            let inside = |value: f32, low: f32, size: f32| value >= low - 0.01 && value <= low + size + 0.01;
            assert!(
                inside(point.x.0, rect.x_pt, rect.w_pt) && inside(point.y.0, rect.y_pt, height),
                "{point:?}"
            );
        }
        let words = format!("{ops:?}");
        for word in ["Walking each day", "walked", "planned", "missed"] {
            assert!(words.contains(word), "{word}");
        }
    }
    let page = document(&ten_weeks());
    assert!(page.len() < 80_000, "{} bytes", page.len());
    assert!(format!("{:?}", render_print(&ten_weeks(), RECT, named())).contains("Pause: flare of leg pain"));
}

#[test]
fn bars_plan_and_tags_stay_apart_in_grey_print() {
    // Lightness as a grey printer sees it, of the fill, its edge, the plan, the hatch and the paper.
    let grey =
        |crate::Rgb(r, g, b)| (f64::from(r) * 0.299 + f64::from(g) * 0.587 + f64::from(b) * 0.114) / 255.0;
    let palette = Palette::PRINT;
    let steps = [palette.text, palette.bar(0), palette.hatch(), palette.background].map(grey);
    for pair in steps.windows(2) {
        assert!(pair[1] - pair[0] > 0.12, "{steps:?}");
    }
}

#[test]
fn a_body_map_has_its_words_as_text_on_paper() {
    let map = BodyMap {
        key: vec![(body::Fill::Dots, "Tingling".into())],
        labels: body::BodyLabels {
            left: "Left".into(),
            right: "Right".into(),
            views: std::array::from_fn(|at| format!("View {at}")),
        },
        ..BodyMap::default()
    };
    let ops = render_body_print(&map, RECT, named()).unwrap();
    let text = format!("{ops:?}");
    for word in ["View 0", "View 1", "Left", "Right", "Tingling"] {
        assert!(text.contains(word), "{word}");
    }
    assert!(
        !text.contains("View 2"),
        "a side is drawn only where something is marked in it"
    );
}
