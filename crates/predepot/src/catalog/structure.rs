//! S: the shape of the file, its keys and the types of their values.

use super::french::{code, count};
use super::view::View;
use super::{Code, Rule};
use crate::diag::Severity::{Avertissement, Erreur};
use crate::profile::Format;

pub(super) static RULES: &[Rule] = &[
    // None; the place is the brace that opens the parent.
    Rule {
        code: Code::S001,
        severities: &[Erreur],
        summary: "Toute clé du tableau du document est présente, même quand sa \
            valeur est `null`, sauf si elle est facultative.",
        why: "Le document donne cette clé comme obligatoire. Une valeur à \
            laisser vide s'écrit `null` : la ligne elle-même doit rester \
            dans le fichier.",
        doubt: "",
        section: "3.2",
        message: |v| v.says(&format!("il manque {}.", v.subject())),
        help: missing_help,
    },
    // Row and Text: the key found, a near spelling. Row and Word: the right key, and the place where it belongs.
    // No row, None: an unknown key. No row, Word("enveloppe"): an unknown block around known keys.
    Rule {
        code: Code::S002,
        severities: &[Erreur, Avertissement],
        summary: "Les clés sont celles du document, à leur place, écrites avec les \
            mêmes majuscules et minuscules.",
        why: "Une clé est reconnue à la lettre près et dans son bloc. Mal \
            écrite ou mal placée, elle manque : le portail ne trouve pas la \
            valeur obligatoire.",
        doubt: "Aucune phrase du document ne dit ce que le portail fait d'une \
            clé qu'il ne connaît pas : il peut l'ignorer comme il peut \
            rejeter le fichier ou la demande.",
        section: "3.2",
        message: |v| match (v.row(), v.text(), v.word()) {
            (Some(_), Some(found), _) => v.says(&format!(
                "la clé {} n'existe pas, elle s'écrit {}.",
                code(found),
                v.key()
            )),
            (Some(_), None, place) if !place.is_empty() => v.says(&format!(
                "la clé {} n'est pas à sa place, elle va dans le bloc « {place} \
                    ».",
                v.key()
            )),
            (None, _, "enveloppe") => v.says(&format!(
                "le bloc {} n'est pas prévu par le document, alors que ce qu'il \
                    contient l'est.",
                v.found_key()
            )),
            _ => v.says(&format!(
                "la clé {} n'est pas prévue par le document à cet endroit.",
                v.found_key()
            )),
        },
        help: |v| match (v.row(), v.text(), v.word()) {
            (Some(_), Some(_), _) => format!(
                "Écrivez {}, avec exactement ces majuscules et ces minuscules.",
                v.key()
            ),
            (Some(_), None, place) if !place.is_empty() => format!(
                "Déplacez {} et sa valeur dans le bloc « {place} ».",
                v.key()
            ),
            (None, _, "enveloppe") => "Supprimez ce bloc en gardant ce qu'il contient : ses clés \
                remontent d'un niveau."
                .to_owned(),
            _ => "Vérifiez l'orthographe de cette clé dans le modèle. Si le modèle \
                ne la contient pas, supprimez-la avec sa valeur."
                .to_owned(),
        },
    },
    // Word: what is found, "une chaîne"; or Text: the word between quotes, "null", "true" or "false".
    Rule {
        code: Code::S003,
        severities: &[Erreur, Avertissement],
        summary: "Chaque valeur est de la nature que le document demande : texte \
            entre guillemets, nombre, `true` ou `false`, `null`, liste ou \
            bloc.",
        why: "Le portail lit un texte entre guillemets, un nombre et `null` \
            comme trois choses différentes, et contrôle chaque valeur sur le \
            format que le document lui donne.",
        doubt: "Le document est incertain à cet endroit : case abîmée, bloc \
            qu'il ne décrit pas pour ce logiciel, ou cas qu'il ne prévoit \
            pas. Un rejet est possible, pas certain.",
        section: "3.2",
        message: |v| {
            if let Some(word) = v.text() {
                return v.says(&format!(
                    "pour {}, {} s'écrit sans guillemets. Trouvé : {}.",
                    v.subject(),
                    code(word),
                    v.found()
                ));
            }
            let kind = kind(v.word()).map_or_else(String::new, |kind| format!(", {kind}"));
            v.says(&format!(
                "pour {}, le document demande {}. Trouvé : {}{kind}.",
                v.subject(),
                v.expected(),
                v.found()
            ))
        },
        help: |v| match v.text() {
            Some(word) => format!("Retirez les guillemets : écrivez {}.", code(word)),
            None => v.write_or(|| match (v.word(), v.format()) {
                ("null", _) => {
                    format!("Remplacez `null` par {}{}.", v.expected(), v.such_as())
                }
                ("une chaîne", Some(Format::Amount)) => {
                    "Retirez les guillemets et écrivez le montant avec un point et \
                        deux décimales, par exemple `1075.00`."
                        .to_owned()
                }
                ("une chaîne", Some(Format::LineNumber)) => {
                    "Retirez les guillemets : écrivez par exemple `1`.".to_owned()
                }
                ("une chaîne" | "un objet", Some(Format::Array { .. })) => {
                    "Entourez la valeur de crochets : `[` devant, `]` derrière.".to_owned()
                }
                ("un nombre", Some(Format::Text { .. })) => format!(
                    "Mettez la valeur entre guillemets droits `\"`{}.",
                    v.such_as()
                ),
                _ => format!("Écrivez {}{}.", v.expected(), v.such_as()),
            }),
        },
    },
    // None; the place is the array.
    Rule {
        code: Code::S004,
        severities: &[Erreur, Avertissement],
        summary: "Une liste que le document demande de remplir contient au moins \
            un élément.",
        why: "Cette liste porte ce que la demande finance ou concerne : vide, \
            la demande ne dit rien de ce que le document oblige à indiquer.",
        doubt: "La case du document est abîmée : elle demande la liste sans dire \
            clairement qu'elle ne peut pas être vide. Un rejet est possible, \
            pas certain.",
        section: "3.2",
        message: |v| v.says(&format!("la liste {} est vide.", v.key())),
        help: |v| match v.format() {
            Some(Format::Array {
                of: Format::Object(_),
                ..
            }) => format!(
                "Ajoutez au moins un élément entre les crochets de {}, avec \
                    toutes ses clés, comme dans le modèle.",
                v.key()
            ),
            _ => format!(
                "Ajoutez au moins une valeur entre les crochets de {}{}.",
                v.key(),
                v.such_as()
            ),
        },
    },
    // Count: 200, and the number of demandes.
    Rule {
        code: Code::S005,
        severities: &[Erreur],
        summary: "Un fichier contient 200 demandes au plus.",
        why: "Le document fixe à 200 le nombre de demandes par fichier. \
            Au-delà, le fichier entier risque le rejet.",
        doubt: "",
        section: "2.1",
        message: |v| {
            format!(
                "Le fichier {} contient {}, le maximum est de {}.",
                v.file(),
                count(v.count().1, "demande"),
                v.count().0
            )
        },
        help: |v| {
            format!(
                "Répartissez les demandes dans plusieurs fichiers de {} au plus, \
                    numérotées à partir de 1 dans chacun et déposées sous des noms \
                    qui se suivent (`-001`, `-002`…).",
                v.count().0
            )
        },
    },
    // Word: what the outermost value is, "un tableau".
    Rule {
        code: Code::S006,
        severities: &[Erreur],
        summary: "Le fichier est un seul bloc entre accolades : l'entête, puis la \
            liste `lignesImport`.",
        why: "C'est la structure que le premier contrôle attend. Sans elle, le \
            fichier est rejeté en entier.",
        doubt: "",
        section: "2.2",
        message: |v| {
            let kind = kind(v.word()).map_or_else(String::new, |kind| format!(" Trouvé : {kind}."));
            format!(
                "Le fichier {} doit être un seul bloc entre accolades, avec \
                    l'entête et la liste `lignesImport`.{kind}",
                v.file()
            )
        },
        help: |v| match v.word() {
            "un tableau" => "Placez cette liste dans un bloc : `{ \"impId\": null, \
                \"numeroAns\": \"…\", \"SIRET\": \"…\", \"lignesImport\": [ … ] \
                }`."
            .to_owned(),
            _ => "Repartez du modèle de fichier mis à disposition sur le portail \
                et recopiez-y vos demandes."
                .to_owned(),
        },
    },
    // None, or Word("solde").
    Rule {
        code: Code::S007,
        severities: &[Avertissement],
        summary: "Le fichier suit un des modèles que cet outil connaît.",
        why: "Sans modèle reconnu, seules l'écriture du fichier et sa \
            structure générale sont contrôlées : rien n'est dit de ce que le \
            portail pense du contenu des demandes.",
        doubt: "",
        section: "",
        message: |v| match v.word() {
            "solde" => format!(
                "Le fichier {} ressemble à une demande de solde, que cet outil ne \
                    couvre pas : rien n'a été contrôlé au-delà de la structure.",
                v.file()
            ),
            _ => format!(
                "Le fichier {} relève d'un couloir ou d'un modèle non couvert : \
                    rien n'a été contrôlé au-delà de la structure.",
                v.file()
            ),
        },
        help: |v| match v.word() {
            "solde" => "Suivez la documentation de la demande de solde communiquée par \
                l'ASP. Seules les demandes d'avance sont contrôlées ici."
                .to_owned(),
            _ => "Si le fichier relève d'un modèle proposé ici (MS1-DUI, MDV-LGC \
                ou HOP), choisissez ce modèle vous-même pour relancer le \
                contrôle. Sinon, suivez la documentation de votre couloir."
                .to_owned(),
        },
    },
    // Texts: the file's software, the demande's.
    Rule {
        code: Code::S008,
        severities: &[Erreur],
        summary: "Toutes les demandes d'un fichier relèvent du même couloir et du \
            même type de logiciel.",
        why: "Le fichier est déposé pour un seul numéro ANS, donc pour un seul \
            logiciel. Le document demande un fichier distinct pour chaque \
            type de logiciel.",
        doubt: "",
        section: "2.1",
        message: |v| match v.texts() {
            [file, demande] => v.says(&format!(
                "cette demande relève du logiciel {}, alors que le fichier relève \
                    de {}.",
                code(demande),
                code(file)
            )),
            _ => v.says(
                "cette demande ne relève pas du même type de logiciel que le \
                    fichier.",
            ),
        },
        help: |v| match v.texts() {
            [_, demande] => format!(
                "Déposez les demandes {} dans un fichier JSON distinct, sous leur \
                    propre numéro ANS.",
                code(demande)
            ),
            _ => "Déposez cette demande dans un fichier JSON distinct, sous son \
                propre numéro ANS."
                .to_owned(),
        },
    },
    // None.
    Rule {
        code: Code::S009,
        severities: &[Avertissement],
        summary: "Une demande MS1-DUI contient les informations sur les \
            certificats serveur.",
        why: "Le document a ajouté ces informations dans sa version du \
            04/08/2023. Il ne dit pas si le portail lit encore les fichiers \
            faits sur le modèle précédent.",
        doubt: "",
        section: "2.2",
        message: |v| {
            format!(
                "Le fichier {} ne dit rien des certificats serveur : il suit le \
                    modèle d'avant le 04/08/2023.",
                v.file()
            )
        },
        help: |_| {
            "Ajoutez `\"demandeCertificatServeur\": false` dans chaque \
                organisme gestionnaire si aucun certificat n'est demandé. Sinon, \
                repartez du modèle actuel du portail."
                .to_owned()
        },
    },
    // None: an unusual place, once for the file. Word("deux-places"): a key at two places.
    Rule {
        code: Code::S010,
        severities: &[Avertissement],
        summary: "Les informations sur les certificats serveur sont écrites une \
            fois, dans chaque organisme gestionnaire.",
        why: "La figure du document qui montrait leur place est perdue : \
            d'après le tableau, elles vont dans l'organisme gestionnaire, \
            mais aucune phrase n'exclut un autre endroit.",
        doubt: "",
        section: "2.2",
        message: |v| match v.word() {
            "deux-places" => {
                let first = v
                    .elsewhere()
                    .map_or_else(String::new, |place| format!(", la première fois {place}"));
                v.says(&format!(
                    "la clé {} est écrite à deux endroits{first}.",
                    v.key()
                ))
            }
            _ => format!(
                "Le fichier {} écrit les informations sur les certificats serveur \
                    à un endroit inhabituel.",
                v.file()
            ),
        },
        help: |v| match v.word() {
            "deux-places" => "Gardez une seule de ces lignes, de préférence celle de \
                l'organisme gestionnaire."
                .to_owned(),
            _ => "Comparez avec le modèle du portail. S'il ne tranche pas, écrivez \
                ces clés dans chaque organisme gestionnaire, et \
                `certificatServeur` comme un bloc `{ }` et non une liste."
                .to_owned(),
        },
    },
];

