//! `custom-elements.json`, from which editors and documentation tools learn about our elements.
//! Schema 1.0.0 of the Custom Elements Manifest.

use serde_json::{Map, Value, json};

use super::interface::{ELEMENTS, Element, Method};

/// The text of the manifest.
pub fn text() -> String {
    let modules: Vec<Value> = ELEMENTS.iter().map(module).collect();
    let manifest = json!({ "schemaVersion": "1.0.0", "readme": "README.md", "modules": modules });
    format!("{manifest:#}\n")
}

fn module(element: &Element) -> Value {
    let attributes: Vec<Value> = element
        .attributes
        .iter()
        .map(|one| json!({ "name": one.name, "type": { "text": one.values }, "description": one.summary }))
        .collect();
    let events: Vec<Value> = element
        .events
        .iter()
        .map(|one| {
            let kind = format!("CustomEvent<{}>", one.detail);
            json!({ "name": one.name, "type": { "text": kind }, "description": one.summary })
        })
        .collect();
    let named = |(name, summary): &(&str, &str)| json!({ "name": name, "description": summary });
    let properties: Vec<Value> = element.properties.iter().map(named).collect();
    let parts: Vec<Value> = element
        .parts
        .iter()
        .map(|name| json!({ "name": name }))
        .collect();
    let members: Vec<Value> = element.methods.iter().map(member).collect();
    json!({
        "kind": "javascript-module",
        "path": element.module,
        "declarations": [{
            "kind": "class",
            "customElement": true,
            "name": element.interface,
            "tagName": element.tag,
            "description": element.summary,
            "attributes": attributes,
            "events": events,
            "members": members,
            "cssProperties": properties,
            "cssParts": parts,
        }],
        "exports": [{
            "kind": "custom-element-definition",
            "name": element.tag,
            "declaration": { "name": element.interface, "module": element.module },
        }],
    })
}

fn member(method: &Method) -> Value {
    let mut member = Map::new();
    member.insert("kind".to_owned(), json!("method"));
    member.insert("name".to_owned(), json!(method.name));
    member.insert("description".to_owned(), json!(method.summary));
    member.insert(
        "return".to_owned(),
        json!({ "type": { "text": method.returns } }),
    );
    if let Some((name, kind)) = method.parameter {
        let parameters = json!([{ "name": name, "type": { "text": kind } }]);
        member.insert("parameters".to_owned(), parameters);
    }
    Value::Object(member)
}
