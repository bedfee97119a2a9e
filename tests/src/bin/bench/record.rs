//! The record: search, opening, chart, letter and saving, through the desk that the window uses.

use crate::{report::Report, search};
use lamina_clinic::{
    desk::{Desk, Surroundings},
    vault::KdfCost,
};
use lamina_tests::{
    programs::{PASSPHRASE_FROM, lamina, said},
    sample::{PASSPHRASE, SEED},
};
use serde_json::{Value, json};
use std::{
    path::Path,
    sync::Arc,
    time::{Duration, Instant},
};

/// So many other records are read until one is no longer held.
const OTHERS: usize = 8;

/// Makes the clinic, then measures what a person waits for.
pub fn measure(report: &mut Report, patients: u32) {
    let folder = tempfile::tempdir().expect("a folder");
    let call = |arguments: &[&str]| {
        said(&lamina(
            folder.path(),
            PASSPHRASE,
            &[arguments, &["--passphrase-env", PASSPHRASE_FROM]].concat(),
        ))
    };
    call(&["new", "clinic.vault"]);
    let began = Instant::now();
    call(&[
        "sample",
        "--patients",
        &patients.to_string(),
        "--seed",
        &SEED.to_string(),
        "--vault",
        "clinic.vault",
    ]);
    report.figure(
        &format!("{patients} patients made and loaded"),
        began.elapsed().as_secs_f64(),
        "s",
        None,
    );
    call(&[
        "sample",
        "--patients",
        "1",
        "--years",
        "20",
        "--facts",
        "5000",
        "--seed",
        "9",
        "--vault",
        "clinic.vault",
    ]);
    // Ids sort in the order in which they were made, and the one very full record was made last.
    let everyone = call(&["patients", "clinic.vault", "--json"]);
    let full = everyone
        .lines()
        .filter_map(|line| {
            Some(
                serde_json::from_str::<Value>(line).ok()?["id"]
                    .as_str()?
                    .to_owned(),
            )
        })
        .max()
        .expect("a full record");
    let size = std::fs::metadata(folder.path().join("clinic.vault")).map_or(0, |file| file.len());
    report.figure("size of that vault", size as f64 / 1_048_576.0, "MiB", None);
    search::people(folder.path(), patients);
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .expect("a runtime");
    runtime.block_on(at_the_desk(folder.path(), &full, report));
}

async fn at_the_desk(folder: &Path, full: &str, report: &mut Report) {
    let desk = Desk::new(Surroundings {
        vault: folder.join("clinic.vault"),
        letters: folder.join("letters"),
        preferences: folder.join("preferences.json"),
        person: "bench".to_owned(),
        cost: Some(KdfCost::STANDARD),
        view: Arc::new(|_| Ok(())),
        renew: Arc::new(|| ()),
        choose: Arc::new(|_| Box::pin(async { Vec::new() })),
    });
    let (unlock, _) = timed(&desk, "unlock_vault", json!({ "passphrase": PASSPHRASE })).await;
    report.time("unlock", unlock, 1500.0);

    let hits = search::measure(&desk, folder, report).await;

    let mut openings = Vec::new();
    for id in hits.iter().take(200) {
        openings.push(timed(&desk, "open_patient", json!({ "patient": id })).await.0);
    }
    report.times("open a patient", openings, 50.0);

    let (mut first, mut openings) = (Vec::new(), Vec::new());
    let (mut lists, mut charts, mut follow_ups, mut walks) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for _ in 0..20 {
        // Records that were read last are held; these take the place of the long one.
        for id in hits.iter().take(OTHERS) {
            timed(&desk, "open_patient", json!({ "patient": id })).await;
        }
        first.push(timed(&desk, "open_patient", json!({ "patient": full })).await.0);
        openings.push(timed(&desk, "open_patient", json!({ "patient": full })).await.0);
        let list = json!({ "patient": full, "noun": "score" });
        lists.push(timed(&desk, "list_entries", list).await.0);
        let chart = json!({ "patient": full, "width": 900, "paper": "light", "baseline": null });
        charts.push(timed(&desk, "progress_chart", chart).await.0);
        follow_ups.push(timed(&desk, "follow_up", json!({ "patient": full })).await.0);
        walks.push(timed(&desk, "walking", json!({ "patient": full })).await.0);
    }
    report.times("open a 20-year record of 5,000 facts", first, 50.0);
    report.times("open it again", openings, 50.0);
    report.times("its list of scores", lists, 50.0);
    report.times("what its follow-up calls for", follow_ups, 50.0);
    report.times("its walking programme", walks, 60.0);
    report.times("its progress chart, read and drawn", charts, 60.0);

    let (first, _) = timed(&desk, "list_due", json!({ "limit": 100 })).await;
    report.figure(
        "who is due in the clinic, for the first time after loading",
        first.as_secs_f64() * 1000.0,
        "ms",
        None,
    );
    let mut lists = Vec::new();
    for _ in 0..20 {
        lists.push(timed(&desk, "list_due", json!({ "limit": 100 })).await.0);
    }
    report.times("who is due in the clinic", lists, 500.0);
    let mut histories = Vec::new();
    for _ in 0..10 {
        histories.push(timed(&desk, "list_changes", json!({ "patient": full })).await.0);
    }
    report.times("the history of a 20-year record", histories, 50.0);

    let someone = hits.first().expect("somebody is found").clone();
    let mut charts = Vec::new();
    let mut letters = Vec::new();
    let mut bytes = 0.0;
    for _ in 0..20 {
        let chart = json!({ "patient": someone, "width": 900, "paper": "light", "baseline": null });
        charts.push(timed(&desk, "progress_chart", chart).await.0);
        let letter =
            json!({ "patient": someone, "reason": "Pain after spine surgery", "question": "Please see" });
        let (taken, made) = timed(&desk, "preview_letter", letter).await;
        letters.push(taken);
        bytes = made["bytes"].as_f64().unwrap_or_default();
    }
    report.times("progress chart of a usual record", charts, 10.0);
    report.times("letter of a usual record", letters, 20.0);
    report.figure("size of that letter", bytes / 1024.0, "KB", Some(120.0));

    let mut saves = Vec::new();
    for number in 0..100 {
        let id = uuid(number);
        let save = json!({
            "request": id, "entry": id, "patient": someone, "draft": null,
            "input": { "noun": "symptom", "site": "Leg", "onset": "May 2019", "side": { "value": "left" } },
        });
        saves.push(timed(&desk, "record_entry", save).await.0);
    }
    report.times("save, all safety on", saves, 50.0);
    let memory = resident(std::process::id());
    report.figure("memory of this process with the clinic open", memory, "MiB", None);
    desk.close().await.expect("the vault closes");
}

/// One command and how long it took.
pub async fn timed(desk: &Desk, name: &str, request: Value) -> (Duration, Value) {
    let began = Instant::now();
    let answer = desk.call(name, request).await;
    (
        began.elapsed(),
        answer.unwrap_or_else(|refused| panic!("{name}: {refused:?}")),
    )
}

/// An id of version 7 that no clock made.
fn uuid(number: u32) -> String {
    format!("01a21000-0000-7000-8000-{number:012x}")
}

/// Resident memory of a process in MiB; 0 where the system does not tell.
pub fn resident(process: u32) -> f64 {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmRSS:"))
        .unwrap_or_default();
    let kib: f64 = line.trim().trim_end_matches(" kB").parse().unwrap_or_default();
    kib / 1024.0
}
