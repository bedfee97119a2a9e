//! Tests of the schedule: every plan, every status, dates that are not exact.

use super::*;
use chrono::NaiveDate;
use rstest::rstest;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn index(id: &str, kind: IndexKind, when: &str) -> Index {
    Index {
        id: id.to_owned(),
        kind,
        when: when.parse().unwrap(),
        ended: None,
    }
}

fn visits(whens: &[&str]) -> Vec<Visit> {
    whens
        .iter()
        .map(|when| Visit {
            id: (*when).to_owned(),
            when: when.parse().unwrap(),
            bare: false,
        })
        .collect()
}

fn look(index: &Index, whens: &[&str], others: &[Index], today: &str) -> FollowUp {
    let plan = Plans::built_in().unwrap().of(index.kind).unwrap();
    let others: Vec<Other> = others.iter().map(Other::from).collect();
    follow_up(plan, index, &visits(whens), &others, day(today))
}

fn surgery(when: &str, whens: &[&str], today: &str) -> FollowUp {
    look(&index("op", IndexKind::General, when), whens, &[], today)
}

fn status(follow_up: &FollowUp, point: &str) -> Status {
    let found = follow_up.points.iter().find(|one| one.id == point);
    found.unwrap_or_else(|| panic!("no point {point}")).status.clone()
}

fn place(follow_up: &FollowUp, visit: &str) -> VisitPlace {
    let found = follow_up.visits.iter().find(|one| one.visit == visit);
    found.unwrap().place.clone()
}

fn done(visit: &str, certain: bool) -> Status {
    Status::Done {
        visit: visit.to_owned(),
        certain,
    }
}

#[rstest]
#[case("2026-01-29", Status::Upcoming)]
#[case("2026-01-30", Status::Due)]
#[case("2026-02-27", Status::Due)]
#[case("2026-02-28", Status::Overdue)]
fn six_weeks_give_or_take_two(#[case] today: &str, #[case] wanted: Status) {
    // 2 January and six weeks is 13 February.
    assert_eq!(status(&surgery("2 Jan 2026", &[], today), "6_weeks"), wanted);
}

#[rstest]
#[case("6_weeks", "2026-01-30", "2026-02-27")]
#[case("3_months", "2026-03-05", "2026-04-30")]
#[case("6_months", "2026-05-21", "2026-08-13")]
#[case("12_months", "2026-11-07", "2027-02-27")]
#[case("24_months", "2027-10-10", "2028-03-26")]
fn the_windows_after_surgery(#[case] point: &str, #[case] from: &str, #[case] to: &str) {
    let follow_up = surgery("2 Jan 2026", &[], "2026-01-02");
    let found = follow_up.points.iter().find(|one| one.id == point).unwrap();
    let window = found.window.unwrap();
    assert_eq!((window.from, window.to), (day(from), day(to)));
    assert!(found.target.unwrap().is_exact());
}

#[rstest]
#[case("30 Jan 2026", true)]
#[case("27 Feb 2026", true)]
#[case("29 Jan 2026", false)]
#[case("28 Feb 2026", false)]
fn a_visit_in_the_window_is_done_and_one_outside_is_kept_as_off_schedule(
    #[case] visit: &str,
    #[case] inside: bool,
) {
    let follow_up = surgery("2 Jan 2026", &[visit], "2026-03-01");
    if inside {
        assert_eq!(status(&follow_up, "6_weeks"), done(visit, true));
    } else {
        assert_eq!(
            status(&follow_up, "6_weeks"),
            Status::OffSchedule {
                visit: visit.to_owned()
            }
        );
        assert_eq!(place(&follow_up, visit), VisitPlace::OffSchedule);
    }
}

#[test]
fn an_off_schedule_visit_does_not_end_an_open_window() {
    let follow_up = surgery("2 Jan 2026", &["20 Jan 2026"], "2026-02-10");
    assert_eq!(status(&follow_up, "6_weeks"), Status::Due);
    assert_eq!(place(&follow_up, "20 Jan 2026"), VisitPlace::OffSchedule);
}

