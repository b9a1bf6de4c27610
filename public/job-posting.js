// The <job-posting> element. Registers it at once, fetches the posting, the app and the styles
// side by side, and mounts one app per element from one shared WebAssembly instance. The app comes in
// two files: the posting is shown with the first, the planner is added with the second.

import { Ahead, findAhead } from "./loader/ahead.js";
import { get, readPosting } from "./loader/fetch.js";
import { whenTouched } from "./loader/touch.js";

const at = (name) => new URL(name, import.meta.url).href;
const GLUE = at("./__GLUE__");
const GLUE_INTEGRITY = "__GLUE_INTEGRITY__";
const WASM = at("./__WASM__");
const WASM_INTEGRITY = "__WASM_INTEGRITY__";
const PLANNER = at("./__PLANNER__");
const PLANNER_INTEGRITY = "__PLANNER_INTEGRITY__";
const STYLE = at("./__STYLE__");
const STYLE_INTEGRITY = "__STYLE_INTEGRITY__";

// The only words that must be readable without the app, or without its second file.
const WORDS = {
  unplanned: "Planning your dates isn’t possible right now.",
  unavailable: "This posting can’t be shown right now.",
  unkept: "The planner can’t be loaded right now. What you type is not kept.",
  offline: "You seem to be offline, so this posting can’t be loaded.",
  forbidden: "This page doesn’t let the posting’s planner run.",
  retry: "Try again",
};

// Only what async functions and `then` give: pages replace Promise by older ones that know less.
const settled = (promise) => promise.then((value) => ({ value }), (reason) => ({ reason }));

let attempts = 0;
let shared;

/** The app and the styles, fetched once for all elements; fetched anew after a failure. */
function load() {
  shared ??= loadShared().catch((error) => {
    shared = undefined;
    attempts += 1;
    throw error;
  });
  return shared;
}

async function loadShared() {
  const parts = [settled(loadApp()), settled(get(STYLE, { integrity: STYLE_INTEGRITY }).then((file) => file.text()))];
  const [app, styles] = [await parts[0], await parts[1]];
  if (app.reason || styles.reason) throw app.reason ?? styles.reason;
  return [app.value, styles.value];
}

async function loadApp() {
  // Some browsers remember a module that failed to load; another address makes them ask again.
  const address = attempts ? `${GLUE}?attempt=${attempts}` : GLUE;
  const glue = importChecked(address, GLUE_INTEGRITY);
  const wasm = get(WASM, { integrity: WASM_INTEGRITY });
  // Asked for behind the first files, so that it hardly holds up the posting.
  let planner = glue.then(loadPlanner);
  // Failures count when a file is needed. The planner's is asked for again then.
  for (const file of [wasm, planner]) file.catch(() => {});
  const module = await glue;
  module.fetchPlannerWith(() => {
    const file = planner ?? loadPlanner();
    planner = undefined;
    return file;
  });
  await module.default({ module_or_path: wasm });
  return module;
}

function loadPlanner() {
  return get(PLANNER, { integrity: PLANNER_INTEGRITY, priority: "low" });
}

