// What Vue's JSX allows and refuses. Compiled apart from React's, because a program has one JSX only.

import type {} from "job-posting/vue";

export const widget = <job-posting src="/one.json" as-of="2026-03-02" onJobPostingReady={(event) => event.type} />;
export const frame = <job-posting-frame src="/embed.html" title="A job" />;
// @ts-expect-error: there is no such theme.
export const refused = <job-posting theme="purple" />;
