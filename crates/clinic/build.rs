//! Lists the message files for the compiler, and each message with the arguments it takes: the window, the letters and the
//! charts take their words from one tree, and the core names no message that is not in it.
#![allow(
    clippy::print_stdout,
    reason = "cargo reads the instruction from standard output"
)]

use fluent_syntax::{
    ast::{CallArguments, Entry, Expression, InlineExpression, Message, Pattern, PatternElement},
    parser,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    env,
    error::Error,
    fs,
    path::Path,
};

type Messages = BTreeMap<String, Message<String>>;

fn main() -> Result<(), Box<dyn Error>> {
    // The folder of the language that the core speaks, as the pages have theirs.
    let language = env::var("LAMINA_LANGUAGE").unwrap_or_else(|_| "en".to_owned());
    let folder = Path::new(&env::var("CARGO_MANIFEST_DIR")?)
        .join("../../ui/words")
        .join(language);
    println!("cargo:rerun-if-env-changed=LAMINA_LANGUAGE");
    println!("cargo:rerun-if-changed={}", folder.display());
    let mut paths = Vec::new();
    for entry in fs::read_dir(&folder)? {
        let path = fs::canonicalize(entry?.path())?;
        if path.extension().is_some_and(|kind| kind == "ftl") {
            paths.push(path);
        }
    }
    paths.sort();
    let mut messages = Messages::new();
    for path in &paths {
        let text = fs::read_to_string(path)?;
        // A fault in a file is told by a test of the tree; what is right in it is named here.
        let resource = match parser::parse(text) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        for entry in resource.body {
            if let Entry::Message(message) = entry {
                messages.insert(message.id.name.clone(), message);
            }
        }
    }
    let files: String = paths
        .iter()
        .map(|path| format!("    include_str!({:?}),\n", path.display().to_string()))
        .collect();
    let names: String = messages
        .keys()
        .map(|id| {
            let mut found = BTreeSet::new();
            of_message(id, &messages, &mut found);
            format!("    ({id:?}, &{:?}),\n", found.iter().collect::<Vec<_>>())
        })
        .collect();
    let out = env::var("OUT_DIR")?;
    fs::write(Path::new(&out).join("words.rs"), format!("&[\n{files}]\n"))?;
    fs::write(Path::new(&out).join("messages.rs"), format!("&[\n{names}]\n"))?;
    Ok(())
}

/// The arguments of a message, also those of the messages that it is made of.
fn of_message(id: &str, messages: &Messages, found: &mut BTreeSet<String>) {
    if let Some(pattern) = messages.get(id).and_then(|message| message.value.as_ref()) {
        of_pattern(pattern, messages, found);
    }
}

fn of_pattern(pattern: &Pattern<String>, messages: &Messages, found: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            of_expression(expression, messages, found);
        }
    }
}

fn of_expression(expression: &Expression<String>, messages: &Messages, found: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => of_inline(inline, messages, found),
        Expression::Select { selector, variants } => {
            of_inline(selector, messages, found);
            for variant in variants {
                of_pattern(&variant.value, messages, found);
            }
        }
    }
}

fn of_inline(inline: &InlineExpression<String>, messages: &Messages, found: &mut BTreeSet<String>) {
    let mut of_call = |call: &CallArguments<String>| {
        let named = call.named.iter().map(|one| &one.value);
        for one in call.positional.iter().chain(named) {
            of_inline(one, messages, found);
        }
    };
    match inline {
        InlineExpression::VariableReference { id } => {
            found.insert(id.name.clone());
        }
        InlineExpression::MessageReference { id, .. } => of_message(&id.name, messages, found),
        InlineExpression::FunctionReference { arguments, .. } => of_call(arguments),
        InlineExpression::TermReference { arguments, .. } => arguments.iter().for_each(of_call),
        InlineExpression::Placeable { expression } => of_expression(expression, messages, found),
        InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
    }
}
