// After an answer of the ASP: a new deposit of the rejected demandes, under new numbers that only the user can give.

import { DemandeState, type Renaming } from "../engine";
import { count, figure, shown, t } from "../language";
import { h } from "../h";
import type { CheckedFile } from "../session";

/** Lines of a list. */
const MOST = 500;

/** What is to be deposited again. */
export interface Renewal {
  name: string;
  ids: string[];
  /** The former numbers, in the same order. */
  rejected: string[];
}

export function resubmission(file: CheckedFile, make: (renewal: Renewal) => void): HTMLElement | null {
  const { demandes, returned, summary } = file;
  if (returned === null || summary.simulation) return null;
  const all = Array.from({ length: demandes.length }, (_, index) => index);
  const rejected = all.filter((index) => demandes.state(index) === DemandeState.RejeteeAsp);
  if (rejected.length === 0) return null;
  const used = new Set(all.map((index) => demandes.numeroEditeur(index)));

  const inputs = rejected.map((index) =>
    h("input", {
      "id": `nouveau-${index}`,
      "type": "text",
      "required": true,
      "minlength": 5,
      "maxlength": 5,
      "size": 7,
      "autocomplete": "off",
      "spellcheck": "false",
    }),
  );
  const name = h("input", { "id": "nouveau-nom", "type": "text", "required": true, "value": returned.newName, "size": 40, "autocomplete": "off", "spellcheck": "false", "aria-describedby": "nouveau-nom-aide" });
  // "A0012" in the first field gives "A0013", "A0014"… to the empty ones after it.
  const follow = h(
    "button",
    {
      type: "button",
      class: "discret-bouton",
      click: () => {
        const [first, ...rest] = inputs;
        const [, stem = "", digits = ""] = /^(.*?)(\d+)$/.exec(first?.value.trim() ?? "") ?? [];
        if (digits === "") first?.focus();
        else rest.forEach((input, at) => (input.value ||= stem + String(Number(digits) + at + 1).padStart(digits.length, "0")));
      },
    },
    t("Numéroter à la suite du premier", "Number on from the first"),
  );
  const problem = h("p", { class: "refus", id: "refus-renvoi", role: "alert" });

  const check = (): string | null => {
    const given = new Set<string>();
    for (const input of inputs) {
      const value = input.value.trim();
      let trouble: string | null = null;
      if (value === "") trouble = t("Donnez à chaque demande un nouveau numéro éditeur, de 5 caractères.", "Give each request a new vendor number, 5 characters long.");
      else if ([...value].length !== 5) trouble = t(`« ${value} » n’a pas 5 caractères.`, `“${value}” is not 5 characters long.`);
      else if (used.has(value)) {
        trouble = t(`« ${value} » est déjà dans le fichier de retour : donnez un numéro nouveau.`, `“${value}” is already in the answer file: give a new number.`);
      }
      else if (given.has(value)) trouble = t(`« ${value} » est donné deux fois.`, `“${value}” is given twice.`);
      input.setAttribute("aria-invalid", String(trouble !== null));
      input.setAttribute("aria-describedby", trouble === null ? "" : problem.id);
      if (trouble !== null) {
        input.focus();
        return trouble;
      }
      given.add(value);
    }
    const unnamed = name.value.trim() === "";
    name.setAttribute("aria-invalid", String(unnamed));
    if (!unnamed) return null;
    name.focus();
    return t("Donnez un nom au nouveau fichier.", "Give the new file a name.");
  };

  return h(
    "form",
    {
      "class": "renvoi",
      "aria-labelledby": "titre-renvoi",
      "novalidate": true,
      "submit": (event) => {
        event.preventDefault();
        const trouble = check();
        problem.textContent = trouble ?? "";
        if (trouble !== null) return;
        const ids = inputs.map((input) => input.value.trim());
        make({ name: name.value.trim(), ids, rejected: rejected.map((index) => demandes.numeroEditeur(index)) });
      },
    },
    h("h2", { id: "titre-renvoi" }, t(`Déposer à nouveau ${count(rejected.length, "demande rejetée", "demandes rejetées")}`, `Submit ${count(rejected.length, "rejected request")} again`)),
    h(
      "p",
      {},
      t(
        "Une demande rejetée se dépose dans un autre JSON, sous un nouveau numéro éditeur de 5 caractères. Donnez ces numéros ; corrigez ensuite les points restants dans le nouveau fichier.",
        "A rejected request is submitted in another JSON, under a new vendor number of 5 characters. Give these numbers; then correct the points left in the new file.",
      ),
    ),
    h(
      "ul",
      { class: "renvoi-liste" },
      ...rejected.map((index, at) =>
        h(
          "li",
          {},
          h(
            "label",
            { for: `nouveau-${index}` },
            t(
              `Demande ${figure(demandes.numLigne(index) || index + 1)}, ancien numéro `,
              `Request ${figure(demandes.numLigne(index) || index + 1)}, former number `,
            ),
            h("code", {}, shown(demandes.numeroEditeur(index), 40)),
          ),
          inputs[at] ?? null,
        ),
      ),
    ),
    h("p", { class: "renvoi-nom" }, h("label", { for: "nouveau-nom" }, t("Nom du nouveau fichier", "Name of the new file")), name),
    h(
      "p",
      { class: "discret", id: "nouveau-nom-aide" },
      t(
        "Les trois derniers chiffres comptent les fichiers déposés le même jour pour ce numéro ANS : changez-les si vous en avez déposé d’autres.",
        "The last three digits count the files submitted on the same day for this ANS number: change them if you submitted others.",
      ),
    ),
    problem,
    h(
      "p",
      { class: "boutons" },
      h("button", { type: "submit", class: "principal" }, t("Créer le nouveau JSON", "Make the new JSON")),
      rejected.length > 1 && follow,
    ),
  );
}

/** After that, while no piece is dropped: the names that change with the numbers. */
export function renamed(renamings: Renaming[]): HTMLElement | null {
  if (renamings.length === 0) return null;
  const lines = renamings
    .slice(0, MOST)
    .map(({ from, to }) => h("li", {}, h("span", { class: "nom" }, shown(from)), " → ", h("strong", { class: "nom" }, shown(to))));
  return h(
    "section",
    { "class": "renvoi", "id": "pieces-renommees", "aria-labelledby": "titre-renommees" },
    h("h2", { id: "titre-renommees" }, t(
        `${count(renamings.length, "pièce à renommer", "pièces à renommer")} avec le nouveau numéro éditeur`,
        `${count(renamings.length, "document")} to rename with the new vendor number`,
      )),
    h(
      "p",
      {},
      t(
        "À faire avant le ZIP. Ou déposez ici l’ancien ZIP ou les anciennes pièces : cette page prépare le nouveau ZIP sous ces noms.",
        "To be done before the ZIP. Or drop the former ZIP or the former documents here: this page prepares the new ZIP under these names.",
      ),
    ),
    h("ul", { class: "renvoi-noms" }, ...lines, renamings.length > MOST && h("li", {}, t(`et ${count(renamings.length - MOST, "autre")}`, `and ${count(renamings.length - MOST, "other")}`))),
  );
}
