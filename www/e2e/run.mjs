// Runs the end-to-end tests against `dist/site`: `npm run e2e`, or `npm run e2e -- hostile` for the files so named.

import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
// Inside node_modules, so that the bundled tests find their packages.
const out = here("../node_modules/.e2e");

const asked = process.argv.slice(2);
const names = readdirSync(here("."), { recursive: true })
  .filter((name) => name.endsWith(".test.ts") && (asked.length === 0 || asked.some((part) => name.includes(part))))
  .sort();
if (names.length === 0) throw new Error(`no test file is named ${asked}`);

// For the worker's reading of files: the engine that everything delivered shares.
const glue = {
  name: "glue",
  setup(build) {
    build.onResolve({ filter: /^wasm:glue$/ }, () => ({ path: here("../../target/wasm/predepot.js") }));
  },
};

await build({
  entryPoints: names.map((name) => here(name)),
  bundle: true,
  platform: "node",
  format: "esm",
  packages: "external",
  plugins: [glue],
  sourcemap: "inline",
  logLevel: "warning",
  outExtension: { ".js": ".mjs" },
  outbase: here("."),
  outdir: out,
});
const { status } = spawnSync(
  process.execPath,
  [
    "--test",
    // A test that leaves a browser open, or waits for ever, ends all the same.
    "--test-force-exit",
    "--test-timeout=600000",
    "--enable-source-maps",
    ...names.map((name) => `${out}/${name.replace(/\.ts$/, ".mjs")}`),
  ],
  { stdio: "inherit", cwd: here("..") },
);
process.exitCode = status ?? 1;
