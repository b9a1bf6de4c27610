// The page of a posting.

const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const { date, description, escape, facts, texts } = require("./markup.cjs");

const planner = readFileSync(join(__dirname, "_includes/planner.html"), "utf8");

exports.data = {
  pagination: { data: "postings", size: 1, alias: "job" },
  permalink: ({ job }) => `jobs/${job.id}.html`,
  eleventyExcludeFromCollections: true,
};

exports.render = ({ job }) => {
  const url = `https://careers.example/jobs/${job.id}.html`;
  const title = escape(`${job.title} – ${job.organization.name}`);
  const summary = escape(`${job.about[0].slice(0, 159)}…`);
  const [place] = job.locations;
  const data = {
    "@context": "https://schema.org/", "@type": "JobPosting", title: job.title, description: description(job), url,
    identifier: { "@type": "PropertyValue", name: job.organization.name, value: job.id },
    datePosted: job.datePosted, validThrough: job.validThrough, employmentType: job.employmentType,
    hiringOrganization: { "@type": "Organization", name: job.organization.name, sameAs: job.organization.url },
    employmentUnit: { "@type": "Organization", name: job.organization.team },
    jobLocation: { "@type": "Place", name: place.name, address: { "@type": "PostalAddress", addressLocality: place.name, addressCountry: place.country } },
    jobStartDate: job.program.startDates[0],
    responsibilities: job.responsibilities.join("\n"),
    qualifications: [...job.qualifications.minimum, ...job.qualifications.preferred].join("\n"),
    directApply: false,
  };
  const rows = facts(job).map(([term, values]) =>
    `<div class="fact"><dt lang="en">${term}</dt>${values.map((value) => `<dd lang="en">${escape(value)}</dd>`).join("")}</div>`);
  const sections = texts(job, ' class="bullets"', (id, heading, body) =>
    `<section class="section" part="${id}"><h2 id="${id}" class="heading" lang="en">${heading}</h2>${body}</section>`);
  return `<!doctype html>
<html lang="${job.lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<meta name="description" content="${summary}">
<meta name="color-scheme" content="light dark">
<link rel="canonical" href="${url}">
<meta property="og:url" content="${url}">
<meta property="og:type" content="website">
<meta property="og:title" content="${title}">
<meta property="og:description" content="${summary}">
<meta property="og:site_name" content="${escape(job.organization.name)}">
<link rel="stylesheet" href="../widget/page.css">
<link rel="stylesheet" href="../site.css">
<link rel="alternate" type="application/rss+xml" href="../feed.xml">
<script type="module" src="../widget/job-posting.js"></script>
<script type="application/ld+json">${JSON.stringify(data).replaceAll("<", "\\u003c")}</script>
</head>
<body>
<nav class="home" lang="en"><a href="../index.html">All jobs</a></nav>
<main>
<job-posting lang="${job.lang}" heading-level="1">
<template shadowrootmode="open"><link rel="stylesheet" href="../widget/job-posting.css" crossorigin><div class="prerendered"><div class="widget" lang="en"><div class="columns"><article class="posting" part="posting" lang="${job.lang}">
<header class="masthead"><p class="organization" part="organization"><a href="${job.organization.url}" rel="noopener">${escape(job.organization.name)}</a></p><h1 id="title" class="title">${escape(job.title)}</h1></header>
<dl class="facts" part="facts">${rows.join("")}</dl>
${sections}
<section class="section" part="privacy"><h2 id="privacy" class="heading" lang="en">Privacy</h2><p><a href="${job.privacyPolicy.url}" lang="en">Privacy notice for applicants</a></p></section>
</article>${planner}</div></div></div></template>
<script type="application/json">
${job.text.replaceAll("<", "\\u003c")}
</script>
<article lang="${job.lang}"><p><a href="${job.organization.url}">${escape(job.organization.name)}</a></p><h1>${escape(job.title)}</h1>
${description(job)}
<p><a href="${job.privacyPolicy.url}">Privacy notice</a></p><p><a href="${job.application.url}">Apply</a></p></article>
</job-posting>
</main>
</body>
</html>
`;
};
