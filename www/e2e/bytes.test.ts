// What is written in a file, byte for byte: no browser is needed.

import assert from "node:assert/strict";
import { test } from "node:test";
import { read, toUtf8 } from "../src/document";
import { Draft } from "../src/edits";
import type { Bytes, FileSummary } from "../src/engine";

type Encoding = FileSummary["encoding"];

const utf8 = (text: string): Bytes => new TextEncoder().encode(text);

async function open(bytes: Bytes | string, encoding: Encoding = "utf-8"): Promise<Draft> {
  const original = await read(new Blob([typeof bytes === "string" ? utf8(bytes) : bytes]), encoding);
  assert.ok(original);
  return new Draft(original, "a.json", true, () => undefined);
}

const bytes = async (draft: Draft): Promise<Bytes> => new Uint8Array(await draft.content.arrayBuffer());
const text = async (draft: Draft): Promise<string> => new TextDecoder("utf-8", { ignoreBOM: true }).decode(await bytes(draft));

function write(draft: Draft, from: number, to: number, insert: string): void {
  draft.send({ changes: { from, to, insert } });
}

/** Writes `insert` in the place of `found`. */
function replace(draft: Draft, found: string, insert: string): void {
  const at = draft.state.doc.toString().indexOf(found);
  assert.ok(at >= 0, `${found} is not there`);
  write(draft, at, at + found.length, insert);
}

async function check(before: string, found: string, insert: string, after: string): Promise<void> {
  const draft = await open(before);
  replace(draft, found, insert);
  assert.equal(await text(draft), after);
}

test("what is not written in stays as it was", () => check('{\r\n\t"a" :  1075 ,\n"b": 2\r}', "1075", "1075.00", '{\r\n\t"a" :  1075.00 ,\n"b": 2\r}'));
test("a new line ends as its line does: CRLF", () => check("a\r\nb\r\nc", "b", "b\nB", "a\r\nb\r\nB\r\nc"));
test("a new line ends as its line does: a lone CR", () => check("a\rb\rc", "b", "b\nB", "a\rb\rB\rc"));
test("a new line ends as its line does, in a mixed file", () => check("a\r\nb\nc\rd", "b", "b\nB", "a\r\nb\nB\nc\rd"));
test("a new line at the end is like the one before", () => check("a\r\nb", "b", "b\n", "a\r\nb\r\n"));
test("a file of one line gets the usual line end", () => check("ab", "b", "\nb", "a\nb"));
test("two line ends that come together stay two", () => check("a\rb\nc", "b", "", "a\r\n\nc"));
test("what is joined is joined", () => check("a\r\nb", "\n", "", "ab"));
test("beyond U+FFFF, half a character is never written", async () => {
  const draft = await open('"😀é"');
  // The browser tells what differs, which may be the second half alone.
  write(draft, 2, 3, "\uDE01");
  assert.equal(await text(draft), '"😁é"');
});
test("the byte order mark stays, or goes when a correction says so", async () => {
  const draft = await open("\uFEFF{}");
  write(draft, 1, 1, " ");
  assert.equal(await text(draft), "\uFEFF{ }");
  draft.correct({ name: "b.json", unmarked: true, edits: [{ line: 1, column: 1, endLine: 1, endColumn: 1, text: "" }] });
  assert.equal(await text(draft), "{ }");
  assert.equal(draft.version.name, "b.json");
  draft.travel("back");
  assert.equal(await text(draft), "\uFEFF{ }");
  assert.equal(draft.version.name, "a.json");
});

test("corrections are one step, among those of typing", async () => {
  const draft = await open('{\r\n "é": 1,\r\n "b": 2\r\n}');
  replace(draft, "2", "3");
  draft.correct({
    name: "a.json",
    unmarked: false,
    edits: [
      { line: 2, column: 7, endLine: 2, endColumn: 8, text: "10" },
      { line: 3, column: 7, endLine: 3, endColumn: 8, text: "20\r\n" },
    ],
  });
  assert.equal(await text(draft), '{\r\n "é": 10,\r\n "b": 20\r\n\r\n}');
  draft.travel("back");
  assert.equal(await text(draft), '{\r\n "é": 1,\r\n "b": 3\r\n}');
  draft.travel("back");
  assert.equal(await text(draft), '{\r\n "é": 1,\r\n "b": 2\r\n}');
  assert.equal(draft.canGoBack, false);
  draft.travel("forth");
  draft.travel("forth");
  assert.equal(await text(draft), '{\r\n "é": 10,\r\n "b": 20\r\n\r\n}');
});