#[test]
fn the_visit_nearest_to_the_point_stands_for_it_and_the_other_keeps_its_place() {
    let follow_up = surgery("2 Jan 2026", &["30 Jan 2026", "14 Feb 2026"], "2026-03-01");
    assert_eq!(status(&follow_up, "6_weeks"), done("14 Feb 2026", true));
    let at = VisitPlace::At {
        point: "6_weeks".to_owned(),
    };
    assert_eq!(place(&follow_up, "30 Jan 2026"), at);
}

#[test]
fn trap_18_a_month_as_index_widens_every_window_and_no_day_is_invented() {
    let follow_up = surgery("Jan 2026", &[], "2026-01-02");
    let six = follow_up.points.iter().find(|one| one.id == "6_weeks").unwrap();
    let (target, window) = (six.target.unwrap(), six.window.unwrap());
    assert_eq!((target.from, target.to), (day("2026-02-12"), day("2026-03-14")));
    assert_eq!((window.from, window.to), (day("2026-01-29"), day("2026-03-28")));
    assert!(!target.is_exact());
    let overdue = |today| status(&surgery("Jan 2026", &[], today), "6_weeks");
    assert_eq!(
        overdue("2026-03-28"),
        Status::Due,
        "it is overdue only where it surely is"
    );
    assert_eq!(overdue("2026-03-29"), Status::Overdue);
}

#[test]
fn trap_18_with_a_month_as_index_only_a_visit_that_fits_every_day_is_certain() {
    // No day lies in the six-week window of both 1 and 31 January.
    let narrow = surgery("Jan 2026", &["27 Feb 2026"], "2026-05-01");
    assert_eq!(status(&narrow, "6_weeks"), done("27 Feb 2026", false));
    let wide = surgery("Jan 2026", &["15 Jul 2026"], "2026-09-01");
    assert_eq!(status(&wide, "6_months"), done("15 Jul 2026", true));
    let edge = surgery("Jan 2026", &["30 May 2026"], "2026-09-01");
    assert_eq!(status(&edge, "6_months"), done("30 May 2026", false));
}

#[test]
fn an_index_without_a_date_has_no_due_date() {
    let follow_up = surgery("unknown", &["2 Feb 2026"], "2026-03-01");
    assert_eq!(follow_up.points.len(), 5);
    assert!(
        follow_up
            .points
            .iter()
            .all(|one| one.status == Status::NotDatable)
    );
    assert_eq!(place(&follow_up, "2 Feb 2026"), VisitPlace::NotDatable);
    let undated_visit = surgery("2 Jan 2026", &["unknown"], "2026-03-01");
    assert_eq!(place(&undated_visit, "unknown"), VisitPlace::NotDatable);
}

#[rstest]
#[case("5 Dec 2025", BaselineAge::Fresh)]
#[case("4 Dec 2025", BaselineAge::Older)]
#[case("2 Nov 2025", BaselineAge::Older)]
#[case("1 Nov 2025", BaselineAge::Stale)]
fn a_baseline_older_than_two_months_is_stale(#[case] visit: &str, #[case] age: BaselineAge) {
    let baseline = surgery("2 Jan 2026", &[visit], "2026-01-02").baseline.unwrap();
    assert_eq!(baseline.age, age);
    assert!(baseline.certain);
}

#[test]
fn a_visit_at_which_nothing_was_measured_counts_for_a_point_and_is_no_baseline() {
    let index = index("op", IndexKind::General, "2 Jan 2026");
    let plan = Plans::built_in().unwrap().of(index.kind).unwrap();
    let mut visits = visits(&["1 Dec 2025", "20 Dec 2025", "13 Feb 2026", "10 Feb 2026"]);
    for bare in ["20 Dec 2025", "13 Feb 2026"] {
        let one = visits.iter_mut().find(|visit| visit.id == bare).unwrap();
        one.bare = true;
    }
    let seen = follow_up(plan, &index, &visits, &[], day("2026-03-01"));
    assert_eq!(seen.baseline.clone().unwrap().visit, "1 Dec 2025");
    assert_eq!(
        status(&seen, "6_weeks"),
        done("10 Feb 2026", true),
        "one at which something was measured is shown before one that is nearer"
    );
    visits.retain(|visit| visit.id != "10 Feb 2026");
    let alone = follow_up(plan, &index, &visits, &[], day("2026-03-01"));
    assert_eq!(status(&alone, "6_weeks"), done("13 Feb 2026", true));
}

