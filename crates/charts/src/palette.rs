//! Colours of a chart in each theme. Every line also has its own mark and dash, so that none depends on its colour.

/// A colour as red, green and blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rgb(pub u8, pub u8, pub u8);

/// The colours of one theme. Text reaches a contrast of 4.5:1 and drawn values 3:1 against the background.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Palette {
    /// The ground behind all that is drawn.
    pub background: Rgb,
    /// Titles, names and numbers.
    pub text: Rgb,
    /// Units, ticks and notes.
    pub quiet: Rgb,
    /// Grid lines; decoration only.
    pub grid: Rgb,
    /// Border of a panel.
    pub frame: Rgb,
    /// Fill of the change band and of imprecise events.
    pub band: Rgb,
    /// Limits of the change band.
    pub limit: Rgb,
    /// Lines and badges of events.
    pub event: Rgb,
    /// The sign of a tag that warns.
    pub caution: Rgb,
    /// Values of a series or a track, by its style from 0 to 5.
    pub series: [Rgb; 6],
}

/// `share` of 100 parts of `ink` and the rest of `ground`.
pub(crate) fn mixed(ink: Rgb, ground: Rgb, share: u32) -> Rgb {
    let channel = |a: u8, b: u8| {
        let sum = u32::from(a) * share + u32::from(b) * (100 - share.min(100));
        u8::try_from((sum + 50) / 100).unwrap_or(u8::MAX)
    };
    Rgb(
        channel(ink.0, ground.0),
        channel(ink.1, ground.1),
        channel(ink.2, ground.2),
    )
}

impl Palette {
    /// Dark on white, for the light theme; paper has colours of its own.
    pub const LIGHT: Self = Self {
        background: Rgb(255, 255, 255),
        text: Rgb(28, 32, 36),
        quiet: Rgb(88, 96, 105),
        grid: Rgb(230, 233, 236),
        frame: Rgb(150, 158, 166),
        band: Rgb(236, 239, 243),
        limit: Rgb(105, 114, 124),
        event: Rgb(58, 64, 71),
        caution: Rgb(160, 82, 0),
        series: [
            Rgb(0, 95, 158),
            Rgb(178, 74, 0),
            Rgb(0, 116, 88),
            Rgb(139, 61, 120),
            Rgb(112, 88, 0),
            Rgb(60, 60, 60),
        ],
    };
    /// Light on dark grey.
    pub const DARK: Self = Self {
        background: Rgb(24, 27, 31),
        text: Rgb(232, 235, 238),
        quiet: Rgb(168, 176, 184),
        grid: Rgb(46, 51, 57),
        frame: Rgb(104, 112, 121),
        band: Rgb(40, 46, 53),
        limit: Rgb(150, 158, 167),
        event: Rgb(206, 211, 217),
        caution: Rgb(246, 186, 74),
        series: [
            Rgb(98, 184, 240),
            Rgb(240, 160, 60),
            Rgb(64, 200, 158),
            Rgb(228, 158, 204),
            Rgb(226, 214, 84),
            Rgb(222, 222, 222),
        ],
    };
    /// White on black, without soft greys.
    pub const HIGH_CONTRAST: Self = Self {
        background: Rgb(0, 0, 0),
        text: Rgb(255, 255, 255),
        quiet: Rgb(255, 255, 255),
        grid: Rgb(70, 70, 70),
        frame: Rgb(255, 255, 255),
        band: Rgb(46, 46, 46),
        limit: Rgb(255, 255, 255),
        event: Rgb(255, 255, 255),
        caution: Rgb(255, 200, 60),
        series: [
            Rgb(110, 200, 255),
            Rgb(255, 176, 64),
            Rgb(80, 230, 180),
            Rgb(255, 176, 226),
            Rgb(255, 240, 80),
            Rgb(255, 255, 255),
        ],
    };
    /// For white paper; the first colours differ in lightness too, so that grey print keeps them apart.
    pub const PRINT: Self = Self {
        background: Rgb(255, 255, 255),
        text: Rgb(0, 0, 0),
        quiet: Rgb(70, 70, 70),
        grid: Rgb(225, 225, 225),
        frame: Rgb(130, 130, 130),
        band: Rgb(234, 234, 234),
        limit: Rgb(95, 95, 95),
        event: Rgb(30, 30, 30),
        caution: Rgb(120, 56, 0),
        series: [
            Rgb(0, 66, 120),
            Rgb(190, 84, 0),
            Rgb(0, 116, 88),
            Rgb(120, 50, 104),
            Rgb(112, 88, 0),
            Rgb(40, 40, 40),
        ],
    };

    /// The fill of a bar: nearer to the background than its edge, so that a line drawn over it is seen.
    pub(crate) fn bar(&self, style: usize) -> Rgb {
        let Rgb(red, green, blue) = self.background;
        let dark = u32::from(red) + u32::from(green) + u32::from(blue) < 384;
        mixed(self.series(style), self.background, if dark { 55 } else { 76 })
    }

    /// The lines of a hatch over [`Palette::band`].
    pub(crate) fn hatch(&self) -> Rgb {
        mixed(self.frame, self.background, 55)
    }

    /// The colour of a series style.
    pub(crate) fn series(&self, style: usize) -> Rgb {
        let [first, second, third, fourth, fifth, sixth] = self.series;
        match style % 6 {
            0 => first,
            1 => second,
            2 => third,
            3 => fourth,
            4 => fifth,
            _ => sixth,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance as WCAG 2 defines it.
    fn luminance(Rgb(r, g, b): Rgb) -> f64 {
        let channel = |v: u8| {
            let v = f64::from(v) / 255.0;
            if v <= 0.04045 {
                v / 12.92
            } else {
                ((v + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b)
    }

    fn contrast(a: Rgb, b: Rgb) -> f64 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn every_theme_can_be_read() {
        for palette in [
            Palette::LIGHT,
            Palette::DARK,
            Palette::HIGH_CONTRAST,
            Palette::PRINT,
        ] {
            for ground in [palette.background, palette.band] {
                for ink in [palette.text, palette.quiet, palette.event] {
                    assert!(contrast(ink, ground) >= 4.5, "{ink:?} on {ground:?}");
                }
                for ink in palette.series.into_iter().chain([palette.limit]) {
                    assert!(contrast(ink, ground) >= 3.0, "{ink:?} on {ground:?}");
                }
                assert!(contrast(palette.caution, ground) >= 4.5, "warnings on {ground:?}");
            }
            for style in 0..6 {
                let fill = palette.bar(style);
                assert!(contrast(fill, palette.background) >= 3.0, "{fill:?}");
                assert!(contrast(palette.text, fill) >= 3.0, "the plan over {fill:?}");
            }
        }
    }

    #[test]
    fn styles_repeat_after_six() {
        assert_eq!(Palette::PRINT.series(1), Palette::PRINT.series(7));
        assert_ne!(Palette::PRINT.series(0), Palette::PRINT.series(1));
    }
}
