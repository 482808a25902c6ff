// What the page holds: the files, what the engine said of them, and what the user is looking at. Every change ends in `changed`.

import { EngineFailure, type EngineClient } from "./client";
import {
  Demandes,
  Findings,
  Safety,
  Severity,
  type About,
  type AspReturn,
  type Bytes,
  type Checked,
  type Delivery,
  type Entry,
  type FileSummary,
  type Made,
  type PieceRow,
  type Preparation,
  type Progress,
  type Renaming,
  type Scope,
  type Summary,
  type Text,
} from "./engine";
import { grouped } from "./groups";
import { deliver, take, type Origin } from "./intake";

/** A file of the deposit. */
export interface Held {
  /** Null for a file that the page made. */
  origin: Origin | null;
  /** True when the user has it nowhere else. */
  made: boolean;
  delivery: Delivery;
  /** Earlier states, the last one first undone. */
  history: Delivery[];
}

/** A file, checked. */
export interface CheckedFile {
  summary: FileSummary;
  findings: Findings;
  /** The findings that the portal would show. */
  portail: number[];
  demandes: Demandes;
  /** What a ZIP holds. */
  entries: Entry[] | null;
  /** What the portal answers in it. */
  returned: AspReturn | null;
  texts: Map<number, Text>;
}

/** What the engine said of the files. */
export interface Deposit {
  /** False while pieces are still to be read. */
  done: boolean;
  summary: Summary;
  files: CheckedFile[];
  rows: PieceRow[];
  preparation: Preparation;
}

/** The line, then the entry: what a check leaves in place. */
type Place = [number, number];

const MOST_RECOVERIES = 2;

export type Mode = "tout" | "portail";

interface Views {
  /** Everything is to be shown again; null while nothing has been checked. */
  changed(): void;
  /** Another finding, demande or file is looked at. */
  moved(): void;
  /** More pieces were read, and nothing else changed. */
  read(): void;
  /** Work begins or ends. */
  working(label: string | null): void;
  /** How far a long work is. */
  progress(progress: Progress): void;
  /** The check could not be done: why. */
  failed(cause: EngineFailure["cause"]): void;
  /** Says what others see happen. */
  announce(sentence: string): void;
  /** Says what nobody sees otherwise. */
  notify(sentence: string): void;
}

export class Session {
  files: Held[] = [];
  checked: Deposit | null = null;
  /** New ZIPs, once made: null when they are not, or not any more what the files would give. */
  made: { zips: Made[]; sure: boolean } | null = null;
  profile: string | null = null;
  mode: Mode = "tout";
  /** Names that pieces had before their demandes got new numbers. */
  renamings: Renaming[] = [];
  /** The file shown. */
  file = 0;
  /** The finding looked at, in the file shown. */
  finding: number | null = null;
  /** True when the page chose the finding, not the user: the first step goes to it, not past it. */
  offered = false;
  /** Only the findings of this demande are listed. */
  demande: number | null = null;
  /** True until a deposit has been checked once. */
  #fresh = false;
  /** Failures made good since the user last asked for a check: a defect that comes back each time must not go round for ever. */
  #recoveries = 0;
  #checking = false;
  /** True once the work under way told how far it is: it can be halted without being lost. */
  #telling = false;
  /** The user halted the reading of pieces. */
  halted = false;
  /** Goes up with each check: an answer of an older one is not listened to. */
  #turn = 0;

  constructor(
    private readonly engine: EngineClient,
    private readonly views: Views,
  ) {}

  get current(): CheckedFile | null {
    return this.checked?.files[this.file] ?? null;
  }

