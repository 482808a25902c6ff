// Why a file cannot be read.

/** In a few words: the engine puts them in its sentence, which it knows in English too, and says what to do. */
export function reason(error: unknown): string {
  const kind = error instanceof DOMException ? error.name : "";
  if (kind === "NotFoundError") return "il n’est plus à sa place";
  if (kind === "NotReadableError") return "il a été modifié, déplacé ou supprimé depuis que vous l’avez choisi";
  return "le navigateur n’a pas pu le lire";
}
