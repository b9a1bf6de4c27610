//! The JSON Schema of the format, generated from its types. It says what a
//! schema can say; order of dates and the like are left to the checker.

use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use schemars::{Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value, json};

use super::{Document, VERSION};
use crate::check::{MAX_ITEMS, MAX_TEXT};
use crate::pay::Amount;

/// The JSON Schema (draft 2020-12) of a posting document.
pub fn schema() -> Value {
    let settings = SchemaSettings::draft2020_12().with_transform(RecursiveTransform(tidy));
    let mut schema = settings.into_generator().into_root_schema_for::<Document>();
    schema.insert("title".to_owned(), "Job posting, version 1".into());
    let mut value = schema.to_value();
    // Other crates of a build may turn on insertion order; the published file is sorted.
    value.sort_all_objects();
    value
}

pub(super) fn version(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "integer", "const": VERSION })
}

pub(super) fn posting_id(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "string", "pattern": "^[a-z0-9._-]{1,80}$" })
}

pub(super) fn qualification_id(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "string", "pattern": "^[a-z0-9-]{1,80}$" })
}

pub(super) fn lang(_: &mut SchemaGenerator) -> Schema {
    let pattern = "^([A-Za-z]{2,3}|[A-Za-z]{5,8})(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?\
                   (-([A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*$";
    json_schema!({ "type": "string", "pattern": pattern })
}

pub(super) fn text(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "string", "pattern": r"\S", "maxLength": MAX_TEXT })
}

pub(super) fn texts(generator: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "array", "items": text(generator), "minItems": 1 })
}

pub(super) fn url(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "string", "pattern": r"^([Hh][Tt][Tt][Pp][Ss]://|[Mm][Aa][Ii][Ll][Tt][Oo]:)[^\s\\]+$" })
}

pub(super) fn country(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "string", "pattern": "^[A-Z]{2}$" })
}

pub(super) fn currency(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "string", "pattern": "^[A-Z]{3}$" })
}

/// That there are at most two decimal places is left to the checker: `multipleOf` divides, and many
/// validators do that in floating point, where 0.07 is no multiple of 0.01.
pub(super) fn amount(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "number", "exclusiveMinimum": 0, "maximum": Amount::MOST })
}

pub(super) fn date(_: &mut SchemaGenerator) -> Schema {
    let pattern = "^(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$";
    json_schema!({ "type": "string", "format": "date", "pattern": pattern })
}

pub(super) fn month(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "string", "pattern": "^(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])$" })
}

/// A list of words reads better than an alternative for each.
pub(super) fn plain_enum(schema: &mut Schema) {
    let Some(Value::Array(words)) = schema.remove("oneOf") else {
        return;
    };
    let words = words.iter().filter_map(|word| word.get("const")).cloned();
    schema.insert("enum".to_owned(), words.collect());
    schema.insert("type".to_owned(), "string".into());
}

/// An object in a text leads somewhere or is set apart; text alone is written as text.
pub(super) fn link_or_emphasis(schema: &mut Schema) {
    let reasons = ["href", "strong", "emphasis"].map(|key| json!({ "required": [key] }));
    schema.insert("anyOf".to_owned(), reasons.into_iter().collect());
}

/// A length is counted in weeks or months; starts are listed or a window.
pub(super) fn exclusive_fields(schema: &mut Schema) {
    let not_both = |one: &str, other: &str| json!({ "not": { "required": [one, other] } });
    let rules = [
        not_both("weeks", "months"),
        not_both("startDates", "startWindow"),
    ];
    schema.insert("allOf".to_owned(), rules.into_iter().collect());
}

/// Makes every object closed but for keys of other tools, bounds every list, and drops what the
/// types say only because they are Rust: `null` for a key left out, integer formats, defaults, line
/// ends in comments.
fn tidy(schema: &mut Schema) {
    let Some(object) = schema.as_object_mut() else {
        return;
    };
    object.remove("default");
    if let Some(Value::String(description)) = object.get_mut("description") {
        *description = description.replace('\n', " ");
    }
    if matches!(object.get("format"), Some(Value::String(format)) if format.starts_with("uint")) {
        object.remove("format");
    }
    drop_null(object);
    if object.contains_key("properties") {
        object.insert(
            "patternProperties".to_owned(),
            json!({ r"^(x-|\$schema$)": true }),
        );
        object.insert("additionalProperties".to_owned(), false.into());
    }
    if object.get("type") == Some(&json!("array")) && !object.contains_key("maxItems") {
        object.insert("maxItems".to_owned(), MAX_ITEMS.into());
    }
}

fn drop_null(object: &mut Map<String, Value>) {
    if let Some(Value::Array(types)) = object.get_mut("type") {
        types.retain(|kind| kind != "null");
        if let [kind] = types.as_slice() {
            let kind = kind.clone();
            object.insert("type".to_owned(), kind);
        }
    }
    if let Some(Value::Array(choices)) = object.get_mut("anyOf") {
        choices.retain(|choice| choice.get("type") != Some(&json!("null")));
        if let [Value::Object(only)] = choices.as_mut_slice() {
            let only = std::mem::take(only);
            object.remove("anyOf");
            object.extend(only);
        }
    }
}
