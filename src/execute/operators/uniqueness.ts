import type { BoundVariable } from "../../semantics/bound-tree.ts";
import type { Execution } from "../execution.ts";
import { relationshipsReader } from "../expressions/slot-values.ts";

/**
 * Tests that none of these variables holds a relationship: a pattern uses each relationship at most once. Undefined if
 * there are no variables.
 */
export function uniquenessTest(
  variables: readonly BoundVariable[],
  execution: Execution,
): ((relationship: number) => boolean) | undefined {
  const { row } = execution;
  const [first, second] = variables;
  if (first === undefined) return undefined;
  if (variables.every(({ type }) => type === "relationship")) {
    const slots = variables.map(({ slot }) => slot);
    if (second === undefined) return (relationship) => row[first.slot] !== relationship;
    return (relationship) => !slots.some((slot) => row[slot] === relationship);
  }
  const readers = variables.map((variable) => relationshipsReader(variable, execution));
  return (relationship) => !readers.some((read) => read()?.includes(relationship));
}
