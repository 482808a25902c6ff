// The choice of the language, which lasts as long as the page.

import { h } from "../h";
import { language, speak, t, type Language } from "../language";

export class LanguageChoice {
  readonly #buttons: [Language, HTMLElement][] = [
    ["fr", this.#button("fr", "Français")],
    ["en", this.#button("en", "English")],
  ];
  readonly element = h("div", { class: "langues", role: "group" }, ...this.#buttons.map(([, button]) => button));

  #button(own: Language, name: string): HTMLElement {
    return h("button", { type: "button", class: "lien", id: `langue-${own}`, lang: own, click: () => speak(own) }, name);
  }

  speak(): void {
    this.element.setAttribute("aria-label", t("Langue", "Language"));
    for (const [own, button] of this.#buttons) button.setAttribute("aria-pressed", String(own === language()));
  }
}
