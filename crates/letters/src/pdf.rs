//! Marks become PDF operations, and the operations a file with metadata, language and tags.
//!
//! What must hold: the bytes depend on the letter alone. Dates come from the letter, and the file's
//! identifier is a digest of its content in place of a random one.

use std::collections::BTreeMap;

use lamina_charts::PrintRect;
use lopdf::{Dictionary, Document, Object, StringFormat};
use printpdf::{
    Color, DictItem, Mm, Op, PaintMode, PdfDocument, PdfFont, PdfFontHandle, PdfPage, PdfSaveOptions, Point,
    Pt, Rect, Rgb, TextItem,
};
use sha2::{Digest, Sha256};

use crate::chart;
use crate::draw::{Mark, Tone, round};
use crate::error::LetterError;
use crate::fonts::{Face, Font, Fonts, id_of};
use crate::glyphs::Glyphs;
use crate::model::Letter;
use crate::structure::{ElementId, Structure};
use crate::style::Frame;
use crate::tags::{self, text_string};

/// Paints the pages and writes the file.
pub(crate) fn write(
    letter: &Letter,
    fonts: &Fonts,
    frame: Frame,
    structure: &Structure,
    pages: &[Vec<Mark>],
) -> Result<Vec<u8>, LetterError> {
    let mut document = PdfDocument::new("");
    let mut contents = Vec::with_capacity(pages.len());
    let mut glyphs = Glyphs::default();
    for marks in pages {
        let mut painter = Painter {
            structure,
            height: frame.paper_h,
            ops: Vec::new(),
            open: None,
            owners: Vec::new(),
            fonts,
            glyphs: &mut glyphs,
        };
        for mark in marks {
            painter.mark(mark)?;
        }
        painter.close();
        let (width, height) = (Mm::from(Pt(frame.paper_w)), Mm::from(Pt(frame.paper_h)));
        document.pages.push(PdfPage::new(width, height, painter.ops));
        contents.push(painter.owners);
    }
    let of_scripts = glyphs.fonts.iter().filter(|font| matches!(font, Font::Script(_)));
    for font in Face::ALL.map(Font::of).iter().chain(of_scripts) {
        let parsed = fonts.parse(*font).ok_or(LetterError::Font)?;
        document
            .resources
            .fonts
            .map
            .insert(font.id(), PdfFont::new(parsed));
    }
    let mut file = document.to_lopdf_document(&PdfSaveOptions::default(), &mut Vec::new());
    finish(letter, structure, &contents, &mut file).map_err(|e| LetterError::Pdf(e.to_string()))?;
    file.compress();
    let mut bytes = Vec::new();
    file.save_to(&mut bytes)
        .map_err(|e| LetterError::Pdf(e.to_string()))?;
    Ok(bytes)
}

struct Painter<'s> {
    structure: &'s Structure,
    height: f32,
    ops: Vec<Op>,
    /// The element whose marked content is open.
    open: Option<ElementId>,
    /// The element of each marked content of this page, by its number.
    owners: Vec<ElementId>,
    fonts: &'s Fonts,
    glyphs: &'s mut Glyphs,
}