#[test]
fn the_baseline_is_the_last_before_its_own_index_and_never_the_earliest_ever() {
    let follow_up = surgery(
        "2 Jan 2026",
        &["3 Mar 2019", "20 Dec 2025", "1 Dec 2025", "9 Feb 2026"],
        "2026-03-01",
    );
    assert_eq!(follow_up.baseline.unwrap().visit, "20 Dec 2025");
    assert_eq!(
        surgery("2 Jan 2026", &["9 Feb 2026"], "2026-03-01").baseline,
        None
    );
    let on_the_day = surgery("2 Jan 2026", &["2 Jan 2026"], "2026-03-01");
    assert_eq!(on_the_day.baseline.as_ref().unwrap().visit, "2 Jan 2026");
    assert_eq!(place(&on_the_day, "2 Jan 2026"), VisitPlace::Before);
}

#[test]
fn trap_18_a_baseline_that_may_lie_after_the_index_is_not_certain() {
    let month = surgery("Jan 2026", &["10 Jan 2026"], "2026-03-01")
        .baseline
        .unwrap();
    assert!(!month.certain);
    let before = surgery("Jan 2026", &["31 Dec 2025", "10 Jan 2026"], "2026-03-01")
        .baseline
        .unwrap();
    assert_eq!(
        before.visit, "31 Dec 2025",
        "a visit that surely lies before wins"
    );
    assert_eq!(before.age, BaselineAge::Older, "31 January could be the day");
    assert!(!before.certain);
}

#[test]
fn trap_30_another_treatment_between_is_named() {
    let first = index("first", IndexKind::General, "10 Jan 2025");
    let second = index("second", IndexKind::General, "2 Jan 2026");
    let both = [first.clone(), second.clone()];
    let late = look(&second, &["1 Jan 2025", "14 Feb 2026"], &both, "2026-03-01");
    assert_eq!(late.baseline.unwrap().crossed_by, vec!["first".to_owned()]);
    let clean = look(&second, &["20 Dec 2025", "14 Feb 2026"], &both, "2026-03-01");
    assert!(clean.baseline.unwrap().crossed_by.is_empty());
    let point = |follow_up: &FollowUp, id: &str| {
        follow_up
            .points
            .iter()
            .find(|one| one.id == id)
            .unwrap()
            .crossed_by
            .clone()
    };
    let of_first = look(&first, &["20 Feb 2025", "12 Jan 2026"], &both, "2026-03-01");
    assert!(point(&of_first, "6_weeks").is_empty());
    assert_eq!(point(&of_first, "12_months"), vec!["second".to_owned()]);
}

#[test]
fn one_visit_serves_several_indices() {
    let operation = index("op", IndexKind::General, "2 Jan 2026");
    let injection = index("esi", IndexKind::EpiduralSteroid, "1 Feb 2026");
    let both = [operation.clone(), injection.clone()];
    let visit = &["14 Feb 2026"];
    let of_operation = look(&operation, visit, &both, "2026-03-01");
    let of_injection = look(&injection, visit, &both, "2026-03-01");
    assert_eq!(status(&of_operation, "6_weeks"), done("14 Feb 2026", true));
    assert_eq!(status(&of_injection, "2_weeks"), done("14 Feb 2026", true));
    assert_eq!(of_operation.points[0].crossed_by, vec!["esi".to_owned()]);
}

#[rstest]
#[case(IndexKind::EpiduralSteroid, &["2_weeks", "6_weeks", "3_months"])]
#[case(IndexKind::MedialBranchBlock, &["same_day"])]
#[case(IndexKind::Radiofrequency, &["6_weeks", "3_months", "6_months", "12_months"])]
#[case(IndexKind::StimulatorImplant, &["1_month", "3_months", "6_months", "12_months", "year_1"])]
#[case(IndexKind::Opioid, &["4_weeks", "review"])]
#[case(IndexKind::Walking, &["week_1"])]
fn every_kind_has_its_points(#[case] kind: IndexKind, #[case] points: &[&str]) {
    let follow_up = look(&index("i", kind, "2 Jan 2026"), &[], &[], "2026-01-02");
    let ids: Vec<&str> = follow_up.points.iter().map(|one| one.id.as_str()).collect();
    assert_eq!(ids, points);
}