  /** Adds these files to what is there; one of the same name takes the place of the earlier one. */
  async open(origins: Origin[]): Promise<void> {
    this.#begin();
    const turn = this.#turn;
    this.views.working("Lecture des fichiers…");
    const files: Held[] = [];
    for (const origin of origins) files.push({ origin, made: false, delivery: await take(origin), history: [] });
    if (turn !== this.#turn) return;
    // The example is not to be mixed with a deposit.
    const kept = this.files.filter((held) => held.origin !== null || held.made);
    const names = new Set(origins.map((origin) => origin.file.name));
    const isAgain = (held: Held): boolean => names.has(held.delivery.name) || names.has(held.origin?.file.name ?? "");
    const others = kept.filter((held) => !isAgain(held));
    if (others.length === 0) this.#forget();
    this.files = [...others, ...files];
    const replaced = kept.length - others.length;
    if (replaced > 0) this.views.notify(replaced === 1 ? "Le fichier de même nom est remplacé." : `${replaced} fichiers de même nom sont remplacés.`);
    await this.#checkAnew();
  }

  /** Files that the page makes itself, in place of what was there. */
  async openMade(files: Made[], made: boolean): Promise<void> {
    this.#begin();
    this.#forget();
    this.files = files.map(({ name, content }) => ({ origin: null, made, delivery: deliver(name, content), history: [] }));
    await this.#checkAnew();
  }

  /** A new deposit of what the answer shown rejects joins the files, in place of the JSON that was answered, if it is there. */
  async renew(name: string, bytes: Bytes, renamings: Renaming[], rejected: string[]): Promise<void> {
    this.#begin();
    const isSent = (at: number): boolean => {
      const file = this.checked?.files[at];
      return file?.returned === null && file.summary.numerosEditeur.some((number) => rejected.includes(number));
    };
    const others = this.files.filter((held, at) => held.delivery.name !== name && !isSent(at));
    this.renamings = [...this.renamings, ...renamings];
    this.files = [{ origin: null, made: true, delivery: deliver(name, new Blob([bytes])), history: [] }, ...others];
    await this.#checkAnew();
  }

  /** Takes the file shown out of the deposit. */
  async remove(): Promise<void> {
    this.#begin();
    this.files.splice(this.file, 1);
    if (this.files.length === 0) this.clear();
    else await this.#checkAnew();
  }

  /** Nothing is held any more. */
  clear(): void {
    this.#begin();
    this.engine.stop();
    this.#forget();
    this.files = [];
    this.checked = null;
    this.views.working(null);
    this.views.changed();
  }

  #forget(): void {
    this.profile = null;
    this.mode = "tout";
    this.renamings = [];
  }

