// The file itself, read-only, with its failing lines.

import { openSearchPanel, search, searchKeymap } from "@codemirror/search";
import { EditorState, RangeSetBuilder, StateEffect, StateField, type Extension, type Range, type Text as Doc } from "@codemirror/state";
import {
  Decoration,
  EditorView,
  GutterMarker,
  MatchDecorator,
  ViewPlugin,
  WidgetType,
  gutter,
  hoverTooltip,
  keymap,
  lineNumbers,
  type DecorationSet,
  type ViewUpdate,
} from "@codemirror/view";
import { Severity, type Findings } from "../engine";
import { fr } from "../french";
import { focusBeside, h } from "../h";
import { ofSeverity } from "./state";

/** Above this many characters, keys and values are not coloured. */
const MOST_COLOURED = 5_000_000;

export interface SourceActions {
  select(finding: number): void;
  /** To the finding in the list, where the list is not beside the source. */
  back(): void;
  /** The words of a finding, as they are shown beside its line. */
  describe(finding: number): Promise<HTMLElement | null>;
}

/** Keys and values told apart, for what is in sight only; a broken file is coloured as far as a line makes sense. */
const colours = ViewPlugin.fromClass(
  class {
    readonly #decorator = new MatchDecorator({
      regexp: /"(?:[^"\\]|\\.)*"(\s*:)?|-?\b\d[\d.eE+-]*|\b(?:true|false|null)\b/g,
      decoration: (match) => {
        const kind = match[1] !== undefined ? "cle" : match[0].startsWith('"') ? "texte" : "valeur";
        return Decoration.mark({ class: `jeton-${kind}` });
      },
    });
    decorations: DecorationSet;
    constructor(view: EditorView) {
      this.decorations = this.#decorator.createDeco(view);
    }
    update(update: ViewUpdate): void {
      this.decorations = this.#decorator.updateDeco(update, this.decorations);
    }
  },
  { decorations: (plugin) => plugin.decorations },
);

class Bubble extends WidgetType {
  constructor(
    private readonly content: HTMLElement,
    private readonly tone: string,
  ) {
    super();
  }
  override toDOM(): HTMLElement {
    return h("div", { class: `bulle ton-${this.tone}` }, this.content);
  }
  override ignoreEvent(): boolean {
    return true;
  }
}

class Mark extends GutterMarker {
  constructor(private readonly severity: Severity) {
    super();
  }
  override eq(other: Mark): boolean {
    return other.severity === this.severity;
  }
  override toDOM(): HTMLElement {
    const { tone, sign, word } = ofSeverity(this.severity);
    return h("span", { class: `marque ton-${tone}`, title: word }, sign);
  }
}

const MARKS = {
  [Severity.Erreur]: new Mark(Severity.Erreur),
  [Severity.Avertissement]: new Mark(Severity.Avertissement),
  [Severity.Information]: new Mark(Severity.Information),
};

const setBubble = StateEffect.define<DecorationSet>();
const bubble = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (value, transaction) => transaction.effects.reduce((last, effect) => (effect.is(setBubble) ? effect.value : last), value),
  provide: (field) => EditorView.decorations.from(field),
});

const PHRASES = EditorState.phrases.of({
  "Find": "Chercher",
  "next": "suivant",
  "previous": "précédent",
  "all": "tout",
  "match case": "casse exacte",
  "by word": "mots entiers",
  "regexp": "expression régulière",
  "close": "fermer",
  "current match": "occurrence actuelle",
  "on line": "à la ligne",
  "Go to line": "Aller à la ligne",
  "go": "aller",
});

/** Scrolls the source alone: CodeMirror's own way would scroll the page too. Called once the place is drawn, and while the view may not be
 * asked for coordinates. */
