//! The profiles: one declarative file each.
