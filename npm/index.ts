// The npm package: the engine for programs, in Node and in browsers. The wasm is inside, so that nothing is installed, found nor fetched.

import packed from "inline:wasm";
import * as engine from "wasm:glue";
import { compile } from "../www/src/packed";
import { open } from "../www/src/reading";
import type { Diagnostic, Fichier, Rapport } from "../docs/report";
import type { FixOptions, Fixed, Format, InputFile, Options, Profile, Report, Rule, Wording } from "./predepot";

let started: Promise<void> | null = null;

/** Compiles the engine, once. */
function start(): Promise<void> {
  started ??= compile(packed).then((module) => void engine.initSync({ module }));
  return started;
}

/** The files, checked; whoever asks frees them. */
async function checked(files: InputFile[], { profile, date, language = "fr" }: Options): Promise<engine.Deposit> {
  await start();
  const deposit = new engine.Deposit(...dayOf(date));
  try {
    deposit.speak(language);
    for (const { name, content } of files) {
      if (typeof name !== "string") throw new TypeError(`the name of a file is not a string: ${String(name)}`);
      const file = await open({ id: 0, name, content: blob(name, content) });
      try {
        while (await file.step?.(() => true));
        file.addTo(deposit);
      } finally {
        file.free();
      }
    }
    deposit.check(profile);
    // A pipeline whose search finds nothing is not ready.
    if (files.length === 0) throw new RangeError("no file to check");
    return deposit;
  } catch (error) {
    deposit.free();
    throw error;
  }
}

/** What is no content, as a promise, would be read as its name in words. */
function blob(name: string, content: unknown): Blob {
  if (content instanceof Blob) return content;
  if (typeof content === "string" || content instanceof ArrayBuffer || ArrayBuffer.isView(content)) return new Blob([content as BlobPart]);
  throw new TypeError(`the content of ${name} is neither a string, bytes nor a Blob`);
}

function dayOf(date: string | Date = new Date()): [number, number, number] {
  const written = date instanceof Date ? [date.getFullYear(), date.getMonth() + 1, date.getDate()] : /^(\d{4})-(\d{2})-(\d{2})$/.exec(date)?.slice(1).map(Number);
  const [year = NaN, month = NaN, day = NaN] = written ?? [];
  // The 30th of February is one of March.
  const real = new Date(year, month - 1, day);
  if (real.getMonth() + 1 !== month || real.getDate() !== day) throw new RangeError(`not a day like 2026-11-21: ${date}`);
  return [year, month, day];
}

const reportOf = (deposit: engine.Deposit): Rapport => JSON.parse(new TextDecoder().decode(deposit.report())) as Rapport;

/** A report that can be written otherwise. What the engine read is freed with it, by the garbage collector (wasm-bindgen registers it). */
class WritableReport {
  readonly #deposit: engine.Deposit;

  constructor(deposit: engine.Deposit) {
    this.#deposit = deposit;
    Object.assign(this, reportOf(deposit));
  }

  to(format: Format, { masked = false }: { masked?: boolean | undefined } = {}): string {
    // The mark of a CSV is kept: spreadsheets know by it that it is UTF-8.
    return new TextDecoder("utf-8", { ignoreBOM: true }).decode(this.#deposit.report(format, masked));
  }
}

export async function check(files: Iterable<InputFile>, options: Options = {}): Promise<Report> {
  return new WritableReport(await checked([...files], options)) as WritableReport & Rapport;
}

/** False where only the user knows what to write. */
const writes = ({ fix }: Diagnostic): boolean => fix !== null && (fix.edits.length > 0 || fix.rename !== null);

const isSure = ({ fix }: Diagnostic): boolean => fix?.safety === "sure";

export async function applyFixes(files: Iterable<InputFile>, options: FixOptions = {}): Promise<Fixed> {
  const { accept = isSure } = options;
  const fixed: Fixed = { files: [], asked: 0 };
  const deposit = await checked([...files], options);
  try {
    const wanted = (file: Fichier): number[] =>
      file.diagnostics.flatMap((diagnostic, index) => (writes(diagnostic) && accept(diagnostic, file) ? [index] : []));
    reportOf(deposit).files.forEach((file, at) => {
      const indices = Uint32Array.from(file.kind === "json" ? wanted(file) : []);
      if (indices.length === 0) return;
      fixed.asked += indices.length;
      fixed.files.push({ name: deposit.corrected_name(at, indices), content: deposit.apply_fixes(at, indices) });
    });
    return fixed;
  } finally {
    deposit.free();
  }
}

export async function template(profile: string): Promise<string> {
  await start();
  return engine.template(profile);
}

export async function catalogue({ language }: Wording = {}): Promise<Rule[]> {
  await start();
  return engine.catalogue(language);
}

export async function profiles({ language }: Wording = {}): Promise<Profile[]> {
  await start();
  return engine.profiles(language);
}

export async function version(): Promise<string> {
  await start();
  return engine.version();
}

// What is declared is what is here.
({ check, applyFixes, template, catalogue, profiles, version }) satisfies typeof import("./predepot");
