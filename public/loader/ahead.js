// Markup that was in the shadow root before any script ran. Readers may type, choose and press in
// it; what they do is remembered here, and `hand-over.js` gives it to the app's markup.

/** The markup written ahead, while no app has taken its place. */
export const findAhead = (root) => root?.querySelector(".prerendered");

/** What a reader does in the markup written ahead. */
export class Ahead {
  #root;
  #pressed = new Set();
  #held;
  #over = new AbortController();

  constructor(root) {
    this.#root = root;
    const listen = (name, listener) => root.addEventListener(name, listener, { signal: this.#over.signal });
    listen("click", ({ target }) => {
      const button = target.closest("button");
      // Pressed again because nothing happened, it is still meant once.
      if (button) this.#pressed.add(button);
    });
    // A press that ends on another element than it began on is no click, and a word that is being
    // composed is lost with its field: the app waits for the end of either.
    listen("pointerdown", ({ button }) => button || this.#hold(window, ["pointerup", "pointercancel"]));
    listen("compositionstart", () => this.#hold(root, ["compositionend"]));
  }

  /** Waits until nothing is pressed and no word is being composed. */
  async rest() {
    let held;
    while (held !== this.#held) await (held = this.#held);
  }

  #hold(target, ends) {
    const stop = new AbortController();
    this.#held = new Promise((resolve) => {
      const end = () => {
        stop.abort();
        // The click comes after the end of the press.
        setTimeout(resolve);
      };
      for (const name of ends) target.addEventListener(name, end, { signal: stop.signal, capture: true });
    });
  }

  /** Puts the app's markup in place; `module` is the app, which brings what that takes. */
  handOver(module, container) {
    this.#over.abort();
    return module.handOver(this.#root, container, [...this.#pressed]);
  }
}
