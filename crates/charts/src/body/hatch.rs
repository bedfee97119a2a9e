//! Fills of a region that stay apart in grey: lines, crosses, dots and rings inside its outline.

use super::contour::Place;

/// Pieces of parallel lines inside an outline; `slope` is how far they rise for each unit to the right, nothing for upright
/// lines.
pub(super) fn lines(outline: &[Place], apart: f64, slope: Option<f64>) -> Vec<[Place; 2]> {
    // Turned so that the lines run from side to side.
    let turn = |(x, y): Place| match slope {
        Some(slope) => (x, y + slope * x),
        None => (y, x),
    };
    let unturn = |(x, y): Place| match slope {
        Some(slope) => (x, y - slope * x),
        None => (y, x),
    };
    let turned: Vec<Place> = outline.iter().map(|place| turn(*place)).collect();
    let (low, high) = turned.iter().fold((f64::MAX, f64::MIN), |(low, high), (_, y)| {
        (low.min(*y), high.max(*y))
    });
    let mut found = Vec::new();
    let mut level = (low / apart).ceil() * apart;
    while level < high {
        let mut crossings: Vec<f64> = edges(&turned)
            .filter(|(from, to)| (from.1 <= level) != (to.1 <= level))
            .map(|(from, to)| from.0 + (level - from.1) / (to.1 - from.1) * (to.0 - from.0))
            .collect();
        crossings.sort_by(f64::total_cmp);
        for pair in crossings.chunks_exact(2) {
            if let [from, to] = pair {
                found.push([unturn((*from, level)), unturn((*to, level))]);
            }
        }
        level += apart;
    }
    found
}

/// Places of a grid inside an outline, every second row moved by half, each at least `room` from its edge.
pub(super) fn places(outline: &[Place], apart: f64, room: f64) -> Vec<Place> {
    let mut found = Vec::new();
    let tops = outline.iter().map(|place| place.1);
    let (low, high) = tops.fold((f64::MAX, f64::MIN), |(low, high), y| (low.min(y), high.max(y)));
    let height = apart * 0.87;
    let mut row = (low / height).ceil();
    while row * height < high {
        let y = row * height;
        let shift = if row.rem_euclid(2.0) < 0.5 {
            0.0
        } else {
            apart / 2.0
        };
        for [from, to] in lines_at(outline, y) {
            let mut column = ((from + room - shift) / apart).ceil();
            while column * apart + shift <= to - room {
                let place = (column * apart + shift, y);
                if edges(outline).all(|edge| distance(place, edge) >= room) {
                    found.push(place);
                }
                column += 1.0;
            }
        }
        row += 1.0;
    }
    found
}

/// A place well inside an outline: the middle of its widest line near half of its height.
pub(super) fn middle(outline: &[Place]) -> Place {
    let tops = outline.iter().map(|place| place.1);
    let (low, high) = tops.fold((f64::MAX, f64::MIN), |(low, high), y| (low.min(y), high.max(y)));
    let y = f64::midpoint(low, high) + 0.01;
    let widest = lines_at(outline, y)
        .into_iter()
        .max_by(|a, b| (a[1] - a[0]).total_cmp(&(b[1] - b[0])));
    widest.map_or((0.0, y), |[from, to]| (f64::midpoint(from, to), y))
}

/// Where a level line lies inside an outline, from and to.
fn lines_at(outline: &[Place], level: f64) -> Vec<[f64; 2]> {
    let mut crossings: Vec<f64> = edges(outline)
        .filter(|(from, to)| (from.1 <= level) != (to.1 <= level))
        .map(|(from, to)| from.0 + (level - from.1) / (to.1 - from.1) * (to.0 - from.0))
        .collect();
    crossings.sort_by(f64::total_cmp);
    let pairs = crossings.chunks_exact(2);
    pairs.filter_map(|pair| <[f64; 2]>::try_from(pair).ok()).collect()
}

fn edges(outline: &[Place]) -> impl Iterator<Item = (Place, Place)> {
    let next = outline.iter().skip(1).chain(outline.first());
    outline.iter().copied().zip(next.copied())
}

fn distance(place: Place, (from, to): (Place, Place)) -> f64 {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let length = dx * dx + dy * dy;
    let share = match length > 0.0 {
        true => (((place.0 - from.0) * dx + (place.1 - from.1) * dy) / length).clamp(0.0, 1.0),
        false => 0.0,
    };
    (from.0 + share * dx - place.0).hypot(from.1 + share * dy - place.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SQUARE: [Place; 4] = [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0)];

    #[test]
    fn lines_stay_inside_and_reach_from_edge_to_edge() {
        for [from, to] in lines(&SQUARE, 3.0, Some(0.0)) {
            assert_eq!((from.0, to.0), (0.0, 10.0));
            assert!((0.0..=10.0).contains(&from.1));
        }
        assert_eq!(lines(&SQUARE, 3.0, None).len(), 4);
        for [from, to] in lines(&SQUARE, 3.0, Some(1.0)) {
            for (x, y) in [from, to] {
                assert!((-1e-9..=10.0 + 1e-9).contains(&x) && (-1e-9..=10.0 + 1e-9).contains(&y));
            }
        }
    }

    #[test]
    fn places_keep_their_distance_and_the_middle_is_inside() {
        let found = places(&SQUARE, 3.0, 1.0);
        assert!(found.len() > 4);
        for (x, y) in found {
            assert!((1.0..=9.0).contains(&x) && (1.0..=9.0).contains(&y));
        }
        let (x, y) = middle(&SQUARE);
        assert!((4.0..6.0).contains(&x) && (4.0..6.0).contains(&y));
    }
}
