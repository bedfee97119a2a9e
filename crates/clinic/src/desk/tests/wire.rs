//! The wire of every command: what one request and its answer are made of. What a person typed or was told is told elsewhere;
//! here stand the fields, so that none comes, goes or changes its kind unseen.

use super::*;
use crate::snapshots;
use lamina_domain::fact::walking::Item;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// The desk behind its door, and the first request and answer of each command.
struct Wire<'a> {
    desk: &'a Desk,
    pairs: BTreeMap<String, Value>,
    refused: Vec<String>,
}

impl Wire<'_> {
    async fn call(&mut self, name: &str, request: Value) -> Value {
        let answer = match self.desk.call(name, request.clone()).await {
            Ok(answer) => answer,
            Err(refused) => {
                self.refused
                    .push(format!("{name} refused {request}: {refused:?}"));
                return Value::Null;
            }
        };
        self.pairs
            .entry(name.to_owned())
            .or_insert_with(|| json!({"request": shape(&request), "response": shape(&answer)}));
        answer
    }

    async fn record(&mut self, patient: Uuid, input: Value) -> Value {
        let request = json!({
            "request": clock::new_id(), "entry": clock::new_id(), "patient": patient, "input": input, "draft": null
        });
        self.call("record_entry", request).await["value"].clone()
    }
}

/// What a value is made of: the kind of everything in it under its name, with all elements of a list as one.
fn shape(value: &Value) -> Value {
    match value {
        Value::Null => json!("null"),
        Value::Bool(_) => json!("yes or no"),
        Value::Number(_) => json!("number"),
        Value::String(_) => json!("text"),
        Value::Array(items) => {
            let items = items.iter().map(shape).reduce(both);
            Value::Array(items.into_iter().collect())
        }
        Value::Object(fields) => fields
            .iter()
            .map(|(name, field)| (name.clone(), shape(field)))
            .collect(),
    }
}

/// What is one or the other; a field that only one of them has is marked.
fn both(one: Value, other: Value) -> Value {
    match (one, other) {
        (one, other) if one == other => one,
        (Value::Object(one), Value::Object(other)) => Value::Object(fields_of_both(one, other)),
        (Value::Array(one), Value::Array(other)) => {
            let items = one.into_iter().chain(other).reduce(both);
            Value::Array(items.into_iter().collect())
        }
        (one, other) => {
            let mut kinds = BTreeMap::new();
            for kind in [one, other] {
                let parts = match &kind {
                    Value::Object(fields) if fields.len() == 1 => {
                        fields.get("one of").and_then(Value::as_array)
                    }
                    _ => None,
                };
                for part in parts.cloned().unwrap_or_else(|| vec![kind]) {
                    kinds.insert(part.to_string(), part);
                }
            }
            json!({"one of": kinds.into_values().collect::<Vec<_>>()})
        }
    }
}

fn fields_of_both(one: Map<String, Value>, mut other: Map<String, Value>) -> Map<String, Value> {
    let mut fields = Map::new();
    for (name, value) in one {
        let bare = name.trim_end_matches('?');
        let optional = format!("{bare}?");
        match (other.remove(bare), other.remove(&optional)) {
            (Some(same), _) => fields.insert(name, both(value, same)),
            (None, Some(same)) => fields.insert(optional, both(value, same)),
            (None, None) => fields.insert(optional, value),
        };
    }
    for (name, value) in other {
        fields.insert(format!("{}?", name.trim_end_matches('?')), value);
    }
    fields
}

#[test]
fn the_shape_of_a_list_is_that_of_all_its_elements() {
    let value = json!([{"a": 1, "b": null}, {"a": 2, "b": "x"}, {"a": 3, "c": [true]}, {"b": 4}]);
    let told = json!([{
        "a?": "number", "b?": {"one of": ["null", "number", "text"]}, "c?": ["yes or no"]
    }]);
    let mut sorted = shape(&value);
    let kinds = sorted[0]["b?"]["one of"].as_array_mut().unwrap();
    kinds.sort_by_key(ToString::to_string);
    assert_eq!(sorted, told);
}

