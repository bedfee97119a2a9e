//! Every instrument file is read, complete and consistent with itself.

use super::{
    data::{Algorithm, Better, ChangeUse, How, Instrument, Licence},
    *,
};
use rstest::rstest;
use std::collections::{BTreeMap, BTreeSet};

#[test]
fn every_file_is_read_and_named_after_its_instrument() {
    for (name, text) in FILES {
        let read = read(text).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(*name, format!("{}.toml", read.id));
    }
    assert_eq!(instruments().len(), FILES.len());
}

#[test]
fn the_instruments_of_the_clinical_rules_are_there() {
    let wanted = [
        "nrs",
        "odi",
        "rmdq-24",
        "peg",
        "bpi-sf",
        "phq-9",
        "phq-2",
        "phq-4",
        "gad-7",
        "pgic",
        "start-back",
        "eq-5d-5l",
        "eq-5d-3l",
        "eq-vas",
        "promis-pain-interference",
        "promis-physical-function",
        "promis-sleep-disturbance",
        "promis-depression",
        "pcs",
        "dn4",
        "pain-detect",
        "tsk-17",
        "tsk-11",
        "isi",
        "psqi",
        "6mwt",
        "tug",
        "5xsts",
        "walking-minutes",
        "ndi",
        "mjoa",
        "psfs",
        "zcq-symptoms",
        "zcq-function",
        "zcq-satisfaction",
        "comi",
        "eq-5d-index",
    ];
    for id in wanted {
        assert!(instrument(id).is_some(), "{id}");
    }
    assert_eq!(instrument("odi-2"), None);
}

#[test]
fn a_slip_of_the_pen_in_a_file_is_refused() {
    let (_, text) = FILES.iter().find(|(name, _)| *name == "gad-7.toml").unwrap();
    assert!(read(text).is_ok());
    assert!(read(&text.replace("bands_source", "band_source")).is_err());
    assert!(read(&text.replace("blanks = 1", "blank = 1")).is_err());
    assert!(read(&text.replace("upto", "up_to")).is_err());
}

#[test]
fn what_is_printed_is_there() {
    for one in instruments() {
        let id = &one.id;
        for (what, text) in [
            ("name", &one.name),
            ("full_name", &one.full_name),
            ("owner", &one.owner),
            ("licence_note", &one.licence_note),
            ("credit", &one.credit),
            ("recall", &one.recall),
            ("unit", &one.unit),
            ("words", &one.words),
            ("source", &one.source),
        ] {
            assert!(!text.trim().is_empty() && text.trim() == text, "{id}: {what}");
        }
        assert!(one.version >= 1, "{id}");
        assert!(one.max.is_none_or(|max| max > one.min), "{id}: range");
        let named = one.subscales.iter().any(|part| !part.bands.is_empty()) || !one.bands.is_empty();
        assert!(
            !named || one.bands_source.is_some(),
            "{id}: bands need their source"
        );
        assert!(
            one.items.iter().any(|item| item.counted) && one.items.iter().all(|item| item.count == 1),
            "{id}: items"
        );
        assert!(
            one.items
                .iter()
                .skip_while(|item| item.counted)
                .all(|item| !item.counted),
            "{id}: questions that are not counted come last"
        );
    }
}

#[test]
fn trap_06_licensed_instruments_hold_no_wording() {
    for one in instruments()
        .iter()
        .filter(|one| one.licence == Licence::TotalOnly)
    {
        let silent = one.intro.is_none()
            && one.answers.is_empty()
            && one.items.iter().all(|item| {
                item.text.is_none() && item.low.is_none() && item.high.is_none() && item.answers.is_empty()
            });
        assert!(silent, "{}: the wording is its owner's", one.id);
    }
}

#[test]
fn free_questionnaires_hold_every_question() {
    for one in instruments()
        .iter()
        .filter(|one| one.licence == Licence::FreeWording && one.algorithm != Algorithm::Activities)
    {
        let texts: BTreeSet<&str> = one.items.iter().filter_map(|item| item.text.as_deref()).collect();
        assert_eq!(texts.len(), one.items.len(), "{}: each question once", one.id);
    }
    assert_eq!(instrument("rmdq-24").unwrap().items.len(), 24);
    assert_eq!(instrument("phq-9").unwrap().items.len(), 10);
    for id in ["phq-9", "phq-2", "phq-4", "gad-7"] {
        let points: Vec<_> = instrument(id)
            .unwrap()
            .answers
            .iter()
            .map(|one| one.points)
            .collect();
        assert_eq!(points, [Some(0.0), Some(1.0), Some(2.0), Some(3.0)], "{id}");
    }
}

