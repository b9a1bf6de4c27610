// Finds visible elements by role and accessible name, in the document and in every open shadow
// root. A subset of the accessible name computation (ARIA in HTML, AccName 1.2): enough for native
// controls, which are what the widget is built from. What it can't name, a test can't find.
//
// arguments: role, name (null for the names alone), the element to look in (null for the whole
// document)
// returns [elements, names]: the elements that match, and the names of all with that role.
const [role, wanted, scope] = arguments;

const tidy = (text) => (text || "").replace(/\s+/g, " ").trim();

function* everything(root) {
  for (const element of root.querySelectorAll("*")) {
    yield element;
    if (element.shadowRoot) yield* everything(element.shadowRoot);
  }
}

const inputRoles = {
  checkbox: "checkbox", radio: "radio", button: "button", submit: "button", reset: "button",
  image: "button", range: "slider", number: "spinbutton", search: "searchbox", hidden: null,
};

function roleOf(element) {
  const given = element.getAttribute("role");
  if (given) return given.split(/\s+/)[0];
  const tag = element.localName;
  switch (tag) {
    case "a": return element.hasAttribute("href") ? "link" : null;
    case "button": case "summary": return "button";
    case "input": return element.type in inputRoles ? inputRoles[element.type] : "textbox";
    case "textarea": return "textbox";
    case "select": return element.multiple || element.size > 1 ? "listbox" : "combobox";
    case "fieldset": case "details": return "group";
    case "dialog": case "progress": case "main": case "table": return { progress: "progressbar" }[tag] || tag;
    case "ul": case "ol": return "list";
    case "li": return "listitem";
    case "output": return "status";
    case "nav": return "navigation";
    case "section": return element.matches("[aria-label], [aria-labelledby]") ? "region" : null;
    case "img": return "img";
    default: return /^h[1-6]$/.test(tag) ? "heading" : null;
  }
}

function textOf(node) {
  if (node.nodeType === Node.TEXT_NODE) return node.data;
  if (node.nodeType !== Node.ELEMENT_NODE) return "";
  if (node.getAttribute("aria-hidden") === "true" || !node.checkVisibility()) return "";
  if (node.hasAttribute("aria-label")) return node.getAttribute("aria-label");
  if (node.localName === "img") return node.alt;
  if (node.matches("input, select, textarea, script, style")) return "";
  const inside = [...node.childNodes].map(textOf).join("");
  return getComputedStyle(node).display === "inline" ? inside : ` ${inside} `;
}

function nameOf(element) {
  const ids = element.getAttribute("aria-labelledby");
  if (ids) {
    const parts = ids.split(/\s+/).map((id) => element.getRootNode().getElementById(id));
    return tidy(parts.filter(Boolean).map((part) => textOf(part)).join(" "));
  }
  if (element.getAttribute("aria-label")) return tidy(element.getAttribute("aria-label"));
  if (element.labels && element.labels.length) {
    return tidy([...element.labels].map((label) => textOf(label)).join(" "));
  }
  if (element.localName === "fieldset") {
    const legend = element.querySelector(":scope > legend");
    if (legend) return tidy(textOf(legend));
  }
  if (element.localName === "input" && inputRoles[element.type] === "button") return tidy(element.value);
  const content = element.localName === "img" ? element.alt : tidy(textOf(element));
  return content || tidy(element.title || element.getAttribute("placeholder"));
}

// "labelled" stands for every control that a label can name.
const fits = role === "labelled"
  ? (element) => element.matches("input, select, textarea, [contenteditable=''], [contenteditable=true]")
  : (element) => roleOf(element) === role;

const all = [...everything(scope || document)]
  .filter((element) => fits(element) && element.checkVisibility({ visibilityProperty: true }))
  .map((element) => ({ element, name: nameOf(element) }));

// The exact name wins, so that "Copy" finds "Copy" beside "Copy as Markdown".
const matching = (fits) => (wanted === null ? [] : all.filter(({ name }) => fits(name, tidy(wanted))));
const exact = matching((name, wanted) => name === wanted);
const found = exact.length ? exact : matching((name, wanted) => name.includes(wanted));
return [found.map(({ element }) => element), all.map(({ name }) => name)];
