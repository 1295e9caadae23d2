import { CypherError } from "../../diagnostics/cypher-error.ts";
import type { Span } from "../../diagnostics/span.ts";
import type { LogicalCreate } from "../../plan/logical-plan.ts";
import type { BoundVariable } from "../../semantics/bound-tree.ts";
import { BYTES_PER_ENTITY } from "../../values/value-size.ts";
import type { Execution } from "../execution.ts";
import { deletedEntity } from "../expressions/current-value.ts";
import { nodeReader } from "../expressions/slot-values.ts";
import { propertyEvaluator } from "./stored-properties.ts";

/** Creates nodes and relationships for the row. New entities get the next numbers, as the index will assign them. */
export function creator(
  { nodes, relationships }: Pick<LogicalCreate, "nodes" | "relationships">,
  execution: Execution,
): () => void {
  const { row, graph, created, budget } = execution;
  const writers = [
    ...nodes.map(({ variable, labels, properties }) => {
      const evaluate = propertyEvaluator(properties, execution);
      return () => {
        const key = graph.createNode({ labels, properties: evaluate() });
        row[variable.slot] = execution.index.nodeCount + created.nodes.length;
        created.nodes.push(key);
        budget.allocate(BYTES_PER_ENTITY);
      };
    }),
    ...relationships.map(({ variable, type, start, end, properties, span }) => {
      const evaluate = propertyEvaluator(properties, execution);
      const keyOfStart = endKey(start, span, execution);
      const keyOfEnd = endKey(end, span, execution);
      return () => {
        const key = graph.createRelationship({
          type,
          start: keyOfStart(),
          end: keyOfEnd(),
          properties: evaluate(),
        });
        row[variable.slot] = execution.index.relationshipCount + created.relationships.length;
        created.relationships.push(key);
        budget.allocate(BYTES_PER_ENTITY);
      };
    }),
  ];
  return () => {
    for (const write of writers) write();
  };
}

/**
 * The key of an end node of a relationship to create.
 *
 * @throws CypherError `MissingNode` if it is null, `DeletedEntityAccess` if the query has deleted it
 */
function endKey(variable: BoundVariable, span: Span, execution: Execution): () => string {
  const read = nodeReader(variable, execution, span);
  return () => {
    const node = read();
    if (node === null) {
      const message = `cannot create a relationship at ${variable.name}: it is null`;
      throw new CypherError("MissingNode", message, { span });
    }
    const key = execution.nodeKey(node);
    if (execution.graph.has({ kind: "node", key })) return key;
    throw deletedEntity("node", span);
  };
}
