//! The value axis: ticks over the whole range of an instrument, and the limits of a change band on it.

use crate::ChangeBand;

/// Ticks that always include both ends of the range; at most about `most` of them.
pub(crate) fn ticks(range: (f64, f64), most: usize) -> Vec<f64> {
    let (low, high) = range;
    let span = high - low;
    let rough = span / most.max(1) as f64;
    let magnitude = 10f64.powf(rough.log10().floor());
    let step = [1.0, 2.0, 5.0, 10.0]
        .into_iter()
        .map(|m| m * magnitude)
        .find(|s| *s >= rough * 0.999_999);
    let step = step.unwrap_or(span);
    let mut ticks = vec![low];
    let mut multiple = (low / step).floor() + 1.0;
    while multiple * step < high {
        let value = multiple * step;
        if value - low > 0.6 * step && high - value > 0.6 * step {
            ticks.push(value);
        }
        multiple += 1.0;
    }
    ticks.push(high);
    ticks
}

/// The number as it stands at a tick, with a true minus sign and no needless decimals.
pub(crate) fn label(value: f64) -> String {
    let text = format!("{:.3}", value.abs());
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if value < 0.0 && text != "0" {
        format!("\u{2212}{text}")
    } else {
        text.to_owned()
    }
}

/// Lower and upper limit of the band, the wider one where there are two, cut at the ends of the range.
pub(crate) fn band_bounds(band: &ChangeBand, range: (f64, f64)) -> (f64, f64) {
    let points = band.wider.unwrap_or(band.threshold);
    let low = (band.baseline_value - points).max(range.0);
    let high = (band.baseline_value + points).min(range.1);
    (low, high)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ends_of_the_range_are_always_shown() {
        assert_eq!(ticks((0.0, 10.0), 5), [0.0, 2.0, 4.0, 6.0, 8.0, 10.0]);
        assert_eq!(ticks((0.0, 100.0), 5), [0.0, 20.0, 40.0, 60.0, 80.0, 100.0]);
        assert_eq!(ticks((-1.0, 38.0), 4), [-1.0, 10.0, 20.0, 30.0, 38.0]);
        assert_eq!(ticks((0.0, 24.0), 3), [0.0, 10.0, 24.0]);
        assert_eq!(ticks((0.0, 10.0), 0), [0.0, 10.0]);
    }

    #[test]
    fn labels_are_short() {
        assert_eq!(label(10.0), "10");
        assert_eq!(label(0.5), "0.5");
        assert_eq!(label(-1.0), "\u{2212}1");
        assert_eq!(label(0.0), "0");
        assert_eq!(label(100.0), "100");
    }

    #[test]
    fn the_band_stays_inside_the_range() {
        let mut band = ChangeBand {
            baseline_value: 48.0,
            baseline_date: "2019-05-03".parse().unwrap(),
            threshold: 10.0,
            wider: None,
            label: String::new(),
            lower_is_better: true,
        };
        assert_eq!(band_bounds(&band, (0.0, 100.0)), (38.0, 58.0));
        band.baseline_value = 95.0;
        assert_eq!(band_bounds(&band, (0.0, 100.0)), (85.0, 100.0));
        band.baseline_value = 4.0;
        assert_eq!(band_bounds(&band, (0.0, 100.0)), (0.0, 14.0));
        band.wider = Some(20.0);
        assert_eq!(band_bounds(&band, (0.0, 100.0)), (0.0, 24.0));
    }
}
