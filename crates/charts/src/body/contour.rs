//! Smooth contours from a few places, and pieces of them from which regions are put together, so that neighbours share their
//! edges exactly.

/// A place in the picture of a body: to the right and downwards, in units of which a body is 402 high.
pub(super) type Place = (f64, f64);

/// Steps between two places of a contour.
const STEPS: u32 = 5;

/// A smooth curve through the places (Catmull-Rom), the first and the last included.
pub(super) fn smooth(places: &[Place]) -> Vec<Place> {
    let at = |index: usize| {
        let last = places.len().saturating_sub(1);
        places.get(index.min(last)).copied().unwrap_or_default()
    };
    let mut curve = Vec::new();
    for index in 0..places.len().saturating_sub(1) {
        let (before, from, to, after) = (
            at(index.saturating_sub(1)),
            at(index),
            at(index + 1),
            at(index + 2),
        );
        for step in 0..STEPS {
            let t = f64::from(step) / f64::from(STEPS);
            let axis = |a: f64, b: f64, c: f64, d: f64| {
                0.5 * (2.0 * b
                    + (c - a) * t
                    + (2.0 * a - 5.0 * b + 4.0 * c - d) * t * t
                    + (3.0 * b - a - 3.0 * c + d) * t * t * t)
            };
            curve.push((
                axis(before.0, from.0, to.0, after.0),
                axis(before.1, from.1, to.1, after.1),
            ));
        }
    }
    curve.extend(places.last());
    curve
}

/// The piece of a contour that runs down the body between two heights, from the first to the second.
pub(super) fn between(contour: &[Place], from: f64, to: f64) -> Vec<Place> {
    let curve = smooth(contour);
    let (high, low) = (from.min(to), from.max(to));
    let mut piece = vec![at_height(&curve, high)];
    piece.extend(curve.iter().filter(|(_, y)| high < *y && *y < low));
    piece.push(at_height(&curve, low));
    if from > to {
        piece.reverse();
    }
    piece
}

/// Where a curve that runs down passes a height; its nearer end where it does not.
fn at_height(curve: &[Place], height: f64) -> Place {
    for pair in curve.windows(2) {
        if let [above, below] = pair
            && above.1 <= height
            && height <= below.1
            && above.1 < below.1
        {
            let share = (height - above.1) / (below.1 - above.1);
            return (above.0 + share * (below.0 - above.0), height);
        }
    }
    let ends = [curve.first(), curve.last()].into_iter().flatten();
    let nearer = ends.min_by(|a, b| (a.1 - height).abs().total_cmp(&(b.1 - height).abs()));
    nearer.copied().unwrap_or_default()
}

/// The two halves of a smooth curve, both with its middle.
pub(super) fn halves(places: &[Place]) -> (Vec<Place>, Vec<Place>) {
    let curve = smooth(places);
    let middle = curve.len() / 2;
    let first = curve.iter().take(middle + 1).copied().collect();
    (first, curve.into_iter().skip(middle).collect())
}

/// The same the other way round.
pub(super) fn back(mut places: Vec<Place>) -> Vec<Place> {
    places.reverse();
    places
}

/// A finger or toe: up one side, round the tip and down the other. `lean` moves its tip sideways.
pub(super) fn finger(centre: f64, width: f64, (tip, base): (f64, f64), lean: f64) -> Vec<Place> {
    let half = width / 2.0;
    let middle = (base + tip) / 2.0;
    let mut places = vec![(centre - half + 0.2, base), (centre - half + lean / 2.0, middle)];
    for step in 0..=8 {
        let angle = std::f64::consts::PI * (1.0 - f64::from(step) / 8.0);
        places.push((
            centre + lean + half * angle.cos(),
            tip + half - half * angle.sin(),
        ));
    }
    places.extend([(centre + half + lean / 2.0, middle), (centre + half - 0.2, base)]);
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_piece_of_a_contour_ends_at_the_heights_that_were_asked_for() {
        let contour = [(0.0, 0.0), (4.0, 10.0), (2.0, 30.0)];
        let piece = between(&contour, 5.0, 20.0);
        assert_eq!(piece.first().map(|place| place.1), Some(5.0));
        assert_eq!(piece.last().map(|place| place.1), Some(20.0));
        assert_eq!(back(between(&contour, 20.0, 5.0)), piece);
    }
}
