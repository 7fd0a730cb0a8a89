//! Times of day: "pukul 15.24 WIB", "15:24", "3:24 p.m. ET", "às 10h40", "15 Uhr", "à 20 heures".
//!
//! Zones are the `zone` lines of the lexicon, minutes east of Greenwich. Left out: times in words ("half past three"),
//! noon and midnight, and two times of one stretch ("08.00-10.00 WIB" gives both apart).
use super::super::lexicon::Sense;
use super::super::tokens::Shape;
use super::{Moment, Read, Reader};

impl Reader<'_> {
    /// The time at token `i`; a bare number needs a word or sign that makes it one.
    pub(super) fn time(&self, i: usize) -> Read {
        let cue = self.part(i, "clock");
        let at = i + cue;
        let token = self.tokens.get(at).filter(|t| t.shape == Shape::Number)?;
        let (mut moment, mut end, glued) = self.digits_of_clock(at, cue > 0)?;
        let bare = moment.whole_hour && !glued;
        let half = self.pick(end, |s| if let Sense::Half(h) = s { Some(*h) } else { None });
        if let Some((shift, len)) = half {
            let (h, m) = moment.time.filter(|(h, _)| (1..=12).contains(h))?;
            (moment.time, end) = (Some((h % 12 + shift, m)), end + len);
        }
        let zone = self.pick(end, |s| if let Sense::Zone(z) = s { Some(*z) } else { None });
        if let Some((minutes, len)) = zone {
            (moment.offset, end) = (Some(minutes), end + len);
        }
        let marked = half.is_some() || zone.is_some() || glued;
        let sure = marked || (!bare && (cue > 0 || token.text.contains(':')));
        let (h, m) = moment.time?;
        let valid = (0..24).contains(&h) && (0..60).contains(&m) && moment.second.is_none_or(|s| s < 61);
        let score = token.text.contains(':') && cue == 0 && token.text.len() < 4;
        (sure && valid && !score).then_some((moment, end))
    }

    /// Hours, minutes and seconds in digits, and whether an hour's word or letter says that it is a time.
    fn digits_of_clock(&self, at: usize, cue: bool) -> Option<(Moment, usize, bool)> {
        let token = self.tokens.get(at)?;
        let parts: Vec<i8> = token.text.split([':', '.']).filter_map(|p| p.parse().ok()).collect();
        let shaped = token.text.split([':', '.']).skip(1).all(|p| p.len() == 2)
            && token.text.split([':', '.']).count() == parts.len();
        let mut moment = Moment::default();
        match parts.as_slice() {
            _ if !shaped => return None,
            [h, m] => moment.time = Some((*h, *m)),
            [h, m, s] => (moment.time, moment.second) = (Some((*h, *m)), Some(*s)),
            [h] => (moment.time, moment.whole_hour) = (Some((*h, 0)), true),
            _ => return None,
        }
        let mut end = at + 1;
        let letter = self.tokens.get(end).is_some_and(|t| !t.spaced && matches!(t.lower.as_str(), "h" | "hs"));
        if letter && moment.whole_hour {
            // "10h40", "9h".
            let minute = self.whole(end + 1, 0..=59).filter(|_| self.tight(end + 1));
            if let (Some(m), Some((h, _))) = (minute, moment.time) {
                (moment.time, moment.whole_hour, end) = (Some((h, m as i8)), false, end + 1);
            }
            return Some((moment, end + 1, true));
        }
        let oclock = self.part(end, "oclock");
        let hours = if cue { self.part(end, "hours") } else { 0 };
        end += oclock.max(hours);
        Some((moment, end, oclock.max(hours) > 0))
    }
}
