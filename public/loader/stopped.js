// What a reader sees of a widget whose instance of the app has ended: its markup as it was, one
// sentence, a way to go on, and what the makers need to know. Of that, nothing was typed by anyone.

const WORDS = {
  stopped: "Something went wrong, so the planner has stopped. What you typed is kept.",
  retry: "Try again",
  copy: "Copy details",
  copied: "Copied",
};

/** Places in the compiled app, as the engines write them into a stack. */
const FRAMES = /wasm-function\[\d+\](:0x[\da-f]+)?/g;
const FRAMES_TOLD = 6;

/**
 * Where it happened: the build, and the line of ours that panicked or the frames that an exception of
 * the browser has passed. Never the message, which may quote what someone typed.
 */
export function describe(error, place) {
  const build = new URL(import.meta.url).pathname.split("/").at(-1);
  const kind = String(error?.name).replace(/\W/g, "");
  const frames = String(error?.stack).match(FRAMES) ?? [];
  return [build, place ?? kind, ...frames.slice(0, FRAMES_TOLD)].join("\n");
}

/** Shows that the widget of an element has stopped; `again` has it started again. */
export function showStopped(host, details, again) {
  const root = host.shadowRoot;
  root.querySelector("[part=error]")?.remove();
  const add = (parent, name, text, members) => {
    const made = Object.assign(document.createElement(name), { textContent: text }, members);
    parent.append(made);
    return made;
  };
  const box = add(root.querySelector(".prerendered .planner-head") ?? root, "div", "", { className: "notice bad" });
  box.setAttribute("role", "alert");
  box.lang = "en";
  box.part = "error";
  add(box, "p", WORDS.stopped);
  const button = (text, press) => {
    const made = add(box, "button", text, { className: "button", type: "button" });
    made.addEventListener("click", () => press(made));
  };
  button(WORDS.retry, () => {
    box.remove();
    again();
  });
  button(WORDS.copy, (made) => copy(details, made));
  host.dataset.state = "error";
  console.error(`job-posting: stopped at\n  ${details}`);
  const detail = { problems: [details] };
  host.dispatchEvent(new CustomEvent("job-posting-error", { bubbles: true, composed: true, detail }));
}

async function copy(details, button) {
  try {
    await navigator.clipboard.writeText(details);
    button.textContent = WORDS.copied;
  } catch {
    // Where the page may not write to the clipboard, the reader can.
    const text = Object.assign(document.createElement("textarea"), { className: "input", value: details, readOnly: true });
    text.ariaLabel = WORDS.copy;
    button.replaceWith(text);
    text.focus();
    text.select();
  }
}
