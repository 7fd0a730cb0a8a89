//! Stage 6: what differs between aligned statements.
