// The tool in one `<pre-depot>`: drop -> worker -> view.

import packed from "inline:wasm";
import workerSource from "inline:worker";
import { EngineClient, type EngineFailure } from "./client";
import { Safety, type About, type Progress, type Related } from "./engine";
import { exampleDeposit } from "./example";
import { count, day, figure, language, onLanguage, shown, size, t } from "./language";
import { arrange, h, rich } from "./h";
import type { Intake, Notice } from "./intake";
import { saveTemplate } from "./outputs";
import { compile } from "./packed";
import { mindButtons, pause } from "./pause";
import { Session, isUnsaved, type CheckedFile, type Deposit } from "./session";
import { AnswerView, sentOf } from "./view/answer";
import { changes } from "./view/changes";
import { ComparisonView } from "./view/compare";
import { correction, type CorrectionActions } from "./view/correction";
import { DemandesView } from "./view/demandes";
import { DropZone } from "./view/drop";
import { EntriesView } from "./view/entries";
import { ExportsView } from "./view/exports";
import { Fold } from "./view/fold";
import { Frame } from "./view/frame";
import { LimitsView } from "./view/limits";
import { NetworkBadge } from "./view/network";
import { Notices, announce, notify } from "./view/notice";
import { PiecesView, awaiting, isAtFault, isAwaiting, isTelling, type PiecesActions } from "./view/pieces";
import { Points, refusal, related, type Listed } from "./view/points";
import { portal } from "./view/portal";
import { preparation } from "./view/prepare";
import { recap } from "./view/recap";
import { renamed, resubmission, type Renewal } from "./view/resubmit";
import { RuleDialog } from "./view/rule";
import { SourceView } from "./view/source";
import { ofFile, sign, type Tone } from "./view/state";
import { tabs } from "./view/tabs";
import { tools } from "./view/tools";
import { concluding } from "./view/verdict";

const FAILURES: Record<EngineFailure["cause"] | "interdit", () => string> = {
  /** The page around forbids what the tool needs. */
  interdit: () =>
    t(
      "La page qui contient cet outil ne le laisse pas travailler : sa politique de sécurité (CSP) doit permettre 'wasm-unsafe-eval' et les workers « blob: ». Prévenez le responsable de ce site.",
      "The page that holds this tool does not let it work: its security policy (CSP) must allow 'wasm-unsafe-eval' and “blob:” workers. Tell those in charge of this site.",
    ),
  panne: () =>
    t(
      "La vérification s’est interrompue à cause d’un défaut de cet outil. Vos fichiers n’ont pas changé.",
      "The check was interrupted by a defect of this tool. Your files have not changed.",
    ),
  silence: () =>
    t(
      "La vérification ne répondait plus et a été arrêtée. Vos fichiers n’ont pas changé.",
      "The check did not answer any more and was stopped. Your files have not changed.",
    ),
  annulation: () => t("La vérification a été annulée. Vos fichiers n’ont pas changé.", "The check was cancelled. Your files have not changed."),
};

const waiting = (): string => t("Un instant…", "One moment…");

/** Once nothing was typed for so long, in milliseconds, the new conclusion is said. */
const REST = 1500;

type Heading = { line: number; column: number } | { entry: number | null };

/** Compiled once for the document. */
let engineModule: Promise<WebAssembly.Module> | null = null;

