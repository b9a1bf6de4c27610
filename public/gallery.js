// The gallery's frames, and the postings in them: the example, moved in time so that the frames
// look the same every year. What a static host can't do is played here, by standing in for fetch:
// a posting that never comes, and a browser that is offline.

const EXAMPLE = "./postings/tiktok-ecommerce-strategy-intern-2026.json";
const THEMES = ["light", "dark"];
const WIDTHS = [360, 720, 1180];

/** The states in the order shown: where the posting is, and what else the element says. */
const STATES = {
  "offline": { src: EXAMPLE },
  "loading": { src: "./gallery-never.json" },
  "ready": { src: "./gallery-ready.json" },
  "filled": { src: "./gallery-filled.json" },
  "preview": { src: EXAMPLE, "as-of": "2026-03-02" },
  "closed": { src: "./postings/closed.json" },
  "all passed": { src: "./gallery-passed.json" },
  "no programme": { src: "./postings/ordinary-job.json" },
  "error": { src: "./postings/broken.json" },
};

/** What a candidate may have typed, by the names of a draft's records. */
const FILLED = {
  "earliest-start": "18 May 2099",
  "latest-end": "28 August 2099",
  "busy-0-first": "30 July 2099",
  "busy-0-last": "3 August 2099",
  "busy-0-label": "a wedding",
  "choices": "2099-05-18 2099-06-08",
  "graduation": "June 2099",
  "answer-thinking": "met",
  "answer-working": "partly",
  "note-thinking": "Chess club",
};

let isOffline = true;
const { fetch: ask } = window;
window.fetch = async (resource, options) => {
  const name = new URL(resource, document.baseURI).pathname.split("/").at(-1);
  if (isOffline) throw new TypeError(`the gallery plays offline: ${name}`);
  const [, moved] = name.match(/^gallery-(\w+)\.json$/) ?? [];
  if (moved === "never") return new Promise(() => {});
  if (!moved) return ask(resource, options);
  const example = await (await ask(EXAMPLE)).text();
  return new Response(example
    .replace(/"id": "[^"]*"/, `"id": "gallery-${moved}"`)
    .replaceAll("2026", moved === "passed" ? "2020" : "2099"));
};
Object.defineProperty(navigator, "onLine", { configurable: true, get: () => !isOffline });

/** A row with a frame for every theme and width. */
function showState(name) {
  const row = document.createElement("section");
  const heading = document.createElement("h2");
  const frames = document.createElement("div");
  heading.textContent = name;
  row.setAttribute("aria-label", name);
  frames.className = "row";
  const elements = THEMES.flatMap((theme) => WIDTHS.map((width) => frame(name, theme, width)));
  frames.append(...elements.map((element) => element.closest("figure")));
  row.append(heading, frames);
  document.querySelector("main").append(row);
  return elements;
}

function frame(name, theme, width) {
  const element = document.createElement("job-posting");
  const attributes = { ...STATES[name], theme, loading: name === "offline" ? "eager" : "lazy" };
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
  const link = document.createElement("a");
  link.href = "./index.html";
  link.textContent = "What the page put inside the element";
  element.append(link);
  if (name === "filled") element.addEventListener("job-posting-ready", fill);
  const box = document.createElement("div");
  box.className = `frame width-${width}`;
  // A frame that scrolls must be reachable by keyboard.
  box.tabIndex = 0;
  box.setAttribute("role", "group");
  box.setAttribute("aria-label", `${name}, ${theme}, ${width} pixels`);
  box.append(element);
  const caption = document.createElement("figcaption");
  caption.textContent = `${theme}, ${width} pixels`;
  const figure = document.createElement("figure");
  Object.assign(figure.dataset, { theme, width });
  figure.append(caption, box);
  return element;
}

function fill({ currentTarget }) {
  const draft = { format: "job-posting-draft", version: 1, posting: "gallery-filled", records: FILLED };
  currentTarget.importDraft(JSON.stringify(draft));
}

function choose() {
  const [theme, width] = ["theme", "width"].map((id) => document.getElementById(id).value);
  for (const figure of document.querySelectorAll("figure")) {
    figure.hidden = Boolean((theme && figure.dataset.theme !== theme)
      || (width && figure.dataset.width !== width));
  }
}

document.querySelector("form").addEventListener("change", choose);
const [first, ...others] = Object.keys(STATES);
const waiting = new Set(showState(first));
// The others come once the offline ones have given up, because all share one download.
document.addEventListener("job-posting-error", ({ target }) => {
  if (!waiting.delete(target) || waiting.size) return;
  isOffline = false;
  delete navigator.onLine;
  others.forEach(showState);
  choose();
});
