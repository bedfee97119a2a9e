//! Writes the structure tree into the file, and ties it to the marked content of the pages.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, ObjectId, StringFormat};

use crate::structure::{ElementId, Structure};

/// Adds the tree. `contents` holds, by page, the element of each marked content by its number.
pub(crate) fn write(
    structure: &Structure,
    contents: &[Vec<ElementId>],
    file: &mut Document,
) -> Result<(), lopdf::Error> {
    let root = file.new_object_id();
    let top = file.new_object_id();
    let ids: Vec<ObjectId> = structure.elements.iter().map(|_| file.new_object_id()).collect();
    let pages: Vec<ObjectId> = file.get_pages().into_values().collect();

    let mut kids: BTreeMap<ElementId, Vec<Object>> = BTreeMap::new();
    let mut parents = Vec::new();
    for (number, (page, owners)) in pages.iter().zip(contents).enumerate() {
        let number = i64::try_from(number).unwrap_or(i64::MAX);
        let mut row = Vec::with_capacity(owners.len());
        for (mcid, owner) in owners.iter().enumerate() {
            let mut content = Dictionary::new();
            content.set("Type", name("MCR"));
            content.set("Pg", Object::Reference(*page));
            content.set("MCID", i64::try_from(mcid).unwrap_or(i64::MAX));
            kids.entry(*owner).or_default().push(content.into());
            row.push(reference(&ids, *owner));
        }
        parents.push(Object::Integer(number));
        parents.push(Object::Array(row));
        let dictionary = file.get_dictionary_mut(*page)?;
        dictionary.set("StructParents", number);
        dictionary.set("Tabs", name("S"));
    }

    let mut first_level = Vec::new();
    for (id, element) in structure.elements.iter().enumerate() {
        match element.parent {
            Some(parent) => kids.entry(parent).or_default().push(reference(&ids, id)),
            None => first_level.push(reference(&ids, id)),
        }
    }
    for ((id, element), object) in structure.elements.iter().enumerate().zip(&ids) {
        let mut node = Dictionary::new();
        node.set("Type", name("StructElem"));
        node.set("S", name(element.role));
        node.set(
            "P",
            element
                .parent
                .map_or(Object::Reference(top), |p| reference(&ids, p)),
        );
        node.set("K", kids.remove(&id).unwrap_or_default());
        if let Some(words) = &element.alternative {
            node.set("Alt", text_string(words));
        }
        if element.role == "TH" {
            let mut scope = Dictionary::new();
            scope.set("O", name("Table"));
            scope.set("Scope", name("Column"));
            node.set("A", scope);
        }
        file.set_object(*object, node);
    }

    let mut document = Dictionary::new();
    document.set("Type", name("StructElem"));
    document.set("S", name("Document"));
    document.set("P", Object::Reference(root));
    document.set("K", first_level);
    file.set_object(top, document);

    let mut numbers = Dictionary::new();
    numbers.set("Nums", parents);
    let numbers = file.add_object(numbers);
    let mut tree = Dictionary::new();
    tree.set("Type", name("StructTreeRoot"));
    tree.set("K", vec![Object::Reference(top)]);
    tree.set("ParentTree", Object::Reference(numbers));
    tree.set(
        "ParentTreeNextKey",
        i64::try_from(contents.len()).unwrap_or(i64::MAX),
    );
    file.set_object(root, tree);

    let mut marked = Dictionary::new();
    marked.set("Marked", true);
    let catalog = file.catalog_mut()?;
    catalog.set("MarkInfo", marked);
    catalog.set("StructTreeRoot", Object::Reference(root));
    Ok(())
}

fn name(text: &str) -> Object {
    Object::Name(text.as_bytes().to_vec())
}

fn reference(ids: &[ObjectId], element: ElementId) -> Object {
    ids.get(element).map_or(Object::Null, |id| Object::Reference(*id))
}

/// A PDF text string: UTF-16 with its mark, so that any script survives.
pub(crate) fn text_string(text: &str) -> Object {
    let mut bytes = vec![0xfe, 0xff];
    bytes.extend(text.encode_utf16().flat_map(u16::to_be_bytes));
    Object::String(bytes, StringFormat::Hexadecimal)
}
