//! Why a chart could not be drawn. Errors carry positions, never values or names of a person.

/// Why a chart could not be drawn.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ChartError {
    /// `start` lies after `end`.
    #[error("the chart's time range is reversed")]
    TimeReversed,
    /// A point, event, bar or piece of a plan has a span whose first day lies after its last.
    #[error("a date span is reversed")]
    SpanReversed,
    /// The panel's range is empty, reversed or not finite.
    #[error("the range of panel {panel} is not usable")]
    Range {
        /// Position of the panel.
        panel: usize,
    },
    /// A value is not finite or lies outside its instrument's range; drawing it would misplace it.
    #[error("value {index} of series {series} in panel {panel} lies outside the range")]
    ValueOutsideRange {
        /// Position of the panel.
        panel: usize,
        /// Position of the series in the panel.
        series: usize,
        /// Position of the point in the series.
        index: usize,
    },
    /// A bar has a part below zero or not finite, or ends outside the range.
    #[error("bar {index} of panel {panel} lies outside the range")]
    BarOutsideRange {
        /// Position of the panel.
        panel: usize,
        /// Position of the bar in the panel.
        index: usize,
    },
    /// Bars are read by their length, so their axis has to begin at zero.
    #[error("the axis of panel {panel} has bars and does not begin at zero")]
    BarsNotFromZero {
        /// Position of the panel.
        panel: usize,
    },
    /// A planned value is not finite or lies outside the range.
    #[error("planned value {index} of panel {panel} lies outside the range")]
    PlanOutsideRange {
        /// Position of the panel.
        panel: usize,
        /// Position of the piece in the plan.
        index: usize,
    },
    /// The target is not finite or lies outside the range.
    #[error("the target of panel {panel} lies outside the range")]
    TargetOutsideRange {
        /// Position of the panel.
        panel: usize,
    },
    /// Two bars or two pieces of the plan share a day; one would hide the other.
    #[error("two bars or planned pieces of panel {panel} share a day")]
    Overlap {
        /// Position of the panel.
        panel: usize,
    },
    /// The change band of a panel has a baseline or threshold that is not finite, a negative threshold or a wider one that is smaller.
    #[error("the change band of panel {panel} is not usable")]
    Band {
        /// Position of the panel.
        panel: usize,
    },
    /// A sequence has a value at none of its steps, or something that only a time axis can place.
    #[error("a value of the sequence stands at none of its steps")]
    Sequence,
    /// The surface is too small to read; heights are in the surface's unit (px or pt).
    #[error("the chart needs a height of at least {needed}")]
    TooSmall {
        /// The least height at this width.
        needed: u32,
    },
    /// The surface is too narrow to read; widths are in the surface's unit (px or pt).
    #[error("the drawing needs a width of at least {needed}")]
    TooNarrow {
        /// The least width that it needs.
        needed: u32,
    },
    /// The embedded typeface could not be read.
    #[error("the chart's typeface could not be read")]
    Typeface,
    /// The drawing surface reported a failure.
    #[error("the chart could not be drawn")]
    Surface,
}
