//! Files that are taken in and files that are not, on a disk; and what is made of them for tests elsewhere.

use super::dicom::tests::study;
use super::*;
use image::{DynamicImage, ImageFormat};
use lamina_domain::document::{MOST_BYTES, Media};
use lamina_vault::Unopened;
use proptest::prelude::*;
use std::{fs, io::Cursor, path::Path};

/// A PDF of one page.
pub(crate) fn pdf() -> Vec<u8> {
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n\
      3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 400]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
        .to_vec()
}

/// A picture of so many pixels.
pub(crate) fn picture_of(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::new_rgb8(width, height)
        .write_to(&mut bytes, format)
        .unwrap();
    bytes.into_inner()
}

/// A DICOM file about this person.
pub(crate) fn dicom_of(name: &str, born: &str) -> Vec<u8> {
    study(name, born)
}

fn looked(folder: &Path, name: &str, bytes: &[u8]) -> Result<LookedAt, FileRefusal> {
    let place = folder.join(name);
    fs::write(&place, bytes).unwrap();
    look(&place)
}

#[test]
fn a_file_is_taken_for_what_is_in_it_whatever_its_name_says() {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes, media) in [
        ("scan.exe", pdf(), Media::Pdf),
        ("letter.pdf", picture_of(4, 3, ImageFormat::Png), Media::Png),
        ("x", picture_of(4, 3, ImageFormat::Jpeg), Media::Jpeg),
        ("IM0001", dicom_of("Muster^Anna", "19610503"), Media::Dicom),
    ] {
        let looked = looked(folder.path(), name, &bytes).unwrap();
        assert_eq!((looked.stored.media, looked.stored.name.as_str()), (media, name));
        assert_eq!(looked.stored.bytes.bytes(), bytes.len() as u64);
        assert_eq!(looked.header.is_some(), media == Media::Dicom);
    }
}

#[test]
fn what_is_of_another_kind_empty_cut_short_or_damaged_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let half = |bytes: Vec<u8>| bytes[..bytes.len() / 2].to_vec();
    let (png, jpeg) = (
        picture_of(40, 30, ImageFormat::Png),
        picture_of(40, 30, ImageFormat::Jpeg),
    );
    for (bytes, refusal) in [
        (Vec::new(), FileRefusal::Empty),
        (b"MZ a program".to_vec(), FileRefusal::OfNoKind),
        (b"<html>hello</html>".to_vec(), FileRefusal::OfNoKind),
        (
            picture_of(4, 3, ImageFormat::Png)[..6].to_vec(),
            FileRefusal::OfNoKind,
        ),
        (half(pdf()), FileRefusal::Damaged),
        (half(png.clone()), FileRefusal::Damaged),
        (half(jpeg.clone()), FileRefusal::Damaged),
        (half(dicom_of("Muster^Anna", "19610503")), FileRefusal::Damaged),
        (b"%PDF-1.7 nothing %%EOF".to_vec(), FileRefusal::Damaged),
        (
            b"\x89PNG\r\n\x1a\nIEND\xae\x42\x60\x82".to_vec(),
            FileRefusal::Damaged,
        ),
    ] {
        let refused = looked(folder.path(), "report.pdf", &bytes).unwrap_err();
        assert_eq!(refused, refusal, "{bytes:?}");
        assert!(!refused.words().is_empty());
    }
}

#[test]
fn the_end_of_a_picture_within_a_picture_is_not_the_end_of_it() {
    let folder = tempfile::tempdir().unwrap();
    let whole = picture_of(400, 300, ImageFormat::Jpeg);
    let inner = picture_of(8, 6, ImageFormat::Jpeg);
    let length = u16::try_from(inner.len() + 2).unwrap().to_be_bytes();
    let with_inner = [&whole[..2], b"\xff\xe1", &length, &inner, &whole[2..]].concat();
    assert!(looked(folder.path(), "a", &with_inner).is_ok());
    let cut = &with_inner[..with_inner.len() - 20];
    assert_eq!(looked(folder.path(), "a", cut).unwrap_err(), FileRefusal::Damaged);
}

#[test]
fn a_vault_is_full_when_no_byte_more_fits() {
    assert!(keeping::has_room(MOST_OF_ALL - 10, 10));
    assert!(!keeping::has_room(MOST_OF_ALL - 10, 11));
    assert!(!keeping::has_room(u64::MAX, 1));
}

/// A PNG that says of itself to have these sides and has no more to it.
fn claiming(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = picture_of(1, 1, ImageFormat::Png);
    bytes[16..20].copy_from_slice(&width.to_be_bytes());
    bytes[20..24].copy_from_slice(&height.to_be_bytes());
    let mut crc = !0_u32;
    for byte in &bytes[12..29] {
        crc ^= u32::from(*byte);
        for _ in 0..8 {
            crc = (crc >> 1) ^ (0xedb8_8320 & (crc & 1).wrapping_neg());
        }
    }
    bytes[29..33].copy_from_slice(&(!crc).to_be_bytes());
    bytes
}

