//! Filling pages with pieces: what must stay together stays together, a table header comes back where its rows go
//! on, and the last page is never nearly empty where that can be helped.

use crate::draw::{Mark, Piece};
use crate::style::BODY;

/// The vertical room of a page in points from its upper edge.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Room {
    /// Where content begins on page one.
    pub(crate) first_top: f32,
    /// Where content begins on later pages.
    pub(crate) top: f32,
    /// Where content ends on every page.
    pub(crate) bottom: f32,
}

/// A last page with less on it, in points, is nearly empty: six lines.
const LEAST_TAIL: f32 = 6.0 * BODY.leading;
/// By so much of its height a line may be set closer.
const MOST_CLOSER: f32 = 0.035;
/// By so much of its height a gap may be made smaller.
const SMALLEST_GAP: f32 = 0.35;

/// How the pieces are set.
#[derive(Debug, Clone, Copy)]
struct Setting {
    /// From 0, as they are, to 1, as close as may be.
    closer: f32,
    /// A page, from 0, that ends so many points early.
    early: Option<(usize, f32)>,
}

impl Setting {
    const USUAL: Self = Self {
        closer: 0.0,
        early: None,
    };

    fn height(self, piece: &Piece) -> f32 {
        if piece.elastic {
            piece.height * (1.0 - MOST_CLOSER * self.closer)
        } else {
            piece.height
        }
    }

    fn gap(self, piece: &Piece) -> f32 {
        piece.gap * (1.0 - SMALLEST_GAP * self.closer)
    }

    fn bottom(self, room: Room, page: usize) -> f32 {
        match self.early {
            Some((early, by)) if early == page => room.bottom - by,
            _ => room.bottom,
        }
    }

    /// Height of pieces that follow each other, at the top of a page or further down.
    fn together(self, group: &[Piece], fresh: bool) -> f32 {
        let mut sum = 0.0;
        for (i, piece) in group.iter().enumerate() {
            sum += self.height(piece);
            if i > 0 || !fresh {
                sum += self.gap(piece);
            } else if let Some(header) = &piece.header {
                sum += header.height;
            }
        }
        sum
    }
}

/// Where a piece stands.
#[derive(Debug, Clone, Copy)]
struct Place {
    page: usize,
    y: f32,
    /// Whether its header comes back above it.
    headed: bool,
}

struct Plan {
    places: Vec<Place>,
    pages: usize,
    /// Height of what is on the last page.
    tail: f32,
}

impl Plan {
    /// Where the content of a page ends; 0 where nothing is on it.
    fn end(&self, pieces: &[Piece], page: usize) -> f32 {
        let mut here = self
            .places
            .iter()
            .zip(pieces)
            .filter(|(place, _)| place.page == page);
        here.next_back()
            .map_or(0.0, |(place, piece)| place.y + piece.height)
    }
}

/// Distributes the pieces over pages; there is always at least one page.
pub(crate) fn paginate(pieces: &[Piece], room: Room) -> Vec<Vec<Mark>> {
    let plan = best(pieces, room);
    let mut pages = vec![Vec::new(); plan.pages];
    for (piece, place) in pieces.iter().zip(&plan.places) {
        let Some(page) = pages.get_mut(place.page) else {
            continue;
        };
        let mut y = place.y;
        if let Some(header) = piece.header.as_ref().filter(|_| place.headed) {
            page.extend(header.marks.iter().cloned().map(|m| m.untagged().moved_down(y)));
            y += header.height;
        }
        page.extend(piece.marks.iter().cloned().map(|m| m.moved_down(y)));
    }
    // Decoration lies below, and text follows as it is read: a cell's lines stand together.
    for page in &mut pages {
        page.sort_by_key(Mark::element);
    }
    pages
}

/// The usual setting; closer where that saves a nearly empty last page, and else with more moved over to it.
fn best(pieces: &[Piece], room: Room) -> Plan {
    let usual = plan(pieces, room, Setting::USUAL);
    if usual.pages < 2 || usual.tail >= LEAST_TAIL {
        return usual;
    }
    for step in 1..=4_u8 {
        let setting = Setting {
            closer: f32::from(step) / 4.0,
            early: None,
        };
        let closer = plan(pieces, room, setting);
        if closer.pages < usual.pages {
            return closer;
        }
    }
    let most = (room.bottom - room.top) / 2.0;
    let mut by = LEAST_TAIL - usual.tail;
    while by < most {
        let setting = Setting {
            closer: 0.0,
            early: Some((usual.pages - 2, by)),
        };
        let fuller = plan(pieces, room, setting);
        let filled = fuller.end(pieces, usual.pages - 2);
        if fuller.pages == usual.pages && fuller.tail >= LEAST_TAIL && filled >= room.bottom - most {
            return fuller;
        }
        by += BODY.leading;
    }
    usual
}

