// Readers that are not ours, of what the page makes.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import Ajv from "ajv";

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

/** No cell is a formula to a spreadsheet, wherever it parts them; nor does one turn the text around. */
export function assertNoFormula(lines: Record<string, string>[]): void {
  for (const cell of lines.flatMap((line) => Object.values(line)).flatMap((cell) => cell.split(/[;,]/))) {
    // An apostrophe before the sign makes it a text.
    assert.doesNotMatch(cell, /^[\s"\ufffd]*[=+\-@＝＋－＠]/u);
    assert.doesNotMatch(cell, /[\p{Cc}\u202a-\u202e]/u);
  }
}

const load = createRequire(import.meta.url);
/** The schema that SARIF's authors publish, which is of JSON Schema's draft 4. */
const ajv = new Ajv({ schemaId: "id", meta: load("ajv/lib/refs/json-schema-draft-04.json"), allErrors: true });
const isSarif = ajv.compile(load("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"));

/** A log of SARIF 2.1.0, as far as it is looked at. */
interface Log {
  version: string;
  runs: {
    tool: { driver: { name: string; rules: { id: string; shortDescription: { text: string } }[] } };
    columnKind: string;
    artifacts: { location: { uri: string }; hashes?: Record<string, string> }[];
    results: {
      ruleId: string;
      ruleIndex: number;
      level: string;
      message: { text: string };
      locations: { physicalLocation: { artifactLocation: { uri: string; index: number }; region?: { startLine: number } } }[];
      fixes?: { artifactChanges: { replacements: { deletedRegion: { byteOffset: number; byteLength: number }; insertedContent: { text: string } }[] }[] }[];
    }[];
  }[];
}

/** Reads a log of one run, as the schema has it, whose parts answer each other. */
export function log(text: string): Log["runs"][number] {
  const whole = JSON.parse(text) as Log;
  assert.ok(isSarif(whole), ajv.errorsText(isSarif.errors));
  const { version, runs } = whole;
  assert.equal(version, "2.1.0");
  assert.equal(runs.length, 1);
  const run = runs[0] as Log["runs"][number];
  assert.equal(run.columnKind, "utf16CodeUnits");
  for (const { ruleId, ruleIndex, level, message, locations } of run.results) {
    assert.equal(run.tool.driver.rules[ruleIndex]?.id, ruleId);
    assert.match(level, /^(error|warning|note)$/);
    assert.notEqual(message.text, "");
    for (const { physicalLocation } of locations) {
      const { uri, index } = physicalLocation.artifactLocation;
      assert.equal(run.artifacts[index]?.location.uri, uri);
      assert.match(uri, /^[\w.~%-]+$/);
    }
  }
  return run;
}
