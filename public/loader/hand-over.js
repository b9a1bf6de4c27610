// The moment in which the app's markup takes the place of the markup written ahead. Comes with the
// app, because the loader has to be small.

import { findAhead } from "./ahead.js";

/** What the controls of a widget showed when it stopped, by control. */
const shown = new WeakMap();

/**
 * Remembers what a widget shows that has stopped, which is saved as far as it could be. What the reader was at may
 * be the end of it, and counts as typed since then.
 */
export function remember(container) {
  const focused = container.getRootNode().activeElement;
  for (const control of container.querySelectorAll("input, textarea")) {
    if (control !== focused && !shown.has(control)) shown.set(control, stateOf(control));
  }
}

/**
 * Puts the app's markup in place, with everything as the reader left it; `presses` are the buttons
 * that were pressed in vain. The page is not drawn in between. Gives back what is left to do once
 * the app is told to be ready: to let it know.
 */
export function handOver(root, container, presses) {
  const ahead = findAhead(root);
  const pair = (old) => counterpart(old, ahead, container);
  // What an app has filled in tells nothing of what was typed since.
  const isStopped = ahead.matches(".stopped");
  const isAnyones = isStopped ? (one) => one.type !== "file" && stateOf(one) !== shown.get(one) : isChanged;
  const changed = [...ahead.querySelectorAll("input, textarea")].filter(isAnyones);
  const pairs = changed.map((old) => [old, pair(old)]).filter(([, now]) => now);
  // Markup written ahead shows none of what is stored, and a widget that has stopped none of what others have
  // stored since: neither must seem to be known.
  const isUnread = ([old, now]) => !isStopped || stateOf(now) !== shown.get(old);
  const unread = new Set(pairs.filter(isUnread).map(([, now]) => now));
  const filled = pairs.filter(([old, now]) => fill(old, now));
  for (const old of ahead.querySelectorAll("details[open]")) {
    const now = pair(old);
    if (now) now.open = true;
  }
  const pressed = presses.map(pair).filter(Boolean);
  const focused = root.activeElement;
  const marked = focused && [focused.selectionStart, focused.selectionEnd, focused.selectionDirection];
  const scrolled = scroller(ahead)?.scrollTop;
  const target = focused && pair(focused);
  const seen = target ? focused : firstSeen(ahead, scrolled ? scroller(ahead) : ahead);
  const top = seen?.getBoundingClientRect().top;
  const place = seen && pair(seen);
  const marks = markedText(root, ahead);
  const { scrollX, scrollY } = window;
  root.replaceChildren(container);
  if (scrolled) scroller(container).scrollTop = scrolled;
  target?.focus({ preventScroll: true });
  // WebKit forgets how far a page is scrolled whose content is exchanged.
  if (window.scrollY !== scrollY) scrollTo({ left: scrollX, top: scrollY, behavior: "instant" });
  if (target && marked[0] != null) target.setSelectionRange(...marked);
  if (marks) markText(container, marks);
  const stay = () => place?.isConnected && keepPlace(place, top, scroller(container));
  // A stored draft makes lines appear that were not written ahead.
  if (!target) stay();
  return () => {
    for (const [, now] of filled) {
      if (unread.has(now)) now.dispatchEvent(new Event("job-posting-unread"));
      tell(now, now === target);
    }
    for (const button of pressed) button.click();
    // Who has gone on since the press stays there.
    if (!pressed.includes(target) && (target || !pressed.length)) requestAnimationFrame(stay);
  };
}

/** The part that scrolls by itself where there is room for two columns. */
const scroller = (root) => root.querySelector(".planner-body");

/** What stands at the upper edge of the window and of this part of the widget. */
function firstSeen(ahead, part) {
  const edge = Math.max(0, part.getBoundingClientRect().top);
  return [...ahead.querySelectorAll("h2, h3, h4, h5, label, button")].find((one) => {
    if (part !== ahead && !part.contains(one)) return false;
    const { top, height } = one.getBoundingClientRect();
    return height > 1 && top >= edge && top < innerHeight;
  });
}

const textOf = (part) => part.querySelector(".posting");

/** What a reader has marked in the posting, as places in its text. */
function markedText(root, ahead) {
  const posting = textOf(ahead);
  const [marked] = getSelection()?.getComposedRanges?.({ shadowRoots: [root] }) ?? [];
  if (!marked || marked.collapsed || !posting?.contains(marked.startContainer)) return;
  const range = document.createRange();
  range.selectNodeContents(posting);
  range.setEnd(marked.startContainer, marked.startOffset);
  const start = `${range}`.length;
  if (!posting.contains(marked.endContainer)) return;
  range.setEnd(marked.endContainer, marked.endOffset);
  return [start, `${range}`.length];
}

/** Marks the same text again. */
function markText(container, marks) {
  const texts = document.createTreeWalker(textOf(container), NodeFilter.SHOW_TEXT);
  const ends = [];
  for (let rest = marks; rest.length && texts.nextNode(); ) {
    const { currentNode: text } = texts;
    while (rest[0] <= text.length) ends.push(text, rest.shift());
    rest = rest.map((mark) => mark - text.length);
  }
  if (ends.length === 4) getSelection().setBaseAndExtent(...ends);
}

/** What was typed may make lines appear above what is focused or seen, which stays where it is seen. */
function keepPlace(control, top, box) {
  const moved = () => control.getBoundingClientRect().top - top;
  if (box?.contains(control)) box.scrollTop += moved();
  scrollBy({ top: moved(), behavior: "instant" });
}

const isChoice = ({ type }) => type === "checkbox" || type === "radio";

const stateOf = (control) => (isChoice(control) ? control.checked : control.value);

function isChanged(control) {
  if (isChoice(control)) return control.checked !== control.defaultChecked;
  return control.value !== control.defaultValue;
}

/** Takes over what was typed; false where the stored draft says the same already. */
function fill(old, now) {
  if (old.type === "file") {
    now.files = old.files;
    return true;
  }
  const member = isChoice(old) ? "checked" : "value";
  if (now[member] === old[member]) return false;
  now[member] = old[member];
  return true;
}

/** Lets the app know of a text or choice as if it was just made. */
function tell(control, isFocused) {
  const dispatch = (name) => control.dispatchEvent(new Event(name, { bubbles: true }));
  dispatch("input");
  // Who is still typing is not told yet what is wrong with it.
  if (isFocused && !isChoice(control)) control.addEventListener("blur", () => dispatch("change"), { once: true });
  else dispatch("change");
}

/** The same control in the app's markup. */
function counterpart(old, from, to) {
  const key = keyOf(old);
  const alike = (root) => [...root.querySelectorAll(old.localName)].filter((one) => keyOf(one) === key);
  return alike(to)[alike(from).indexOf(old)];
}

/** What tells a control from others and is the same before and after: never what it holds. */
const keyOf = (one) =>
  one.id || one.name || one.getAttribute("aria-label") || one.getAttribute("href") || one.firstChild?.textContent;
