//! About Lamina: what it is made of comes with the program, with the text of every licence.

use crate::opened;

#[test]
fn what_lamina_is_made_of_is_found_with_its_licences_without_a_network() {
    let (_folder, window) = opened(&[4]);
    window.watch_policy();
    window.click("link", "Settings");
    window.click("link", "Open About Lamina");
    window.at("/settings/about");
    window.says(&format!("Version {}", env!("CARGO_PKG_VERSION")));
    window.fill("Filter", "sqlcipher");
    window.click_part("button", "SQLCipher");
    window.click("button", "LICENSE");
    window.says("Redistributions of source code must retain the above copyright notice");
    window.fill("Filter", "roland");
    window.says("wording may be shown");
    window.fill("Filter", "nobody of this name");
    window.says("Nothing matches.");
    assert_eq!(window.refused(), Vec::<String>::new());
}
