// One line for each demande, with its state.

import { DemandeState } from "../engine";
import { count, figure, fr } from "../french";
import { h } from "../h";
import type { CheckedFile } from "../session";
import { ofDemande, ofDemandeAtPortal, sign } from "./state";

/** Lines added at once, frame after frame; the browser lays out only those in sight (`content-visibility`). */
const BATCH = 100;
/** Lines in all; no deposit has as many, but a hostile file may. */
const MOST = 10_000;

/** Demandes whose error the portal would show; null when it would refuse the file before it looks at them. */
type Stopped = Set<number> | null;

function stopped({ findings, portail, summary }: CheckedFile): Stopped {
  return summary.verdict === "rejet-fichier" ? null : new Set(portail.map((index) => findings.demande(index)));
}

function word(file: CheckedFile, index: number): string {
  const { demandes } = file;
  const state = demandes.state(index);
  const points = demandes.errors(index);
  const words = ofDemande(state).word;
  return state === DemandeState.Rejetee && points > 0 ? `${words} (${count(points, "point")})` : words;
}

/** The list; the one chosen filters the points. */
export class DemandesView {
  readonly element: HTMLElement;
  readonly #list = h("ol", { class: "demandes" });
  readonly #stopped: Stopped;
  #shown = 0;
  #chosen: HTMLElement | null = null;

  constructor(
    readonly file: CheckedFile,
    choose: (demande: number) => void,
    /** The demandes are as the portal would see them. */
    readonly asPortal = false,
  ) {
    const { length } = file.demandes;
    this.#stopped = stopped(file);
    this.#list.addEventListener("click", (event) => {
      const button = (event.target as Element).closest<HTMLElement>("[data-demande]");
      if (button !== null) choose(Number(button.dataset["demande"]));
    });
    this.element = h(
      "section",
      { class: "volet volet-demandes", "aria-labelledby": "titre-demandes" },
      h("h2", { id: "titre-demandes" }, length < 2 ? "Demande" : "Demandes", " ", h("span", { class: "nombre" }, figure(length))),
      h(
        "div",
        { class: "volet-corps" },
        this.#list,
        length > MOST && h("p", { class: "vide" }, fr(`Seules les ${figure(MOST)} premières sont listées ; toutes sont contrôlées.`)),
      ),
    );
    this.#extend();
  }

  /** Shows which demande is chosen. */
  mark(demande: number | null): void {
    this.#chosen?.setAttribute("aria-pressed", "false");
    this.#chosen = demande === null ? null : this.#list.querySelector(`[data-demande="${demande}"]`);
    this.#chosen?.setAttribute("aria-pressed", "true");
  }

  #extend(): void {
    const most = Math.min(this.file.demandes.length, MOST);
    const until = Math.min(most, this.#shown + BATCH);
    const lines = document.createDocumentFragment();
    for (; this.#shown < until; this.#shown++) lines.append(this.#line(this.#shown));
    this.#list.append(lines);
    if (until === most) return;
    window.requestAnimationFrame(() => {
      if (this.element.isConnected) this.#extend();
    });
  }

  #line(index: number): HTMLElement {
    const { demandes } = this.file;
    const state = demandes.state(index);
    const number = demandes.numLigne(index);
    const atPortal = this.asPortal ? ofDemandeAtPortal(this.#stopped === null ? null : this.#stopped.has(index)) : null;
    const { tone } = atPortal ?? ofDemande(state);
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
          "data-line": demandes.startLine(index),
          "aria-pressed": "false",
        },
        sign(atPortal ?? ofDemande(state)),
        h("span", { class: "demande-numero" }, number === 0 ? "–" : figure(number)),
        h("span", { class: "demande-id" }, demandes.numeroEditeur(index)),
        h("span", { class: `demande-etat ton-${tone}` }, atPortal?.word ?? word(this.file, index)),
      ),
    );
  }
}
