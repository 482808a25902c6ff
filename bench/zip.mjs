// The ZIP suite: a whole deposit's pieces against zip.js, then files made to exhaust whoever reads them.

import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bar, median, number, ratio, table } from "./judge.mjs";
import { interleave } from "./rounds.mjs";
import { bombs, damaged, dossier } from "./zips.mjs";

const US = "predepot-zip";
const PEER = "zipjs";
export const CONTENDERS = [US, PEER];

const ROUNDS = { rounds: 7, warmUp: 1 };

const BARS = {
  timesPeer: 0.6,
  firstMs: 50,
  memory: 64 << 20,
  bombMs: 1000,
};

const mebibytes = (bytes) => `${number(bytes / 2 ** 20)} MiB`;
const milliseconds = (ms) => `${number(ms)} ms`;

/** `open` opens the page, `serve` serves bytes. */
export async function zips(open, serve) {
  const folder = await mkdtemp(join(tmpdir(), "predepot-bench-"));
  try {
    const { json, declared, zip } = dossier();
    serve("/data.json", json);
    const traps = bombs();
    const files = [];
    for (const content of [zip, damaged(), ...Object.values(traps)]) {
      files.push(join(folder, `${files.length}.zip`));
      await writeFile(files.at(-1), content);
    }
    const page = await open();
    await page.locator("input").setInputFiles(files);
    for (const name of CONTENDERS) await page.evaluate(([name, url]) => window.bench.load(name, url, "/data.json"), [name, `/${name}.mjs`]);
    const run = (name, file) => page.evaluate(([name, file]) => window.bench.run(name, file), [name, file]);

    const firsts = [];
    const { times, found } = await interleave(CONTENDERS, ROUNDS, async (name) => {
      const result = await run(name, 0);
      if (name === US) firsts.push(result.found.first);
      return result;
    });
    const { size } = await stat(files[0]);
    console.log(`\nzip: ${size} bytes, ${ROUNDS.rounds} rounds after ${ROUNDS.warmUp}`);
    table(
      ["contender", "median ms", `× ${PEER}`, "MB/s", "entries", "errors"],
      CONTENDERS.map((name) => {
        const ms = median(times[name]);
        return [name, number(ms), number(ratio(times[name], times[PEER])), number(size / 1000 / ms), found[name].entries, found[name].errors];
      }),
    );
    const share = ratio(times[US], times[PEER]);
    bar(`zip: ${US} / ${PEER}`, number(share), share <= BARS.timesPeer, `≤ ${BARS.timesPeer}`);
    const first = median(firsts.slice(ROUNDS.warmUp));
    bar("zip: the entries listed, and all that needs no data", `${milliseconds(first)} (at first ${milliseconds(firsts[0])})`, first <= BARS.firstMs, `≤ ${BARS.firstMs} ms`);
    bar("zip: pieces that the JSON declares, present", String(found[US].present), found[US].present === declared, String(declared));
    for (const name of CONTENDERS) {
      const { entries, errors } = found[name];
      bar(`zip: pieces and errors, ${name}`, `${entries}, ${errors}`, entries === 300 && errors === 0, "300, 0");
      const wrong = await run(name, 1);
      bar(`zip: errors in a piece with a wrong CRC-32, ${name}`, String(wrong.found.errors), wrong.found.errors > 0, "> 0");
    }

    const rows = [];
    let memory = found[US].memory;
    bar("zip: memory of the wasm", mebibytes(memory), memory <= BARS.memory, `≤ ${mebibytes(BARS.memory)}`);
    for (const [index, trap] of Object.keys(traps).entries()) {
      const { ms, found } = await run(US, 2 + index);
      rows.push([trap, traps[trap].length, number(ms), found.errors]);
      bar(`zip: ${trap}`, milliseconds(ms), ms <= BARS.bombMs, `≤ ${BARS.bombMs} ms`);
      bar(`zip: ${trap}, errors`, String(found.errors), found.errors > 0, "> 0");
      memory = found.memory;
    }
    console.log("");
    table(["bomb", "bytes", "ms", "errors"], rows);
    bar("zip: memory of the wasm after the bombs", mebibytes(memory), memory <= BARS.memory, `≤ ${mebibytes(BARS.memory)}`);
    await page.context().close();
  } finally {
    await rm(folder, { recursive: true });
  }
}
