// zip.js with its default settings, asked to check each CRC-32.

import { BlobReader, ZipReader } from "@zip.js/zip.js";

export async function run(file) {
  const reader = new ZipReader(new BlobReader(file));
  const entries = await reader.getEntries();
  let errors = 0;
  for (const entry of entries) {
    try {
      await entry.getData(new WritableStream(), { checkSignature: true });
    } catch {
      errors++;
    }
  }
  await reader.close();
  return { errors, entries: entries.length };
}
