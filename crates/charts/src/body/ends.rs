//! Hands with their fingers up and feet with their toes up, larger than the body: the right palm, and the left foot from above
//! and the right sole. The thumb and the big toe point to the right of the picture.

use super::{
    contour::{Place, back, finger, smooth},
    trunk::Part,
};

/// The parts of a hand; `hollow` names its palm or back.
pub(super) fn hand(hollow: &'static str) -> Vec<Part> {
    let knuckles: &[Place] = &[
        (-21.6, 49.0),
        (-13.0, 47.5),
        (-4.4, 45.0),
        (4.6, 47.0),
        (13.4, 46.0),
    ];
    let web = smooth(&[(14.2, 58.0), (13.0, 70.0), (15.4, 80.0)]);
    let thumb: &[Place] = &[
        (14.2, 58.0),
        (18.4, 54.0),
        (22.4, 47.0),
        (26.4, 40.4),
        (30.4, 38.8),
        (32.6, 42.6),
        (31.0, 50.0),
        (27.0, 60.0),
        (22.0, 70.5),
        (15.4, 80.0),
    ];
    vec![
        (
            "middle_fingers",
            [
                finger(-0.2, 8.6, (3.0, 42.0), -0.2),
                finger(9.4, 8.6, (7.5, 43.0), 1.4),
                vec![(13.4, 46.0), (4.6, 47.0), (-4.4, 45.0)],
            ]
            .concat(),
        ),
        (
            "small_fingers",
            [
                finger(-18.0, 7.8, (18.0, 46.0), -2.4),
                finger(-9.4, 8.4, (7.5, 43.0), -1.2),
                vec![(-4.4, 45.0), (-13.0, 47.5), (-21.6, 49.0)],
            ]
            .concat(),
        ),
        (
            hollow,
            [
                smooth(knuckles),
                smooth(&[(13.4, 46.0), (14.2, 58.0)]),
                web.clone(),
                smooth(&[(15.4, 80.0), (13.2, 85.0), (12.4, 90.0)]),
                smooth(&[(12.4, 90.0), (0.0, 92.0), (-13.0, 90.0)]),
                smooth(&[(-13.0, 90.0), (-15.6, 80.0), (-19.6, 66.0), (-21.6, 49.0)]),
            ]
            .concat(),
        ),
        ("thumb", [smooth(thumb), back(web)].concat()),
    ]
}

const BIG_TOE: &[Place] = &[
    (14.0, 22.0),
    (16.0, 14.0),
    (14.6, 6.0),
    (9.4, 3.0),
    (4.8, 6.0),
    (4.0, 14.0),
    (4.6, 21.0),
    (9.0, 23.4),
    (14.0, 22.0),
];
/// The edge below the toes: the inner and the outer half.
const INNER_TOP: &[Place] = &[(14.0, 22.0), (9.0, 23.4), (3.6, 22.2), (-1.4, 23.2)];
const OUTER_TOP: &[Place] = &[(-1.4, 23.2), (-3.0, 23.4), (-11.0, 26.5), (-18.0, 30.0)];

fn toes() -> Vec<Part> {
    let small = [
        finger(-15.8, 4.8, (19.0, 28.0), 0.0),
        finger(-10.9, 5.2, (14.0, 24.0), 0.0),
        finger(-5.4, 5.6, (10.0, 22.0), 0.0),
        finger(0.6, 6.0, (7.0, 21.0), 0.0),
        vec![(3.6, 22.2), (-3.0, 23.4), (-11.0, 26.5), (-18.0, 30.0)],
    ];
    vec![("big_toe", smooth(BIG_TOE)), ("toes", small.concat())]
}

/// The foot from above.
pub(super) fn foot_top() -> Vec<Part> {
    let middle = smooth(&[(-1.4, 23.2), (-1.2, 45.0), (-0.8, 70.0), (-0.8, 96.0)]);
    let inner = smooth(&[
        (14.0, 22.0),
        (16.4, 31.0),
        (15.4, 42.0),
        (12.0, 56.0),
        (10.4, 70.0),
        (11.0, 84.0),
        (10.6, 94.0),
    ]);
    let outer = smooth(&[
        (-18.0, 30.0),
        (-19.4, 40.0),
        (-17.6, 54.0),
        (-14.0, 68.0),
        (-12.4, 82.0),
        (-12.2, 94.0),
    ]);
    let mut parts = toes();
    parts.push((
        "inner",
        [
            smooth(INNER_TOP),
            middle.clone(),
            smooth(&[(-0.8, 96.0), (5.0, 96.0), (10.6, 94.0)]),
            back(inner),
        ]
        .concat(),
    ));
    parts.push((
        "outer",
        [
            smooth(OUTER_TOP),
            outer,
            smooth(&[(-12.2, 94.0), (-6.0, 96.0), (-0.8, 96.0)]),
            back(middle),
        ]
        .concat(),
    ));
    parts
}

/// The sole, with the heel below.
pub(super) fn sole() -> Vec<Part> {
    let middle = smooth(&[(-1.4, 23.2), (-1.2, 45.0), (-0.6, 62.0), (-0.4, 75.6)]);
    let inner = smooth(&[
        (14.0, 22.0),
        (16.4, 31.0),
        (15.0, 42.0),
        (10.4, 56.0),
        (9.2, 68.0),
        (9.4, 78.0),
    ]);
    let outer = smooth(&[
        (-18.0, 30.0),
        (-19.4, 40.0),
        (-17.6, 54.0),
        (-14.0, 66.0),
        (-10.6, 77.0),
    ]);
    let inner_end = smooth(&[(-0.4, 75.6), (5.0, 76.2), (9.4, 78.0)]);
    let outer_end = smooth(&[(-10.6, 77.0), (-5.0, 76.0), (-0.4, 75.6)]);
    let ball = smooth(&[
        (9.4, 78.0),
        (9.8, 87.0),
        (6.0, 95.0),
        (-0.6, 97.0),
        (-7.0, 95.0),
        (-11.4, 87.0),
        (-10.6, 77.0),
    ]);
    let mut parts = toes();
    parts.push((
        "inner",
        [smooth(INNER_TOP), middle.clone(), inner_end.clone(), back(inner)].concat(),
    ));
    parts.push((
        "outer",
        [smooth(OUTER_TOP), outer, outer_end.clone(), back(middle)].concat(),
    ));
    parts.push(("heel", [ball, outer_end, inner_end].concat()));
    parts
}
