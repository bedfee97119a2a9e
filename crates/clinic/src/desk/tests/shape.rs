//! The shape of requests: nothing that was sent is passed over.

use super::*;

#[tokio::test(flavor = "multi_thread")]
async fn a_request_with_a_field_that_nobody_knows_is_refused_and_records_nothing() {
    let room = room().await;
    let person = room.person().await;
    let record = async |input: serde_json::Value, more: &str| {
        let mut request = json!({
            "request": clock::new_id(), "entry": clock::new_id(), "patient": person, "draft": null, "input": input
        });
        if !more.is_empty() {
            request[more] = json!("x");
        }
        room.desk.call("record_entry", request).await
    };
    let score = |measure: serde_json::Value, more: &str| {
        let mut input = json!({"noun": "score", "when": "3 May 2024", "told_by": "patient", "note": "", "measure": measure});
        if !more.is_empty() {
            input[more] = json!("2023");
        }
        input
    };
    let odi = json!({"measure": "odi", "value": "40", "version": ""});
    let misspelt = json!({"measure": "odi", "value": "40", "version": "", "site": "leg"});
    let reply = json!({"noun": "flag", "asked_on": "3 May 2024", "answers": {"bladder_leak": {"is": "no", "since": "2023"}}});
    for (input, more) in [
        (score(odi.clone(), "wen"), ""),
        (score(misspelt, ""), ""),
        (score(odi.clone(), ""), "patint"),
        (reply, ""),
    ] {
        let answer = record(input.clone(), more).await;
        assert_eq!(answer, Err(ApiError::Invalid { issues: Vec::new() }), "{input}");
    }
    let listed = async |noun: Noun| {
        let request = ListEntries {
            patient: person,
            noun,
        };
        room.desk.list_entries(request).await.unwrap().len()
    };
    assert_eq!((listed(Noun::Score).await, listed(Noun::Flag).await), (0, 0));
    record(score(odi, ""), "").await.unwrap();
    assert_eq!(listed(Noun::Score).await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_number_that_no_measure_can_be_is_refused_at_its_field() {
    let room = room().await;
    let person = room.person().await;
    let number = |value: &str| {
        let typed = json!({"when": "3 May 2024", "measure":
            {"measure": "number", "name": "sitting tolerance", "value": value, "unit": "min"}});
        FactInput::Score(serde_json::from_value(typed).unwrap())
    };
    for wrong in ["-20", "99999999", "123456789012345678"] {
        let refused = room.add(person, number(wrong)).await;
        let Err(ApiError::Invalid { issues }) = refused else {
            panic!("{wrong}: {refused:?}")
        };
        let told: Vec<_> = issues
            .iter()
            .map(|issue| (issue.path.as_str(), &issue.problem))
            .collect();
        let limits = Problem::OutOfRange {
            min: 0,
            max: 10_000_000,
        };
        assert_eq!(told, [("value", &limits)], "{wrong}");
    }
    for wrong in ["NaN", "inf", "-infinity", "1e300"] {
        let refused = room.add(person, number(wrong)).await;
        let Err(ApiError::Invalid { issues }) = refused else {
            panic!("{wrong}: {refused:?}")
        };
        assert_eq!(issues[0].path, "value", "{wrong}");
    }
    room.add(person, number("20")).await.unwrap();
}
