// The example of the first screen: invented people, and the slips that are met most often.

export const EXAMPLE_NAME = "JSON-MDVLGC0001-20231002-001.json";

export interface Slips {
  nom?: string;
  montant?: string;
  date?: string;
  rpps?: string;
  piece?: string;
  telephone?: string;
}

/** A demande that is right but for these slips. */
export function demande(ligne: number, slips: Slips = {}): string {
  const id = String(ligne).padStart(5, "0");
  return `    {
      "numLigne": ${ligne},
      "typeAction": "C",
      "numeroASP": null,
      "numeroEditeur": "${id}",
      "commande": {
        "dateCommande": "${slips.date ?? "14/09/2023"}",
        "regimeTVA": "TTC",
        "montantSegurHT": ${slips.montant ?? "1075.00"}
      },
      "beneficiaires": {
        "commandePour": "LIBERAL",
        "isMandataire": false,
        "isClientUnique": true,
        "nomMandataire": null,
        "emailMandataire": null,
        "telephoneMandataire": null,
        "liberal": [
          {
            "nomMedecin": "${slips.nom ?? "MARTIN"}",
            "emailMedecin": "cabinet.${id}@exemple.fr",
            "telephoneMedecin": ${slips.telephone ?? '"+33 1 23 45 67 89"'},
            "RPPS": "${slips.rpps ?? "10001234565"}"
          }
        ],
        "structure": {}
      },
      "piecesJustificatives": [
        {
          "nomFichier": "${slips.piece ?? `MDV-LGC-Va1-BDC-${id}.pdf`}",
          "formatFichier": "PDF",
          "typeFichier": "BON_COMMANDE"
        }
      ],
      "scenarioInstallation": {
        "isCentreDeSante": false,
        "isProSanteConnectNeeded": true,
        "isDirectToDMP": true,
        "isPFIToDMP": false,
        "isDirectToMSSPro": true,
        "isPFIToMSSPro": false,
        "isDirectToMSSCitoyen": true,
        "isPFIToMSSCitoyen": false,
        "operateurMessagerie": null
      },
      "codeTraitement": null,
      "libelleTraitement": null
    }`;
}

/** A whole file. */
export function deposit(demandes: string[]): string {
  return `{
  "impId": null,
  "numeroAns": "MDVLGC0001",
  "SIRET": "12345678200010",
  "lignesImport": [
${demandes.join(",\n")}
  ]
}
`;
}

export function example(): string {
  return deposit([
    demande(1),
    demande(2, { montant: "1075" }),
    demande(3, { nom: "Bernard" }),
    demande(4),
    demande(5, { date: "31/09/2023", telephone: "null" }),
    demande(6, { montant: "2150.0", rpps: "1000123456" }),
    demande(7, { piece: "MDV-LGC-Val-BDC-00007.pdf" }),
    demande(8),
  ]);
}