#[test]
fn a_block_is_read_on_its_day_and_a_visit_of_that_day_is_no_baseline() {
    let block = index("mbb", IndexKind::MedialBranchBlock, "2 Jan 2026");
    let follow_up = look(&block, &["30 Dec 2025", "2 Jan 2026"], &[], "2026-01-03");
    assert_eq!(status(&follow_up, "same_day"), done("2 Jan 2026", true));
    assert_eq!(follow_up.baseline.unwrap().visit, "30 Dec 2025");
    let missed = look(&block, &[], &[], "2026-01-03");
    assert_eq!(status(&missed, "same_day"), Status::Overdue);
}

#[test]
fn a_trial_is_followed_every_day_and_at_its_end() {
    let mut trial = index("trial", IndexKind::StimulatorTrial, "2 Jan 2026");
    trial.ended = Some("6 Jan 2026".parse().unwrap());
    let follow_up = look(&trial, &["3 Jan 2026", "6 Jan 2026"], &[], "2026-01-10");
    let ids: Vec<&str> = follow_up.points.iter().map(|one| one.id.as_str()).collect();
    assert_eq!(ids, ["day_1", "day_2", "day_3", "end"]);
    assert_eq!(status(&follow_up, "day_1"), done("3 Jan 2026", true));
    assert_eq!(status(&follow_up, "day_2"), Status::Overdue);
    assert_eq!(status(&follow_up, "end"), done("6 Jan 2026", true));
    trial.ended = None;
    let running = look(&trial, &[], &[], "2026-01-04");
    assert_eq!(status(&running, "day_2"), Status::Due);
    assert_eq!(status(&running, "day_3"), Status::Upcoming);
    assert_eq!(status(&running, "end"), Status::NotDatable);
}

#[test]
fn trap_18_days_and_weeks_are_not_counted_from_a_month() {
    let walking = index("walk", IndexKind::Walking, "Jan 2026");
    let follow_up = look(&walking, &["10 Jan 2026"], &[], "2026-03-01");
    assert_eq!(follow_up.points.len(), 1);
    assert_eq!(follow_up.points[0].status, Status::NotDatable);
}

#[test]
fn an_implant_comes_back_every_year_up_to_the_next_one() {
    let implant = index("scs", IndexKind::StimulatorImplant, "2 Jan 2020");
    let follow_up = look(&implant, &["10 Jan 2023"], &[], "2023-06-01");
    assert_eq!(status(&follow_up, "year_1"), Status::Overdue);
    assert_eq!(status(&follow_up, "year_2"), done("10 Jan 2023", true));
    assert_eq!(status(&follow_up, "year_3"), Status::Upcoming);
    assert_eq!(follow_up.points.last().unwrap().id, "year_3");
}

#[test]
fn opioid_reviews_count_from_the_last_one() {
    let opioid = index("o", IndexKind::Opioid, "2 Jan 2026");
    let none = look(&opioid, &[], &[], "2026-01-31");
    assert_eq!(status(&none, "4_weeks"), Status::Overdue);
    assert_eq!(status(&none, "review"), Status::Upcoming);
    // Without any visit it falls due all the same, counted from the start.
    let never = |today| look(&opioid, &[], &[], today);
    assert_eq!(status(&never("2026-03-04"), "review"), Status::Upcoming);
    assert_eq!(status(&never("2026-03-05"), "review"), Status::Due);
    assert_eq!(status(&never("2026-04-03"), "review"), Status::Overdue);
    let reviewed = |today| look(&opioid, &["20 Jan 2026", "10 Mar 2026"], &[], today);
    assert_eq!(
        status(&reviewed("2026-03-11"), "4_weeks"),
        done("20 Jan 2026", true)
    );
    assert_eq!(status(&reviewed("2026-03-11"), "review"), Status::Upcoming);
    assert_eq!(status(&reviewed("2026-06-10"), "review"), Status::Due);
    assert_eq!(status(&reviewed("2026-06-11"), "review"), Status::Overdue);
}

