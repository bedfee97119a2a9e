//! The faces for scripts that the letter's family itself lacks: which file draws which script, opened only when a
//! text needs it.
//!
//! The faces of Arabic, Hebrew and Devanagari belong to the same family and are shipped (see `fonts/LICENSE.txt`).
//! Chinese, Japanese and Korean faces are too large to ship, so that one of the system is used where it lies at a
//! known place; a letter in these scripts may therefore differ in its bytes between two machines.

use std::fs;
use std::path::Path;
use std::sync::OnceLock;

use unicode_script::{Script, UnicodeScript};

/// A face for some scripts.
pub(crate) struct ScriptFace {
    /// Six capitals, because printpdf makes the subset tag out of the id's first six letters.
    pub(crate) id: &'static str,
    scripts: &'static [Script],
    /// Whether it stands in for the semibold face.
    pub(crate) strong: Option<bool>,
    source: Source,
}

enum Source {
    Shipped(&'static [u8]),
    /// The first of these files that is there, with the number of the face in it.
    System(&'static [(&'static str, u32)], OnceLock<Option<(Vec<u8>, u32)>>),
}

const ARABIC: &[Script] = &[Script::Arabic];
const HEBREW: &[Script] = &[Script::Hebrew];
const DEVANAGARI: &[Script] = &[Script::Devanagari];
const CHINESE: &[Script] = &[
    Script::Han,
    Script::Hiragana,
    Script::Katakana,
    Script::Bopomofo,
    Script::Hangul,
];
const KOREAN: &[Script] = &[Script::Hangul, Script::Han];

const CHINESE_FILES: &[(&str, u32)] = &[
    ("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc", 2),
    (
        "/usr/share/fonts/google-noto-sans-cjk-fonts/NotoSansCJK-Regular.ttc",
        2,
    ),
    ("/usr/share/fonts/google-noto-cjk/NotoSansCJK-Regular.ttc", 2),
    ("/usr/share/fonts/noto-cjk/NotoSansCJK-Regular.ttc", 2),
    ("/usr/share/fonts/truetype/wqy/wqy-microhei.ttc", 0),
    ("/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf", 0),
    ("/System/Library/Fonts/Supplemental/Arial Unicode.ttf", 0),
    ("/Library/Fonts/Arial Unicode.ttf", 0),
    ("C:\\Windows\\Fonts\\msyh.ttc", 0),
    ("C:\\Windows\\Fonts\\simsun.ttc", 0),
];
const KOREAN_FILES: &[(&str, u32)] = &[("C:\\Windows\\Fonts\\malgun.ttf", 0)];

/// Every face, in the order in which they are asked.
pub(crate) static FACES: [ScriptFace; 8] = [
    shipped(
        "LAMARA",
        ARABIC,
        false,
        include_bytes!("../fonts/IBMPlexSansArabic-Regular.ttf"),
    ),
    shipped(
        "LAMARB",
        ARABIC,
        true,
        include_bytes!("../fonts/IBMPlexSansArabic-SemiBold.ttf"),
    ),
    shipped(
        "LAMHEB",
        HEBREW,
        false,
        include_bytes!("../fonts/IBMPlexSansHebrew-Regular.ttf"),
    ),
    shipped(
        "LAMHES",
        HEBREW,
        true,
        include_bytes!("../fonts/IBMPlexSansHebrew-SemiBold.ttf"),
    ),
    shipped(
        "LAMDEV",
        DEVANAGARI,
        false,
        include_bytes!("../fonts/IBMPlexSansDevanagari-Regular.ttf"),
    ),
    shipped(
        "LAMDES",
        DEVANAGARI,
        true,
        include_bytes!("../fonts/IBMPlexSansDevanagari-SemiBold.ttf"),
    ),
    ScriptFace {
        id: "LAMCJK",
        scripts: CHINESE,
        strong: None,
        source: Source::System(CHINESE_FILES, OnceLock::new()),
    },
    ScriptFace {
        id: "LAMKOR",
        scripts: KOREAN,
        strong: None,
        source: Source::System(KOREAN_FILES, OnceLock::new()),
    },
];

const fn shipped(
    id: &'static str,
    scripts: &'static [Script],
    strong: bool,
    bytes: &'static [u8],
) -> ScriptFace {
    ScriptFace {
        id,
        scripts,
        strong: Some(strong),
        source: Source::Shipped(bytes),
    }
}

impl ScriptFace {
    /// Whether it is made for the script of this character.
    pub(crate) fn is_for(&self, c: char) -> bool {
        let of = c.script_extension();
        if of.is_common() || of.is_inherited() {
            return matches!(self.source, Source::System(..)) && breaks_anywhere(c);
        }
        self.scripts.iter().any(|script| of.contains_script(*script))
    }

    /// The file and the number of the face in it; nothing where the system has none.
    pub(crate) fn bytes(&'static self) -> Option<(&'static [u8], u32)> {
        match &self.source {
            Source::Shipped(bytes) => Some((bytes, 0)),
            Source::System(files, found) => found
                .get_or_init(|| {
                    files
                        .iter()
                        .find_map(|(path, index)| Some((fs::read(Path::new(path)).ok()?, *index)))
                })
                .as_ref()
                .map(|(bytes, index)| (bytes.as_slice(), *index)),
        }
    }
}

/// The script of a character by its name in Unicode, such as "Thai"; nothing for signs that belong to no script.
pub(crate) fn name(c: char) -> Option<&'static str> {
    match c.script() {
        // Their full stops and brackets belong to no script, and print as they do.
        Script::Common if breaks_anywhere(c) => Some("Chinese"),
        Script::Common | Script::Inherited | Script::Unknown => None,
        Script::Han => Some("Chinese"),
        Script::Hiragana | Script::Katakana => Some("Japanese"),
        Script::Hangul => Some("Korean"),
        script => Some(script.full_name()),
    }
}

/// Whether lines may break before and after the character, as they do where words aren't parted by spaces.
pub(crate) fn breaks_anywhere(c: char) -> bool {
    matches!(
        c.script(),
        Script::Han | Script::Hiragana | Script::Katakana | Script::Bopomofo
    ) || matches!(c, '\u{3000}'..='\u{303f}' | '\u{ff00}'..='\u{ffef}')
}

/// Signs that begin no line, such as closing brackets and full stops.
pub(crate) fn never_begins(c: char) -> bool {
    matches!(
        c,
        '\u{3001}'
            | '\u{3002}'
            | '\u{3005}'
            | '\u{3009}'
            | '\u{300b}'
            | '\u{300d}'
            | '\u{300f}'
            | '\u{3011}'
            | '\u{3015}'
            | '\u{3017}'
            | '\u{30fb}'
            | '\u{30fc}'
            | '\u{ff01}'
            | '\u{ff09}'
            | '\u{ff0c}'
            | '\u{ff0e}'
            | '\u{ff1a}'
            | '\u{ff1b}'
            | '\u{ff1f}'
            | '\u{ff3d}'
            | '\u{ff5d}'
    )
}

/// Signs that end no line, such as opening brackets.
pub(crate) fn never_ends(c: char) -> bool {
    matches!(
        c,
        '\u{3008}'
            | '\u{300a}'
            | '\u{300c}'
            | '\u{300e}'
            | '\u{3010}'
            | '\u{3014}'
            | '\u{3016}'
            | '\u{ff08}'
            | '\u{ff3b}'
            | '\u{ff5b}'
    )
}
