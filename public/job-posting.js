// The <job-posting> element. Registers it at once, fetches the posting, the app and the styles
// side by side, and mounts one app per element from one shared WebAssembly instance.

import { Ahead, findAhead } from "./loader/ahead.js";
import { whenTouched } from "./loader/touch.js";

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
  plannerUnavailable: "The planner can’t be loaded right now. What you type is not kept.",
  offline: "You seem to be offline, so this posting can’t be loaded.",
  retry: "Try again",
};

let attempts = 0;
let shared;

/** The app and the style sheet, fetched once for all elements; fetched anew after a failure. */
function load() {
  shared ??= Promise.all([loadApp(), loadSheet()]).catch((error) => {
    shared = undefined;
    attempts += 1;
    throw error;
  });
  return shared;
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
  // Neither may reject unnoticed while the other is waited for.
  const [module] = await Promise.all([glue, wasm]);
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
  #touch;
  /** The reader of the markup written ahead, while that is in place. */
  #ahead;

  connectedCallback() {
    if (this.#run && this.#app) return;
    if (document.readyState === "loading") return this.#connectWhenParsed();
    if (!this.#ahead && findAhead(this.shadowRoot)) this.#ahead = new Ahead(this.shadowRoot);
    const loading = this.getAttribute("loading");
    if (loading === "interaction" && this.#ahead) this.#startWhenTouched();
    else if (loading === "lazy" || loading === "interaction") this.#startNearby();
    else this.#start();
  }

  // A loader that runs while the page still comes in finds an element without its content.
  #connectWhenParsed() {
    const connect = () => this.isConnected && this.connectedCallback();
    document.addEventListener("DOMContentLoaded", connect, { once: true });
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

  #startWhenTouched() {
    this.#touch?.abort();
    this.#touch = whenTouched(this, () => this.#start());
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
    if (!this.#ahead) root.replaceChildren(document.createElement("slot"));
    const [posting, parts] = await Promise.allSettled([readPosting(this), load()]);
    await this.#ahead?.rest();
    if (run !== this.#run || !this.isConnected) return;
    const reason = parts.reason ?? (this.#ahead && posting.reason);
    if (reason) return this.#fail(root, reason);
    const [module, sheet] = parts.value;
    const container = document.createElement("div");
    this.#app = module.mount(container, this, posting.value, posting.reason?.message, () => this.#start());
    const problems = this.#app.problems();
    // A posting that was shown is not taken away because its file is broken now.
    if (problems.length && this.#ahead) return this.#fail(root, problems.join("\n  "));
    // The app fills its fields in a microtask, in which what was typed would be overwritten.
    if (this.#ahead) await undefined;
    if (run !== this.#run) return;
    root.adoptedStyleSheets = [sheet];
    const tellApp = this.#show(root, container);
    if (problems.length) return this.#report(problems);
    this.dataset.state = "ready";
    performance.mark("ready");
    this.#tell("job-posting-ready");
    tellApp?.();
  }

  /** Puts the app's markup in place; all in one task, so that nothing else is drawn in between. */
  #show(root, container) {
    const ahead = this.#ahead;
    this.#ahead = undefined;
    return ahead ? ahead.handOver(container) : root.replaceChildren(container);
  }

  #stop() {
    this.#run += this.#run ? 1 : 0;
    this.#nearby?.disconnect();
    this.#touch?.abort();
    this.#app?.unmount();
    this.#app = undefined;
  }

  /** Without the app: what is shown stays, with one sentence and a way to try again. */
  #fail(root, error) {
    root.querySelector("[part=error]")?.remove();
    const box = document.createElement("div");
    const words = document.createElement("p");
    const retry = document.createElement("button");
    box.setAttribute("role", "alert");
    box.part = "error";
    // The classes are those of the style sheet that came with the markup written ahead.
    box.className = "notice bad";
    retry.className = "button";
    const unavailable = this.#ahead ? WORDS.plannerUnavailable : WORDS.unavailable;
    words.textContent = navigator.onLine || this.#ahead ? unavailable : WORDS.offline;
    retry.textContent = WORDS.retry;
    retry.type = "button";
    retry.addEventListener("click", () => this.#start());
    box.append(words, retry);
    // Where the posting is shown already, the sentence is about its planner.
    (root.querySelector(".prerendered .planner-head") ?? root).append(box);
    this.#report([String(error?.message ?? error)]);
  }

  #report(problems) {
    const run = this.#run;
    this.dataset.state = "error";
    console.error(`job-posting: ${problems.join("\n  ")}`);
    addEventListener("online", () => run === this.#run && this.#start(), { once: true });
    this.#tell("job-posting-error", { problems });
  }

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
  }
}

if (!customElements.get("job-posting")) customElements.define("job-posting", JobPosting);
