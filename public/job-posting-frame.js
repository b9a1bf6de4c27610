// The <job-posting-frame> element: a posting in a frame, for pages that can't load the widget itself.
// It makes the frame as high as what is in it and passes theme, language and prefill on. What a
// candidate types stays in the frame: see embed.js for the other side.

const TYPE = "job-posting-frame";
const EVENTS = ["ready", "error", "apply"];
// Storage is the frame's own with allow-same-origin; the employer's page opens outside the sandbox;
// without allow-modals there is no printing.
const SANDBOX =
  "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-forms allow-downloads allow-modals";
/** Changes with what the reader's system prefers, which pages may follow. */
const DARK = matchMedia("(prefers-color-scheme: dark)");

const sheet = new CSSStyleSheet();
sheet.replaceSync(`
  :host { display: block; flex-grow: 1; place-self: stretch; min-inline-size: 0; }
  :host([hidden]) { display: none; }
  iframe { display: block; inline-size: 100%; block-size: 0; border: 0; color-scheme: inherit; }
  slot + iframe { visibility: hidden; }
`);

/** The language in which the page has put an element; shadow roots have no end to it. */
function langOf(place) {
  return place && (place.closest("[lang]")?.lang ?? langOf(place.getRootNode().host));
}

class JobPostingFrame extends HTMLElement {
  static observedAttributes = ["src", "title", "theme", "lang", "prefill"];
  #frame = this.#newFrame();
  #fallback = document.createElement("slot");
  #origin;
  /** Whether the page that src names is in the frame; a message to another would be refused loudly. */
  #isLoaded = false;
  /** What the frame was told last. */
  #told;
  #follow = () => this.#greet();
  /** Where pages switch their colour scheme and language. */
  #switches = new MutationObserver(this.#follow);

  constructor() {
    super();
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [sheet];
    root.append(this.#fallback, this.#frame);
  }

  connectedCallback() {
    addEventListener("message", this.#hear);
    DARK.addEventListener("change", this.#follow);
    for (const place of [document.documentElement, document.body]) this.#switches.observe(place, { attributes: true });
    this.#open();
  }

  disconnectedCallback() {
    removeEventListener("message", this.#hear);
    DARK.removeEventListener("change", this.#follow);
    this.#switches.disconnect();
    this.#isLoaded = false;
  }

  /** Moved without being taken out, the frame keeps its page. */
  connectedMoveCallback() {}

  attributeChangedCallback(name, before, after) {
    if (!this.isConnected || before === after) return;
    if (name === "src" || name === "title") this.#open();
    else this.#greet();
  }

  #newFrame() {
    const frame = document.createElement("iframe");
    frame.setAttribute("sandbox", SANDBOX);
    frame.allow = "clipboard-write";
    frame.addEventListener("load", () => {
      this.#isLoaded = frame.contentDocument?.URL !== "about:blank";
      this.#told = undefined;
      this.#greet();
    });
    return frame;
  }

  #open() {
    const address = this.#address();
    if (!address) console.error('job-posting-frame: src has to be the address of a page, as in src="embed.html"');
    const src = address?.href ?? "";
    this.#origin = address?.origin;
    if (this.#frame.src !== src) {
      this.#isLoaded = false;
      // Each address has a frame of its own: Firefox forgets one that is set while another is on its way, and the button
      // Back would go through them all.
      const before = this.#frame;
      this.#frame = this.#newFrame();
      if (src) this.#frame.src = src;
      before.replaceWith(this.#fallback, this.#frame);
    }
    this.#frame.title = this.title || "Job posting";
  }

  #address() {
    const src = this.getAttribute("src");
    if (!src || !URL.canParse(src, document.baseURI)) return undefined;
    const address = new URL(src, document.baseURI);
    return ["https:", "http:"].includes(address.protocol) ? address : undefined;
  }

  /** Tells the frame that this page is around it, and how it should look. */
  #greet() {
    if (!this.#isLoaded || !this.#origin) return;
    const settings = { type: TYPE, theme: this.#theme(), lang: langOf(this), prefill: this.#prefill() };
    const told = JSON.stringify(settings);
    if (told === this.#told) return;
    this.#told = told;
    this.#frame.contentWindow?.postMessage(settings, this.#origin);
  }

  /** The attribute, or the colour scheme of the place where the element stands. */
  #theme() {
    const given = this.getAttribute("theme");
    if (given === "light" || given === "dark") return given;
    // Where no style names a scheme, the page's meta element does, or it is light.
    const styled = getComputedStyle(this).colorScheme;
    const meta = document.querySelector('meta[name="color-scheme"]')?.content ?? "light";
    const scheme = styled === "normal" ? meta : styled;
    const [light, dark] = ["light", "dark"].map((name) => scheme.includes(name));
    return dark ? (light ? "auto" : "dark") : "light";
  }

  #prefill() {
    const text = this.getAttribute("prefill");
    try {
      return text === null ? undefined : JSON.parse(text);
    } catch (error) {
      console.warn(`job-posting-frame: the attribute prefill is not JSON: ${error.message}`);
      return undefined;
    }
  }

  #hear = ({ source, origin, data }) => {
    if (!this.#origin || source !== this.#frame.contentWindow || origin !== this.#origin) return;
    if (data?.type !== TYPE) return;
    if (Number.isFinite(data.height) && data.height > 0) {
      this.#frame.style.blockSize = `${data.height}px`;
      this.#fallback.remove();
    }
    if (!EVENTS.includes(data.event)) return;
    this.dispatchEvent(new CustomEvent(`job-posting-${data.event}`, { bubbles: true, composed: true }));
  };
}

if (!customElements.get("job-posting-frame")) customElements.define("job-posting-frame", JobPostingFrame);
