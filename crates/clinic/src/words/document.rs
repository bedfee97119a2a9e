//! Words for attached files.

use super::{joined, say, say_with, words};
use lamina_domain::document::{DocumentKind, Media, StoredFile};

words! {
    DocumentKind {
        ImagingReport => "document-kind-imaging_report",
        OperationNote => "document-kind-operation_note",
        Letter => "document-kind-letter",
        TestReport => "document-kind-test_report",
        ImagingPicture => "document-kind-imaging_picture",
        Photograph => "document-kind-photograph",
        Form => "document-kind-form",
        Other => "document-kind-other",
    }
}

/// A file in one line: "mri.pdf, PDF, 1.2 MB".
pub(crate) fn line(file: &StoredFile) -> String {
    let media = match file.media {
        Media::Pdf => say!("documents-media-pdf"),
        Media::Png => say!("documents-media-png"),
        Media::Jpeg => say!("documents-media-jpeg"),
        Media::Dicom => say!("documents-media-dicom"),
    };
    let parts = [file.name.to_string(), media, size(file.bytes.bytes())];
    joined(parts.into_iter().map(Some), ", ").unwrap_or_default()
}

/// A size as people read it: "812 bytes", "12 KB", "1.2 MB".
fn size(bytes: u64) -> String {
    match bytes {
        0..1_000 => say_with!("documents-size-bytes", [("count", bytes.into())]),
        1_000..1_000_000 => {
            let number = bytes.div_ceil(1_000).to_string();
            say_with!("documents-size-kb", [("number", number.into())])
        }
        _ => {
            let number = format!("{:.1}", bytes as f64 / 1_000_000.0);
            say_with!("documents-size-mb", [("number", number.into())])
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_told_as_people_read_them() {
        let told = [1, 999, 1_000, 12_345, 999_999, 1_000_000, 26_214_400].map(size);
        assert_eq!(
            told,
            [
                "1 byte",
                "999 bytes",
                "1 KB",
                "13 KB",
                "1000 KB",
                "1.0 MB",
                "26.2 MB"
            ]
        );
    }
}
