// Reads the sample with the types of the schema, and finds what the headline's parts leave.
import { readFileSync } from "node:fs";
import type { ConflictDataSet, Estimate, Tally } from "./conflict-data-set.js";

function exact(estimate: Estimate | undefined): number {
  if (typeof estimate !== "number") {
    throw new Error(`No exact figure: ${JSON.stringify(estimate)}`);
  }
  return estimate;
}

const dataset: ConflictDataSet = JSON.parse(readFileSync(process.argv[2], "utf8"));
const tally: Tally | undefined = dataset.tallies?.find(one => one.id === "sohr-2024-h1");
const killed = tally?.report.casualties?.killed;
const byVictim = killed?.breakdowns?.find(breakdown => breakdown.by === "victim");
if (killed === undefined || byVictim === undefined || byVictim.kind !== "inclusion") {
  throw new Error("The sample has no such tally.");
}

const whole = exact(killed.count);
const parts = byVictim.parts.map(part => exact(part.count));
console.log(`${whole} - ${parts.join(" - ")} = ${parts.reduce((rest, part) => rest - part, whole)}`);
