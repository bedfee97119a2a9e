//! The safety gates: a device is recorded by keyboard alone, and what it says stands where it matters.

use crate::{open_patient, opened, section};

#[test]
fn an_abandoned_lead_stands_on_the_mri_form_and_in_the_banner() {
    let (_folder, window) = opened(&[4]);
    open_patient(&window, "Case 04");
    section(&window, "MRI and interventions");
    window.see("region", "Before MRI or an intervention");
    window.press('a');
    window.see("form", "Record device");
    window.wait_until("a field has the focus", |window| {
        (!window.focus().name.is_empty()).then_some(())
    });
    window.tab_and_write("Device", "Old stimulator");
    window.tab_to("combobox", "Kind of part");
    window.write("Lead");
    window.tab_and_choose("State", "Left in the body");
    window.tab_and_choose("MRI labelling", "Safe");
    window.ctrl('s');
    window.says("Saved ");
    window.see_part("link", "Old stimulator");
    window.says("MRI status is not clear for every part");
    window.says("left in the body unconnected");
    section(&window, "Imaging");
    window.click("button", "Record imaging note");
    window.see("form", "Record imaging note");
    window.tab_and_choose("Kind of imaging", "MRI");
    window.see("region", "Before MRI");
    window.says("left in the body unconnected");
}
