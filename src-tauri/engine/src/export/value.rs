//! Normal forms and dates, put into words.
//!
//! A normal form is the facts stage's; here it is only said so that the reason of a conflict is visible: "105 minutes"
//! beside "one hour and 40 minutes (100 minutes)". The window does the same in `ui/src/lib/marks/values.ts`.
use super::words::{Tongue, Words, fill};
use crate::model::{DifferenceKind, Reading};

/// From so many hours on a duration is said in hours: below, only one unit can be compared at a glance.
const HOURS_IN_MINUTES: u64 = 10;

/// The converted value of a reading, when it says more than the words themselves.
pub(super) fn converted(reading: &Reading, kind: DifferenceKind, words: &Words) -> Option<String> {
    if !matches!(kind, DifferenceKind::Figure | DifferenceKind::Date) {
        return None;
    }
    let said = said(&reading.normal, words)?;
    let plain = |text: &str| -> String {
        text.to_lowercase().chars().filter(|c| !c.is_whitespace() && !".,:'’–-".contains(*c)).collect()
    };
    let known = plain(&reading.shown).contains(&plain(&said)) || same_figures(&reading.shown, &said);
    (!known).then_some(said)
}

/// Every figure of the converted value stands in the words: nothing was converted.
fn same_figures(shown: &str, said: &str) -> bool {
    let figures = |text: &str| -> Vec<String> {
        let digits = |c: char| c.is_ascii_digit() || ".,:".contains(c);
        let parts = text.split(move |c: char| !digits(c)).map(|part| {
            part.chars().filter(char::is_ascii_digit).collect::<String>().trim_start_matches('0').to_owned()
        });
        parts.filter(|part| !part.is_empty()).collect()
    };
    let (wanted, given) = (figures(said), figures(shown));
    !wanted.is_empty() && wanted.iter().all(|figure| given.contains(figure))
}

/// A normal form in words; `None` for one that has no words here.
pub(super) fn said(normal: &str, words: &Words) -> Option<String> {
    let bounds =
        [('>', words.more), ('<', words.less), ('~', words.roughly), ('≥', words.at_least), ('≤', words.at_most)];
    for (sign, pattern) in bounds {
        if let Some(rest) = normal.strip_prefix(sign) {
            return said(rest, words).map(|value| fill(pattern, &[("value", &value)]));
        }
    }
    duration(normal, words).or_else(|| moment(normal, words)).or_else(|| quantity(normal, words))
}

/// "PT1H45M" as "105 minutes".
fn duration(normal: &str, words: &Words) -> Option<String> {
    let rest = normal.strip_prefix('P')?;
    let (days, time) = rest.split_once('T').unwrap_or((rest, ""));
    let mut parts = [0u64; 4];
    let mut number = String::new();
    for (c, units) in days.chars().map(|c| (c, "D")).chain(time.chars().map(|c| (c, " HMS"))) {
        if c.is_ascii_digit() {
            number.push(c);
        } else {
            let at = units.find(c)?;
            *parts.get_mut(at)? = number.parse().ok()?;
            number.clear();
        }
    }
    if !number.is_empty() {
        return None;
    }
    let [days, hours, minutes, seconds] = parts;
    let count = |n: u64, one: &str, many: &str| fill(if n == 1 { one } else { many }, &[("n", &n)]);
    let mut all = Vec::new();
    let short = days == 0 && hours < HOURS_IN_MINUTES && hours + minutes > 0;
    if short && (minutes > 0 || hours <= 2) {
        all.push(count(hours * 60 + minutes, words.minute, words.minutes));
    } else {
        let units =
            [(days, words.day, words.days), (hours, words.hour, words.hours), (minutes, words.minute, words.minutes)];
        all.extend(units.into_iter().filter(|(n, ..)| *n > 0).map(|(n, one, many)| count(n, one, many)));
    }
    if seconds > 0 {
        all.push(count(seconds, words.second, words.seconds));
    }
    (!all.is_empty()).then(|| all.join(" "))
}

