// Bundles what is delivered: `node build.mjs GLUE.js MODULE.wasm.gz SHEETS.json.gz DIST` writes in the folder DIST
//   site/main.js, site/fiches.js, site/site.css   the page of the site
//   site/pages.css                                what the rules' pages have besides
//   element/pre-depot.js                          the tool with all that it needs, for other pages
//   npm/predepot.mjs, npm/predepot.cjs            the engine for programs
//
// The worker, the wasm and the tool's styles are inside the script, because the page's policy lets it load nothing (`connect-src 'none'`)
// and, given in a <meta>, covers a worker made from a blob: but not one loaded by URL. Five imports say so:
//   import source from "inline:worker"   the bundled text of src/worker.ts
//   import packed from "inline:wasm"     the wasm, compressed, in base64: base64 alone would hide its repetitions from the server's compression
//   import packed from "inline:sheets"   the rules' pages, likewise
//   import styles from "inline:style"    the bundled text of style.css
//   import { … } from "wasm:glue"        the JavaScript that wasm-bindgen wrote beside the wasm

import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const [glue, wasm, sheets, dist] = process.argv.slice(2).map((path) => resolve(path));
const source = (name) => fileURLToPath(new URL(name, import.meta.url));

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
    const on = (name, contents, loader) => {
      build.onLoad({ filter: new RegExp(`^inline:${name}$`), namespace: "inline" }, async () => ({ contents: await contents(), loader }));
    };
    on("worker", () => worker, "text");
    on("style", () => style, "text");
    on("wasm", () => readFile(wasm), "base64");
    on("sheets", () => readFile(sheets), "base64");
  },
};

const [worker, style] = await Promise.all([bundled("src/worker.ts"), bundled("style.css")]);
await Promise.all([
  bundle("src/main.ts", { outfile: `${dist}/site/main.js` }),
  bundle("src/fiches.ts", { outfile: `${dist}/site/fiches.js` }),
  bundle("site.css", { outfile: `${dist}/site/site.css` }),
  bundle("pages.css", { outfile: `${dist}/site/pages.css` }),
  bundle("src/alone.ts", { outfile: `${dist}/element/pre-depot.js` }),
  bundle("../npm/index.ts", { format: "esm", outfile: `${dist}/npm/predepot.mjs` }),
  bundle("../npm/index.ts", { format: "cjs", outfile: `${dist}/npm/predepot.cjs` }),
]);

/** The text of a bundle. */
async function bundled(name) {
  const result = await bundle(name, { write: false });
  return result.outputFiles[0].text;
}

function bundle(name, output) {
  // esbuild has printed what is wrong.
  return build({ ...options, ...output, entryPoints: [source(name)], plugins: [inline] }).catch(() => process.exit(1));
}
