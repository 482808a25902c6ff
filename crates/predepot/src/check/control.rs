//! Which of the portal's controls says a code (REGLES section 5, last column, and section 7).

use crate::catalog::Code;
use crate::diag::Control;

/// Where a finding stands, as far as the portal's controls tell places apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ground {
    /// The header of the file.
    Header,
    /// An object or array that should be there, in a demande.
    Container,
    /// A value in a demande.
    Value,
}

/// The controls that can say a code, for its page; none when no document describes one.
pub fn controls(code: Code) -> Vec<Control> {
    let mut all = Vec::new();
    for ground in [Ground::Header, Ground::Container, Ground::Value] {
        if let Some(control) = control(code, ground)
            && !all.contains(&control)
        {
            all.push(control);
        }
    }
    all
}

/// The control of a code on some ground.
pub(super) fn control(code: Code, ground: Ground) -> Option<Control> {
    use Code::{
        C011, C014, C018, C021, C022, C025, F001, F004, F005, F011, F013, F015, F016, N001, N002,
        N003, N004, R001, R002, S001, S002, S003, S004, S005, S006, S007, S008, S009, S010, X001,
        X002, X003,
    };
    match code {
        S007 | S009 | S010 | F013 | F015 | C011 | C014 | C018 | C021 | C022 | C025 => None,
        N001 | N002 | N003 | N004 | R001 | R002 | X001 | X002 | X003 => None,
        S005 | S006 | S008 => Some(Control::Fichier),
        S001 | S002 | S003 if ground != Ground::Value => Some(Control::Fichier),
        S004 | F001 | F004 | F005 | F011 | F016 if ground == Ground::Header => {
            Some(Control::Fichier)
        }
        code if code.as_str().starts_with('J') => Some(Control::Fichier),
        code if code.as_str().starts_with('Z') => None,
        _ => Some(Control::Demande),
    }
}
