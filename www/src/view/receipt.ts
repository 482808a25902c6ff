// The receipt: what a check concluded, on paper. It is made when it is asked for, and shown only there.

import { DemandeState, type About, type PieceState, type RuleEntry, type Text } from "../engine";
import { LOCALES, count, day, euros, figure, language, shown, size, t } from "../language";
import { grouped, type Group } from "../groups";
import { h, rich } from "../h";
import { pause } from "../pause";
import type { CheckedFile, Deposit, Session } from "../session";
import { ofFile as stateOf, ofPiece, ofSeverity, ofVerdict } from "./state";
import { concluding } from "./verdict";

/** Findings whose words are asked for at once. */
const AT_ONCE = 500;
/** Words are written for so many findings of a file; the others are named by their lines alone. */
const MOST_WORDS = 2000;

export interface ReceiptParts {
  session: Session;
  about: About;
  deposit: Deposit;
  /** When the check was done. */
  at: Date;
  /** No value of the files is written, nor any of their names. */
  masked: boolean;
  /** What the panel of what is not checked shows. */
  limits: HTMLElement;
}

/** Null when something else was checked before it was made. */
export async function receipt(parts: ReceiptParts): Promise<HTMLElement[] | null> {
  const { session, about, deposit, at, masked, limits } = parts;
  const fingerprints: (string | null)[] = [];
  for (const index of deposit.files.keys()) fingerprints.push(await session.fingerprint(index));
  const findings: HTMLElement[] = [];
  for (const index of deposit.files.keys()) {
    const section = await ofFile(parts, index);
    if (section === null || session.checked !== deposit) return null;
    findings.push(...section);
  }
  const { sentence, more } = concluding(deposit, session.halted);
  const state = ofVerdict(deposit.summary.verdict);
  const rules = new Set(deposit.files.flatMap(({ summary }) => (summary.profile === null || summary.rules === null ? [] : [t(`${summary.profile} du ${day(summary.rules)}`, `${summary.profile} of ${day(summary.rules)}`)])));
  return [
    h("h1", {}, t("Reçu de contrôle avant dépôt", "Receipt of a check before submission")),
    h("p", { class: "recu-verdict" }, deposit.done ? `${state.sign} ` : "… ", sentence),
    h(
      "dl",
      { class: "recu-faits" },
      fact("Points", more === "" ? t("aucun", "none") : more),
      fact(t("Contrôle du", "Checked on"), at.toLocaleString(LOCALES[language()], { dateStyle: "long", timeStyle: "short" })),
      fact(t("Outil", "Tool"), `prédépôt, version ${about.version}`),
      fact(t("Règles", "Rules"), rules.size === 0 ? t("aucun document reconnu", "no specification recognised") : [...rules].join(", ")),
    ),
    masked &&
      h(
        "p",
        {},
        t(
          "Ni les valeurs ni les noms des fichiers ne sont écrits ici : l’empreinte SHA-256 dit de quels fichiers il s’agit.",
          "Neither the values nor the names of the files are written here: the SHA-256 fingerprint says which files they are.",
        ),
      ),
    h("h2", {}, deposit.files.length === 1 ? t("Fichier contrôlé", "File checked") : t("Fichiers contrôlés", "Files checked")),
    h(
      "table",
      {},
      heads(t("Fichier", "File"), t("Résultat", "Result"), t("Demandes", "Requests"), t("Total HT", "Total before VAT"), t("Taille", "Size")),
      ...deposit.files.map((file, index) => row(file, index, masked, fingerprints[index] ?? null)),
    ),
    pieces(deposit),
    h("h2", {}, t("Points relevés", "Points found")),
    ...(findings.length === 0 ? [h("p", {}, t("Aucun point relevé.", "No point found."))] : findings),
    notChecked(limits),
    h(
      "p",
      { class: "recu-note" },
      t(
        "Ce reçu dit ce que cet outil a trouvé dans ces fichiers, sur l’ordinateur où ils ont été lus. Il n’engage ni l’ASP ni l’ANS, et ne préjuge pas de leur décision.",
        "This receipt says what this tool found in these files, on the computer where they were read. It binds neither the ASP nor the ANS, and does not foretell their decision.",
      ),
    ),
  ].filter((part) => part !== false && part !== null);
}

function fact(term: string, value: string): HTMLElement {
  return h("div", {}, h("dt", {}, term), h("dd", {}, value));
}

function heads(...titles: string[]): HTMLElement {
  return h("thead", {}, h("tr", {}, ...titles.map((title) => h("th", { scope: "col" }, title))));
}

/** A name as it is written: what stands for it when it is masked, as in the engine's reports. */
function written(what: string, name: string, index: number, masked: boolean): string {
  const extension = /\.(json|zip|pdf|png|jpe?g)$/i.exec(name)?.[0].toLowerCase() ?? "";
  return masked ? `${what}-${index + 1}${extension}` : shown(name);
}

