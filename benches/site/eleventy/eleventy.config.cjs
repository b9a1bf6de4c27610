// What the page of a posting in Nunjucks needs besides the language.

const { date, facts } = require("./markup.cjs");

module.exports = (config) => {
  config.addFilter("facts", facts);
  config.addFilter("day", date);
};
