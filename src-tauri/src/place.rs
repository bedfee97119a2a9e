//! Where the window is and how large: kept while it is open, and found again at the next start, corrected to the screens that
//! are there then. Nothing else about it is kept.

use lamina_clinic::desk::{Desk, WindowPlace};
use std::sync::{
    Arc, Mutex,
    atomic::{AtomicBool, Ordering},
};
use tauri::{AppHandle, Manager, PhysicalRect, Runtime, WebviewWindow, WindowEvent};

/// Smallest window in pixels at a scale of one.
pub const LEAST: (f64, f64) = (640.0, 400.0);
/// So much of the upper edge has to lie on a screen for a window to be found and moved, in pixels.
const GRIP: (i32, i32) = (120, 40);

/// The part of a screen that windows may take, and how many pixels of it make one of a page.
#[derive(Debug, Clone, Copy)]
pub struct Screen {
    area: PhysicalRect<i32, u32>,
    scale: f64,
}

/// A place on the screens that are there, with the scale of the one it is on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Found {
    /// Where the window goes and how large, within one of those screens.
    pub place: WindowPlace,
    /// Pixels of the screen for one of the page.
    pub scale: f64,
}

/// Where the window goes at the start; none where nothing was kept, or where no screen can be told.
pub fn found<R: Runtime>(app: &AppHandle<R>, desk: &Desk) -> Option<Found> {
    let kept = desk.window_place()?;
    let screen = |one: &tauri::Monitor| Screen {
        area: *one.work_area(),
        scale: one.scale_factor(),
    };
    let mut screens: Vec<Screen> = Vec::new();
    // The first one takes what lies on none.
    screens.extend(app.primary_monitor().ok().flatten().as_ref().map(screen));
    screens.extend(app.available_monitors().ok()?.iter().map(screen));
    corrected(kept, &screens)
}

/// The place as kept where its upper edge can be reached on one of `screens`, else in the middle of the first one; never
/// larger than its screen and never smaller than a window may be.
fn corrected(kept: WindowPlace, screens: &[Screen]) -> Option<Found> {
    let reached = screens.iter().find(|screen| {
        let Rect {
            left,
            top,
            right,
            bottom,
        } = Rect::of(screen);
        let across = (end(kept.x, kept.width).min(right) - kept.x.max(left)) >= GRIP.0;
        across && kept.y >= top - GRIP.1 / 2 && kept.y <= bottom - GRIP.1
    });
    let screen = reached.or(screens.first())?;
    let least = |pixels: f64| (pixels * screen.scale).round() as u32;
    let width = kept.width.min(screen.area.size.width).max(least(LEAST.0));
    let height = kept.height.min(screen.area.size.height).max(least(LEAST.1));
    let Rect {
        left,
        top,
        right,
        bottom,
    } = Rect::of(screen);
    let (x, y) = match reached {
        Some(_) => (kept.x, kept.y),
        None => (
            left + ((right - left) - end(0, width)).max(0) / 2,
            top + ((bottom - top) - end(0, height)).max(0) / 2,
        ),
    };
    Some(Found {
        place: WindowPlace {
            x,
            y,
            width,
            height,
            maximized: kept.maximized,
        },
        scale: screen.scale,
    })
}

struct Rect {
    left: i32,
    top: i32,
    right: i32,
    bottom: i32,
}

impl Rect {
    fn of(screen: &Screen) -> Self {
        let (at, size) = (screen.area.position, screen.area.size);
        Self {
            left: at.x,
            top: at.y,
            right: end(at.x, size.width),
            bottom: end(at.y, size.height),
        }
    }
}

fn end(start: i32, length: u32) -> i32 {
    start.saturating_add(i32::try_from(length).unwrap_or(i32::MAX))
}

/// What is known of the window's place since it was opened.
#[derive(Debug, Default)]
pub struct Watched {
    moved: AtomicBool,
    last: Mutex<Option<WindowPlace>>,
}

impl Watched {
    /// Notes that the window is somewhere else or of another size, and keeps what it came to when it closes.
    pub fn follow<R: Runtime>(self: &Arc<Self>, window: &WebviewWindow<R>) {
        let watched = Arc::clone(self);
        let seen = window.clone();
        window.on_window_event(move |event| match event {
            WindowEvent::Moved(_) | WindowEvent::Resized(_) => watched.moved.store(true, Ordering::Relaxed),
            WindowEvent::CloseRequested { .. } => watched.keep(&seen),
            _ => {}
        });
    }

