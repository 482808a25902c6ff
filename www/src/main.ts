// The page: drop -> worker -> view.

import packed from "inline:wasm";
import workerSource from "inline:worker";
import type { Text as Doc } from "@codemirror/state";
import { EngineClient, type EngineFailure } from "./client";
import { decode } from "./document";
import { MOST_TEXT, type About, type Delivery, type Related } from "./engine";
import { EXAMPLE_NAME, example } from "./example";
import { count, day, figure, fr, shown, size } from "./french";
import { byId, h, rich } from "./h";
import type { Intake } from "./intake";
import { compile } from "./module";
import { saveTemplate } from "./outputs";
import { pause } from "./pause";
import { Session, type Deposit } from "./session";
import { correction } from "./view/correction";
import { DemandesView } from "./view/demandes";
import { receive } from "./view/drop";
import { EntriesView } from "./view/entries";
import { announce, notify } from "./view/notice";
import { PiecesView, awaiting, isAwaiting, type PiecesActions } from "./view/pieces";
import { Points, related } from "./view/points";
import { preparation } from "./view/prepare";
import { recap } from "./view/recap";
import { resubmission } from "./view/resubmit";
import { openRule } from "./view/rule";
import { SourceView } from "./view/source";
import { ofVerdict, sign, type Tone } from "./view/state";
import { tabs } from "./view/tabs";
import { tools } from "./view/tools";
import { concluding } from "./view/verdict";

const FAILURES: Record<EngineFailure["cause"], string> = {
  panne: "La vérification s’est interrompue à cause d’un défaut de cet outil. Vos fichiers n’ont pas changé.",
  silence: "La vérification ne répondait plus et a été arrêtée. Vos fichiers n’ont pas changé.",
  annulation: "La vérification a été annulée. Vos fichiers n’ont pas changé.",
};

const page = {
  verdict: byId("verdict"),
  work: byId("occupation"),
  workLabel: byId("occupation-texte"),
  workBar: byId<HTMLProgressElement>("occupation-barre"),
  workCount: byId("occupation-compte"),
  alert: byId("alerte"),
  result: byId("resultat"),
  more: byId("verdict-suite"),
  tabs: byId("fichiers"),
  recap: byId("recap"),
  tools: byId("outils"),
  pieces: byId("pieces-zone"),
  preparation: byId("preparation-zone"),
  panel: byId("atelier"),
  resubmit: byId("renvoi"),
};

let about: About | null = null;
let points: Points | null = null;
let demandes: DemandesView | null = null;
let pieces: PiecesView | null = null;
/** What the ZIP shown holds. */
let entries: EntriesView | null = null;
let label = "";
/** The lines of a delivery, decoded once. */
const docs = new WeakMap<Delivery, Promise<Doc | null>>();

const engine = new EngineClient(workerSource, compile(packed), {
  slow: (is) => {
    page.work.hidden = !is;
    page.workLabel.textContent = label;
  },
});

const session = new Session(engine, {
  changed: () => void draw().catch(() => fail("panne")),
  moved: () => void look(false),
  read() {
    const { checked, current } = session;
    if (checked !== null) pieces?.update(checked);
    if (entries?.file === current) entries?.update();
  },
  progress({ read, size: all, pieces, all: some }) {
    page.work.hidden = false;
    page.workBar.hidden = false;
    page.workBar.max = all;
    page.workBar.value = read;
    page.workCount.textContent = `${size(read)} sur ${size(all)}, ${count(pieces, "pièce lue", "pièces lues")} sur ${figure(some)}`;
  },
  working(what) {
    label = what ?? "Un instant…";
    page.workLabel.textContent = label;
    page.workBar.hidden = true;
    page.workCount.textContent = "";
    if (what === null) page.work.hidden = true;
    page.result.setAttribute("aria-busy", String(what !== null));
    if (what === null) return;
    delete page.verdict.dataset["verdict"];
    page.alert.replaceChildren();
  },
  failed: fail,
  announce,
  notify,
});

const source = new SourceView({
  select: (finding) => session.select(finding),
  describe,
  back: () => {
    backToList();
  },
});
/** To the finding in the list, where the list is not beside its place. */
function backToList(): void {
  const button = points?.reveal(session.finding);
  (button ?? page.panel).scrollIntoView({ block: "center" });
  button?.focus({ preventScroll: true });
}

