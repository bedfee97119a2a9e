//! The handlers of the window's calls, one for each line of the command table. Each hands over to the desk as it comes, so that
//! what is asked of a locked vault is told to be locked before anybody looks at what was asked.

#![allow(
    clippy::let_underscore_must_use,
    reason = "what Tauri makes of a command is not ours to write"
)]

use lamina_api::ApiError;
use lamina_clinic::desk::Desk;
use serde_json::Value;
use std::sync::Arc;
use tauri::{Runtime, State, ipc::Invoke};

macro_rules! handlers {
    ($($name:ident($request:ty) -> $response:ty, $access:ident;)*) => {
        $(
            #[tauri::command]
            async fn $name(desk: State<'_, Arc<Desk>>, request: Option<Value>) -> Result<Value, ApiError> {
                desk.call(stringify!($name), request.unwrap_or_default()).await
            }
        )*

        /// What answers the window's calls.
        pub fn handler<R: Runtime>() -> impl Fn(Invoke<R>) -> bool + Send + Sync + 'static {
            tauri::generate_handler![$($name),*]
        }
    };
}

lamina_api::command_table!(handlers);

#[cfg(test)]
mod tests {
    use lamina_api::COMMANDS;
    use lamina_clinic::{
        desk::{Desk, Surroundings},
        vault::KdfCost,
    };
    use std::{collections::BTreeSet, path::Path, sync::Arc};
    use tauri::{
        WebviewUrl, WebviewWindow, WebviewWindowBuilder,
        ipc::{CallbackFn, InvokeBody},
        test::{INVOKE_KEY, MockRuntime, get_ipc_response, mock_builder},
        webview::InvokeRequest,
    };

    fn desk(folder: &Path) -> Arc<Desk> {
        Arc::new(Desk::new(Surroundings {
            vault: folder.join("clinic.vault"),
            letters: folder.join("letters"),
            preferences: folder.join("preferences.json"),
            person: "tester".to_owned(),
            cost: Some(KdfCost::FLOOR),
            view: Arc::new(|_| Ok(())),
            renew: Arc::new(|| ()),
            choose: Arc::new(|_| Box::pin(async { Vec::new() })),
        }))
    }

    fn call(window: &WebviewWindow<MockRuntime>, url: &str, command: &str) -> Result<String, String> {
        let request = InvokeRequest {
            cmd: command.to_owned(),
            callback: CallbackFn(0),
            error: CallbackFn(1),
            url: url.parse().unwrap(),
            body: InvokeBody::Json(serde_json::json!({ "request": {} })),
            headers: Default::default(),
            invoke_key: INVOKE_KEY.to_owned(),
        };
        match get_ipc_response(window, request) {
            Ok(body) => Ok(body.deserialize::<serde_json::Value>().unwrap().to_string()),
            Err(refused) => Err(refused.to_string()),
        }
    }

    #[test]
    fn another_window_or_a_foreign_page_may_call_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let app = mock_builder()
            .invoke_handler(super::handler())
            .manage(desk(folder.path()))
            .build(tauri::generate_context!())
            .unwrap();
        let window = |label: &str| {
            WebviewWindowBuilder::new(&app, label, WebviewUrl::default())
                .build()
                .unwrap()
        };
        let (main, other) = (window(crate::window::MAIN), window("other"));
        let home = if cfg!(windows) {
            "http://tauri.localhost"
        } else {
            "tauri://localhost"
        };
        let status = call(&main, home, "vault_status").unwrap();
        assert!(status.contains("absent"), "{status}");
        for command in COMMANDS {
            let refused = call(&other, home, command.name).unwrap_err();
            assert!(refused.contains("not allowed"), "{}: {refused}", command.name);
            let refused = call(&main, "https://example.org", command.name).unwrap_err();
            assert!(refused.contains("not allowed"), "{}: {refused}", command.name);
        }
    }

    #[test]
    fn whatever_is_asked_of_a_locked_vault_is_told_to_be_locked() {
        let folder = tempfile::tempdir().unwrap();
        let app = mock_builder()
            .invoke_handler(super::handler())
            .manage(desk(folder.path()))
            .build(tauri::generate_context!())
            .unwrap();
        let window = WebviewWindowBuilder::new(&app, crate::window::MAIN, WebviewUrl::default())
            .build()
            .unwrap();
        let home = if cfg!(windows) {
            "http://tauri.localhost"
        } else {
            "tauri://localhost"
        };
        for command in COMMANDS.iter().filter(|one| one.access.needs_open_vault()) {
            let refused = call(&window, home, command.name).unwrap_err();
            assert!(refused.contains("locked"), "{}: {refused}", command.name);
        }
    }

    #[test]
    fn the_window_is_granted_the_commands_of_the_table_and_nothing_more_than_hearing_the_lock() {
        let text = include_str!("../capabilities/main.json");
        let capability: serde_json::Value = serde_json::from_str(text).unwrap();
        assert_eq!(capability["windows"], serde_json::json!([crate::window::MAIN]));
        assert!(capability.get("remote").is_none());
        let granted: BTreeSet<String> = capability["permissions"]
            .as_array()
            .unwrap()
            .iter()
            .map(|permission| permission.as_str().unwrap().to_owned())
            .collect();
        let mut expected: BTreeSet<String> = COMMANDS
            .iter()
            .map(|command| format!("allow-{}", command.name.replace('_', "-")))
            .collect();
        expected.extend(["core:event:allow-listen", "core:event:allow-unlisten"].map(str::to_owned));
        assert_eq!(granted, expected);
    }
}
