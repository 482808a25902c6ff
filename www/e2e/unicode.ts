// Texts where tables of Unicode could differ: what composes, what has capitals, what is new.

import { demande, deposit } from "../src/example";

/** Ranges of letters that have capitals, or that compose with marks. */
const RANGES: [number, number][] = [
  [0x00a0, 0x058f],
  [0x05d0, 0x06ff],
  [0x0900, 0x0dff],
  [0x1000, 0x10ff],
  [0x1100, 0x11ff],
  [0x13a0, 0x13ff],
  [0x1b00, 0x1b7f],
  [0x1c80, 0x1c88],
  [0x1c90, 0x1cbf],
  [0x1d00, 0x1fff],
  [0x2000, 0x218f],
  [0x24b6, 0x24e9],
  [0x2c00, 0x2d2f],
  [0x3040, 0x30ff],
  [0xa640, 0xa69f],
  [0xa720, 0xa7c7],
  [0xa7f2, 0xa7ff],
  [0xab30, 0xabbf],
  [0xac00, 0xac40],
  [0xf900, 0xfaff],
  [0xfb00, 0xfb4f],
  [0xff00, 0xff5f],
  [0x10400, 0x104ff],
  [0x10570, 0x105bf],
  [0x10c80, 0x10cff],
  [0x11080, 0x1113f],
  [0x11300, 0x1137f],
  [0x11400, 0x1147f],
  [0x114b0, 0x115bf],
  [0x118a0, 0x118df],
  [0x11930, 0x11940],
  [0x16e40, 0x16e9f],
  [0x1d15e, 0x1d1c0],
  [0x1e900, 0x1e943],
  [0x2f800, 0x2fa1d],
];

/** Those of Unicode 16 and 17, which an engine may not know yet. */
const RECENT: [number, number][] = [
  [0x1c89, 0x1c8a],
  [0xa7c8, 0xa7f1],
  [0x105c0, 0x105ff],
  [0x10d50, 0x10d8f],
  [0x11380, 0x113ff],
  [0x16100, 0x1613f],
  [0x16d40, 0x16d7f],
  [0x16ea0, 0x16edf],
];

/** Letters of old, whose capitals are of Unicode 16. */
const CAPITALS_SINCE = new Set([0x019b, 0x0264]);

/** Marks, put after letters. */
const MARKS = ["\u0301", "\u0302\u0323", "\u0345", "\u0f71\u0f72", "\u3099", "\u1161\u11a8", "\u20e3"];

/** JSONs whose names hold every character of these ranges, as many to a file as a deposit has demandes: together as they are, for their
 * capitals, and with marks beyond the length that is allowed, for their number. */
export function scripts(unicode: number): string[] {
  const names: string[] = ["Straße", "ŉ ǰ ΐ ﬃ", "ΌΣΟΣ ὈΔΥΣΣΕΎΣ", "İSTANBUL ıi", "ᲐᲑᲒ აბგ", "Ꭰ ꭰ"];
  for (const [first, last] of unicode < 17 ? RANGES : [...RANGES, ...RECENT]) {
    for (let code = first; code <= last; code += 4) {
      const codes = [0, 1, 2, 3].map((next) => code + next).filter((code) => code <= last && (unicode >= 17 || !CAPITALS_SINCE.has(code)));
      const letters = codes.map((code) => String.fromCodePoint(code));
      names.push(letters.join("\u0301 "), letters.map((letter) => letter + MARKS.map((mark) => `A${letter}${mark}`).join("")).join("e").padEnd(60, "e"));
    }
  }
  const files: string[] = [];
  for (let at = 0; at < names.length; at += 200) {
    const demandes = names.slice(at, at + 200).map((name, index) => demande(index + 1, { nom: JSON.stringify(name).slice(1, -1) }));
    files.push(deposit(demandes));
  }
  return files;
}
