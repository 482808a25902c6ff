//! Archives as common tools write them.
