//! How a medicine gets into the body and how it is made: route, form and release, with the words for each.

use serde::{Deserialize, Serialize};

/// By which way it is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the other routes name themselves")]
pub enum Route {
    /// By mouth and swallowed.
    Oral,
    /// Through the skin into the body.
    Transdermal,
    Intravenous,
    Subcutaneous,
    Intramuscular,
    /// Into the epidural space.
    Epidural,
    /// Into the spinal fluid.
    Intrathecal,
    /// Under the tongue, in the cheek or the nose.
    Transmucosal,
    Rectal,
    /// On the skin, to act there.
    Topical,
    /// No route was given; the form may still tell it.
    #[default]
    Unknown,
}

/// How it is made up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the other forms name themselves")]
pub enum Form {
    Tablet,
    Capsule,
    /// A liquid to swallow, drops among them.
    Liquid,
    /// A patch or plaster on the skin.
    Patch,
    /// An injection or infusion, by whichever route.
    Injection,
    Pump,
    Suppository,
    Lozenge,
    Film,
    Spray,
    /// Cream, gel or ointment.
    Cream,
    /// No form was given.
    #[default]
    Unknown,
}

/// How fast it is let go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Release {
    /// At once, where that was said.
    Immediate,
    /// Over hours: extended, modified, controlled or sustained release.
    Modified,
    /// Nothing was said of it.
    #[default]
    Unknown,
}

/// The printed word first.
const ROUTES: &[(Route, &[&str])] = &[
    (Route::Oral, &["by mouth", "po", "oral", "orally", "per os"]),
    (
        Route::Transdermal,
        &["transdermal", "transdermally", "through the skin"],
    ),
    (Route::Intravenous, &["intravenous", "iv", "intravenously"]),
    (
        Route::Subcutaneous,
        &["subcutaneous", "sc", "subcut", "subcutaneously"],
    ),
    (Route::Intramuscular, &["intramuscular", "im", "intramuscularly"]),
    (Route::Epidural, &["epidural", "epidurally"]),
    (Route::Intrathecal, &["intrathecal", "intrathecally", "spinal"]),
    (
        Route::Transmucosal,
        &[
            "transmucosal",
            "sublingual",
            "sublingually",
            "sl",
            "buccal",
            "buccally",
            "nasal",
            "intranasal",
            "under the tongue",
        ],
    ),
    (Route::Rectal, &["rectal", "rectally"]),
    (Route::Topical, &["topical", "topically"]),
];

const FORMS: &[(Form, &[&str])] = &[
    (Form::Tablet, &["tablets", "tablet", "tab", "tabs"]),
    (Form::Capsule, &["capsules", "capsule", "cap", "caps"]),
    (
        Form::Liquid,
        &["liquid", "solution", "syrup", "suspension", "elixir", "drops"],
    ),
    (Form::Patch, &["patch", "patches", "plaster", "plasters"]),
    (Form::Injection, &["injection", "inj", "ampoules", "infusion"]),
    (Form::Pump, &["pump"]),
    (Form::Suppository, &["suppository", "suppositories"]),
    (Form::Lozenge, &["lozenge", "lozenges"]),
    (Form::Film, &["film", "films"]),
    (Form::Spray, &["spray"]),
    (Form::Cream, &["cream", "gel", "ointment"]),
];

const RELEASES: &[(Release, &[&str])] = &[
    (
        Release::Modified,
        &[
            "modified release",
            "modified-release",
            "mr",
            "er",
            "xr",
            "sr",
            "cr",
            "xl",
            "la",
            "extended release",
            "extended-release",
            "controlled release",
            "controlled-release",
            "sustained release",
            "sustained-release",
            "prolonged release",
            "prolonged-release",
            "retard",
            "slow release",
        ],
    ),
    (
        Release::Immediate,
        &["immediate release", "immediate-release", "ir", "normal release"],
    ),
];

macro_rules! words {
    ($kind:ty, $list:ident) => {
        impl $kind {
            /// The words it is printed with; empty where it is not given.
            pub fn words(self) -> &'static str {
                $list
                    .iter()
                    .find(|(one, _)| *one == self)
                    .and_then(|(_, words)| words.first())
                    .map_or("", |word| word)
            }

            /// What the cursor stands at, stepped over.
            pub(super) fn read(cursor: &mut super::word::Cursor<'_>) -> Option<Self> {
                $list
                    .iter()
                    .find(|(_, words)| cursor.eat_any(words))
                    .map(|(one, _)| *one)
            }
        }
    };
}
words!(Route, ROUTES);
words!(Form, FORMS);
words!(Release, RELEASES);

impl Form {
    /// The route that a form leaves no doubt about.
    pub fn route(self) -> Route {
        match self {
            Form::Tablet | Form::Capsule | Form::Liquid => Route::Oral,
            Form::Patch => Route::Transdermal,
            Form::Suppository => Route::Rectal,
            Form::Lozenge | Form::Film => Route::Transmucosal,
            Form::Cream => Route::Topical,
            Form::Injection | Form::Pump | Form::Spray | Form::Unknown => Route::Unknown,
        }
    }
}
