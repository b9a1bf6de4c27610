//! The lists of a posting whose items an author edits and moves: from one to another, up and down.

use crate::notation;
use crate::place::{Place, Step};
use crate::tree::Tree;

/// A list of a posting.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum List {
    /// The paragraphs of introduction.
    About,
    /// What the candidate will do.
    Responsibilities,
    /// What the candidate needs.
    Minimum,
    /// What is welcome besides.
    Preferred,
    /// The paragraphs and list items of a section, by its number from 0.
    Section(usize),
}

/// An item: where it stands, and its text as an author types it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Item {
    /// Where it stands.
    pub place: Place,
    /// Its text; `None` for something that can't be edited as one.
    pub text: Option<String>,
    /// Whether something is computed from it for the candidate.
    pub has_rule: bool,
}

impl List {
    /// The lists of the format that have names of their own.
    pub const NAMED: [Self; 4] = [
        Self::About,
        Self::Responsibilities,
        Self::Minimum,
        Self::Preferred,
    ];

    /// Every list of a posting, in the order in which candidates read them.
    pub fn all(tree: &Tree) -> Vec<Self> {
        let sections = tree.member("sections").map_or(0, |list| list.items().len());
        let sections = (0..sections).map(Self::Section);
        Self::NAMED.into_iter().chain(sections).collect()
    }

    /// Where the list stands.
    pub fn place(self) -> Place {
        match self {
            Self::About => Place::of("about"),
            Self::Responsibilities => Place::of("responsibilities"),
            Self::Minimum => Place::of("qualifications.minimum"),
            Self::Preferred => Place::of("qualifications.preferred"),
            Self::Section(number) => Place::of("sections").item(number).member("body"),
        }
    }

    /// The items in order.
    pub fn items(self, tree: &Tree) -> Vec<Item> {
        let place = self.place();
        let Some(list) = tree.at(&place) else {
            return Vec::new();
        };
        let mut items = Vec::new();
        for (index, value) in list.items().iter().enumerate() {
            let place = place.item(index);
            let inner = value.member("list").filter(|_| self.has_blocks());
            match inner {
                Some(inner) => {
                    let inner_place = place.member("list");
                    let inner = inner.items().iter().enumerate();
                    items.extend(inner.map(|(index, value)| item(inner_place.item(index), value)));
                }
                None => items.push(item(place, value)),
            }
        }
        items
    }

    /// Adds an item at the end, in the section's last list if it ends in one. Gives its place.
    pub fn add(self, tree: &mut Tree, value: Tree) -> Place {
        let value = if self.has_rules() {
            value
        } else {
            rich_text_of(value)
        };
        let mut list = self.place();
        if self.has_blocks() {
            let last = tree.at(&list).map_or(0, |list| list.items().len());
            let inner = last
                .checked_sub(1)
                .map(|last| list.item(last).member("list"));
            list = inner
                .filter(|inner| tree.at(inner).is_some())
                .unwrap_or(list);
        }
        tree.push(&list, value);
        let length = tree.at(&list).map_or(0, |list| list.items().len());
        list.item(length.saturating_sub(1))
    }

    fn has_blocks(self) -> bool {
        matches!(self, Self::Section(_))
    }

    fn has_rules(self) -> bool {
        matches!(self, Self::Minimum | Self::Preferred)
    }
}

fn item(place: Place, value: &Tree) -> Item {
    Item {
        place,
        text: notation::written(value.member("text").unwrap_or(value)),
        has_rule: value.member("rule").is_some(),
    }
}

/// What an item of any list says, as a list without ids and rules has it.
fn rich_text_of(value: Tree) -> Tree {
    value.member("text").cloned().unwrap_or(value)
}

/// Takes over what an author has typed for the item at a place.
pub fn retype(tree: &mut Tree, place: &Place, typed: &str) {
    let text = place.member("text");
    let target = if tree.at(&text).is_some() {
        &text
    } else {
        place
    };
    tree.set(target, notation::read(typed));
}

