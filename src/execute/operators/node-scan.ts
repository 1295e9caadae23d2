import type { LogicalNodeScan } from "../../plan/logical-plan.ts";
import type { Execution, Next } from "../execution.ts";

export function nodeScan({ variable, label }: LogicalNodeScan, execution: Execution, next: Next): Next {
  const { row } = execution;
  const { slot } = variable;
  if (label === undefined) {
    return () => {
      const { index } = execution;
      const { nodeCount, hasDeleted } = index;
      for (let node = 0; node < nodeCount; node++) {
        if (hasDeleted && index.isNodeDeleted(node)) continue;
        row[slot] = node;
        if (!next()) return false;
      }
      return true;
    };
  }
  return () => {
    for (const node of execution.index.nodesWithLabel(label)) {
      row[slot] = node;
      if (!next()) return false;
    }
    return true;
  };
}
