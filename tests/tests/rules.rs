//! The page of rules is what the program says, word for word.

use std::path::Path;

fn page() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/rules.md");
    std::fs::read_to_string(path).expect("docs/rules.md is there")
}

#[test]
fn the_page_of_rules_is_not_stale() {
    let told = lamina_clinic::markdown::markdown();
    let page = page().replace("\r\n", "\n");
    for (number, (told, written)) in (1..).zip(told.lines().zip(page.lines())) {
        assert_eq!(
            written, told,
            "docs/rules.md, line {number}, is stale: write it again with `lamina rules --markdown > docs/rules.md`"
        );
    }
    assert_eq!(page.lines().count(), told.trim_end().lines().count());
}

#[test]
fn the_page_names_every_rule_with_version_source_and_how_sure_it_is() {
    let page = page();
    for rule in lamina_clinic::rules::catalogue() {
        let row = page
            .lines()
            .find(|line| line.starts_with(&format!("| `{}` |", rule.id)))
            .unwrap_or_else(|| panic!("{} is not on the page", rule.id));
        let sure = lamina_clinic::rules::sure(rule.sure);
        assert!(row.contains(&format!("| {} |", rule.version)), "{row}");
        assert!(row.ends_with(&format!("| {sure} |")), "{row}");
    }
}

#[test]
fn trap_06_licensed_wording_is_not_on_the_page() {
    let page = page();
    let licensed = lamina_clinic::rules::instruments()
        .iter()
        .filter(|one| one.licence == lamina_domain::instrument::Licence::TotalOnly);
    for one in licensed {
        assert!(page.contains(&format!("(`{}`)", one.id)), "{}", one.id);
    }
    assert!(page.contains("points and totals only"));
    assert!(
        !page.contains("I stay at home most of the time"),
        "questions stand in the forms, not here"
    );
}