/// Gives the qualification at a place an id, or takes it away where the id is empty.
pub fn rename(tree: &mut Tree, place: &Place, id: &str) {
    let Some(value) = tree.at(place).cloned() else {
        return;
    };
    if value.member("text").is_none() {
        tree.set(place, Tree::Object(vec![("text".to_owned(), value)]));
    }
    let own = place.member("id");
    if !id.is_empty() {
        tree.set(&own, Tree::Text(id.to_owned()));
        return;
    }
    tree.take(&own);
    // A text that stands alone in its object is written without one.
    if let Some(Tree::Object(members)) = tree.at(place)
        && let [(key, text)] = members.as_slice()
        && key == "text"
    {
        let text = text.clone();
        tree.set(place, text);
    }
}

/// Moves the item at a place to the end of a list. Gives its new place.
pub fn send(tree: &mut Tree, place: &Place, to: List) -> Option<Place> {
    let taken = remove(tree, place)?;
    Some(to.add(tree, taken))
}

/// Takes the item at a place away. A list within a section that is empty then goes as well; the
/// section stays, for its heading may be wanted.
pub fn remove(tree: &mut Tree, place: &Place) -> Option<Tree> {
    let taken = tree.take(place)?;
    // `take` has removed an emptied list's member; the object around it in the body is left.
    let (list, _) = place.parent()?;
    let block = list.parent().map(|(block, _)| block);
    if let Some(block) = block.filter(|block| tree.at(block) == Some(&Tree::Object(Vec::new())))
        && !block.is_member()
    {
        tree.take(&block);
    }
    let sections = Place::of("sections");
    let count = tree.at(&sections).map_or(0, |list| list.items().len());
    for number in 0..count {
        let body = List::Section(number).place();
        if tree.at(&body).is_none() {
            tree.set(&body, Tree::List(Vec::new()));
        }
    }
    Some(taken)
}

/// Which way an item goes within its list.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Way {
    /// Before the one that stands before it.
    Up,
    /// After the one that stands after it.
    Down,
}

/// Exchanges the item with its neighbour. Gives its new place, or `None` at the list's end.
pub fn shift(tree: &mut Tree, list: List, place: &Place, way: Way) -> Option<Place> {
    let items = list.items(tree);
    let position = items.iter().position(|item| item.place == *place)?;
    let other = match way {
        Way::Up => position.checked_sub(1)?,
        Way::Down => position + 1,
    };
    let other = &items.get(other)?.place;
    exchange(tree, place, other)?;
    Some(other.clone())
}

/// Exchanges a section with its neighbour.
pub fn shift_section(tree: &mut Tree, number: usize, way: Way) -> Option<usize> {
    let other = match way {
        Way::Up => number.checked_sub(1)?,
        Way::Down => number + 1,
    };
    let sections = Place::of("sections");
    exchange(tree, &sections.item(number), &sections.item(other))?;
    Some(other)
}

fn exchange(tree: &mut Tree, one: &Place, other: &Place) -> Option<()> {
    let (first, second) = (tree.at(one)?.clone(), tree.at(other)?.clone());
    tree.set(one, second);
    tree.set(other, first);
    Some(())
}

