//! Work by hand on small events.
