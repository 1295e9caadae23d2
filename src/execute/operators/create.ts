import { CypherError } from "../../diagnostics/cypher-error.ts";
import type { LogicalCreate } from "../../plan/logical-plan.ts";
import { variablesRead } from "../../plan/plan-expressions.ts";
import type { BoundExpression, BoundVariable } from "../../semantics/bound-expression.ts";
import { isList, isMap, typeName } from "../../values/type-name.ts";
import { Node, Path, Relationship, type Value, type ValueMap } from "../../values/value.ts";
import { compileExpression } from "../compile-expression.ts";
import type { Blocking, Execution, Next, Slot } from "../execution.ts";
import { nodeReader } from "../slot-values.ts";

/**
 * All rows are read before the first is written, so that a query never meets what it is creating; the index
 * follows once at the end. New entities get the next numbers, as the graph keeps the order of creation.
 */
export function create(plan: LogicalCreate, execution: Execution, next: Next): Blocking {
  const { row } = execution;
  const kept = [...plan.keeps, ...plan.nodes, ...plan.relationships].map((part) =>
    "variable" in part ? part.variable.slot : part.slot,
  );
  const writers = [...nodeWriters(plan, execution), ...relationshipWriters(plan, execution)];
  let rows: Slot[][] = [];
  return {
    begin: () => {
      rows = [];
    },
    take: () => {
      rows.push(kept.map((slot) => row[slot] as Slot));
      return true;
    },
    finish: () => {
      const restore = (slots: readonly Slot[]) => {
        for (const [at, slot] of kept.entries()) row[slot] = slots[at] as Slot;
      };
      for (const [at, slots] of rows.entries()) {
        restore(slots);
        for (const write of writers) write();
        rows[at] = kept.map((slot) => row[slot] as Slot);
      }
      execution.refreshIndex();
      for (const slots of rows) {
        restore(slots);
        if (!next()) return false;
      }
      return true;
    },
  };
}

function nodeWriters(plan: LogicalCreate, execution: Execution): (() => void)[] {
  const { row, graph } = execution;
  return plan.nodes.map(({ variable, labels, properties }) => {
    const evaluate = propertyEvaluator(properties, plan, execution);
    return () => {
      const key = graph.createNode({ labels, properties: evaluate() });
      row[variable.slot] = graph.graphology.order - 1;
      execution.created.nodes.push(key);
    };
  });
}

function relationshipWriters(plan: LogicalCreate, execution: Execution): (() => void)[] {
  const { row, graph } = execution;
  return plan.relationships.map(({ variable, type, start, end, properties }) => {
    const evaluate = propertyEvaluator(properties, plan, execution);
    const startKey = nodeKey(start, execution);
    const endKey = nodeKey(end, execution);
    return () => {
      const key = graph.createRelationship({
        type,
        start: startKey(),
        end: endKey(),
        properties: evaluate(),
      });
      row[variable.slot] = graph.graphology.size - 1;
      execution.created.relationships.push(key);
    };
  });
}

/** The key of a node that the row holds: one from before by the index, one just created by its place. */
function nodeKey(variable: BoundVariable, execution: Execution): () => string {
  const read = nodeReader(variable, execution);
  return () => {
    const node = read();
    if (node === null)
      throw new CypherError(
        "MissingNode",
        `a relationship cannot be created at ${variable.name}, which is null`,
      );
    const { index, created } = execution;
    return node < index.nodeCount ? index.nodeKey(node) : (created.nodes[node - index.nodeCount] as string);
  };
}

function propertyEvaluator(
  properties: BoundExpression | undefined,
  { nodes, relationships }: LogicalCreate,
  execution: Execution,
): () => ValueMap {
  if (properties === undefined) return () => ({});
  const evaluate = compileExpression(properties, execution);
  const read = variablesRead(properties);
  const readsCreated = [...nodes, ...relationships].some(({ variable }) => read.has(variable));
  return () => {
    // `CREATE (a {x: 1}), (b {x: a.x})`: the index must know a. Slow for many rows, and seldom written.
    if (readsCreated) execution.refreshIndex();
    const value = evaluate();
    if (value instanceof Node || value instanceof Relationship) return value.properties;
    if (!isMap(value)) {
      const message = `properties are a Map, and this is a ${typeName(value)}`;
      throw new CypherError("ArgumentTypeMismatch", message, { span: properties.span });
    }
    for (const [key, property] of Object.entries(value)) checkStorable(key, property, properties);
    return value;
  };
}

/** A property is a scalar or a list of scalars. */
function checkStorable(key: string, value: Value, { span }: BoundExpression): void {
  const items = isList(value) ? value : [value];
  const wrong = items.find(
    (item) =>
      isMap(item) ||
      isList(item) ||
      item instanceof Node ||
      item instanceof Relationship ||
      item instanceof Path,
  );
  if (wrong === undefined) return;
  const message = `the property ${key} cannot hold a ${typeName(wrong)}${isList(value) ? " in a List" : ""}`;
  throw new CypherError("InvalidPropertyType", message, { span });
}