#[tokio::test(flavor = "multi_thread")]
async fn snapshot_of_the_wire_of_each_command() {
    let folder = tempfile::tempdir().unwrap();
    let desk = desk_in(folder.path());
    let room = Room { folder, desk };
    let mut wire = Wire {
        desk: &room.desk,
        pairs: BTreeMap::new(),
        refused: Vec::new(),
    };
    vault(&mut wire).await;
    let (patient, operation) = record(&mut wire).await;
    patients(&mut wire, patient).await;
    entries(&mut wire, patient, operation).await;
    rules(&mut wire, patient, operation).await;
    drafts(&mut wire, patient).await;
    letters(&mut wire, patient).await;
    documents(&mut wire, &room, patient).await;
    audit(&mut wire).await;
    settings(&mut wire).await;
    recovery(&mut wire).await;
    staff(&mut wire).await;
    backups(&mut wire).await;
    assert!(wire.refused.is_empty(), "{}", wire.refused.join("\n"));
    let mut pairs = wire.pairs;
    let values: Vec<(&str, Value)> = COMMANDS
        .iter()
        .map(|command| {
            let pair = pairs.remove(command.name);
            (
                command.name,
                pair.unwrap_or_else(|| panic!("{} was never called", command.name)),
            )
        })
        .collect();
    snapshots::all_are_kept("desk/tests/snapshots", &values);
}

async fn vault(wire: &mut Wire<'_>) {
    wire.call("vault_status", json!({})).await;
    wire.call("create_vault", json!({"passphrase": WORDS})).await;
    wire.call("lock_vault", json!({})).await;
    wire.call("renew_page", json!({})).await;
    wire.call("unlock_vault", json!({"passphrase": WORDS})).await;
    wire.call("stay_awake", json!({})).await;
    let preferences = json!({"theme": "dark", "orders": {"surgery": "oldest_first"}});
    wire.call("save_preferences", preferences).await;
    wire.call("get_preferences", json!({})).await;
}

/// The owner gets a name, and somebody is let in, gets another role and another code, and leaves.
async fn staff(wire: &mut Wire<'_>) {
    wire.call("name_owner", json!({"name": "Anna Muster", "passphrase": WORDS}))
        .await;
    let new = json!({"name": "Ben Sample", "role": "assistant", "passphrase": WORDS});
    let added = wire.call("add_staff", new).await;
    let ben = added["value"]["staff"]["people"][1]["id"].clone();
    let role = json!({"id": ben, "role": "physiotherapist", "passphrase": WORDS});
    wire.call("set_role", role).await;
    let who = json!({"id": ben, "passphrase": WORDS});
    wire.call("give_code", who.clone()).await;
    wire.call("set_profile", json!({"position": "Pain physician"}))
        .await;
    wire.call("staff", json!({})).await;
    wire.call("remove_staff", who).await;
}

/// The sheet, typed again, used and removed; and another passphrase, which is taken back.
async fn recovery(wire: &mut Wire<'_>) {
    let words = json!({"passphrase": WORDS});
    wire.call("make_recovery", words.clone()).await;
    wire.call("forget_recovery", json!({})).await;
    let sheet = wire.call("make_recovery", words.clone()).await;
    let groups = sheet["groups"]
        .as_array()
        .unwrap()
        .iter()
        .map(|group| group.as_str().unwrap());
    let typed = groups.collect::<Vec<_>>().join(" ");
    wire.call("keep_recovery", json!({"typed": typed})).await;
    wire.call("recovery_view", json!({})).await;
    wire.call("lock_vault", json!({})).await;
    wire.call("try_recovery", json!({"typed": typed})).await;
    wire.call("recover_vault", json!({"typed": typed, "passphrase": WORDS}))
        .await;
    let change = json!({"current": WORDS, "passphrase": WORDS});
    wire.call("change_passphrase", change).await;
    wire.call("remove_recovery", words).await;
}

