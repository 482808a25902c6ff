// The command line and the wasm write the same report, byte for byte: the native engine has its own tables of Unicode and reads files by
// itself, the wasm asks the platform for both, and is given files as the page's worker gives them.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { after, before, test } from "node:test";
import { spawnSync } from "node:child_process";
import { pathToFileURL } from "node:url";
import { profiles, template } from "wasm:glue";
import type * as Package from "../../npm/predepot";
import { commandLine, reportOf } from "./cli";
import { CORPORA, archives, corpora, filesOf } from "./corpora";
import { hostileAnswer, hostileKeys, hostileValues, hostileZip } from "./hostile";
import { scripts } from "./unicode";
import { DATE, byWasm } from "./wasm";
import { pdf, zip } from "./zip";

/** Native reports made at the same time. */
const AT_ONCE = 4;

let program = "";
let folder = "";
before(async () => {
  program = commandLine();
  folder = await mkdtemp(join(tmpdir(), "predepot-parity-"));
});
after(() => rm(folder, { recursive: true }));

/** Where two reports part, or nothing. */
function parting(native: Buffer, wasm: Buffer): string | null {
  if (native.equals(wasm)) return null;
  const [one, other] = [native.toString().split("\n"), wasm.toString().split("\n")];
  const line = one.findIndex((text, at) => text !== other[at]);
  return `line ${line + 1}: ${one[line]?.trim()} natively, ${other[line]?.trim()} in wasm`;
}

/** Files that are dropped together. */
type Dropped = string[];

