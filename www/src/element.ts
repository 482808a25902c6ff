// `<pre-depot>`: the tool as an element, in a page of ours or of others. Its shadow root keeps styles and identifiers apart.

import styles from "inline:style";
import { App } from "./app";
import { carry } from "./view/rule";

/**
 * Attributes:
 * - `pleine-page`: files may be dropped anywhere in the page, and F8 pressed anywhere, not only in the element.
 * - `data-etat`: written by the element, for the page's own layout: "accueil" before any file, then "resultat".
 */
export class PreDepot extends HTMLElement {
  /** Takes the rules' sheets, which the page may load beside the tool. */
  static readonly carry = carry;

  readonly #root = this.attachShadow({ mode: "open" });
  #app: App | null = null;

  connectedCallback(): void {
    if (this.#app !== null) return;
    this.#root.adoptedStyleSheets = [sheet(this)];
    this.#app = new App(this, this.#root, this.hasAttribute("pleine-page") ? window : this);
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
