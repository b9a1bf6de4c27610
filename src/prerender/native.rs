//! Natively views are markup already.

use crate::view::markup::AnyView;

/// The view's markup.
pub fn html(view: AnyView) -> String {
    view.into_html()
}
