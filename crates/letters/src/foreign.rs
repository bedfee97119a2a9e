//! A PDF that somebody else made, as pictures of bounded size. Nothing in it is run, followed or fetched: its pages are drawn
//! and that is all.

use crate::{LetterError, picture::drawn};
use hayro::hayro_syntax::Pdf;

/// The longest side of a picture, in pixels.
const LONGEST: f32 = 3_000.0;

/// How many pages a file has, and how large the first one is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ForeignPages {
    /// How many pages it has.
    pub count: u32,
    /// Width of the first page, in points.
    pub width: f32,
    /// Height of the first page, in points.
    pub height: f32,
}

/// The pages of a file.
///
/// # Errors
/// [`LetterError::Picture`] for one that can't be read: it is damaged, needs a password or has no pages.
pub fn foreign_pages(pdf: Vec<u8>) -> Result<ForeignPages, LetterError> {
    let file = Pdf::new(pdf).map_err(|_| LetterError::Picture)?;
    let pages = file.pages();
    let first = pages.first().ok_or(LetterError::Picture)?;
    let (width, height) = sides(first.render_dimensions()).ok_or(LetterError::Picture)?;
    Ok(ForeignPages {
        count: u32::try_from(pages.len()).unwrap_or(u32::MAX),
        width,
        height,
    })
}

/// Page `page` (from 1) as a PNG on white, about `width` pixels wide and no side longer than 3,000.
///
/// # Errors
/// [`LetterError::NoSuchPage`], or [`LetterError::Picture`] when the file can't be read or drawn.
pub fn foreign_page(pdf: Vec<u8>, page: u32, width: u32) -> Result<Vec<u8>, LetterError> {
    drawn(pdf, page, |told| {
        let (wide, high) = sides(told).ok_or(LetterError::Picture)?;
        let scale = ((width.max(1) as f32) / wide).min(LONGEST / wide.max(high));
        // A pixel has to be left of each side of a page that is a mere line.
        let scale = scale.max(1.0 / wide.min(high));
        match wide.max(high) * scale > LONGEST {
            true => Err(LetterError::Picture),
            false => Ok(scale),
        }
    })
}

/// The sides of a page where they are lengths at all.
fn sides((width, height): (f32, f32)) -> Option<(f32, f32)> {
    let is_length = |side: f32| side.is_finite() && side > 0.0;
    (is_length(width) && is_length(height)).then_some((width, height))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// A file of one empty page with these sides.
    fn empty_page(width: &str, height: &str) -> Vec<u8> {
        format!(
            "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n\
             3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 {width} {height}]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
        )
        .into_bytes()
    }

    /// The sides that the head of a PNG tells.
    fn pixels(png: &[u8]) -> (u32, u32) {
        let side = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
        (side(16), side(20))
    }

    #[test]
    fn a_page_is_drawn_as_wide_as_asked_and_never_beyond_the_limit() {
        let pages = foreign_pages(empty_page("595", "842")).unwrap();
        assert_eq!((pages.count, pages.width, pages.height), (1, 595.0, 842.0));
        let (width, height) = pixels(&foreign_page(empty_page("595", "842"), 1, 800).unwrap());
        assert!(
            (799..=800).contains(&width) && (1130..=1133).contains(&height),
            "{width} {height}"
        );
        for (wide, high) in [("14400", "14400"), ("20", "14400"), ("595", "842")] {
            let (width, height) = pixels(&foreign_page(empty_page(wide, high), 1, u32::MAX).unwrap());
            assert!(width.max(height) <= 3_000, "{width} {height}");
        }
        // Of a mere line nothing would be left to see.
        assert!(foreign_page(empty_page("3", "14400"), 1, 800).is_err());
        assert!(matches!(
            foreign_page(empty_page("595", "842"), 2, 800),
            Err(LetterError::NoSuchPage)
        ));
    }

    #[test]
    fn what_is_no_file_with_pages_is_refused() {
        for bytes in [
            &b""[..],
            b"%PDF-1.7",
            b"not a pdf at all",
            b"%PDF-1.4\ntrailer<</Root 9 0 R>>\n%%EOF",
        ] {
            assert!(foreign_pages(bytes.to_vec()).is_err());
        }
    }

    proptest! {
        #[test]
        fn whatever_is_in_a_file_nothing_panics(mut bytes in prop::collection::vec(any::<u8>(), 0..600), at in 0_usize..300) {
            let whole = empty_page("200", "300");
            let at = at.min(whole.len());
            let mut file = whole[..at].to_vec();
            file.append(&mut bytes);
            file.extend_from_slice(&whole[at..]);
            if foreign_pages(file.clone()).is_ok() {
                foreign_page(file, 1, 64).ok();
            }
        }
    }
}
