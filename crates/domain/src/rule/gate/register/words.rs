//! Which implants words name. Words are read for three things only: that something may be in the body which nobody
//! listed, that two tellings mean the same thing, and that an operation took out what an earlier one had left. No word
//! makes anything harmless: what is only named has no MRI status.

use crate::value::implant::{Family, ImplantKind};

/// What a procedure leaves in the body by its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Remnant {
    pub(super) family: Family,
    /// The words name the thing itself; a fusion alone may have left nothing.
    pub(super) named: bool,
    /// It is a trial.
    pub(super) trial: bool,
}

/// How sure the words of an operation are that a kind of implant was taken out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Certainty {
    Surely,
    /// They may mean it.
    Perhaps,
    /// They mean something else.
    No,
}

/// The words of a removal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Removal {
    pub(super) kinds: Vec<ImplantKind>,
    /// Nothing is named but that implants were taken out.
    pub(super) any: bool,
    /// They say that it was tried, planned or partial.
    pub(super) hedged: bool,
}

impl Removal {
    /// Whether the words take out what is of this kind.
    pub(super) fn takes(&self, kind: ImplantKind) -> Certainty {
        let perhaps = self.any || (kind.family() == Family::Other && !self.kinds.is_empty());
        match (self.kinds.contains(&kind), self.hedged) {
            (true, false) => Certainty::Surely,
            (true, true) => Certainty::Perhaps,
            (false, _) if perhaps => Certainty::Perhaps,
            (false, _) => Certainty::No,
        }
    }
}

