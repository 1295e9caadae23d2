import type { LogicalNodeScan } from "../../plan/logical-plan.ts";
import type { Execution, Next } from "../execution.ts";

export function nodeScan(plan: LogicalNodeScan, execution: Execution, next: Next): Next {
  const { variable, label } = plan;
  const { row } = execution;
  const { slot } = variable;
  const countDbHits = execution.budget.dbHitCounter(plan);
  if (label === undefined) {
    return () => {
      const { index } = execution;
      const { nodeCount, hasDeleted } = index;
      countDbHits(nodeCount);
      for (let node = 0; node < nodeCount; node++) {
        if (hasDeleted && index.isNodeDeleted(node)) continue;
        row[slot] = node;
        if (!next()) return false;
      }
      return true;
    };
  }
  return () => {
    const nodes = execution.index.nodesWithLabel(label);
    countDbHits(nodes.length);
    for (const node of nodes) {
      row[slot] = node;
      if (!next()) return false;
    }
    return true;
  };
}
