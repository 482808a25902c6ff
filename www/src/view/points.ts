// The findings of the file shown, grouped by rule. Words are asked for only for what is on screen.

import { match } from "../compare";
import { Severity, type Related, type RuleEntry, type Text } from "../engine";
import { count, figure, shown, t } from "../language";
import { grouped, type Group } from "../groups";
import { arrange, focusBeside, h, rich } from "../h";
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
  /** To its place, to write there. */
  write(finding: number): void;
  /** A line of the file. */
  line(number: number): string | null;
  goTo(place: Related): void;
  openRule(code: string): void;
  /** Codes of the groups that the user closed. */
  closed: Set<string>;
}

/** What is listed, and what is said above the list. */
export interface Listed {
  file: CheckedFile;
  indices: number[];
  note: HTMLElement | null;
  all: HTMLElement | null;
}

/** The list; `reveal` brings a finding on screen and marks it. */
export class Points {
  readonly element: HTMLElement;
  readonly #count = h("span", { class: "nombre" });
  readonly #title = h("h2", { id: "titre-points", tabindex: -1 }, "Points ", this.#count);
  readonly #head = h("div", { class: "points-tete" });
  #lists: PointList[] = [];
  #active: HTMLElement | null = null;

  constructor(
    private listed: Listed,
    private catalogue: RuleEntry[],
    private readonly actions: PointsActions,
  ) {
    this.element = h("section", { class: "volet volet-points", "aria-labelledby": "titre-points" });
    this.#show(listed, null);
    this.element.addEventListener("click", (event) => {
      const button = (event.target as Element).closest<HTMLElement>("button[data-finding]");
      if (button !== null) actions.select(Number(button.dataset["finding"]));
    });
  }

  get file(): CheckedFile {
    return this.listed.file;
  }

  /** Shows the findings of another check of the same file in the place of those that they are; false when that is not known. */
  update(listed: Listed): boolean {
    const [before, after] = [this.file.identities, listed.file.identities];
    if (before === null || after === null) return false;
    this.#show(listed, match(before, after));
    return true;
  }

  /** The same in another language. */
  speak(listed: Listed, catalogue: RuleEntry[]): void {
    this.catalogue = catalogue;
    this.#show(listed, Int32Array.from({ length: listed.file.findings.length }, (_, index) => index));
  }

