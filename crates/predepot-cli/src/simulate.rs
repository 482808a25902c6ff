//! A file as the portal would hand it back, on the standard output; why there is none, in a sentence.

use std::io::{self, Write};

use predepot::check::Report;
use predepot::render::simulation::{Without, simulation};

use crate::words::Words;

/// Writes the simulation of the one file of the report.
pub(crate) fn write(out: &mut impl Write, report: &Report) -> io::Result<Result<(), Without>> {
    let document = report.files.first().ok_or(Without::Unchecked);
    match document.and_then(simulation) {
        Ok(bytes) => out.write_all(&bytes).map(Ok),
        Err(why) => Ok(Err(why)),
    }
}

/// Why nothing was written.
pub(crate) fn complaint(paths: &[String], why: Without, words: Words) -> String {
    let path = paths.first().map_or("", String::as_str);
    let (french, english) = match why {
        Without::Rejected => (
            "le portail refuserait ce fichier en entier, sans rien y écrire : predepot check dit pourquoi",
            "the portal would refuse this file as a whole, without writing anything in it: predepot check says why",
        ),
        Without::Answer => (
            "ce fichier porte déjà une réponse",
            "this file already has an answer",
        ),
        Without::Unchecked => (
            "ses demandes n'ont pas pu être contrôlées",
            "its requests could not be checked",
        ),
        Without::Cut => (
            "il a trop de points pour que le premier de chaque demande soit connu",
            "it has too many findings for the first of each request to be known",
        ),
    };
    let none = words.either("pas de simulation de", "no simulation of");
    let complaint = format!(
        "{none} {path}{}{}",
        words.colon(),
        words.either(french, english)
    );
    words.0.typeset(&complaint)
}
