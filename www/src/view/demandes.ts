// One line for each demande, with its state.

import { DemandeState } from "../engine";
import { count, figure, fr } from "../french";
import { h } from "../h";
import type { CheckedFile } from "../session";
import { ofDemande, sign } from "./state";

/** Lines added at once; the browser lays out only those in sight (`content-visibility`). */
const BATCH = 10_000;

function word(file: CheckedFile, index: number): string {
  const { demandes } = file;
  const state = demandes.state(index);
  const points = demandes.errors(index);
  const words = ofDemande(state).word;
  return state === DemandeState.Rejetee && points > 0 ? `${words} (${count(points, "point")})` : words;
}

export function demandes(file: CheckedFile, chosen: number | null, choose: (demande: number) => void): HTMLElement {
  const list = h("ol", { class: "demandes" });
  let shown = 0;
  const more = h("button", { type: "button", class: "suite", click: () => extend() }, "Afficher la suite");

  function line(index: number): HTMLElement {
    const state = file.demandes.state(index);
    const number = file.demandes.numLigne(index);
    return h(
      "li",
      {},
      h(
        "button",
        {
          "type": "button",
          "class": "demande",
          "id": `demande-${index}`,
          "data-demande": index,
          "data-etat": DemandeState[state],
          "data-line": file.demandes.startLine(index),
          "aria-pressed": String(index === chosen),
        },
        sign(ofDemande(state)),
        h("span", { class: "demande-numero" }, number === 0 ? "–" : figure(number)),
        h("span", { class: "demande-id" }, file.demandes.numeroEditeur(index)),
        h("span", { class: `demande-etat ton-${ofDemande(state).tone}` }, word(file, index)),
      ),
    );
  }

  function extend(): void {
    const until = Math.min(file.demandes.length, shown + BATCH);
    const lines = document.createDocumentFragment();
    for (; shown < until; shown++) lines.append(line(shown));
    list.append(lines);
    more.hidden = shown >= file.demandes.length;
  }

  list.addEventListener("click", (event) => {
    const button = (event.target as Element).closest<HTMLElement>("[data-demande]");
    if (button !== null) choose(Number(button.dataset["demande"]));
  });
  extend();
  const title = file.demandes.length < 2 ? "Demande" : "Demandes";
  return h(
    "section",
    { class: "volet volet-demandes", "aria-labelledby": "titre-demandes" },
    h("h2", { id: "titre-demandes" }, fr(title), " ", h("span", { class: "nombre" }, figure(file.demandes.length))),
    h("div", { class: "volet-corps", tabindex: -1 }, list, more),
  );
}