/// The words of a text, in lower case.
pub(super) fn tokens(text: &str) -> Vec<String> {
    text.to_lowercase()
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

pub(super) fn has(words: &[String], exact: &[&str]) -> bool {
    words.iter().any(|word| exact.contains(&word.as_str()))
}

pub(super) fn begins(words: &[String], stems: &[&str]) -> bool {
    words
        .iter()
        .any(|word| stems.iter().any(|stem| word.starts_with(stem)))
}

/// True where `word` stands without one of `before` right before it.
fn stands(words: &[String], wanted: &[&str], before: &[&str]) -> bool {
    words.iter().enumerate().any(|(at, word)| {
        let last = at.checked_sub(1).and_then(|at| words.get(at));
        wanted.contains(&word.as_str()) && last.is_none_or(|last| !before.contains(&last.as_str()))
    })
}

const METAL: [&str; 5] = ["screw", "instrument", "plating", "hardware", "metalwork"];
const METAL_WORDS: [&str; 9] = [
    "rod", "rods", "cage", "cages", "plates", "hook", "hooks", "fixation", "fixateur",
];
const FUSION: [&str; 4] = ["fusion", "arthrodes", "spondylodes", "stabili"];
const FUSION_WORDS: [&str; 4] = ["acdf", "plf", "laminoplasty", "corpectomy"];
const ACTIVE: [&str; 4] = ["stimulat", "neurostimulat", "neuromodulat", "microstimulat"];
const ACTIVE_WORDS: [&str; 8] = [
    "scs",
    "ipg",
    "generator",
    "electrode",
    "electrodes",
    "lead",
    "leads",
    "dbs",
];
const HEART: [&str; 3] = ["pacemaker", "defibrillator", "cardioverter"];
const HEART_WORDS: [&str; 5] = ["icd", "aicd", "crt", "pacer", "ppm"];
const SPACER: [&str; 2] = ["interspinous", "coflex"];
pub(super) const DISC_WORDS: [&str; 4] = ["disc", "discs", "disk", "disks"];
pub(super) const DISC_MADE: [&str; 4] = ["replac", "prosthe", "arthroplast", "artificial"];
/// What works from outside the body.
const OUTSIDE: [&str; 4] = ["tens", "transcutaneous", "transcranial", "external"];

/// The families that words name.
pub(super) fn families(words: &[String]) -> Vec<Family> {
    let mut found = Vec::new();
    let mut add = |named: bool, family| {
        if named {
            found.push(family);
        }
    };
    add(begins(words, &HEART), Family::Heart);
    let codes = has(words, &["10", "11", "code"]);
    add(has(words, &HEART_WORDS) && !codes, Family::Heart);
    let outside = has(words, &OUTSIDE);
    add(begins(words, &ACTIVE) && !outside, Family::Stimulator);
    add(has(words, &ACTIVE_WORDS), Family::Stimulator);
    let beside = has(words, &["pca", "syringe", "elastomeric"]);
    add(
        stands(words, &["pump", "pumps"], &["proton"]) && !beside,
        Family::Pump,
    );
    let made = begins(words, &DISC_MADE) || begins(words, &["implant"]);
    add(has(words, &DISC_WORDS) && made, Family::Disc);
    add(
        begins(words, &["arthroplast"]) || has(words, &["tdr", "adr"]),
        Family::Disc,
    );
    add(begins(words, &SPACER), Family::Interspinous);
    let metal = begins(words, &METAL) || has(words, &METAL_WORDS) || stands(words, &["plate"], &["end"]);
    add(metal, Family::Metal);
    found.dedup();
    found
}

/// Where metal is that is not in the spine.
const ELSEWHERE: [&str; 22] = [
    "hip", "knee", "ankle", "foot", "leg", "femur", "femoral", "tibia", "tibial", "wrist", "arm", "hand",
    "elbow", "shoulder", "clavicle", "jaw", "skull", "dental", "rib", "ribs", "sternum", "orbit",
];

/// Words that name metal and no other part of the body.
pub(super) fn may_be_metal_of_the_spine(words: &[String]) -> bool {
    families(words).contains(&Family::Metal) && !has(words, &ELSEWHERE)
}

/// Words of conditions that name something which MRI has to know of.
pub(super) fn names_an_implant(words: &[String]) -> bool {
    if words
        .first()
        .is_some_and(|first| ["no", "not", "never", "without"].contains(&first.as_str()))
    {
        return false;
    }
    let known = families(words)
        .iter()
        .any(|family| matches!(family, Family::Heart | Family::Stimulator | Family::Pump));
    let lead = has(words, &["lead"]) && !begins(words, &ACTIVE) && !begins(words, &HEART);
    (known && !lead)
        || begins(words, &["implant", "cochlear", "shrapnel", "prosthe", "stent"])
        || (begins(words, &["clip", "coil"]) && begins(words, &["aneurysm"]))
        || (has(words, &["metal", "metallic"]) && begins(words, &["fragment", "foreign", "splinter", "body"]))
        || (has(words, &["valve"]) && begins(words, &["mechanic", "artificial", "programm"]))
        || has(words, &["shunt"])
}

/// Words that say more of a thing than that it is plain metal.
pub(super) fn says_more_than_metal(words: &[String]) -> bool {
    families(words).iter().any(|family| *family != Family::Metal)
        || begins(
            words,
            &[
                "magnet", "magec", "grow", "cochlear", "aneurysm", "shrapnel", "bullet", "orbit", "fragment",
                "valve", "stent", "clip", "coil", "shunt", "receiver", "battery", "motor", "sensor",
            ],
        )
}

/// Clauses of a procedure: what stands before each is a joining word, a comma or an end.
fn clauses(text: &str) -> Vec<(char, Vec<String>)> {
    let mut low = format!(" {} ", text.to_lowercase());
    for (word, mark) in [
        (" followed by ", ";"),
        (" with ", ";"),
        (" plus ", ";"),
        (" then ", ";"),
        (" and ", "&"),
        ("+", ";"),
        ("/", "&"),
        (". ", ";"),
    ] {
        low = low.replace(word, &format!(" {mark} "));
    }
    let mut parts = Vec::new();
    let mut mark = ';';
    let mut begin = 0;
    for (at, sign) in low.char_indices() {
        if matches!(sign, ';' | '&' | ',') {
            parts.push((mark, tokens(low.get(begin..at).unwrap_or_default())));
            mark = sign;
            begin = at + 1;
        }
    }
    parts.push((mark, tokens(low.get(begin..).unwrap_or_default())));
    parts
}

const TAKES: [&str; 4] = ["remov", "explant", "extract", "retriev"];
const RENEWS: [&str; 7] = ["replac", "exchang", "reimplant", "insert", "plac", "new", "revis"];
const DOES: [&str; 7] = [
    "implantation",
    "implanted",
    "fusion",
    "fixation",
    "instrument",
    "stabili",
    "arthrodes",
];
const HEDGES: [&str; 28] = [
    "partial",
    "partially",
    "partly",
    "incomplete",
    "attempted",
    "attempt",
    "planned",
    "plan",
    "failed",
    "aborted",
    "abandoned",
    "retained",
    "left",
    "right",
    "except",
    "some",
    "one",
    "single",
    "broken",
    "unsuccessful",
    "not",
    "no",
    "without",
    "declined",
    "remaining",
    "loose",
    "two",
    "unilateral",
];

/// Each clause with whether it tells of taking out.
pub(super) fn told(text: &str) -> Vec<(bool, Vec<String>)> {
    let clauses = clauses(text);
    let takes = |words: &[String]| begins(words, &TAKES) && !begins(words, &RENEWS);
    let does = |words: &[String]| begins(words, &RENEWS) || begins(words, &DOES);
    let mut out: Vec<(bool, Vec<String>)> = Vec::new();
    for (at, (mark, words)) in clauses.iter().enumerate() {
        let bare = !begins(words, &TAKES) && !does(words);
        let goes_on = bare && *mark != ';' && out.last().is_some_and(|(taken, _)| *taken);
        let begins_it = bare
            && clauses
                .get(at + 1)
                .is_some_and(|(mark, next)| *mark == '&' && takes(next));
        out.push((takes(words) || goes_on || begins_it, words.clone()));
    }
    out
}

/// Words by which metal is denied.
pub(super) const NO_METAL: [&str; 5] = ["without", "no", "non", "uninstrumented", "noninstrumented"];

/// What the words of a procedure say that it leaves in the body.
pub(super) fn left_by(procedure: &str) -> Vec<Remnant> {
    let mut all: Vec<Remnant> = Vec::new();
    for (taken, words) in told(procedure) {
        let none = has(&words, &NO_METAL);
        if taken {
            continue;
        }
        let trial = begins(&words, &["trial", "temporary"]);
        let fusion = begins(&words, &FUSION)
            || has(&words, &FUSION_WORDS)
            || words.iter().any(|word| word.len() > 3 && word.ends_with("lif"));
        let mut families = families(&words);
        let named = families.contains(&Family::Metal);
        if fusion && !named {
            families.push(Family::Metal);
        }
        for family in families {
            if family == Family::Metal && none {
                continue;
            }
            let left = Remnant {
                family,
                named: family != Family::Metal || named,
                trial,
            };
            match all
                .iter_mut()
                .find(|one| one.family == family && one.trial == trial)
            {
                Some(one) => one.named |= left.named,
                None => all.push(left),
            }
        }
    }
    all
}

/// What a procedure takes out, where its words tell of that. `more` is what else the operation says of itself.
pub(super) fn taken_by(procedure: &str, more: &[String]) -> Option<Removal> {
    let mut kinds: Vec<ImplantKind> = Vec::new();
    let mut any = false;
    let mut found = false;
    for (taken, words) in told(procedure) {
        if !taken {
            continue;
        }
        let explant = begins(&words, &["explant"]);
        let before = kinds.len();
        let mut add = |named: bool, list: &[ImplantKind]| {
            if named {
                kinds.extend_from_slice(list);
            }
        };
        let plain = begins(&words, &["hardware", "metalwork", "instrument", "osteosynthes"])
            || has(&words, &["metal", "implant", "implants", "fixation"]);
        let bare = [
            ImplantKind::ScrewsAndRods,
            ImplantKind::PlateOrHook,
            ImplantKind::FusionMetal,
        ];
        add(plain, &bare);
        let screws = begins(&words, &["screw"]) || has(&words, &["rod", "rods"]);
        add(screws, &[ImplantKind::ScrewsAndRods]);
        let plates = has(&words, &["plate", "plates", "hook", "hooks"]);
        add(plates, &[ImplantKind::PlateOrHook]);
        add(has(&words, &["cage", "cages"]), &[ImplantKind::Cage]);
        let spacer = begins(&words, &SPACER) || has(&words, &["spacer", "spacers"]);
        add(spacer, &[ImplantKind::Interspinous]);
        let disc =
            has(&words, &DISC_WORDS) && begins(&words, &["prosthe", "artificial", "arthroplast", "implant"]);
        add(disc, &[ImplantKind::ArtificialDisc]);
        let generator = has(&words, &["generator", "ipg", "battery"]);
        let lead = has(&words, &["lead", "leads", "electrode", "electrodes"]);
        let system = (begins(&words, &ACTIVE) || has(&words, &["scs"])) && !generator && !lead;
        add(generator || system, &[ImplantKind::Generator]);
        add(lead || system, &[ImplantKind::Lead]);
        let catheter = has(&words, &["catheter", "catheters"]);
        let pump = has(&words, &["pump", "pumps", "reservoir"]);
        add(pump, &[ImplantKind::Pump]);
        add(catheter || pump, &[ImplantKind::Catheter]);
        let something = kinds.len() > before;
        if explant && !something {
            // What an operation at the same levels left, without saying what.
            kinds.extend(bare);
            kinds.extend([
                ImplantKind::Generator,
                ImplantKind::Lead,
                ImplantKind::Pump,
                ImplantKind::Catheter,
            ]);
        }
        any |= plain || explant;
        found |= plain || explant || something;
    }
    let hedged = has(&tokens(procedure), &HEDGES)
        || begins(more, &["retain", "remain", "partial", "incomplet", "broke"]);
    found.then_some(Removal { kinds, any, hedged })
}

const FILLERS: [&str; 20] = [
    "and",
    "at",
    "in",
    "of",
    "the",
    "a",
    "on",
    "for",
    "since",
    "from",
    "to",
    "with",
    "implanted",
    "implant",
    "system",
    "device",
    "mri",
    "conditional",
    "about",
    "titanium",
];
const MONTHS: [&str; 12] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
];