  async #checkAnew(): Promise<void> {
    this.file = 0;
    this.finding = null;
    this.demande = null;
    this.#fresh = true;
    this.halted = false;
    await this.check();
  }

  /** What to look at first: the file that decides the verdict, its first error or else its first warning. */
  #offer(): void {
    if (this.checked === null) return;
    const { files, summary } = this.checked;
    this.file = Math.max(0, files.findIndex((file) => file.summary.verdict === summary.verdict));
    this.finding = this.ordered().find((index) => this.current?.findings.severity(index) !== Severity.Information) ?? null;
    this.offered = this.finding !== null;
  }

  /** Reads the same files from disk again; corrections made here are forgotten, the place is kept. */
  async reread(): Promise<void> {
    this.#begin();
    const turn = this.#turn;
    this.views.working("Lecture des fichiers…");
    for (const held of this.files) {
      if (held.origin === null) continue;
      const delivery = await take(held.origin);
      if (turn !== this.#turn) return;
      held.delivery = delivery;
      held.history = [];
    }
    await this.check();
  }

  /** After a failure or a halt, at the user's demand. */
  async retry(): Promise<void> {
    this.#begin();
    this.halted = false;
    await this.check();
  }

  /** Stops what is under way, at once: what was found so far is kept when it can be. */
  halt(): void {
    if (!this.#telling) return this.engine.stop();
    // What is made is made anew.
    this.halted = this.#checking;
    this.engine.halt();
  }

  async choose(profile: string | null): Promise<void> {
    this.#begin();
    this.profile = profile;
    await this.check();
  }

  /** Stops what is under way, for something new. */
  #begin(): void {
    this.#recoveries = 0;
    this.#turn++;
    // A reading gives way by itself, and is gone on with; nothing else does.
    if (this.#checking && !this.#telling) this.engine.stop();
  }

  /** Has the engine check the files as they are held, and keeps the place. */
  async check(): Promise<void> {
    const turn = ++this.#turn;
    const place = this.#place();
    this.views.working("Vérification en cours…");
    this.made = null;
    this.#checking = true;
    this.#telling = false;
    let first = true;
    try {
      const checked = await this.engine.ask(
        "check",
        [this.files.map((held) => held.delivery), this.profile, today(), !this.halted, this.renamings],
        ({ progress, checked }) => {
          if (turn !== this.#turn) return;
          this.#telling = true;
          this.views.progress(progress);
          if (checked === null) return;
          if (first || !this.#goesOn(checked)) this.#take(checked, first ? place : this.#place());
          first = false;
        },
      );
      if (turn !== this.#turn || checked === null) return;
      this.views.working(null);
      this.#take(checked, first ? place : this.#place());
      this.#fresh = false;
    } catch (error) {
      if (turn === this.#turn) this.#fail(error);
    } finally {
      if (turn === this.#turn) this.#checking = this.#telling = false;
    }
  }

  /** Takes what more was read; false when there are other findings than before, whose indices are other ones. */
  #goesOn({ summary, entries, rows, preparation }: Checked): boolean {
    const { checked } = this;
    const found = (summary: Summary): string => JSON.stringify(summary.files.map((file) => file.byCode));
    if (checked === null || found(checked.summary) !== found(summary)) return false;
    checked.files.forEach((file, at) => (file.entries = entries[at] ?? null));
    this.checked = { ...checked, rows, preparation };
    this.views.read();
    return true;
  }

  /** Takes what the engine says; `place` is looked at. */
  #take(checked: Checked, place: Place | null): void {
    const { done, summary, rows, preparation } = checked;
    const nothing = new Uint32Array();
    const files = summary.files.map((file, index) => ({
      summary: file,
      findings: new Findings(checked.diagnostics[index] ?? nothing, checked.entryOf[index] ?? nothing),
      portail: [...(checked.portail[index] ?? [])],
      demandes: new Demandes(file),
      entries: checked.entries[index] ?? null,
      returned: checked.returns[index] ?? null,
      texts: new Map<number, Text>(),
    }));
    this.checked = { done, summary, files, rows, preparation };
    // A first look is offered once, then again at the end if there was nothing to look at.
    if (this.#fresh && this.finding === null) this.#offer();
    else this.#restore(place);
    this.views.changed();
  }

  /** Makes the new ZIPs. */
  async make(): Promise<void> {
    const turn = this.#turn;
    this.views.working("Préparation du ZIP…");
    this.#telling = true;
    const made = await this.#ask(() =>
      this.engine.ask("make", [this.profile, today()], ({ progress }) => {
        if (turn === this.#turn) this.views.progress(progress);
      }),
    );
    if (turn !== this.#turn) return;
    this.#telling = false;
    this.made = made;
    this.views.working(null);
    this.views.changed();
  }

  #place(): Place | null {
    const { current, finding } = this;
    return finding === null || current === null ? null : [current.findings.line(finding), current.findings.entry(finding)];
  }

  /** After a check: the first finding that is left from the place that was looked at. */
  #restore(place: Place | null): void {
    this.file = Math.min(this.file, Math.max(0, this.files.length - 1));
    const file = this.current;
    if (file === null) return;
    if (this.demande !== null && this.demande >= file.demandes.length) this.demande = null;
    this.finding = null;
    if (place === null) return;
    const [line, entry] = place;
    const left = this.listed();
    const { findings } = file;
    this.finding = left.find((index) => findings.line(index) >= line && findings.entry(index) >= entry) ?? left.at(-1) ?? null;
  }

  /** Asks the engine; when it fails outside a check, everything is checked again by a new worker, and it is asked once more. */
  async #ask<Value>(question: () => Promise<Value>): Promise<Value | null> {
    const turn = this.#turn;
    try {
      const value = await question();
      return turn === this.#turn ? value : null;
    } catch (error) {
      if (turn !== this.#turn) return null;
      if (this.#recoveries === MOST_RECOVERIES) {
        this.#fail(error);
        return null;
      }
      this.#recoveries++;
      this.views.announce("La vérification s’est interrompue ; elle reprend.");
      await this.check();
      return this.checked === null ? null : this.#ask(question);
    }
  }

  #fail(error: unknown): void {
    this.checked = null;
    this.views.working(null);
    this.views.failed(error instanceof EngineFailure ? error.cause : "panne");
  }

  /** The words of these findings of the file shown; null when something else is shown by then. */
  async texts(indices: number[]): Promise<Text[] | null> {
    const file = this.current;
    const position = this.file;
    if (file === null) return null;
    const missing = indices.filter((index) => !file.texts.has(index));
    if (missing.length > 0) {
      const texts = await this.#ask(() => this.engine.ask("texts", [position, Uint32Array.from(missing)]));
      if (texts === null) return null;
      missing.forEach((index, at) => {
        const text = texts[at];
        if (text !== undefined) file.texts.set(index, text);
      });
    }
    const found = indices.map((index) => file.texts.get(index));
    return found.every((text) => text !== undefined) ? found : null;
  }

  /** True for a JSON that the portal has yet to answer: it has a view of that, of the JSON alone. */
  get hasPortal(): boolean {
    const { current } = this;
    return current !== null && current.summary.kind === "json" && current.returned === null;
  }

  /** True when only what the portal would show is shown. */
  get asPortal(): boolean {
    return this.mode === "portail" && this.hasPortal;
  }

  /** The findings of the file shown that the chosen view keeps, in document order. */
  kept(): number[] {
    const file = this.current;
    if (file === null) return [];
    if (this.asPortal) return file.portail;
    return Array.from({ length: file.findings.length }, (_, index) => index);
  }

  /** The same, for the demande chosen. */
  listed(): number[] {
    const { current, demande } = this;
    const kept = this.kept();
    return current === null || demande === null
      ? kept
      : kept.filter((index) => current.findings.demande(index) === demande);
  }

  /** The same, in the order of the list. */
  ordered(): number[] {
    const { current } = this;
    return current === null ? [] : grouped(current.findings, this.listed()).flatMap((group) => group.findings);
  }

  show(file: number): void {
    if (file === this.file) return;
    this.file = file;
    this.finding = null;
    this.demande = null;
    this.views.changed();
  }

  look(mode: Mode): void {
    this.mode = mode;
    if (this.finding !== null && !this.listed().includes(this.finding)) this.finding = null;
    this.views.changed();
  }

  select(finding: number | null): void {
    this.offered = false;
    this.finding = finding;
    this.views.moved();
  }

  filter(demande: number | null): void {
    this.demande = demande;
    this.finding = null;
    this.views.changed();
  }

  /** The next (+1) or previous (-1) finding listed, across files. */
  step(by: 1 | -1): void {
    if (this.checked === null) return;
    if (this.offered && by === 1) return this.select(this.finding);
    const listed = this.ordered();
    const at = this.finding === null ? (by === 1 ? -1 : listed.length) : listed.indexOf(this.finding);
    const next = listed[at + by];
    if (next !== undefined) return this.select(next);
    const total = this.checked.files.length;
    for (let hop = 1; hop <= total; hop++) {
      this.file = (this.file + by + total) % total;
      this.demande = null;
      const other = this.ordered();
      const found = by === 1 ? other[0] : other.at(-1);
      if (found === undefined) continue;
      this.finding = found;
      this.views.changed();
      return;
    }
  }

  /** Indices of the sure corrections of a file. */
  sure(file: CheckedFile): number[] {
    const all = Array.from({ length: file.findings.length }, (_, index) => index);
    return all.filter((index) => file.findings.fix(index) === Safety.Sure);
  }

  /** Applies corrections to the file shown. */
  async correct(indices: number[]): Promise<void> {
    const position = this.file;
    const held = this.files[position];
    if (held === undefined || indices.length === 0) return;
    const corrected = await this.#ask(() => this.engine.ask("applyFixes", [position, Uint32Array.from(indices)]));
    if (corrected === null) return;
    held.history.push(held.delivery);
    held.delivery = deliver(corrected.name, new Blob([corrected.bytes]));
    await this.check();
    this.views.announce(indices.length === 1 ? "Correction appliquée." : `${indices.length} corrections appliquées.`);
  }

  async undo(): Promise<void> {
    const held = this.files[this.file];
    const before = held?.history.pop();
    if (held === undefined || before === undefined) return;
    held.delivery = before;
    await this.check();
    this.views.announce("Correction annulée.");
  }

  report(): Promise<Bytes | null> {
    return this.#ask(() => this.engine.ask("report", []));
  }

  resubmit(ids: string[]): Promise<{ bytes: Bytes; renamings: Renaming[] } | null> {
    const position = this.file;
    return this.#ask(() => this.engine.ask("resubmit", [position, ids]));
  }

  /** The file shown as the portal would hand it back. */
  simulate(): Promise<{ name: string; bytes: Bytes } | null> {
    const position = this.file;
    return this.#ask(() => this.engine.ask("simulate", [position]));
  }

  /** What was looked at in the file shown. */
  scope(): Promise<Scope | null> {
    const position = this.file;
    return this.#ask(() => this.engine.ask("scope", [position]));
  }

  template(profile: string): Promise<string | null> {
    return this.#ask(() => this.engine.ask("template", [profile]));
  }

  about(): Promise<About> {
    return this.engine.about();
  }
}

/** The day of the user's computer. */
function today(): [number, number, number] {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()];
}