/** Imports a module, unless its bytes are others than the build wrote. */
async function importChecked(address, integrity) {
  // An import takes no integrity of its own, but it gets the module that a link has preloaded.
  const link = document.createElement("link");
  if (link.relList.supports("modulepreload")) {
    await new Promise((resolve, reject) => {
      link.onload = resolve;
      link.onerror = () => reject(new Error(`${address} can’t be loaded, or was changed`));
      Object.assign(link, { rel: "modulepreload", href: address, integrity });
      document.head.append(link);
    });
  }
  // WebKit checks no integrity on such links. The cache has the answer that the import will use.
  await get(address, { integrity });
  return import(address);
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

class JobPosting extends HTMLElement {
  static observedAttributes = ["src", "lang", "as-of", "heading-level"];
  /** What tells a start from those before it; nothing while none is under way or done. */
  #run;
  #app;
  /** The posting's text, which is asked for again only when `src` changes or something failed. */
  #posting;
  #dress;
  #nearby;
  /** What the reader, or a device that is online again, sets off after a failure. */
  #again;
  #online = () => this.#again();
  #touch;
  /** The reader of the markup written ahead, while that is in place. */
  #ahead;

  connectedCallback() {
    // Moved within the page, also while it starts: what is under way goes on.
    if (this.#run) return;
    // A clone has the attributes of what it was made from.
    this.#stop();
    this.#posting = undefined;
    if (document.readyState === "loading") return this.#connectWhenParsed();
    this.#listenAhead();
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

  /** Moved to another document, which takes no style sheets of this one. */
  adoptedCallback() {
    this.#dress?.();
  }

  attributeChangedCallback(name, before, after) {
    if (before === after || !this.#run) return;
    // Out of the page nothing starts. What comes back starts afresh.
    if (!this.isConnected) return this.#stop();
    if (name === "src") {
      this.#stop();
      // What was typed into one posting is no answer to another's questions.
      this.#posting = this.#ahead = undefined;
      this.shadowRoot?.replaceChildren(document.createElement("slot"));
    }
    // The reader stays where they are, at a text they may be typing.
    else if (this.dataset.state === "ready") this.#app.leave();
    this.#start();
  }

  /** The draft as the text of a draft file; undefined before the app is there. */
  exportDraft() {
    return this.#app?.export_draft();
  }

  /** Takes over a draft file's text. Throws an Error that says why if it can't. */
  importDraft(text) {
    const { state } = this.dataset;
    if (state !== "ready" || !this.#app) {
      throw new Error(`job-posting: ${state === "error" ? "the planner isn’t there" : "wait for the event job-posting-ready"}`);
    }
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

  #listenAhead() {
    if (!this.#ahead && findAhead(this.shadowRoot)) this.#ahead = new Ahead(this.shadowRoot);
  }

  async #start() {
    this.#stop();
    // What an app has left behind that ended is taken over like what was written ahead.
    this.#listenAhead();
    const run = (this.#run = {});
    this.dataset.state = "loading";
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    try {
      await this.#begin(root, run);
    } catch (error) {
      const [module] = await load().catch(() => []);
      // An app that has ended tells that itself.
      if (run !== this.#run || module?.hasEnded()) throw error;
      this.#fail(root, error, WORDS.unavailable, () => this.#start());
    }
  }

  async #begin(root, run) {
    const again = () => this.#start();
    // What the page wrote inside the element stays readable until the app takes its place.
    if (!this.#ahead) root.replaceChildren(document.createElement("slot"));
    const reading = settled(readPosting(this, this.#posting));
    const [parts, posting] = [await settled(load()), await reading];
    if (run !== this.#run) return;
    this.#posting = posting.value;
    const reason = parts.reason ?? (this.#ahead && posting.reason);
    if (reason) {
      const unavailable = navigator.onLine ? WORDS.unavailable : WORDS.offline;
      return this.#fail(root, reason, this.#ahead ? WORDS.unkept : unavailable, again);
    }
    const [module, styles] = parts.value;
    const container = document.createElement("div");
    this.#app = module.mount(container, this, posting.value, posting.reason?.message, again);
    const problems = this.#app.problems();
    // A posting that was shown is not taken away because its file is broken now.
    if (problems.length && this.#ahead) return this.#fail(root, problems.join("\n  "), WORDS.unkept, again);
    const show = () => {
      this.#dress = () => module.dress(root, styles);
      this.#dress();
      return this.#show(module, root, container);
    };
    if (!this.#ahead) show();
    if (problems.length) {
      root.prepend(document.createElement("slot"));
      return this.#report(problems, again);
    }
    await this.#plan(root, run, show);
  }

  /** Adds the planner to the posting that can already be read. */
  async #plan(root, run, show) {
    // Asked to try again, it needs no other reason.
    removeEventListener("online", this.#online);
    this.dataset.state = "loading";
    const ahead = this.#ahead;
    try {
      await this.#app.plan();
    } catch (error) {
      if (run !== this.#run) return;
      return ahead
        ? this.#fail(root, error, WORDS.unkept, () => this.#start())
        : this.#fail(root, error, WORDS.unplanned, () => this.#plan(root, run, show));
    }
    if (ahead) {
      await ahead.rest();
      // The app fills its fields in a microtask, in which what was typed would be overwritten.
      await undefined;
    }
    if (run !== this.#run) return;
    const tellApp = ahead && show();
    this.dataset.state = "ready";
    performance.mark("ready");
    this.#tell("job-posting-ready");
    tellApp?.();
  }

  /** Puts the app's markup in place; all in one task, so that nothing else is drawn in between. */
  #show(module, root, container) {
    const ahead = this.#ahead;
    this.#ahead = undefined;
    return ahead ? ahead.handOver(module, container) : root.replaceChildren(container);
  }

  #stop() {
    this.#run = undefined;
    this.#nearby?.disconnect();
    removeEventListener("online", this.#online);
    this.#touch?.abort();
    this.#app?.unmount();
    this.#app = undefined;
    delete this.dataset.state;
  }

  /** What is there stays, with one sentence and, where it helps, a way to try again. */
  #fail(root, error, sentence, again) {
    root.querySelector("[part=error]")?.remove();
    const box = document.createElement("div");
    const words = document.createElement("p");
    const retry = document.createElement("button");
    box.setAttribute("role", "alert");
    box.lang = "en";
    box.part = "error";
    // The classes are those of the style sheet, if that has come.
    box.className = "notice bad";
    retry.className = "button";
    box.append(words);
    // In markup written ahead the sentence is about the planner.
    (root.querySelector(".prerendered .planner-head") ?? root).append(box);
    const problems = [String(error?.message ?? error)];
    if (isForbidden()) {
      words.textContent = WORDS.forbidden;
      problems.unshift("WebAssembly is forbidden: add 'wasm-unsafe-eval' to script-src in the page's content security policy");
      return this.#report(problems, again);
    }
    words.textContent = sentence;
    retry.textContent = WORDS.retry;
    retry.type = "button";
    retry.addEventListener("click", () => this.#again());
    box.append(retry);
    this.#report(problems, () => {
      box.remove();
      again();
    });
  }

  #report(problems, again) {
    this.#again = again;
    this.#posting = undefined;
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
