// The product as the page uses it on a JSON and a ZIP: from slices of the files to the whole report. What needs no data is told first.

import { Deposit, initSync } from "bench:glue";
import packed from "bench:wasm";
import { day, fileName } from "bench:day";
import { compile } from "../../www/src/packed.ts";
import { open } from "../../www/src/reading.ts";

let memory;
let json;

export async function init() {
  ({ memory } = initSync({ module: await compile(packed) }));
}

export function prepare(bytes) {
  json = new File([bytes], fileName);
}

export async function run(file) {
  const start = performance.now();
  const files = await Promise.all([json, file].map((content, id) => open({ id, name: content.name, content })));
  told(files).free();
  const first = performance.now() - start;
  const [, zip] = files;
  while (await zip.step(() => true));
  const [entries] = zip.pieces;
  const deposit = told(files);
  deposit.preparation();
  const present = deposit.pieces().filter(({ state }) => state === "presente").length;
  const errors = deposit.summary().files[1].counts.erreur;
  deposit.free();
  for (const file of files) file.free();
  return { errors, entries, present, first, memory: memory.buffer.byteLength };
}

/** What is known of the files, out of the wasm: the list of entries, the findings, the table of pieces. */
function told(files) {
  const deposit = new Deposit(...day);
  for (const file of files) file.addTo(deposit);
  deposit.check();
  deposit.summary();
  files.forEach((file, index) => {
    void file.entries;
    deposit.demandes(index);
    deposit.diagnostics(index);
    deposit.entry_of_diagnostics(index);
    deposit.portail(index);
  });
  deposit.pieces();
  return deposit;
}
