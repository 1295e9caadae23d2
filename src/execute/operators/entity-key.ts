import type { EntityKey } from "../../graph/property-graph.ts";
import type { BoundExpression } from "../../semantics/bound-tree.ts";
import { Node, Relationship, type Value } from "../../values/value.ts";
import type { Execution } from "../execution.ts";
import { compileExpression } from "../expressions/compile-expression.ts";

/** Reads the key of the entity that a clause writes to, even if it is deleted; returns any other value as it is. */
export function entityKeyReader(
  expression: BoundExpression,
  execution: Execution,
): () => EntityKey | Exclude<Value, Node | Relationship> {
  const { row } = execution;
  if (expression.kind === "VariableReference") {
    const { slot, type } = expression.variable;
    if (type === "node" || type === "relationship") {
      // The number is enough: no need to make the entity.
      return () => {
        const entity = row[slot] as number | null;
        if (entity === null) return null;
        const key = type === "node" ? execution.nodeKey(entity) : execution.relationshipKey(entity);
        return new KeyOfEntity(type, key);
      };
    }
  }
  const evaluate = compileExpression(expression, execution);
  return () => {
    const value = evaluate();
    if (value instanceof Node) return new KeyOfEntity("node", value.id);
    return value instanceof Relationship ? new KeyOfEntity("relationship", value.id) : value;
  };
}

/** A class, because a map of a query may have the same fields. */
class KeyOfEntity implements EntityKey {
  readonly kind: EntityKey["kind"];
  readonly key: string;

  constructor(kind: EntityKey["kind"], key: string) {
    this.kind = kind;
    this.key = key;
  }
}

export function isEntityKey(value: EntityKey | Value): value is EntityKey {
  return value instanceof KeyOfEntity;
}
