// The newest postings as RSS.

const { escape } = require("./markup.cjs");

exports.data = { permalink: "feed.xml", eleventyExcludeFromCollections: true };

exports.render = ({ lists }) => {
  const items = lists[0].jobs.slice(0, 50).map((job) => `<item>
<title>${escape(job.title)}</title>
<link>https://careers.example/jobs/${job.id}.html</link>
<guid>https://careers.example/jobs/${job.id}.html</guid>
<description>${escape(job.about[0])}</description>
<pubDate>${new Date(job.datePosted).toUTCString()}</pubDate>
</item>`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0">
<channel>
<title>Jobs at Example Gardens</title>
<link>https://careers.example/</link>
<description>Jobs at Example Gardens</description>
${items.join("\n")}
</channel>
</rss>
`;
};
