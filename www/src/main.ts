// The page: drop -> worker -> view.

import wasmBase64 from "inline:wasm";
import workerSource from "inline:worker";
import type { Text as Doc } from "@codemirror/state";
import { EngineClient, fromBase64, type EngineFailure } from "./client";
import { decode } from "./document";
import type { About, Bytes, Delivery } from "./engine";
import { EXAMPLE_NAME, example } from "./example";
import { count, day, fr } from "./french";
import { byId, h, rich, save } from "./h";
import { fromDrop, fromInput, type Intake } from "./intake";
import { Session } from "./session";
import { correction } from "./view/correction";
import { demandes } from "./view/demandes";
import { MOST_LISTED, listable, listing } from "./view/list";
import { Points, related } from "./view/points";
import { recap } from "./view/recap";
import { resubmission } from "./view/resubmit";
import { SourceView } from "./view/source";
import { ofVerdict, sign } from "./view/state";
import { tabs } from "./view/tabs";
import { conclude } from "./view/verdict";

const FAILURES: Record<EngineFailure["cause"], string> = {
  panne: "La vérification s’est interrompue à cause d’un défaut de cet outil. Vos fichiers n’ont pas changé.",
  silence: "La vérification ne répondait plus et a été arrêtée. Vos fichiers n’ont pas changé.",
  annulation: "La vérification a été annulée. Vos fichiers n’ont pas changé.",
};

const page = {
  choose: byId<HTMLInputElement>("choisir"),
  verdict: byId("verdict"),
  work: byId("occupation"),
  workLabel: byId("occupation-texte"),
  alert: byId("alerte"),
  live: byId("annonce"),
  result: byId("resultat"),
  more: byId("verdict-suite"),
  tabs: byId("fichiers"),
  recap: byId("recap"),
  tools: byId("outils"),
  panel: byId("atelier"),
  resubmit: byId("renvoi"),
  rule: byId<HTMLDialogElement>("fiche"),
};

let about: About | null = null;
let points: Points | null = null;
let label = "";
/** The lines of a delivery, decoded once. */
const docs = new WeakMap<Delivery, Promise<Doc | null>>();

const engine = new EngineClient(workerSource, WebAssembly.compile(fromBase64(wasmBase64)), {
  slow: (is) => {
    page.work.hidden = !is;
    page.workLabel.textContent = label;
  },
});

const session = new Session(engine, {
  changed: () => void draw().catch(() => fail("panne")),
  moved: () => void look(false),
  working(what) {
    label = what ?? "Un instant…";
    page.workLabel.textContent = label;
    page.result.setAttribute("aria-busy", String(what !== null));
    if (what === null) return;
    delete page.verdict.dataset["verdict"];
    page.alert.replaceChildren();
  },
  failed: fail,
  announce,
});

const source = new SourceView({
  select: (finding) => session.select(finding),
  describe,
  back: () => {
    const button = points?.reveal(session.finding);
    (button ?? page.panel).scrollIntoView({ block: "center" });
    button?.focus({ preventScroll: true });
  },
});
/** The source is below the list, not beside it. */
const stacked = window.matchMedia("(max-width: 59.99rem)");

function announce(sentence: string): void {
  page.live.textContent = fr(sentence);
}

/** The words of a finding with its corrections, as shown in the source. */
async function describe(finding: number): Promise<HTMLElement | null> {
  const [text] = (await session.texts([finding])) ?? [];
  if (text === undefined) return null;
  return h(
    "div",
    { class: "bulle-texte" },
    h("p", { class: "point-message" }, ...rich(text.message)),
    h("p", { class: "point-aide" }, ...rich(text.help)),
    ...correction(text, () => void session.correct([finding])),
    text.related.length > 0 && related(text, goTo),
  );
}

function goTo(file: string | null, line: number, column: number): void {
  const position = file === null ? -1 : session.files.findIndex((held) => held.delivery.name === file);
  if (position >= 0 && position !== session.file) {
    session.show(position);
    window.requestAnimationFrame(() => source.goTo(line, column));
  } else {
    source.goTo(line, column);
  }
  source.focus();
}

function fail(cause: EngineFailure["cause"]): void {
  document.body.dataset["etat"] = "resultat";
  page.result.hidden = true;
  conclusion("non-controle", fr("Non contrôlé : la vérification n’est pas allée au bout."));
  page.alert.replaceChildren(
    h("p", {}, FAILURES[cause]),
    h("p", {}, h("button", { type: "button", class: "principal", click: () => void session.retry() }, "Vérifier à nouveau")),
  );
}

function conclusion(verdict: Parameters<typeof ofVerdict>[0], sentence: string): void {
  page.verdict.replaceChildren(sign(ofVerdict(verdict)), h("span", {}, sentence));
  page.verdict.className = `verdict ton-${ofVerdict(verdict).tone}`;
  page.verdict.dataset["verdict"] = verdict;
}

let drawing = 0;

