//! `docs/report.d.ts`: the form of the report for TypeScript, from its JSON Schema.

use anyhow::Result;
use serde_json::{Map, Value};

use super::{Document, report_schema};

/// The types: an interface or a union for each definition of the schema.
pub(super) fn document() -> Result<Document> {
    let schema: Value = serde_json::from_str(&report_schema::document().content)?;
    let mut content = comment(&schema, "");
    content.push_str("\n// Écrit par `cargo xtask docs`.\n");
    for (name, definition) in entries(&schema["definitions"]) {
        content.push('\n');
        content.push_str(&comment(definition, ""));
        let name = pascal(name);
        let written = written(definition, "");
        content.push_str(&if definition["properties"].is_object() {
            format!("export interface {name} {written}\n")
        } else {
            format!("export type {name} = {written};\n")
        });
    }
    Ok(Document {
        path: "docs/report.d.ts".to_owned(),
        content,
    })
}

fn entries(value: &Value) -> impl Iterator<Item = (&String, &Value)> {
    value.as_object().into_iter().flat_map(Map::iter)
}

fn pascal(name: &str) -> String {
    let mut letters = name.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}

fn comment(value: &Value, indent: &str) -> String {
    value["description"]
        .as_str()
        .map_or_else(String::new, |words| format!("{indent}/** {words} */\n"))
}

/// A schema as a type.
fn written(schema: &Value, indent: &str) -> String {
    if let Some(name) = schema["$ref"].as_str() {
        return pascal(name.rsplit('/').next().unwrap_or(name));
    }
    if let Some(value) = schema.get("const") {
        return value.to_string();
    }
    if let Some(values) = schema["enum"].as_array() {
        return union(values.iter().map(Value::to_string));
    }
    if let Some(choices) = schema["anyOf"].as_array() {
        return union(choices.iter().map(|choice| written(choice, indent)));
    }
    match &schema["type"] {
        Value::Array(kinds) => union(
            kinds
                .iter()
                .filter_map(Value::as_str)
                .map(|kind| of_kind(kind, schema, indent)),
        ),
        kind => of_kind(kind.as_str().unwrap_or_default(), schema, indent),
    }
}

fn union(types: impl Iterator<Item = String>) -> String {
    types.collect::<Vec<_>>().join(" | ")
}

fn of_kind(kind: &str, schema: &Value, indent: &str) -> String {
    match kind {
        "integer" | "number" => "number".to_owned(),
        "array" => {
            let item = written(&schema["items"], indent);
            if item.contains(" | ") {
                format!("({item})[]")
            } else {
                format!("{item}[]")
            }
        }
        "object" if !schema["properties"].is_object() => {
            format!(
                "Record<string, {}>",
                written(&schema["additionalProperties"], indent)
            )
        }
        "object" => {
            let inner = format!("{indent}  ");
            let keys: String = entries(&schema["properties"])
                .map(|(key, value)| {
                    let required = schema["required"]
                        .as_array()
                        .is_some_and(|keys| keys.iter().any(|one| one == key));
                    format!(
                        "{}{inner}{key}{}: {};\n",
                        comment(value, &inner),
                        if required { "" } else { "?" },
                        written(value, &inner)
                    )
                })
                .collect();
            format!("{{\n{keys}{indent}}}")
        }
        other => other.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[track_caller]
    fn check(schema: Value, expected: &str) {
        assert_eq!(written(&schema, ""), expected);
    }

    #[test]
    fn schemas_become_types() {
        check(json!({"type": ["integer", "null"]}), "number | null");
        check(json!({"enum": ["a", null]}), "\"a\" | null");
        check(json!({"$ref": "#/definitions/lieu"}), "Lieu");
        check(
            json!({"anyOf": [{"$ref": "#/definitions/fix"}, {"type": "null"}]}),
            "Fix | null",
        );
        check(
            json!({"type": "array", "items": {"enum": [1, 2]}}),
            "(1 | 2)[]",
        );
        check(
            json!({"type": "object", "additionalProperties": {"type": "integer"}}),
            "Record<string, number>",
        );
        check(
            json!({"type": "object", "required": ["a"], "properties": {"a": {"type": "string"}, "b": {"type": "boolean", "description": "B."}}}),
            "{\n  a: string;\n  /** B. */\n  b?: boolean;\n}",
        );
    }
}
