// The requests that the browser counted, so that nobody has to take our word.

import { count, shown, t } from "../language";
import { h } from "../h";
import { watchNetwork, type Seen } from "../network";

/** Addresses shown, the last ones. */
const MOST = 20;

export class NetworkBadge {
  readonly #count = h("span", {});
  readonly #sign = h("span", { "class": "signe", "aria-hidden": "true" });
  readonly #list = h("ul", {});
  readonly #refusals = h("p", { class: "discret", hidden: true });
  readonly element = h("details", { id: "reseau" });
  /** How often each address was asked for. */
  readonly #asked = new Map<string, number>();
  /** Each once: a page may have several policies, and each says so. */
  readonly #refused = new Set<string>();
  /** The page's policy refused the engine or its worker. */
  isBarred = false;

  /** `alone`: the page is the tool's own, and asks for nothing else. */
  constructor(
    private readonly alone: boolean,
    signal: AbortSignal,
    private readonly barred: () => void,
  ) {
    watchNetwork((seen) => this.count(seen), signal);
  }

  speak(): void {
    this.element.replaceChildren(
      h("summary", {}, this.#sign, this.#count),
      h(
        "div",
        { class: "reseau-texte" },
        h(
          "p",
          {},
          this.alone
            ? t(
                "Ce compte est celui de votre navigateur : tout ce que cette page a demandé au réseau depuis qu’elle est ouverte. Vos fichiers restent sur votre ordinateur.",
                "This count is your browser’s own: everything that this page has asked of the network since it was opened. Your files stay on your computer.",
              )
            : t(
                "Ce compte est celui de votre navigateur, pour la page entière : ce que demande le site autour de cet outil y est aussi. L’outil, lui, ne demande rien : vos fichiers restent sur votre ordinateur.",
                "This count is your browser’s own, for the whole page: what the site around this tool asks for is in it too. The tool itself asks for nothing: your files stay on your computer.",
              ),
        ),
        this.#list,
        this.#refusals,
        h(
          "p",
          {},
          t(
            "Vérifiez-le vous-même : ouvrez les outils de développement (touche F12), onglet « Réseau », puis déposez un fichier ; aucune ligne ne s’ajoute. Ou coupez votre connexion avant de déposer : tout fonctionne.",
            "See for yourself: open the developer tools (F12 key), “Network” tab, then drop a file; no line is added. Or cut your connection before you drop: everything works.",
          ),
        ),
      ),
    );
    this.#show();
  }

  count({ asked, refused }: Seen): void {
    for (const address of asked) this.#asked.set(address, (this.#asked.get(address) ?? 0) + 1);
    // What the tool itself needs and does not get is no attempt to leave.
    const isOwn = (address: string): boolean => address === "wasm-eval" || address.startsWith("blob");
    for (const address of refused) if (!isOwn(address)) this.#refused.add(address);
    this.#show();
    if (this.isBarred || !refused.some(isOwn)) return;
    this.isBarred = true;
    this.barred();
  }

  #show(): void {
    // Some browsers count what they refused to ask for.
    const left = [...this.#asked].filter(([address]) => !this.#refused.has(address));
    const total = left.reduce((sum, [, times]) => sum + times, 0);
    const none = total === 0;
    this.#list.replaceChildren(...left.slice(-MOST).map(([address]) => h("li", {}, h("code", { class: "nom" }, shown(address)))));
    this.element.className = `reseau ton-${none ? "bon" : "avertissement"}`;
    this.#sign.textContent = none ? "✓" : "!";
    this.#count.textContent = t(`${count(total, "requête")} depuis l’ouverture`, `${count(total, "network request")} since it was opened`);
    this.#refusals.hidden = this.#refused.size === 0;
    this.#refusals.textContent = t(
      `${count(this.#refused.size, "adresse refusée", "adresses refusées")} par la politique de sécurité de la page.`,
      `${count(this.#refused.size, "address", "addresses")} refused by the page’s security policy.`,
    );
  }
}
