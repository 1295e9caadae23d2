import { LABELS, TYPE } from "../graph/attribute-names.ts";
import type { ChangedKeys } from "../graph/graph-changes.ts";
import type { GraphColumns } from "../graph/graph-columns.ts";
import type { Attributes, MultiDirectedGraph } from "../graph/graphology.ts";
import { graphologyKey, idOfKey } from "../graph/graphology-keys.ts";
import { labelsOf, typeOf } from "../graph/read-attributes.ts";
import { Entities } from "./entities.ts";
import type { IndexMaintainer } from "./index-maintainer.ts";
import { NodeLabels } from "./node-labels.ts";
import { Structure } from "./structure.ts";

/** The parts of an index. */
export interface IndexParts {
  readonly nodes: Entities;
  readonly relationships: Entities;
  readonly labels: NodeLabels;
  readonly structure: Structure;
  /** Derived structures, in the order of their creation: each may depend on earlier ones. */
  readonly nodeMaintainers: IndexMaintainer[];
  readonly relationshipMaintainers: IndexMaintainer[];
}

/** Empty parts, to be filled. */
export function emptyParts(): IndexParts {
  return {
    nodes: new Entities(LABELS),
    relationships: new Entities(TYPE),
    labels: new NodeLabels(new Uint32Array(0), []),
    structure: new Structure(new Uint32Array(0), new Uint32Array(0), new Uint32Array(0), []),
    nodeMaintainers: [],
    relationshipMaintainers: [],
  };
}

/** The parts of an imported graph. They share its arrays, which are copied before the first change. */
export function importedParts({ nodes, relationships }: GraphColumns): IndexParts {
  const { starts, ends, types, typeNames } = relationships;
  return {
    nodes: new Entities(LABELS, nodes),
    relationships: new Entities(TYPE, relationships),
    labels: new NodeLabels(nodes.labelCodes, nodes.labelSets),
    structure: new Structure(starts, ends, types, typeNames),
    nodeMaintainers: [],
    relationshipMaintainers: [],
  };
}

/**
 * Connects the parts of an imported graph to its new graphology form; from now on it may change. Numbers and array
 * contents stay the same.
 */
export function attachGraphology(parts: IndexParts, graph: MultiDirectedGraph): void {
  parts.nodes.attachAttributes((id) => nodeAttributes(graph, id));
  parts.relationships.attachAttributes((key) => relationshipAttributes(graph, key));
  parts.labels.copyArrays();
  parts.structure.copyArrays();
}

/** Updates the changed entities, and everything derived from them. */
export function patchParts(parts: IndexParts, graph: MultiDirectedGraph, changed: ChangedKeys): void {
  const { nodes, relationships, labels } = parts;
  for (const id of changed.nodes) {
    const attributes = nodeAttributes(graph, id);
    patchEntity(nodes, parts.nodeMaintainers, id, attributes, (node) => {
      if (attributes !== undefined) labels.set(node, labelsOf(attributes));
    });
  }
  for (const key of changed.relationships) {
    const attributes = relationshipAttributes(graph, key);
    patchEntity(relationships, parts.relationshipMaintainers, key, attributes, (relationship) => {
      if (attributes !== undefined)
        setEnds(parts, relationship, graph.source(key), graph.target(key), typeOf(attributes));
    });
  }
}

function patchEntity(
  entities: Entities,
  maintainers: readonly IndexMaintainer[],
  key: string,
  attributes: Attributes | undefined,
  restructure: (entity: number) => void,
): void {
  let entity = entities.find(key);
  // Created and deleted since the last update.
  if (entity === undefined && attributes === undefined) return;
  entity ??= entities.add(key);
  for (const maintainer of maintainers) maintainer.before(entity);
  entities.change(entity, attributes);
  restructure(entity);
  for (const maintainer of maintainers) maintainer.after(entity);
}

/**
 * Reads the whole graph. Known entities keep their numbers; entities that are no longer in the graph are marked
 * deleted.
 */
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
  for (const maintainer of parts.nodeMaintainers) maintainer.rebuild();
  for (const maintainer of parts.relationshipMaintainers) maintainer.rebuild();
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