/// Lowest and highest sum that the questions can give.
fn reach(one: &Instrument) -> (f64, f64) {
    let ends = one
        .items
        .iter()
        .filter(|item| item.counted)
        .map(|item| match item.counts_from {
            Some(_) => (0.0, 1.0),
            None => (item.min, item.max.unwrap_or(f64::INFINITY)),
        });
    ends.fold((0.0, 0.0), |sum, end| (sum.0 + end.0, sum.1 + end.1))
}

#[test]
fn the_range_is_what_the_questions_can_give() {
    for one in instruments() {
        let whole = (one.min, one.max.unwrap_or(f64::INFINITY));
        let (low, high) = reach(one);
        let n = one.items.iter().filter(|item| item.counted).count() as f64;
        let expected = match one.algorithm {
            Algorithm::Percent { .. } => (0.0, 100.0),
            Algorithm::Mean | Algorithm::Activities => (low / n, high / n),
            Algorithm::Profile | Algorithm::Subscale { .. } => (low / n, high / n),
            _ => (low, high),
        };
        assert_eq!(whole, expected, "{}", one.id);
    }
}

#[test]
fn numbers_of_questions_exist() {
    for one in instruments() {
        let count = u32::try_from(one.items.len()).unwrap();
        let parts = one.subscales.iter().flat_map(|part| part.items.iter());
        for number in parts.chain(&one.reversed).chain(&one.safety_item) {
            assert!((1..=count).contains(number), "{}: question {number}", one.id);
        }
        for part in &one.subscales {
            let unique: BTreeSet<_> = part.items.iter().collect();
            assert_eq!(unique.len(), part.items.len(), "{}: {}", one.id, part.key);
            assert!(
                part.least.is_none_or(|least| least as usize <= part.items.len()),
                "{}",
                part.key
            );
            assert!(
                part.how == How::Mean || part.least.is_none(),
                "a sum is never made up for without its rule"
            );
        }
        match &one.algorithm {
            Algorithm::Sum { blanks } | Algorithm::Ticks { blanks } => assert!(*blanks < count),
            Algorithm::Percent { plain, least } => assert!(least <= plain && *plain <= count),
            Algorithm::Subscale { key } => assert!(one.subscales.iter().any(|part| part.key == *key)),
            Algorithm::StartBack { .. } => assert!(one.subscales.iter().any(|part| part.key == "psych")),
            Algorithm::Label => assert!(one.answers.iter().all(|answer| answer.key.is_some())),
            Algorithm::Mean | Algorithm::Activities | Algorithm::Value { .. } | Algorithm::Profile => {}
        }
    }
}

#[test]
fn bands_rise_and_the_last_is_open() {
    for one in instruments() {
        let lists = one.subscales.iter().map(|part| &part.bands).chain([&one.bands]);
        for bands in lists.filter(|bands| !bands.is_empty()) {
            let ends: Vec<Option<f64>> = bands.iter().map(|band| band.upto.or(band.below)).collect();
            let (last, inner) = ends.split_last().unwrap();
            assert_eq!(*last, None, "{}: the last band has no end", one.id);
            assert!(
                inner.iter().all(Option::is_some) && inner.windows(2).all(|two| two[0] < two[1]),
                "{}",
                one.id
            );
            assert!(
                bands
                    .iter()
                    .all(|band| band.upto.is_none() || band.below.is_none()),
                "{}",
                one.id
            );
        }
    }
}

#[test]
fn trap_07_the_direction_belongs_to_the_instrument() {
    let way = |id: &str| instrument(id).unwrap().better;
    for id in [
        "eq-vas",
        "promis-physical-function",
        "6mwt",
        "walking-minutes",
        "mjoa",
        "psfs",
        "eq-5d-index",
    ] {
        assert_eq!(way(id), Better::Higher, "{id}");
    }
    for id in [
        "nrs",
        "odi",
        "rmdq-24",
        "peg",
        "bpi-sf",
        "phq-9",
        "phq-2",
        "phq-4",
        "gad-7",
        "promis-pain-interference",
        "promis-sleep-disturbance",
        "promis-depression",
        "pcs",
        "tsk-17",
        "tsk-11",
        "isi",
        "psqi",
        "tug",
        "5xsts",
        "ndi",
        "zcq-symptoms",
        "zcq-function",
        "zcq-satisfaction",
        "comi",
    ] {
        assert_eq!(way(id), Better::Lower, "{id}");
    }
    for one in instruments() {
        assert_eq!(
            one.better == Better::Neither,
            one.change == ChangeUse::Nothing,
            "{}: what has no better side has no change",
            one.id
        );
    }
}

