// After an answer of the ASP: a new deposit of the rejected demandes, under new numbers that only the user can give.

import { DemandeState } from "../engine";
import { count, figure, fr, shown } from "../french";
import { h } from "../h";
import type { CheckedFile } from "../session";

export function resubmission(file: CheckedFile, make: (ids: string[]) => void): HTMLElement | null {
  const { demandes } = file;
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
    return null;
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
        if (trouble === null) make(inputs.map((input) => input.value.trim()));
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
            `Demande ${figure(demandes.numLigne(index))}, ancien numéro `,
            h("code", {}, shown(demandes.numeroEditeur(index), 40)),
          ),
          inputs[at] ?? null,
        ),
      ),
    ),
    problem,
    h(
      "p",
      { class: "boutons" },
      h("button", { type: "submit", class: "principal" }, "Créer le nouveau JSON"),
      rejected.length > 1 && follow,
    ),
  );
}
