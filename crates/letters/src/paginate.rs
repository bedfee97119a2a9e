//! Filling pages with pieces: what must stay together stays together, and a table header comes
//! back where its rows go on.

use crate::draw::{Mark, Piece};

/// The vertical room of a page in points from its upper edge.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Room {
    /// Where content begins on page one.
    pub(crate) first_top: f32,
    /// Where content begins on later pages.
    pub(crate) top: f32,
    /// Where content ends.
    pub(crate) bottom: f32,
}

/// Distributes the pieces over pages; there is always at least one page.
pub(crate) fn paginate(pieces: &[Piece], room: Room) -> Vec<Vec<Mark>> {
    let mut pages = vec![Vec::new()];
    let mut y = room.first_top;
    let mut fresh = true;
    let mut start = 0;
    while start < pieces.len() {
        let end = group_end(pieces, start);
        let group = pieces.get(start..end).unwrap_or_default();
        if !fresh && y + height(group, false) > room.bottom {
            pages.push(Vec::new());
            (y, fresh) = (room.top, true);
        }
        // Page one has less room than the others, so that a group may fit only on the next.
        let roomier = room.top + height(group, true) <= room.bottom;
        if fresh && pages.len() == 1 && y + height(group, true) > room.bottom && roomier {
            pages.push(Vec::new());
            y = room.top;
        }
        for piece in group {
            if !fresh && y + piece.gap + piece.height > room.bottom {
                pages.push(Vec::new());
                (y, fresh) = (room.top, true);
            }
            let Some(page) = pages.last_mut() else { continue };
            if fresh {
                if let Some(header) = &piece.header {
                    page.extend(header.marks.iter().cloned().map(|m| m.untagged().moved_down(y)));
                    y += header.height;
                }
            } else {
                y += piece.gap;
            }
            page.extend(piece.marks.iter().cloned().map(|m| m.moved_down(y)));
            y += piece.height;
            fresh = false;
        }
        start = end;
    }
    pages
}

fn group_end(pieces: &[Piece], start: usize) -> usize {
    let mut end = start;
    while pieces.get(end).is_some_and(|p| p.keep) && end + 1 < pieces.len() {
        end += 1;
    }
    end + 1
}

fn height(group: &[Piece], fresh: bool) -> f32 {
    let mut sum = 0.0;
    for (i, piece) in group.iter().enumerate() {
        sum += piece.height;
        if i > 0 || !fresh {
            sum += piece.gap;
        } else if let Some(header) = &piece.header {
            sum += header.height;
        }
    }
    sum
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::draw::Tone;

    const ROOM: Room = Room {
        first_top: 50.0,
        top: 10.0,
        bottom: 110.0,
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

    #[test]
    fn a_heading_goes_with_what_follows() {
        let pages = paginate(&[piece(40.0, false), piece(15.0, true), piece(20.0, false)], ROOM);
        assert_eq!(pages.iter().map(Vec::len).collect::<Vec<_>>(), [1, 2]);
    }

    #[test]
    fn the_header_returns_on_the_next_page() {
        let header = Rc::new(piece(5.0, true));
        let mut pieces = vec![(*header).clone()];
        for _ in 0..10 {
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
        assert_eq!(paginate(&[], ROOM).len(), 1);
    }
}