/** Shows everything again. */
async function draw(): Promise<void> {
  const turn = ++drawing;
  about ??= await session.about();
  const { checked, current } = session;
  if (turn !== drawing || checked === null || current === null) return;
  const files = checked.files.map((file) => file.summary);
  const { sentence, more } = conclude(checked.summary, checked.files);

  document.body.dataset["etat"] = "resultat";
  page.result.hidden = false;
  page.more.textContent = more;
  page.tabs.replaceChildren(
    ...(files.length > 1 ? [tabs(files, session.file, "atelier", (file) => session.show(file))] : []),
  );
  page.recap.replaceChildren(recap(current, about, session.profile, (profile) => void session.choose(profile)));
  page.tools.replaceChildren(...tools(sentence));
  const resubmit = resubmission(current, (ids) => void renew(ids));
  page.resubmit.replaceChildren(...(resubmit === null ? [] : [resubmit]));

  const listed = session.listed();
  const sure = session.sure(current);
  points = new Points(
    current,
    listed,
    about.catalogue,
    {
      texts: (indices) => session.texts(indices),
      select: (finding) => {
        session.select(finding);
        if (stacked.matches) source.element.scrollIntoView({ block: "start" });
      },
      correct: (finding) => void session.correct([finding]),
      goTo,
      openRule,
    },
    session.demande === null ? null : only(session.demande),
    sure.length === 0
      ? null
      : h(
          "button",
          { type: "button", class: "corriger", click: () => void session.correct(sure) },
          `Tout corriger (sûr)\u00a0: ${sure.length}`,
        ),
  );
  page.panel.replaceChildren(
    ...(current.demandes.length > 0 ? [demandes(current, session.demande, choose)] : []),
    points.element,
    source.element,
  );
  page.panel.classList.toggle("sans-demandes", current.demandes.length === 0);
  await showSource();
  if (turn !== drawing) return;
  // Last: whoever waits for the verdict finds the rest in place.
  conclusion(checked.summary.verdict, sentence);
  await look(true);
}

async function showSource(): Promise<void> {
  const { current, file } = session;
  const held = session.files[file];
  if (current === null || held === undefined) return;
  const { delivery } = held;
  let doc = docs.get(delivery);
  if (doc === undefined) {
    const readable = "bytes" in delivery && current.summary.kind !== "zip" && current.summary.kind !== "piece";
    doc = readable ? decode(delivery.bytes, current.summary.encoding) : Promise.resolve(null);
    docs.set(delivery, doc);
  }
  const lines = await doc;
  if (session.current !== current) return;
  const shown = { name: delivery.name, doc: lines, findings: current.findings, kept: session.kept() };
  source.show(shown, session.finding !== null);
}

/** Brings the finding that is looked at into sight, in the list and in the source. */
async function look(redrawn: boolean): Promise<void> {
  const { finding, current } = session;
  const button = points?.reveal(finding, !redrawn) ?? null;
  if (finding !== null && current !== null && !session.offered) {
    const listed = session.ordered();
    announce(`Point ${listed.indexOf(finding) + 1} sur ${listed.length}, ligne ${current.findings.line(finding)}.`);
    // After a correction its button is gone, and the focus with it.
    if (!source.focused && (!redrawn || document.activeElement === document.body)) button?.focus({ preventScroll: redrawn });
  }
  await source.reveal(finding);
}

function choose(demande: number): void {
  const start = session.current?.demandes.startLine(demande) ?? 1;
  const chosen = session.demande === demande ? null : demande;
  session.filter(chosen);
  document.querySelector<HTMLElement>(`[data-demande="${demande}"]`)?.focus();
  if (chosen !== null) window.requestAnimationFrame(() => source.goTo(start, 1));
}

function only(demande: number): HTMLElement {
  const number = session.current?.demandes.numLigne(demande) ?? 0;
  return h(
    "p",
    { class: "filtre" },
    `Demande ${number === 0 ? demande + 1 : number} seulement `,
    h("button", { type: "button", class: "lien", click: () => session.filter(null) }, "Voir toutes les demandes"),
  );
}

function tools(sentence: string): HTMLElement[] {
  const held = session.files[session.file];
  const button = (text: string, click: () => void, kind = "discret-bouton"): HTMLElement =>
    h("button", { type: "button", class: kind, click }, text);
  const mode = (value: typeof session.mode, text: string): HTMLElement =>
    h(
      "label",
      { class: "choix" },
      h("input", { type: "radio", name: "voir", value, checked: session.mode === value, change: () => session.look(value) }),
      h("span", {}, text),
    );
  const bar: HTMLElement[] = [];
  const corrected = held !== undefined && held.history.length > 0;
  if (held !== undefined && (corrected || held.made) && "bytes" in held.delivery) {
    const { name, bytes } = held.delivery;
    bar.push(
      h(
        "div",
        { class: "corrections" },
        h("span", {}, corrected ? count(held.history.length, "correction appliquée", "corrections appliquées") : "Ce nouveau JSON n’est encore que dans cette page"),
        button(corrected ? "Télécharger le fichier corrigé" : "Télécharger le nouveau JSON", () => saveJson(name, bytes), "principal"),
        ...(corrected ? [button("Annuler la dernière correction", () => void session.undo())] : []),
      ),
    );
  }
  bar.push(
    h(
      "div",
      { class: "barre" },
      h(
        "fieldset",
        { class: "voir" },
        h("legend", {}, "Voir\u00a0:"),
        mode("tout", "tout"),
        mode("portail", "comme le portail"),
      ),
      h(
        "div",
        { class: "boutons" },
        button("Relire", () => void session.reread()),
        button("Copier la liste", () => void copyList(sentence)),
        button("Exporter le rapport (JSON)", () => void saveReport()),
      ),
    ),
  );
  return bar;
}

