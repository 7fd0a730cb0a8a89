//! Greek: the semicolon is the question mark.
use super::{Rules, Words};

pub const RULES: Rules = Rules {
    before_name: Words("κ κα κος δρ καθ αγ π.χ δηλ βλ αρ σελ οδ λεωφ υπ"),
    before_number: Words("αρ σελ τηλ άρθρ"),
    anywhere: Words("κ.ά κ.λπ κλπ κτλ π.μ μ.μ χλμ εκατ δισ κ.ο.κ"),
    ends: ";\u{37e}",
    ..Rules::PLAIN
};
