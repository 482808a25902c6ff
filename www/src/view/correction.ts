// What can be done about a finding: apply it, look at it first, or write the value oneself.

import type { Edit, Text } from "../engine";
import { fr } from "../french";
import { h, rich } from "../h";

function beforeAfter(edit: Edit): HTMLElement {
  const shown = (text: string): string => (text === "" ? "(rien)" : text);
  return h(
    "div",
    { class: "avant-apres" },
    h("del", {}, h("code", {}, shown(edit.before))),
    h("span", { "aria-hidden": "true" }, "→"),
    h("ins", {}, h("code", {}, shown(edit.text))),
    h("span", { class: "discret" }, `ligne ${edit.line}`),
  );
}

/** The buttons of a finding; nothing when it has no correction. */
export function correction(text: Text, apply: () => void): HTMLElement[] {
  const { fix } = text;
  if (fix === null) return [];
  // What to write is often the help's own words: they are not said twice.
  const values = fix.title.match(/(?<=`)[^`]+(?=`)/g) ?? [];
  const repeated = values.length > 0 && values.every((value) => text.help.includes(value));
  const title = h("span", { class: "correction-titre", hidden: repeated }, ...rich(fix.title));
  if (fix.safety === "a-saisir") return repeated ? [] : [h("p", { class: "correction" }, title)];
  if (fix.safety === "sure") {
    return [h("p", { class: "correction" }, h("button", { type: "button", class: "corriger", click: apply }, "Corriger"), title)];
  }
  const preview = h("div", { class: "apercu", hidden: true });
  if (fix.rename !== null) {
    const { from, to } = fix.rename;
    preview.append(beforeAfterName(from, to));
  }
  preview.append(
    ...fix.edits.map(beforeAfter),
    h("p", {}, h("button", { type: "button", class: "corriger", click: apply }, "Appliquer cette correction")),
  );
  const open = h(
    "button",
    {
      "type": "button",
      "class": "corriger secondaire",
      "aria-expanded": "false",
      "click": () => {
        preview.hidden = !preview.hidden;
        open.setAttribute("aria-expanded", String(!preview.hidden));
      },
    },
    "Corriger (à confirmer)",
  );
  return [h("p", { class: "correction" }, open, title), preview];
}

function beforeAfterName(from: string, to: string): HTMLElement {
  return h(
    "div",
    { class: "avant-apres" },
    h("del", {}, h("code", {}, from)),
    h("span", { "aria-hidden": "true" }, "→"),
    h("ins", {}, h("code", {}, to)),
    h("span", { class: "discret" }, fr("nom du fichier")),
  );
}
