//! The attached files of a letter, by title and date, so that its reader can ask for one. Nothing of a file itself is told but the
//! line that somebody wrote of it.

use super::{
    fullness::{Fullness, Passage},
    listed,
};
use crate::{
    noun::Written,
    record::Record,
    words::{Word, joined, message, say, say_with, sentence},
};
use lamina_domain::Document;
use lamina_letters::Block;

/// So many of the last files a usual letter names, a short one, and a tight one.
const NAMED: [usize; 3] = [8, 4, 2];

/// The attached files, the latest first: a line each, or from short on all in one.
pub(super) fn documents(record: &Record, fullness: Fullness) -> Passage {
    let all = record.documents.len();
    let most = fullness.latest(all, NAMED);
    let whole = fullness < Fullness::Short;
    let told = || record.documents.iter().rev().take(most).map(|one| &one.fact);
    let lines: Vec<String> = told().map(|one| line(one, whole)).collect();
    let count = lines.len();
    let body = match whole {
        true => listed(lines),
        false => joined(lines.into_iter().map(Some), "; ")
            .map(Block::Paragraph)
            .into_iter()
            .collect(),
    };
    Passage::from(body).chosen(
        message!("letter-rule-latest"),
        message!("letter-left-documents"),
        count,
        all,
    )
}

/// "MRI lumbar spine, imaging report, 3 May 2026: no new prolapse"; from short on without the kind and what it says.
fn line(document: &Document, whole: bool) -> String {
    let title = document.title();
    let kind = sentence(&document.kind.word());
    let kind = (whole && kind != title).then(|| document.kind.word());
    let when = match document.when.is_unknown() {
        true => say!("letter-document-undated"),
        false => document.when.to_string(),
    };
    let named = joined([Some(title), kind, Some(when)], ", ").unwrap_or_default();
    match document.conclusion.as_ref().filter(|_| whole) {
        None => named,
        Some(says) => say_with!(
            "letter-document",
            [("document", named.into()), ("says", says.to_string().into())]
        ),
    }
}

#[cfg(test)]
mod tests {
    use crate::{
        examples,
        letter::{LetterKind, LetterLength, Request, letter_text},
    };
    use serde_json::{Value, json};

    fn letter(kind: LetterKind, length: LetterLength, count: usize) -> String {
        let document = |number: usize| {
            let hash = format!("{number:064x}");
            json!({"kind": "imaging_report", "title": format!("MRI {number}"), "when": format!("{} May 2026", (number - 1) % 28 + 1),
                "conclusion": "no new prolapse", "told_by": "document",
                "file": {"name": "mri.pdf", "media": "pdf", "bytes": 10, "sha256": hash}})
        };
        let documents: Vec<Value> = (1..=count).map(document).collect();
        let lists =
            json!({"documents": documents, "surgeries": [{"procedures": ["fusion"], "when": "2019"}]});
        let request = Request {
            kind,
            length,
            ..Request::default()
        };
        let text = letter_text(&examples::record(&lists), &request, examples::today());
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn who_treats_is_told_which_documents_there_are_by_title_and_date_and_nobody_else() {
        for kind in LetterKind::ALL {
            let text = letter(kind, LetterLength::default(), 2);
            let told = text.contains("Documents in the record")
                && text.contains("MRI 2, imaging report, 2 May 2026: no new prolapse");
            let reader = matches!(
                kind,
                LetterKind::Summary
                    | LetterKind::Surgeon
                    | LetterKind::PainClinic
                    | LetterKind::Physiotherapist
                    | LetterKind::FamilyDoctor
                    | LetterKind::Discharge
            );
            assert_eq!(told, reader, "{kind:?}: {text}");
            assert_eq!(text.contains("MRI 2"), reader, "{kind:?}: {text}");
        }
        let none = letter(LetterKind::Summary, LetterLength::default(), 0);
        assert!(!none.contains("Documents in the record"), "{none}");
    }

    #[test]
    fn documents_without_room_are_counted() {
        let text = letter(LetterKind::Summary, LetterLength::OnePage, 60);
        assert!(text.contains("documents (") && text.contains(" of 60)"), "{text}");
        let whole = letter(LetterKind::Summary, LetterLength::Everything, 60);
        assert!(
            whole.contains("MRI 1, imaging report") && !whole.contains("documents ("),
            "{whole}"
        );
    }
}
