// The <job-posting> element. Registers it at once, fetches the posting, the app and the styles
// side by side, and mounts one app per element from one shared WebAssembly instance.

const at = (name) => new URL(name, import.meta.url).href;
const GLUE = at("./__GLUE__");
const GLUE_INTEGRITY = "__GLUE_INTEGRITY__";
const WASM = at("./__WASM__");
const WASM_INTEGRITY = "__WASM_INTEGRITY__";
const STYLE = at("./__STYLE__");
const STYLE_INTEGRITY = "__STYLE_INTEGRITY__";

// The only words that must be readable without the app. The message catalogue has the same ones.
const WORDS = {
  unavailable: "This posting can’t be shown right now.",
  offline: "You seem to be offline, so this posting can’t be loaded.",
  forbidden: "This page doesn’t let the posting’s planner run.",
  retry: "Try again",
};

// Only what async functions and `then` give: pages replace Promise by older ones that know less.
const settled = (promise) => promise.then((value) => ({ value }), (reason) => ({ reason }));

let attempts = 0;
let shared;

/** The app and the style sheet, fetched once for all elements; fetched anew after a failure. */
function load() {
  shared ??= loadShared().catch((error) => {
    shared = undefined;
    attempts += 1;
    throw error;
  });
  return shared;
}

async function loadShared() {
  const parts = [settled(loadApp()), settled(loadSheet())];
  const [app, sheet] = [await parts[0], await parts[1]];
  if (app.reason || sheet.reason) throw app.reason ?? sheet.reason;
  return [app.value, sheet.value];
}

async function loadApp() {
  // Some browsers remember a module that failed to load; another address makes them ask again.
  const address = attempts ? `${GLUE}?attempt=${attempts}` : GLUE;
  // An import takes no integrity of its own; a preloaded module is checked against the link's.
  const link = document.createElement("link");
  Object.assign(link, { rel: "modulepreload", href: address, integrity: GLUE_INTEGRITY });
  document.head.append(link);
  const glue = import(address);
  const wasm = get(WASM, { integrity: WASM_INTEGRITY });
  // It may not reject unnoticed while the other is waited for.
  settled(wasm);
  const module = await glue;
  await module.default({ module_or_path: wasm });
  return module;
}

async function loadSheet() {
  const response = await get(STYLE, { integrity: STYLE_INTEGRITY });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(await response.text());
  return sheet;
}

async function get(address, options) {
  const response = await fetch(address, options);
  if (!response.ok) throw new Error(`${address} answered with status ${response.status}`);
  return response;
}

/** Whether a policy of the page, or the browser, refuses even the emptiest module. */
function isForbidden() {
  try {
    const empty = new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
    // WebKit refuses only here.
    return !new WebAssembly.Instance(empty);
  } catch {
    return true;
  }
}

/** The text of the posting file: from a child script, else from `src`. */
async function readPosting(element) {
  const inline = element.querySelector(':scope > script[type="application/json"]');
  if (inline) return inline.textContent;
  const src = element.getAttribute("src");
  if (!src) throw new Error('the element needs src="posting.json" or a JSON script inside it');
  return (await get(new URL(src, document.baseURI))).text();
}

class JobPosting extends HTMLElement {
  static observedAttributes = ["src", "lang", "as-of", "heading-level"];
  #run = 0;
  #app;
  #nearby;
  #online = () => this.#start();

  connectedCallback() {
    if (this.#run && this.#app) return;
    if (this.getAttribute("loading") === "lazy") this.#startNearby();
    else this.#start();
  }

  // A move within the page disconnects and connects again: only what stays away is taken down.
  disconnectedCallback() {
    queueMicrotask(() => {
      if (!this.isConnected) this.#stop();
    });
  }

  connectedMoveCallback() {}

  attributeChangedCallback(_, before, after) {
    if (before !== after && this.#run) this.#start();
  }

  /** The draft as the text of a draft file; undefined before the app is there. */
  exportDraft() {
    return this.#app?.export_draft();
  }

  /** Takes over a draft file's text. Throws an Error that says why if it can't. */
  importDraft(text) {
    if (!this.#app) throw new Error("job-posting: wait for the event job-posting-ready");
    this.#app.import_draft(String(text));
  }

  /** Deletes the draft from this device. */
  clearDraft() {
    this.#app?.clear_draft();
  }

  #startNearby() {
    this.#nearby?.disconnect();
    this.#nearby = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        this.#nearby.disconnect();
        this.#start();
      },
      { rootMargin: "50%" },
    );
    // An element without size never comes near: its fallback or host style gives it one.
    this.style.minBlockSize ||= "1px";
    this.#nearby.observe(this);
  }

  async #start() {
    this.#stop();
    const run = ++this.#run;
    this.dataset.state = "loading";
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    // What the page wrote inside the element stays readable until the app takes its place.
    root.replaceChildren(document.createElement("slot"));
    const reading = settled(readPosting(this));
    const [parts, posting] = [await settled(load()), await reading];
    if (run !== this.#run || !this.isConnected) return;
    if (parts.reason) return this.#fail(root, parts.reason);
    const [module, sheet] = parts.value;
    const container = document.createElement("div");
    root.adoptedStyleSheets = [sheet];
    this.#app = module.mount(container, this, posting.value, posting.reason?.message, () => this.#start());
    root.replaceChildren(container);
    const problems = this.#app.problems();
    if (problems.length) return this.#report(problems);
    this.dataset.state = "ready";
    performance.mark("ready");
    this.#tell("job-posting-ready");
  }

  #stop() {
    this.#run += this.#run ? 1 : 0;
    this.#nearby?.disconnect();
    removeEventListener("online", this.#online);
    this.#app?.unmount();
    this.#app = undefined;
  }

  /** Without the app: the fallback stays, with one sentence and, where it helps, a way to try again. */
  #fail(root, error) {
    const box = document.createElement("div");
    const words = document.createElement("p");
    const retry = document.createElement("button");
    box.setAttribute("role", "alert");
    box.part = "error";
    root.append(box);
    box.append(words);
    const problems = [String(error?.message ?? error)];
    if (isForbidden()) {
      words.textContent = WORDS.forbidden;
      problems.unshift("WebAssembly is forbidden: add 'wasm-unsafe-eval' to script-src in the page's content security policy");
      return this.#report(problems);
    }
    words.textContent = navigator.onLine ? WORDS.unavailable : WORDS.offline;
    retry.textContent = WORDS.retry;
    retry.type = "button";
    retry.addEventListener("click", () => this.#start());
    box.append(retry);
    this.#report(problems);
  }

  #report(problems) {
    this.dataset.state = "error";
    console.error(`job-posting: ${problems.join("\n  ")}`);
    addEventListener("online", this.#online, { once: true });
    this.#tell("job-posting-error", { problems });
  }

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
  }
}

if (!customElements.get("job-posting")) customElements.define("job-posting", JobPosting);
