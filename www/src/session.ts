// What the page holds: the files, what the engine said of them, and what the user is looking at. Every change ends in `changed`.

import { EngineFailure, type EngineClient } from "./client";
import { compare, isPoint, match, type Comparison, type Identities, type Remembered } from "./compare";
import { read } from "./document";
import { Draft, type Version } from "./edits";
import {
  Demandes,
  Findings,
  MOST_TEXT,
  Severity,
  type About,
  type AspReturn,
  type Bytes,
  type Checked,
  type Corrections,
  type Delivery,
  type Entry,
  type FileSummary,
  type Made,
  type PieceRow,
  type Preparation,
  type Progress,
  type ReportFormat,
  type Renaming,
  type Scope,
  type Summary,
  type Text,
} from "./engine";
import { grouped } from "./groups";
import { deliver, take, type Origin } from "./intake";
import { t, type Language } from "./language";

/** A file of the deposit. */
export interface Held {
  /** Null for a file that the page made. */
  origin: Origin | null;
  /** True when the user has it nowhere else. */
  made: boolean;
  delivery: Delivery;
  /** Where it is written in, once it was opened. */
  draft: Draft | null;
  /** What the user has of it outside of this page: as dropped, as downloaded. */
  saved: Set<Version>;
  /** True when it was written in since it was last given to be checked. */
  stale: boolean;
  /** When it was dropped. */
  since: Date;
  /** What was found in it then, once it is another. */
  before: Remembered | null;
  /** The file whose place it took, when that had been written in and nobody has it elsewhere. */
  former: Held | null;
}

/** `next` takes the place of a file. */
function follow(held: Held, next: Held): Held {
  next.since = held.since;
  next.before = held.before;
  next.former = isUnsaved(held) ? held : null;
  return next;
}

function hold(delivery: Delivery, origin: Origin | null, made = false): Held {
  return { origin, made, delivery, draft: null, saved: new Set(), stale: false, since: new Date(), before: null, former: null };
}

/** True when the user would lose something of it with the page. */
export function isUnsaved({ draft, saved, made }: Held): boolean {
  return draft === null ? made : !saved.has(draft.version);
}

/** A file, checked. */
export interface CheckedFile {
  held: Held;
  summary: FileSummary;
  findings: Findings;
  /** The findings that the portal would show. */
  portail: number[];
  demandes: Demandes;
  /** Those of which a piece was found, with a content that is at fault. */
  faulty: Set<number>;
  /** What a ZIP holds. */
  entries: Entry[] | null;
  /** What the portal answers in it. */
  returned: AspReturn | null;
  texts: Map<number, Text>;
  /** What was checked, once the file is open. */
  version: Version | null;
  /** What its findings are known again by, once that is of use. */
  identities: Identities | null;
  /** What became of it since it was dropped, once it is another. */
  comparison: Comparison | null;
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
/** The words of so many points are kept of a file that changes. */
const MOST_REMEMBERED = 2000;

export type Mode = "tout" | "portail";

interface Views {
  /** Everything is to be shown again; null while nothing has been checked. */
  changed(): void;
  /** Another finding, demande or file is looked at. */
  moved(): void;
  /** More pieces were read, and nothing else changed. */
  read(): void;
  /** Work begins or ends. */
  working(label: (() => string) | null): void;
  /** How far a long work is. */
  progress(progress: Progress): void;
  /** The check could not be done: why. */
  failed(cause: EngineFailure["cause"]): void;
  /** Asks whether what was written and not downloaded may be lost. */
  confirm(): boolean;
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
  /** True when the user asked to go to it, wherever the focus is. */
  stepped = false;
  /** Only the findings of this demande are listed. */
  demande: number | null = null;
  /** What is to be checked for the first time: nothing is looked at in it yet. */
  #fresh: "deposit" | "file" | null = null;
  /** Failures made good since the user last asked for a check: a defect that comes back each time must not go round for ever. */
  #recoveries = 0;
  #checking = false;
  /** True once the work under way told how far it is: it can be halted without being lost. */
  #telling = false;
  /** The user halted the reading of pieces. */
  halted = false;
  /** True when what is shown follows what the user types: nothing moves by itself. */
  quiet = false;
  /** Ends once what is shown is of what is written. */
  #shown = Promise.resolve();
  /** Ends `#shown`; null when it is over. */
  #showing: (() => void) | null = null;
  /** True while what is written is being followed. */
  #following = false;
  /** Has what was written meanwhile be checked now. */
  #giveWay = (): void => undefined;
  /** What a correction is said by once it is checked. */
  #said: string | null = null;
  readonly #opening = new WeakMap<Delivery, Promise<Draft | null>>();
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
    const names = new Set(origins.map((origin) => origin.file.name));
    const isAgain = (held: Held): boolean => names.has(held.delivery.name) || names.has(held.origin?.file.name ?? "");
    await this.#remember(this.files.filter(isAgain));
    this.#begin();
    const turn = this.#turn;
    this.views.working(() => t("Lecture des fichiers…", "Reading the files…"));
    const files: Held[] = [];
    for (const origin of origins) files.push(hold(await take(origin), origin));
    if (turn !== this.#turn) return;
    // The example is not to be mixed with a deposit.
    const kept = this.files.filter((held) => held.origin !== null || held.made);
    const shown = this.files[this.file];
    const added = [...files];
    const left = kept.flatMap((held) => {
      if (!isAgain(held)) return [held];
      const at = added.findIndex(({ delivery: { name } }) => name === held.delivery.name || name === held.origin?.file.name);
      return added.splice(at, at < 0 ? 0 : 1).map((file) => follow(held, file));
    });
    const replaced = kept.filter(isAgain);
    if (replaced.length > 0) {
      const sentence =
        replaced.length === 1
          ? t("Le fichier de même nom est remplacé.", "The file of the same name is replaced.")
          : t(`${replaced.length} fichiers de même nom sont remplacés.`, `${replaced.length} files of the same names are replaced.`);
      const back = t(" « Annuler » rend ce que vous y aviez écrit.", " “Undo” gives back what you had written in it.");
      this.views.notify(replaced.some(isUnsaved) ? `${sentence}${back}` : sentence);
    }
    this.files = [...left, ...added];
    // The same files, corrected: what is looked at stays.
    const again = added.length === 0 && shown !== undefined && kept.indexOf(shown) === this.file;
    if (!again && replaced.length === kept.length) this.#forget();
    if (!again) return this.#checkAnew();
    this.#fresh = this.finding === null && this.demande === null ? "file" : null;
    this.halted = false;
    await this.check();
  }