function scrollTo(view: EditorView, position: number): boolean {
  const { node, offset } = view.domAtPos(position);
  const line = (node instanceof Element ? node : node.parentElement)?.closest(".cm-line")?.getBoundingClientRect();
  if (line === undefined) return false;
  const place = document.createRange();
  place.setStart(node, offset);
  const left = place.getClientRects()[0]?.left ?? line.left;
  const { scrollDOM: scroller } = view;
  const frame = scroller.getBoundingClientRect();
  // The words under a line stay beside the gutters when the line is scrolled.
  scroller.style.setProperty("--gouttieres", `${view.contentDOM.offsetLeft}px`);
  const across = left - frame.left + scroller.scrollLeft;
  scroller.scrollTo(
    across < frame.width - 80 ? 0 : across - frame.width / 3,
    scroller.scrollTop + line.top - frame.top - frame.height / 3,
  );
  return true;
}

/** The file in view, with the findings that are kept. */
export interface Shown {
  name: string;
  /** Null when there is nothing to show. */
  doc: Doc | null;
  findings: Findings;
  kept: number[];
}

export class SourceView {
  readonly element: HTMLElement;
  readonly #title = h("h2", { id: "titre-source" });
  readonly #empty = h("p", { class: "vide" }, fr("Le contenu de ce fichier ne peut pas être affiché : il n’est pas un texte, ou n’a pas été lu."));
  readonly #body = h("div", { class: "source" });
  readonly #view: EditorView;
  #shown: Shown | null = null;
  /** Findings of each line, the worst first. */
  #lines = new Map<number, number[]>();

