//! C: values that must agree with one another.

use super::Code;
use super::family::{Family, family};
use crate::diag::Severity::{Avertissement, Erreur, Information};

pub(super) static RULES: Family = family![
    // Row.
    Rule {
        code: Code::C001,
        severities: [Erreur],
        summary: "Quand un mandataire porte la commande, son nom, son courriel et \
            son téléphone sont indiqués.",
        why: "D'après le document, ces valeurs sont obligatoires dès que les \
            réponses de la demande disent qu'un mandataire porte la \
            commande.",
        doubt: "",
        section: "3.2",
        message: [
            "{lieu} : il manque une valeur pour {sujet}, alors qu'un mandataire porte la \
            commande.",
        ],
        help: [
            "Remplacez `null` par la valeur entre guillemets{par exemple}. S'il n'y a \
            pas de mandataire, écrivez plutôt `false` pour `isMandataire`.",
        ],
    },
    // Row.
    Rule {
        code: Code::C002,
        severities: [Erreur],
        summary: "Sans mandataire à indiquer, les valeurs du mandataire sont à \
            `null`.",
        why: "Le document demande `null` dans tous les cas où les réponses de \
            la demande n'annoncent pas un mandataire qui signe pour \
            plusieurs clients.",
        doubt: "",
        section: "3.2",
        message: [
            "{lieu} : {sujet} doit rester à `null`, car cette demande n'a pas de \
            mandataire à indiquer.{trouvé}",
        ],
        help: [
            "Écrivez `null`, sans guillemets. Si un mandataire signe bien pour plusieurs \
            clients, corrigez plutôt les réponses qui le disent (`isMandataire`, et \
            `isClientUnique` si le modèle l'a).",
        ],
    },
    // Row; the place is the array.
    Rule {
        code: Code::C003,
        severities: [Erreur],
        summary: "Une commande pour des médecins libéraux indique au moins un \
            médecin.",
        why: "Quand `commandePour` vaut `\"LIBERAL\"`, le document demande les \
            médecins concernés dans `liberal` : vide, la demande n'a pas de \
            bénéficiaire.",
        doubt: "",
        section: "3.2",
        message: [
            "{lieu} : la liste `liberal` ne contient aucun médecin, alors que la \
            commande est pour des médecins libéraux.",
        ],
        help: [
            "Ajoutez chaque médecin dans `liberal`, avec `nomMedecin`, `emailMedecin`, \
            `telephoneMedecin` et `RPPS`. Si la commande est pour un centre ou une \
            maison de santé, écrivez `\"STRUCTURE\"` dans `commandePour`.",
        ],
    },
    // Row; the place is the `structure` value, or `beneficiaires` when it is absent.
    Rule {
        code: Code::C004,
        severities: [Erreur],
        summary: "Une commande pour une structure d'exercice coordonné décrit \
            cette structure.",
        why: "Quand `commandePour` vaut `\"STRUCTURE\"`, le document rend \
            obligatoires les valeurs du bloc `structure` : vide, la demande \
            n'a pas de bénéficiaire.",
        doubt: "",
        section: "3.2",
        message: [
            "{lieu} : le bloc `structure` manque ou n'est pas rempli, alors que la \
            commande est pour une structure.",
        ],
        help: [
            "Remplissez `structure` avec `FINESSJuridique`, `nomResponsable`, \
            `emailResponsable`, `telephoneResponsable` et `FINESSGeo`. Si la commande \
            est pour des médecins libéraux, écrivez `\"LIBERAL\"` dans `commandePour`.",
        ],
    },
    // Word: "plusieurs" (the flag is true, there are several) or "un-seul"; the place is `isClientUnique`.
    Rule {
        code: Code::C005,
        severities: [Erreur],
        summary: "`isClientUnique` s'accorde avec le nombre de bénéficiaires \
            indiqués.",
        why: "Le document définit cette réponse par le nombre de médecins \
            (médecine de ville) ou de FINESS PMSI différents (hôpital) : \
            l'une des deux indications est fausse.",
        doubt: "",
        section: "3.2",
        message: [
            "{?mot:plusieurs} {lieu} : `isClientUnique` annonce un seul client, mais \
                plusieurs sont indiqués.",
            "{?mot:un-seul} {lieu} : `isClientUnique` annonce plusieurs clients, mais un \
                seul est indiqué.",
            "{lieu} : `isClientUnique` ne s'accorde pas avec le nombre de clients \
                indiqués.",
        ],
        help: [
            "{?mot:plusieurs} Écrivez `false` pour `isClientUnique`, ou retirez les \
                clients indiqués en trop.",
            "{?mot:un-seul} Écrivez `true` pour `isClientUnique`, ou ajoutez les clients \
                qui manquent.",
            "Écrivez `true` pour un seul client, `false` pour plusieurs.",
        ],
    },
    // Count: the number expected and the number found; related: the same number, when it is used twice.
    Rule {
        code: Code::C006,
        severities: [Erreur, Avertissement],
        summary: "Les demandes sont numérotées 1, 2, 3… dans l'ordre du fichier.",
        why: "Le numéro de ligne distingue les demandes d'un fichier et \
            commence à 1 : répété ou mal commencé, il ne dit plus de quelle \
            demande il s'agit.",
        doubt: "Le document parle d'un numéro incrémenté à partir de 1, sans \
            dire qu'un numéro sauté ou un autre ordre entraîne un rejet.",
        section: "3.2",
        message: [
            "{lieu} : le numéro de ligne {compte} est déjà employé {ailleurs}.",
            "{?avertissement} {lieu} : le numéro de ligne est {compte}, alors que la \
                numérotation en est à {attendu}.",
            "{lieu} : la numérotation des demandes commence à {compte} au lieu de \
                {attendu}.",
        ],
        help: [
            "Écrivez {attendu cité} pour `numLigne` : les demandes se numérotent 1, 2, \
            3… dans l'ordre du fichier.",
        ],
    },
    // Text: the number; related: the first use, in another file for a warning.
    Rule {
        code: Code::C007,
        severities: [Erreur, Avertissement],
        summary: "Chaque demande a son propre numéro éditeur.",
        why: "Ce numéro unique relie la demande à ses pièces justificatives : \
            partagé par deux demandes, il ne permet plus de savoir à \
            laquelle va une pièce.",
        doubt: "Le document demande un numéro unique par demande. S'il s'agit \
            d'une même demande déposée deux fois, ou corrigée après un \
            rejet, il lui faut un nouveau numéro.",
        section: "3.2",
        message: ["{lieu} : le numéro éditeur {citation} est déjà employé{ |ailleurs}."],
        help: [
            "{?autre fichier} Déposez un seul des deux fichiers s'ils contiennent la \
                même demande. Sinon, donnez à l'une des deux un numéro éditeur jamais \
                employé, et renommez ses pièces.",
            "Donnez à cette demande un numéro éditeur jamais employé, et reprenez-le \
                dans les noms de ses pièces justificatives.",
        ],
    },
    // Row; the place is the array.
    Rule {
        code: Code::C008,
        severities: [Erreur],
        summary: "Une demande est accompagnée de son bon de commande.",
        why: "Le bon de commande est la pièce sur laquelle la demande repose : \
            la date, le montant et les bénéficiaires lui sont comparés.",
        doubt: "",
        section: "3.2",
        message: ["{lieu} : il manque le bon de commande dans `piecesJustificatives`."],
        help: [
            "Ajoutez une pièce de type `\"BON_COMMANDE\"`, nommée {pièce:BDC} (ou \
                `.png`, `.jpg`), et joignez le fichier au dépôt.",
            "Ajoutez une pièce de type `\"BON_COMMANDE\"`, et joignez le fichier au \
                dépôt.",
        ],
    },
    // Row; the place is the `typeFichier` too many.
    Rule {
        code: Code::C009,
        severities: [Erreur],
        summary: "Une demande n'a qu'un seul bon de commande.",
        why: "Le document le dit : une demande de financement ne comporte \
            qu'un seul bon de commande.",
        doubt: "",
        section: "3.1",
        message: ["{lieu} : la demande contient plusieurs bons de commande."],
        help: [
            "Gardez une seule pièce de type `\"BON_COMMANDE\"`. Si cette pièce est la \
            preuve du régime HT, écrivez `\"PREUVE_HT\"`. Si elle relève d'une autre \
            commande, faites-en une autre demande.",
        ],
    },
    // Row; the place is the array.
    Rule {
        code: Code::C010,
        severities: [Erreur],
        summary: "Une demande au régime HT est accompagnée de la preuve de ce \
            régime.",
        why: "Le document demande, pour un fournisseur au régime HT, \
            l'attestation de non-assujettissement à la TVA délivrée par la \
            Direction des Finances Publiques.",
        doubt: "",
        section: "3.2",
        message: [
            "{lieu} : il manque la preuve du régime HT dans `piecesJustificatives`, \
            alors que `regimeTVA` vaut `\"HT\"`.",
        ],
        help: [
            "Ajoutez une pièce de type `\"PREUVE_HT\"`, nommée {pièce:HT} (ou `.png`, \
                `.jpg`) : l'attestation de non-assujettissement à la TVA. Si vous facturez \
                avec TVA, écrivez `\"TTC\"` pour `regimeTVA`.",
            "Ajoutez une pièce de type `\"PREUVE_HT\"` : l'attestation de \
                non-assujettissement à la TVA. Si vous facturez avec TVA, écrivez `\"TTC\"` \
                pour `regimeTVA`.",
        ],
    },
    // Row; the place is the `typeFichier` too many.
    Rule {
        code: Code::C011,
        severities: [Avertissement],
        summary: "Une demande au régime TTC n'a pas de preuve de régime HT.",
        why: "Aucune phrase du document n'interdit cette pièce, mais elle \
            contredit le régime indiqué : la personne qui instruit la \
            demande peut hésiter entre les deux.",
        doubt: "",
        section: "",
        message: [
            "{lieu} : une preuve de régime HT accompagne la demande, alors que \
            `regimeTVA` vaut `\"TTC\"`.",
        ],
        help: [
            "Si vous n'êtes pas assujetti à la TVA, écrivez `\"HT\"` pour `regimeTVA`. \
            Sinon, retirez cette pièce.",
        ],
    },
    // Text: the FINESS; the place is the scenario's.
    Rule {
        code: Code::C012,
        severities: [Erreur],
        summary: "Un scénario d'installation concerne un ESMS de la demande.",
        why: "Le document décrit un scénario pour chaque ESMS du bon de \
            commande : un FINESS qui n'est dans aucune liste `FINESSGeos` ne \
            désigne aucun bénéficiaire.",
        doubt: "",
        section: "3.2",
        message: [
            "{lieu} : le scénario d'installation porte sur le FINESS {citation}, qui \
            n'est dans aucune liste `FINESSGeos` de la demande.",
        ],
        help: [
            "Vérifiez le numéro. S'il est juste, ajoutez-le à la liste `FINESSGeos` de \
            son organisme gestionnaire ; sinon, corrigez-le ou supprimez ce scénario.",
        ],
    },
    // Text: the FINESS; the place is the OG's.
    Rule {
        code: Code::C013,
        severities: [Erreur],
        summary: "Chaque ESMS de la demande a un scénario d'installation.",
        why: "Le document demande de répéter le scénario autant de fois qu'il \
            y a d'ESMS dans le bon de commande.",
        doubt: "",
        section: "3.2",
        message: ["{lieu} : le FINESS {citation} n'a pas de scénario d'installation."],
        help: [
            "Ajoutez dans `scenarioInstallation` un scénario dont `FINESSGeo` est \
            {citation}, ou retirez ce FINESS s'il n'est pas dans le bon de commande.",
        ],
    },
    // Text: the FINESS; related: the first of the two.
    Rule {
        code: Code::C014,
        severities: [Avertissement],
        summary: "Un même FINESS n'est pas indiqué deux fois dans une demande.",
        why: "Aucune phrase du document n'interdit une répétition, mais elle \
            cache souvent un autre établissement oublié, ou le fait financer \
            deux fois.",
        doubt: "",
        section: "",
        message: [
            "{lieu} : le FINESS {citation} est indiqué plusieurs fois{, d'abord \
            |ailleurs}.",
        ],
        help: ["Retirez la répétition, ou écrivez le FINESS de l'établissement voulu."],
    },
    // Row.
    Rule {
        code: Code::C015,
        severities: [Erreur],
        summary: "Sans demande de certificat serveur, les valeurs du certificat \
            sont à `null`.",
        why: "Le document demande `null` pour chacune de ces valeurs quand \
            `demandeCertificatServeur` vaut `false`.",
        doubt: "",
        section: "3.2",
        message: [
            "{lieu} : {sujet} doit rester à `null`, car aucun certificat serveur n'est \
            demandé.{trouvé}",
        ],
        help: [
            "Écrivez `null`, sans guillemets. Si vous demandez bien un certificat, \
            écrivez `true` pour `demandeCertificatServeur`.",
        ],
    },
    // Row.
    Rule {
        code: Code::C016,
        severities: [Erreur],
        summary: "Une demande de certificat serveur est accompagnée des valeurs \
            qu'elle rend obligatoires.",
        why: "Le document rend cette valeur obligatoire quand \
            `demandeCertificatServeur` vaut `true`, parfois selon le statut \
            et les contrats indiqués.",
        doubt: "",
        section: "3.2",
        message: [
            "{lieu} : il manque une valeur pour {sujet}, nécessaire à la demande de \
            certificat serveur.",
        ],
        help: [
            "Remplacez `null` par {nature demandée}{par exemple}. Si vous ne demandez \
            pas de certificat, écrivez `false` pour `demandeCertificatServeur` et \
            `null` pour le reste.",
        ],
    },
    // Row.
    Rule {
        code: Code::C017,
        severities: [Erreur, Avertissement],
        summary: "Le bloc d'un autre logiciel que celui de la demande reste à \
            `false` ou `null`.",
        why: "Le document demande, pour une demande DPI, de remplir le bloc \
            PFI avec les valeurs `false` ou `null`.",
        doubt: "Le document ne décrit que les demandes DPI : pour ce logiciel, \
            la règle est déduite de la leur. Un rejet est possible, pas \
            certain.",
        section: "3.2",
        message: [
            "{lieu} : {sujet} concerne un autre logiciel que celui de la demande et doit \
            rester à `false` ou `null`.{trouvé}",
        ],
        help: [
            "{?format:booléen} Écrivez `false`, sans guillemets.",
            "{?format:opérateur,null} Écrivez `null`, sans guillemets.",
            "Écrivez `false` pour une réponse, `null` pour un code, sans guillemets.",
        ],
    },
    // Row.
    Rule {
        code: Code::C018,
        severities: [Avertissement],
        summary: "La date de la commande n'est pas dans le futur.",
        why: "Cette date doit être celle inscrite sur le bon de commande, donc \
            passée au moment du dépôt. Aucune phrase du document n'annonce \
            pour autant un rejet automatique.",
        doubt: "",
        section: "",
        message: ["{lieu} : {sujet} tombe après aujourd'hui.{trouvé}"],
        help: [
            "Écrivez la date que porte le bon de commande signé, le jour d'abord, puis \
            le mois.",
        ],
    },
    // Row.
    Rule {
        code: Code::C019,
        severities: [Erreur, Avertissement],
        summary: "Pour une commande de médecins libéraux, `structure` est un bloc \
            vide `{}`.",
        why: "Le document demande `structure = {}` quand `commandePour` vaut \
            `\"LIBERAL\"` : un bloc rempli annonce un second bénéficiaire.",
        doubt: "Le document demande un bloc vide `{}`. Rien n'y est indiqué ici, \
            mais l'écriture n'est pas celle-là : le portail peut s'y \
            arrêter.",
        section: "3.2",
        message: [
            "{?avertissement} {lieu} : le bloc `structure` doit s'écrire `{}` quand la \
                commande est pour des médecins libéraux.",
            "{lieu} : le bloc `structure` est rempli, alors que la commande est pour des \
                médecins libéraux.",
        ],
        help: [
            "{?avertissement} Écrivez `\"structure\": {}`.",
            "Écrivez `\"structure\": {}`. Si la commande est pour un centre ou une \
                maison de santé, écrivez `\"STRUCTURE\"` dans `commandePour` et videz \
                `liberal`.",
        ],
    },
    // Row.
    Rule {
        code: Code::C020,
        severities: [Erreur],
        summary: "Sans mandataire, le courriel et le téléphone de chaque médecin \
            sont indiqués.",
        why: "Le document ne rend ces valeurs facultatives que pour un médecin \
            représenté par un mandataire.",
        doubt: "",
        section: "3.2",
        message: ["{lieu} : il manque une valeur pour {sujet}, obligatoire sans mandataire."],
        help: [
            "Remplacez `null` par la valeur entre guillemets{par exemple}. Si un \
            mandataire représente ce médecin, écrivez `true` pour `isMandataire`.",
        ],
    },
    // Text: the RPPS; related: the first of the two.
    Rule {
        code: Code::C021,
        severities: [Avertissement],
        summary: "Un même médecin n'est pas indiqué deux fois dans une demande.",
        why: "Aucune phrase du document n'interdit une répétition, mais elle \
            cache souvent un autre médecin oublié, ou fait compter deux fois \
            le même.",
        doubt: "",
        section: "",
        message: ["{lieu} : le RPPS {citation} est indiqué plusieurs fois{, d'abord |ailleurs}."],
        help: ["Retirez le médecin répété, ou écrivez le RPPS du médecin voulu."],
    },
    // Texts: the reminder, and the ranks of the demandes.
    Rule {
        code: Code::C022,
        severities: [Information],
        summary: "Certaines réponses supposent un profil de référencement du \
            logiciel, ou sont à relire ensemble.",
        why: "Le document lie ces réponses entre elles, ou au référencement du \
            logiciel par l'ANS, que le fichier ne contient pas : cet outil \
            ne peut que vous le rappeler.",
        doubt: "",
        section: "3.2",
        message: [
            "{?plusieurs demandes} À vérifier avant le dépôt : {rappel}. Demandes \
                concernées : {lesquelles}.",
            "À vérifier avant le dépôt : {rappel}. Demande concernée : {lesquelles}.",
            "À vérifier avant le dépôt : certaines réponses supposent que le logiciel \
                est référencé avec un profil précis.",
        ],
        help: [
            "Si tout est juste, vous n'avez rien à changer. Sinon, corrigez la réponse \
            dans ces demandes avant de les déposer.",
        ],
    },
    // Row.
    Rule {
        code: Code::C023,
        severities: [Erreur, Avertissement],
        summary: "Pour une commande de structure, `liberal` est une liste vide \
            `[]`.",
        why: "Le document demande une liste vide quand `commandePour` vaut \
            `\"STRUCTURE\"` : un médecin indiqué annonce un second \
            bénéficiaire.",
        doubt: "Le document demande une liste vide `[]`. Aucun médecin n'est \
            indiqué ici, mais l'écriture n'est pas celle-là : le portail \
            peut s'y arrêter.",
        section: "3.2",
        message: [
            "{?avertissement} {lieu} : la liste `liberal` doit s'écrire `[]` quand la \
                commande est pour une structure.",
            "{lieu} : la liste `liberal` est remplie, alors que la commande est pour une \
                structure.",
        ],
        help: [
            "{?avertissement} Écrivez `\"liberal\": []`.",
            "Écrivez `\"liberal\": []`. Si la commande est pour des médecins libéraux, \
                écrivez `\"LIBERAL\"` dans `commandePour` et `{}` pour `structure`.",
        ],
    },
    // Row.
    Rule {
        code: Code::C024,
        severities: [Erreur],
        summary: "Pour une commande de structure, `isMandataire` et \
            `isClientUnique` ne valent pas `true`.",
        why: "Le document demande de ne pas renseigner ces deux réponses quand \
            la commande est pour une structure, et donne `false` pour ce \
            cas.",
        doubt: "",
        section: "3.2",
        message: [
            "{lieu} : {sujet} doit rester à `false` ou `null` quand la commande est pour \
            une structure.{trouvé}",
        ],
        help: [
            "Écrivez `false`. Si la commande est pour des médecins libéraux, écrivez \
            `\"LIBERAL\"` dans `commandePour`.",
        ],
    },
    // Row.
    Rule {
        code: Code::C025,
        severities: [Avertissement],
        summary: "Quand le logiciel n'est pas maître d'identité, `isRefSoins` est \
            à `null`.",
        why: "Le document le dit dans la description de cette réponse, mais \
            son format ne prévoit que `true` ou `false` : on ne sait pas ce \
            que le portail refuse.",
        doubt: "",
        section: "3.2",
        message: [
            "{lieu} : le document demande `null` pour {sujet} quand `isMaitreId` vaut \
            `false`.{trouvé}",
        ],
        help: [
            "Écrivez `null`, sans guillemets, ou écrivez `true` pour `isMaitreId` si le \
            logiciel est installé en maître d'identité.",
        ],
    },
    // Row; the place is `commandePour`.
    Rule {
        code: Code::C026,
        severities: [Erreur],
        summary: "`commandePour` désigne le bloc rempli : `liberal` ou \
            `structure`.",
        why: "La valeur et les blocs se contredisent : le document demande de \
            remplir celui que `commandePour` désigne, et de laisser l'autre \
            vide.",
        doubt: "",
        section: "3.2",
        message: [
            "{?source:\"LIBERAL\"} {lieu} : `commandePour` vaut `\"LIBERAL\"`, alors que \
                `liberal` est vide et `structure` est rempli.",
            "{?source:\"STRUCTURE\"} {lieu} : `commandePour` vaut `\"STRUCTURE\"`, alors \
                que `structure` est vide et `liberal` est rempli.",
            "{lieu} : `commandePour` désigne un bloc vide, alors que l'autre est \
                rempli.{trouvé}",
        ],
        help: [
            "{?source:\"LIBERAL\"} Si les bénéficiaires indiqués sont les bons, écrivez \
                `\"STRUCTURE\"` pour `commandePour`. Sinon, remplissez le bloc désigné et \
                videz l'autre.",
            "Si les bénéficiaires indiqués sont les bons, écrivez `\"LIBERAL\"` pour \
                `commandePour`. Sinon, remplissez le bloc désigné et videz l'autre.",
        ],
    },
];
