//! For the page of each rule and the command line: a few lines of a file that break the rule, and the same put right. Apart from
//! [`Rule`](super::Rule), for the page in the browser does not show them and its module leaves them out.

use super::Code;

/// Before and after.
pub struct Example {
    /// Breaks the rule.
    pub before: &'static str,
    /// Put right.
    pub after: &'static str,
}

/// The example of a code.
pub fn example(code: Code) -> Example {
    let (before, after) = match code {
        Code::J001 => (
            "\"commande\": { \"regimeTVA\": }",
            "\"commande\": { \"regimeTVA\": \"TTC\" }",
        ),
        Code::J002 => (
            "\"regimeTVA\": \"TTC\",\n\"montantSegurHT\": 1075.00,\n}",
            "\"regimeTVA\": \"TTC\",\n\"montantSegurHT\": 1075.00\n}",
        ),
        Code::J003 => (
            "\"regimeTVA\": \"TTC\"\n\"montantSegurHT\": 1075.00",
            "\"regimeTVA\": \"TTC\",\n\"montantSegurHT\": 1075.00",
        ),
        Code::J004 => ("\"nomMedecin\": \"DURAND,", "\"nomMedecin\": \"DURAND\","),
        Code::J005 => ("\"nomMedecin\": \"DURAND\n\"", "\"nomMedecin\": \"DURAND\""),
        Code::J006 => (
            "\"ancienneVersion\": \"DUI\\V2\"",
            "\"ancienneVersion\": \"DUI\\\\V2\"",
        ),
        Code::J007 => (
            "\"montantSegurHT\": 13 750,00 €",
            "\"montantSegurHT\": 13750.00",
        ),
        Code::J008 => ("\"isMandataire\": False", "\"isMandataire\": false"),
        Code::J009 => (
            "{ \"impId\": null, \"lignesImport\": [] }\n}",
            "{ \"impId\": null, \"lignesImport\": [] }",
        ),
        Code::J010 => (
            "(fichier de 0 octet)",
            "{\n  \"impId\": null,\n  \"numeroAns\": \"1234567890\",\n  \
                \"SIRET\": \"73282932000074\",\n  \"lignesImport\": [ … ]\n}",
        ),
        Code::J011 => (
            "\"nomMedecin\": \"H�L�NE\"   (Windows-1252)",
            "\"nomMedecin\": \"HÉLÈNE\"   (UTF-8)",
        ),
        Code::J012 => ("<BOM>{ \"impId\": null, … }", "{ \"impId\": null, … }"),
        Code::J013 => (
            "[[[[[[[[[[ … ]]]]]]]]]]",
            "\"lignesImport\": [ { \"numLigne\": 1, … } ]",
        ),
        Code::J014 => (
            "\"regimeTVA\": \"TTC\",\n\"regimeTVA\": \"HT\"",
            "\"regimeTVA\": \"HT\"",
        ),
        Code::J015 => ("“regimeTVA”: 'TTC'", "\"regimeTVA\": \"TTC\""),
        Code::J016 => (
            "\"regimeTVA\": \"HT\" // à vérifier",
            "\"regimeTVA\": \"HT\"",
        ),
        Code::S001 => (
            "\"numLigne\": 1,\n\"typeAction\": \"C\",",
            "\"numLigne\": 1,\n\"typeAction\": \"C\",\n\"numeroASP\": null,",
        ),
        Code::S002 => ("\"montantSegurHt\": 1075.00", "\"montantSegurHT\": 1075.00"),
        Code::S003 => (
            "\"montantSegurHT\": \"1075.00\"",
            "\"montantSegurHT\": 1075.00",
        ),
        Code::S004 => ("\"FINESSGeos\": []", "\"FINESSGeos\": [\"123456789\"]"),
        Code::S005 => (
            "\"lignesImport\": [ …214 demandes… ]",
            "\"lignesImport\": [ …200 demandes… ]\n\"lignesImport\": [ …14 \
                demandes… ]   (dans un second fichier)",
        ),
        Code::S006 => (
            "[\n  { \"numLigne\": 1, … }\n]",
            "{\n  \"impId\": null,\n  \"numeroAns\": \"1234567890\",\n  \
                \"SIRET\": \"73282932000074\",\n  \"lignesImport\": [ { \
                \"numLigne\": 1, … } ]\n}",
        ),
        Code::S007 => (
            "\"beneficiaires\": { \"laboratoires\": [ … ] }",
            "\"beneficiaires\": { \"commandePour\": \"LIBERAL\", … }",
        ),
        Code::S008 => (
            "\"nomFichier\": \"HOP-DPI-Va1-BDC-00001.pdf\"\n\"nomFichier\": \
                \"HOP-PFI-Va1-BDC-00002.pdf\"",
            "\"nomFichier\": \"HOP-DPI-Va1-BDC-00001.pdf\"\n\"nomFichier\": \
                \"HOP-DPI-Va1-BDC-00002.pdf\"",
        ),
        Code::S009 => (
            "{ \"FINESSJuridique\": \"345678912\", \"nomResponsableOG\": \
                \"DUPONT\", … }",
            "{ \"FINESSJuridique\": \"345678912\", \
                \"demandeCertificatServeur\": false, \"nomResponsableOG\": \
                \"DUPONT\", … }",
        ),
        Code::S010 => (
            "\"beneficiaires\": {\n  \"demandeCertificatServeur\": false,\n  \
                \"etablissementsClients\": [ { \"FINESSJuridique\": \
                \"345678912\", … } ]\n}",
            "\"beneficiaires\": {\n  \"etablissementsClients\": [ { \
                \"FINESSJuridique\": \"345678912\", \
                \"demandeCertificatServeur\": false, … } ]\n}",
        ),
        Code::F001 => ("\"numeroEditeur\": \"1\"", "\"numeroEditeur\": \"00001\""),
        Code::F002 => (
            "\"nomMedecin\": \"DE LA FONTAINE DE SAINT-GERMAIN DU \
                PLESSIS-ROBINSON\"",
            "\"nomMedecin\": \"DE LA FONTAINE DE SAINT-GERMAIN DU PLESSIS\"",
        ),
        Code::F003 => ("\"regimeTVA\": \"ht\"", "\"regimeTVA\": \"HT\""),
        Code::F004 => ("\"RPPS\": \"1000A234567\"", "\"RPPS\": \"10001234565\""),
        Code::F005 => (
            "\"numeroEditeur\": \"A-012\"",
            "\"numeroEditeur\": \"A0012\"",
        ),
        Code::F006 => ("\"nomMedecin\": \"Durand\"", "\"nomMedecin\": \"DURAND\""),
        Code::F007 => (
            "\"dateCommande\": \"2023-10-02\"",
            "\"dateCommande\": \"02/10/2023\"",
        ),
        Code::F008 => ("\"montantSegurHT\": 1075", "\"montantSegurHT\": 1075.00"),
        Code::F009 => (
            "\"emailMedecin\": \"dr.durand.exemple.fr\"",
            "\"emailMedecin\": \"dr.durand@exemple.fr\"",
        ),
        Code::F010 => (
            "\"telephoneResponsableOG\": \"01 23 45 67 89\"",
            "\"telephoneResponsableOG\": \"+33 1 23 45 67 89\"",
        ),
        Code::F011 => ("\"numeroASP\": \"\"", "\"numeroASP\": null"),
        Code::F012 => (
            "\"operateurMessagerie\": \"MAILIZ\"",
            "\"operateurMessagerie\": \"MAI_15\"",
        ),
        Code::F013 => ("\"nomMedecin\": \"DURAND \"", "\"nomMedecin\": \"DURAND\""),
        Code::F014 => ("\"numLigne\": 1.0", "\"numLigne\": 1"),
        Code::F015 => (
            "\"SIRET\": \"73282932000075\"",
            "\"SIRET\": \"73282932000074\"",
        ),
        Code::F016 => ("\"nomMedecin\": \"\"", "\"nomMedecin\": \"DURAND\""),
        Code::F017 => ("\"montantSegurHT\": 0.00", "\"montantSegurHT\": 1075.00"),
        Code::C001 => (
            "\"isMandataire\": true,\n\"isClientUnique\": \
                false,\n\"nomMandataire\": null",
            "\"isMandataire\": true,\n\"isClientUnique\": \
                false,\n\"nomMandataire\": \"DURAND\"",
        ),
        Code::C002 => (
            "\"isMandataire\": false,\n\"nomMandataire\": \"DURAND\"",
            "\"isMandataire\": false,\n\"nomMandataire\": null",
        ),
        Code::C003 => (
            "\"commandePour\": \"LIBERAL\",\n\"liberal\": []",
            "\"commandePour\": \"LIBERAL\",\n\"liberal\": [ { \"nomMedecin\": \
                \"DURAND\", … } ]",
        ),
        Code::C004 => (
            "\"commandePour\": \"STRUCTURE\",\n\"structure\": {}",
            "\"commandePour\": \"STRUCTURE\",\n\"structure\": { \
                \"FINESSJuridique\": \"111111111\", … }",
        ),
        Code::C005 => (
            "\"isClientUnique\": true,\n\"liberal\": [ { \"nomMedecin\": \
                \"DURAND\", … }, { \"nomMedecin\": \"MARTIN\", … } ]",
            "\"isClientUnique\": false,\n\"liberal\": [ { \"nomMedecin\": \
                \"DURAND\", … }, { \"nomMedecin\": \"MARTIN\", … } ]",
        ),
        Code::C006 => (
            "\"numLigne\": 1, …\n\"numLigne\": 1, …",
            "\"numLigne\": 1, …\n\"numLigne\": 2, …",
        ),
        Code::C007 => (
            "\"numLigne\": 1, \"numeroEditeur\": \"00001\", …\n\"numLigne\": \
                2, \"numeroEditeur\": \"00001\", …",
            "\"numLigne\": 1, \"numeroEditeur\": \"00001\", …\n\"numLigne\": \
                2, \"numeroEditeur\": \"00002\", …",
        ),
        Code::C008 => (
            "\"piecesJustificatives\": []",
            "\"piecesJustificatives\": [ {\n  \"nomFichier\": \
                \"MDV-LGC-Va1-BDC-00001.pdf\",\n  \"formatFichier\": \"PDF\",\n  \
                \"typeFichier\": \"BON_COMMANDE\"\n} ]",
        ),
        Code::C009 => (
            "{ \"nomFichier\": \"MDV-LGC-Va1-BDC-00001.pdf\", \
                \"typeFichier\": \"BON_COMMANDE\", … },\n{ \"nomFichier\": \
                \"MDV-LGC-Va1-HT-00001.pdf\", \"typeFichier\": \"BON_COMMANDE\", \
                … }",
            "{ \"nomFichier\": \"MDV-LGC-Va1-BDC-00001.pdf\", \
                \"typeFichier\": \"BON_COMMANDE\", … },\n{ \"nomFichier\": \
                \"MDV-LGC-Va1-HT-00001.pdf\", \"typeFichier\": \"PREUVE_HT\", … \
                }",
        ),
        Code::C010 => (
            "\"regimeTVA\": \"HT\", …\n\"piecesJustificatives\": [ { \
                \"typeFichier\": \"BON_COMMANDE\", … } ]",
            "\"regimeTVA\": \"HT\", …\n\"piecesJustificatives\": [ { \
                \"typeFichier\": \"BON_COMMANDE\", … }, { \"typeFichier\": \
                \"PREUVE_HT\", … } ]",
        ),
        Code::C011 => (
            "\"regimeTVA\": \"TTC\", …\n\"typeFichier\": \"PREUVE_HT\"",
            "\"regimeTVA\": \"HT\", …\n\"typeFichier\": \"PREUVE_HT\"",
        ),
        Code::C012 => (
            "\"FINESSGeos\": [\"123456789\"], …\n\"scenarioInstallation\": [ \
                { \"FINESSGeo\": \"123456798\", … } ]",
            "\"FINESSGeos\": [\"123456789\"], …\n\"scenarioInstallation\": [ \
                { \"FINESSGeo\": \"123456789\", … } ]",
        ),
        Code::C013 => (
            "\"FINESSGeos\": [\"123456789\", \"234567891\"], \
                …\n\"scenarioInstallation\": [ { \"FINESSGeo\": \"123456789\", … \
                } ]",
            "\"FINESSGeos\": [\"123456789\", \"234567891\"], \
                …\n\"scenarioInstallation\": [ { \"FINESSGeo\": \"123456789\", … \
                }, { \"FINESSGeo\": \"234567891\", … } ]",
        ),
        Code::C014 => (
            "\"FINESSGeos\": [\"123456789\", \"123456789\"]",
            "\"FINESSGeos\": [\"123456789\", \"234567891\"]",
        ),
        Code::C015 => (
            "\"demandeCertificatServeur\": false,\n\"statutAdminTechnique\": \
                \"E\"",
            "\"demandeCertificatServeur\": false,\n\"statutAdminTechnique\": \
                null",
        ),
        Code::C016 => (
            "\"demandeCertificatServeur\": true,\n\"statutAdminTechnique\": \
                null",
            "\"demandeCertificatServeur\": true,\n\"statutAdminTechnique\": \
                \"E\"",
        ),
        Code::C017 => (
            "\"PFI\": { \"isEnvoiDMP\": true, … }",
            "\"PFI\": { \"isEnvoiDMP\": false, … }",
        ),
        Code::C018 => (
            "\"dateCommande\": \"02/10/2203\"",
            "\"dateCommande\": \"02/10/2023\"",
        ),
        Code::C019 => (
            "\"commandePour\": \"LIBERAL\",\n\"structure\": { \
                \"FINESSJuridique\": \"111111111\" }",
            "\"commandePour\": \"LIBERAL\",\n\"structure\": {}",
        ),
        Code::C020 => (
            "\"isMandataire\": false, …\n\"emailMedecin\": null",
            "\"isMandataire\": false, …\n\"emailMedecin\": \
                \"dr.durand@exemple.fr\"",
        ),
        Code::C021 => (
            "{ \"nomMedecin\": \"DURAND\", \"RPPS\": \"10001234565\", … },\n{ \
                \"nomMedecin\": \"MARTIN\", \"RPPS\": \"10001234565\", … }",
            "{ \"nomMedecin\": \"DURAND\", \"RPPS\": \"10001234565\", … },\n{ \
                \"nomMedecin\": \"MARTIN\", \"RPPS\": \"10009876543\", … }",
        ),
        Code::C022 => (
            "\"isCentreDeSante\": true   (logiciel sans le profil « Centre de \
                santé »)",
            "\"isCentreDeSante\": true   (logiciel référencé avec le profil « \
                Centre de santé »)",
        ),
        Code::C023 => (
            "\"commandePour\": \"STRUCTURE\",\n\"liberal\": [ { \
                \"nomMedecin\": \"DURAND\", … } ]",
            "\"commandePour\": \"STRUCTURE\",\n\"liberal\": []",
        ),
        Code::C024 => (
            "\"commandePour\": \"STRUCTURE\",\n\"isClientUnique\": true",
            "\"commandePour\": \"STRUCTURE\",\n\"isClientUnique\": false",
        ),
        Code::C025 => (
            "\"isMaitreId\": false,\n\"isRefSoins\": true",
            "\"isMaitreId\": false,\n\"isRefSoins\": null",
        ),
        Code::C026 => (
            "\"commandePour\": \"LIBERAL\",\n\"liberal\": [],\n\"structure\": \
                { \"FINESSJuridique\": \"111111111\", … }",
            "\"commandePour\": \"STRUCTURE\",\n\"liberal\": \
                [],\n\"structure\": { \"FINESSJuridique\": \"111111111\", … }",
        ),
        Code::N001 => (
            "JSON-1234567890-20231002-1.json",
            "JSON-1234567890-20231002-001.json",
        ),
        Code::N002 => (
            "JSON-1234567809-20231002-001.json, avec \"numeroAns\": \
                \"1234567890\"",
            "JSON-1234567890-20231002-001.json, avec \"numeroAns\": \
                \"1234567890\"",
        ),
        Code::N003 => (
            "JSON-1234567890-02102023-001.json",
            "JSON-1234567890-20231002-001.json",
        ),
        Code::N004 => (
            "JSON-1234567890-20231001-001.json, déposé le 02/10/2023",
            "JSON-1234567890-20231002-001.json, déposé le 02/10/2023",
        ),
        Code::N010 => (
            "\"nomFichier\": \"Bon de commande Durand.pdf\"",
            "\"nomFichier\": \"MDV-LGC-Va1-BDC-00001.pdf\"",
        ),
        Code::N011 => (
            "\"nomFichier\": \"MDV-LGO-Va1-BDC-00001.pdf\"",
            "\"nomFichier\": \"MDV-LGC-Va1-BDC-00001.pdf\"",
        ),
        Code::N012 => (
            "\"nomFichier\": \"MDV-LGC-Va1-HT-00001.pdf\",\n\"typeFichier\": \
                \"BON_COMMANDE\"",
            "\"nomFichier\": \"MDV-LGC-Va1-BDC-00001.pdf\",\n\"typeFichier\": \
                \"BON_COMMANDE\"",
        ),
        Code::N013 => (
            "\"numeroEditeur\": \"00002\", …\n\"nomFichier\": \
                \"MDV-LGC-Va1-BDC-00001.pdf\"",
            "\"numeroEditeur\": \"00002\", …\n\"nomFichier\": \
                \"MDV-LGC-Va1-BDC-00002.pdf\"",
        ),
        Code::N014 => (
            "\"nomFichier\": \
                \"MDV-LGC-Va1-BDC-00001.pdf\",\n\"formatFichier\": \"PNG\"",
            "\"nomFichier\": \
                \"MDV-LGC-Va1-BDC-00001.png\",\n\"formatFichier\": \"PNG\"",
        ),
        Code::N015 => (
            "\"nomFichier\": \"MDV-LGC-Va1-BDC-00001.pdf\", \
                …\n\"nomFichier\": \"MDV-LGC-Va1-BDC-00001.pdf\", …",
            "\"nomFichier\": \"MDV-LGC-Va1-BDC-00001.pdf\", \
                …\n\"nomFichier\": \"MDV-LGC-Va1-HT-00001.pdf\", …",
        ),
        Code::R001 => (
            "\"numeroASP\": \"123456\",\n\"codeTraitement\": \
                \"0000\",\n\"libelleTraitement\": \"Demande acceptée\"   \
                (réponse de l'ASP)",
            "\"numeroASP\": null,\n\"codeTraitement\": \
                null,\n\"libelleTraitement\": null   (fichier à déposer)",
        ),
        Code::R002 => (
            "\"numeroEditeur\": \"00012\", …\n\"codeTraitement\": \
                \"0012\",\n\"libelleTraitement\": \"…\"",
            "\"numeroEditeur\": \"00112\", …\n\"codeTraitement\": \
                null,\n\"libelleTraitement\": null",
        ),
        Code::Z001 => (
            "pieces.zip   (un fichier RAR renommé)",
            "pieces.zip   (un ZIP)",
        ),
        Code::Z002 => (
            "pieces.zip   (copie interrompue à la moitié)",
            "pieces.zip   (copié en entier)",
        ),
        Code::Z003 => (
            "pieces.zip   (315 Mo)",
            "pieces-1.zip   (160 Mo)\npieces-2.zip   (155 Mo)",
        ),
        Code::Z004 => (
            "MDV-LGC-Va1-BDC-00001.pdf   (4,2 Mo)",
            "MDV-LGC-Va1-BDC-00001.pdf   (1,1 Mo)",
        ),
        Code::Z005 => (
            "\"nomFichier\": \"MDV-LGC-Va1-BDC-00002.pdf\"\n\npieces.zip\n  \
                MDV-LGC-Va1-BDC-00001.pdf",
            "\"nomFichier\": \"MDV-LGC-Va1-BDC-00002.pdf\"\n\npieces.zip\n  \
                MDV-LGC-Va1-BDC-00001.pdf\n  MDV-LGC-Va1-BDC-00002.pdf",
        ),
        Code::Z006 => (
            "\"nomFichier\": \"MDV-LGC-Va1-BDC-00001.pdf\"\n\npieces.zip\n  \
                MDV-LGC-Va1-BDC-00001.pdf\n  Lisez-moi.txt",
            "\"nomFichier\": \"MDV-LGC-Va1-BDC-00001.pdf\"\n\npieces.zip\n  \
                MDV-LGC-Va1-BDC-00001.pdf",
        ),
        Code::Z007 => (
            "MDV-LGC-Va1-BDC-00001.pdf   (une image JPG renommée)",
            "MDV-LGC-Va1-BDC-00001.pdf   (enregistrée au format PDF)",
        ),
        Code::Z008 => (
            "MDV-LGC-Va1-BDC-00001.pdf   (0 ko)",
            "MDV-LGC-Va1-BDC-00001.pdf   (180 ko)",
        ),
        Code::Z009 => (
            "pieces.zip   (abîmé pendant une copie)",
            "pieces.zip   (refait à partir des pièces)",
        ),
        Code::Z010 => (
            "pieces.zip   (avec mot de passe)",
            "pieces.zip   (sans mot de passe)",
        ),
        Code::Z011 => (
            "pieces.zip   (compression LZMA)",
            "pieces.zip   (compression Deflate, la plus courante)",
        ),
        Code::Z012 => (
            "pieces.zip\n  pieces/MDV-LGC-Va1-BDC-00001.pdf",
            "pieces.zip\n  MDV-LGC-Va1-BDC-00001.pdf",
        ),
        Code::Z013 => (
            "pieces.zip\n  ..\\MDV-LGC-Va1-BDC-00001.pdf",
            "pieces.zip\n  MDV-LGC-Va1-BDC-00001.pdf",
        ),
        Code::Z014 => (
            "pieces.zip\n  MDV-LGC-Va1-BDC-00001.pdf\n  MDV-LGC-Va1-BDC-00001.pdf",
            "pieces.zip\n  MDV-LGC-Va1-BDC-00001.pdf\n  MDV-LGC-Va1-BDC-00002.pdf",
        ),
        Code::Z015 => (
            "pieces.zip   (42 ko, 4 500 Mo une fois ouvert)",
            "pieces.zip   (refait à partir des pièces)",
        ),
        Code::Z016 => (
            "pieces.zip\n  MDV-LGC-Va1-BDC-00001.pdf\n  __MACOSX/._MDV-LGC-Va1-BDC-00001.pdf",
            "pieces.zip\n  MDV-LGC-Va1-BDC-00001.pdf",
        ),
        Code::Z017 => (
            "pieces.zip\n  lot-1.zip\n  lot-2.zip",
            "lot-1.zip\nlot-2.zip",
        ),
        Code::Z018 => (
            "pieces.zip\n  MDV-LGC-Va1-BDC-00001.pdf\n  MDV-LGC-Val-BDC-00001.PDF",
            "pieces.zip\n  MDV-LGC-Va1-BDC-00001.pdf",
        ),
        Code::Z019 => (
            "pieces.zip\n  Bon de commande: Durand.pdf",
            "pieces.zip\n  MDV-LGC-Va1-BDC-00001.pdf",
        ),
        Code::Z020 => (
            "pieces.zip   (modifié par un logiciel qui n'a pas mis à jour sa liste)",
            "pieces.zip   (refait à partir des pièces)",
        ),
        Code::Z021 => (
            "pieces.zip   (précédé de quelques lignes de texte)",
            "pieces.zip   (refait à partir des pièces)",
        ),
        Code::Z022 => (
            "MDV-LGC-Va1-BDC-00001.pdf   (signé et verrouillé)",
            "MDV-LGC-Va1-BDC-00001.pdf   (imprimé au format PDF, sans mot de passe)",
        ),
        Code::Z023 => (
            "MDV-LGC-Va1-BDC-00001.pdf   (téléchargement interrompu)",
            "MDV-LGC-Va1-BDC-00001.pdf   (téléchargé en entier)",
        ),
        Code::Z024 => (
            "JSON-1234567890-20231002-001.json",
            "JSON-1234567890-20231002-001.json\npieces.zip",
        ),
        Code::Z025 => (
            "JSON-1234567890-20231002-001.json\nMDV-LGC-Va1-BDC-00001.pdf",
            "JSON-1234567890-20231002-001.json\npieces.zip\n  MDV-LGC-Va1-BDC-00001.pdf",
        ),
        Code::X001 => ("demandes.xlsx", "JSON-1234567890-20231002-001.json"),
        Code::X002 => (
            "JSON-1234567890-20231002-001.json   (déplacé ou ouvert ailleurs)",
            "JSON-1234567890-20231002-001.json   (enregistré sur \
                l'ordinateur)",
        ),
        Code::X003 => (
            "pieces.zip   (1 200 Mo)",
            "pieces-1.zip   (190 Mo)\npieces-2.zip   (185 Mo)",
        ),
    };
    Example { before, after }
}
