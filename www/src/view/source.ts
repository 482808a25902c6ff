// The file itself, with its failing lines: where it is written in.

import { closeSearchPanel, findNext, findPrevious, openSearchPanel, search, searchPanelOpen } from "@codemirror/search";
import { Compartment, EditorSelection, EditorState, RangeSet, RangeValue, StateEffect, StateField, type Extension, type Range, type Text as Doc } from "@codemirror/state";
import {
  Decoration,
  EditorView,
  GutterMarker,
  MatchDecorator,
  ViewPlugin,
  WidgetType,
  closeHoverTooltips,
  gutter,
  hoverTooltip,
  keymap,
  lineNumbers,
  type Command,
  type DecorationSet,
  type KeyBinding,
  type ViewUpdate,
} from "@codemirror/view";

import { versionOf, type Draft, type Refusal } from "../edits";
import { MOST_TEXT, Severity, type Findings as FileFindings } from "../engine";
import { HIDDEN, shown as legible, t, written } from "../language";
import { focusBeside, h } from "../h";
import { ofSeverity } from "./state";

/** Above this many characters, keys and values are not coloured. */
const MOST_COLOURED = 5_000_000;

export interface SourceActions {
  select(finding: number): void;
  /** To the finding in the list, where the list is not beside the source. */
  back(): void;
  /** The words of a finding, as they are shown beside its line; with the same `key`, they are the same. `former`: those shown until now. */
  describe(finding: number, former: HTMLElement | null): Promise<{ element: HTMLElement; key: string } | null>;
  /** Undoes the last step, or does it again. */
  travel(way: "back" | "forth"): void;
  /** To UTF-8, so that it can be written in. */
  convert(): void;
}

/** Decorates what matches, of what is in sight only. */
function matching(regexp: RegExp, decoration: (match: RegExpExecArray) => Decoration): Extension {
  const decorator = new MatchDecorator({ regexp, decoration });
  return ViewPlugin.fromClass(
    class {
      decorations: DecorationSet;
      constructor(view: EditorView) {
        this.decorations = decorator.createDeco(view);
      }
      update(update: ViewUpdate): void {
        this.decorations = decorator.updateDeco(update, this.decorations);
      }
    },
    { decorations: (plugin) => plugin.decorations },
  );
}

/** Keys and values told apart; a broken file is coloured as far as a line makes sense. */
const colours = matching(/"(?:[^"\\]|\\.)*"(\s*:)?|-?\b\d[\d.eE+-]*|\b(?:true|false|null)\b/g, (match) => {
  const kind = match[1] !== undefined ? "cle" : match[0].startsWith('"') ? "texte" : "valeur";
  return Decoration.mark({ class: `jeton-${kind}` });
});

