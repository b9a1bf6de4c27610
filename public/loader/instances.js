// The app as the loader knows it, in as many instances as it takes. All widgets of a page share one;
// when that ends by a panic, a new one is made from the same compiled files, without a request.
// The widget that caused it says so and waits for its reader, the others go on where they were.

import { fresh } from "./instance.js";
import { remember } from "./hand-over.js";
import { describe, showStopped } from "./stopped.js";

/** How often a widget is brought back without being asked, should it always be another's fault. */
const REVIVALS = 2;

/** The widgets in the page, by their elements. */
const widgets = new Map();
/** How often the widget of an element was brought back. */
const revivals = new WeakMap();
/** Drafts that the device did not keep, by the element of the widget that ended. */
const kept = new WeakMap();

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

/** Mounts a posting; see `mount` in `src/split.rs`. */
export function mount(container, host, posting, failure, again) {
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
    Object.assign(this, { container, host, again });
  }

  mount(posting, failure) {
    // Between two instances there is nothing to mount into. The next one mounts all.
    if (this.app.hasFailed()) return;
    this.#mounted = this.app.mount(this.container, this.host, posting, failure, this.again);
  }

  problems() {
    return this.#mounted?.problems() ?? [];
  }

  async plan() {
    await takeTurn();
    // What waits for an instance that has ended waits in vain, and the loader starts anew.
    if (!this.#mounted || this.app.hasFailed()) return new Promise(() => {});
    await this.#mounted.plan();
    const draft = kept.get(this.host);
    kept.delete(this.host);
    try {
      if (draft) this.#mounted.import_draft(draft);
    } catch {
      // The element shows another posting by now, to which that draft doesn't belong.
    }
  }

  export_draft() {
    return this.app.hasFailed() ? kept.get(this.host) : this.#mounted?.export_draft();
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
    if (!this.app.hasFailed()) this.#mounted?.unmount();
    this.#mounted = undefined;
  }

  /** Writes what waits to be written, and remembers what the device refused. */
  rescue() {
    const draft = this.app.rescue(() => this.#mounted?.rescue());
    if (draft) kept.set(this.host, draft);
  }

  /** Leaves the markup in place as if it were written ahead: to be read, and typed into. */
  leaveMarkup() {
    if (!this.container.isConnected) return;
    remember(this.container);
    this.container.classList.add("prerendered", "stopped");
  }
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
