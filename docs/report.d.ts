/** Le même pour l'export de la page, le paquet wasm et la ligne de commande. Lignes et colonnes commencent à 1 ; une colonne compte des unités UTF-16 ; les positions (offset, length) comptent des octets du fichier déposé. Les phrases (message, why, help, title, et source pour un profil déduit) sont dans la langue demandée, en français par défaut ; tout le reste est le même dans toutes. */

// Écrit par `cargo xtask docs`.

export interface Rapport {
  schemaVersion: 1;
  tool: {
    name: "predepot";
    version: string;
  };
  verdict: Verdict;
  counts: {
    erreur: number;
    avertissement: number;
    information: number;
  };
  files: Fichier[];
}

/** De haut en bas, le pire d'abord ; les deux derniers ne disent rien d'un dépôt. */
export type Verdict = "rejet-fichier" | "rejet-demandes" | "a-corriger" | "a-verifier" | "pret" | "non-controle" | "retour-asp";

export interface Fichier {
  name: string;
  kind: "json" | "zip" | "piece" | "inconnu";
  size: number;
  /** Null quand le fichier n'a pas été lu en entier. */
  sha256: string | null;
  profile: "MS1-DUI" | "MDV-LGC" | "HOP-DPI" | "HOP-PFI" | "HOP-RI" | null;
  profileBasis: "document" | "deduit" | "choisi" | null;
  /** La version des règles. */
  rules: string | null;
  verdict: Verdict;
  /** Exacts même quand la liste est coupée. */
  counts: {
    erreur: number;
    avertissement: number;
    information: number;
    byCode: Record<string, number>;
  };
  /** Vrai quand `diagnostics` est coupé. */
  truncated: boolean;
  demandes: Demande[];
  diagnostics: Diagnostic[];
}

export interface Demande {
  /** À partir de 0. */
  index: number;
  numLigne: number | null;
  numeroEditeur: string | null;
  verdict: "conforme" | "a-verifier" | "rejetee" | "acceptee-asp" | "rejetee-asp";
  startLine: number;
  endLine: number;
  /** Rang dans `diagnostics` de la première erreur de la demande. */
  firstError: number | null;
}

