//! What a file is by its first bytes, whatever its name says.

use lamina_domain::document::Media;

/// Bytes from the beginning of a file that tell what it is; what lies behind them says nothing.
const HEAD: usize = 132;

/// What a file is that begins with these bytes; nothing for one that is not taken in.
pub(crate) fn media(head: &[u8]) -> Option<Media> {
    let begins = |sign: &[u8]| head.starts_with(sign);
    if begins(b"%PDF-") {
        Some(Media::Pdf)
    } else if begins(b"\x89PNG\r\n\x1a\n") {
        Some(Media::Png)
    } else if begins(b"\xff\xd8\xff") {
        Some(Media::Jpeg)
    } else {
        // Whatever stands before the sign is left to others.
        (head.get(HEAD - 4..HEAD) == Some(b"DICM")).then_some(Media::Dicom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_file_is_what_it_begins_with_and_not_what_it_is_called() {
        let dicom = [&[0; 128][..], b"DICM"].concat();
        for (head, wanted) in [
            (&b"%PDF-1.7 ..."[..], Some(Media::Pdf)),
            (b"\x89PNG\r\n\x1a\n....", Some(Media::Png)),
            (b"\xff\xd8\xff\xe0", Some(Media::Jpeg)),
            (&dicom, Some(Media::Dicom)),
            (b"<html>%PDF-1.7", None),
            (b"MZ\x90\0", None),
            (b"PK\x03\x04", None),
            (b"GIF89a", None),
            (b"<svg xmlns=", None),
            (b"\x89PNG", None),
            (b"", None),
        ] {
            assert_eq!(media(head), wanted, "{head:?}");
        }
    }

    proptest! {
        #[test]
        fn any_bytes_are_something_or_nothing(head in prop::collection::vec(any::<u8>(), 0..200)) {
            media(&head);
        }
    }
}
