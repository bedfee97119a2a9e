//! From a record file to what its scores say: verdicts and table in the letter, and the chart.

use chrono::NaiveDate;
use lamina_clinic::{
    letter::{self, Request},
    own_rules::OwnRules,
    progress::{progress, progress_svg},
    record::{Document, Record},
};

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).expect("a day of the calendar")
}

/// A record with a fusion on 3 May 2019 and these scores.
fn record(scores: &[String]) -> Record {
    with(r#""when":"3 May 2019""#, scores)
}

fn with(operation: &str, scores: &[String]) -> Record {
    let json = format!(
        r#"{{"format":"lamina-record","version":1,"patients":[{{"patient":{{"family":"Sample","born":"1961"}},
            "surgeries":[{{"procedures":["fusion"],"levels":"L4-S1",{operation}}}],"scores":[{}]}}]}}"#,
        scores.join(",")
    );
    Document::read(json.as_bytes(), today())
        .expect("a valid record")
        .patients
        .remove(0)
}

fn odi(value: u8, when: &str, more: &str) -> String {
    format!(r#"{{"measure":"odi","value":{value},"when":"{when}"{more}}}"#)
}

fn nrs(value: u8, when: &str, more: &str) -> String {
    format!(r#"{{"measure":"nrs","site":"leg","value":{value},"when":"{when}"{more}}}"#)
}

fn total(id: &str, value: f64, when: &str) -> String {
    format!(r#"{{"measure":"instrument","instrument":"{id}","total":{value},"when":"{when}"}}"#)
}

fn free(name: &str, value: f64, unit: &str, when: &str) -> String {
    format!(r#"{{"measure":"number","name":"{name}","value":{value},"unit":"{unit}","when":"{when}"}}"#)
}

fn letter(record: &Record) -> String {
    let text = letter::letter(record, &Request::default(), today()).text();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn svg(record: &Record) -> String {
    progress_svg(record, &OwnRules::default(), today(), 800).expect("a drawing")
}

/// The words of a drawing, one text after the other.
fn drawn(record: &Record) -> Vec<String> {
    let svg = svg(record);
    let texts = svg.split("<text").skip(1).filter_map(|part| {
        let (_, rest) = part.split_once('>')?;
        let (text, _) = rest.split_once("</text>")?;
        Some(text.trim().to_owned())
    });
    texts.collect()
}

#[track_caller]
fn says(text: &str, words: &str) {
    assert!(text.contains(words), "`{words}` is not in:\n{text}");
}

#[test]
fn two_scores_of_one_day_are_both_printed_and_the_verdict_says_which_it_took() {
    let first = odi(58, "3 May 2024", "");
    let day = [odi(42, "3 Nov 2024", ""), odi(50, "3 Nov 2024", "")];
    let [one, other] = &day;
    let orders = [
        [&first, one, other],
        [other, one, &first],
        [one, &first, other],
        [other, &first, one],
    ];
    let mut seen = Vec::new();
    for order in orders {
        let record = record(&order.map(String::clone));
        let letter = letter(&record);
        says(
            &letter,
            "58 to 50: 8 points better, less than the 10 that matters (Ostelo 2008)",
        );
        says(
            &letter,
            "any of these may be the last, and the worse one is taken: 42 % (3 Nov 2024), 50 % (3 Nov 2024)",
        );
        seen.push(svg(&record));
    }
    assert!(
        seen.windows(2).all(|two| two[0] == two[1]),
        "the order in the file changes nothing"
    );
    assert!(
        seen[0].matches("<circle").count() >= 3,
        "both values of the day are drawn"
    );
}

#[test]
fn of_two_first_scores_the_better_one_is_the_baseline() {
    let scores = [
        odi(60, "3 May 2024", ""),
        odi(52, "3 May 2024", ""),
        odi(40, "2025", ""),
    ];
    let letter = letter(&record(&scores));
    says(&letter, "52 to 40: 12 points better");
    says(
        &letter,
        "as baseline any of these may be meant, and the better one is taken: 52 % (3 May 2024), 60 % (3 May 2024)",
    );
}

#[test]
fn a_month_and_a_day_in_it_may_both_be_the_last() {
    let scores = [
        odi(60, "2022", ""),
        odi(30, "3 Mar 2024", ""),
        odi(44, "2024", ""),
    ];
    let letter = letter(&record(&scores));
    says(&letter, "60 to 44: 16 points better");
    says(
        &letter,
        "any of these may be the last, and the worse one is taken: 44 % (2024), 30 % (3 Mar 2024)",
    );
}

#[test]
fn an_odi_without_version_takes_the_ground_of_the_old_verdict() {
    let version = r#","version":"2.1a""#;
    let scores = [
        odi(48, "2023", version),
        odi(60, "2024", version),
        odi(42, "2025", ""),
    ];
    let letter_now = letter(&record(&scores));
    assert!(
        !letter_now.contains("worse"),
        "no verdict stands beside a newer score:\n{letter_now}"
    );
    says(
        &letter_now,
        "ODI 2.1a, 60 % (2024): no verdict. Newer is ODI, version not said, 42 % (2025), and the two cannot be compared",
    );
    let same = [
        odi(48, "2023", version),
        odi(60, "2024", version),
        odi(42, "2025", r#","version":"v2.1A""#),
    ];
    says(&letter(&record(&same)), "48 to 42: 6 points better");
    let old = [
        odi(48, "2023", version),
        odi(60, "2024", version),
        odi(42, "2020", ""),
    ];
    says(&letter(&record(&old)), "48 to 60: 12 points worse");
}

#[test]
fn versions_of_any_instrument_are_said_not_to_compare() {
    let promis = |value: f64, edition: &str, when: &str| {
        format!(
            r#"{{"measure":"instrument","instrument":"promis-pain-interference","edition":"{edition}","total":{value},"when":"{when}"}}"#
        )
    };
    let scores = [
        promis(68.0, "1.0", "2022"),
        promis(60.0, "1.0", "2023"),
        promis(66.0, "1.1", "2024"),
    ];
    let letter = letter(&record(&scores));
    says(&letter, "no verdict. Newer is PROMIS Pain Interference 1.1, 66");
    assert!(!letter.contains("8 points better"), "{letter}");
}

#[test]
fn a_newer_score_without_number_or_date_leaves_nothing_judged() {
    let unable =
        r#"{"measure":"instrument","instrument":"tug","answers":["unable"],"when":"2025"}"#.to_owned();
    let scores = [total("tug", 14.0, "2023"), total("tug", 10.0, "2024"), unable];
    says(
        &letter(&record(&scores)),
        "Not judged: newer is 2025, no score: unable",
    );
    let undated = [odi(58, "2023", ""), odi(42, "2024", ""), odi(70, "unknown", "")];
    says(
        &letter(&record(&undated)),
        "Not judged: ODI, version not said, 70 %, no date, may be newer",
    );
    let before = [
        odi(58, "2023", ""),
        odi(42, "2024", ""),
        odi(70, "before operation 1", ""),
    ];
    assert!(
        !letter(&record(&before)).contains("Not judged"),
        "it is surely older"
    );
    let view = lamina_clinic::progress::verdicts(&record(&undated), &OwnRules::default());
    assert!(!view[0].important, "nothing is called better");
}

#[test]
fn a_rating_says_kind_period_and_side_and_is_compared_with_its_like() {
    let average = r#","side":"left","kind":"average","period":"7 days""#;
    let week = r#","side":"left","kind":"average","period":"1 week""#;
    let worst = r#","side":"left","kind":"worst","period":"7 days""#;
    let right = r#","side":"right","kind":"average","period":"7 days""#;
    let scores = [
        nrs(8, "3 Mar 2023", average),
        nrs(9, "3 Mar 2023", worst),
        nrs(4, "3 Mar 2024", week),
        nrs(9, "3 Mar 2024", worst),
        nrs(6, "3 Mar 2023", right),
    ];
    let record = record(&scores);
    let letter = letter(&record);
    says(
        &letter,
        "Pain 0–10, left leg, average of 7 days, 3 Mar 2023 to 3 Mar 2024, 8 to 4: 4 points better",
    );
    says(
        &letter,
        "Pain 0–10, left leg, worst of 7 days, 3 Mar 2023 to 3 Mar 2024, 9 to 9: no change",
    );
    says(&letter, "Pain 0–10, right leg, average of 7 days");
    let words = drawn(&record);
    for name in [
        "Left leg, average of 7 days",
        "Left leg, worst of 7 days",
        "Right leg, average of 7 days",
    ] {
        assert!(
            words.iter().any(|word| word == name),
            "{name} is not in the legend: {words:?}"
        );
    }
}

#[test]
fn an_old_rating_is_kind_not_said_and_gives_way_to_a_newer_one_that_says_it() {
    let scores = [
        nrs(8, "2021", ""),
        nrs(3, "2022", ""),
        nrs(7, "2025", r#","kind":"worst","period":"7 days""#),
    ];
    let letter_now = letter(&record(&scores));
    says(
        &letter_now,
        "Pain 0–10, leg, kind not said, 3/10 (2022): no verdict. Newer is Pain 0–10, leg, worst of 7 days, 7/10 (2025), and the two cannot be compared",
    );
    assert!(!letter_now.contains("points better"), "{letter_now}");
    says(
        &letter(&record(&scores[..2])),
        "leg, kind not said, 2021 to 2022, 8 to 3: 5 points better",
    );
}

#[test]
fn pain_now_with_a_period_is_refused_by_its_field() {
    let json = format!(
        r#"{{"format":"lamina-record","version":1,"patients":[{{"patient":{{"family":"Sample","born":"1961"}},"scores":[{}]}}]}}"#,
        nrs(7, "2024", r#","kind":"now","period":"7 days""#)
    );
    let refused = Document::read(json.as_bytes(), today())
        .expect_err("refused")
        .to_string();
    says(
        &refused,
        "patients[0].scores[0].period: pain now looks back on no time",
    );
}

#[test]
fn each_figure_of_the_change_that_matters_is_told_with_its_source() {
    for (id, from, to, words) in [
        (
            "tug",
            12.9,
            11.5,
            "1.4 s better, between the 1.3 (Jakobsson 2019) and the 3.4 (Gautschi 2017) that matter",
        ),
        (
            "tug",
            14.0,
            10.0,
            "4 s better, at least the 1.3 (Jakobsson 2019) and the 3.4 (Gautschi 2017) that matter",
        ),
        (
            "6mwt",
            300.0,
            330.0,
            "30 m better, between the 26 and the 35 that matter (McIlroy 2025)",
        ),
        (
            "tsk-11",
            30.0,
            24.0,
            "more than the 4 that matters (Woby 2005); it may be error of measurement, which reaches 7.04",
        ),
        (
            "tsk-17",
            45.0,
            35.0,
            "10 points better, more than the 4 that matters (Woby 2005)",
        ),
        (
            "pcs",
            29.0,
            22.0,
            "less than the 8 that matters (Monticone 2022); it may be error of measurement, which reaches 7.73",
        ),
        (
            "promis-physical-function",
            35.0,
            39.0,
            "more than the 3.6 that matters (PROMIS-29, Spine 2021)",
        ),
        (
            "promis-pain-interference",
            65.0,
            60.0,
            "more than the 4.85 that matters (PROMIS-29, Spine 2021)",
        ),
        (
            "promis-sleep-disturbance",
            60.0,
            57.0,
            "less than the 3.9 that matters (PROMIS-29, Spine 2021)",
        ),
        (
            "gad-7",
            14.0,
            9.0,
            "more than the 4 that matters (Toussaint 2020)",
        ),
    ] {
        let scores = [total(id, from, "2020"), total(id, to, "2021")];
        says(&letter(&record(&scores)), words);
    }
    let words = drawn(&record(&[total("tug", 14.0, "2020"), total("tug", 12.0, "2021")])).join(" ");
    says(&words, "1.3 s or 3.4 s (Jakobsson 2019; Gautschi 2017)");
}

#[test]
fn a_score_that_got_worse_after_surgery_is_said_to_be_worse() {
    // Better than at the very first, worse than before the operation.
    let scores = [odi(80, "2015", ""), odi(40, "Apr 2019", ""), odi(60, "2024", "")];
    let record_worse = record(&scores);
    let letter_worse = letter(&record_worse);
    says(&letter_worse, "80 to 60: 20 points better");
    says(
        &letter_worse,
        "ODI, last before operation 1 (Apr 2019), to 2024, 40 to 60: 20 points worse, more than the 10 that matters (Ostelo 2008)",
    );
    // Better than before the operation, and worse again since the first score after it.
    let relapse = [
        odi(60, "Apr 2019", ""),
        odi(20, "Nov 2019", ""),
        odi(45, "2024", ""),
    ];
    let letter_relapse = letter(&record(&relapse));
    says(&letter_relapse, "60 to 45: 15 points better");
    says(
        &letter_relapse,
        "ODI, first after operation 1 (Nov 2019), to 2024, 20 to 45: 25 points worse",
    );
    let stays = [
        odi(60, "Apr 2019", ""),
        odi(20, "Nov 2019", ""),
        odi(25, "2024", ""),
    ];
    assert!(
        !letter(&record(&stays)).contains("worse"),
        "five points are no worsening that matters"
    );
    let walk = [total("6mwt", 420.0, "Apr 2019"), total("6mwt", 390.0, "Nov 2019")];
    let verdicts = lamina_clinic::progress::verdicts(&record(&walk), &OwnRules::default());
    assert!(
        verdicts[0].important,
        "30 m less reach the smaller figure: {}",
        verdicts[0].text
    );
}

#[test]
fn a_time_counted_from_a_dated_operation_is_drawn_at_its_place() {
    let scores = [odi(58, "Apr 2019", ""), odi(30, "6 months after operation 1", "")];
    let record = record(&scores);
    let drawn = progress(&record, &OwnRules::default(), today());
    assert_eq!((drawn.not_placed, drawn.sequence), (0, false));
    let point = &drawn.chart.panels[0].series[0].points[1];
    let days = (point.at.from.to_string(), point.at.to.to_string());
    assert_eq!(
        days,
        ("2019-10-19".into(), "2019-11-18".into()),
        "half a month either way"
    );
    says(
        &letter(&record),
        "Apr 2019 to 6 months after operation 1, 58 to 30: 28 points better",
    );
    let undated = with(r#""when":"unknown""#, &scores);
    assert_eq!(progress(&undated, &OwnRules::default(), today()).not_placed, 1);
}

#[test]
fn a_free_measure_with_a_date_is_drawn_on_its_own_axis_without_verdict() {
    let scores = [
        free("VAS", 72.0, "mm", "3 May 2023"),
        free("vas", 35.0, "mm", "3 Nov 2023"),
        free("Sitting tolerance", 20.0, "min", "2024"),
    ];
    let record = record(&scores);
    let drawn_chart = progress(&record, &OwnRules::default(), today()).chart;
    let titles: Vec<&str> = drawn_chart
        .panels
        .iter()
        .map(|panel| panel.title.as_str())
        .collect();
    assert_eq!(titles, ["VAS", "Sitting tolerance"]);
    assert_eq!(
        drawn_chart.panels[0].series[0].points.len(),
        2,
        "one line whatever its capitals"
    );
    assert!(drawn_chart.panels.iter().all(|panel| panel.band.is_none()));
    says(&drawn(&record).join(" "), "which way is better is not known");
    assert!(lamina_clinic::progress::verdicts(&record, &OwnRules::default()).is_empty());
}

#[test]
fn a_record_without_a_datable_score_is_drawn_as_a_sequence_that_says_so() {
    let scores = [
        nrs(7, "at first visit", ""),
        nrs(5, "after operation 1", ""),
        free("Weight", 80.0, "kg", "unknown"),
    ];
    let record = with(r#""when":"unknown""#, &scores);
    let chart = progress(&record, &OwnRules::default(), today());
    assert!(chart.sequence && chart.chart.events.is_empty());
    assert_eq!(
        chart.chart.sequence,
        ["at first visit", "after operation 1", "no date"]
    );
    let words = drawn(&record).join(" ");
    for said in [
        "at first visit",
        "after operation 1",
        "Steps in the order of the record, not a time scale: none of these values has a date.",
    ] {
        says(&words, said);
    }
    assert!(
        !words.contains("2026") && !words.contains("better ("),
        "no time is claimed: {words}"
    );
    says(
        &letter(&record),
        "Scores in the order of the record; none has a date that can be placed",
    );
    let one_dated = with(
        r#""when":"unknown""#,
        &[&scores[..], &[nrs(4, "2024", "")]].concat(),
    );
    let chart = progress(&one_dated, &OwnRules::default(), today());
    assert_eq!((chart.sequence, chart.not_placed), (false, 3));
    says(
        &letter(&one_dated),
        "3 scores without a date that can be placed stand in the table only",
    );
}

#[test]
fn steps_counted_from_one_fact_stand_in_their_order() {
    let scores = [
        nrs(0, "2 months after operation 1", ""),
        nrs(8, "before operation 1", ""),
        nrs(5, "1 month after operation 1", ""),
    ];
    let record = with(r#""when":"unknown""#, &scores);
    let chart = progress(&record, &OwnRules::default(), today()).chart;
    assert_eq!(
        chart.sequence,
        [
            "before operation 1",
            "1 month after operation 1",
            "2 months after operation 1"
        ]
    );
}
