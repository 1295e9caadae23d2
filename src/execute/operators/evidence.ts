import type { LogicalEvidence } from "../../plan/logical-plan.ts";
import type { BoundVariable } from "../../semantics/bound-tree.ts";
import type { Value } from "../../values/value.ts";
import { eachEntity } from "../evidence/evidence.ts";
import { type Evidence, type EvidenceStore, NO_EVIDENCE } from "../evidence/evidence-store.ts";
import type { Execution, Next } from "../execution.ts";
import { nodeReader } from "../expressions/slot-values.ts";
import { traversalsReader } from "./traversals.ts";

/**
 * Passes the row on with the entities of the variables added to its evidence. Afterwards it restores the previous
 * evidence, and releases the new records unless they are kept.
 */
export function evidence(plan: LogicalEvidence, execution: Execution, next: Next): Next {
  const { evidence: store } = execution;
  if (store === undefined) return next;
  if (plan.purpose === "restore") return restore(store, execution, next);
  if (plan.purpose === "keep") {
    return () => {
      const goesOn = next();
      store.keep();
      return goesOn;
    };
  }
  return add(plan, store, execution, next);
}

function add(
  { variables, counted }: LogicalEvidence,
  store: EvidenceStore,
  execution: Execution,
  next: Next,
): Next {
  const { row } = execution;
  const { slot } = store;
  const slotsOf = (wanted: BoundVariable["type"]) =>
    variables.filter(({ type }) => type === wanted).map((variable) => variable.slot);
  const nodes = slotsOf("node");
  const relationships = slotsOf("relationship");
  const hasEntities = nodes.length + relationships.length > 0;
  const many = manyWriter(slotsOf("relationships"), slotsOf("value"), store, execution);
  const countedBefore = counted.map((step) => countedAdder(step, store, execution));
  return () => {
    const before = row[slot] as Evidence;
    const { end } = store;
    let evidence = before;
    for (let at = 0; at < countedBefore.length; at++) {
      evidence = (countedBefore[at] as (before: Evidence) => Evidence)(evidence);
    }
    if (hasEntities) evidence = store.add(evidence, row, nodes, relationships);
    if (many !== undefined) evidence = many(evidence);
    row[slot] = evidence;
    const goesOn = next();
    row[slot] = before;
    store.release(end);
    return goesOn;
  };
}

/** Records variables that contain several entities: the relationships of walks, and the entities in values. */
function manyWriter(
  walks: readonly number[],
  values: readonly number[],
  store: EvidenceStore,
  { row, index }: Execution,
): ((before: Evidence) => Evidence) | undefined {
  if (walks.length + values.length === 0) return undefined;
  const node = (number: number) => store.node(number);
  const relationship = (number: number) => store.relationship(number);
  return (before) => {
    const record = store.open(before);
    for (const slot of walks) {
      const walk = row[slot] as readonly number[];
      for (let at = 0; at < walk.length; at++) store.relationship(walk[at] as number);
    }
    for (const slot of values) eachEntity(row[slot] as Value, index, node, relationship);
    store.close(record);
    return record;
  };
}

/**
 * Adds all relationships of a node that a step could traverse; they are recorded once for each node. Relationships that
 * the row has already used, and that the step therefore skips, are part of its evidence anyway.
 */
function countedAdder(
  { from, relationship }: LogicalEvidence["counted"][number],
  store: EvidenceStore,
  execution: Execution,
): (before: Evidence) => Evidence {
  const node = nodeReader(from, execution);
  const traversals = traversalsReader(relationship, execution);
  /** By node: its record, or `NO_EVIDENCE` if it has none yet. */
  let known = new Uint32Array();
  const written: number[] = [];
  execution.onRun(() => {
    for (const start of written) known[start] = NO_EVIDENCE;
    written.length = 0;
  });
  const write = (start: number): Evidence => {
    const record = store.open(NO_EVIDENCE);
    for (const { adjacency } of traversals()) {
      const first = adjacency.first[start] as number;
      const last = adjacency.last[start] as number;
      execution.budget.spend(last - first);
      store.relationships(adjacency.relationships, first, last);
    }
    store.close(record);
    store.keep();
    if (start >= known.length) known = new Uint32Array(execution.index.nodeCount);
    known[start] = record;
    written.push(start);
    return record;
  };
  return (before) => {
    const start = node();
    return start === null ? before : store.merge(before, known[start] || write(start));
  };
}

/** Removes the evidence that patterns in expressions have added to the row. */
function restore(store: EvidenceStore, { row }: Execution, next: Next): Next {
  const { slot } = store;
  return () => {
    const before = row[slot] as Evidence;
    const { end, held } = store;
    const goesOn = next();
    row[slot] = before;
    store.releaseHeld(end, held);
    return goesOn;
  };
}
