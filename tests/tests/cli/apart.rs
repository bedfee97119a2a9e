//! What stands in a file from a stranger is read by a process of its own, which has no keys, opens nothing, and refuses whatever it
//! can't read; without that process no file is read.

use crate::{
    documents::{PDF, dicom},
    tools::program,
};
use lamina_tests::programs::app;
use serde_json::{Value, json};
use std::{
    fs,
    io::{Read, Write},
    path::{Path, PathBuf},
    process::{Child, Command, ExitStatus, Stdio},
    sync::mpsc,
    thread,
    time::Duration,
};

/// Both programs start themselves.
fn programs() -> [PathBuf; 2] {
    [program(), app()]
}

/// Starts a program as it starts itself to read a file, with a display that is not there.
fn started(program: &Path) -> Child {
    Command::new(program)
        .arg("--draw-apart")
        .env("DISPLAY", ":none")
        .env_remove("WAYLAND_DISPLAY")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("a built program starts")
}

/// What it tells when it was sent this and no more, and how it ended. One that does not end hangs.
fn replied(program: &Path, sent: Vec<u8>) -> (Vec<u8>, ExitStatus) {
    let mut process = started(program);
    let mut to = process.stdin.take().expect("a way in");
    let mut from = process.stdout.take().expect("a way out");
    // Whoever refuses at once does not read the rest.
    thread::spawn(move || to.write_all(&sent).ok());
    let (sender, told) = mpsc::channel();
    thread::spawn(move || {
        let mut told = Vec::new();
        let read = from.read_to_end(&mut told);
        sender.send(read.map(|_| told)).ok();
    });
    let told = told.recv_timeout(Duration::from_secs(60));
    if told.is_err() {
        process.kill().ok();
    }
    let status = process.wait().expect("it ended");
    (told.expect("it ends").expect("it is read"), status)
}

/// The line of a request, and the bytes behind it.
fn request(question: Value, media: &str, length: impl Into<Value>, bytes: &[u8]) -> Vec<u8> {
    let line = json!({"question": question, "media": media, "length": length.into()});
    [line.to_string().as_bytes(), b"\n", bytes].concat()
}

/// What it answers to a request, and the bytes behind the answer. However it was asked it ends as it should.
fn answered(program: &Path, sent: Vec<u8>) -> (Value, Vec<u8>) {
    let (told, status) = replied(program, sent);
    assert!(status.success(), "{status}");
    let end = told.iter().position(|byte| *byte == b'\n').expect("a line");
    let line: Value = serde_json::from_slice(&told[..end]).expect("JSON");
    let behind = told[end + 1..].to_vec();
    assert_eq!(line["length"], behind.len());
    (line["answer"].clone(), behind)
}

/// A picture of 32 pixels on a side.
fn png() -> Vec<u8> {
    let place = Path::new(env!("CARGO_MANIFEST_DIR")).join("../src-tauri/icons/32x32.png");
    fs::read(place).expect("the picture of the app")
}

/// The sides that the head of a PNG tells.
fn sides(png: &[u8]) -> [u32; 2] {
    assert!(png.starts_with(b"\x89PNG\r\n\x1a\n"));
    [16, 20].map(|at| u32::from_be_bytes(png[at..at + 4].try_into().expect("four bytes")))
}

fn page(number: u32) -> Value {
    json!({"page": {"page": number, "width": 150}})
}

#[test]
fn each_program_started_so_answers_one_question_about_one_file_and_ends() {
    for program in programs() {
        let ask = |question: Value, media, bytes: &[u8]| {
            answered(&program, request(question, media, bytes.len(), bytes))
        };
        let (answer, behind) = ask(json!("sheets"), "pdf", PDF);
        assert_eq!(
            answer,
            json!({"Ok": {"sheets": {"pages": 1, "width": 300.0, "height": 400.0}}})
        );
        assert_eq!(behind, b"");
        let (answer, picture) = ask(page(1), "pdf", PDF);
        assert_eq!(answer, json!({"Ok": "picture"}));
        assert_eq!(sides(&picture), [150, 200]);
        let (answer, picture) = ask(page(1), "png", &png());
        assert_eq!(answer, json!({"Ok": "picture"}));
        assert_eq!(sides(&picture), [32, 32]);
        let (answer, _) = ask(json!("sides"), "png", &png());
        assert_eq!(answer, json!({"Ok": {"sides": {"width": 32, "height": 32}}}));
        let (answer, _) = ask(json!("header"), "dicom", &dicom("Muster^Anna", 10));
        let header = &answer["Ok"]["header"]["Ok"];
        assert_eq!(
            (&header["name"], &header["modality"]),
            (&json!("Muster^Anna"), &json!("MR")),
            "{answer}"
        );
    }
}

