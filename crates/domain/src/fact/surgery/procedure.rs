//! One procedure of an operation: what was done, as it was told and as a code, and where, when that is not where the whole
//! operation was.

use super::code::Code;
use crate::value::{issue::Problem, level::Levels, text::Text};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::{fmt, str::FromStr};

/// How far from its end a text is looked at for levels, in bytes.
const LONGEST: usize = 400;

/// A procedure. Written as its name, or with levels of its own as `{"name": "Fusion", "levels": "L4-S1"}`; a text that
/// ends in levels, "Fusion L4-S1", reads as the same. Its code is written where the name does not say it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Procedure {
    /// What was done, as it was told.
    pub name: Text,
    /// What was done, as it was chosen or as the name says it; nothing where neither tells.
    pub code: Option<Code>,
    /// Its own levels; empty where the operation's are meant.
    pub levels: Levels,
}

impl Procedure {
    /// A procedure that is coded by its name.
    fn named(name: Text, levels: Levels) -> Self {
        let code = Code::recognise(name.as_str());
        Procedure { name, code, levels }
    }

    /// The name, without the levels.
    pub fn as_str(&self) -> &str {
        self.name.as_str()
    }

    /// The code where somebody chose it and the name does not say it.
    pub fn chosen(&self) -> Option<Code> {
        self.code
            .filter(|code| Code::recognise(self.as_str()) != Some(*code))
    }

    /// Reads what people type into one field, several procedures between semicolons: "laminectomy L3-L4; fusion L4-S1".
    ///
    /// # Errors
    /// What [`Text`] objects to; [`Problem::SideInLevels`] and the like where levels stand at the end that can't be kept
    /// as they are.
    pub fn several(typed: &str) -> Result<Vec<Procedure>, Problem> {
        let parts = typed.split(';').map(str::trim).filter(|part| !part.is_empty());
        let procedures: Vec<Procedure> = parts.map(Self::typed).collect::<Result<_, _>>()?;
        if procedures.is_empty() {
            return Err(Problem::Required);
        }
        Ok(procedures)
    }

    fn typed(part: &str) -> Result<Procedure, Problem> {
        let (procedure, problem) = split(part)?;
        match problem {
            Some(problem) => Err(problem),
            None => Ok(procedure),
        }
    }
}

/// The procedure, its levels being the longest end of the text that reads as levels; and what stands against an end
/// that is meant for levels and can't be kept.
fn split(text: &str) -> Result<(Procedure, Option<Problem>), Problem> {
    let whole = Text::new(text)?;
    let text = whole.as_str();
    let mut found: Option<(usize, Levels)> = None;
    let mut refused = None;
    let spaces = text.char_indices().filter(|(at, c)| c.is_whitespace() && *at > 0);
    let mut starts: Vec<(usize, usize)> = spaces
        .rev()
        .map(|(at, c)| (at, at + c.len_utf8()))
        .take_while(|(at, _)| text.len() - at <= LONGEST)
        .collect();
    starts.reverse();
    for (at, behind) in starts {
        let Some(end) = text.get(behind..).map(str::trim_start) else {
            continue;
        };
        let end = end
            .strip_prefix('(')
            .and_then(|end| end.strip_suffix(')'))
            .unwrap_or(end);
        match end.parse::<Levels>() {
            // "Implant unknown" says nothing of a level.
            Ok(levels) if levels.are_named() || !levels.is_empty() && end.contains("evel") => {
                found = Some((at, levels));
                break;
            }
            Err(
                problem @ (Problem::SideInLevels { .. }
                | Problem::LevelsUnclear { .. }
                | Problem::LevelsReversed { .. }
                | Problem::LevelCount { .. }
                | Problem::NotNeighbours { .. }),
            ) if refused.is_none() => refused = Some(problem),
            _ => {}
        }
    }
    let name = found.as_ref().and_then(|(at, _)| text.get(..*at)).map(bare);
    match (name.map(Text::new), found) {
        (Some(Ok(name)), Some((_, levels))) => Ok((Procedure::named(name, levels), refused)),
        _ => Ok((Procedure::from(whole), refused)),
    }
}

/// The name without the word or mark that leads to its levels.
fn bare(name: &str) -> &str {
    let name = name.trim().trim_end_matches([',', ':']).trim_end();
    [" at", " of", " level", " levels"]
        .iter()
        .find_map(|word| name.strip_suffix(word))
        .unwrap_or(name)
}

impl From<Text> for Procedure {
    /// A procedure at the levels of its operation.
    fn from(name: Text) -> Self {
        Procedure::named(name, Levels::default())
    }
}

impl FromStr for Procedure {
    type Err = Problem;

    /// Reads one procedure. An end that can't be kept as levels stays a part of the name.
    fn from_str(text: &str) -> Result<Self, Problem> {
        split(text).and_then(|(procedure, problem)| match problem {
            None => Ok(procedure),
            Some(_) => Text::new(text).map(Procedure::from),
        })
    }
}

impl fmt::Display for Procedure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.name)?;
        if self.levels.is_empty() {
            return Ok(());
        }
        write!(f, " {}", self.levels)
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    name: Text,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    code: Option<Code>,
    #[serde(default, skip_serializing_if = "Levels::is_empty")]
    levels: Levels,
}

