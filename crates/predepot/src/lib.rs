//! prédépôt: what the ASP's Ségur portal would refuse in a deposit, with places, reasons and corrections.
//!
//! Pure: no input or output, no clock, no panic on any input.

mod bytes;
pub mod catalog;
pub mod check;
pub mod diag;
pub mod json;
mod order;
pub mod piece;
pub mod profile;
pub mod profiles;
pub mod render;
pub mod text;
pub mod zip;
