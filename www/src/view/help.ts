// What someone new asks first.

import { t } from "../language";
import { h } from "../h";
import { sign, type Tone } from "./state";

export function files(): HTMLElement {
  return h(
    "details",
    { class: "aide", id: "aide-fichiers" },
    h("summary", {}, t("Les trois fichiers", "The three files")),
    h(
      "dl",
      { class: "aide-corps" },
      ...entry(
        [h("strong", {}, t("Le JSON", "The JSON")), t(" de vos demandes", " of your requests")],
        t(
          "Un en-tête, puis une entrée pour chaque demande. Votre logiciel l’écrit ; le portail le lit. Son nom aussi est contrôlé.",
          "A header, then an item for each request. Your software writes it; the portal reads it. Its name is checked too.",
        ),
        "JSON-1234567890-20261121-001.json",
      ),
      ...entry(
        [h("strong", {}, t("Le ZIP", "The ZIP")), t(" des pièces justificatives", " of supporting documents")],
        t(
          "Les bons de commande et, s’il y a lieu, les preuves HT. Chaque pièce porte exactement le nom écrit dans le JSON, et n’est dans aucun dossier. Les pièces seules conviennent aussi : cette page sait en faire le ZIP.",
          "The purchase orders and, where there are any, the proofs of the HT regime. Each document has exactly the name written in the JSON, and is in no folder. The documents alone will do as well: this page can make the ZIP of them.",
        ),
        "pieces.zip › MDV-LGC-Va1-BDC-00001.pdf",
      ),
      ...entry(
        [h("strong", {}, t("Le retour", "The answer")), t(" de l’ASP", " of the ASP")],
        t(
          "Le même JSON, rendu après le dépôt, avec un code et un libellé pour chaque demande. Déposez-le ici pour préparer un nouveau dépôt des demandes rejetées.",
          "The same JSON, given back after the submission, with a code and a label for each request. Drop it here to prepare a new submission of the rejected requests.",
        ),
        "\"codeTraitement\": \"0000\"",
      ),
    ),
  );
}

function entry(term: (Node | string)[], words: string, example: string): HTMLElement[] {
  return [h("dt", {}, ...term), h("dd", {}, words, " ", h("code", {}, example))];
}

export function reading(): HTMLElement {
  const mark = (tone: Tone, character: string, word: string, words: string): HTMLElement[] => [
    h("dt", {}, sign({ tone, sign: character, word }), h("strong", {}, word)),
    h("dd", {}, words),
  ];
  return h(
    "details",
    { class: "aide", id: "aide-lecture" },
    h("summary", {}, t("Comment lire le résultat", "How to read the result")),
    h(
      "div",
      { class: "aide-corps" },
      h(
        "p",
        {},
        t(
          "La phrase du haut conclut. Dessous, chaque point dit ce qui ne va pas, à quelle ligne, pourquoi, et quoi écrire ; choisissez-le pour voir la ligne dans votre fichier.",
          "The sentence at the top concludes. Below it, each point says what is wrong, on which line, why, and what to write; choose it to see the line in your file.",
        ),
      ),
      h(
        "dl",
        {},
        ...mark("erreur", "✕", t("Erreur", "Error"), t("ce n’est pas ce que demandent les documents : un rejet est à prévoir, ou un retard.", "this is not what the specifications ask for: expect a rejection, or a delay.")),
        ...mark("avertissement", "!", t("Avertissement", "Warning"), t("rien n’annonce un rejet, mais la valeur surprend : regardez-la avant de déposer.", "nothing announces a rejection, but the value is surprising: look at it before you submit.")),
        ...mark("information", "i", t("Information", "Note"), t("à relire, souvent sans rien à changer.", "to be read; often there is nothing to change.")),
      ),
      h(
        "p",
        {},
        t(
          "« Corriger » écrit une valeur dont la page est sûre. « Corriger (à confirmer) » la montre d’abord. « Saisir dans la source » vous y mène : la valeur est à vous, la page ne la connaît pas.",
          "“Correct” writes a value that the page is sure of. “Correct (to confirm)” shows it first. “Write it in the source” takes you there: the value is yours, the page does not know it.",
        ),
      ),
      h(
        "p",
        {},
        t(
          "« Prêt à déposer » veut dire que cette page n’a rien trouvé : c’est un avis, pas une promesse.",
          "“Ready to submit” means that this page has found nothing: it is an opinion, not a promise.",
        ),
      ),
    ),
  );
}
