// The worker: hostile bytes are read here and nowhere else. It answers one question at a time.

import { catalogue, Deposit, initSync, profiles, template, version } from "wasm:glue";
import type { Answer, Operations, Question, Summary } from "./engine";

let deposit: Deposit | null = null;

function current(): Deposit {
  if (deposit === null) throw new Error("no deposit");
  return deposit;
}

function summarise(checked: Deposit): Summary {
  const summary = checked.summary();
  const files = summary.files.map((file, index) => ({
    ...file,
    demandes: checked.demandes(index),
    numerosEditeur: checked.numeros_editeur(index),
  }));
  return { ...summary, files };
}

const operations: Operations = {
  start(module) {
    initSync({ module });
    return { version: version(), catalogue: catalogue(), profiles: profiles() };
  },
  check(files, profile, [year, month, day]) {
    deposit?.free();
    deposit = new Deposit(year, month, day);
    for (const file of files) {
      if ("bytes" in file) deposit.add(file.name, file.bytes);
      else if ("tooLarge" in file) deposit.add_too_large(file.name, file.tooLarge);
      else deposit.add_unreadable(file.name, file.unreadable);
    }
    deposit.check(profile ?? undefined);
    return {
      summary: summarise(deposit),
      diagnostics: files.map((_, index) => current().diagnostics(index)),
      portail: files.map((_, index) => current().portail(index)),
    };
  },
  texts: (file, indices) => current().texts_of(file, indices),
  applyFixes: (file, indices) => ({
    name: current().corrected_name(file, indices),
    bytes: current().apply_fixes(file, indices),
  }),
  resubmit: (file, ids) => current().resubmit(file, ids),
  report: () => current().report(),
  template,
};

function answer(question: Question): Answer {
  try {
    const operation = operations[question.name] as (...args: unknown[]) => unknown;
    return { id: question.id, value: operation(...question.args) };
  } catch (error) {
    return { id: question.id, failure: String(error) };
  }
}

/** The browser compiles each function when it is first called: while nothing is asked, the models' checks pay for the user's. */
function warmUp(): void {
  const models = new Deposit(2023, 1, 1);
  for (const { id } of profiles()) models.add(`${id}.json`, new TextEncoder().encode(template(id)));
  models.check();
  summarise(models);
  // Their names are not a deposit's: there is a finding to put in words.
  models.texts_of(0, Uint32Array.of(0));
  models.free();
}

let warming: number | undefined;

self.addEventListener("message", (event: MessageEvent<Question>) => {
  self.clearTimeout(warming);
  self.postMessage(answer(event.data));
  if (event.data.name === "start") warming = self.setTimeout(warmUp, 200);
});
