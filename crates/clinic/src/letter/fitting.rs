//! A letter on the pages that it may have: the fullest first, then one section after the other told shorter, until it fits.
//!
//! The steps are the same for every record, so that the same record and request give the same letter. They are searched
//! by halves: a letter is laid out a few times, not once for each step. The room that the last step leaves is filled again.

use super::{
    About, FinishedLetter,
    fullness::{Fullness, Passage},
    kind::Template,
    left,
    part::{GIVES_WAY, Part},
    reading,
};
use crate::words::{joined, say, say_with};
use lamina_letters::{Letter, Measured, Size, measure};
use std::collections::BTreeMap;

/// So many of the longest sections are named where a letter is too long.
const NAMED: usize = 3;

/// Sections in words, each so fully as it was asked for once.
#[derive(Default)]
pub(super) struct Sections(BTreeMap<(Part, Fullness), Passage>);

impl Sections {
    /// A section in words.
    pub(super) fn get(&mut self, about: &About<'_>, part: Part, fullness: Fullness) -> Passage {
        if let Some(told) = self.0.get(&(part, fullness)) {
            return told.clone();
        }
        let told = match part.is_gone(fullness) {
            true => part.gone(&self.get(about, part, Fullness::Whole)),
            false => part.told(about, fullness),
        };
        self.0.entry((part, fullness)).or_insert(told).clone()
    }
}

/// One step by which a letter gets shorter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    /// A section is told so fully.
    Tell(Part, Fullness),
    /// All below the patient is set as small as the text of a table.
    SetClose,
}

/// How a letter stands after some steps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Standing {
    /// Its sections in order, each with how fully it is told.
    pub(super) parts: Vec<(Part, Fullness)>,
    /// How large they are set.
    pub(super) size: Size,
}

/// The sections of a kind in the order in which they give way: what the reader asks for gives way last.
fn order(template: &Template) -> Vec<Part> {
    let mut order: Vec<Part> = GIVES_WAY.to_vec();
    order.sort_by_key(|part| template.keeps.iter().position(|kept| kept == part));
    order.retain(|part| template.parts.contains(part));
    order
}

/// The steps by which a letter of a kind gets shorter. It is set close before anything is told as tightly as
/// may be.
fn steps(template: &Template, pages: u32) -> Vec<Step> {
    let order = order(template);
    let shorter = [Fullness::Usual, Fullness::Short, Fullness::Tight, Fullness::Gone];
    let mut steps = Vec::new();
    for fullness in shorter {
        // What is set large for its reader is never set close.
        if fullness == Fullness::Tight && template.size != Size::Large {
            steps.push(Step::SetClose);
        }
        let parts = order.iter().copied();
        // What the reader asks for never goes as a whole.
        let stays = |part: &Part| fullness == Fullness::Gone && template.keeps.contains(part);
        let parts = parts.filter(|part| part.has(fullness, pages) && !stays(part));
        steps.extend(
            parts
                .filter(|_| fullness > template.fullest)
                .map(|part| Step::Tell(part, fullness)),
        );
    }
    steps
}

/// How a letter stands after so many steps.
fn after(template: &Template, steps: &[Step], taken: usize) -> Standing {
    let steps = steps.get(..taken).unwrap_or(steps);
    let fullness = |part: Part| {
        let last = steps.iter().rev().find_map(|step| match step {
            Step::Tell(stepped, fullness) if *stepped == part => Some(*fullness),
            _ => None,
        });
        last.unwrap_or(template.fullest)
    };
    let parts = template.parts.iter().copied();
    Standing {
        parts: parts.map(|part| (part, fullness(part))).collect(),
        size: match steps.contains(&Step::SetClose) {
            true => Size::Close,
            false => template.size,
        },
    }
}

/// The letter as full as its pages allow. One that is too long even in its shortest form is made for the pages that this takes,
/// as full as they allow, and says so.
pub(super) fn fitted(about: &About<'_>) -> FinishedLetter {
    let template = Template::of(about.request.kind);
    let most = about
        .request
        .length
        .pages()
        .map(|pages| pages.min(template.pages()));
    let steps = steps(template, most.unwrap_or(template.pages()));
    let mut sections = Sections::default();
    let frame = super::framed(about, template);
    let mut letter =
        |standing: &Standing| super::assembled(about, (template, &frame), standing, &mut sections);
    let fullest = letter(&after(template, &steps, 0));
    let finished = |letter: Letter, too_long: String| FinishedLetter {
        reading: match template.plain {
            true => reading::said(about.record, &letter),
            false => String::new(),
        },
        letter,
        too_long,
    };
    let Some(most) = most else {
        return finished(fullest, String::new());
    };
    let shortest = letter(&after(template, &steps, steps.len()));
    let laid = measure(&shortest).ok();
    let room = laid.as_ref().map_or(most, |laid| laid.pages).max(most);
    let too_long = match laid {
        Some(laid) if laid.pages > most => too_long(&shortest, &laid, most),
        _ => String::new(),
    };
    let fits = |letter: &Letter| measure(letter).is_ok_and(|laid| laid.pages <= room);
    if fits(&fullest) {
        return finished(fullest, too_long);
    }
    // The first number of steps after which it fits.
    let (mut low, mut high) = (1, steps.len());
    while low < high {
        let middle = low.midpoint(high);
        match fits(&letter(&after(template, &steps, middle))) {
            true => high = middle,
            false => low = middle + 1,
        }
    }
    let mut standing = after(template, &steps, high);
    fill(template, &mut standing, |standing| fits(&letter(standing)));
    finished(letter(&standing), too_long)
}

