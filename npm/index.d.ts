// Written by `cargo xtask interface`: change xtask/src/npm/interface.rs instead.

/** The attributes of `<job-posting>`. */
export interface JobPostingAttributes {
  /** Address of the posting file. */
  "src"?: string;
  /** Language of dates and interface. */
  "lang"?: string;
  /** Level of the posting's title in the page's outline. */
  "heading-level"?: 1 | 2 | 3 | 4 | "1" | "2" | "3" | "4";
  /** Colours; auto follows the page. */
  "theme"?: "auto" | "light" | "dark";
  /** A date, 2026-03-02, that stands in for today. */
  "as-of"?: string;
  /** Whether to wait until the element is near the screen, or used. */
  "loading"?: "eager" | "lazy" | "interaction";
}

/** The events of `<job-posting>`. */
export interface JobPostingEventMap {
  /** The widget can be used. */
  "job-posting-ready": CustomEvent<null>;
  /** The posting or the app can't be loaded. */
  "job-posting-error": CustomEvent<{ problems: string[] }>;
  /** The candidate changed something: which answer, never what it says. */
  "job-posting-change": CustomEvent<{ record: string } | null>;
  /** The candidate follows the link to the employer; `preventDefault()` stops it. */
  "job-posting-apply": CustomEvent<null>;
}

/** A job posting with a planner for the candidate's availability. */
export interface JobPosting extends HTMLElement {
  /** The text of a draft file; undefined while there is no widget. */
  exportDraft(): string | undefined;
  /** Takes over a draft file. Throws an Error that says why if it can't. */
  importDraft(text: string): void;
  /** Deletes this posting's draft from the device. */
  clearDraft(): void;
  addEventListener<K extends keyof JobPostingEventMap>(type: K, listener: (this: JobPosting, event: JobPostingEventMap[K]) => unknown, options?: boolean | AddEventListenerOptions): void;
  addEventListener<K extends keyof HTMLElementEventMap>(type: K, listener: (this: JobPosting, event: HTMLElementEventMap[K]) => unknown, options?: boolean | AddEventListenerOptions): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
  removeEventListener<K extends keyof JobPostingEventMap>(type: K, listener: (this: JobPosting, event: JobPostingEventMap[K]) => unknown, options?: boolean | EventListenerOptions): void;
  removeEventListener<K extends keyof HTMLElementEventMap>(type: K, listener: (this: JobPosting, event: HTMLElementEventMap[K]) => unknown, options?: boolean | EventListenerOptions): void;
  removeEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | EventListenerOptions): void;
}

/** The attributes of `<job-posting-frame>`. */
export interface JobPostingFrameAttributes {
  /** Address of the frame's page. */
  "src"?: string;
  /** The frame's name for screen readers. */
  "title"?: string;
  /** Language of dates and interface. */
  "lang"?: string;
  /** Colours; auto follows the page. */
  "theme"?: "auto" | "light" | "dark";
  /** JSON with answers by record, for candidates who have typed nothing yet. */
  "prefill"?: string;
}

/** The events of `<job-posting-frame>`. */
export interface JobPostingFrameEventMap {
  /** The widget in the frame can be used. */
  "job-posting-ready": CustomEvent<null>;
  /** The posting or the app can't be loaded. */
  "job-posting-error": CustomEvent<null>;
  /** The candidate follows the link to the employer. */
  "job-posting-apply": CustomEvent<null>;
}

/** A posting in a frame that is as high as the posting. */
export interface JobPostingFrame extends HTMLElement {
  addEventListener<K extends keyof JobPostingFrameEventMap>(type: K, listener: (this: JobPostingFrame, event: JobPostingFrameEventMap[K]) => unknown, options?: boolean | AddEventListenerOptions): void;
  addEventListener<K extends keyof HTMLElementEventMap>(type: K, listener: (this: JobPostingFrame, event: HTMLElementEventMap[K]) => unknown, options?: boolean | AddEventListenerOptions): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
  removeEventListener<K extends keyof JobPostingFrameEventMap>(type: K, listener: (this: JobPostingFrame, event: JobPostingFrameEventMap[K]) => unknown, options?: boolean | EventListenerOptions): void;
  removeEventListener<K extends keyof HTMLElementEventMap>(type: K, listener: (this: JobPostingFrame, event: HTMLElementEventMap[K]) => unknown, options?: boolean | EventListenerOptions): void;
  removeEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | EventListenerOptions): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "job-posting": JobPosting;
    "job-posting-frame": JobPostingFrame;
  }
}
