//! The body from the front and from behind: the half to the right of the middle line; the other half is its mirror image.

use super::contour::{Place, back, between, halves, smooth};

/// A part of one half with its outline.
pub(super) type Part = (&'static str, Vec<Place>);

const FACE: &[Place] = &[
    (0.0, 0.0),
    (10.0, 1.5),
    (18.0, 8.0),
    (21.5, 19.0),
    (21.5, 31.0),
    (18.5, 42.0),
    (12.5, 51.5),
    (6.0, 56.5),
    (0.0, 58.0),
];
const SKULL: &[Place] = &[
    (0.0, 0.0),
    (10.0, 1.5),
    (18.0, 8.0),
    (21.5, 19.0),
    (21.5, 31.0),
    (18.5, 42.0),
    (13.0, 49.0),
];
const NECK: &[Place] = &[
    (12.5, 46.0),
    (12.2, 56.0),
    (13.5, 62.0),
    (19.0, 66.5),
    (29.0, 70.0),
];
const SHOULDER: &[Place] = &[
    (29.0, 70.0),
    (40.0, 73.5),
    (48.5, 78.0),
    (54.0, 86.0),
    (57.0, 97.0),
    (58.5, 108.0),
];
/// Where the arm begins.
const ARM_TOP: &[Place] = &[(43.9, 103.0), (50.0, 109.0), (58.5, 108.0)];
const ARM_OUTER: &[Place] = &[
    (54.0, 86.0),
    (57.0, 97.0),
    (59.0, 112.0),
    (61.0, 128.0),
    (63.5, 142.0),
    (66.5, 152.0),
    (70.0, 164.0),
    (72.5, 176.0),
    (74.0, 188.0),
    (75.0, 197.0),
];
const ARM_INNER: &[Place] = &[
    (43.0, 100.0),
    (46.5, 112.0),
    (49.5, 126.0),
    (52.0, 140.0),
    (54.5, 151.0),
    (58.0, 163.0),
    (61.5, 176.0),
    (64.5, 188.0),
    (66.5, 197.0),
];
const ELBOW_TOP: &[Place] = &[(63.5, 142.0), (58.0, 143.5), (52.0, 140.0)];
const ELBOW_END: &[Place] = &[(68.0, 157.0), (62.0, 158.5), (56.2, 157.0)];
const WRIST: &[Place] = &[(75.0, 197.0), (71.0, 198.5), (66.5, 197.0)];
const HAND: &[Place] = &[
    (75.0, 197.0),
    (80.0, 203.0),
    (85.0, 212.0),
    (86.0, 218.5),
    (83.0, 220.5),
    (79.5, 214.5),
    (78.5, 219.0),
    (80.0, 229.0),
    (79.0, 239.0),
    (76.0, 245.0),
    (71.5, 246.5),
    (67.5, 243.0),
    (65.2, 234.0),
    (64.6, 222.0),
    (65.2, 209.0),
    (66.5, 197.0),
];
const SIDE: &[Place] = &[
    (43.0, 100.0),
    (42.5, 112.0),
    (40.5, 126.0),
    (37.5, 140.0),
    (36.0, 151.0),
    (37.0, 162.0),
    (41.0, 175.0),
    (44.5, 189.0),
    (46.0, 203.0),
];
const LEG_OUTER: &[Place] = &[
    (44.5, 189.0),
    (46.0, 203.0),
    (46.3, 216.0),
    (45.0, 234.0),
    (42.2, 252.0),
    (38.6, 268.0),
    (36.6, 280.0),
    (36.2, 290.0),
    (37.2, 302.0),
    (38.0, 314.0),
    (36.6, 330.0),
    (33.0, 347.0),
    (29.6, 362.0),
    (28.2, 374.0),
    (28.4, 381.0),
];
const LEG_INNER: &[Place] = &[
    (1.6, 207.0),
    (3.4, 218.0),
    (6.6, 236.0),
    (9.6, 254.0),
    (11.6, 270.0),
    (12.4, 282.0),
    (12.2, 291.0),
    (11.4, 302.0),
    (11.6, 315.0),
    (13.6, 331.0),
    (16.0, 348.0),
    (17.4, 363.0),
    (17.6, 374.0),
    (16.8, 381.0),
];
/// Parts the outer from the inner leg.
const LEG_MIDDLE: &[Place] = &[
    (25.5, 202.0),
    (25.5, 222.0),
    (25.0, 245.0),
    (24.6, 266.0),
    (24.4, 282.0),
    (24.2, 296.0),
    (24.4, 315.0),
    (24.6, 335.0),
    (24.0, 355.0),
    (23.0, 376.0),
];
/// Where the foot begins, and its middle.
const ANKLE: f64 = 376.0;
const ANKLE_MIDDLE: Place = (23.0, 377.6);
const FOOT: &[Place] = &[
    (28.25, 376.0),
    (29.2, 381.0),
    (31.5, 386.0),
    (36.0, 393.0),
    (37.4, 398.5),
    (33.0, 402.0),
    (24.0, 402.6),
    (16.4, 401.0),
    (14.2, 396.0),
    (15.4, 388.0),
    (17.0, 381.0),
    (17.5, 376.0),
];
const HEEL: &[Place] = &[
    (28.25, 376.0),
    (29.0, 386.0),
    (29.4, 388.0),
    (29.2, 396.0),
    (26.4, 401.4),
    (21.6, 402.4),
    (17.2, 400.6),
    (15.8, 394.0),
    (16.4, 386.0),
    (17.5, 376.0),
];

/// Puts pieces together to one outline.
fn around(pieces: &[&[Place]]) -> Vec<Place> {
    pieces.concat()
}

/// The parts seen from the front, the head last, which lies over the neck.
pub(super) fn front() -> Vec<Part> {
    let clavicle = smooth(&[(29.0, 70.0), (20.0, 74.5), (9.0, 76.5), (0.0, 77.0)]);
    let armpit = smooth(&[(43.0, 100.0), (38.5, 90.0), (33.0, 79.0), (29.0, 70.0)]);
    let ribs = smooth(&[
        (40.6, 125.5),
        (30.0, 128.5),
        (18.0, 126.5),
        (7.0, 119.0),
        (0.0, 115.0),
    ]);
    let crest = smooth(&[(36.8, 160.0), (33.5, 166.0), (29.5, 171.0)]);
    let belly = smooth(&[(29.5, 171.0), (20.0, 176.5), (10.0, 179.5), (0.0, 180.5)]);
    let crease = smooth(&[(29.5, 171.0), (28.0, 184.0), (25.5, 202.0)]);
    let outer_top = smooth(&[(46.0, 203.0), (36.0, 203.5), (25.5, 202.0)]);
    let inner_top = smooth(&[(25.5, 202.0), (14.0, 206.5), (1.6, 207.0)]);
    let mut parts = vec![
        ("neck", around(&[&smooth(NECK), &clavicle, &[(0.0, 50.0)]])),
        ("shoulder", shoulder(&armpit)),
        (
            "chest",
            around(&[
                &back(clavicle.clone()),
                &back(armpit.clone()),
                &between(SIDE, 100.0, 125.5),
                &ribs,
            ]),
        ),
        (
            "abdomen",
            around(&[&back(ribs.clone()), &between(SIDE, 125.5, 160.0), &crest, &belly]),
        ),
        (
            "hip",
            around(&[
                &between(SIDE, 160.0, 203.0),
                &outer_top,
                &back(crease.clone()),
                &back(crest.clone()),
            ]),
        ),
        (
            "groin",
            around(&[&back(belly.clone()), &crease, &inner_top, &[(0.0, 206.5)]]),
        ),
    ];
    parts.extend(arm());
    parts.extend(leg(
        [
            "outer_thigh",
            "inner_thigh",
            "knee",
            "outer_shin",
            "inner_shin",
            "foot",
        ],
        (&outer_top, &inner_top),
        (268.0, 299.0),
        FOOT,
    ));
    parts.push(("head", smooth(FACE)));
    parts
}

/// The parts seen from behind.
pub(super) fn behind() -> Vec<Part> {
    let nape = smooth(&[(29.0, 70.0), (18.0, 73.0), (0.0, 75.0)]);
    let armpit = smooth(&[(43.0, 100.0), (39.5, 90.0), (34.0, 80.0), (29.0, 70.0)]);
    let blades = smooth(&[(42.8, 108.0), (22.0, 112.0), (0.0, 113.0)]);
    let ribs = smooth(&[(38.0, 138.0), (20.0, 142.0), (0.0, 143.0)]);
    let crest = smooth(&[(37.3, 163.0), (27.0, 166.0), (15.0, 171.0)]);
    let base = smooth(&[(15.0, 171.0), (8.0, 172.5), (0.0, 173.0)]);
    let joint = smooth(&[(15.0, 171.0), (10.0, 185.0), (2.4, 203.0)]);
    let outer_fold = smooth(&[(46.0, 206.0), (36.0, 210.2), (25.5, 211.0)]);
    let inner_fold = smooth(&[(25.5, 211.0), (13.0, 211.2), (1.6, 207.0)]);
    let mut parts = vec![
        ("neck", around(&[&smooth(NECK), &nape, &[(0.0, 46.0)]])),
        ("shoulder", shoulder(&armpit)),
        (
            "upper_back",
            around(&[
                &back(nape.clone()),
                &back(armpit.clone()),
                &between(SIDE, 100.0, 108.0),
                &blades,
            ]),
        ),
        (
            "middle_back",
            around(&[&back(blades.clone()), &between(SIDE, 108.0, 138.0), &ribs]),
        ),
        (
            "low_back",
            around(&[&back(ribs.clone()), &between(SIDE, 138.0, 163.0), &crest, &base]),
        ),
        ("sacrum", around(&[&back(base.clone()), &joint, &[(0.0, 204.0)]])),
        (
            "buttock",
            around(&[
                &back(crest.clone()),
                &between(SIDE, 163.0, 203.0),
                &outer_fold,
                &inner_fold,
                &[(0.0, 206.5), (0.0, 204.0)],
                &back(joint.clone()),
            ]),
        ),
    ];
    parts.extend(arm());
    parts.extend(leg(
        [
            "outer_thigh",
            "inner_thigh",
            "knee",
            "outer_calf",
            "inner_calf",
            "heel",
        ],
        (&outer_fold, &inner_fold),
        (274.0, 293.0),
        HEEL,
    ));
    let hairline = smooth(&[(13.0, 49.0), (6.0, 51.5), (0.0, 52.0)]);
    parts.push(("head", around(&[&smooth(SKULL), &hairline])));
    parts
}

fn shoulder(armpit: &[Place]) -> Vec<Place> {
    around(&[&smooth(SHOULDER), &back(smooth(ARM_TOP)), armpit])
}

fn arm() -> Vec<Part> {
    let (top, elbow) = (smooth(ELBOW_TOP), smooth(ELBOW_END));
    let wrist = smooth(WRIST);
    vec![
        (
            "upper_arm",
            around(&[
                &smooth(ARM_TOP),
                &between(ARM_OUTER, 108.0, 142.0),
                &top,
                &between(ARM_INNER, 140.0, 103.0),
            ]),
        ),
        (
            "elbow",
            around(&[
                &back(top.clone()),
                &between(ARM_OUTER, 142.0, 157.0),
                &elbow,
                &between(ARM_INNER, 157.0, 140.0),
            ]),
        ),
        (
            "forearm",
            around(&[
                &back(elbow.clone()),
                &between(ARM_OUTER, 157.0, 197.0),
                &wrist,
                &between(ARM_INNER, 197.0, 157.0),
            ]),
        ),
        ("hand", around(&[&smooth(HAND), &back(wrist)])),
    ]
}

/// The leg below its upper edge; `knee` are the heights of the middle of the knee's upper and lower edge.
fn leg(
    [outer_thigh, inner_thigh, knee, outer_leg, inner_leg, foot]: [&'static str; 6],
    (outer_top, inner_top): (&[Place], &[Place]),
    (above, below): (f64, f64),
    end: &[Place],
) -> Vec<Part> {
    let upper = [(38.0, 271.0), (25.0, above), (11.7, 271.0)];
    let lower = [(36.5, 296.0), (25.0, below), (12.0, 296.0)];
    let ((upper_outer, upper_inner), (lower_outer, lower_inner)) = (halves(&upper), halves(&lower));
    let height = |places: &[Place]| places.last().map_or(202.0, |place| place.1);
    let split = height(outer_top);
    vec![
        (
            outer_thigh,
            around(&[
                &back(outer_top.to_vec()),
                &between(LEG_OUTER, outer_top.first().map_or(203.0, |place| place.1), 271.0),
                &upper_outer,
                &between(LEG_MIDDLE, above, split),
            ]),
        ),
        (
            inner_thigh,
            around(&[
                &back(inner_top.to_vec()),
                &between(LEG_MIDDLE, split, above),
                &upper_inner,
                &between(LEG_INNER, 271.0, 207.0),
            ]),
        ),
        (
            knee,
            around(&[
                &back(smooth(&upper)),
                &between(LEG_OUTER, 271.0, 296.0),
                &smooth(&lower),
                &between(LEG_INNER, 296.0, 271.0),
            ]),
        ),
        (
            outer_leg,
            around(&[
                &back(lower_outer),
                &between(LEG_OUTER, 296.0, ANKLE),
                &[ANKLE_MIDDLE],
                &between(LEG_MIDDLE, ANKLE, below),
            ]),
        ),
        (
            inner_leg,
            around(&[
                &back(lower_inner),
                &between(LEG_MIDDLE, below, ANKLE),
                &[ANKLE_MIDDLE],
                &between(LEG_INNER, ANKLE, 296.0),
            ]),
        ),
        (foot, around(&[&[ANKLE_MIDDLE], &smooth(end)])),
    ]
}
