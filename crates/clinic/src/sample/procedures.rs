//! What is operated: each procedure with the levels it is done at, its way in, what it leaves in the body and why it
//! is done; and what may follow it later. Kinds and levels follow common practice; nothing is a recommendation.

use super::spine::Stretch;
use ImplantKind::{ArtificialDisc, Cage, PlateOrHook, ScrewsAndRods};
use lamina_domain::{ImplantKind, surgery::Approach};

/// On which side a procedure is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ProcedureSide {
    /// On the side of the pain.
    One,
    Both,
    /// The question makes no sense.
    Neither,
}

#[derive(Debug, Clone, Copy)]
pub(super) struct Procedure {
    pub(super) names: &'static [&'static str],
    pub(super) stretches: &'static [(&'static str, &'static str)],
    pub(super) approach: Approach,
    pub(super) sided: ProcedureSide,
    pub(super) implants: &'static [(ImplantKind, &'static str)],
    pub(super) indications: &'static [&'static str],
    pub(super) complications: &'static [&'static str],
}

const SCREWS: &[(ImplantKind, &str)] = &[
    (ScrewsAndRods, "pedicle screws and rods (titanium)"),
    (Cage, "interbody cage (PEEK)"),
];
const DISC_LEVELS: &[(&str, &str)] = &[("L4", "L5"), ("L5", "S1"), ("L5", "S1"), ("L3", "L4")];
const FUSION_LEVELS: &[(&str, &str)] = &[("L4", "L5"), ("L5", "S1"), ("L4", "S1"), ("L3", "L5")];
const HERNIATION: &[&str] = &[
    "disc herniation with leg pain",
    "disc herniation with foot weakness",
];
const UNSTABLE: &[&str] = &[
    "degenerative spondylolisthesis",
    "isthmic spondylolisthesis",
    "disc degeneration with back pain",
];
const USUAL: &[&str] = &["dural tear, repaired", "wound infection", "haematoma"];

/// First operations on the low back.
pub(super) const LUMBAR: &[Procedure] = &[
    Procedure {
        names: &["microdiscectomy"],
        stretches: DISC_LEVELS,
        approach: Approach::Posterior,
        sided: ProcedureSide::One,
        implants: &[],
        indications: HERNIATION,
        complications: USUAL,
    },
    Procedure {
        names: &["endoscopic discectomy"],
        stretches: DISC_LEVELS,
        approach: Approach::Endoscopic,
        sided: ProcedureSide::One,
        implants: &[],
        indications: HERNIATION,
        complications: &["dural tear, repaired", "numbness of the foot"],
    },
    Procedure {
        names: &["laminectomy"],
        stretches: &[("L4", "L5"), ("L3", "L5"), ("L3", "L4"), ("L2", "L5")],
        approach: Approach::Posterior,
        sided: ProcedureSide::Both,
        implants: &[],
        indications: &["spinal stenosis with leg pain on walking"],
        complications: USUAL,
    },
    Procedure {
        names: &["laminotomy", "foraminotomy"],
        stretches: &[("L4", "L5"), ("L5", "S1"), ("L3", "L4")],
        approach: Approach::Posterior,
        sided: ProcedureSide::One,
        implants: &[],
        indications: &["lateral recess stenosis", "foraminal stenosis"],
        complications: USUAL,
    },
    LUMBAR_FUSION,
    Procedure {
        names: &["anterior lumbar interbody fusion"],
        stretches: &[("L5", "S1"), ("L4", "L5"), ("L4", "S1")],
        approach: Approach::Anterior,
        sided: ProcedureSide::Neither,
        implants: &[(Cage, "interbody cage with screws (titanium)")],
        indications: UNSTABLE,
        complications: &["ileus", "bleeding from a vein"],
    },
    Procedure {
        names: &["lateral lumbar interbody fusion"],
        stretches: &[("L3", "L4"), ("L2", "L4"), ("L4", "L5")],
        approach: Approach::Lateral,
        sided: ProcedureSide::Neither,
        implants: &[
            (Cage, "interbody cage (PEEK)"),
            (PlateOrHook, "lateral plate and screws (titanium)"),
        ],
        indications: UNSTABLE,
        complications: &["numbness of the thigh", "hip flexor weakness for weeks"],
    },
    Procedure {
        names: &["lumbar disc replacement"],
        stretches: &[("L5", "S1"), ("L4", "L5")],
        approach: Approach::Anterior,
        sided: ProcedureSide::Neither,
        implants: &[(ArtificialDisc, "artificial disc")],
        indications: &["disc degeneration with back pain"],
        complications: &["ileus"],
    },
];

/// Fusion of the low back from behind.
pub(super) const LUMBAR_FUSION: Procedure = Procedure {
    names: &["transforaminal lumbar interbody fusion"],
    stretches: FUSION_LEVELS,
    approach: Approach::Posterior,
    sided: ProcedureSide::Neither,
    implants: SCREWS,
    indications: UNSTABLE,
    complications: USUAL,
};

