import type { LogicalRelationshipScan, RelationshipAccess, ValueBound } from "../../plan/logical-plan.ts";
import type { Bounds } from "../../storage/value-order.ts";
import { type Execution, type Next, onceUnlessWriting } from "../execution.ts";
import { compileReleased } from "../expressions/compile-measured.ts";
import { uniquenessTest } from "./uniqueness.ts";

/** Finds relationships by a property value. An undirected step finds each from both ends, but a loop only once. */
export function relationshipSeek(
  plan: LogicalRelationshipScan,
  access: Extract<RelationshipAccess, { kind: "value" | "order" }>,
  execution: Execution,
  next: Next,
): Next {
  const { row } = execution;
  const { relationship } = plan;
  const { direction } = relationship;
  const isFresh = uniquenessTest(plan.distinctFrom, execution);
  const fromSlot = plan.from.slot;
  const toSlot = plan.to.slot;
  const relationshipSlot = relationship.variable.slot;
  const find = relationshipFinder(plan, access, execution);
  return () => {
    const { starts, ends } = execution.index;
    return find((found) => {
      if (isFresh !== undefined && !isFresh(found)) return true;
      const start = starts[found] as number;
      const end = ends[found] as number;
      row[relationshipSlot] = found;
      if (direction !== "incoming") {
        row[fromSlot] = start;
        row[toSlot] = end;
        if (!next()) return false;
      }
      if (direction === "outgoing" || (direction === "both" && start === end)) return true;
      row[relationshipSlot] = found;
      row[fromSlot] = end;
      row[toSlot] = start;
      return next();
    });
  };
}

/** Calls `take` with each relationship of a scan, until it returns false. */
function relationshipFinder(
  plan: LogicalRelationshipScan,
  access: Extract<RelationshipAccess, { kind: "value" | "order" }>,
  execution: Execution,
): (take: (relationship: number) => boolean) => boolean {
  const countDbHits = execution.budget.dbHitCounter(plan);
  const types = plan.relationship.types.length === 0 ? [undefined] : plan.relationship.types;
  const { key } = access;
  if (access.kind === "order") {
    const boundsOf = boundsReader(access.bounds, execution);
    const sorted = onceUnlessWriting(execution, () => execution.index.relationshipsByOrder(key, types[0]));
    return (take) => {
      const order = sorted();
      const { entities } = order;
      const bounds = boundsOf();
      const { first, last } = (bounds && order.range(bounds)) ?? { first: 0, last: entities.length };
      for (let at = 0; at < last - first; at++) {
        countDbHits(1);
        if (!take(entities[access.descending ? last - 1 - at : first + at] as number)) return false;
      }
      return true;
    };
  }
  const evaluate = compileReleased(access.value, execution);
  const postingsByType = onceUnlessWriting(execution, () =>
    types.map((type) => execution.index.relationshipsByCode(key, type)),
  );
  return (take) => {
    const codes = execution.index.relationshipColumn(key).codesEqualTo(evaluate());
    for (const postings of postingsByType()) {
      for (const code of codes) {
        const found = postings.list(code);
        countDbHits(found.length);
        for (let at = 0; at < found.length; at++) if (!take(found[at] as number)) return false;
      }
    }
    return true;
  };
}

/** Returns the bounds for the current row; undefined if there are none. */
function boundsReader(bounds: readonly ValueBound[], execution: Execution): () => Bounds | undefined {
  if (bounds.length === 0) return () => undefined;
  const read = bounds.map(({ operator, value }) => {
    const evaluate = compileReleased(value, execution);
    const isIncluded = operator.endsWith("=");
    return operator.startsWith("<")
      ? () => ({ upper: { value: evaluate(), isIncluded } })
      : () => ({ lower: { value: evaluate(), isIncluded } });
  });
  return () => Object.assign({}, ...read.map((bound) => bound()));
}