#[test]
fn a_review_that_went_before_the_next_is_not_off_schedule() {
    let opioid = index("o", IndexKind::Opioid, "2 Jan 2026");
    let list = &["1 Dec 2025", "20 Jan 2026", "10 Mar 2026", "2 Jun 2026"];
    let follow_up = look(&opioid, list, &[], "2026-06-10");
    let places: Vec<VisitPlace> = list.iter().map(|one| place(&follow_up, one)).collect();
    let at = VisitPlace::At {
        point: "4_weeks".to_owned(),
    };
    assert_eq!(
        places,
        [VisitPlace::Before, at, VisitPlace::Review, VisitPlace::Review]
    );
    assert_eq!(status(&follow_up, "review"), Status::Upcoming);
}

#[test]
fn trap_30_a_medicine_that_is_no_index_is_named_as_well() {
    let operation = index("op", IndexKind::General, "2 Jan 2026");
    let drug = |id: &str, when: &str| Other {
        id: id.to_owned(),
        when: when.parse().unwrap(),
    };
    let others = [
        drug("before", "1 Nov 2025"),
        drug("between", "20 Dec 2025"),
        drug("after", "1 Feb 2026"),
        drug("some day", "unknown"),
    ];
    let plan = Plans::built_in().unwrap().of(IndexKind::General).unwrap();
    let list = visits(&["10 Dec 2025", "14 Feb 2026"]);
    let follow_up = follow_up(plan, &operation, &list, &others, day("2026-03-01"));
    assert_eq!(follow_up.baseline.unwrap().crossed_by, ["between"]);
    assert_eq!(follow_up.points[0].crossed_by, ["after"]);
}

#[test]
fn a_clinics_own_window_is_used() {
    let mut plan = Plans::built_in().unwrap().of(IndexKind::General).unwrap().clone();
    plan.point[0].early = "5 weeks".parse().unwrap();
    let operation = index("op", IndexKind::General, "2 Jan 2026");
    let follow_up = follow_up(
        &plan,
        &operation,
        &visits(&["10 Jan 2026"]),
        &[],
        day("2026-03-01"),
    );
    assert_eq!(status(&follow_up, "6_weeks"), done("10 Jan 2026", true));
}

#[test]
fn a_kind_without_a_plan_of_its_own_uses_the_general_one() {
    let json = serde_json::to_value(Plans::built_in().unwrap()).unwrap();
    let only = serde_json::json!({ "plan": [json["plan"][0]] });
    let plans: Plans = serde_json::from_value(only).unwrap();
    assert_eq!(plans.of(IndexKind::Opioid).unwrap().kind, IndexKind::General);
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(64))]

    #[test]
    fn nothing_is_lost_and_nothing_panics(
        kind in 0_usize..8,
        index_day in 0_u64..4000,
        precision in 0_usize..3,
        days in proptest::collection::vec(0_u64..5000, 0..6),
        today in 0_u64..6000,
    ) {
        let start = day("2015-01-01");
        let date = |days: u64| start + chrono::Days::new(days);
        let plan = &Plans::built_in().unwrap().all()[kind];
        let form = ["%Y-%m-%d", "%Y-%m", "%Y"][precision];
        let op = index("op", plan.kind, &date(index_day).format(form).to_string());
        let list: Vec<String> = days.iter().map(|days| date(*days).to_string()).collect();
        let list: Vec<&str> = list.iter().map(String::as_str).collect();
        let follow_up = follow_up(plan, &op, &visits(&list), &[], date(today));
        proptest::prop_assert_eq!(follow_up.visits.len(), list.len());
        for point in &follow_up.points {
            if let (Some(target), Some(window)) = (point.target, point.window) {
                proptest::prop_assert!(window.to >= target.to || point.id == "end");
            }
        }
    }
}
