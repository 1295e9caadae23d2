import { isMap } from "../values/type-name.ts";
import { Node, Path, Relationship, type Value } from "../values/value.ts";
import { wrongType } from "./argument-checks.ts";
import type { EntityLookup, FunctionDefinition } from "./definition.ts";

/** Functions of nodes, relationships and paths. */
export const ENTITY_FUNCTIONS: readonly FunctionDefinition[] = [
  onEntity("id", "entity: Node | Relationship", "String", "The key of the entity in the graph.", (entity) =>
    entity instanceof Node || entity instanceof Relationship ? entity.id : undefined,
  ),
  onEntity("labels", "node: Node", "List", "The labels of a node.", (node, graph) =>
    node instanceof Node ? graph.current(node).labels : undefined,
  ),
  onEntity("type", "relationship: Relationship", "String", "The type of a relationship.", (relationship) =>
    relationship instanceof Relationship ? relationship.type : undefined,
  ),
  onEntity(
    "startNode",
    "relationship: Relationship",
    "Node",
    "The start node of a relationship.",
    (relationship, graph) =>
      relationship instanceof Relationship ? graph.node(relationship.start) : undefined,
  ),
  onEntity(
    "endNode",
    "relationship: Relationship",
    "Node",
    "The end node of a relationship.",
    (relationship, graph) =>
      relationship instanceof Relationship ? graph.node(relationship.end) : undefined,
  ),
  onEntity(
    "properties",
    "entity: Node | Relationship | Map",
    "Map",
    "All properties as a map.",
    (entity, graph) =>
      entity instanceof Node || entity instanceof Relationship
        ? graph.current(entity).properties
        : isMap(entity)
          ? entity
          : undefined,
  ),
  onEntity(
    "keys",
    "entity: Node | Relationship | Map",
    "List",
    "The names of the properties.",
    (entity, graph) => {
      const map =
        entity instanceof Node || entity instanceof Relationship ? graph.current(entity).properties : entity;
      return isMap(map) ? Object.keys(map) : undefined;
    },
  ),
  onEntity("nodes", "path: Path", "List", "The nodes of a path, in order.", (path) =>
    path instanceof Path ? path.nodes : undefined,
  ),
  onEntity("relationships", "path: Path", "List", "The relationships of a path, in order.", (path) =>
    path instanceof Path ? path.relationships : undefined,
  ),
  onEntity("length", "path: Path", "Integer", "The number of relationships of a path.", (path) =>
    path instanceof Path ? path.relationships.length : undefined,
  ),
];

function onEntity(
  name: string,
  parameter: string,
  result: string,
  description: string,
  take: (entity: Value, graph: EntityLookup) => Value | undefined,
): FunctionDefinition {
  return {
    kind: "function",
    name,
    signature: `${name}(${parameter}) :: ${result}`,
    description,
    call: ([entity = null], { graph }) => {
      const value = take(entity, graph);
      if (value !== undefined) return value;
      throw wrongType(name, `a ${parameter.split(": ")[1]?.replaceAll(" | ", " or a ")}`, entity);
    },
  };
}
