// What the types of the package allow, and what they refuse. Only compiled, never run.

import type { JSX } from "react";
import type { SvelteHTMLElements } from "svelte/elements";
import type { GlobalComponents, NativeElements } from "vue";
import type { JobPosting } from "job-posting";
import type {} from "job-posting/frame";
import type {} from "job-posting/react";
import type {} from "job-posting/svelte";
import type {} from "job-posting/vue";

const widget = document.createElement("job-posting");
const draft: string | undefined = widget.exportDraft();
if (draft) widget.importDraft(draft);
widget.clearDraft();
widget.addEventListener("job-posting-error", (event) => event.detail.problems.map((problem) => problem.trim()));
widget.addEventListener("job-posting-change", (event) => event.detail?.record.trim());
widget.addEventListener("click", (event) => event.clientX);
document.querySelector("job-posting")?.exportDraft();
document.querySelector("job-posting-frame")?.addEventListener("job-posting-apply", () => {});

// @ts-expect-error: a draft file is a text.
widget.importDraft({ draft });
// @ts-expect-error: the event says which record, never what is in it.
widget.addEventListener("job-posting-change", (event) => event.detail?.text);

type React = JSX.IntrinsicElements["job-posting"];
export const react: React = {
  src: "/one.json",
  theme: "dark",
  "as-of": "2026-03-02",
  ref: (element: JobPosting | null) => void element?.exportDraft(),
  "onjob-posting-error": (event) => void event.detail.problems.length,
};
// @ts-expect-error: there is no such theme.
export const reactTheme: React = { theme: "purple" };

type Vue = NativeElements["job-posting"];
export const vue: Vue = { src: "/one.json", onJobPostingError: (event) => void event.detail.problems.length };
// @ts-expect-error: there is no such theme.
export const vueTheme: Vue = { theme: "purple" };
export type VueTag = GlobalComponents["job-posting"];

type Svelte = SvelteHTMLElements["job-posting"];
export const svelte: Svelte = {
  src: "/one.json",
  "heading-level": 1,
  "onjob-posting-change": (event) => void event.detail?.record.length,
};
// @ts-expect-error: there is no such level.
export const svelteLevel: Svelte = { "heading-level": 9 };
export const frame: SvelteHTMLElements["job-posting-frame"] = { src: "/embed.html", title: "A job" };
