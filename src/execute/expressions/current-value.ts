import { CypherError } from "../../diagnostics/cypher-error.ts";
import type { Span } from "../../diagnostics/span.ts";
import { LABELS, TYPE } from "../../graph/attribute-names.ts";
import type { Attributes } from "../../graph/graphology.ts";
import { labelsOf } from "../../graph/read-attributes.ts";
import type { GraphIndex } from "../../storage/graph-index.ts";
import { readProperty } from "../../storage/read-properties.ts";
import { isList, isMap } from "../../values/type-name.ts";
import { Node, Path, Relationship, type Value, type ValueMap } from "../../values/value.ts";
import type { Execution } from "../execution.ts";

/**
 * The error for reading labels or properties of an entity that the query has deleted. The query may still read its
 * identity: the key, and the type and the ends of a relationship.
 */
export function deletedEntity(kind: "node" | "relationship", span: Span | undefined): CypherError {
  return new CypherError("DeletedEntityAccess", `this ${kind} has been deleted by the query`, {
    span,
    hint: "read the values you need in a WITH before DELETE",
  });
}

/**
 * A property of a node in the row, in a query that writes.
 *
 * @throws CypherError `DeletedEntityAccess`
 */
export function nodePropertyNow(node: number, key: string, execution: Execution, span: Span): Value {
  if (execution.isIndexBehind) return readProperty(nodeAttributes(node, execution, span), key, LABELS);
  checkNode(node, execution, span);
  return execution.index.nodeProperty(node, key);
}

/** A property of a relationship; see {@link nodePropertyNow}. */
export function relationshipPropertyNow(
  relationship: number,
  key: string,
  execution: Execution,
  span: Span,
): Value {
  if (execution.isIndexBehind)
    return readProperty(relationshipAttributes(relationship, execution, span), key, TYPE);
  checkRelationship(relationship, execution, span);
  return execution.index.relationshipProperty(relationship, key);
}

/** The labels of a node; see {@link nodePropertyNow}. */
export function labelsNow(node: number, execution: Execution, span: Span): readonly string[] {
  if (execution.isIndexBehind) return labelsOf(nodeAttributes(node, execution, span));
  checkNode(node, execution, span);
  return execution.index.labelsOf(node);
}

/**
 * The entity in its current state: in a query that writes, a value may be older than the last change.
 *
 * @param span where the query reads it
 * @throws CypherError `DeletedEntityAccess`
 */
export function currentEntity<Entity extends Node | Relationship>(
  entity: Entity,
  execution: Execution,
  span?: Span,
): Entity {
  if (!execution.writes) return entity;
  const index = execution.currentIndex();
  if (entity instanceof Node) {
    const node = index.findNode(entity.id);
    if (node === undefined) throw deletedEntity("node", span);
    checkNode(node, execution, span);
    return index.node(node) as Entity;
  }
  const relationship = index.findRelationship(entity.id);
  if (relationship === undefined) throw deletedEntity("relationship", span);
  checkRelationship(relationship, execution, span);
  return index.relationship(relationship) as Entity;
}

function checkNode(node: number, execution: Execution, span: Span | undefined): void {
  if (execution.isDoomed(node) || execution.index.isNodeDeleted(node)) throw deletedEntity("node", span);
}

function checkRelationship(relationship: number, { index }: Execution, span: Span | undefined): void {
  if (index.isRelationshipDeleted(relationship)) throw deletedEntity("relationship", span);
}

/** Attributes of a node in the graph. Reading them costs less than refreshing the index for each row. */
function nodeAttributes(node: number, execution: Execution, span: Span): Attributes {
  const attributes = execution.isDoomed(node)
    ? undefined
    : execution.graph.attributesOf({ kind: "node", key: execution.nodeKey(node) });
  if (attributes === undefined) throw deletedEntity("node", span);
  return attributes;
}

function relationshipAttributes(relationship: number, execution: Execution, span: Span): Attributes {
  const key = execution.relationshipKey(relationship);
  const attributes = execution.graph.attributesOf({ kind: "relationship", key });
  if (attributes === undefined) throw deletedEntity("relationship", span);
  return attributes;
}

/** The current properties of an entity; any other value itself. */
export function withoutEntity(
  value: Value,
  execution: Execution,
  span: Span,
): Exclude<Value, Node | Relationship> | ValueMap {
  return value instanceof Node || value instanceof Relationship
    ? currentEntity(value, execution, span).properties
    : value;
}

/** A value with every entity inside it in its current state; deleted entities keep only their keys. */
export function currentValue(value: Value, index: GraphIndex): Value {
  if (value instanceof Node) {
    const node = index.findNode(value.id);
    return node === undefined ? value : index.node(node);
  }
  if (value instanceof Relationship) {
    const relationship = index.findRelationship(value.id);
    return relationship === undefined ? value : index.relationship(relationship);
  }
  if (value instanceof Path) {
    return new Path(
      value.nodes.map((node) => currentValue(node, index) as Node),
      value.relationships.map((relationship) => currentValue(relationship, index) as Relationship),
    );
  }
  if (isList(value)) return value.map((item) => currentValue(item, index));
  if (!isMap(value)) return value;
  const map: Record<string, Value> = Object.create(null);
  for (const [key, item] of Object.entries(value)) map[key] = currentValue(item, index);
  return map;
}
