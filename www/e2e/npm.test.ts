// The npm package as a vendor installs it: packed, installed without a network, used by each kind of program.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, before, test } from "node:test";
import { build } from "esbuild";
import { demande, deposit } from "../src/example";
import { NAME, Site } from "./site";
import { pdf, zip } from "./zip";

const folder = mkdtempSync(join(tmpdir(), "predepot-npm-"));
after(() => rmSync(folder, { recursive: true }));

function run(program: string, ...args: string[]): string {
  return execFileSync(program, args, { cwd: folder, encoding: "utf8", env: { ...process.env, NO_COLOR: "1" } });
}

before(() => {
  const [packed] = JSON.parse(run("npm", "pack", "--json", "--pack-destination", folder, resolve("../dist/npm"))) as { filename: string }[];
  writeFileSync(join(folder, "package.json"), '{ "name": "essai", "private": true }');
  run("npm", "install", "--offline", "--no-audit", "--no-fund", `./${packed?.filename}`);
  writeFileSync(join(folder, NAME), deposit([demande(1, { montant: "1075", nom: "Petit" }), demande(2)]));
  writeFileSync(join(folder, "pieces.zip"), zip([{ name: "MDV-LGC-Va1-BDC-00001.pdf" }, { name: "MDV-LGC-Va1-BDC-00002.pdf", content: pdf(9) }]));
});

/** Uses everything once. */
const USE = `
const nom = ${JSON.stringify(NAME)};
async function essai() {
  const files = [{ name: nom, content: readFileSync(nom) }, { name: "pieces.zip", content: await openAsBlob("pieces.zip") }];
  const options = { date: "2023-10-02" };
  const report = await check(files, options);
  const fixed = await applyFixes(files, options);
  const all = await applyFixes(files, { ...options, accept: (diagnostic) => diagnostic.fix.safety !== "a-saisir" });
  const again = await check([{ name: nom, content: all.files[0].content }, files[1]], { ...options, profile: "MDV-LGC" });
  const text = await check([{ name: nom, content: await template("MDV-LGC") }], options);
  const english = await check(files, { ...options, language: "en" });
  const csv = report.to("csv");
  const masked = report.to("csv", { masked: true });
  const wrong = await check([], { profile: "RIEN" }).catch((error) => error.message);
  const wrongDay = await check([], { date: "demain" }).catch((error) => error.message);
  console.log(JSON.stringify({
    verdict: report.verdict,
    codes: report.files.map((file) => file.diagnostics.filter((one) => one.severity === "erreur").map((one) => one.code)),
    fixed: [fixed.files.map((file) => file.name), fixed.asked, new TextDecoder().decode(fixed.files[0].content).includes("1075.00")],
    again: again.verdict,
    template: text.files[0].demandes.map((demande) => demande.verdict),
    same: JSON.stringify(JSON.parse(report.to("json"))) === JSON.stringify(report),
    csv: [csv.charCodeAt(0) === 0xfeff, csv.includes(nom), csv.includes("PETIT"), masked.includes(nom), masked.includes("PETIT"), masked.includes("F006")],
    markdown: report.to("markdown").includes("F008"),
    sarif: JSON.parse(report.to("sarif")).version,
    english: [english.files[0].diagnostics[0].message, english.to("markdown", { masked: true }).includes("Demande")],
    words: [(await catalogue({ language: "en" })).find((rule) => rule.code === "F008").summary, (await profiles({ language: "en" }))[1].title],
    wrongFormat: (() => { try { return report.to("xml"); } catch (error) { return error.message; } })(),
    wrongLanguage: await check([], { language: "de" }).catch((error) => error.message),
    wrong, wrongDay,
    refused: await Promise.all(
      [check([]), check([{ name: nom, content: Promise.resolve("{}") }]), check([{ content: "{}" }]), check(files, { date: "2026-02-30" }), check(files, { date: new Date("x") })]
        .map((asked) => asked.then(() => "", (error) => error.message)),
    ),
    rules: (await catalogue()).length,
    profiles: (await profiles()).map((profile) => profile.id),
    version: await version(),
  }));
}
essai();
`;

