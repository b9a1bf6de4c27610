//! Lists below a key that names what they have in common.

use serde_json::Value;

use super::heading_of;
use crate::error::ImportError;
use crate::read::json::Object;
use crate::recognize::role_of;
use crate::source::Source;

/// Lists within an object that names what they have in common: `"qualifications": {"minimum": […]}`.
pub(super) fn lists(object: &Object<'_>, source: &mut Source) -> Result<(), ImportError> {
    let Value::Object(members) = object.value else {
        return Ok(());
    };
    for (outer, value) in members {
        let Value::Object(inner) = value else {
            continue;
        };
        for (key, value) in inner {
            let heading = format!("{} {}", heading_of(key), heading_of(outer).to_lowercase());
            let role = role_of(&heading).filter(|role| role.is_list());
            match value {
                Value::Array(items) if role.is_some() => {
                    object.add_items(source, &heading, role, items);
                }
                Value::String(_) if role.is_some() => {
                    let path = format!("{outer}/{key}");
                    object.add_part(source, Some((&heading, role)), &path)?;
                }
                _ => {}
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::recognize::Role;

    #[test]
    fn lists_may_stand_in_an_object_that_names_them() {
        let text = r#"{"title": "Gardener", "duties": ["Prune"],
            "qualifications": {"minimum": ["Boots", "A hat"], "preferred": "<p>A rake</p>"}}"#;
        let sources = super::super::read(text).unwrap();
        let blocks = sources[0].blocks.iter();
        let shapes: Vec<_> = blocks.map(|block| (block.role, block.plain())).collect();
        let texts: Vec<_> = shapes.iter().map(|(_, text)| text.as_ref()).collect();
        let expected = [
            "Duties",
            "Prune",
            "Minimum qualifications",
            "Boots",
            "A hat",
            "Preferred qualifications",
        ];
        assert_eq!(texts, [&expected[..], &["A rake"]].concat());
        assert_eq!(shapes[5].0, Some(Role::Preferred));
    }
}