test("what is typed in one go is one step", async () => {
  const draft = await open("{}");
  for (const [at, letter] of [..."abc"].entries()) draft.send({ changes: { from: 1 + at, insert: letter }, userEvent: "input.type" });
  draft.send({ changes: { from: 3, to: 4 }, userEvent: "delete.backward" });
  draft.travel("back");
  assert.equal(await text(draft), "{abc}");
  draft.travel("back");
  assert.equal(await text(draft), "{}");
});

test("a file come back to is the one that it was", async () => {
  const draft = await open("{}");
  const { version } = draft;
  write(draft, 1, 1, "a");
  assert.notEqual(draft.version, version);
  draft.travel("back");
  assert.equal(draft.version, version);
});

test("what is not UTF-8 is only read until it is converted", async () => {
  const latin = Uint8Array.from(Buffer.from('{"nom": "LEFÈVRE"}\r\n', "latin1"));
  const draft = await open(latin, "windows-1252");
  assert.equal(draft.refusal, "encodage");
  assert.deepEqual(await bytes(draft), latin);
  draft.convert();
  assert.equal(draft.refusal, null);
  assert.equal(await text(draft), '{"nom": "LEFÈVRE"}\r\n');
  replace(draft, "LEFÈVRE", "LEFÈVRE-É");
  assert.equal(await text(draft), '{"nom": "LEFÈVRE-É"}\r\n');
  draft.travel("back");
  draft.travel("back");
  assert.equal(draft.refusal, "encodage");
  assert.deepEqual(await bytes(draft), latin);
});

test("UTF-16 is converted with its line ends", async () => {
  const draft = await open(Uint8Array.from([0xff, 0xfe, ...Buffer.from("{\r\n😀}\r", "utf16le")]), "utf-16le");
  draft.convert();
  assert.equal(await text(draft), "{\r\n😀}\r");
});

test("of a file that is UTF-8 in some places only, those stay", async () => {
  const mixed = Uint8Array.from([...Buffer.from("é€😀"), 0xe9, 0xc0, ...Buffer.from("É"), 0xff]);
  const draft = await open(mixed, "windows-1252");
  draft.correct({ name: "a.json", unmarked: false, edits: [{ line: 1, column: 1, endLine: 1, endColumn: 1, text: "{" }] });
  assert.equal(await text(draft), "{é€😀éÀÉÿ");
});

test("what is no text is never written in", async () => {
  const draft = await open(Uint8Array.of(0, 1, 2, 3, 0xff), "binaire");
  assert.equal(draft.refusal, "nature");
  draft.convert();
  assert.deepEqual(await bytes(draft), Uint8Array.of(0, 1, 2, 3, 0xff));
  draft.correct({ name: "b.json", unmarked: false, edits: [] });
  assert.equal(draft.version.name, "b.json");
  assert.deepEqual(await bytes(draft), Uint8Array.of(0, 1, 2, 3, 0xff));
});

/** Numbers that look random and are the same each time. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

const SCRAPS = ['"a": 1', ",", "é", "€", "😀", "\u2028", "\u0085", "\uFFFD", "\t", "  ", "{", "]", "", "\u0000", "e\u0301"];
const ENDS = ["\n", "\r\n", "\r"];

function scraps(roll: (sides: number) => number, most: number, ends: string[]): string {
  return Array.from({ length: roll(most) }, () => (roll(3) === 0 ? ends[roll(ends.length)] : SCRAPS[roll(SCRAPS.length)])).join("");
}

/** Bytes by what an editor calls lines. */
const lines = (text: string): string[] => text.replace(/^\uFEFF/, "").split(/\r\n?|\n/);

