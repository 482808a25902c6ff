// What of the tool is always there, and where the rest goes.

import { h } from "../h";
import { language, t } from "../language";
import { files, reading } from "./help";
import { LanguageChoice } from "./languages";

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
  readonly workLabel = h("p", { id: "occupation-texte", role: "status" });
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
  /** What details the verdict. */
  readonly details: HTMLElement;
  readonly result: HTMLElement;
  readonly version = h("span", { id: "version" });
  readonly rules = h("span", { id: "regles-dates" }, "…");
  readonly #languages = new LanguageChoice();
  /** What is words alone, made again in another language. */
  readonly #words: { element: HTMLElement; make(): HTMLElement }[] = [];
  readonly element: HTMLElement;

  constructor({ drop, comparison, over, cancel }: FrameParts) {
    const words = (make: () => HTMLElement): HTMLElement => {
      const element = h("div");
      this.#words.push({ element, make });
      return element;
    };
    this.work = h(
      "div",
      { id: "occupation", class: "occupation", hidden: true },
      this.workLabel,
      this.workBar,
      this.workCount,
      words(() => h("button", { type: "button", class: "discret-bouton", id: "annuler", click: cancel }, t("Annuler", "Cancel"))),
    );
    this.details = h("div", { hidden: true }, this.more, comparison);
    this.result = h(
      "div",
      { id: "resultat", hidden: true },
      h("div", { class: "cotes" }, this.pieces, this.preparation),
      this.tabs,
      this.recap,
      this.changes,
      this.tools,
      this.portal,
      this.resubmit,
      this.panel,
      words(keys),
    );
    const helps = h("div", { class: "aides" }, words(files), words(reading), this.limits);
    // The inner one is measured, so that the layout follows the room that there is; what is over it is placed in the window.
    this.element = h(
      "div",
      { class: "outil" },
      h("div", { class: "corps" }, this.#languages.element, drop, this.work, this.verdict, this.details, this.alert, this.result, words(steps), this.models, helps, words(() => this.#foot())),
      ...over,
    );
  }

  /** Shows what was found, or that nothing was. */
  show(is: boolean): void {
    this.details.hidden = this.result.hidden = !is;
  }

  speak(): void {
    this.element.lang = language();
    this.#languages.speak();
    for (const words of this.#words) {
      const next = words.make();
      next.toggleAttribute("open", words.element.hasAttribute("open"));
      words.element.replaceWith(next);
      words.element = next;
    }
  }

  #foot(): HTMLElement {
    return h(
      "div",
      { class: "pied" },
      h("p", {}, t("prédépôt, outil indépendant, non édité par l’ASP ni l’ANS. ", "prédépôt, an independent tool, published neither by the ASP nor by the ANS. "), this.version),
      h("p", {}, t("Règles : ", "Rules: "), this.rules),
    );
  }
}

function steps(): HTMLElement {
  const step = (start: string, rest: string): HTMLElement => h("li", {}, h("strong", {}, start), rest);
  return h(
    "ol",
    { class: "accueil" },
    step(
      t("Vous déposez", "You drop"),
      t(" vos JSON et leurs pièces, en ZIP, en fichiers ou en dossier, en une ou plusieurs fois.", " your JSONs and their documents, as ZIPs, as files or as a folder, at once or one after the other."),
    ),
    step(
      t("La page les lit ici même", "The page reads them right here"),
      t(" et les compare aux documents de demande de financement.", " and compares them with the specifications of the funding requests."),
    ),
    step(
      t("Vous voyez chaque ligne et chaque pièce à reprendre", "You see each line and each document to correct"),
      t(", pourquoi, et quoi faire à la place.", ", why, and what to do instead."),
    ),
  );
}

function keys(): HTMLElement {
  const key = (name: string): HTMLElement => h("kbd", {}, name);
  return h(
    "p",
    { class: "touches" },
    key("F8"),
    t(" point suivant · ", " next point · "),
    key(t("Maj", "Shift")),
    "+",
    key("F8"),
    t(" point précédent. Dans la source : ", " previous point. In the source: "),
    key("Ctrl"),
    "+",
    key("F"),
    t(" chercher · ", " find · "),
    key("Ctrl"),
    "+",
    key("Z"),
    t(" annuler · ", " undo · "),
    key("Tab"),
    t(" ou ", " or "),
    key(t("Échap", "Esc")),
    t(" en sortir", " leave it"),
  );
}
