//! Shaped text as operations, from which the characters can be read back.
//!
//! A PDF maps each glyph of a font to one text for the whole file. Where a cluster says more than its glyphs do, or
//! something else, its text is written beside it (`ActualText`, ISO 32000-1, 14.9.4).

use std::collections::{BTreeMap, BTreeSet};

use printpdf::{Codepoint, DictItem, Op, PdfFontHandle, Pt, TextItem, TextMatrix};

use crate::draw::round;
use crate::fonts::{Face, Font, Fonts, id_of};
use crate::line::{Cluster, Glyph, Paragraph, all_plain};

/// What each glyph stands for in the file.
#[derive(Default)]
pub(crate) struct Glyphs {
    /// The fonts that glyphs were taken from.
    pub(crate) fonts: BTreeSet<Font>,
    texts: BTreeMap<(Font, u16), String>,
}

impl Glyphs {
    /// Shows clusters whose line begins at the origin of this text matrix.
    pub(crate) fn show(&mut self, clusters: &[Cluster], size: f32, matrix: [f32; 6], ops: &mut Vec<Op>) {
        let [a, b, c, d, x, y] = matrix;
        let mut current = None;
        for cluster in clusters {
            if current != Some(cluster.font) {
                current = Some(cluster.font);
                self.fonts.insert(cluster.font);
                ops.push(Op::SetFont {
                    font: PdfFontHandle::External(cluster.font.id()),
                    size: Pt(size),
                });
            }
            let said = said(cluster);
            let texts = self.texts_of(cluster, &said);
            let says = texts.concat() == said && cluster.glyphs.iter().all(|glyph| glyph.moves);
            let mut spacing = cluster.glyphs.iter().filter(|glyph| glyph.moves);
            // Marks are drawn over their base and say nothing themselves, so that no reader finds a gap before them.
            let marked = !says && spacing.next().is_some() && spacing.next().is_none();
            if !says && !marked {
                ops.push(span(&said));
            }
            for (glyph, text) in cluster.glyphs.iter().zip(texts) {
                if marked {
                    ops.push(span(if glyph.moves { &said } else { "" }));
                }
                let right = round(x + a * glyph.x + c * glyph.y);
                let up = round(y + b * glyph.x + d * glyph.y);
                ops.push(Op::SetTextMatrix {
                    matrix: TextMatrix::Raw([a, b, c, d, right, up]),
                });
                ops.push(Op::ShowText {
                    items: vec![TextItem::GlyphIds(vec![Codepoint::with_cid(glyph.id, 0.0, text)])],
                });
                if marked {
                    ops.push(Op::EndMarkedContent);
                }
            }
            if !says && !marked {
                ops.push(Op::EndMarkedContent);
            }
        }
    }

    /// The same operations with every text that needs it shaped: what draws a chart knows the family's characters only.
    pub(crate) fn reshape(&mut self, drawn: Vec<Op>, fonts: &Fonts) -> Vec<Op> {
        let mut ops = Vec::with_capacity(drawn.len());
        let mut font = (Face::Regular, 0.0);
        let mut matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];
        for op in drawn {
            match &op {
                Op::SetFont {
                    font: PdfFontHandle::External(id),
                    size,
                } => {
                    let face = Face::ALL.into_iter().find(|face| id_of(*face) == *id);
                    font = (face.unwrap_or(Face::Regular), size.0);
                }
                Op::SetTextMatrix {
                    matrix: TextMatrix::Raw(set),
                } => matrix = *set,
                Op::ShowText { items } => {
                    if let [TextItem::Text(text)] = items.as_slice()
                        && !all_plain(text)
                    {
                        let line = Paragraph::among_others(text).line(fonts, font.0, font.1, 0..text.len());
                        self.show(&line.clusters.unwrap_or_default(), font.1, matrix, &mut ops);
                        continue;
                    }
                }
                _ => {}
            }
            ops.push(op);
        }
        ops
    }

    /// The text of each glyph in the file; a glyph that is new gets its own character, the first new one of a cluster
    /// without such takes what is left.
    fn texts_of(&mut self, cluster: &Cluster, said: &str) -> Vec<String> {
        let named: Vec<char> = cluster.glyphs.iter().filter_map(|glyph| glyph.nominal).collect();
        let mut left: String = said.chars().filter(|c| !named.contains(c)).collect();
        let mut text = |glyph: &Glyph| {
            let own = match glyph.nominal {
                Some(c) => c.to_string(),
                None => std::mem::take(&mut left),
            };
            // Some readers take a glyph without text for a fault.
            let own = if own.is_empty() {
                "\u{200b}".to_owned()
            } else {
                own
            };
            self.texts.entry((cluster.font, glyph.id)).or_insert(own).clone()
        };
        cluster.glyphs.iter().map(&mut text).collect()
    }
}

/// What a cluster says in the file. A ligature of lam and alef is one character there, its compatibility form: readers
/// that turn what runs from right to left around would exchange its letters.
fn said(cluster: &Cluster) -> String {
    let form = match (cluster.glyphs.len(), cluster.text.as_str()) {
        (1, "\u{644}\u{622}") => "\u{fef5}",
        (1, "\u{644}\u{623}") => "\u{fef7}",
        (1, "\u{644}\u{625}") => "\u{fef9}",
        (1, "\u{644}\u{627}") => "\u{fefb}",
        (_, text) => text,
    };
    form.to_owned()
}

/// Begins content that says this, whatever its glyphs say.
fn span(text: &str) -> Op {
    let mut data = vec![0xfe, 0xff];
    data.extend(text.encode_utf16().flat_map(u16::to_be_bytes));
    Op::BeginMarkedContentWithProperties {
        tag: "Span".into(),
        properties: DictItem::Dict {
            map: BTreeMap::from([("ActualText".into(), DictItem::String { data, literal: false })]),
        },
    }
}
