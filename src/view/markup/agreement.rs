//! What the native writer says of an element is what Leptos says of it: both are given the same
//! trees, and a parser of HTML has to find the same in both.

use html5ever::tendril::TendrilSink;
use html5ever::{ParseOpts, QualName, local_name, ns, parse_fragment};
use leptos::prelude::{Owner, RenderHtml};
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::{browser, native};

/// A part of a view.
#[derive(Clone, Debug)]
enum Piece {
    Text(String),
    LiveText(String),
    Live(Box<Piece>),
    Element(Node),
}

/// An element of a view.
#[derive(Clone, Debug)]
struct Node {
    tag: &'static str,
    class: Option<&'static str>,
    title: Option<String>,
    /// An attribute that follows the answers, and may be left out.
    description: Option<String>,
    is_hidden: bool,
    pieces: Vec<Piece>,
}

/// Builds a tree by one of the two modules, which have the same functions and no type in common.
macro_rules! build_with {
    ($build:ident, $view:ident, $module:ident) => {
        fn $view(piece: &Piece) -> $module::AnyView {
            match piece.clone() {
                Piece::Text(words) => $module::text(&words),
                Piece::LiveText(words) => $module::element("b")
                    .live_text(move || words.clone())
                    .view(),
                Piece::Live(piece) => $module::live(move || $view(&piece)),
                Piece::Element(node) => $build(&node).view(),
            }
        }

        fn $build(node: &Node) -> $module::Element {
            let (description, is_hidden) = (node.description.clone(), node.is_hidden);
            let mut made = $module::element(node.tag)
                .with_live("aria-description", move || description.clone())
                .flag("hidden", move || is_hidden)
                .value(|| "a text".to_owned())
                .checked(|| true)
                .on("input", |_| {});
            if let Some(class) = node.class {
                made = made.class(class).part(class);
            } else {
                made = made.class_live(|| "live");
            }
            if let Some(title) = &node.title {
                made = made.with("title", title);
            }
            // The only tag of the two that has no content.
            if node.tag == "input" {
                return made;
            }
            let alone = |piece: &Piece| match piece {
                Piece::Element(node) => Some($build(node)),
                _ => None,
            };
            let elements: Option<Vec<_>> = node.pieces.iter().map(alone).collect();
            match (elements, node.pieces.as_slice()) {
                (Some(elements), _) => {
                    let elements = elements.into_iter();
                    made.children(elements.map(|it| $module::alike("a part", || it)))
                }
                (None, [Piece::Text(words), rest @ ..]) => {
                    made.text(words).views(rest.iter().map($view))
                }
                (None, pieces) => pieces.iter().fold(made, |made, piece| match piece {
                    Piece::Element(node) => made.child($build(node)),
                    other => made.view_child($view(other)),
                }),
            }
        }
    };
}

build_with!(by_leptos, leptos_view, browser);
build_with!(by_us, our_view, native);

/// Texts as hostile as can be. None is empty, since Leptos then leaves a blank for itself.
fn texts() -> impl Strategy<Value = String> {
    let hostile = select(vec![
        "</b><script>hostile()</script>",
        "\"' onclick=hostile() ",
        "&amp; &lt;b&gt; & &#0;",
        "<!-- -->",
        "]]>",
        "\u{a0}\u{202e}é😀",
    ]);
    // Of a carriage return or a zero a parser makes something else.
    prop_oneof![hostile.prop_map(str::to_owned), "[^\r\u{0}]{1,12}"]
}

fn nodes() -> impl Strategy<Value = Node> {
    let leaf = node(Just(Vec::new()).boxed());
    leaf.prop_recursive(4, 40, 5, |inner| {
        let piece = prop_oneof![
            texts().prop_map(Piece::Text),
            texts().prop_map(Piece::LiveText),
            inner.clone().prop_map(Piece::Element),
            inner.prop_map(|node| Piece::Live(Box::new(Piece::Element(node)))),
        ];
        node(vec(piece, 0..5).boxed())
    })
}

fn node(pieces: BoxedStrategy<Vec<Piece>>) -> BoxedStrategy<Node> {
    let tags = [
        "div", "span", "ul", "input", "fieldset", "svg", "text", "path",
    ];
    let classes = [None, Some("option fits"), Some("")];
    let attributes = (
        select(classes.to_vec()),
        proptest::option::of(texts()),
        proptest::option::of(texts()),
        any::<bool>(),
    );
    (select(tags.to_vec()), attributes, pieces)
        .prop_map(
            |(tag, (class, title, description, is_hidden), pieces)| Node {
                tag,
                class,
                title,
                description,
                is_hidden,
                pieces: if tag == "path" { Vec::new() } else { pieces },
            },
        )
        .boxed()
}

/// What a parser finds: tags with sorted attributes and texts, without Leptos' comments.
fn found(markup: &str) -> String {
    let context = QualName::new(None, ns!(html), local_name!("div"));
    let options = ParseOpts::default();
    let dom = parse_fragment(RcDom::default(), options, context, Vec::new(), false).one(markup);
    let mut all = String::new();
    tell(&dom.document, &mut all);
    all
}

fn tell(handle: &Handle, all: &mut String) {
    match &handle.data {
        NodeData::Text { contents } => all.push_str(&contents.borrow()),
        NodeData::Element { name, attrs, .. } => {
            let mut attributes: Vec<String> = attrs
                .borrow()
                .iter()
                .map(|one| format!("{}={:?}", one.name.local, &*one.value))
                .collect();
            attributes.sort();
            all.push_str(&format!("\n<{} {attributes:?}>", name.local));
        }
        _ => {}
    }
    for child in handle.children.borrow().iter() {
        tell(child, all);
    }
    if matches!(handle.data, NodeData::Element { .. }) {
        all.push_str("\n/");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn both_writers_say_the_same(node in nodes()) {
        let theirs = Owner::new().with(|| by_leptos(&node).view().to_html());
        let ours = by_us(&node).view().into_html();
        prop_assert_eq!(found(&ours), found(&theirs), "{}\n{}", ours, theirs);
    }
}

#[test]
fn nothing_is_at_most_a_blank() {
    assert_eq!(native::nothing().into_html(), "");
    assert_eq!(browser::nothing().to_html(), " ");
}