/// Words that say no more than what something of this kind is called.
fn called(kind: ImplantKind) -> &'static [&'static str] {
    match kind {
        ImplantKind::ScrewsAndRods => &[
            "pedicle",
            "screw",
            "screws",
            "rod",
            "rods",
            "fixation",
            "instrumentation",
        ],
        ImplantKind::Cage => &["cage", "cages", "interbody", "peek"],
        ImplantKind::PlateOrHook => &["plate", "plates", "hook", "hooks"],
        ImplantKind::FusionMetal => &["fusion", "metal", "fixation", "instrumentation", "hardware"],
        ImplantKind::CementOrGraft => &["bone", "cement", "graft"],
        other => called_of(other.family()),
    }
}

/// The same of a family.
fn called_of(family: Family) -> &'static [&'static str] {
    match family {
        Family::Metal | Family::Other => &[],
        Family::Disc => &[
            "disc",
            "disk",
            "artificial",
            "prosthesis",
            "replacement",
            "arthroplasty",
            "total",
        ],
        Family::Interspinous => &["interspinous", "spacer", "devices"],
        Family::Stimulator => &[
            "stimulator",
            "neurostimulator",
            "scs",
            "cord",
            "spinal",
            "stimulation",
            "ipg",
            "generator",
            "lead",
            "leads",
            "peripheral",
            "nerve",
            "root",
            "dorsal",
            "ganglion",
        ],
        Family::Pump => &[
            "pump",
            "intrathecal",
            "catheter",
            "morphine",
            "baclofen",
            "ziconotide",
        ],
        Family::Heart => &[
            "pacemaker",
            "icd",
            "aicd",
            "defibrillator",
            "cardioverter",
            "cardiac",
            "crt",
        ],
    }
}

/// Whether `text` says nothing but what this thing is, where and when, so that it is told twice. `own` are the words of
/// the thing's name, levels and time; a level or a year that is not among them makes another thing of it.
pub(super) fn says_only(text: &[String], kinds: &[ImplantKind], family: Family, own: &[String]) -> bool {
    let named = |word: &String| {
        own.contains(word)
            || called_of(family).contains(&word.as_str())
            || kinds.iter().any(|kind| called(*kind).contains(&word.as_str()))
    };
    let filler = |word: &String| {
        FILLERS.contains(&word.as_str())
            || begins(std::slice::from_ref(word), &TAKES)
            || (word.len() <= 2 && word.chars().all(|sign| sign.is_ascii_digit()))
            || (word.len() <= 9 && MONTHS.iter().any(|month| word.starts_with(month)))
    };
    text.iter().any(named) && text.iter().all(|word| named(word) || filler(word))
}

/// Whether words tell of taking out.
pub(super) fn tells_of_removal(words: &[String]) -> bool {
    begins(words, &TAKES)
}