function row({ summary, demandes }: CheckedFile, index: number, masked: boolean, fingerprint: string | null): HTMLElement {
  const rejected = Array.from({ length: demandes.length }, (_, at) => demandes.state(at)).filter(
    (state) => state === DemandeState.Rejetee || state === DemandeState.RejeteeAsp,
  ).length;
  const states = rejected === 0 ? figure(demandes.length) : t(`${figure(demandes.length)}, dont ${count(rejected, "rejetée")}`, `${figure(demandes.length)}, ${figure(rejected)} of them rejected`);
  const { sign, word } = stateOf(summary);
  const profile = summary.profile === null || summary.rules === null ? "" : t(`${summary.profile}, règles du ${day(summary.rules)}`, `${summary.profile}, rules of ${day(summary.rules)}`);
  return h(
    "tbody",
    {},
    h(
      "tr",
      {},
      h("th", { scope: "row", class: "nom" }, written("fichier", summary.name, index, masked)),
      h("td", {}, `${sign} ${word}`),
      h("td", {}, summary.kind === "json" ? states : ""),
      // The total of a single demande is its amount.
      h("td", {}, summary.totalHT === null ? "" : masked ? t("masqué", "masked") : euros(summary.totalHT)),
      h("td", {}, size(summary.size)),
    ),
    h("tr", {}, h("td", { colspan: 5, class: "recu-empreinte" }, profile === "" ? "" : `${profile}. `, t("SHA-256 : ", "SHA-256: "), h("code", {}, fingerprint ?? t("non calculée, le fichier ne se lit pas", "not computed, the file cannot be read")))),
  );
}

/** How the pieces expected and found agree. */
function pieces({ rows }: Deposit): HTMLElement | null {
  if (rows.length === 0) return null;
  const states = new Map<PieceState, number>();
  for (const { state } of rows) states.set(state, (states.get(state) ?? 0) + 1);
  const counted = [...states].map(([state, some]) => count(some, ofPiece(state).word, ofPiece(state).words));
  return h("p", {}, t("Pièces : ", "Documents: "), counted.join(" · "));
}

/** The findings of a file, grouped by rule; null when something else is checked by then. */
async function ofFile(parts: ReceiptParts, index: number): Promise<HTMLElement[] | null> {
  const { session, about, deposit, masked } = parts;
  const file = deposit.files[index];
  if (file === undefined || file.findings.length === 0) return [];
  const groups = grouped(file.findings, [...Array(file.findings.length).keys()]);
  const result: HTMLElement[] = [h("h3", { class: "nom" }, written("fichier", file.summary.name, index, masked))];
  let left = MOST_WORDS;
  for (const group of groups) {
    const said = group.findings.slice(0, left);
    left -= said.length;
    const texts: Text[] = [];
    for (let from = 0; from < said.length; from += AT_ONCE) {
      const some = await session.words(index, said.slice(from, from + AT_ONCE), masked);
      if (some === null) return null;
      texts.push(...some);
      await pause();
    }
    const rule = about.catalogue[group.rule] ?? { code: "?", name: "", summary: "" };
    result.push(ofGroup(file, group, rule, texts, masked));
  }
  return result;
}

function ofGroup(file: CheckedFile, { severity, findings }: Group, { code, summary }: RuleEntry, texts: Text[], masked: boolean): HTMLElement {
  const { sign, word } = ofSeverity(severity);
  const first = texts[0];
  const rest = findings.slice(texts.length);
  return h(
    "section",
    { class: "recu-groupe" },
    h("h4", {}, `${sign} ${code} · `, ...rich(summary), ` (${word}${findings.length > 1 ? `, ${count(findings.length, "point")}` : ""})`),
    first !== undefined && h("p", { class: "recu-pourquoi" }, ...rich(first.why), first.source !== null && ` (${first.source})`),
    h(
      "ul",
      {},
      ...texts.map((text, at) =>
        h("li", {}, h("strong", { class: "nom" }, place(file, findings[at] ?? 0, masked)), " ", ...rich(text.message), " ", h("em", {}, ...rich(text.help))),
      ),
    ),
    rest.length > 0 && h("p", {}, t("Et aussi : ", "And also: "), rest.map((finding) => place(file, finding, masked)).join(", ")),
  );
}

function place({ findings, entries }: CheckedFile, finding: number, masked: boolean): string {
  const at = findings.entry(finding);
  const entry = entries?.[at];
  if (entry !== undefined) return written("piece", entry.name, at, masked);
  return findings.isWhole(finding) ? t("Fichier", "File") : t(`Ligne ${figure(findings.line(finding))}`, `Line ${figure(findings.line(finding))}`);
}

/** What the panel shows, open, its boxes as signs. */
function notChecked(panel: HTMLElement): HTMLElement {
  const copy = panel.cloneNode(true) as HTMLElement;
  copy.className = "recu-limites";
  for (const one of [copy, ...copy.querySelectorAll("[id], [for]")]) {
    one.removeAttribute("id");
    one.removeAttribute("for");
  }
  for (const box of copy.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')) {
    box.replaceWith(h("span", { class: "recu-case" }, box.checked ? "☑ " : "☐ "));
  }
  for (const link of copy.querySelectorAll("a, button")) link.replaceWith(h("span", {}, ...link.childNodes));
  for (const details of [copy, ...copy.querySelectorAll("details")]) details.setAttribute("open", "");
  return copy;
}
