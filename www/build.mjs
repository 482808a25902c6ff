// Bundles the page into one script: `node build.mjs GLUE.js MODULE.wasm.gz OUT.js`.
//
// The worker and the wasm are inside it, because the page's policy lets it load nothing (`connect-src 'none'`)
// and, given in a <meta>, covers a worker made from a blob: but not one loaded by URL. Three imports say so:
//   import source from "inline:worker"   the bundled text of src/worker.ts
//   import packed from "inline:wasm"     the wasm, compressed, in base64: base64 alone would hide its repetitions from the server's compression
//   import { … } from "wasm:glue"        the JavaScript that wasm-bindgen wrote beside the wasm

import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const [glue, wasm, out] = process.argv.slice(2).map((path) => resolve(path));
const source = (name) => fileURLToPath(new URL(`src/${name}`, import.meta.url));

const options = {
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2022",
  charset: "utf8",
  legalComments: "none",
  logLevel: "warning",
  // wasm-bindgen's glue reads it on a path that is never taken here: the module is given to it.
  define: { "import.meta.url": '""' },
};

const inline = {
  name: "inline",
  setup(build) {
    build.onResolve({ filter: /^wasm:glue$/ }, () => ({ path: glue }));
    build.onResolve({ filter: /^inline:/ }, ({ path }) => ({ path, namespace: "inline" }));
    build.onLoad({ filter: /^inline:worker$/, namespace: "inline" }, () => ({ contents: worker, loader: "text" }));
    build.onLoad({ filter: /^inline:wasm$/, namespace: "inline" }, async () => ({
      contents: await readFile(wasm),
      loader: "base64",
    }));
  },
};

const worker = await bundle("worker.ts", { write: false });
await bundle("main.ts", { outfile: out });

async function bundle(name, output) {
  // esbuild has printed what is wrong.
  const result = await build({ ...options, ...output, entryPoints: [source(name)], plugins: [inline] }).catch(() => process.exit(1));
  return result.outputFiles?.[0].text;
}
