//! Headers as scanners write them and as nobody does, each made here and about nobody.

use super::*;
use proptest::prelude::*;
use std::io::Cursor;

/// A file of these elements, written out with kinds.
pub(crate) fn dicom(elements: &[(Tag, &[u8; 2], &[u8])]) -> Vec<u8> {
    let mut file = [&[0; 128][..], b"DICM"].concat();
    for (tag, kind, value) in [((2, 0x10), b"UI", &b"1.2.840.10008.1.2.1"[..])]
        .iter()
        .chain(elements)
    {
        put(&mut file, *tag, Some(*kind), value);
    }
    file
}

/// One study of an invented person, with pixels behind it.
pub(crate) fn study(name: &str, born: &str) -> Vec<u8> {
    dicom(&[
        ((0x0008, 0x0005), b"CS", b"ISO_IR 100"),
        ((0x0008, 0x0020), b"DA", b"20260503"),
        ((0x0008, 0x0060), b"CS", b"MR"),
        ((0x0008, 0x1030), b"LO", b"Lumbar spine"),
        ((0x0008, 0x103e), b"LO", b"T2 sagittal"),
        ((0x0010, 0x0010), b"PN", name.as_bytes()),
        ((0x0010, 0x0030), b"DA", born.as_bytes()),
        ((0x0018, 0x0015), b"CS", b"LSPINE"),
        (PIXELS, b"OW", &[7; 64]),
    ])
}

fn put(file: &mut Vec<u8>, (group, number): Tag, kind: Option<&[u8; 2]>, value: &[u8]) {
    let mut value = value.to_vec();
    if value.len() % 2 == 1 {
        value.push(0);
    }
    let length = value.len() as u32;
    file.extend(group.to_le_bytes());
    file.extend(number.to_le_bytes());
    match kind {
        None => file.extend(length.to_le_bytes()),
        Some(kind) => {
            file.extend(kind);
            match kind {
                b"OW" | b"OB" | b"SQ" | b"UN" => {
                    file.extend([0, 0]);
                    file.extend(length.to_le_bytes());
                }
                _ => file.extend((length as u16).to_le_bytes()),
            }
        }
    }
    file.extend(value);
}

/// An item or a sequence without a told length around what `inside` writes.
fn untold(file: &mut Vec<u8>, head: &[u8], inside: impl FnOnce(&mut Vec<u8>), end: Tag) {
    file.extend(head);
    file.extend(UNTOLD.to_le_bytes());
    inside(file);
    put(file, end, None, b"");
}

const ITEM_HEAD: [u8; 4] = [0xfe, 0xff, 0x00, 0xe0];

fn read(file: &[u8]) -> Result<Header, HeaderError> {
    read_header(&mut Cursor::new(file), file.len() as u64)
}

#[test]
fn a_header_tells_the_study_and_the_person() {
    let header = read(&study("Muster^Anna", "19610503")).unwrap();
    let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d);
    assert_eq!(
        header,
        Header {
            modality: Some("MR".into()),
            studied: day(2026, 5, 3),
            body_part: Some("LSPINE".into()),
            study: Some("Lumbar spine".into()),
            series: Some("T2 sagittal".into()),
            name: Some("Muster^Anna".into()),
            name_unread: false,
            born: day(1961, 5, 3),
        }
    );
}

#[test]
fn an_implicit_header_and_sequences_without_a_length_are_read_as_well() {
    let mut file = [&[0; 128][..], b"DICM"].concat();
    put(&mut file, (2, 0x10), Some(b"UI"), b"1.2.840.10008.1.2");
    untold(
        &mut file,
        &[0x08, 0, 0x40, 0x11],
        |file| {
            untold(
                file,
                &ITEM_HEAD,
                |file| put(file, (0x0010, 0x0010), None, b"Other^Person"),
                ITEM_END,
            );
        },
        SEQUENCE_END,
    );
    put(&mut file, (0x0010, 0x0010), None, b"Muster^Anna");
    assert_eq!(read(&file).unwrap().name.as_deref(), Some("Muster^Anna"));
    let mut file = dicom(&[((0x0010, 0x0010), b"PN", b"Muster^Anna")]);
    untold(
        &mut file,
        &[0x10, 0, 0x02, 0x10, b'S', b'Q', 0, 0],
        |file| {
            let inner = |file: &mut Vec<u8>| put(file, (0x0010, 0x0010), Some(b"PN"), b"Other^Person");
            untold(file, &ITEM_HEAD, inner, ITEM_END);
            put(file, ITEM, None, b"12345678");
        },
        SEQUENCE_END,
    );
    untold(
        &mut file,
        &[0xe0, 0x7f, 0x10, 0, b'O', b'B', 0, 0],
        |file| put(file, ITEM, None, b"packed pixels"),
        SEQUENCE_END,
    );
    file.extend(b"whatever");
    assert_eq!(read(&file).unwrap().name.as_deref(), Some("Muster^Anna"));
}

