//! A plotters surface that turns each call into PDF page operations.

use std::convert::Infallible;

use plotters::style::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle,
    FontTransform,
};
use printpdf::{
    Color, Line, LinePoint, Op, PaintMode, PdfFontHandle, Point, Polygon, PolygonRing, Pt, Rgb, TextItem,
    TextMatrix, WindingOrder,
};

use super::{PrintFonts, PrintRect};
use crate::ChartError;
use crate::Face;
use crate::pen::LINE_PER_EM;
use crate::text::{Measure, SUBUNITS, printable};

/// Half the height of a small letter of the typeface, in ems: text centred on a place stands this far below it.
const HALF_X_HEIGHT: f64 = 0.258;
/// Height of the line above the baseline, in ems.
const ASCENT: f64 = 0.76;
/// How far the handles of a quarter circle reach, in radii.
const QUARTER: f64 = 0.552_284_75;

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

/// Collects operations. Colours and widths are only written when they change.
pub(crate) struct PrintSurface<'a> {
    ops: &'a mut Vec<Op>,
    rect: PrintRect,
    fonts: PrintFonts,
    size: (i32, i32),
    fill: Option<(u8, u8, u8)>,
    stroke: Option<(u8, u8, u8)>,
    width: Option<u32>,
    measure: Measure,
    open: bool,
}

impl<'a> PrintSurface<'a> {
    /// A surface of `size` subunits whose lower left corner is that of `rect`.
    pub(super) fn new(
        ops: &'a mut Vec<Op>,
        rect: PrintRect,
        fonts: PrintFonts,
        size: (i32, i32),
    ) -> Result<Self, ChartError> {
        let measure = Measure::paper()?;
        Ok(Self {
            ops,
            rect,
            fonts,
            size,
            fill: None,
            stroke: None,
            width: None,
            measure,
            open: false,
        })
    }

    fn point(&self, x: f64, y: f64) -> Point {
        let left = f64::from(self.rect.x_pt) + x / SUBUNITS;
        let bottom = f64::from(self.rect.y_pt) + (f64::from(self.size.1) - y) / SUBUNITS;
        Point {
            x: Pt(left as f32),
            y: Pt(bottom as f32),
        }
    }

    fn corner(&self, (x, y): BackendCoord) -> LinePoint {
        LinePoint {
            p: self.point(f64::from(x), f64::from(y)),
            bezier: false,
        }
    }

    fn set_fill(&mut self, color: BackendColor) {
        if self.fill != Some(color.rgb) {
            self.fill = Some(color.rgb);
            self.ops.push(Op::SetFillColor { col: ink(color) });
        }
    }

    fn set_stroke(&mut self, color: BackendColor, width: u32) {
        if self.stroke != Some(color.rgb) {
            self.stroke = Some(color.rgb);
            self.ops.push(Op::SetOutlineColor { col: ink(color) });
        }
        if self.width != Some(width) {
            self.width = Some(width);
            self.ops.push(Op::SetOutlineThickness {
                pt: Pt((f64::from(width) / SUBUNITS) as f32),
            });
        }
    }

    fn stroke_path(&mut self, points: Vec<LinePoint>, is_closed: bool, color: BackendColor, width: u32) {
        if points.len() > 1 && color.alpha > 0.0 {
            self.set_stroke(color, width);
            self.ops.push(Op::DrawLine {
                line: Line { points, is_closed },
            });
        }
    }

    fn fill_path(&mut self, points: Vec<LinePoint>, color: BackendColor) {
        if points.len() > 2 && color.alpha > 0.0 {
            self.set_fill(color);
            let polygon = Polygon {
                rings: vec![PolygonRing { points }],
                mode: PaintMode::Fill,
                winding_order: WindingOrder::NonZero,
            };
            self.ops.push(Op::DrawPolygon { polygon });
        }
    }

    /// Four quarter circles, from the right end upwards.
    fn circle(&self, (x, y): BackendCoord, radius: u32) -> Vec<LinePoint> {
        let (x, y, r) = (f64::from(x), f64::from(y), f64::from(radius));
        let h = r * QUARTER;
        let path = [
            (r, 0.0, false),
            (r, -h, true),
            (h, -r, true),
            (0.0, -r, false),
            (-h, -r, true),
            (-r, -h, true),
            (-r, 0.0, false),
            (-r, h, true),
            (-h, r, true),
            (0.0, r, false),
            (h, r, true),
            (r, h, true),
            (r, 0.0, false),
        ];
        path.into_iter()
            .map(|(dx, dy, bezier)| LinePoint {
                p: self.point(x + dx, y + dy),
                bezier,
            })
            .collect()
    }
}

