// The portal's answer: for each demande the ASP's verdict beside our own, and the numbers to keep. A line filters the points.

import { DemandeState } from "../engine";
import { count, figure, shown, t } from "../language";
import { h, save } from "../h";
import type { CheckedFile } from "../session";
import { notify } from "./notice";
import { ofDemande, sign } from "./state";

/** Lines added at once, frame after frame. */
const BATCH = 50;
/** Lines in all; no deposit has as many, but a hostile file may. */
const MOST = 2000;

type Said = "acceptee" | "rejetee" | "sans-reponse";

const SAID: Record<Said, () => [one: string, many: string]> = {
  "rejetee": () => [t("rejetée", "rejected"), t("rejetées", "rejected")],
  "acceptee": () => [t("acceptée", "accepted"), t("acceptées", "accepted")],
  "sans-reponse": () => [t("sans réponse", "without answer"), t("sans réponse", "without answer")],
};

function saidOf(state: DemandeState): Said {
  if (state === DemandeState.AccepteeAsp) return "acceptee";
  return state === DemandeState.RejeteeAsp ? "rejetee" : "sans-reponse";
}

export class AnswerView {
  readonly element: HTMLElement;
  readonly #body = h("tbody", { role: "rowgroup" });
  readonly #heads: string[];
  #shown = 0;
  #chosen: HTMLElement | null = null;

