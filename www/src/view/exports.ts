// What the user takes away of a check: the report in a format, on the clipboard, on paper.

import type { About, ReportFormat } from "../engine";
import { t } from "../language";
import { h } from "../h";
import { copyReport, saveReport } from "../outputs";
import type { Deposit, Session } from "../session";
import { receipt } from "./receipt";

/** On paper there is the receipt, and nothing of the page around it. */
const onPaper = (): string => `
@media print { body *:not(:has(pre-depot), pre-depot) { display: none !important; } }
@page { size: A4; margin: 16mm 15mm 18mm;
  @bottom-left { content: "${t("prédépôt · reçu de contrôle avant dépôt", "prédépôt · receipt of a check before submission")}"; font: 8pt sans-serif; }
  @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; } }`;

/** Once it is printed, for the browsers that say so before they have drawn it. */
const PUT_AWAY_AFTER = 2000;

export class ExportsView {
  readonly button = h(
    "button",
    { "type": "button", "class": "discret-bouton", "id": "exporter", "aria-expanded": "false", "aria-controls": "exports", "click": () => this.#open(this.panel.hidden !== false) },
  );
  readonly #masked = h("input", { type: "checkbox", id: "masquer" });
  /** What the button opens: they stay from one drawing of the page to the next. */
  readonly panel = h("div", {
    id: "exports",
    class: "exports",
    hidden: true,
    keydown: (event) => {
      if ((event as KeyboardEvent).key !== "Escape") return;
      this.#open(false);
      this.button.focus();
    },
  });
  /** Outside the flow: it is only on paper. */
  readonly receipt = h("div", { class: "recu", id: "recu" });
  readonly #sheet = new CSSStyleSheet();
  #deposit: Deposit | null = null;
  #at = new Date();

  constructor(
    private readonly session: Session,
    private readonly limits: () => Promise<HTMLElement>,
  ) {}

  speak(): void {
    const { session } = this;
    const button = (id: string, text: string, click: () => void): HTMLElement => h("button", { type: "button", class: "discret-bouton", id, click }, text);
    const download = (format: ReportFormat, text: string): HTMLElement =>
      button(`exporter-${format}`, text, () => void saveReport(session, format, this.#masked.checked));
    this.button.textContent = t("Exporter", "Export");
    this.panel.replaceChildren(
      h("label", { class: "choix" }, this.#masked, h("span", {}, t("Masquer les valeurs", "Mask the values"))),
      h("p", { class: "discret" }, t("Coché : ni valeur ni nom de vos fichiers n’est écrit, seulement les règles, les lignes et quoi faire.", "Ticked: no value or name of your files is written, only the rules, the lines and what to do.")),
      h(
        "div",
        { "class": "boutons", "role": "group", "aria-labelledby": "exports-titre" },
        h("span", { id: "exports-titre" }, t("Télécharger le rapport :", "Download the report:")),
        download("csv", t("Tableau (CSV)", "Table (CSV)")),
        download("json", t("Rapport entier (JSON)", "Whole report (JSON)")),
        download("markdown", t("Texte (Markdown)", "Text (Markdown)")),
        download("sarif", t("Pour d’autres outils (SARIF)", "For other tools (SARIF)")),
      ),
      h(
        "div",
        { class: "boutons" },
        button("copier", t("Copier en Markdown", "Copy as Markdown"), () => void copyReport(session, this.#masked.checked)),
        button("imprimer", t("Imprimer le reçu", "Print the receipt"), () => void this.#print()),
      ),
    );
    this.#sheet.replaceSync(onPaper());
  }

  #open(is: boolean): void {
    this.panel.hidden = !is;
    this.button.setAttribute("aria-expanded", String(is));
  }

  /** What is shown from now on: a check is of the moment when it is first shown. */
  show(deposit: Deposit): void {
    if (this.#deposit !== deposit) this.#at = new Date();
    this.#deposit = deposit;
    this.putAway();
  }

  async #print(): Promise<void> {
    const { session } = this;
    const deposit = session.checked;
    if (deposit === null) return;
    this.putAway();
    const about: About = await session.about();
    const made = await receipt({ session, about, deposit, at: this.#at, masked: this.#masked.checked, limits: await this.limits() });
    if (made === null) return;
    this.receipt.replaceChildren(...made);
    document.adoptedStyleSheets.push(this.#sheet);
    window.addEventListener("afterprint", () => window.setTimeout(() => this.putAway(), PUT_AWAY_AFTER), { once: true });
    window.print();
  }

  putAway(): void {
    this.receipt.replaceChildren();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== this.#sheet);
  }
}
