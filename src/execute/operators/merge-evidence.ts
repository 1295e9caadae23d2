import { type Evidence, type EvidenceStore, NO_EVIDENCE } from "../evidence/evidence-store.ts";
import type { Execution } from "../execution.ts";
import type { RunningAggregate } from "./running-aggregate.ts";

/** The evidence of a group: that of all its rows. */
export function mergeEvidence(store: EvidenceStore, { row }: Execution): RunningAggregate {
  const { slot } = store;
  let groups: Evidence[] = [];
  return {
    begin: () => {
      groups = [];
    },
    start: (group) => {
      groups[group] = NO_EVIDENCE;
    },
    take: (group) => {
      groups[group] = store.merge(groups[group] as Evidence, row[slot] as Evidence);
      store.keep();
    },
    result: (group) => groups[group] as Evidence,
  };
}
