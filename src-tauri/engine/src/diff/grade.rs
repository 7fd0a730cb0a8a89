//! How closely two statements are aligned, as far as differences ask: a few steps instead of a number, so that what was
//! found of two statements holds while their strength moves within a step.

/// A step of strength; the higher, the more may be said of a difference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    /// Nothing is compared.
    Apart,
    /// From 0.3: a difference is worth a look.
    Linked,
    /// From 0.5: values may conflict.
    Close,
    /// From 0.6: a negation counts, and of two languages the whole is shared.
    Firm,
    /// From 0.7: days that lie close are worth a look.
    Sure,
    /// From 0.9: of two languages, the one figure or date that is another is one.
    Certain,
}

impl Grade {
    /// The step of a strength from 0 to 1.
    pub fn of(strength: f32) -> Grade {
        match strength {
            s if s >= 0.9 => Grade::Certain,
            s if s >= 0.7 => Grade::Sure,
            s if s >= 0.6 => Grade::Firm,
            s if s >= 0.5 => Grade::Close,
            s if s >= 0.3 => Grade::Linked,
            _ => Grade::Apart,
        }
    }
}