fn plan(pieces: &[Piece], room: Room, setting: Setting) -> Plan {
    let mut places = Vec::with_capacity(pieces.len());
    let mut page = 0;
    let mut y = room.first_top;
    let mut fresh = true;
    let mut start = 0;
    while start < pieces.len() {
        let end = group_end(pieces, start);
        let group = pieces.get(start..end).unwrap_or_default();
        if !fresh && y + setting.together(group, false) > setting.bottom(room, page) {
            page += 1;
            (y, fresh) = (room.top, true);
        }
        // Page one has less room than the others, so that a group may fit only on the next.
        let fits_later = room.top + setting.together(group, true) <= setting.bottom(room, 1);
        if fresh && page == 0 && y + setting.together(group, true) > setting.bottom(room, 0) && fits_later {
            page += 1;
            y = room.top;
        }
        for piece in group {
            if !fresh && y + setting.gap(piece) + setting.height(piece) > setting.bottom(room, page) {
                page += 1;
                (y, fresh) = (room.top, true);
            }
            if !fresh {
                y += setting.gap(piece);
            }
            let headed = fresh && piece.header.is_some();
            places.push(Place { page, y, headed });
            if let Some(header) = piece.header.as_ref().filter(|_| headed) {
                y += header.height;
            }
            y += setting.height(piece);
            fresh = false;
        }
        start = end;
    }
    Plan {
        places,
        pages: page + 1,
        tail: y - if page == 0 { room.first_top } else { room.top },
    }
}

fn group_end(pieces: &[Piece], start: usize) -> usize {
    let mut end = start;
    while pieces.get(end).is_some_and(|p| p.keep) && end + 1 < pieces.len() {
        end += 1;
    }
    end + 1
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::draw::Tone;

    const ROOM: Room = Room {
        first_top: 50.0,
        top: 10.0,
        bottom: 310.0,
    };

    fn piece(height: f32, keep: bool) -> Piece {
        let marks = vec![Mark::Fill {
            x: height,
            y: 0.0,
            w: 1.0,
            h: 1.0,
            tone: Tone::Rule,
        }];
        Piece {
            height,
            keep,
            marks,
            ..Piece::default()
        }
    }

    fn counts(pieces: &[Piece]) -> Vec<usize> {
        paginate(pieces, ROOM).iter().map(Vec::len).collect()
    }

    #[test]
    fn a_heading_goes_with_what_follows() {
        let pieces = [piece(240.0, false), piece(15.0, true), piece(90.0, false)];
        assert_eq!(counts(&pieces), [1, 2]);
    }

    #[test]
    fn the_header_returns_on_the_next_page() {
        let header = Rc::new(piece(5.0, true));
        let mut pieces = vec![(*header).clone()];
        for _ in 0..40 {
            pieces.push(Piece {
                header: Some(Rc::clone(&header)),
                ..piece(20.0, false)
            });
        }
        let pages = paginate(&pieces, ROOM);
        assert!(pages.len() > 2);
        for page in &pages {
            assert!(
                matches!(page.first(), Some(Mark::Fill { x, .. }) if *x == 5.0),
                "{page:?}"
            );
        }
    }

    #[test]
    fn nothing_gives_one_page() {
        assert_eq!(counts(&[]).len(), 1);
    }

    #[test]
    fn a_line_too_many_is_saved_by_setting_all_closer() {
        let line = Piece {
            elastic: true,
            ..piece(13.0, false)
        };
        // Twenty lines fill page one; three per cent of them are more than half a line.
        let pieces = vec![line; 21];
        assert_eq!(counts(&pieces[..20]), [20]);
        let mut last = pieces;
        if let Some(short) = last.last_mut() {
            short.height = 8.0;
        }
        assert_eq!(counts(&last), [21]);
    }

    #[test]
    fn a_nearly_empty_last_page_is_given_company() {
        let pieces = vec![piece(13.0, false); 22];
        assert_eq!(counts(&pieces), [15, 7]);
        let kept: Vec<Piece> = (0..22).map(|i| piece(13.0, i < 19)).collect();
        assert_eq!(counts(&kept), [20, 2], "what must stay together does");
    }
}