/** Compares the reports of each deposit. */
async function same(deposits: Dropped[]): Promise<void> {
  const parted: string[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    for (let deposit = deposits[next++]; deposit !== undefined; deposit = deposits[next++]) {
      // The command line ends its last line.
      const native = (await reportOf(program, DATE, deposit)).subarray(0, -1);
      const where = parting(native, await byWasm(deposit));
      if (where !== null) parted.push(`${deposit.map((path) => basename(path)).join(", ")}: ${where}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  assert.ok(deposits.length > 0);
  assert.deepEqual(parted.slice(0, 20), []);
}

/** Writes files, each deposit in a folder of its own. */
async function written(name: string, deposits: Record<string, string | Buffer>[]): Promise<Dropped[]> {
  return Promise.all(
    deposits.map(async (files, at) => {
      const own = join(folder, name, String(at));
      await mkdir(own, { recursive: true });
      return Promise.all(
        Object.entries(files).map(async ([name, content]) => {
          const path = join(own, name);
          await writeFile(path, content);
          return path;
        }),
      );
    }),
  );
}

const NAME = "JSON-1234567890-20260115-001.json";

for (const { id } of profiles()) {
  test(`the model of ${id}, and each of its lines changed`, async () => {
    const lines = template(id).split("\n");
    const changed = (at: number, line: string | null): string => lines.flatMap((old, index) => (index !== at ? [old] : line === null ? [] : [line])).join("\n");
    const texts = lines.flatMap((line, at) => {
      const [, key = "", , end = ""] = /^(\s*"[^"]*": )(.*?)(,?)$/.exec(line) ?? [];
      const values = key === "" ? [] : ["null", '""', '"null"', "12", '" Élève\u0301 ß ı ﬁ "', "[]", '"1e3', "{}"];
      return [changed(at, null), ...values.map((value) => changed(at, key + value + end))];
    });
    const deposits: Record<string, string>[] = [{ [NAME]: template(id) }];
    // Many at a time: each is a file of the report all the same.
    for (let at = 0; at < texts.length; at += 50) {
      deposits.push(Object.fromEntries(texts.slice(at, at + 50).map((text, nth) => [NAME.replace("001", String(nth + 1).padStart(3, "0")), text])));
    }
    await same(await written(id, deposits));
  });
}

test("texts of all scripts", async () => {
  await same(await written("scripts", scripts(Number(process.versions.unicode)).map((text) => ({ [NAME]: text }))));
});

test("encodings and line ends", async () => {
  const text = template("MDV-LGC");
  const accented = text.replace(/"nomMedecin": "[^"]*"/, '"nomMedecin": "LEFÈVRE"');
  const utf16be = Buffer.from(`\ufeff${accented}`, "utf16le").swap16();
  const contents = [
    text.replaceAll("\n", "\r\n"),
    text.replaceAll("\n", "\r"),
    text.replaceAll("\n", ""),
    `\ufeff${accented}`,
    Buffer.from(`\ufeff${accented}`, "utf16le"),
    utf16be,
    Buffer.from(accented, "latin1"),
    "",
    "\0".repeat(100),
  ];
  await same(await written("encodings", contents.map((content) => ({ [NAME]: content }))));
});

test("hostile names, keys, values and labels", async () => {
  const deposits = [
    { [NAME]: hostileKeys() },
    { [NAME]: hostileValues(), "pieces.zip": hostileZip() },
    { [NAME]: hostileAnswer() },
    { "<b>\u202e.zip": hostileZip(), "=cmd|' !A0.json": template("MS1-DUI"), "__proto__": "{}", "e\u0301.json": "{}" },
  ];
  await same(await written("hostile", deposits));
});

test("ZIPs and loose pieces beside JSONs", async () => {
  const piece = /"nomFichier": "([^"]*)"/.exec(template("MDV-LGC"))?.[1] ?? "";
  const noisy = pdf(5_000_000);
  const deposits: Record<string, string | Buffer>[] = [
    { [NAME]: template("MDV-LGC"), "pieces.zip": zip([{ name: piece }]) },
    { [NAME]: template("MDV-LGC"), "pieces.zip": zip([{ name: piece.toLowerCase() }, { name: "e\u0301.pdf" }, { name: "É.pdf" }, { name: "ı ſ ß.pdf" }]) },
    { [NAME]: template("MDV-LGC"), "pieces.zip": zip([{ name: piece, content: noisy, deflated: false }, { name: `a/${piece}`, content: noisy, crc: 1 }]) },
    { [NAME]: template("MDV-LGC"), [piece]: pdf(9), "autre.png": "x", "vide.pdf": "" },
    { "a.json": template("HOP-DPI"), "b.json": template("HOP-DPI"), "c.zip": zip([{ name: "x.pdf" }]).subarray(0, 90) },
  ];
  await same(await written("pieces", deposits));
});

test("the package for programs gives that report too", async () => {
  const { check } = (await import(pathToFileURL(resolve("../dist/npm/predepot.mjs")).href)) as typeof Package;
  const contents = { [NAME]: hostileValues(), "pieces.zip": hostileZip(), "MDV-LGC-Va1-BDC-00001.pdf": pdf(9) };
  const [paths = []] = await written("package", [contents]);
  const files = await Promise.all(paths.map(async (path) => ({ name: basename(path), content: await readFile(path) })));
  assert.equal(JSON.stringify(await check(files, { date: DATE })), JSON.stringify(JSON.parse((await reportOf(program, DATE, paths)).toString())));
});

/** What the native tests check, when they were told to keep it. */
const FIXTURES = process.env["PREDEPOT_FIXTURES"];

test("everything that the native tests check", { skip: FIXTURES === undefined && "PREDEPOT_FIXTURES names no folder that `cargo test` filled" }, async () => {
  const folders = (await readdir(FIXTURES ?? "")).map((name) => join(FIXTURES ?? "", name)).filter((own) => existsSync(join(own, "report.json")));
  assert.ok(folders.length > 1000, String(folders.length));
  const parted: string[] = [];
  for (const own of folders) {
    const ranks = (await readdir(own)).filter((name) => name !== "report.json").sort((one, other) => Number(one) - Number(other));
    const paths = await Promise.all(ranks.map(async (rank) => join(own, rank, (await readdir(join(own, rank)))[0] ?? "")));
    const where = parting(await readFile(join(own, "report.json")), await byWasm(paths));
    if (where !== null) parted.push(`${own}: ${where}`);
  }
  assert.deepEqual(parted.slice(0, 20), []);
});

corpora("JSONs that no one here wrote", async () => {
  const paths = await filesOf(join(CORPORA, "json"), ".json");
  assert.ok(paths.length > 330, String(paths.length));
  await same(paths.map((path) => [path]));
});

corpora("archives that no one here wrote", async () => {
  const paths = await archives();
  await same(paths.map((path) => [path]));
});

corpora("archives that others read in several ways", async (context) => {
  const unpacked = join(folder, "zipdiff");
  await mkdir(unpacked);
  const { status } = spawnSync("tar", ["xf", join(CORPORA, "zip/zipdiff-all-5927.tar.xz"), "-C", unpacked]);
  if (status !== 0) return context.skip("zipdiff-all-5927.tar.xz cannot be unpacked here");
  const paths = await filesOf(unpacked, ".zip");
  assert.equal(paths.length, 5927);
  const deposits: Dropped[] = [];
  for (let at = 0; at < paths.length; at += 100) deposits.push(paths.slice(at, at + 100));
  await same(deposits);
});