/** A character that would not be seen. */
class Hidden extends WidgetType {
  readonly #label = t("Caractère qui ne se voit pas", "Character that cannot be seen");
  constructor(private readonly character: string) {
    super();
  }
  override eq(other: Hidden): boolean {
    return other.character === this.character && other.#label === this.#label;
  }
  override toDOM(): HTMLElement {
    const name = written(this.character);
    return h("span", { "class": "cache", "role": "img", "title": this.#label, "aria-label": `${this.#label}, ${name.slice(1, -1)}` }, name);
  }
  override ignoreEvent(): boolean {
    return false;
  }
}

class Bubble extends WidgetType {
  constructor(
    private readonly content: HTMLElement,
    private readonly tone: string,
    private readonly key: string,
  ) {
    super();
  }
  override eq(other: Bubble): boolean {
    return other.tone === this.tone && other.key === this.key;
  }
  override toDOM(): HTMLElement {
    return h("div", { class: `bulle ton-${this.tone}` }, this.content);
  }
  override ignoreEvent(): boolean {
    return true;
  }
}

class Mark extends GutterMarker {
  /** `finding`: the worst one of the line. */
  readonly #state;
  constructor(
    severity: Severity,
    readonly finding: number,
  ) {
    super();
    this.#state = ofSeverity(severity);
  }
  override eq(other: Mark): boolean {
    return other.#state.word === this.#state.word;
  }
  override toDOM(): HTMLElement {
    const { tone, sign, word } = this.#state;
    return h("span", { class: `marque ton-${tone}`, title: word }, sign);
  }
}

/** Where a finding is. */
class Place extends RangeValue {
  constructor(readonly finding: number) {
    super();
  }
}

/** The findings in the text; while one types they move with it, until the next check. */
interface Findings {
  lines: DecorationSet;
  marks: DecorationSet;
  signs: RangeSet<Mark>;
  places: RangeSet<Place>;
}

const setFindings = StateEffect.define<Findings>();
const found = StateField.define<Findings>({
  create: () => ({ lines: Decoration.none, marks: Decoration.none, signs: RangeSet.empty, places: RangeSet.empty }),
  update(value, { effects, docChanged, changes }) {
    const last = effects.find((effect) => effect.is(setFindings));
    if (last !== undefined) return last.value;
    if (!docChanged) return value;
    const { lines, marks, signs, places } = value;
    return { lines: lines.map(changes), marks: marks.map(changes), signs: signs.map(changes), places: places.map(changes) };
  },
  provide: (field) => [
    EditorView.decorations.from(field, ({ lines }) => lines),
    EditorView.decorations.from(field, ({ marks }) => marks),
  ],
});

const setBubble = StateEffect.define<DecorationSet>();
const bubble = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (value, { effects, changes }) => effects.find((effect) => effect.is(setBubble))?.value ?? value.map(changes),
  provide: (field) => EditorView.decorations.from(field),
});

const phrases = new Compartment();

/** CodeMirror's own words, of which the English ones are the keys; and what is said of the characters that cannot be seen. */
function spoken(): Extension {
  const words = EditorState.phrases.of({
    "Find": t("Chercher", "Find"),
    "Replace": t("Remplacer", "Replace"),
    "replace": t("remplacer", "replace"),
    "replace all": t("tout remplacer", "replace all"),
    "replaced match on line $": t("occurrence remplacée à la ligne $", "replaced match on line $"),
    "replaced $ matches": t("$ occurrences remplacées", "replaced $ matches"),
    "next": t("suivant", "next"),
    "previous": t("précédent", "previous"),
    "all": t("tout", "all"),
    "match case": t("casse exacte", "match case"),
    "by word": t("mots entiers", "by word"),
    "regexp": t("expression régulière", "regexp"),
    "close": t("fermer", "close"),
    "current match": t("occurrence actuelle", "current match"),
    "on line": t("à la ligne", "on line"),
  });
  return [words, matching(HIDDEN, ([character]) => Decoration.replace({ widget: new Hidden(character) }))];
}

/** Scrolls the source alone: CodeMirror's own way would scroll the page too. Called once the place is drawn, and while the view may not be
 * asked for coordinates. `nearest`: no further than to bring it into sight. */
function scrollTo(view: EditorView, position: number, nearest: boolean): boolean {
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
  const isBeside = left > frame.left + view.contentDOM.offsetLeft && left < frame.right - 20;
  const isInSight = line.top >= frame.top && line.bottom <= frame.bottom;
  const below = line.bottom > frame.bottom ? line.bottom - frame.bottom + line.height : line.top - frame.top - line.height;
  scroller.scrollTo(
    nearest && isBeside ? scroller.scrollLeft : across < frame.width - 80 ? 0 : across - frame.width / 3,
    scroller.scrollTop + (nearest ? (isInSight ? 0 : below) : line.top - frame.top - frame.height / 3),
  );
  return true;
}

/** A new line starts as far in as the one before. */
const newLine: Command = ({ state, dispatch }) => {
  if (state.readOnly) return false;
  const { from } = state.selection.main;
  const line = state.doc.lineAt(from);
  const indent = /^[ \t]*/.exec(line.text.slice(0, from - line.from))?.[0] ?? "";
  dispatch(state.update(state.replaceSelection(`\n${indent}`), { scrollIntoView: true, userEvent: "input" }));
  return true;
};

