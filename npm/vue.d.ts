// Written by `cargo xtask interface`: change xtask/src/npm/interface.rs instead.

import type { DefineComponent, HTMLAttributes } from "vue";
import type { JobPosting, JobPostingAttributes, JobPostingEventMap, JobPostingFrame, JobPostingFrameAttributes, JobPostingFrameEventMap } from "./index.js";

declare module "vue" {
  interface GlobalComponents {
    "job-posting": DefineComponent<JobPostingAttributes & { "onJobPostingReady"?: (event: JobPostingEventMap["job-posting-ready"]) => void; "onJobPostingError"?: (event: JobPostingEventMap["job-posting-error"]) => void; "onJobPostingChange"?: (event: JobPostingEventMap["job-posting-change"]) => void; "onJobPostingApply"?: (event: JobPostingEventMap["job-posting-apply"]) => void }>;
    "job-posting-frame": DefineComponent<JobPostingFrameAttributes & { "onJobPostingReady"?: (event: JobPostingFrameEventMap["job-posting-ready"]) => void; "onJobPostingError"?: (event: JobPostingFrameEventMap["job-posting-error"]) => void; "onJobPostingApply"?: (event: JobPostingFrameEventMap["job-posting-apply"]) => void }>;
  }
}

declare module "@vue/runtime-dom" {
  interface IntrinsicElementAttributes {
    "job-posting": HTMLAttributes & JobPostingAttributes & { "onJobPostingReady"?: (event: JobPostingEventMap["job-posting-ready"]) => void; "onJobPostingError"?: (event: JobPostingEventMap["job-posting-error"]) => void; "onJobPostingChange"?: (event: JobPostingEventMap["job-posting-change"]) => void; "onJobPostingApply"?: (event: JobPostingEventMap["job-posting-apply"]) => void };
    "job-posting-frame": HTMLAttributes & JobPostingFrameAttributes & { "onJobPostingReady"?: (event: JobPostingFrameEventMap["job-posting-ready"]) => void; "onJobPostingError"?: (event: JobPostingFrameEventMap["job-posting-error"]) => void; "onJobPostingApply"?: (event: JobPostingFrameEventMap["job-posting-apply"]) => void };
  }
}
