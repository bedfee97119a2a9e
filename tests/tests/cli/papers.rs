//! Papers for the patient from the record file to the page that poppler reads: the patient's own copy with how hard it is to
//! read, and questionnaires as sheets.

use crate::tools::{case, lamina, ok, refused, said};
use std::{path::Path, process::Command};

/// What poppler says of a file.
fn ask(folder: &Path, tool: &str, arguments: &[&str]) -> String {
    let output = Command::new(tool)
        .current_dir(folder)
        .args(arguments)
        .output()
        .expect("poppler is installed");
    assert!(output.status.success(), "{tool} {arguments:?}");
    String::from_utf8(output.stdout).expect("UTF-8")
}

fn pages(folder: &Path, file: &str) -> usize {
    let info = ask(folder, "pdfinfo", &[file]);
    assert!(info.contains("Tagged:          yes"), "{info}");
    let line = info.lines().find_map(|line| line.strip_prefix("Pages:"));
    line.expect("a number of pages").trim().parse().expect("a number")
}

#[test]
fn the_patients_copy_of_each_case_is_two_pages_in_plain_words_and_says_how_hard_it_is_to_read() {
    for number in 1..=6 {
        let folder = tempfile::tempdir().expect("a folder");
        let file = case(number);
        let made = lamina(
            folder.path(),
            &[
                "letter",
                &file,
                "--kind",
                "patient",
                "--out",
                "copy.pdf",
                "--emergency",
                "112",
            ],
        );
        let told = said(&made);
        ok(&made);
        assert!(told.contains("Reading grade "), "{number}: {told}");
        assert!(!told.contains("above grade 8"), "{number}: {told}");
        assert!(pages(folder.path(), "copy.pdf") <= 2, "{number}: {told}");
        let page = ask(folder.path(), "pdftotext", &["-raw", "copy.pdf", "-"]);
        let page = page.split_whitespace().collect::<Vec<_>>().join(" ");
        for words in [
            "Your operations",
            "When to call",
            "Call 112 at once",
            "Show this page before an MRI scan",
        ] {
            assert!(page.contains(words), "{number}: {words}: {page}");
        }
        assert!(!page.to_lowercase().contains("failed"), "{number}: {page}");
    }
}

#[test]
fn sheets_are_printed_of_what_is_free_and_refused_with_why_of_what_is_not() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = case(1);
    let list = ok(&lamina(folder.path(), &["sheets", "--list"]));
    assert!(list.contains("phq-9: Patient Health Questionnaire"), "{list}");
    let odi = list
        .lines()
        .find(|line| line.starts_with("odi: "))
        .expect("the ODI");
    assert!(odi.contains("no sheet. Only totals are kept"), "{odi}");
    let made = [
        "sheets",
        &file,
        "--out",
        "s.pdf",
        "--instrument",
        "phq-9",
        "--instrument",
        "PEG",
    ];
    ok(&lamina(folder.path(), &made));
    assert!(pages(folder.path(), "s.pdf") >= 2);
    let page = ask(folder.path(), "pdftotext", &["-raw", "s.pdf", "-"]);
    let page = page.split_whitespace().collect::<Vec<_>>().join(" ");
    for words in [
        "Feeling down, depressed, or hopeless",
        "Krebs EE",
        "Filled in on",
        "Total",
    ] {
        assert!(page.contains(words), "{words}: {page}");
    }
    let sheet_of = |id| ["sheets", &file, "--out", "x.pdf", "--instrument", id].map(str::to_owned);
    for (id, why) in [
        ("odi", "there is no sheet of `odi`"),
        ("nonsense", "is not an instrument"),
    ] {
        let call = sheet_of(id);
        let call: Vec<&str> = call.iter().map(String::as_str).collect();
        refused(folder.path(), &call, 2, &[why]);
    }
}
