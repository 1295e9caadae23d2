import type { LogicalRelationshipScan, RelationshipAccess } from "../../plan/logical-plan.ts";
import { compileExpression } from "../compile-expression.ts";
import type { Execution, Next } from "../execution.ts";
import { uniquenessTest } from "./uniqueness.ts";

/** Relationships by the value of a property. An undirected step meets each from both its ends; a loop has one. */
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

/** Hands each relationship of a scan to `take`, until that is false. */
function relationshipFinder(
  plan: LogicalRelationshipScan,
  access: Extract<RelationshipAccess, { kind: "value" | "order" }>,
  execution: Execution,
): (take: (relationship: number) => boolean) => boolean {
  const touch = execution.work.toucher(plan);
  const types = plan.relationship.types.length === 0 ? [undefined] : plan.relationship.types;
  const { key } = access;
  if (access.kind === "order") {
    return (take) => {
      const { entities } = execution.index.relationshipsByOrder(key, types[0]);
      for (let at = 0; at < entities.length; at++) {
        touch(1);
        if (!take(entities[access.descending ? entities.length - 1 - at : at] as number)) return false;
      }
      return true;
    };
  }
  const evaluate = compileExpression(access.value, execution);
  return (take) => {
    const { index } = execution;
    const codes = index.relationshipColumn(key).codesEqualTo(evaluate());
    for (const type of types) {
      const postings = index.relationshipsByCode(key, type);
      for (const code of codes) {
        const found = postings.list(code);
        touch(found.length);
        for (let at = 0; at < found.length; at++) if (!take(found[at] as number)) return false;
      }
    }
    return true;
  };
}
