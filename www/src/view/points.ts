// The findings of the file shown, grouped by rule. Words are asked for only for what is on screen.

import type { Related, RuleEntry, Severity, Text } from "../engine";
import { count, figure, fr, shown } from "../french";
import { grouped, type Group } from "../groups";
import { h, rich } from "../h";
import type { CheckedFile } from "../session";
import { correction } from "./correction";
import { ofSeverity, sign } from "./state";

/** Findings shown at once in a group. */
const PAGE = 50;
/** Groups are open until this many findings are on screen. */
const OPEN_UNTIL = 150;

export interface PointsActions {
  texts(indices: number[]): Promise<Text[] | null>;
  select(finding: number): void;
  correct(finding: number): void;
  goTo(place: Related): void;
  openRule(code: string): void;
  /** Codes of the groups that the user closed. */
  closed: Set<string>;
}

/** The list; `reveal` brings a finding on screen and marks it. */
export class Points {
  readonly element: HTMLElement;
  readonly #lists: PointList[];
  #active: HTMLElement | null = null;

  constructor(
    private readonly file: CheckedFile,
    listed: number[],
    catalogue: RuleEntry[],
    actions: PointsActions,
    note: HTMLElement | null,
    all: HTMLElement | null,
  ) {
    let shown = 0;
    this.#lists = grouped(file.findings, listed).map((group) => {
      const rule = catalogue[group.rule] ?? { code: "?", name: "", summary: "" };
      const open = shown < OPEN_UNTIL && !actions.closed.has(rule.code);
      if (open) shown += Math.min(PAGE, group.findings.length);
      return new PointList(file, group, rule, actions, open);
    });
    this.element = h(
      "section",
      { class: "volet volet-points", "aria-labelledby": "titre-points" },
      h("h2", { id: "titre-points" }, "Points ", h("span", { class: "nombre" }, figure(listed.length)), all),
      note,
      listed.length === 0 && h("p", { class: "vide" }, "Aucun point."),
      ...this.#lists.map((list) => list.element),
    );
    this.element.addEventListener("click", (event) => {
      const button = (event.target as Element).closest<HTMLElement>("button[data-finding]");
      if (button !== null) actions.select(Number(button.dataset["finding"]));
    });
  }

  /** Marks the finding; its button, to be focused. */
  reveal(finding: number | null, scroll = true): HTMLElement | null {
    this.#active?.removeAttribute("aria-current");
    this.#active?.parentElement?.classList.remove("actuel");
    this.#active = null;
    if (finding === null) return null;
    const severity = this.file.findings.severity(finding);
    const rule = this.file.findings.rule(finding);
    const list = this.#lists.find((candidate) => candidate.holds(finding, severity, rule));
    this.#active = list?.reveal(finding) ?? null;
    this.#active?.setAttribute("aria-current", "true");
    this.#active?.parentElement?.classList.add("actuel");
    if (scroll) this.#active?.parentElement?.scrollIntoView({ block: "nearest" });
    return this.#active;
  }
}

class PointList {
  readonly element: HTMLDetailsElement;
  readonly #list = h("ol", { class: "points" });
  readonly #why = h("p", { class: "pourquoi" });
  readonly #before = h("button", { type: "button", class: "suite" }, "Afficher les précédents");
  readonly #after = h("button", { type: "button", class: "suite" }, "Afficher la suite");
  /** The findings of the group on screen: positions from `#from` to `#to`. */
  #from = 0;
  #to = 0;

