// Texts where tables of Unicode could differ: what composes, what has capitals, what is new.

import { demande, deposit } from "../src/example";

/** Ranges of letters with capitals and of marks that compose, the newest ones too. */
const RANGES: [number, number][] = [
  [0x00a0, 0x058f],
  [0x05d0, 0x06ff],
  [0x0900, 0x0dff],
  [0x1000, 0x10ff],
  [0x1100, 0x11ff],
  [0x13a0, 0x13ff],
  [0x1b00, 0x1b7f],
  [0x1c80, 0x1cbf],
  [0x1d00, 0x1fff],
  [0x2000, 0x218f],
  [0x24b6, 0x24e9],
  [0x2c00, 0x2d2f],
  [0x3040, 0x30ff],
  [0xa640, 0xa69f],
  [0xa720, 0xa7ff],
  [0xab30, 0xabbf],
  [0xac00, 0xac40],
  [0xf900, 0xfaff],
  [0xfb00, 0xfb4f],
  [0xff00, 0xff5f],
  [0x10400, 0x104ff],
  [0x10570, 0x105bf],
  [0x105c0, 0x105ff],
  [0x10c80, 0x10cff],
  [0x10d50, 0x10d8f],
  [0x11080, 0x1113f],
  [0x11300, 0x113ff],
  [0x114b0, 0x115bf],
  [0x11930, 0x11940],
  [0x16120, 0x1612f],
  [0x16d60, 0x16d7f],
  [0x118a0, 0x118df],
  [0x16e40, 0x16eff],
  [0x1d15e, 0x1d1c0],
  [0x1e900, 0x1e943],
  [0x2f800, 0x2fa1d],
];

/** Marks, put after letters. */
const MARKS = ["\u0301", "\u0302\u0323", "\u0345", "\u0f71\u0f72", "\u3099", "\u1161\u11a8", "\u20e3"];

/** JSONs whose names hold every character of these ranges, with marks, as many to a file as a deposit has demandes. A name is longer than is
 * allowed, so that its length is told, and in small letters too, so that its capitals are. */
export function scripts(): string[] {
  const names: string[] = ["Straße", "ŉ ǰ ΐ ﬃ", "ΌΣΟΣ ὈΔΥΣΣΕΎΣ", "İSTANBUL ıi", "ᲐᲑᲒ აბგ", "Ꭰ ꭰ"];
  for (const [first, last] of RANGES) {
    for (let code = first; code <= last; code += 4) {
      const letters = [0, 1, 2, 3].map((next) => String.fromCodePoint(code + next));
      names.push(letters.map((letter) => letter + MARKS.map((mark) => `A${letter}${mark}`).join("")).join("e"));
    }
  }
  const files: string[] = [];
  for (let at = 0; at < names.length; at += 200) {
    const demandes = names.slice(at, at + 200).map((name, index) => demande(index + 1, { nom: JSON.stringify(name).slice(1, -1) }));
    files.push(deposit(demandes));
  }
  return files;
}
