// The deposit made right: what the page can make of the files, the ZIPs once made, and what is left to the user.

import type { Found, Made } from "../engine";
import { count, figure, shown, size, t } from "../language";
import { h, save } from "../h";
import type { Deposit } from "../session";
import type { Fold } from "./fold";
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
export function preparation(deposit: Deposit, made: { zips: Made[]; sure: boolean } | null, fold: Fold, actions: PrepareActions): HTMLElement | null {
  const { preparation: plan, done } = deposit;
  if (!done || !plan.needed) return null;
  const names = renamings(deposit);
  const changes = names.filter((name) => name.changes);
  const pieces = names.length;
  const zips = plan.zips.length;
  const counted = [
    made === null ? t(count(pieces, "sûre"), `${figure(pieces)} sure`) : "",
    plan.left.length > 0 ? t(`${figure(plan.left.length)} à régler`, `${figure(plan.left.length)} left to see to`) : "",
  ];
  const element = h(
    "details",
    { "class": "preparation", "id": "preparation", "data-etat": made === null ? "proposee" : made.sure ? "prete" : "refusee" },
    h("summary", {}, h("h2", { id: "titre-preparation" }, title(zips, made)), " ", h("span", { class: "nombre" }, counted.filter((part) => part !== "").join(" · "))),
    h(
      "div",
      { class: "preparation-corps" },
      made === null &&
        h(
          "p",
          {},
          t(
            `Cette page peut réunir ${pieces === 1 ? "la pièce dont elle est sûre" : `les ${pieces} pièces dont elle est sûre`} dans ${zips === 1 ? "un ZIP" : `${zips} ZIP`}, sous les noms écrits dans le JSON. Les pièces sont copiées telles quelles ; vos fichiers ne changent pas.`,
            `This page can gather the ${pieces === 1 ? "document that it is sure of" : `${pieces} documents that it is sure of`} in ${zips === 1 ? "a ZIP" : `${zips} ZIPs`}, under the names written in the JSON. The documents are copied as they are; your files do not change.`,
          ),
        ),
      made === null && h("p", {}, h("button", { type: "button", class: "principal", id: "preparer", click: actions.make }, zips === 1 ? t("Préparer le ZIP", "Prepare the ZIP") : t("Préparer les ZIP", "Prepare the ZIPs"))),
      made !== null && result(made, names, plan.left.length),
      changes.length > 0 &&
        listed(
          "renommees",
          t(
            count(changes.length, "pièce renommée ou sortie d’un dossier", "pièces renommées ou sorties d’un dossier"),
            count(changes.length, "document renamed or taken out of a folder", "documents renamed or taken out of a folder"),
          ),
          changes.map(({ from, to }) => [h("span", { class: "nom" }, shown(from)), " → ", h("strong", { class: "nom" }, shown(to))]),
        ),
      plan.left.length > 0 &&
        listed(
          "restantes",
          t(`Il vous reste ${count(plan.left.length, "pièce à régler", "pièces à régler")}`, `${count(plan.left.length, "document")} left for you to see to`),
          plan.left.map(({ row, why }) => [h("strong", { class: "nom" }, shown(deposit.rows[row]?.expected?.name ?? "")), t(" : ", ": "), why]),
          made !== null,
        ),
      plan.aside.length > 0 &&
        listed(
          "ecartees",
          t(
            `${count(plan.aside.length, "fichier laissé de côté", "fichiers laissés de côté")} : non déclarés, en trop ou en faute`,
            `${count(plan.aside.length, "file")} left aside: not declared, too many or faulty`,
          ),
          plan.aside.map((found) => [h("span", { class: "nom" }, shown(origin(deposit, found)))]),
        ),
    ),
  );
  fold.hold(element);
  return element;
}

function title(zips: number, made: { sure: boolean } | null): string {
  if (made === null || !made.sure) return zips === 1 ? t("Préparer le ZIP à déposer", "Prepare the ZIP to submit") : t("Préparer les ZIP à déposer", "Prepare the ZIPs to submit");
  return zips === 1 ? t("Le ZIP est préparé", "The ZIP is ready") : t("Les ZIP sont préparés", "The ZIPs are ready");
}

function result(made: { zips: Made[]; sure: boolean }, names: Renaming[], left: number): HTMLElement {
  if (!made.sure) {
    return h(
      "p",
      { class: "refus", role: "alert" },
      t(
        "Le ZIP préparé n’a pas passé le contrôle de cette page : il ne vous est pas proposé. Refaites-le à la main.",
        "The ZIP prepared did not pass this page’s check: it is not offered to you. Make it again by hand.",
      ),
    );
  }
  const next =
    left === 0
      ? t(
          "Contrôle fait par cette page : rien à reprendre. Téléchargez, puis déposez sur le portail avec le JSON.",
          "Checked by this page: nothing to correct. Download it, then submit it on the portal with the JSON.",
        )
      : t(
          `Contrôle fait par cette page : rien à reprendre, mais il manque ${count(left, "pièce")}. Réglez ce qui reste, déposez-le ici, puis préparez à nouveau.`,
          `Checked by this page: nothing to correct, but ${count(left, "document")} missing. See to what is left, drop it here, then prepare again.`,
        );
  const list = (): void => {
    const lines = names.map(({ from, to }) => `${shown(from, Infinity)}\t${to}`);
    save(t("noms-des-pieces.txt", "document-names.txt"), `${t("Ancien nom\tNouveau nom", "Former name\tNew name")}\r\n${lines.join("\r\n")}\r\n`, "text/plain");
    notify(t("La liste des noms est téléchargée.", "The list of names is downloaded."));
  };
  return h(
    "div",
    { class: "preparation-faite" },
    h("p", { role: "status" }, next),
    ...made.zips.map(({ name, content }, at) =>
      h(
        "button",
        {
          id: at === 0 ? "telecharger-zip" : `telecharger-zip-${at}`,
          type: "button",
          class: "principal",
          click: () => {
            save(name, content, "application/zip");
            notify(t(`${name} est téléchargé.`, `${name} is downloaded.`));
          },
        },
        t(`Télécharger ${name} (${size(content.size)})`, `Download ${name} (${size(content.size)})`),
      ),
    ),
    h("button", { type: "button", class: "discret-bouton", id: "noms", click: list }, t("Télécharger la liste des noms", "Download the list of names")),
  );
}

function listed(id: string, title: string, items: (Node | string)[][], open = false): HTMLElement {
  const lines = items.slice(0, MOST).map((item) => h("li", {}, ...item));
  const rest = items.length - lines.length;
  if (rest > 0) lines.push(h("li", {}, t(`et ${count(rest, "autre")}`, `and ${count(rest, "other")}`)));
  return h("details", { id, open }, h("summary", {}, title), h("ul", { "tabindex": 0, "aria-label": title }, ...lines));
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
