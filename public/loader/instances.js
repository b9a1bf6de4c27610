// The app as the loader knows it, in as many instances as it takes. All widgets of a page share one;
// when that ends by a panic, a new one is made from the same compiled files, without a request.
// The widget that caused it says so and waits for its reader, the others go on where they were.

import { findAhead } from "./ahead.js";
import { fresh } from "./instance.js";
import { handOver, remember } from "./hand-over.js";
import { describe, showStopped } from "./stopped.js";

/** How often a widget is brought back without being asked, should it always be another's fault. */
const REVIVALS = 2;

/** After how many widgets of a page the others are laid out only where they are near the window. */
const FEW = 3;

/** The widgets in the page, by their elements. */
const widgets = new Map();
/** How often the widget of an element was brought back. */
const revivals = new WeakMap();
/** Drafts that the device did not keep, by the element whose widget was taken down or has ended, and by posting. */
const kept = new WeakMap();

// WebKit empties fields that are not to be completed when it wakes a page that it has kept, as on the way back.
addEventListener("pagehide", () => {
  for (const host of widgets.keys()) {
    for (const field of host.shadowRoot.querySelectorAll("[autocomplete]")) field.removeAttribute("autocomplete");
  }
});

let askForPlanner;
let planner;
let app = make();
/** The making of the next instance, while that is needed and on its way. */
let renewal;

/** Makes the first instance. */
export default (options) => app.default(options);

/** Says how the planner's file is fetched. */
export function fetchPlannerWith(source) {
  askForPlanner = source;
}

/** Whether the instance that all are mounted into has ended. */
export const hasEnded = () => app.hasFailed();

/** Mounts a posting; see `mount` in `src/split.rs`. */
export function mount(container, host, posting, failure, again) {
  // Markup written ahead has its height already, and nothing below it may move.
  if (widgets.size >= FEW && !findAhead(host.shadowRoot)) container.className = "further";
  const widget = new Widget(container, host, again);
  widgets.set(host, widget);
  widget.mount(posting, failure);
  return widget;
}

/** One widget in one instance, for the loader. It answers also when its instance has ended. */
class Widget {
  /** Whether its reader has to ask for it. */
  isStopped = false;
  app = app;
  #mounted;

  constructor(container, host, again) {
    Object.assign(this, { container, host, again, kept: kept.get(host) ?? {} });
    kept.set(host, this.kept);
  }

  mount(posting, failure) {
    // Between two instances there is nothing to mount into. The next one mounts all.
    if (this.app.hasFailed()) return;
    checkWord(this.host, "theme", "auto", "light", "dark");
    checkWord(this.host, "loading", "eager", "lazy", "interaction");
    this.#mounted = this.app.mount(this.container, this.host, langOf(this.host), posting, failure, this.again);
  }

  problems() {
    return this.#mounted?.problems() ?? [];
  }

  async plan() {
    await takeTurn();
    // What waits for an instance that has ended waits in vain, and the loader starts anew.
    if (!this.#mounted || this.app.hasFailed()) return new Promise(() => {});
    await this.#mounted.plan();
    const found = this.#mounted.export_draft();
    this.posting = found && JSON.parse(found).posting;
    const draft = this.kept[this.posting];
    if (draft && draft !== found) this.#mounted.import_draft(draft);
    // Only now: nothing else has it.
    delete this.kept[this.posting];
  }

  export_draft() {
    return this.app.hasFailed() ? this.kept[this.posting] : this.#mounted?.export_draft();
  }

  import_draft(text) {
    this.#mounted.import_draft(text);
  }

  clear_draft() {
    if (this.app.hasFailed()) throw new Error("job-posting: the planner has stopped; have it started again first");
    this.#mounted.clear_draft();
  }

  unmount() {
    if (widgets.get(this.host) === this) widgets.delete(this.host);
    if (!this.app.hasFailed()) {
      this.#keep(this.#mounted?.rescue());
      this.#mounted?.unmount();
    }
    this.#mounted = undefined;
  }

  /** Writes what waits to be written, and remembers what the device refused. */
  rescue() {
    this.#keep(this.app.rescue(() => this.#mounted?.rescue()));
  }

  #keep(draft) {
    if (draft) this.kept[this.posting] = draft;
  }

  /** Leaves what can be seen in place, before the app builds it anew: a copy, in which the reader can go on. */
  leave() {
    const left = this.container;
    this.container = left.cloneNode(true);
    left.classList.add("prerendered", "stopped");
    handOver(this.host.shadowRoot, this.container, []);
    this.leaveMarkup();
  }

