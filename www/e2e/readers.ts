// Readers that are not ours, of what the page makes.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";

function python(script: string, ...args: string[]): unknown {
  const { stdout, stderr, status } = spawnSync("python3", ["-c", script, ...args], { encoding: "utf8", maxBuffer: 1 << 28 });
  assert.equal(status, 0, stderr);
  return JSON.parse(stdout);
}

/** The entries of a ZIP, with their contents, as Python's zipfile reads them. */
export function readByPython(path: string): { name: string; content: Buffer }[] {
  const script = `
import base64, json, sys, zipfile
z = zipfile.ZipFile(sys.argv[1])
assert z.testzip() is None
print(json.dumps([[i.filename, base64.b64encode(z.read(i)).decode()] for i in z.infolist()]))`;
  const entries = python(script, path) as [string, string][];
  return entries.map(([name, content]) => ({ name, content: Buffer.from(content, "base64") }));
}

/** The lines of a table by the titles of its columns, as Python's csv reads them. */
export function tableByPython(path: string): Record<string, string>[] {
  const script = `
import csv, json, sys
csv.field_size_limit(1 << 28)
with open(sys.argv[1], encoding="utf-8-sig", newline="") as f:
    print(json.dumps(list(csv.DictReader(f, delimiter=";", strict=True))))`;
  return python(script, path) as Record<string, string>[];
}