#[test]
fn whatever_the_process_that_reads_files_is_sent_it_refuses_and_ends() {
    let whole = |question: Value, media, bytes: &[u8]| request(question, media, bytes.len(), bytes);
    let too_long = 25 * 1024 * 1024 + 1;
    // A head that claims sides as nobody draws, with the check that belongs to another one.
    let mut claiming = png();
    claiming[16..24].copy_from_slice(&[0, 0, 0x9c, 0x40, 0, 0, 0x9c, 0x40]);
    let can_not = json!({"Err": "can_not"});
    for (what, sent, wanted) in [
        ("nothing", Vec::new(), &can_not),
        ("no request", b"GET / HTTP/1.1\r\n\r\n".to_vec(), &can_not),
        ("half a line", b"{\"question\":\"sheets\",".to_vec(), &can_not),
        ("a line without end", vec![b'{'; 3_000_000], &can_not),
        ("a question of no kind", whole(json!("run"), "pdf", PDF), &can_not),
        ("a file of no kind", whole(json!("sheets"), "svg", PDF), &can_not),
        (
            "a length below none",
            request(json!("sheets"), "pdf", -1, PDF),
            &can_not,
        ),
        (
            "a length beyond all",
            request(json!("sheets"), "pdf", u64::MAX, PDF),
            &can_not,
        ),
        (
            "more than a file may have",
            request(json!("sheets"), "pdf", too_long, &vec![b'%'; too_long]),
            &can_not,
        ),
        (
            "less than was said",
            request(json!("sheets"), "pdf", PDF.len() + 1, PDF),
            &can_not,
        ),
        ("an empty file", whole(page(1), "png", b""), &can_not),
        (
            "a PDF that is cut",
            whole(json!("sheets"), "pdf", &PDF[..PDF.len() / 2]),
            &can_not,
        ),
        (
            "a picture that is cut",
            whole(page(1), "png", &png()[..60]),
            &can_not,
        ),
        (
            "a picture that claims",
            whole(page(1), "png", &claiming),
            &can_not,
        ),
        ("a picture that is none", whole(page(1), "jpeg", PDF), &can_not),
        (
            "no page",
            whole(page(0), "pdf", PDF),
            &json!({"Err": "no_such_page"}),
        ),
        (
            "no such page",
            whole(page(2), "png", &png()),
            &json!({"Err": "no_such_page"}),
        ),
        (
            "what is not drawn",
            whole(page(1), "dicom", &dicom("", 9)),
            &json!({"Err": "of_no_kind"}),
        ),
        (
            "no header",
            whole(json!("header"), "dicom", PDF),
            &json!({"Ok": {"header": {"Err": "damaged"}}}),
        ),
    ] {
        let (answer, behind) = answered(&program(), sent);
        assert_eq!((&answer, behind.as_slice()), (wanted, &b""[..]), "{what}");
    }
}

/// The pipe takes less than is sent first, so that all of it is sent only once the process reads, and its bounds hold by then.
#[cfg(target_os = "linux")]
#[test]
fn the_process_that_reads_files_opens_nothing_and_is_bounded() {
    for program in programs() {
        let mut process = started(&program);
        let mut to = process.stdin.take().expect("a way in");
        to.write_all(&request(
            json!("sheets"),
            "pdf",
            3_000_000,
            &vec![b'%'; 2_000_000],
        ))
        .expect("it reads");
        let limits = fs::read_to_string(format!("/proc/{}/limits", process.id())).expect("its limits");
        for (name, most) in [
            ("Max cpu time", "20"),
            ("Max file size", "0"),
            ("Max core file size", "0"),
            ("Max open files", "0"),
            ("Max address space", "2147483648"),
        ] {
            let line = limits
                .lines()
                .find_map(|line| line.strip_prefix(name))
                .expect(name);
            let both: Vec<&str> = line.split_whitespace().take(2).collect();
            assert_eq!(both, [most, most], "{name}");
        }
        drop(to);
        assert!(process.wait().expect("it ends").success());
    }
}

/// Whoever waits at the other end of what the process was given is told that nobody holds it any more.
#[cfg(target_os = "linux")]
#[test]
fn the_process_that_reads_files_keeps_nothing_open_that_it_was_started_with() {
    for program in programs() {
        let (mut held, given) = std::io::pipe().expect("a pipe");
        let mut process = Command::new("/bin/sh")
            .args(["-c", "exec \"$0\" --draw-apart 7>&2 2>/dev/null"])
            .arg(&program)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(given)
            .spawn()
            .expect("a shell starts it");
        let (sender, closed) = mpsc::channel();
        thread::spawn(move || sender.send(held.read_to_end(&mut Vec::new())).ok());
        let told = closed.recv_timeout(Duration::from_secs(60));
        // It waits for what it is asked, and has not ended.
        assert_eq!(process.try_wait().expect("a process"), None);
        drop(process.stdin.take());
        assert!(process.wait().expect("it ends").success());
        assert_eq!(told.expect("it is closed").expect("it is read"), 0);
    }
}

/// The copy of the program is taken the right to be started once it runs and waits for the passphrase, so that it can't start
/// itself.
#[cfg(unix)]
#[test]
fn where_no_process_of_its_own_can_be_started_no_file_is_read() {
    use std::os::unix::fs::PermissionsExt;

    let folder = crate::documents::with_files();
    let beside = program();
    let copies = tempfile::tempdir_in(beside.parent().expect("a folder")).expect("a folder");
    let copy = copies.path().join("lamina");
    fs::copy(&beside, &copy).expect("a copy");
    let allow = |mode| fs::set_permissions(&copy, fs::Permissions::from_mode(mode)).expect("it is ours");
    for (mode, counts) in [
        (0o644, "0 attached, 0 in the record already, 6 refused.\n"),
        (0o755, "3 attached, 1 in the record already, 2 refused.\n"),
    ] {
        allow(0o755);
        let mut running = Command::new(&copy)
            .current_dir(folder.path())
            .args(["attach", "c.vault", "--patient", "case 01", "disc"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the copy runs");
        allow(mode);
        let mut keyboard = running.stdin.take().expect("a way in");
        keyboard
            .write_all(format!("{}\n", crate::tools::WORDS).as_bytes())
            .expect("it reads");
        drop(keyboard);
        let output = running.wait_with_output().expect("it ends");
        let told = format!(
            "{}{}",
            crate::tools::said(&output),
            String::from_utf8_lossy(&output.stdout)
        );
        assert_eq!(output.status.code(), Some(1), "{told}");
        assert!(told.ends_with(counts), "{told}");
        let study = told.lines().find(|line| line.contains("IM1")).expect("its line");
        assert_eq!(study.contains("cut short"), mode == 0o644, "{told}");
    }
}
