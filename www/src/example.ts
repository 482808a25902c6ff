// The example of the first screen: invented people, and the slips that are met most often.

import type { Made } from "./engine";

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

/** A page that says what it is, for each piece of the example. */
const PDF = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 80]/Contents 4 0 R/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj
4 0 obj<</Length 54>>stream
BT /F 14 Tf 20 35 Td (Exemple : bon de commande) Tj ET
endstreamendobj
xref
0 5
0000000000 65535 f 
0000000009 00000 n 
0000000052 00000 n 
0000000101 00000 n 
0000000250 00000 n 
trailer<</Size 5/Root 1 0 R>>
startxref
349
%%EOF
`;
/** Its checksum, which a ZIP gives beside each file. */
const PDF_CRC = 0xaafc1c90;

/** The pieces: one is not there, one has its name in small letters, one is declared by nobody. */
const PIECES = [
  ...[1, 2, 3, 5, 6, 7].map((id) => `MDV-LGC-Va1-BDC-0000${id}.pdf`),
  "mdv-lgc-va1-bdc-00004.pdf",
  "Notes.pdf",
];

/** A deposit of a JSON and a ZIP, as if made this day. */
export function exampleDeposit(day: Date): Made[] {
  const date = [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, "0")).join("");
  return [
    { name: `JSON-MDVLGC0001-${date}-001.json`, content: new Blob([example()]) },
    { name: "pieces.zip", content: zipped(PIECES) },
  ];
}

/** A ZIP of the same page under these names, stored as it is. */
function zipped(names: string[]): Blob {
  const local: BlobPart[] = [];
  const central: BlobPart[] = [];
  let offset = 0;
  let directory = 0;
  for (const name of names) {
    // Version, flags, method, date, checksum, sizes, length of the name, of what is added to it.
    const common = [[20, 2], [0, 2], [0, 2], [0, 2], [0x21, 2], [PDF_CRC, 4], [PDF.length, 4], [PDF.length, 4], [name.length, 2], [0, 2]];
    local.push(record(0x04034b50, common), name, PDF);
    central.push(record(0x02014b50, [[20, 2], ...common, [0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]]), name);
    offset += 30 + name.length + PDF.length;
    directory += 46 + name.length;
  }
  const end = record(0x06054b50, [[0, 4], [names.length, 2], [names.length, 2], [directory, 4], [offset, 4], [0, 2]]);
  return new Blob([...local, ...central, end]);
}

/** Numbers with their widths in bytes, the least significant byte first. */
function record(signature: number, fields: number[][]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(
    [[signature, 4], ...fields].flatMap(([value = 0, width = 0]) => Array.from({ length: width }, (_, at) => (value >>> (8 * at)) & 0xff)),
  );
}