/// A person with an entry of most kinds.
async fn record(wire: &mut Wire<'_>) -> (Uuid, Uuid) {
    let patient = clock::new_id();
    let operation = clock::new_id();
    let entry = |entry: Uuid, input: Value| json!({"request": clock::new_id(), "entry": entry, "patient": patient, "input": input, "draft": null});
    let person = json!({
        "noun": "patient", "family": "Beispiel", "given": "Åsa", "born": "3.5.61", "record_number": "S-1"
    });
    wire.call("record_entry", entry(patient, person)).await;
    let fusion = json!({
        "noun": "surgery", "when": "-40w", "procedures": [{"text": "fusion", "code": null}], "levels": "L45",
        "implants": {"value": [{"kind": "screws_and_rods", "name": "screws"}]}
    });
    wire.call("record_entry", entry(operation, fusion)).await;
    let odi = |when: &str, value: &str| json!({"noun": "score", "when": when, "measure": {"measure": "odi", "value": value, "version": ""}});
    let entries = [odi("-8w", "40"), odi("-1w", "20")].map(|score| entry(clock::new_id(), score));
    wire.call("record_entries", json!({"patient": patient, "entries": entries}))
        .await;
    let answers = Item::ALL.map(|item| json!({"item": item, "reply": "yes", "by": "Dr Lind"}));
    for input in [
        json!({"noun": "treatment", "kind": "drug", "medicine_line": "oxycodone 10 mg q12h", "status": "running"}),
        json!({"noun": "anticoagulant", "name": "warfarin", "class": "vitamin_k_antagonist"}),
        json!({"noun": "plan_item", "kind": "referral", "what": "pain clinic", "due": "-1w", "owner": "Dr Lind"}),
        json!({"noun": "circumstance", "when": "-1w", "work": {"value": "sick_leave"}}),
        json!({"noun": "walking_plan", "prescribed_on": "-4w", "answers": answers, "target_minutes": "30", "target_days": "5",
            "quota": {"minutes": "5", "bouts_a_day": "1", "days_a_week": "4", "pace": "easy"}}),
        json!({"noun": "walking_event", "what": {"is": "started"}, "on": "-3w"}),
        json!({"noun": "walking_row", "on": "-2w", "minutes": "5", "back_before": "3", "back_after": "4", "settled": true}),
        // Nothing starts once this is known.
        json!({"noun": "flag", "asked_on": "-1w", "answers": {"bladder_leak": {"is": "yes", "course": "new", "since": ""},
            "fever": {"is": "no"}}}),
    ] {
        wire.record(patient, input).await;
    }
    (patient, operation)
}

/// The map of somebody of whom it has everything to tell: a level, what has none, and levels that are compared.
async fn spine(wire: &mut Wire<'_>) {
    let patient = clock::new_id();
    let entry = |entry: Uuid, input: Value| json!({"request": clock::new_id(), "entry": entry, "patient": patient, "input": input, "draft": null});
    let person = json!({"noun": "patient", "family": "Muster", "born": "1960"});
    wire.call("record_entry", entry(patient, person)).await;
    for input in [
        json!({"noun": "surgery", "when": "2015", "procedures": [{"text": "fusion", "code": null}], "levels": "L45"}),
        json!({"noun": "surgery", "when": "2019", "procedures": [{"text": "reoperation", "code": null}]}),
        json!({"noun": "treatment", "kind": "injection", "name": "facet injection", "levels": "L45 facet", "started": "2018"}),
    ] {
        wire.record(patient, input).await;
    }
    let map = json!({"patient": patient, "width": 320, "height": 460, "paper": "light"});
    wire.call("spine_map", map).await;
}

async fn patients(wire: &mut Wire<'_>, patient: Uuid) {
    wire.call("search_patients", json!({"text": "fusion", "limit": 5}))
        .await;
    wire.call("open_patient", json!({"patient": patient})).await;
    wire.call("recent_patients", json!({})).await;
    let typed = json!({"family": "Beispiel", "given": "Åsa", "born": "3.5.61"});
    wire.call("similar_patients", typed).await;
    wire.call("add_sample", json!({})).await;
    wire.call("remove_sample", json!({})).await;
}

async fn entries(wire: &mut Wire<'_>, patient: Uuid, operation: Uuid) {
    let key = json!({"entry": operation});
    for list in ["list_entries", "glance_entries"] {
        wire.call(list, json!({"patient": patient, "noun": "surgery"}))
            .await;
    }
    let some = json!({"patient": patient, "noun": "surgery", "entries": [operation]});
    wire.call("tell_entries", some).await;
    let mut input = wire.call("get_entry", key.clone()).await["input"].clone();
    input["note"] = json!("as told");
    let amended = wire
        .call(
            "amend_entry",
            json!({"request": clock::new_id(), "entry": operation, "base_version": 1, "input": input,
                "reason": "more is known", "draft": null}),
        )
        .await;
    assert_eq!(amended["value"]["version"], 2);
    let back = json!({"request": clock::new_id(), "entry": operation, "version": 1, "base_version": 2, "reason": "as told first"});
    wire.call("restore_version", back).await;
    let symptom = wire
        .record(patient, json!({"noun": "symptom", "site": "low back"}))
        .await["id"]
        .clone();
    let over = |version: i64| json!({"request": clock::new_id(), "entry": symptom, "base_version": version, "reason": "mistaken"});
    wire.call("retract_entry", over(1)).await;
    wire.call("reinstate_entry", over(2)).await;
    wire.call("entry_history", json!({"entry": symptom})).await;
    let last = wire.call("last_change", json!({"patient": patient})).await;
    wire.call("undo_change", json!({"patient": patient, "at": last["at"]}))
        .await;
    wire.call("list_changes", json!({"patient": patient})).await;
    wire.call(
        "understand",
        json!({"kind": "when", "text": "may 2019", "patient": patient}),
    )
    .await;
}

