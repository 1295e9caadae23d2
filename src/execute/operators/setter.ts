import { CypherError } from "../../diagnostics/cypher-error.ts";
import { unreachable } from "../../diagnostics/invariant.ts";
import type { EntityKey } from "../../graph/property-graph.ts";
import type { BoundExpression, BoundSetItem } from "../../semantics/bound-tree.ts";
import { typeWithArticle } from "../../values/type-name.ts";
import type { Execution } from "../execution.ts";
import { compileExpression } from "../expressions/compile-expression.ts";
import { deletedEntity } from "../expressions/current-value.ts";
import { entityKeyReader, isEntityKey } from "./entity-key.ts";
import { checkStorable, propertyEvaluator } from "./stored-properties.ts";

/** Makes the changes of SET or REMOVE for the row, in order; null entities are skipped. */
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
        checkStorable(item.key, value, item.value.span, execution.budget);
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

/**
 * Reads the entity to write to; undefined for null.
 *
 * @throws CypherError `ArgumentTypeMismatch` for other values, `DeletedEntityAccess` if the query has deleted it
 */
function entityReader(expression: BoundExpression, execution: Execution): () => EntityKey | undefined {
  const read = entityKeyReader(expression, execution);
  const { graph } = execution;
  const { span } = expression;
  return () => {
    const entity = read();
    if (entity === null) return undefined;
    if (!isEntityKey(entity)) {
      const message = `${typeWithArticle(entity)} has no properties to set`;
      throw new CypherError("ArgumentTypeMismatch", message, { span });
    }
    if (graph.has(entity)) return entity;
    throw deletedEntity(entity.kind, span);
  };
}
