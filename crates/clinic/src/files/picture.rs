//! Pictures of attached files: decoded within limits and drawn anew, so that nothing of the file itself reaches the window. Whether
//! a file ends as its kind does is told by its bytes alone; whatever takes more is asked for [apart](super::apart).

use super::refusal::FileRefusal;
use image::{
    DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits,
    codecs::png::{CompressionType, FilterType, PngEncoder},
};
use lamina_domain::document::Media;
use lamina_letters::{LetterError, foreign_page, foreign_pages};
use serde::{Deserialize, Serialize};
use std::io::{Cursor, Read, Seek, SeekFrom};

/// The longest side of a picture that is decoded, in pixels.
const LONGEST: u32 = 12_000;
/// Most pixels of one.
const MOST_PIXELS: u64 = 50_000_000;
/// Most memory that decoding may take, in bytes.
const MEMORY: u64 = 256 * 1024 * 1024;
/// The longest side of a picture that is shown, in pixels.
const SHOWN: u32 = 2_400;
/// How far from the end of a file its last mark lies at most, in bytes.
const TAIL: u64 = 64 * 1024;
/// Most segments of a JPEG before its pixels.
const MOST_SEGMENTS: u32 = 10_000;

fn format(media: Media) -> Option<ImageFormat> {
    match media {
        Media::Png => Some(ImageFormat::Png),
        Media::Jpeg => Some(ImageFormat::Jpeg),
        Media::Pdf | Media::Dicom => None,
    }
}

/// Width and height of a picture, by its head. Nothing of it is decoded for that.
///
/// # Errors
/// A head that can't be read, or a file that is no picture.
pub(super) fn sides(media: Media, bytes: &[u8]) -> Result<(u32, u32), Undrawn> {
    let format = format(media).ok_or(Undrawn::OfNoKind)?;
    let sides = ImageReader::with_format(Cursor::new(bytes), format).into_dimensions();
    sides.map_err(|_| Undrawn::CanNot)
}

/// Whether a picture with these sides is drawn.
///
/// # Errors
/// One that is too large.
pub(super) fn fits(width: u32, height: u32) -> Result<(), FileRefusal> {
    let pixels = u64::from(width) * u64::from(height);
    if width.max(height) > LONGEST || pixels > MOST_PIXELS {
        return Err(FileRefusal::TooManyPixels);
    }
    Ok(())
}

/// Whether a file ends as its kind does; of one that was cut short the end is missing.
///
/// # Errors
/// [`FileRefusal::Damaged`] where the end is missing.
pub(super) fn has_its_end(file: &mut (impl Read + Seek), media: Media) -> Result<(), FileRefusal> {
    let (mark, tail, from): (&[u8], u64, u64) = match media {
        Media::Pdf => (b"%%EOF", 2 * 1024, 0),
        Media::Png => (b"IEND\xae\x42\x60\x82", TAIL, 0),
        // A small picture within the picture has an end of its own, which lies before.
        Media::Jpeg => (b"\xff\xd9", TAIL, start_of_scan(file)?),
        // Its header is read to the end of the file.
        Media::Dicom => return Ok(()),
    };
    let length = file.seek(SeekFrom::End(0))?;
    file.seek(SeekFrom::Start(length.saturating_sub(tail).max(from)))?;
    let mut bytes = Vec::new();
    file.take(tail).read_to_end(&mut bytes)?;
    let ends = bytes.windows(mark.len()).any(|bytes| bytes == mark);
    ends.then_some(()).ok_or(FileRefusal::Damaged)
}

