// Has ajv judge files by the schema: node judge.mjs SCHEMA FILE...
// A .ndjson file holds a case a line: a document as text, of which definition it is (the schema itself if of none), whether the library
// reads it, and whether the two may differ.
// Any other file is a document that the library reads.
import { createReadStream, readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import addFormats from "ajv-formats";
import Ajv2020 from "ajv/dist/2020.js";

const [schemaPath, ...files] = process.argv.slice(2);
const schema = JSON.parse(readFileSync(schemaPath, "utf8"));
const ajv = new Ajv2020.default({ strict: true, validateSchema: true });
addFormats.default(ajv);
const isOfSchema = ajv.compile(schema);

// Each example is of the definition that it stands at.
for (const [name, definition] of [["", schema], ...Object.entries(schema.$defs)]) {
  const check = checkOf(name);
  for (const example of definition.examples ?? []) {
    if (!check(example)) {
      fail(`The schema's example ${JSON.stringify(example)} is not of ${name || "the schema"}: ${ajv.errorsText(check.errors)}`);
    }
  }
}

let disagreements = 0;
for (const file of files) {
  const seen = { accepted: 0, refused: 0, differing: 0 };
  for await (const { text, of, read, mayDiffer } of casesOf(file)) {
    const check = checkOf(of);
    const accepted = judge(check, text);
    if (accepted === read) {
      seen[accepted ? "accepted" : "refused"]++;
    } else if (mayDiffer) {
      seen.differing++;
    } else if (++disagreements <= 10) {
      fail(`${file}: the library ${read ? "reads" : "refuses"} what ajv ${accepted ? "accepts" : "refuses"}`
        + `${accepted ? "" : ` (${ajv.errorsText(check.errors)})`}: ${text.slice(0, 2000)}`);
    }
  }
  console.log(`${file}: ${seen.accepted} accepted, ${seen.refused} refused, ${seen.differing} differ for a listed reason`);
  if (seen.accepted + seen.refused === 0) {
    fail(`${file}: nothing was judged.`);
  }
}

async function* casesOf(file) {
  if (!file.endsWith(".ndjson")) {
    yield { text: readFileSync(file, "utf8"), read: true, mayDiffer: false };
    return;
  }
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    yield JSON.parse(line);
  }
}

function checkOf(definition) {
  return definition ? ajv.getSchema(`${schema.$id}#/$defs/${definition}`) : isOfSchema;
}

function judge(check, text) {
  let document;
  try {
    document = JSON.parse(text);
  } catch {
    return false;
  }
  return check(document);
}

function fail(message) {
  console.error(message);
  process.exitCode = 1;
}
