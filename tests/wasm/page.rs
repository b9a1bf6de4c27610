//! A widget mounted as the loader does it: into a `<div>` in the shadow root of a host
//! that stands in the page.

use std::cell::RefCell;
use std::rc::Rc;

use job_posting::element::{Mounted, mount, mount_planner};
use js_sys::{Function, Promise};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    CustomEvent, Document, Event, EventInit, HtmlElement, HtmlInputElement, ShadowRoot,
    ShadowRootInit, ShadowRootMode,
};

use crate::tidy_storage::TidyStorage;

type Listener = Closure<dyn FnMut(CustomEvent)>;

/// The page around one widget. Leaving it takes the host out of the document.
pub struct Page {
    pub host: HtmlElement,
    root: ShadowRoot,
    retries: Function,
}

fn document() -> Document {
    web_sys::window().unwrap().document().unwrap()
}

fn new_element(tag: &str) -> HtmlElement {
    document().create_element(tag).unwrap().unchecked_into()
}

impl Page {
    /// A host in the language and on the day of the tests.
    pub fn new() -> Self {
        let host = new_element("div");
        host.set_attribute("lang", "en-GB").unwrap();
        host.set_attribute("as-of", "2026-03-02").unwrap();
        document().body().unwrap().append_child(&host).unwrap();
        let options = ShadowRootInit::new(ShadowRootMode::Open);
        let root = host.attach_shadow(&options).unwrap();
        Self {
            host,
            root,
            retries: Function::new_no_args("this.retries = (this.retries ?? 0) + 1"),
        }
    }

    /// Mounts a posting.
    pub async fn mount(&self, posting: &str) -> Mounted {
        self.mount_or_fail(Some(posting), None).await
    }

    /// Mounts a posting, or what stands for one that could not be loaded.
    pub async fn mount_or_fail(&self, posting: Option<&str>, failure: Option<&str>) -> Mounted {
        let container = new_element("div");
        self.root.replace_children_with_node_0();
        self.root.append_child(&container).unwrap();
        // Every host of ours stands in the page itself.
        let place = self.host.closest("[lang]").unwrap();
        let lang = place.and_then(|place| place.get_attribute("lang"));
        let mounted = mount(
            container,
            &self.host,
            lang,
            posting.map(str::to_owned),
            failure.map(str::to_owned),
            self.retries.clone(),
            // All of it is in one file here, so the door is open at once.
            |take| Box::pin(async move { Ok(take().map(mount_planner)) }),
        );
        JsFuture::from(mounted.plan()).await.unwrap();
        // Leptos fills fields in a microtask, before which nobody could have typed.
        pause(0).await;
        mounted
    }

    /// Runs `listen` whenever the host dispatches the event.
    pub fn on(&self, name: &str, listen: impl FnMut(CustomEvent) + 'static) {
        let listener: Listener = Closure::new(listen);
        let function = listener.as_ref().unchecked_ref();
        self.host
            .add_event_listener_with_callback(name, function)
            .unwrap();
        // The host keeps it for as long as the test runs.
        listener.forget();
    }

    /// The records named by every `job-posting-change` from now on.
    pub fn changes(&self) -> Rc<RefCell<Vec<Option<String>>>> {
        let changes = Rc::new(RefCell::new(Vec::new()));
        let seen = Rc::clone(&changes);
        self.on("job-posting-change", move |event| {
            let record = js_sys::Reflect::get(&event.detail(), &"record".into());
            seen.borrow_mut()
                .push(record.ok().and_then(|it| it.as_string()));
        });
        changes
    }

    /// The first element that matches a selector.
    #[track_caller]
    pub fn find(&self, selector: &str) -> HtmlElement {
        let found = self.root.query_selector(selector).unwrap();
        found
            .unwrap_or_else(|| panic!("nothing matches {selector}"))
            .unchecked_into()
    }

    /// The id of the element that has the focus; empty if none in the widget has it.
    pub fn focused_id(&self) -> String {
        let focused = self.root.active_element();
        focused.map(|element| element.id()).unwrap_or_default()
    }

    /// A button at the end of the shadow root.
    pub fn added_button(&self) -> HtmlElement {
        let button = new_element("button");
        self.root.append_child(&button).unwrap();
        button
    }

    /// Whether any element matches a selector.
    pub fn has(&self, selector: &str) -> bool {
        self.root.query_selector(selector).unwrap().is_some()
    }

    /// The field of a record.
    #[track_caller]
    pub fn field(&self, record: &str) -> HtmlInputElement {
        self.find(&format!("#{record}")).unchecked_into()
    }

    /// The text of a part.
    pub fn text_of(&self, part: &str) -> String {
        let found = self
            .root
            .query_selector(&format!("[part~=\"{part}\"]"))
            .unwrap();
        found
            .and_then(|part| part.text_content())
            .unwrap_or_default()
    }

    /// How many elements the widget has in the page.
    pub fn size(&self) -> u32 {
        self.root.query_selector_all("div *").unwrap().length()
    }

    /// Waits until the database holds a text under a key; fails after two seconds.
    pub async fn until_settled(&self, storage: &TidyStorage, key: &str, text: &str) {
        for _ in 0..200 {
            let rows = storage.settled(key).await;
            if rows.iter().any(|(_, stored)| stored.contains(text)) {
                return;
            }
            pause(10).await;
        }
        panic!("the database does not get {text} under {key}");
    }

    /// Waits until a condition holds; fails after two seconds.
    pub async fn until(&self, what: &str, holds: impl Fn() -> bool) {
        for _ in 0..200 {
            if holds() {
                return;
            }
            pause(10).await;
        }
        panic!("still not so after two seconds: {what}");
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        self.host.remove();
    }
}

/// Types a text into a field as a person would: one `input` event, then leaving it.
pub fn type_into(field: &HtmlInputElement, text: &str) {
    field.set_value(text);
    dispatch(field, "input");
    dispatch(field, "change");
}

/// Dispatches an event; `false` if it was cancelled.
pub fn dispatch(target: &web_sys::EventTarget, name: &str) -> bool {
    let options = EventInit::new();
    options.set_bubbles(true);
    options.set_cancelable(true);
    let event = Event::new_with_event_init_dict(name, &options).unwrap();
    target.dispatch_event(&event).unwrap()
}

/// Lets the page run for some milliseconds.
pub async fn pause(milliseconds: i32) {
    let window = web_sys::window().unwrap();
    let promise = Promise::new(&mut |resolve, _| {
        window
            .set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds)
            .unwrap();
    });
    JsFuture::from(promise).await.unwrap();
}

/// How often the reader asked to try again, on any page of this run.
pub fn retries() -> f64 {
    let count = js_sys::Reflect::get(&js_sys::global(), &JsValue::from_str("retries"));
    count
        .ok()
        .and_then(|count| count.as_f64())
        .unwrap_or_default()
}