  /** `same`: for each finding, what it was before. */
  #show(listed: Listed, same: Int32Array | null): void {
    const { file, indices, note, all } = listed;
    const known = new Map(this.#lists.map((list) => [list.key, list]));
    this.listed = listed;
    let shown = 0;
    this.#lists = grouped(file.findings, indices).map((group) => {
      const rule = this.catalogue[group.rule] ?? { code: "?", name: "", summary: "" };
      const open = shown < OPEN_UNTIL && !this.actions.closed.has(rule.code);
      if (open) shown += Math.min(PAGE, group.findings.length);
      const list = known.get(keyOf(group));
      if (list === undefined || same === null) return new PointList(file, group, rule, this.actions, open);
      list.update(file, group, rule, same);
      return list;
    });
    this.#count.textContent = figure(indices.length);
    arrange(this.#head, all === null ? [this.#title] : [this.#title, all]);
    const empty = indices.length === 0 ? h("p", { class: "vide" }, t("Aucun point.", "No point.")) : null;
    arrange(this.element, [this.#head, note, empty, ...this.#lists.map((list) => list.element)].filter((element) => element !== null));
  }

  /** Marks the finding and, if `going`, brings it on screen; its button, to be focused. */
  reveal(finding: number | null, scroll = true, going = true): HTMLElement | null {
    this.#active?.removeAttribute("aria-current");
    this.#active?.parentElement?.classList.remove("actuel");
    this.#active = null;
    if (finding === null) return null;
    const severity = this.file.findings.severity(finding);
    const rule = this.file.findings.rule(finding);
    const list = this.#lists.find((candidate) => candidate.holds(finding, severity, rule));
    this.#active = (going ? list?.reveal(finding) : list?.button(finding)) ?? null;
    this.#active?.setAttribute("aria-current", "true");
    this.#active?.parentElement?.classList.add("actuel");
    if (scroll) this.#active?.parentElement?.scrollIntoView({ block: "nearest" });
    return this.#active;
  }

  /** To the list from elsewhere. */
  focus(preventScroll = false): void {
    this.#title.focus({ preventScroll });
  }
}

const keyOf = ({ rule, severity }: Group): number => severity * 1000 + rule;

class PointList {
  readonly element: HTMLDetailsElement;
  readonly #list = h("ol", { class: "points" });
  readonly #count = h("span", { class: "nombre" });
  readonly #title = h("span", { class: "groupe-titre" });
  readonly #why = h("p", { class: "pourquoi" });
  readonly #sheet = h("button", { type: "button", class: "lien fiche", click: () => this.actions.openRule(this.rule.code) });
  readonly #before = h("button", { type: "button", class: "suite" });
  readonly #after = h("button", { type: "button", class: "suite" });
  /** The words that each item has. */
  readonly #said = new WeakMap<HTMLElement, string>();
  /** The findings of the group on screen: positions from `#from` to `#to`. */
  #from = 0;
  #to = 0;

  constructor(
    private file: CheckedFile,
    private group: Group,
    private rule: RuleEntry,
    private readonly actions: PointsActions,
    open: boolean,
  ) {
    const state = ofSeverity(group.severity);
    this.element = h(
      "details",
      { class: `groupe ton-${state.tone}`, open },
      h(
        "summary",
        {},
        sign(state),
        this.#title,
        h("span", { class: "groupe-code" }, rule.code),
        this.#count,
      ),
      h("div", { class: "groupe-corps" }, h("div", { class: "groupe-note" }, this.#why, " ", this.#sheet), this.#before, this.#list, this.#after),
    );
    this.#before.addEventListener("click", () => this.#show(Math.max(0, this.#from - PAGE), this.#to));
    this.#after.addEventListener("click", () => {
      const first = this.#to;
      this.#show(this.#from, this.#to + PAGE);
      this.button(this.group.findings[first] ?? 0)?.focus();
    });
    this.#head();
    // A closed group costs nothing until it is opened.
    if (open) this.#show(0, PAGE);
    this.element.addEventListener("toggle", () => {
      if (!this.element.open) actions.closed.add(this.rule.code);
      else actions.closed.delete(this.rule.code);
      if (this.element.open && this.#to === 0) this.#show(0, PAGE);
    });
  }

  get key(): number {
    return keyOf(this.group);
  }

  /** What is said around the findings. */
  #head(): void {
    const { length } = this.group.findings;
    const { code, summary } = this.rule;
    const { word } = ofSeverity(this.group.severity);
    this.#count.title = count(length, "point");
    this.#count.textContent = figure(length);
    this.#title.replaceChildren(h("span", { class: "invisible" }, t(`${word} : `, `${word}: `)), h("span", { class: "discret" }, t("Règle : ", "Rule: ")), ...rich(summary.replace(/\.$/, "")));
    this.#sheet.textContent = t("Fiche de la règle", "Rule sheet (in French)");
    this.#sheet.setAttribute("aria-label", t(`Fiche de la règle ${code}`, `Rule sheet ${code} (in French)`));
    this.#before.textContent = t("Afficher les précédents", "Show those before");
    this.#after.textContent = t("Afficher la suite", "Show those after");
  }

  /** The same rule in another check; what is on screen and still found stays where it is. */
  update(file: CheckedFile, group: Group, rule: RuleEntry, same: Int32Array): void {
    const items = new Map(this.group.findings.slice(this.#from, this.#to).map((finding, at) => [finding, this.#list.children[at]]));
    this.file = file;
    this.group = group;
    // Its words are others in another language.
    if (rule !== this.rule) this.#why.replaceChildren();
    this.rule = rule;
    this.#head();
    if (this.#to === 0) return;
    const { length } = group.findings;
    this.#to = Math.min(length, Math.max(this.#to, PAGE));
    this.#from = Math.min(this.#from, Math.max(0, this.#to - PAGE));
    const indices = group.findings.slice(this.#from, this.#to);
    const next = indices.map((index) => {
      const item = items.get(same[index] ?? -1) as HTMLElement | undefined;
      if (item === undefined) return this.#item(index);
      this.#label(item, index);
      return item;
    });
    arrange(this.#list, next);
    this.#say(indices, next);
    this.#before.hidden = this.#from === 0;
    this.#after.hidden = this.#to >= length;
  }

  holds(finding: number, severity: Severity, rule: number): boolean {
    return this.group.severity === severity && this.group.rule === rule && this.group.findings.includes(finding);
  }

  reveal(finding: number): HTMLElement | null {
    this.element.open = true;
    const at = this.group.findings.indexOf(finding);
    if (at >= this.#to && at < this.#to + PAGE) this.#show(this.#from, this.#to + PAGE);
    else if (at < this.#from || at >= this.#to) this.#show(Math.max(0, at - 10), at - 10 + PAGE);
    return this.button(finding);
  }

  button(finding: number): HTMLElement | null {
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
    this.#say(indices, items);
    return items;
  }

  /** Puts in words what is on screen. */
  #say(indices: number[], items: HTMLElement[]): void {
    void this.actions.texts(indices).then((texts) => {
      texts?.forEach((text, at) => {
        const item = items[at];
        if (item !== undefined) this.#fill(item, text);
      });
      const first = texts?.[0];
      if (first !== undefined && this.#why.childNodes.length === 0) this.#why.append(...rich(first.why));
    });
  }

  #item(index: number): HTMLElement {
    const isEntry = this.file.findings.entry(index) >= 0;
    const item = h(
      "li",
      { class: "point" },
      h(
        "button",
        { "type": "button", "class": "point-aller", "data-code": this.rule.code },
        h("span", { class: isEntry ? "point-entree nom" : "point-ligne" }),
        h("span", { class: "point-nouveau", hidden: true }),
        " ",
        h("span", { class: "point-message" }),
        h("span", { class: "point-refus" }),
      ),
    );
    this.#label(item, index);
    return item;
  }

  /** Which finding it is, by now. */
  #label(item: HTMLElement, index: number): void {
    const [button] = item.children as unknown as [HTMLElement];
    const [place, fresh, , refused] = button.children as unknown as [HTMLElement, HTMLElement, HTMLElement, HTMLElement];
    button.dataset["finding"] = String(index);
    button.dataset["line"] = String(this.file.findings.line(index));
    place.textContent = this.#place(index);
    fresh.textContent = t("nouveau", "new");
    fresh.hidden = !(this.file.comparison?.fresh.has(index) ?? false);
    refused.textContent = refusal(this.file, index);
  }

  #place(index: number): string {
    const { findings, entries } = this.file;
    const entry = entries?.[findings.entry(index)];
    if (entry !== undefined) return shown(entry.name, 48);
    return findings.isWhole(index) ? t("Fichier", "File") : t(`Ligne ${figure(findings.line(index))}`, `Line ${figure(findings.line(index))}`);
  }

  #fill(item: HTMLElement, text: Text): void {
    const said = JSON.stringify(text);
    if (this.#said.get(item) === said) return;
    this.#said.set(item, said);
    const [button] = item.children as unknown as [HTMLElement];
    // Its number may be another by then.
    const finding = (): number => Number(button.dataset["finding"]);
    const { findings } = this.file;
    const actions = {
      apply: () => this.actions.correct(finding()),
      write: findings.isWhole(finding()) || findings.entry(finding()) >= 0 ? null : () => this.actions.write(finding()),
      line: (number: number) => this.actions.line(number),
    };
    const message = button.querySelector(".point-message") ?? button;
    const corrections = correction(text, actions, message, item);
    const active = focusBeside(item);
    message.replaceChildren(...rich(text.message));
    while (button.nextSibling !== null) button.nextSibling.remove();
    item.append(h("p", { class: "point-aide" }, ...rich(text.help), text.source !== null && " ", text.source !== null && source(text.source)), ...corrections);
    if (text.related.length > 0) item.append(related(text, this.actions.goTo));
    // What had the focus was made again.
    if (active !== null && focusBeside(item) === null) ([...item.querySelectorAll("button")].find((one) => one.textContent === active.textContent) ?? button).focus({ preventScroll: true });
  }
}

/** What the portal would do for this point alone; empty for all others. */
export function refusal({ summary, findings }: CheckedFile, index: number): string {
  const is = summary.verdict === "rejet-fichier" && findings.control(index) === 1 && findings.severity(index) === Severity.Erreur;
  return is ? t(" Fait refuser tout le fichier.", " Gets the whole file rejected.") : "";
}

function source(section: string): HTMLElement {
  return h("span", { class: "section", title: t("Document et section", "Document and section") }, `(${section})`);
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

/** "pieces.zip, bon.pdf", "a.json, ligne 3", "line 3". */
function named({ file, line, entry }: Related): string {
  const parts = [file === null ? null : shown(file, 60), entry === undefined ? null : shown(entry, 60), line === null ? null : t(`ligne ${line}`, `line ${line}`)];
  return parts.filter((part) => part !== null).join(", ");
}
