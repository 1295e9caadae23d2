import type { Value } from "../values/value.ts";
import type { AggregateDefinition } from "./definition.ts";

/**
 * Merges the evidence of the rows of a group: a list of evidence is evidence. No query can call it; the
 * rewrite that adds evidence to a plan does. What it merges is opaque to it.
 */
export const EVIDENCE_AGGREGATE: AggregateDefinition = {
  kind: "aggregate",
  name: "evidence",
  signature: "evidence(evidence: Any) :: List",
  description: "The evidence of all rows.",
  minimumArguments: 1,
  maximumArguments: 1,
  start: () => {
    const merged: Value[] = [];
    return { add: (evidence) => void merged.push(evidence), result: () => merged };
  },
};
