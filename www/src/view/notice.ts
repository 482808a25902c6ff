// Short words to the user, seen or only heard.

import { shown } from "../language";
import { h } from "../h";

/** Where they are said, in each `<pre-depot>` of the document: there is hardly ever a second one, and it may say them too. */
const places = new Set<Notices>();

export class Notices {
  readonly #live = h("div", { "id": "annonce", "class": "invisible", "aria-live": "polite" });
  readonly #toast = h("div", { id: "avis", class: "avis", hidden: true });
  readonly elements = [this.#toast, this.#live];
  #end: number | undefined;

  constructor() {
    places.add(this);
  }

  announce(sentence: string): void {
    // The one before may not have been heard yet.
    this.#live.lastElementChild?.previousElementSibling?.remove();
    this.#live.append(h("p", {}, shown(sentence, Infinity)));
  }

  notify(sentence: string): void {
    this.announce(sentence);
    this.#toast.textContent = shown(sentence, Infinity);
    this.#toast.hidden = false;
    window.clearTimeout(this.#end);
    this.#end = window.setTimeout(() => (this.#toast.hidden = true), 4000);
  }

  /** What was said in another language is over. */
  speak(): void {
    this.#toast.hidden = true;
  }

  close(): void {
    places.delete(this);
  }
}

/** For those who listen to the page: what others see happen. */
export function announce(sentence: string): void {
  for (const place of places) place.announce(sentence);
}

/** For everyone: what cannot be seen otherwise. */
export function notify(sentence: string): void {
  for (const place of places) place.notify(sentence);
}
