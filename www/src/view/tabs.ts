// One tab for each file, with its state.

import type { FileSummary } from "../engine";
import { fr } from "../french";
import { h } from "../h";
import { ofVerdict, sign } from "./state";

export function tabs(files: FileSummary[], shown: number, panel: string, show: (file: number) => void): HTMLElement {
  const buttons = files.map((file, index) => {
    const state = ofVerdict(file.verdict);
    return h(
      "button",
      {
        "type": "button",
        "role": "tab",
        "id": `onglet-${index}`,
        "class": "onglet",
        "aria-selected": String(index === shown),
        "aria-controls": panel,
        "tabindex": index === shown ? 0 : -1,
        "click": () => show(index),
      },
      sign(state),
      h("span", { class: "onglet-nom" }, file.name),
      h("span", { class: `onglet-etat ton-${state.tone}` }, fr(state.word)),
    );
  });
  const list = h("div", { "class": "onglets", "role": "tablist", "aria-label": "Fichiers" }, ...buttons);
  list.addEventListener("keydown", (event) => {
    const moves: Record<string, number> = { ArrowRight: shown + 1, ArrowLeft: shown - 1, Home: 0, End: files.length - 1 };
    const to = moves[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const index = (to + files.length) % files.length;
    show(index);
    document.getElementById(`onglet-${index}`)?.focus();
  });
  return list;
}