fn ink(color: BackendColor) -> Color {
    let (r, g, b) = color.rgb;
    let part = |channel: u8| f32::from(channel) / 255.0;
    Color::Rgb(Rgb {
        r: part(r),
        g: part(g),
        b: part(b),
        icc_profile: None,
    })
}

impl DrawingBackend for PrintSurface<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        (self.size.0.unsigned_abs(), self.size.1.unsigned_abs())
    }

    fn ensure_prepared(&mut self) -> Drawn {
        if !self.open {
            self.open = true;
            self.ops.push(Op::SaveGraphicsState);
        }
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        if self.open {
            self.open = false;
            (self.fill, self.stroke, self.width) = (None, None, None);
            self.ops.push(Op::RestoreGraphicsState);
        }
        Ok(())
    }

    fn draw_pixel(&mut self, (x, y): BackendCoord, color: BackendColor) -> Drawn {
        let corners = [(x, y), (x + 1, y), (x + 1, y + 1), (x, y + 1)].map(|place| self.corner(place));
        self.fill_path(corners.to_vec(), color);
        Ok(())
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Drawn {
        let points = vec![self.corner(from), self.corner(to)];
        self.stroke_path(points, false, style.color(), style.stroke_width());
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        upper_left: BackendCoord,
        bottom_right: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Drawn {
        let ((left, top), (right, bottom)) = (upper_left, bottom_right);
        let corners =
            [(left, top), (right, top), (right, bottom), (left, bottom)].map(|place| self.corner(place));
        if fill {
            self.fill_path(corners.to_vec(), style.color());
        } else {
            self.stroke_path(corners.to_vec(), true, style.color(), style.stroke_width());
        }
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        let points = path.into_iter().map(|place| self.corner(place)).collect();
        self.stroke_path(points, false, style.color(), style.stroke_width());
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Drawn {
        let points = self.circle(center, radius);
        if fill {
            self.fill_path(points, style.color());
        } else {
            self.stroke_path(points, true, style.color(), style.stroke_width());
        }
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        vert: I,
        style: &S,
    ) -> Drawn {
        let points = vert.into_iter().map(|place| self.corner(place)).collect();
        self.fill_path(points, style.color());
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, pos: BackendCoord) -> Drawn {
        let text = printable(text);
        if text.is_empty() || style.color().alpha == 0.0 {
            return Ok(());
        }
        let (font, face) = match style.style() {
            FontStyle::Bold => (self.fonts.semibold.clone(), Face::Semibold),
            FontStyle::Normal | FontStyle::Oblique | FontStyle::Italic => {
                (self.fonts.regular.clone(), Face::Regular)
            }
        };
        let em = style.size() / LINE_PER_EM;
        let width = self.measure.ems(&text, face) * em;
        let right = match style.anchor().h_pos {
            HPos::Left => 0.0,
            HPos::Center => -width / 2.0,
            HPos::Right => -width,
        };
        let down = em
            * match style.anchor().v_pos {
                VPos::Top => ASCENT,
                VPos::Center => HALF_X_HEIGHT,
                VPos::Bottom => -HALF_X_HEIGHT,
            };
        // Turned text turns about its place, clockwise as on the other surfaces; the page's y axis points up.
        let (cos, sin) = match style.transform() {
            FontTransform::None => (1.0, 0.0),
            FontTransform::Rotate90 => (0.0, 1.0),
            FontTransform::Rotate180 => (-1.0, 0.0),
            FontTransform::Rotate270 => (0.0, -1.0),
        };
        let x = f64::from(pos.0) + right * cos - down * sin;
        let y = f64::from(pos.1) + right * sin + down * cos;
        let origin = self.point(x, y);
        let matrix = [
            cos as f32,
            -sin as f32,
            sin as f32,
            cos as f32,
            origin.x.0,
            origin.y.0,
        ];
        self.set_fill(style.color());
        self.ops.extend([
            Op::StartTextSection,
            Op::SetFont {
                font: PdfFontHandle::External(font),
                size: Pt((em / SUBUNITS) as f32),
            },
            Op::SetTextMatrix {
                matrix: TextMatrix::Raw(matrix),
            },
            Op::ShowText {
                items: vec![TextItem::Text(text)],
            },
            Op::EndTextSection,
        ]);
        Ok(())
    }
}
