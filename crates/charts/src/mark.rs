//! Where the values of a drawn chart lie.

/// What a [`Mark`] stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MarkKind {
    /// A point of a series.
    Value,
    /// A bar of the panel.
    Bar,
    /// A tag of the panel.
    Tag,
    /// A spell of a track.
    Spell,
}

/// Where one value lies, in units of the `viewBox`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mark {
    /// Position of the panel in the chart; tracks count on behind the panels.
    pub panel: usize,
    /// Of what it is the place.
    pub kind: MarkKind,
    /// Position of the series in the panel; 0 for what has none.
    pub series: usize,
    /// Position of the point in the series, of the bar or tag in the panel, or of the spell in the track.
    pub index: usize,
    /// Middle of the mark or bar.
    pub x: f64,
    /// Middle of the mark, or upper end of an amount's bar.
    pub y: f64,
    /// Left end of the bar; equals `x` for a single day.
    pub x_from: f64,
    /// Right end of the bar; equals `x` for a single day.
    pub x_to: f64,
    /// Lower end of an amount's bar; equals `y` for anything else.
    pub y_to: f64,
}
