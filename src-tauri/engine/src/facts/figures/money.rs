//! Money: a currency before the number ("Rp 500 juta", "US$2.5bn") or after it ("3 million euros", see the units).
//!
//! Currencies are the `prefix money:` and `unit money:` lines of the lexicon, by ISO 4217 code. "$" is taken for the US
//! dollar, "¥" for the yen and "£" for sterling, whatever the article's country. Left out: coins ("50 cents").
use super::super::numerals::Numeral;
use super::Reader;

impl Reader<'_> {
    /// "$5m", "Rp 17,76 T": letters that are scales only after a currency.
    pub(super) fn money_letter(&self, number: Numeral) -> Numeral {
        let letter = self.tokens.get(number.end).map_or(("", true), |t| (t.text, t.spaced));
        let scale = match (self.words.notation.comma, letter) {
            (true, ("T", _)) => 1e12,
            (true, ("M", _)) => 1e9,
            (false, ("k" | "K", false)) => 1e3,
            (false, ("m" | "M", false)) => 1e6,
            (false, ("b" | "B", false)) => 1e9,
            _ => return number,
        };
        number.scaled(scale, number.end + 1)
    }
}
