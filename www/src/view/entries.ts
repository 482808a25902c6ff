// What a ZIP holds, in the place where the source of a JSON is shown. A loose piece is shown likewise, as the only one.

import { Severity, type Entry } from "../engine";
import { count, shown, size, t } from "../language";
import { focusBeside, h } from "../h";
import type { CheckedFile } from "../session";
import { ofSeverity, sign } from "./state";

/** Lines added at once, frame after frame. */
const BATCH = 50;

export class EntriesView {
  readonly element: HTMLElement;
  readonly #list = h("ol", { class: "entrees" });
  readonly #lines: HTMLElement[] = [];
  /** For each entry, its worst finding. */
  readonly #worst = new Map<number, number>();
  #marked: HTMLElement | null = null;

  constructor(
    readonly file: CheckedFile,
    select: (finding: number) => void,
    back: () => void,
  ) {
    const { findings, summary, entries } = file;
    for (let index = 0; index < findings.length; index++) {
      const entry = findings.entry(index);
      const other = this.#worst.get(entry);
      if (other === undefined || findings.severity(index) < findings.severity(other)) this.#worst.set(entry, index);
    }
    const files = entries?.filter((entry) => !entry.folder).length ?? 0;
    this.element = h(
      "section",
      { class: "volet volet-source", "aria-labelledby": "titre-entrees" },
      h(
        "div",
        { class: "volet-tete" },
        h("h2", { id: "titre-entrees", class: "nom" }, shown(summary.name)),
        h("button", { type: "button", class: "discret-bouton vers-liste", click: back }, t("↑ Liste", "↑ List")),
      ),
      h("p", { class: "entrees-resume" }, entries === null ? t("Pièce hors ZIP", "Document outside a ZIP") : t(`Contenu du ZIP : ${count(files, "fichier")}`, `Content of the ZIP: ${count(files, "file")}`)),
      h("div", { class: "entrees-cadre", role: "group", "aria-labelledby": "titre-entrees", tabindex: 0 }, this.#list),
    );
    this.#list.addEventListener("click", (event) => {
      const finding = (event.target as Element).closest<HTMLElement>("[data-point]")?.dataset["point"];
      if (finding !== undefined) select(Number(finding));
    });
    this.#extend(0);
  }

  get #entries(): Entry[] {
    const { summary, entries } = this.file;
    return entries ?? [{ name: summary.name, size: summary.size, folder: false, pending: false }];
  }

  /** More was read. */
  update(): void {
    this.#entries.forEach((entry, at) => {
      const line = this.#lines[at];
      if (line === undefined || line.dataset["lue"] !== "non" || entry.pending) return;
      const [marked, focused] = [line.contains(this.#marked), line.contains(focusBeside(line))];
      const next = this.#line(at);
      line.replaceWith(next);
      this.#lines[at] = next;
      const inner = marked ? this.reveal(at) : next.querySelector<HTMLElement>(".entree");
      if (focused) inner?.focus({ preventScroll: true });
    });
  }

  #extend(until: number): void {
    const most = Math.max(until, Math.min(this.#entries.length, this.#lines.length + BATCH));
    const lines = document.createDocumentFragment();
    while (this.#lines.length < most) {
      const line = this.#line(this.#lines.length);
      this.#lines.push(line);
      lines.append(line);
    }
    this.#list.append(lines);
    if (most === this.#entries.length) return;
    window.requestAnimationFrame(() => {
      if (this.element.isConnected) this.#extend(0);
    });
  }

  #line(at: number): HTMLElement {
    const entry = this.#entries[at];
    if (entry === undefined) return h("li");
    // What is said of a loose piece is said of no entry.
    const worst = this.#worst.get(this.file.entries === null ? -1 : at);
    const severity = worst === undefined ? null : this.file.findings.severity(worst);
    const state = severity === null || severity === Severity.Information ? null : ofSeverity(severity);
    const content = [
      state === null ? h("span", { "class": "signe", "aria-hidden": "true" }, entry.folder ? "▸" : entry.pending ? "…" : "✓") : sign(state),
      h("span", { class: "entree-nom nom" }, shown(entry.name)),
      h("span", { class: "entree-taille" }, entry.folder ? t("dossier", "folder") : size(entry.size)),
      h("span", { class: "invisible" }, state?.word ?? (entry.pending ? t("pas encore lue", "not read yet") : "")),
    ];
    const attributes = { "id": `entree-${at}`, "class": "entree", "data-nom": entry.name };
    return h(
      "li",
      { "data-lue": entry.pending ? "non" : "oui" },
      state === null
        ? h("div", { ...attributes, tabindex: -1 }, ...content)
        : h("button", { ...attributes, "type": "button", "data-point": worst ?? null }, ...content),
    );
  }

  /** Brings an entry into sight; its element, to be focused. */
  reveal(entry: number | null): HTMLElement | null {
    this.#marked?.removeAttribute("aria-current");
    this.#marked = null;
    if (entry === null || entry >= this.#entries.length) return null;
    if (entry >= this.#lines.length) this.#extend(entry + 1);
    this.#marked = this.#lines[entry]?.querySelector<HTMLElement>(".entree") ?? null;
    this.#marked?.setAttribute("aria-current", "true");
    // The list alone is scrolled.
    const frame = this.#list.parentElement;
    const line = this.#lines[entry];
    if (frame !== null && line !== undefined) {
      const at = line.offsetTop - this.#list.offsetTop;
      if (at < frame.scrollTop || at + line.offsetHeight > frame.scrollTop + frame.clientHeight) frame.scrollTop = at - frame.clientHeight / 3;
    }
    return this.#marked;
  }

  /** The index of the entry of this name. */
  find(name: string): number | null {
    const at = this.#entries.findIndex((entry) => entry.name === name);
    return at < 0 ? null : at;
  }

  get focused(): boolean {
    return this.element.contains(focusBeside(this.element));
  }
}
