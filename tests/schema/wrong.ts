// What the types must not let through: a type is of no use that takes anything.
import type { Breakdown, ConflictDataSet, FigureReference, Incident } from "./conflict-data-set.js";

// @ts-expect-error A kind that is none.
export const breakdown: Breakdown = { by: "victim", kind: "including", parts: [] };

// @ts-expect-error A required member is missing.
export const incident: Incident = { id: "a", kind: "ambush" };

// @ts-expect-error A member that there is not.
export const dataset: ConflictDataSet = { schemaVersion: "1.0", events: [] };

// @ts-expect-error A figure where an id is.
export const reference: FigureReference = { tally: 449, path: "killed" };
