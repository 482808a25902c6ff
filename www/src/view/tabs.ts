// One tab for each file, with its state. Loose pieces, which may be hundreds, have one when there is something to say of them.

import type { FileSummary } from "../engine";
import { shown as legible, t } from "../language";
import { h } from "../h";
import { ofFile, sign } from "./state";

/** The files that have a tab. */
function tabbed(files: FileSummary[], shown: number): number[] {
  const has = ({ kind, counts }: FileSummary): boolean => kind !== "piece" || counts.erreur + counts.avertissement > 0;
  return files.map((_, index) => index).filter((index) => index === shown || has(files[index] as FileSummary));
}

/** `unread` is said of a ZIP that is not read to its end. Null when one file alone needs none. */
export function tabs(
  files: FileSummary[],
  shown: number,
  unread: string | null,
  panel: string,
  show: (file: number) => void,
): HTMLElement | null {
  const indices = tabbed(files, shown);
  if (indices.length < 2) return null;
  const buttons = indices.map((index) => {
    const file = files[index] as FileSummary;
    // A ZIP that is being read is not said to be ready.
    const state = unread !== null && file.verdict === "pret" && file.kind !== "json" ? null : ofFile(file);
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
      state !== null && sign(state),
      h("span", { class: "onglet-nom nom" }, legible(file.name)),
      h("span", { class: `onglet-etat ton-${state?.tone ?? "neutre"}` }, state?.word ?? unread ?? ""),
    );
  });
  const list = h("div", { "class": "onglets", "role": "tablist", "aria-label": t("Fichiers", "Files") }, ...buttons);
  list.addEventListener("keydown", (event) => {
    const at = indices.indexOf(shown);
    const moves: Record<string, number> = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: indices.length - 1 };
    const to = moves[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const index = indices[(to + indices.length) % indices.length] ?? 0;
    const place = list.parentElement;
    show(index);
    // The list may be another one by now.
    place?.querySelector<HTMLElement>(`#onglet-${index}`)?.focus();
  });
  return list;
}
