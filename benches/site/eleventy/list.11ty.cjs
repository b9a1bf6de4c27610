// A page of a list.

const { date, escape } = require("./markup.cjs");

exports.data = {
  pagination: { data: "lists", size: 1, alias: "list" },
  permalink: ({ list }) => list.path,
  eleventyExcludeFromCollections: true,
};

exports.render = ({ list }) => {
  const items = list.jobs.map((job) => {
    const facts = [job.organization.name, job.organization.team, ...job.locations.map((place) => place.name), job.employmentType, job.program.season, `Apply by ${date(job.validThrough)}`];
    return `<li><a href="/jobs/${job.id}.html">${escape(job.title)}</a><p>${escape(facts.join(" · "))}</p></li>`;
  });
  const link = (path, words) => (path === null ? "" : `<a href="/${path}">${words}</a>`);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(list.heading)}</title>
<link rel="canonical" href="https://careers.example/${list.path}">
<link rel="stylesheet" href="/widget/page.css">
<link rel="stylesheet" href="/site.css">
</head>
<body class="listing">
<header><h1>${escape(list.heading)}</h1></header>
<main>
<h2 id="jobs">${list.count} jobs</h2>
<ol class="jobs">
${items.join("\n")}
</ol>
<nav aria-label="Pages">${link(list.previous, "Previous page")} <span>${list.label}</span> ${link(list.next, "Next page")}</nav>
</main>
</body>
</html>
`;
};
