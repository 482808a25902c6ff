// The worker: hostile bytes are read here and nowhere else. A check reads its files by slices, and between two slices other questions are
// answered.

import { catalogue, Deposit, initSync, profiles, template, version } from "wasm:glue";
import { isGiven } from "./bytes";
import {
  Findings,
  Safety,
  Severity,
  type About,
  type Answer,
  type AspReturn,
  type Checked,
  type Delivery,
  type Made,
  type News,
  type Operations,
  type Preparation,
  type Progress,
  type Question,
  type Renaming,
  type Summary,
} from "./engine";
import type { Language } from "./language";
import { watchNetwork } from "./network";
import { fingerprint, open, type Opened } from "./reading";

/** News of a long reading come no more often than this. */
const NEWS_EVERY = 100;
/** Below this, in bytes, what is left to read is read before anything is answered. */
const SHORT = 4 * 1024 * 1024;

/** Files opened at the same time. */
const AT_ONCE = 32;

/** While pieces are read there is nothing to make of them. */
const NOTHING: Preparation = { needed: false, zips: [], left: [], aside: [] };

let deposit: Deposit | null = null;
/** What the deposit is made of. */
let delivered: Delivery[] = [];
/** Files opened, by the identifier of their delivery. */
const opened = new Map<number, Opened>();
/** Goes up with each work that takes the place of another, or stops it. */
let turn = 0;
let spoken: Language = "fr";

function current(): Deposit {
  if (deposit === null) throw new Error("no deposit");
  return deposit;
}

function summarise(checked: Deposit): Summary {
  const summary = checked.summary();
  const files = summary.files.map((file, index) => ({
    ...file,
    conformingName: checked.corrected_name(index, ofTheName(checked, index)),
    demandes: checked.demandes(index),
    numerosEditeur: checked.numeros_editeur(index),
  }));
  return { ...summary, files };
}

/** The findings that may be of the file's name; that it is of another day than today is only a reminder. */
function ofTheName(checked: Deposit, file: number): Uint32Array {
  const findings = new Findings(checked.diagnostics(file), checked.entry_of_diagnostics(file));
  const all = Uint32Array.from({ length: findings.length }, (_, index) => index);
  return all.filter((index) => findings.isWhole(index) && findings.fix(index) !== Safety.None && findings.severity(index) !== Severity.Information);
}

/** What the portal answers in each file. */
function returned(checked: Deposit, { files }: Summary): (AspReturn | null)[] {
  return files.map(({ verdict }, index) =>
    verdict === "retour-asp" ? { texts: checked.answers(index), newName: checked.resubmission_name(index) } : null,
  );
}

type Today = [number, number, number];

/** A deposit of these files, as far as they are read. */
function check(files: Opened[], profile: string | null, [year, month, day]: Today, renamings: Renaming[] = []): Deposit {
  const made = new Deposit(year, month, day);
  made.speak(spoken);
  for (const { from, to } of renamings) made.rename(from, to);
  for (const file of files) file.addTo(made);
  made.check(profile ?? undefined);
  return made;
}

function progress(files: Opened[]): Progress {
  const sum = (of: (file: Opened) => number): number => files.reduce((total, file) => total + of(file), 0);
  const size = sum((file) => file.size);
  return { read: size - sum((file) => file.left), size, pieces: sum((file) => file.pieces[0]), all: sum((file) => file.pieces[1]) };
}

/** Reads the files to their end; false when it was stopped. */
async function read(files: Opened[], alive: () => boolean, news: () => void): Promise<boolean> {
  let last = performance.now();
  for (const file of files) {
    while (file.step !== undefined && (await file.step(alive))) {
      if (!alive()) return false;
      if (performance.now() - last < NEWS_EVERY) continue;
      news();
      last = performance.now();
    }
  }
  return alive();
}

/** Opens the files that were not yet, and closes those that are no longer there. */
async function shelve(files: Delivery[], alive: () => boolean): Promise<Opened[] | null> {
  const kept = new Set(files.map((file) => file.id));
  for (const [id, file] of opened) {
    if (kept.has(id)) continue;
    file.free();
    opened.delete(id);
  }
  const result: Opened[] = [];
  for (let at = 0; at < files.length; at += AT_ONCE) {
    const some = files.slice(at, at + AT_ONCE).map(async (file) => {
      const own = opened.get(file.id) ?? (await open(file));
      // What is no more than its bytes would be held twice.
      if (own.step !== undefined) opened.set(file.id, own);
      return own;
    });
    result.push(...(await Promise.all(some)));
    if (!alive()) return null;
  }
  return result;
}

function about(): About {
  return { version: version(), catalogue: catalogue(spoken), profiles: profiles(spoken) };
}

/** The messages of some findings, whatever language is spoken. */
function messages(language: Language, file: number, indices: Uint32Array): string[] {
  current().speak(language);
  const said = current().texts_of(file, indices, false).map((text) => text.message);
  current().speak(spoken);
  return said;
}

