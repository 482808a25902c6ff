//! `docs/profiles/<id>.schema.json`: what a JSON Schema can say of a profile, for editors and for programs that have a validator at hand.
//! Draft-07, which Ajv and VS Code both read without being told. Only errors: a file that the schema refuses is one that prédépôt
//! refuses, but for the cases listed in [`LIMITS`]; `tests/schema` holds the two together.

use anyhow::{Result, bail};
use predepot::catalog::{typographie, usual_severity};
use predepot::diag::Severity;
use predepot::profile::{Class, Format, Is, Length, Need, Presence, Profile, Relation, Row, Test};
use predepot::profiles::{self, operateurs};
use serde_json::{Map, Value, json};

use super::{Document, words};

/// What no schema says, or not as the product does.
const LIMITS: &str = "Ce schéma ne dit pas tout. Il ignore : les avertissements ; la façon dont un nombre est écrit \
    (les deux décimales du montant, F008, car multipleOf se trompe sur les nombres à virgule ; 1.0 pour numLigne, F014) ; \
    une clé écrite deux fois (J014), facultative et mal écrite, ou mal placée (S002) ; ce qui se compare entre plusieurs \
    demandes (C006, C007, N015, S008) ou d'un bloc à l'autre (le numéro éditeur dans le nom des pièces, N013 ; les FINESS \
    des scénarios, C012 et C013 ; le nombre de FINESS PMSI distincts, C005) ; un second bon de commande (C009) ; les clés \
    du certificat serveur écrites au-dessus de l'organisme ou dans un autre bloc que certificatServeur. Il est plus strict \
    que prédépôt sur trois points : il compte les caractères sans recomposer les accents, n'admet d'espace dans un code \
    d'opérateur qu'à sa place, et tient pour minuscule toute lettre de la catégorie Ll. L'outil lui-même fait foi.";

/// One schema for each profile.
pub(super) fn documents() -> Result<Vec<Document>> {
    profiles::ALL
        .iter()
        .map(|profile| {
            let schema = Writer { profile }.file()?;
            Ok(Document {
                path: format!("docs/profiles/{}.schema.json", profile.id),
                content: serde_json::to_string_pretty(&schema)?,
            })
        })
        .collect()
}

/// What a row asks for by its condition, on its way to the object where all the tests of the condition are.
struct Condition {
    /// How many objects up that one is.
    up: usize,
    /// From there to the object of the rows.
    path: Vec<Step>,
    cases: &'static [(&'static [Test], Need)],
    /// The rows of one object under this condition.
    rows: Vec<&'static Row>,
}

