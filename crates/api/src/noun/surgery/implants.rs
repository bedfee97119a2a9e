//! What an operation left in the body, a line each, as typed.

use crate::{
    field::Field,
    noun::device::{MriInput, MriLabel},
    reading::{Reading, shown, shown_answer},
};
use lamina_domain::{Answer, Implant, ImplantKind, implant::Implants};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What an operation left in the body, as typed. A line in which nothing is said is no line.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct ImplantInput {
    /// What it is, as chosen.
    pub kind: ImplantKind,
    /// Its name in words.
    pub name: String,
    /// Who made it, as printed.
    pub maker: String,
    /// The model as printed on it.
    pub model: String,
    /// The serial or lot number.
    pub serial: String,
    /// The unique device identifier.
    pub udi: String,
    /// Its MRI labelling as chosen.
    pub mri: MriInput,
    /// Field strength of the label.
    pub field: String,
    /// Part of the body of the label.
    pub body: String,
    /// Mode of the label.
    pub mode: String,
    /// The device of the list that it is, by its id; empty where it is none of them.
    pub device: String,
}

impl ImplantInput {
    /// Nothing is said in it.
    fn is_blank(&self) -> bool {
        let texts = [
            &self.name,
            &self.maker,
            &self.model,
            &self.serial,
            &self.udi,
            &self.device,
        ];
        let label = MriInput::default();
        let unsaid = self.kind == ImplantKind::Unknown && self.mri == label;
        unsaid && texts.iter().all(|text| text.trim().is_empty())
    }
}

/// What was left in the body, a line each. A list without a line was not asked for.
pub enum ImplantLines {}

impl Field for ImplantLines {
    type Fact = Implants;
    type Typed = Answer<Vec<ImplantInput>>;

    fn typed(implants: &Implants) -> Answer<Vec<ImplantInput>> {
        let typed = |implant: &Implant| {
            let label = MriLabel::of(&implant.mri);
            ImplantInput {
                kind: implant.kind,
                name: shown(&implant.name),
                maker: shown(&implant.maker),
                model: shown(&implant.model),
                serial: shown(&implant.serial),
                udi: shown(&implant.udi),
                mri: label.mri,
                field: label.field,
                body: label.body,
                mode: label.mode,
                device: shown(&implant.device),
            }
        };
        shown_answer(implants, |list| list.iter().map(typed).collect())
    }

    fn read(typed: &Answer<Vec<ImplantInput>>, path: &str, reading: &mut Reading) -> Option<Implants> {
        let lines = match typed {
            Answer::Missing(missing) => return Some(Answer::Missing(*missing)),
            Answer::Value(lines) => lines,
        };
        let typed = lines.iter().enumerate().filter(|(_, line)| !line.is_blank());
        let list = reading.rows(path, typed, |reading, at, line| {
            let at = |field: &str| format!("{path}.{at}.{field}");
            let label = MriLabel {
                mri: line.mri,
                field: line.field.clone(),
                body: line.body.clone(),
                mode: line.mode.clone(),
            };
            Some(Implant {
                kind: line.kind,
                name: reading.text(&at("name"), &line.name),
                maker: reading.text(&at("maker"), &line.maker),
                model: reading.text(&at("model"), &line.model),
                serial: reading.text(&at("serial"), &line.serial),
                udi: reading.text(&at("udi"), &line.udi),
                mri: label.read(&at(""), reading),
                device: match line.device.trim() {
                    "" => None,
                    link => reading.keep(&at("device"), link.parse()),
                },
            })
        });
        Some(match list.is_empty() {
            true => Answer::default(),
            false => Answer::Value(list),
        })
    }
}
