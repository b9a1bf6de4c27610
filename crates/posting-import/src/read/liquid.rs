//! Tags of site builders in Markdown, `{% include … %}` and comments between such
//! tags: they belong to the page and not to the posting.

use crate::block::{Block, BlockKind};

const OPEN: &str = "{%";
const CLOSE: &str = "%}";

/// Blanks in place of the tags, so that every other word stays where it was, and the tags' words as
/// what stands around the posting.
pub(super) fn without_tags(markdown: &str) -> (String, Vec<Block>) {
    let mut text = String::with_capacity(markdown.len());
    let mut tags = Vec::new();
    let mut line = 1;
    let mut rest = markdown;
    while let Some((before, tag, after)) = next_tag(rest) {
        text.push_str(before);
        line += before.matches('\n').count();
        for part in tag.lines() {
            let mut block = Block::new(BlockKind::Paragraph, part, line);
            block.around = true;
            if part.contains(char::is_alphanumeric) {
                tags.push(block);
            }
            line += 1;
        }
        // A tag without a line break ends on the line on which it began.
        line -= usize::from(!tag.is_empty());
        text.extend(
            tag.bytes()
                .map(|byte| if byte == b'\n' { '\n' } else { ' ' }),
        );
        rest = after;
    }
    text.push_str(rest);
    (text, tags)
}

/// What stands before the next tag, the tag, and what follows it; a comment ends with its last tag.
fn next_tag(text: &str) -> Option<(&str, &str, &str)> {
    let start = text.find(OPEN)?;
    let length = end_of_tag(text.get(start..)?)?;
    let tag = text.get(start..start + length)?;
    let mut end = start + length;
    if tag.contains(" comment ") || tag.contains(" comment%") || tag.contains(" comment-") {
        let place = text.get(end..)?.find("endcomment");
        let last = place.and_then(|place| {
            let length = end_of_tag(text.get(end + place..)?)?;
            Some(end + place + length)
        });
        end = last.unwrap_or(end);
    }
    Some((text.get(..start)?, text.get(start..end)?, text.get(end..)?))
}

fn end_of_tag(text: &str) -> Option<usize> {
    text.find(CLOSE).map(|place| place + CLOSE.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_leave_blanks() {
        let markdown =
            "Prune.\n{% comment %}\nfor authors {% endcomment %} Sow {% include a.md %}.\n{%";
        let (text, tags) = without_tags(markdown);
        assert_eq!(text.len(), markdown.len());
        let words: Vec<&str> = text.split_whitespace().collect();
        assert_eq!(words, ["Prune.", "Sow", ".", "{%"]);
        let lines: Vec<_> = tags
            .iter()
            .map(|tag| (tag.plain().into_owned(), tag.line))
            .collect();
        let expected = [
            ("{% comment %}".to_owned(), 2),
            ("for authors {% endcomment %}".to_owned(), 3),
            ("{% include a.md %}".to_owned(), 3),
        ];
        assert_eq!(lines, expected);
    }
}
