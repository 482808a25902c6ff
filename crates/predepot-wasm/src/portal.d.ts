
/** What the user alone can make sure of; `id` is the same in both languages, `demandes` are their ranks, "1, 4 et 7", empty for the whole file. */
export interface Duty { id: string; text: string; section: string; after: boolean; demandes: string }

/** What was looked at in a file, for each code in the order of `catalogue()`. */
export interface Scope {
  /** 0: it judged something; 1: it is of this profile and had nothing to judge; 2: it could not judge what is there; 3: it is of another profile or kind of file. */
  states: number[];
  /** Why it is 1 or 2, as the end of a sentence; empty for the others. */
  reasons: string[];
  duties: Duty[];
}
