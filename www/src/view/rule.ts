// A rule's sheet, over the files: leaving the page would lose them.

import { h } from "../h";
import { language, t } from "../language";
import { unpack } from "../packed";

/** A text, or an element: its name, then what it holds. A link says first which sheet it leads to. */
type Piece = string | Piece[];

/** By a rule's code, a profile's identifier, or "README" for the list of rules. */
let sheets: Promise<Record<string, Piece[]>> = Promise.resolve({});

/** Takes the sheets, as the build made them (`crates/xtask/src/sheets.rs`). */
export function carry(packed: string): void {
  sheets = unpack(packed).json() as typeof sheets;
}

export class RuleDialog {
  readonly #body = h("div", { "class": "fiche-corps document", "tabindex": 0, "role": "region" });
  readonly #back = h("button", { type: "button", class: "discret-bouton", id: "fiche-retour", click: () => void this.#show(this.#trail.splice(-2)[0] ?? "") });
  readonly #close = h("button", { type: "button", class: "discret-bouton", id: "fiche-fermer", click: () => this.element.close() });
  readonly #note = h("p", { class: "fiche-note" });
  readonly element: HTMLDialogElement = h(
    "dialog",
    { id: "fiche", class: "fiche-fenetre", close: () => this.#body.replaceChildren() },
    h("div", { class: "boutons" }, this.#back, this.#close),
    this.#note,
    this.#body,
  );
  /** The sheets that led to the one shown, which is the last. */
  #trail: string[] = [];

  speak(): void {
    this.element.setAttribute("aria-label", t("Fiche de la règle", "Rule sheet"));
    this.#back.textContent = t("Retour", "Back");
    this.#close.textContent = t("Fermer", "Close");
    this.#note.textContent = t("", "The sheets of the rules are in French, like the specifications that they quote.");
    this.#note.hidden = language() === "fr";
  }

  async open(code: string): Promise<void> {
    this.#trail = [];
    this.element.showModal();
    await this.#show(code);
  }

  async #show(name: string): Promise<void> {
    this.#trail.push(name);
    this.#back.hidden = this.#trail.length < 2;
    const pieces = (await sheets)[name];
    this.#body.replaceChildren(
      pieces === undefined
        ? h("p", {}, t("Cette fiche n’est pas dans cette page.", "This sheet is not in this page."))
        : h("div", { lang: "fr" }, ...pieces.map((piece) => this.#built(piece))),
    );
    this.#body.setAttribute("aria-label", this.#body.querySelector(":is(h1, h2, p)")?.textContent ?? "");
    this.#body.scrollTo(0, 0);
    this.#body.focus();
  }

  #built(piece: Piece): Node | string {
    if (typeof piece === "string") return piece;
    const [tag, ...content] = piece;
    // A table is scrolled by the keyboard too.
    if (tag !== "a") return h(tag as "p", { tabindex: tag === "table" ? 0 : null }, ...content.map((inner) => this.#built(inner)));
    const [to, ...text] = content;
    return h("button", { type: "button", class: "lien", click: () => void this.#show(to as string) }, ...text.map((inner) => this.#built(inner)));
  }
}
