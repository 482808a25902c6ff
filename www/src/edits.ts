// A file that is written in: its lines, one history for what is typed and for corrections, and its bytes. Bytes that nobody edits stay as they
// are: order, indentation, line ends, byte order mark.

import {
  Annotation,
  ChangeSet,
  EditorState,
  StateEffect,
  StateField,
  Transaction,
  type EditorSelection,
  type Text,
  type TransactionSpec,
} from "@codemirror/state";
import { Original, toUtf8 } from "./document";
import type { Bytes, Corrections } from "./engine";

/** A state of the file. It is the same object again once one came back to it. */
export interface Version {
  readonly name: string;
  readonly original: Original;
  /** Whether the byte order mark of the original is left. */
  readonly marked: boolean;
  /** From the lines of the original to these. */
  readonly changes: ChangeSet;
}

/** The way back from a change, or forth again. */
interface Step {
  changes: ChangeSet;
  selection: EditorSelection;
  version: Version;
}

interface Past {
  version: Version;
  done: Step[];
  undone: Step[];
  /** What is being typed, which is one step as long as it goes on. */
  typing: "input.type" | "delete" | null;
  time: number;
}

/** Steps that can be gone back. */
const MOST_STEPS = 500;
/** What is typed after a longer pause, in milliseconds, is another step. */
const PAUSE = 500;

/** The state after a transaction that does more than change lines. */
const become = StateEffect.define<Omit<Version, "changes">>();
const travel = Annotation.define<"back" | "forth">();

const past = StateField.define<Past>({
  // Each state is given its own at the start.
  create: ({ doc }) => start({ name: "", original: new Original(new Uint8Array(), "utf-8", doc), marked: false, changes: ChangeSet.empty(doc.length) }),
  update(value, transaction) {
    const { version, done, undone, typing, time } = value;
    const { changes, startState, newDoc } = transaction;
    const told = transaction.effects.find((effect) => effect.is(become))?.value;
    const way = transaction.annotation(travel);
    if (!transaction.docChanged && told === undefined && way === undefined) {
      return typing === null || transaction.selection === undefined ? value : { ...value, typing: null };
    }
    const back: Step = { changes: changes.invert(startState.doc), selection: startState.selection, version };
    if (way !== undefined) {
      const [from, to] = way === "back" ? [done, undone] : [undone, done];
      const left = from.slice(0, -1);
      const more = [...to, back];
      const now = from.at(-1)?.version ?? version;
      return { ...start(now), done: way === "back" ? left : more, undone: way === "back" ? more : left };
    }
    const anew = told !== undefined && told.original !== version.original;
    const next: Version = { ...version, ...told, changes: anew ? ChangeSet.empty(newDoc.length) : version.changes.compose(changes) };
    const kind = (["input.type", "delete"] as const).find((event) => transaction.isUserEvent(event)) ?? null;
    const now = transaction.annotation(Transaction.time) ?? 0;
    const last = done.at(-1);
    const goesOn = last !== undefined && kind !== null && kind === typing && now - time < PAUSE;
    const step = goesOn ? { ...last, changes: back.changes.compose(last.changes) } : back;
    return { version: next, done: [...(goesOn ? done.slice(0, -1) : done).slice(-MOST_STEPS), step], undone: [], typing: kind, time: now };
  },
});

function start(version: Version): Past {
  return { version, done: [], undone: [], typing: null, time: 0 };
}

export function versionOf(state: EditorState): Version {
  return state.field(past).version;
}

/** Why a file cannot be written in. */
export type Refusal = "nature" | "encodage";

export class Draft {
  state: EditorState;
  /** Has a transaction done: by the view, while one shows the file. */
  send: (change: TransactionSpec) => void;

