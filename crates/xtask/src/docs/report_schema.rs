//! `docs/report.schema.json`: the form of the report (`predepot::render::wire`), for the programs that read it.

use predepot::catalog::{Code, typographie};
use predepot::profiles;
use predepot::render::wire::SCHEMA_VERSION;
use serde_json::{Map, Value, json};

use super::Document;

/// The schema. Every key is always there but `entry` of a related place, and no other.
pub(super) fn document() -> Document {
    let schema = json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": typographie("Rapport de prédépôt"),
        "description": typographie("Le même pour l'export de la page, le paquet wasm et la ligne de commande. Lignes et colonnes \
            commencent à 1 ; une colonne compte des unités UTF-16 ; les positions (offset, length) comptent des octets du \
            fichier déposé. Les phrases (message, why, help, title, et source pour un profil déduit) sont dans la langue \
            demandée, en français par défaut ; tout le reste est le même dans toutes."),
        "definitions": definitions(),
        "allOf": [{"$ref": "#/definitions/rapport"}],
    });
    Document {
        path: "docs/report.schema.json".to_owned(),
        content: format!("{schema:#}"),
    }
}

/// An object with exactly these keys.
fn object(keys: Value) -> Value {
    let keys: Map<String, Value> = match keys {
        Value::Object(keys) => keys,
        _ => Map::new(),
    };
    let required: Vec<&String> = keys.keys().collect();
    json!({"type": "object", "required": required, "properties": keys, "additionalProperties": false})
}

fn list(of: &str) -> Value {
    json!({"type": "array", "items": {"$ref": format!("#/definitions/{of}")}})
}

fn or_null(of: &str) -> Value {
    json!({"anyOf": [{"$ref": format!("#/definitions/{of}")}, {"type": "null"}]})
}

fn described(words: &str, mut value: Value) -> Value {
    value["description"] = Value::from(typographie(words));
    value
}

fn definitions() -> Value {
    let count = json!({"type": "integer", "minimum": 0});
    let place = json!({"type": ["integer", "null"], "minimum": 1});
    let bytes = json!({"type": ["integer", "null"], "minimum": 0});
    let text = json!({"type": "string", "minLength": 1});
    let codes: Vec<&str> = Code::ALL.iter().map(|code| code.as_str()).collect();
    let names: Vec<&str> = Code::ALL.iter().map(|code| code.name()).collect();
    let ids: Vec<Value> = profiles::ALL
        .iter()
        .map(|profile| Value::from(profile.id))
        .chain([Value::Null])
        .collect();
    let mut file_counts = object(json!({
        "erreur": count, "avertissement": count, "information": count,
        "byCode": {"type": "object", "propertyNames": {"enum": codes}, "additionalProperties": {"type": "integer", "minimum": 1}},
    }));
    file_counts["description"] = Value::from(typographie("Exacts même quand la liste est coupée."));
    let mut place_elsewhere = object(json!({
        "file": described("Null : le même fichier.", json!({"type": ["string", "null"]})),
        "line": place, "column": place,
        "message": text,
    }));
    place_elsewhere["properties"]["entry"] = described(
        "L'entrée du ZIP ; seulement quand le lieu en est une.",
        text.clone(),
    );
    json!({
        "rapport": object(json!({
            "schemaVersion": {"const": SCHEMA_VERSION},
            "tool": object(json!({"name": {"const": "predepot"}, "version": text})),
            "verdict": {"$ref": "#/definitions/verdict"},
            "counts": object(json!({"erreur": count, "avertissement": count, "information": count})),
            "files": list("fichier"),
        })),
        "verdict": described(
            "De haut en bas, le pire d'abord ; les deux derniers ne disent rien d'un dépôt.",
            json!({"enum": ["rejet-fichier", "rejet-demandes", "a-corriger", "a-verifier", "pret", "non-controle", "retour-asp"]}),
        ),
        "fichier": object(json!({
            "name": {"type": "string"},
            "kind": {"enum": ["json", "zip", "piece", "inconnu"]},
            "size": count,
            "sha256": described("Null quand le fichier n'a pas été lu en entier.", json!({"type": ["string", "null"], "pattern": "^[0-9a-f]{64}$"})),
            "profile": {"enum": ids},
            "profileBasis": {"enum": ["document", "deduit", "choisi", null]},
            "rules": described("La version des règles.", json!({"type": ["string", "null"], "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"})),
            "verdict": {"$ref": "#/definitions/verdict"},
            "counts": file_counts,
            "truncated": described("Vrai quand `diagnostics` est coupé.", json!({"type": "boolean"})),
            "demandes": list("demande"),
            "diagnostics": list("diagnostic"),
        })),
        "demande": object(json!({
            "index": described("À partir de 0.", count.clone()),
            "numLigne": {"type": ["integer", "null"]},
            "numeroEditeur": {"type": ["string", "null"]},
            "verdict": {"enum": ["conforme", "a-verifier", "rejetee", "acceptee-asp", "rejetee-asp"]},
            "startLine": {"type": "integer", "minimum": 1},
            "endLine": {"type": "integer", "minimum": 1},
            "firstError": described("Rang dans `diagnostics` de la première erreur de la demande.", bytes.clone()),
        })),
        "diagnostic": object(json!({
            "code": described("Ne change jamais de sens.", json!({"enum": codes})),
            "name": {"enum": names},
            "severity": {"enum": ["erreur", "avertissement", "information"]},
            "control": described("Le contrôle du portail : 1 (tout le fichier est rejeté), 2 (la demande est rejetée), null (aucun).", json!({"enum": [1, 2, null]})),
            "message": described("Ce qui ne va pas, et où.", text.clone()),
            "why": described("Pourquoi cela compte.", text.clone()),
            "help": described("Que faire.", text.clone()),
            "pointer": described("Pointeur JSON (RFC 6901) de la valeur.", json!({"type": ["string", "null"], "pattern": "^(/([^~/]|~[01])*)*$"})),
            "demande": bytes,
            "entry": described("L'entrée du ZIP.", json!({"type": ["string", "null"]})),
            "line": place, "column": place, "endLine": place, "endColumn": place,
            "offset": bytes, "length": bytes,
            "source": described("Le document et sa section.", json!({"type": ["string", "null"]})),
            "related": list("lieu"),
            "fix": or_null("correction"),
        })),
        "lieu": place_elsewhere,
        "correction": object(json!({
            "title": text,
            "safety": {"enum": ["sure", "a-confirmer", "a-saisir"]},
            "edits": described("Dans l'ordre du fichier, sans recouvrement ; vide quand la valeur est à saisir.", list("edition")),
            "rename": or_null("renommage"),
        })),
        "edition": object(json!({"offset": count, "length": count, "text": {"type": "string"}})),
        "renommage": object(json!({"from": text, "to": text})),
    })
}
