#!/usr/bin/env node
// How long a reader waits for the widget: alone, prerendered with its styles in the page and in files, fifty
// times on one page, and with a posting of two thousand items. See README.md.

import { execFileSync } from "node:child_process";
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize, resolve } from "node:path";
import { parseArgs } from "node:util";
import { brotliCompressSync } from "node:zlib";
import { chromium } from "playwright-core";

const { values: args } = parseArgs({
  options: {
    dist: { type: "string", default: new URL("../../dist", import.meta.url).pathname },
    runs: { type: "string", default: "9" },
    cpu: { type: "string", default: "4" },
    chromium: { type: "string", default: "/usr/bin/chromium" },
  },
});

/** A slow phone connection: 1.6 Mbit/s, 150 ms. */
const NET = { offline: false, latency: 150, downloadThroughput: 2e5, uploadThroughput: 2e5 };
const TYPES = { ".css": "text/css", ".html": "text/html", ".js": "text/javascript", ".json": "application/json", ".svg": "image/svg+xml", ".wasm": "application/wasm" };
const POSTING = "postings/tiktok-ecommerce-strategy-intern-2026.json";

/** A page with `count` widgets that fetch the posting; everything the first view needs is asked for at once. */
async function page(count, posting) {
  const index = await readFile(join(args.dist, "index.html"), "utf8");
  const widget = `<job-posting src="./${posting}" as-of="2026-03-02"></job-posting>`;
  return index.replaceAll(POSTING, posting).replace(/<job-posting[^]*<\/job-posting>/, widget.repeat(count));
}

/** The example posting with so many responsibilities of twelve words each. */
async function long(count) {
  const posting = JSON.parse(await readFile(join(args.dist, POSTING), "utf8"));
  const words = JSON.stringify(posting).match(/[a-z]{3,}/g);
  const line = (_, index) => Array.from({ length: 12 }, (_, at) => words[(index * 31 + at * 7) % words.length]).join(" ");
  return JSON.stringify({ ...posting, id: "long", responsibilities: Array.from({ length: count }, line) });
}

/** The example written ahead, with links to its style sheets. */
function linked() {
  const command = ["run", "--quiet", "--locked", "--package", "posting-cli", "--", "render", join(args.dist, POSTING)];
  const options = ["--linked-styles", "--preview", "--as-of", "2026-03-02", "--manifest", join(args.dist, "manifest.json")];
  return execFileSync("cargo", [...command, ...options], { stdio: ["ignore", "pipe", "ignore"] });
}

const made = {
  "/linked.html": linked(),
  "/one.html": await page(1, POSTING),
  "/fifty.html": await page(50, POSTING),
  "/long.html": await page(1, "long.json"),
  "/long.json": await long(2000),
};
const ENTRIES = [
  ["one widget", "/one.html", 1],
  ["prerendered", "/rendered/index.html", 1],
  ["prerendered, styles in files", "/linked.html", 1],
  ["fifty widgets", "/fifty.html", 50],
  ["2,000 items", "/long.html", 1],
];

const compressed = new Map();
const server = createServer(async ({ url }, response) => {
  const path = normalize(new URL(url, "http://localhost").pathname);
  try {
    if (!compressed.has(path)) {
      const body = made[path] ?? (await readFile(join(resolve(args.dist), path)));
      compressed.set(path, brotliCompressSync(body));
    }
    const isHashed = /-[0-9a-f]{16}/.test(path);
    response.setHeader("content-type", TYPES[extname(path)] ?? "application/octet-stream");
    response.setHeader("content-encoding", "br");
    response.setHeader("cache-control", isHashed ? "public, max-age=31536000, immutable" : "no-cache");
    response.end(compressed.get(path));
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
const origin = `http://127.0.0.1:${server.address().port}`;

/** Opens a page; times in ms since navigation started. */
async function open(tab, path, count) {
  await tab.goto(origin + path);
  await tab.waitForFunction((count) => document.querySelectorAll("job-posting[data-state=ready]").length === count, count);
  return tab.evaluate(() => ({
    fcp: performance.getEntriesByName("first-contentful-paint")[0]?.startTime,
    ready: performance.getEntriesByName("ready").at(-1).startTime,
    shift: performance.getEntriesByType("layout-shift").reduce((sum, { value }) => sum + value, window.shifted ?? 0),
  }));
}

async function measure(browser, [, path, count]) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  await context.addInitScript(() => {
    window.shifted = 0;
    new PerformanceObserver((list) => list.getEntries().forEach(({ value }) => (window.shifted += value)))
      .observe({ type: "layout-shift", buffered: true });
  });
  const tab = await context.newPage();
  const cdp = await context.newCDPSession(tab);
  await cdp.send("Network.enable");
  await cdp.send("Network.emulateNetworkConditions", NET);
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: Number(args.cpu) });
  const cold = await open(tab, path, count);
  await tab.goto("about:blank");
  const warm = await open(tab, path, count);
  await context.close();
  return { fcp: cold.fcp, ready: cold.ready, warm: warm.ready, shift: cold.shift };
}

function middle(values) {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)];
}

const browser = await chromium.launch({
  executablePath: args.chromium,
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
const results = ENTRIES.map(() => []);
// One round to warm up, then A B C A B C, so that a machine that slows down slows down all of them.
for (let round = 0; round <= Number(args.runs); round += 1) {
  for (const [index, entry] of ENTRIES.entries()) {
    const result = await measure(browser, entry);
    if (round) results[index].push(result);
  }
}
const summary = results.map((runs) => Object.fromEntries(["fcp", "ready", "warm", "shift"].map((name) => [name, middle(runs.map((run) => run[name]))])));
const [base] = summary;
console.log(`CPU slowed ${args.cpu}×, 1.6 Mbit/s, 150 ms; medians of ${args.runs} runs, ×ratio to one widget\n`);
console.log("| page | FCP ms | ready ms | warm ready ms | layout shift |\n| --- | ---: | ---: | ---: | ---: |");
for (const [index, [name]] of ENTRIES.entries()) {
  const cell = (key) => `${Math.round(summary[index][key])} ×${(summary[index][key] / base[key]).toFixed(2)}`;
  console.log(`| ${name} | ${cell("fcp")} | ${cell("ready")} | ${cell("warm")} | ${summary[index].shift.toFixed(4)} |`);
}
await browser.close();
server.close();
