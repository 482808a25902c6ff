//! What no check knows, and why a rule says nothing of a file.

use super::twins;

pub(super) static TWINS: &str = twins![
    // What the user makes sure of, in every file.
    "Le logiciel est référencé par l'ANS, et le numéro ANS du fichier est le sien." =>
        "The software is listed by the ANS, and the ANS number of the file is its own.",
    "Sur le portail, vous indiquez pour ce JSON le type de demande (avance ou solde) et le numéro ANS du logiciel." =>
        "On the portal, you give for this JSON the type of request (advance or balance) and the ANS number of the software.",
    "Le SIRET est celui de votre demande d'enrôlement." =>
        "The SIRET is that of your enrolment request.",
    "Aucune de ces demandes n'est déjà déposée, et aucun de leurs numéros éditeur n'a déjà servi." =>
        "None of these requests was submitted before, and none of their vendor numbers was used before.",
    "Chaque date de commande est celle de la signature du bon de commande par le client final." =>
        "Each order date is that on which the end client signed the purchase order.",
    "Chaque montant est celui du bon de commande, hors taxes, arrondi au centime, et respecte le plafond de l'appel à financement." =>
        "Each amount is that of the purchase order, before VAT, rounded to the cent, and within the ceiling of the call for funding.",
    "Le régime de TVA est celui du fournisseur." => "The VAT regime is that of the supplier.",
    "La preuve HT est l'attestation de non-assujettissement à la TVA délivrée par la DGFiP." =>
        "The proof of the HT regime is the certificate of exemption from VAT issued by the DGFiP.",
    "Le mandat existe : il peut être exigé lors d'un contrôle." =>
        "The authorisation of the agent exists: it may be asked for in an inspection.",
    "Chaque bon de commande est le bon, et signé : ni le texte ni les signatures des pièces ne sont lus ici." =>
        "Each purchase order is the right one, and signed: neither the text nor the signatures of the supporting documents are read here.",
    "Le numéro à la fin du nom du JSON suit celui du dernier fichier déposé le même jour pour ce numéro ANS." =>
        "The number at the end of the name of the JSON follows that of the last file submitted on the same day for this ANS number.",
    "L'ASP instruit une à une les demandes que ses contrôles laissent passer, et peut encore les refuser." =>
        "The ASP reviews one by one the requests that its checks let through, and may still refuse them.",
    "Conservez le numéro ASP de chaque demande acceptée : il est obligatoire pour la demande de solde." =>
        "Keep the ASP number of each accepted request: it is required for the balance request.",
    "Conservez aussi le numéro éditeur de chaque demande. Une demande rejetée se dépose dans un autre JSON, sous un nouveau numéro éditeur." =>
        "Keep the vendor number of each request too. A rejected request is submitted in another JSON, under a new vendor number.",
    // By profile.
    "Les médecins et leurs RPPS sont ceux du bon de commande, et chacun est éligible." =>
        "The doctors and their RPPS are those of the purchase order, and each one is eligible.",
    "La structure et ses FINESS sont ceux du bon de commande, et chacun est éligible." =>
        "The group practice or health centre and its FINESS are those of the purchase order, and each one is eligible.",
    "Le montant suit l'effectif de chaque structure géographique." =>
        "The amount follows the headcount of each site.",
    "Les FINESS géographiques sont ceux du bon de commande, et chacun est dans la liste des FINESS éligibles de l'appel à financement." =>
        "The geographic FINESS are those of the purchase order, and each one is in the list of eligible FINESS of the call for funding.",
    "Le plafond hors taxes est le plafond TTC de la tranche, pour le nombre d'ESMS éligibles, divisé par 1,2." =>
        "The ceiling before VAT is the ceiling of the band with VAT, for the number of eligible ESMS, divided by 1.2.",
    "Les contractualisations avec l'ANS et le numéro de la carte CPx sont exacts." =>
        "The contracts with the ANS and the number of the CPx card are right.",
    "Le nom de chaque client est celui de son responsable, pas de sa structure, tel qu'au bon de commande." =>
        "The name of each client is that of the person in charge, not of the organisation, as in the purchase order.",
    "Chaque FINESS PMSI est dans le fichier de calcul de l'ANS, et son établissement est éligible." =>
        "Each FINESS PMSI is in the calculation file of the ANS, and its facility is eligible.",
    "Tous les établissements du GHT ou du groupe que la commande concerne sont dans la demande." =>
        "All the facilities of the GHT or of the group that the order is for are in the request.",
    "Le scénario d'installation est le même pour tous les établissements de la commande." =>
        "The installation scenario is the same for all the facilities of the order.",
    // Why a rule had nothing to judge.
    "le fichier n'a qu'une demande" => "the file has one request only",
    "aucun opérateur de messagerie n'est donné" => "no messaging operator is given",
    "aucune demande n'a de mandataire à nommer" => "no request has an authorised agent to name",
    "toutes les demandes ont un mandataire" => "all requests have an authorised agent",
    "aucune commande n'est pour des médecins libéraux" => "no order is for self-employed doctors",
    "aucune commande n'est pour une structure" => "no order is for a group practice or health centre",
    "aucune demande ne dit si le client est unique" => "no request says whether there is a single client",
    "il n'y a qu'un numéro éditeur" => "there is one vendor number only",
    "aucune demande n'est en régime HT" => "no request is under the HT regime",
    "aucune demande n'est en régime TTC" => "no request is under the TTC regime",
    "aucune liste n'a deux FINESS" => "no list has two FINESS",
    "chaque organisme demande un certificat serveur" => "each organisation asks for a server certificate",
    "aucun organisme ne demande de certificat serveur" => "no organisation asks for a server certificate",
    "aucun médecin n'est sans mandataire" => "no doctor is without an authorised agent",
    "aucune demande n'a deux médecins" => "no request has two doctors",
    "tous les systèmes sont maîtres d'identité" => "all systems are identity masters",
    "il n'y a qu'une pièce" => "there is one supporting document only",
    "aucune pièce n'est déclarée" => "no supporting document is declared",
    "toutes les pièces sont dans un ZIP" => "all supporting documents are in a ZIP",
    "ce fichier n'est pas une réponse de l'ASP" => "this file is not an answer from the ASP",
    "rien de tel dans ce qui est déposé" => "nothing of the kind in what was dropped",
    // Why a rule was not applied.
    "ce qui serait jugé manque ou est en faute" => "what would be judged is missing or at fault",
    "le fichier n'a pas été lu" => "the file was not read",
    "le modèle du fichier n'est pas reconnu" => "the template of the file is not recognised",
    "dans une réponse de l'ASP, seules les demandes rejetées sont contrôlées" =>
        "in an answer from the ASP, only the rejected requests are checked",
    "ni ZIP ni pièce n'est déposé ici" => "neither a ZIP nor a supporting document was dropped here",
    "aucun JSON de demandes n'est déposé ici" => "no JSON of requests was dropped here",
    "toutes les pièces ne sont pas lues" => "not all supporting documents are read",
    "la date du jour n'est pas connue" => "today's date is not known",
    "le profil est choisi à la main" => "the profile was chosen by hand",
    // The label of a simulation.
    "aucun rejet prévu, ce n'est pas une réponse de l'ASP" =>
        "no rejection expected, this is not an answer from the ASP",
];
