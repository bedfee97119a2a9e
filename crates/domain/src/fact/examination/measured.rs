//! Values of an examination that have a course: how far a leg is raised, how far the back moves, how long somebody stands on one
//! leg.

use super::{
    Examination,
    found::TensionTest,
    motion::{Method, Movement, Part},
    power::LimbSide,
};

/// What a value is a value of. Values of one and the same, on one side, were measured in one way and in one unit; only those are
/// compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Course {
    /// The angle at which a tension test stopped.
    Tension(TensionTest),
    /// How far a part of the spine moved, measured so.
    Motion(Part, Movement, Method),
    /// How long somebody stood on one leg.
    Stance,
}

impl Course {
    /// Its code: `straight_leg_raise`, `lumbar_flexion.schober`, `single_leg_stance`.
    pub fn code(self) -> String {
        match self {
            Self::Tension(test) => test.name().to_owned(),
            Self::Motion(part, movement, method) => {
                format!("{}_{}.{}", part.name(), movement.name(), method.name())
            }
            Self::Stance => "single_leg_stance".to_owned(),
        }
    }

    /// `°`, `%`, `cm` or `s`.
    pub fn unit(self) -> &'static str {
        match self {
            Self::Tension(_) => "°",
            Self::Motion(_, _, method) => method.unit(),
            Self::Stance => "s",
        }
    }
}

/// A value with a course.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CourseValue {
    /// What it is a value of.
    pub course: Course,
    /// The side of the patient, where it has one.
    pub side: Option<LimbSide>,
    /// The number in its unit.
    pub value: f64,
}

impl Examination {
    /// Every value that was measured then, in the order of the form. What was carried forward from an earlier examination was
    /// not measured then and is not among them.
    pub fn measured(&self) -> Vec<CourseValue> {
        let examined = self.examined();
        let angles = examined.tension.iter().filter_map(|one| {
            Some(CourseValue {
                course: Course::Tension(one.test),
                side: Some(one.side),
                value: one.angle?.get().into(),
            })
        });
        let motion = examined.motion.iter().filter_map(|one| {
            let extent = one.extent?;
            Some(CourseValue {
                course: Course::Motion(one.part, one.movement, extent.method()),
                side: one.side,
                value: extent.value(),
            })
        });
        let stance = examined.stance.iter().map(|one| CourseValue {
            course: Course::Stance,
            side: Some(one.side),
            value: one.seconds.get(),
        });
        angles.chain(motion).chain(stance).collect()
    }
}
