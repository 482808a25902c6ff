// French in figures and sentences.

/** No-break spaces before `: ; ! ?` and inside « ». */
export function fr(text: string): string {
  return text.replace(/ ([:;!?»€])/g, "\u00a0$1").replace(/« /g, "«\u00a0");
}

const NUMBER = new Intl.NumberFormat("fr-FR");

export function figure(value: number): string {
  return NUMBER.format(value);
}

/** "1 point", "3 points": zero and one are singular in French. */
export function count(value: number, one: string, many = `${one}s`): string {
  return `${figure(value)}\u00a0${value < 2 ? one : many}`;
}

/** Cents as a decimal string, in euros: "1505000" is "15 050,00 €". */
export function euros(cents: string): string {
  const padded = cents.padStart(3, "0");
  const whole = padded.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, "\u202f");
  return `${whole},${padded.slice(-2)}\u00a0€`;
}

/** "2022-11-04" is "04/11/2022". */
export function day(iso: string): string {
  return iso.split("-").reverse().join("/");
}

/** A size in bytes, in the unit that reads best. */
export function size(bytes: number): string {
  const units = ["octets", "Ko", "Mo", "Go"];
  let value = bytes;
  let unit = 0;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit++;
  }
  return `${new Intl.NumberFormat("fr-FR", { maximumFractionDigits: unit === 0 ? 0 : 1 }).format(value)}\u00a0${units[unit]}`;
}

/** A character, written out. */
export function written(c: string): string {
  return `⟨U+${(c.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}⟩`;
}

const UNSEEN = /[\p{C}\p{Zl}\p{Zp}]/u;

/** A name as it can be shown: what cannot be seen or would turn the text around is written out, and the middle of a long one is left out. */
export function shown(name: string, most = 120): string {
  if (name.length <= most && !UNSEEN.test(name)) return name;
  const parts = [...name].map((c) => (UNSEEN.test(c) ? written(c) : c));
  if (parts.length > most) parts.splice(most - 30, parts.length - most, "…");
  return parts.join("");
}
