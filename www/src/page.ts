// The few texts of the page around the tool, whose English stands beside the French in the markup (`data-pre-depot-en`): they follow the language
// of the tool.

import { language, onLanguage } from "./language";

/** What each is in French. */
const french = new WeakMap<Element, string>();

function say(): void {
  for (const element of document.querySelectorAll("[data-pre-depot-en]")) {
    // Of these elements it is the attribute that speaks.
    const name = ["content", "aria-label", "lang"].find((attribute) => element.hasAttribute(attribute));
    if (!french.has(element)) french.set(element, (name === undefined ? element.textContent : element.getAttribute(name)) ?? "");
    const text = (language() === "fr" ? french.get(element) : element.getAttribute("data-pre-depot-en")) ?? "";
    if (name === undefined) element.textContent = text;
    else element.setAttribute(name, text);
  }
}

export function followLanguage(): void {
  onLanguage(say);
}
