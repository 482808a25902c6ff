// The table of pieces: one line for each piece that a demande expects, then the files that none does. Both sides lead to their place.

import { Severity, type FileSummary, type PieceRow, type PieceState } from "../engine";
import { count, figure, shown, t } from "../language";
import { focusBeside, h } from "../h";
import type { CheckedFile, Deposit } from "../session";
import type { Fold } from "./fold";
import { ofPiece, sign, type Tone } from "./state";

/** Lines added at once, frame after frame. */
const BATCH = 50;
/** Lines in all; no deposit has as many, but a hostile ZIP may. */
const MOST = 2000;
/** More pieces than this without trouble are not listed at first beside those that have some. */
const FEW = 8;
/** The places of one piece that are shown. */
const MOST_PLACES = 5;

export interface PiecesActions {
  /** To the line of a JSON. */
  goToLine(file: number, line: number, column: number): void;
  /** To a ZIP's entry, or to a loose piece. */
  goToEntry(file: number, entry: number | null): void;
}

/** True when pieces are to come: there are demandes, and nothing that may be a piece. */
export function isAwaiting({ files, summary }: Deposit): boolean {
  const isPieces = ({ kind }: FileSummary): boolean => kind === "zip" || kind === "piece";
  return summary.verdict !== "retour-asp" && files.some((file) => file.demandes.length > 0) && !files.some((file) => isPieces(file.summary));
}

/** True when a JSON to be deposited has errors by itself, whatever its pieces are: what is said of these is of no control, and of no file as a whole. */
export function isAtFault({ summary, findings, returned }: CheckedFile): boolean {
  if (summary.kind !== "json" || returned !== null) return false;
  for (let index = 0; index < findings.length; index++) {
    if (findings.severity(index) === Severity.Erreur && (findings.control(index) > 0 || findings.isWhole(index))) return true;
  }
  return false;
}

/** In the place of the table, which there is nothing to show in. */
export function awaiting(): HTMLElement {
  return h(
    "p",
    { class: "pieces pieces-aide", id: "pieces-attendues" },
    h("strong", {}, t("Pièces justificatives", "Supporting documents")),
    t(
      " : pour les vérifier aussi, déposez sur cette page leurs ZIP, leurs fichiers ou leur dossier. Ils rejoignent le JSON.",
      ": to check them too, drop their ZIPs, their files or their folder on this page. They join the JSON.",
    ),
  );
}

/** "14 attendues · 13 présentes · 1 manquante", "14 expected · 13 present · 1 missing". */
function counts(deposit: Deposit): string {
  const states = new Map<PieceState, number>();
  for (const { state } of deposit.rows) states.set(state, (states.get(state) ?? 0) + 1);
  const expected = deposit.rows.filter((row) => row.expected !== null).length;
  const each = [...states].map(([state, many]) => {
    const { word, words } = ofPiece(state);
    return count(many, word, words);
  });
  return [count(expected, t("attendue", "expected"), t("attendues", "expected")), ...each].join(" · ");
}

/** How it stands with the worst of them. */
function worst({ rows }: Deposit): ReturnType<typeof ofPiece> {
  const order: Tone[] = ["erreur", "avertissement", "neutre"];
  const states = rows.map((row) => ofPiece(row.state));
  return order.map((tone) => states.find((state) => state.tone === tone)).find((state) => state !== undefined) ?? ofPiece("presente");
}

/** The titles of the columns, which narrow screens show beside each cell. */
const heads = () => ({
  state: t("État", "State"),
  demande: t("Demande", "Request"),
  piece: t("Pièce attendue", "Expected document"),
  found: t("Trouvée dans", "Found in"),
});

/** True when there is something to see in the table. */
export function isTelling({ done, rows }: Deposit): boolean {
  return !done || !rows.every(isSettled);
}

/** Whether the line is of use to someone who looks for what is left to do. */
const isSettled = (row: PieceRow): boolean => row.state === "presente" || row.state === "non-lue";

export class PiecesView {
  readonly element: HTMLDetailsElement;
  readonly #sign = h("span");
  readonly #counts = h("span", { class: "nombre" });
  readonly #body = h("tbody", { role: "rowgroup" });
  readonly #filter = h("input", { type: "checkbox", id: "pieces-filtre", change: () => this.#sift() });
  readonly #choice = h("label", { class: "choix" }, this.#filter, h("span", {}, t("Seulement à reprendre", "Only what is to be seen to")));
  readonly #lines: { line: HTMLElement; row: string }[] = [];

