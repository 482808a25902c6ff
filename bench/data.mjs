// Deposits to measure on: MDV-LGC demandes that follow every rule, and the same with some bad values.
// The seed is fixed: every machine measures on the same bytes.

import { mulberry32 } from "./random.mjs";

const FIRST = ["ANNE", "BÉATRICE", "CHLOÉ", "DENIS", "FRANÇOIS", "GAËLLE", "HÉLÈNE", "JEAN-LUC", "NOËL", "RENÉ"];
const LAST = ["BERNARD", "D'ANGELO", "DUPRÉ", "FAURE", "GARNIER", "LE GOFF", "LEFÈVRE", "MARTIN", "MOREAU", "ROUSSEL"];
const DEMANDES = 200;

/** About 300 kB: one to three doctors or places a demande. */
export const ordinary = (bad = 0) => text({ most: 3, bad });

/** About 10 MB, still 200 demandes: hundreds of doctors or places each. */
export const large = (bad = 0) => text({ most: 590, bad });

/** The name that the rules want for the file deposited on a day. */
export const fileName = (day) => `JSON-4085219763-${day.replaceAll("-", "")}-001.json`;

/** `most`: doctors or places in a demande; `bad`: the share of values that are made wrong. */
function text({ most, bad }) {
  const random = mulberry32(20221104);
  const file = {
    impId: null,
    numeroAns: "4085219763",
    SIRET: "73282932000074",
    lignesImport: Array.from({ length: DEMANDES }, (_, index) => demande(index + 1, most, random)),
  };
  // A second generator, so that the good values are the same in both files.
  if (bad > 0) spoil(file.lignesImport, bad, mulberry32(1));
  // JSON.stringify would write 1075.00 as 1075: amounts travel as marked strings.
  return JSON.stringify(file, null, 2).replace(/"#([\d.]+)#"/g, "$1");
}

function demande(numLigne, most, random) {
  const upTo = (n) => Math.floor(random() * n);
  const among = (list) => list[upTo(list.length)];
  const digits = (n) => Array.from({ length: n }, () => upTo(10)).join("");
  const flag = () => random() < 0.5;
  const name = () => `${among(LAST)} ${among(FIRST)}`;
  const phone = () => `+33${1 + upTo(9)}${digits(8)}`;

  const numeroEditeur = String(numLigne).padStart(5, "0");
  const regimeTVA = among(["TTC", "HT"]);
  const count = 1 + upTo(most);
  const liberal = numLigne % 4 !== 0;
  const piece = (kind, typeFichier) => ({
    nomFichier: `MDV-LGC-Va1-${kind}-${numeroEditeur}.pdf`,
    formatFichier: "PDF",
    typeFichier,
  });
  const doctor = (_, index) => ({
    nomMedecin: name(),
    emailMedecin: `medecin.${digits(6)}@cabinet.example.fr`,
    telephoneMedecin: phone(),
    RPPS: withLuhn(`10${String(index).padStart(4, "0")}${digits(4)}`),
  });
  const place = (_, index) => `75${String(index).padStart(4, "0")}${digits(3)}`;

  return {
    numLigne,
    typeAction: "C",
    numeroASP: null,
    numeroEditeur,
    commande: {
      dateCommande: `${String(1 + upTo(28)).padStart(2, "0")}/${String(1 + upTo(12)).padStart(2, "0")}/2023`,
      regimeTVA,
      montantSegurHT: `#${500 + upTo(2000)}.${digits(2)}#`,
    },
    beneficiaires: {
      commandePour: liberal ? "LIBERAL" : "STRUCTURE",
      isMandataire: liberal ? false : null,
      isClientUnique: liberal ? count === 1 : null,
      nomMandataire: null,
      emailMandataire: null,
      telephoneMandataire: null,
      liberal: liberal ? Array.from({ length: count }, doctor) : [],
      structure: liberal
        ? {}
        : {
            FINESSJuridique: `75${digits(7)}`,
            nomResponsable: name(),
            emailResponsable: `direction.${digits(6)}@structure.example.fr`,
            telephoneResponsable: phone(),
            FINESSGeo: Array.from({ length: count }, place),
          },
    },
    piecesJustificatives: [
      piece("BDC", "BON_COMMANDE"),
      ...(regimeTVA === "HT" ? [piece("HT", "PREUVE_HT")] : []),
    ],
    scenarioInstallation: {
      isCentreDeSante: false,
      isProSanteConnectNeeded: flag(),
      isDirectToDMP: flag(),
      isPFIToDMP: flag(),
      isDirectToMSSPro: flag(),
      isPFIToMSSPro: flag(),
      isDirectToMSSCitoyen: flag(),
      isPFIToMSSCitoyen: flag(),
      operateurMessagerie: null,
    },
    codeTraitement: null,
    libelleTraitement: null,
  };
}

/** Makes about `share` of the values wrong, in place; not the nulls: filled in, some would make it an answer of the ASP. */
function spoil(node, share, random) {
  for (const [key, value] of Object.entries(node)) {
    if (value === null) continue;
    if (typeof value === "object") spoil(value, share, random);
    else if (random() < share) node[key] = wrong(value, random);
  }
}

function wrong(value, random) {
  if (typeof value !== "string") return String(value);
  const amount = /^#(\d+)\.\d\d#$/.exec(value);
  if (amount) return `${amount[1]}.00`;
  const ways = [0, "", "?".repeat(200)];
  return ways[Math.floor(random() * ways.length)];
}

/** The digits followed by their Luhn key. */
function withLuhn(digits) {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return digits + String((10 - (sum % 10)) % 10);
}