/// First operations on the neck.
pub(super) const CERVICAL: &[Procedure] = &[
    Procedure {
        names: &["anterior cervical discectomy and fusion"],
        stretches: &[("C5", "C6"), ("C6", "C7"), ("C5", "C7"), ("C4", "C6")],
        approach: Approach::Anterior,
        sided: ProcedureSide::Neither,
        implants: &[
            (Cage, "interbody cage (PEEK)"),
            (PlateOrHook, "anterior plate and screws (titanium)"),
        ],
        indications: &["disc herniation with arm pain", "cervical stenosis with arm pain"],
        complications: &["hoarseness for weeks", "difficulty swallowing for weeks"],
    },
    Procedure {
        names: &["cervical disc replacement"],
        stretches: &[("C5", "C6"), ("C6", "C7")],
        approach: Approach::Anterior,
        sided: ProcedureSide::Neither,
        implants: &[(ArtificialDisc, "artificial disc")],
        indications: &["disc herniation with arm pain"],
        complications: &["difficulty swallowing for weeks"],
    },
    Procedure {
        names: &["posterior cervical foraminotomy"],
        stretches: &[("C5", "C6"), ("C6", "C7"), ("C7", "T1")],
        approach: Approach::Posterior,
        sided: ProcedureSide::One,
        implants: &[],
        indications: &["foraminal stenosis with arm pain"],
        complications: &["wound infection"],
    },
];

/// Fusion of the neck from behind.
pub(super) const CERVICAL_FUSION: Procedure = Procedure {
    names: &["posterior cervical fusion"],
    stretches: &[("C4", "C7")],
    approach: Approach::Posterior,
    sided: ProcedureSide::Neither,
    implants: &[(ScrewsAndRods, "lateral mass screws and rods (titanium)")],
    indications: &["non-union"],
    complications: &["wound infection"],
};

/// First operations on the thoracic spine.
pub(super) const THORACIC: &[Procedure] = &[
    Procedure {
        names: &["thoracic laminectomy"],
        stretches: &[("T10", "T11"), ("T9", "T11"), ("T11", "T12")],
        approach: Approach::Posterior,
        sided: ProcedureSide::Both,
        implants: &[],
        indications: &["thoracic stenosis with leg weakness"],
        complications: USUAL,
    },
    THORACIC_FUSION,
];

/// Fusion of the thoracic spine.
pub(super) const THORACIC_FUSION: Procedure = Procedure {
    names: &["instrumented thoracic fusion"],
    stretches: &[("T9", "T11"), ("T8", "T11"), ("T10", "T12")],
    approach: Approach::Posterior,
    sided: ProcedureSide::Neither,
    implants: &[(ScrewsAndRods, "pedicle screws and rods (titanium)")],
    indications: &[
        "thoracic disc herniation with instability",
        "fracture with deformity",
    ],
    complications: USUAL,
};

/// What takes out what an operation left.
pub(super) const REMOVAL: &str = "removal of hardware";

/// What follows another operation: the procedure, where it is done and how many days later at the least and the most.
pub(super) struct Next {
    pub(super) procedure: Procedure,
    pub(super) at: Stretch,
    pub(super) days: (i64, i64),
}

/// What may follow an operation with this procedure at `at`; `metal` tells whether anything was left in the body.
pub(super) fn following(procedure: &Procedure, fusion: Procedure, at: Stretch, metal: bool) -> Vec<Next> {
    let again = |names, indications| Procedure {
        names,
        indications,
        ..*procedure
    };
    let fuse = |indications| Procedure {
        indications,
        ..fusion
    };
    let mut next = Vec::new();
    if metal {
        next.push(Next {
            procedure: Procedure {
                names: &[REMOVAL],
                implants: &[],
                sided: ProcedureSide::Neither,
                ..again(&[], &["pain over the hardware", "loose screw"])
            },
            at,
            days: (240, 1400),
        });
        next.push(Next {
            procedure: Procedure {
                names: &["extension of fusion"],
                ..fuse(&["adjacent segment degeneration"])
            },
            at: at.extended(),
            days: (500, 2600),
        });
        next.push(Next {
            procedure: Procedure {
                names: &["revision fusion"],
                ..fuse(&["non-union", "cage subsidence"])
            },
            at,
            days: (300, 900),
        });
    } else {
        next.push(Next {
            procedure: Procedure {
                sided: if procedure.sided == ProcedureSide::Neither {
                    ProcedureSide::Both
                } else {
                    procedure.sided
                },
                ..again(
                    &["revision decompression"],
                    &[
                        "recurrent disc herniation",
                        "scar around the nerve root",
                        "remaining stenosis",
                    ],
                )
            },
            at,
            days: (90, 1500),
        });
        next.push(Next {
            procedure: fuse(&["instability after decompression", "recurrent disc herniation"]),
            at,
            days: (240, 2200),
        });
    }
    next
}
