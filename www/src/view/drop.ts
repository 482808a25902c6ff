// The drop zone: files are dropped on the whole element, or chosen by its buttons.

import { t } from "../language";
import { h } from "../h";
import { fromDrop, fromInput, type Intake } from "../intake";

export interface DropActions {
  open(intake: Intake): void;
  /** Shows the example. */
  example(): void;
  clear(): void;
}

export class DropZone {
  readonly choose = h("button", { type: "button", class: "principal", id: "choisir-bouton", click: () => this.#files.click() });
  readonly #files = this.#input("choisir", { multiple: true, accept: ".json,.zip,.pdf,.png,.jpg,.jpeg" });
  readonly #folder = this.#input("choisir-dossier", { webkitdirectory: true });
  readonly element = h("section", { "class": "depot", "aria-labelledby": "depot-titre" });

  /** What counts the requests. */
  network: HTMLElement | null = null;

  constructor(private readonly actions: DropActions) {}

  speak(): void {
    const { actions } = this;
    const button = (id: string, text: string, click: () => void): HTMLElement =>
      h("button", { type: "button", class: "discret-bouton", id, click }, text);
    this.choose.textContent = t("Choisir des fichiers", "Choose files");
    this.element.replaceChildren(
      h(
        "h2",
        { id: "depot-titre" },
        h("span", { class: "depot-premier" }, t("Déposez ici le JSON de vos demandes et le ZIP de leurs pièces", "Drop here the JSON of your requests and the ZIP of their documents")),
        h("span", { class: "depot-suite" }, t("Déposez ici d’autres fichiers : ils s’ajoutent, ou remplacent celui de même nom", "Drop more files here: they are added, or replace the one of the same name")),
      ),
      h(
        "div",
        { class: "depot-boutons" },
        this.choose,
        this.#files,
        button("choisir-dossier-bouton", t("Choisir un dossier", "Choose a folder"), () => this.#folder.click()),
        this.#folder,
        button("exemple", t("Essayer avec un exemple", "Try with an example"), actions.example),
        button("recommencer", t("Tout retirer", "Remove everything"), actions.clear),
      ),
      h("p", { class: "discretion" }, t("Vos fichiers restent sur votre ordinateur : cette page n’envoie rien, n’enregistre rien.", "Your files stay on your computer: this page sends nothing and stores nothing.")),
      ...(this.network === null ? [] : [this.network]),
    );
  }

  #input(id: string, attributes: Record<string, string | boolean>): HTMLInputElement {
    const input = h("input", {
      "type": "file",
      id,
      // Its button stands for it.
      "aria-hidden": "true",
      "tabindex": -1,
      ...attributes,
      "change": () => {
        this.actions.open(fromInput(input.files));
        // So that the same file can be chosen again.
        input.value = "";
      },
    });
    return input;
  }

  /** Takes what is dropped on `target`, until `signal`; `shown` is told to show that it would be taken. */
  receive(target: EventTarget, shown: HTMLElement, signal: AbortSignal): void {
    // One goes in and out of every element on the way: the target is left when as many were left as entered.
    let depth = 0;
    const hover = (entered: number): void => {
      depth = entered;
      shown.classList.toggle("survol", depth > 0);
    };
    const on = (name: string, act: (event: DragEvent) => void): void => {
      target.addEventListener(name, act as (event: Event) => void, { signal });
    };
    on("dragenter", (event) => {
      event.preventDefault();
      if (event.dataTransfer?.types.includes("Files")) hover(depth + 1);
    });
    on("dragleave", () => hover(Math.max(0, depth - 1)));
    on("dragover", (event) => event.preventDefault());
    on("drop", (event) => {
      event.preventDefault();
      hover(0);
      if (event.dataTransfer !== null) void fromDrop(event.dataTransfer).then((intake) => this.actions.open(intake));
    });
  }
}