/** The source is below the list, not beside it. */
const stacked = window.matchMedia("(max-width: 59.99rem)");

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

type Heading = { line: number; column: number } | { entry: number | null };
/** Where the source goes once it is shown again, and whether the user goes there with it. */
let heading: { to: Heading; focus: boolean } | null = null;

/** To the other place of a finding. */
function goTo({ file, line, column, entry }: Related): void {
  const position = file === null ? session.file : session.files.findIndex((held) => held.delivery.name === file);
  if (position < 0) return;
  const found = session.checked?.files[position]?.entries?.findIndex((one) => one.name === entry) ?? -1;
  head(position, line === null ? { entry: found < 0 ? null : found } : { line, column: column ?? 1 });
}

const toPlaces: PiecesActions = {
  goToLine: (file, line, column) => head(file, { line, column }),
  goToEntry: (file, entry) => head(file, { entry }),
};

/** Shows a place of a file, with the focus on it. */
function head(file: number, to: Heading): void {
  heading = { to, focus: true };
  if (file !== session.file) session.show(file);
  else arrive();
}

/** Goes to the place that is headed for. */
function arrive(): void {
  if (heading === null) return;
  const { to, focus } = heading;
  heading = null;
  if ("line" in to) source.goTo(to.line, to.column);
  const entry = "entry" in to ? entries?.reveal(to.entry ?? 0) : null;
  if (!focus) return;
  (entries ?? source).element.scrollIntoView({ block: "nearest" });
  (entry ?? source).focus({ preventScroll: true });
}

/** The check could not be done: said as a verdict, with a way to try again. */
function fail(cause: EngineFailure["cause"]): void {
  document.body.dataset["etat"] = "resultat";
  page.result.hidden = true;
  conclude("neutre", "?", fr("Non contrôlé : la vérification n’est pas allée au bout."));
  page.verdict.dataset["verdict"] = "non-controle";
  page.alert.replaceChildren(
    h("p", {}, FAILURES[cause]),
    h("p", {}, h("button", { type: "button", class: "principal", click: () => void session.retry() }, "Vérifier à nouveau")),
  );
}

/** Shows the verdict and has it heard; false when it was there already. */
function conclude(tone: Tone, mark: string, sentence: string): boolean {
  page.verdict.className = `verdict ton-${tone}`;
  // The same sentence is not announced again.
  if (page.verdict.querySelector(".verdict-phrase")?.textContent === sentence) return false;
  page.verdict.replaceChildren(sign({ tone, sign: mark, word: "" }), h("span", { class: "verdict-phrase" }, sentence));
  return true;
}

/** Goes up with each drawing: one that is overtaken stops. */
let drawing = 0;
/** Codes of the groups that the user closed. */
const closed = new Set<string>();

