//! Where the rooms of a record stand: the tab of each, and its address.

use super::Window;

/// A room by its name on the screen: the tab that it stands in and its address. A tab whose first room bears its name is not
/// listed.
const ROOMS: [(&str, &str, &str); 22] = [
    ("Visits", "Overview", "visits"),
    ("Operations", "Operations", "surgeries"),
    ("Examinations", "Symptoms", "examinations"),
    ("Imaging", "Imaging and tests", "imaging"),
    ("Nerve and muscle tests", "Imaging and tests", "electrodiagnosis"),
    ("Readings", "Imaging and tests", "readings"),
    ("Documents", "Imaging and tests", "documents"),
    ("Diagnosis and causes", "Diagnosis and plan", "diagnoses"),
    ("Plan and requests", "Diagnosis and plan", "requests"),
    ("Shared decisions", "Diagnosis and plan", "decisions"),
    ("Goals", "Diagnosis and plan", "goals"),
    ("Follow-up schedule", "Diagnosis and plan", "follow-up"),
    ("Circumstances", "Diagnosis and plan", "circumstances"),
    ("Ladder", "Treatments", "ladder"),
    ("Walking", "Treatments", "walking"),
    ("Course", "Progress", "progress"),
    ("Scores", "Progress", "scores"),
    ("Before and after", "Progress", "before-after"),
    ("Red flags", "Safety", "flags"),
    ("MRI and interventions", "Safety", "safety"),
    ("Timeline", "History", "timeline"),
    ("Changes", "History", "history"),
];

/// Those that their tab opens.
const FIRST: [&str; 6] = [
    "Operations",
    "Imaging",
    "Diagnosis and causes",
    "Course",
    "Red flags",
    "Timeline",
];

impl Window {
    /// Goes to a room of the record by its tab and, where it is not the first, by its own link.
    pub fn section(&self, room: &str) {
        let lower = room.to_lowercase();
        let (tab, address) = ROOMS
            .iter()
            .find(|(name, ..)| *name == room)
            .map_or((room, lower.as_str()), |(_, tab, address)| (*tab, *address));
        self.see("navigation", "Sections of the record")
            .see("link", tab)
            .click();
        if tab != room && !FIRST.contains(&room) {
            self.see("navigation", &format!("In {tab}"))
                .see("link", room)
                .click();
        }
        self.at(&format!("/{address}"));
    }
}
