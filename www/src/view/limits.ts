// What was checked of the file shown, rule by rule, and what no check can know: a list to tick, kept in memory only.

import { RuleState, type About, type Duty, type RuleEntry, type Scope } from "../engine";
import { count, figure, t } from "../language";
import { h } from "../h";
import type { CheckedFile, Session } from "../session";

/** By the first letter of the codes. */
const families = (): Record<string, string> => ({
  J: t("Écriture du JSON", "JSON syntax"),
  S: t("Structure", "Structure"),
  F: t("Formats", "Formats"),
  C: t("Cohérence", "Coherence"),
  N: t("Noms", "Names"),
  Z: t("ZIP et pièces", "ZIP and documents"),
  R: t("Réponse de l’ASP", "Answer of the ASP"),
  X: t("Fichiers", "Files"),
});

/** Rules of one family, or with one reason. */
interface RuleGroup {
  title: string;
  rules: RuleEntry[];
}

/** What the panel says. */
interface Content {
  applied: RuleGroup[];
  withoutObject: RuleGroup[];
  notApplied: RuleGroup[];
  before: (Duty & { ticked: boolean })[];
  after: Duty[];
}

export class LimitsView {
  readonly #title = h("span");
  readonly #count = h("span", { class: "nombre", id: "limites-compte" });
  readonly #body = h("div", { class: "limites-corps" });
  readonly element = h(
    "details",
    { class: "limites", id: "limites", toggle: () => void this.#refresh() },
    h("summary", {}, this.#title, " ", this.#count),
    this.#body,
  );
  /** Files and duties, as `key` makes them. */
  readonly #ticked = new Set<string>();
  #file: CheckedFile | null = null;
  /** What the body shows. */
  #shown: { file: CheckedFile; scope: Scope } | null = null;

  constructor(
    private readonly session: Session,
    private readonly openRule: (code: string) => void,
  ) {}

  /** No file is held any more. */
  forget(): void {
    this.#file = null;
    this.#ticked.clear();
    void this.speak();
  }

  /** Says everything again, in the language spoken. */
  async speak(): Promise<void> {
    this.#title.textContent = t("Ce que cette page ne peut pas vérifier", "What this page cannot check");
    this.#shown = null;
    if (this.#file !== null) return this.#refresh();
    this.#count.textContent = "";
    this.#body.replaceChildren(
      h(
        "p",
        {},
        t(
          "Le référencement du logiciel, les plafonds, l’éligibilité des bénéficiaires, les doublons avec d’autres dépôts, les signatures : rien de cela ne se lit dans vos fichiers. Déposez un JSON pour avoir la liste de ce qu’il vous reste à vérifier.",
          "The listing of the software, the ceilings, the eligibility of the beneficiaries, duplicates with other submissions, signatures: none of this can be read in your files. Drop a JSON to have the list of what is left for you to check.",
        ),
      ),
    );
  }

  /** Another file, or another check of it, is shown. */
  async update(file: CheckedFile): Promise<void> {
    this.#file = file;
    // Closed, it only counts, which hardly changes from one check to the next.
    if (this.element.open || this.#shown?.file.summary.name !== file.summary.name) await this.#refresh();
  }

  async #refresh(): Promise<void> {
    const file = this.#file;
    if (file === null || this.#shown?.file === file) return;
    const [about, scope] = [await this.session.about(), await this.session.scope()];
    if (scope === null || this.#file !== file) return;
    this.#shown = { file, scope };
    this.#draw(this.#content(file, about, scope));
  }

  /** The panel as it is of the file shown, also when it is closed: for the receipt. */
  async fresh(): Promise<HTMLElement> {
    this.#file = this.session.current;
    await this.#refresh();
    return this.element;
  }

  #content(file: CheckedFile, { catalogue }: About, scope: Scope): Content {
    const grouped = (state: RuleState, title: (index: number) => string): RuleGroup[] => {
      const groups = new Map<string, RuleEntry[]>();
      catalogue.forEach((rule, index) => {
        if (scope.states[index] === state) groups.set(title(index), [...(groups.get(title(index)) ?? []), rule]);
      });
      return [...groups].map(([title, rules]) => ({ title, rules }));
    };
    const titles = families();
    const reason = (index: number): string => scope.reasons[index] ?? "";
    return {
      applied: grouped(RuleState.Applied, (index) => titles[catalogue[index]?.code.charAt(0) ?? ""] ?? ""),
      withoutObject: grouped(RuleState.WithoutObject, reason),
      notApplied: grouped(RuleState.NotApplied, reason),
      before: scope.duties.filter((duty) => !duty.after).map((duty) => ({ ...duty, ticked: this.#ticked.has(key(file, duty)) })),
      after: scope.duties.filter((duty) => duty.after),
    };
  }

  #draw({ applied, withoutObject, notApplied, before, after }: Content): void {
    const file = this.#file;
    if (file === null) return;
    const focused = (this.#body.getRootNode() as Document | ShadowRoot).activeElement?.id ?? "";
    const open = new Set([...this.#body.querySelectorAll("details[open]")].map((one) => one.id));
    const rules = (id: string, title: string, none: string, groups: RuleGroup[]): HTMLElement => {
      const all = groups.reduce((sum, group) => sum + group.rules.length, 0);
      const lines = groups.map(({ title, rules }) =>
        h("li", {}, h("strong", {}, `${title.charAt(0).toUpperCase()}${title.slice(1)}${t(" : ", ": ")}`), ...rules.flatMap((one) => [this.#link(one), " "])),
      );
      return all === 0
        ? h("p", { id }, none)
        : h("details", { id, open: open.has(id) }, h("summary", {}, title, " ", h("span", { class: "nombre" }, figure(all))), h("ul", {}, ...lines));
    };
    const several = this.session.files.length > 1;
    this.#body.replaceChildren(
      ...(several ? [h("p", { class: "discret" }, t("Pour le fichier affiché.", "For the file shown."))] : []),
      before.length === 0
        ? h("p", {}, t("La liste de ce qu’il vous reste à vérifier se montre avec un JSON de demandes.", "The list of what is left for you to check is shown with a JSON of requests."))
        : h("ul", { class: "a-cocher" }, ...before.map((duty, at) => this.#tick(file, duty, at))),
      ...(after.length === 0 ? [] : [h("p", {}, h("strong", {}, t("Après le dépôt", "After the submission"))), h("ul", {}, ...after.map((duty) => h("li", {}, duty.text)))]),
      rules("regles-appliquees", t("Règles appliquées à ce fichier", "Rules applied to this file"), t("Aucune règle n’a pu être appliquée à ce fichier.", "No rule could be applied to this file."), applied),
      rules("regles-sans-objet", t("Règles sans objet dans ce fichier", "Rules with nothing to judge in this file"), t("Aucune règle n’est sans objet dans ce fichier.", "Every rule has something to judge in this file."), withoutObject),
      rules("regles-non-appliquees", t("Règles qui n’ont pas pu être appliquées", "Rules that could not be applied"), t("Aucune règle n’a été empêchée.", "No rule was prevented."), notApplied),
      h("p", { class: "discret" }, t(
          "Ces rappels viennent des documents de demande de financement. Ils ne remplacent ni l’arrêté, ni ses annexes.",
          "These reminders come from the specifications of the funding requests. They replace neither the decree nor its annexes.",
        )),
    );
    if (focused !== "") this.#body.querySelector<HTMLElement>(`#${focused}`)?.focus();
    this.#recount(before);
  }

  #tick(file: CheckedFile, duty: Duty & { ticked: boolean }, at: number): HTMLElement {
    const own = key(file, duty);
    const box = h("input", {
      type: "checkbox",
      id: `a-verifier-${at}`,
      checked: duty.ticked,
      change: () => {
        if (box.checked) this.#ticked.add(own);
        else this.#ticked.delete(own);
        const { scope } = this.#shown ?? {};
        const before = scope?.duties.filter((one) => !one.after) ?? [];
        this.#recount(before.map((one) => ({ ticked: this.#ticked.has(key(file, one)) })));
      },
    });
    const { demandes, section } = duty;
    const one = t("demande", "request");
    const many = t("demandes", "requests");
    const where = demandes === "" ? `§\u00a0${section}` : `§\u00a0${section}, ${/\D/.test(demandes) ? many : one} ${demandes}`;
    return h("li", {}, h("label", { class: "choix" }, box, h("span", {}, duty.text, " ", h("span", { class: "discret" }, where))));
  }

  #recount(before: { ticked: boolean }[]): void {
    const ticked = before.filter((duty) => duty.ticked).length;
    this.#count.textContent = before.length === 0 ? "" : t(`${figure(ticked)} sur ${count(before.length, "vérifié", "vérifiés")}`, `${figure(ticked)} of ${figure(before.length)} checked`);
  }

  #link(rule: RuleEntry): HTMLElement {
    const { code, name, summary } = rule;
    return h("button", { type: "button", class: "lien regle", title: summary, click: () => this.openRule(code) }, h("code", {}, code), h("span", { class: "regle-nom" }, ` ${name}`));
  }
}

/** What is ticked stays so from one check of a file to the next. */
function key({ summary }: CheckedFile, duty: Duty): string {
  return `${summary.name}\n${duty.id}`;
}
