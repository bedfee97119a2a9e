//! An attached file as columns and in words.

use super::{Entered, Written};
use crate::{
    cells::{Cells, code, levels, when},
    details::{self, Details},
    diagnoses,
    telling::Telling,
    words::{Word, document::line, say, sentence},
};
use lamina_api::{noun::document::DocumentInput, shown::Shown};
use lamina_domain::Document;
use lamina_store::Cell;

impl Written for Document {
    fn columns(&self) -> Cells {
        let mut cells = when(&self.when);
        cells.push(("levels", levels(&self.levels)));
        cells.push(("file_name", Cell::Text(self.file.name.to_string())));
        cells.push(("media", code(serde_json::to_value(self.file.media))));
        cells.push(("bytes", Cell::Int(self.file.bytes.bytes().cast_signed())));
        cells.push(("sha256", Cell::Text(self.file.sha256.to_string())));
        cells
    }

    fn shown(&self) -> Shown {
        self.told(&Telling::default())
    }

    fn title(&self) -> String {
        let title = self.title.as_ref().map(ToString::to_string);
        title.unwrap_or_else(|| sentence(&self.kind.word()))
    }

    fn told(&self, telling: &Telling<'_>) -> Shown {
        let mut details = Details::default();
        let kind = self.title.as_ref().map(|_| self.kind.word());
        details.add(&say!("shown-document-kind"), kind);
        details.text(&say!("shown-conclusion"), &self.conclusion);
        details.add(&say!("shown-document-levels"), details::levels(&self.levels));
        let about = self.about.as_ref().map(|link| diagnoses::entry(link, telling));
        details.add(&say!("shown-document-about"), about);
        details.add(&say!("shown-document-file"), Some(line(&self.file)));
        let another = self.names_another.then(|| say!("shown-document-names-another"));
        details.add(&say!("shown-document-person"), another);
        details.ended(&self.when, self.title(), &self.note, self.told_by)
    }
}

impl Entered for Document {
    /// The same file is looked for in the whole record, and each is taken in by a change of its own.
    const LOOKS_AT_ALL: bool = true;

    /// The file stays, and so does what was accepted of it: another file is another document.
    fn amended(&mut self, _: &DocumentInput, before: &Self) {
        self.file = before.file.clone();
        self.names_another = before.names_another;
    }
}