export class App {
  readonly #voice = new Notices();
  readonly #rule = new RuleDialog();
  readonly #network: NetworkBadge;
  readonly #drop = new DropZone({
    open: (intake) => this.#open(intake),
    example: () => {
      this.#notices = [
        () =>
          t(
            "Ceci est un exemple : personnes inventées, fautes courantes. Essayez les corrections ; vos fichiers prendront sa place.",
            "This is an example: invented people, common mistakes. Try the corrections; your files will take its place.",
          ),
      ];
      // Its own button goes.
      this.#drop.choose.focus({ preventScroll: true });
      void this.#session.openMade(exampleDeposit(new Date()), false);
    },
    clear: () => this.#session.clear(),
  });
  readonly #comparison = new ComparisonView();
  readonly #frame = new Frame({
    drop: this.#drop.element,
    comparison: this.#comparison.element,
    over: [this.#rule.element, ...this.#voice.elements],
    cancel: () => {
      this.#frame.work.hidden = true;
      this.#session.halt();
    },
  });
  readonly #engine = new EngineClient(workerSource, (engineModule ??= compile(packed)), {
    slow: (is) => {
      this.#frame.work.hidden = !is;
      this.#frame.workLabel.textContent = this.#label();
    },
    network: (seen) => this.#network.count(seen),
  });
  readonly #session = new Session(this.#engine, {
    changed: () => void this.#draw().catch(() => this.#fail("panne")),
    moved: () => {
      // The list of another file is being drawn: it is looked at there.
      if (this.#points?.file !== this.#session.current) this.#session.stepped = true;
      else void this.#look(false);
    },
    read: () => {
      const { checked, current } = this.#session;
      if (checked !== null) this.#pieces?.update(checked);
      if (this.#entries?.file === current) this.#entries?.update();
    },
    progress: (progress) => this.#progress(progress),
    working: (label) => this.#working(label),
    failed: (cause) => this.#fail(cause),
    confirm: () =>
      window.confirm(
        t(
          "Vos modifications ne sont pas téléchargées. Les retirer de cette page quand même ?",
          "Your changes are not downloaded. Remove them from this page all the same?",
        ),
      ),
    announce,
    notify,
  });
  readonly #exports = new ExportsView(this.#session, () => this.#limits.fresh());
  readonly #source: SourceView;
  readonly #toPlaces: PiecesActions = {
    goToLine: (file, line, column) => this.#head(file, { line, column }),
    goToEntry: (file, entry) => this.#head(file, { entry }),
  };
  /** Ends what listens outside. */
  readonly #end = new AbortController();

  #about: About | null = null;
  #points: Points | null = null;
  #demandes: DemandesView | null = null;
  /** The portal's answer, when it is one that is shown. */
  #answer: AnswerView | null = null;
  readonly #limits: LimitsView;
  /** What was typed in the fields of each answer, and which of its demandes are shown. */
  readonly #typed = new Map<string, string>();
  #pieces: PiecesView | null = null;
  readonly #folds = { pieces: new Fold(), preparation: new Fold() };
  /** What the ZIP shown holds. */
  #entries: EntriesView | null = null;
  #label: () => string = waiting;
  /** How far the work under way is, when it told. */
  #far: Progress | null = null;
  /** The file whose list is shown, by its place in the deposit. */
  #listed = -1;
  /** The conclusion that was last said, and when the next one is. */
  #said = "";
  #rest: number | undefined;
  /** Where the source goes once it is shown again, and whether the user goes there with it. */
  #heading: { to: Heading; focus: boolean } | null = null;
  /** The check of which a place was last said. */
  #told: CheckedFile | null = null;
  /** What had the focus when what is drawn again was begun: a drawing may be overtaken. */
  #focused: HTMLElement | null = null;
  /** Goes up with each drawing: one that is overtaken stops. */
  #drawing = 0;
  /** Codes of the groups that the user closed. */
  readonly #closed = new Set<string>();
  /** What the user should know of the last drop. */
  #notices: Notice[] = [];
  /** Why the last check could not be done. */
  #failure: EngineFailure["cause"] | null = null;

  /** `reach`: where files may be dropped and F8 pressed. */
  constructor(
    private readonly host: HTMLElement,
    private readonly root: ShadowRoot,
    reach: EventTarget,
  ) {
    this.#source = new SourceView(root, {
      select: (finding) => this.#session.select(finding),
      describe: (finding, former) => this.#describe(finding, former),
      back: () => this.#backToList(),
      travel: (way) => void this.#session.travel(way),
      convert: () => void this.#session.convert(),
    });
    this.#limits = new LimitsView(this.#session, (code) => void this.#rule.open(code));
    this.#frame.limits.replaceChildren(this.#limits.element);
    host.dataset["etat"] = "accueil";
    this.#frame.element.append(this.#exports.receipt);
    root.replaceChildren(this.#frame.element);
    const { signal } = this.#end;
    this.#network = new NetworkBadge(reach === window, signal, () => this.#fail("panne"));
    this.#drop.network = this.#network.element;
    this.#sayWords();
    void this.#limits.speak();
    onLanguage(() => void this.#speak().catch(() => this.#fail("panne")), signal);
    mindButtons(root, signal);
    this.#drop.receive(reach, this.#frame.element, signal);
    reach.addEventListener("keydown", (event) => this.#key(event as KeyboardEvent), { signal });
    this.#introduce().catch(() => this.#fail("panne"));
  }

  /** What is always there says its words, in the language spoken. */
  #sayWords(): void {
    for (const view of [this.#frame, this.#drop, this.#network, this.#comparison, this.#rule, this.#exports, this.#source, this.#voice]) view.speak();
    this.#frame.workLabel.textContent = this.#label();
  }

  /** Says everything in another language; nothing is read nor checked again, and everything keeps its place. */
  async #speak(): Promise<void> {
    const active = this.root.activeElement as HTMLElement | null;
    this.#sayWords();
    if (this.#far !== null) this.#progress(this.#far);
    if (active !== null && this.root.activeElement !== active) {
      (active.isConnected ? active : this.root.getElementById(active.id))?.focus({ preventScroll: true });
    }
    await this.#session.speak(language());
    await this.#introduce();
    await this.#limits.speak();
    if (this.#session.checked !== null) {
      this.#session.quiet = true;
      await this.#draw(true);
    } else if (this.#notices.length > 0) this.#sayNotices();
    if (this.#failure !== null) this.#fail(this.#failure);
  }

  get #isUnsaved(): boolean {
    return this.#session.files.some(isUnsaved);
  }

  /** The browser asks before what is only here is lost. */
  readonly #ask = (event: Event): void => {
    if (this.#isUnsaved) event.preventDefault();
  };

  /** Forgets the files. */
  stop(): void {
    this.#end.abort();
    window.clearTimeout(this.#rest);
    window.removeEventListener("beforeunload", this.#ask);
    this.#engine.end();
    this.#source.destroy();
    this.#exports.putAway();
    this.#voice.close();
  }

  #key(event: KeyboardEvent): void {
    if (event.key === "F8") {
      event.preventDefault();
      this.#session.step(event.shiftKey ? -1 : 1);
      return;
    }
    // The source answers by itself, and a field has its own history.
    const [target] = event.composedPath();
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.defaultPrevented || target instanceof HTMLInputElement) return;
    const key = event.key.toLowerCase();
    if (key !== "z" && key !== "y") return;
    event.preventDefault();
    void this.#session.travel(key === "z" && !event.shiftKey ? "back" : "forth");
  }

  #progress(progress: Progress): void {
    const { read, size: all, pieces, all: some } = (this.#far = progress);
    const { work, workBar, workCount } = this.#frame;
    work.hidden = false;
    workBar.hidden = false;
    workBar.max = all;
    workBar.value = read;
    workCount.textContent = t(
      `${size(read)} sur ${size(all)}, ${count(pieces, "pièce lue", "pièces lues")} sur ${figure(some)}`,
      `${size(read)} of ${size(all)}, ${count(pieces, "document")} read of ${figure(some)}`,
    );
  }

  /** Work begins, or ends. */
  #working(label: (() => string) | null): void {
    const { work, workLabel, workBar, workCount, result, verdict, alert } = this.#frame;
    this.#label = label ?? waiting;
    this.#far = null;
    workLabel.textContent = this.#label();
    workBar.hidden = true;
    workCount.textContent = "";
    if (label === null) work.hidden = true;
    result.setAttribute("aria-busy", String(label !== null));
    if (label === null) return;
    delete verdict.dataset["verdict"];
    alert.replaceChildren();
    this.#failure = null;
  }

  /** To the finding in the list, where the list is not beside its place. */
  #backToList(): void {
    const button = this.#points?.reveal(this.#session.finding);
    if (!button) return this.#points?.focus();
    button.scrollIntoView({ block: "center" });
    button.focus({ preventScroll: true });
  }

  /** The words of a finding with its corrections, as shown in the source. */
  async #describe(finding: number, former: HTMLElement | null): Promise<{ element: HTMLElement; key: string } | null> {
    const [text] = (await this.#session.texts([finding])) ?? [];
    if (text === undefined) return null;
    const { current } = this.#session;
    const refused = current === null ? "" : refusal(current, finding);
    const message = h("p", { class: "point-message" }, ...rich(text.message), h("span", { class: "point-refus" }, refused));
    const element = h(
      "div",
      { class: "bulle-texte" },
      message,
      h("p", { class: "point-aide" }, ...rich(text.help)),
      ...correction(text, this.#correcting(finding), message, former),
      text.related.length > 0 && related(text, (place) => this.#goTo(place)),
    );
    return { element, key: JSON.stringify([text, refused]) };
  }

  /** What can be done about a finding. */
  #correcting(finding: number): CorrectionActions {
    const { current } = this.#session;
    const isWhole = current?.findings.isWhole(finding) ?? true;
    return {
      apply: () => void (current !== null && this.#session.correct([finding], current)),
      write: isWhole ? null : () => void this.#write(finding),
      line: (number) => this.#source.line(number),
    };
  }

  /** To the place of a finding, for the user to write there. */
  async #write(finding: number): Promise<void> {
    this.#session.select(finding);
    await this.#source.reveal(finding, true);
    this.#source.write(finding);
    const [text] = (await this.#session.texts([finding])) ?? [];
    if (text?.fix) announce(`${text.fix.title.replaceAll("`", "")}. ${text.help.replaceAll("`", "")}`);
  }

  /** To the other place of a finding. */
  #goTo({ file, line, column, entry }: Related): void {
    const position = file === null ? this.#session.file : this.#session.files.findIndex((held) => held.delivery.name === file);
    if (position < 0) return;
    const found = this.#session.checked?.files[position]?.entries?.findIndex((one) => one.name === entry) ?? -1;
    this.#head(position, line === null ? { entry: found < 0 ? null : found } : { line, column: column ?? 1 });
  }

  /** The source is below the list, not beside it. */
  #isStacked(): boolean {
    return !getComputedStyle(this.#frame.panel).gridTemplateColumns.includes(" ");
  }

  /** Shows a place of a file, with the focus on it. */
  #head(file: number, to: Heading): void {
    this.#heading = { to, focus: true };
    if (file !== this.#session.file) this.#session.show(file);
    else this.#arrive();
  }

  /** Goes to the place that is headed for. */
  #arrive(): void {
    if (this.#heading === null) return;
    const { to, focus } = this.#heading;
    this.#heading = null;
    if ("line" in to) this.#source.goTo(to.line, to.column);
    const entry = "entry" in to ? this.#entries?.reveal(to.entry ?? 0) : null;
    if (!focus) return;
    (this.#entries ?? this.#source).element.scrollIntoView({ block: "nearest" });
    (entry ?? this.#source).focus({ preventScroll: true });
  }

  /** The check could not be done: said as a verdict, with a way to try again. */
  #fail(cause: EngineFailure["cause"]): void {
    this.#failure = cause;
    this.host.dataset["etat"] = "resultat";
    // Who was writing still can.
    this.#frame.show(this.#session.checked !== null);
    this.#conclude("neutre", "?", t("Non contrôlé : la vérification n’est pas allée au bout.", "Not checked: the check did not come to its end."));
    this.#frame.verdict.dataset["verdict"] = "non-controle";
    this.#frame.alert.replaceChildren(
      h("p", {}, FAILURES[this.#network.isBarred ? "interdit" : cause]()),
      h("p", {}, h("button", { type: "button", class: "principal", click: () => void this.#session.retry() }, t("Vérifier à nouveau", "Check again"))),
    );
  }

  /** Shows the verdict and has it heard, when it is `quiet` once the user rests; false when it was there already. */
  #conclude(tone: Tone, mark: string, sentence: string, quiet = false): boolean {
    const { verdict } = this.#frame;
    window.clearTimeout(this.#rest);
    verdict.setAttribute("aria-live", quiet ? "off" : "polite");
    if (!quiet) this.#said = sentence;
    else if (this.#said !== sentence) {
      this.#rest = window.setTimeout(() => {
        this.#said = sentence;
        announce(sentence);
      }, REST);
    }
    verdict.className = `verdict ton-${tone}`;
    // The same sentence is not announced again.
    if (verdict.querySelector(".verdict-phrase")?.textContent === sentence) return false;
    verdict.replaceChildren(sign({ tone, sign: mark, word: "" }), h("span", { class: "verdict-phrase" }, sentence));
    return true;
  }

  /** Shows everything again; `anew`: the same, in another language. */
  async #draw(anew = false): Promise<void> {
    const turn = ++this.#drawing;
    if (!anew) this.#failure = null;
    this.#about ??= await this.#session.about();
    const { checked, current } = this.#session;
    if (turn !== this.#drawing) return;
    if (checked === null || current === null) return this.#welcome();
    this.#exports.show(checked);
    const files = checked.files.map((file) => file.summary);
    const { sentence, more } = concluding(checked, this.#session.halted);
    const state = checked.done || checked.summary.counts.erreur > 0 ? ofFile({ verdict: checked.summary.verdict, simulation: checked.summary.verdict === "retour-asp" && current.summary.simulation }) : { tone: "neutre" as const, sign: "…" };
    this.#focused = (this.root.activeElement as HTMLElement | null) ?? this.#focused;
    this.host.dataset["etat"] = "resultat";
    // A new conclusion is on screen before the rest is made, and the lists before the source: several tasks rather than a long one.
    const { quiet } = this.#session;
    if (this.#conclude(state.tone, state.sign, sentence, quiet) && !quiet && checked.done) await pause();
    if (turn !== this.#drawing) return;
    this.#frame.show(true);
    this.#frame.more.textContent = more;
    const list = tabs(files, this.#session.file, checked.done ? null : this.#session.halted ? t("lu en partie", "read in part") : t("lecture…", "reading…"), "atelier", (file) => this.#session.show(file));
    this.#frame.tabs.replaceChildren(...(list === null ? [] : [list]));
    this.#frame.alert.replaceChildren(
      ...(this.#session.halted && !checked.done ? [this.#resumption()] : []),
      ...this.#notices.map((notice) => h("p", {}, notice())),
    );
    this.#frame.recap.replaceChildren(recap(current, this.#about, this.#session.profile, (profile) => void this.#session.choose(profile)));
    this.#drawChanges();
    this.#frame.tools.replaceChildren(...tools(this.#session, this.#exports));
    this.#drawPortal(checked, current, anew);
    this.#drawPieces(checked, anew);
    this.#refocus();
    // The same file seen otherwise is shown at once.
    if (this.#demandes?.file !== current && !quiet) await pause();
    if (turn !== this.#drawing) return;

    const { asPortal } = this.#session;
    const listed = this.#session.listed();
    // Of what is listed.
    const sure = listed.filter((index) => current.findings.fix(index) === Safety.Sure);
    const next: Listed = {
      file: current,
      indices: listed,
      note: this.#session.demande === null ? null : this.#only(this.#session.demande),
      all:
        sure.length === 0
          ? null
          : h(
              "button",
              {
                type: "button",
                class: "corriger",
                title: t("Seules les corrections qui ne changent aucune information sont appliquées", "Only the corrections that change no information are applied"),
                click: () => void this.#session.correct(sure, current),
              },
              sure.length === 1 ? t("Corriger le point sûr", "Apply the safe correction") : t(`Corriger les ${figure(sure.length)} points sûrs`, `Apply the ${figure(sure.length)} safe corrections`),
            ),
    };
    const isJson = current.summary.kind === "json" && this.#entries === null;
    const again = anew && this.#demandes !== null && this.#points?.file === current ? this.#points : null;
    again?.speak(next, this.#about.catalogue);
    const isSame = again !== null || (!anew && isJson && this.#demandes !== null && this.#listed === this.#session.file && (this.#points?.update(next) ?? false));
    if (!isSame) {
      const points = new Points(next, this.#about.catalogue, {
        texts: (indices) => this.#session.texts(indices),
        select: (finding) => {
          this.#session.select(finding);
          if (this.#isStacked()) (this.#entries ?? this.#source).element.scrollIntoView({ block: "start" });
        },
        // What is listed may still be of the check before.
        correct: (finding) => void this.#session.correct([finding], points.file),
        write: (finding) => void this.#write(finding),
        line: (number) => this.#source.line(number),
        goTo: (place) => this.#goTo(place),
        openRule: (code) => this.#rule.open(code),
        closed: this.#closed,
      });
      if (this.#points !== null && this.#demandes?.file === current) this.#points.element.replaceWith(points.element);
      this.#points = points;
    }
    if (this.#demandes === null || this.#points === null || (!isSame && this.#demandes.file !== current)) {
      this.#demandes = new DemandesView(current, asPortal, (demande) => this.#choose(demande));
      this.#entries = this.#entriesOf(current);
    } else if (this.#demandes.file !== current || this.#demandes.asPortal !== asPortal || anew) this.#demandes.update(current, asPortal);
    if (again !== null) this.#entries = this.#entriesOf(current);
    this.#listed = this.#session.file;
    // What is there stays there: who writes in the source goes on.
    if (this.#points !== null) arrange(this.#frame.panel, [this.#demandes.element, this.#points.element, (this.#entries ?? this.#source).element]);
    (this.#answer ?? this.#demandes).mark(this.#session.demande);
    this.#frame.panel.classList.toggle("sans-demandes", this.#demandes.element.hidden !== false);
    if (list !== null) {
      this.#frame.panel.setAttribute("role", "tabpanel");
      this.#frame.panel.setAttribute("aria-labelledby", `onglet-${this.#session.file}`);
    } else {
      this.#frame.panel.removeAttribute("role");
      this.#frame.panel.removeAttribute("aria-labelledby");
    }
    this.#refocus();
    await pause();
    if (turn !== this.#drawing) return;
    await this.#showSource();
    if (turn !== this.#drawing) return;
    // Last: a test that waits for the verdict finds the rest in place.
    if (checked.done) this.#frame.verdict.dataset["verdict"] = checked.summary.verdict;
    else if (this.#session.halted) this.#frame.verdict.dataset["verdict"] = "incomplet";
    await this.#look(true);
    // The place that is headed for may be of the next one.
    if (turn !== this.#drawing) return;
    this.#arrive();
    // What had the focus is gone.
    if (this.#focused !== null && document.activeElement === document.body) this.#points?.focus(true);
    this.#focused = null;
    if (checked.done) await this.#limits.update(current);
  }

  /** Gives the focus back to what was drawn again. */
  #refocus(): void {
    const id = this.#focused?.id ?? "";
    if (document.activeElement === document.body && id !== "") this.root.getElementById(id === "preparer" ? "telecharger-zip" : id)?.focus();
  }

  /** What a ZIP or a piece is shown as, in the place of the source. */
  #entriesOf(file: CheckedFile): EntriesView | null {
    const isPieces = file.summary.kind === "zip" || file.summary.kind === "piece";
    return isPieces ? new EntriesView(file, (finding) => this.#session.select(finding), () => this.#backToList()) : null;
  }

  /** Shows what the portal would say, or what it said and what can be done with it. */
  #drawPortal(checked: Deposit, current: CheckedFile, anew: boolean): void {
    const seen = portal(this.#session);
    this.#frame.portal.replaceChildren(...(seen === null ? [] : [seen]));
    const made = this.#session.files[this.#session.file]?.made ?? false;
    const again = made && isAwaiting(checked) ? renamed(this.#session.renamings) : resubmission(current, (renewal) => void this.#renew(renewal));
    const former = this.#answer;
    if (current.returned === null) this.#answer = null;
    else if (former?.file !== current || anew) this.#answer = new AnswerView(current, sentOf(current, checked.files), this.#typed, (demande) => this.#choose(demande));
    // Written in, or seen otherwise, the same answer keeps what is typed under it.
    if (this.#answer !== null && former !== null && this.#answer.isAs(former) && !anew) {
      if (former !== this.#answer) former.element.replaceWith(this.#answer.element);
      return;
    }
    // What is typed for an answer is there again with it.
    for (const [key, input] of former === null ? [] : fields(former.file, this.#frame.resubmit)) this.#typed.set(key, input.value);
    for (const [key, input] of fields(current, again)) input.value = this.#typed.get(key) ?? input.value;
    this.#frame.resubmit.replaceChildren(...[this.#answer?.element, again].filter((element) => element !== null && element !== undefined));
  }

  /** Shows the table of pieces and what can be made of them. */
  #drawPieces(checked: Deposit, anew: boolean): void {
    const { pieces, preparation: zip } = this.#folds;
    // What a JSON has to have corrected comes first; and nothing moves under the hand of who is writing.
    if (!this.#session.quiet) {
      const areNext = !checked.files.some(isAtFault);
      pieces.want(areNext && isTelling(checked));
      zip.want(areNext);
    }
    if (checked.rows.length === 0) this.#pieces = null;
    else if (this.#pieces !== null && anew) this.#pieces = new PiecesView(checked, this.#toPlaces, pieces).resume(this.#pieces);
    else if (this.#pieces === null || !this.#pieces.update(checked)) this.#pieces = new PiecesView(checked, this.#toPlaces, pieces);
    if (this.#pieces === null) this.#frame.pieces.replaceChildren(...(isAwaiting(checked) ? [awaiting()] : []));
    else if (!this.#pieces.element.isConnected) this.#frame.pieces.replaceChildren(this.#pieces.element);
    const prepared = preparation(checked, this.#session.made, zip, { make: () => void this.#session.make() });
    this.#frame.preparation.replaceChildren(...(prepared === null ? [] : [prepared]));
  }

  /** After a halt. */
  #resumption(): HTMLElement {
    return h(
      "p",
      {},
      t("Ce qui est affiché est juste, mais incomplet. ", "What is shown is right, but not all. "),
      h("button", { type: "button", class: "principal", id: "reprendre", click: () => void this.#session.retry() }, t("Reprendre la vérification", "Go on with the check")),
    );
  }

  /** Nothing is held any more: as at first. */
  #welcome(): void {
    this.host.dataset["etat"] = "accueil";
    this.#frame.show(false);
    this.#frame.verdict.replaceChildren();
    delete this.#frame.verdict.dataset["verdict"];
    this.#frame.alert.replaceChildren();
    this.#points = this.#demandes = this.#answer = this.#told = null;
    this.#typed.clear();
    this.#pieces = null;
    for (const fold of Object.values(this.#folds)) fold.forget();
    this.#drawChanges();
    this.#limits.forget();
    this.#drop.choose.focus();
  }

  /** What was written in the file shown. */
  #drawChanges(): void {
    const { files, file, current } = this.#session;
    const held = files[file];
    const bar = changes(this.#session);
    this.#frame.changes.replaceChildren(...(bar === null ? [] : [bar]));
    if (held !== undefined && current !== null) this.#comparison.update(held, current);
    // Always listening, it would keep the page around out of the browser's memory of visited pages.
    window.removeEventListener("beforeunload", this.#ask);
    if (this.#isUnsaved) window.addEventListener("beforeunload", this.#ask);
  }

  /** Shows the file shown in the source. */
  async #showSource(): Promise<void> {
    const { current, file } = this.#session;
    if (current === null || this.#entries !== null) return;
    const draft = await this.#session.draft();
    const held = this.#session.files[file];
    if (this.#session.current !== current || held === undefined) return;
    const hasFormer = held.former !== null;
    const view = { name: held.delivery.name, size: current.summary.size, draft, hasFormer, findings: current.findings, kept: this.#session.kept() };
    this.#source.show(view, this.#session.finding !== null, draft?.version === current.version);
  }

  /** Brings the finding that is looked at into sight, in the list and in the source. */
  async #look(redrawn: boolean): Promise<void> {
    const { finding, current, stepped } = this.#session;
    const quiet = redrawn && this.#session.quiet;
    const button = this.#points?.reveal(finding, !redrawn, !quiet) ?? null;
    if (finding !== null && current !== null && !this.#session.offered && !quiet) {
      const listed = this.#session.ordered();
      const entry = current.entries?.[current.findings.entry(finding)];
      const line = current.findings.line(finding);
      const place = entry === undefined ? t(`ligne ${line}`, `line ${line}`) : shown(entry.name);
      const at = listed.indexOf(finding) + 1;
      // What is only drawn again is not said again.
      if (!redrawn || stepped || current !== this.#told) announce(t(`Point ${at} sur ${listed.length}, ${place}.`, `Point ${at} of ${listed.length}, ${place}.`));
      this.#told = current;
      // After a correction its button is gone, and the focus with it.
      if (!(this.#entries ?? this.#source).focused && (!redrawn || stepped || document.activeElement === document.body)) button?.focus({ preventScroll: redrawn });
      this.#session.stepped = false;
    }
    if (this.#entries === null) return this.#source.reveal(finding, !quiet);
    const entry = finding === null ? -1 : (current?.findings.entry(finding) ?? -1);
    this.#entries.reveal(entry < 0 ? null : entry);
  }

  /** Lists the findings of a demande alone, or of all again, and goes to its place. */
  #choose(demande: number): void {
    const start = this.#session.current?.demandes.startLine(demande) ?? 1;
    const chosen = this.#session.demande === demande ? null : demande;
    if (chosen !== null) this.#heading = { to: { line: start, column: 1 }, focus: false };
    this.#session.filter(chosen);
  }

  /** Says that the list is not whole. */
  #only(demande: number): HTMLElement {
    const number = this.#session.current?.demandes.numLigne(demande) ?? 0;
    return h(
      "p",
      { class: "filtre" },
      t(`Demande ${number === 0 ? demande + 1 : number} seulement `, `Request ${number === 0 ? demande + 1 : number} only `),
      h("button", { type: "button", class: "lien", click: () => this.#session.filter(null) }, t("Voir toutes les demandes", "See all the requests")),
    );
  }

  /** After an answer of the ASP: the new deposit joins it. */
  async #renew({ name, ids, rejected }: Renewal): Promise<void> {
    const made = await this.#session.resubmit(ids);
    if (made === null) return;
    await this.#session.renew(name, made.bytes, made.renamings, rejected);
    announce(t("Le nouveau JSON est prêt : vérifiez-le, puis téléchargez-le.", "The new JSON is ready: check it, then download it."));
  }

  #open(intake: Intake): void {
    this.#notices = intake.notices;
    if (intake.origins.length > 0) void this.#session.open(intake.origins);
    else if (this.#notices.length > 0) this.#sayNotices();
  }

  #sayNotices(): void {
    this.#frame.alert.replaceChildren(...this.#notices.map((notice) => h("p", {}, notice())));
  }

  /** What is known before any file. */
  async #introduce(): Promise<void> {
    this.#about = await this.#session.about();
    this.#frame.models.replaceChildren(
      h("span", {}, t("Pas encore de fichier ? Un modèle à remplir :", "No file yet? A template to fill in:")),
      ...this.#about.profiles.map(({ id, title }) =>
        h("button", { type: "button", class: "lien", title, click: () => void saveTemplate(this.#session, id) }, id),
      ),
    );
    this.#frame.version.textContent = t(`Version ${this.#about.version}.`, `Version ${this.#about.version}.`);
    this.#frame.rules.textContent = this.#about.profiles.map((profile) => t(`${profile.id} du ${day(profile.rules)}`, `${profile.id} of ${day(profile.rules)}`)).join(", ");
  }
}

/** What can be typed for an answer, by what it is known again by. */
function fields({ summary }: CheckedFile, form: HTMLElement | null): [string, HTMLInputElement][] {
  const inputs = [...(form?.querySelectorAll<HTMLInputElement>("input[type=text]") ?? [])];
  return inputs.map((input) => [JSON.stringify([summary.name, summary.numerosEditeur, input.id]), input]);
}
