//! Lists of thousands: told briefly between their ends, and whole where a row is asked for.

use super::*;
use lamina_api::entry::{RecordEntries, TellEntries};

#[tokio::test(flavor = "multi_thread")]
async fn between_the_ends_of_a_long_list_a_row_is_brief_and_asked_for_it_is_told_as_in_the_whole_list() {
    let room = room().await;
    let person = room.person().await;
    let days =
        (0..200).map(|day| chrono::NaiveDate::from_ymd_opt(2020, 1, 1).unwrap() + chrono::Days::new(day));
    let entries = days.map(|day| RecordEntry {
        request: clock::new_id(),
        entry: clock::new_id(),
        patient: person,
        input: operation("discectomy", &day.to_string()),
        draft: None,
    });
    let set = RecordEntries {
        patient: person,
        entries: entries.collect(),
    };
    room.desk.record_entries(set).await.unwrap();
    let list = ListEntries {
        patient: person,
        noun: Noun::Surgery,
    };
    let whole = room.desk.list_entries(list).await.unwrap();
    let glance = room.desk.glance_entries(list).await.unwrap();
    assert_eq!((whole.len(), glance.len()), (200, 200));
    for (place, (whole, glance)) in whole.iter().zip(&glance).enumerate() {
        let is_brief = (80..120).contains(&place);
        assert_eq!(glance.brief, is_brief, "at {place}");
        assert_eq!(
            (&glance.shown.title, &glance.shown.when),
            (&whole.shown.title, &whole.shown.when)
        );
        assert_eq!(glance == whole, !is_brief, "at {place}");
    }
    let gone = clock::new_id();
    let some = TellEntries {
        patient: person,
        noun: Noun::Surgery,
        entries: vec![whole[119].id, whole[80].id, gone],
    };
    let told = room.desk.tell_entries(some).await.unwrap();
    assert_eq!(told, [whole[80].clone(), whole[119].clone()]);
}
