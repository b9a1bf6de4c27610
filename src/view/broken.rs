//! What shows instead of a posting that can't be read: one sentence for the
//! candidate, every problem for the author.

use posting::problem::Problem;

use super::markup::{AnyView, element};
use crate::locale::Text;

/// The sentence, a button that tries again, and the problems behind a disclosure.
pub fn broken(
    text: Text,
    sentence: &str,
    problems: &[Problem],
    retry: impl Fn() + 'static,
) -> AnyView {
    let button = element("button")
        .class("button")
        .with("type", "button")
        .text(text.retry())
        .on("click", move |_| retry());
    let notice = element("div")
        .class("notice bad")
        .part("error")
        .with("role", "alert")
        .child(element("p").text(sentence))
        .child(button);
    let rows = problems.iter().map(|problem| {
        element("li")
            .child(element("code").text(problem.path.as_str()))
            .child(element("span").text(problem.message.as_str()))
    });
    let details = element("details")
        .class("problems")
        .part("problems")
        .child(element("summary").text(text.for_the_author()))
        .child(element("p").text(&text.problem_count(problems.len() as u32)))
        .child(element("ol").children(rows));
    element("div")
        .class("widget")
        .with("lang", text.lang())
        .child(notice)
        .child(details)
        .view()
}
