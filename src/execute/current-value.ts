import { CypherError } from "../diagnostics/cypher-error.ts";
import type { GraphIndex } from "../index/graph-index.ts";
import { isList, isMap } from "../values/type-name.ts";
import { Node, Path, Relationship, type Value } from "../values/value.ts";

/**
 * The entity as the graph has it now: a value that was made before the query wrote may be out of date.
 *
 * @throws CypherError `DeletedEntityAccess`
 */
export function currentEntity(entity: Node | Relationship, index: GraphIndex): Node | Relationship {
  const isNode = entity instanceof Node;
  const number = isNode ? index.findNode(entity.id) : index.findRelationship(entity.id);
  const isGone =
    number === undefined || (isNode ? index.isNodeDeleted(number) : index.isRelationshipDeleted(number));
  if (isGone) {
    throw new CypherError(
      "DeletedEntityAccess",
      `this ${isNode ? "node" : "relationship"} has been deleted by the query`,
      {
        hint: "read what you need of it in a WITH before DELETE",
      },
    );
  }
  return isNode ? index.node(number) : index.relationship(number);
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
