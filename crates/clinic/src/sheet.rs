//! The recovery sheet: one page that says what it is, which vault it opens, where it belongs, and the key itself. Nothing on
//! it is about a patient.

use crate::{
    letter::handout,
    words::{say, say_with},
};
use chrono::NaiveDate;
use lamina_api::{letter::PaperSize, settings::Settings};
use lamina_letters::{Block, Letter, Letterhead, Paper, Section};
use std::path::Path;
use uuid::Uuid;

/// Groups that stand on one line of the sheet.
const ON_A_LINE: usize = 4;

/// The sheet of a recovery key in its groups, with when it was made.
pub(crate) fn recovery_sheet(
    groups: &[String],
    (made, day): (&str, NaiveDate),
    vault: &Path,
    id: Uuid,
    settings: &Settings,
) -> Letter {
    let key = groups
        .chunks(ON_A_LINE)
        .map(|line| Block::Large(line.join("   ")))
        .collect();
    let name = vault
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let facts = vec![
        say_with!("recovery-sheet-vault", [("name", name.into())]),
        say_with!("recovery-sheet-folder", [("place", folder(vault).into())]),
        say_with!("recovery-sheet-id", [("id", id.to_string().into())]),
        say_with!("recovery-sheet-made", [("at", made.to_owned().into())]),
    ];
    let section = |heading: String, body: Vec<Block>| Section { heading, body };
    let sections = vec![
        section(say!("recovery-sheet-key"), key),
        section(
            say!("recovery-sheet-what"),
            vec![Block::Paragraph(say!("recovery-sheet-what-text"))],
        ),
        section(say!("recovery-sheet-opens"), vec![Block::List(facts)]),
        section(
            say!("recovery-sheet-where"),
            vec![Block::List(vec![
                say!("recovery-sheet-where-safe"),
                say!("recovery-sheet-where-apart"),
                say!("recovery-sheet-where-files"),
            ])],
        ),
        section(
            say!("recovery-sheet-how"),
            vec![Block::List(vec![
                say!("recovery-sheet-how-unlock"),
                say!("recovery-sheet-how-backup"),
                say!("recovery-sheet-how-new"),
            ])],
        ),
    ];
    Letter {
        paper: match settings.paper {
            PaperSize::A4 => Paper::A4,
            PaperSize::UsLetter => Paper::UsLetter,
        },
        letterhead: Letterhead {
            name: settings.clinic_name.clone(),
            lines: Vec::new(),
        },
        footer_note: say!("recovery-sheet-note"),
        ..handout(say!("recovery-sheet-title"), (day, made.to_owned()), sections)
    }
}

fn folder(vault: &Path) -> String {
    vault.parent().unwrap_or(Path::new("")).display().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock;
    use lamina_letters::{render, to_text};
    use lamina_vault::RecoveryKey;

    #[test]
    fn the_sheet_is_one_page_with_the_key_the_vault_and_the_day_and_nothing_of_a_patient() {
        let key = RecoveryKey::generate().unwrap();
        let groups: Vec<String> = key.groups().iter().map(|group| group.to_string()).collect();
        let settings = Settings {
            clinic_name: "Sample clinic ".repeat(20),
            ..Settings::default()
        };
        let vault = Path::new("/home/clinic").join("long name of a folder ".repeat(10));
        let id = Uuid::from_u128(7);
        for paper in [PaperSize::A4, PaperSize::UsLetter] {
            let settings = Settings {
                paper,
                ..settings.clone()
            };
            let day = clock::day("2026-11-30").unwrap();
            let made = ("30 Nov 2026, 12:40", day);
            let sheet = recovery_sheet(&groups, made, &vault.join("clinic.vault"), id, &settings);
            let text = to_text(&sheet);
            for group in &groups {
                assert!(text.contains(group.as_str()));
            }
            for said in ["30 Nov 2026, 12:40", "clinic.vault", &id.to_string()] {
                assert!(text.contains(said), "{said}: {text}");
            }
            assert!(!text.contains("not recorded") && !text.contains("Born"), "{text}");
            assert_eq!(render(&sheet).unwrap().pages, 1);
        }
    }
}
