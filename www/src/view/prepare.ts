// The deposit made right: what the page can make of the files, the ZIPs once made, and what is left to the user.

import type { Found, Made } from "../engine";
import { count, fr, shown, size } from "../french";
import { h, save } from "../h";
import type { Deposit } from "../session";
import { notify } from "./notice";

/** Lines of a list; the list to download has them all. */
const MOST = 500;

export interface PrepareActions {
  make(): void;
}

interface Renaming {
  from: string;
  to: string;
  changes: boolean;
}

/** Null when there is nothing better to make. */
export function preparation(deposit: Deposit, made: { zips: Made[]; sure: boolean } | null, actions: PrepareActions): HTMLElement | null {
  const { preparation: plan, done } = deposit;
  if (!done || !plan.needed) return null;
  const names = renamings(deposit);
  const changes = names.filter((name) => name.changes);
  const pieces = names.length;
  const zips = plan.zips.length;
  const what = zips === 1 ? "un ZIP" : `${zips} ZIP`;
  return h(
    "section",
    { "class": "preparation", "id": "preparation", "aria-labelledby": "titre-preparation", "data-etat": made === null ? "proposee" : made.sure ? "prete" : "refusee" },
    h("h2", { id: "titre-preparation" }, title(zips, made)),
    made === null &&
      h(
        "p",
        {},
        fr(
          `Cette page peut réunir ${pieces === 1 ? "la pièce dont elle est sûre" : `les ${pieces} pièces dont elle est sûre`} dans ${what}, sous les noms écrits dans le JSON. ` +
            "Les pièces sont copiées telles quelles ; vos fichiers ne changent pas.",
        ),
      ),
    made === null && h("p", {}, h("button", { type: "button", class: "principal", id: "preparer", click: actions.make }, zips === 1 ? "Préparer le ZIP" : "Préparer les ZIP")),
    made !== null && result(made, names, plan.left.length),
    changes.length > 0 &&
      listed(
        "renommees",
        count(changes.length, "pièce renommée ou sortie d’un dossier", "pièces renommées ou sorties d’un dossier"),
        changes.map(({ from, to }) => [h("span", { class: "nom" }, shown(from)), " → ", h("strong", { class: "nom" }, shown(to))]),
      ),
    plan.left.length > 0 &&
      listed(
        "restantes",
        `Il vous reste ${count(plan.left.length, "pièce à régler", "pièces à régler")}`,
        plan.left.map(({ row, why }) => [h("strong", { class: "nom" }, shown(deposit.rows[row]?.expected?.name ?? "")), fr(" : "), why]),
        made !== null,
      ),
    plan.aside.length > 0 &&
      listed(
        "ecartees",
        `${count(plan.aside.length, "fichier laissé de côté", "fichiers laissés de côté")} : non déclarés, en trop ou en faute`,
        plan.aside.map((found) => [h("span", { class: "nom" }, shown(origin(deposit, found)))]),
      ),
  );
}

function title(zips: number, made: { sure: boolean } | null): string {
  if (made === null || !made.sure) return zips === 1 ? "Préparer le ZIP à déposer" : "Préparer les ZIP à déposer";
  return zips === 1 ? "Le ZIP est préparé" : "Les ZIP sont préparés";
}

function result(made: { zips: Made[]; sure: boolean }, names: Renaming[], left: number): HTMLElement {
  if (!made.sure) {
    return h("p", { class: "refus", role: "alert" }, fr("Le ZIP préparé n’a pas passé le contrôle de cette page : il ne vous est pas proposé. Refaites-le à la main."));
  }
  const next =
    left === 0
      ? "Contrôle fait par cette page : rien à reprendre. Téléchargez, puis déposez sur le portail avec le JSON."
      : `Contrôle fait par cette page : rien à reprendre, mais il manque ${count(left, "pièce")}. Réglez ce qui reste, déposez-le ici, puis préparez à nouveau.`;
  const list = (): void => {
    const lines = names.map(({ from, to }) => `${shown(from, Infinity)}\t${to}`);
    save("noms-des-pieces.txt", `Ancien nom\tNouveau nom\r\n${lines.join("\r\n")}\r\n`, "text/plain");
    notify("La liste des noms est téléchargée.");
  };
  return h(
    "div",
    { class: "preparation-faite" },
    h("p", { role: "status" }, fr(next)),
    ...made.zips.map(({ name, content }, at) =>
      h(
        "button",
        {
          id: at === 0 ? "telecharger-zip" : `telecharger-zip-${at}`,
          type: "button",
          class: "principal",
          click: () => {
            save(name, content, "application/zip");
            notify(`${name} est téléchargé.`);
          },
        },
        `Télécharger ${name} (${size(content.size)})`,
      ),
    ),
    h("button", { type: "button", class: "discret-bouton", id: "noms", click: list }, "Télécharger la liste des noms"),
  );
}

function listed(id: string, title: string, items: (Node | string)[][], open = false): HTMLElement {
  const lines = items.slice(0, MOST).map((item) => h("li", {}, ...item));
  const rest = items.length - lines.length;
  if (rest > 0) lines.push(h("li", {}, `et ${count(rest, "autre")}`));
  return h("details", { id, open }, h("summary", {}, fr(title)), h("ul", { "tabindex": 0, "aria-label": fr(title) }, ...lines));
}

/** What each piece was called, and is. */
function renamings(deposit: Deposit): Renaming[] {
  return deposit.preparation.zips.flatMap((zip) =>
    zip.pieces.map(({ from, name }) => {
      const old = deposit.files[from.file]?.entries?.[from.entry ?? -1]?.name ?? deposit.files[from.file]?.summary.name;
      return { from: origin(deposit, from), to: name, changes: old !== name };
    }),
  );
}

/** "pieces.zip › dossier/scan.pdf", or the name of a loose piece. */
function origin(deposit: Deposit, { file, entry }: Found): string {
  const found = deposit.files[file];
  const name = found?.summary.name ?? "";
  return entry === null ? name : `${name} › ${found?.entries?.[entry]?.name ?? ""}`;
}
