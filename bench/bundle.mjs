// Bundles each contender into one minified module, with what it asks for under the name `bench:…`.

import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import Ajv from "ajv";
import Ajv2020 from "ajv/dist/2020.js";
import standaloneCode from "ajv/dist/standalone/index.js";
import { build } from "esbuild";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** Returns the bundles by name. `glue` and `wasm` are paths, `day` is the day of the check, `schema` the peers' schema. */
export async function bundle(names, { glue, wasm, day, fileName, schema }) {
  const modules = {
    "bench:wasm": async () => ({ contents: await readFile(`${wasm}.gz`), loader: "base64" }),
    "bench:schema": () => ({ contents: JSON.stringify(schema), loader: "json" }),
    "bench:validate": () => ({ contents: validator(schema), loader: "js", resolveDir: here(".") }),
    "bench:day": () => ({ contents: JSON.stringify({ day: day.split("-").map(Number), fileName }), loader: "json" }),
  };
  const plugin = {
    name: "bench",
    setup(build) {
      build.onResolve({ filter: /^(bench|wasm):glue$/ }, () => ({ path: glue }));
      build.onResolve({ filter: /^bench:/ }, ({ path }) => ({ path, namespace: "bench" }));
      build.onLoad({ filter: /./, namespace: "bench" }, ({ path }) => modules[path]());
    },
  };
  const result = await build({
    entryPoints: names.map((name) => here(`contenders/${name}.mjs`)),
    plugins: [plugin],
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    mainFields: ["module", "main"],
    logLevel: "warning",
    write: false,
    outdir: "/",
  });
  return new Map(result.outputFiles.map(({ path, text }) => [basename(path, ".js"), text]));
}

/** The source of a validator that reports every error. */
function validator(schema) {
  const Compiler = schema.$schema?.includes("2020-12") ? Ajv2020.default : Ajv.default;
  const ajv = new Compiler({ allErrors: true, strict: false, validateFormats: false, code: { source: true, esm: true } });
  return standaloneCode.default(ajv, ajv.compile(schema));
}
