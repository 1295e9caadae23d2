import { CypherError } from "../../diagnostics/cypher-error.ts";
import { unreachable } from "../../diagnostics/invariant.ts";
import type { EntityKey } from "../../graph/property-graph.ts";
import type { BoundExpression, BoundSetItem } from "../../semantics/bound-tree.ts";
import { typeWithArticle } from "../../values/type-name.ts";
import { Node, Relationship, type Value } from "../../values/value.ts";
import { compileExpression } from "../compile-expression.ts";
import type { Execution } from "../execution.ts";
import { checkStorable, propertyEvaluator } from "./stored-properties.ts";

/** Makes the changes of SET or REMOVE for the row, in their order; an entity that is null is left alone. */
export function setter(items: readonly BoundSetItem[], execution: Execution): () => void {
  const writers = items.map((item) => writer(item, execution));
  return () => {
    for (const write of writers) write();
  };
}

function writer(item: BoundSetItem, execution: Execution): () => void {
  const { graph } = execution;
  const target = entityReader(item.object, execution);
  switch (item.kind) {
    case "PropertyWrite": {
      const evaluate = compileExpression(item.value, execution);
      return () => {
        const entity = target();
        if (entity === undefined) return;
        const value = evaluate();
        checkStorable(item.key, value, item.value.span);
        graph.setProperties(entity, { [item.key]: value });
      };
    }
    case "PropertiesWrite": {
      const evaluate = propertyEvaluator(item.value, execution);
      return () => {
        const entity = target();
        if (entity !== undefined) graph.setProperties(entity, evaluate(), item.replaces);
      };
    }
    case "LabelsWrite":
      return () => {
        const entity = target();
        if (entity === undefined) return;
        if (entity.kind !== "node") {
          throw new CypherError("ArgumentTypeMismatch", "a relationship has no labels", { span: item.span });
        }
        if (item.removes) graph.removeLabels(entity.key, item.labels);
        else graph.addLabels(entity.key, item.labels);
      };
    default:
      return unreachable(item);
  }
}

/** The entity that is written to; undefined for null. */
function entityReader(expression: BoundExpression, execution: Execution): () => EntityKey | undefined {
  const { row } = execution;
  if (expression.kind === "VariableReference" && expression.variable.type === "node") {
    const { slot } = expression.variable;
    return () => {
      const node = row[slot] as number | null;
      return node === null
        ? undefined
        : present({ kind: "node", key: execution.nodeKey(node) }, execution, expression);
    };
  }
  if (expression.kind === "VariableReference" && expression.variable.type === "relationship") {
    const { slot } = expression.variable;
    return () => {
      const relationship = row[slot] as number | null;
      if (relationship === null) return undefined;
      return present(
        { kind: "relationship", key: execution.relationshipKey(relationship) },
        execution,
        expression,
      );
    };
  }
  const evaluate = compileExpression(expression, execution);
  return () => {
    const value: Value = evaluate();
    if (value === null) return undefined;
    if (value instanceof Node) return present({ kind: "node", key: value.id }, execution, expression);
    if (value instanceof Relationship)
      return present({ kind: "relationship", key: value.id }, execution, expression);
    throw new CypherError("ArgumentTypeMismatch", `${typeWithArticle(value)} has no properties to be set`, {
      span: expression.span,
    });
  };
}

function present(entity: EntityKey, { graph }: Execution, { span }: BoundExpression): EntityKey {
  if (graph.has(entity)) return entity;
  throw new CypherError("DeletedEntityAccess", `this ${entity.kind} has been deleted by the query`, { span });
}