impl Serialize for Procedure {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (name, levels) = (self.name.clone(), self.levels.clone());
        // A name that ends in what could be levels would be read as them; it says that it has none of its own.
        let as_text = levels.is_empty() && self.name.as_str().parse::<Procedure>().as_ref() == Ok(self);
        if as_text {
            name.serialize(serializer)
        } else {
            let code = self.chosen();
            Written { name, code, levels }.serialize(serializer)
        }
    }
}

impl<'de> Deserialize<'de> for Procedure {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Either;
        impl<'de> de::Visitor<'de> for Either {
            type Value = Procedure;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a procedure as a text, such as \"Laminectomy L3-L4\", or with name and levels")
            }
            fn visit_str<E: de::Error>(self, text: &str) -> Result<Procedure, E> {
                text.parse().map_err(E::custom)
            }
            fn visit_map<A: de::MapAccess<'de>>(self, map: A) -> Result<Procedure, A::Error> {
                let Written { name, code, levels } =
                    Written::deserialize(de::value::MapAccessDeserializer::new(map))?;
                let named = Procedure::named(name, levels);
                Ok(Procedure {
                    code: code.or(named.code),
                    ..named
                })
            }
        }
        deserializer.deserialize_any(Either)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("Laminectomy L3-L4", "Laminectomy", "L3-L4")]
    #[case("Decompression of L4/5", "Decompression", "L4-L5")]
    #[case("Fusion (PLIF), L4-S1", "Fusion (PLIF)", "L4-S1")]
    #[case("Fusion (L4-pelvis)", "Fusion", "L4-pelvis")]
    #[case(
        "Rhizotomy L3-L4 medial branch",
        "Rhizotomy",
        "L3 medial branch, L4 medial branch"
    )]
    #[case("Discectomy at L2/3 L4/5", "Discectomy", "L2-L3, L4-L5")]
    #[case("Laminectomy 3 levels", "Laminectomy", "3 levels")]
    #[case("Laminectomy level unknown", "Laminectomy", "level unknown")]
    #[case("Implant unknown", "Implant unknown", "")]
    #[case("microdiscectomy", "microdiscectomy", "")]
    #[case("Revision of operation 2", "Revision of operation 2", "")]
    #[case("Discectomy L4-5 left", "Discectomy L4-5 left", "")]
    fn a_text_that_ends_in_levels_has_levels_of_its_own(
        #[case] written: &str,
        #[case] name: &str,
        #[case] levels: &str,
    ) {
        let procedure: Procedure = written.parse().unwrap();
        assert_eq!(
            (procedure.as_str(), procedure.levels.to_string().as_str()),
            (name, levels)
        );
        assert_eq!(procedure.to_string().parse(), Ok(procedure.clone()));
        let json = serde_json::to_string(&procedure).unwrap();
        assert_eq!(serde_json::from_str::<Procedure>(&json).unwrap(), procedure);
    }

    #[test]
    fn a_code_that_was_chosen_is_kept_beside_the_words_and_one_that_they_say_is_not_written_twice() {
        let chosen = r#"{"name":"redo by Dr Exemple","code":"tlif","levels":"L4-L5"}"#;
        let procedure: Procedure = serde_json::from_str(chosen).unwrap();
        assert_eq!(
            (procedure.code, procedure.chosen()),
            (Some(Code::Tlif), Some(Code::Tlif))
        );
        assert_eq!(serde_json::to_string(&procedure).unwrap(), chosen);
        let said: Procedure = serde_json::from_str(r#"{"name":"TLIF","code":"tlif"}"#).unwrap();
        assert_eq!((said.code, said.chosen()), (Some(Code::Tlif), None));
        assert_eq!(serde_json::to_string(&said).unwrap(), r#""TLIF""#);
        let old: Procedure = "disc herniation removal".parse().unwrap();
        assert_eq!(old.code, Some(Code::Discectomy));
        assert_eq!(
            serde_json::to_string(&old).unwrap(),
            r#""disc herniation removal""#
        );
        assert!(serde_json::from_str::<Procedure>(r#"{"name":"TLIF","code":"tlip"}"#).is_err());
    }

    #[test]
    fn several_are_typed_in_one_field_and_a_side_among_the_levels_is_told() {
        let typed = Procedure::several("Laminectomy L3-L4; fusion L4-S1").unwrap();
        let shown: Vec<String> = typed.iter().map(ToString::to_string).collect();
        assert_eq!(shown, ["Laminectomy L3-L4", "fusion L4-S1"]);
        assert!(matches!(
            Procedure::several("Discectomy L4-5 left"),
            Err(Problem::SideInLevels { levels, .. }) if levels == "L4-L5"
        ));
        assert_eq!(Procedure::several(" ; "), Err(Problem::Required));
    }

    #[test]
    fn a_name_that_looks_like_levels_is_kept_when_it_says_that_it_has_none() {
        let written = r#"{"name":"Revision L4-S1"}"#;
        let procedure: Procedure = serde_json::from_str(written).unwrap();
        assert_eq!(
            (procedure.as_str(), procedure.levels.is_empty()),
            ("Revision L4-S1", true)
        );
        assert_eq!(serde_json::to_string(&procedure).unwrap(), written);
        let wrong = serde_json::from_str::<Procedure>("7").unwrap_err().to_string();
        assert!(wrong.contains("expected a procedure as a text"), "{wrong}");
    }
}
