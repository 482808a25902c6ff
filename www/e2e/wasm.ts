// The wasm without a browser: files are read and checked as `src/worker.ts` does it.

import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { Deposit, initSync } from "wasm:glue";
import { open } from "../src/reading";

const [YEAR, MONTH, DAY] = [2026, 11, 15];
export const DATE = `${YEAR}-${MONTH}-${DAY}`;

/** Its memory never shrinks. */
export const { memory } = initSync({ module: new WebAssembly.Module(readFileSync("../target/wasm/predepot_bg.wasm")) });

/** The report of these files, dropped together on `DATE`. */
export async function byWasm(paths: string[]): Promise<Buffer> {
  const deposit = new Deposit(YEAR, MONTH, DAY);
  for (const path of paths) {
    const file = await open({ id: 0, name: basename(path), content: new Blob([await readFile(path)]) });
    while (file.step !== undefined && (await file.step(() => true)));
    file.addTo(deposit);
    file.free();
  }
  deposit.check();
  const report = Buffer.from(deposit.report());
  deposit.free();
  return report;
}
