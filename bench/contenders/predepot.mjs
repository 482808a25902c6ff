// The product as the page uses it: from the file's bytes to the whole report in the wasm's memory, of which the
// verdict, the counts, every diagnostic as numbers and the texts of the first screen come out.

import { Deposit, initSync } from "bench:glue";
import base64 from "bench:wasm";
import { day, fileName } from "bench:day";

const FIRST_SCREEN = Uint32Array.from({ length: 50 }, (_, index) => index);

export async function init() {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  initSync({ module: await WebAssembly.compile(bytes) });
}

export function run(bytes) {
  const deposit = new Deposit(...day);
  deposit.add(fileName, bytes);
  deposit.check();
  const { counts } = deposit.summary();
  deposit.diagnostics(0);
  deposit.texts_of(0, FIRST_SCREEN);
  deposit.free();
  return counts.erreur;
}
