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
 * What a query that writes may still ask of an entity that it has deleted: only what tells which one it was, its key,
 * and of a relationship its type and its ends. Whatever else reads labels or properties comes through here.
 */
export function deletedEntity(kind: "node" | "relationship", span: Span | undefined): CypherError {
  return new CypherError("DeletedEntityAccess", `this ${kind} has been deleted by the query`, {
    span,
    hint: "read the values you need in a WITH before DELETE",
  });
}

/**
 * A property of a node that the row holds, in a query that writes.
 *
 * @throws CypherError `DeletedEntityAccess`
 */
export function nodePropertyNow(node: number, key: string, execution: Execution, span: Span): Value {
  if (execution.isIndexBehind) return readProperty(nodeAttributes(node, execution, span), key, LABELS);
  checkNode(node, execution, span);
  return execution.index.nodeProperty(node, key);
}

/** A property of a relationship, likewise. */
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

/** The labels of a node, likewise. */
export function labelsNow(node: number, execution: Execution, span: Span): readonly string[] {
  if (execution.isIndexBehind) return labelsOf(nodeAttributes(node, execution, span));
  checkNode(node, execution, span);
  return execution.index.labelsOf(node);
}

/**
 * The entity as the graph has it now: in a query that writes, a value may be older than what was written.
 *
 * @param span where it is asked for
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

/** What the graph has of a node, which costs less than to bring the index up to date for each row. */
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

/** The properties of an entity as they are now; of anything else, the value itself. */
export function withoutEntity(
  value: Value,
  execution: Execution,
  span: Span,
): Exclude<Value, Node | Relationship> | ValueMap {
  return value instanceof Node || value instanceof Relationship
    ? currentEntity(value, execution, span).properties
    : value;
}

/** A value with every entity inside it as the graph has it now; deleted ones have lost all but their keys. */
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
