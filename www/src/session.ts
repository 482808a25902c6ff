// What the page holds: the files, what the engine said of them, and what the user is looking at. Every change ends in `changed`.

import { EngineFailure, type EngineClient } from "./client";
import {
  Demandes,
  Findings,
  Safety,
  Severity,
  type About,
  type Bytes,
  type Delivery,
  type FileSummary,
  type Summary,
  type Text,
} from "./engine";
import { grouped } from "./groups";
import { read, type Origin } from "./intake";

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
  texts: Map<number, Text>;
}

const MOST_RECOVERIES = 2;

export type Mode = "tout" | "portail";

interface Views {
  /** Everything is to be shown again; null while nothing has been checked. */
  changed(): void;
  /** Another finding, demande or file is looked at. */
  moved(): void;
  /** Work begins or ends. */
  working(label: string | null): void;
  /** The check could not be done: why. */
  failed(cause: EngineFailure["cause"]): void;
  announce(sentence: string): void;
}

export class Session {
  files: Held[] = [];
  checked: { summary: Summary; files: CheckedFile[] } | null = null;
  profile: string | null = null;
  mode: Mode = "tout";
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
  /** Goes up with each check: an answer of an older one is not listened to. */
  #turn = 0;

  constructor(
    private readonly engine: EngineClient,
    private readonly views: Views,
  ) {}

  get current(): CheckedFile | null {
    return this.checked?.files[this.file] ?? null;
  }

  /** Checks these files in place of what was there. */
  async open(origins: Origin[]): Promise<void> {
    this.#begin();
    const turn = this.#turn;
    const files: Held[] = [];
    for (const origin of origins) {
      this.views.working(`Lecture de ${origin.file.name}…`);
      const delivery = await read(origin);
      if (turn !== this.#turn) return;
      files.push({ origin, made: false, delivery, history: [] });
    }
    await this.#replace(files);
  }

  /** The same, for a file that the page makes itself. */
  async openMade(name: string, bytes: Bytes, made: boolean): Promise<void> {
    this.#begin();
    await this.#replace([{ origin: null, made, delivery: { name, bytes }, history: [] }]);
  }

  async #replace(files: Held[]): Promise<void> {
    this.files = files;
    this.profile = null;
    this.mode = "tout";
    this.file = 0;
    this.finding = null;
    this.demande = null;
    this.#fresh = true;
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
    for (const held of this.files) {
      if (held.origin === null) continue;
      this.views.working(`Lecture de ${held.origin.file.name}…`);
      const delivery = await read(held.origin);
      if (turn !== this.#turn) return;
      held.delivery = delivery;
      held.history = [];
    }
    await this.check();
  }

  /** After a failure, at the user's demand. */
  async retry(): Promise<void> {
    this.#begin();
    await this.check();
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
    if (this.#checking) this.engine.stop();
  }

  /** Has the engine check the files as they are held, and keeps the place. */
  async check(): Promise<void> {
    const turn = ++this.#turn;
    const place = this.#place();
    this.views.working("Vérification en cours…");
    this.#checking = true;
    try {
      const now = new Date();
      const { summary, diagnostics, portail } = await this.engine.ask(
        "check",
        this.files.map((held) => held.delivery),
        this.profile,
        [now.getFullYear(), now.getMonth() + 1, now.getDate()],
      );
      if (turn !== this.#turn) return;
      this.checked = {
        summary,
        files: summary.files.map((file, index) => ({
          summary: file,
          findings: new Findings(diagnostics[index] ?? new Uint32Array()),
          portail: [...(portail[index] ?? [])],
          demandes: new Demandes(file),
          texts: new Map(),
        })),
      };
      if (this.#fresh) this.#offer();
      else this.#restore(place);
      this.#fresh = false;
      this.views.working(null);
      this.views.changed();
    } catch (error) {
      if (turn === this.#turn) this.#fail(error);
    } finally {
      if (turn === this.#turn) this.#checking = false;
    }
  }

  #place(): number | null {
    return this.finding === null ? null : (this.current?.findings.line(this.finding) ?? null);
  }

  /** After a check: the first finding that is left from the line that was looked at. */
  #restore(line: number | null): void {
    this.file = Math.min(this.file, Math.max(0, this.files.length - 1));
    const file = this.current;
    if (file === null) return;
    if (this.demande !== null && this.demande >= file.demandes.length) this.demande = null;
    this.finding = null;
    if (line === null) return;
    const left = this.listed();
    this.finding = left.find((index) => file.findings.line(index) >= line) ?? left.at(-1) ?? null;
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
      const texts = await this.#ask(() => this.engine.ask("texts", position, Uint32Array.from(missing)));
      if (texts === null) return null;
      missing.forEach((index, at) => {
        const text = texts[at];
        if (text !== undefined) file.texts.set(index, text);
      });
    }
    const found = indices.map((index) => file.texts.get(index));
    return found.every((text) => text !== undefined) ? found : null;
  }

  /** The findings of the file shown that the chosen view keeps, in document order. */
  kept(): number[] {
    const file = this.current;
    if (file === null) return [];
    if (this.mode === "portail") return file.portail;
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
    const corrected = await this.#ask(() => this.engine.ask("applyFixes", position, Uint32Array.from(indices)));
    if (corrected === null) return;
    held.history.push(held.delivery);
    held.delivery = corrected;
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
    return this.#ask(() => this.engine.ask("report"));
  }

  resubmit(ids: string[]): Promise<Bytes | null> {
    const position = this.file;
    return this.#ask(() => this.engine.ask("resubmit", position, ids));
  }

  template(profile: string): Promise<string | null> {
    return this.#ask(() => this.engine.ask("template", profile));
  }

  about(): Promise<About> {
    return this.engine.about();
  }
}
