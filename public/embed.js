// In the frame: takes theme, language and prefill from the page around it, and tells that page how
// high the posting is. Nothing is read from the address, so no link can choose what is shown, and
// nothing a candidate types is ever in a message. See job-posting-frame.js for the other side.

const TYPE = "job-posting-frame";
const THEMES = ["auto", "light", "dark"];

const page = document.documentElement;
const widget = document.querySelector("job-posting");
const allowed = document.querySelector('meta[name="job-posting-hosts"]')?.content.split(/\s+/) ?? [];

/** The origin of the page around, once it has greeted us. */
let host;
let height;
/** What the page around wants filled in, as it was last told, until that is done. */
let prefill;
let asked;
/** The draft's answers as they were filled in. */
let filled = "{}";

function isAllowed(origin) {
  // Pages without an origin of their own can't be told apart, so none is let in.
  if (origin === "null") return false;
  return origin === location.origin || allowed.includes("*") || allowed.includes(origin);
}

function tell(message) {
  if (host) parent.postMessage({ type: TYPE, ...message }, host);
}

function tellHeight() {
  const now = Math.ceil(document.body.getBoundingClientRect().height);
  if (!host || now === height) return;
  height = now;
  tell({ height });
}

function follow(settings) {
  // Only the scheme: as a theme of its own the widget would take a paper of its own, and space around.
  if (THEMES.includes(settings.theme)) page.style.colorScheme = settings.theme === "auto" ? "" : settings.theme;
  if (typeof settings.lang === "string" && settings.lang) page.lang = widget.lang = settings.lang;
  const now = JSON.stringify(settings.prefill);
  if (settings.prefill && typeof settings.prefill === "object" && now !== asked) {
    asked = now;
    prefill = settings.prefill;
  }
  fill();
}

/** Gives a candidate who has not typed anything yet what the page around knows already. */
function fill() {
  if (!prefill || widget.dataset.state !== "ready") return;
  const draft = JSON.parse(widget.exportDraft());
  const records = prefill;
  prefill = undefined;
  if (!["{}", filled].includes(JSON.stringify(draft.records))) return;
  try {
    widget.importDraft(JSON.stringify({ ...draft, records }));
    filled = JSON.stringify(JSON.parse(widget.exportDraft()).records);
  } catch (error) {
    console.warn(`job-posting-frame: prefill can’t be used: ${error.message}`);
  }
}

addEventListener("message", ({ source, origin, data }) => {
  if (source !== parent || parent === window || data?.type !== TYPE) return;
  if (!isAllowed(origin)) {
    console.warn(`job-posting-frame: ${origin} is not named in this page’s job-posting-hosts`);
    return;
  }
  const isFirst = host !== origin;
  host = origin;
  page.dataset.framed = "";
  follow(data);
  if (!isFirst) return;
  tellHeight();
  const { state } = widget.dataset;
  if (state === "ready" || state === "error") tell({ event: state });
});

for (const event of ["ready", "error", "apply"]) {
  widget.addEventListener(`job-posting-${event}`, () => tell({ event }));
}
widget.addEventListener("job-posting-ready", fill);
new ResizeObserver(tellHeight).observe(document.body);
