// ZIPs to measure on: a deposit's pieces, and files made to exhaust whoever reads them. The seed is fixed.

import { gzipSync } from "node:zlib";
import { ordinary } from "./data.mjs";
import { mulberry32 } from "./random.mjs";

const PIECES = 300;

/**
 * A deposit: the JSON of the ordinary suite, and a ZIP of about 190 MB with all the pieces that it declares, and some others. Six in ten are scans in
 * a PDF, three photographs, which the JSON is changed to declare as such, one a PDF of text, which alone deflates well.
 */
export function dossier() {
  const names = [];
  const extension = () => (names.length % 10 < 6 || names.length % 10 === 9 ? "pdf" : "jpg");
  const json = ordinary().replace(/"nomFichier": "([^".]+)\.pdf",(\s+)"formatFichier": "PDF"/g, (_, name, space) => {
    const own = extension();
    names.push(`${name}.${own}`);
    return `"nomFichier": "${name}.${own}",${space}"formatFichier": "${own.toUpperCase()}"`;
  });
  const declared = names.length;
  while (names.length < PIECES) names.push(`Annexe ${names.length + 1}.${extension()}`);

  const random = mulberry32(20221104);
  const between = (least, most) => Math.floor(least + random() * (most - least));
  const content = (which) => {
    if (which < 6) return pdf(`<</Filter/DCTDecode>>`, jpeg(between(300_000, 1_040_000), random));
    if (which < 9) return jpeg(between(300_000, 1_040_000), random);
    return pdf("<<>>", text(between(1_000_000, 2_800_000), random));
  };
  return { json: Buffer.from(json), declared, zip: zip(names.map((name, index) => deflated(name, content(index % 10)))) };
}

/** One piece, whose CRC-32 is not what is said. */
export function damaged() {
  const entry = deflated("MDV-LGC-Va1-BDC-00001.pdf", pdf("<<>>", text(10_000, mulberry32(1))));
  return zip([{ ...entry, crc: entry.crc ^ 1 }]);
}

/** Files made to exhaust whoever reads them, by name. */
export function bombs() {
  const zeros = (megabytes) => deflated("MDV-LGC-Va1-BDC-00001.pdf", Buffer.alloc(megabytes * 2 ** 20));
  const gigabyte = zeros(1000);
  const below = zeros(9.9);
  const small = zip([zeros(50)]);
  return {
    // 10,000 names of the same 10 MB: 100 GB.
    overlapping: zip([zeros(10)], Array.from({ length: 10_000 }, (_, index) => `MDV-LGC-Va1-BDC-${String(index).padStart(5, "0")}.pdf`)),
    // 16 ZIPs of 16 ZIPs of 50 MB of zeros: 12 GB.
    nested: nested(nested(small)),
    // 1 GB of zeros.
    "1:1000": zip([gigabyte]),
    // 10 pieces just below what is refused without a look inside: 99 MB are inflated.
    "1:1000, inflated": zip(Array.from({ length: 10 }, (_, index) => ({ ...below, name: `MDV-LGC-Va1-BDC-0000${index}.pdf` }))),
    // 1 GB of zeros said to be 1 MB.
    "1:1000, lying": zip([{ ...gigabyte, size: 1 << 20 }]),
  };
}

const nested = (inner) => zip(Array.from({ length: 16 }, (_, index) => deflated(`${index}.zip`, inner)));

/** Deflated by the gzip of Node, whose trailer has the CRC-32. */
function deflated(name, content) {
  const gzip = gzipSync(content);
  const HEADER = 10;
  const TRAILER = 8;
  return { name, size: content.length, crc: gzip.readUInt32LE(gzip.length - TRAILER), data: gzip.subarray(HEADER, -TRAILER) };
}

/** The ZIP of these entries; of the first alone, under these names, when there are. */
function zip(entries, names = []) {
  const parts = [];
  const directory = [];
  let at = 0;
  const list = (name, fields, offset) => directory.push(words([0x02014b50, 4], [20, 2]), fields, words([0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]), Buffer.from(name));
  for (const { name, size, crc, data } of entries) {
    const fields = words([20, 2], [0, 2], [8, 2], [0, 2], [0x5a21, 2], [crc >>> 0, 4], [data.length, 4], [size, 4], [name.length, 2], [0, 2]);
    for (const listed of names.length > 0 ? names : [name]) list(listed, fields, at);
    const header = Buffer.concat([words([0x04034b50, 4]), fields, Buffer.from(name)]);
    parts.push(header, data);
    at += header.length + data.length;
  }
  const records = Buffer.concat(directory);
  const count = names.length || entries.length;
  return Buffer.concat([...parts, records, words([0x06054b50, 4], [0, 4], [count, 2], [count, 2], [records.length, 4], [at, 4], [0, 2])]);
}

/** Little-endian numbers: a value and its number of bytes each. */
function words(...numbers) {
  const bytes = Buffer.alloc(numbers.reduce((total, [, size]) => total + size, 0));
  numbers.reduce((at, [value, size]) => bytes.writeUIntLE(value, at, size), 0);
  return bytes;
}

/** A PDF with one stream. */
function pdf(dictionary, stream) {
  return Buffer.concat([Buffer.from(`%PDF-1.7\n1 0 obj\n${dictionary}\nstream\n`), stream, Buffer.from("\nendstream\nendobj\ntrailer <<>>\n%%EOF\n")]);
}

/** Image data as a JPEG has it: all but random, with a zero after each 0xFF. A little more of some bytes, so that deflate does not just store it. */
function jpeg(length, random) {
  const bytes = Buffer.alloc(length);
  for (let at = 0; at + 4 <= length; at += 4) bytes.writeUInt32LE(random() * 2 ** 32, at);
  for (let at = 0; at < length; at++) {
    if (bytes[at] === 0xff) bytes[at + 1] = 0;
    else if (bytes[at] >= 0xf0) bytes[at] &= 0x3f;
  }
  bytes.write("ffd8ffe000104a46494600010100000100010000ffda000378", "hex");
  bytes.write("ffd9", length - 2, "hex");
  return bytes;
}

/** The text of a PDF's pages. */
function text(length, random) {
  const WORDS = ["BT /F1 10 Tf", "Bon de commande", "Logiciel de gestion de cabinet", "Prestation Ségur", "Montant HT", "Montant TTC", "ET Q q", "0 0 0 rg", "re f"];
  const lines = [];
  for (let written = 0; written < length; ) {
    const line = `${Math.floor(random() * 600)} ${Math.floor(random() * 800)} Td (${WORDS[Math.floor(random() * WORDS.length)]} ${(random() * 10_000).toFixed(2)}) Tj`;
    lines.push(line);
    written += line.length + 1;
  }
  return Buffer.from(lines.join("\n"), "latin1");
}