#[test]
fn a_file_or_a_picture_at_the_limit_is_taken_and_one_beyond_it_is_not() {
    let folder = tempfile::tempdir().unwrap();
    let mut fits = dicom_of("Muster^Anna", "19610503");
    fits.resize(MOST_BYTES as usize, 0);
    assert!(looked(folder.path(), "a", &fits).is_ok());
    fits.push(0);
    assert_eq!(
        looked(folder.path(), "a", &fits).unwrap_err(),
        FileRefusal::TooLarge
    );
    for ((width, height), fits) in [
        ((12_000, 4_166), true),
        ((12_001, 1), false),
        ((1, 12_001), false),
        ((12_000, 4_167), false),
        ((40_000, 40_000), false),
    ] {
        let looked = looked(folder.path(), "p", &claiming(width, height));
        match fits {
            true => assert!(looked.is_ok(), "{width}x{height}: {looked:?}"),
            false => assert_eq!(
                looked.unwrap_err(),
                FileRefusal::TooManyPixels,
                "{width}x{height}"
            ),
        }
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_pipe_a_link_a_folder_and_what_is_gone_are_refused_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    let made = std::process::Command::new("mkfifo").arg(at("pipe")).status();
    assert!(made.unwrap().success());
    fs::write(at("file"), pdf()).unwrap();
    std::os::unix::fs::symlink(at("file"), at("link")).unwrap();
    for (name, why) in [
        ("pipe", Unopened::NotAFile),
        ("link", Unopened::Link),
        (".", Unopened::NotAFile),
        ("gone", Unopened::Missing),
    ] {
        assert_eq!(look(&at(name)).unwrap_err(), FileRefusal::Unopened(why), "{name}");
    }
}

#[test]
fn the_name_of_a_file_is_kept_as_far_as_a_text_can_hold_it() {
    let folder = tempfile::tempdir().unwrap();
    for (name, kept) in [
        ("Befund Müller.pdf", "Befund Müller.pdf"),
        ("a\u{202e}fdp.exe", "afdp.exe"),
        ("two\nlines\t.pdf", "twolines.pdf"),
        ("\u{200b}", "pdf"),
        (&"x".repeat(250), &"x".repeat(200)),
    ] {
        let looked = looked(folder.path(), name, &pdf()).unwrap();
        assert_eq!(looked.stored.name.as_str(), kept, "{name:?}");
    }
}

#[test]
fn the_same_bytes_have_the_same_hash_and_a_large_file_is_hashed_as_one() {
    let folder = tempfile::tempdir().unwrap();
    let mut bytes = dicom_of("Muster^Anna", "19610503");
    bytes.resize(1_000_000, 7);
    let one = looked(folder.path(), "a", &bytes).unwrap().stored;
    let other = looked(folder.path(), "b", &bytes).unwrap().stored;
    let sum = std::process::Command::new("sha256sum")
        .arg(folder.path().join("a"))
        .output();
    assert_eq!(one.sha256, other.sha256);
    if let Ok(sum) = sum {
        assert!(String::from_utf8_lossy(&sum.stdout).starts_with(one.sha256.as_str()));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn pictures_are_drawn_anew_and_no_larger_than_asked() {
    let drawn = async |media, bytes: Vec<u8>, width| apart::page(media, bytes, 1, width).await.unwrap();
    let sides = |png: &[u8]| {
        let read = image::load_from_memory_with_format(png, ImageFormat::Png).unwrap();
        (read.width(), read.height())
    };
    let png = picture_of(3_000, 1_500, ImageFormat::Png);
    assert_eq!(sides(&drawn(Media::Png, png.clone(), 600).await), (600, 300));
    assert_eq!(sides(&drawn(Media::Png, png, u32::MAX).await), (2_400, 1_200));
    let jpeg = picture_of(40, 30, ImageFormat::Jpeg);
    assert_eq!(sides(&drawn(Media::Jpeg, jpeg.clone(), 600).await), (40, 30));
    assert_eq!(sides(&drawn(Media::Pdf, pdf(), 600).await), (600, 800));
    let sheets = apart::sheets(Media::Pdf, pdf()).await.unwrap();
    assert_eq!((sheets.pages, sheets.width, sheets.height), (1, 300.0, 400.0));
    let none = apart::page(Media::Jpeg, jpeg, 2, 600).await;
    assert_eq!(none, Err(picture::Undrawn::NoSuchPage));
    let dicom = apart::sheets(Media::Dicom, dicom_of("Muster^Anna", "19610503")).await;
    assert_eq!(dicom, Err(picture::Undrawn::OfNoKind));
    let broken = apart::page(Media::Png, b"no picture".to_vec(), 1, 600).await;
    assert_eq!(broken, Err(picture::Undrawn::CanNot));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn whatever_is_in_a_file_looking_at_it_does_not_panic(
        which in 0_usize..4,
        at in 0_usize..2_000,
        mut more in prop::collection::vec(any::<u8>(), 0..64),
    ) {
        let folder = tempfile::tempdir().unwrap();
        let whole = match which {
            0 => pdf(),
            1 => picture_of(9, 7, ImageFormat::Png),
            2 => picture_of(9, 7, ImageFormat::Jpeg),
            _ => dicom_of("Muster^Anna", "19610503"),
        };
        let at = at % whole.len();
        let end = (at + more.len()).min(whole.len());
        let mut bytes = whole[..at].to_vec();
        bytes.append(&mut more);
        bytes.extend_from_slice(&whole[end..]);
        looked(folder.path(), "f", &bytes).ok();
    }
}
