// Follows the widget's events without any framework.
const status = document.querySelector("[role=status]");
const widget = document.querySelector("job-posting");

function show(text) {
  status.textContent = text;
}

widget.addEventListener("job-posting-ready", () => show("The posting is here"));
widget.addEventListener("job-posting-error", () => show("The posting can’t be shown"));
widget.addEventListener("job-posting-change", ({ detail }) => show(`Changed: ${detail?.record ?? "several answers"}`));
// The module that defines the element runs first, but its app arrives later than this script.
if (widget.dataset.state === "ready") show("The posting is here");
