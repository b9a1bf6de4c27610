// The sitemap.

exports.data = { permalink: "sitemap.xml", eleventyExcludeFromCollections: true };

exports.render = ({ postings }) => {
  const urls = postings.map((job) => `<url><loc>https://careers.example/jobs/${job.id}.html</loc><lastmod>${job.datePosted}</lastmod></url>`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${urls.join("\n")}
</urlset>
`;
};
