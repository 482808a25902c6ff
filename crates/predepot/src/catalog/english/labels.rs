//! The words of the profiles: what a row is about, what a profile is, what it reminds of.

use super::twins;

pub(super) static TWINS: &str = twins![
    "la valeur" => "the value",
    // The header and the demande.
    "la référence ASP du fichier" => "the ASP reference of the file",
    "le numéro de référencement ANS" => "the ANS listing number",
    "le numéro de SIRET" => "the SIRET number",
    "la liste des demandes" => "the list of requests",
    "le numéro de la demande" => "the request number",
    "le type d'action" => "the type of action",
    "le numéro ASP" => "the ASP number",
    "le numéro éditeur" => "the vendor number",
    "le bloc de la commande" => "the order block",
    "le bloc des bénéficiaires" => "the beneficiaries block",
    "la liste des pièces justificatives" => "the list of supporting documents",
    "le bloc du scénario d'installation" => "the installation scenario block",
    "la liste des scénarios d'installation" => "the list of installation scenarios",
    "le code de traitement" => "the processing code",
    "le libellé de traitement" => "the processing label",
    // The order.
    "la date de la commande" => "the order date",
    "le régime de TVA" => "the VAT regime",
    "le montant" => "the amount",
    // The authorised agent.
    "la réponse « mandataire »" => "the authorised-agent answer",
    "la réponse « client unique »" => "the single-client answer",
    "le nom du mandataire" => "the authorised agent's name",
    "l'adresse électronique du mandataire" => "the authorised agent's email address",
    "le téléphone du mandataire" => "the authorised agent's phone number",
    // The beneficiaries.
    "la nature du client" => "the client type",
    "la liste des médecins libéraux" => "the list of self-employed doctors",
    "le bloc de la structure" => "the structure block",
    "le nom du médecin" => "the doctor's name",
    "l'adresse électronique du médecin" => "the doctor's email address",
    "le téléphone du médecin" => "the doctor's phone number",
    "le numéro RPPS du médecin" => "the doctor's RPPS number",
    "le FINESS juridique" => "the legal FINESS",
    "le FINESS PMSI" => "the FINESS PMSI",
    "la liste des FINESS géographiques" => "the list of geographic FINESS numbers",
    "le FINESS géographique du scénario" => "the scenario's geographic FINESS",
    "le nom du responsable" => "the name of the person in charge",
    "l'adresse électronique du responsable" => "the email address of the person in charge",
    "le téléphone du responsable" => "the phone number of the person in charge",
    "la liste des établissements clients" => "the list of client facilities",
    "le nom du responsable du client" => "the name of the client's person in charge",
    "l'adresse électronique du responsable du client" =>
        "the email address of the client's person in charge",
    "le téléphone du responsable du client" => "the phone number of the client's person in charge",
    "la liste des organismes gestionnaires" => "the list of managing organisations",
    "le nom du responsable de l'organisme" => "the name of the organisation's person in charge",
    "l'adresse électronique du responsable de l'organisme" =>
        "the email address of the organisation's person in charge",
    "le téléphone du responsable de l'organisme" =>
        "the phone number of the organisation's person in charge",
    // The server certificate.
    "la réponse « certificat serveur »" => "the server-certificate answer",
    "la réponse « contrat de l'organisme avec l'ANS »" => "the answer on the organisation's contract with the ANS",
    "la réponse « contrat de l'éditeur avec l'ANS »" => "the answer on the vendor's contract with the ANS",
    "le statut de l'administrateur technique" => "the technical administrator's status",
    "le bloc du certificat serveur" => "the server certificate block",
    "le numéro de la carte CPx" => "the CPx card number",
    "le nom de l'administrateur technique" => "the technical administrator's name",
    "le téléphone de l'administrateur technique" =>
        "the technical administrator's phone number",
    "l'adresse électronique de l'administrateur technique" =>
        "the technical administrator's email address",
    "l'utilité du certificat" => "the purpose of the certificate",
    // The supporting documents.
    "le nom de la pièce" => "the name of the supporting document",
    "le format de la pièce" => "the format of the supporting document",
    "le type de la pièce" => "the type of the supporting document",
    // The installation scenario.
    "l'opérateur de messagerie" => "the messaging operator",
    "l'ancienne version du logiciel" => "the previous version of the software",
    "le profil métier" => "the sector profile",
    "le bloc DPI" => "the DPI block",
    "le bloc PFI" => "the PFI block",
    "la réponse « centre de santé »" => "the answer “health centre”",
    "la réponse « Pro Santé Connect »" => "the answer “Pro Santé Connect”",
    "la réponse « maître d'identité »" => "the answer “identity master”",
    "la réponse « stockage des titres d'identité »" => "the answer “storage of identity papers”",
    "la réponse « actes remboursables »" => "the answer “refundable care”",
    "la réponse « envoi direct au DMP »" => "the answer “sent directly to the DMP”",
    "la réponse « envoi au DMP par une application tierce »" =>
        "the answer “sent to the DMP by a third-party application”",
    "la réponse « envoi direct par la MSS Pro »" => "the answer “sent directly by MSS Pro”",
    "la réponse « envoi par la MSS Pro et une application tierce »" =>
        "the answer “sent by MSS Pro and a third-party application”",
    "la réponse « envoi direct par la MSS citoyen »" => "the answer “sent directly by MSS citoyen”",
    "la réponse « envoi par la MSS citoyen et une application tierce »" =>
        "the answer “sent by MSS citoyen and a third-party application”",
    "la réponse « PFI indépendante pour l'envoi au DMP »" =>
        "the answer “independent PFI for sending to the DMP”",
    "la réponse « PFI indépendante pour l'envoi à la MSS Pro »" =>
        "the answer “independent PFI for sending to MSS Pro”",
    "la réponse « PFI indépendante pour l'envoi à la MSS citoyenne »" =>
        "the answer “independent PFI for sending to MSS citoyen”",
    "la réponse « comptes rendus de biologie »" => "the answer “laboratory reports”",
    "la réponse « comptes rendus de radiologie »" => "the answer “radiology reports”",
    "la réponse « envoi au DMP par la PFI »" => "the answer “sent to the DMP by the PFI”",
    "la réponse « envoi par MSS Pro par la PFI »" => "the answer “sent by MSS Pro by the PFI”",
    "la réponse « envoi par MSS citoyen par la PFI »" =>
        "the answer “sent by MSS citoyen by the PFI”",
    // What the profiles are.
    "Dossier usager informatisé (Médico-social)" => "Computerised user record (social care)",
    "Logiciels de gestion de cabinet (Médecins de ville)" =>
        "Practice management software (community doctors)",
    "Dossier patient informatisé (Hôpital)" => "Computerised patient record (hospital)",
    "Plateforme d'intermédiation (Hôpital)" => "Intermediation platform (hospital)",
    "Référentiel d'identité (Hôpital)" => "Identity repository (hospital)",
    // Reminders. The names of listing profiles are the ANS's own.
    "la solution doit avoir été référencée avec le profil « Centre de santé »" =>
        "the software must have been listed with the profile “Centre de santé”",
    "la solution doit avoir été référencée avec le profil « Mailiz »" =>
        "the software must have been listed with the profile “Mailiz”",
    "la solution doit avoir été référencée avec le profil « Intégration INS »" =>
        "the software must have been listed with the profile “Intégration INS”",
    "la solution doit avoir été référencée avec le profil « DUI - Référentiel d'identité »" =>
        "the software must have been listed with the profile “DUI - Référentiel d'identité”",
    "la solution doit avoir été référencée avec le profil « DUI - Esclave d'identité »" =>
        "the software must have been listed with the profile “DUI - Esclave d'identité”",
    "la solution doit avoir été référencée avec le profil « DUI - Stockage des copies de titre d'identité »" =>
        "the software must have been listed with the profile “DUI - Stockage des copies de titre d'identité”",
    "la solution doit avoir été référencée avec le profil « Spécifique - PA »" =>
        "the software must have been listed with the profile “Spécifique - PA”",
    "la solution doit avoir été référencée avec le profil « Spécifique - PH »" =>
        "the software must have been listed with the profile “Spécifique - PH”",
    "la solution doit avoir été référencée avec le profil « Spécifique - Domicile »" =>
        "the software must have been listed with the profile “Spécifique - Domicile”",
    "la solution doit avoir été référencée avec le profil « Spécifique - SAAD »" =>
        "the software must have been listed with the profile “Spécifique - SAAD”",
    "la solution doit avoir été référencée avec le profil des solutions déployées auprès de ceux qui dispensent des actes remboursables par l'assurance maladie" =>
        "the software must have been listed with the profile of software deployed with those who provide care refundable by health insurance",
    "la solution doit avoir été référencée avec le profil des solutions déployées auprès de ceux qui ne dispensent pas d'actes remboursables par l'assurance maladie" =>
        "the software must have been listed with the profile of software deployed with those who do not provide care refundable by health insurance",
    "la commande est pour des médecins libéraux alors que le client est dit centre de santé : vérifiez les deux réponses" =>
        "the order is for self-employed doctors although the client is said to be a health centre: check the two answers",
    "un mandataire signe pour plusieurs clients, or le client est dit unique : vérifiez les deux réponses" =>
        "an authorised agent signs for several clients, yet the client is said to be the only one: check the two answers",
];