function saveJson(name: string, bytes: Bytes): void {
  save(name, bytes, "application/json");
  announce(`${name} est téléchargé.`);
}

async function saveTemplate(profile: string): Promise<void> {
  const template = await session.template(profile);
  if (template !== null) save(`modele-${profile}.json`, template, "application/json");
}

async function saveReport(): Promise<void> {
  const report = await session.report();
  if (report !== null) saveJson("rapport-predepot.json", report);
}

async function copyList(sentence: string): Promise<void> {
  const { current } = session;
  if (current === null) return;
  const indices = listable(current, session.listed());
  const texts = await session.texts(indices.slice(0, MOST_LISTED));
  if (texts === null) return;
  const list = listing(sentence, current, indices, texts);
  try {
    await navigator.clipboard.writeText(list);
    announce("La liste est copiée : collez-la dans votre message.");
    toast("La liste est copiée : collez-la dans votre message.");
  } catch {
    // No access to the clipboard: the list is saved instead.
    save("liste-predepot.txt", list, "text/plain");
    announce("La liste est téléchargée.");
  }
}

let toastEnd: number | undefined;
function toast(sentence: string): void {
  const element = byId("avis");
  element.textContent = fr(sentence);
  element.hidden = false;
  window.clearTimeout(toastEnd);
  toastEnd = window.setTimeout(() => (element.hidden = true), 4000);
}

async function renew(ids: string[]): Promise<void> {
  const name = session.files[session.file]?.delivery.name;
  const bytes = await session.resubmit(ids);
  if (bytes === null || name === undefined) return;
  await session.openMade(name, bytes, true);
  announce("Le nouveau JSON est prêt : vérifiez-le, puis téléchargez-le.");
}

function openRule(code: string): void {
  const frame = h("iframe", { src: `regles/${code}.html`, title: `Fiche de la règle ${code}` });
  // Within the page, the rule's way back to the page would open a second one; from file:// its document cannot be reached.
  frame.addEventListener("load", () => frame.contentDocument?.querySelector("nav")?.remove());
  byId("fiche-corps").replaceChildren(frame);
  page.rule.showModal();
}

function open(intake: Intake): void {
  page.alert.replaceChildren(...(intake.notice === null ? [] : [h("p", {}, fr(intake.notice))]));
  if (intake.origins.length === 0) return;
  const notice = intake.notice;
  void session.open(intake.origins).then(() => {
    if (notice !== null) page.alert.replaceChildren(h("p", {}, fr(notice)));
  });
}

function listen(): void {
  byId("choisir-bouton").addEventListener("click", () => page.choose.click());
  page.choose.addEventListener("change", () => {
    open(fromInput(page.choose.files));
    // So that the same file can be chosen again.
    page.choose.value = "";
  });
  byId("exemple").addEventListener("click", () => {
    void session.openMade(EXAMPLE_NAME, new TextEncoder().encode(example()), false);
  });
  byId("annuler").addEventListener("click", () => engine.stop());

  let depth = 0;
  const over = (is: boolean): void => {
    if (!is) depth = 0;
    document.body.classList.toggle("survol", is);
  };
  window.addEventListener("dragenter", (event) => {
    event.preventDefault();
    depth++;
    over(true);
  });
  window.addEventListener("dragleave", () => {
    depth--;
    if (depth <= 0) over(false);
  });
  window.addEventListener("dragover", (event) => event.preventDefault());
  window.addEventListener("drop", (event) => {
    event.preventDefault();
    over(false);
    if (event.dataTransfer !== null) void fromDrop(event.dataTransfer).then(open);
  });

  window.addEventListener("keydown", (event) => {
    if (event.key !== "F8") return;
    event.preventDefault();
    session.step(event.shiftKey ? -1 : 1);
  });

  byId("fiche-fermer").addEventListener("click", () => page.rule.close());
  page.rule.addEventListener("close", () => byId("fiche-corps").replaceChildren());
}

async function introduce(): Promise<void> {
  about = await session.about();
  byId("modeles").replaceChildren(
    fr("Pas encore de fichier ? Un modèle à remplir : "),
    ...about.profiles.map(({ id, title }) =>
      h("button", { type: "button", class: "lien", title, click: () => void saveTemplate(id) }, id),
    ),
  );
  byId("version").textContent = `version ${about.version}`;
  byId("regles-dates").textContent = about.profiles.map((profile) => `${profile.id} du ${day(profile.rules)}`).join(", ");
}

listen();
introduce().catch(() => fail("panne"));
