// What of the tool is always there, and where the rest goes.

import { fr } from "../french";
import { h } from "../h";
import { files, reading } from "./help";

export interface FrameParts {
  drop: HTMLElement;
  /** Before and after. */
  comparison: HTMLElement;
  /** Outside the flow: dialogs, notices. */
  over: HTMLElement[];
  cancel(): void;
}

export class Frame {
  readonly verdict = h("p", { id: "verdict", class: "verdict", role: "status" });
  readonly workLabel = h("p", { id: "occupation-texte", role: "status" }, "Un instant…");
  readonly workBar = h("progress", { "id": "occupation-barre", "aria-labelledby": "occupation-texte", "hidden": true });
  readonly workCount = h("p", { id: "occupation-compte" });
  readonly work: HTMLElement;
  readonly models = h("p", { id: "modeles", class: "modeles" });
  readonly alert = h("div", { id: "alerte", class: "alerte", role: "alert" });
  readonly more = h("p", { id: "verdict-suite", class: "verdict-suite" });
  readonly pieces = h("div", { id: "pieces-zone" });
  readonly preparation = h("div", { id: "preparation-zone" });
  readonly tabs = h("div", { id: "fichiers" });
  readonly recap = h("div", { id: "recap" });
  readonly changes = h("div", { id: "modifications" });
  readonly tools = h("div", { id: "outils" });
  readonly portal = h("div", { id: "vue-portail" });
  readonly limits = h("div", { id: "limites-zone" });
  readonly resubmit = h("div", { id: "renvoi" });
  readonly panel = h("div", { id: "atelier", class: "atelier" });
  readonly result: HTMLElement;
  readonly version = h("span", { id: "version" });
  readonly rules = h("span", { id: "regles-dates" }, "…");
  readonly element: HTMLElement;

  constructor({ drop, comparison, over, cancel }: FrameParts) {
    this.work = h(
      "div",
      { id: "occupation", class: "occupation", hidden: true },
      this.workLabel,
      this.workBar,
      this.workCount,
      h("button", { type: "button", class: "discret-bouton", id: "annuler", click: cancel }, "Annuler"),
    );
    this.result = h(
      "div",
      { id: "resultat", hidden: true },
      this.more,
      comparison,
      this.pieces,
      this.preparation,
      this.tabs,
      this.recap,
      this.changes,
      this.tools,
      this.portal,
      this.resubmit,
      this.panel,
      keys(),
    );
    // The inner one is measured, so that the layout follows the room that there is; what is over it is placed in the window.
    this.element = h(
      "div",
      { class: "outil" },
      h("div", { class: "corps" }, drop, this.work, steps(), this.models, this.verdict, this.alert, this.result, h("div", { class: "aides" }, files(), reading(), this.limits), this.#footer()),
      ...over,
    );
  }

  #footer(): HTMLElement {
    return h(
      "div",
      { class: "pied" },
      h("p", {}, "prédépôt, outil indépendant, non édité par l’ASP ni l’ANS. ", this.version),
      h("p", {}, fr("Règles : "), this.rules),
    );
  }
}

function steps(): HTMLElement {
  const step = (start: string, rest: string): HTMLElement => h("li", {}, h("strong", {}, start), rest);
  return h(
    "ol",
    { class: "accueil" },
    step("Vous déposez", " vos JSON et leurs pièces, en ZIP, en fichiers ou en dossier, en une ou plusieurs fois."),
    step("La page les lit ici même", " et les compare aux documents de demande de financement."),
    step("Vous voyez chaque ligne et chaque pièce à reprendre", ", pourquoi, et quoi faire à la place."),
  );
}

function keys(): HTMLElement {
  const key = (name: string): HTMLElement => h("kbd", {}, name);
  return h(
    "p",
    { class: "touches" },
    key("F8"),
    " point suivant · ",
    key("Maj"),
    "+",
    key("F8"),
    fr(" point précédent. Dans la source : "),
    key("Ctrl"),
    "+",
    key("F"),
    " chercher · ",
    key("Ctrl"),
    "+",
    key("Z"),
    " annuler · ",
    key("Tab"),
    " ou ",
    key("Échap"),
    " en sortir",
  );
}
