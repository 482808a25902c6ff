// What can be done about a finding: apply it, look at the difference first, or write the value oneself.

import type { Edit, Text } from "../engine";
import { count, t } from "../language";
import { focusBeside, h, rich } from "../h";

export interface CorrectionActions {
  apply(): void;
  /** To the place, to write there; null when it is in no text. */
  write: (() => void) | null;
  /** A line of the file, as it is now. */
  line(number: number): string | null;
}

let described = 0;

/**
 * The buttons of a finding; nothing when it has no correction. `message`: what it says, by which buttons that are called alike are told apart.
 * `former`: what was shown of it before, whose preview stays open.
 */
export function correction(text: Text, actions: CorrectionActions, message: Element, former: Element | null): HTMLElement[] {
  message.id ||= `message-${++described}`;
  const elements = offered(text, actions, former);
  for (const button of elements.flatMap((element) => [...element.querySelectorAll("button")])) button.setAttribute("aria-describedby", message.id);
  return elements;
}

function offered(text: Text, actions: CorrectionActions, former: Element | null): HTMLElement[] {
  const { fix } = text;
  if (fix === null) return [];
  // What to write is often the help's own words: they are not said twice.
  const values = fix.title.match(/(?<=`)[^`]+(?=`)/g) ?? [];
  const repeated = values.length > 0 && values.every((value) => text.help.includes(value));
  const title = h("span", { class: "correction-titre", hidden: repeated }, ...rich(fix.title));
  if (fix.safety === "a-saisir") {
    const { write } = actions;
    if (write === null) return repeated ? [] : [h("p", { class: "correction" }, title)];
    return [h("p", { class: "correction" }, h("button", { type: "button", class: "corriger secondaire", click: write }, t("Saisir dans la source", "Write it in the source")), title)];
  }
  if (fix.safety === "sure") {
    return [h("p", { class: "correction" }, h("button", { type: "button", class: "corriger", click: actions.apply }, t("Corriger", "Correct")), title)];
  }
  const apply = h("button", { type: "button", class: "corriger", click: actions.apply }, t("Appliquer", "Apply"));
  const preview = h("div", { class: "apercu", role: "group", "aria-label": t("Différence", "Difference"), hidden: true });
  const show = (is: boolean, going = true): void => {
    if (is) {
      preview.replaceChildren(
        ...(fix.rename === null ? [] : [renaming(fix.rename.from, fix.rename.to)]),
        ...hunks(fix.edits).map((edits) => difference(edits, actions.line)),
        ...(fix.others === 0 ? [] : [h("p", { class: "discret" }, t(`et ${count(fix.others, "autre modification", "autres modifications")} de même sorte`, `and ${count(fix.others, "other change")} of the same kind`))]),
        h("p", { class: "boutons" }, apply, h("button", { type: "button", class: "discret-bouton", click: () => show(false) }, t("Annuler", "Cancel"))),
      );
    }
    const inside = preview.contains(focusBeside(preview));
    preview.hidden = !is;
    open.setAttribute("aria-expanded", String(is));
    if (is && going) apply.focus({ preventScroll: true });
    else if (!is && inside) open.focus();
  };
  preview.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    show(false);
  });
  const open = h(
    "button",
    { "type": "button", "class": "corriger secondaire", "aria-expanded": "false", "click": () => show(preview.hidden === true) },
    t("Corriger (à confirmer)", "Correct (to confirm)"),
  );
  if (former?.querySelector(".apercu:not([hidden])")) show(true, false);
  return [h("p", { class: "correction" }, open, title), preview];
}

/** Edits that share lines go together. */
function hunks(edits: Edit[]): Edit[][] {
  const all: Edit[][] = [];
  for (const edit of edits) {
    const last = all.at(-1);
    if (last !== undefined && edit.line <= (last.at(-1)?.endLine ?? 0)) last.push(edit);
    else all.push([edit]);
  }
  return all;
}

/** Characters of a line that are shown around what changes. */
const AROUND = 48;

type Piece = { kind: "same" | "del" | "ins"; text: string };

/** The lines that edits concern, as they are and as they would be. */
function difference(edits: Edit[], line: (number: number) => string | null): HTMLElement {
  const first = edits[0]?.line ?? 1;
  const last = edits.at(-1)?.endLine ?? first;
  const pieces: Piece[] = [];
  // Up to where the lines are taken: a line, and a position in it.
  let [at, from] = [first, 0];
  const same = (to: number, column: number): void => {
    for (; at < to; at++, from = 0) pieces.push({ kind: "same", text: `${line(at)?.slice(from) ?? ""}\n` });
    pieces.push({ kind: "same", text: line(at)?.slice(from, column) ?? "" });
  };
  for (const edit of edits) {
    same(edit.line, edit.column - 1);
    pieces.push({ kind: "del", text: edit.before }, { kind: "ins", text: edit.text });
    [at, from] = [edit.endLine, edit.endColumn - 1];
  }
  same(last, Infinity);
  const side = (kind: "del" | "ins"): HTMLElement[] => rows(pieces.filter((piece) => piece.kind === "same" || piece.kind === kind), kind, first);
  return h("div", { class: "difference" }, ...side("del"), ...side("ins"));
}

function rows(pieces: Piece[], kind: "del" | "ins", first: number): HTMLElement[] {
  const lines: Piece[][] = [[]];
  pieces.forEach((piece) =>
    piece.text.split(/\r\n?|\n/).forEach((text, at) => {
      if (at > 0) lines.push([]);
      if (text !== "") lines.at(-1)?.push({ ...piece, text });
    }),
  );
  const [sign, word] = kind === "del" ? ["−", t("Avant", "Before")] : ["+", t("Après", "After")];
  return lines
    .map((line, at) => ({ line, number: first + at }))
    .filter(({ line }) => line.some((piece) => piece.kind === kind))
    .concat(lines.some((line) => line.some((piece) => piece.kind === kind)) ? [] : [{ line: lines[0] ?? [], number: first }])
    .map(({ line, number }) =>
      h(
        "p",
        { class: `difference-${kind}` },
        h("span", { "class": "difference-signe", "aria-hidden": "true" }, sign),
        h("span", { class: "invisible" }, t(`${word}, ligne ${number} : `, `${word}, line ${number}: `)),
        h("code", {}, ...line.map((piece, at) => (piece.kind === "same" ? clipped(piece.text, at > 0, at < line.length - 1) : h(kind, {}, piece.text)))),
      ),
    );
}

/** The part of a text that is near what is before or after it. */
function clipped(text: string, before: boolean, after: boolean): string {
  const kept = before ? text : text.trimStart();
  const start = before ? AROUND : after ? 0 : 2 * AROUND;
  const end = after ? AROUND : 0;
  if (kept.length <= start + end) return kept;
  return `${kept.slice(0, start)}…${end === 0 ? "" : kept.slice(-end)}`;
}

function renaming(from: string, to: string): HTMLElement {
  const row = (kind: "del" | "ins", sign: string, word: string, name: string): HTMLElement =>
    h(
      "p",
      { class: `difference-${kind}` },
      h("span", { "class": "difference-signe", "aria-hidden": "true" }, sign),
      h("span", { class: "invisible" }, t(`${word} : `, `${word}: `)),
      h("code", { class: "nom" }, h(kind, {}, name)),
    );
  return h("div", { class: "difference" }, h("p", { class: "discret" }, t("Nom du fichier", "File name")), row("del", "−", t("Avant", "Before"), from), row("ins", "+", t("Après", "After"), to));
}
