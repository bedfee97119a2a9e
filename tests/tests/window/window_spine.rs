//! The spine map on the overview: gone through by the keys alone, down to the operation behind a level.

use crate::{open_patient, opened};
use lamina_tests::window::Key;

#[test]
fn the_keys_lead_along_the_levels_to_the_operation_that_fused_one() {
    let (_folder, window) = opened(&[6]);
    open_patient(&window, "Case 06");
    window.see("region", "Spine map");
    let first = window.see_part("button", "L4-L5: fused").name();
    assert!(first.contains("(operation 3)"), "{first}");
    window.tab_to("button", &first);
    window.press(Key::Down);
    window.wait_until("the level below has the focus", |window| {
        window.focus().name.starts_with("L5: ").then_some(())
    });
    window.press(Key::Down);
    let focus = window.focus().name;
    assert!(
        focus.starts_with("L5-S1: ") && focus.contains("recurrent disc herniation, large"),
        "{focus}"
    );
    window.press(Key::Return);
    let level = window.see("region", "L5-S1");
    let link = level.see("link", "Fused").name();
    window.tab_to("link", &link);
    window.press(Key::Return);
    window.see("button", "Amend");
    assert!(window.address().contains("/surgeries/"), "{}", window.address());
    window.says("instrumented fusion");
}

#[test]
fn a_level_beside_a_fusion_and_what_has_no_level_are_told() {
    let (_folder, window) = opened(&[6]);
    open_patient(&window, "Case 06");
    window.see_part("button", "L3-L4: beside a fusion");
    window.click_part("button", "Not on the map");
    window.says("level not recorded");
    window.resize(640, 400);
    window.see_part("button", "L4-L5: fused");
}
