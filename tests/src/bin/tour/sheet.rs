//! The contact sheet: a picture of each screen in each theme and size, and a page that shows them side by side.

use lamina_tests::window::Window;
use std::{
    fmt::Write,
    fs,
    path::{Path, PathBuf},
};

/// The sizes in CSS pixels, the one to go on with last.
const SIZES: [(u32, u32); 2] = [(640, 400), (1280, 720)];

/// The pictures taken so far.
pub struct Sheet {
    folder: PathBuf,
    /// Screen and file, in the order of the look.
    taken: Vec<(String, String)>,
}

impl Sheet {
    pub fn new(folder: &Path) -> Self {
        Self {
            folder: folder.to_owned(),
            taken: Vec::new(),
        }
    }

    /// Takes what the window shows now in every size; where the small one scrolls, its end as well.
    pub fn take(&mut self, window: &Window, screen: &str, theme: &str) {
        println!("{screen}, {theme}");
        let theme = theme.to_lowercase().replace(' ', "-");
        for (width, height) in SIZES {
            window.resize(width, height);
            self.keep(window, screen, &format!("{screen}-{theme}-{width}x{height}"));
            if width == 640 && scroll(window, true) {
                self.keep(window, screen, &format!("{screen}-{theme}-{width}x{height}-end"));
                scroll(window, false);
            }
        }
    }

    /// Writes the page.
    pub fn write(&self) {
        let mut page = String::from(
            "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<title>Lamina, every screen</title>\n<style>\n\
             body { font: 14px sans-serif; margin: 24px; background: #888 }\n\
             section { display: flex; flex-wrap: wrap; gap: 16px; align-items: flex-start }\n\
             img { max-width: 640px; display: block }\nfigure { margin: 0 }\nfigcaption { padding: 4px 0 16px }\n</style>\n",
        );
        let mut screens: Vec<&str> = Vec::new();
        for (screen, _) in &self.taken {
            if !screens.contains(&screen.as_str()) {
                screens.push(screen);
            }
        }
        for screen in screens {
            let mut pictures = String::new();
            for (_, file) in self.taken.iter().filter(|(of, _)| of == screen) {
                writeln!(
                    pictures,
                    "<figure><a href=\"{file}\"><img src=\"{file}\" alt=\"{file}\" loading=\"lazy\"></a><figcaption>{file}</figcaption></figure>"
                )
                .expect("a string grows");
            }
            write!(page, "<h2>{screen}</h2>\n<section>\n{pictures}</section>\n").expect("a string grows");
        }
        page.push_str("</html>\n");
        fs::write(self.folder.join("index.html"), page).expect("a writable folder");
    }

    fn keep(&mut self, window: &Window, screen: &str, name: &str) {
        let file = format!("{name}.png");
        window.picture(&self.folder.join(&file));
        self.taken.push((screen.to_owned(), file));
    }
}

/// Scrolls all that scrolls to its end or back; false where nothing does.
fn scroll(window: &Window, to_end: bool) -> bool {
    let script = "const all = [...document.querySelectorAll('*')].filter((el) => el.scrollHeight > el.clientHeight + 4 \
                  && ['auto', 'scroll'].includes(getComputedStyle(el).overflowY)); \
                  for (const el of all) el.scrollTop = arguments[0] ? el.scrollHeight : 0; return all.length > 0";
    window
        .run(script, vec![to_end.into()])
        .as_bool()
        .unwrap_or_default()
}