  /** `isJson`: nothing else is written in. */
  constructor(
    original: Original,
    name: string,
    private readonly isJson: boolean,
    private readonly changed: () => void,
  ) {
    const version: Version = { name, original, marked: original.mark > 0, changes: ChangeSet.empty(original.doc.length) };
    this.state = EditorState.create({
      doc: original.doc,
      extensions: [past.init(() => start(version)), EditorState.readOnly.compute([past], (state) => this.#refusal(state) !== null)],
    });
    this.send = this.#alone;
  }

  readonly #alone = (change: TransactionSpec): void => this.take(this.state.update(change).state);

  /** No view shows the file any more. */
  release(): void {
    this.send = this.#alone;
  }

  /** The state that a transaction led to. */
  take(state: EditorState): void {
    const { version } = this;
    this.state = state;
    if (this.version !== version) this.changed();
  }

  get version(): Version {
    return versionOf(this.state);
  }

  get refusal(): Refusal | null {
    return this.#refusal(this.state);
  }

  #refusal(state: EditorState): Refusal | null {
    const { encoding } = versionOf(state).original;
    if (!this.isJson || encoding === "binaire") return "nature";
    return encoding === "utf-8" ? null : "encodage";
  }

  /** The bytes of the file as it is now. */
  get content(): Blob {
    return new Blob(bytesOf(this.version, this.state.doc));
  }

  get canGoBack(): boolean {
    return this.state.field(past).done.length > 0;
  }

  get canGoForth(): boolean {
    return this.state.field(past).undone.length > 0;
  }

  /** Undoes the last step, or does it again; false when there is none. */
  travel(way: "back" | "forth"): boolean {
    const { done, undone } = this.state.field(past);
    const step = (way === "back" ? done : undone).at(-1);
    if (step === undefined) return false;
    const { changes, selection } = step;
    this.send({ changes, selection, annotations: travel.of(way), scrollIntoView: true });
    return true;
  }

  /** Writes corrections, in one step. What is not in UTF-8 is so afterwards. */
  correct({ name, unmarked, edits }: Corrections): void {
    const { doc } = this.state;
    const { version } = this;
    const marked = version.marked && !unmarked;
    const at = (line: number, column: number): number => {
      const { from, to } = doc.line(Math.min(line, doc.lines));
      return Math.min(from + column - 1, to);
    };
    const changes = edits.map((edit) => ({ from: at(edit.line, edit.column), to: at(edit.endLine, edit.endColumn), insert: edit.text }));
    // A mark that was typed is a character.
    if (unmarked && !version.marked && doc.sliceString(0, 1) === "\uFEFF") changes.unshift({ from: 0, to: 1, insert: "" });
    if (this.refusal === "encodage") {
      const { encoding } = version.original;
      const set = this.state.changes(changes);
      const bytes = joined(bytesOf({ ...version, marked, changes: version.changes.compose(set) }, set.apply(doc)));
      this.#convert(toUtf8({ bytes, encoding }), name);
    } else {
      this.send({ changes, effects: become.of({ ...version, name, marked }) });
    }
  }

  rename(name: string): void {
    if (name !== this.version.name) this.send({ effects: become.of({ ...this.version, name }) });
  }

  /** To UTF-8, so that it can be written in. */
  convert(): void {
    if (this.refusal === "encodage") this.#convert(toUtf8(this.version.original), this.version.name);
  }

  #convert(original: Original, name: string): void {
    const { doc } = this.state;
    const found = narrowed(doc, original.doc, 0, doc.length, 0, original.doc.length);
    const changes = found === null ? [] : { from: found.from, to: found.to, insert: found.text };
    this.send({ changes, effects: become.of({ name, original, marked: original.mark > 0 }) });
  }
}

const encoder = new TextEncoder();
const LF = 10;
const CR = 13;

/** The bytes of a version whose lines are `doc`: those of the original, but where it was written. */
export function bytesOf({ original, marked, changes }: Version, doc: Text): Bytes[] {
  const parts: Bytes[] = [];
  let last = 0;
  const put = (bytes: Bytes): void => {
    if (bytes.length === 0) return;
    // A CR and a LF that come together would be one line end: it is a CRLF and a LF.
    if (last === CR && bytes[0] === LF) parts.push(Uint8Array.of(LF));
    parts.push(bytes);
    last = bytes.at(-1) ?? 0;
  };
  let done = marked ? 0 : original.mark;
  changes.iterChanges((fromA, toA, fromB, toB) => {
    const found = narrowed(original.doc, doc, fromA, toA, fromB, toB);
    if (found === null) return;
    const { from, to, text } = found;
    put(original.bytes.subarray(done, original.offset(from)));
    put(encoder.encode(text.replaceAll("\n", original.lineEnd(from))));
    done = original.offset(to);
  });
  put(original.bytes.subarray(done));
  return parts;
}

function joined(parts: Bytes[]): Bytes {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** What really differs where a range of `before` became one of `after`, in whole characters; null when nothing does. */
function narrowed(before: Text, after: Text, fromA: number, toA: number, fromB: number, toB: number): { from: number; to: number; text: string } | null {
  const lead = isHigh(before.sliceString(fromA - 1, fromA).charCodeAt(0)) ? 1 : 0;
  const trail = isLow(before.sliceString(toA, toA + 1).charCodeAt(0)) ? 1 : 0;
  const old = before.sliceString(fromA - lead, toA + trail);
  const now = after.sliceString(fromB - lead, toB + trail);
  if (old === now) return null;
  const most = Math.min(old.length, now.length);
  let start = 0;
  while (start < most && old.charCodeAt(start) === now.charCodeAt(start)) start++;
  if (start > 0 && isHigh(old.charCodeAt(start - 1))) start--;
  let end = 0;
  while (end < most - start && old.charCodeAt(old.length - 1 - end) === now.charCodeAt(now.length - 1 - end)) end++;
  if (end > 0 && isLow(old.charCodeAt(old.length - end))) end--;
  return { from: fromA - lead + start, to: toA + trail - end, text: now.slice(start, now.length - end) };
}

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit < 0xdc00;
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit < 0xe000;