async fn rules(wire: &mut Wire<'_>, patient: Uuid, operation: Uuid) {
    let key = json!({"patient": patient});
    wire.call("flag_questions", json!({})).await;
    wire.call("reading_kinds", json!({})).await;
    wire.call("read_results", json!({"text": "CRP <5 mg/L (0-5)\nseen"}))
        .await;
    wire.call("list_diagnoses", json!({})).await;
    wire.call(
        "suggest_codes",
        json!({"kind": "neuropathic_pain", "levels": "L5 root", "side": {"value": "left"}}),
    )
    .await;
    wire.call("list_evidence", key.clone()).await;
    wire.call("red_flags", key.clone()).await;
    wire.call(
        "safety_gates",
        json!({"patient": patient, "before": crate::gates::MRI}),
    )
    .await;
    wire.call("walking", key.clone()).await;
    wire.call(
        "walking_chart",
        json!({"patient": patient, "width": 800, "paper": "light"}),
    )
    .await;
    let path = wire
        .record(
            patient,
            json!({"noun": "neuromodulation", "therapy": "spinal_cord", "targets": ["leg"]}),
        )
        .await["id"]
        .clone();
    let link = format!("neuromodulation {}", path.as_str().unwrap_or_default());
    let trial = json!({"is": "trial", "trial": {"ended": "20 Mar 2024"}});
    for input in [
        json!({"noun": "neuromodulation_step", "neuromodulation": link, "when": "10 Mar 2024", "what": trial}),
        json!({"noun": "trial_day", "neuromodulation": link, "on": "11 Mar 2024", "kind": "average", "leg": "3"}),
        json!({"noun": "pump_setting", "what": "filled", "when": "1 Jan 2024", "refill_due": "1 Mar 2024",
            "drugs": [{"name": "morphine"}]}),
    ] {
        wire.record(patient, input).await;
    }
    wire.call("neuromodulation", key.clone()).await;
    wire.call(
        "trial_chart",
        json!({"patient": patient, "path": path, "width": 640, "paper": "light"}),
    )
    .await;
    wire.call("follow_up", key.clone()).await;
    wire.call("follow_up_of", json!({"patient": patient, "entry": operation}))
        .await;
    wire.call("list_due", json!({"limit": 5})).await;
    wire.call("open_plan", key.clone()).await;
    wire.call("list_requests", json!({"limit": 5})).await;
    wire.call("circumstances_now", key.clone()).await;
    wire.call("opioid_load", key.clone()).await;
    wire.call("list_opioid_tables", json!({})).await;
    wire.call("list_instruments", json!({})).await;
    wire.call("last_asked", key.clone()).await;
    wire.call("symptoms_today", key.clone()).await;
    wire.call("body_regions", json!({})).await;
    let area = json!({"region": "front.knee.left", "feeling": "pain", "intensity": "", "depth": null});
    wire.record(
        patient,
        json!({"noun": "symptom", "site": "low back", "areas": [area]}),
    )
    .await;
    wire.call(
        "draw_body",
        json!({"areas": [area], "width": 640, "paper": "light"}),
    )
    .await;
    wire.call(
        "body_maps",
        json!({"patient": patient, "days": ["today"], "width": 640, "paper": "light"}),
    )
    .await;
    wire.call(
        "score_answers",
        json!({"measure": {"measure": "odi", "value": "20", "version": ""}}),
    )
    .await;
    let chart = json!({
        "patient": patient, "width": 800, "paper": "light", "baseline": null, "before": null, "from": null
    });
    wire.call("progress_chart", chart).await;
    spine(wire).await;
    wire.call(
        "overview",
        json!({"patient": patient, "width": 800, "paper": "light"}),
    )
    .await;
    wire.call("ladder", key.clone()).await;
    wire.call("before_after", key.clone()).await;
    wire.call("timeline", json!({"patient": patient, "known_on": ""}))
        .await;
    let visit = clock::new_id();
    let input = json!({"noun": "visit", "kind": "follow_up", "when": "-1w", "came": {"value": "came"}});
    let entry = json!({"request": clock::new_id(), "entry": visit, "patient": patient, "input": input, "draft": null});
    wire.call("record_entry", entry).await;
    wire.call("visit_day", json!({"entry": visit})).await;
    wire.call(
        "compare_visits",
        json!({"patient": patient, "one": "", "other": ""}),
    )
    .await;
    wire.call("glance_patients", json!({"patients": [patient]})).await;
    wire.call(
        "understand_rule",
        json!({"id": "change.matters.odi", "text": "15"}),
    )
    .await;
    let own = json!({"id": "change.matters.odi", "value": "15", "who": "Dr Example", "why": "agreed"});
    wire.call("set_rule", own).await;
    wire.call("list_rules", json!({})).await;
}

