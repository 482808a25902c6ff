// What was understood of the file shown.

import type { About } from "../engine";
import { count, day, euros, figure, size, t } from "../language";
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
    const detected = summary.profile !== null && chosen === null ? t(`détecté : ${summary.profile}`, `detected: ${summary.profile}`) : t("détection automatique", "automatic detection");
    const select = h(
      "select",
      { id: "profil", change: () => choose(select.value === "" ? null : select.value) },
      h("option", { value: "", selected: chosen === null }, detected),
      ...about.profiles.map((profile) =>
        h("option", { value: profile.id, selected: profile.id === chosen }, `${profile.id} (${profile.title})`),
      ),
    );
    items.push(h("div", {}, h("dt", {}, h("label", { for: "profil" }, t("Profil", "Profile"))), h("dd", {}, select)));
    if (summary.profileTitle !== null) {
      const title = about.profiles.find((profile) => profile.id === summary.profile)?.title ?? summary.profileTitle;
      const deduced = summary.profileBasis === "deduit" ? t(", profil déduit", ", deduced profile") : "";
      say(t("Logiciel", "Software"), `${title}${deduced}`);
    }
    if (summary.rules !== null) say(t("Règles", "Rules"), t(`du ${day(summary.rules)}`, `of ${day(summary.rules)}`));
    say(file.demandes.length < 2 ? t("Demande", "Request") : t("Demandes", "Requests"), figure(file.demandes.length));
    if (summary.totalHT !== null) say(t("Total des montants", "Total of the amounts"), t(`${euros(summary.totalHT)} HT`, `${euros(summary.totalHT)} before VAT`));
  }
  if (file.entries !== null) say(t("Contenu", "Content"), count(file.entries.filter((entry) => !entry.folder).length, t("fichier", "file")));
  say(t("Taille", "Size"), size(summary.size));
  if (summary.truncated) {
    const { length } = file.findings;
    say(
      t("Liste", "List"),
      t(`limitée aux ${count(length, "premier point", "premiers points")} ; les comptes restent exacts`, `limited to the first ${count(length, "point")}; the counts stay exact`),
    );
  }
  return h("dl", { class: "recap" }, ...items);
}
