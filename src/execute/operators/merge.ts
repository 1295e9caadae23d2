import { CypherError } from "../../diagnostics/cypher-error.ts";
import type { LogicalMerge } from "../../plan/logical-plan.ts";
import type { BoundExpression } from "../../semantics/bound-tree.ts";
import type { Blocking, Execution, Next, Slot } from "../execution.ts";
import { compileExpression } from "../expressions/compile-expression.ts";
import { creator } from "./creator.ts";
import { setter } from "./setter.ts";

/**
 * Reads all rows before merging the first. Each row is matched against the entities created by earlier rows as well:
 * otherwise MERGE would create the same entity twice.
 */
export function merge(plan: LogicalMerge, execution: Execution, next: Next): Blocking {
  const { row, budget } = execution;
  const slots = [...plan.keeps, ...plan.introduces].map(({ slot }) => slot);
  const save = () => slots.map((slot) => row[slot] as Slot);
  const restore = (saved: readonly Slot[]) => {
    for (const [at, slot] of slots.entries()) row[slot] = saved[at] as Slot;
  };
  const checkProperties = propertyCheck(plan, execution);
  const create = creator(plan.create, execution);
  const onMatch = setter(plan.onMatch, execution);
  const onCreate = setter(plan.onCreate, execution);
  let rows: Slot[][] = [];
  let merged: Slot[][] = [];
  let matches: Slot[][] = [];
  const match = execution.open(plan.match, () => {
    matches.push(save());
    return true;
  });

  const mergeRow = (saved: readonly Slot[]): void => {
    restore(saved);
    checkProperties();
    matches = [];
    execution.matchNow(match);
    if (matches.length === 0) {
      create();
      onCreate();
      matches.push(save());
    } else if (plan.onMatch.length > 0) {
      for (const found of matches) {
        restore(found);
        onMatch();
      }
    }
    merged.push(...matches);
  };
  return {
    begin: () => {
      rows = [];
      merged = [];
    },
    take: () => {
      budget.keep(slots.length, execution.takeHeld(slots));
      rows.push(save());
      return true;
    },
    finish: () => {
      execution.whileWriting(() => {
        for (const saved of rows) {
          budget.spend(1);
          const mark = budget.memory.made;
          mergeRow(saved);
          // Values stored in the graph outlive the row.
          budget.keep(slots.length, budget.memory.made - mark);
        }
      });
      for (const saved of merged) {
        restore(saved);
        if (!next()) return false;
      }
      return true;
    },
  };
}

/**
 * Checks that no property is null. Nothing equals null, so a null property would never match, and MERGE would create a
 * new entity each time.
 */
function propertyCheck({ create }: LogicalMerge, execution: Execution): () => void {
  const checks = [...create.nodes, ...create.relationships].flatMap(({ properties }) => {
    if (properties?.kind !== "MapOf") return [];
    return properties.entries.flatMap((entry) =>
      "spread" in entry ? [] : [nullCheck(entry.key, entry.value, execution)],
    );
  });
  return () => {
    for (const check of checks) check();
  };
}

function nullCheck(key: string, value: BoundExpression, execution: Execution): () => void {
  const evaluate = compileExpression(value, execution);
  return () => {
    if (evaluate() !== null) return;
    throw new CypherError("MergeReadOwnWrites", `MERGE cannot match the property ${key}: it is null`, {
      span: value.span,
      hint: "leave the property out, and set it with ON CREATE SET",
    });
  };
}
