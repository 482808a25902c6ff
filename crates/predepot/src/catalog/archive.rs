//! Z: the ZIP and what it holds, and pieces dropped outside a ZIP.

use super::french::{any_of, code, count, one_line};
use super::view::View;
use super::{Code, Rule};
use crate::check::FileKind;
use crate::diag::Severity::{Avertissement, Erreur, Information};

pub(super) static RULES: &[Rule] = &[
    // Word: "vide", "volumes" or "autre".
    Rule {
        code: Code::Z001,
        severities: &[Erreur],
        summary: "Un ZIP de pièces s'ouvre.",
        why: "Le portail reçoit les pièces justificatives dans un ZIP. Si \
            celui-ci ne s'ouvre pas, aucune de ses pièces ne peut être lue.",
        doubt: "",
        section: "2.1",
        message: |v| match v.word() {
            "vide" => format!("Le ZIP {} est vide : il n'a aucun contenu.", v.file()),
            "volumes" => format!(
                "Le ZIP {} n'est qu'une partie d'un ZIP en plusieurs morceaux.",
                v.file()
            ),
            _ => format!("Le fichier {} n'est pas un ZIP, malgré son nom.", v.file()),
        },
        help: |v| match v.word() {
            "volumes" => "Refaites un ZIP d'un seul tenant, ou plusieurs ZIP qui s'ouvrent \
                chacun seul."
                .to_owned(),
            _ => format!("{REMAKE} Renommer un fichier d'une autre nature n'en fait pas un ZIP."),
        },
    },
    // None.
    Rule {
        code: Code::Z002,
        severities: &[Erreur],
        summary: "Un ZIP est entier.",
        why: "La liste des pièces est à la fin du ZIP : s'il manque une partie \
            du fichier, le portail ne retrouve pas les pièces.",
        doubt: "",
        section: "2.1",
        message: |v| {
            format!(
                "Le ZIP {} est incomplet : il en manque une partie.",
                v.file()
            )
        },
        help: |_| {
            or_remake(
                "Copiez-le ou téléchargez-le à nouveau, jusqu'au bout. Si cela ne \
                    suffit pas,",
            )
        },
    },
    // None; a warning between the two readings of "Mo".
    Rule {
        code: Code::Z003,
        severities: &[Erreur, Avertissement],
        summary: "Un ZIP pèse 200 Mo au plus.",
        why: "Le document fixe cette limite pour chaque ZIP déposé sur le \
            portail.",
        doubt: "Le document ne dit pas comment il compte : 200 Mo font 200 000 ko, \
            ou 204 800 ko comme sur beaucoup d'ordinateurs. Ce ZIP est entre \
            les deux.",
        section: "2.1",
        message: |v| {
            format!(
                "Le ZIP {} pèse {}, {} la limite de 200 Mo.",
                v.file(),
                megas(v.document.size),
                beyond(v)
            )
        },
        help: |_| {
            "Répartissez les pièces en plusieurs ZIP de moins de 200 Mo : le \
                document en permet plusieurs pour un même dépôt."
                .to_owned()
        },
    },
    // None; a warning between the two readings of "Mo".
    Rule {
        code: Code::Z004,
        severities: &[Erreur, Avertissement],
        summary: "Une pièce pèse 3 Mo au plus.",
        why: "Le document fixe cette limite pour chaque pièce, une fois sortie \
            du ZIP.",
        doubt: "Le document ne dit pas comment il compte : 3 Mo font 3 000 ko, ou \
            3 072 ko comme sur beaucoup d'ordinateurs. Cette pièce est entre \
            les deux.",
        section: "2.1",
        message: |v| {
            format!(
                "{} pèse {}, {} la limite de 3 Mo.",
                piece(v),
                megas(v.piece_size()),
                beyond(v)
            )
        },
        help: |_| {
            "Numérisez la pièce en noir et blanc ou avec moins de détail (150 \
                points par pouce suffisent à la lecture), ou enregistrez le PDF \
                en taille réduite."
                .to_owned()
        },
    },
    // Row; Text: the name; related: the ZIP, when there is only one.
    Rule {
        code: Code::Z005,
        severities: &[Erreur],
        summary: "Chaque pièce d'une demande est dans un ZIP, sous son `nomFichier`.",
        why: "Le portail enregistre une demande sans ses pièces, mais elle reste \
            incomplète et n'apparaît pas parmi les demandes déposées.",
        doubt: "",
        section: "2.1",
        message: |v| {
            let place = match v.is_elsewhere_another_file() {
                true => format!("pas dans le ZIP {}", other(v)),
                false => "dans aucun ZIP".to_owned(),
            };
            v.says(&format!("la pièce {} n'est {place}.", v.quoted()))
        },
        help: |_| {
            "Ajoutez la pièce à la racine du ZIP, exactement sous ce nom. Si elle est \
                dans un autre ZIP, déposez-le ici aussi."
                .to_owned()
        },
    },
    // None; related: the JSON, when there is only one.
    Rule {
        code: Code::Z006,
        severities: &[Avertissement],
        summary: "Chaque fichier d'un ZIP est la pièce d'une demande.",
        why: "Rien ne rattache ce fichier à une demande : il est superflu, ou la \
            demande qui devait le déclarer l'a oublié.",
        doubt: "",
        section: "2.1",
        message: |v| {
            let json = match v.is_elsewhere_another_file() {
                true => format!(" du fichier {}", other(v)),
                false => String::new(),
            };
            format!("{} n'est déclaré par aucune demande{json}.", piece(v))
        },
        help: |_| {
            "Retirez-le, ou déclarez-le dans les `piecesJustificatives` de sa demande \
                (`nomFichier`)."
                .to_owned()
        },
    },
    // Text: what the content is, maybe empty; the name says what it should be.
    Rule {
        code: Code::Z007,
        severities: &[Erreur],
        summary: "Le contenu d'une pièce est celui qu'annonce son nom : PDF, PNG \
            ou JPG.",
        why: "Le portail et les personnes qui lisent la pièce l'ouvrent d'après \
            son nom. Un fichier d'une autre nature ne s'ouvre pas.",
        doubt: "",
        section: "",
        message: |v| match v.text() {
            None | Some("") => format!("{} n'a pas le contenu que son nom annonce.", piece(v)),
            Some(found) => format!(
                "{} n'est pas ce que son nom annonce : c'est {}.",
                piece(v),
                one_line(found, 60)
            ),
        },
        help: |_| {
            "Ouvrez la pièce dans un logiciel qui la lit, puis enregistrez-la ou \
                imprimez-la au format voulu (PDF, PNG ou JPG). Renommer un \
                fichier ne le convertit pas."
                .to_owned()
        },
    },
    // None.
    Rule {
        code: Code::Z008,
        severities: &[Erreur],
        summary: "Une pièce n'est pas vide.",
        why: "Une pièce sans contenu ne justifie rien : la demande est \
            incomplète.",
        doubt: "",
        section: "",
        message: |v| format!("{} est vide.", piece(v)),
        help: |_| {
            format!(
                "Retrouvez la pièce d'origine, vérifiez qu'elle s'ouvre, {}.",
                put_back()
            )
        },
    },
    // Word: "donnees", "taille" or "somme".
    Rule {
        code: Code::Z009,
        severities: &[Erreur],
        summary: "Une pièce sort du ZIP telle qu'elle y est entrée.",
        why: "Le ZIP garde de chaque pièce sa taille et une somme de contrôle : \
            quand elles ne correspondent plus au contenu, la pièce est \
            abîmée, et la plupart des logiciels refusent de l'ouvrir.",
        doubt: "",
        section: "",
        message: |v| {
            let how = match v.word() {
                "taille" => "son contenu n'a pas la taille que le ZIP annonce",
                "somme" => "son contenu ne correspond pas à sa somme de contrôle",
                _ => "son contenu ne peut pas être décompressé",
            };
            format!("{} est abîmé dans le ZIP : {how}.", piece(v))
        },
        help: |_| remake(),
    },
    // None.
    Rule {
        code: Code::Z010,
        severities: &[Erreur],
        summary: "Une pièce n'est pas protégée par le mot de passe d'un ZIP.",
        why: "Le portail ne connaît pas ce mot de passe : il ne peut pas ouvrir \
            la pièce.",
        doubt: "",
        section: "",
        message: |v| format!("{} est protégé par un mot de passe dans le ZIP.", piece(v)),
        help: |_| "Refaites le ZIP sans mot de passe.".to_owned(),
    },
    // Text: the name or number of the method.
    Rule {
        code: Code::Z011,
        severities: &[Erreur],
        summary: "Une pièce est compressée comme tous les logiciels savent le lire.",
        why: "Un ZIP peut employer des compressions récentes ou anciennes que \
            beaucoup de logiciels ne lisent pas. Rien ne dit que le portail \
            les lise, et cet outil n'a pas pu contrôler la pièce.",
        doubt: "",
        section: "",
        message: |v| {
            let method = v
                .text()
                .map_or_else(String::new, |method| format!(" ({})", one_line(method, 30)));
            format!(
                "{} est compressé d'une façon peu courante{method}.",
                piece(v)
            )
        },
        help: |_| {
            "Refaites le ZIP avec l'outil de votre système, ou choisissez la \
                compression Deflate, dite aussi normale."
                .to_owned()
        },
    },
    // None.
    Rule {
        code: Code::Z012,
        severities: &[Avertissement],
        summary: "Les pièces sont à la racine du ZIP, sans dossier.",
        why: "Le document nomme des fichiers, jamais des dossiers : une pièce \
            rangée dans un dossier risque de ne pas être retrouvée.",
        doubt: "",
        section: "",
        message: |v| format!("{} est dans un dossier.", piece(v)),
        help: |_| {
            "Refaites le ZIP en choisissant les pièces elles-mêmes, et non le \
                dossier qui les contient."
                .to_owned()
        },
    },
    // Word: "racine", "disque", "parent" or "barre".
    Rule {
        code: Code::Z013,
        severities: &[Erreur],
        summary: "Le chemin d'une pièce ne sort pas du ZIP.",
        why: "Un tel chemin désigne un endroit de l'ordinateur qui ouvre le ZIP. \
            C'est une attaque connue : beaucoup de logiciels refusent alors le \
            ZIP entier.",
        doubt: "",
        section: "",
        message: |v| {
            let how = match v.word() {
                "racine" => "commence par une barre `/`",
                "disque" => "commence par le nom d'un disque",
                "barre" => "contient une barre inversée `\\`",
                _ => "contient `..`, qui remonte d'un dossier",
            };
            format!("{} a un chemin dangereux : il {how}.", piece(v))
        },
        help: |_| {
            "Refaites le ZIP avec l'outil de votre système, à partir des pièces \
                elles-mêmes, ou corrigez le logiciel qui le produit."
                .to_owned()
        },
    },
    // Text: the first of the two, when it is written otherwise; related: where it is, when that is another ZIP.
    Rule {
        code: Code::Z014,
        severities: &[Erreur],
        summary: "Chaque pièce n'est qu'une fois dans les ZIP.",
        why: "De deux fichiers de même nom, l'un remplace l'autre : on ne sait pas \
            lequel sera lu.",
        doubt: "",
        section: "",
        message: |v| match v.text() {
            Some(_) if v.is_elsewhere_another_file() => match v.document.kind {
                FileKind::Zip if other(v) != v.file() => {
                    format!("{} est aussi dans le ZIP {}.", piece(v), other(v))
                }
                _ => format!("{} est en double.", piece(v)),
            },
            Some(first) => format!("{} désigne le même fichier que {}.", piece(v), code(first)),
            None => format!("{} est en double.", piece(v)),
        },
        help: |_| {
            "Gardez le bon des deux, puis refaites le ZIP dans un nouveau \
                fichier plutôt qu'en complétant l'ancien."
                .to_owned()
        },
    },
    // Word: "recouvrement" or "proportion".
    Rule {
        code: Code::Z015,
        severities: &[Erreur],
        summary: "Un ZIP ne contient pas plus que ce qu'il peut contenir.",
        why: "Des fichiers qui se recouvrent ou qui deviennent énormes une fois \
            ouverts sont le propre des ZIP piégés, faits pour bloquer ce qui \
            les ouvre. Rien n'y a été décompressé.",
        doubt: "",
        section: "",
        message: |v| match (v.word(), v.entry().is_some()) {
            ("recouvrement", _) => format!(
                "{} partage une partie de son contenu avec un autre.",
                piece(v)
            ),
            (_, true) => format!(
                "{} deviendrait énorme une fois ouvert ({}).",
                piece(v),
                megas(v.piece_size())
            ),
            (_, false) => format!("Le ZIP {} deviendrait énorme une fois ouvert.", v.file()),
        },
        help: |_| or_remake("Vérifiez d'où vient ce ZIP. S'il est à vous,"),
    },
    // Count: how many files, when the finding is on the folder `__MACOSX` (one would be 0).
    Rule {
        code: Code::Z016,
        severities: &[Avertissement],
        summary: "Un ZIP ne contient que des pièces, pas de fichiers du système.",
        why: "Les fichiers de service de macOS et de Windows (`__MACOSX`, \
            `.DS_Store`, `Thumbs.db`, `desktop.ini`) ne sont dans aucune \
            demande : le portail peut les prendre pour des pièces inconnues.",
        doubt: "",
        section: "",
        message: |v| match v.count() {
            (_, 0) => format!("{} est un fichier du système, pas une pièce.", piece(v)),
            (_, files) => format!(
                "Le ZIP {} contient un dossier `__MACOSX`, ajouté par macOS ({}).",
                v.file(),
                count(files, "fichier")
            ),
        },
        help: |_| {
            "Retirez-le du ZIP, ou refaites le ZIP avec un outil qui n'en ajoute \
                pas."
                .to_owned()
        },
    },
    // None.
    Rule {
        code: Code::Z017,
        severities: &[Erreur],
        summary: "Un ZIP ne contient pas d'autre ZIP.",
        why: "Le document demande des pièces PDF, PNG ou JPG dans le ZIP : \
            celles qui sont dans un second ZIP ne sont pas vues.",
        doubt: "",
        section: "",
        message: |v| format!("{} est lui-même une archive.", piece(v)),
        help: |_| {
            "Sortez-en les pièces et placez-les à la racine du ZIP, ou déposez \
                ce second ZIP à part."
                .to_owned()
        },
    },
    // In a JSON: Row; Texts: the name expected, then those found; related: these. In a ZIP, a warning: Text: the first of the two.
    Rule {
        code: Code::Z018,
        severities: &[Erreur, Avertissement],
        summary: "Une pièce a exactement le nom que sa demande déclare, et aucune \
            autre n'a presque le même.",
        why: "Les deux noms ne diffèrent que par des majuscules, des accents, des \
            espaces, une extension répétée ou `Val` pour `Va1` : pour le \
            portail, ce sont deux noms, et la pièce attendue manque.",
        doubt: "Les deux noms ne diffèrent que par des majuscules, des accents, \
            des espaces, une extension répétée ou `Val` pour `Va1` : l'un est \
            peut-être une copie mal nommée de l'autre, et certains systèmes \
            ne les distinguent pas.",
        section: "",
        message: |v| match (v.texts(), v.text()) {
            ([name, found @ ..], _) => {
                let found: Vec<String> = found.iter().map(|found| code(found)).collect();
                v.says(&format!(
                    "la pièce {} n'est là que sous un nom proche, {} ({}).",
                    code(name),
                    any_of(&found),
                    other(v)
                ))
            }
            (_, Some(other)) => format!("{} a presque le même nom que {}.", piece(v), code(other)),
            _ => format!("{} a presque le même nom qu'un autre.", piece(v)),
        },
        help: |v| match (v.renamed(), v.texts()) {
            (Some(name), _) => format!("Si c'est bien elle, renommez-la en {name}."),
            (None, [name, ..]) => format!(
                "Gardez la bonne, renommez-la en {}, et retirez les autres.",
                code(name)
            ),
            _ => "Gardez le fichier dont le nom est celui du JSON, et retirez l'autre \
                du ZIP."
                .to_owned(),
        },
    },
    // Word: "vide", "utf8", "invisible", "interdit" or "encodage"; the last two are warnings.
    Rule {
        code: Code::Z019,
        severities: &[Erreur, Avertissement],
        summary: "Le nom d'un fichier du ZIP se lit de la même façon partout.",
        why: "Un nom qui ne se lit pas, ou qui cache des caractères, ne peut pas \
            être rapproché du `nomFichier` de la demande.",
        doubt: "Ce nom se lit ici, mais un autre système peut le lire autrement \
            ou le refuser. Les noms que demande le document n'ont ni accent \
            ni signe de ce genre.",
        section: "",
        message: |v| {
            let how = match v.word() {
                "vide" => "n'a pas de nom",
                "utf8" => "a un nom mal écrit : certains de ses caractères ne se lisent pas",
                "invisible" => "a un nom qui contient des caractères invisibles",
                "interdit" => "a un nom que certains systèmes refusent",
                _ => "a un nom accentué dont le ZIP ne dit pas l'encodage",
            };
            format!("{} {how}.", piece(v))
        },
        help: |_| {
            "Renommez le fichier sans accent ni signe particulier, comme son \
                `nomFichier` dans le JSON, puis refaites le ZIP."
                .to_owned()
        },
    },
    // Word: where two readers part, as `check` names it.
    Rule {
        code: Code::Z020,
        severities: &[Erreur],
        summary: "Un ZIP se lit d'une seule façon.",
        why: "Un ZIP dit deux fois ce qu'il contient : au début de chaque fichier \
            et dans une liste finale. Quand les deux ne s'accordent pas, deux \
            logiciels y voient des pièces différentes, et beaucoup refusent le \
            ZIP.",
        doubt: "",
        section: "",
        message: |v| {
            let how = match v.word() {
                "fins" => "il a plusieurs fins",
                "nombre" => "il n'annonce pas le nombre de fichiers qu'il contient",
                "liste" => "sa liste de fichiers n'est pas là où il l'annonce",
                "zip64" => "ses deux fins ne disent pas la même chose",
                "caches" => "il contient des fichiers absents de sa liste",
                "absent" => "il n'est pas là où la liste du ZIP l'annonce",
                "nom" => "il a deux noms différents",
                "compression" => "deux compressions différentes sont annoncées",
                "mot-de-passe" => "un seul de ses deux en-têtes dit qu'il a un mot de passe",
                "taille" => "deux tailles ou deux sommes de contrôle sont annoncées",
                "fin" => "ce qui suit son contenu ne s'accorde pas avec la liste du ZIP",
                "complements" => "ses informations complémentaires ne se lisent pas",
                "dossier" => "c'est un dossier, et il a un contenu",
                _ => "deux logiciels n'y verraient pas la même chose",
            };
            match v.entry() {
                Some(_) => format!("{} se lit de plusieurs façons : {how}.", piece(v)),
                None => format!("Le ZIP {} se lit de plusieurs façons : {how}.", v.file()),
            }
        },
        help: |_| remake(),
    },
    // Word: "avant", "entre" or "apres".
    Rule {
        code: Code::Z021,
        severities: &[Avertissement],
        summary: "Un ZIP ne contient rien d'autre que ses fichiers.",
        why: "Des données sans rôle y traînent. Certains outils en laissent sans \
            dommage, mais un contrôle strict peut refuser le ZIP.",
        doubt: "",
        section: "",
        message: |v| {
            let place = match v.word() {
                "avant" => "avant son premier fichier",
                "apres" => "après sa fin",
                _ => "entre ses fichiers",
            };
            format!(
                "Le ZIP {} contient des données superflues {place}.",
                v.file()
            )
        },
        help: |_| remake(),
    },
    // None.
    Rule {
        code: Code::Z022,
        severities: &[Avertissement],
        summary: "Un PDF n'est pas protégé.",
        why: "Un PDF protégé demande un mot de passe, ou interdit de l'imprimer \
            ou de le copier. Les personnes qui l'instruisent peuvent ne pas \
            pouvoir l'ouvrir.",
        doubt: "",
        section: "",
        message: |v| format!("{} est un PDF protégé.", piece(v)),
        help: |_| {
            "Ouvrez-le, puis enregistrez-en une copie sans protection, par \
                exemple en l'imprimant au format PDF."
                .to_owned()
        },
    },
    // None.
    Rule {
        code: Code::Z023,
        severities: &[Avertissement],
        summary: "Une pièce est entière.",
        why: "La marque qui termine ce genre de fichier n'y est pas : sa fin \
            s'est sans doute perdue pendant une copie ou un téléchargement.",
        doubt: "",
        section: "",
        message: |v| format!("{} semble incomplet : sa fin manque.", piece(v)),
        help: |_| {
            format!(
                "Ouvrez la pièce et vérifiez sa dernière page. Si elle est abîmée, \
                    reprenez l'original {}.",
                put_back()
            )
        },
    },
    // Count: how many pieces are declared.
    Rule {
        code: Code::Z024,
        severities: &[Information],
        summary: "Les pièces se contrôlent quand leurs ZIP sont posés avec le JSON.",
        why: "Seul le JSON a été contrôlé. Une demande dont une pièce manque, ou \
            porte un autre nom, reste incomplète sur le portail.",
        doubt: "",
        section: "1.2",
        message: |v| {
            let (pieces, _) = v.count();
            format!(
                "Le fichier {} déclare {}, et aucun ZIP n'a été posé avec lui.",
                v.file(),
                count(pieces, "pièce")
            )
        },
        help: |_| "Posez ici le JSON et ses ZIP ensemble, pour les comparer.".to_owned(),
    },
    // Count: how many pieces are loose.
    Rule {
        code: Code::Z025,
        severities: &[Avertissement],
        summary: "Les pièces se déposent dans un ZIP.",
        why: "Le document demande de regrouper toutes les pièces dans un ou \
            plusieurs ZIP.",
        doubt: "",
        section: "2.1",
        message: |v| {
            let others = match v.count() {
                (_, 0 | 1) => String::new(),
                (_, 2) => ", comme une autre pièce".to_owned(),
                (_, all) => format!(", comme {} autres pièces", all - 1),
            };
            format!("{} n'est dans aucun ZIP{others}.", piece(v))
        },
        help: |_| "Avant de déposer, mettez toutes les pièces dans un ZIP, à sa racine.".to_owned(),
    },
];

