// The language that the tool speaks, and how figures are written in it. Both sentences stand where they are used, and one is chosen when it is
// shown: `t("une phrase", "a sentence")`.

export type Language = "fr" | "en";

let spoken: Language = "fr";
const followers = new Set<() => void>();

export function language(): Language {
  return spoken;
}

/** From now on, in every tool of the document. */
export function speak(language: Language): void {
  if (language === spoken) return;
  spoken = language;
  for (const follow of followers) follow();
}

/** Tells when another language is spoken, until `signal`. */
export function onLanguage(follow: () => void, signal?: AbortSignal): void {
  followers.add(follow);
  signal?.addEventListener("abort", () => followers.delete(follow));
}

/** The first of these codes that is one of ours: "en-GB" is English. */
export function known(codes: readonly string[]): Language | null {
  return codes.map((code) => /^(fr|en)(?![a-z])/i.exec(code)?.[1]?.toLowerCase() as Language | undefined).find((code) => code !== undefined) ?? null;
}

/** A text in the language spoken. Whatever has one has both. */
export function t(french: string, english: string): string {
  return spoken === "fr" ? typeset(french) : english;
}

/** No-break spaces before `: ; ! ?` and inside « ». */
function typeset(french: string): string {
  return french.replace(/ ([:;!?»€])/g, "\u00a0$1").replace(/(?<=«) /g, "\u00a0");
}

/** For figures and times. */
export const LOCALES: Record<Language, string> = { fr: "fr-FR", en: "en-GB" };

const numbers = (digits: number): Record<Language, Intl.NumberFormat> => ({
  fr: new Intl.NumberFormat(LOCALES.fr, { maximumFractionDigits: digits }),
  en: new Intl.NumberFormat(LOCALES.en, { maximumFractionDigits: digits }),
});
const WHOLE = numbers(0);
const TENTHS = numbers(1);

export function figure(value: number): string {
  return WHOLE[spoken].format(value);
}

/** "1 point", "3 points": zero is singular in French. */
export function count(value: number, one: string, many = `${one}s`): string {
  return `${figure(value)}\u00a0${value === 1 || (value === 0 && spoken === "fr") ? one : many}`;
}

/** Cents as a decimal string, in euros: "1505000" is "15 050,00 €", "€15,050.00". */
export function euros(cents: string): string {
  const padded = cents.padStart(3, "0");
  const whole = (by: string): string => padded.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, by);
  return spoken === "fr" ? `${whole("\u202f")},${padded.slice(-2)}\u00a0€` : `€${whole(",")}.${padded.slice(-2)}`;
}

/** "2022-11-04" is "04/11/2022"; in English as it is, where days and months would be mistaken for each other. */
export function day(iso: string): string {
  return spoken === "fr" ? iso.split("-").reverse().join("/") : iso;
}

/** A size in bytes, in the unit that reads best. */
export function size(bytes: number): string {
  const units = [t("octets", "bytes"), t("Ko", "KB"), t("Mo", "MB"), t("Go", "GB")];
  let value = bytes;
  let unit = 0;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit++;
  }
  return `${TENTHS[spoken].format(value)}\u00a0${units[unit]}`;
}

/** A character, written out. */
export function written(c: string): string {
  return `⟨U+${(c.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}⟩`;
}

/** What a text would not show of itself, or would be turned around by; tabs and line ends are its own. */
export const HIDDEN = /(?![\t\n\r])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

const UNSEEN = /[\p{C}\p{Zl}\p{Zp}]/u;

/** A name as it can be shown: what cannot be seen or would turn the text around is written out, and the middle of a long one is left out. */
export function shown(name: string, most = 120): string {
  if (name.length <= most && !UNSEEN.test(name)) return name;
  const parts = [...name].map((c) => (UNSEEN.test(c) ? written(c) : c));
  if (parts.length > most) parts.splice(most - 30, parts.length - most, "…");
  return parts.join("");
}
