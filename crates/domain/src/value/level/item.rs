//! One member of a list of levels and the targets it means: "l4-s1", "l3-l4 medial branch", "l2-pelvis".

use super::{Branch, Levels, Pelvic, S1, Target, Vertebra, read::unclear};
use crate::value::issue::Problem;

/// The word behind a level.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Vertebra,
    Segment,
    Disc,
    Root,
    Branch(Branch),
    Facet,
}

/// One end of a range, or all of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    Bone(char, u8),
    Pelvis(Pelvic),
    Sacrum,
    Coccyx,
    SiJoint,
}

/// One member of the list: "l4-s1", "l3 medial branch".
#[derive(Debug, Clone)]
pub(super) struct Item {
    pub(super) ends: Vec<End>,
    pub(super) slash: bool,
    pub(super) kind: Option<Kind>,
    pub(super) plural: bool,
    pub(super) text: String,
}

pub(super) const KINDS: [(&str, Kind, bool); 30] = [
    ("vertebral bodies", Kind::Vertebra, true),
    ("vertebral body", Kind::Vertebra, false),
    ("vertebrae", Kind::Vertebra, true),
    ("vertebra", Kind::Vertebra, false),
    ("bodies", Kind::Vertebra, true),
    ("body", Kind::Vertebra, false),
    ("segments", Kind::Segment, true),
    ("segment", Kind::Segment, false),
    ("discs", Kind::Disc, true),
    ("disc", Kind::Disc, false),
    ("disks", Kind::Disc, true),
    ("disk", Kind::Disc, false),
    ("nerve roots", Kind::Root, true),
    ("nerve root", Kind::Root, false),
    ("roots", Kind::Root, true),
    ("root", Kind::Root, false),
    ("facet joints", Kind::Facet, true),
    ("facet joint", Kind::Facet, false),
    ("facets", Kind::Facet, true),
    ("facet", Kind::Facet, false),
    ("medial branches", Kind::Branch(Branch::Medial), true),
    ("medial branch", Kind::Branch(Branch::Medial), false),
    ("mbs", Kind::Branch(Branch::Medial), true),
    ("mb", Kind::Branch(Branch::Medial), false),
    ("lateral branches", Kind::Branch(Branch::Lateral), true),
    ("lateral branch", Kind::Branch(Branch::Lateral), false),
    ("dorsal rami", Kind::Branch(Branch::DorsalRamus), true),
    ("dorsal ramus", Kind::Branch(Branch::DorsalRamus), false),
    ("sympathetic trunk", Kind::Branch(Branch::Sympathetic), false),
    ("sympathetic", Kind::Branch(Branch::Sympathetic), false),
];

impl Item {
    /// The letter of a bare number that follows, where only one can be meant.
    pub(super) fn letter(&self) -> Option<char> {
        let mut letters = self.ends.iter().map(|end| match end {
            End::Bone(letter, _) => Some(*letter),
            _ => None,
        });
        let first = letters.next()??;
        letters.all(|other| other == Some(first)).then_some(first)
    }

    /// A range, a word of its own, or a level with its kind.
    pub(super) fn is_whole(&self) -> bool {
        self.kind.is_some() || self.ends.len() > 1 || !matches!(self.ends.first(), Some(End::Bone(..)))
    }

    pub(super) fn takes_a_word(&self) -> bool {
        self.kind.is_none() && self.ends.iter().all(|end| matches!(end, End::Bone(..)))
    }

    pub(super) fn word(&self) -> &str {
        let word = KINDS
            .iter()
            .find(|(_, kind, plural)| Some(*kind) == self.kind && *plural == self.plural);
        word.map_or("", |(word, ..)| word)
    }

    fn no(&self) -> Problem {
        Problem::NotALevel {
            text: self.text.clone(),
        }
    }

    /// Its targets, added to the levels.
    pub(super) fn place(&self, levels: &mut Levels) -> Result<(), Problem> {
        match (self.ends.as_slice(), self.kind) {
            ([End::SiJoint], None) => levels.push(Target::SacroiliacJoint),
            ([End::Sacrum], None) => levels.push(Target::Sacrum),
            ([End::Coccyx], None) => levels.push(Target::Coccyx),
            ([End::Pelvis(part)], None) => levels.push(Target::Pelvis(*part)),
            ([End::Bone(letter, number)], None | Some(Kind::Vertebra)) => {
                let vertebra = Vertebra::new(*letter, *number).ok_or_else(|| self.no())?;
                levels.push(Target::Vertebra(vertebra));
            }
            (_, Some(Kind::Root | Kind::Branch(_))) => self.nerves(levels)?,
            (ends, kind) if ends.len() > 1 => self.range(kind, levels)?,
            _ => return Err(self.no()),
        }
        Ok(())
    }