const KINDS: [string, string[]][] = [...ENDS.map((end): [string, string[]] => [JSON.stringify(end), [end]]), ["mixed", ENDS]];
for (const [kind, ends] of KINDS) {
  test(`whatever is written, undone and done again, the rest stays byte for byte: ${kind}`, async () => {
    for (let seed = 1; seed <= 300; seed++) {
      const roll = dice(seed);
      const start = utf8((roll(3) === 0 ? "\uFEFF" : "") + scraps(roll, 40, ends));
      const draft = await open(start);
      const seen: Bytes[] = [start];
      for (let step = 0; step < 6; step++) {
        const { doc } = draft.state;
        const from = roll(doc.length + 1);
        const to = Math.min(doc.length, from + roll(8));
        const before = await bytes(draft);
        const insert = scraps(roll, 4, ["\n"]);
        const isWhole = (at: number): boolean => !/[\uD800-\uDBFF]$/.test(doc.sliceString(at - 1, at)) || !/^[\uDC00-\uDFFF]/.test(doc.sliceString(at, at + 1));
        if (!isWhole(from) || !isWhole(to) || (from === to && insert === "")) continue;
        const head = doc.sliceString(0, from);
        const tail = doc.sliceString(to);
        write(draft, from, to, insert);
        const after = await bytes(draft);
        seen.push(after);
        // The lines are those of the editor.
        const now = Buffer.from(after).toString("utf8");
        assert.deepEqual(lines(now), draft.state.doc.toString().split("\n"), `seed ${seed}`);
        if (ends.length > 1) continue;
        // What is before and after the place is as it was.
        const written = (text: string): Buffer => Buffer.from(text.replaceAll("\n", ends[0] ?? "\n"));
        const mark = before[0] === 0xef && before[1] === 0xbb && now.startsWith("\uFEFF") ? 3 : 0;
        const old = Buffer.from(before);
        const many = old.includes(written("\n"));
        if (!many) continue;
        assert.deepEqual(after.subarray(0, mark + written(head).length), before.subarray(0, mark + written(head).length), `seed ${seed}: before`);
        assert.deepEqual(Buffer.from(after).subarray(after.length - written(tail).length), old.subarray(before.length - written(tail).length), `seed ${seed}: after`);
      }
      for (let at = seen.length - 2; at >= 0; at--) {
        draft.travel("back");
        assert.deepEqual(await bytes(draft), seen[at], `seed ${seed}: undone to ${at}`);
      }
      for (let at = 1; at < seen.length; at++) {
        draft.travel("forth");
        assert.deepEqual(await bytes(draft), seen[at], `seed ${seed}: done again to ${at}`);
      }
    }
  });
}

test("in a mixed file, the lines that nobody touches keep their own ends", async () => {
  for (let seed = 1; seed <= 300; seed++) {
    const roll = dice(seed);
    const parts = Array.from({ length: 2 + roll(20) }, (_, at) => `"${at}é😀": 1${ENDS[roll(3)]}`);
    const draft = await open(parts.join(""));
    // Some lines are replaced, which changes neither their number nor their ends.
    const changed = new Map<number, string>();
    for (let step = 0; step < 4; step++) changed.set(roll(parts.length), `"n${step}"`);
    for (const [at, value] of changed) {
      const line = draft.state.doc.line(at + 1);
      write(draft, line.from, line.to, value);
    }
    const expected = parts.map((part, at) => {
      const value = changed.get(at);
      return value === undefined ? part : value + (/[\r\n]+$/.exec(part)?.[0] ?? "");
    });
    assert.equal(await text(draft), expected.join(""), `seed ${seed}`);
  }
});

test("any bytes at all are converted to the text that they read as", () => {
  for (let seed = 1; seed <= 200; seed++) {
    const roll = dice(seed);
    const any = Uint8Array.from({ length: roll(30) }, () => (roll(2) === 0 ? roll(128) : 0x80 + roll(128)));
    const converted = toUtf8({ bytes: any, encoding: "windows-1252" });
    const again = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(converted.bytes);
    // What was ASCII is there, in order.
    assert.equal(again.replace(/[^\0-\x7f]/g, ""), Buffer.from(any).toString("latin1").replace(/[^\0-\x7f]/g, ""), `seed ${seed}`);
  }
});
