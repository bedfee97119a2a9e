//! The handlers of the window's calls, one for each line of the command table. Each asks the guard and hands over.

use lamina_api::*;
use lamina_clinic::desk::Desk;
use std::sync::Arc;
use tauri::{State, ipc::Invoke};

macro_rules! handlers {
    ($($name:ident($request:ty) -> $response:ty, $access:ident;)*) => {
        $(
            #[tauri::command]
            async fn $name(desk: State<'_, Arc<Desk>>, request: $request) -> Result<$response, ApiError> {
                desk.admit(Access::$access).await?;
                desk.$name(request).await
            }
        )*

        /// What answers the window's calls.
        pub fn handler() -> impl Fn(Invoke<tauri::Wry>) -> bool + Send + Sync + 'static {
            tauri::generate_handler![$($name),*]
        }
    };
}

lamina_api::command_table!(handlers);

#[cfg(test)]
mod tests {
    use lamina_api::COMMANDS;
    use std::collections::BTreeSet;

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