#[test]
fn scales_without_a_true_zero_have_no_percent() {
    for one in instruments()
        .iter()
        .filter(|one| one.change == ChangeUse::PointsAndPercent)
    {
        assert!(one.min >= 0.0 && one.min < 1.0 && one.unit != "T", "{}", one.id);
    }
    assert!(instruments().iter().all(|one| {
        one.change == ChangeUse::PointsAndPercent
            || one
                .important
                .iter()
                .all(|important| !important.used || important.percent.is_none())
    }));
}

#[test]
fn figures_that_matter_have_source_and_people_and_those_beside_each_other_differ() {
    for one in instruments() {
        for important in &one.important {
            assert!(
                important.points.is_some() || important.percent.is_some(),
                "{}",
                one.id
            );
            assert!(important.points.is_none_or(|points| points > 0.0), "{}", one.id);
            for text in [&important.source, &important.cited, &important.population] {
                assert!(!text.is_empty(), "{}", one.id);
            }
            assert!(
                !important.used || important.sure != crate::value::sure::Sure::Low,
                "{}: a figure nobody checked is shown and not used",
                one.id
            );
        }
        let used = || one.important.iter().filter(|important| important.used);
        let keys = |figure: fn(&Importance) -> Option<f64>, most: usize| {
            let mut by_bound: BTreeMap<String, Vec<f64>> = BTreeMap::new();
            for important in used() {
                let bound = format!("{:?}", important.baseline_above);
                by_bound.entry(bound).or_default().extend(figure(important));
            }
            for mut figures in by_bound.into_values() {
                assert!(figures.len() <= most, "{}: too many figures to tell", one.id);
                let all = figures.len();
                figures.sort_by(f64::total_cmp);
                figures.dedup();
                assert_eq!(figures.len(), all, "{}: the same figure twice", one.id);
            }
        };
        keys(|important| important.points, 2);
        keys(|important| important.percent, 1);
    }
}

#[rstest]
#[case("phq-9", "44249-1", "44261-6")]
#[case("phq-2", "55757-9", "55758-7")]
#[case("phq-4", "69724-3", "70272-0")]
#[case("gad-7", "69737-5", "70274-6")]
#[case("peg", "91148-7", "91147-9")]
#[case("bpi-sf", "77564-3", "77565-0")]
fn trap_42_the_panel_is_not_the_score(#[case] id: &str, #[case] panel: &str, #[case] score: &str) {
    let codes = &instrument(id).unwrap().codes;
    assert_eq!(codes.loinc_panel.as_deref(), Some(panel));
    assert_eq!(codes.loinc_score.as_deref(), Some(score));
}

#[test]
fn trap_42_codes_are_loinc_numbers_with_their_check_digit() {
    let right = |code: &str| {
        let (number, check) = code.split_once('-').unwrap();
        let sum: u32 = number
            .chars()
            .rev()
            .enumerate()
            .map(|(at, digit)| {
                let digit = digit.to_digit(10).unwrap();
                if at % 2 == 0 {
                    digit * 2 / 10 + digit * 2 % 10
                } else {
                    digit
                }
            })
            .sum();
        check == ((10 - sum % 10) % 10).to_string()
    };
    for one in instruments() {
        let codes = &one.codes;
        let items = one.items.iter().filter_map(|item| item.loinc.as_ref());
        let more = codes.loinc_more.iter().map(|more| &more.code);
        for code in items
            .chain(more)
            .chain(&codes.loinc_panel)
            .chain(&codes.loinc_score)
        {
            assert!(right(code), "{}: {code}", one.id);
        }
        if let Some(generic) = codes.generic {
            assert!(generic.loinc().iter().all(|code| right(code)), "{}", one.id);
            assert!(codes.loinc_score.is_none(), "{}: its own code stands", one.id);
        }
    }
    assert_eq!(
        instrument("tug").unwrap().codes.loinc_score.as_deref(),
        Some("89423-8"),
        "not the 8 ft code"
    );
}

#[test]
fn the_questions_of_phq_and_gad_carry_their_codes() {
    let codes = |id: &str| -> Vec<&str> {
        let items = &instrument(id).unwrap().items;
        items.iter().filter_map(|item| item.loinc.as_deref()).collect()
    };
    assert_eq!(codes("phq-9")[8], "44260-8", "the question about self-harm");
    assert_eq!(codes("phq-9").len(), 10);
    assert_eq!(codes("gad-7").len(), 7);
    assert_eq!(codes("phq-2"), codes("phq-9")[..2]);
    assert_eq!(
        [&codes("gad-7")[..2], &codes("phq-9")[..2]].concat(),
        codes("phq-4")
    );
}
