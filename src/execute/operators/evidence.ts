import type { LogicalEvidence } from "../../plan/logical-plan.ts";
import type { Value } from "../../values/value.ts";
import { eachEntity } from "../evidence.ts";
import type { EvidenceStore } from "../evidence-store.ts";
import type { Execution, Next } from "../execution.ts";

/**
 * What follows asks for the row with what the variables hold in its evidence. Then the row rests on what it did
 * before, and what was written for it is given back unless somebody kept it.
 */
export function evidence(plan: LogicalEvidence, execution: Execution, next: Next): Next {
  const { evidence: store } = execution;
  if (store === undefined) return next;
  if (plan.purpose === "keep") {
    return () => {
      const goesOn = next();
      store.keep();
      return goesOn;
    };
  }
  if (plan.purpose === "restore") return restore(store, execution, next);
  const { variables } = plan;
  const [only] = variables;
  return only?.type === "relationship" && variables.length === 1
    ? addRelationship(only.slot, store, execution, next)
    : addAll(plan, store, execution, next);
}

function addRelationship(from: number, store: EvidenceStore, { row }: Execution, next: Next): Next {
  const { slot } = store;
  return () => {
    const before = row[slot] as number;
    const record = store.ofRelationship(before, row[from] as number);
    row[slot] = record;
    const goesOn = next();
    row[slot] = before;
    store.giveBack(record);
    return goesOn;
  };
}

function addAll(
  { variables }: LogicalEvidence,
  store: EvidenceStore,
  execution: Execution,
  next: Next,
): Next {
  const { row } = execution;
  const { slot } = store;
  const writers = variables.map(({ slot: from, type }): (() => void) => {
    switch (type) {
      case "node":
        return () => store.node(row[from] as number);
      case "relationship":
        return () => store.relationship(row[from] as number);
      case "relationships":
        return () => {
          for (const relationship of row[from] as readonly number[]) store.relationship(relationship);
        };
      default:
        return () =>
          eachEntity(
            row[from] as Value,
            execution.index,
            (node) => store.node(node),
            (relationship) => store.relationship(relationship),
          );
    }
  });
  return () => {
    const before = row[slot] as number;
    const record = store.open(before);
    for (const write of writers) write();
    store.close(record);
    row[slot] = record;
    const goesOn = next();
    row[slot] = before;
    store.giveBack(record);
    return goesOn;
  };
}

/** Expressions add to the evidence of the row what their patterns find. */
function restore(store: EvidenceStore, { row }: Execution, next: Next): Next {
  const { slot } = store;
  return () => {
    const before = row[slot] as number;
    const { end, held } = store;
    const goesOn = next();
    row[slot] = before;
    store.giveBackHeld(end, held);
    return goesOn;
  };
}
