//! S: the shape of the file, its keys and the types of their values.

use super::Code;
use super::family::{Family, family};
use crate::diag::Severity::{Avertissement, Erreur};

pub(super) static RULES: Family = family![
    // None; the place is the brace that opens the parent.
    Rule {
        code: Code::S001,
        severities: [Erreur],
        summary: "Toute clé du tableau du document est présente, même quand sa \
            valeur est `null`, sauf si elle est facultative.",
        why: "Le document donne cette clé comme obligatoire. Une valeur à \
            laisser vide s'écrit `null` : la ligne elle-même doit rester \
            dans le fichier.",
        doubt: "",
        section: "3.2",
        message: ["{lieu} : il manque {sujet}."],
        help: [
            "{?correction sûre} Ajoutez, dans le bloc qui s'ouvre ligne {ligne}, {membre \
                vide}.",
            "{?format:null} Ajoutez, dans le bloc qui s'ouvre ligne {ligne}, {membre \
                vide}.",
            "Ajoutez, dans le bloc qui s'ouvre ligne {ligne}, {membre} avec votre propre \
                valeur.",
            "{?format:liste} Ajoutez, dans le bloc qui s'ouvre ligne {ligne}, la liste \
                {membre vide}, comme dans le modèle.",
            "{?format:bloc} Ajoutez, dans le bloc qui s'ouvre ligne {ligne}, le bloc \
                {membre vide}, comme dans le modèle.",
            "Ajoutez la clé {la clé} et sa valeur dans le bloc qui s'ouvre ligne {ligne}.",
        ],
    },
    // Row and Text: the key found, a near spelling. Row and Word: the right key, and the place where it belongs.
    // No row, None: an unknown key. No row, Word("enveloppe"): an unknown block around known keys.
    Rule {
        code: Code::S002,
        severities: [Erreur, Avertissement],
        summary: "Les clés sont celles du document, à leur place, écrites avec les \
            mêmes majuscules et minuscules.",
        why: "Une clé est reconnue à la lettre près et dans son bloc. Mal \
            écrite ou mal placée, elle manque : le portail ne trouve pas la \
            valeur obligatoire.",
        doubt: "Aucune phrase du document ne dit ce que le portail fait d'une \
            clé qu'il ne connaît pas : il peut l'ignorer comme il peut \
            rejeter le fichier ou la demande.",
        section: "3.2",
        message: [
            "{lieu} : la clé {texte} n'existe pas, elle s'écrit {clé}.",
            "{lieu} : la clé {clé} n'est pas à sa place, elle va dans le bloc « {mot} ».",
            "{?mot:enveloppe} {lieu} : le bloc {clé trouvée} n'est pas prévu par le \
                document, alors que ce qu'il contient l'est.",
            "{lieu} : la clé {clé trouvée} n'est pas prévue par le document à cet \
                endroit.",
        ],
        help: [
            "{?texte} Écrivez {clé}, avec exactement ces majuscules et ces minuscules.",
            "Déplacez {clé} et sa valeur dans le bloc « {mot} ».",
            "{?mot:enveloppe} Supprimez ce bloc en gardant ce qu'il contient : ses clés \
                remontent d'un niveau.",
            "Vérifiez l'orthographe de cette clé dans le modèle. Si le modèle ne la \
                contient pas, supprimez-la avec sa valeur.",
        ],
    },
    // Word or Type: what is found, "une chaîne"; or Text: the word between quotes, "null", "true" or "false".
    Rule {
        code: Code::S003,
        severities: [Erreur, Avertissement],
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
        message: [
            "{lieu} : pour {sujet}, {texte} s'écrit sans guillemets. Trouvé : {valeur}.",
            "{lieu} : pour {sujet}, le document demande {demandé}. Trouvé : {valeur}{, \
                |nature}.",
        ],
        help: [
            "Retirez les guillemets : écrivez {texte}.",
            "{correction}",
            "{?mot:null} Remplacez `null` par {demandé}{par exemple}.",
            "{?mot:une chaîne}{?format:montant} Retirez les guillemets et écrivez le \
                montant avec un point et deux décimales, par exemple `1075.00`.",
            "{?mot:une chaîne}{?format:numéro de ligne} Retirez les guillemets : écrivez \
                par exemple `1`.",
            "{?format:liste de blocs}{?mot:un objet} Entourez la valeur de crochets : \
                `[` devant, `]` derrière.",
            "Écrivez {demandé}{par exemple}.",
        ],
    },
    // None; the place is the array.
    Rule {
        code: Code::S004,
        severities: [Erreur, Avertissement],
        summary: "Une liste que le document demande de remplir contient au moins \
            un élément.",
        why: "Cette liste porte ce que la demande finance ou concerne : vide, \
            la demande ne dit rien de ce que le document oblige à indiquer.",
        doubt: "La case du document est abîmée : elle demande la liste sans dire \
            clairement qu'elle ne peut pas être vide. Un rejet est possible, \
            pas certain.",
        section: "3.2",
        message: ["{lieu} : la liste {la clé} est vide."],
        help: [
            "{?format:liste de blocs} Ajoutez au moins un élément entre les crochets de \
                {la clé}, avec toutes ses clés, comme dans le modèle.",
            "Ajoutez au moins une valeur entre les crochets de {la clé}{par exemple}.",
        ],
    },
    // Count: 200, and the number of demandes.
    Rule {
        code: Code::S005,
        severities: [Erreur],
        summary: "Un fichier contient 200 demandes au plus.",
        why: "Le document fixe à 200 le nombre de demandes par fichier. \
            Au-delà, le fichier entier risque le rejet.",
        doubt: "",
        section: "2.1",
        message: ["Le fichier {fichier} contient {compte:demande}, le maximum est de {attendu}."],
        help: [
            "Répartissez les demandes dans plusieurs fichiers de {attendu} au plus, \
            numérotées à partir de 1 dans chacun et déposées sous des noms qui se \
            suivent (`-001`, `-002`…).",
        ],
    },
    // Word: what the outermost value is, "un tableau".
    Rule {
        code: Code::S006,
        severities: [Erreur],
        summary: "Le fichier est un seul bloc entre accolades : l'entête, puis la \
            liste `lignesImport`.",
        why: "C'est la structure que le premier contrôle attend. Sans elle, le \
            fichier est rejeté en entier.",
        doubt: "",
        section: "2.2",
        message: [
            "Le fichier {fichier} doit être un seul bloc entre accolades, avec l'entête \
            et la liste `lignesImport`.{ Trouvé : |nature|.}",
        ],
        help: [
            "{?mot:un tableau} Placez cette liste dans un bloc : `{ \"impId\": null, \
                \"numeroAns\": \"…\", \"SIRET\": \"…\", \"lignesImport\": [ … ] }`.",
            "Repartez du modèle de fichier mis à disposition sur le portail et \
                recopiez-y vos demandes.",
        ],
    },
    // None, or Word("solde").
    Rule {
        code: Code::S007,
        severities: [Avertissement],
        summary: "Le fichier suit un des modèles que cet outil connaît.",
        why: "Sans modèle reconnu, seules l'écriture du fichier et sa \
            structure générale sont contrôlées : rien n'est dit de ce que le \
            portail pense du contenu des demandes.",
        doubt: "",
        section: "",
        message: [
            "{?mot:solde} Le fichier {fichier} ressemble à une demande de solde, que cet \
                outil ne couvre pas : rien n'a été contrôlé au-delà de la structure.",
            "Le fichier {fichier} relève d'un couloir ou d'un modèle non couvert : rien \
                n'a été contrôlé au-delà de la structure.",
        ],
        help: [
            "{?mot:solde} Suivez la documentation de la demande de solde communiquée par \
                l'ASP. Seules les demandes d'avance sont contrôlées ici.",
            "Si le fichier relève d'un modèle proposé ici (MS1-DUI, MDV-LGC ou HOP), \
                choisissez ce modèle vous-même pour relancer le contrôle. Sinon, suivez la \
                documentation de votre couloir.",
        ],
    },
    // Texts: the file's software, the demande's.
    Rule {
        code: Code::S008,
        severities: [Erreur],
        summary: "Toutes les demandes d'un fichier relèvent du même couloir et du \
            même type de logiciel.",
        why: "Le fichier est déposé pour un seul numéro ANS, donc pour un seul \
            logiciel. Le document demande un fichier distinct pour chaque \
            type de logiciel.",
        doubt: "",
        section: "2.1",
        message: [
            "{lieu} : cette demande relève du logiciel {second}, alors que le fichier \
                relève de {premier}.",
            "{lieu} : cette demande ne relève pas du même type de logiciel que le \
                fichier.",
        ],
        help: [
            "Déposez les demandes {second} dans un fichier JSON distinct, sous leur \
                propre numéro ANS.",
            "Déposez cette demande dans un fichier JSON distinct, sous son propre numéro \
                ANS.",
        ],
    },
    // None.
    Rule {
        code: Code::S009,
        severities: [Avertissement],
        summary: "Une demande MS1-DUI contient les informations sur les \
            certificats serveur.",
        why: "Le document a ajouté ces informations dans sa version du \
            04/08/2023. Il ne dit pas si le portail lit encore les fichiers \
            faits sur le modèle précédent.",
        doubt: "",
        section: "2.2",
        message: [
            "Le fichier {fichier} ne dit rien des certificats serveur : il suit le \
            modèle d'avant le 04/08/2023.",
        ],
        help: [
            "Ajoutez `\"demandeCertificatServeur\": false` dans chaque organisme \
            gestionnaire si aucun certificat n'est demandé. Sinon, repartez du modèle \
            actuel du portail.",
        ],
    },
    // None: an unusual place, once for the file. Word("deux-places"): a key at two places.
    Rule {
        code: Code::S010,
        severities: [Avertissement],
        summary: "Les informations sur les certificats serveur sont écrites une \
            fois, dans chaque organisme gestionnaire.",
        why: "La figure du document qui montrait leur place est perdue : \
            d'après le tableau, elles vont dans l'organisme gestionnaire, \
            mais aucune phrase n'exclut un autre endroit.",
        doubt: "",
        section: "2.2",
        message: [
            "{?mot:deux-places} {lieu} : la clé {la clé} est écrite à deux endroits{, la \
                première fois |ailleurs}.",
            "Le fichier {fichier} écrit les informations sur les certificats serveur à \
                un endroit inhabituel.",
        ],
        help: [
            "{?mot:deux-places} Gardez une seule de ces lignes, de préférence celle de \
                l'organisme gestionnaire.",
            "Comparez avec le modèle du portail. S'il ne tranche pas, écrivez ces clés \
                dans chaque organisme gestionnaire, et `certificatServeur` comme un bloc `{ \
                }` et non une liste.",
        ],
    },
];
