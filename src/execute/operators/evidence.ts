import type { LogicalEvidence } from "../../plan/logical-plan.ts";
import type { Evidence, Match } from "../evidence.ts";
import type { Execution, Next, Slot } from "../execution.ts";
import { nodeReader, relationshipsReader } from "../slot-values.ts";

/** What follows asks for the row with the match in its evidence; the rows after it start from what was before. */
export function evidence(
  { variables, evidence: variable }: LogicalEvidence,
  execution: Execution,
  next: Next,
): Next {
  const { row } = execution;
  const { slot } = variable;
  const nodes = variables.filter(({ type }) => type === "node").map((node) => nodeReader(node, execution));
  const relationships = variables
    .filter(({ type }) => type === "relationship" || type === "relationships")
    .map((relationship) => relationshipsReader(relationship, execution));
  return () => {
    const before = row[slot] as Evidence;
    const match: Match = {
      before,
      nodes: nodes.map((read) => read()).filter((node) => node !== null),
      relationships: relationships.flatMap((read) => read() ?? []),
    };
    row[slot] = match as unknown as Slot;
    const more = next();
    row[slot] = before as unknown as Slot;
    return more;
  };
}
