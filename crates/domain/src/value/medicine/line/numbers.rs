//! Nothing of a line is lost: whatever is accepted says every number that was typed, and a second amount never takes the
//! place of the first.

use super::read_line;
use proptest::prelude::*;
use rstest::rstest;

/// The numbers of a text in order; "once" and "twice", "a day" of "once a day" are the words for 1 and 2.
fn numbers(text: &str) -> Vec<String> {
    let plain = text.replace("once a", "1 a").replace("twice a", "2 a");
    let mut found: Vec<String> = plain
        .split(|c: char| !c.is_ascii_digit() && c != '.')
        .map(|part| part.trim_matches('.').to_owned())
        .filter(|part| !part.is_empty())
        .collect();
    found.sort();
    found
}

/// Every number of the line stands in what was read, as often as it was typed.
fn accounted(line: &str) -> Result<(), TestCaseError> {
    let Ok(medicine) = read_line(line) else {
        return Ok(());
    };
    let normal = medicine.to_string();
    let mut said = numbers(&normal);
    for number in numbers(line) {
        let Some(place) = said.iter().position(|one| *one == number) else {
            return Err(TestCaseError::fail(format!(
                "{number} of `{line}` is not in `{normal}`"
            )));
        };
        said.remove(place);
    }
    Ok(())
}

#[rstest]
#[case("MST 30 mg bd prn 10 mg")]
#[case("oxycodone MR 40 mg bd, 5 mg prn")]
#[case("oxycodone 5 mg 1 tablet each morning and evening")]
#[case("tramadol 50 mg 3 tabs q4-6h PRN max 8/day taking 4 a day")]
#[case("fentanyl patch 25 mcg/h change every 72 h")]
fn every_number_of_an_example_is_accounted_for(#[case] line: &str) {
    accounted(line).unwrap();
}

#[test]
fn the_check_itself_finds_what_is_lost() {
    assert_eq!(numbers("30 mg twice a day, 5.5 mg"), ["2", "30", "5.5"]);
}

/// Pieces that a line is made of, each number its own so that none can stand for another.
fn pieces() -> impl Strategy<Value = Vec<&'static str>> {
    let piece = prop::sample::select(vec![
        "11 mg",
        "12 mg",
        "13-14 mg",
        "15 mg/5 mL",
        "16 mcg/h",
        "17 tabs",
        "18 tablets",
        "19 mL",
        "bd",
        "tds",
        "q6h",
        "every 72 h",
        "4 times a day",
        "prn",
        "max 8/day",
        "max 9 tablets a day",
        "taking 3 tablets a day",
        "taking 7 a day",
        "and",
        "then",
        "plus",
        "each",
        "+",
        ",",
        "with",
        "or",
        "morning and night",
        "every morning",
        "nocte",
        "patch",
        "MR",
        "tablets",
        "iv",
        "for back pain",
        "otc",
        "paracetamol",
        "OxyNorm",
        "10",
        "20/500",
        "mg",
        "a day",
        "up to",
        "once",
        "continuous",
        "half",
        "in the evening",
    ]);
    prop::collection::vec(piece, 1..7)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4000))]
    #[test]
    fn whatever_is_accepted_accounts_for_every_number(
        name in prop::sample::select(vec!["oxycodone", "MST", "co-codamol", "fentanyl patch", "Butec", "tramadol", "moonshine"]),
        pieces in pieces(),
    ) {
        accounted(&format!("{name} {}", pieces.join(" ")))?;
    }
}