/// "2022-02-20T14:30" as "20 February 2022, 14:30"; also a time alone. A day whose weekday is another has no words but its own.
fn moment(normal: &str, words: &Words) -> Option<String> {
    if normal.contains(' ') {
        return None;
    }
    let (day, time) = match normal.split_once('T') {
        Some((day, time)) => (day, time),
        None if normal.contains(':') => ("", normal),
        None => (normal, ""),
    };
    let clock = (!time.is_empty()).then(|| time.get(..5).filter(|t| is_clock(t))).flatten();
    if (!time.is_empty() && clock.is_none()) || (day.is_empty() && clock.is_none()) {
        return None;
    }
    let day = if day.is_empty() { None } else { Some(date(day, words)?) };
    Some(day.into_iter().chain(clock.map(str::to_owned)).collect::<Vec<_>>().join(", "))
}

fn is_clock(text: &str) -> bool {
    text.bytes().enumerate().all(|(at, b)| if at == 2 { b == b':' } else { b.is_ascii_digit() })
}

/// The day that an ISO 8601 date, or date and time, names: no conversion of time zones.
pub(super) fn date(iso: &str, words: &Words) -> Option<String> {
    let mut parts = iso.get(..10)?.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    if year.len() != 4 || ![year, month, day].into_iter().all(digits) {
        return None;
    }
    const ENGLISH: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    const INDONESIAN: [&str; 12] = [
        "Januari",
        "Februari",
        "Maret",
        "April",
        "Mei",
        "Juni",
        "Juli",
        "Agustus",
        "September",
        "Oktober",
        "November",
        "Desember",
    ];
    let names = match words.tongue {
        Tongue::English => ENGLISH,
        Tongue::Indonesian => INDONESIAN,
    };
    let name = names.get(month.parse::<usize>().ok()?.checked_sub(1)?)?;
    Some(format!("{} {name} {year}", day.trim_start_matches('0')))
}

/// A date, with its time of day when the source gives one: "20 February 2022, 18:40 (+01:00)".
pub(super) fn date_and_time(iso: &str, words: &Words) -> String {
    let Some(day) = date(iso, words) else { return iso.to_owned() };
    let Some(clock) = iso.get(11..16).filter(|clock| is_clock(clock)) else { return day };
    let zone = iso.get(16..).and_then(|rest| rest.get(rest.find(['+', '-', 'Z'])?..)).unwrap_or_default();
    match zone {
        "" => format!("{day}, {clock}"),
        "Z" => format!("{day}, {clock} (UTC)"),
        zone => format!("{day}, {clock} ({zone})"),
    }
}

/// "IDR 1500000" as "IDR 1,500,000", "0.45%" as it is.
fn quantity(normal: &str, words: &Words) -> Option<String> {
    let (currency, rest) = match normal.split_once(' ') {
        Some((code, rest)) if code.len() == 3 && code.bytes().all(|b| b.is_ascii_uppercase()) => (code, rest),
        _ => ("", normal),
    };
    let end = rest.find(|c: char| !c.is_ascii_digit() && !".-".contains(c)).unwrap_or(rest.len());
    let (number, unit) = rest.split_at(end);
    let known = ["", "%", " km", " m", " cm", " kg", " l", " ha", " km²", " m²", " km/h", " °C"];
    if !known.contains(&unit) || number.parse::<f64>().is_err() {
        return None;
    }
    // Four bare digits are mostly a year: no separators.
    let year = currency.is_empty() && unit.is_empty() && number.len() == 4 && !number.contains('.');
    let number = if year { number.to_owned() } else { grouped(number, words.tongue) };
    Some(format!("{currency}{}{number}{unit}", if currency.is_empty() { "" } else { " " }))
}

/// Groups of three digits: "150,000", Indonesian "150.000".
fn grouped(number: &str, tongue: Tongue) -> String {
    let (group, point) = match tongue {
        Tongue::English => (',', '.'),
        Tongue::Indonesian => ('.', ','),
    };
    let (minus, number) = number.strip_prefix('-').map_or(("", number), |rest| ("-", rest));
    let (whole, part) = number.split_once('.').unwrap_or((number, ""));
    let mut text = minus.to_owned();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            text.push(group);
        }
        text.push(digit);
    }
    if !part.is_empty() {
        text.push(point);
        text += part;
    }
    text
}
