//! The spine in a real PDF: its height, its rectangle, its words.

use std::process::Command;

use printpdf::{FontId, Mm, ParsedFont, PdfDocument, PdfPage, PdfSaveOptions};

use super::*;
use crate::fonts;
use crate::spine::tests::cases;

const WIDTH: f32 = 480.0;

fn document(spine: &SpineDrawing) -> (Vec<u8>, Vec<Op>, PrintRect) {
    let mut document = PdfDocument::new("Spine");
    let mut font = |bytes| {
        let parsed = ParsedFont::from_bytes(bytes, 0, &mut Vec::new()).unwrap();
        document.add_font(&parsed)
    };
    let fonts = PrintFonts {
        regular: font(fonts::REGULAR),
        semibold: font(fonts::SEMIBOLD),
    };
    let rect = PrintRect {
        x_pt: 56.0,
        y_pt: 300.0,
        w_pt: WIDTH,
        h_pt: spine_print_height(spine, WIDTH).unwrap(),
    };
    let ops = render_spine_print(spine, rect, fonts).unwrap();
    document.with_pages(vec![PdfPage::new(Mm(210.0), Mm(297.0), ops.clone())]);
    (
        document.save(&PdfSaveOptions::default(), &mut Vec::new()),
        ops,
        rect,
    )
}

#[test]
fn on_paper_one_region_is_six_centimetres_high_and_all_of_it_is_in_its_rectangle() {
    for (name, spine) in cases() {
        let (_, ops, rect) = document(&spine);
        let centimetres = rect.h_pt / 72.0 * 2.54;
        if name == "discectomy" || name == "removed" {
            assert!((5.4..=6.6).contains(&centimetres), "{name}: {centimetres}");
        }
        assert!(centimetres < 12.0, "{name}: {centimetres}");
        for op in &ops {
            let points: Vec<printpdf::Point> = match op {
                Op::DrawLine { line } => line.points.iter().map(|p| p.p).collect(),
                Op::DrawPolygon { polygon } => polygon
                    .rings
                    .iter()
                    .flat_map(|r| &r.points)
                    .map(|p| p.p)
                    .collect(),
                _ => Vec::new(),
            };
            for point in points {
                assert!(
                    point.x.0 >= rect.x_pt - 0.1 && point.x.0 <= rect.x_pt + rect.w_pt + 0.1,
                    "{name} {point:?}"
                );
                assert!(
                    point.y.0 >= rect.y_pt - 0.1 && point.y.0 <= rect.y_pt + rect.h_pt + 0.1,
                    "{name} {point:?}"
                );
            }
        }
    }
}

#[test]
fn words_on_paper_can_be_searched() {
    let folder = tempfile::tempdir().unwrap();
    let (_, spine) = cases().into_iter().find(|(name, _)| *name == "removed").unwrap();
    let path = folder.path().join("spine.pdf");
    std::fs::write(&path, document(&spine).0).unwrap();
    let out = Command::new("pdftotext").arg(&path).arg("-").output().unwrap();
    let text = String::from_utf8_lossy(&out.stdout);
    for word in ["L4", "Patient\u{2019}s left", "Dashed: taken out", "1, 2"] {
        assert!(text.contains(word), "{word} in {text}");
    }
}

#[test]
fn a_rectangle_that_is_too_low_is_refused() {
    let (_, spine) = cases().pop().unwrap();
    let rect = PrintRect {
        x_pt: 0.0,
        y_pt: 0.0,
        w_pt: WIDTH,
        h_pt: 40.0,
    };
    let fonts = PrintFonts {
        regular: FontId("regular".into()),
        semibold: FontId("semibold".into()),
    };
    assert!(matches!(
        render_spine_print(&spine, rect, fonts),
        Err(ChartError::TooSmall { .. })
    ));
}