  constructor(
    private deposit: Deposit,
    private readonly actions: PiecesActions,
    fold: Fold,
  ) {
    const { state, demande, piece, found } = heads();
    this.element = h(
      "details",
      { class: "pieces", id: "pieces" },
      h("summary", {}, this.#sign, " ", h("h2", { id: "titre-pieces" }, t("Pièces justificatives", "Supporting documents")), " ", this.#counts),
      this.#choice,
      h(
        "div",
        { class: "pieces-cadre", role: "region", "aria-labelledby": "titre-pieces", tabindex: 0 },
        h(
          "table",
          { role: "table", "aria-labelledby": "titre-pieces" },
          h("thead", { role: "rowgroup" }, h("tr", { role: "row" }, ...[state, demande, piece, found].map((head) => h("th", { role: "columnheader", scope: "col" }, head)))),
          this.#body,
        ),
      ),
      deposit.rows.length > MOST && h("p", { class: "pieces-aide" }, t(`Seules les ${figure(MOST)} premières sont listées ; toutes sont contrôlées.`, `Only the first ${figure(MOST)} are listed; all are checked.`)),
    );
    this.#show(deposit, true);
    fold.hold(this.element);
  }

  /** As the user left the same table in another language. */
  resume(former: PiecesView): this {
    this.#filter.checked = former.#filter.checked;
    this.#sift();
    return this;
  }

  /** Shows the same pieces, of which more is known; false when they are other ones. */
  update(deposit: Deposit): boolean {
    const of = ({ rows }: Deposit): string => JSON.stringify(rows.map((row) => row.expected?.name));
    if (of(deposit) !== of(this.deposit)) return false;
    this.#show(deposit, deposit.done !== this.deposit.done);
    return true;
  }

  /** `anew`: a reading begins or ends. */
  #show(deposit: Deposit, anew: boolean): void {
    this.deposit = deposit;
    if (anew) this.#filter.checked = deposit.done && deposit.rows.filter(isSettled).length > FEW;
    this.#sign.replaceChildren(sign(worst(deposit)));
    this.#counts.textContent = counts(deposit);
    this.#choice.hidden = deposit.rows.every(isSettled) || deposit.rows.every((row) => !isSettled(row));
    deposit.rows.forEach((row, at) => {
      const known = this.#lines[at];
      const text = JSON.stringify(row);
      if (known === undefined || known.row === text) return;
      const line = this.#line(row, at);
      const active = focusBeside(known.line);
      const focused = known.line.contains(active) ? active?.id : "";
      known.line.replaceWith(line);
      if (focused) line.querySelector<HTMLElement>(`#${focused}`)?.focus({ preventScroll: true });
      this.#lines[at] = { line, row: text };
    });
    this.#extend();
    this.#sift();
  }

  #extend(): void {
    const rows = this.deposit.rows.slice(0, MOST);
    const lines = document.createDocumentFragment();
    for (const row of rows.slice(this.#lines.length, this.#lines.length + BATCH)) {
      const line = this.#line(row, this.#lines.length);
      this.#lines.push({ line, row: JSON.stringify(row) });
      lines.append(line);
    }
    this.#body.append(lines);
    if (this.#lines.length === rows.length) return;
    window.requestAnimationFrame(() => {
      if (this.element.isConnected) this.#extend();
    });
  }

  #sift(): void {
    this.element.classList.toggle("a-reprendre", this.#filter.checked && !this.#choice.hidden);
  }

  #line(row: PieceRow, at: number): HTMLElement {
    const { expected, state } = row;
    const { files } = this.deposit;
    const own = ofPiece(state);
    const titles = heads();
    const first = row.found[0];
    const name = expected?.name ?? (first === undefined ? "" : this.#nameOf(first.file, first.entry));
    const cell = (head: string, ...content: (Node | string | null)[]): HTMLElement =>
      h("td", { "role": "cell", "data-titre": head }, ...content);
    const jsons = files.filter(({ summary }) => summary.kind === "json").length;
    const where = expected === null ? null : files[expected.file];
    return h(
      "tr",
      { "role": "row", "data-etat": state, "data-piece": name, "class": isSettled(row) ? "reglee" : null },
      h("td", { role: "cell", class: `piece-etat ton-${own.tone}` }, sign(own), " ", own.word),
      cell(
        titles.demande,
        where === null || where === undefined || expected === null
          ? h("span", { class: "discret" }, t("aucune", "none"))
          : `${figure(where.demandes.numLigne(expected.demande) || expected.demande + 1)} ${jsons > 1 ? shown(where.summary.name, 50) : ""}`,
      ),
      cell(
        titles.piece,
        expected === null
          ? h("span", { class: "discret" }, t("aucune demande ne la déclare", "no request declares it"))
          : h(
              "button",
              {
                id: `piece-${at}`,
                type: "button",
                class: "lien nom",
                title: t(`Voir la ligne ${expected.line} du JSON`, `See line ${expected.line} of the JSON`),
                click: () => this.actions.goToLine(expected.file, expected.line, expected.column),
              },
              shown(expected.name),
            ),
      ),
      cell(
        titles.found,
        ...(row.found.length === 0 ? [h("span", { class: "discret" }, t("nulle part", "nowhere"))] : []),
        ...row.found.slice(0, MOST_PLACES).map(({ file, entry }, place) =>
          h(
            "button",
            { "id": `piece-${at}-${place}`, "type": "button", "class": "lien nom", "data-entree": entry, "click": () => this.actions.goToEntry(file, entry) },
            this.#placeOf(file, entry, expected?.name ?? null),
          ),
        ),
        row.found.length > MOST_PLACES ? t(`et ${row.found.length - MOST_PLACES} autres`, `and ${row.found.length - MOST_PLACES} others`) : null,
      ),
    );
  }

  #nameOf(file: number, entry: number | null): string {
    const found = this.deposit.files[file];
    return (entry === null ? found?.summary.name : found?.entries?.[entry]?.name) ?? "";
  }

  /** "pieces.zip", or with the name where that is another: "pieces.zip › dossier/scan.pdf". */
  #placeOf(file: number, entry: number | null, expected: string | null): string {
    const zip = this.#nameOf(file, null);
    if (entry === null) return `${t("hors ZIP", "outside a ZIP")}${zip === expected ? "" : ` › ${shown(zip, 80)}`}`;
    const name = this.#nameOf(file, entry);
    return name === expected ? shown(zip, 60) : `${shown(zip, 60)} › ${shown(name, 80)}`;
  }
}
