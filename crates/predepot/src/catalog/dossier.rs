//! R and X: the answer of the ASP, and files that cannot be checked.

use super::Code;
use super::family::{Family, family};
use crate::diag::Severity::{Avertissement, Erreur, Information};

pub(super) static RULES: Family = family![
    // Count: demandes with an answer, demandes rejected.
    Rule {
        code: Code::R001,
        severities: [Information],
        summary: "Un fichier dont des demandes portent un code de traitement est \
            une réponse de l'ASP, pas un dépôt.",
        why: "Après ses contrôles, l'ASP rend le fichier avec un code et un \
            libellé par demande. Une demande rejetée se redépose dans un \
            autre fichier, avec un nouveau numéro éditeur.",
        doubt: "",
        section: "1.2",
        message: [
            "{?simulation} Le fichier {fichier} est une simulation écrite par prédépôt, \
                pas une réponse de l'ASP : {attendu:résultat}, {compte:rejet}.",
            "{?compte:0} Le fichier {fichier} est une réponse de l'ASP : \
                {attendu:résultat}, aucun rejet.",
            "Le fichier {fichier} est une réponse de l'ASP : {attendu:résultat}, dont \
                {compte:rejet}.",
        ],
        help: [
            "{?simulation} Ne la déposez pas sur le portail : déposez le fichier d'où elle \
                vient, une fois corrigé.",
            "{?compte:0} Conservez ce fichier : le numéro ASP de chaque demande servira \
                pour la demande de solde.",
            "Conservez ce fichier. Ne le déposez pas à nouveau : reprenez les seules \
                demandes rejetées dans un nouveau fichier, corrigées, avec un nouveau \
                numéro éditeur chacune.",
        ],
    },
    // Text: the ASP's label, maybe empty.
    Rule {
        code: Code::R002,
        severities: [Erreur],
        summary: "L'ASP a rejeté cette demande.",
        why: "L'ASP n'enregistre pas une demande rejetée. Son contrôle \
            s'arrête à la première erreur : d'autres peuvent suivre, et cet \
            outil les cherche toutes.",
        doubt: "",
        section: "1.2",
        message: [
            "{?simulation} {lieu} : la simulation prévoit un rejet, dont l'ASP n'a rien dit.{ Motif écrit : |motif|.}",
            "{lieu} : l'ASP a rejeté cette demande. Motif donné : {motif}.",
            "{lieu} : l'ASP a rejeté cette demande sans donner de motif.",
        ],
        help: [
            "{?simulation} Corrigez la demande dans le fichier d'où vient la simulation. Elle \
                garde son numéro éditeur.",
            "Corrigez la demande, donnez-lui un nouveau numéro éditeur (dans les noms de \
            ses pièces aussi), remettez à `null` les valeurs écrites par l'ASP, puis \
            déposez-la dans un autre fichier.",
        ],
    },
    // Word: what the content is, "texte" or "binaire". Or Text: the same, when it is known.
    Rule {
        code: Code::X001,
        severities: [Avertissement],
        summary: "Un fichier déposé ici est d'une nature que cet outil reconnaît \
            et contrôle.",
        why: "Le portail reçoit des fichiers JSON et des ZIP de pièces. Rien \
            n'a été contrôlé dans ce fichier : cet outil ne dit pas si le \
            portail l'acceptera.",
        doubt: "",
        section: "",
        message: [
            "{?mot:texte} Le fichier {fichier} est un texte, mais pas un JSON : il n'a \
                pas été contrôlé.",
            "Le fichier {fichier} n'est ni un JSON, ni un ZIP, ni une pièce PDF, PNG ou \
                JPG{, mais |texte nu|} : il n'a pas été contrôlé.",
        ],
        help: [
            "{?mot:texte} Si c'est le fichier de vos demandes, exportez-le au format \
                JSON. Sinon, retirez-le.",
            "{?texte:une archive} Sortez-en les pièces et placez-les à la racine d'un ZIP.",
            "Si c'est une pièce, enregistrez-la en PDF (ou PNG, JPG), sous le `nomFichier` \
                que déclare sa demande. Si ce sont vos demandes, exportez-les au format \
                JSON. Sinon, retirez ce fichier.",
        ],
    },
    // Text: the reason, as the system gives it.
    Rule {
        code: Code::X002,
        severities: [Erreur],
        summary: "Un fichier déposé ici peut être lu par votre ordinateur.",
        why: "Rien n'a pu être contrôlé dans ce fichier. S'il ne se lit pas \
            ici, il ne s'enverra sans doute pas non plus au portail.",
        doubt: "",
        section: "",
        message: ["Le fichier {fichier} n'a pas pu être lu.{ Raison donnée : |raison|.}"],
        help: [
            "Fermez-le dans les autres logiciels, copiez-le sur votre ordinateur s'il \
            est en ligne ou sur une clé, puis déposez-le à nouveau.",
        ],
    },
    // Count: the limit and the size, in MiB.
    Rule {
        code: Code::X003,
        severities: [Erreur],
        summary: "Un fichier ne dépasse pas ce qu'un dépôt peut être : 64 Mo pour \
            un JSON ; 1 Go ou 10 000 fichiers pour un ZIP.",
        why: "Ces limites sont celles de cet outil, bien au-dessus de ce que \
            le document permet (200 demandes par JSON, 200 Mo par ZIP). Le \
            fichier n'a pas été lu.",
        doubt: "",
        section: "",
        message: [
            "{?dépassement} Le fichier {fichier} pèse {compte} Mo, bien au-delà de ce \
                qu'un dépôt peut être ({attendu} Mo).",
            "Le fichier {fichier} est bien plus gros que ce qu'un dépôt peut être.",
        ],
        help: [
            "Vérifiez que c'est le bon fichier. Un dépôt se partage en plusieurs JSON de \
            200 demandes au plus, et en plusieurs ZIP de 200 Mo au plus.",
        ],
    },
];
