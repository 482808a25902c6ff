// Long work leaves room for what the user does.

let pressed = Promise.resolve();
let release = (): void => undefined;

/** Ends at once, but while a button is held down: drawn again meanwhile, it would not be clicked. */
export const unpressed = (): Promise<void> => pressed;

export const pause = (): Promise<void> => new Promise<void>((resolve) => window.setTimeout(resolve)).then(unpressed);

/** Minds the buttons of a tree. */
export function mindButtons(root: ShadowRoot, signal: AbortSignal): void {
  const press = (event: Event): void => {
    const { key, button } = event as KeyboardEvent & PointerEvent;
    if (!(key === " " || button === 0) || (event.target as Element).closest("button, label, summary") === null) return;
    release();
    pressed = new Promise((resolve) => (release = resolve));
  };
  // The click comes between.
  const end = (): unknown => window.setTimeout(() => release(), 10);
  for (const name of ["pointerdown", "keydown"]) root.addEventListener(name, press, { signal });
  for (const name of ["pointerup", "pointercancel", "keyup", "blur"]) window.addEventListener(name, end, { signal, capture: true });
  signal.addEventListener("abort", end);
}
