import { CypherError } from "../../diagnostics/cypher-error.ts";
import type { LogicalCreate } from "../../plan/logical-plan.ts";
import type { BoundVariable, NodeToCreate, RelationshipToCreate } from "../../semantics/bound-tree.ts";
import { variablesRead } from "../../semantics/visit-expression.ts";
import type { Execution } from "../execution.ts";
import { nodeReader } from "../slot-values.ts";
import { propertyEvaluator } from "./stored-properties.ts";

/** Creates nodes and relationships for the row: new entities get the next numbers, as the index will give them. */
export function creator(
  { nodes, relationships }: Pick<LogicalCreate, "nodes" | "relationships">,
  execution: Execution,
): () => void {
  const { row, graph, created } = execution;
  const writers = [
    ...nodes.map(({ variable, labels, properties }) => {
      const evaluate = propertyEvaluator(properties, execution);
      return () => {
        const key = graph.createNode({ labels, properties: evaluate() });
        row[variable.slot] = execution.index.nodeCount + created.nodes.length;
        created.nodes.push(key);
      };
    }),
    ...relationships.map(({ variable, type, start, end, properties }) => {
      const evaluate = propertyEvaluator(properties, execution);
      const startKey = nodeKey(start, execution);
      const endKey = nodeKey(end, execution);
      return () => {
        const key = graph.createRelationship({
          type,
          start: startKey(),
          end: endKey(),
          properties: evaluate(),
        });
        row[variable.slot] = execution.index.relationshipCount + created.relationships.length;
        created.relationships.push(key);
      };
    }),
  ];
  const refersToCreated = readsOwnVariables([...nodes, ...relationships]);
  return () => {
    for (const write of writers) {
      write();
      if (refersToCreated) execution.refreshIndex();
    }
  };
}

/** `CREATE (a {x: 1}), (b {y: a.x})`: what is written must then be visible at once. */
function readsOwnVariables(parts: readonly (NodeToCreate | RelationshipToCreate)[]): boolean {
  const own = new Set(parts.map(({ variable }) => variable));
  return parts.some(
    ({ properties }) =>
      properties !== undefined && [...variablesRead(properties)].some((read) => own.has(read)),
  );
}

function nodeKey(variable: BoundVariable, execution: Execution): () => string {
  const read = nodeReader(variable, execution);
  return () => {
    const node = read();
    const key = node === null ? undefined : execution.nodeKey(node);
    if (key !== undefined && execution.graph.has({ kind: "node", key })) return key;
    const what = node === null ? "null" : "deleted";
    throw new CypherError(
      "MissingNode",
      `a relationship cannot be created at ${variable.name}, which is ${what}`,
    );
  };
}
