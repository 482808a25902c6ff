//! F: what a value looks like.

use super::{Family, family};

pub(super) static RULES: Family = family![
    F001 {
        summary: "A text of fixed length has exactly the number of characters that the \
            specification gives.",
        why: "The specification gives this length as “VARCHAR (=n)”: no more, no less. Spaces \
            count.",
        message: ["{lieu}: {sujet} has {compte:character} instead of {attendu}.{trouvé}"],
        help: [
            "{correction}",
            "Write exactly {attendu:character}, without spaces{par exemple}.",
        ],
    }
    F002 {
        summary: "A text stays below the length that the specification gives.",
        why: "The specification limits this length by “VARCHAR (<n)”: a longer text does not fit \
            in the space provided.",
        doubt: "The specification writes “VARCHAR (<n)”: to the letter, n characters are already \
            one too many, but the portal may take it as “n at most”.",
        message: [
            "{?avertissement} {lieu}: {sujet} has {compte:character}, right at the limit of the \
                specification.{trouvé}",
            "{lieu}: {sujet} has {compte:character}; the maximum is {maximum}.{trouvé}",
        ],
        help: ["Shorten this text to {maximum:character} at most, spaces included."],
    }
    F003 {
        summary: "A value to choose is one of those that the specification gives, written exactly \
            the same.",
        why: "The specification lists the possible values, and the portal checks the format of \
            each: an extra capital or space makes it another value.",
        doubt: "The specification provides for an ESMS that asks for several sector profiles, \
            without saying how to write them together. A rejection is possible, not certain.",
        message: [
            "{?avertissement} {lieu}: {sujet} combines several values; the specification only \
                shows one at a time.{trouvé}",
            "{lieu}: {sujet} must be {demandé}.{trouvé}",
        ],
        help: [
            "{correction}",
            "{?avertissement} Write a single profile in each scenario, and repeat the scenario of \
                the same FINESS for each of the other profiles.",
            "{?format:choix unique} Write {choix}, the only possible value, in quotes and without \
                spaces.",
            "{?format:choix} Write {choix:or}, in quotes, with the same upper and lower case and \
                without spaces.",
            "Write one of the values that the specification gives, to the letter.",
        ],
    }
    F004 {
        summary: "A number made of digits contains only digits.",
        why: "This number identifies the supplier or the beneficiary: with any other character, \
            it designates no one and the format check refuses it.",
        doubt: "The specification only asks for 9 characters. But a FINESS has two letters or \
            digits, then seven digits: in any other form, it designates no facility.",
        message: [
            "{?format:FINESS} {lieu}: {sujet} does not have the usual form of a FINESS.{trouvé}",
            "{lieu}: {sujet} must contain digits only.{trouvé}",
        ],
        help: [
            "{correction}",
            "{?format:FINESS} Compare this number with the purchase order: two digits (or \
                letters), then seven digits, without spaces{par exemple}.",
            "Write the digits only, without spaces, dots or letters (beware of the letter O and \
                the zero){par exemple}.",
        ],
    }
    F005 {
        summary: "An alphanumeric number contains only letters and digits.",
        why: "The specification asks for an alphanumeric format. The portal checks the format of \
            each value: a space or a hyphen is enough to break it.",
        doubt: "The specification only gives the length of this number here. A number made of \
            anything but letters and digits remains a risk.",
        message: ["{lieu}: {sujet} must contain letters and digits only.{trouvé}"],
        help: [
            "{correction}",
            "Write this number without spaces, hyphens or any other sign{par exemple}.",
        ],
    }
    F006 {
        summary: "A name that the specification asks for in capitals is entirely in capitals.",
        why: "The specification asks for this name “en MAJUSCULES” (in capitals), and the portal \
            checks the format of each value.",
        message: ["{lieu}: {sujet} must be written in capitals.{trouvé}"],
        help: [
            "Write {proposition}. Accents may stay.",
            "Write the whole name in capitals. Accents may stay.",
        ],
    }
    F007 {
        summary: "A date is written JJ/MM/AAAA (day, month, year) and exists in the calendar.",
        why: "The specification asks for this format, and the date is compared with that of the \
            purchase order signed by the client.",
        message: [
            "{?mot:calendrier} {lieu}: {sujet} does not exist in the calendar.{trouvé}",
            "{lieu}: {sujet} must be written as `JJ/MM/AAAA` (day, month, year).{trouvé}",
        ],
        help: [
            "{correction}",
            "{?mot:calendrier} Check the day and the month on the purchase order: the day comes \
                first, then the month, then the year.",
            "Write two digits for the day, two for the month and four for the year, separated by \
                `/`{, for example |exemple}.",
        ],
    }
    F008 {
        summary: "An amount is written with a point and exactly two decimals.",
        why: "The specification asks for two digits after the point, and for `.00` to be added to \
            a whole amount. It must be the amount on the purchase order, rounded to the cent.",
        message: ["{lieu}: {sujet} must have two decimals.{trouvé}"],
        help: [
            "Write {proposition}.",
            "Write {montant}.",
            "Write the HT amount (before VAT) of the purchase order, rounded to the cent, with a \
                point and two decimals, for example `1075.00`.",
        ],
    }
    F009 {
        summary: "An email address has the form `nom@domaine.fr`.",
        why: "The specification asks for an `@` after the first character, and a dot. The address \
            is used to contact the person about the request.",
        doubt: "No sentence of the specification rules out this form. But a message sent to such \
            an address would probably not arrive.",
        message: [
            "{?avertissement} {lieu}: {sujet} does not have the form of an email address.{trouvé}",
            "{lieu}: {sujet} must contain an `@` after the first character, and a dot.{trouvé}",
        ],
        help: [
            "Write a single address, complete and without spaces, for example \
                `\"prenom.nom@exemple.fr\"`.",
        ],
    }
    F010 {
        summary: "A phone number contains digits and, if the specification asks for it, the \
            country code.",
        why: "The specification asks for a country code, for example +33, and the portal checks \
            the format of each value.",
        doubt: "No sentence of the specification rules out this form. But the portal may not \
            recognise the country code, or the person may be out of reach.",
        message: [
            "{?avertissement}{?format:indicatif} {lieu}: {sujet} has a country code written in an \
                unusual way.{trouvé}",
            "{?avertissement} {lieu}: {sujet} contains no digit.{trouvé}",
            "{lieu}: {sujet} must include a country code.{trouvé}",
        ],
        help: [
            "{correction}",
            "{?format:indicatif} Write the country code, then the number without its first zero\
                {, for example |exemple}.",
            "Write the number in digits{, for example |exemple}.",
        ],
    }
    F011 {
        summary: "A value that the ASP fills in itself stays `null` in the file you submit.",
        why: "The ASP fills in this value after submission, to identify the file or the request \
            and to give the result of its checks. The specification asks for `null` to begin with.",
        message: ["{lieu}: {sujet} must stay `null`.{trouvé}"],
        help: [
            "{?source:\"null\"} Remove the quotes: write `null`.",
            "Write `null`, without quotes: the ASP will fill in this value.",
        ],
    }
    F012 {
        summary: "The messaging operator is a code from the list in the specification, or `null`.",
        why: "The specification asks for a code from its list of messaging operators, or `null` \
            to give none: a label, or a code that is nearly right, is not enough.",
        doubt: "The specification does not describe this block for this software: the list of \
            operators comes from another specification. A rejection is possible, not certain.",
        message: ["{lieu}: {sujet} is not a code from the list of operators.{trouvé}"],
        help: [
            "{correction}",
            "Write the code of your operator in quotes, without its name, or `null` to give none. \
                Nearest codes: {codes:or}.",
            "Write a code from the specification's list of operators, for example `\"MAI_15\"` \
                for Mailiz, or `null` to give none.",
        ],
    }
    F013 {
        summary: "A text neither starts nor ends with a space.",
        why: "No sentence of the specification mentions it. But an invisible space counts as a \
            character, and can prevent the value from being recognised.",
        message: ["{lieu}: {sujet} starts or ends with a space.{trouvé}"],
        help: [
            "Write {proposition}, without a space at the start or at the end.",
            "Remove the spaces between the quotes and the text.",
        ],
    }
    F014 {
        summary: "The line number is a whole number from 1 to 200.",
        why: "It numbers the requests of the file, starting from 1, and a file contains no more \
            than 200.",
        message: [
            "{?mot:entier} {lieu}: {sujet} must be written as a whole number, without a point or \
                decimals.{trouvé}",
            "{lieu}: {sujet} must be from 1 to 200.{trouvé}",
        ],
        help: [
            "{correction}",
            "Write the rank of the request in the file: `1` for the first, `2` for the next, and \
                so on.",
        ],
    }
    F015 {
        summary: "The digits of a SIRET or an RPPS agree with their check digit.",
        why: "No sentence of the specification asks for this calculation, but it reveals nearly \
            every typing mistake. A request with the wrong number may be refused on review.",
        message: [
            "{lieu}: {sujet} does not have the check digit of a real {mot}.{trouvé}",
            "{lieu}: {sujet} does not have the check digit of a real number.{trouvé}",
        ],
        help: [
            "{?mot:SIRET} Compare the 14 digits with those given at enrolment on the portal: one \
                digit is probably wrong, or two are swapped.",
            "{?mot:RPPS} Compare the 11 digits with the purchase order or with the directory \
                “Annuaire Santé”: one digit is probably wrong, or two are swapped.",
            "Compare this number with its original: one digit is probably wrong, or two are \
                swapped.",
        ],
    }
    F016 {
        summary: "A mandatory value is not an empty text; a value that is absent is written \
            `null`.",
        why: "The specification gives this value as mandatory: a text that is empty, or made of \
            spaces, tells nothing.",
        doubt: "The specification does not mention empty texts: the portal may take this one for a \
            real value, or refuse it.",
        message: [
            "{?source:null} {lieu}: {sujet} is `null` instead of a value.",
            "{?mot:null} {lieu}: {sujet} contains the word `null` instead of a value.{trouvé}",
            "{?mot:blanc} {lieu}: {sujet} contains only spaces.{trouvé}",
            "{lieu}: {sujet} is an empty text.{trouvé}",
        ],
        help: [
            "{?avertissement}{?format:libre} Write the value in quotes{par exemple}.",
            "{?avertissement} If there is nothing to give, write `null`, without quotes.",
            "Write {choix:or}.",
            "Write the value in quotes{par exemple}.",
        ],
    }
    F017 {
        summary: "The amount is greater than zero.",
        why: "It is the amount of the service before VAT, as the purchase order gives it: the \
            advance is calculated from it.",
        message: ["{lieu}: {sujet} must be greater than zero.{trouvé}"],
        help: [
            "Write the HT amount (before VAT) of the purchase order, without a sign, with a point \
                and two decimals, for example `1075.00`.",
        ],
    }
];
