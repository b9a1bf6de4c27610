// Writes postings for the benchmark: node generate.mjs COUNT FOLDER. The same count gives the same
// files, down to the byte.

import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const SEED = 20261125;

const PLACES = [
  ["Berlin", "DE"], ["Hamburg", "DE"], ["Vienna", "AT"], ["Zurich", "CH"], ["Paris", "FR"], ["Lyon", "FR"],
  ["Madrid", "ES"], ["Lisbon", "PT"], ["Rome", "IT"], ["Milan", "IT"], ["London", "GB"], ["Leeds", "GB"],
  ["Dublin", "IE"], ["Oslo", "NO"], ["Stockholm", "SE"], ["Helsinki", "FI"], ["Warsaw", "PL"], ["Prague", "CZ"],
  ["Boston", "US"], ["Seattle", "US"], ["Austin", "US"], ["Chicago", "US"], ["Toronto", "CA"], ["Montreal", "CA"],
  ["Singapore", "SG"], ["Sydney", "AU"], ["Auckland", "NZ"], ["Tokyo", "JP"], ["Seoul", "KR"], ["Taipei", "TW"],
];
const KINDS = ["FULL_TIME", "PART_TIME", "CONTRACTOR", "TEMPORARY", "INTERN", "VOLUNTEER"];
const TEAMS = [
  "Orchards", "Greenhouses", "Seeds", "Irrigation", "Markets", "Logistics", "Finance", "People", "Data", "Research",
  "Education", "Visitors", "Machines", "Soil", "Forestry", "Nursery", "Events", "Press", "Law", "Kitchen",
];
const LEVELS = ["Junior", "Senior", "Lead", "Associate", "Principal", "Trainee"];
const TRADES = [
  "Gardener", "Botanist", "Analyst", "Engineer", "Designer", "Accountant", "Editor", "Planner", "Technician",
  "Researcher", "Teacher", "Buyer", "Scheduler", "Mechanic", "Archivist", "Arborist", "Chemist", "Translator",
];
const VERBS = ["Plan", "Tend", "Measure", "Improve", "Document", "Review", "Organize", "Repair", "Compare", "Explain"];
const THINGS = [
  "the spring planting", "harvest records", "soil samples", "delivery routes", "the visitors' programme",
  "greenhouse controls", "supplier contracts", "seed catalogues", "water meters", "training material",
  "the weekly market", "pruning schedules", "budget forecasts", "field notes", "the tool inventory",
];
const ENDS = [
  "together with the teams on site", "so that every season starts on time", "and report what you find each month",
  "with care for people and plants", "by methods that others can repeat", "across all of our gardens",
  "and hand the results to the next shift", "before the first frost", "as the weather allows",
];

/** Numbers from 0 to 1 that follow from the seed alone (Mulberry32). */
function randomNumbers(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const random = randomNumbers(SEED);
const below = (count) => Math.floor(random() * count);
const one = (choices) => choices[below(choices.length)];
const some = (least, most, make) => Array.from({ length: least + below(most - least + 1) }, make);
const day = (first, days) => new Date(Date.parse(first) + days * 86_400_000).toISOString().slice(0, 10);
const sentence = () => `${one(VERBS)} ${one(THINGS)} ${one(ENDS)}.`;
const paragraph = () => some(3, 5, sentence).join(" ");

function posting(number) {
  const [place, country] = one(PLACES);
  const starts = some(1, 4, () => below(26)).sort((a, b) => a - b);
  return {
    version: 1,
    id: `job-${String(number).padStart(6, "0")}`,
    lang: "en",
    title: `${one(LEVELS)} ${one(TRADES)}, ${one(TEAMS)}`,
    organization: { name: "Example Gardens", url: "https://gardens.example/", team: one(TEAMS) },
    locations: [{ name: place, country, remote: random() < 0.1 }],
    employmentType: one(KINDS),
    datePosted: day("2026-01-01", below(300)),
    validThrough: day("2027-01-01", below(300)),
    program: {
      weeks: 6 + below(20),
      season: one(["Spring 2027", "Summer 2027", "Autumn 2027"]),
      startDates: [...new Set(starts)].map((week) => day("2027-03-01", 7 * week)),
    },
    about: some(2, 3, paragraph),
    responsibilities: some(5, 8, sentence),
    qualifications: {
      minimum: some(3, 5, sentence),
      preferred: some(2, 4, sentence),
    },
    sections: [{ title: "What we offer", body: [paragraph(), { list: some(3, 5, sentence) }] }],
    application: {
      url: `https://gardens.example/apply/${number}`,
      limit: { positions: 2, inOrder: true },
      rollingReview: random() < 0.5,
    },
    privacyPolicy: { url: "https://gardens.example/privacy" },
  };
}

const [count, folder] = process.argv.slice(2);
if (!(Number(count) > 0) || folder === undefined) {
  console.error("usage: node generate.mjs COUNT FOLDER");
  process.exit(2);
}
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (let number = 1; number <= Number(count); number += 1) {
  const made = posting(number);
  writeFileSync(join(folder, `${made.id}.json`), `${JSON.stringify(made, null, 2)}\n`);
}