    /// Keeps the place where it has changed. It is not asked for while it changes: a window that is being maximised tells
    /// its new size before it tells that it is maximised.
    pub fn keep<R: Runtime>(&self, window: &WebviewWindow<R>) {
        if !self.moved.swap(false, Ordering::Relaxed) {
            return;
        }
        let desk = window.state::<Arc<Desk>>();
        let before = self.last.lock().ok().and_then(|last| *last);
        // The window answers on its own thread, which may be waiting for the lock.
        let Some(now) = now(window, before.or_else(|| desk.window_place())) else {
            return;
        };
        if before == Some(now) {
            return;
        }
        if let Ok(mut last) = self.last.lock() {
            *last = Some(now);
        }
        if let Err(error) = desk.keep_window_place(now) {
            tracing::warn!(%error, "the place of the window could not be kept");
        }
    }
}

/// The place of a window that is neither hidden nor, of its size, anything but chosen; a maximised one keeps what it was.
fn now<R: Runtime>(window: &WebviewWindow<R>, before: Option<WindowPlace>) -> Option<WindowPlace> {
    if window.is_minimized().unwrap_or(false) || window.is_fullscreen().unwrap_or(false) {
        return None;
    }
    let maximized = window.is_maximized().unwrap_or(false);
    if let (true, Some(before)) = (maximized, before) {
        return Some(WindowPlace { maximized, ..before });
    }
    let (at, size) = (window.outer_position().ok()?, window.inner_size().ok()?);
    Some(WindowPlace {
        x: at.x,
        y: at.y,
        width: size.width,
        height: size.height,
        maximized,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use tauri::{PhysicalPosition, PhysicalSize};

    fn screen(x: i32, y: i32, width: u32, height: u32, scale: f64) -> Screen {
        Screen {
            area: PhysicalRect {
                position: PhysicalPosition { x, y },
                size: PhysicalSize { width, height },
            },
            scale,
        }
    }

    fn place(x: i32, y: i32, width: u32, height: u32) -> WindowPlace {
        WindowPlace {
            x,
            y,
            width,
            height,
            maximized: false,
        }
    }

    fn fits(kept: WindowPlace, screens: &[Screen]) -> WindowPlace {
        corrected(kept, screens).unwrap().place
    }

    #[test]
    fn a_place_that_can_be_reached_stays_on_whichever_screen_it_is() {
        let screens = [screen(0, 0, 1920, 1080, 1.0), screen(-1280, 0, 1280, 1024, 1.0)];
        for kept in [
            place(100, 80, 1280, 800),
            place(-1200, 20, 900, 700),
            place(1700, 500, 900, 700),
            place(-1000, 900, 900, 700),
        ] {
            assert_eq!(fits(kept, &screens), kept);
        }
    }

    #[test]
    fn a_place_that_lies_off_every_screen_comes_to_the_middle_of_the_first() {
        let screens = [screen(0, 30, 1920, 1050, 1.0)];
        for kept in [
            place(-1200, 20, 900, 700),
            place(3000, 20, 900, 700),
            place(200, -700, 900, 700),
            place(200, 1075, 900, 700),
            place(i32::MAX, i32::MIN, 900, 700),
        ] {
            assert_eq!(fits(kept, &screens), place(510, 205, 900, 700), "{kept:?}");
        }
    }

    #[test]
    fn a_window_is_no_larger_than_its_screen_and_no_smaller_than_it_may_be() {
        let screens = [screen(0, 0, 1366, 728, 1.0)];
        assert_eq!(fits(place(0, 0, 3000, 2000), &screens), place(0, 0, 1366, 728));
        // One without any width can't be reached anywhere.
        assert_eq!(fits(place(10, 10, 0, 1), &screens), place(363, 164, 640, 400));
        assert_eq!(fits(place(10, 10, 200, 90), &screens), place(10, 10, 640, 400));
        let fine = [screen(0, 0, 2880, 1800, 2.0)];
        let found = corrected(place(0, 0, 10, 10), &fine).unwrap();
        assert_eq!((found.place.width, found.place.height), (1280, 800));
        assert!((found.scale - 2.0).abs() < f64::EPSILON);
    }

    #[test]
    fn without_a_screen_nothing_is_placed_and_a_maximised_window_stays_one() {
        assert_eq!(corrected(place(0, 0, 900, 700), &[]), None);
        let kept = WindowPlace {
            maximized: true,
            ..place(9000, 0, 900, 700)
        };
        assert!(fits(kept, &[screen(0, 0, 1920, 1080, 1.0)]).maximized);
    }
}
