// What became of the file since it was dropped: how many points are corrected, left, new; and which are corrected.

import { count, figure, fr } from "../french";
import { h, rich } from "../h";
import type { CheckedFile, Held } from "../session";

/** Lines of the list. */
const MOST = 500;

const TIME = new Intl.DateTimeFormat("fr-FR", { hour: "2-digit", minute: "2-digit" });

export class ComparisonView {
  readonly #sentence = h("p");
  readonly #title = h("summary");
  readonly #list = h("ul", { "tabindex": 0, "aria-label": "Points corrigés" });
  readonly #gone = h("details", { id: "corriges" }, this.#title, this.#list);
  readonly element = h("section", { "class": "comparaison", "id": "comparaison", "aria-label": "Avant et après", "hidden": true }, this.#sentence, this.#gone);
  #said = "";

  /** Nothing is said of a file that is as it was dropped. */
  update(held: Held, { comparison }: CheckedFile): void {
    const { before } = held;
    this.element.hidden = comparison === null || before === null;
    if (comparison === null || before === null) return;
    const { gone, left, fresh } = comparison;
    const numbers = `${count(gone.length, "point corrigé", "points corrigés")}, ${count(left, "restant")}, ${count(fresh.size, "nouveau", "nouveaux")}`;
    this.#sentence.textContent = fr(`Depuis le dépôt de ${TIME.format(before.since)} : ${numbers}.`);
    this.#gone.hidden = gone.length === 0;
    this.#title.textContent = gone.length === 1 ? "Voir le point corrigé" : `Voir les ${figure(gone.length)} points corrigés`;
    const said = gone.join();
    if (said === this.#said) return;
    this.#said = said;
    const items = gone.slice(0, MOST).map((index) => {
      const place = before.findings.isWhole(index) || before.findings.entry(index) >= 0 ? "" : `Ligne ${figure(before.findings.line(index))} : `;
      return h("li", {}, h("span", { class: "discret" }, fr(place)), ...rich(before.messages.get(index) ?? "Point corrigé."));
    });
    if (gone.length > MOST) items.push(h("li", {}, `et ${count(gone.length - MOST, "autre")}`));
    this.#list.replaceChildren(...items);
  }
}
