export type { JobPostingFrame, JobPostingFrameAttributes, JobPostingFrameEventMap } from "./index.js";