  /** `root`: where the view is to be, for its style sheets and its selection. */
  constructor(
    root: ShadowRoot,
    private readonly actions: SourceActions,
  ) {
    const back = h("button", { type: "button", class: "discret-bouton vers-liste", click: () => this.actions.back() }, "↑ Liste");
    const find = h("button", { type: "button", class: "discret-bouton", click: () => openSearchPanel(this.#view) }, "Chercher");
    this.element = h(
      "section",
      { class: "volet volet-source", "aria-labelledby": "titre-source" },
      h("div", { class: "volet-tete" }, this.#title, h("div", { class: "boutons" }, back, find)),
      this.#empty,
      this.#body,
    );
    this.#view = new EditorView({ parent: this.#body, root });
  }

  /** Shows a file; when it is the same one, its place is kept, unless a finding is to be revealed. */
  show(shown: Shown, revealing: boolean): void {
    const same = this.#shown?.name === shown.name;
    const place = same && !revealing ? this.#view.scrollSnapshot() : null;
    this.#shown = shown;
    this.#title.textContent = shown.name;
    const { doc } = shown;
    this.#body.hidden = doc === null;
    this.#empty.hidden = doc !== null;
    this.#group();
    this.#view.setState(EditorState.create({ doc: doc ?? "", extensions: this.#extensions(doc?.length ?? 0, shown.name) }));
    if (place !== null) this.#view.dispatch({ effects: place });
    else if (!same) this.#view.scrollDOM.scrollTo(0, 0);
  }

  #group(): void {
    this.#lines = new Map();
    if (this.#shown === null) return;
    const { findings, kept } = this.#shown;
    for (const index of kept) {
      const line = findings.line(index);
      const others = this.#lines.get(line);
      if (others === undefined) this.#lines.set(line, [index]);
      else others.push(index);
    }
    for (const list of this.#lines.values()) list.sort((a, b) => findings.severity(a) - findings.severity(b) || a - b);
  }

  #extensions(length: number, name: string): Extension {
    const { lines, marks, signs } = this.#decorations();
    return [
      EditorState.readOnly.of(true),
      EditorView.editable.of(false),
      EditorView.contentAttributes.of({ "tabindex": "0", "aria-label": `Contenu de ${name}`, "aria-readonly": "true" }),
      PHRASES,
      lineNumbers(),
      gutter({
        class: "cm-marques",
        markers: () => signs,
        initialSpacer: () => MARKS[Severity.Erreur],
        domEventHandlers: {
          click: (view, block) => {
            const worst = this.#lines.get(view.state.doc.lineAt(block.from).number)?.[0];
            if (worst !== undefined) this.actions.select(worst);
            return worst !== undefined;
          },
        },
      }),
      EditorView.scrollHandler.of((view, { head }) => scrollTo(view, head)),
      EditorView.decorations.of(lines),
      EditorView.decorations.of(marks),
      bubble,
      search({ top: true }),
      keymap.of(searchKeymap),
      hoverTooltip((view, position) => this.#hover(view, position)),
      length > MOST_COLOURED ? [] : colours,
    ];
  }

  #decorations(): { lines: DecorationSet; marks: DecorationSet; signs: ReturnType<RangeSetBuilder<GutterMarker>["finish"]> } {
    const lines = new RangeSetBuilder<Decoration>();
    const signs = new RangeSetBuilder<GutterMarker>();
    const marks: Range<Decoration>[] = [];
    const doc = this.#shown?.doc;
    const findings = this.#shown?.findings;
    if (doc !== null && doc !== undefined && findings !== undefined) {
      for (const number of [...this.#lines.keys()].sort((a, b) => a - b)) {
        const list = this.#lines.get(number) ?? [];
        const worst = findings.severity(list[0] ?? 0);
        if (number > doc.lines) continue;
        const line = doc.line(number);
        signs.add(line.from, line.from, MARKS[worst]);
        if (worst === Severity.Information) continue;
        const name = worst === Severity.Erreur ? "ligne-erreur" : "ligne-avertissement";
        lines.add(line.from, line.from, Decoration.line({ class: name, attributes: { "data-ligne": String(number) } }));
        for (const index of list) {
          const from = line.from + findings.column(index) - 1;
          const to = findings.endLine(index) === number ? line.from + findings.endColumn(index) - 1 : line.to;
          if (from < to && to <= line.to && findings.severity(index) !== Severity.Information) {
            marks.push(Decoration.mark({ class: `valeur-${ofSeverity(findings.severity(index)).tone}` }).range(from, to));
          }
        }
      }
    }
    return { lines: lines.finish(), marks: Decoration.set(marks, true), signs: signs.finish() };
  }

  async #hover(view: EditorView, position: number) {
    const line = view.state.doc.lineAt(position);
    const list = this.#lines.get(line.number)?.slice(0, 5) ?? [];
    if (list.length === 0) return null;
    const parts = await Promise.all(list.map((index) => this.actions.describe(index)));
    const known = parts.filter((part) => part !== null);
    if (known.length === 0) return null;
    return { pos: line.from, above: true, create: () => ({ dom: h("div", { class: "infobulle" }, ...known) }) };
  }

  /** Brings a finding into sight, with its words under its line. */
  async reveal(finding: number | null): Promise<void> {
    const shown = this.#shown;
    if (finding === null || shown === null || shown.doc === null) {
      this.#view.dispatch({ effects: setBubble.of(Decoration.none) });
      return;
    }
    const { findings } = shown;
    this.goTo(findings.line(finding), findings.column(finding));
    const content = await this.actions.describe(finding);
    if (content === null || this.#shown !== shown) return;
    const line = this.#line(findings.line(finding));
    const widget = Decoration.widget({
      widget: new Bubble(content, ofSeverity(findings.severity(finding)).tone),
      block: true,
      side: 1,
    });
    this.#view.dispatch({ effects: setBubble.of(Decoration.set(widget.range(line.to))) });
  }

  #line(number: number) {
    const { doc } = this.#view.state;
    return doc.line(Math.min(Math.max(1, number), doc.lines));
  }

  goTo(number: number, column: number): void {
    const line = this.#line(number);
    const position = Math.min(line.from + column - 1, line.to);
    this.#view.dispatch({ selection: { anchor: position }, effects: EditorView.scrollIntoView(position) });
  }

  focus(): void {
    this.#view.focus();
  }

  /** Leaves nothing behind in the window. */
  destroy(): void {
    this.#view.destroy();
  }

  get focused(): boolean {
    return this.element.contains(focusBeside(this.element));
  }
}