/** The browser only knows the lines that are drawn: what goes beyond is done here. */
const erase: Command = ({ state, dispatch }) => {
  if (state.readOnly || state.selection.main.empty) return false;
  dispatch(state.update(state.replaceSelection(""), { scrollIntoView: true, userEvent: "delete" }));
  return true;
};

function toEdge(edge: (doc: Doc) => number): Pick<KeyBinding, "run" | "shift"> {
  const go =
    (extend: boolean): Command =>
    ({ state, dispatch }) => {
      const head = edge(state.doc);
      const selection = EditorSelection.single(extend ? state.selection.main.anchor : head, head);
      dispatch(state.update({ selection, scrollIntoView: true }));
      return true;
    };
  return { run: go(false), shift: go(true) };
}

const selectAll: Command = ({ state, dispatch }) => {
  dispatch(state.update({ selection: { anchor: 0, head: state.doc.length } }));
  return true;
};

const REFUSALS: Record<Refusal, () => string> = {
  nature: () => t("Seuls les JSON se modifient ici.", "Only JSONs are edited here."),
  encodage: () =>
    t(
      "Ce fichier n’est pas en UTF-8 : pour le modifier ici, convertissez-le d’abord. Son texte ne change pas.",
      "This file is not in UTF-8: to edit it here, convert it first. Its text does not change.",
    ),
};

/** CodeMirror's own keys, but those that select in several places, where there is one selection, and those that ask for a line. */
const searching: KeyBinding[] = [
  { key: "Mod-f", run: openSearchPanel, scope: "editor search-panel" },
  { key: "F3", run: findNext, shift: findPrevious, scope: "editor search-panel", preventDefault: true },
  { key: "Mod-g", run: findNext, shift: findPrevious, scope: "editor search-panel", preventDefault: true },
  { key: "Escape", run: closeSearchPanel, scope: "editor search-panel" },
];

/** The file in view, with the findings that are kept. */
export interface Shown {
  name: string;
  size: number;
  /** Null when there is nothing to show. */
  draft: Draft | null;
  /** Before the first step there is the file whose place it took. */
  hasFormer: boolean;
  findings: FileFindings;
  kept: number[];
}

export class SourceView {
  readonly element: HTMLElement;
  readonly #title = h("h2", { id: "titre-source" });
  readonly #empty = h("p", { class: "vide" });
  readonly #list = h("button", { type: "button", class: "discret-bouton vers-liste", click: () => this.actions.back() });
  readonly #back = h("button", { type: "button", class: "discret-bouton", id: "source-annuler", title: "Ctrl+Z", click: () => this.actions.travel("back") });
  readonly #forth = h("button", { type: "button", class: "discret-bouton", id: "source-retablir", title: "Ctrl+Y", click: () => this.actions.travel("forth") });
  readonly #find = h("button", { type: "button", class: "discret-bouton", click: () => openSearchPanel(this.#view) });
  readonly #reason = h("span");
  readonly #convert = h("button", { type: "button", class: "corriger", id: "convertir", click: () => this.actions.convert() });
  readonly #refusal = h("p", { class: "source-refus" }, this.#reason, " ", this.#convert);
  readonly #help = h("p", { id: "source-aide", class: "invisible" });
  readonly #body = h("div", { class: "source" });
  readonly #view: EditorView;
  #opened: Draft | null = null;
  #shown: Shown | null = null;
  /** What is said under a line, of which finding. */
  #bubble: { finding: number; of: FileFindings; key: string; element: HTMLElement } | null = null;
  /** Drafts that this view knows how to show. */
  readonly #known = new WeakSet<Draft>();

