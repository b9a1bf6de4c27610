//! Reads markup as strictly as it is written: a tag left open, an unknown entity or an
//! attribute without quotes is a failure, where a browser would guess.

/// Elements without content and end tag (HTML Living Standard, section 13.1.2).
const VOID: [&str; 4] = ["br", "hr", "img", "input"];

/// An element with what is in it.
pub struct Node {
    /// Its name; empty for the root that holds all markup.
    pub tag: String,
    attributes: Vec<(String, String)>,
    children: Vec<Child>,
}

enum Child {
    Node(Node),
    Text(String),
}

impl Node {
    fn new(tag: &str) -> Self {
        Self {
            tag: tag.to_owned(),
            attributes: Vec::new(),
            children: Vec::new(),
        }
    }

    /// The value of an attribute.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        let mut attributes = self.attributes.iter();
        attributes.find_map(|(known, value)| (known == name).then_some(value.as_str()))
    }

    /// Every attribute with its value.
    pub fn attributes(&self) -> impl Iterator<Item = (&str, &str)> {
        let attributes = self.attributes.iter();
        attributes.map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// The elements right inside this one.
    pub fn children(&self) -> impl Iterator<Item = &Node> {
        self.children.iter().filter_map(|child| match child {
            Child::Node(node) => Some(node),
            Child::Text(_) => None,
        })
    }

    /// Every element inside this one, in the order of their start tags.
    pub fn all(&self) -> Vec<&Node> {
        self.children()
            .flat_map(|child| std::iter::once(child).chain(child.all()))
            .collect()
    }

    /// Every element inside this one that the test is looking for.
    pub fn find(&self, wanted: impl Fn(&Node) -> bool) -> Vec<&Node> {
        self.all().into_iter().filter(|node| wanted(node)).collect()
    }

    /// The one element with this part name.
    #[track_caller]
    pub fn part(&self, part: &str) -> &Node {
        let found = self.find(|node| node.has_word("part", part));
        assert_eq!(found.len(), 1, "elements with the part {part}");
        found[0]
    }

    /// Whether an attribute holds this word.
    pub fn has_word(&self, attribute: &str, word: &str) -> bool {
        let value = self.attribute(attribute).unwrap_or_default();
        value.split_whitespace().any(|other| other == word)
    }

    /// All text inside, with blanks as one blank each.
    pub fn text(&self) -> String {
        let mut text = String::new();
        self.gather(&mut text);
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    fn gather(&self, text: &mut String) {
        for child in &self.children {
            match child {
                Child::Node(node) => node.gather(text),
                Child::Text(words) => text.push_str(words),
            }
        }
    }

    /// Whether the whole text of some element inside is `text`.
    pub fn says(&self, text: &str) -> bool {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        self.all().iter().any(|node| node.text() == text)
    }
}

/// Reads markup into a root without a name.
#[track_caller]
pub fn read(html: &str) -> Node {
    let mut open = vec![Node::new("")];
    let mut rest = html;
    while let Some((before, after)) = rest.split_once('<') {
        add_text(&mut open, before);
        rest = if let Some(comment) = after.strip_prefix('!') {
            read_comment(comment)
        } else if let Some(end) = after.strip_prefix('/') {
            let (tag, remainder) = end.split_once('>').expect("an end tag has to end");
            let closed = open.pop().unwrap();
            assert_eq!(closed.tag, tag, "an end tag closes another element");
            add(&mut open, Child::Node(closed));
            remainder
        } else {
            let (node, remainder) = read_start(after);
            if VOID.contains(&node.tag.as_str()) {
                add(&mut open, Child::Node(node));
            } else {
                open.push(node);
            }
            remainder
        };
    }
    add_text(&mut open, rest);
    let root = open.pop().unwrap();
    assert_eq!(root.tag, "", "an element is not closed");
    root
}

fn add(open: &mut [Node], child: Child) {
    let parent = open.last_mut().expect("an end tag without a start tag");
    parent.children.push(child);
}

fn add_text(open: &mut [Node], text: &str) {
    if !text.is_empty() {
        add(open, Child::Text(decode(text)));
    }
}

/// Skips `<!>` and `<!-- … -->`, by which Leptos keeps neighbouring texts apart.
fn read_comment(after: &str) -> &str {
    let end = if after.starts_with("--") { "-->" } else { ">" };
    after.split_once(end).expect("a comment has to end").1
}

fn read_start(after: &str) -> (Node, &str) {
    let end = after
        .find(|c: char| c.is_whitespace() || c == '>')
        .expect("a start tag has to end");
    let mut node = Node::new(&after[..end]);
    assert!(
        node.tag.chars().all(|c| c.is_ascii_alphanumeric()),
        "<{} is no tag",
        node.tag
    );
    let mut rest = after[end..].trim_start();
    loop {
        if let Some(remainder) = rest.strip_prefix('>') {
            return (node, remainder);
        }
        let (name, value) = rest
            .split_once("=\"")
            .expect("an attribute has to have a value in double quotes");
        assert!(
            name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-'),
            "{name:?} is no attribute"
        );
        assert!(node.attribute(name).is_none(), "{name} stands twice");
        let (value, remainder) = value.split_once('"').expect("a value has to end");
        node.attributes.push((name.to_owned(), decode(value)));
        rest = remainder.trim_start();
    }
}

fn decode(text: &str) -> String {
    let mut decoded = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        decoded.push_str(before);
        let (entity, remainder) = after.split_once(';').expect("a bare & in the markup");
        decoded.push(match entity {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            "#x27" | "#39" => '\'',
            other => panic!("&{other}; is an entity nobody writes here"),
        });
        rest = remainder;
    }
    decoded + rest
}

#[test]
fn markup_is_read_back() {
    let root = read("<p id=\"a\">1 &lt; 2<!>,<!-- --> <b>b</b><input disabled=\"\"></p>");
    let paragraph = root.children().next().unwrap();
    assert_eq!(paragraph.attribute("id"), Some("a"));
    assert_eq!(paragraph.text(), "1 < 2, b");
    assert_eq!(paragraph.all().len(), 2);
    assert!(root.says("b") && !root.says("1"));
}

#[test]
#[should_panic(expected = "closes another element")]
fn crossed_tags_are_refused() {
    read("<p><b></p></b>");
}

#[test]
#[should_panic(expected = "a bare &")]
fn unescaped_text_is_refused() {
    read("<p>a & b</p>");
}
