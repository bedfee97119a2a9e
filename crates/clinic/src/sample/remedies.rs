//! Treatments that are tried after spine surgery, as a list to choose from: names, doses as they are written, how many
//! days they run, what they are known to do besides. A list of what clinics record, not of what helps.

use lamina_domain::treatment::Kind;

/// What a treatment is aimed at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Aim {
    /// It is aimed at no level.
    Nothing,
    /// The segment that was operated on.
    Segment,
    /// The root below it.
    Root,
    /// The facet joint of it.
    Facet,
    /// The medial branches of that joint.
    Branches,
    Sacroiliac,
}

/// A treatment to choose.
#[derive(Debug, Clone, Copy)]
pub(super) struct Remedy {
    pub(super) kind: Kind,
    pub(super) name: &'static str,
    pub(super) doses: &'static [&'static str],
    pub(super) aim: Aim,
    /// Days from start to end, at the least and the most; nothing for what is done in one day.
    pub(super) runs: Option<(i64, i64)>,
    pub(super) effects: &'static [&'static str],
}

const fn drug(
    name: &'static str,
    doses: &'static [&'static str],
    effects: &'static [&'static str],
) -> Remedy {
    Remedy {
        kind: Kind::Drug,
        name,
        doses,
        aim: Aim::Nothing,
        runs: Some((21, 900)),
        effects,
    }
}

const fn once(kind: Kind, name: &'static str, doses: &'static [&'static str], aim: Aim) -> Remedy {
    Remedy {
        kind,
        name,
        doses,
        aim,
        runs: None,
        effects: &["soreness for days", "headache for a day", "flushing"],
    }
}

const fn course(kind: Kind, name: &'static str, doses: &'static [&'static str], days: (i64, i64)) -> Remedy {
    Remedy {
        kind,
        name,
        doses,
        aim: Aim::Nothing,
        runs: Some(days),
        effects: &["more pain for days", "tiredness"],
    }
}

/// Treatments for any part of the spine.
pub(super) const ANYWHERE: &[Remedy] = &[
    drug(
        "paracetamol",
        &["1 g four times a day", "1 g three times a day"],
        &["nausea"],
    ),
    drug("ibuprofen", &["400 mg three times a day"], &["heartburn"]),
    drug(
        "naproxen",
        &["500 mg twice a day"],
        &["heartburn", "raised blood pressure"],
    ),
    drug(
        "pregabalin",
        &["75 mg twice a day", "150 mg twice a day"],
        &["drowsiness", "dizziness", "weight gain"],
    ),
    drug(
        "gabapentin",
        &["300 mg three times a day", "600 mg three times a day"],
        &["drowsiness", "dizziness"],
    ),
    drug(
        "duloxetine",
        &["30 mg a day", "60 mg a day"],
        &["nausea", "sweating"],
    ),
    drug(
        "amitriptyline",
        &["10 mg at night", "25 mg at night"],
        &["dry mouth", "drowsiness in the morning"],
    ),
    drug(
        "tramadol",
        &["50 mg four times a day", "100 mg twice a day"],
        &["nausea", "constipation"],
    ),
    drug(
        "oxycodone, slow release",
        &["10 mg twice a day", "20 mg twice a day"],
        &["constipation", "drowsiness"],
    ),
    drug(
        "tapentadol, slow release",
        &["50 mg twice a day", "100 mg twice a day"],
        &["nausea"],
    ),
    drug("baclofen", &["10 mg three times a day"], &["drowsiness"]),
    drug(
        "lidocaine plaster 5 %",
        &["one plaster, 12 hours a day"],
        &["rash"],
    ),
    course(
        Kind::Physiotherapy,
        "core strengthening",
        &["12 sessions", "18 sessions"],
        (42, 120),
    ),
    course(
        Kind::Physiotherapy,
        "graded walking programme",
        &["10 minutes a day, then more", "5 walks a week"],
        (56, 180),
    ),
    course(
        Kind::Physiotherapy,
        "exercise in water",
        &["10 sessions"],
        (35, 90),
    ),
    course(
        Kind::ManualTherapy,
        "mobilisation of soft tissue",
        &["6 sessions", "8 sessions"],
        (21, 70),
    ),
    course(
        Kind::PhysicalModality,
        "TENS at home",
        &["30 minutes twice a day"],
        (30, 400),
    ),
    course(
        Kind::Psychology,
        "cognitive behavioural therapy",
        &["8 sessions", "12 sessions"],
        (56, 150),
    ),
    course(
        Kind::PainManagement,
        "pain management programme",
        &["3 weeks, in a group", "10 days"],
        (10, 40),
    ),
    course(
        Kind::Other,
        "acupuncture",
        &["6 sessions", "10 sessions"],
        (30, 80),
    ),
    once(
        Kind::Injection,
        "trigger point injection",
        &["lidocaine 1 %, 4 ml"],
        Aim::Nothing,
    ),
    once(
        Kind::Injection,
        "facet joint injection",
        &["bupivacaine 0.25 %, 1 ml and triamcinolone 20 mg"],
        Aim::Facet,
    ),
    once(
        Kind::Block,
        "medial branch block",
        &["lidocaine 2 %, 0.5 ml at each place"],
        Aim::Branches,
    ),
    once(
        Kind::Radiofrequency,
        "radiofrequency of the medial branches",
        &["80 degrees, 90 seconds"],
        Aim::Branches,
    ),
];

/// Treatments for the low back alone.
pub(super) const LOW: &[Remedy] = &[
    once(
        Kind::Injection,
        "transforaminal epidural steroid",
        &["dexamethasone 8 mg", "dexamethasone 4 mg"],
        Aim::Root,
    ),
    once(
        Kind::Injection,
        "interlaminar epidural steroid",
        &["methylprednisolone 80 mg"],
        Aim::Segment,
    ),
    once(
        Kind::Injection,
        "caudal epidural steroid",
        &["triamcinolone 40 mg, 15 ml"],
        Aim::Nothing,
    ),
    once(
        Kind::Injection,
        "sacroiliac joint injection",
        &["triamcinolone 40 mg"],
        Aim::Sacroiliac,
    ),
    once(
        Kind::Radiofrequency,
        "pulsed radiofrequency of the dorsal root ganglion",
        &["42 degrees, 4 minutes"],
        Aim::Root,
    ),
    once(
        Kind::Intervention,
        "epidural adhesiolysis",
        &["one session"],
        Aim::Segment,
    ),
];

/// The trial of a stimulator, and what follows it where the trial helped enough.
pub(super) const TRIAL: Remedy = Remedy {
    kind: Kind::NeuromodulationTrial,
    name: "spinal cord stimulator trial",
    doses: &["7 days", "10 days", "14 days"],
    aim: Aim::Nothing,
    runs: Some((7, 14)),
    effects: &["soreness at the lead"],
};

/// The stimulator that follows a trial with enough relief.
pub(super) const IMPLANT: Remedy = Remedy {
    kind: Kind::NeuromodulationImplant,
    name: "spinal cord stimulator",
    doses: &["tonic", "high frequency"],
    aim: Aim::Nothing,
    runs: Some((5000, 9000)),
    effects: &["discomfort over the generator"],
};
