// What was understood of the file shown.

import type { About } from "../engine";
import { count, day, euros, figure, fr, size } from "../french";
import { h } from "../h";
import type { CheckedFile } from "../session";

export function recap(
  file: CheckedFile,
  about: About,
  chosen: string | null,
  choose: (profile: string | null) => void,
): HTMLElement {
  const { summary } = file;
  const items: HTMLElement[] = [];
  const say = (term: string, ...value: (Node | string)[]): void => {
    items.push(h("div", {}, h("dt", {}, term), h("dd", {}, ...value)));
  };
  if (summary.kind === "json") {
    const detected = summary.profile !== null && chosen === null ? `détecté : ${summary.profile}` : "détection automatique";
    const select = h(
      "select",
      { id: "profil", change: () => choose(select.value === "" ? null : select.value) },
      h("option", { value: "", selected: chosen === null }, fr(detected)),
      ...about.profiles.map((profile) =>
        h("option", { value: profile.id, selected: profile.id === chosen }, `${profile.id} (${profile.title})`),
      ),
    );
    items.push(h("div", {}, h("dt", {}, h("label", { for: "profil" }, "Profil")), h("dd", {}, select)));
    if (summary.profileTitle !== null) {
      const deduced = summary.profileBasis === "deduit" ? ", profil déduit" : "";
      say("Logiciel", `${summary.profileTitle}${deduced}`);
    }
    if (summary.rules !== null) say("Règles", `du ${day(summary.rules)}`);
    say(file.demandes.length < 2 ? "Demande" : "Demandes", figure(file.demandes.length));
    if (summary.totalHT !== null) say("Total des montants", `${euros(summary.totalHT)} HT`);
  }
  if (file.entries !== null) say("Contenu", count(file.entries.filter((entry) => !entry.folder).length, "fichier"));
  say("Taille", size(summary.size));
  if (summary.truncated) {
    say("Liste", `limitée aux ${count(file.findings.length, "premier point", "premiers points")} ; les comptes restent exacts`);
  }
  return h("dl", { class: "recap" }, ...items);
}
