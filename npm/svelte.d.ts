// Written by `cargo xtask interface`: change xtask/src/npm/interface.rs instead.

import type { HTMLAttributes } from "svelte/elements";
import type { JobPosting, JobPostingAttributes, JobPostingEventMap, JobPostingFrame, JobPostingFrameAttributes, JobPostingFrameEventMap } from "./index.js";

declare module "svelte/elements" {
  interface SvelteHTMLElements {
    "job-posting": HTMLAttributes<JobPosting> & JobPostingAttributes & { "onjob-posting-ready"?: (event: JobPostingEventMap["job-posting-ready"]) => void; "onjob-posting-error"?: (event: JobPostingEventMap["job-posting-error"]) => void; "onjob-posting-change"?: (event: JobPostingEventMap["job-posting-change"]) => void; "onjob-posting-apply"?: (event: JobPostingEventMap["job-posting-apply"]) => void };
    "job-posting-frame": HTMLAttributes<JobPostingFrame> & JobPostingFrameAttributes & { "onjob-posting-ready"?: (event: JobPostingFrameEventMap["job-posting-ready"]) => void; "onjob-posting-error"?: (event: JobPostingFrameEventMap["job-posting-error"]) => void; "onjob-posting-apply"?: (event: JobPostingFrameEventMap["job-posting-apply"]) => void };
  }
}
