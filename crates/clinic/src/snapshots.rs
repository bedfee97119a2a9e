//! What the tests hold as files: one value under each name of a table, no name without its file and no file without its name.
//!
//! `INSTA_UPDATE=always INSTA_FORCE_PASS=1 cargo nextest run -p lamina-clinic snapshot` writes them anew; the difference is
//! then read before it is committed.

use insta::Settings;
use serde_json::Value;
use std::{collections::BTreeSet, fs, path::Path};

/// Compares each value with what stands under its name in this folder of the sources.
pub(crate) fn all_are_kept(folder: &str, values: &[(&str, Value)]) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(folder);
    let mut settings = Settings::clone_current();
    settings.set_snapshot_path(&folder);
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| {
        for (name, value) in values {
            insta::assert_json_snapshot!(*name, value);
        }
    });
    let named: BTreeSet<String> = values.iter().map(|(name, _)| format!("{name}.snap")).collect();
    assert_eq!(named.len(), values.len(), "a name stands for one value");
    let kept: BTreeSet<String> = fs::read_dir(&folder)
        .unwrap()
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .filter(|file| file.ends_with(".snap"))
        .collect();
    assert_eq!(kept, named, "a file of {} without its name", folder.display());
}