  constructor(
    private readonly file: CheckedFile,
    private readonly group: Group,
    private readonly rule: RuleEntry,
    private readonly actions: PointsActions,
    open: boolean,
  ) {
    const { severity, findings } = group;
    const state = ofSeverity(severity);
    const link = h(
      "button",
      { "type": "button", "class": "lien fiche", "aria-label": `Fiche de la règle ${rule.code}`, "click": () => actions.openRule(rule.code) },
      "Fiche de la règle",
    );
    this.element = h(
      "details",
      { class: `groupe ton-${state.tone}`, open },
      h(
        "summary",
        {},
        sign(state),
        h(
          "span",
          { class: "groupe-titre" },
          h("span", { class: "invisible" }, fr(`${state.word} : `)),
          ...rich(rule.summary.replace(/\.$/, "")),
        ),
        h("span", { class: "groupe-code" }, rule.code),
        h("span", { class: "nombre", title: count(findings.length, "point") }, figure(findings.length)),
      ),
      h("div", { class: "groupe-corps" }, h("div", { class: "groupe-note" }, this.#why, link), this.#before, this.#list, this.#after),
    );
    this.#before.addEventListener("click", () => this.#show(Math.max(0, this.#from - PAGE), this.#to));
    this.#after.addEventListener("click", () => {
      const first = this.#to;
      this.#show(this.#from, this.#to + PAGE);
      this.#button(this.group.findings[first] ?? 0)?.focus();
    });
    // A closed group costs nothing until it is opened.
    if (open) this.#show(0, PAGE);
    this.element.addEventListener("toggle", () => {
      if (!this.element.open) actions.closed.add(this.rule.code);
      else actions.closed.delete(this.rule.code);
      if (this.element.open && this.#to === 0) this.#show(0, PAGE);
    });
  }

  holds(finding: number, severity: Severity, rule: number): boolean {
    return this.group.severity === severity && this.group.rule === rule && this.group.findings.includes(finding);
  }

  reveal(finding: number): HTMLElement | null {
    this.element.open = true;
    const at = this.group.findings.indexOf(finding);
    if (at >= this.#to && at < this.#to + PAGE) this.#show(this.#from, this.#to + PAGE);
    else if (at < this.#from || at >= this.#to) this.#show(Math.max(0, at - 10), at - 10 + PAGE);
    return this.#button(finding);
  }

  #button(finding: number): HTMLElement | null {
    return this.#list.querySelector<HTMLElement>(`[data-finding="${finding}"]`);
  }

  /** Puts the findings at positions `from` to `to` on screen; those that already are stay as they are. */
  #show(from: number, to: number): void {
    const { findings } = this.group;
    const until = Math.min(to, findings.length);
    const kept = from >= this.#from && from <= this.#to ? this.#to : from;
    if (from < this.#from && until >= this.#from && this.#to > 0) {
      this.#list.prepend(...this.#items(from, this.#from));
    } else {
      if (kept === from) this.#list.replaceChildren();
      this.#list.append(...this.#items(kept, until));
    }
    this.#from = from;
    this.#to = Math.max(until, kept);
    this.#before.hidden = from === 0;
    this.#after.hidden = this.#to >= findings.length;
  }

  #items(from: number, to: number): HTMLElement[] {
    const indices = this.group.findings.slice(from, to);
    const items = indices.map((index) => this.#item(index));
    void this.actions.texts(indices).then((texts) => {
      texts?.forEach((text, at) => {
        const item = items[at];
        const index = indices[at];
        if (item !== undefined && index !== undefined) this.#fill(item, index, text);
      });
      const first = texts?.[0];
      if (first !== undefined && this.#why.childNodes.length === 0) this.#why.append(...rich(first.why));
    });
    return items;
  }

  #item(index: number): HTMLElement {
    const line = this.file.findings.line(index);
    return h(
      "li",
      { class: "point" },
      h(
        "button",
        {
          "type": "button",
          "class": "point-aller",
          "data-finding": index,
          "data-code": this.rule.code,
          "data-line": line,
        },
        h("span", { class: this.file.findings.entry(index) < 0 ? "point-ligne" : "point-entree nom" }, this.#place(index)),
      ),
    );
  }

  #place(index: number): string {
    const { findings, entries } = this.file;
    const entry = entries?.[findings.entry(index)];
    if (entry !== undefined) return shown(entry.name, 48);
    return findings.isWhole(index) ? "Fichier" : `Ligne ${figure(findings.line(index))}`;
  }

  #fill(item: HTMLElement, index: number, text: Text): void {
    item.querySelector("button")?.append(" ", h("span", { class: "point-message" }, ...rich(text.message)));
    item.append(
      h("p", { class: "point-aide" }, ...rich(text.help), text.source !== null && " ", text.source !== null && source(text.source)),
      ...correction(text, () => this.actions.correct(index)),
    );
    if (text.related.length > 0) item.append(related(text, this.actions.goTo));
  }
}

function source(section: string): HTMLElement {
  return h("span", { class: "section", title: "Document et section" }, section);
}

/** The other places of a finding, as buttons. */
export function related(text: Text, goTo: PointsActions["goTo"]): HTMLElement {
  return h(
    "ul",
    { class: "lies" },
    ...text.related.map((place) =>
      h(
        "li",
        {},
        h(
          "button",
          { type: "button", class: "lien nom", click: () => goTo(place) },
          named(place),
        ),
        " ",
        ...rich(place.message),
      ),
    ),
  );
}

/** "pieces.zip, bon.pdf", "a.json, ligne 3", "ligne 3". */
function named({ file, line, entry }: Related): string {
  const parts = [file === null ? null : shown(file, 60), entry === undefined ? null : shown(entry, 60), line === null ? null : `ligne ${line}`];
  return parts.filter((part) => part !== null).join(", ");
}
