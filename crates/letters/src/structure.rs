//! The tree that tells a screen reader what each piece of text is: headings, paragraphs, tables.

/// Index of an element in its tree.
pub(crate) type ElementId = usize;

/// One node of the tree.
#[derive(Debug, Clone)]
pub(crate) struct Element {
    /// A standard structure type of ISO 32000, such as `H1`, `P`, `Table`.
    pub(crate) role: &'static str,
    pub(crate) parent: Option<ElementId>,
    /// Replacement text for what isn't text.
    pub(crate) alternative: Option<String>,
}

/// All elements; parents come before their children.
#[derive(Debug, Default)]
pub(crate) struct Structure {
    pub(crate) elements: Vec<Element>,
}

impl Structure {
    pub(crate) fn add(&mut self, role: &'static str, parent: Option<ElementId>) -> ElementId {
        self.elements.push(Element {
            role,
            parent,
            alternative: None,
        });
        self.elements.len() - 1
    }

    pub(crate) fn add_figure(&mut self, alternative: &str) -> ElementId {
        let alternative = Some(alternative.trim().to_owned()).filter(|a| !a.is_empty());
        self.elements.push(Element {
            role: "Figure",
            parent: None,
            alternative,
        });
        self.elements.len() - 1
    }
}