/// The number at the end of a place, from 1, for people.
pub fn number(place: &Place) -> usize {
    match place.steps().last() {
        Some(Step::Item(index)) => index + 1,
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const POSTING: &str = r#"{ "about": ["a"], "responsibilities": ["b", "c"],
        "qualifications": { "minimum": [{ "id": "d", "text": "e", "rule": { "commitWeeks": 9 } }] },
        "sections": [{ "title": "f", "body": ["g", { "list": ["h", "i"] }] }] }"#;

    fn texts(list: List, tree: &Tree) -> Vec<String> {
        let items = list.items(tree).into_iter();
        items.filter_map(|item| item.text).collect()
    }

    #[track_caller]
    fn place(list: List, tree: &Tree, text: &str) -> Place {
        let mut items = list.items(tree).into_iter();
        items
            .find(|item| item.text.as_deref() == Some(text))
            .unwrap()
            .place
    }

    fn tree() -> Tree {
        Tree::parse(POSTING).unwrap()
    }

    #[test]
    fn items_go_from_list_to_list() {
        let mut tree = tree();
        for (from, text, to) in [
            (List::Responsibilities, "b", List::Minimum),
            (List::About, "a", List::Section(0)),
            (List::Section(0), "g", List::Preferred),
        ] {
            let place = place(from, &tree, text);
            let there = send(&mut tree, &place, to).unwrap();
            assert_eq!(to.items(&tree).last().unwrap().place, there);
        }
        assert_eq!(texts(List::About, &tree), [""; 0]);
        assert_eq!(texts(List::Responsibilities, &tree), ["c"]);
        assert_eq!(texts(List::Minimum, &tree), ["e", "b"]);
        assert_eq!(texts(List::Preferred, &tree), ["g"]);
        assert_eq!(texts(List::Section(0), &tree), ["h", "i", "a"]);
        assert!(tree.member("about").is_none());
    }

    #[test]
    fn a_rule_stays_with_qualifications_only() {
        let mut tree = tree();
        let first = place(List::Minimum, &tree, "e");
        let there = send(&mut tree, &first, List::Preferred).unwrap();
        assert!(tree.at(&there.member("rule")).is_some());
        let there = send(&mut tree, &there, List::Responsibilities).unwrap();
        assert_eq!(tree.at(&there), Some(&Tree::Text("e".to_owned())));
        assert!(tree.member("qualifications").is_none());
    }

    #[test]
    fn a_section_keeps_its_heading_when_its_items_are_gone() {
        let mut tree = tree();
        while let Some(item) = List::Section(0).items(&tree).first() {
            remove(&mut tree, &item.place.clone());
        }
        let section = tree.at(&Place::of("sections").item(0)).unwrap();
        assert_eq!(
            serde_json::to_string(section).unwrap(),
            r#"{"title":"f","body":[]}"#
        );
    }

    #[test]
    fn items_change_places_across_paragraphs_and_lists() {
        let mut tree = tree();
        let first = place(List::Section(0), &tree, "g");
        let there = shift(&mut tree, List::Section(0), &first, Way::Down).unwrap();
        assert_eq!(texts(List::Section(0), &tree), ["h", "g", "i"]);
        let there = shift(&mut tree, List::Section(0), &there, Way::Down).unwrap();
        assert_eq!(shift(&mut tree, List::Section(0), &there, Way::Down), None);
        assert_eq!(texts(List::Section(0), &tree), ["h", "i", "g"]);
    }

    #[test]
    fn a_qualification_is_an_object_only_with_an_id_or_a_rule() {
        let mut tree = Tree::parse(r#"{ "qualifications": { "minimum": ["a"] } }"#).unwrap();
        let place = List::Minimum.place().item(0);
        let text = |tree: &Tree| serde_json::to_string(tree.at(&place).unwrap()).unwrap();
        rename(&mut tree, &place, "b");
        assert_eq!(text(&tree), r#"{"id":"b","text":"a"}"#);
        rename(&mut tree, &place, "");
        assert_eq!(text(&tree), r#""a""#);
    }

    #[test]
    fn what_is_typed_keeps_id_and_rule() {
        let mut tree = tree();
        retype(
            &mut tree,
            &Place::of("qualifications.minimum").item(0),
            "see [x](https://y.example/)",
        );
        assert_eq!(texts(List::Minimum, &tree), ["see [x](https://y.example/)"]);
        let place = Place::of("qualifications.minimum").item(0);
        assert!(tree.at(&place.member("rule")).is_some());
    }
}
