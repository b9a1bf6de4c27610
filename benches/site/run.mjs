// Builds one site three ways, in turns, and tells how long each took: node run.mjs [COUNT] [ROUNDS].
// What it needs is in README.md.

import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "../..");
const [count, rounds] = [Number(process.argv[2] ?? 10_000), Number(process.argv[3] ?? 3)];
const command = process.env.JOB_POSTING ?? join(root, "target/native/job-posting");
const manifest = process.env.MANIFEST ?? join(root, "dist/manifest.json");
const eleventy = join(here, "node_modules/@11ty/eleventy/cmd.cjs");
const work = mkdtempSync(join(tmpdir(), "site-benchmark-"));
const postings = join(work, "postings");

for (const [path, remedy] of [
  [command, "cargo build --profile native --package posting-cli"],
  [manifest, "cargo xtask dist"],
  [eleventy, "npm ci, in benches/site/"],
]) {
  if (!existsSync(path)) {
    console.error(`${path} is missing; make it by ${remedy}`);
    process.exit(2);
  }
}

const ours = (out) => [command, "render", postings, "--out", out, "--url", "https://careers.example/", "--manifest", manifest, "--linked-styles"];

const byEleventy = (out) => [
  ...[process.execPath, "--max-old-space-size=8192", eleventy, "--quiet", "--config=eleventy.config.cjs"],
  ...["--input=.", `--output=${out}`],
];

const TOOLS = {
  "job-posting": { folder: work, call: ours },
  Hugo: { folder: join(work, "generators/hugo"), call: (out) => ["hugo", "--quiet", "--destination", out] },
  "Eleventy, Nunjucks": { folder: join(work, "generators/eleventy-nunjucks"), call: byEleventy },
  "Eleventy, functions": { folder: join(work, "generators/eleventy-functions"), call: byEleventy },
};

/** Seconds by the clock, seconds of all cores, and megabytes of one run into an empty folder. */
function measure({ folder, call }) {
  const out = join(work, "out");
  rmSync(out, { recursive: true, force: true });
  const [program, ...rest] = call(out);
  const figures = join(work, "figures");
  const run = spawnSync("/usr/bin/time", ["--format", "%e %U %S %M", "--output", figures, program, ...rest], {
    cwd: folder,
    env: { ...process.env, POSTINGS: postings },
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (run.status !== 0) {
    throw new Error(`${program} failed`);
  }
  const made = readdirSync(join(out, "jobs")).length;
  if (made < count) {
    throw new Error(`${program} made ${made} pages of ${count}`);
  }
  const [seconds, user, system, kilobytes] = readFileSync(figures, "utf8").trim().split(" ").map(Number);
  return { seconds, cpu: user + system, megabytes: kilobytes / 1024 };
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

try {
  execFileSync(process.execPath, [join(here, "generate.mjs"), String(count), postings]);
  const first = join(work, "first");
  const [program, ...rest] = ours(first);
  execFileSync(program, rest, { stdio: "ignore" });
  execFileSync(process.execPath, [join(here, "prepare.mjs"), postings, first, join(work, "generators")]);
  rmSync(first, { recursive: true });
  const names = (process.env.TOOLS ?? Object.keys(TOOLS).join(";")).split(";");
  const runs = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 1; round <= rounds; round += 1) {
    for (const name of names) {
      const figures = measure(TOOLS[name]);
      runs[name].push(figures);
      console.error(`round ${round}: ${name} ${figures.seconds} s (${figures.cpu.toFixed(1)} s of cores), ${figures.megabytes.toFixed(0)} MB`);
    }
  }
  const middle = (name, what) => median(runs[name].map((run) => run[what]));
  const ratio = (name, what) => (middle(name, what) / middle(names[0], what)).toFixed(1);
  console.log(`| ${count} postings, median of ${rounds} | by the clock | of all cores | postings per second | most memory | times ${names[0]}, clock | cores |`);
  console.log("| --- | --- | --- | --- | --- | --- | --- |");
  for (const name of names) {
    const seconds = middle(name, "seconds");
    const megabytes = Math.max(...runs[name].map((run) => run.megabytes)).toFixed(0);
    const figures = [name, `${seconds.toFixed(2)} s`, `${middle(name, "cpu").toFixed(2)} s`, Math.round(count / seconds), `${megabytes} MB`];
    console.log(`| ${[...figures, ratio(name, "seconds"), ratio(name, "cpu")].join(" | ")} |`);
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
