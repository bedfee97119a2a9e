//! The ways a frequency is written. What is not here is not a frequency.

use super::{Frequency, Span, Time};
use crate::value::medicine::number::Number;
use crate::value::medicine::word::{Cursor, Kind};
use crate::value::misread::MedicineProblem;
use rust_decimal::prelude::ToPrimitive;

/// Words that end "3 ... a day".
pub(crate) const PER_DAY: &[&str] = &[
    "/ day",
    "/ d",
    "/ 24 h",
    "/ 24 hours",
    "a day",
    "per day",
    "each day",
    "every day",
    "daily",
    "per 24 h",
    "per 24 hours",
    "in 24 h",
    "in 24 hours",
    "in a day",
];
const PER_WEEK: &[&str] = &[
    "/ week",
    "/ wk",
    "a week",
    "per week",
    "each week",
    "every week",
    "weekly",
];

/// The longest gap and the largest count that are taken.
const MOST_GAP: u16 = 999;
const MOST_TIMES: u8 = 96;

fn abbreviation(word: &str, capitals: bool) -> Option<Frequency> {
    let at = |time| Frequency::Times {
        few: 1,
        many: 1,
        span: Span::Day,
        time: Some(time),
    };
    let times = |count| Frequency::times(count, count, Span::Day);
    Some(match word {
        "qd" | "od" | "daily" | "everyday" => Frequency::DAILY,
        "bid" | "bd" => times(2),
        "tid" | "tds" => times(3),
        "qid" | "qds" => times(4),
        "qod" | "eod" => Frequency::Every {
            few: 2,
            many: 2,
            span: Span::Day,
        },
        "qam" | "mane" => at(Time::Morning),
        "qpm" => at(Time::Evening),
        "qhs" | "hs" | "nocte" | "nightly" | "qn" => at(Time::Night),
        // In small letters these are English words.
        "om" if capitals => at(Time::Morning),
        "on" if capitals => at(Time::Night),
        "tiw" => Frequency::times(3, 3, Span::Week),
        "qw" | "weekly" => Frequency::times(1, 1, Span::Week),
        "fortnightly" => Frequency::Every {
            few: 2,
            many: 2,
            span: Span::Week,
        },
        "hourly" => Frequency::Every {
            few: 1,
            many: 1,
            span: Span::Hour,
        },
        _ => return None,
    })
}

/// The word alone is a frequency.
pub(crate) fn is_abbreviation(word: &str, capitals: bool) -> bool {
    abbreviation(word, capitals).is_some()
}

fn span(word: &str) -> Option<Span> {
    Some(match word {
        "h" | "hr" | "hrs" | "hour" | "hours" | "hourly" => Span::Hour,
        "d" | "day" | "days" => Span::Day,
        "w" | "wk" | "wks" | "week" | "weeks" => Span::Week,
        _ => return None,
    })
}

/// Words for a time of day.
const TIMES: &[(&str, Option<Time>)] = &[
    ("morning", Some(Time::Morning)),
    ("mornings", Some(Time::Morning)),
    ("mane", Some(Time::Morning)),
    ("am", Some(Time::Morning)),
    ("noon", None),
    ("midday", None),
    ("lunchtime", None),
    ("lunch", None),
    ("afternoon", None),
    ("teatime", None),
    ("evening", Some(Time::Evening)),
    ("evenings", Some(Time::Evening)),
    ("pm", Some(Time::Evening)),
    ("night", Some(Time::Night)),
    ("nights", Some(Time::Night)),
    ("bedtime", Some(Time::Night)),
    ("bed", Some(Time::Night)),
    ("nocte", Some(Time::Night)),
];

/// One time of day, and whether words such as "in the" stood before it.
fn one_time(cursor: &mut Cursor<'_>) -> Option<(Option<Time>, bool)> {
    let mut here = cursor.clone();
    let led = here.eat_any(&["in the", "at", "every", "each", "before", "with"]);
    let (_, time) = TIMES.iter().find(|(word, _)| here.peek(0) == *word)?;
    here.skip(1);
    *cursor = here;
    Some((*time, led))
}

/// Times of day as they are listed: "in the morning", "morning and night", "each morning, noon and evening". A bare word
/// alone is none, apart from what is an abbreviation.
fn times_of_day(cursor: &mut Cursor<'_>) -> Option<(u8, Option<Time>)> {
    let mut here = cursor.clone();
    let (time, led) = one_time(&mut here)?;
    let mut count = 1;
    let mut next = here.clone();
    while next.eat_any(&["and", "et", "&", "+", "/", ", and", ","]) && one_time(&mut next).is_some() {
        count += 1;
        here = next.clone();
    }
    if count == 1 && !(led && time.is_some()) {
        return None;
    }
    *cursor = here;
    Some((count, time.filter(|_| count == 1)))
}

/// One time of day: "at night", "before bed".
fn time(cursor: &mut Cursor<'_>) -> Option<Time> {
    let mut here = cursor.clone();
    let (_, time) = times_of_day(&mut here)?;
    if time.is_some() {
        *cursor = here;
    }
    time
}