  /** Leaves the markup in place as if it were written ahead: to be read, and typed into. */
  leaveMarkup() {
    if (!this.container.isConnected) return;
    remember(this.container);
    this.container.classList.add("prerendered", "stopped");
  }
}

/** The language in which the page has put an element; shadow roots have no end to it. */
function langOf(place) {
  return place && (place.closest("[lang]")?.getAttribute("lang") ?? langOf(place.getRootNode().host));
}

/** Names words on the console that mean nothing; the first that is known counts instead. */
function checkWord(host, name, ...known) {
  const word = host.getAttribute(name) ?? known[0];
  if (known.includes(word)) return;
  console.warn(`job-posting: the attribute ${name}="${word}" is none of ${known}; ${known[0]} is used instead`);
}

/** The style sheets, by the documents that they were made in and that they are good for. */
const sheets = new WeakMap();

/** Gives a shadow root the styles, in whatever document it is. */
export function dress(root, styles) {
  const page = root.ownerDocument;
  // A document that nobody sees.
  if (!page.defaultView) return;
  let sheet = sheets.get(page);
  if (!sheet) {
    sheet = new page.defaultView.CSSStyleSheet();
    sheet.replaceSync(styles);
    sheets.set(page, sheet);
  }
  root.adoptedStyleSheets = [sheet];
}

function make() {
  const made = fresh();
  made.watch((failure) => end(made, failure));
  made.loadPlannerWith(plannerModule);
  return made;
}

function plannerModule() {
  planner ??= WebAssembly.compileStreaming(askForPlanner()).catch((error) => {
    planner = undefined;
    throw error;
  });
  return planner;
}

/** Whether a planner is mounted in this task. */
let isTaken = false;

/**
 * Waits for the planner's file, and for a task without another planner: a reader's first tap must not
 * wait for those of a whole page.
 */
async function takeTurn() {
  await plannerModule();
  const task = new Promise((resolve) => setTimeout(resolve));
  if (isTaken) return task;
  isTaken = true;
  task.then(() => (isTaken = false));
}

/** An instance has ended: what was typed is saved, and all of its widgets leave it. */
function end(ended, failure) {
  const details = describe(failure.error, ended.rescue(ended.panic_place));
  const cause = culprit(failure);
  for (const widget of widgets.values()) widget.rescue();
  // Whatever is listened to during the event that failed would take it for what came after.
  setTimeout(() => {
    for (const widget of widgets.values()) {
      if (widget.app !== ended || widget.isStopped) continue;
      widget.leaveMarkup();
      const count = revivals.get(widget.host) ?? 0;
      if (widget.host === cause || count === REVIVALS) stop(widget, details);
      else revivals.set(widget.host, count + 1);
    }
    renew().then(revive, () => {
      for (const widget of widgets.values()) if (widget.app === ended && !widget.isStopped) stop(widget, details);
    });
  });
}

/** The element whose widget caused it; nothing where that can't be told. */
function culprit({ addressed, touched }) {
  if (addressed) return addressed;
  const hosts = [...widgets.keys()];
  if (hosts.length === 1) return hosts[0];
  const loading = hosts.filter((host) => host.dataset.state === "loading");
  // What is mounted, or has been touched, goes on in tasks of its own.
  if (loading.length) return loading.length === 1 ? loading[0] : undefined;
  return touched;
}

function stop(widget, details) {
  widget.isStopped = true;
  showStopped(widget.host, details, () => {
    revivals.delete(widget.host);
    renew().then(widget.again, () => stop(widget, details));
  });
}

/** Has an instance that can be mounted into. */
function renew() {
  if (!app.hasFailed()) return Promise.resolve();
  renewal ??= (async () => {
    try {
      const next = make();
      await next.default({ module_or_path: app.module() });
      app = next;
    } finally {
      renewal = undefined;
    }
  })();
  return renewal;
}

/** Mounts the widgets of ended instances again, one after the other, so that the next one to fail is known. */
async function revive() {
  const living = app;
  for (const widget of [...widgets.values()]) {
    if (widget.app === living || widget.isStopped || widgets.get(widget.host) !== widget) continue;
    try {
      await widget.again();
    } catch {
      // It has ended the new instance too, which is told where that is noticed.
      return;
    }
  }
}
