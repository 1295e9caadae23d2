import { LABELS, TYPE } from "../graph/attribute-names.ts";
import type { TouchedKeys } from "../graph/graph-changes.ts";
import type { GraphColumns } from "../graph/graph-columns.ts";
import type { Attributes, MultiDirectedGraph } from "../graph/graphology.ts";
import { graphologyKey, idOfKey } from "../graph/graphology-keys.ts";
import { labelsOf, typeOf } from "../graph/read-attributes.ts";
import { Entities } from "./entities.ts";
import type { IndexMaintainer } from "./index-maintainer.ts";
import { NodeLabels } from "./node-labels.ts";
import { Structure } from "./structure.ts";

/** What an index is made of. */
export interface IndexParts {
  readonly nodes: Entities;
  readonly relationships: Entities;
  readonly labels: NodeLabels;
  readonly structure: Structure;
  /** What has been derived, in the order in which it was: each may need those before it. */
  readonly nodeFollowers: IndexMaintainer[];
  readonly relationshipFollowers: IndexMaintainer[];
}

/** The parts of no graph, to be filled. */
export function emptyParts(): IndexParts {
  return {
    nodes: new Entities(LABELS),
    relationships: new Entities(TYPE),
    labels: new NodeLabels(new Uint32Array(0), []),
    structure: new Structure(new Uint32Array(0), new Uint32Array(0), new Uint32Array(0), []),
    nodeFollowers: [],
    relationshipFollowers: [],
  };
}

/** The parts of an imported graph: its own arrays, which are copied before anything changes. */
export function importedParts({ nodes, relationships }: GraphColumns): IndexParts {
  const { starts, ends, types, typeNames } = relationships;
  return {
    nodes: new Entities(LABELS, nodes),
    relationships: new Entities(TYPE, relationships),
    labels: new NodeLabels(nodes.labelCodes, nodes.labelSets),
    structure: new Structure(starts, ends, types, typeNames),
    nodeFollowers: [],
    relationshipFollowers: [],
  };
}

/** An imported graph has got its graphology form, and may change from now on. Numbers and arrays stay as they are. */
export function attachGraphology(parts: IndexParts, graph: MultiDirectedGraph): void {
  parts.nodes.takeAttributes((id) => nodeAttributes(graph, id));
  parts.relationships.takeAttributes((key) => relationshipAttributes(graph, key));
  parts.labels.own();
  parts.structure.own();
}

/** Brings up to date what has been touched, and all that was derived from it. */
export function patchParts(parts: IndexParts, graph: MultiDirectedGraph, touched: TouchedKeys): void {
  const { nodes, relationships, labels } = parts;
  for (const id of touched.nodes) {
    const attributes = nodeAttributes(graph, id);
    patchEntity(nodes, parts.nodeFollowers, id, attributes, (node) => {
      if (attributes !== undefined) labels.set(node, labelsOf(attributes));
    });
  }
  for (const key of touched.relationships) {
    const attributes = relationshipAttributes(graph, key);
    patchEntity(relationships, parts.relationshipFollowers, key, attributes, (relationship) => {
      if (attributes !== undefined)
        setEnds(parts, relationship, graph.source(key), graph.target(key), typeOf(attributes));
    });
  }
}

function patchEntity(
  entities: Entities,
  followers: readonly IndexMaintainer[],
  key: string,
  attributes: Attributes | undefined,
  restructure: (entity: number) => void,
): void {
  let entity = entities.find(key);
  // Created and deleted since anybody last looked.
  if (entity === undefined && attributes === undefined) return;
  entity ??= entities.add(key);
  for (const follower of followers) follower.before(entity);
  entities.change(entity, attributes);
  restructure(entity);
  for (const follower of followers) follower.after(entity);
}

/** Reads the whole graph. What has a number keeps it; what the graph no longer has is deleted. */
export function rebuildParts(parts: IndexParts, graph: MultiDirectedGraph): void {
  const { nodes, relationships, labels } = parts;
  dropMissing(nodes, (id) => graph.hasNode(graphologyKey(id)));
  dropMissing(relationships, (key) => graph.hasEdge(key));
  graph.forEachNode((key, attributes) => {
    const id = idOfKey(key);
    const node = nodes.find(id) ?? nodes.add(id);
    nodes.put(node, attributes);
    labels.set(node, labelsOf(attributes));
  });
  graph.forEachEdge((key, attributes, source, target) => {
    const relationship = relationships.find(key) ?? relationships.add(key);
    relationships.put(relationship, attributes);
    setEnds(parts, relationship, source, target, typeOf(attributes));
  });
  nodes.refill();
  relationships.refill();
  for (const follower of parts.nodeFollowers) follower.rebuild();
  for (const follower of parts.relationshipFollowers) follower.rebuild();
}

function dropMissing(entities: Entities, isPresent: (key: string) => boolean): void {
  for (let entity = 0; entity < entities.count; entity++)
    if (!isPresent(entities.keyOf(entity))) entities.put(entity, undefined);
}

function setEnds(
  { nodes, structure }: IndexParts,
  relationship: number,
  source: string,
  target: string,
  type: string,
): void {
  structure.set(
    relationship,
    nodes.find(idOfKey(source)) as number,
    nodes.find(idOfKey(target)) as number,
    type,
  );
}

function nodeAttributes(graph: MultiDirectedGraph, id: string): Attributes | undefined {
  const key = graphologyKey(id);
  return graph.hasNode(key) ? graph.getNodeAttributes(key) : undefined;
}

function relationshipAttributes(graph: MultiDirectedGraph, key: string): Attributes | undefined {
  return graph.hasEdge(key) ? graph.getEdgeAttributes(key) : undefined;
}
