
/** What the ASP wrote in a demande of its answer; empty for what is null. */
export interface AspAnswer { code: string; label: string; numeroAsp: string }

/** A rule that said nothing of a file; `why` is the end of a sentence. */
export interface Silent { code: string; why: string }

/** What the user alone can make sure of; `demandes` are their ranks, "1, 4 et 7", empty for the whole file. */
export interface Duty { text: string; section: string; after: boolean; demandes: string }

/** What was looked at in a file: every code of the catalogue is in one of the four lists. */
export interface Scope {
  applied: string[];
  /** Of this profile, with nothing to judge in the file. */
  withoutObject: Silent[];
  /** What is there could not be judged. */
  notApplied: Silent[];
  /** Of another profile, or of another kind of file. */
  elsewhere: string[];
  duties: Duty[];
}
