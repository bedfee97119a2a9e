//! What goes over the wire, and what is made of a process that does not answer as it should.

use super::*;
use crate::files::tests::{dicom_of, pdf, picture_of};
use image::ImageFormat;
use proptest::prelude::*;

const PAGE: FileQuestion = FileQuestion::Page { page: 1, width: 40 };

/// A request as it goes over the wire.
fn sent(question: FileQuestion, media: Media, bytes: &[u8]) -> Vec<u8> {
    let mut wire = Vec::new();
    let length = bytes.len() as u64;
    let request = RequestLine {
        question,
        media,
        length,
    };
    put(&request, bytes, &mut wire).unwrap();
    wire
}

/// What the process answers to what it is sent, as it goes over the wire.
fn replied(mut wire: &[u8]) -> Vec<u8> {
    let mut reply = Vec::new();
    tell(answer_from(&mut wire), &mut reply).unwrap();
    reply
}

#[test]
fn a_question_that_travels_is_answered_as_one_that_does_not() {
    let png = picture_of(90, 60, ImageFormat::Png);
    for (question, media, bytes) in [
        (FileQuestion::Sides, Media::Png, png.clone()),
        (FileQuestion::Sides, Media::Pdf, pdf()),
        (FileQuestion::Sheets, Media::Png, png.clone()),
        (FileQuestion::Sheets, Media::Pdf, pdf()),
        (FileQuestion::Sheets, Media::Pdf, png.clone()),
        (
            FileQuestion::Header,
            Media::Dicom,
            dicom_of("Müster^Anna", "19610503"),
        ),
        (FileQuestion::Header, Media::Dicom, png.clone()),
        (PAGE, Media::Pdf, pdf()),
        (PAGE, Media::Png, png.clone()),
        (PAGE, Media::Dicom, png.clone()),
        (FileQuestion::Page { page: 2, width: 40 }, Media::Pdf, pdf()),
    ] {
        let reply = replied(&sent(question, media, &bytes));
        let wanted = answer(question, media, bytes);
        assert_eq!(told(&mut reply.as_slice()), wanted, "{question:?} {media:?}");
    }
}

#[test]
fn no_length_beyond_its_limit_is_believed_and_no_line_is_endless() {
    let endless = |line: &str| BufReader::new(io::Cursor::new(line.to_owned()).chain(io::repeat(b'7')));
    let head = format!(
        "{{\"question\":\"sheets\",\"media\":\"png\",\"length\":{}}}\n",
        MOST_BYTES + 1
    );
    assert_eq!(answer_from(&mut endless(&head)), Err(Undrawn::CanNot));
    assert_eq!(answer_from(&mut endless("")), Err(Undrawn::CanNot));
    let head = format!(
        "{{\"answer\":{{\"Ok\":\"picture\"}},\"length\":{}}}\n",
        MOST_PICTURE + 1
    );
    assert_eq!(told(&mut endless(&head)), Err(Undrawn::CanNot));
    assert_eq!(told(&mut endless("")), Err(Undrawn::CanNot));
    // What comes as a picture is one by its first bytes, or it goes no further.
    let head = "{\"answer\":{\"Ok\":\"picture\"},\"length\":9}\n";
    assert_eq!(told(&mut endless(head)), Err(Undrawn::CanNot));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn whatever_comes_over_the_wire_neither_side_panics(
        which in 0_usize..4,
        at in 0_usize..2_000,
        more in prop::collection::vec(any::<u8>(), 0..32),
    ) {
        let wire = match which {
            0 => sent(PAGE, Media::Pdf, &pdf()),
            1 => sent(FileQuestion::Header, Media::Dicom, &dicom_of("Muster^Anna", "19610503")),
            2 => replied(&sent(PAGE, Media::Png, &picture_of(9, 7, ImageFormat::Png))),
            _ => replied(&sent(FileQuestion::Sheets, Media::Pdf, &pdf())),
        };
        let at = at % wire.len();
        let end = (at + more.len()).min(wire.len());
        let changed = [&wire[..at], &more, &wire[end..]].concat();
        answer_from(&mut changed.as_slice()).ok();
        told(&mut changed.as_slice()).ok();
    }
}

#[cfg(target_os = "linux")]
mod processes {
    use super::*;
    use std::{fs, os::unix::fs::PermissionsExt};

    /// A program that does what the lines of a shell say.
    fn script(folder: &Path, lines: &str) -> PathBuf {
        let place = folder.join("program");
        fs::write(&place, format!("#!/bin/sh\n{lines}\n")).unwrap();
        fs::set_permissions(&place, fs::Permissions::from_mode(0o755)).unwrap();
        place
    }

    fn request(bytes: &[u8]) -> RequestLine {
        RequestLine {
            question: PAGE,
            media: Media::Png,
            length: bytes.len() as u64,
        }
    }

    #[test]
    fn a_process_that_fails_or_hangs_or_talks_nonsense_is_no_answer_and_is_gone() {
        let folder = tempfile::tempdir().unwrap();
        let bytes = picture_of(300, 300, ImageFormat::Png).repeat(100);
        let short = Duration::from_millis(100);
        for (lines, patience) in [
            ("exit 0", PATIENCE),
            ("cat >/dev/null; exit 7", PATIENCE),
            ("cat >/dev/null; kill -SEGV $$", PATIENCE),
            ("echo nonsense; exec cat >/dev/null", PATIENCE),
            (
                "echo '{\"answer\":{\"Ok\":\"picture\"},\"length\":10}'; echo cut",
                PATIENCE,
            ),
            // It sends more than anybody reads; it neither reads nor writes; it reads all and says nothing.
            ("exec cat /dev/zero", PATIENCE),
            ("exec tail -f /dev/null", short),
            ("cat >/dev/null; exec tail -f /dev/null", short),
        ] {
            let worker = Worker::start(&script(folder.path(), lines)).unwrap();
            let process = PathBuf::from(format!("/proc/{}", worker.0.id()));
            assert!(process.exists(), "{lines}");
            let answer = worker.ask(request(&bytes), &bytes, patience);
            assert_eq!(answer, Err(Undrawn::CanNot), "{lines}");
            assert!(!process.exists(), "{lines}");
        }
        assert!(Worker::start(&folder.path().join("gone")).is_err());
    }

    #[test]
    fn a_process_gets_its_argument_and_nothing_from_the_environment() {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().display();
        let lines = format!("cat /proc/$$/environ >'{place}/environ'; echo \"$* $(pwd)\" >'{place}/told'");
        let worker = Worker::start(&script(folder.path(), &lines)).unwrap();
        assert_eq!(worker.ask(request(b""), b"", PATIENCE), Err(Undrawn::CanNot));
        let told = fs::read_to_string(folder.path().join("told")).unwrap();
        assert_eq!(told, "--draw-apart /\n");
        assert!(env::var_os("PATH").is_some());
        let environment = fs::read_to_string(folder.path().join("environ")).unwrap();
        let names = environment
            .split('\0')
            .filter_map(|variable| variable.split_once('='));
        for (name, _) in names {
            assert!(KEPT.contains(&name), "{name}");
        }
    }
}
