// Judges the structured data of HTML files. Prints, for each file in order, a list of what the
// extractor found (types) and of the errors that the validator found in it.
import { readFileSync } from "node:fs";

import Validator from "@adobe/structured-data-validator";
import WebAutoExtractor from "@marbec/web-auto-extractor";

const judgements = [];
for (const path of process.argv.slice(2)) {
  const extractor = new WebAutoExtractor({ addLocation: true, embedSource: ["rdfa", "microdata"] });
  const extracted = extractor.parse(readFileSync(path, "utf8"));
  const types = Object.keys(extracted.jsonld ?? {});
  const issues = await new Validator().validate(extracted);
  const errors = issues.filter(({ severity }) => severity === "ERROR");
  judgements.push({ types, errors: errors.map(({ issueMessage }) => issueMessage) });
}
console.log(JSON.stringify(judgements));
