//! Natively Leptos writes views as markup.

use leptos::prelude::{AnyView, RenderHtml};

/// The view's markup.
pub fn html(view: AnyView) -> String {
    view.to_html()
}
