//! Where nothing can be written, a full disk or a read-only medium: what was saved is as it was and can be read, and what can't
//! be saved is told as such. Only an administrator may make such disks, so elsewhere this is not tried.

use crate::tools::{case, files, keyed, lamina, ok, said};
use std::{fs, io::Write, os::unix::fs::MetadataExt, panic::AssertUnwindSafe, path::Path, process::Command};

/// Does work in a folder and on a small disk in it.
fn on_a_disk(work: impl FnOnce(&Path, &Path)) {
    let folder = tempfile::tempdir().expect("a folder");
    let disk = folder.path().join("disk");
    fs::create_dir(&disk).expect("a folder");
    let is_administrator = fs::metadata("/proc/self").is_ok_and(|own| own.uid() == 0);
    if !is_administrator || !mount(&disk, &["-t", "tmpfs", "-o", "size=4m", "tmpfs"]) {
        println!("not tried: only an administrator may make a small disk");
        return;
    }
    let done = std::panic::catch_unwind(AssertUnwindSafe(|| work(folder.path(), &disk)));
    let unmounted = Command::new("umount").arg(&disk).output().expect("umount");
    if let Err(failure) = done {
        std::panic::resume_unwind(failure);
    }
    assert!(unmounted.status.success(), "{}", said(&unmounted));
}

fn mount(disk: &Path, arguments: &[&str]) -> bool {
    let mounted = Command::new("mount").args(arguments).arg(disk).output();
    mounted.is_ok_and(|output| output.status.success())
}

/// Calls that only read, and what they have to find.
fn can_be_read(disk: &Path, dump: &str) {
    let listed = keyed(disk, &["patients", "c.vault"]);
    assert_eq!(ok(&listed).lines().count(), 1);
    let told = said(&listed);
    assert!(
        told.contains("only read, and its audit log does not say so"),
        "{told}"
    );
    assert!(ok(&keyed(disk, &["verify", "c.vault"])).starts_with("The vault is whole"));
    ok(&keyed(disk, &["dump", "c.vault", "--out", dump]));
    let letter = format!("{dump}.pdf");
    ok(&keyed(
        disk,
        &["letter", "c.vault", "--patient", "Case", "--out", &letter],
    ));
}

#[test]
fn a_vault_on_a_read_only_medium_is_read_and_left_as_it_is() {
    on_a_disk(|_, disk| {
        ok(&keyed(disk, &["new", "c.vault"]));
        ok(&keyed(disk, &["load", "c.vault", &case(1)]));
        let report = disk.join("report.pdf");
        fs::write(&report, crate::documents::PDF).expect("a file");
        ok(&keyed(
            disk,
            &["attach", "c.vault", "--patient", "Case", "report.pdf"],
        ));
        let before = files(disk);
        assert!(mount(disk, &["-o", "remount,ro"]));
        can_be_read(disk, "../read.json");
        let of_case = ["c.vault", "--patient", "Case"];
        let listed = ok(&keyed(disk, &[&["documents"], &of_case[..]].concat()));
        assert!(listed.contains("report.pdf"), "{listed}");
        let copy = ["--document", "1", "--out", "../copy.pdf"];
        ok(&keyed(disk, &[&["copy"], &of_case[..], &copy[..]].concat()));
        let copied = fs::read(disk.join("../copy.pdf")).expect("a copy");
        assert_eq!(copied, crate::documents::PDF);
        let again = keyed(
            disk,
            &[
                "attach",
                "c.vault",
                "--patient",
                "Case",
                "c.vault.keys",
                "report.pdf",
            ],
        );
        assert!(
            said(&again).contains("1 of 2 files were not attached"),
            "{}",
            said(&again)
        );
        let load = keyed(disk, &["load", "c.vault", &case(2)]);
        assert_eq!(load.status.code(), Some(3), "{}", said(&load));
        let told = said(&load);
        assert!(
            told.contains("can't be written here; nothing was loaded"),
            "{told}"
        );
        assert!(before == files(disk));
        assert!(mount(disk, &["-o", "remount,rw"]));
        let whole = keyed(disk, &["verify", "c.vault"]);
        ok(&whole);
        assert_eq!(said(&whole), "");
    });
}

#[test]
fn a_vault_on_a_full_disk_is_read() {
    on_a_disk(|_, disk| {
        ok(&keyed(disk, &["new", "c.vault"]));
        ok(&keyed(disk, &["load", "c.vault", &case(1)]));
        let mut filling = fs::File::create(disk.join("filling")).expect("a file");
        while filling.write(&[7; 1_024]).is_ok_and(|count| count > 0) {}
        can_be_read(disk, "../full.json");
        // As long as it is open it keeps its room.
        drop(filling);
        fs::remove_file(disk.join("filling")).expect("the filling");
        let whole = keyed(disk, &["verify", "c.vault"]);
        ok(&whole);
        assert_eq!(said(&whole), "");
    });
}

#[test]
fn a_full_disk_loses_nothing_that_was_saved() {
    on_a_disk(on_a_small_disk);
}

fn on_a_small_disk(folder: &Path, disk: &Path) {
    ok(&keyed(disk, &["new", "c.vault"]));
    ok(&keyed(disk, &["load", "c.vault", &case(1)]));
    ok(&keyed(disk, &["dump", "c.vault", "--out", "../before.json"]));
    let many = folder.join("many.json");
    let many = many.to_string_lossy();
    ok(&lamina(
        disk,
        &["sample", "--patients", "300", "--seed", "2", "--out", &many],
    ));
    let full = keyed(disk, &["load", "c.vault", &many]);
    assert_eq!(full.status.code(), Some(3), "{}", said(&full));
    assert!(
        said(&full).contains("disk is full; nothing was loaded"),
        "{}",
        said(&full)
    );
    let other = keyed(disk, &["sample", "--patients", "900", "--out", "large.json"]);
    assert_eq!(other.status.code(), Some(3), "{}", said(&other));
    assert!(said(&other).contains("nothing was written"), "{}", said(&other));
    assert!(!disk.join("large.json").exists(), "half a file is not left");
    ok(&keyed(disk, &["dump", "c.vault", "--out", "../after.json"]));
    let read = |name: &str| fs::read(folder.join(name)).expect("a dump");
    assert!(
        read("before.json") == read("after.json"),
        "what was saved is as it was"
    );
    ok(&keyed(disk, &["verify", "c.vault"]));
}
