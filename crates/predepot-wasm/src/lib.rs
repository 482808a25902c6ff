//! The doorway between the page and the core.
