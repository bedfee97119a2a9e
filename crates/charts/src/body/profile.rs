//! The body from its left side, the face to the left of the picture. The arm is left out: it is seen from the front and from
//! behind.

use super::{
    contour::{Place, between, smooth},
    trunk::Part,
};

const BEFORE: &[Place] = &[
    (-6.0, 56.0),
    (-8.4, 62.0),
    (-12.0, 70.0),
    (-17.0, 80.0),
    (-21.0, 93.0),
    (-21.4, 108.0),
    (-19.6, 122.0),
    (-19.0, 136.0),
    (-20.6, 152.0),
    (-20.0, 168.0),
    (-17.6, 184.0),
    (-18.2, 200.0),
    (-19.6, 216.0),
    (-19.0, 236.0),
    (-16.6, 256.0),
    (-14.2, 270.0),
    (-14.0, 282.0),
    (-12.4, 294.0),
    (-9.8, 306.0),
    (-8.8, 322.0),
    (-8.4, 342.0),
    (-8.2, 360.0),
    (-9.4, 374.0),
];
const BEHIND: &[Place] = &[
    (13.0, 50.0),
    (12.0, 60.0),
    (15.4, 70.0),
    (21.0, 82.0),
    (24.0, 96.0),
    (23.4, 112.0),
    (19.4, 128.0),
    (15.6, 142.0),
    (14.6, 152.0),
    (17.4, 165.0),
    (23.4, 178.0),
    (26.4, 191.0),
    (24.4, 204.0),
    (20.0, 216.0),
    (18.4, 234.0),
    (15.6, 254.0),
    (12.2, 272.0),
    (10.8, 286.0),
    (12.4, 298.0),
    (15.6, 310.0),
    (16.4, 322.0),
    (14.0, 338.0),
    (10.2, 354.0),
    (8.0, 366.0),
    (8.0, 376.0),
];
const HEAD: &[Place] = &[
    (0.0, 0.0),
    (-10.0, 2.4),
    (-17.4, 9.0),
    (-19.6, 18.0),
    (-20.4, 25.0),
    (-25.4, 34.0),
    (-22.0, 37.4),
    (-22.4, 42.0),
    (-21.0, 47.0),
    (-20.6, 53.0),
    (-15.0, 56.4),
    (-6.0, 54.5),
    (4.0, 50.0),
    (13.0, 50.0),
    (18.4, 42.0),
    (22.0, 30.0),
    (22.2, 18.0),
    (16.4, 7.0),
    (8.0, 1.4),
    (0.0, 0.0),
];
const FOOT: &[Place] = &[
    (8.0, 376.0),
    (10.6, 386.0),
    (12.4, 394.0),
    (10.4, 400.6),
    (4.0, 402.2),
    (-12.0, 402.0),
    (-28.0, 402.4),
    (-36.0, 400.8),
    (-36.6, 396.6),
    (-31.0, 391.6),
    (-20.0, 386.0),
    (-12.4, 379.4),
    (-9.4, 374.0),
];
/// The parts between the neck and the foot from above: their names and lower edges, from the front to the back.
const BANDS: &[(&str, [Place; 3])] = &[
    ("chest", [(-19.5, 124.0), (0.0, 130.0), (20.5, 124.0)]),
    ("flank", [(-20.3, 162.0), (0.0, 157.0), (16.6, 163.0)]),
    ("hip", [(-18.7, 206.0), (2.0, 210.0), (23.7, 206.0)]),
    ("thigh", [(-14.2, 270.0), (-1.0, 268.0), (12.6, 270.0)]),
    ("knee", [(-12.0, 296.0), (0.0, 299.0), (12.1, 296.0)]),
    ("leg", [(-9.4, 374.0), (0.0, 378.0), (8.0, 376.0)]),
];

/// The parts seen from the side.
pub(super) fn side() -> Vec<Part> {
    let mut edge = [(-12.0, 70.0), (2.0, 73.0), (15.4, 70.0)];
    let jaw: &[Place] = &[(4.0, 50.0), (-6.0, 54.5), (-9.0, 55.2)];
    let neck = [
        &between(BEFORE, 58.0, 70.0)[..],
        &smooth(&edge),
        &between(BEHIND, 70.0, 50.0),
        jaw,
    ];
    let mut parts = vec![("neck", neck.concat())];
    for (name, lower) in BANDS {
        let [(_, front_top), _, (_, back_top)] = edge;
        let [(_, front_end), _, (_, back_end)] = *lower;
        let upper: Vec<Place> = smooth(&edge).into_iter().rev().collect();
        let pieces = [
            upper,
            between(BEFORE, front_top, front_end),
            smooth(lower),
            between(BEHIND, back_end, back_top),
        ];
        parts.push((name, pieces.concat()));
        edge = *lower;
    }
    parts.push(("foot", [smooth(FOOT), smooth(&edge)].concat()));
    parts.push(("head", smooth(HEAD)));
    parts
}