  /** `root`: where the view is to be, for its style sheets and its selection. */
  constructor(
    root: ShadowRoot,
    private readonly actions: SourceActions,
  ) {
    this.element = h(
      "section",
      { class: "volet volet-source", "aria-labelledby": "titre-source" },
      h("div", { class: "volet-tete" }, this.#title, h("div", { class: "boutons" }, this.#list, this.#back, this.#forth, this.#find)),
      this.#refusal,
      this.#empty,
      this.#body,
      this.#help,
    );
    this.#view = new EditorView({ parent: this.#body, root });
  }

  /** Its own words, in the language spoken; the rest is said again when it is shown. */
  speak(): void {
    this.#list.textContent = t("↑ Liste", "↑ List");
    this.#back.textContent = t("↶ Annuler", "↶ Undo");
    this.#forth.textContent = t("↷ Rétablir", "↷ Redo");
    this.#find.textContent = t("Chercher", "Find");
    this.#convert.textContent = t("Convertir en UTF-8", "Convert to UTF-8");
    this.#help.textContent = t(
      "Tabulation et Échap sortent de l’éditeur ; Échap revient à la liste des points.",
      "Tab and Escape leave the editor; Escape goes back to the list of points.",
    );
    if (this.#opened === null) return;
    this.#view.dispatch({ effects: [phrases.reconfigure(spoken()), closeHoverTooltips] });
    if (!searchPanelOpen(this.#view.state)) return;
    closeSearchPanel(this.#view);
    openSearchPanel(this.#view);
  }

  /**
   * Shows a file; when it is the same one, its place is kept, unless a finding is to be revealed. `isCurrent`: its findings are of the text as it
   * is now.
   */
  show(shown: Shown, revealing: boolean, isCurrent: boolean): void {
    const { draft, name } = shown;
    const before = this.#shown;
    this.#shown = shown;
    this.#title.textContent = legible(name);
    const hasLines = draft !== null && draft.version.original.encoding !== "binaire";
    this.#body.hidden = !hasLines;
    this.#empty.hidden = hasLines;
    this.#empty.textContent =
      shown.size > MOST_TEXT
        ? t("Ce fichier dépasse 64 Mo : il n’est ni affiché, ni modifiable ici.", "This file is over 64 MB: it is neither shown nor edited here.")
        : t(
            "Le contenu de ce fichier ne peut être ni affiché ni modifié ici : il n’est pas un texte, ou n’a pas été lu.",
            "The content of this file can neither be shown nor edited here: it is not a text, or it was not read.",
          );
    this.#reason.textContent = draft?.refusal ? REFUSALS[draft.refusal]() : "";
    this.#refusal.hidden = !hasLines || draft.refusal === null;
    this.#convert.hidden = draft?.refusal !== "encodage";
    if (before?.draft !== draft || draft === null) this.#open(draft, before?.name === name && !revealing);
    if (isCurrent && draft !== null) this.#view.dispatch({ effects: setFindings.of(this.#findings(this.#view.state.doc)) });
    this.#tellSteps();
  }

  #open(draft: Draft | null, keeping: boolean): void {
    const place = keeping ? this.#view.scrollSnapshot() : null;
    if (this.#opened !== null) this.#opened.release();
    this.#opened = draft;
    if (draft !== null && !this.#known.has(draft)) {
      this.#known.add(draft);
      draft.send({ effects: StateEffect.appendConfig.of(this.#extensions(draft)) });
    } else draft?.send({ effects: phrases.reconfigure(spoken()) });
    this.#view.setState(draft?.state ?? EditorState.create());
    if (draft !== null) draft.send = (change) => this.#view.dispatch(change);
    if (place !== null) this.#view.dispatch({ effects: place });
    else this.#view.scrollDOM.scrollTo(0, 0);
  }

  /** The buttons stay where they are, with the focus, when there is nothing to undo. */
  #tellSteps(): void {
    const draft = this.#opened;
    const back = (draft?.canGoBack ?? false) || (this.#shown?.hasFormer ?? false);
    const forth = draft?.canGoForth ?? false;
    this.#back.setAttribute("aria-disabled", String(!back));
    this.#forth.setAttribute("aria-disabled", String(!forth));
    this.#back.hidden = this.#forth.hidden = draft === null || (draft.refusal !== null && !back && !forth);
  }

  #extensions(draft: Draft): Extension {
    const travel = (way: "back" | "forth"): Command => () => {
      this.actions.travel(way);
      return true;
    };
    return [
      EditorView.editable.compute([EditorState.readOnly], (state) => !state.readOnly),
      EditorView.contentAttributes.of(({ state }) => ({
        "tabindex": "0",
        "aria-label": t(`Contenu de ${versionOf(state).name}`, `Content of ${versionOf(state).name}`),
        "aria-describedby": "source-aide",
        "aria-readonly": String(state.readOnly),
      })),
      phrases.of(spoken()),
      lineNumbers(),
      found,
      gutter({
        class: "cm-marques",
        markers: (view) => view.state.field(found).signs,
        initialSpacer: () => new Mark(Severity.Erreur, 0),
        domEventHandlers: {
          click: (view, block) => {
            let worst: number | null = null;
            view.state.field(found).signs.between(block.from, block.to, (_from, _to, mark) => {
              worst ??= mark.finding;
            });
            if (worst !== null) this.actions.select(worst);
            return worst !== null;
          },
        },
      }),
      EditorView.scrollHandler.of((view, { head }, { y }) => scrollTo(view, head, y !== "center")),
      bubble,
      search({ top: true }),
      keymap.of([
        ...searching,
        { key: "Mod-z", run: travel("back"), preventDefault: true },
        { key: "Mod-y", run: travel("forth"), preventDefault: true },
        { key: "Mod-Shift-z", run: travel("forth"), preventDefault: true },
        { key: "Enter", run: newLine },
        { key: "Backspace", run: erase },
        { key: "Delete", run: erase },
        { key: "Mod-a", run: selectAll },
        { key: "Mod-Home", ...toEdge(() => 0) },
        { key: "Mod-End", ...toEdge((doc) => doc.length) },
        { key: "Escape", run: (view) => closeSearchPanel(view) || (this.actions.back(), true) },
      ]),
      EditorView.domEventHandlers({
        // The browser's own menu.
        beforeinput: (event) => {
          const way = event.inputType === "historyUndo" ? "back" : event.inputType === "historyRedo" ? "forth" : null;
          if (way === null) return false;
          event.preventDefault();
          return travel(way)(this.#view);
        },
      }),
      EditorView.updateListener.of(({ state }) => {
        draft.take(state);
        this.#tellSteps();
      }),
      hoverTooltip((view, position) => this.#hover(view, position)),
      draft.state.doc.length > MOST_COLOURED ? [] : colours,
    ];
  }

  #findings(doc: Doc): Findings {
    const lines: Range<Decoration>[] = [];
    const signs: Range<Mark>[] = [];
    const marks: Range<Decoration>[] = [];
    const places: Range<Place>[] = [];
    const byLine = new Map<number, number[]>();
    const { findings, kept } = this.#shown ?? { findings: null, kept: [] };
    if (findings === null) return { lines: Decoration.none, marks: Decoration.none, signs: RangeSet.empty, places: RangeSet.empty };
    for (const index of kept) {
      const others = byLine.get(findings.line(index));
      if (others === undefined) byLine.set(findings.line(index), [index]);
      else others.push(index);
    }
    for (const [number, list] of byLine) {
      if (number > doc.lines) continue;
      list.sort((a, b) => findings.severity(a) - findings.severity(b) || a - b);
      const first = list[0] ?? 0;
      const worst = findings.severity(first);
      const line = doc.line(number);
      signs.push(new Mark(worst, first).range(line.from));
      for (const index of list) {
        const from = Math.min(line.from + findings.column(index) - 1, line.to);
        const end = findings.endLine(index);
        const last = end > number && end <= doc.lines ? doc.line(end) : line;
        const to = Math.max(from, Math.min(last.from + findings.endColumn(index) - 1, last.to));
        places.push(new Place(index).range(from, to));
        const until = Math.min(to, line.to);
        const severity = findings.severity(index);
        if (from < until && severity !== Severity.Information) marks.push(Decoration.mark({ class: `valeur-${ofSeverity(severity).tone}` }).range(from, until));
      }
      if (worst === Severity.Information) continue;
      const name = worst === Severity.Erreur ? "ligne-erreur" : "ligne-avertissement";
      lines.push(Decoration.line({ class: name, attributes: { "data-ligne": String(number) } }).range(line.from));
    }
    return { lines: Decoration.set(lines, true), marks: Decoration.set(marks, true), signs: RangeSet.of(signs, true), places: RangeSet.of(places, true) };
  }

  async #hover(view: EditorView, position: number) {
    const line = view.state.doc.lineAt(position);
    const list: number[] = [];
    view.state.field(found).places.between(line.from, line.to, (from, _to, place) => {
      if (from >= line.from) list.push(place.finding);
    });
    if (list.length === 0) return null;
    const parts = await Promise.all(list.slice(0, 5).map((index) => this.actions.describe(index, null)));
    const known = parts.filter((part) => part !== null);
    if (known.length === 0) return null;
    return { pos: line.from, above: true, create: () => ({ dom: h("div", { class: "infobulle" }, ...known.map((part) => part.element)) }) };
  }

  /** Where a finding is now. */
  #placeOf(finding: number): { from: number; to: number } | null {
    for (const cursor = this.#view.state.field(found, false)?.places.iter(); cursor?.value; cursor.next()) {
      if (cursor.value.finding === finding) return { from: cursor.from, to: cursor.to };
    }
    return null;
  }

  /** Puts the words of a finding under its line and, if `going`, brings it into sight. */
  async reveal(finding: number | null, going: boolean): Promise<void> {
    const shown = this.#shown;
    const place = finding === null ? null : this.#placeOf(finding);
    if (finding === null || shown === null || place === null) {
      this.#bubble = null;
      if (this.#opened !== null) this.#view.dispatch({ effects: setBubble.of(Decoration.none) });
      return;
    }
    if (going) this.#go(place.from);
    const { findings } = shown;
    const before = this.#bubble?.finding === finding && this.#bubble.of === findings ? this.#bubble : null;
    const content = await this.actions.describe(finding, before?.element ?? null);
    const now = this.#placeOf(finding);
    if (content === null || this.#shown !== shown || now === null) return;
    // With the same words, what is there stays there.
    if (before === null || before.key !== content.key) this.#bubble = { finding, of: findings, ...content };
    const widget = Decoration.widget({
      widget: new Bubble(content.element, ofSeverity(findings.severity(finding)).tone, `${finding} ${content.key}`),
      block: true,
      side: 1,
    });
    this.#view.dispatch({ effects: setBubble.of(Decoration.set(widget.range(this.#view.state.doc.lineAt(now.from).to))) });
  }

  /** Selects what is to be written instead: what is between the quotes, or the place after an opening bracket. */
  write(finding: number): void {
    const place = this.#placeOf(finding);
    if (place === null) return;
    const { from, to } = place;
    const text = this.#view.state.sliceDoc(from, to);
    const inside = /^".*"$/s.test(text) ? 1 : 0;
    const anchor = /^[[{]/.test(text) ? from + 1 : from + inside;
    const head = /^[[{]/.test(text) ? from + 1 : to - inside;
    this.#view.dispatch({ selection: { anchor, head }, effects: EditorView.scrollIntoView(anchor, { y: "center" }) });
    this.element.scrollIntoView({ block: "nearest" });
    // With its selection: for 200 ms only does CodeMirror see to it that the browser does not put the caret elsewhere.
    this.#view.focus();
  }

  /** The text of a line, as it is now. */
  line(number: number): string | null {
    const { doc } = this.#view.state;
    return number <= doc.lines ? doc.line(number).text : null;
  }

  goTo(number: number, column: number): void {
    const { doc } = this.#view.state;
    const line = doc.line(Math.min(Math.max(1, number), doc.lines));
    this.#go(Math.min(line.from + column - 1, line.to));
  }

  #go(position: number): void {
    this.#view.dispatch({ selection: { anchor: position }, effects: EditorView.scrollIntoView(position, { y: "center" }) });
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
