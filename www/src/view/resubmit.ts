// After an answer of the ASP: a new deposit of the rejected demandes, under new numbers that only the user can give.

import { DemandeState, type Renaming } from "../engine";
import { count, figure, fr, shown } from "../french";
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
    "Numéroter à la suite du premier",
  );
  const problem = h("p", { class: "refus", role: "alert" });

  const check = (): string | null => {
    const given = new Set<string>();
    for (const input of inputs) {
      const value = input.value.trim();
      let trouble: string | null = null;
      if ([...value].length !== 5) trouble = `« ${value} » n’a pas 5 caractères.`;
      else if (used.has(value)) trouble = `« ${value} » est déjà dans le fichier de retour : donnez un numéro nouveau.`;
      else if (given.has(value)) trouble = `« ${value} » est donné deux fois.`;
      input.setAttribute("aria-invalid", String(trouble !== null));
      if (trouble !== null) {
        input.focus();
        return fr(trouble);
      }
      given.add(value);
    }
    const unnamed = name.value.trim() === "";
    name.setAttribute("aria-invalid", String(unnamed));
    if (!unnamed) return null;
    name.focus();
    return "Donnez un nom au nouveau fichier.";
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
    h("h2", { id: "titre-renvoi" }, `Déposer à nouveau ${count(rejected.length, "demande rejetée", "demandes rejetées")}`),
    h(
      "p",
      {},
      "Une demande rejetée se dépose dans un autre JSON, sous un nouveau numéro éditeur de 5 caractères. ",
      fr("Donnez ces numéros ; corrigez ensuite les points restants dans le nouveau fichier."),
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
            `Demande ${figure(demandes.numLigne(index) || index + 1)}, ancien numéro `,
            h("code", {}, shown(demandes.numeroEditeur(index), 40)),
          ),
          inputs[at] ?? null,
        ),
      ),
    ),
    h("p", { class: "renvoi-nom" }, h("label", { for: "nouveau-nom" }, "Nom du nouveau fichier"), name),
    h("p", { class: "discret", id: "nouveau-nom-aide" }, fr("Les trois derniers chiffres comptent les fichiers déposés le même jour pour ce numéro ANS : changez-les si vous en avez déposé d’autres.")),
    problem,
    h(
      "p",
      { class: "boutons" },
      h("button", { type: "submit", class: "principal" }, "Créer le nouveau JSON"),
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
    h("h2", { id: "titre-renommees" }, fr(`${count(renamings.length, "pièce à renommer", "pièces à renommer")} avec le nouveau numéro éditeur`)),
    h("p", {}, fr("Renommez-les avant d’en faire le ZIP, ou déposez ici l’ancien ZIP ou les anciennes pièces : cette page prépare le nouveau ZIP sous ces noms.")),
    h("ul", { class: "renvoi-noms" }, ...lines, renamings.length > MOST && h("li", {}, `et ${count(renamings.length - MOST, "autre")}`)),
  );
}