  /** `sent`: the JSON that was answered, when it is there too; `filters`: demandes of which state are shown, of each answer. */
  constructor(
    readonly file: CheckedFile,
    private readonly sent: CheckedFile | null,
    private readonly filters: Map<string, string>,
    choose: (demande: number) => void,
  ) {
    const { summary, demandes } = file;
    const { simulation } = summary;
    this.#heads = [
      t("Demande", "Request"),
      simulation ? t("Simulation", "Simulation") : "ASP",
      simulation ? t("Libellé écrit", "Label written") : t("Ce que l’ASP écrit", "What the ASP writes"),
      "prédépôt",
    ];
    this.#body.addEventListener("click", (event) => {
      const button = (event.target as Element).closest<HTMLElement>("[data-demande]");
      if (button !== null) choose(Number(button.dataset["demande"]));
    });
    const numbers = this.#numbers();
    this.element = h(
      "section",
      { "class": "pieces reponse", "id": "reponse", "data-filtre": this.#said() },
      h("h2", { id: "titre-reponse" }, simulation ? t("Réponse simulée par prédépôt", "Answer simulated by prédépôt") : t("Réponse de l’ASP", "Answer of the ASP")),
      h(
        "p",
        { class: "pieces-aide" },
        simulation
          ? t(
              "Ce fichier est une simulation écrite par prédépôt : l’ASP n’a rien répondu. Ne le déposez pas ; corrigez le fichier d’où il vient.",
              "This file is a simulation written by prédépôt: the ASP has answered nothing. Do not submit it; correct the file that it comes from.",
            )
          : t(
              "Le portail s’arrête à la première erreur de chaque demande ; prédépôt les cherche toutes dans les demandes rejetées. Une demande acceptée n’est pas contrôlée ici.",
              "The portal stops at the first error of each request; prédépôt looks for all of them in the rejected requests. An accepted request is not checked here.",
            ),
      ),
      h("div", { class: "reponse-outils" }, this.#filter(), !simulation && numbers.length > 0 && this.#export(numbers)),
      h(
        "div",
        { class: "pieces-cadre", role: "region", "aria-label": t("Réponse, demande par demande", "Answer, request by request"), tabindex: 0 },
        h(
          "table",
          { role: "table", "aria-labelledby": "titre-reponse" },
          h("thead", { role: "rowgroup" }, h("tr", { role: "row" }, ...this.#heads.map((head) => h("th", { role: "columnheader", scope: "col" }, head)))),
          this.#body,
        ),
      ),
      demandes.length > MOST && h("p", { class: "pieces-aide" }, t(`Seules les ${figure(MOST)} premières sont listées.`, `Only the first ${figure(MOST)} are listed.`)),
    );
    this.#extend();
  }

  /** True for the same answer: the same demandes, of which the ASP says the same. */
  isAs(other: AnswerView): boolean {
    return other.file === this.file || other.#key === this.#key;
  }

  get #key(): string {
    const { returned, summary } = this.file;
    return JSON.stringify([returned, summary.name, summary.numerosEditeur]);
  }

  #said(): string {
    return this.filters.get(this.#key) ?? "toutes";
  }

  /** Shows which demande is chosen. */
  mark(demande: number | null): void {
    this.#chosen?.setAttribute("aria-pressed", "false");
    this.#chosen = demande === null ? null : this.#body.querySelector(`[data-demande="${demande}"]`);
    this.#chosen?.setAttribute("aria-pressed", "true");
  }

  /** The choice of a state, when there are several. */
  #filter(): HTMLElement | false {
    const { demandes } = this.file;
    const counts: Record<Said, number> = { "rejetee": 0, "acceptee": 0, "sans-reponse": 0 };
    for (let index = 0; index < demandes.length; index++) counts[saidOf(demandes.state(index))]++;
    const some = (Object.keys(SAID) as Said[]).filter((said) => counts[said] > 0);
    const said = this.#said();
    const choose = (value: string): void => {
      this.filters.set(this.#key, value);
      this.element.dataset["filtre"] = value;
    };
    const choice = (value: Said | "toutes", text: string): HTMLElement =>
      h(
        "label",
        { class: "choix" },
        h("input", { type: "radio", name: "reponse-filtre", value, checked: value === said, change: () => choose(value) }),
        h("span", {}, text),
      );
    return h(
      "fieldset",
      { class: "voir", hidden: some.length < 2 },
      h("legend", {}, t("Voir :", "Show:")),
      choice("toutes", t(`les ${figure(demandes.length)} demandes`, `the ${figure(demandes.length)} requests`)),
      ...some.map((said) => choice(said, count(counts[said], ...SAID[said]()))),
    );
  }

  /** `numeroEditeur` and `numeroASP` of the accepted demandes. */
  #numbers(): [string, string][] {
    const { demandes } = this.file;
    const all = Array.from({ length: demandes.length }, (_, index): [string, string] => [demandes.numeroEditeur(index), this.#answer(index).numeroAsp]);
    return all.filter(([, numeroAsp], index) => numeroAsp !== "" && demandes.state(index) === DemandeState.AccepteeAsp);
  }

  #answer(index: number): { code: string; label: string; numeroAsp: string } {
    const [code = "", label = "", numeroAsp = ""] = this.file.returned?.texts.slice(3 * index, 3 * index + 3) ?? [];
    return { code, label, numeroAsp };
  }

  #export(numbers: [string, string][]): HTMLElement {
    const rows = [["numeroEditeur", "numeroASP"], ...numbers];
    const copy = async (): Promise<void> => {
      try {
        await navigator.clipboard.writeText(rows.map((row) => row.map((cell) => harmless(cell).replace(/\s/g, " ")).join("\t")).join("\n"));
        notify(t(`${count(numbers.length, "numéro ASP copié", "numéros ASP copiés")}.`, `${count(numbers.length, "ASP number")} copied.`));
      } catch {
        download();
      }
    };
    const download = (): void => {
      const lines = rows.map((row) => row.map((cell) => `"${harmless(cell).replaceAll('"', '""')}"`).join(";"));
      // The mark tells spreadsheets that it is UTF-8.
      save(t("numeros-asp.csv", "asp-numbers.csv"), `\ufeff${lines.join("\r\n")}\r\n`, "text/csv");
      notify(t("La liste des numéros ASP est téléchargée.", "The list of ASP numbers is downloaded."));
    };
    return h(
      "div",
      { class: "boutons" },
      h("span", { class: "discret" }, t("Conservez les numéros ASP : la demande de solde les exige.", "Keep the ASP numbers: the balance request requires them.")),
      h("button", { type: "button", class: "discret-bouton", id: "copier-numeros", click: () => void copy() }, t("Copier les numéros ASP", "Copy the ASP numbers")),
      h("button", { type: "button", class: "discret-bouton", id: "exporter-numeros", click: download }, t("Télécharger la liste (CSV)", "Download the list (CSV)")),
    );
  }

  #extend(): void {
    const most = Math.min(this.file.demandes.length, MOST);
    const until = Math.min(most, this.#shown + BATCH);
    const lines = document.createDocumentFragment();
    for (; this.#shown < until; this.#shown++) lines.append(this.#line(this.#shown));
    this.#body.append(lines);
    if (until === most) return;
    window.requestAnimationFrame(() => {
      if (this.element.isConnected) this.#extend();
    });
  }

  #line(index: number): HTMLElement {
    const { demandes, summary } = this.file;
    const { code, label, numeroAsp } = this.#answer(index);
    const state = demandes.state(index);
    const said = saidOf(state);
    const number = demandes.numLigne(index);
    const own = said === "sans-reponse" ? { tone: "neutre" as const, sign: "…", word: SAID[said]()[0] } : ofDemande(state);
    const cell = (at: number, ...content: (Node | string | false)[]): HTMLElement =>
      h("td", { "role": "cell", "data-titre": this.#heads[at] ?? "" }, ...content);
    return h(
      "tr",
      { "role": "row", "data-etat": said },
      cell(
        0,
        h(
          "button",
          { "type": "button", "class": "lien demande-ligne", "id": `demande-${index}`, "data-demande": index, "aria-pressed": "false" },
          t(`Demande ${number === 0 ? index + 1 : number}`, `Request ${number === 0 ? index + 1 : number}`),
        ),
        " ",
        h("span", { class: "demande-id" }, shown(demandes.numeroEditeur(index))),
      ),
      h("td", { "role": "cell", "data-titre": this.#heads[1] ?? "", "class": `piece-etat ton-${own.tone}` }, sign(own), " ", own.word),
      cell(
        2,
        said === "acceptee" && !summary.simulation && h("span", {}, t("Numéro ASP : ", "ASP number: "), numeroAsp === "" ? t("non donné", "not given") : h("code", { class: "numero-asp" }, shown(numeroAsp)), " "),
        said === "rejetee" && h("code", {}, shown(code)),
        said === "rejetee" && " ",
        said !== "sans-reponse" && (label !== "" ? h("span", { class: "libelle" }, shown(label, Infinity)) : said === "rejetee" && h("span", { class: "discret" }, t("sans libellé", "without a label"))),
      ),
      cell(3, ...this.#ours(index, said)),
    );
  }

  /** What our rules said of a demande before it was accepted, when the JSON that was sent is there. */
  #before(number: string): (Node | string)[] {
    const index = number === "" ? -1 : (this.sent?.summary.numerosEditeur.indexOf(number) ?? -1);
    if (this.sent === null || index < 0) return ["—"];
    const errors = this.sent.demandes.errors(index);
    if (errors === 0) return [t("rien de bloquant dans le JSON envoyé", "nothing blocking in the JSON sent")];
    return [
      t(
        `l’ASP accepte cette demande, où prédépôt relève ${count(errors, "point bloquant", "points bloquants")} : fiez-vous à l’ASP.`,
        `the ASP accepts this request, where prédépôt finds ${count(errors, "blocking point")}: trust the ASP.`,
      ),
    ];
  }

  /** What our rules say now of a demande: they run on the rejected ones only. */
  #ours(index: number, said: Said): (Node | string)[] {
    const { demandes, summary } = this.file;
    if (said === "acceptee") return this.#before(demandes.numeroEditeur(index));
    if (said !== "rejetee") return ["—"];
    // One of them is the rejection itself.
    const errors = demandes.errors(index) - 1;
    const warnings = demandes.warnings(index);
    if (errors > 0) return [h("span", { class: "signe ton-erreur", "aria-hidden": "true" }, "✕"), " ", t(count(errors, "point à corriger", "points à corriger"), count(errors, "point to correct", "points to correct"))];
    if (summary.simulation) return ["—"];
    return [
      t(
        `prédépôt ne voit rien à reprocher à cette demande${warnings > 0 ? `, sinon ${count(warnings, "point")} à vérifier` : ""} : lisez le libellé de l’ASP.`,
        `prédépôt finds no fault with this request${warnings > 0 ? `, apart from ${count(warnings, "point")} to check` : ""}: read the label of the ASP.`,
      ),
    ];
  }
}

/** The JSON that an answer is about: it has demandes of the same numbers. */
export function sentOf({ demandes }: CheckedFile, files: CheckedFile[]): CheckedFile | null {
  const numbers = new Set(Array.from({ length: demandes.length }, (_, index) => demandes.numeroEditeur(index)));
  numbers.delete("");
  const isSent = ({ returned, summary }: CheckedFile): boolean => returned === null && summary.numerosEditeur.some((number) => numbers.has(number));
  return files.find(isSent) ?? null;
}

/** A text that no spreadsheet takes for a formula. */
function harmless(text: string): string {
  return /^[\s\p{C}]*[=+\-@]/u.test(text) || /^[\t\r\n]/.test(text) ? `'${text}` : text;
}