/// A way down.
#[derive(Clone, Copy)]
enum Step {
    /// Into a block.
    Block(&'static str),
    /// Into each element of a list.
    Each(&'static str),
    /// Into a block that may as well be a list of one, or flat in the object around it.
    Anywhere(&'static str),
}

struct Writer {
    profile: &'static Profile,
}

impl Writer {
    fn file(&self) -> Result<Value> {
        let (demande, left) = self.object(self.profile.demande, &[])?;
        if !left.is_empty() {
            bail!("{}: a condition reads the header", self.profile.id);
        }
        let mut lines = Map::new();
        for row in self.profile.header {
            let value = match row.key {
                "lignesImport" => {
                    json!({"type": "array", "minItems": 1, "maxItems": 200, "items": demande})
                }
                _ => self.value(&row.format, false),
            };
            lines.insert(row.key.to_owned(), described(row, value));
        }
        let required: Vec<&str> = self.profile.header.iter().map(|row| row.key).collect();
        Ok(json!({
            "$schema": "http://json-schema.org/draft-07/schema#",
            "title": typographie(&format!("{} : {}", self.profile.id, self.profile.title)),
            "description": typographie(&format!("Règles du {}.", words::day(self.profile.rules))),
            "$comment": typographie(LIMITS),
            "type": "object",
            "properties": lines,
            "required": required,
            "definitions": self.definitions(),
        }))
    }

    fn definitions(&self) -> Value {
        let mut codes = Vec::new();
        for operateur in operateurs() {
            let code = operateur.code();
            codes.push(Value::from(code.as_str()));
            if code.contains(' ') {
                codes.push(Value::from(code.replace(' ', "")));
            }
        }
        codes.push(Value::Null);
        json!({
            "vide": {
                "description": typographie("Rien : `null` (un texte vide est un avertissement)."),
                "type": ["null", "string"],
                "pattern": r"^\s*$",
            },
            "creux": {
                "description": typographie("Un bloc où rien n'est indiqué."),
                "anyOf": [
                    {"type": "null"},
                    {"const": ""},
                    {"type": "array", "items": {"$ref": "#/definitions/creux"}},
                    {"type": "object", "additionalProperties": {"$ref": "#/definitions/creux"}},
                ],
            },
            "operateur": {"enum": codes},
        })
    }

    /// The schema of an object, and the conditions that are to be said further up.
    fn object(
        &self,
        rows: &'static [Row],
        around: &[&'static [Row]],
    ) -> Result<(Value, Vec<Condition>)> {
        let mut properties = Map::new();
        let mut patterns = Map::new();
        let mut required = Vec::new();
        let mut rules = Vec::new();
        let mut conditions: Vec<Condition> = Vec::new();
        let inside: Vec<&[Row]> = std::iter::once(rows)
            .chain(around.iter().copied())
            .collect();
        for row in rows {
            let (own, below) = self.row(row, &inside)?;
            conditions.extend(below);
            if around.is_empty() && self.profile.soft == Some(row.key) {
                properties.insert(row.key.to_owned(), described(row, json!({})));
                continue;
            }
            if row.loose {
                let pattern = any_case(row);
                patterns.insert(pattern.clone(), described(row, own));
                if let Presence::Required = row.presence {
                    rules.push(self.named_or_flat(row, &pattern)?);
                }
                continue;
            }
            let optional_here = self.is_certificate_request(row);
            if matches!(row.presence, Presence::Required) && !optional_here {
                match row.also {
                    [] => required.push(row.key),
                    _ => rules.push(one_of_names(row)),
                }
            }
            if let Presence::Cases(cases) = row.presence
                && !self.is_certificate_block(row)
            {
                let up = level(cases, &inside)?;
                match conditions
                    .iter_mut()
                    .find(|other| std::ptr::eq(other.cases, cases) && other.path.is_empty())
                {
                    Some(same) => same.rows.push(row),
                    None => conditions.push(Condition {
                        up,
                        path: Vec::new(),
                        cases,
                        rows: vec![row],
                    }),
                }
            }
            for key in names(row) {
                properties.insert(key.to_owned(), described(row, own.clone()));
            }
        }
        let (here, further): (Vec<_>, Vec<_>) = conditions
            .into_iter()
            .partition(|condition| condition.up == 0);
        rules.extend(
            here.iter()
                .map(|condition| self.chain(condition, condition.cases, &inside)),
        );
        self.relations(rows, &mut rules)?;
        let mut schema = json!({"type": "object", "properties": properties});
        if !patterns.is_empty() {
            schema["patternProperties"] = Value::Object(patterns);
        }
        if !required.is_empty() {
            schema["required"] = json!(required);
        }
        if !rules.is_empty() {
            schema["allOf"] = Value::Array(rules);
        }
        let further = further
            .into_iter()
            .map(|condition| Condition {
                up: condition.up - 1,
                ..condition
            })
            .collect();
        Ok((schema, further))
    }

    /// What the value of a row is whatever the conditions, and the conditions from below it.
    fn row(&self, row: &'static Row, inside: &[&'static [Row]]) -> Result<(Value, Vec<Condition>)> {
        if matches!(row.presence, Presence::ByRelation) {
            return Ok((json!({}), Vec::new()));
        }
        let (rows, step) = match row.format {
            Format::Object(rows) if self.is_certificate_block(row) => {
                (rows, Step::Anywhere(row.key))
            }
            Format::Object(rows) => (rows, Step::Block(row.key)),
            Format::Array {
                of: Format::Object(rows),
                ..
            } => (*rows, Step::Each(row.key)),
            _ => {
                let own = match row.presence {
                    Presence::Required => self.value(&row.format, false),
                    Presence::Optional => self.value(&row.format, true),
                    Presence::Cases(_) | Presence::ByRelation => json!({}),
                };
                return Ok((own, Vec::new()));
            }
        };
        let (object, mut conditions) = self.object(rows, inside)?;
        for condition in &mut conditions {
            condition.path.insert(0, step);
        }
        let own = match step {
            Step::Each(_) => list(row, object),
            Step::Anywhere(_) => json!({"properties": object["properties"]}),
            Step::Block(_) => object,
        };
        Ok((own, conditions))
    }

    /// A value of a format; `nullable`: null, or nothing between the quotes, would do.
    fn value(&self, format: &Format, nullable: bool) -> Value {
        let or_nothing = |value: Value| match nullable {
            true => json!({"anyOf": [{"$ref": "#/definitions/vide"}, value]}),
            false => value,
        };
        match *format {
            Format::Null => json!({"type": "null"}),
            Format::Boolean if nullable => json!({"type": ["boolean", "null"]}),
            Format::Boolean => json!({"type": "boolean"}),
            Format::Text {
                length,
                class: Class::Loose,
            } => {
                let mut value = json!({"type": "string"});
                limit(&mut value, length);
                json!({"anyOf": [{"$ref": "#/definitions/vide"}, value]})
            }
            Format::Text { length, class } => or_nothing(self.text(length, class)),
            Format::Choice(values) => or_nothing(json!({"enum": values})),
            Format::Choices(values) => {
                let any = values.join("|");
                json!({"anyOf": [
                    {"enum": values},
                    {"type": "string", "pattern": format!(r"^\s*({any})(\s*[,;/]\s*({any}))+\s*$")},
                    {"type": "array", "minItems": 1, "items": {"enum": values}},
                ]})
            }
            Format::Operator => json!({"allOf": [{"$ref": "#/definitions/operateur"}]}),
            Format::LineNumber => json!({"type": "integer", "minimum": 1, "maximum": 200}),
            Format::Amount => json!({"type": "number", "exclusiveMinimum": 0}),
            Format::Array { of, empty } => {
                let mut value = json!({"type": "array", "items": self.value(of, false)});
                match empty {
                    Some((_, Severity::Erreur)) => value["minItems"] = json!(1),
                    // The damaged cell: a lone text is a warning.
                    Some(_) => return json!({"anyOf": [value, {"type": "string"}]}),
                    None => {}
                }
                value
            }
            Format::OtherSoftware(rows) => {
                let properties: Map<String, Value> = rows
                    .iter()
                    .flat_map(|row| {
                        let value = described(row, json!({"enum": [false, null]}));
                        names(row).map(move |key| (key.to_owned(), value.clone()))
                    })
                    .collect();
                let (also, required): (Vec<&Row>, Vec<&Row>) = rows
                    .iter()
                    .filter(|row| matches!(row.presence, Presence::Required))
                    .partition(|row| !row.also.is_empty());
                let required: Vec<&str> = required.iter().map(|row| row.key).collect();
                let mut value =
                    json!({"type": "object", "properties": properties, "required": required});
                if !also.is_empty() {
                    value["allOf"] = also.into_iter().map(one_of_names).collect();
                }
                value
            }
            // Objects have rows, hence conditions: see `row`.
            Format::Object(_) => json!({"type": "object"}),
        }
    }

    fn text(&self, length: Length, class: Class) -> Value {
        let mut value = json!({"type": "string"});
        let digits = |n| format!("^[0-9]{{{n}}}$");
        let pattern = match (class, length) {
            (Class::Upper, _) => r"^[^\p{Ll}]*[^\p{Ll}\s][^\p{Ll}]*$".to_owned(),
            (Class::Alphanumeric, _) => r"^[\p{Alphabetic}\p{N}]+$".to_owned(),
            (Class::Siret | Class::Rpps, Length::Exactly(n)) => digits(n),
            (Class::Siret | Class::Rpps, _) => "^[0-9]+$".to_owned(),
            (Class::Date, _) => {
                value["not"] = json!({"pattern": "/0000$"});
                date()
            }
            (Class::Email { strict: true }, _) => {
                value["allOf"] = json!([{"pattern": r"^[\s\S]+@"}]);
                r"\.".to_owned()
            }
            (Class::Phone { strict: true }, _) => r"\+[\s\S]*[0-9]|^[^0-9]*0[^0-9]*0".to_owned(),
            (Class::PieceName, _) => format!(
                r"^{}-{}-Va1-(BDC|HT)-[\s\S]+\.({}|{}|{})$",
                self.profile.couloir,
                self.profile.logiciel,
                insensitive("pdf"),
                insensitive("jpg"),
                insensitive("png")
            ),
            _ => {
                if !matches!(length, Length::Exactly(n) if n != 4) {
                    value["not"] = json!({"const": "null"});
                }
                r"\S".to_owned()
            }
        };
        value["pattern"] = Value::from(pattern);
        limit(&mut value, length);
        value
    }

    /// A condition from these cases on, in the object of its tests.
    fn chain(
        &self,
        condition: &Condition,
        cases: &'static [(&'static [Test], Need)],
        inside: &[&'static [Row]],
    ) -> Value {
        let Some(((tests, need), others)) = cases.split_first() else {
            return Value::Null;
        };
        let then = self.needed(*need, &condition.rows, &condition.path);
        if tests.is_empty() {
            return then;
        }
        let mut chain = json!({"if": tested(tests, inside), "then": then});
        let otherwise = self.chain(condition, others, inside);
        if !otherwise.is_null() {
            chain["else"] = otherwise;
        }
        chain
    }

    /// What a case asks of rows.
    fn needed(&self, need: Need, rows: &[&'static Row], path: &[Step]) -> Value {
        let mut properties = Map::new();
        let mut required = Vec::new();
        for row in rows {
            let (value, must) = match need {
                Need::Filled(_) => (self.value(&row.format, false), true),
                Need::Null(code) => (self.nothing(row, usual_severity(code)), true),
                Need::NullOrAbsent(code) => (self.nothing(row, usual_severity(code)), false),
                Need::Off(_) => (json!({"enum": [false, null]}), false),
                Need::Free => (self.value(&row.format, true), false),
            };
            for key in names(row) {
                properties.insert(key.to_owned(), value.clone());
            }
            if must {
                required.push(*row);
            }
        }
        place(path, properties, &required)
    }

    /// Null; where a value is only a warning, also that.
    fn nothing(&self, row: &Row, severity: Severity) -> Value {
        match (row.format, severity) {
            (Format::Boolean, Severity::Erreur) => json!({"type": "null"}),
            (Format::Boolean, _) => json!({"type": ["boolean", "null"]}),
            (_, Severity::Erreur) => json!({"$ref": "#/definitions/vide"}),
            _ => json!({"type": ["string", "null"], "not": {"const": "null"}}),
        }
    }

    /// A block under its name in any case, or its keys flat in the object around it.
    fn named_or_flat(&self, row: &'static Row, pattern: &str) -> Result<Value> {
        let mut flat = match row.format {
            Format::Object(rows) => self.object(rows, &[])?.0,
            ref format => self.value(format, false),
        };
        if let Some(flat) = flat.as_object_mut() {
            flat.remove("type");
        }
        Ok(json!({"anyOf": [
            {
                "$comment": typographie(&format!("Il y a une clé {}.", row.key)),
                "not": {"propertyNames": {"not": {"pattern": pattern}}},
            },
            flat,
        ]}))
    }

    /// What the relations of the profile ask of the object of these rows.
    fn relations(&self, rows: &'static [Row], rules: &mut Vec<Value>) -> Result<()> {
        let has = |key: &str| rows.iter().any(|row| row.key == key);
        for relation in self.profile.relations {
            match *relation {
                Relation::CommandePour if has("commandePour") => {
                    rules.extend(self.commande_pour(rows)?);
                }
                Relation::ClientUnique(array, key) if has("isClientUnique") => {
                    client_unique(rows, array, key, rules);
                }
                Relation::Pieces if has("piecesJustificatives") => {
                    let contains = |kind: &str| {
                        json!({"properties": {"piecesJustificatives": {"contains":
                            {"required": ["typeFichier"], "properties": {"typeFichier": {"const": kind}}}}}})
                    };
                    rules.push(contains("BON_COMMANDE"));
                    rules.push(json!({
                        "if": {"required": ["commande"], "properties": {"commande":
                            {"required": ["regimeTVA"], "properties": {"regimeTVA": {"const": "HT"}}}}},
                        "then": contains("PREUVE_HT"),
                    }));
                }
                Relation::Pieces if has("nomFichier") => {
                    for (key, value, pattern) in [
                        ("typeFichier", "BON_COMMANDE", "-BDC-".to_owned()),
                        ("typeFichier", "PREUVE_HT", "-HT-".to_owned()),
                        (
                            "formatFichier",
                            "PDF",
                            format!(r"\.{}$", insensitive("pdf")),
                        ),
                        (
                            "formatFichier",
                            "PNG",
                            format!(r"\.{}$", insensitive("png")),
                        ),
                        (
                            "formatFichier",
                            "JPG",
                            format!(r"\.{}$", insensitive("jpg")),
                        ),
                    ] {
                        let pattern = match key {
                            "typeFichier" => format!("^[^-]*-[^-]*-[^-]*{pattern}"),
                            _ => pattern,
                        };
                        rules.push(json!({
                            "if": {"required": [key], "properties": {key: {"const": value}}},
                            "then": {"properties": {"nomFichier": {"pattern": pattern}}},
                        }));
                    }
                }
                Relation::Certificats if has("demandeCertificatServeur") => {
                    rules.extend(certificats(rows));
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// `commandePour` says which of the two blocks is filled, and how the other is left.
    fn commande_pour(&self, rows: &'static [Row]) -> Result<Vec<Value>> {
        let filled = |key: &'static str, others: Value| -> Result<Value> {
            let Some(row) = rows.iter().find(|row| row.key == key) else {
                bail!("{}: no {key}", self.profile.id);
            };
            let (below, step) = match row.format {
                Format::Object(below) => (below, Step::Block(key)),
                Format::Array {
                    of: Format::Object(below),
                    ..
                } => (*below, Step::Each(key)),
                _ => bail!("{}: {key} has no rows", self.profile.id),
            };
            let (object, conditions) = self.object(below, &[rows])?;
            let value = match step {
                Step::Each(_) => json!({"type": "array", "minItems": 1, "items": object}),
                _ => object,
            };
            let mut all = vec![
                json!({"required": [key], "properties": {key: value}}),
                others,
            ];
            for mut condition in conditions {
                condition.path.insert(0, step);
                all.push(self.chain(&condition, condition.cases, &[rows]));
            }
            Ok(Value::Array(all))
        };
        let is = |value: &str| json!({"required": ["commandePour"], "properties": {"commandePour": {"const": value}}});
        let hollow = json!({"$ref": "#/definitions/creux"});
        Ok(vec![
            json!({
                "if": is("LIBERAL"),
                "then": {"allOf": filled("liberal", json!({"properties": {"structure": hollow}}))?},
            }),
            json!({
                "if": is("STRUCTURE"),
                "then": {"allOf": filled("structure", json!({"required": ["liberal"], "properties": {"liberal": hollow}}))?},
            }),
        ])
    }

    fn is_certificate_block(&self, row: &Row) -> bool {
        row.key == "certificatServeur" && self.profile.relations.contains(&Relation::Certificats)
    }

    /// Its absence is only a warning when none of the nine keys is in the file (S009).
    fn is_certificate_request(&self, row: &Row) -> bool {
        row.key == "demandeCertificatServeur"
            && self.profile.relations.contains(&Relation::Certificats)
    }
}

/// One of the nine keys calls for the request; with it, the block is a block, or a list of one.
fn certificats(rows: &'static [Row]) -> Vec<Value> {
    let mut dependencies = Map::new();
    let mut inner = Vec::new();
    for row in rows {
        match (row.key, row.format) {
            ("demandeCertificatServeur", _) => {}
            ("certificatServeur", Format::Object(below)) => {
                inner.extend(below.iter().map(|row| row.key));
            }
            (key, _) if reads(row, "demandeCertificatServeur") => {
                dependencies.insert(key.to_owned(), json!(["demandeCertificatServeur"]));
            }
            _ => {}
        }
    }
    for &key in &inner {
        dependencies.insert(key.to_owned(), json!(["demandeCertificatServeur"]));
    }
    dependencies.insert(
        "demandeCertificatServeur".to_owned(),
        json!({"properties": {"certificatServeur": {"anyOf": [
            {"type": ["object", "null"]},
            {"type": "array", "minItems": 1, "maxItems": 1, "items": {"type": "object"}},
        ]}}}),
    );
    let any: Vec<Value> = inner.iter().map(|key| json!({"required": [key]})).collect();
    vec![
        json!({"dependencies": dependencies}),
        json!({
            "if": {"required": ["certificatServeur"], "properties": {"certificatServeur": {"type": "object", "anyOf": any}}},
            "then": {"required": ["demandeCertificatServeur"]},
        }),
    ]
}

/// True when the presence of a row depends on this key.
fn reads(row: &Row, key: &str) -> bool {
    matches!(row.presence, Presence::Cases(cases)
        if cases.iter().any(|(tests, _)| tests.iter().any(|test| test.0 == key)))
}

/// `isClientUnique` against the number of entries; entries that count as one by their key are told apart by no schema.
fn client_unique(rows: &[Row], array: &str, key: Option<&str>, rules: &mut Vec<Value>) {
    let governed = rows
        .iter()
        .any(|row| row.key == array && matches!(row.presence, Presence::ByRelation));
    let is = |flag: bool| {
        let mut tests = json!({"required": ["isClientUnique"], "properties": {"isClientUnique": {"const": flag}}});
        if governed {
            tests["required"] = json!(["isClientUnique", "commandePour"]);
            tests["properties"]["commandePour"] = json!({"const": "LIBERAL"});
        }
        tests
    };
    let spellings = rows.iter().filter(|row| row.key == array).flat_map(names);
    let each = |limit: Value| -> Value {
        let properties: Map<String, Value> = spellings
            .clone()
            .map(|name| (name.to_owned(), limit.clone()))
            .collect();
        json!({"properties": properties})
    };
    if key.is_none() {
        rules.push(json!({"if": is(true), "then": each(json!({"maxItems": 1}))}));
    }
    rules.push(json!({"if": is(false), "then": each(json!({"minItems": 2}))}));
}

/// The key of a row and its other spellings.
fn names(row: &Row) -> impl Iterator<Item = &'static str> + Clone + use<> {
    std::iter::once(row.key).chain(row.also.iter().copied())
}

/// Exactly one spelling of the key is there.
fn one_of_names(row: &Row) -> Value {
    let names: Vec<Value> = names(row).map(|key| json!({"required": [key]})).collect();
    json!({"oneOf": names})
}

/// A value with its words.
fn described(row: &Row, value: Value) -> Value {
    let mut label = row.label.chars();
    let label: String = label
        .next()
        .map(|first| first.to_uppercase().collect::<String>() + label.as_str())
        .unwrap_or_default();
    let words = typographie(&format!(
        "{label} : {}. Obligatoire : {}.",
        words::format(row),
        words::presence(row)
    ));
    let mut all = Map::new();
    all.insert("description".to_owned(), Value::from(words));
    // A schema cannot keep the two decimals of an amount.
    let example = serde_json::from_str::<Value>(row.example).ok();
    if let Some(example) = example.filter(|_| !matches!(row.format, Format::Amount)) {
        all.insert("examples".to_owned(), json!([example]));
    }
    if let Value::Object(value) = value {
        all.extend(value);
    }
    Value::Object(all)
}

fn list(row: &Row, items: Value) -> Value {
    let mut list = json!({"type": "array"});
    if let Format::Array {
        empty: Some((_, Severity::Erreur)),
        ..
    } = row.format
    {
        list["minItems"] = json!(1);
    }
    list["items"] = items;
    list
}

fn limit(value: &mut Value, length: Length) {
    match length {
        Length::Exactly(n) => {
            value["minLength"] = json!(n);
            value["maxLength"] = json!(n);
        }
        Length::Below(n) => value["maxLength"] = json!(n),
        Length::Any => {}
    }
}

/// Where the values that a condition reads are: how many objects up.
fn level(cases: &[(&[Test], Need)], inside: &[&'static [Row]]) -> Result<usize> {
    let mut levels = cases.iter().flat_map(|(tests, _)| *tests).map(|test| {
        inside
            .iter()
            .position(|rows| rows.iter().any(|row| row.key == test.0))
    });
    match levels.next().flatten() {
        Some(first) if levels.all(|level| level == Some(first)) => Ok(first),
        _ => bail!("a condition reads keys of several objects, or of none: a schema cannot say it"),
    }
}

/// All the tests hold.
fn tested(tests: &[Test], inside: &[&'static [Row]]) -> Value {
    let mut plain_names = Vec::new();
    let mut properties = Map::new();
    let mut several = Vec::new();
    for Test(key, is) in tests {
        let value = match is {
            Is::True => json!({"const": true}),
            Is::False => json!({"const": false}),
            Is::Text(text) => json!({"const": text}),
        };
        let row = inside.iter().copied().flatten().find(|row| row.key == *key);
        match row.filter(|row| !row.also.is_empty()) {
            None => {
                plain_names.push(*key);
                properties.insert((*key).to_owned(), value);
            }
            Some(row) => {
                let any: Vec<Value> = names(row)
                    .map(|name| json!({"required": [name], "properties": {name: value}}))
                    .collect();
                several.push(json!({"anyOf": any}));
            }
        }
    }
    let mut all = Map::new();
    if !plain_names.is_empty() {
        all.insert("required".to_owned(), json!(plain_names));
        all.insert("properties".to_owned(), Value::Object(properties));
    }
    if !several.is_empty() {
        all.insert("allOf".to_owned(), Value::Array(several));
    }
    Value::Object(all)
}

/// Properties and required keys, at the end of a path.
fn place(path: &[Step], properties: Map<String, Value>, required: &[&'static Row]) -> Value {
    if let Some((&step, rest)) = path.split_first() {
        if let Step::Anywhere(block) = step {
            return anywhere(block, properties, required);
        }
        let inner = place(rest, properties, required);
        return match step {
            Step::Block(key) | Step::Anywhere(key) => json!({"properties": {key: inner}}),
            Step::Each(key) => json!({"properties": {key: {"items": inner}}}),
        };
    }
    let (plain, spelt): (Vec<&Row>, Vec<&Row>) =
        required.iter().partition(|row| row.also.is_empty());
    let mut here = json!({"properties": properties});
    if !plain.is_empty() {
        here["required"] = plain.iter().map(|row| Value::from(row.key)).collect();
    }
    if !spelt.is_empty() {
        here["allOf"] = spelt.into_iter().map(one_of_names).collect();
    }
    here
}

/// In the block, in the one element of its list, or flat beside it.
fn anywhere(block: &str, properties: Map<String, Value>, required: &[&'static Row]) -> Value {
    let mut flat = properties.clone();
    flat.insert(
        block.to_owned(),
        json!({"properties": properties, "items": {"properties": properties}}),
    );
    let mut all = json!({"properties": flat});
    if !required.is_empty() {
        all["allOf"] = required
            .iter()
            .map(|row| {
                let must = json!([row.key]);
                json!({"anyOf": [
                    {"required": must},
                    {"required": [block], "properties": {block:
                        {"type": ["object", "array"], "required": must, "items": {"required": must}}}},
                ]})
            })
            .collect();
    }
    all
}

/// The key and its other spellings, in any case.
fn any_case(row: &Row) -> String {
    let names: Vec<String> = names(row).map(insensitive).collect();
    format!("^({})$", names.join("|"))
}

fn insensitive(text: &str) -> String {
    text.chars()
        .map(|c| match c.is_ascii_alphabetic() {
            true => format!("[{}{}]", c.to_ascii_lowercase(), c.to_ascii_uppercase()),
            false => c.to_string(),
        })
        .collect()
}

/// `JJ/MM/AAAA`, a day of the Gregorian calendar from year 1 on.
fn date() -> String {
    let leap = "[0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00";
    format!(
        "^((0[1-9]|1[0-9]|2[0-8])/(0[1-9]|1[0-2])/[0-9]{{4}}\
         |(29|30)/(0[13-9]|1[0-2])/[0-9]{{4}}\
         |31/(0[13578]|1[02])/[0-9]{{4}}\
         |29/02/({leap}))$"
    )
}