const operations: Operations = {
  start(module, language) {
    initSync({ module });
    spoken = language;
    return about();
  },
  speak(language) {
    spoken = language;
    deposit?.speak(language);
    return { about: about(), preparation: deposit?.preparation() ?? null };
  },
  async check(deliveries, profile, today, whole, identified, renamings, tell) {
    const own = ++turn;
    const alive = (): boolean => own === turn;
    const files = await shelve(deliveries, alive);
    if (files === null) return null;
    delivered = deliveries;
    let cost = 0;
    let last = 0;
    const now = (done: boolean): Checked => {
      const start = performance.now();
      deposit?.free();
      deposit = check(files, profile, today, renamings);
      const summary = summarise(deposit);
      const checked: Checked = {
        done,
        summary,
        returns: returned(deposit, summary),
        diagnostics: files.map((_, index) => current().diagnostics(index)),
        entryOf: files.map((_, index) => current().entry_of_diagnostics(index)),
        portail: files.map((_, index) => current().portail(index)),
        entries: files.map((file) => file.entries),
        rows: deposit.pieces(),
        preparation: done ? deposit.preparation() : NOTHING,
        identities: identified ? files.map((_, index) => current().identities(index)) : null,
      };
      last = performance.now();
      cost = last - start;
      return checked;
    };
    const { read: before, size } = progress(files);
    if (whole && size - before > SHORT) tell({ progress: progress(files), checked: now(false) });
    const done = !whole
      ? size === before
      : await read(files, alive, () => {
          // Checking again what is known so far never takes more than a tenth of the time.
          const due = performance.now() - last > Math.max(300, 10 * cost);
          tell({ progress: progress(files), checked: due ? now(false) : null });
        });
    // Stopped, or another check took its place.
    if (!alive() && own !== stopped) return null;
    return now(done);
  },
  async make(profile, today, tell) {
    const own = ++turn;
    const alive = (): boolean => own === turn;
    const { zips } = current().preparation();
    const made: Made[] = zips.map(({ name }, index) => {
      const records = current().zip_records(index);
      const slices = current().zip_slices(index);
      const parts: BlobPart[] = [];
      records.forEach((record, at) => {
        parts.push(record as BlobPart);
        const [file = 0, start = 0, end = 0] = slices.subarray(3 * at, 3 * at + 3);
        const source = delivered[file];
        if (at < records.length - 1 && source !== undefined && "content" in source) parts.push(source.content.slice(start, end));
      });
      return { name, content: new Blob(parts, { type: "application/zip" }) };
    });
    // What was made is checked like what is dropped, beside the JSONs that it was made for.
    const jsons = delivered.filter((_, index) => zips.some((zip) => zip.json === index));
    const files: Opened[] = [];
    try {
      for (const file of [...jsons, ...made.map(({ name, content }) => ({ id: 0, name, content }))]) files.push(await open(file));
      if (!(await read(files, alive, () => tell({ progress: progress(files), checked: null })))) return null;
      const again = check(files, profile, today);
      const faults = again.summary().files.slice(jsons.length).some((file) => file.counts.erreur > 0);
      const found = again.pieces().filter((row) => row.state === "presente").length;
      again.free();
      const sure = !faults && found === zips.reduce((total, zip) => total + zip.pieces.length, 0);
      return { zips: made, sure };
    } finally {
      for (const file of files) file.free();
    }
  },
  texts: (file, indices, masked) => current().texts_of(file, indices, masked),
  corrections: (file, indices) => current().corrections(file, indices),
  remember: (file, indices) => ({
    identities: current().identities(file),
    messages: { fr: messages("fr", file, indices), en: messages("en", file, indices) },
  }),
  report: (format, masked) => current().report(format, masked),
  fingerprint: (file) => fingerprint(delivered[file]),
  resubmit(file, ids) {
    const names = current().renamings(file, ids);
    const renamings = names.flatMap((from, at) => (at % 2 === 0 ? [{ from, to: names[at + 1] ?? "" }] : []));
    return { bytes: current().resubmit(file, ids), renamings };
  },
  simulate(file) {
    const bytes = current().simulation(file);
    return bytes ?? null;
  },
  scope: (file) => current().scope(file),
  template,
};

/** The turn of the work that the user stopped. */
let stopped = 0;

async function answer(question: Question): Promise<void> {
  const { id } = question;
  const post = (message: Answer): void => self.postMessage(message);
  try {
    const operation = operations[question.name] as (...args: unknown[]) => unknown;
    const tell = (news: News): void => post({ id, news });
    post({ id, value: await operation(...question.args, tell) });
  } catch (error) {
    post({ id, failure: String(error) });
  }
}

/**
 * The browser compiles each function when it is first called, and again, for speed, once it was called often: while nothing is asked, the models'
 * checks pay for the user's.
 */
function warmUp(times = 20): void {
  const models = new Deposit(2023, 1, 1);
  for (const { id } of profiles()) models.add(`${id}.json`, new TextEncoder().encode(template(id)));
  models.check();
  summarise(models);
  // Their names are not a deposit's: there is a finding to put in words.
  models.texts_of(0, Uint32Array.of(0));
  models.pieces();
  models.free();
  if (times > 1) warming = self.setTimeout(warmUp, 0, times - 1);
}

// The browser counts the requests of a worker apart from the page's.
watchNetwork((seen) => self.postMessage({ seen }));

let warming: number | undefined;

self.addEventListener("message", (event: MessageEvent<Question | "stop">) => {
  if (isGiven(event.data)) return;
  self.clearTimeout(warming);
  if (event.data === "stop") {
    stopped = turn++;
    return;
  }
  void answer(event.data);
  if (event.data.name === "start") warming = self.setTimeout(warmUp, 200);
});
