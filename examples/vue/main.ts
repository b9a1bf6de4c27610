// A careers page in Vue 3. In a template the same would be <job-posting @job-posting-ready="…">, with
// compilerOptions.isCustomElement telling Vue that the tag is no component.

import { createApp, h, ref } from "vue";
import type { NativeElements } from "vue";
import "job-posting";
import type {} from "job-posting/vue";

const Careers = {
  setup() {
    const status = ref("Loading the posting");
    const posting: NativeElements["job-posting"] = {
      src: "/postings/tiktok-ecommerce-strategy-intern-2026.json",
      "as-of": "2026-03-02",
      onJobPostingReady: () => (status.value = "The posting is here"),
      onJobPostingError: () => (status.value = "The posting can’t be shown"),
      onJobPostingChange: ({ detail }) => (status.value = `Changed: ${detail?.record ?? "several answers"}`),
    };
    const fallback = h("a", { href: "https://careers.tiktok.com/" }, "Read this posting");
    return () =>
      h("main", [
        h("h1", "Careers"),
        h("p", { role: "status" }, status.value),
        h("job-posting", posting as Record<string, unknown>, [fallback]),
      ]);
  },
};

createApp(Careers).mount("#root");
