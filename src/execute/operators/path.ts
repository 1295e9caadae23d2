import type { LogicalPath } from "../../plan/logical-plan.ts";
import { BYTES_PER_ITEM, BYTES_PER_OBJECT } from "../../values/budget.ts";
import type { Execution, Next } from "../execution.ts";
import { nodeReader, relationshipsReader } from "../expressions/slot-values.ts";
import { NO_PARTS } from "../holding.ts";

/** Binds a path. It is null if any part of it is. */
export function path({ path: variable, part }: LogicalPath, execution: Execution, next: Next): Next {
  const { row, holdings, budget } = execution;
  const { memory } = budget;
  const start = nodeReader(part.start, execution);
  const steps = part.steps.map(({ relationship, node }) => ({
    relationships: relationshipsReader(relationship.variable, execution),
    node: nodeReader(node, execution),
  }));
  return () => {
    const first = start();
    const nodes: number[] = [];
    const walked: number[] = [];
    let complete = first !== null;
    if (first !== null) nodes.push(first);
    for (const step of steps) {
      const relationships = step.relationships();
      if (relationships === null || step.node() === null || !complete) {
        complete = false;
        break;
      }
      for (const relationship of relationships) {
        const { starts, ends } = execution.index;
        const from = nodes.at(-1) as number;
        walked.push(relationship);
        nodes.push((starts[relationship] === from ? ends[relationship] : starts[relationship]) as number);
      }
    }
    row[variable.slot] = complete ? { nodes, relationships: walked } : null;
    const mark = memory.made;
    const bytes = 2 * BYTES_PER_OBJECT + BYTES_PER_ITEM * (nodes.length + walked.length);
    budget.allocate(bytes);
    holdings[variable.slot] = { bytes, parts: NO_PARTS, within: undefined };
    const goesOn = next();
    memory.made = mark;
    return goesOn;
  };
}
