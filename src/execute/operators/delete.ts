import { CypherError } from "../../diagnostics/cypher-error.ts";
import type { Span } from "../../diagnostics/span.ts";
import type { EntityKey } from "../../graph/property-graph.ts";
import type { LogicalDelete } from "../../plan/logical-plan.ts";
import { typeWithArticle } from "../../values/type-name.ts";
import { Path, type Value } from "../../values/value.ts";
import type { Blocking, Execution, Next } from "../execution.ts";
import { entityKeyReader, isEntityKey } from "./entity-key.ts";
import { writeRows } from "./write-rows.ts";

/**
 * Deletes the entities that each row names, row by row. A node that still has relationships is only marked as doomed
 * until all rows are done, so that a node and its relationships may be deleted in any order.
 */
export function deleteEntities(plan: LogicalDelete, execution: Execution, next: Next): Blocking {
  const expressions = plan.expressions.map((expression) => ({
    read: entityKeyReader(expression, execution),
    span: expression.span,
  }));
  const { graph, doomed } = execution;
  const deleteNode = (key: string, span: Span): void => {
    if (plan.detach || graph.relationshipCount(key) === 0) graph.deleteNode(key);
    else doomed.set(key, span);
  };
  const deleteOne = (value: EntityKey | Value, span: Span): void => {
    if (value === null) return;
    if (isEntityKey(value)) {
      if (value.kind === "node") deleteNode(value.key, span);
      else graph.deleteRelationship(value.key);
    } else if (value instanceof Path) {
      for (const { id } of value.relationships) graph.deleteRelationship(id);
      for (const { id } of value.nodes) deleteNode(id, span);
    } else {
      const message = `DELETE takes nodes, relationships and paths, not ${typeWithArticle(value)}`;
      throw new CypherError("ArgumentTypeMismatch", message, { span });
    }
  };
  return writeRows(plan.keeps, execution, next, {
    row: () => {
      for (const { read, span } of expressions) deleteOne(read(), span);
    },
    end: () => {
      for (const [key, span] of doomed) {
        const left = graph.relationshipCount(key);
        if (left > 0) throw stillConnected(left, span);
        graph.deleteNode(key);
      }
      doomed.clear();
    },
  });
}

function stillConnected(count: number, span: Span): CypherError {
  const message = `the node still has ${count} relationship${count === 1 ? "" : "s"}`;
  return new CypherError("DeleteConnectedNode", message, {
    span,
    hint: "use DETACH DELETE to delete them with it",
  });
}
