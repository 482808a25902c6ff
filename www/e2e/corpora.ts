// Files that no one here wrote, when they are beside the repository or where `PREDEPOT_CORPORA` says.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { test, type TestContext } from "node:test";

export const CORPORA = process.env["PREDEPOT_CORPORA"] ?? resolve("../../shared/corpora");

/** A test over them. Where they are not, that is said. */
export function corpora(name: string, run: (context: TestContext) => Promise<void>): void {
  const skip = existsSync(join(CORPORA, "manifest.tsv")) ? false : `there are no corpora in ${CORPORA}`;
  test(name, { skip }, run);
}

export async function filesOf(root: string, extension: string): Promise<string[]> {
  const names = await readdir(root, { recursive: true });
  return names.filter((name) => name.endsWith(extension)).map((name) => join(root, name)).sort();
}

/** All archives but those that are packed together. */
export async function archives(): Promise<string[]> {
  const paths = (await filesOf(join(CORPORA, "zip"), "")).filter((path) => /\.(zip|bz2)$/.test(path));
  assert.ok(paths.length > 100, String(paths.length));
  return paths;
}
