//! F: what a value looks like.

use super::Code;
use super::family::{Family, family};
use crate::diag::Severity::{Avertissement, Erreur};

pub(super) static RULES: Family = family![
    // Row; Count: characters expected and found.
    Rule {
        code: Code::F001,
        severities: [Erreur],
        summary: "Un texte de longueur fixe compte exactement le nombre de \
            caractères du document.",
        why: "Le document donne cette longueur par « VARCHAR (=n) » : ni plus, \
            ni moins. Les espaces comptent.",
        doubt: "",
        section: "3.2",
        message: ["{lieu} : {sujet} compte {compte:caractère} au lieu de {attendu}.{trouvé}"],
        help: [
            "{correction}",
            "Écrivez exactement {attendu:caractère}, sans espace{par exemple}.",
        ],
    },
    // Row; Count: the limit n of "VARCHAR (<n)" and the characters found; a warning when they are equal.
    Rule {
        code: Code::F002,
        severities: [Erreur, Avertissement],
        summary: "Un texte reste en dessous de la longueur que donne le document.",
        why: "Le document borne cette longueur par « VARCHAR (<n) » : un texte \
            plus long ne tient pas dans la place prévue.",
        doubt: "Le document écrit « VARCHAR (<n) » : à la lettre, n caractères \
            sont déjà un de trop, mais le portail compte peut-être « n au \
            plus ».",
        section: "3.2",
        message: [
            "{?avertissement} {lieu} : {sujet} compte {compte:caractère}, juste à la \
                limite du document.{trouvé}",
            "{lieu} : {sujet} compte {compte:caractère}, le maximum est de \
                {maximum}.{trouvé}",
        ],
        help: ["Raccourcissez ce texte à {maximum:caractère} au plus, espaces compris."],
    },
    // Row: its values; a warning for `profilMetier` given as a list.
    Rule {
        code: Code::F003,
        severities: [Erreur, Avertissement],
        summary: "Une valeur à choisir est l'une de celles que donne le document, \
            écrite exactement ainsi.",
        why: "Le document énumère les valeurs possibles, et le portail \
            contrôle le format de chacune : une majuscule ou un espace de \
            trop en fait une autre valeur.",
        doubt: "Le document prévoit qu'un ESMS demande plusieurs profils métier, \
            sans dire comment les écrire ensemble. Un rejet est possible, \
            pas certain.",
        section: "3.2",
        message: [
            "{?avertissement} {lieu} : {sujet} regroupe plusieurs valeurs, le document \
                n'en montre qu'une à la fois.{trouvé}",
            "{lieu} : {sujet} doit valoir {demandé}.{trouvé}",
        ],
        help: [
            "{correction}",
            "{?avertissement} Écrivez un seul profil par scénario, et répétez le \
                scénario du même FINESS pour chaque autre profil.",
            "{?format:choix unique} Écrivez {choix}, la seule valeur possible, entre \
                guillemets et sans espace.",
            "{?format:choix} Écrivez {choix:ou}, entre guillemets, avec les mêmes \
                majuscules et sans espace.",
            "Écrivez l'une des valeurs que donne le document, à la lettre près.",
        ],
    },
    // Row. A warning for the form of a FINESS.
    Rule {
        code: Code::F004,
        severities: [Erreur, Avertissement],
        summary: "Un numéro fait de chiffres ne contient que des chiffres.",
        why: "Ce numéro identifie le fournisseur ou le bénéficiaire : avec un \
            autre caractère, il ne désigne personne et le contrôle de format \
            le refuse.",
        doubt: "Le document demande seulement 9 caractères. Mais un FINESS a \
            deux lettres ou chiffres puis sept chiffres : sous une autre \
            forme, il ne désigne aucun établissement.",
        section: "3.2",
        message: [
            "{?format:FINESS} {lieu} : {sujet} n'a pas la forme habituelle d'un \
                FINESS.{trouvé}",
            "{lieu} : {sujet} doit contenir uniquement des chiffres.{trouvé}",
        ],
        help: [
            "{correction}",
            "{?format:FINESS} Comparez ce numéro au bon de commande : deux chiffres (ou \
                lettres), puis sept chiffres, sans espace{par exemple}.",
            "Écrivez uniquement les chiffres, sans espace, point ni lettre (attention au \
                O et au zéro){par exemple}.",
        ],
    },
    // Row.
    Rule {
        code: Code::F005,
        severities: [Erreur, Avertissement],
        summary: "Un numéro alphanumérique ne contient que des lettres et des \
            chiffres.",
        why: "Le document demande un format alphanumérique. Le portail \
            contrôle le format de chaque valeur : un espace ou un tiret \
            suffit à en sortir.",
        doubt: "Le document ne donne ici que la longueur de ce numéro. Un numéro \
            fait d'autre chose que de lettres et de chiffres reste un \
            risque.",
        section: "3.2",
        message: [
            "{lieu} : {sujet} doit contenir uniquement des lettres et des \
            chiffres.{trouvé}",
        ],
        help: [
            "{correction}",
            "Écrivez ce numéro sans espace, tiret ni autre signe{par exemple}.",
        ],
    },
    // Row.
    Rule {
        code: Code::F006,
        severities: [Erreur],
        summary: "Un nom que le document demande en majuscules est entièrement en \
            majuscules.",
        why: "Le document demande ce nom « en MAJUSCULES », et le portail \
            contrôle le format de chaque valeur.",
        doubt: "",
        section: "3.2",
        message: ["{lieu} : {sujet} doit s'écrire en majuscules.{trouvé}"],
        help: [
            "Écrivez {proposition}. Les accents peuvent rester.",
            "Écrivez tout le nom en majuscules. Les accents peuvent rester.",
        ],
    },
    // Row; Word: "forme" or "calendrier".
    Rule {
        code: Code::F007,
        severities: [Erreur],
        summary: "Une date s'écrit JJ/MM/AAAA et existe dans le calendrier.",
        why: "Le document demande ce format, et la date est comparée à celle \
            du bon de commande signé par le client.",
        doubt: "",
        section: "3.2",
        message: [
            "{?mot:calendrier} {lieu} : {sujet} n'existe pas dans le calendrier.{trouvé}",
            "{lieu} : {sujet} doit s'écrire sous la forme `JJ/MM/AAAA`.{trouvé}",
        ],
        help: [
            "{correction}",
            "{?mot:calendrier} Vérifiez le jour et le mois sur le bon de commande : le \
                jour vient d'abord, puis le mois, puis l'année.",
            "Écrivez deux chiffres pour le jour, deux pour le mois et quatre pour \
                l'année, séparés par `/`{, par exemple |exemple}.",
        ],
    },
    // Row.
    Rule {
        code: Code::F008,
        severities: [Erreur],
        summary: "Un montant s'écrit avec un point et exactement deux décimales.",
        why: "Le document demande deux chiffres après le point, et d'ajouter \
            `.00` à un montant entier. Il doit être celui du bon de \
            commande, arrondi au centime.",
        doubt: "",
        section: "3.2",
        message: ["{lieu} : {sujet} doit avoir deux décimales.{trouvé}"],
        help: [
            "Écrivez {proposition}.",
            "Écrivez {montant}.",
            "Écrivez le montant HT du bon de commande, arrondi au centime, avec un point \
                et deux décimales, par exemple `1075.00`.",
        ],
    },
    // Row; the severity tells the document's form (error) from a plausible address (warning).
    Rule {
        code: Code::F009,
        severities: [Erreur, Avertissement],
        summary: "Une adresse de courriel a la forme `nom@domaine.fr`.",
        why: "Le document demande un `@` après le premier caractère, et un \
            point. L'adresse sert à joindre la personne au sujet de la \
            demande.",
        doubt: "Aucune phrase du document n'exclut cette écriture. Mais un \
            message envoyé à une telle adresse n'arriverait sans doute pas.",
        section: "3.2",
        message: [
            "{?avertissement} {lieu} : {sujet} n'a pas la forme d'une adresse de \
                courriel.{trouvé}",
            "{lieu} : {sujet} doit contenir un `@` après le premier caractère, et un \
                point.{trouvé}",
        ],
        help: [
            "Écrivez une seule adresse complète et sans espace, par exemple \
            `\"prenom.nom@exemple.fr\"`.",
        ],
    },
    // Row; the severity tells a missing country code (error) from a doubtful form (warning).
    Rule {
        code: Code::F010,
        severities: [Erreur, Avertissement],
        summary: "Un numéro de téléphone contient des chiffres et, si le document \
            le demande, l'indicatif du pays.",
        why: "Le document demande un indicatif téléphonique, par exemple +33, \
            et le portail contrôle le format de chaque valeur.",
        doubt: "Aucune phrase du document n'exclut cette écriture. Mais le \
            portail peut ne pas reconnaître l'indicatif, ou la personne ne \
            pas être joignable.",
        section: "3.2",
        message: [
            "{?avertissement}{?format:indicatif} {lieu} : {sujet} porte un indicatif \
                écrit de façon inhabituelle.{trouvé}",
            "{?avertissement} {lieu} : {sujet} ne contient aucun chiffre.{trouvé}",
            "{lieu} : {sujet} doit comporter un indicatif téléphonique.{trouvé}",
        ],
        help: [
            "{correction}",
            "{?format:indicatif} Écrivez l'indicatif du pays, puis le numéro sans son \
                premier zéro{, par exemple |exemple}.",
            "Écrivez le numéro en chiffres{, par exemple |exemple}.",
        ],
    },
    // Row.
    Rule {
        code: Code::F011,
        severities: [Erreur],
        summary: "Une valeur que l'ASP remplit elle-même reste à `null` dans le \
            fichier déposé.",
        why: "L'ASP remplit cette valeur après le dépôt, pour identifier le \
            fichier ou la demande et donner le résultat de ses contrôles. Le \
            document demande `null` au départ.",
        doubt: "",
        section: "3.2",
        message: ["{lieu} : {sujet} doit rester à `null`.{trouvé}"],
        help: [
            "{?source:\"null\"} Retirez les guillemets : écrivez `null`.",
            "Écrivez `null`, sans guillemets : l'ASP remplira cette valeur.",
        ],
    },
    // Row; Texts: the nearest codes with their labels, "`MAI_15` (MAILIZ)", maybe none.
    Rule {
        code: Code::F012,
        severities: [Erreur, Avertissement],
        summary: "L'opérateur de messagerie est un code de la liste du document, \
            ou `null`.",
        why: "Le document demande un code de sa liste des opérateurs de \
            messagerie, ou `null` pour ne pas en indiquer : un libellé ou un \
            code approchant ne suffit pas.",
        doubt: "Le document ne décrit pas ce bloc pour ce logiciel : la liste \
            des opérateurs vient d'un autre document. Un rejet est possible, \
            pas certain.",
        section: "4",
        message: ["{lieu} : {sujet} n'est pas un code de la liste des opérateurs.{trouvé}"],
        help: [
            "{correction}",
            "Écrivez entre guillemets le code de votre opérateur, sans son nom, ou \
                `null` pour ne pas en indiquer. Codes les plus proches : {codes:ou}.",
            "Écrivez un code de la liste des opérateurs du document, par exemple \
                `\"MAI_15\"` pour Mailiz, ou `null` pour ne pas en indiquer.",
        ],
    },
    // Row.
    Rule {
        code: Code::F013,
        severities: [Avertissement],
        summary: "Un texte ne commence ni ne finit par un espace.",
        why: "Aucune phrase du document n'en parle. Mais un espace invisible \
            compte comme un caractère, et peut empêcher de reconnaître la \
            valeur.",
        doubt: "",
        section: "",
        message: ["{lieu} : {sujet} commence ou finit par un espace.{trouvé}"],
        help: [
            "Écrivez {proposition}, sans espace au début ni à la fin.",
            "Supprimez les espaces entre les guillemets et le texte.",
        ],
    },
    // Row; Word: "entier" or "bornes".
    Rule {
        code: Code::F014,
        severities: [Erreur],
        summary: "Le numéro de ligne est un entier de 1 à 200.",
        why: "Il numérote les demandes du fichier, à partir de 1, et un \
            fichier n'en contient pas plus de 200.",
        doubt: "",
        section: "3.2",
        message: [
            "{?mot:entier} {lieu} : {sujet} doit s'écrire comme un nombre entier, sans \
                point ni décimale.{trouvé}",
            "{lieu} : {sujet} doit aller de 1 à 200.{trouvé}",
        ],
        help: [
            "{correction}",
            "Écrivez le rang de la demande dans le fichier : `1` pour la première, `2` \
                pour la suivante, et ainsi de suite.",
        ],
    },
    // Row; Word: "SIRET" or "RPPS".
    Rule {
        code: Code::F015,
        severities: [Avertissement],
        summary: "Les chiffres d'un SIRET ou d'un RPPS s'accordent avec leur clé \
            de contrôle.",
        why: "Aucune phrase du document ne demande ce calcul, mais il révèle \
            presque toute faute de frappe. Une demande au mauvais numéro \
            peut être refusée à l'instruction.",
        doubt: "",
        section: "",
        message: [
            "{lieu} : {sujet} n'a pas la clé de contrôle d'un vrai {mot}.{trouvé}",
            "{lieu} : {sujet} n'a pas la clé de contrôle d'un vrai numéro.{trouvé}",
        ],
        help: [
            "{?mot:SIRET} Comparez les 14 chiffres à ceux donnés lors de l'enrôlement \
                sur le portail : un chiffre est sans doute faux, ou deux sont inversés.",
            "{?mot:RPPS} Comparez les 11 chiffres au bon de commande ou à l'Annuaire \
                Santé : un chiffre est sans doute faux, ou deux sont inversés.",
            "Comparez ce numéro à son original : un chiffre est sans doute faux, ou deux \
                sont inversés.",
        ],
    },
    // Row; Word: "vide", "blanc" or "null" (the word between quotes).
    Rule {
        code: Code::F016,
        severities: [Erreur, Avertissement],
        summary: "Une valeur obligatoire n'est pas un texte vide ; une valeur \
            absente s'écrit `null`.",
        why: "Le document donne cette valeur comme obligatoire : un texte \
            vide, ou fait d'espaces, ne renseigne rien.",
        doubt: "Le document ne parle pas de texte vide : le portail peut le \
            prendre pour une vraie valeur, ou le refuser.",
        section: "3.2",
        message: [
            "{?source:null} {lieu} : {sujet} est à `null` au lieu d'une valeur.",
            "{?mot:null} {lieu} : {sujet} contient le mot `null` au lieu d'une \
                valeur.{trouvé}",
            "{?mot:blanc} {lieu} : {sujet} ne contient que des espaces.{trouvé}",
            "{lieu} : {sujet} contient un texte vide.{trouvé}",
        ],
        help: [
            "{?avertissement}{?format:libre} Écrivez la valeur entre guillemets{par \
                exemple}.",
            "{?avertissement} S'il n'y a rien à indiquer, écrivez `null`, sans \
                guillemets.",
            "Écrivez {choix:ou}.",
            "Écrivez la valeur entre guillemets{par exemple}.",
        ],
    },
    // Row.
    Rule {
        code: Code::F017,
        severities: [Erreur],
        summary: "Le montant est plus grand que zéro.",
        why: "C'est le montant hors taxe de la prestation, tel que le bon de \
            commande le donne : l'avance en est calculée.",
        doubt: "",
        section: "3.2",
        message: ["{lieu} : {sujet} doit dépasser zéro.{trouvé}"],
        help: [
            "Écrivez le montant HT du bon de commande, sans signe, avec un point et deux \
            décimales, par exemple `1075.00`.",
        ],
    },
];
