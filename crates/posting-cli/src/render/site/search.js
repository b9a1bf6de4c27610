// Finds jobs whose title or facts have all words that a reader types. The lists work without it:
// it shows the field that does nothing before, and loads the data when somebody begins to type.

/** How many jobs are shown; more words find fewer. */
const SHOWN = 50;

/** The parameter of the page's address that holds the words. */
const WORDS = "q";

const search = document.getElementById("search");
const field = document.getElementById("words");
const found = document.getElementById("found");
const results = document.getElementById("results");
const elsewhere = document.querySelectorAll("main, .filters");

/** The jobs as [id, title, facts, words], once they are asked for. */
let jobs;

/** Words as they are compared: without capitals and accents. */
function plain(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

async function load() {
  const parts = Array.from({ length: Number(search.dataset.parts) }, async (_, index) => {
    const response = await fetch(`${search.dataset.root}search/${index + 1}.json`);
    if (!response.ok) {
      throw new Error(`${response.url}: ${response.status}`);
    }
    return response.json();
  });
  const all = (await Promise.all(parts)).flat();
  return all.map(([id, title, facts]) => [id, title, facts, plain(`${title} ${facts}`)]);
}

function item([id, title, facts]) {
  const link = document.createElement("a");
  link.href = `${search.dataset.root}jobs/${id}.html`;
  link.textContent = title;
  const line = document.createElement("p");
  line.textContent = facts;
  const row = document.createElement("li");
  row.append(link, line);
  return row;
}

function say(count) {
  const category = count === 0 ? "zero" : new Intl.PluralRules(document.documentElement.lang).select(count);
  const words = search.dataset[category] ?? search.dataset.other;
  found.textContent = words.replace("#", String(count));
}

/** The words in the page's address, where a reload and the way back find them again. */
function asked() {
  return new URLSearchParams(location.search).get(WORDS) ?? "";
}

/** Puts the words into the address, without an entry of their own in the history. */
function remember() {
  const url = new URL(location.href);
  if (field.value.trim() === "") {
    url.searchParams.delete(WORDS);
  } else {
    url.searchParams.set(WORDS, field.value);
  }
  try {
    history.replaceState(history.state, "", url);
  } catch {
    // WebKit refuses more than a hundred changes in half a minute, and a file keeps its address.
  }
}

async function show() {
  const words = plain(field.value).split(/\s+/).filter(Boolean);
  const isSearching = words.length > 0;
  for (const part of elsewhere) {
    part.hidden = isSearching;
  }
  if (!isSearching) {
    results.replaceChildren();
    found.textContent = "";
    return;
  }
  const typed = field.value;
  try {
    jobs ??= load();
    const all = await jobs;
    // Somebody may have typed on while the data was on its way.
    if (typed !== field.value) {
      return;
    }
    const matches = all.filter((job) => words.every((word) => job[3].includes(word)));
    results.replaceChildren(...matches.slice(0, SHOWN).map(item));
    say(matches.length);
  } catch {
    jobs = undefined;
    results.replaceChildren();
    found.textContent = search.dataset.failed;
    for (const part of elsewhere) {
      part.hidden = false;
    }
  }
}

if (search !== null) {
  search.hidden = false;
  field.addEventListener("input", () => {
    remember();
    show();
  });
  // A browser that goes back to the page may have kept what was typed; else it stands in the address.
  field.value ||= asked();
  if (field.value !== "") {
    show();
  }
}
