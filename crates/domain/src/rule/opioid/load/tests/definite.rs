//! When a total is definite and when it is "at least" so much: by what could not be counted, and by what may still be taken.

use super::*;

/// A total is definite only where everything that may be an opioid is in it.
#[rstest]
#[case(&["oxycodone 5 mg qid", "Jurnista 16 mg od"], "30", true)]
#[case(&["oxycodone 5 mg qid", "Xtampza ER 36 mg q12h", "diazepam 5 mg nocte"], "138", false)]
#[case(&["oxycodone 5 mg qid", "Actiq 800 mcg qid"], "30", true)]
#[case(&["oxycodone 5 mg qid", "fentanyl 200 mcg sublingual qid"], "30", true)]
#[case(&["oxycodone 5 mg qid", "morphine 1 mg/day intrathecal pump"], "30", true)]
#[case(&["oxycodone 5 mg qid", "morphine 10 mg sc prn"], "30", true)]
#[case(&["oxycodone 5 mg qid", "Buvidal 24 mg weekly"], "30", true)]
#[case(&["oxycodone 5 mg qid", "co-codamol 2 tabs qid"], "30", true)]
#[case(&["oxycodone 5 mg qid", "Apadaz 6.12/325 qid"], "30", true)]
#[case(&["oxycodone 5 mg qid", "Seglentis 56/44 2 tabs bd"], "65.2", false)]
#[case(&["oxycodone 5 mg qid", "Embeda 20/0.8 od"], "50", false)]
#[case(&["oxycodone 5 mg qid", "Prolate 10/300 tds"], "75", false)]
#[case(&["oxycodone 5 mg qid", "paracetamol 1 g qid", "metformin 500 mg bd", "ramipril 5 mg od", "gabapentin 300 mg tds"], "30", false)]
fn a_total_is_definite_only_where_everything_is_counted(
    #[case] list: &[&str],
    #[case] total: &str,
    #[case] at_least: bool,
) {
    let load = cdc(list);
    assert_eq!(totals(&load), both(total));
    assert_eq!(
        (load.as_taken.at_least, load.at_most.at_least),
        (at_least, at_least)
    );
    assert_eq!(load.open.is_some(), at_least);
}

/// What may still be taken is not in the sum, and makes it "at least" so much with what it would add.
#[rstest]
#[case(Standing::Running, "60", false, None)]
#[case(Standing::Unknown, "30", true, Some("30"))]
#[case(Standing::MayHaveEnded, "30", true, Some("30"))]
#[case(Standing::Ended, "30", false, None)]
#[case(Standing::OneOff, "30", false, None)]
#[case(Standing::NotBegun, "30", false, None)]
fn only_what_is_told_to_run_is_summed(
    #[case] standing: Standing,
    #[case] total: &str,
    #[case] at_least: bool,
    #[case] adds: Option<&str>,
) {
    let medicines = read(&["morphine 15 mg bd", "oxycodone 10 mg bd", "gabapentin 300 mg tds"]);
    let other = |at: usize| ListedMedicine {
        medicine: &medicines[at],
        standing,
    };
    let list = [ListedMedicine::from(&medicines[0]), other(1), other(2)];
    let load = load(&list, table("cdc-2022").unwrap());
    assert_eq!((totals(&load), load.at_most.at_least), (both(total), at_least));
    let would_add = load.left_out.iter().find_map(|one| match &one.reason {
        Reason::Doubtful { would_add, .. } => would_add.as_ref(),
        _ => None,
    });
    assert_eq!(would_add.map(|sum| sum.value.to_string()).as_deref(), adds);
    let sedative = load
        .prompts
        .iter()
        .any(|one| matches!(one, Prompt::WithSedative { .. }));
    assert_eq!(sedative, standing.may_run());
    assert_eq!(load.doubtful.contains(&2), standing.is_doubtful());
}
