// What became of the file since it was dropped: how many points are corrected, left, new; and which are corrected.

import { LOCALES, count, figure, language, t } from "../language";
import { h, rich } from "../h";
import type { CheckedFile, Held } from "../session";

/** Lines of the list. */
const MOST = 500;

export class ComparisonView {
  readonly #sentence = h("p");
  readonly #title = h("summary");
  readonly #list = h("ul", { tabindex: 0 });
  readonly #gone = h("details", { id: "corriges" }, this.#title, this.#list);
  readonly element = h("section", { "class": "comparaison", "id": "comparaison", "hidden": true }, this.#sentence, this.#gone);
  #said = "";

  /** The rest is said again when it is updated. */
  speak(): void {
    this.element.setAttribute("aria-label", t("Avant et après", "Before and after"));
    this.#list.setAttribute("aria-label", t("Points corrigés", "Points corrected"));
    this.#said = "";
  }

  /** Nothing is said of a file that is as it was dropped. */
  update(held: Held, { comparison }: CheckedFile): void {
    const { before } = held;
    this.element.hidden = comparison === null || before === null;
    if (comparison === null || before === null) return;
    const { gone, left, fresh } = comparison;
    const time = before.since.toLocaleTimeString(LOCALES[language()], { hour: "2-digit", minute: "2-digit" });
    this.#sentence.textContent = t(
      `Depuis ${time} : ${count(gone.length, "point corrigé", "points corrigés")}, ${count(left, "restant")}, ${count(fresh.size, "nouveau", "nouveaux")}.`,
      `Since ${time}: ${count(gone.length, "point")} corrected, ${figure(left)} left, ${figure(fresh.size)} new.`,
    );
    this.#gone.hidden = gone.length === 0;
    this.#title.textContent = gone.length === 1 ? t("Voir le point corrigé", "See the point corrected") : t(`Voir les ${figure(gone.length)} points corrigés`, `See the ${figure(gone.length)} points corrected`);
    const said = gone.join();
    if (said === this.#said) return;
    this.#said = said;
    const items = gone.slice(0, MOST).map((index) => {
      const place = before.findings.isWhole(index) || before.findings.entry(index) >= 0 ? "" : t(`Ligne ${figure(before.findings.line(index))} : `, `Line ${figure(before.findings.line(index))}: `);
      return h("li", {}, h("span", { class: "discret" }, place), ...rich(before.messages.get(index)?.[language()] ?? t("Point corrigé.", "Point corrected.")));
    });
    if (gone.length > MOST) items.push(h("li", {}, t(`et ${count(gone.length - MOST, "autre")}`, `and ${count(gone.length - MOST, "other")}`)));
    this.#list.replaceChildren(...items);
  }
}
