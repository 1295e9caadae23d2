import type { LogicalEvidence } from "../../plan/logical-plan.ts";
import type { BoundVariable } from "../../semantics/bound-tree.ts";
import type { Value } from "../../values/value.ts";
import { eachEntity } from "../evidence/evidence.ts";
import { type Evidence, type EvidenceStore, NO_EVIDENCE } from "../evidence/evidence-store.ts";
import type { Execution, Next } from "../execution.ts";
import { nodeReader } from "../expressions/slot-values.ts";
import { traversalsReader } from "./traversals.ts";

/**
 * What follows asks for the row with what the variables hold in its evidence. Then the row rests on what it did
 * before, and what was written for it is given back unless somebody kept it.
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
    store.releaseFrontier(end);
    return goesOn;
  };
}

/** Writes down what is many entities: the relationships of walks, and whatever values hold. */
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
 * All the relationships of a node that a step could go along, written down once for each node. Those that the row has
 * taken already, and that the step therefore does not, are part of its evidence anyway.
 */
function countedAdder(
  { from, relationship }: LogicalEvidence["counted"][number],
  store: EvidenceStore,
  execution: Execution,
): (before: Evidence) => Evidence {
  const node = nodeReader(from, execution);
  const ways = traversalsReader(relationship, execution);
  /** By node; where nothing has been written down for it, nothing. */
  let known = new Uint32Array();
  const written: number[] = [];
  execution.onRun(() => {
    for (const start of written) known[start] = NO_EVIDENCE;
    written.length = 0;
  });
  const write = (start: number): Evidence => {
    const record = store.open(NO_EVIDENCE);
    for (const { adjacency } of ways()) {
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

/** Expressions add to the evidence of the row what their patterns find. */
function restore(store: EvidenceStore, { row }: Execution, next: Next): Next {
  const { slot } = store;
  return () => {
    const before = row[slot] as Evidence;
    const { end, held } = store;
    const goesOn = next();
    row[slot] = before;
    store.giveBackHeld(end, held);
    return goesOn;
  };
}
