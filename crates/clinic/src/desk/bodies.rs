//! The body map at the window: its regions, a drawing of what is being marked, and a patient's map on days.

use super::{
    Desk,
    errors::internal,
    progress::{in_width, palette},
};
use crate::{
    body::{lines, name, on_day, picture, view},
    noun::symptom::not_known,
    words::spelled,
};
use chrono::NaiveDate;
use lamina_api::{
    ApiError, Nothing,
    body::{BodyDrawing, BodyMapsRequest, BodyOnDay, BodyRegion, BodyShape, BodyView, DrawBody},
    noun::symptom::areas,
    reading::Reading,
};
use lamina_charts::{
    Palette,
    body::{BodyMap, body_height, render_body_svg},
};
use lamina_domain::{Problem, symptom::area::Region};

/// Most days that are compared.
const MOST_DAYS: usize = 2;

impl Desk {
    /// Every region of the body map with its name, view by view.
    ///
    /// # Errors
    /// `locked`.
    pub async fn body_regions(&self, _: Nothing) -> Result<Vec<BodyView>, ApiError> {
        let mut views: Vec<(&str, BodyView)> = Vec::new();
        for region in Region::all() {
            let named = BodyRegion {
                region: region.to_string(),
                name: crate::words::sentence(&name(region)),
            };
            match views.last_mut() {
                Some((of, last)) if *of == region.view() => last.regions.push(named),
                _ => views.push((
                    region.view(),
                    BodyView {
                        name: view(region.view()),
                        regions: vec![named],
                    },
                )),
            }
        }
        Ok(views.into_iter().map(|(_, view)| view).collect())
    }

    /// A drawing of what is being marked, with every view; nothing is saved.
    ///
    /// # Errors
    /// `locked`, `invalid` for a width out of range or for an area that can't be one.
    pub async fn draw_body(&self, request: DrawBody) -> Result<BodyDrawing, ApiError> {
        in_width(request.width)?;
        let mut reading = Reading::of(self.typing());
        let areas = areas(&request.areas, &mut reading);
        let issues = reading.issues;
        if !issues.is_empty() {
            return Err(ApiError::Invalid { issues });
        }
        drawing(
            &picture(&areas, true),
            lines(&areas),
            request.width,
            palette(request.paper),
        )
    }

    /// What stood on a patient's map on one or two days, as it was true by what is known today.
    ///
    /// # Errors
    /// `not_found`, `locked`, `invalid` for a width out of range, for more than two days and for what is no day or lies ahead,
    /// at `days.0`.
    pub async fn body_maps(&self, request: BodyMapsRequest) -> Result<Vec<BodyOnDay>, ApiError> {
        in_width(request.width)?;
        let session = self.session().await?;
        let facts = session.vault()?.facts(request.patient).await?;
        let days = self.days(&request.days)?;
        let on = |day: NaiveDate| {
            let on = on_day(&facts.record, day, self.today());
            let map = picture(&on.areas, false);
            let drawing = match on.areas.is_empty() {
                true => None,
                false => Some(drawing(
                    &map,
                    lines(&on.areas),
                    request.width,
                    palette(request.paper),
                )?),
            };
            Ok(BodyOnDay {
                day: spelled(day),
                drawing,
                not_placed: on.not_placed.into_iter().map(not_known).collect(),
            })
        };
        days.into_iter().map(on).collect()
    }

    fn days(&self, typed: &[String]) -> Result<Vec<NaiveDate>, ApiError> {
        if typed.is_empty() || typed.len() > MOST_DAYS {
            return Err(ApiError::issue("days", Problem::OutOfRange { min: 1, max: 2 }));
        }
        let today = self.today();
        let mut reading = Reading::of(self.typing());
        let mut days = Vec::new();
        for (at, text) in typed.iter().enumerate() {
            let path = format!("days.{at}");
            let day = match text.trim() {
                "" => Some(today),
                text => reading.day(&path, text),
            };
            match day {
                Some(day) if day > today => drop(reading.keep::<()>(&path, Err(Problem::InFuture))),
                day => days.extend(day),
            }
        }
        match reading.issues.is_empty() {
            true => Ok(days),
            false => Err(ApiError::Invalid {
                issues: reading.issues,
            }),
        }
    }
}

fn drawing(
    map: &BodyMap,
    lines: Vec<String>,
    width: u32,
    palette: &Palette,
) -> Result<BodyDrawing, ApiError> {
    let drawn = body_height(map, width).and_then(|height| render_body_svg(map, (width, height), palette));
    let (svg, shapes) = drawn.map_err(|error| internal(&error))?;
    let shapes = shapes.into_iter().map(|shape| BodyShape {
        region: shape.region,
        path: shape.path,
    });
    Ok(BodyDrawing {
        svg,
        lines,
        shapes: shapes.collect(),
    })
}
