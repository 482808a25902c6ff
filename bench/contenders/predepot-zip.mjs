// The product as the page uses it on a ZIP: from slices of the file to the whole report.

import { Deposit, initSync } from "bench:glue";
import packed from "bench:wasm";
import { day } from "bench:day";
import { compile } from "../../www/src/packed.ts";
import { open } from "../../www/src/reading.ts";

let memory;

export async function init() {
  ({ memory } = initSync({ module: await compile(packed) }));
}

export async function run(file) {
  const start = performance.now();
  const since = () => performance.now() - start;
  const zip = await open({ id: 0, name: file.name, content: file });
  // Brings the list out of the wasm.
  void zip.entries;
  const listed = since();
  // No data is read yet as long as all is left.
  let before = listed;
  while (await zip.step(() => true)) if (zip.left === zip.size) before = since();
  const [entries] = zip.pieces;
  const deposit = new Deposit(...day);
  zip.addTo(deposit);
  deposit.check();
  const { counts } = deposit.summary();
  deposit.diagnostics(0);
  deposit.entry_of_diagnostics(0);
  deposit.pieces();
  deposit.preparation();
  deposit.free();
  zip.free();
  return { errors: counts.erreur, entries, listed, before, memory: memory.buffer.byteLength };
}
