// The page of a rule, over the files: leaving the page would lose them.

import { h } from "../h";

export class RuleDialog {
  readonly #body = h("div", { id: "fiche-corps" });
  readonly element: HTMLDialogElement = h(
    "dialog",
    { "id": "fiche", "class": "fiche-fenetre", "aria-label": "Fiche de la règle", "close": () => this.#body.replaceChildren() },
    h("button", { type: "button", class: "discret-bouton", id: "fiche-fermer", click: () => this.element.close() }, "Fermer"),
    this.#body,
  );

  open(code: string): void {
    const frame = h("iframe", { src: `regles/${code}.html`, title: `Fiche de la règle ${code}` });
    // The rule's way back to the page would open a second one in here; from file:// its document cannot be reached.
    frame.addEventListener("load", () => frame.contentDocument?.querySelector("nav")?.remove());
    this.#body.replaceChildren(frame);
    this.element.showModal();
  }
}
