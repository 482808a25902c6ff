// Times the product against its peers in one Chromium, side by side, and judges the result.
// `node run.mjs GLUE.js MODULE.wasm [SUITE…]`; README.md says how it measures.

import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { chromium } from "playwright-core";
import { bundle } from "./bundle.mjs";
import { fileName, large, ordinary } from "./data.mjs";
import { bar, median, number, ratio, table, verdict } from "./judge.mjs";
import { interleave } from "./rounds.mjs";
import { CONTENDERS as ZIP, zips } from "./zip.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

const DAY = "2026-01-15";
const SCHEMA = here("../docs/profiles/MDV-LGC.schema.json");
const UNIT = "json-parse";
const WARM = [UNIT, "predepot", "ajv", "source-map-ajv", "vscode-json"];
const COLD = ["predepot", "ajv"];
const COLD_STARTS = 25;

const SUITES = {
  ordinary: { text: () => ordinary(), rounds: 60, warmUp: 25 },
  "ordinary-bad": { text: () => ordinary(0.01), rounds: 60, warmUp: 25 },
  large: { text: () => large(), rounds: 11, warmUp: 2 },
  "large-bad": { text: () => large(0.01), rounds: 11, warmUp: 2 },
};
const COLD_SUITE = "cold";
const ZIP_SUITE = "zip";

const BARS = {
  timesParse: 1.5,
  timesFaster: 15,
  wasm: 150_000,
  page: 400_000,
};

const [glue, wasm] = process.argv.slice(2, 4).map((path) => resolve(path));
const asked = process.argv.slice(4);
const known = [...Object.keys(SUITES), COLD_SUITE, ZIP_SUITE];
const unknown = asked.filter((suite) => !known.includes(suite));
if (unknown.length > 0) throw new Error(`no suite ${unknown}; there are ${known.join(", ")}`);
const wanted = asked.length > 0 ? asked : known;
if (!existsSync(SCHEMA)) throw new Error(`the peers need ${SCHEMA}, which \`cargo xtask docs\` writes`);

const bundles = await bundle([...WARM, ...ZIP], {
  glue,
  wasm,
  day: DAY,
  fileName: fileName(DAY),
  schema: JSON.parse(await readFile(SCHEMA, "utf8")),
});
const served = new Map();
for (const [name, text] of bundles) served.set(`/${name}.mjs`, text);
for (const name of ["index.html", "page.mjs", "worker.mjs"]) served.set(`/${name}`, await readFile(here(`web/${name}`)));
const server = await serve(served);
const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
});
console.log(`Chromium ${browser.version()}`);
try {
  for (const suite of wanted) {
    if (suite === COLD_SUITE) await cold();
    else if (suite === ZIP_SUITE) await zips(open, (path, bytes) => served.set(path, bytes));
    else await warm(suite);
  }
} finally {
  await browser.close();
  server.close();
}
await sizes();
verdict();

/** Every contender in one page. */
async function warm(suite) {
  const { text, rounds, warmUp } = SUITES[suite];
  const bytes = Buffer.from(text());
  served.set("/data.json", bytes);
  const page = await open();
  for (const name of WARM) {
    await page.evaluate(([name, url]) => window.bench.load(name, url, "/data.json"), [name, `/${name}.mjs`]);
  }
  const { times, found } = await interleave(WARM, { rounds, warmUp }, (name) => page.evaluate((name) => window.bench.run(name), name));
  await page.context().close();

  console.log(`\n${suite}: ${bytes.length} bytes, ${rounds} rounds after ${warmUp}`);
  table(["contender", "median ms", "× JSON.parse", "errors"], WARM.map((name) => [name, number(median(times[name])), number(ratio(times[name], times[UNIT])), found[name] ?? "-"]));
  const clean = !suite.endsWith("-bad");
  bar(`${suite}: errors that predepot finds`, String(found.predepot), (found.predepot === 0) === clean, clean ? "0" : "> 0");
  const product = ratio(times.predepot, times[UNIT]);
  bar(`${suite}: predepot / JSON.parse`, number(product), product <= BARS.timesParse, `≤ ${BARS.timesParse}`);
  for (const peer of ["source-map-ajv", "vscode-json"]) {
    const faster = ratio(times[peer], times.predepot);
    bar(`${suite}: ${peer} / predepot`, number(faster), faster >= BARS.timesFaster, `≥ ${BARS.timesFaster}`);
  }
}

/** A fresh browser context for each start. */
async function cold() {
  const bytes = Buffer.from(ordinary());
  served.set("/data.json", bytes);
  const { times } = await interleave(COLD, { rounds: COLD_STARTS, warmUp: 0 }, async (name) => {
    const page = await open();
    const result = await page.evaluate((url) => window.bench.cold(url, "/data.json"), `/${name}.mjs`);
    await page.context().close();
    return result;
  });
  console.log(`\n${COLD_SUITE}: ${bytes.length} bytes, ${COLD_STARTS} fresh contexts each`);
  table(["contender", "median ms"], COLD.map((name) => [name, number(median(times[name]))]));
  const share = ratio(times.predepot, times.ajv);
  bar(`${COLD_SUITE}: predepot / ajv`, number(share), share <= 1, "≤ 1");
}

async function sizes() {
  const page = ["index.html", "site.css", "main.js"].map((name) => here(`../dist/site/${name}`));
  for (const [what, files] of Object.entries({ wasm: [wasm], page })) {
    const contents = await Promise.all(files.map((file) => readFile(file)));
    const bytes = contents.reduce((total, content) => total + gzipSync(content, { level: 9 }).length, 0);
    bar(`${what}, bytes gzipped`, String(bytes), bytes <= BARS[what], `≤ ${BARS[what]}`);
  }
}

async function open() {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`http://127.0.0.1:${server.address().port}/index.html`);
  await page.waitForFunction(() => "bench" in window);
  return page;
}

/** Cross-origin isolated, for fine timers. */
function serve(files) {
  const types = { html: "text/html", mjs: "text/javascript", json: "application/json" };
  const server = createServer((request, response) => {
    const body = files.get(request.url);
    response.writeHead(body === undefined ? 404 : 200, {
      "content-type": types[request.url.split(".").pop()] ?? "text/plain",
      "cache-control": "no-store",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-embedder-policy": "require-corp",
    });
    response.end(body);
  });
  return new Promise((done) => server.listen(0, "127.0.0.1", () => done(server)));
}
