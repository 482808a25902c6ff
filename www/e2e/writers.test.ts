// Archives as the libraries of JavaScript write them, with accents in names: none is refused. `tests/archive/tools.rs` does so for programs.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { BlobReader, BlobWriter, ZipWriter, type ZipWriterConstructorOptions } from "@zip.js/zip.js";
import { Zip, ZipDeflate, ZipPassThrough, zipSync, type ZipOptions } from "fflate";
import JSZip from "jszip";
import { Deposit, initSync } from "wasm:glue";
import { open } from "../src/reading";
import { pdf } from "./zip";

initSync({ module: new WebAssembly.Module(readFileSync("../target/wasm/predepot_bg.wasm")) });

const FILES: [string, Uint8Array<ArrayBuffer>][] = [
  ["MDV-LGC-Va1-BDC-00001.pdf", Uint8Array.from(pdf(3000))],
  ["reçu été.pdf", Uint8Array.from(pdf())],
  // Decomposed, as macOS does.
  ["re\u0301duit.pdf", Uint8Array.from(pdf(9))],
];

/** The ZIP has the three files, and nothing to say. */
async function accepted(content: Blob): Promise<void> {
  const zip = await open({ id: 0, name: "pieces.zip", content });
  while (zip.step !== undefined && (await zip.step(() => true)));
  assert.deepEqual(
    zip.entries?.map(({ name, size, pending }) => [name, size, pending]),
    FILES.map(([name, { length }]) => [name, length, false]),
  );
  const deposit = new Deposit(2026, 11, 15);
  zip.addTo(deposit);
  deposit.check();
  assert.deepEqual(deposit.summary().files[0]?.byCode, {});
  deposit.free();
  zip.free();
}

const JSZIP: JSZip.JSZipGeneratorOptions[] = [{}, { compression: "DEFLATE" }, { compression: "DEFLATE", streamFiles: true }, { streamFiles: true, platform: "UNIX" }];
for (const options of JSZIP) {
  test(`JSZip ${JSON.stringify(options)}`, async () => {
    const zip = new JSZip();
    for (const [name, bytes] of FILES) zip.file(name, bytes);
    await accepted(new Blob([await zip.generateAsync({ ...options, type: "arraybuffer" })]));
  });
}

const ZIP_JS: ZipWriterConstructorOptions[] = [
  {},
  { level: 0 },
  { zip64: true },
  { dataDescriptor: false },
  { dataDescriptorSignature: true },
  { keepOrder: false, bufferedWrite: true },
  { extendedTimestamp: false },
  { msDosCompatible: true },
];
for (const options of ZIP_JS) {
  test(`zip.js ${JSON.stringify(options)}`, async () => {
    const zip = new ZipWriter(new BlobWriter(), { useWebWorkers: false, ...options });
    for (const [name, bytes] of FILES) await zip.add(name, new BlobReader(new Blob([bytes])));
    await accepted(await zip.close());
  });
}

const FFLATE: ZipOptions[] = [{}, { level: 0 }, { level: 9, os: 3, attrs: 0o644 << 16 }];
for (const options of FFLATE) {
  test(`fflate ${JSON.stringify(options)}`, async () => {
    await accepted(new Blob([Uint8Array.from(zipSync(Object.fromEntries(FILES), options))]));
  });
}

for (const Streamed of [ZipDeflate, ZipPassThrough]) {
  test(`fflate, ${Streamed.name}`, async () => {
    const parts: Uint8Array<ArrayBuffer>[] = [];
    const zip = new Zip((error, part) => {
      assert.equal(error, null);
      parts.push(Uint8Array.from(part));
    });
    for (const [name, bytes] of FILES) {
      const file = new Streamed(name);
      zip.add(file);
      file.push(bytes, true);
    }
    zip.end();
    await accepted(new Blob(parts));
  });
}
