// Reads the calendars of a JSON list on standard input with three parsers that know nothing of each
// other, and prints for each calendar what each parser has found.
import { readFileSync } from "node:fs";

import { deserializeComponentString } from "iamcal";
import ICAL from "ical.js";
import nodeIcal from "node-ical";

const day = (date) => date.toISOString().slice(0, 10);
const dashed = (basic) => `${basic.slice(0, 4)}-${basic.slice(4, 6)}-${basic.slice(6)}`;
// This one takes days for midnights of the place where it runs.
process.env.TZ = "UTC";

const readers = {
  "ical.js": (text) =>
    new ICAL.Component(ICAL.parse(text)).getAllSubcomponents().map((event) => ({
      kind: event.name.toUpperCase(),
      summary: event.getFirstPropertyValue("summary"),
      description: event.getFirstPropertyValue("description"),
      location: event.getFirstPropertyValue("location"),
      first: event.getFirstPropertyValue("dtstart").toString(),
      end: event.getFirstPropertyValue("dtend").toString(),
      properties: event.getAllProperties().map(({ name }) => name.toUpperCase()),
    })),
  "node-ical": (text) =>
    Object.values(nodeIcal.sync.parseICS(text))
      .filter(({ type }) => type !== "VCALENDAR")
      .map(({ type, start, end }) => ({ kind: type, first: day(start), end: day(end) })),
  iamcal: (text) =>
    deserializeComponentString(text).components.map((event) => ({
      kind: event.name,
      first: dashed(event.getProperty("DTSTART").value),
      end: dashed(event.getProperty("DTEND").value),
      properties: event.properties.map(({ name }) => name),
    })),
};

const calendars = JSON.parse(readFileSync(0, "utf8"));
const read = (text) => Object.entries(readers).map(([reader, read]) => ({ reader, events: read(text) }));
console.log(JSON.stringify(calendars.map(read)));
