//! Scoring, the opioid load and the list of rules from the command line, without a vault.

use serde_json::Value;
use std::{
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};

fn lamina(arguments: &[&str], typed: &[u8]) -> Output {
    // Nextest sets the folder of the built programs only for the crate that owns them; they lie beside the tests.
    let here = std::env::current_exe().expect("the test's own path");
    let program: PathBuf = here
        .ancestors()
        .nth(2)
        .expect("the folder of built programs")
        .join("lamina");
    let mut child = Command::new(program)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("`cargo xtask test` builds the command line before the tests");
    // A program that refuses its call closes its input before it is written.
    let mut input = child.stdin.take().expect("standard input");
    let _closed_early = input.write_all(typed).is_err();
    drop(input);
    child.wait_with_output().expect("the program ends")
}

fn lines(output: &Output) -> Vec<Value> {
    String::from_utf8_lossy(&output.stdout)
        .lines()
        .map(|line| serde_json::from_str(line).expect("a JSON object a line"))
        .collect()
}

fn told(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn one(arguments: &[&str], typed: &str) -> Value {
    let output = lamina(arguments, typed.as_bytes());
    assert!(output.status.success(), "{}", told(&output));
    let mut found = lines(&output);
    assert_eq!(found.len(), 1);
    found.remove(0)
}

#[test]
fn each_row_is_one_score() {
    let rows = "1,2,1,2,2,2,1,2,1,2\n1,2,1,2,2,2,1,,2,3\n2,3,2,3,2,3,2,,,3\n2,3,2,3,2,3,,,,3\n3|4,0,0,0,0,0,0,0,0,0\n";
    let output = lamina(&["score", "odi", "--edition", "2.1a"], rows.as_bytes());
    assert!(output.status.success(), "{}", told(&output));
    let found = lines(&output);
    let scores: Vec<Option<f64>> = found.iter().map(|line| line["score"].as_f64()).collect();
    assert_eq!(scores, [Some(32.0), Some(35.6), Some(50.0), None, Some(8.0)]);
    assert_eq!(found[0]["edition"], "2.1a");
    assert_eq!(found[0]["band_words"], "moderate");
    assert_eq!(found[2]["prorated"], true);
    assert_eq!(found[2]["band_words"], "severe (prorated, 2 missing)");
    assert_eq!(found[3]["answered"], 7);
    assert_eq!(found[3]["reason"]["code"], "too_few");
    assert_eq!(found[3]["reason_words"], "7 of 10 answered; the score needs 8");
}

#[test]
fn bad_rows_are_told_by_number_and_stop_nothing() {
    let output = lamina(
        &["score", "nrs"],
        b"week,pain\n1,7\n2,11\n3,7.5\n4,x\n5,1,2\n6,0\n",
    );
    assert_eq!(output.status.code(), Some(1));
    let scores: Vec<Option<f64>> = lines(&output).iter().map(|line| line["score"].as_f64()).collect();
    assert_eq!(scores, [Some(7.0), Some(0.0)]);
    let told = told(&output);
    for words in [
        "row 3: answer 1: must lie between 0 and 10",
        "row 4: answer 1: only whole numbers are possible",
        "row 5: answer 1: `x` is not a number",
        "row 6: 2 columns are named, 3 cells given",
        "4 of 6 rows were refused",
    ] {
        assert!(told.contains(words), "{words}: {told}");
    }
}

/// Rows and scores of what was printed.
fn scores(output: &Output) -> Vec<(u64, Option<f64>)> {
    let line = |line: &Value| (line["row"].as_u64().unwrap_or(0), line["score"].as_f64());
    lines(output).iter().map(line).collect()
}

fn scored(arguments: &[&str], typed: impl AsRef<[u8]>) -> Vec<(u64, Option<f64>)> {
    let output = lamina(arguments, typed.as_ref());
    assert!(output.status.success(), "{}", told(&output));
    scores(&output)
}

#[test]
fn columns_are_found_by_name_in_any_order_and_an_id_is_no_answer() {
    let odi = "patient,q10,q9,q8,q7,q6,q5,q4,q3,q2,q1,date\n9,0,0,0,0,0,0,0,0,0,5,2026-01-31\n";
    assert_eq!(scored(&["score", "odi"], odi), [(2, Some(10.0))]);
    let peg = "id,activity,pain,enjoyment\n1,6,7,8\n2,NA,7,8\n";
    let output = lamina(&["score", "peg"], peg.as_bytes());
    assert_eq!(scores(&output), [(2, Some(7.0)), (3, None)]);
    // The safety question is where its name says, not in the ninth column.
    let phq = "phq9_9,phq9_1,phq9_2,phq9_3,phq9_4,phq9_5,phq9_6,phq9_7,phq9_8\n1,0,0,0,0,0,0,0,0\n";
    let line = one(&["score", "phq-9"], phq);
    assert_eq!(line["flags"][0], "safety_prompt");
    let total = "id,ODI total\n7,42\n";
    assert_eq!(scored(&["score", "odi", "--total"], total), [(2, Some(42.0))]);
}

#[test]
fn a_file_without_names_loses_no_row_and_is_refused_where_it_can_be_read_in_two_ways() {
    assert_eq!(
        scored(&["score", "peg"], "7,8,6\n7,7,6\n"),
        [(1, Some(7.0)), (2, Some(6.7))]
    );
    let refused = |arguments: &[&str], typed: &str, words: &[&str]| {
        let output = lamina(arguments, typed.as_bytes());
        assert_eq!(output.status.code(), Some(1), "{typed}");
        assert!(output.stdout.is_empty(), "{typed}: nothing is scored by guess");
        for word in words {
            assert!(told(&output).contains(word), "{word}: {}", told(&output));
        }
    };
    refused(
        &["score", "peg", "--header"],
        "7,8,6\n7,7,6\n",
        &["holds answers and no names"],
    );
    refused(
        &["score", "peg"],
        "a,b,c\n7,8,6\n",
        &["question 1, 2, 3", "`q1` to `q3`"],
    );
    refused(
        &["score", "phq-9"],
        "1,0,0,0,0,0,0,0,0,1\n",
        &["10 columns without names"],
    );
    refused(
        &["score", "peg"],
        "q1,q2,q2\n7,8,6\n",
        &["two columns are named for question 2"],
    );
    refused(
        &["score", "peg"],
        "1,7,8,6\n",
        &["number of answers: 3 expected, 4 given"],
    );
    refused(&["score", "peg"], "q1,q2,q3\n", &["no row to score"]);
    for empty in ["", "\n", "\r\n\r\n", "\u{feff}", "  \n"] {
        refused(&["score", "peg"], empty, &["is empty"]);
    }
}

#[test]
fn a_row_has_the_number_of_its_line_in_the_file() {
    for end in ["\n", "\r\n", "\r"] {
        let file = ["", "q1,q2,q3", "", "7,8,6", "", "", "7,7,x", "1,1,1", ""].join(end);
        let output = lamina(&["score", "peg"], file.as_bytes());
        assert_eq!(scores(&output), [(4, Some(7.0)), (8, Some(1.0))], "{end:?}");
        assert!(
            told(&output).contains("row 7: answer 3"),
            "{end:?}: {}",
            told(&output)
        );
    }
    let quoted = "note,q1,q2,q3\n\"two\nlines\",7,8,6\n,1,1,1\n";
    assert_eq!(
        scored(&["score", "peg"], quoted),
        [(2, Some(7.0)), (4, Some(1.0))]
    );
}

#[test]
fn what_programs_write_is_read_or_refused_by_name() {
    let plain = "id,q1,q2,q3\n1,7,8,6\n";
    let wanted = [(2, Some(7.0))];
    assert_eq!(scored(&["score", "peg"], format!("\u{feff}{plain}")), wanted);
    assert_eq!(scored(&["score", "peg"], plain.replace(',', ";")), wanted);
    assert_eq!(scored(&["score", "peg"], plain.replace(',', "\t")), wanted);
    assert_eq!(
        scored(&["score", "peg"], format!("sep=;\r\n{}", plain.replace(',', ";"))),
        [(3, Some(7.0))]
    );
    let little: Vec<u8> = std::iter::once(0xfeff)
        .chain(plain.encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    let big: Vec<u8> = std::iter::once(0xfeff)
        .chain(plain.encode_utf16())
        .flat_map(u16::to_be_bytes)
        .collect();
    assert_eq!(scored(&["score", "peg"], &little), wanted);
    assert_eq!(scored(&["score", "peg"], &big), wanted);
    // A decimal comma is one where it can be nothing else.
    assert_eq!(
        scored(&["score", "tug"], "id;seconds\n1;12,4\n"),
        [(2, Some(12.4))]
    );
    assert_eq!(scored(&["score", "tug"], "seconds\n12,4\n"), [(2, Some(12.4))]);
    assert_eq!(
        scored(&["score", "tug"], "id,seconds\n1,\"12,4\"\n"),
        [(2, Some(12.4))]
    );
    for (bytes, words) in [
        (&b"12,4\n"[..], "a decimal comma needs quotes"),
        (&little[2..], "UTF-16 without a mark"),
        (&[0xff, 0xfe, 0, 0, 7, 0, 0, 0][..], "UTF-32"),
        (&[0xff, 0xfe, 7][..], "damaged UTF-16"),
        (&b"PK\x03\x04rest"[..], "spreadsheet"),
        (&b"q1;q2\tq3\n"[..], "tabs and semicolons"),
    ] {
        let id = if words.contains("comma") { "tug" } else { "peg" };
        let output = lamina(&["score", id], bytes);
        assert_eq!(output.status.code(), Some(1), "{words}");
        assert!(
            output.stdout.is_empty() && told(&output).contains(words),
            "{words}: {}",
            told(&output)
        );
    }
}

/// Every instrument with how many questions it has, as the program itself lists them.
const FORMS: [(&str, usize); 8] = [
    ("odi", 10),
    ("phq-9", 9),
    ("rmdq-24", 24),
    ("nrs", 1),
    ("eq-5d-5l", 5),
    ("pgic", 1),
    ("tug", 1),
    ("6mwt", 1),
];

#[test]
fn what_says_missing_is_never_a_score_a_zero_or_a_no() {
    for word in [
        "NA", "N/A", "-99", ".", "missing", "null", "-", "#N/A", "nan", "999",
    ] {
        for (id, count) in FORMS {
            // What is measured has no answer that is too high to be one; there 999 is refused.
            if word == "999" && ["tug", "6mwt"].contains(&id) {
                continue;
            }
            let row = vec![word; count].join(",") + "\n";
            for how in [&[][..], &["--confirmed"], &["--yes-no"], &["--prorate"]] {
                let line = one(&[&["score", id], how].concat(), &row);
                assert_eq!(line["score"], Value::Null, "{id} {word} {how:?}");
                assert_eq!(line["reason"]["code"], "not_answered", "{id} {word} {how:?}");
                assert_eq!(line["answered"], 0, "{id} {word} {how:?}");
            }
            if !["eq-5d-5l", "pgic"].contains(&id) {
                let total = one(&["score", id, "--total"], &format!("{word}\n"));
                assert_eq!(
                    (&total["score"], &total["reason"]["code"]),
                    (&Value::Null, &"not_answered".into())
                );
            }
        }
    }
    let ticks = format!("x{}\n", ",".repeat(23));
    assert_eq!(one(&["score", "rmdq-24", "--confirmed"], &ticks)["score"], 1.0);
    let none = format!("no{}\n", ",".repeat(23));
    let output = lamina(&["score", "rmdq-24", "--confirmed"], none.as_bytes());
    assert!(
        !String::from_utf8_lossy(&output.stdout).contains("-0"),
        "{}",
        told(&output)
    );
    let blank = format!("{}\n", ",".repeat(23));
    assert_eq!(
        one(&["score", "rmdq-24", "--confirmed"], &blank)["score"],
        Value::Null
    );
}

#[test]
fn what_can_t_be_measured_is_refused_with_its_range() {
    for (id, cell, range) in [
        ("6mwt", "9999", "must lie between 0 and 900"),
        ("tug", "999", "must lie between 1 and 600"),
        ("5xsts", "999", "must lie between 1 and 600"),
        ("walking-minutes", "2000", "must lie between 0 and 1440"),
    ] {
        for how in [&[][..], &["--total"]] {
            let output = lamina(&[&["score", id], how].concat(), format!("{cell}\n").as_bytes());
            assert_eq!(output.status.code(), Some(1), "{id}");
            assert!(
                output.stdout.is_empty() && told(&output).contains(range),
                "{id}: {}",
                told(&output)
            );
        }
    }
    assert_eq!(scored(&["score", "6mwt"], "620\n"), [(1, Some(620.0))]);
    assert_eq!(
        scored(&["score", "walking-minutes"], "1440\n"),
        [(1, Some(1440.0))]
    );
}

#[test]
fn text_that_is_no_text_is_a_bad_row() {
    let output = lamina(&["score", "nrs"], b"7\n\xff\n3\n");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(lines(&output).len(), 2);
    assert!(
        told(&output).contains("row 2: this is not text"),
        "{}",
        told(&output)
    );
}

#[test]
fn trap_03_a_blank_self_harm_item_is_not_assessed() {
    let line = one(&["score", "phq-9"], "0,0,0,0,0,0,0,0,\n");
    assert_eq!(line["score"], Value::Null);
    assert_eq!(line["flags"][0], "safety_not_assessed");
    let line = one(&["score", "phq-9"], "0,0,0,0,0,0,0,0,1\n");
    assert_eq!(line["score"], 1.0);
    assert_eq!(line["flags"][0], "safety_prompt");
    assert!(
        line["flag_words"][0]
            .as_str()
            .is_some_and(|words| words.contains("protocol"))
    );
}

#[test]
fn options_reach_the_rule() {
    assert_eq!(
        one(&["score", "phq-9", "--prorate"], "2,2,2,2,2,1,1,,\n")["score"],
        15.0
    );
    let ticks = "x,,,,,,,,,,,,,,,,,,,,,,,\n";
    assert_eq!(
        one(&["score", "rmdq-24"], ticks)["reason"]["code"],
        "not_confirmed"
    );
    assert_eq!(one(&["score", "rmdq-24", "--confirmed"], ticks)["score"], 1.0);
    assert_eq!(
        one(&["score", "rmdq-24", "--yes-no"], ticks)["reason"]["code"],
        "too_few"
    );
    let total = one(&["score", "odi", "--total"], "42\n");
    assert_eq!((&total["score"], &total["entered"]), (&42.0.into(), &true.into()));
    assert_eq!(one(&["score", "pgic"], "much better\n")["label"], "much_better");
    assert_eq!(one(&["score", "tug"], "unable\n")["reason"]["code"], "unable");
    assert_eq!(one(&["score", "eq-5d-5l"], "2,1,1,4,3\n")["profile"], "21143");
}

#[test]
fn a_call_that_is_wrong_has_its_own_exit_code() {
    let output = lamina(&["score", "oswestry"], b"");
    assert_eq!(output.status.code(), Some(2));
    assert!(
        told(&output).contains("rmdq-24"),
        "the instruments are named: {}",
        told(&output)
    );
    assert_eq!(
        lamina(&["score", "nrs", "--file", "none.csv"], b"").status.code(),
        Some(3)
    );
    assert_eq!(
        lamina(&["score", "odi", "--total", "--prorate"], b"")
            .status
            .code(),
        Some(2)
    );
    let edition = lamina(&["score", "odi", "--edition", "9"], b"1,2,1,2,2,2,1,2,1,2\n");
    assert_eq!(edition.status.code(), Some(1));
    assert!(edition.stdout.is_empty());
}

#[test]
fn a_file_is_read_as_standard_input_is() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("peg.csv");
    std::fs::write(&path, "p,e,g\n7,8,6\n7,7,6\n").expect("a writable folder");
    let output = lamina(
        &["score", "peg", "--file", path.to_str().expect("a plain path")],
        b"",
    );
    let scores: Vec<Option<f64>> = lines(&output).iter().map(|line| line["score"].as_f64()).collect();
    assert_eq!(scores, [Some(7.0), Some(6.7)]);
}

#[test]
fn the_rules_come_as_text_json_and_document() {
    let json = lamina(&["rules", "--json"], b"");
    let rules = lines(&json);
    let odi = rules
        .iter()
        .find(|rule| rule["id"] == "score.odi")
        .expect("the rule of the ODI");
    for field in ["version", "title", "source", "sure"] {
        assert!(!odi[field].is_null(), "{field}");
    }
    let text = lamina(&["rules"], b"");
    let text = String::from_utf8_lossy(&text.stdout).into_owned();
    assert_eq!(text.lines().count(), rules.len());
    assert!(text.contains("change.matters.odi (version 1, checked)"), "{text}");
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/rules.md");
    let page = std::fs::read_to_string(page).expect("docs/rules.md is there");
    let told = lamina(&["rules", "--markdown"], b"");
    assert_eq!(String::from_utf8_lossy(&told.stdout), page.replace("\r\n", "\n"));
}

#[test]
fn the_opioid_load_comes_with_its_arithmetic_and_table() {
    let lines = ["mme", "oxycodone 10 mg q12h", "fentanyl patch 25 mcg/h"];
    let output = lamina(&lines, b"");
    assert!(output.status.success(), "{}", told(&output));
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(text.contains("Total 90 MME a day (CDC 2022 table"), "{text}");
    assert!(text.contains("× 1.5") && text.contains("× 2.4"), "{text}");
    let typed = lamina(&["mme"], b"oxycodone 10 mg q12h\n\nfentanyl patch 25 mcg/h\n");
    assert_eq!(
        typed.stdout, output.stdout,
        "a line is a line, wherever it comes from"
    );
}

#[test]
fn trap_23_the_table_is_chosen_and_named() {
    let load = |table: &str| one(&["mme", "--json", "--table", table, "tramadol 50 mg qid"], "");
    assert_eq!(load("us-cdc-2022")["as_taken"]["value"], "40");
    let uk = load("uk");
    assert_eq!(uk["as_taken"]["value"], "20");
    assert_eq!(uk["table"]["jurisdiction"], "UK");
    let unknown = lamina(&["mme", "--table", "cdc-2016", "tramadol 50 mg qid"], b"");
    assert_eq!(unknown.status.code(), Some(2));
}

#[test]
fn trap_21_no_total_is_given_while_a_line_is_not_understood() {
    let output = lamina(&["mme"], b"oxycodone 10 mg q12h\nMS 10 mg bd\n");
    assert_eq!(output.status.code(), Some(1));
    assert!(output.stdout.is_empty());
    assert!(told(&output).contains("line 2: "), "{}", told(&output));
}

/// What can't be counted is said, and nothing countable is no total.
#[test]
fn trap_21_the_total_says_what_is_missing_and_is_never_zero() {
    let text = |lines: &[&str]| {
        let output = lamina(&[&["mme"], lines].concat(), b"");
        assert!(output.status.success(), "{}", told(&output));
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    let least = text(&["oxycodone 5 mg qid", "Jurnista 16 mg od"]);
    for said in [
        "As taken: Total at least 30 MME a day (CDC 2022 table; 1 medicine not known to Lamina)",
        "oxycodone 5 mg × 4 a day × 1.5 = 30",
        "Not counted: jurnista: the name is not known to Lamina, so that it may be an opioid",
        "whether it is 50 MME a day or more is not known",
    ] {
        assert!(least.contains(said), "`{said}` is not in {least}");
    }
    let sure = text(&[
        "oxycodone 5 mg qid",
        "paracetamol 1 g qid",
        "metformin 500 mg bd",
        "ramipril 5 mg od",
    ]);
    assert!(sure.contains("Total 30 MME a day (CDC 2022 table)"), "{sure}");
    let all = text(&[
        "oxycodone 5 mg qid",
        "Xtampza ER 36 mg q12h",
        "diazepam 5 mg nocte",
    ]);
    for said in [
        "Total 138 MME",
        "stands on it 2 times",
        "a benzodiazepine",
        "naloxone is not on the list",
    ] {
        assert!(all.contains(said), "`{said}` is not in {all}");
    }
    for line in [
        "Actiq 800 mcg qid",
        "morphine 1 mg/day intrathecal pump",
        "Jurnista 16 mg od",
    ] {
        let none = text(&[line]);
        assert!(
            none.contains("No total in MME a day: nothing could be counted"),
            "{none}"
        );
        assert!(!none.contains("Total 0"), "{none}");
        let json = one(&["mme", "--json", line], "");
        assert!(
            json["at_most"]["value"].is_null() && json["at_most"]["at_least"] == true,
            "{json}"
        );
    }
    let none = text(&["paracetamol 1 g qid"]);
    assert!(
        none.contains("No opioid among the medicines that are taken"),
        "{none}"
    );
    assert!(text(&["oxycodone 5 mg qid", "naltrexone 50 mg od"]).contains("blocks opioids"));
    let uk = text(&["--table", "uk", "morphine 50 mg bd"]);
    assert!(
        uk.contains("Above 90 mg oral morphine equivalent a day") && uk.contains("Opioids Aware"),
        "{uk}"
    );
}

/// A second amount never replaces the first: it is read, or refused with the place where reading stopped.
#[test]
fn trap_24_a_second_amount_is_refused_with_its_place() {
    for (line, said) in [
        ("MST 30 mg bd prn 10 mg", "`10 mg` begins a second amount"),
        (
            "oxycodone MR 40 mg bd, 5 mg prn",
            "`5 mg prn` begins a second amount",
        ),
        ("morphine 10 mg once", "`once` is not clear"),
        ("morphine 10 mg continuous", "`continuous` is not clear"),
        ("tramadol 50 mg qid takes half", "`takes half` is not clear"),
        ("Butec 10", "`10` has no unit; write micrograms/h"),
        ("oxycodone .5 mg bd", "`.5` could be 0.5 or 5"),
        (
            "fentanyl patch 25 mcg/h twice a day",
            "changed twice a day is unusual",
        ),
    ] {
        let output = lamina(&["mme", line], b"");
        assert_eq!(output.status.code(), Some(1), "{line}");
        assert!(told(&output).contains(said), "{line}: {}", told(&output));
    }
    for (line, total) in [
        ("oxycodone 5 mg 1 tablet each morning and evening", "15"),
        ("oxycodone 5 mg every morning and night", "15"),
        ("morphine 30 mg 1-0-1", "60"),
        ("Butec 10 mcg/h weekly", "24"),
    ] {
        let load = one(&["mme", "--json", "--table", "uk", line], "");
        assert_eq!(load["as_taken"]["value"], total, "{line}: {load}");
    }
}
