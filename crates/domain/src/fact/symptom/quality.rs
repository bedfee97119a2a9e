//! Words for what a symptom feels like, in the groups into which clinicians sort them. A word of a list is its own code, and any
//! other text may stand beside it. The groups are counted side by side; no diagnosis follows from a count, and a word that is
//! in no list counts in no group.

use crate::value::text::Text;
use serde::{Deserialize, Serialize};

macro_rules! qualities {
    ($($(#[$doc:meta])* $Name:ident { $($Quality:ident => $word:literal,)* })*) => {
        $(
            $(#[$doc])*
            #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
            #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
            pub enum $Name {
                $(#[doc = concat!("The word “", $word, "”.")] #[serde(rename = $word)] $Quality,)*
            }

            impl $Name {
                /// Every word of the group.
                pub const WORDS: &[&str] = &[$($word),*];
            }
        )*
    };
}

qualities! {
    /// Words of the muscular pattern.
    MuscularQuality {
        DullAche => "dull ache",
        Cramping => "cramping",
        Soreness => "soreness",
        MuscleSpasm => "muscle spasm",
        Stiffness => "stiffness",
        Tightness => "tightness",
    }
    /// Words of the neuropathic pattern.
    NeuropathicQuality {
        Shooting => "shooting",
        ElectricShocks => "electric shocks",
        Burning => "burning",
        Tingling => "tingling",
        PinsAndNeedles => "pins and needles",
        Numbness => "numbness",
        ColdSensation => "cold sensation",
        TouchHurts => "touch hurts",
        Itching => "itching",
        Weakness => "weakness",
    }
    /// Words of neither pattern.
    OtherQuality {
        Sharp => "sharp",
        Aching => "aching",
        Stabbing => "stabbing",
        Throbbing => "throbbing",
        Heaviness => "heaviness",
        MorningStiffness => "morning stiffness",
        Pressing => "pressing",
        Swelling => "swelling",
    }
}

/// How many words of the two patterns there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct QualityCounts {
    /// Words of the muscular pattern.
    pub muscular: usize,
    /// Words of the neuropathic pattern.
    pub neuropathic: usize,
}

impl QualityCounts {
    /// The counts of these words, each counted once; a word is the same whatever its capitals.
    pub fn of<'a>(words: impl IntoIterator<Item = &'a Text>) -> Self {
        let said: Vec<String> = words
            .into_iter()
            .map(|word| word.as_str().to_lowercase())
            .collect();
        let count = |group: &[&str]| {
            let among = group.iter().filter(|word| said.iter().any(|one| one == *word));
            among.count()
        };
        Self {
            muscular: count(MuscularQuality::WORDS),
            neuropathic: count(NeuropathicQuality::WORDS),
        }
    }

    /// Whether there is no word of either pattern.
    pub fn is_empty(self) -> bool {
        self == Self::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trap_49_words_are_counted_as_they_stand_and_what_is_in_no_list_counts_nowhere() {
        let words =
            |words: &[&str]| -> Vec<Text> { words.iter().map(|word| Text::new(word).unwrap()).collect() };
        let all = words(&[
            "Dull ache",
            "burning",
            "burning",
            "touch hurts",
            "like fire, burning",
            "sharp",
        ]);
        let counts = QualityCounts::of(&all);
        assert_eq!((counts.muscular, counts.neuropathic), (1, 2));
        assert!(QualityCounts::of(&words(&["aching", "electrical"])).is_empty());
    }

    #[test]
    fn no_word_is_in_two_groups() {
        let all = [
            MuscularQuality::WORDS,
            NeuropathicQuality::WORDS,
            OtherQuality::WORDS,
        ]
        .concat();
        let once: std::collections::BTreeSet<&str> = all.iter().copied().collect();
        assert_eq!(once.len(), all.len());
    }
}