async fn drafts(wire: &mut Wire<'_>, patient: Uuid) {
    let draft = clock::new_id();
    let typed = json!({
        "draft": draft, "patient": patient, "entry": null, "base_version": null,
        "input": {"noun": "symptom", "site": "le"}, "reason": "", "sitting": clock::new_id()
    });
    wire.call("save_draft", typed).await;
    wire.call("list_drafts", json!({})).await;
    wire.call("discard_draft", json!({"draft": draft})).await;
    let form = json!({"draft": clock::new_id(), "form": "letter", "typed": {"reason": "pain"}});
    wire.call("save_form_draft", form).await;
    wire.call("list_form_drafts", json!({})).await;
}

async fn letters(wire: &mut Wire<'_>, patient: Uuid) {
    let asked = json!({
        "patient": patient, "recipient": ["Dr Example"], "reason": "pain", "question": "what now?", "urgency": "soon"
    });
    let letter = wire.call("preview_letter", asked).await["letter"].clone();
    wire.call("letter_page", json!({"letter": letter, "page": 1, "scale": 0.5}))
        .await;
    wire.call("save_letter", json!({"letter": letter})).await;
    wire.call("view_letter", json!({"letter": letter})).await;
    let sheets = wire.call("list_sheets", json!({})).await;
    let free = sheets
        .as_array()
        .unwrap()
        .iter()
        .filter(|one| one["not_printed"] == "");
    let free: Vec<_> = free.map(|one| one["id"].clone()).collect();
    wire.call("preview_sheets", json!({"patient": patient, "instruments": free}))
        .await;
}

/// A study that says what it is, attached and shown.
async fn documents(wire: &mut Wire<'_>, room: &Room, patient: Uuid) {
    let chosen = room.folder.path().join("chosen");
    std::fs::create_dir_all(&chosen).unwrap();
    let study = crate::files::tests::dicom_of("Sample^Bert", "19700102");
    for (name, bytes) in [("a.pdf", crate::files::tests::pdf()), ("b", study)] {
        std::fs::write(chosen.join(name), bytes).unwrap();
    }
    let choice = wire.call("choose_files", json!({"asked": "folder"})).await;
    let look = |at: usize| json!({"patient": patient, "file": choice["files"][at]["file"]});
    wire.call("take_dropped", json!({})).await;
    let study = wire.call("look_at_file", look(1)).await;
    let report = wire.call("look_at_file", look(0)).await;
    let attach = |view: &Value| json!({"noun": "document", "kind": "letter", "file": view["stored"], "names_another": true});
    let study = wire.record(patient, attach(&study)).await;
    let report = wire.record(patient, attach(&report)).await;
    wire.call("look_at_document", json!({"entry": study["id"]})).await;
    wire.call(
        "document_page",
        json!({"entry": report["id"], "page": 1, "width": 100}),
    )
    .await;
    wire.call("save_document", json!({"entry": report["id"]})).await;
    wire.call("view_document", json!({"entry": report["id"]})).await;
}

/// The log of all this, checked, examined and saved.
async fn audit(wire: &mut Wire<'_>) {
    wire.call("verify_now", json!({})).await;
    wire.call("stop_verifying", json!({})).await;
    wire.call("audit_view", json!({})).await;
    let everything = json!({"patient": null, "person": null, "act": null, "from": "", "until": ""});
    let examine = json!({"filter": everything, "before": null});
    wire.call("examine_audit", examine).await;
    wire.call("save_audit", everything).await;
}

async fn settings(wire: &mut Wire<'_>) {
    let mut settings = wire.call("get_settings", json!({})).await;
    settings["clinic_name"] = json!("Example clinic");
    wire.call("save_settings", settings).await;
    let last = wire.call("last_settings", json!({"part": "clinic"})).await;
    wire.call("undo_settings", json!({"part": "clinic", "at": last["at"]}))
        .await;
}

async fn backups(wire: &mut Wire<'_>) {
    let view = wire.call("backup_view", json!({})).await;
    let chosen = json!({"on": true, "folder": view["chosen"]});
    wire.call("set_backup", chosen).await;
    wire.call("back_up_now", json!({})).await;
    wire.call("lock_vault", json!({})).await;
    let found = wire.call("list_backups", json!({})).await;
    let one = &found[0]["backup"];
    wire.call("look_into_backup", json!({"backup": one, "passphrase": WORDS}))
        .await;
    let restore = json!({"backup": one, "passphrase": WORDS, "replace": true});
    wire.call("restore_backup", restore).await;
}
