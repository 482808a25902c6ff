// `<pre-depot>`: the tool as an element, in a page of ours or of others. Its shadow root keeps styles and identifiers apart.

import styles from "inline:style";
import { App } from "./app";
import { known, speak, type Language } from "./language";
import { carry } from "./view/rule";

/**
 * Attributes:
 * - `pleine-page`: files may be dropped anywhere in the page, and F8 pressed anywhere, not only in the element.
 * - `langue`: "fr" or "en"; "auto" for the reader's own, as the browser says it. Without it, the language of the page around (`lang`) or, when
 *   that is another one, the reader's own. The first element of a page decides for all; changed later, it changes the language.
 * - `data-etat`: written by the element, for the page's own layout: "accueil" before any file, then "resultat".
 */
export class PreDepot extends HTMLElement {
  static readonly observedAttributes = ["langue"];

  /** Takes the rules' sheets, which the page may load beside the tool. */
  static readonly carry = carry;

  readonly #root = this.attachShadow({ mode: "open" });
  #app: App | null = null;

  connectedCallback(): void {
    if (this.#app !== null) return;
    if (!isSpoken) speak(languageOf(this));
    isSpoken = true;
    this.#root.adoptedStyleSheets = [sheet(this)];
    this.#app = new App(this, this.#root, this.hasAttribute("pleine-page") ? window : this);
  }

  attributeChangedCallback(): void {
    if (this.#app !== null) speak(languageOf(this));
  }

  disconnectedCallback(): void {
    // Only moved, it is back before the task ends. Taken away, it leaves nothing running and forgets the files.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#app?.stop();
      this.#app = null;
      this.#root.replaceChildren();
    });
  }
}

/** The language was chosen, by an element or by its reader since: the choice lasts as long as the page. */
let isSpoken = false;

/** French, when nothing says otherwise. */
function languageOf(element: HTMLElement): Language {
  const asked = element.getAttribute("langue");
  const around = asked === "auto" ? null : (asked ?? element.closest<HTMLElement>("[lang]")?.lang ?? null);
  return known([around ?? ""]) ?? known(navigator.languages) ?? "fr";
}

/**
 * The style sheet, in which a `rem` is the size of text that the reader chose: the page around may have another root size.
 * A sheet that is made, not written in the page, needs no leave from the page's policy.
 */
function sheet(element: HTMLElement): CSSStyleSheet {
  const reader = element.ownerDocument.createElement("span");
  reader.style.fontSize = "medium";
  element.shadowRoot?.append(reader);
  const size = parseFloat(getComputedStyle(reader).fontSize);
  reader.remove();
  const made = new CSSStyleSheet();
  made.replaceSync(styles.replace(/([\d.]+)rem\b/g, (_, length: string) => `${Number(length) * size}px`));
  return made;
}
