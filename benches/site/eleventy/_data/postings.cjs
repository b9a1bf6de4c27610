// The postings, as they are.

const { readdirSync, readFileSync } = require("node:fs");
const { join } = require("node:path");

module.exports = () => {
  const folder = process.env.POSTINGS;
  const names = readdirSync(folder).sort();
  return names.map((name) => {
    const text = readFileSync(join(folder, name), "utf8").trim();
    return { ...JSON.parse(text), text };
  });
};
