//! A file as the portal would hand it back, on the standard output; why there is none, in a sentence.

use std::io::{self, Write};

use predepot::catalog::typographie;
use predepot::check::Report;
use predepot::render::simulation::{Without, simulation};

/// Writes the simulation of the one file of the report.
pub(crate) fn write(out: &mut impl Write, report: &Report) -> io::Result<Result<(), Without>> {
    let document = report.files.first().ok_or(Without::Unchecked);
    match document.and_then(simulation) {
        Ok(bytes) => out.write_all(&bytes).map(Ok),
        Err(why) => Ok(Err(why)),
    }
}

/// Why nothing was written.
pub(crate) fn complaint(paths: &[String], why: Without) -> String {
    let path = paths.first().map_or("", String::as_str);
    let why = match why {
        Without::Rejected => {
            "le portail refuserait ce fichier en entier, sans rien y écrire : predepot check dit pourquoi"
        }
        Without::Answer => "ce fichier porte déjà une réponse",
        Without::Unchecked => "ses demandes n'ont pas pu être contrôlées",
        Without::Cut => "il a trop de points pour que le premier de chaque demande soit connu",
    };
    typographie(&format!("pas de simulation de {path} : {why}"))
}
