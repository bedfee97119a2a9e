//! The values of a header as text: its letters, and its days.

use chrono::NaiveDate;

/// How letters beyond the plain ones are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Letters {
    /// There are none, or in a way that is not read here.
    Plain,
    /// Latin letters of western Europe, a byte each.
    Latin1,
    /// In UTF-8, a letter in up to four bytes.
    Utf8,
}

impl Letters {
    /// What the element says that names it.
    pub(super) fn of(value: &[u8]) -> Self {
        // Where several are named the first is the usual one, and the others are switched to by marks that are not read here.
        let said = plain(value);
        match said.split('\\').next().unwrap_or_default().trim() {
            "ISO_IR 192" => Self::Utf8,
            "ISO_IR 100" | "ISO 2022 IR 100" => Self::Latin1,
            _ => Self::Plain,
        }
    }

    /// A value as a text without what fills it up; nothing where its letters are not read here.
    pub(super) fn read(self, value: &[u8]) -> Option<String> {
        // Text that switches between ways of writing does so by this sign.
        if value.contains(&0x1b) {
            return None;
        }
        let text = match self {
            _ if value.is_ascii() => plain(value),
            Self::Utf8 => String::from_utf8(value.to_vec()).ok()?,
            Self::Latin1 => value.iter().map(|byte| char::from(*byte)).collect(),
            Self::Plain => return None,
        };
        let seen: String = text.chars().filter(|letter| !letter.is_control()).collect();
        Some(seen.trim().to_owned())
    }
}

/// The plain letters of a value.
pub(super) fn plain(value: &[u8]) -> String {
    let letters = value
        .iter()
        .filter(|byte| byte.is_ascii() && !byte.is_ascii_control());
    let text: String = letters.map(|byte| char::from(*byte)).collect();
    text.trim().to_owned()
}

/// A day as it is written: 20260503, in old files 2026.05.03.
pub(super) fn day(text: &str) -> Option<NaiveDate> {
    let read = |form| NaiveDate::parse_from_str(text, form).ok();
    match text.len() {
        8 => read("%Y%m%d"),
        10 => read("%Y.%m.%d"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_read_as_the_file_says_and_otherwise_not_guessed() {
        assert_eq!(Letters::of(b"ISO_IR 100 "), Letters::Latin1);
        assert_eq!(Letters::of(b"ISO_IR 192"), Letters::Utf8);
        assert_eq!(Letters::of(b"\\ISO 2022 IR 87"), Letters::Plain);
        let muller = Some("Müller^Anna".to_owned());
        assert_eq!(Letters::Latin1.read(b"M\xfcller^Anna "), muller);
        assert_eq!(Letters::Utf8.read("Müller^Anna\0".as_bytes()), muller);
        assert_eq!(Letters::Utf8.read(b"M\xfcller"), None);
        assert_eq!(Letters::Plain.read(b"M\xfcller"), None);
        assert_eq!(Letters::Plain.read(b"Yamada^\x1b$B;3"), None);
        assert_eq!(
            Letters::Plain.read(b"Sample^Anna\0"),
            Some("Sample^Anna".to_owned())
        );
    }

    #[test]
    fn a_day_is_one_of_the_calendar_or_none() {
        let wanted = NaiveDate::from_ymd_opt(2026, 5, 3);
        assert_eq!((day("20260503"), day("2026.05.03")), (wanted, wanted));
        for wrong in ["20261303", "2026", "", "00000000", "2026-05-03"] {
            assert_eq!(day(wrong), None, "{wrong}");
        }
    }
}