function check(printed: string): void {
  const { rules, version, ...found } = JSON.parse(printed) as Record<string, unknown>;
  assert.deepEqual(found, {
    verdict: "rejet-demandes",
    codes: [["F008", "F006"], []],
    fixed: [[NAME], 1, true],
    again: "pret",
    template: ["conforme"],
    same: true,
    csv: [true, true, true, false, false, true],
    markdown: true,
    sarif: "2.1.0",
    english: ["Request 1 (vendor no. 00001): the amount (`montantSegurHT`) must have two decimals. Found: `1075`.", false],
    words: ["An amount is written with a point and exactly two decimals.", "Practice management software (community doctors)"],
    wrongFormat: "unknown format: xml",
    wrongLanguage: "unknown language: de",
    wrong: "unknown profile: RIEN",
    wrongDay: "not a day like 2026-11-21: demain",
    refused: [
      "no file to check",
      `the content of ${NAME} is neither a string, bytes nor a Blob`,
      "the name of a file is not a string: undefined",
      "not a day like 2026-11-21: 2026-02-30",
      "not a day like 2026-11-21: Invalid Date",
    ],
    profiles: ["MS1-DUI", "MDV-LGC", "HOP-DPI", "HOP-PFI", "HOP-RI"],
  });
  assert.ok(Number(rules) > 90);
  assert.match(String(version), /^\d+\.\d+\.\d+$/);
}

const NAMES = "check, applyFixes, template, catalogue, profiles, version";

test("imported by Node", () => {
  writeFileSync(join(folder, "essai.mjs"), `import { readFileSync, openAsBlob } from "node:fs";\nimport { ${NAMES} } from "predepot";\n${USE}`);
  check(run(process.execPath, "--no-warnings", "essai.mjs"));
});

test("required by Node", () => {
  writeFileSync(join(folder, "essai.cjs"), `const { readFileSync, openAsBlob } = require("node:fs");\nconst { ${NAMES} } = require("predepot");\n${USE}`);
  check(run(process.execPath, "--no-warnings", "essai.cjs"));
});

const TYPED = `
import { applyFixes, check, template, type Diagnostic, type Rapport, type Report } from "predepot";
const written: Report = await check([], { language: "en" });
const csv: string = written.to("csv", { masked: csvIsMasked() });
function csvIsMasked(): boolean | undefined { return undefined; }
const report: Rapport = await check([{ name: "a.json", content: await template("MDV-LGC") }], { date: new Date(), profile: "MDV-LGC" });
const first: Diagnostic | undefined = report.files[0]?.diagnostics[0];
if (first?.code === "F008" && report.verdict !== "pret") console.log(first.line?.toFixed());
const { files } = await applyFixes([{ name: "a.json", content: new Uint8Array() }], { accept: ({ fix }, file) => fix !== null && file.kind === "json" });
export const texts: string[] = [csv];
export const bytes: Uint8Array[] = files.map((file) => file.content);
`;

const tsc = (...args: string[]): string =>
  run(resolve("node_modules/.bin/tsc"), "--noEmit", "--strict", "--exactOptionalPropertyTypes", "--noUncheckedIndexedAccess", "--target", "es2022", "--lib", "es2023,dom", "--types", "", ...args);

test("its types are found and true, for each kind of module", () => {
  writeFileSync(join(folder, "typed.mts"), TYPED);
  // A CommonJS module waits in a function.
  writeFileSync(join(folder, "typed.cts"), `import predepot = require("predepot");\nexport const rules: Promise<predepot.Rule[]> = predepot.catalogue();\n`);
  tsc("--module", "nodenext", "typed.mts", "typed.cts");
  tsc("--module", "esnext", "--moduleResolution", "bundler", "typed.mts");
  writeFileSync(join(folder, "wrong.mts"), TYPED.replace('"F008"', '"F999"'));
  assert.throws(() => tsc("--module", "nodenext", "wrong.mts"), /.*/);
});

test("bundled for a browser, which loads nothing more", async () => {
  writeFileSync(
    join(folder, "navigateur.js"),
    `import { check } from "predepot";
check([new File([${JSON.stringify(deposit([demande(1, { montant: "1075" })]))}], ${JSON.stringify(NAME)})].map((file) => ({ name: file.name, content: file })))
  .then((report) => { document.title = report.verdict; }, (error) => { document.title = String(error); });`,
  );
  const { outputFiles } = await build({ entryPoints: [join(folder, "navigateur.js")], bundle: true, format: "esm", write: false });
  const site = await Site.open();
  try {
    site.add("/navigateur.js", outputFiles[0]?.text ?? "");
    const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'";
    const address = site.add("/navigateur.html", `<!doctype html><meta http-equiv="Content-Security-Policy" content="${policy}"><title></title><link rel="icon" href="data:,"><script type="module" src="navigateur.js"></script>`);
    const { page, complaints } = await site.visit({ address });
    await page.waitForFunction(() => document.title !== "");
    assert.equal(await page.title(), "rejet-demandes");
    assert.deepEqual(site.requests, ["/navigateur.html", "/navigateur.js"]);
    // Only the icon, which this page's policy refuses.
    assert.deepEqual(complaints.filter((complaint) => !complaint.includes("data:,")), []);
  } finally {
    await site.close();
  }
});
