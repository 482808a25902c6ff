// The product as the page uses it: from the file's bytes to the whole report in the wasm's memory, of which the
// verdict, the counts, every diagnostic as numbers and the texts of the first screen come out.

import { Deposit, initSync } from "bench:glue";
import packed from "bench:wasm";
import { day, fileName } from "bench:day";
import { compile } from "../../www/src/packed.ts";

const FIRST_SCREEN = Uint32Array.from({ length: 50 }, (_, index) => index);

export async function init() {
  initSync({ module: await compile(packed) });
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
