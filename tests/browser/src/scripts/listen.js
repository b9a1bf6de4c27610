// Runs before a page's own scripts and keeps what the page would only tell the console.
(() => {
  if (window.__reports) return;
  const reports = (window.__reports = []);
  const add = (kind, text) => reports.push({ kind, text });
  // Capturing, because the error of a script or style that didn't load does not bubble.
  addEventListener("error", (event) => {
    if (event instanceof ErrorEvent) {
      add("exception", event.message);
    } else {
      add("resource", String(event.target.src || event.target.href || event.target));
    }
  }, true);
  addEventListener("unhandledrejection", (event) => add("rejection", String(event.reason)));
  addEventListener("securitypolicyviolation", (event) => {
    add("policy", `${event.effectiveDirective} refused ${event.blockedURI} ${event.sample}`.trim());
  });
  const original = console.error;
  console.error = (...parts) => {
    add("console", parts.map(String).join(" "));
    original.apply(console, parts);
  };
})();
