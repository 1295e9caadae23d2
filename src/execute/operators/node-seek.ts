import type { LogicalNodeSeek } from "../../plan/logical-plan.ts";
import { equals } from "../../values/equality.ts";
import { compileExpression } from "../compile-expression.ts";
import type { Execution, Next } from "../execution.ts";

/** Strings have an index; a value of any other type is looked for node by node. */
export function nodeSeek(plan: LogicalNodeSeek, execution: Execution, next: Next): Next {
  const { variable, key, value } = plan;
  const touch = execution.work.toucher(plan);
  const { row } = execution;
  const { slot } = variable;
  const evaluate = compileExpression(value, execution);
  return () => {
    const wanted = evaluate();
    if (wanted === null) return true;
    const { index } = execution;
    if (typeof wanted === "string") {
      const nodes = index.nodesWithProperty(key, wanted);
      touch(nodes.length);
      for (const node of nodes) {
        row[slot] = node;
        if (!next()) return false;
      }
      return true;
    }
    touch(index.nodeCount);
    for (let node = 0; node < index.nodeCount; node++) {
      if (index.hasDeleted && index.isNodeDeleted(node)) continue;
      if (equals(index.nodeProperty(node, key), wanted) !== true) continue;
      row[slot] = node;
      if (!next()) return false;
    }
    return true;
  };
}
