// What someone new asks first.

import { fr } from "../french";
import { h } from "../h";
import { sign, type Tone } from "./state";

export function files(): HTMLElement {
  return h(
    "details",
    { class: "aide", id: "aide-fichiers" },
    h("summary", {}, "Les trois fichiers"),
    h(
      "dl",
      { class: "aide-corps" },
      ...entry(
        [h("strong", {}, "Le JSON"), " de vos demandes"],
        "Un en-tête, puis une entrée pour chaque demande. Votre logiciel l’écrit ; le portail le lit. Son nom aussi est contrôlé.",
        "JSON-1234567890-20261121-001.json",
      ),
      ...entry(
        [h("strong", {}, "Le ZIP"), " des pièces justificatives"],
        "Les bons de commande et, s’il y a lieu, les preuves HT. Chaque pièce porte exactement le nom écrit dans le JSON, et n’est dans aucun dossier. Les pièces seules conviennent aussi : cette page sait en faire le ZIP.",
        "pieces.zip › MDV-LGC-Va1-BDC-00001.pdf",
      ),
      ...entry(
        [h("strong", {}, "Le retour"), " de l’ASP"],
        "Le même JSON, rendu après le dépôt, avec un code et un libellé pour chaque demande. Déposez-le ici pour préparer un nouveau dépôt des demandes rejetées.",
        "\"codeTraitement\": \"0000\"",
      ),
    ),
  );
}

function entry(term: (Node | string)[], words: string, example: string): HTMLElement[] {
  return [h("dt", {}, ...term), h("dd", {}, fr(words), " ", h("code", {}, example))];
}

export function reading(): HTMLElement {
  const mark = (tone: Tone, character: string, word: string, words: string): HTMLElement[] => [
    h("dt", {}, sign({ tone, sign: character, word }), h("strong", {}, word)),
    h("dd", {}, fr(words)),
  ];
  return h(
    "details",
    { class: "aide", id: "aide-lecture" },
    h("summary", {}, "Comment lire le résultat"),
    h(
      "div",
      { class: "aide-corps" },
      h("p", {}, fr("La phrase du haut conclut. Dessous, chaque point dit ce qui ne va pas, à quelle ligne, pourquoi, et quoi écrire ; choisissez-le pour voir la ligne dans votre fichier.")),
      h(
        "dl",
        {},
        ...mark("erreur", "✕", "Erreur", "les documents annoncent un rejet : de la demande, ou du fichier entier."),
        ...mark("avertissement", "!", "Avertissement", "rien n’annonce un rejet, mais la valeur surprend : regardez-la avant de déposer."),
        ...mark("information", "i", "Information", "bon à savoir, rien à changer."),
      ),
      h("p", {}, fr("« Corriger » écrit une valeur dont la page est sûre. « Corriger (à confirmer) » la montre d’abord. Sans bouton, la valeur est à vous : la page ne la connaît pas.")),
      h("p", {}, fr("« Prêt à déposer » veut dire que cette page n’a rien trouvé : c’est un avis, pas une promesse.")),
    ),
  );
}