export interface Diagnostic {
  /** Ne change jamais de sens. */
  code: "J001" | "J002" | "J003" | "J004" | "J005" | "J006" | "J007" | "J008" | "J009" | "J010" | "J011" | "J012" | "J013" | "J014" | "J015" | "J016" | "S001" | "S002" | "S003" | "S004" | "S005" | "S006" | "S007" | "S008" | "S009" | "S010" | "F001" | "F002" | "F003" | "F004" | "F005" | "F006" | "F007" | "F008" | "F009" | "F010" | "F011" | "F012" | "F013" | "F014" | "F015" | "F016" | "F017" | "C001" | "C002" | "C003" | "C004" | "C005" | "C006" | "C007" | "C008" | "C009" | "C010" | "C011" | "C012" | "C013" | "C014" | "C015" | "C016" | "C017" | "C018" | "C019" | "C020" | "C021" | "C022" | "C023" | "C024" | "C025" | "C026" | "N001" | "N002" | "N003" | "N004" | "N010" | "N011" | "N012" | "N013" | "N014" | "N015" | "Z001" | "Z002" | "Z003" | "Z004" | "Z005" | "Z006" | "Z007" | "Z008" | "Z009" | "Z010" | "Z011" | "Z012" | "Z013" | "Z014" | "Z015" | "Z016" | "Z017" | "Z018" | "Z019" | "Z020" | "Z021" | "Z022" | "Z023" | "Z024" | "Z025" | "R001" | "R002" | "X001" | "X002" | "X003";
  name: "json-invalide" | "virgule-superflue" | "virgule-manquante" | "chaine-non-terminee" | "caractere-de-controle" | "echappement-invalide" | "nombre-invalide" | "litteral-inconnu" | "contenu-apres-la-fin" | "fichier-vide" | "encodage" | "marque-bom" | "imbrication-excessive" | "cle-dupliquee" | "guillemets-non-json" | "commentaire" | "cle-manquante" | "cle-inconnue" | "type-inattendu" | "tableau-vide" | "trop-de-demandes" | "racine-inattendue" | "profil-indetermine" | "logiciels-melanges" | "ancien-modele" | "emplacement-incertain" | "longueur-exacte" | "longueur-maximale" | "valeur-hors-liste" | "chiffres-attendus" | "alphanumerique-attendu" | "majuscules-attendues" | "date-invalide" | "montant-deux-decimales" | "courriel-invalide" | "telephone-invalide" | "null-attendu" | "operateur-inconnu" | "espaces-superflus" | "numero-de-ligne" | "cle-de-controle" | "valeur-vide" | "montant-non-positif" | "mandataire-requis" | "mandataire-superflu" | "liberal-attendu" | "structure-attendue" | "client-unique-incoherent" | "numerotation-des-lignes" | "numero-editeur-duplique" | "bon-de-commande-manquant" | "bons-de-commande-multiples" | "preuve-ht-manquante" | "preuve-ht-superflue" | "scenario-sans-esms" | "esms-sans-scenario" | "finess-duplique" | "certificat-superflu" | "certificat-requis" | "scenario-autre-logiciel" | "date-future" | "structure-superflue" | "contact-medecin-requis" | "rpps-duplique" | "profil-reference-requis" | "liberal-superflu" | "drapeau-superflu" | "soins-sans-maitre-d-identite" | "commande-contradictoire" | "nom-du-json" | "nom-du-json-numero-ans" | "nom-du-json-date" | "nom-du-json-date-du-jour" | "nom-de-piece" | "nom-de-piece-logiciel" | "nom-de-piece-type" | "nom-de-piece-numero-editeur" | "nom-de-piece-extension" | "nom-de-piece-duplique" | "zip-illisible" | "zip-tronque" | "zip-trop-volumineux" | "piece-trop-volumineuse" | "piece-absente" | "piece-non-declaree" | "contenu-inattendu" | "piece-vide" | "piece-corrompue" | "piece-chiffree" | "compression-inconnue" | "piece-dans-un-dossier" | "chemin-dangereux" | "nom-duplique" | "bombe-zip" | "fichier-systeme" | "archive-imbriquee" | "nom-presque-identique" | "nom-illisible" | "archive-incoherente" | "donnees-superflues" | "piece-protegee" | "piece-tronquee" | "pieces-non-fournies" | "piece-hors-zip" | "retour-asp" | "retour-asp-demande-rejetee" | "fichier-non-reconnu" | "fichier-illisible" | "fichier-hors-limites";
  severity: "erreur" | "avertissement" | "information";
  /** Le contrôle du portail : 1 (tout le fichier est rejeté), 2 (la demande est rejetée), null (aucun). */
  control: 1 | 2 | null;
  /** Ce qui ne va pas, et où. */
  message: string;
  /** Pourquoi cela compte. */
  why: string;
  /** Que faire. */
  help: string;
  /** Pointeur JSON (RFC 6901) de la valeur. */
  pointer: string | null;
  demande: number | null;
  /** L'entrée du ZIP. */
  entry: string | null;
  line: number | null;
  column: number | null;
  endLine: number | null;
  endColumn: number | null;
  offset: number | null;
  length: number | null;
  /** Le document et sa section. */
  source: string | null;
  related: Lieu[];
  fix: Correction | null;
}

export interface Lieu {
  /** Null : le même fichier. */
  file: string | null;
  line: number | null;
  column: number | null;
  message: string;
  /** L'entrée du ZIP ; seulement quand le lieu en est une. */
  entry?: string;
}

export interface Correction {
  title: string;
  safety: "sure" | "a-confirmer" | "a-saisir";
  /** Dans l'ordre du fichier, sans recouvrement ; vide quand la valeur est à saisir. */
  edits: Edition[];
  rename: Renommage | null;
}

export interface Edition {
  offset: number;
  length: number;
  text: string;
}

export interface Renommage {
  from: string;
  to: string;
}
