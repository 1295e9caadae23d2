import { CypherError } from "../../diagnostics/cypher-error.ts";
import type { Span } from "../../diagnostics/span.ts";
import type { BoundVariable } from "../../semantics/bound-tree.ts";
import { makeList } from "../../values/budget.ts";
import { typeWithArticle } from "../../values/type-name.ts";
import { Node, Path, Relationship, type Value } from "../../values/value.ts";
import { BYTES_PER_ENTITY } from "../../values/value-size.ts";
import type { Execution, Slot, SlotPath } from "../execution.ts";

/** Reads a variable's slot as a Cypher value. */
export function valueReader(variable: BoundVariable, execution: Execution): () => Value {
  const { row } = execution;
  const { slot, type } = variable;
  if (type === "value") return () => row[slot] as Value;
  return () => slotValue(row[slot] as Slot, type, execution);
}

/** The index caches the entities that it makes: only new ones are charged to the budget. */
function slotValue(slot: Slot, type: BoundVariable["type"], execution: Execution): Value {
  const { budget } = execution;
  const index = execution.currentIndex();
  const known = index.entitiesMade;
  const value = madeValue(slot, type, execution);
  if (index.entitiesMade !== known) budget.allocate(BYTES_PER_ENTITY * (index.entitiesMade - known));
  return value;
}

function madeValue(slot: Slot, type: BoundVariable["type"], { index, budget }: Execution): Value {
  if (slot === null) return null;
  switch (type) {
    case "node":
      return index.node(slot as number);
    case "relationship":
      return index.relationship(slot as number);
    case "relationships":
      makeList(budget, (slot as readonly number[]).length);
      return (slot as readonly number[]).map((relationship) => index.relationship(relationship));
    case "path": {
      const { nodes, relationships } = slot as SlotPath;
      makeList(budget, nodes.length + relationships.length);
      return new Path(
        nodes.map((node) => index.node(node)),
        relationships.map((relationship) => index.relationship(relationship)),
      );
    }
    case "value":
      return slot as Value;
  }
}

/**
 * Reads a variable as a node's number, even if its type is known only at run time. The returned function throws
 * CypherError `ArgumentTypeMismatch` for other values.
 *
 * @param span where it is used; omitted: where a pattern first uses it
 */
export function nodeReader(
  variable: BoundVariable,
  execution: Execution,
  span: Span | undefined = execution.patternUses.get(variable),
): () => number | null {
  const { row } = execution;
  const { slot, type, name } = variable;
  if (type === "node") return () => row[slot] as number | null;
  return () => {
    const value = row[slot] as Value;
    if (value === null) return null;
    if (value instanceof Node) return execution.index.findNode(value.id) ?? null;
    const message = `${name} is used as a node, but it is ${typeWithArticle(value)}`;
    throw new CypherError("ArgumentTypeMismatch", message, { span });
  };
}

/** Reads a variable as the numbers of one or more relationships, even if its type is known only at run time. */
export function relationshipsReader(
  variable: BoundVariable,
  execution: Execution,
): () => readonly number[] | null {
  const { row } = execution;
  const { slot, type, name } = variable;
  if (type === "relationships") return () => row[slot] as readonly number[] | null;
  if (type === "relationship") return () => (row[slot] === null ? null : [row[slot] as number]);
  const find = (value: Value): number => {
    if (value instanceof Relationship) return execution.index.findRelationship(value.id) ?? -1;
    const message = `${name} is used as a relationship, but it is ${typeWithArticle(value)}`;
    throw new CypherError("ArgumentTypeMismatch", message, { span: execution.patternUses.get(variable) });
  };
  return () => {
    const value = row[slot] as Value;
    if (value === null) return null;
    return Array.isArray(value) ? value.map(find) : [find(value)];
  };
}
