// Opens the studio: fetches its app and style sheet, both checked against what the build wrote, and
// mounts it. What the page says inside the element stays where that fails, with one sentence.

import init, { open } from "./studio.js";

const at = (name) => new URL(name, import.meta.url).href;
const WASM = at("./__STUDIO_WASM__");
const WASM_INTEGRITY = "__STUDIO_WASM_INTEGRITY__";
const STYLE = at("./__STUDIO_STYLE__");
const STYLE_INTEGRITY = "__STUDIO_STYLE_INTEGRITY__";

async function get(address, integrity) {
  const response = await fetch(address, { integrity });
  if (!response.ok) throw new Error(`${address} answered with status ${response.status}`);
  return response;
}

async function loadSheet() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(await (await get(STYLE, STYLE_INTEGRITY)).text());
  return sheet;
}

async function start(host) {
  const [sheet] = await Promise.all([
    loadSheet(),
    init({ module_or_path: get(WASM, WASM_INTEGRITY) }),
  ]);
  const root = host.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = [sheet];
  const container = document.createElement("div");
  root.append(container);
  open(container, root, at("./"), host.dataset.style, host.dataset.styleIntegrity);
  host.dataset.state = "ready";
}

const host = document.querySelector("#studio");
start(host).catch((error) => {
  host.dataset.state = "error";
  const words = document.createElement("p");
  words.setAttribute("role", "alert");
  words.textContent = "The studio can’t be loaded right now. Load the page again to try once more.";
  host.append(words);
  console.error(`posting-studio: ${error?.message ?? error}`);
});