impl Painter<'_> {
    fn mark(&mut self, mark: &Mark) -> Result<(), LetterError> {
        match mark {
            Mark::Text {
                x,
                y,
                size,
                face,
                tone,
                line,
                element,
            } => {
                self.enter(*element);
                let (x, y) = (round(*x), round(self.height - y));
                self.ops
                    .extend([Op::StartTextSection, Op::SetFillColor { col: colour(*tone) }]);
                if let Some(clusters) = &line.clusters {
                    let matrix = [1.0, 0.0, 0.0, 1.0, x, y];
                    self.glyphs.show(clusters, *size, matrix, &mut self.ops);
                } else {
                    self.ops.extend([
                        Op::SetFont {
                            font: PdfFontHandle::External(id_of(*face)),
                            size: Pt(*size),
                        },
                        Op::SetTextCursor {
                            pos: Point { x: Pt(x), y: Pt(y) },
                        },
                        Op::ShowText {
                            items: vec![TextItem::Text(line.text.clone())],
                        },
                    ]);
                }
                self.ops.push(Op::EndTextSection);
                self.leave(*element);
            }
            Mark::Fill { x, y, w, h, tone } => {
                self.enter(None);
                let rectangle = Rect {
                    x: Pt(round(*x)),
                    y: Pt(round(self.height - y - h)),
                    width: Pt(round(*w)),
                    height: Pt(*h),
                    mode: Some(PaintMode::Fill),
                    winding_order: None,
                };
                self.ops.extend([
                    Op::SetFillColor { col: colour(*tone) },
                    Op::DrawRectangle { rectangle },
                ]);
                self.leave(None);
            }
            Mark::Figure {
                x,
                y,
                w,
                h,
                chart,
                element,
            } => {
                self.enter(*element);
                let rect = PrintRect {
                    x_pt: *x,
                    y_pt: self.height - y - h,
                    w_pt: *w,
                    h_pt: *h,
                };
                self.ops.push(Op::SaveGraphicsState);
                let drawn = chart::draw(chart, rect)?;
                self.ops.extend(self.glyphs.reshape(drawn, self.fonts));
                self.ops.push(Op::RestoreGraphicsState);
                self.leave(*element);
            }
        }
        Ok(())
    }

    fn enter(&mut self, element: Option<ElementId>) {
        if element.is_some() && self.open == element {
            return;
        }
        self.close();
        let Some((id, role)) = element.and_then(|id| Some((id, self.structure.elements.get(id)?.role)))
        else {
            self.ops.push(Op::BeginMarkedContent {
                tag: "Artifact".into(),
            });
            return;
        };
        let number = i64::try_from(self.owners.len()).unwrap_or(i64::MAX);
        let properties = DictItem::Dict {
            map: BTreeMap::from([("MCID".into(), DictItem::Int(number))]),
        };
        self.ops.push(Op::BeginMarkedContentWithProperties {
            tag: role.into(),
            properties,
        });
        self.owners.push(id);
        self.open = Some(id);
    }

    /// Decoration is closed at once; an element stays open for its next line.
    fn leave(&mut self, element: Option<ElementId>) {
        if element.is_none() || self.open.is_none() {
            self.ops.push(Op::EndMarkedContent);
        }
    }

    fn close(&mut self) {
        if self.open.take().is_some() {
            self.ops.push(Op::EndMarkedContent);
        }
    }
}

fn colour(tone: Tone) -> Color {
    let (r, g, b) = match tone {
        Tone::Ink => (0.10, 0.11, 0.13),
        Tone::Muted => (0.36, 0.38, 0.41),
        Tone::Accent => (0.09, 0.27, 0.40),
        Tone::Rule => (0.74, 0.76, 0.79),
        Tone::Panel => (0.945, 0.95, 0.96),
    };
    Color::Rgb(Rgb {
        r,
        g,
        b,
        icc_profile: None,
    })
}

fn finish(
    letter: &Letter,
    structure: &Structure,
    contents: &[Vec<ElementId>],
    file: &mut Document,
) -> Result<(), lopdf::Error> {
    file.version = "1.7".into();
    tags::write(structure, contents, file)?;
    let mut preferences = Dictionary::new();
    preferences.set("DisplayDocTitle", true);
    let catalog = file.catalog_mut()?;
    catalog.set("Lang", text_string(&letter.language));
    catalog.set("ViewerPreferences", preferences);

    let date = Object::string_literal(format!("D:{}000000Z", letter.dated.format("%Y%m%d")));
    let mut info = Dictionary::new();
    info.set("Title", text_string(&title(letter)));
    info.set("Author", text_string(&letter.sender.name));
    info.set("Creator", text_string("Lamina"));
    info.set("Producer", text_string("Lamina"));
    info.set("CreationDate", date.clone());
    info.set("ModDate", date);
    let id = file.trailer.get(b"Info").and_then(Object::as_reference)?;
    let digest = digest(&info, file);
    file.objects.insert(id, Object::Dictionary(info));
    let id = Object::String(digest, StringFormat::Hexadecimal);
    file.trailer.set("ID", vec![id.clone(), id]);
    Ok(())
}

fn title(letter: &Letter) -> String {
    let parts = [
        letter.title.trim(),
        letter.patient.name.trim(),
        letter.date.trim(),
    ];
    parts
        .into_iter()
        .filter(|p| !p.is_empty())
        .collect::<Vec<_>>()
        .join(", ")
}

/// Sixteen bytes that stand for everything shown and said in the file.
fn digest(info: &Dictionary, file: &Document) -> Vec<u8> {
    let mut hash = Sha256::new();
    for (key, value) in info {
        hash.update(key);
        if let Ok(bytes) = value.as_str() {
            hash.update(bytes);
        }
    }
    for object in file.objects.values() {
        if let Object::Stream(stream) = object {
            hash.update(&stream.content);
        }
    }
    hash.finalize().iter().copied().take(16).collect()
}