    /// The nerves from the first end to the last: "C7-T1 roots" are C7, C8 and T1.
    fn nerves(&self, levels: &mut Levels) -> Result<(), Problem> {
        let place = |end: &End| match end {
            End::Bone(letter, number) => nerves().position(|nerve| nerve == (*letter, *number)),
            _ => None,
        };
        let places: Option<Vec<usize>> = self.ends.iter().map(place).collect();
        let places = places.ok_or_else(|| self.no())?;
        let (Some(first), Some(last)) = (places.first(), places.last()) else {
            return Err(self.no());
        };
        let six = nerves().position(|nerve| nerve == ('l', 6));
        let steps = places.windows(2).all(|pair| {
            matches!(pair, [above, below] if places.len() == 2 && above < below
                || *below == above + 1
                || *below == above + 2 && six == Some(above + 1))
        });
        if !steps {
            return Err(self.no());
        }
        for (at, (letter, number)) in nerves().enumerate().take(last + 1).skip(*first) {
            // L6 exists only where it is named.
            if six == Some(at) && !places.contains(&at) {
                continue;
            }
            let letter = letter.to_ascii_uppercase();
            levels.push(match self.kind {
                Some(Kind::Branch(branch)) => Target::Branch(branch, letter, number),
                _ => Target::Root(letter, number),
            });
        }
        Ok(())
    }

    /// The segments from the first end to the last.
    fn range(&self, kind: Option<Kind>, levels: &mut Levels) -> Result<(), Problem> {
        let (pelvis, bones) = match self.ends.split_last() {
            Some((End::Pelvis(part), bones)) if kind.is_none() && !self.slash => (Some(*part), bones),
            _ => (None, self.ends.as_slice()),
        };
        let bone = |end: &End| match end {
            End::Bone(letter, number) => Vertebra::new(*letter, *number),
            End::Sacrum => Vertebra::new('S', 1),
            _ => None,
        };
        let bones: Option<Vec<Vertebra>> = bones.iter().map(bone).collect();
        let mut bones = bones.ok_or_else(|| self.no())?;
        if pelvis.is_some() && bones.last() != Some(&S1) {
            bones.push(S1);
        }
        let (Some(first), Some(last)) = (bones.first().copied(), bones.last().copied()) else {
            return Err(self.no());
        };
        if first > last {
            let right = match pelvis {
                Some(_) => return Err(self.no()),
                None => format!("{last}-{first}"),
            };
            return Err(Problem::LevelsReversed { right });
        }
        let mut segments = Vec::new();
        for pair in bones.windows(2) {
            let [from, to] = pair else { continue };
            let steps = from.down_to(*to);
            // A chain names each of its vertebrae; across more than one segment, "/" can also part two of them.
            let open = steps.len() != 1 && self.ends.len() > 2 && pelvis.is_none();
            if steps.is_empty() || open {
                return Err(self.no());
            }
            if self.slash && steps.len() > 1 {
                return Err(unclear(
                    &self.text,
                    &format!("{from}-{to}"),
                    &format!("{from}, {to}"),
                ));
            }
            segments.extend(steps);
        }
        if segments.is_empty() && pelvis.is_none() {
            return Err(self.no());
        }
        if kind == Some(Kind::Vertebra) {
            levels.push(Target::Vertebra(first));
            segments
                .iter()
                .for_each(|(_, lower)| levels.push(Target::Vertebra(*lower)));
            return Ok(());
        }
        if matches!(kind, Some(Kind::Disc | Kind::Facet)) && !self.plural && segments.len() != 1 {
            return Err(Problem::NotNeighbours {
                text: self.text.clone(),
                segments: segments.len(),
            });
        }
        for (upper, lower) in segments {
            levels.push(match kind {
                Some(Kind::Facet) => Target::Facet(upper, lower),
                _ => Target::Segment(upper, lower),
            });
        }
        if let Some(part) = pelvis {
            levels.push(Target::ToPelvis(part));
        }
        Ok(())
    }
}

/// The spinal nerves from the head down; C8 has no vertebra.
fn nerves() -> impl Iterator<Item = (char, u8)> {
    [('c', 8), ('t', 12), ('l', 6), ('s', 5)]
        .into_iter()
        .flat_map(|(letter, last)| (1..=last).map(move |number| (letter, number)))
}
