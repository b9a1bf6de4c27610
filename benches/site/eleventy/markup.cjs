// Parts that pages and feeds share.

const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

exports.escape = (text) => String(text).replaceAll(/[&<>"]/g, (character) => ENTITIES[character]);

const DATE = new Intl.DateTimeFormat("en-US", { dateStyle: "long", timeZone: "UTC" });
exports.date = (day) => DATE.format(new Date(`${day}T00:00:00Z`));

const place = ({ name, remote }) => (remote ? `${name} (remote)` : name);

exports.facts = (job) => [
  ["Location", job.locations.map(place)],
  ["Team", [job.organization.team]],
  ["Employment", [job.employmentType]],
  ["Length", [`${job.program.weeks} weeks`]],
  ["Season", [job.program.season]],
  ["Start dates", job.program.startDates.map(exports.date)],
  ["Application limit", [`${job.application.limit.positions} positions`, "Considered in the order in which you apply"]],
  ...(job.application.rollingReview ? [["Review", ["Reviewed as they arrive"]]] : []),
  ["Apply by", [exports.date(job.validThrough)]],
  ["Posted", [exports.date(job.datePosted)]],
];

const list = (items, attributes) => `<ul${attributes}>${items.map((item) => `<li>${exports.escape(item)}</li>`).join("")}</ul>`;
const paragraphs = (items) => items.map((item) => `<p>${exports.escape(item)}</p>`).join("");

/** Every text under its heading; `section` puts heading and content together. */
exports.texts = (job, attributes, section) => [
  section("about", "About the role", paragraphs(job.about)),
  section("responsibilities", "Responsibilities", list(job.responsibilities, attributes)),
  section("minimum", "Minimum qualifications", list(job.qualifications.minimum, attributes)),
  section("preferred", "Preferred qualifications", list(job.qualifications.preferred, attributes)),
  ...job.sections.map((own) => {
    const body = own.body.map((block) => (block.list ? list(block.list, attributes) : paragraphs([block])));
    return section("own", exports.escape(own.title), body.join(""));
  }),
].join("\n");

exports.description = (job) => {
  const facts = exports.facts(job).map(([term, values]) => `<li><strong>${term}</strong>: ${exports.escape(values.join("; "))}</li>`);
  const texts = exports.texts(job, "", (_, heading, body) => `<p><strong>${heading}</strong></p>${body}`);
  return `<div><ul>${facts.join("")}</ul>${texts}</div>`;
};