/// Tells sections fuller again, what the reader asks for first, as far as the room that the last steps left allows.
fn fill(template: &Template, standing: &mut Standing, mut fits: impl FnMut(&Standing) -> bool) {
    for part in order(template).into_iter().rev() {
        let Some(at) = standing.parts.iter().position(|(one, _)| *one == part) else {
            continue;
        };
        while let Some(fuller) = standing
            .parts
            .get(at)
            .and_then(|(_, fullness)| fuller(template, part, *fullness))
        {
            let mut tried = standing.clone();
            if let Some(one) = tried.parts.get_mut(at) {
                *one = (part, fuller);
            }
            if !fits(&tried) {
                break;
            }
            *standing = tried;
        }
    }
}

/// The next fuller form of a section; none where it is told as fully as its reader is told anything.
fn fuller(template: &Template, part: Part, fullness: Fullness) -> Option<Fullness> {
    let fuller = [Fullness::Tight, Fullness::Short, Fullness::Usual];
    let forms = fuller
        .into_iter()
        .filter(|one| part.has(*one, template.pages()))
        .chain([template.fullest]);
    forms
        .filter(|one| *one < fullness && *one >= template.fullest)
        .max()
}

/// That it has more pages than it may have, and what takes them.
fn too_long(letter: &Letter, laid: &Measured, most: u32) -> String {
    let mut longest: Vec<(f32, &str)> = laid
        .sections
        .iter()
        .copied()
        .zip(letter.sections.iter().map(|section| section.heading.as_str()))
        .collect();
    longest.sort_by(|one, other| other.0.total_cmp(&one.0));
    let names = longest
        .into_iter()
        .take(NAMED)
        .map(|(_, name)| Some(name.to_owned()));
    let names = joined(names, "; ").unwrap_or_else(|| say!("letter-word-alerts"));
    say_with!(
        "letter-too-long",
        [
            ("pages", laid.pages.into()),
            ("most", most.into()),
            ("names", names.into()),
        ],
    )
}

/// What is left out of a letter whose sections are told so fully, as sentences.
pub(super) fn left_out(
    about: &About<'_>,
    template: &Template,
    told: &[Passage],
    sections: &mut Sections,
) -> Vec<String> {
    let no_place: Vec<Part> = template
        .has_no_place_for()
        // What is a page by its nature says by its title what it is.
        .filter(|_| template.pages() > 1)
        // A reader who treats is told what the record has beside; of another it says nothing, not even that.
        .filter(|part| !template.treats || !sections.get(about, *part, Fullness::Whole).body.is_empty())
        .collect();
    left::sentences(about.record, told, &no_place, template.treats)
}

#[cfg(test)]
mod tests {
    use super::*;
    use lamina_api::letter::LetterKind;

    #[test]
    fn every_step_tells_one_section_shorter_or_sets_all_close_and_what_the_reader_asks_for_comes_last() {
        for (kind, pages) in LetterKind::ALL
            .into_iter()
            .flat_map(|kind| [(kind, 1), (kind, 2)])
        {
            let template = Template::of(kind);
            let steps = steps(template, pages);
            for taken in 1..=steps.len() {
                let (before, now) = (after(template, &steps, taken - 1), after(template, &steps, taken));
                let pairs = before.parts.iter().zip(&now.parts);
                let changed: Vec<_> = pairs.filter(|(one, other)| one != other).collect();
                let closer = before.size != now.size && now.size == Size::Close;
                assert!(
                    matches!((closer, changed.as_slice()), (true, []) | (false, [_])),
                    "{kind:?}, step {taken}: {changed:?}"
                );
                assert!(
                    changed.iter().all(|((_, before), (_, now))| before < now),
                    "{kind:?}"
                );
            }
        }
        let surgeon = steps(Template::of(LetterKind::Surgeon), 2);
        let usual: Vec<Part> = surgeon
            .iter()
            .filter_map(|step| match step {
                Step::Tell(part, Fullness::Usual) => Some(*part),
                _ => None,
            })
            .collect();
        assert_eq!(usual.last(), Some(&Part::Operations), "{usual:?}");
    }

    #[test]
    fn every_section_has_its_place_in_the_order_in_which_they_give_way() {
        for kind in LetterKind::ALL {
            for part in Template::of(kind).parts {
                assert!(GIVES_WAY.contains(part), "{part:?}");
            }
        }
    }
}
