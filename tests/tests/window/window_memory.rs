//! What the app's processes still hold in memory when it was locked, in the app as it is shipped: nobody drives it.

use lamina_tests::{
    sample::{PASSPHRASE, clinic},
    window::{Alone, held},
};

#[test]
fn locking_ends_the_process_that_showed_the_record() {
    let folder = tempfile::tempdir().expect("a folder");
    let vault = clinic(folder.path(), &[4]);
    let app = Alone::open(&vault);
    let name = "Case 04";
    let place = vault.display().to_string();
    app.wait_until("the page says where the vault is", || {
        app.pages()
            .iter()
            .any(|page| held(*page, &place) > Some(0))
            .then_some(())
    });
    // Nothing outside says when the field has the keyboard: what was typed too early is typed over.
    app.wait_until("the passphrase is typed", || {
        let typed = app.pages().iter().any(|page| held(*page, PASSPHRASE) > Some(0));
        if !typed {
            app.ctrl('a');
            app.write(PASSPHRASE);
        }
        typed.then_some(())
    });
    app.enter();
    let shown = app.wait_until("the list of patients is shown", || {
        let pages = app.pages();
        pages
            .iter()
            .any(|page| held(*page, name) > Some(0))
            .then_some(pages)
    });
    app.ctrl('l');
    app.wait_until("another process shows the page", || {
        let pages = app.pages();
        let other = pages.iter().all(|page| !shown.contains(page));
        (other && !pages.is_empty()).then_some(())
    });
    for process in app.processes() {
        assert_eq!(
            held(process, PASSPHRASE).unwrap_or(0),
            0,
            "the passphrase, in process {process}"
        );
    }
    for page in app.pages() {
        assert_eq!(held(page, name), Some(0), "the name, in process {page}");
    }
}
