//! Where texts of several words are no sentences for people.

/// Files, or folders of them, whose texts of several words are no sentences for people, and what they are: words that are only
/// read, notes to whoever writes a file or the code, what goes to the log, names that are data, and the forms in which values are kept ("2 months after operation 1", "5 mg twice a
/// day"). A form is data: it is typed, kept, exchanged and read back as itself, whatever the language around it.
pub(super) const NOT_FOR_PEOPLE: &[(&str, &str)] = &[
    ("crates/api/src/draft.rs", "types as the window has them"),
    ("crates/api/src/declare.rs", "types as the window has them"),
    ("crates/api/src/export.rs", "types as the window has them"),
    (
        "crates/api/src/noun/background.rs",
        "types as the window has them",
    ),
    ("crates/api/src/noun/check.rs", "types as the window has them"),
    (
        "crates/domain/src/fact/background/allergy.rs",
        "what a record file ought to say, for whoever writes one",
    ),
    (
        "crates/domain/src/fact/reading.rs",
        "what a record file ought to say, for whoever writes one",
    ),
    (
        "crates/domain/src/fact/reading/line.rs",
        "words that are read, not said",
    ),
    (
        "crates/domain/src/fact/reading/range.rs",
        "the form in which a value is kept, which reads back as itself",
    ),
    ("crates/api/src/noun/flag.rs", "types as the window has them"),
    ("crates/api/src/reading.rs", "words that are read, not said"),
    (
        "crates/domain/src/fact/diagnosis/kind.rs",
        "words that are read, not said",
    ),
    (
        "crates/domain/src/fact/electrodiagnosis.rs",
        "words that are read, not said",
    ),
    (
        "crates/domain/src/fact/electrodiagnosis/conclusion.rs",
        "words that are read, not said",
    ),
    (
        "crates/domain/src/fact/imaging/kind.rs",
        "words that are read, not said",
    ),
    (
        "crates/domain/src/fact/imaging/measured.rs",
        "the form in which a value is kept, which reads back as itself",
    ),
    (
        "crates/domain/src/fact/neuromodulation.rs",
        "words that are read, not said",
    ),
    (
        "crates/domain/src/fact/examination/found.rs",
        "what a record file ought to say, for whoever writes one",
    ),
    (
        "crates/domain/src/fact/flag/answer.rs",
        "what a record file ought to say, for whoever writes one",
    ),
    (
        "crates/domain/src/fact/symptom/area.rs",
        "what a record file ought to say, for whoever writes one",
    ),
    (
        "crates/domain/src/fact/symptom/quality.rs",
        "the form in which a value is kept, which reads back as itself",
    ),
    (
        "crates/domain/src/fact/symptom/distance.rs",
        "what a record file ought to say, for whoever writes one",
    ),
    (
        "crates/domain/src/fact/walking/surface.rs",
        "what a record file ought to say, for whoever writes one",
    ),
    (
        "crates/domain/src/fact/symptom/tolerance.rs",
        "words that are read, not said",
    ),
    (
        "crates/domain/src/fact/surgery/code.rs",
        "words that are read, not said",
    ),
    (
        "crates/domain/src/fact/surgery/complication.rs",
        "words that are read, not said; what a record file ought to say, for whoever writes one",
    ),
    (
        "crates/domain/src/value/answer.rs",
        "what a record file ought to say, for whoever writes one",
    ),
    (
        "crates/domain/src/fact/surgery/procedure.rs",
        "what a record file ought to say, for whoever writes one",
    ),
    (
        "crates/domain/src/rule/change/thresholds.rs",
        "words that are read, not said",
    ),
    (
        "crates/domain/src/rule/gate/bleeding/known.rs",
        "words that are read, not said",
    ),
    (
        "crates/domain/src/rule/gate/bleeding/register.rs",
        "words that are read, not said",
    ),
    (
        "crates/domain/src/rule/gate/register/words.rs",
        "words that are read, not said",
    ),
    (
        "crates/domain/src/rule/gate/steroid.rs",
        "words that are read, not said",
    ),
    (
        "crates/domain/src/fact/response/adverse.rs",
        "what a record file ought to say, for whoever writes one",
    ),
    ("crates/domain/src/rule/nsaid.rs", "words that are read, not said"),
    (
        "crates/domain/src/rule/red_flag/catalogue.rs",
        "what is wrong with a data file, for whoever writes one",
    ),
    (
        "crates/domain/src/rule/red_flag/settings.rs",
        "where a figure comes from",
    ),
    (
        "crates/domain/src/rule/schedule/kind.rs",
        "words that are read, not said",
    ),
    (
        "crates/domain/src/rule/schedule/typed.rs",
        "the form in which a value is kept, which reads back as itself",
    ),
    ("crates/domain/src/rule/trial.rs", "where a figure comes from"),
    (
        "crates/domain/src/rule/walking/settings.rs",
        "where a figure comes from",
    ),
    (
        "crates/domain/src/value/icd10cm.rs",
        "what a record file ought to say, for whoever writes one",
    ),
    (
        "crates/domain/src/fact/document/file.rs",
        "what a record file ought to say, for whoever writes one",
    ),
    (
        "crates/domain/src/value/link.rs",
        "what a record file ought to say, for whoever writes one",
    ),
    (
        "crates/domain/src/value/implant.rs",
        "what a record file ought to say, for whoever writes one",
    ),
    (
        "crates/domain/src/value/pump_dose.rs",
        "words that are read, not said; what a record file ought to say, for whoever writes one",
    ),
    (
        "crates/domain/src/value/interval.rs",
        "what a record file ought to say, for whoever writes one",
    ),
    (
        "crates/domain/src/value/level/read.rs",
        "words that are read, not said",
    ),
    (
        "crates/domain/src/value/medicine/amount.rs",
        "words that are read, not said",
    ),
    (
        "crates/domain/src/value/medicine/frequency/read.rs",
        "words that are read, not said",
    ),
    (
        "crates/domain/src/value/medicine/line/part.rs",
        "words that are read, not said",
    ),
    (
        "crates/domain/src/value/medicine/typed.rs",
        "words that are read, not said",
    ),
    (
        "crates/domain/src/value/when/read.rs",
        "words that are read, not said",
    ),
    (
        "crates/domain/src/value/written.rs",
        "what a record file ought to say, for whoever writes one",
    ),
    ("crates/domain/src/fact/score.rs", "words that are read, not said"),
    (
        "crates/domain/src/fact/score/free.rs",
        "words that are read, not said",
    ),
    (
        "crates/domain/src/value/born.rs",
        "the form in which a value is kept, which reads back as itself",
    ),
    (
        "crates/domain/src/value/instrument/missing.rs",
        "words that are read, not said",
    ),
    (
        "crates/domain/src/value/level.rs",
        "the form in which a value is kept, which reads back as itself",
    ),
    (
        "crates/domain/src/value/level/item.rs",
        "the form in which a value is kept, which reads back as itself",
    ),
    (
        "crates/domain/src/value/limit.rs",
        "a unit that is compared, not said",
    ),
    (
        "crates/domain/src/value/medicine/frequency.rs",
        "the form in which a value is kept, which reads back as itself",
    ),
    (
        "crates/domain/src/value/medicine/kind.rs",
        "the form in which a value is kept, which reads back as itself",
    ),
    (
        "crates/domain/src/value/medicine/line.rs",
        "words that are read, not said",
    ),
    (
        "crates/domain/src/value/medicine/name.rs",
        "a credit line, word for word as its owner asks",
    ),
    (
        "crates/domain/src/value/medicine/shown.rs",
        "the form in which a value is kept, which reads back as itself",
    ),
    (
        "crates/domain/src/value/when.rs",
        "the form in which a value is kept, which reads back as itself",
    ),
    ("crates/charts/src/error.rs", "what went wrong, for the log"),
    ("crates/charts/src/fonts.rs", "the name of a typeface"),
    (
        "crates/charts/src/svg.rs",
        "the form in which a picture is written",
    ),
    (
        "crates/clinic/src/backup/places.rs",
        "names of drives, as the log of the vault has them",
    ),
    ("crates/clinic/src/desk/backups.rs", "the name of a folder"),
    (
        "crates/clinic/src/record/reader.rs",
        "words that are read, not said: those of the reader of JSON",
    ),
    (
        "crates/clinic/src/record/stream.rs",
        "what the reader of JSON is told and nobody sees",
    ),
    (
        "crates/clinic/src/rules/cells.rs",
        "words that are read, not said",
    ),
    (
        "crates/clinic/src/sample/",
        "records of invented people, which are data",
    ),
    (
        "crates/clinic/src/vault.rs",
        "names of programs, as the log of the vault has them",
    ),
    (
        "crates/clinic/src/words/message.rs",
        "why the compiler stops, for whoever writes the code",
    ),
    ("crates/letters/src/error.rs", "what went wrong, for the log"),
    ("crates/letters/src/scripts.rs", "names of files"),
    (
        "crates/store/src/engine/handle.rs",
        "what went wrong, for the log",
    ),
    (
        "crates/store/src/engine/proof.rs",
        "words that are read, not said: those of the database",
    ),
    (
        "crates/store/src/error.rs",
        "what went wrong, for the log; words that are read, not said: those of the database",
    ),
    ("crates/store/src/meaning.rs", "words that are read, not said"),
    (
        "crates/vault/src/backup/manifest.rs",
        "how a value stands in the log",
    ),
    ("crates/vault/src/bytes.rs", "what went wrong, for the log"),
    ("crates/vault/src/error.rs", "what went wrong, for the log"),
    ("crates/vault/src/recovery.rs", "how a value stands in the log"),
    ("src-tauri/src/choosing.rs", "names of kinds of files"),
    ("src-tauri/src/places.rs", "the name of a folder"),
    ("src-tauri/src/window.rs", "what went wrong, for the log"),
];