  /** Files that the page makes itself, in place of what was there. */
  async openMade(files: Made[], made: boolean): Promise<void> {
    this.#begin();
    this.#forget();
    this.files = files.map(({ name, content }) => hold(deliver(name, content), null, made));
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
    this.files = [hold(deliver(name, new Blob([bytes])), null, true), ...others];
    await this.#checkAnew();
  }

  /** Takes the file shown out of the deposit. */
  async remove(): Promise<void> {
    if (this.files.slice(this.file, this.file + 1).some(isUnsaved) && !this.views.confirm()) return;
    this.#begin();
    this.files.splice(this.file, 1);
    if (this.files.length === 0) this.#empty();
    else await this.#checkAnew();
  }

  /** Nothing is held any more. */
  clear(): void {
    if (!this.files.some(isUnsaved) || this.views.confirm()) this.#empty();
  }

  #empty(): void {
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
    this.#fresh = "deposit";
    this.halted = false;
    await this.check();
  }

  /** What to look at first: of a deposit the file that decides the verdict, of a file its first error or else its first warning. */
  #offer(): void {
    if (this.checked === null) return;
    const { files, summary } = this.checked;
    if (this.#fresh === "deposit") this.file = Math.max(0, files.findIndex((file) => file.summary.verdict === summary.verdict));
    this.finding = this.ordered().find((index) => this.current?.findings.severity(index) !== Severity.Information) ?? null;
    this.offered = this.finding !== null;
  }