/** Shows everything again. */
async function draw(): Promise<void> {
  const turn = ++drawing;
  about ??= await session.about();
  const { checked, current } = session;
  if (turn !== drawing) return;
  if (checked === null || current === null) return welcome();
  const files = checked.files.map((file) => file.summary);
  const { sentence, more } = concluding(checked, session.halted);
  const state = checked.done || checked.summary.counts.erreur > 0 ? ofVerdict(checked.summary.verdict) : { tone: "neutre" as const, sign: "…" };
  const focused = document.activeElement?.id ?? "";
  document.body.dataset["etat"] = "resultat";
  // A new conclusion is on screen before the rest is made, and the lists before the source: several tasks rather than a long one.
  if (conclude(state.tone, state.sign, sentence)) await pause();
  if (turn !== drawing) return;
  page.result.hidden = false;
  page.more.textContent = more;
  const list = tabs(files, session.file, checked.done ? null : session.halted ? "lu en partie" : "lecture…", "atelier", (file) => session.show(file));
  page.tabs.replaceChildren(...(list === null ? [] : [list]));
  page.alert.replaceChildren(
    ...(session.halted && !checked.done ? [resumption()] : []),
    ...(notice === null ? [] : [h("p", {}, fr(notice))]),
  );
  page.recap.replaceChildren(recap(current, about, session.profile, (profile) => void session.choose(profile)));
  page.tools.replaceChildren(...tools(session, sentence));
  const resubmit = resubmission(current, (ids) => void renew(ids));
  page.resubmit.replaceChildren(...(resubmit === null ? [] : [resubmit]));
  drawPieces(checked);
  // The same file seen otherwise is shown at once.
  if (demandes?.file !== current) await pause();
  if (turn !== drawing) return;

  const listed = session.listed();
  const sure = session.sure(current);
  const next = new Points(
    current,
    listed,
    about.catalogue,
    {
      texts: (indices) => session.texts(indices),
      select: (finding) => {
        session.select(finding);
        if (stacked.matches) (entries ?? source).element.scrollIntoView({ block: "start" });
      },
      correct: (finding) => void session.correct([finding]),
      goTo,
      openRule,
      closed,
    },
    session.demande === null ? null : only(session.demande),
    sure.length === 0
      ? null
      : h(
          "button",
          {
            type: "button",
            class: "corriger",
            title: "Seules les corrections qui ne changent aucune information sont appliquées",
            click: () => void session.correct(sure),
          },
          sure.length === 1 ? "Corriger le point sûr" : `Corriger les ${figure(sure.length)} points sûrs`,
        ),
  );
  if (points !== null && demandes?.file === current) {
    // The same check, seen otherwise: the demandes, which may be thousands, stay as they are.
    points.element.replaceWith(next.element);
  } else {
    demandes = new DemandesView(current, choose);
    demandes.element.hidden = current.demandes.length === 0;
    const isPieces = current.summary.kind === "zip" || current.summary.kind === "piece";
    entries = isPieces ? new EntriesView(current, (finding) => session.select(finding), backToList) : null;
    page.panel.replaceChildren(demandes.element, next.element, (entries ?? source).element);
  }
  points = next;
  demandes.mark(session.demande);
  page.panel.classList.toggle("sans-demandes", current.demandes.length === 0);
  if (list !== null) {
    page.panel.setAttribute("role", "tabpanel");
    page.panel.setAttribute("aria-labelledby", `onglet-${session.file}`);
  } else {
    page.panel.removeAttribute("role");
    page.panel.removeAttribute("aria-labelledby");
  }
  if (document.activeElement === document.body && focused !== "") document.getElementById(focused === "preparer" ? "telecharger-zip" : focused)?.focus();
  await pause();
  if (turn !== drawing) return;
  await showSource();
  if (turn !== drawing) return;
  // Last: a test that waits for the verdict finds the rest in place.
  if (checked.done) page.verdict.dataset["verdict"] = checked.summary.verdict;
  else if (session.halted) page.verdict.dataset["verdict"] = "incomplet";
  await look(true);
  arrive();
}

/** Shows the table of pieces and what can be made of them. */
function drawPieces(checked: Deposit): void {
  if (checked.rows.length === 0) pieces = null;
  else if (pieces === null || !pieces.update(checked)) pieces = new PiecesView(checked, toPlaces);
  if (pieces === null) page.pieces.replaceChildren(...(isAwaiting(checked) ? [awaiting()] : []));
  else if (!pieces.element.isConnected) page.pieces.replaceChildren(pieces.element);
  const prepared = preparation(checked, session.made, { make: () => void session.make() });
  page.preparation.replaceChildren(...(prepared === null ? [] : [prepared]));
}

/** After a halt. */
function resumption(): HTMLElement {
  return h(
    "p",
    {},
    "Ce qui est affiché est juste, mais incomplet. ",
    h("button", { type: "button", class: "principal", id: "reprendre", click: () => void session.retry() }, "Reprendre la vérification"),
  );
}

/** Nothing is held any more: as at first. */
function welcome(): void {
  document.body.dataset["etat"] = "accueil";
  page.result.hidden = true;
  page.verdict.replaceChildren();
  delete page.verdict.dataset["verdict"];
  page.alert.replaceChildren();
  points = null;
  pieces = null;
  byId("choisir-bouton").focus();
}

