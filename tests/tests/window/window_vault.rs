//! First start, unlocking, and a second copy of the app.

use crate::{first_start, opened, unlock};
use lamina_tests::{
    sample::{clinic, verify},
    window::{Key, Window},
};

#[test]
fn the_first_start_leads_to_a_vault() {
    let mut window = Window::open(None);
    window.see("heading", "Create your vault");
    assert!(!window.vault().exists());
    first_start(&window);
    assert_eq!(window.focus().name, "Search patients");
    window.says("No patients yet");
    window.close();
    for log in ["clinic.vault-wal", "clinic.vault-shm"] {
        let path = window.vault().with_file_name(log);
        assert!(!path.exists(), "{log} is left beside a vault that was closed");
    }
    let said = verify(&window.vault());
    assert!(said.starts_with("The vault is whole"), "{said}");
    window.reopen();
    unlock(&window);
    window.says("No patients yet");
}

#[test]
fn a_weak_passphrase_is_told_and_makes_nothing() {
    let window = Window::open(None);
    window.fill("Passphrase", "short");
    window.says("Not yet enough");
    window.fill("Passphrase again", "short");
    window.click("checkbox", "I have a safe place for the passphrase");
    window.click("button", "Create vault");
    let field = window.see("field", "Passphrase");
    window.wait_until("a message at the field", |_| field.is_invalid().then_some(()));
    let said = field.described();
    assert!(said.contains("10 more characters"), "{said}");
    assert!(!window.vault().exists());
    assert_eq!(window.focus().name, "Passphrase");
}

#[test]
fn two_passphrases_that_differ_are_told() {
    let window = Window::open(None);
    window.fill("Passphrase", "quiet river under seven green stones");
    window.fill("Passphrase again", "quiet river under seven green stonex");
    window.click("checkbox", "I have a safe place for the passphrase");
    window.click("button", "Create vault");
    let field = window.see("field", "Passphrase again");
    window.wait_until("a message at the field", |_| field.is_invalid().then_some(()));
    assert!(field.described().contains("differ"), "{}", field.described());
    assert!(!window.vault().exists());
}

#[test]
fn a_wrong_passphrase_is_told_and_changes_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let vault = clinic(folder.path(), &[]);
    let before = std::fs::read(&vault).expect("the vault");
    let window = Window::open(Some(&vault));
    window.fill("Passphrase", "quiet river under seven green stonez");
    window.press(Key::Return);
    let field = window.see("field", "Passphrase");
    window.wait_until("a message at the field", |_| field.is_invalid().then_some(()));
    assert!(
        field.described().contains("does not open this vault"),
        "{}",
        field.described()
    );
    assert!(
        std::fs::read(&vault).expect("the vault") == before,
        "the file has to stay as it was"
    );
    window.fill("Passphrase", lamina_tests::sample::PASSPHRASE);
    window.press(Key::Return);
    window.see("heading", "Patients");
}

#[test]
fn a_second_copy_on_the_same_vault_is_told() {
    let (_folder, first) = opened(&[4]);
    let second = first.another(Some(&first.vault()));
    second.fill("Passphrase", lamina_tests::sample::PASSPHRASE);
    second.press(Key::Return);
    second.says("open in another copy of Lamina");
    second.see("button", "Unlock");
    assert!(!second.document().contains("Case 04"));
    drop(second);
    first.click("link", "Patients");
    first.see_part("link", "Case 04");
}
