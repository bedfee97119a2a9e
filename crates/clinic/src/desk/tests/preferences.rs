//! What the window prefers, and where it was: one file, outside the vault.

use super::*;
use lamina_api::{
    letter::{LetterKind, LetterLength},
    settings::{
        DatedList, LettersChoice, ListOrder, PatientColumn, PatientFilter, PatientsList, Preferences, Theme,
    },
};

fn preferred(theme: Theme, orders: &[(DatedList, ListOrder)]) -> Preferences {
    Preferences {
        theme,
        orders: orders.iter().copied().collect(),
        patients: PatientsList {
            hidden: vec![PatientColumn::Year],
            only: Some(PatientFilter::Due),
        },
        letters: LettersChoice {
            kind: LetterKind::Surgeon,
            lengths: [(LetterKind::Surgeon, LetterLength::OnePage)].into(),
        },
        ..Preferences::default()
    }
}

#[tokio::test]
async fn colours_orders_and_the_place_of_the_window_are_kept_beside_each_other_also_while_locked() {
    let folder = tempfile::tempdir().unwrap();
    let place = WindowPlace {
        x: -40,
        y: 12,
        width: 900,
        height: 700,
        maximized: true,
    };
    {
        let desk = desk_in(folder.path());
        assert_eq!(
            desk.get_preferences(Nothing {}).await.unwrap(),
            Preferences::default()
        );
        assert_eq!(desk.window_place(), None);
        let order = [(DatedList::Score, ListOrder::OldestFirst)];
        desk.save_preferences(preferred(Theme::Dark, &order))
            .await
            .unwrap();
        desk.keep_window_place(place).unwrap();
        let orders = [order[0], (DatedList::Surgery, ListOrder::NewestFirst)];
        desk.save_preferences(preferred(Theme::Dark, &orders))
            .await
            .unwrap();
    }
    let desk = desk_in(folder.path());
    assert_eq!(desk.window_place(), Some(place));
    let kept = desk.get_preferences(Nothing {}).await.unwrap();
    assert_eq!(kept.theme, Theme::Dark);
    assert_eq!(kept.patients, preferred(Theme::Dark, &[]).patients);
    assert_eq!(kept.letters, preferred(Theme::Dark, &[]).letters);
    assert_eq!(kept.orders.len(), 2);
    assert_eq!(kept.orders[&DatedList::Surgery], ListOrder::NewestFirst);
    let text = std::fs::read_to_string(folder.path().join("config/preferences.json")).unwrap();
    let file: serde_json::Value = serde_json::from_str(&text).unwrap();
    let names: Vec<&str> = file.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(
        names,
        ["letters", "lines", "orders", "patients", "theme", "window"],
        "and nothing else"
    );
}

#[tokio::test]
async fn chosen_lines_are_kept_by_their_codes_and_no_word_of_a_patient_among_them() {
    let folder = tempfile::tempdir().unwrap();
    let desk = desk_in(folder.path());
    let lines = [
        "reading:crp",
        "score:phq-9",
        "reading:Leg length of Mr Example",
        "",
    ];
    let chosen = Preferences {
        lines: lines.iter().map(|key| ((*key).to_owned(), true)).collect(),
        ..Preferences::default()
    };
    desk.save_preferences(chosen).await.unwrap();
    let kept = desk.get_preferences(Nothing {}).await.unwrap();
    let keys: Vec<&str> = kept.lines.keys().map(String::as_str).collect();
    assert_eq!(keys, ["reading:crp", "score:phq-9"]);
}

#[tokio::test]
async fn a_file_of_an_older_version_keeps_its_colours_and_one_that_is_damaged_is_as_none() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("config/preferences.json");
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(&path, r#"{"theme":"contrast"}"#).unwrap();
    let desk = desk_in(folder.path());
    let kept = desk.get_preferences(Nothing {}).await.unwrap();
    let older = Preferences {
        theme: Theme::Contrast,
        ..Preferences::default()
    };
    assert_eq!(kept, older);
    std::fs::write(&path, "{").unwrap();
    assert_eq!(
        desk.get_preferences(Nothing {}).await.unwrap(),
        Preferences::default()
    );
    assert_eq!(desk.window_place(), None);
}