fn missing_help(v: &View<'_>) -> String {
    let line = v.own_line();
    match (v.example(), v.format()) {
        (_, Some(Format::Null)) => format!(
            "Ajoutez, dans le bloc qui s'ouvre ligne {line}, {}.",
            member(v, "null")
        ),
        (Some(example), _) => format!(
            "Ajoutez, dans le bloc qui s'ouvre ligne {line}, {} avec votre \
                propre valeur.",
            member(v, example)
        ),
        (None, Some(Format::Array { .. })) => format!(
            "Ajoutez, dans le bloc qui s'ouvre ligne {line}, la liste {}, \
                comme dans le modèle.",
            member(v, "[ … ]")
        ),
        (None, Some(Format::Object(_) | Format::OtherSoftware(_))) => {
            format!(
                "Ajoutez, dans le bloc qui s'ouvre ligne {line}, le bloc {}, \
                    comme dans le modèle.",
                member(v, "{ … }")
            )
        }
        _ => format!(
            "Ajoutez la clé {} et sa valeur dans le bloc qui s'ouvre ligne \
                {line}.",
            v.key()
        ),
    }
}

/// The member to write: `"regimeTVA": "TTC"`.
fn member(v: &View<'_>, value: &str) -> String {
    code(&format!(
        "\"{}\": {value}",
        v.row().map_or("…", |row| row.key)
    ))
}

/// What a value is, in ordinary words; nothing for those that speak for themselves.
fn kind(word: &str) -> Option<&str> {
    match word {
        "une chaîne" => Some("un texte entre guillemets"),
        "un tableau" => Some("une liste entre crochets"),
        "un objet" => Some("un bloc entre accolades"),
        "null" | "un booléen" | "" => None,
        other => Some(other),
    }
}