/// The other file that the finding is about, between backticks.
fn other(v: &View<'_>) -> String {
    let related = v.diagnostic.related.first();
    code(
        related
            .and_then(|related| related.file.as_deref())
            .unwrap_or_default(),
    )
}

const REMAKE: &str = "Refaites le ZIP à partir des pièces, avec l'outil de votre système.";

fn remake() -> String {
    REMAKE.to_owned()
}

/// The same after other words.
fn or_remake(words: &str) -> String {
    format!("{words} refaites-le à partir des pièces, avec l'outil de votre système.")
}

fn put_back() -> &'static str {
    "et remettez-la sous le même nom"
}

/// The file of the ZIP, or the piece dropped by itself: "Le fichier `x.pdf` du ZIP `pieces.zip`".
fn piece(v: &View<'_>) -> String {
    match v.entry() {
        Some(entry) => format!("Le fichier {} du ZIP {}", code(&entry.name.text), v.file()),
        None if v.document.kind == FileKind::Zip => format!("Un fichier du ZIP {}", v.file()),
        None => format!("Le fichier {}", v.file()),
    }
}

/// "3,15 Mo", never less than it is.
fn megas(size: u64) -> String {
    let hundredths = size.div_ceil(10_000);
    let (whole, rest) = (hundredths / 100, hundredths % 100);
    match rest {
        0 => format!("{whole} Mo"),
        _ => format!("{whole},{rest:02} Mo"),
    }
}

fn beyond(v: &View<'_>) -> &'static str {
    match v.is_warning() {
        true => "juste au-dessus de",
        false => "au-delà de",
    }
}

#[cfg(test)]
mod tests {
    use super::megas;

    #[test]
    fn a_size_is_never_less_than_it_is() {
        assert_eq!(megas(3_000_000), "3 Mo");
        assert_eq!(megas(3_000_001), "3,01 Mo");
        assert_eq!(megas(0), "0 Mo");
    }
}