/// A gap "every `few` to `many`"; one day is told as once a day, so that there is one form for it.
fn every(few: u16, many: u16, span: Span) -> Frequency {
    match (few, many, span) {
        (1, 1, Span::Day) => Frequency::DAILY,
        _ => Frequency::Every { few, many, span },
    }
}

fn whole<T: TryFrom<u64> + PartialOrd + From<u8>>(number: Number, most: T) -> Option<T> {
    let value = number.value();
    let whole = value.fract().is_zero().then(|| value.to_u64()).flatten()?;
    T::try_from(whole)
        .ok()
        .filter(|value| *value >= T::from(1) && *value <= most)
}

/// "q6h", "every 4 to 6 hours", "every other day", "every 72 h", "every week".
fn gap(cursor: &mut Cursor<'_>) -> Result<Option<Frequency>, MedicineProblem> {
    let mut here = cursor.clone();
    if !here.eat_any(&["q", "every", "each"]) {
        return Ok(None);
    }
    let (few, many) = if here.eat_any(&["other", "second", "2 nd"]) {
        (2, 2)
    } else if here.eat_any(&["third", "3 rd"]) {
        (3, 3)
    } else if let Some((few, many)) = here.range()? {
        match (whole(few, MOST_GAP), whole(many, MOST_GAP)) {
            (Some(few), Some(many)) => (few, many),
            _ => return Ok(None),
        }
    } else {
        (1, 1)
    };
    here.eat("-");
    let Some(span) = span(here.peek(0)) else {
        return Ok(None);
    };
    here.skip(1);
    *cursor = here;
    Ok(Some(every(few, many, span)))
}

/// "3 times a day", "2x/day", "twice weekly", "3/day", "6 hourly".
fn count(cursor: &mut Cursor<'_>) -> Result<Option<Frequency>, MedicineProblem> {
    let mut here = cursor.clone();
    let mut marked = here.eat("x");
    let words = [("once", 1), ("twice", 2), ("thrice", 3)];
    let word = words.iter().find(|(word, _)| here.peek(0) == *word);
    let (few, many) = if let Some((_, count)) = word {
        here.skip(1);
        marked = true;
        (Number::whole(*count), Number::whole(*count))
    } else if let Some(range) = here.range()? {
        range
    } else {
        return Ok(None);
    };
    let mut hourly = here.clone();
    hourly.eat("-");
    if !marked && hourly.eat("hourly") {
        let (Some(few), Some(many)) = (whole(few, MOST_GAP), whole(many, MOST_GAP)) else {
            return Ok(None);
        };
        *cursor = hourly;
        return Ok(Some(every(few, many, Span::Hour)));
    }
    marked |= here.eat_any(&["x", "times", "time"]);
    let bare = here.peek(0);
    // "2 daily" is two at a time, once a day; the dose reads it.
    if !marked && matches!(bare, "daily" | "weekly" | "every" | "each" | "in") {
        return Ok(None);
    }
    let mut at = None;
    let span = if here.eat_any(PER_DAY) {
        at = time(&mut here);
        // "twice a day, morning and evening" says the same twice over.
        let mut listed = here.clone();
        listed.eat(",");
        if times_of_day(&mut listed).is_some_and(|(count, _)| count > 1 && Number::whole(count.into()) == few)
        {
            here = listed;
        }
        Span::Day
    } else if here.eat_any(PER_WEEK) {
        Span::Week
    } else if few == Number::ONE && many == Number::ONE && word.is_some() {
        at = time(&mut here);
        if at.is_none() {
            return Ok(None);
        }
        Span::Day
    } else {
        return Ok(None);
    };
    let (Some(few), Some(many)) = (whole(few, MOST_TIMES), whole(many, MOST_TIMES)) else {
        return Ok(None);
    };
    *cursor = here;
    Ok(Some(Frequency::Times {
        few,
        many,
        span,
        time: at,
    }))
}

/// Reads a frequency where the cursor stands, and steps over it.
pub(crate) fn read(cursor: &mut Cursor<'_>) -> Result<Option<Frequency>, MedicineProblem> {
    let Some(token) = cursor.token(0) else {
        return Ok(None);
    };
    if matches!(token.text.as_str(), "biweekly" | "bi-weekly") {
        return Err(MedicineProblem::TwoMeanings {
            text: token.text.clone(),
            one: "twice a week".to_owned(),
            other: "every 2 weeks".to_owned(),
        });
    }
    if cursor.eat_any(&["a day in total", "/ day in total"]) {
        return Ok(Some(Frequency::InTotal));
    }
    if cursor.eat("alternate days") {
        return Ok(Some(every(2, 2, Span::Day)));
    }
    if let Some((count, time)) = times_of_day(cursor) {
        return Ok(Some(Frequency::Times {
            few: count,
            many: count,
            span: Span::Day,
            time,
        }));
    }
    if token.kind == Kind::Word
        && let Some(frequency) = abbreviation(&token.text, token.capitals)
    {
        cursor.skip(1);
        return Ok(Some(frequency));
    }
    if let Some(frequency) = gap(cursor)? {
        return Ok(Some(frequency));
    }
    count(cursor)
}