/// Where the pixels of a JPEG begin: behind its segments, each of which tells its length.
fn start_of_scan(file: &mut (impl Read + Seek)) -> Result<u64, FileRefusal> {
    let mut at = 2_u64;
    for _ in 0..MOST_SEGMENTS {
        file.seek(SeekFrom::Start(at))?;
        let mut head = [0; 4];
        file.read_exact(&mut head)?;
        let [0xff, kind, high, low] = head else {
            return Err(FileRefusal::Damaged);
        };
        match kind {
            0xda => return Ok(at),
            // What fills up before a mark.
            0xff => at += 1,
            _ => at += 2 + u64::from(u16::from_be_bytes([high, low]).max(2)),
        }
    }
    Err(FileRefusal::Damaged)
}

/// How a file can be drawn.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub(crate) struct Sheets {
    /// How many pages can be drawn.
    pub(crate) pages: u32,
    /// Width of the first, in points or pixels.
    pub(crate) width: f64,
    /// Its height in the same measure.
    pub(crate) height: f64,
}

/// Why nothing was drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Undrawn {
    /// There is no such page.
    NoSuchPage,
    /// It can't be drawn, or not in a time that anybody waits.
    CanNot,
    /// Files of this kind are not drawn.
    OfNoKind,
}

/// The pages of a file.
///
/// # Errors
/// Why they can't be told.
pub(super) fn sheets(media: Media, bytes: Vec<u8>) -> Result<Sheets, Undrawn> {
    match format(media) {
        Some(format) => {
            let decoded = decoded(&bytes, format)?;
            let (width, height) = (f64::from(decoded.width()), f64::from(decoded.height()));
            Ok(Sheets {
                pages: 1,
                width,
                height,
            })
        }
        None if media == Media::Pdf => {
            let pages = foreign_pages(bytes).map_err(|_| Undrawn::CanNot)?;
            Ok(Sheets {
                pages: pages.count,
                width: pages.width.into(),
                height: pages.height.into(),
            })
        }
        None => Err(Undrawn::OfNoKind),
    }
}

/// A page (from 1) as a PNG, about `width` pixels wide.
///
/// # Errors
/// Why it can't be drawn.
pub(super) fn page(media: Media, bytes: Vec<u8>, page: u32, width: u32) -> Result<Vec<u8>, Undrawn> {
    match format(media) {
        Some(_) if page != 1 => Err(Undrawn::NoSuchPage),
        Some(format) => {
            let whole = decoded(&bytes, format)?;
            let (width, height) = (width.clamp(1, SHOWN), SHOWN);
            let shown = match whole.width() > width || whole.height() > height {
                true => whole.thumbnail(width, height),
                false => whole,
            };
            png(&shown)
        }
        None if media == Media::Pdf => {
            foreign_page(bytes, page, width.min(SHOWN)).map_err(|error| match error {
                LetterError::NoSuchPage => Undrawn::NoSuchPage,
                _ => Undrawn::CanNot,
            })
        }
        None => Err(Undrawn::OfNoKind),
    }
}

/// The picture, turned as the camera said.
fn decoded(bytes: &[u8], format: ImageFormat) -> Result<DynamicImage, Undrawn> {
    let mut limits = Limits::default();
    limits.max_image_width = Some(LONGEST);
    limits.max_image_height = Some(LONGEST);
    limits.max_alloc = Some(MEMORY);
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.limits(limits);
    let decode = || {
        let mut decoder = reader.into_decoder()?;
        let turned = decoder.orientation()?;
        let mut picture = DynamicImage::from_decoder(decoder)?;
        picture.apply_orientation(turned);
        Ok::<_, image::ImageError>(picture)
    };
    decode().map_err(|_| Undrawn::CanNot)
}

fn png(picture: &DynamicImage) -> Result<Vec<u8>, Undrawn> {
    let mut bytes = Vec::new();
    let encoder = PngEncoder::new_with_quality(&mut bytes, CompressionType::Fast, FilterType::Adaptive);
    // Eight bits of red, green and blue are all that a screen shows.
    let plain = DynamicImage::ImageRgba8(picture.to_rgba8());
    plain.write_with_encoder(encoder).map_err(|_| Undrawn::CanNot)?;
    Ok(bytes)
}
