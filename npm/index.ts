// The npm package: the engine for programs, in Node and in browsers. The wasm is inside, so that nothing is installed, found nor fetched.

import packed from "inline:wasm";
import * as engine from "wasm:glue";
import { compile } from "../www/src/packed";
import { open } from "../www/src/reading";
import type { Diagnostic, Fichier, Rapport } from "../docs/report";
import type { FixOptions, Fixed, InputFile, Options, Profile, Rule } from "./predepot";

let started: Promise<void> | null = null;

/** Compiles the engine, once. */
function start(): Promise<void> {
  started ??= compile(packed).then((module) => void engine.initSync({ module }));
  return started;
}

/** `use` looks at the files once they are checked. */
async function checked<Value>(files: InputFile[], { profile, date }: Options, use: (deposit: engine.Deposit) => Value): Promise<Value> {
  await start();
  const deposit = new engine.Deposit(...dayOf(date));
  try {
    for (const { name, content } of files) {
      const file = await open({ id: 0, name, content: content instanceof Blob ? content : new Blob([content as BlobPart]) });
      try {
        while (await file.step?.(() => true));
        file.addTo(deposit);
      } finally {
        file.free();
      }
    }
    deposit.check(profile);
    return use(deposit);
  } finally {
    deposit.free();
  }
}

function dayOf(date: string | Date = new Date()): [number, number, number] {
  if (date instanceof Date) return [date.getFullYear(), date.getMonth() + 1, date.getDate()];
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date) ?? [];
  if (year === undefined) throw new RangeError(`not a day like 2026-11-21: ${date}`);
  return [Number(year), Number(month), Number(day)];
}

const reportOf = (deposit: engine.Deposit): Rapport => JSON.parse(new TextDecoder().decode(deposit.report())) as Rapport;

export function check(files: Iterable<InputFile>, options: Options = {}): Promise<Rapport> {
  return checked([...files], options, reportOf);
}

const isSure = ({ fix }: Diagnostic): boolean => fix?.safety === "sure";

export function applyFixes(files: Iterable<InputFile>, options: FixOptions = {}): Promise<Fixed> {
  const { accept = isSure } = options;
  return checked([...files], options, (deposit) => {
    const fixed: Fixed = { files: [], asked: 0 };
    const wanted = (file: Fichier): number[] =>
      file.diagnostics.flatMap((diagnostic, index) => (diagnostic.fix !== null && accept(diagnostic, file) ? [index] : []));
    reportOf(deposit).files.forEach((file, at) => {
      const indices = Uint32Array.from(file.kind === "json" ? wanted(file) : []);
      if (indices.length === 0) return;
      fixed.asked += indices.length;
      fixed.files.push({ name: deposit.corrected_name(at, indices), content: deposit.apply_fixes(at, indices) });
    });
    return fixed;
  });
}

export async function template(profile: string): Promise<string> {
  await start();
  return engine.template(profile);
}

export async function catalogue(): Promise<Rule[]> {
  await start();
  return engine.catalogue();
}

export async function profiles(): Promise<Profile[]> {
  await start();
  return engine.profiles();
}

export async function version(): Promise<string> {
  await start();
  return engine.version();
}

// What is declared is what is here.
({ check, applyFixes, template, catalogue, profiles, version }) satisfies typeof import("./predepot");
