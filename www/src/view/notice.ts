// Short words to the user, seen or only heard.

import { fr } from "../french";
import { byId } from "../h";

const live = byId("annonce");
const toast = byId("avis");
let end: number | undefined;

/** For those who listen to the page: what others see happen. */
export function announce(sentence: string): void {
  live.textContent = fr(sentence);
}

/** For everyone: what cannot be seen otherwise. */
export function notify(sentence: string): void {
  announce(sentence);
  toast.textContent = fr(sentence);
  toast.hidden = false;
  window.clearTimeout(end);
  end = window.setTimeout(() => (toast.hidden = true), 4000);
}
