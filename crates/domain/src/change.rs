//! Change from a chosen baseline, in points and percent, against the minimal important change.

/// The minimal important change of a measure, with its source.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Important {
    /// Points.
    pub points: f64,
    /// Percent of the baseline.
    pub percent: f64,
    /// Where the figures come from.
    pub source: &'static str,
}

/// NRS and ODI, where lower is better: Ostelo RW et al., Spine 2008;33:90-94 (2 points or 30 %; 10 points or 30 %).
pub const NRS: Important = Important {
    points: 2.0,
    percent: 30.0,
    source: "Ostelo 2008",
};
/// See [`NRS`].
pub const ODI: Important = Important {
    points: 10.0,
    percent: 30.0,
    source: "Ostelo 2008",
};

/// Which way it went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Better.
    Better,
    /// The same.
    Same,
    /// Worse.
    Worse,
}

/// A change from a baseline.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Change {
    /// Points, positive is better.
    pub points: f64,
    /// Percent of the baseline, positive is better; `None` where the baseline is zero.
    pub percent: Option<f64>,
    /// Which way.
    pub direction: Direction,
    /// At least the minimal important change in points.
    pub important: bool,
}

/// Compares two values of a measure where lower is better.
pub fn lower_is_better(baseline: f64, now: f64, matters: Important) -> Change {
    let points = baseline - now;
    let direction = match points.total_cmp(&0.0) {
        std::cmp::Ordering::Greater => Direction::Better,
        std::cmp::Ordering::Equal => Direction::Same,
        std::cmp::Ordering::Less => Direction::Worse,
    };
    let percent = (baseline != 0.0).then(|| points / baseline * 100.0);
    Change {
        points,
        percent,
        direction,
        important: points.abs() >= matters.points,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case(8.0, 5.0, Some(37.5), Direction::Better, true)]
    #[case(8.0, 4.0, Some(50.0), Direction::Better, true)]
    #[case(10.0, 7.0, Some(30.0), Direction::Better, true)]
    #[case(4.0, 6.0, Some(-50.0), Direction::Worse, true)]
    #[case(1.0, 0.0, Some(100.0), Direction::Better, false)]
    #[case(0.0, 3.0, None, Direction::Worse, true)]
    #[case(5.0, 5.0, Some(0.0), Direction::Same, false)]
    fn nrs_vectors(
        #[case] baseline: f64,
        #[case] now: f64,
        #[case] percent: Option<f64>,
        #[case] direction: Direction,
        #[case] important: bool,
    ) {
        let change = lower_is_better(baseline, now, NRS);
        assert_eq!(
            (change.percent, change.direction, change.important),
            (percent, direction, important)
        );
    }
}