/** Shows the file shown, decoded, in the source. */
async function showSource(): Promise<void> {
  const { current, file } = session;
  const held = session.files[file];
  if (current === null || held === undefined || entries !== null) return;
  const { delivery } = held;
  let doc = docs.get(delivery);
  if (doc === undefined) {
    const readable = "content" in delivery && delivery.content.size <= MOST_TEXT;
    doc = readable ? decode(delivery.content, current.summary.encoding) : Promise.resolve(null);
    docs.set(delivery, doc);
  }
  const lines = await doc;
  if (session.current !== current) return;
  const view = { name: delivery.name, doc: lines, findings: current.findings, kept: session.kept() };
  source.show(view, session.finding !== null);
}

/** Brings the finding that is looked at into sight, in the list and in the source. */
async function look(redrawn: boolean): Promise<void> {
  const { finding, current } = session;
  const button = points?.reveal(finding, !redrawn) ?? null;
  if (finding !== null && current !== null && !session.offered) {
    const listed = session.ordered();
    const entry = current.entries?.[current.findings.entry(finding)];
    const place = entry === undefined ? `ligne ${current.findings.line(finding)}` : shown(entry.name);
    announce(`Point ${listed.indexOf(finding) + 1} sur ${listed.length}, ${place}.`);
    // After a correction its button is gone, and the focus with it.
    if (!(entries ?? source).focused && (!redrawn || document.activeElement === document.body)) button?.focus({ preventScroll: redrawn });
  }
  if (entries === null) return source.reveal(finding);
  const entry = finding === null ? -1 : (current?.findings.entry(finding) ?? -1);
  entries.reveal(entry < 0 ? null : entry);
}

/** Lists the findings of a demande alone, or of all again, and goes to its place. */
function choose(demande: number): void {
  const start = session.current?.demandes.startLine(demande) ?? 1;
  const chosen = session.demande === demande ? null : demande;
  if (chosen !== null) heading = { to: { line: start, column: 1 }, focus: false };
  session.filter(chosen);
}

/** Says that the list is not whole. */
function only(demande: number): HTMLElement {
  const number = session.current?.demandes.numLigne(demande) ?? 0;
  return h(
    "p",
    { class: "filtre" },
    `Demande ${number === 0 ? demande + 1 : number} seulement `,
    h("button", { type: "button", class: "lien", click: () => session.filter(null) }, "Voir toutes les demandes"),
  );
}

/** After an answer of the ASP: the new deposit takes the place of the answer. */
async function renew(ids: string[]): Promise<void> {
  const name = session.files[session.file]?.delivery.name;
  const bytes = await session.resubmit(ids);
  if (bytes === null || name === undefined) return;
  await session.openMade(name, bytes, true);
  announce("Le nouveau JSON est prêt : vérifiez-le, puis téléchargez-le.");
}

/** What the user should know of the last drop. */
let notice: string | null = null;

function open(intake: Intake): void {
  notice = intake.notice;
  if (intake.origins.length > 0) void session.open(intake.origins);
  else if (notice !== null) page.alert.replaceChildren(h("p", {}, fr(notice)));
}

/** What is known before any file. */
async function introduce(): Promise<void> {
  about = await session.about();
  byId("modeles").replaceChildren(
    h("span", {}, fr("Pas encore de fichier ? Un modèle à remplir :")),
    ...about.profiles.map(({ id, title }) =>
      h("button", { type: "button", class: "lien", title, click: () => void saveTemplate(session, id) }, id),
    ),
  );
  byId("version").textContent = `Version ${about.version}.`;
  byId("regles-dates").textContent = about.profiles.map((profile) => `${profile.id} du ${day(profile.rules)}`).join(", ");
}

receive(open);
byId("exemple").addEventListener("click", () => {
  void session.openMade(EXAMPLE_NAME, new TextEncoder().encode(example()), false);
});
byId("annuler").addEventListener("click", () => {
  page.work.hidden = true;
  session.halt();
});
byId("recommencer").addEventListener("click", () => session.clear());
window.addEventListener("keydown", (event) => {
  if (event.key !== "F8") return;
  event.preventDefault();
  session.step(event.shiftKey ? -1 : 1);
});
introduce().catch(() => fail("panne"));
