// loading="interaction": waits for a reader who wants more than to read.

const SIGNS = ["pointerdown", "click", "keydown", "focusin"];

/**
 * Calls `start` at the first pointer, key or focus inside the element; once. The answer's `abort`
 * stops waiting.
 */
export function whenTouched(element, start) {
  const stop = new AbortController();
  const sense = ({ type, pointerType }) => {
    // A finger that scrolls presses first. If it doesn't scroll, a click follows.
    if (type === "pointerdown" && pointerType === "touch") return;
    stop.abort();
    start();
  };
  for (const sign of SIGNS) element.addEventListener(sign, sense, { signal: stop.signal, capture: true });
  return stop;
}
