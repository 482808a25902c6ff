// Names, keys and values that mean harm, wherever a file can hold them. Shared by the suites.

import { demande, deposit } from "../src/example";
import { pdf, zip } from "./zip";

/** Each would do something, were it taken for what it is not. */
export const HOSTILE = [
  "<script>alert(1)</script>",
  '<img src=x onerror="alert(1)">',
  "javascript:alert(1)",
  "__proto__",
  "constructor",
  "=cmd|' /C calc'!A0",
  "+1+cmd|' /C calc'!A0",
  "-2+3+cmd",
  "@SUM(1+1)*cmd",
  "\tTAB",
  "fdp.\u202egnp.exe",
  "\u2067isolé\u2069",
  "${alert(1)}{{alert(1)}}",
  "`code` **gras** | [lien](javascript:alert(1))",
  "X".repeat(20_000),
];

/** As a text of a JSON, lone surrogates left lone: they are written as escapes. */
const quoted = (text: string): string => JSON.stringify(text);

/** A demande that is right but for these members, the last ones of it. */
function withMembers(ligne: number, members: string): string {
  return demande(ligne).replace(/\n {4}\}$/, `,\n      ${members}\n    }`);
}

/** Keys: unknown ones, two that name an object's prototype, one lone surrogate. */
export function hostileKeys(): string {
  const keys = HOSTILE.map((key) => `${quoted(key)}: {"polluted": true}`);
  return deposit([
    withMembers(1, keys.join(",\n      ")),
    withMembers(2, '"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}, "\\ud800": 1'),
  ]);
}

/** Values: each in a text that is limited in length, in one that is a name of a piece, and in the number that identifies a demande. */
export function hostileValues(): string {
  const inside = (text: string): string => quoted(text).slice(1, -1);
  const demandes = HOSTILE.map((value, at) =>
    demande(at + 1, { nom: inside(value), piece: inside(value) }).replace(/"numeroEditeur": "[^"]*"/, () => `"numeroEditeur": ${quoted(value)}`),
  );
  return deposit([...demandes, demande(HOSTILE.length + 1, { nom: "\\udc00\\ud800" })]);
}

/** What the portal would answer, were it hostile. */
export function hostileAnswer(): string {
  const none = '"codeTraitement": null,\n      "libelleTraitement": null';
  return deposit(
    HOSTILE.map((label, at) => demande(at + 1).replace(none, () => `"codeTraitement": ${quoted(label)},\n      "libelleTraitement": ${quoted(label)}`)),
  );
}

/** Entries of these names, and one whose bytes are no UTF-8. */
export function hostileZip(): Buffer {
  const archive = zip([...HOSTILE, "../../etc/passwd", "C:\\Windows\\x.pdf", "a\nb.pdf", "YZYZ.pdf"].map((name) => ({ name: `${name.slice(0, 9000)}.pdf`, content: pdf(3) })));
  const bytes = archive.toString("latin1").replaceAll("YZYZ", "\xed\xa0\x80\xff");
  return Buffer.from(bytes, "latin1");
}

/** As names of files: a browser gives them as they are. */
export const FILE_NAMES = HOSTILE.map((name) => `${name.slice(0, 300)}.json`);
