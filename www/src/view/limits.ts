// What is not checked, because it is not in the files.

import { fr } from "../french";
import { h } from "../h";

const LIMITS = [
  "Sur le portail, pour chaque JSON, vous indiquez vous-même le type de demande (avance ou solde) et le numéro de référencement ANS du logiciel.",
  "Le SIRET est celui de votre demande d’enrôlement ; le numéro ANS, celui du logiciel déposé.",
  "Le montant HT est strictement égal à celui du bon de commande, arrondi au centime, et respecte le plafond de l’appel à financement.",
  "La date de commande est celle de la signature du bon de commande par le client final.",
  "Les FINESS, les RPPS et les noms sont ceux du bon de commande, et les bénéficiaires sont éligibles.",
  "S’il y a un mandataire, le mandat existe : il peut être exigé lors d’un contrôle.",
  "Le régime de TVA est celui du fournisseur. La preuve HT est l’attestation de non-assujettissement à la TVA délivrée par la DGFiP.",
  "Le logiciel est référencé avec les profils que demandent les réponses du scénario d’installation.",
  "Ce que disent les pièces justificatives : leurs noms, leur nature et leur intégrité sont contrôlés, pas leur texte ni leurs signatures.",
  "Après le dépôt : conservez le numéro ASP de chaque demande acceptée, il est obligatoire pour le solde. Une demande rejetée se dépose à nouveau dans un autre JSON, sous un nouveau numéro éditeur.",
];

export function limits(): HTMLElement {
  return h(
    "details",
    { class: "limites" },
    h("summary", {}, "Ce que cette page ne peut pas vérifier"),
    h("ul", {}, ...LIMITS.map((limit) => h("li", {}, fr(limit)))),
    h("p", {}, "Ces rappels viennent des documents de demande de financement. Ils ne remplacent ni l’arrêté, ni ses annexes."),
  );
}