#[test]
fn a_file_that_is_cut_anywhere_before_its_pixels_end_is_told() {
    let file = study("Muster^Anna", "19610503");
    let refused = (0..file.len()).filter(|length| read(&file[..*length]) == Err(HeaderError::Damaged));
    // Between two of its eight elements before the pixels nothing says that more was to come.
    assert_eq!(refused.count(), file.len() - 8);
    assert_eq!(read(&file[..file.len() - 1]), Err(HeaderError::Damaged));
}

#[test]
fn a_disc_index_a_packed_file_and_one_without_a_syntax_are_told() {
    let with = |tag, value: &[u8]| {
        let mut file = [&[0; 128][..], b"DICM"].concat();
        put(&mut file, tag, Some(b"UI"), value);
        put(&mut file, (0x0008, 0x0060), Some(b"CS"), b"MR");
        read(&file)
    };
    assert_eq!(with((2, 2), b"1.2.840.10008.1.3.10"), Err(HeaderError::Index));
    assert_eq!(
        with((2, 0x10), b"1.2.840.10008.1.2.1.99"),
        Err(HeaderError::Packed)
    );
    assert_eq!(with((2, 3), b"1.2"), Err(HeaderError::Damaged));
    assert_eq!(read(b"no dicom"), Err(HeaderError::Damaged));
}

#[test]
fn a_sequence_in_a_sequence_without_end_is_refused_before_the_stack_is_full() {
    let mut file = dicom(&[]);
    for _ in 0..100_000 {
        file.extend([0x08, 0, 0x40, 0x11, b'S', b'Q', 0, 0, 0xff, 0xff, 0xff, 0xff]);
        file.extend(ITEM_HEAD);
        file.extend(UNTOLD.to_le_bytes());
    }
    assert_eq!(read(&file), Err(HeaderError::Damaged));
}

/// Counts what is read.
struct Counting<'a>(Cursor<&'a [u8]>, usize);

impl Read for Counting<'_> {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        let read = self.0.read(into)?;
        self.1 += read;
        Ok(read)
    }
}

impl Seek for Counting<'_> {
    fn seek(&mut self, to: std::io::SeekFrom) -> std::io::Result<u64> {
        self.0.seek(to)
    }
}

#[test]
fn pixels_are_never_read() {
    let file = dicom(&[
        ((0x0008, 0x0060), b"CS", b"MR"),
        (PIXELS, b"OW", &vec![7; 1_000_000]),
    ]);
    let mut counting = Counting(Cursor::new(&file), 0);
    read_header(&mut counting, file.len() as u64).unwrap();
    assert!(counting.1 < 200, "{} bytes were read", counting.1);
}

proptest! {
    #[test]
    fn whatever_the_bytes_nothing_panics_and_no_more_than_the_file_is_read(
        bytes in prop::collection::vec(any::<u8>(), 0..3_000),
        implicit in any::<bool>(),
        bare in any::<bool>(),
    ) {
        let mut file = if bare { Vec::new() } else { [&[0; 128][..], b"DICM"].concat() };
        let syntax: &[u8] = if implicit { b"1.2.840.10008.1.2" } else { b"1.2.840.10008.1.2.1" };
        if !bare {
            put(&mut file, (2, 0x10), Some(b"UI"), syntax);
        }
        file.extend(bytes);
        let mut counting = Counting(Cursor::new(&file), 0);
        read_header(&mut counting, file.len() as u64).ok();
        prop_assert!(counting.1 <= file.len() * 2);
    }

    #[test]
    fn a_study_with_a_byte_changed_is_read_or_refused(at in 0_usize..400, to in any::<u8>()) {
        let mut file = study("Muster^Anna", "19610503");
        let at = at % file.len();
        file[at] = to;
        read(&file).ok();
    }
}
