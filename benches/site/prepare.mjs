// Writes the generators' view of the same postings: node prepare.mjs POSTINGS SITE WORK. SITE is a site
// made from them by job-posting; the planner of its first page stands on every page of the others as
// it is, because no template of theirs could work out its dates.

import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Eleventy's two folders, each without the other's page of a posting. */
const ELEVENTY = [["eleventy-functions", "job.njk"], ["eleventy-nunjucks", "job.11ty.cjs"]];

const [postings, site, work] = process.argv.slice(2);
const here = dirname(fileURLToPath(import.meta.url));
rmSync(work, { recursive: true, force: true });
cpSync(join(here, "hugo"), join(work, "hugo"), { recursive: true });
for (const [folder, other] of ELEVENTY) {
  cpSync(join(here, "eleventy"), join(work, folder), { recursive: true });
  rmSync(join(work, folder, other));
}

const first = readdirSync(join(site, "jobs")).sort()[0];
const page = readFileSync(join(site, "jobs", first), "utf8");
const begin = page.indexOf("</article>") + "</article>".length;
const planner = page.slice(begin, page.indexOf("</div></div></div></template>", begin));
// Braces would be taken for commands of a template.
writeFileSync(join(work, "hugo/layouts/partials/planner.html"), planner.replaceAll("{{", "{"));
for (const [folder] of ELEVENTY) {
  mkdirSync(join(work, folder, "_includes"));
  writeFileSync(join(work, folder, "_includes/planner.html"), planner);
}

const content = join(work, "hugo/content/jobs");
mkdirSync(content, { recursive: true });
for (const name of readdirSync(postings)) {
  const text = readFileSync(join(postings, name), "utf8").trim();
  const posting = JSON.parse(text);
  const matter = {
    ...posting,
    date: posting.datePosted,
    summary: `${posting.about[0].slice(0, 159)}…`,
    place: posting.locations.map((place) => place.name),
    employment: [posting.employmentType],
    team: [posting.organization.team],
    start: [...new Set(posting.program.startDates.map((day) => day.slice(0, 7)))],
    word: posting.title.match(/\p{L}{3,}/gu),
  };
  writeFileSync(join(content, name.replace(".json", ".md")), `${JSON.stringify(matter)}\n\n${text}\n`);
}
