//! The typeface of charts and letters: IBM Plex Sans, under the SIL Open Font License (see `fonts/LICENSE.txt`).

/// The family name as stylesheets know it.
pub const FAMILY: &str = "IBM Plex Sans";
/// Upright, weight 400, as a complete TrueType file.
pub const REGULAR: &[u8] = include_bytes!("../fonts/IBMPlexSans-Regular.ttf");
/// Upright, weight 600, as a complete TrueType file.
pub const SEMIBOLD: &[u8] = include_bytes!("../fonts/IBMPlexSans-SemiBold.ttf");
/// Italic, weight 400, as a complete TrueType file.
pub const ITALIC: &[u8] = include_bytes!("../fonts/IBMPlexSans-Italic.ttf");