  /** Reads the same files from disk again, keeping the place. */
  async reread(): Promise<void> {
    await this.#remember(this.files);
    this.#begin();
    const turn = this.#turn;
    this.views.working(() => t("Lecture des fichiers…", "Reading the files…"));
    for (const held of this.files) {
      if (held.origin === null) continue;
      const delivery = await take(held.origin);
      if (turn !== this.#turn) return;
      if (isUnsaved(held)) {
        this.views.notify(
          t("Le fichier est relu. « Annuler » rend ce que vous y aviez écrit.", "The file is read again. “Undo” gives back what you had written in it."),
        );
      }
      this.files[this.files.indexOf(held)] = follow(held, hold(delivery, held.origin));
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
    // By other rules there is nothing to compare.
    for (const held of this.files) held.before = null;
    await this.check();
  }

  /** Stops what is under way, for something new. */
  #begin(): void {
    this.#recoveries = 0;
    this.#turn++;
    // A reading gives way by itself, and is gone on with; nothing else does.
    if (this.#checking && !this.#telling) this.engine.stop();
  }

  /** Has the engine check the files as they are held, and keeps the place. `quiet`: what the user is typing. */
  async check(quiet = false): Promise<void> {
    this.#pend();
    const turn = ++this.#turn;
    const place = this.#place();
    if (!quiet) this.views.working(() => t("Vérification en cours…", "Checking…"));
    this.made = null;
    this.#checking = true;
    this.#telling = false;
    let first = true;
    try {
      const checked = await this.engine.ask(
        "check",
        [
          this.files.map((held) => held.delivery),
          this.profile,
          today(),
          !this.halted,
          this.files.some((held) => held.before !== null),
          this.renamings,
        ],
        ({ progress, checked }) => {
          if (turn !== this.#turn) return;
          this.#telling = true;
          this.views.progress(progress);
          if (this.files.some((held) => held.stale)) return this.#giveWay();
          if (checked === null) return;
          if (first || !this.#goesOn(checked)) this.#take(checked, first ? place : this.#place(), quiet);
          first = false;
          this.#show();
        },
      );
      if (turn !== this.#turn || checked === null) return;
      this.views.working(null);
      // Of an older text than what is typed by now.
      if (this.files.some((held) => held.stale)) return;
      this.#take(checked, first ? place : this.#place(), quiet);
      this.#fresh = null;
    } catch (error) {
      if (turn === this.#turn) this.#fail(error, quiet);
    } finally {
      if (turn === this.#turn) {
        this.#checking = this.#telling = false;
        // What was typed meanwhile is checked next.
        if (!this.files.some((held) => held.stale)) this.#show();
      }
    }
  }

  /** What is shown is no more of what is written. */
  #pend(): void {
    if (this.#showing === null) this.#shown = new Promise((resolve) => (this.#showing = resolve));
  }

  #show(): void {
    this.#showing?.();
    this.#showing = null;
  }

  /** A file, to be written in; null when it is no text, or cannot be had. */
  async draft(file = this.current): Promise<Draft | null> {
    if (file === null) return null;
    const { held } = file;
    if (held.draft !== null) return held.draft;
    const { delivery } = held;
    const { kind, encoding } = file.summary;
    if (!("content" in delivery) || delivery.content.size > MOST_TEXT || kind === "zip" || kind === "piece") return null;
    let opening = this.#opening.get(delivery);
    if (opening === undefined) {
      opening = read(delivery.content, encoding).then(
        (original) => original && new Draft(original, delivery.name, kind === "json", () => this.#written(held)),
      );
      this.#opening.set(delivery, opening);
    }
    const draft = await opening;
    if (held.draft === null && held.delivery === delivery && draft !== null) {
      held.draft = draft;
      // It may have been checked again meanwhile.
      for (const one of [file, ...(this.checked?.files ?? [])]) if (one.held === held) one.version = draft.version;
      if (!held.made) held.saved.add(draft.version);
    }
    return held.draft;
  }

  /** A file was written in: the check follows, one at a time. */
  #written(held: Held): void {
    held.stale = true;
    this.#pend();
    if (!this.#following) void this.#follow();
    // A reading of pieces is not waited for: it is gone on with.
    else if (this.#telling) this.#giveWay();
  }

  async #follow(): Promise<void> {
    this.#following = true;
    try {
      await this.#remember(this.files.filter((held) => held.stale));
      for (;;) {
        const stale = this.files.filter((held) => held.stale);
        if (stale.length === 0) return;
        for (const held of stale) {
          held.stale = false;
          if (held.draft !== null) held.delivery = deliver(held.draft.version.name, held.draft.content);
        }
        const said = this.#said;
        this.#said = null;
        const overtaken = new Promise<void>((resolve) => (this.#giveWay = resolve));
        await Promise.race([this.check(said === null), overtaken]);
        if (said !== null) this.views.announce(said);
      }
    } finally {
      this.#following = false;
    }
  }

  /** Keeps what was found in these files, before they change. */
  async #remember(files: Held[]): Promise<void> {
    const { checked } = this;
    // What is still being checked for the first time is not known.
    if (checked === null || (this.#checking && !this.#telling)) return;
    for (const held of files) {
      const position = this.files.indexOf(held);
      const file = checked.files[position];
      if (held.before !== null || file === undefined) continue;
      const { findings } = file;
      const points = Array.from({ length: findings.length }, (_, index) => index).filter((index) => isPoint(findings, index));
      const worded = points.slice(0, MOST_REMEMBERED);
      const told = await this.engine.ask("remember", [position, Uint32Array.from(worded)]).catch(() => null);
      if (told === null || this.checked !== checked) return;
      file.identities = told.identities;
      const messages = new Map(worded.map((index, at) => [index, { fr: told.messages.fr[at] ?? "", en: told.messages.en[at] ?? "" }]));
      held.before = { since: held.since, identities: told.identities, findings, messages };
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
  #take(checked: Checked, place: Place | null, quiet: boolean): void {
    const { done, summary, rows, preparation } = checked;
    const nothing = new Uint32Array();
    const files = summary.files.map((file, index) => {
      const findings = new Findings(checked.diagnostics[index] ?? nothing, checked.entryOf[index] ?? nothing);
      const identities = checked.identities?.[index] ?? null;
      const before = this.files[index]?.before ?? null;
      return {
        held: this.files[index] as Held,
        summary: file,
        findings,
        portail: [...(checked.portail[index] ?? [])],
        demandes: new Demandes(file),
        faulty: new Set(rows.flatMap(({ expected, state }) => (expected?.file === index && state === "contenu-fautif" ? [expected.demande] : []))),
        entries: checked.entries[index] ?? null,
        returned: checked.returns[index] ?? null,
        texts: new Map<number, Text>(),
        version: this.files[index]?.draft?.version ?? null,
        identities,
        comparison: before === null || identities === null ? null : compare(before, findings, identities),
      };
    });
    const former = this.current;
    this.checked = { done, summary, files, rows, preparation };
    this.quiet = quiet;
    // A first look is offered once, then again at the end if there was nothing to look at.
    if (this.#fresh !== null && this.finding === null) this.#offer();
    else this.#restore(former, quiet ? null : place);
    this.views.changed();
  }

  /** Makes the new ZIPs. */
  async make(): Promise<void> {
    const turn = this.#turn;
    this.views.working(() => t("Préparation du ZIP…", "Preparing the ZIP…"));
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

  /** After a check: the demande and the finding that were looked at or, where that is gone, the first finding left from `place`. */
  #restore(former: CheckedFile | null, place: Place | null): void {
    this.file = Math.min(this.file, Math.max(0, this.files.length - 1));
    const file = this.current;
    if (file === null) return;
    if (this.demande !== null) {
      const number = former?.demandes.numeroEditeur(this.demande) ?? "";
      const all = file.summary.numerosEditeur;
      if (all[this.demande] !== number && number !== "" && all.includes(number)) this.demande = all.indexOf(number);
      if (this.demande >= file.demandes.length) this.demande = null;
    }
    const { finding } = this;
    const left = this.listed();
    const [same = -1] = finding === null || former === null ? [] : again(former, file, [finding]);
    this.finding = left.includes(same) ? same : null;
    if (this.finding !== null || place === null) return;
    const [line, entry] = place;
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
      this.views.announce(t("La vérification s’est interrompue ; elle reprend.", "The check was interrupted; it goes on."));
      await this.check();
      return this.checked === null ? null : this.#ask(question);
    }
  }

  #fail(error: unknown, quiet = false): void {
    // Who is writing goes on.
    if (!quiet) this.checked = null;
    this.views.working(null);
    this.views.failed(error instanceof EngineFailure ? error.cause : "panne");
  }

  /** The words of these findings of the file shown; null when something else is shown by then. */
  async texts(indices: number[]): Promise<Text[] | null> {
    const file = this.current;
    const position = this.file;
    if (file === null) return null;
    // Others in another language.
    const { texts: known } = file;
    const missing = indices.filter((index) => !known.has(index));
    if (missing.length > 0) {
      // What is being checked has other indices than what is shown.
      await this.#shown;
      if (this.current !== file) return null;
      const texts = await this.#ask(() => this.engine.ask("texts", [position, Uint32Array.from(missing), false]));
      if (texts === null) return null;
      missing.forEach((index, at) => {
        const text = texts[at];
        if (text !== undefined) known.set(index, text);
      });
      if (file.texts !== known) return null;
    }
    const found = indices.map((index) => known.get(index));
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
    if (this.offered && this.finding !== null && by === 1) return this.select(this.finding);
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
      this.offered = false;
      this.stepped = true;
      this.views.changed();
      return;
    }
  }

  /** Applies corrections to a file; `of` is the check of it that the findings are of. */
  async correct(indices: number[], of: CheckedFile): Promise<void> {
    do {
      await this.#shown;
      const position = this.files.indexOf(of.held);
      const file = this.checked?.files[position];
      const found = file === undefined || file === of ? indices : again(of, file, indices);
      if (file === undefined || found.length === 0) return this.views.notify(t("Ce point n’est plus à corriger.", "This point no longer needs correcting."));
      const corrections = await this.#ask(() => this.engine.ask("corrections", [position, Uint32Array.from(found)]));
      const draft = await this.draft(file);
      // They are of the text that was checked: when it is another by now, they are asked for again.
      if (corrections !== null && draft !== null && draft.version === file.version) return this.#correct(found, file, draft, corrections);
    } while (this.#showing !== null);
  }

  #correct(found: number[], file: CheckedFile, draft: Draft, corrections: Corrections): void {
    const converted = draft.refusal === "encodage";
    // The next one is looked at afterwards.
    if (found.length === 1 && file === this.current) this.finding = found[0] ?? null;
    this.offered = false;
    this.#said =
      found.length === 1
        ? t("Correction appliquée.", "Correction applied.")
        : t(`${found.length} corrections appliquées.`, `${found.length} corrections applied.`);
    draft.correct(corrections);
    if (converted) this.views.notify(t("Le fichier est maintenant en UTF-8.", "The file is now in UTF-8."));
  }

  /** Undoes the last step in the file shown, or does it again. */
  async travel(way: "back" | "forth"): Promise<void> {
    const held = this.files[this.file];
    if (held === undefined) return;
    if (held.draft?.travel(way)) {
      return this.views.announce(way === "back" ? t("Modification annulée.", "Change undone.") : t("Modification rétablie.", "Change redone."));
    }
    if (way === "forth" || held.former === null) return;
    // Before its first step: the file whose place it took.
    this.#begin();
    held.former.before = held.before;
    this.files[this.file] = held.former;
    await this.check();
    this.views.announce(t("Le fichier est comme vous l’aviez modifié.", "The file is as you had changed it."));
  }

  /** To UTF-8, so that the file shown can be written in. */
  async convert(): Promise<void> {
    const draft = await this.draft();
    if (draft?.refusal !== "encodage") return;
    this.#said = t("Le fichier est maintenant en UTF-8 : vous pouvez le modifier.", "The file is now in UTF-8: you can edit it.");
    draft.convert();
  }

  /** The file shown, to be saved under the name that it is to be deposited under, which it takes here too. */
  async taken(): Promise<{ name: string; content: Blob } | null> {
    const held = this.files[this.file];
    const name = this.current?.summary.conformingName;
    const draft = await this.draft();
    if (held === undefined || name === undefined || draft === null) return null;
    draft.rename(name);
    held.saved.add(draft.version);
    this.views.changed();
    return { name, content: draft.content };
  }

  report(format: ReportFormat, masked: boolean): Promise<Bytes | null> {
    return this.#ask(() => this.engine.ask("report", [format, masked]));
  }

  /** The words of these findings of a file, to be written elsewhere. */
  async words(file: number, indices: number[], masked: boolean): Promise<Text[] | null> {
    await this.#shown;
    return this.#ask(() => this.engine.ask("texts", [file, Uint32Array.from(indices), masked]));
  }

  fingerprint(file: number): Promise<string | null> {
    return this.#ask(() => this.engine.ask("fingerprint", [file]));
  }

  resubmit(ids: string[]): Promise<{ bytes: Bytes; renamings: Renaming[] } | null> {
    const position = this.file;
    return this.#ask(() => this.engine.ask("resubmit", [position, ids]));
  }

  /** The file shown as the portal would hand it back. */
  simulate(): Promise<Bytes | null> {
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

  /** From now on the engine says what it is asked for in another language; nothing is read nor checked again. */
  async speak(language: Language): Promise<void> {
    for (const file of this.checked?.files ?? []) file.texts = new Map();
    const preparation = await this.#ask(() => this.engine.speak(language));
    // A check under way brings its own.
    if (preparation !== null && this.checked !== null && !this.#checking) this.checked.preparation = preparation;
  }
}

/** The same findings in another check of their file, without those that are gone. */
function again(before: CheckedFile, after: CheckedFile, findings: number[]): number[] {
  if (before.identities === null || after.identities === null) return [];
  const found = match(before.identities, after.identities);
  return findings.map((finding) => found.indexOf(finding)).filter((finding) => finding >= 0);
}

/** The day of the user's computer. */
function today(): [number, number, number] {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()];
}
