//! One type of the wire as TypeScript, with what a form needs beside it: the words of a choice as a list, and what is sent of
//! something where nothing was typed yet.

use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Value, json};
use ts_rs::{Config, TS};

/// The type; one that is a choice of words with the list of them, in the order of the type.
pub(crate) fn declared<T: TS>(config: &Config) -> String {
    let declaration = T::decl(config);
    let list = choice(&declaration).map_or_else(String::new, |(name, words)| {
        format!(
            "export const {}Values = [{}] as const satisfies readonly {name}[];\n",
            in_small(name),
            words.join(", "),
        )
    });
    format!("export {declaration}\n{list}")
}

/// The type of something typed; with what it is before anything was typed, unless something in it has to be chosen first.
pub(crate) fn typed<T: TS + Serialize + DeserializeOwned>(config: &Config) -> String {
    let made = blank::<T>().map_or_else(String::new, |blank| {
        format!(
            "export const {} = (): {} => ({blank});\n",
            blank_name::<T>(config),
            T::name(config)
        )
    });
    declared::<T>(config) + &made
}

/// The function that makes one of which nothing was typed yet; none where something has to be chosen first.
pub(crate) fn maker<T: TS + Serialize + DeserializeOwned>(config: &Config) -> Option<String> {
    blank::<T>().map(|_| blank_name::<T>(config))
}

fn blank_name<T: TS>(config: &Config) -> String {
    let name = T::name(config);
    format!("blank{}", name.strip_suffix("Input").unwrap_or(&name))
}

/// What stands for every field that nobody names: the same that a record file may leave out.
fn blank<T: Serialize + DeserializeOwned>() -> Option<Value> {
    let read: T = serde_json::from_value(json!({})).ok()?;
    serde_json::to_value(read).ok()
}

/// The name and the words, in their quotes, of a type that is a choice of words and nothing else.
fn choice(declaration: &str) -> Option<(&str, Vec<&str>)> {
    let (name, body) = declaration
        .strip_prefix("type ")?
        .strip_suffix(';')?
        .split_once(" = ")?;
    let words: Vec<&str> = body.split(" | ").collect();
    let is_word = |text: &&str| {
        text.strip_prefix('"')
            .and_then(|rest| rest.strip_suffix('"'))
            .is_some_and(|word| !word.contains('"'))
    };
    words.iter().all(is_word).then_some((name, words))
}

fn in_small(name: &str) -> String {
    let mut letters = name.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::noun::{device, examination, flag, score};

    #[test]
    fn a_choice_of_words_brings_its_list_and_nothing_else_does() {
        let config = Config::new();
        assert!(declared::<lamina_domain::Side>(&config).ends_with(
            "export const sideValues = [\"left\", \"right\", \"bilateral\", \"midline\"] as const satisfies readonly Side[];\n"
        ));
        assert!(!declared::<flag::ReplyInput>(&config).contains("Values"));
        assert!(!declared::<lamina_domain::Answer<String>>(&config).contains("Values"));
    }

    #[test]
    fn what_needs_no_choice_has_a_blank_and_what_needs_one_has_none() {
        let config = Config::new();
        let part = typed::<device::PartInput>(&config);
        assert!(part.contains("export const blankDevicePart = (): DevicePartInput => ({"));
        assert!(part.contains("\"mri\":\"unknown\""));
        assert_eq!(
            maker::<device::DeviceInput>(&config).as_deref(),
            Some("blankDevice")
        );
        assert_eq!(maker::<score::ScoreInput>(&config), None);
        assert_eq!(maker::<examination::PowerInput>(&config), None);
    }
}
