// Every sentence of the page stands beside its twin: `t("une phrase", "a sentence")`.

import assert from "node:assert/strict";
import { test } from "node:test";
import { isFrench, literals, sentences } from "./sentences";

/** Texts that no `t` says, and why. */
const APART: Record<string, string> = {
  "www/src/example.ts": "what the example's files hold",
  "www/src/reason.ts": "the engine puts it in its sentence, and finds its English",
};

/** Words with a capital that are no text, or the same in both languages: keys, events, names that the browser gives, keys of CodeMirror's phrases. */
const NAMES =
  /^(Arrow(Left|Right)|Backspace|Ctrl.*|Delete|End|Enter|Escape|Files|Français|English|Home|Mod-.*|Not(Found|Readable)Error|Points ?|Tab|Find|Replace)$/;

test("nothing is said in French alone", () => {
  const alone = sentences().filter(({ path, text, side }) => side === null && !(path in APART) && (isFrench(text) || (/^[A-ZÀ-Ü][a-zà-ü]/.test(text) && !NAMES.test(text))));
  assert.deepEqual(
    alone.map(({ path, line, text }) => `${path}:${line} ${text}`),
    [],
    "Write t(french, english) in their place.",
  );
});

test("no twin is left in French", () => {
  const left = sentences().filter(({ text, side }) => side === 1 && isFrench(text));
  assert.deepEqual(
    left.map(({ path, line, text }) => `${path}:${line} ${text}`),
    [],
  );
});

test("there are sentences", () => {
  assert.ok(sentences().filter(({ side }) => side === 0).length > 200);
});

function check(code: string, ...expected: [text: string, side: number | null][]): void {
  assert.deepEqual(
    literals(code).map(({ text, side }) => [text, side]),
    expected,
  );
}

test("a text inside a template belongs to its sentence", () =>
  check('t(`il reste ${count(n, "pièce")}`, `${n} left`)', ["pièce", 0], ["il reste …", 0], ["… left", 1]));
test("a text beside a sentence does not", () => check('h("p", {}, t("un", "one"), "x")', ["p", null], ["un", 0], ["one", 1], ["x", null]));
test("a call whose name ends alike is another", () => check('set("un")', ["un", null]));
test("comments and regular expressions are no texts", () => check('// "un"\n/* "deux" */ x.replace(/["\'/]/g, "a") / 2', ["a", null]));
test("French is known", () => assert.ok(isFrench("Le fichier") && isFrench("déjà") && !isFrench("volet volet-source") && !isFrench("The file")));
