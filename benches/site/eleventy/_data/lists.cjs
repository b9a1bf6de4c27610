// The pages of lists: all jobs, and those of each value of each filter.

const postings = require("./postings.cjs");

const PER_PAGE = 100;

module.exports = () => {
  const all = postings().sort((a, b) => (a.datePosted < b.datePosted ? 1 : -1));
  const lists = new Map([["index", { heading: "Jobs at Example Gardens", jobs: all }]]);
  const add = (filter, value, job) => {
    const path = `list/${filter}/${value.toLowerCase().replaceAll(/\W+/g, "-")}`;
    const list = lists.get(path) ?? { heading: value, jobs: [] };
    list.jobs.push(job);
    lists.set(path, list);
  };
  for (const job of all) {
    job.locations.forEach((place) => add("place", place.name, job));
    add("employment", job.employmentType, job);
    add("team", job.organization.team, job);
    new Set(job.program.startDates.map((day) => day.slice(0, 7))).forEach((month) => add("start", month, job));
    new Set(job.title.match(/\p{L}{3,}/gu)).forEach((word) => add("word", word, job));
  }
  const pages = [];
  for (const [path, { heading, jobs }] of lists) {
    const count = Math.ceil(jobs.length / PER_PAGE);
    for (let number = 0; number < count; number += 1) {
      const place = (page) => (page === 0 ? `${path}.html` : `${path}.${page + 1}.html`);
      pages.push({
        path: place(number),
        heading,
        count: jobs.length,
        jobs: jobs.slice(number * PER_PAGE, (number + 1) * PER_PAGE),
        label: `Page ${number + 1} of ${count}`,
        previous: number > 0 ? place(number - 1) : null,
        next: number + 1 < count ? place(number + 1) : null,
      });
    }
  }
  return pages;
};
