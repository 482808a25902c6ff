// A part of the page that folds into one line: the page opens and folds it, until the user does.

export class Fold {
  #element: HTMLDetailsElement | null = null;
  /** As the page would have it. */
  #open = true;
  /** As the user left it. */
  #own: boolean | null = null;

  /** `element` is that part from now on. */
  hold(element: HTMLDetailsElement): void {
    this.#element = element;
    this.#set();
    element.addEventListener("toggle", () => {
      if (element === this.#element && element.open !== this.#wanted) this.#own = element.open;
    });
  }

  want(open: boolean): void {
    this.#open = open;
    this.#set();
  }

  /** For other files, which the user has seen nothing of. */
  forget(): void {
    this.#own = null;
  }

  get #wanted(): boolean {
    return this.#own ?? this.#open;
  }

  #set(): void {
    if (this.#element !== null) this.#element.open = this.#wanted;
  }
}
