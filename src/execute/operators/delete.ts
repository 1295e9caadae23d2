import { CypherError } from "../../diagnostics/cypher-error.ts";
import type { Span } from "../../diagnostics/span.ts";
import type { LogicalDelete } from "../../plan/logical-plan.ts";
import { typeWithArticle } from "../../values/type-name.ts";
import { Node, Path, Relationship, type Value } from "../../values/value.ts";
import { compileExpression } from "../compile-expression.ts";
import type { Blocking, Execution, Next } from "../execution.ts";
import { writeRows } from "./write-rows.ts";

/** What all rows name is deleted together, so that a node and its relationships may come in any order. */
export function deleteEntities(plan: LogicalDelete, execution: Execution, next: Next): Blocking {
  const { graph } = execution;
  const expressions = plan.expressions.map((expression) => ({
    evaluate: compileExpression(expression, execution),
    span: expression.span,
  }));
  const nodes = new Map<string, Span>();
  const relationships = new Set<string>();
  const collect = (value: Value, span: Span): void => {
    if (value instanceof Node) nodes.set(value.id, span);
    else if (value instanceof Relationship) relationships.add(value.id);
    else if (value instanceof Path) {
      for (const part of [...value.nodes, ...value.relationships]) collect(part, span);
    } else if (value !== null) {
      const message = `DELETE takes nodes, relationships and paths, not ${typeWithArticle(value)}`;
      throw new CypherError("ArgumentTypeMismatch", message, { span });
    }
  };
  return writeRows(plan.keeps, execution, next, {
    row: () => {
      for (const { evaluate, span } of expressions) collect(evaluate(), span);
    },
    end: () => {
      for (const key of relationships) graph.deleteRelationship(key);
      for (const [key, span] of nodes) {
        const left = graph.has({ kind: "node", key }) ? graph.degree(key) : 0;
        if (left > 0 && !plan.detach) {
          throw new CypherError(
            "DeleteConnectedNode",
            `the node still has ${left} relationship${left === 1 ? "" : "s"}`,
            {
              span,
              hint: "DETACH DELETE deletes them with it",
            },
          );
        }
        graph.deleteNode(key);
      }
      nodes.clear();
      relationships.clear();
    },
  });
}
