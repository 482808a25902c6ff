// One line for each demande, with its state.

import { DemandeState } from "../engine";
import { count, figure, shown, t } from "../language";
import { h } from "../h";
import type { CheckedFile } from "../session";
import { ofDemande, ofDemandeAtPortal, ofDemandeElsewhere, sign } from "./state";

/** Lines added at once, frame after frame; the browser lays out only those in sight (`content-visibility`). */
const BATCH = 100;
/** Lines in all; no deposit has as many, but a hostile file may. */
const MOST = 10_000;

/** Demandes whose error the portal would show; null when it would refuse the file before it looks at them. */
type Stopped = Set<number> | null;

function stopped({ findings, portail, summary }: CheckedFile): Stopped {
  return summary.verdict === "rejet-fichier" ? null : new Set(portail.map((index) => findings.demande(index)));
}

/** Its state, with how many errors it has. */
function stateOf({ demandes, faulty, summary }: CheckedFile, index: number, stopped: Stopped): ReturnType<typeof ofDemande> {
  const own = demandes.state(index);
  if (own === DemandeState.Rejetee) {
    const taken = stopped !== null && !summary.truncated && !stopped.has(index);
    const state = taken ? ofDemandeElsewhere.taken() : ofDemande(own);
    const points = demandes.errors(index);
    return points > 0 ? { ...state, word: `${state.word} (${count(points, t("point", "point"))})` } : state;
  }
  if (faulty.has(index)) return ofDemandeElsewhere.piece();
  return own === DemandeState.Conforme && summary.verdict === "rejet-fichier" ? ofDemandeElsewhere.held() : ofDemande(own);
}

/** The list; the one chosen filters the points. */
export class DemandesView {
  readonly element: HTMLElement;
  readonly #list = h("ol", { class: "demandes" });
  readonly #title = h("h2", { id: "titre-demandes" });
  #stopped: Stopped = null;
  #shown = 0;
  #chosen: HTMLElement | null = null;

  constructor(
    private shown: CheckedFile,
    /** The demandes are as the portal would see them. */
    public asPortal: boolean,
    choose: (demande: number) => void,
  ) {
    this.#list.addEventListener("click", (event) => {
      const button = (event.target as Element).closest<HTMLElement>("[data-demande]");
      if (button !== null) choose(Number(button.dataset["demande"]));
    });
    this.element = h(
      "section",
      { class: "volet volet-demandes", "aria-labelledby": "titre-demandes" },
      this.#title,
      h(
        "div",
        { class: "volet-corps" },
        this.#list,
        shown.demandes.length > MOST && h("p", { class: "vide" }, t(`Seules les ${figure(MOST)} premières sont listées ; toutes sont contrôlées.`, `Only the first ${figure(MOST)} are listed; all are checked.`)),
      ),
    );
    this.#head();
    this.#extend();
  }

  get file(): CheckedFile {
    return this.shown;
  }

  #head(): void {
    const { length } = this.file.demandes;
    this.#title.replaceChildren(length < 2 ? t("Demande", "Request") : t("Demandes", "Requests"), " ", h("span", { class: "nombre" }, figure(length)));
    // Those of an answer are listed with what it says of them.
    this.element.hidden = length === 0 || this.file.returned !== null;
    this.#stopped = stopped(this.file);
  }

  /** Another check of the same file, or another view of it: the lines stay, and say what is new. */
  update(file: CheckedFile, asPortal: boolean): void {
    this.shown = file;
    this.asPortal = asPortal;
    this.#head();
    this.#shown = Math.min(this.#shown, file.demandes.length);
    while (this.#list.children.length > this.#shown) this.#list.lastElementChild?.remove();
    [...this.#list.children].forEach((line, index) => {
      const [button, next] = [line.firstElementChild, this.#line(index).firstElementChild];
      if (button === null || next === null) return;
      next.setAttribute("aria-pressed", button.getAttribute("aria-pressed") ?? "false");
      if (button.isEqualNode(next)) return;
      for (const { name, value } of next.attributes) button.setAttribute(name, value);
      button.replaceChildren(...next.childNodes);
    });
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
    const said =
      this.file.summary.verdict === "non-controle"
        ? ofDemandeElsewhere.unchecked()
        : this.asPortal
          ? ofDemandeAtPortal(this.#stopped === null ? null : this.#stopped.has(index))
          : stateOf(this.file, index, this.#stopped);
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
        sign(said),
        h("span", { class: "demande-numero" }, number === 0 ? "–" : figure(number)),
        h("span", { class: "demande-id" }, shown(demandes.numeroEditeur(index), 40)),
        h("span", { class: `demande-etat ton-${said.tone}` }, said.word),
      ),
    );
  }
}
