//! Single values of the posting as fields show and change them.

use crate::place::Place;
use crate::tree::Tree;

/// What becomes of a typed text.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A text; without one the member is left out.
    Text,
    /// A text that every posting needs.
    Needed,
    /// A number; without one the member is left out.
    Number,
}

/// A text or number as a field shows it.
pub fn shown(value: Option<&Tree>) -> String {
    match value {
        Some(Tree::Text(text)) => text.clone(),
        Some(Tree::Number(number)) => number.to_string(),
        _ => String::new(),
    }
}

/// Takes over what was typed for the value at a place.
pub fn write(tree: &mut Tree, place: &Place, typed: &str, kind: Kind) {
    let typed = typed.trim();
    if typed.is_empty() && kind != Kind::Needed {
        tree.take(place);
        return;
    }
    let number = serde_json::from_str(typed).ok();
    let number = number.filter(|_| kind == Kind::Number);
    let value = match number {
        Some(number) => Tree::Number(number),
        // What is no number is told by the check, at its place.
        None => Tree::Text(typed.to_owned()),
    };
    tree.set(place, value);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(typed: &str, kind: Kind, expected: &str) {
        let mut tree = Tree::Object(Vec::new());
        write(&mut tree, &Place::of("a"), typed, kind);
        assert_eq!(serde_json::to_string(&tree).unwrap(), expected);
    }

    #[test]
    fn what_is_typed_becomes_a_value_or_nothing() {
        check(" 12 ", Kind::Number, r#"{"a":12}"#);
        check("13.85", Kind::Number, r#"{"a":13.85}"#);
        check("a few", Kind::Number, r#"{"a":"a few"}"#);
        check("", Kind::Number, "{}");
        check("12", Kind::Text, r#"{"a":"12"}"#);
        check(" ", Kind::Text, "{}");
        check("", Kind::Needed, r#"{"a":""}"#);
    }
}
