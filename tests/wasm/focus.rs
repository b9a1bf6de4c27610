//! The focus follows what was just made, unless the candidate has gone on by themselves.

use job_posting::view::focus;
use leptos::prelude::request_animation_frame;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Event;

use crate::gone::POSTING;
use crate::page::Page;
use crate::tidy_storage::TidyStorage;

/// Waits for a frame, behind what waited for it before.
async fn frame() {
    let drawn = js_sys::Promise::new(&mut |resolve, _| {
        request_animation_frame(move || {
            resolve.call0(&wasm_bindgen::JsValue::NULL).unwrap();
        });
    });
    JsFuture::from(drawn).await.unwrap();
}

#[wasm_bindgen_test]
async fn a_new_row_has_the_focus() {
    let _storage = TidyStorage::new().await;
    let page = Page::new();
    let _mounted = page.mount(POSTING).await;
    page.field("earliest-start").focus().unwrap();
    page.find("#busy-add").focus().unwrap();
    page.find("#busy-add").click();
    page.until("the focus is in the row", || {
        page.focused_id() == "busy-0-first"
    })
    .await;
}

#[wasm_bindgen_test]
async fn who_has_gone_on_before_the_frame_came_keeps_the_focus() {
    let _storage = TidyStorage::new().await;
    let page = Page::new();
    let _mounted = page.mount(POSTING).await;
    page.find("#busy-add").focus().unwrap();
    page.find("#busy-add").click();
    page.field("latest-end").focus().unwrap();
    frame().await;
    assert!(page.has("#busy-0-first"));
    assert_eq!(page.focused_id(), "latest-end");
}

#[wasm_bindgen_test]
async fn what_is_taken_out_of_the_page_gives_its_focus_only_to_who_has_not_gone_on() {
    let _storage = TidyStorage::new().await;
    let page = Page::new();
    let _mounted = page.mount(POSTING).await;
    for (goes_on, expected) in [(false, "latest-end"), (true, "earliest-start")] {
        let button = page.added_button();
        let pressed = button.clone();
        let listener = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
            focus::focus_instead(&event, "latest-end".to_owned(), "earliest-start");
            pressed.remove();
        });
        button
            .add_event_listener_with_callback("click", listener.as_ref().unchecked_ref())
            .unwrap();
        button.focus().unwrap();
        button.click();
        if goes_on {
            page.field("earliest-start").focus().unwrap();
        }
        frame().await;
        assert_eq!(page.focused_id(), expected, "{goes_on}");
    }
}
